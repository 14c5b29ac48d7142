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

use crate::base::{FileId, IndexVec, Pos, Span, Symbol};

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
    /// Whether it contains syntax errors that the tree does not survive. Malformed literals and misplaced branches alone are
    /// reported, but the tree is whole, and gc goes on to check types.
    pub has_errors: bool,
    pub(crate) exprs: IndexVec<ExprId, Expr>,
    pub(crate) idents: IndexVec<IdentId, Ident>,
    pub(crate) all_stmts: IndexVec<StmtId, Stmt>,
    pub(crate) all_decls: IndexVec<DeclId, Decl>,
    pub(crate) fields: IndexVec<FieldId, Field>,
    pub(crate) cases: IndexVec<CaseClauseId, CaseClause>,
    pub(crate) comms: IndexVec<CommClauseId, CommClause>,
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
            has_errors: false,
            exprs: IndexVec::new(),
            idents: IndexVec::new(),
            all_stmts: IndexVec::new(),
            all_decls: IndexVec::new(),
            fields: IndexVec::new(),
            cases: IndexVec::new(),
            comms: IndexVec::new(),
        }
    }

    /// The expression `id`.
    #[inline]
    pub fn expr(&self, id: ExprId) -> &Expr {
        &self.exprs[id]
    }
    /// The identifier `id`.
    #[inline]
    pub fn ident(&self, id: IdentId) -> &Ident {
        &self.idents[id]
    }
    /// The name of identifier `id`.
    #[inline]
    pub fn name_of(&self, id: IdentId) -> Symbol {
        self.idents[id].name
    }
    /// The statement `id`.
    #[inline]
    pub fn stmt(&self, id: StmtId) -> &Stmt {
        &self.all_stmts[id]
    }
    /// The declaration `id`.
    #[inline]
    pub fn decl(&self, id: DeclId) -> &Decl {
        &self.all_decls[id]
    }
    /// The field `id`.
    #[inline]
    pub fn field(&self, id: FieldId) -> &Field {
        &self.fields[id]
    }
    /// The switch case `id`.
    #[inline]
    pub fn case(&self, id: CaseClauseId) -> &CaseClause {
        &self.cases[id]
    }
    /// The select case `id`.
    #[inline]
    pub fn comm(&self, id: CommClauseId) -> &CommClause {
        &self.comms[id]
    }
    /// The number of expressions: side tables by [`ExprId`] have this length.
    pub fn expr_count(&self) -> usize {
        self.exprs.len()
    }
    /// The number of identifiers.
    pub fn ident_count(&self) -> usize {
        self.idents.len()
    }
    /// The number of statements.
    pub fn stmt_count(&self) -> usize {
        self.all_stmts.len()
    }
    /// The number of declarations, local ones included.
    pub fn decl_count(&self) -> usize {
        self.all_decls.len()
    }
    /// The number of fields.
    pub fn field_count(&self) -> usize {
        self.fields.len()
    }
    /// The number of switch cases.
    pub fn case_count(&self) -> usize {
        self.cases.len()
    }
    /// The number of select cases.
    pub fn comm_count(&self) -> usize {
        self.comms.len()
    }
    /// Every expression in order of creation.
    pub fn all_exprs(&self) -> impl ExactSizeIterator<Item = (ExprId, &Expr)> {
        self.exprs.iter_enumerated()
    }
    /// Every statement in order of creation.
    pub fn all_stmts(&self) -> impl ExactSizeIterator<Item = (StmtId, &Stmt)> {
        self.all_stmts.iter_enumerated()
    }
    /// `id` without the parentheses around it.
    pub fn unparen(&self, mut id: ExprId) -> ExprId {
        while let ExprKind::ParenExpr { x } = self.exprs[id].kind {
            id = x;
        }
        id
    }
    /// The identifier, if `id` is one.
    pub fn as_ident(&self, id: ExprId) -> Option<IdentId> {
        match self.exprs[id].kind {
            ExprKind::Ident(ident) => Some(ident),
            _ => None,
        }
    }
    /// The import specs in order.
    pub fn imports(&self) -> impl Iterator<Item = (DeclId, &ImportSpec)> {
        self.decls
            .iter()
            .filter_map(|&d| match &self.all_decls[d].kind {
                DeclKind::ImportSpec(spec) => Some((d, spec)),
                _ => None,
            })
    }
}
