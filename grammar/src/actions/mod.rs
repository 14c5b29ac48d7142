//! What the grammar's productions do: they build the tree.
//!
//! The LR parser accepts a little more than Go (parameter lists, conditions that are statements); the actions report
//! that in gc's words. [`Builder::reject`] asks for the whole text to be explained by [`crate::recovery`] instead.
//! Depth is counted bottom-up with every node, so that trees deeper than the bounds are refused before any recursive pass
//! sees them.

mod decl;
mod expr;
mod stmt;

use crate::ast::*;
use std::marker::PhantomData;

use crate::base::{Idx, Interner, Pos, Span, Symbol, sym};
use crate::token::SyntaxError;

/// A parameter before names and types are told apart.
pub struct RawParam {
    /// The name, if there are two parts.
    pub name: Option<IdentId>,
    /// Where `...` stands.
    pub dots: Option<u32>,
    /// The type, or the name when it stands alone.
    pub ty: ExprId,
}

/// Parameters and results that are waiting for the function type they belong to. (A small stand-in: whatever the parser
/// keeps on its stack is moved often.)
#[derive(Clone, Copy)]
pub struct Signature(u32);

/// The header of a for statement.
#[derive(Default)]
#[allow(missing_docs)]
pub struct Clause {
    pub init: Option<StmtId>,
    pub cond: Option<StmtId>,
    pub post: Option<StmtId>,
}

/// How deep a node is: by nesting, and in all (see [`MAX_NESTING`] and [`MAX_DEPTH`]).
#[derive(Clone, Copy, Default)]
struct Depth {
    nest: u32,
    all: u32,
}

impl Depth {
    fn max(self, o: Depth) -> Depth {
        Depth {
            nest: self.nest.max(o.nest),
            all: self.all.max(o.all),
        }
    }
    /// One level further in.
    fn inner(self) -> Depth {
        Depth {
            nest: self.nest + 1,
            all: self.all + 1,
        }
    }
    /// One link further along a left-recursive chain.
    fn link(self) -> Depth {
        Depth {
            nest: self.nest,
            all: self.all + 1,
        }
    }
}

/// Depths of one kind of node.
struct Depths<I> {
    base: u32,
    list: Vec<Depth>,
    marker: PhantomData<fn(I)>,
}

impl<I: Idx> Depths<I> {
    fn new(base: u32) -> Self {
        Depths {
            base,
            list: Vec::new(),
            marker: PhantomData,
        }
    }
    fn push(&mut self, d: Depth) {
        self.list.push(d);
    }
    fn at(&mut self, id: I) -> &mut Depth {
        &mut self.list[id.index() - self.base as usize]
    }
    fn of(&self, id: I) -> Depth {
        self.list[id.index() - self.base as usize]
    }
    fn opt(&self, id: Option<I>) -> Depth {
        id.map_or(Depth::default(), |id| self.of(id))
    }
    fn list(&self, ids: &[I]) -> Depth {
        ids.iter()
            .fold(Depth::default(), |d, &id| d.max(self.of(id)))
    }
}

/// Adds a node; its id.
fn push<I: Idx, T>(base: u32, list: &mut Vec<T>, node: T) -> I {
    let id = I::from_usize(base as usize + list.len());
    list.push(node);
    id
}

/// Builds the tree of one file.
pub struct Builder<'n> {
    /// The tree so far.
    pub file: File,
    /// What the actions found wrong.
    pub errors: Vec<SyntaxError>,
    /// Whether an action saw something that gc's grammar refuses.
    pub reject: bool,
    /// Only for messages; a library file has none.
    names: Option<&'n Interner>,
    too_deep: bool,
    signatures: Vec<(FieldList, FieldList)>,
    /// The `...` of the last arguments read.
    dots: Option<u32>,
    expr_depth: Depths<ExprId>,
    stmt_depth: Depths<StmtId>,
    field_depth: Depths<FieldId>,
    decl_depth: Depths<DeclId>,
    case_depth: Depths<CaseClauseId>,
    comm_depth: Depths<CommClauseId>,
}

impl<'n> Builder<'n> {
    /// A builder for an empty file.
    pub fn new(file: File, names: Option<&'n Interner>) -> Builder<'n> {
        let base = file.nodes.base;
        Builder {
            file,
            errors: Vec::new(),
            reject: false,
            names,
            too_deep: false,
            signatures: Vec::new(),
            dots: None,
            expr_depth: Depths::new(base),
            stmt_depth: Depths::new(base),
            field_depth: Depths::new(base),
            decl_depth: Depths::new(base),
            case_depth: Depths::new(base),
            comm_depth: Depths::new(base),
        }
    }

    /// Makes room for what so many tokens need in most texts.
    pub(crate) fn reserve(&mut self, tokens: usize) {
        let nodes = &mut self.file.nodes;
        nodes.exprs.reserve(tokens / 2 + 2);
        nodes.idents.reserve(tokens / 2 + 2);
        nodes.stmts.reserve(tokens / 12 + 1);
        self.expr_depth.list.reserve(tokens / 2 + 2);
        self.stmt_depth.list.reserve(tokens / 12 + 1);
    }

    pub(crate) fn error(&mut self, span: impl Into<Span>, message: impl Into<String>) {
        self.errors.push(SyntaxError {
            span: span.into(),
            message: message.into(),
        });
    }

    fn check_depth(&mut self, d: Depth, at: Pos) {
        if !self.too_deep && (d.nest > MAX_NESTING || d.all > MAX_DEPTH) {
            self.too_deep = true;
            self.error(at, "syntax error: exceeded max nesting depth");
        }
    }

    fn expr_mut(&mut self, id: ExprId) -> &mut Expr {
        let nodes = &mut self.file.nodes;
        &mut nodes.exprs[(id.0 - nodes.base) as usize]
    }
    pub(crate) fn decl_mut(&mut self, id: DeclId) -> &mut Decl {
        let nodes = &mut self.file.nodes;
        &mut nodes.decls[(id.0 - nodes.base) as usize]
    }
    fn field_mut(&mut self, id: FieldId) -> &mut Field {
        let nodes = &mut self.file.nodes;
        &mut nodes.fields[(id.0 - nodes.base) as usize]
    }

    fn add_expr(&mut self, kind: ExprKind, lo: u32, hi: u32, pos: u32, d: Depth) -> ExprId {
        self.check_depth(d, Pos(pos));
        self.expr_depth.push(d);
        push(
            self.file.nodes.base,
            &mut self.file.nodes.exprs,
            Expr {
                kind,
                span: Span { lo, hi },
                pos: Pos(pos),
            },
        )
    }

    fn add_stmt(&mut self, kind: StmtKind, lo: u32, hi: u32, pos: u32, d: Depth) -> StmtId {
        self.check_depth(d, Pos(pos));
        self.stmt_depth.push(d);
        push(
            self.file.nodes.base,
            &mut self.file.nodes.stmts,
            Stmt {
                kind,
                span: Span { lo, hi },
                pos: Pos(pos),
            },
        )
    }

    fn add_decl(&mut self, kind: DeclKind, lo: u32, hi: u32, d: Depth) -> DeclId {
        self.decl_depth.push(d);
        let decl = Decl {
            kind,
            span: Span { lo, hi },
            pos: Pos(lo),
            keyword: Pos(lo),
            grouped: false,
        };
        push(self.file.nodes.base, &mut self.file.nodes.decls, decl)
    }

    /// A declaration that can not be parsed.
    pub(crate) fn bad_decl(&mut self, span: Span) -> DeclId {
        self.add_decl(DeclKind::BadDecl, span.lo, span.hi, Depth::default())
    }

    /// A statement that can not be parsed.
    pub(crate) fn bad_stmt(&mut self, span: Span) -> StmtId {
        let Span { lo, hi } = span;
        self.add_stmt(StmtKind::BadStmt, lo, hi, lo, Depth::default())
    }

    fn add_field(&mut self, field: Field) -> FieldId {
        let d = self.expr_depth.of(field.ty);
        self.field_depth.push(d);
        push(self.file.nodes.base, &mut self.file.nodes.fields, field)
    }

    fn e(&self, id: ExprId) -> Depth {
        self.expr_depth.of(id)
    }
    fn es(&self, ids: &[ExprId]) -> Depth {
        self.expr_depth.list(ids)
    }
    fn fields_depth(&self, list: &FieldList) -> Depth {
        self.field_depth.list(&list.list)
    }
    fn block_depth(&self, block: &Block) -> Depth {
        self.stmt_depth.list(&block.stmts)
    }
    fn lo(&self, id: ExprId) -> u32 {
        self.file.expr(id).span.lo
    }
    fn hi(&self, id: ExprId) -> u32 {
        self.file.expr(id).span.hi
    }
    fn stmt_span(&self, id: StmtId) -> Span {
        self.file.stmt(id).span
    }

    // Names and literals

    pub(crate) fn ident(&mut self, name: Symbol, lo: u32, hi: u32) -> IdentId {
        push(
            self.file.nodes.base,
            &mut self.file.nodes.idents,
            Ident {
                name,
                span: Span { lo, hi },
            },
        )
    }

    pub(crate) fn dot_name(&mut self, lo: u32, hi: u32) -> IdentId {
        self.ident(sym::DOT, lo, hi)
    }

    pub(crate) fn basic_lit(&mut self, lit: (LitKind, Symbol, bool), lo: u32, hi: u32) -> ExprId {
        self.add_expr(
            ExprKind::BasicLit {
                kind: lit.0,
                value: lit.1,
            },
            lo,
            hi,
            lo,
            Depth::default(),
        )
    }

    pub(crate) fn name(&mut self, id: IdentId) -> ExprId {
        let Span { lo, hi } = self.file.ident(id).span;
        self.add_expr(ExprKind::Ident(id), lo, hi, lo, Depth::default())
    }

    // Goals

    pub(crate) fn single_expression(&mut self, x: ExprId) {
        self.file.expr = Some(x);
    }

    pub(crate) fn repl_decls(&mut self, decls: Vec<DeclId>) {
        self.file.decls.extend(decls);
    }

    pub(crate) fn repl_stmt(&mut self, s: StmtId) {
        self.file.stmts.push(s);
    }

    pub(crate) fn source_file(
        &mut self,
        lo: u32,
        name: IdentId,
        imports: Vec<Vec<DeclId>>,
        decls: Vec<Vec<DeclId>>,
    ) {
        self.file.package = Pos(lo);
        self.file.name = Some(name);
        self.file.decls = imports.into_iter().chain(decls).flatten().collect();
    }

    /// gc's words for a statement that stands where a condition is needed.
    pub(crate) fn cannot_use(&self, s: StmtId) -> String {
        let Some(names) = self.names else {
            return "syntax error: cannot use statement as value".into();
        };
        let emphasize = |list: &[ExprId]| match list {
            [x] if matches!(self.file.expr(*x).kind, ExprKind::BinaryExpr { .. }) => {
                format!("({})", self.file.expr_string(*x, names))
            }
            _ => self.file.exprs_string(list, names),
        };
        let shown = match &self.file.stmt(s).kind {
            StmtKind::AssignStmt {
                lhs,
                op: None,
                define: false,
                rhs,
            } => {
                format!("assignment {} = {}", emphasize(lhs), emphasize(rhs))
            }
            _ => self.file.stmt_string(s, names),
        };
        format!("syntax error: cannot use {shown} as value")
    }
}
