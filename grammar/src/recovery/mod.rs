//! What is wrong with a text that the LR parser refused, in the words of the gc compiler.
//!
//! gc's messages depend on which of its parser's functions meets the unexpected token, and on where that
//! function goes on reading afterwards. So this walks the tokens by the same steps, top down, without building
//! anything, and collects the messages. It runs only for texts with errors. [`Walker::advance`] is the resynchronization: it drops tokens up
//! to one that can follow, or, inside functions, up to a keyword that starts a statement.

mod decl;
mod expr;
mod stmt;
mod types;

use crate::actions::Builder;
use crate::ast::{File, MAX_NESTING, StmtKind};
use crate::base::{FileId, Interner, Pos, Span};
use crate::parse::{Mode, run};
use crate::token::{Semi, SyntaxError, Tok, Token};

/// What was found.
pub struct Explanation {
    /// In the order of discovery, the lexer's among them.
    pub errors: Vec<SyntaxError>,
    /// How many of them are not the lexer's.
    pub count: usize,
    /// Whether the first of them is at the end of the text.
    pub at_end: bool,
}

/// Finds gc's errors in `tokens`. `lexical` are those of the lexer: once there is any error, gc does not complain about the end.
pub fn explain(
    mode: Mode,
    tokens: &[Token],
    lexical: &[SyntaxError],
    names: &Interner,
) -> Explanation {
    let mut w = Walker {
        tokens,
        lexical,
        names,
        at: 0,
        errors: Vec::new(),
        reported_at: Vec::new(),
        at_end: false,
        in_func: 0,
        expr_level: 0,
        depth: 0,
        gave_up: false,
    };
    match mode {
        Mode::File => w.file(),
        Mode::Repl | Mode::Body => w.repl_entry(),
        Mode::Expr => {
            w.expr();
            if w.tok() != Tok::Eof && !w.got_semi() {
                w.syntax_error("after expression");
            }
        }
    }
    let count = w.errors.len();
    // gc meets a lexical error when it reads the token, before the parser can complain about it.
    let mut errors = Vec::with_capacity(count + lexical.len());
    let mut lexical = lexical.iter().peekable();
    for (e, at) in w.errors.into_iter().zip(w.reported_at) {
        while let Some(l) = lexical.next_if(|l| l.span.lo <= at.0) {
            errors.push(l.clone());
        }
        errors.push(e);
    }
    errors.extend(lexical.cloned());
    Explanation {
        errors,
        count,
        at_end: w.at_end,
    }
}

/// A token as gc's parser classifies it.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Class {
    Operator,
    Star,
    Other,
}

fn class(t: Tok) -> Class {
    match t {
        Tok::Star => Class::Star,
        Tok::Not | Tok::Tilde => Class::Operator,
        t if t.binary_op().is_some() => Class::Operator,
        _ => Class::Other,
    }
}

/// Tokens that [`Walker::advance`] stops at.
#[derive(Clone, Copy)]
enum Stop {
    At(Tok),
    Name,
    Semi,
    Operator,
}

struct Walker<'a> {
    tokens: &'a [Token],
    lexical: &'a [SyntaxError],
    names: &'a Interner,
    at: usize,
    errors: Vec<SyntaxError>,
    /// The token that was being looked at when each error was found.
    reported_at: Vec<Pos>,
    at_end: bool,
    /// How many functions are open: statement keywords are stops only inside.
    in_func: u32,
    /// Negative in headers, where `{` begins the block.
    expr_level: i32,
    depth: u32,
    gave_up: bool,
}

impl<'a> Walker<'a> {
    fn token(&self) -> Token {
        self.tokens[self.at.min(self.tokens.len() - 1)]
    }

    fn tok(&self) -> Tok {
        match self.token().tok {
            Tok::LbrackT => Tok::Lbrack,
            t => t,
        }
    }

    fn pos(&self) -> Pos {
        self.token().pos()
    }

    fn next(&mut self) {
        if self.at + 1 < self.tokens.len() {
            self.at += 1;
        }
    }

    fn is(&self, t: Tok) -> bool {
        self.tok() == t
    }
    fn is_name(&self) -> bool {
        matches!(self.tok(), Tok::Ident(_))
    }
    fn is_semi(&self) -> bool {
        matches!(self.tok(), Tok::Semi(_))
    }
    fn is_literal(&self) -> bool {
        matches!(self.tok(), Tok::Literal(..))
    }

    fn got(&mut self, t: Tok) -> bool {
        let yes = self.is(t);
        if yes {
            self.next();
        }
        yes
    }

    fn got_semi(&mut self) -> bool {
        let yes = self.is_semi();
        if yes {
            self.next();
        }
        yes
    }

    fn want(&mut self, t: Tok) {
        if !self.got(t) {
            self.syntax_error(&format!("expected {}", t.expected()));
            self.advance(&[]);
        }
    }

    fn want_semi(&mut self) {
        if !self.got_semi() {
            self.syntax_error("expected semicolon or newline");
            self.advance(&[]);
        }
    }

    /// `=`, or `:=` with a complaint.
    fn got_assign(&mut self) -> bool {
        if self.is(Tok::Define) {
            self.syntax_error("expected =");
            self.next();
            return true;
        }
        self.got(Tok::Assign)
    }

    fn has_error(&self) -> bool {
        !self.errors.is_empty()
            || self
                .lexical
                .first()
                .is_some_and(|e| e.span.lo <= self.pos().0)
    }

    fn error_at(&mut self, span: Span, message: impl Into<String>) {
        if self.gave_up {
            return;
        }
        if self.errors.is_empty() {
            self.at_end = matches!(self.tok(), Tok::Eof | Tok::Semi(Semi::Eof));
        }
        self.reported_at.push(self.token().span.end());
        self.errors.push(SyntaxError {
            span,
            message: message.into(),
        });
    }

    fn syntax_error(&mut self, msg: &str) {
        self.syntax_error_at(self.token().span, msg);
    }

    /// Completes the message as gc does: what begins with `in`, `at`, `after` or `expected` names the token found.
    fn syntax_error_at(&mut self, span: Span, msg: &str) {
        if self.is(Tok::Eof) && self.has_error() {
            return;
        }
        let found = |w: &Self| w.tok().found(w.names);
        let message =
            if msg.starts_with("in ") || msg.starts_with("at ") || msg.starts_with("after ") {
                format!("syntax error: unexpected {} {msg}", found(self))
            } else if msg.starts_with("expected ") {
                format!("syntax error: unexpected {}, {msg}", found(self))
            } else {
                format!("syntax error: {msg}")
            };
        self.error_at(span, message);
    }

    /// Drops tokens up to one of `stops`; without stops exactly one token.
    fn advance(&mut self, stops: &[Stop]) {
        if stops.is_empty() {
            self.next();
            return;
        }
        while !self.is(Tok::Eof) {
            let t = self.tok();
            let keyword = matches!(
                t,
                Tok::Break
                    | Tok::Const
                    | Tok::Continue
                    | Tok::Defer
                    | Tok::Fallthrough
                    | Tok::For
                    | Tok::Go
                    | Tok::Goto
                    | Tok::If
                    | Tok::Return
                    | Tok::Select
                    | Tok::Switch
                    | Tok::Type
                    | Tok::Var
            );
            let stop = stops.iter().any(|s| match s {
                Stop::At(s) => t == *s,
                Stop::Name => matches!(t, Tok::Ident(_)),
                Stop::Semi => matches!(t, Tok::Semi(_)),
                Stop::Operator => class(t) == Class::Operator,
            });
            if stop || keyword && self.in_func > 0 {
                return;
            }
            self.next();
        }
    }

    /// Counts a level of nesting; false when there are too many, and then reading is over.
    fn enter(&mut self) -> bool {
        self.depth += 1;
        if self.depth > MAX_NESTING + 16 {
            if !self.gave_up {
                let span = self.token().span;
                self.error_at(span, "syntax error: exceeded max nesting depth");
                self.gave_up = true;
                self.at_end = false;
            }
            self.at = self.tokens.len() - 1;
        }
        !self.gave_up
    }

    fn leave(&mut self) {
        self.depth -= 1;
    }

    /// `[ f { sep f } [sep] ] close`. `f` returns true when nothing may follow. The position of the closing token.
    fn list(
        &mut self,
        context: &str,
        sep: Tok,
        close: Tok,
        f: &mut dyn FnMut(&mut Self) -> bool,
    ) -> Token {
        let semis = matches!(sep, Tok::Semi(_));
        let mut done = false;
        while !self.is(Tok::Eof) && !self.is(close) && !done {
            done = f(self);
            let got = if semis {
                self.got_semi()
            } else {
                self.got(sep)
            };
            if !got && !self.is(close) {
                self.syntax_error(&format!(
                    "in {context}; possibly missing {} or {}",
                    sep.expected(),
                    close.expected()
                ));
                self.advance(&[
                    Stop::At(Tok::Rparen),
                    Stop::At(Tok::Rbrack),
                    Stop::At(Tok::Rbrace),
                ]);
                if !self.is(close) {
                    return self.token();
                }
            }
        }
        let at = self.token();
        self.want(close);
        at
    }

    /// The message about the statement between two tokens that is used as a value.
    fn cannot_use(&mut self, lo: usize, hi: usize, at: Pos) {
        let tokens = &self.tokens[lo..hi];
        let mut b = Builder::new(File::new(FileId(0), Span::NONE), Some(self.names));
        let refused = run(Mode::Repl, tokens, &mut b);
        let words = match (refused, b.file.stmts.first()) {
            (None, Some(&s)) if !matches!(b.file.stmt(s).kind, StmtKind::ExprStmt { .. }) => {
                b.cannot_use(s)
            }
            _ => "syntax error: cannot use statement as value".into(),
        };
        self.error_at(at.span(), words);
    }
}
