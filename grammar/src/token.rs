//! The tokens that the parser sees.

use crate::ast::{BinaryOp, LitKind};
use crate::base::{Interner, Pos, Span, Symbol, sym};

/// Why a semicolon stands there.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum Semi {
    /// It is written.
    Semicolon,
    /// Inserted at the end of a line.
    Newline,
    /// Inserted at the end of the text.
    Eof,
}

macro_rules! tokens {
    ($($name:ident = $text:literal,)*) => {
        /// A token.
        #[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
        #[allow(missing_docs)]
        pub enum Tok {
            /// An identifier.
            Ident(Symbol),
            /// A literal: its kind, its text, and whether the text is well-formed.
            Literal(LitKind, Symbol, bool),
            /// `op=`
            AssignOp(BinaryOp),
            /// `;`, written or inserted.
            Semi(Semi),
            /// First token of a source file.
            StartFile,
            /// First token of a REPL entry.
            StartRepl,
            /// First token of a single expression.
            StartExpr,
            /// The end of the text (only for error reporting; the generated parser has its own notion of the end).
            Eof,
            /// `[` that opens the type parameters of a type declaration.
            LbrackT,
            /// `func` that begins a function declaration.
            FuncDecl,
            $($name,)*
        }

        impl Tok {
            /// The text of keywords, operators and delimiters; empty for others.
            pub fn text(self) -> &'static str {
                match self {
                    $(Tok::$name => $text,)*
                    Tok::LbrackT => "[",
                    Tok::FuncDecl => "func",
                    Tok::Eof => "EOF",
                    Tok::Semi(_) => ";",
                    _ => "",
                }
            }
        }
    };
}

tokens! {
    Break = "break", Case = "case", Chan = "chan", Const = "const", Continue = "continue", Default = "default",
    Defer = "defer", Else = "else", Fallthrough = "fallthrough", For = "for", Func = "func", Go = "go", Goto = "goto",
    If = "if", Import = "import", Interface = "interface", Map = "map", Package = "package", Range = "range",
    Return = "return", Select = "select", Struct = "struct", Switch = "switch", Type = "type", Var = "var",
    Add = "+", Sub = "-", Star = "*", Div = "/", Rem = "%", And = "&", Or = "|", Xor = "^", Shl = "<<", Shr = ">>",
    AndNot = "&^", AndAnd = "&&", OrOr = "||", Arrow = "<-", Inc = "++", Dec = "--", Eql = "==", Lss = "<",
    Gtr = ">", Assign = "=", Not = "!", Tilde = "~", Neq = "!=", Leq = "<=", Geq = ">=", Define = ":=",
    DotDotDot = "...", Lparen = "(", Rparen = ")", Lbrack = "[", Rbrack = "]", Lbrace = "{", Rbrace = "}",
    Comma = ",", Dot = ".", Colon = ":",
}

impl Tok {
    /// The keyword that `s` is.
    pub fn keyword(s: Symbol) -> Option<Tok> {
        const KEYWORDS: [Tok; 25] = [
            Tok::Break,
            Tok::Case,
            Tok::Chan,
            Tok::Const,
            Tok::Continue,
            Tok::Default,
            Tok::Defer,
            Tok::Else,
            Tok::Fallthrough,
            Tok::For,
            Tok::Func,
            Tok::Go,
            Tok::Goto,
            Tok::If,
            Tok::Import,
            Tok::Interface,
            Tok::Map,
            Tok::Package,
            Tok::Range,
            Tok::Return,
            Tok::Select,
            Tok::Struct,
            Tok::Switch,
            Tok::Type,
            Tok::Var,
        ];
        KEYWORDS
            .get(s.index().wrapping_sub(sym::BREAK.index()))
            .copied()
    }

    /// Whether it is a keyword.
    pub fn is_keyword(self) -> bool {
        self.text().starts_with(|c: char| c.is_ascii_lowercase())
    }

    /// Whether a newline after it ends the statement.
    pub fn ends_statement(self) -> bool {
        use Tok::*;
        matches!(
            self,
            Ident(_)
                | Literal(..)
                | Break
                | Continue
                | Fallthrough
                | Return
                | Inc
                | Dec
                | Rparen
                | Rbrack
                | Rbrace
        )
    }

    /// The binary operator, if it is one.
    pub fn binary_op(self) -> Option<BinaryOp> {
        Some(match self {
            Tok::OrOr => BinaryOp::OrOr,
            Tok::AndAnd => BinaryOp::AndAnd,
            Tok::Eql => BinaryOp::Eql,
            Tok::Neq => BinaryOp::Neq,
            Tok::Lss => BinaryOp::Lss,
            Tok::Leq => BinaryOp::Leq,
            Tok::Gtr => BinaryOp::Gtr,
            Tok::Geq => BinaryOp::Geq,
            Tok::Add => BinaryOp::Add,
            Tok::Sub => BinaryOp::Sub,
            Tok::Or => BinaryOp::Or,
            Tok::Xor => BinaryOp::Xor,
            Tok::Star => BinaryOp::Mul,
            Tok::Div => BinaryOp::Div,
            Tok::Rem => BinaryOp::Rem,
            Tok::And => BinaryOp::And,
            Tok::AndNot => BinaryOp::AndNot,
            Tok::Shl => BinaryOp::Shl,
            Tok::Shr => BinaryOp::Shr,
            _ => return None,
        })
    }

    /// The token as gc names the one it did not expect.
    pub fn found(self, names: &Interner) -> String {
        match self {
            Tok::Ident(s) => format!("name {}", names.resolve(s)),
            Tok::Literal(_, s, _) => format!("literal {}", names.resolve(s)),
            Tok::AssignOp(op) => format!("{}=", op.as_str()),
            Tok::Semi(Semi::Semicolon) => "semicolon".into(),
            Tok::Semi(Semi::Newline) => "newline".into(),
            Tok::Semi(Semi::Eof) | Tok::Eof => "EOF".into(),
            t => t.expected(),
        }
    }

    /// The token as gc names the one it expected.
    pub fn expected(self) -> String {
        match self {
            Tok::Comma => "comma".into(),
            Tok::Semi(_) => "semicolon or newline".into(),
            Tok::Ident(_) => "name".into(),
            t if t.is_keyword() => format!("keyword {}", t.text()),
            t => t.text().into(),
        }
    }
}

impl std::fmt::Display for Tok {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.expected())
    }
}

/// A token with its place.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Token {
    /// What it is.
    pub tok: Tok,
    /// Where it stands; empty for an inserted semicolon.
    pub span: Span,
}

impl Token {
    /// Where it begins.
    pub fn pos(&self) -> Pos {
        self.span.start()
    }
}

/// A mistake in the text. The message is complete, with `syntax error: ` in front where gc says so.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct SyntaxError {
    /// Where; its start is the reported position.
    pub span: Span,
    /// gc's sentence.
    pub message: String,
}
