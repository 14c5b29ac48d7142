//! The syntax tree of one file, in arenas with typed 32-bit ids.
//!
//! A [`File`] owns all its nodes; ids are meaningful only together with their file. There is no recursive
//! ownership, so that dropping a tree needs no stack. Side tables of later passes key on [`ExprId`], [`IdentId`],
//! [`StmtId`], [`DeclId`], [`FieldId`] and the clause ids, which are dense per file.
//!
//! Every node has a `span` (its whole text) and a `pos`: the token that the gc compiler takes for the
//! node's position (the operator of a binary expression, the `(` of a call, the `.` of a selector, the `[` of an
//! index, `:=` of a definition). [`File::start_pos`] answers what gc's `StartPos` does, which is where it
//! reports most errors.
//!
//! As in go/ast, a type is an expression. Parentheses around types are dropped where the grammar knows that it is a type.
//!
//! Depth is bounded ([`MAX_NESTING`], [`MAX_DEPTH`]): recursive passes need stack for `MAX_DEPTH` nested nodes.

mod decl;
mod expr;
mod format;
mod position;
mod stmt;

pub use decl::*;
pub use expr::*;
pub use stmt::*;

use std::sync::{Arc, OnceLock};

use crate::base::{FileId, Interner, Pos, Span, Symbol, Text};

/// How deep brackets, blocks, types and unary operators may nest; more is a syntax error.
pub const MAX_NESTING: u32 = 1_000;

/// How deep a tree may get by left-recursive forms (`a + b + c ...`, `x.f().g()...`, `else if` chains).
pub const MAX_DEPTH: u32 = 10_000;

crate::define_id! {
    /// An expression or type of a [`File`].
    pub struct ExprId;
    /// An occurrence of an identifier in a [`File`], defining or using.
    pub struct IdentId;
    /// A statement of a [`File`].
    pub struct StmtId;
    /// A declaration (one spec or function) of a [`File`].
    pub struct DeclId;
    /// A field, parameter, result, type parameter, method or embedded element of a [`File`].
    pub struct FieldId;
    /// A case of a switch or type switch of a [`File`].
    pub struct CaseClauseId;
    /// A case of a select of a [`File`].
    pub struct CommClauseId;
}

/// An occurrence of an identifier.
#[derive(Clone, Copy, Debug)]
pub struct Ident {
    /// The name.
    pub name: Symbol,
    /// Where it stands.
    pub span: Span,
}

impl Ident {
    /// Where it begins.
    pub fn pos(&self) -> Pos {
        self.span.start()
    }
}

/// A group `names Type tag` of fields, parameters, results or type parameters that share one type; or a method or
/// embedded element of an interface.
#[derive(Clone, Debug)]
pub struct Field {
    /// Empty for embedded fields and elements, and for parameters without names.
    pub names: Box<[IdentId]>,
    /// The type; `Ellipsis` for a variadic parameter; `FuncType` for a method.
    pub ty: ExprId,
    /// The tag of a struct field (a `BasicLit`).
    pub tag: Option<ExprId>,
    /// All of it.
    pub span: Span,
}

/// A list of fields with its brackets.
#[derive(Clone, Debug, Default)]
pub struct FieldList {
    /// `(`, `[` or `{`; unknown for a single result without parentheses.
    pub opening: Pos,
    /// The groups in order.
    pub list: Box<[FieldId]>,
    /// `)`, `]` or `}`; unknown for a single result without parentheses.
    pub closing: Pos,
}

/// A `//go:` directive, `//line` directive or build constraint.
#[derive(Clone, Debug)]
pub struct Pragma {
    /// Where the comment begins.
    pub pos: Pos,
    /// The comment with its slashes, without the newline.
    pub text: String,
}

/// The tree of one source file.
#[derive(Debug)]
pub struct File {
    /// The file.
    pub id: FileId,
    /// All of the text.
    pub span: Span,
    /// `package`; unknown in REPL entries and single expressions.
    pub package: Pos,
    /// The package's name; `None` in REPL entries and single expressions, or when the clause is wrong.
    pub name: Option<IdentId>,
    /// Imports and top-level declarations in source order. Groups are flattened.
    pub decls: Vec<DeclId>,
    /// Statements of a REPL entry.
    pub stmts: Vec<StmtId>,
    /// The expression, when a single one was parsed.
    pub expr: Option<ExprId>,
    /// Directives and build constraints in source order.
    pub pragmas: Vec<Pragma>,
    /// The language version 1.x that its build constraint asks for, by its x. Set by whoever reads constraints.
    pub go_version: Option<u32>,
    /// Whether it contains syntax errors that the tree does not survive. Malformed literals and misplaced branches alone are
    /// reported, but the tree is whole, and gc goes on to check types.
    pub has_errors: bool,
    /// Everything but the bodies that are parsed later.
    pub(crate) nodes: Nodes,
    pub(crate) lazy: Option<Box<LazyBodies>>,
}

/// Nodes of a file, or of one function body that was parsed later. Ids count from `base`.
#[derive(Debug, Default)]
pub(crate) struct Nodes {
    pub(crate) base: u32,
    pub(crate) exprs: Vec<Expr>,
    pub(crate) idents: Vec<Ident>,
    pub(crate) stmts: Vec<Stmt>,
    pub(crate) decls: Vec<Decl>,
    pub(crate) fields: Vec<Field>,
    pub(crate) cases: Vec<CaseClause>,
    pub(crate) comms: Vec<CommClause>,
}

/// The bodies of functions that are parsed when they are first asked for: those of library files.
///
/// The ids of body `k` have `k + 1` in the bits from `shift` on, so that they tell where their node is.
#[derive(Debug)]
pub(crate) struct LazyBodies {
    pub(crate) shift: u32,
    /// In order of position.
    pub(crate) bodies: Vec<LazyBody>,
    /// The file's text and its position.
    pub(crate) src: Text,
    pub(crate) base: Pos,
    pub(crate) names: Arc<Interner>,
}

#[derive(Debug)]
pub(crate) struct LazyBody {
    /// `{`
    pub(crate) lbrace: Pos,
    /// What stands between the braces.
    pub(crate) text: std::ops::Range<usize>,
    pub(crate) parsed: OnceLock<(Nodes, Block)>,
}

impl File {
    /// A tree without nodes.
    pub fn new(id: FileId, span: Span) -> File {
        File {
            id,
            span,
            package: Pos::NONE,
            name: None,
            decls: Vec::new(),
            stmts: Vec::new(),
            expr: None,
            pragmas: Vec::new(),
            go_version: None,
            has_errors: false,
            nodes: Nodes::default(),
            lazy: None,
        }
    }

    /// The nodes among which `id` is.
    #[inline]
    fn nodes_of(&self, id: u32) -> &Nodes {
        match &self.lazy {
            Some(lazy) if id >> lazy.shift != 0 => self.body_nodes(lazy, id),
            _ => &self.nodes,
        }
    }

    fn body_nodes<'f>(&'f self, lazy: &'f LazyBodies, id: u32) -> &'f Nodes {
        // An id exists only after its body was parsed.
        let body = &lazy.bodies[(id >> lazy.shift) as usize - 1];
        body.parsed.get().map_or(&self.nodes, |(nodes, _)| nodes)
    }

    /// The body of a function. In library files it is parsed now, if it has not been.
    pub fn func_body<'f>(&'f self, f: &'f FuncDecl) -> Option<&'f Block> {
        let block = f.body.as_ref()?;
        let Some(lazy) = &self.lazy else {
            return Some(block);
        };
        match lazy
            .bodies
            .binary_search_by_key(&block.lbrace, |b| b.lbrace)
        {
            Ok(k) => Some(crate::parse::lazy_body(lazy, k, block)),
            Err(_) => Some(block),
        }
    }

    /// The first id of the nodes of a body that was parsed late, and how many expressions and identifiers it has.
    pub fn late_ids(&self, f: &FuncDecl) -> Option<(u32, usize, usize)> {
        let at = f.body.as_ref()?.lbrace;
        let bodies = &self.lazy.as_ref()?.bodies;
        let (nodes, _) = bodies.iter().find(|b| b.lbrace == at)?.parsed.get()?;
        Some((nodes.base, nodes.exprs.len(), nodes.idents.len()))
    }

    /// All declarations of a file, those in functions included.
    pub fn all_decls(&self) -> impl Iterator<Item = &Decl> {
        self.nodes.decls.iter()
    }

    /// The expression `id`.
    #[inline]
    pub fn expr(&self, id: ExprId) -> &Expr {
        let nodes = self.nodes_of(id.0);
        &nodes.exprs[(id.0 - nodes.base) as usize]
    }
    /// The identifier `id`.
    #[inline]
    pub fn ident(&self, id: IdentId) -> &Ident {
        let nodes = self.nodes_of(id.0);
        &nodes.idents[(id.0 - nodes.base) as usize]
    }
    /// The name of identifier `id`.
    #[inline]
    pub fn name_of(&self, id: IdentId) -> Symbol {
        self.ident(id).name
    }
    /// The statement `id`.
    #[inline]
    pub fn stmt(&self, id: StmtId) -> &Stmt {
        let nodes = self.nodes_of(id.0);
        &nodes.stmts[(id.0 - nodes.base) as usize]
    }
    /// How many types (not aliases) function bodies declare before `pos`.
    pub fn local_types_before(&self, pos: Pos) -> usize {
        let declares =
            |d: &Decl| matches!(&d.kind, DeclKind::TypeSpec(s) if !s.alias) && d.pos < pos;
        let all = self.nodes.decls.iter().filter(|d| declares(d)).count();
        let top = self.decls.iter().filter(|d| declares(self.decl(**d)));
        all - top.count()
    }
    /// The declaration `id`.
    #[inline]
    pub fn decl(&self, id: DeclId) -> &Decl {
        let nodes = self.nodes_of(id.0);
        &nodes.decls[(id.0 - nodes.base) as usize]
    }
    /// The field `id`.
    #[inline]
    pub fn field(&self, id: FieldId) -> &Field {
        let nodes = self.nodes_of(id.0);
        &nodes.fields[(id.0 - nodes.base) as usize]
    }
    /// The switch case `id`.
    #[inline]
    pub fn case(&self, id: CaseClauseId) -> &CaseClause {
        let nodes = self.nodes_of(id.0);
        &nodes.cases[(id.0 - nodes.base) as usize]
    }
    /// The select case `id`.
    #[inline]
    pub fn comm(&self, id: CommClauseId) -> &CommClause {
        let nodes = self.nodes_of(id.0);
        &nodes.comms[(id.0 - nodes.base) as usize]
    }
    /// Every expression in order of creation; without those of bodies that are parsed later.
    pub fn all_exprs(&self) -> impl ExactSizeIterator<Item = (ExprId, &Expr)> {
        self.nodes
            .exprs
            .iter()
            .enumerate()
            .map(|(n, e)| (ExprId(n as u32), e))
    }
    /// `id` without the parentheses around it.
    pub fn unparen(&self, mut id: ExprId) -> ExprId {
        while let ExprKind::ParenExpr { x } = self.expr(id).kind {
            id = x;
        }
        id
    }
    /// The identifier, if `id` is one.
    pub fn as_ident(&self, id: ExprId) -> Option<IdentId> {
        match self.expr(id).kind {
            ExprKind::Ident(ident) => Some(ident),
            _ => None,
        }
    }
    /// The import specs in order.
    pub fn imports(&self) -> impl Iterator<Item = (DeclId, &ImportSpec)> {
        self.decls.iter().filter_map(|&d| match &self.decl(d).kind {
            DeclKind::ImportSpec(spec) => Some((d, spec)),
            _ => None,
        })
    }
}
