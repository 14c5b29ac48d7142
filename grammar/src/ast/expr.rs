//! Expressions and types.

use super::{Block, ExprId, FieldList, IdentId};
use crate::base::{Pos, Span, Symbol};

/// An expression or type.
#[derive(Clone, Debug)]
pub struct Expr {
    /// What it is.
    pub kind: ExprKind,
    /// Its text.
    pub span: Span,
    /// The token gc takes for its position; see the module's head.
    pub pos: Pos,
}

/// What an expression or type is; named as in go/ast.
#[derive(Clone, Debug)]
pub enum ExprKind {
    /// Something that could not be parsed.
    BadExpr,
    /// `x`
    Ident(IdentId),
    /// `1`, `'a'`, `"s"`: the text as it stands in the source.
    BasicLit { kind: LitKind, value: Symbol },
    /// `T{a, b: c}`; without type inside other literals. `pos` is `{`.
    CompositeLit {
        ty: Option<ExprId>,
        elems: Box<[ExprId]>,
        rbrace: Pos,
    },
    /// `func(...) {...}`; `ty` is a `FuncType`.
    FuncLit { ty: ExprId, body: Block },
    /// `(x)`
    ParenExpr { x: ExprId },
    /// `x.sel`; also a qualified identifier. `pos` is `.`.
    SelectorExpr { x: ExprId, sel: IdentId },
    /// `x[i]`, `T[A, B]`. `pos` is `[`.
    IndexExpr {
        x: ExprId,
        indices: Box<[ExprId]>,
        rbrack: Pos,
    },
    /// `x[i:j:k]`; `three` says whether there were two colons. `pos` is `[`.
    SliceExpr {
        x: ExprId,
        lo: Option<ExprId>,
        hi: Option<ExprId>,
        max: Option<ExprId>,
        three: bool,
    },
    /// `x.(T)`; `None` is `x.(type)` outside of a type switch. `pos` is `.`.
    TypeAssertExpr { x: ExprId, ty: Option<ExprId> },
    /// `f(args...)`. `pos` is `(`.
    CallExpr {
        fun: ExprId,
        args: Box<[ExprId]>,
        has_dots: bool,
        dots: Pos,
        rparen: Pos,
    },
    /// `*x`, as an indirection or a pointer type.
    StarExpr { x: ExprId },
    /// `-x`, `<-ch`, `&x`, `~T`.
    UnaryExpr { op: UnaryOp, x: ExprId },
    /// `x + y`. `pos` is the operator.
    BinaryExpr { op: BinaryOp, x: ExprId, y: ExprId },
    /// `key: value` in a composite literal. `pos` is `:`.
    KeyValueExpr { key: ExprId, value: ExprId },
    /// `[]T` (`len` is `None`), `[n]T`, `[...]T` (`len` is an `Ellipsis` without element).
    ArrayType { len: Option<ExprId>, elem: ExprId },
    /// `struct {...}`
    StructType { fields: FieldList },
    /// `func(...) ...`; type parameters of functions and methods stand in [`super::FuncDecl`]. `pos` is what
    /// gc takes: the token after `func` (or after the name).
    FuncType {
        params: FieldList,
        results: FieldList,
    },
    /// `interface {...}`: methods have one name and a `FuncType`, embedded elements no name.
    InterfaceType { methods: FieldList },
    /// `map[K]V`
    MapType { key: ExprId, value: ExprId },
    /// `chan T`, `<-chan T`, `chan<- T`
    ChanType { dir: ChanDir, elem: ExprId },
    /// `...T` of a variadic parameter, or the `...` of `[...]T`.
    Ellipsis { elem: Option<ExprId> },
}

/// Kinds of literals.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum LitKind {
    /// `42`
    Int,
    /// `1e3`
    Float,
    /// `2i`
    Imag,
    /// `'a'`
    Rune,
    /// `"a"` or raw
    String,
}

/// Directions of channel types.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum ChanDir {
    /// `chan T`
    Both,
    /// `chan<- T`
    SendOnly,
    /// `<-chan T`
    RecvOnly,
}

/// Unary operators, without `*`, which is a `StarExpr`.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
#[allow(missing_docs)]
pub enum UnaryOp {
    Add,
    Sub,
    Not,
    Xor,
    And,
    Recv,
    Tilde,
}

impl UnaryOp {
    /// The operator as written.
    pub fn as_str(self) -> &'static str {
        match self {
            UnaryOp::Add => "+",
            UnaryOp::Sub => "-",
            UnaryOp::Not => "!",
            UnaryOp::Xor => "^",
            UnaryOp::And => "&",
            UnaryOp::Recv => "<-",
            UnaryOp::Tilde => "~",
        }
    }
}

/// Binary operators, named as in gc's syntax package.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
#[allow(missing_docs)]
pub enum BinaryOp {
    OrOr,
    AndAnd,
    Eql,
    Neq,
    Lss,
    Leq,
    Gtr,
    Geq,
    Add,
    Sub,
    Or,
    Xor,
    Mul,
    Div,
    Rem,
    And,
    AndNot,
    Shl,
    Shr,
}

impl BinaryOp {
    /// The operator as written.
    pub fn as_str(self) -> &'static str {
        match self {
            BinaryOp::OrOr => "||",
            BinaryOp::AndAnd => "&&",
            BinaryOp::Eql => "==",
            BinaryOp::Neq => "!=",
            BinaryOp::Lss => "<",
            BinaryOp::Leq => "<=",
            BinaryOp::Gtr => ">",
            BinaryOp::Geq => ">=",
            BinaryOp::Add => "+",
            BinaryOp::Sub => "-",
            BinaryOp::Or => "|",
            BinaryOp::Xor => "^",
            BinaryOp::Mul => "*",
            BinaryOp::Div => "/",
            BinaryOp::Rem => "%",
            BinaryOp::And => "&",
            BinaryOp::AndNot => "&^",
            BinaryOp::Shl => "<<",
            BinaryOp::Shr => ">>",
        }
    }

    /// Precedence, 1 (`||`) to 5 (`*`).
    pub fn precedence(self) -> u8 {
        match self {
            BinaryOp::OrOr => 1,
            BinaryOp::AndAnd => 2,
            BinaryOp::Eql
            | BinaryOp::Neq
            | BinaryOp::Lss
            | BinaryOp::Leq
            | BinaryOp::Gtr
            | BinaryOp::Geq => 3,
            BinaryOp::Add | BinaryOp::Sub | BinaryOp::Or | BinaryOp::Xor => 4,
            _ => 5,
        }
    }

    /// `==`, `!=`, `<`, `<=`, `>`, `>=`
    pub fn is_comparison(self) -> bool {
        self.precedence() == 3
    }

    /// `<<`, `>>`
    pub fn is_shift(self) -> bool {
        matches!(self, BinaryOp::Shl | BinaryOp::Shr)
    }
}
