//! Statements.

use super::{BinaryOp, CaseClauseId, CommClauseId, DeclId, ExprId, IdentId, StmtId};
use crate::base::{Pos, Span};

/// A statement.
#[derive(Clone, Debug)]
pub struct Stmt {
    /// What it is.
    pub kind: StmtKind,
    /// Its text.
    pub span: Span,
    /// The token gc takes for its position: the keyword, the assignment operator, the `:` of a label.
    pub pos: Pos,
}

/// `{ ... }`
#[derive(Clone, Debug)]
pub struct Block {
    /// `{`
    pub lbrace: Pos,
    /// The statements. Empty statements are kept only where they stand for one (after a label).
    pub stmts: Box<[StmtId]>,
    /// `}`
    pub rbrace: Pos,
}

/// What a statement is; named as in go/ast.
#[derive(Clone, Debug)]
pub enum StmtKind {
    /// Something that could not be parsed.
    BadStmt,
    /// `const`, `type` or `var` inside a function, one or a group.
    DeclStmt { decls: Box<[DeclId]> },
    /// Nothing.
    EmptyStmt,
    /// `label: stmt`
    LabeledStmt { label: IdentId, stmt: StmtId },
    /// An expression as a statement.
    ExprStmt { x: ExprId },
    /// `ch <- value`. `pos` is the arrow.
    SendStmt { chan: ExprId, value: ExprId },
    /// `x++`, `x--`. `pos` is the operator.
    IncDecStmt { x: ExprId, inc: bool },
    /// `lhs = rhs`, `lhs := rhs` (`define`), `lhs op= rhs`. `pos` is the operator.
    AssignStmt {
        lhs: Box<[ExprId]>,
        op: Option<BinaryOp>,
        define: bool,
        rhs: Box<[ExprId]>,
    },
    /// `go call`
    GoStmt { call: ExprId },
    /// `defer call`
    DeferStmt { call: ExprId },
    /// `return results`
    ReturnStmt { results: Box<[ExprId]> },
    /// `break`, `continue`, `goto`, `fallthrough`
    BranchStmt {
        tok: BranchTok,
        label: Option<IdentId>,
    },
    /// A block.
    BlockStmt(Block),
    /// `if init; cond {} else ...`; `els` is an `IfStmt` or `BlockStmt`.
    IfStmt {
        init: Option<StmtId>,
        cond: ExprId,
        then: Block,
        els: Option<StmtId>,
    },
    /// `switch init; tag {}`
    SwitchStmt {
        init: Option<StmtId>,
        tag: Option<ExprId>,
        body: Clauses<CaseClauseId>,
    },
    /// `switch init; bind := x.(type) {}`. `guard` is the whole guard, `guard_pos` its `.`.
    TypeSwitchStmt {
        init: Option<StmtId>,
        bind: Option<IdentId>,
        x: ExprId,
        guard: Span,
        guard_pos: Pos,
        body: Clauses<CaseClauseId>,
    },
    /// `select {}`
    SelectStmt { body: Clauses<CommClauseId> },
    /// `for init; cond; post {}`
    ForStmt {
        init: Option<StmtId>,
        cond: Option<ExprId>,
        post: Option<StmtId>,
        body: Block,
    },
    /// `for lhs := range x {}`. `lhs` is empty for `for range x`; the checker refuses more than two. `tok` is the
    /// position of `=` or `:=`, `range` that of `range` (gc's position of the clause).
    RangeStmt {
        lhs: Box<[ExprId]>,
        define: bool,
        tok: Pos,
        range: Pos,
        x: ExprId,
        body: Block,
    },
}

/// The braces of a switch or select and its clauses.
#[derive(Clone, Debug)]
pub struct Clauses<I> {
    /// `{`
    pub lbrace: Pos,
    /// In source order.
    pub list: Box<[I]>,
    /// `}`
    pub rbrace: Pos,
}

/// A case of a switch or type switch.
#[derive(Clone, Debug)]
pub struct CaseClause {
    /// The expressions or types; `None` for `default`.
    pub exprs: Option<Box<[ExprId]>>,
    /// `:`
    pub colon: Pos,
    /// The statements.
    pub body: Box<[StmtId]>,
    /// All of it.
    pub span: Span,
    /// `case` or `default`.
    pub pos: Pos,
}

/// A case of a select.
#[derive(Clone, Debug)]
pub struct CommClause {
    /// A send, receive or receiving assignment (the checker looks); `None` for `default`.
    pub comm: Option<StmtId>,
    /// `:`
    pub colon: Pos,
    /// The statements.
    pub body: Box<[StmtId]>,
    /// All of it.
    pub span: Span,
    /// `case` or `default`.
    pub pos: Pos,
}

/// The keyword of a branch statement.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
#[allow(missing_docs)]
pub enum BranchTok {
    Break,
    Continue,
    Goto,
    Fallthrough,
}

impl BranchTok {
    /// The keyword.
    pub fn as_str(self) -> &'static str {
        match self {
            BranchTok::Break => "break",
            BranchTok::Continue => "continue",
            BranchTok::Goto => "goto",
            BranchTok::Fallthrough => "fallthrough",
        }
    }
}
