//! Errors in package clauses and import declarations. The go command reads these first, with another parser than the
//! compiler's, to find what a program is made of: its words differ, and it shows one error a file and nothing else.

use golite_grammar::lexer::lex;
use golite_grammar::token::{Semi, Tok, Token};

use super::ast::LitKind;
use crate::base::{Interner, SourceFile, Span};

/// The error in the head of `source`, if there is one.
pub(super) fn header_error(source: &SourceFile, names: &Interner) -> Option<(Span, String)> {
    let lexed = lex(source.src(), source.base(), names);
    let mut r = Reader {
        tokens: &lexed.tokens,
        at: 0,
        names,
    };
    let found = r.header().err();
    // Of what follows a good head, only a comment without end is seen.
    let after = r.token().span.lo;
    let end = match (&found, r.at.checked_sub(1)) {
        (Some((span, _)), _) => span.lo + 1,
        (None, Some(last)) => r.tokens[last.min(r.tokens.len() - 1)].span.hi,
        (None, None) => after,
    };
    let in_head =
        |at: u32, words: &str| at <= end || words.starts_with("comment not") && at < after;
    let lexical = lexed
        .errors
        .into_iter()
        .find(|e| in_head(e.span.lo, &e.message))
        .map(|e| {
            let token = lexed
                .tokens
                .iter()
                .find(|t| t.span.lo <= e.span.lo && e.span.lo <= t.span.hi);
            match token {
                Some(t) if e.message.contains("in string") || e.message.contains("string not") => {
                    (t.span, "string literal not terminated".to_string())
                }
                _ => (
                    e.span,
                    e.message
                        .replacen("invalid character", "illegal character", 1),
                ),
            }
        });
    lexical.or(found)
}

struct Reader<'a> {
    tokens: &'a [Token],
    at: usize,
    names: &'a Interner,
}

type Result = std::result::Result<(), (Span, String)>;

impl Reader<'_> {
    fn token(&self) -> Token {
        self.tokens[self.at.min(self.tokens.len() - 1)]
    }

    fn next(&mut self) {
        self.at += 1;
    }

    fn expected<T>(&self, what: &str) -> std::result::Result<T, (Span, String)> {
        let t = self.token();
        let found = match t.tok {
            Tok::Ident(s) | Tok::Literal(_, s, _) => self.names.resolve(s).to_string(),
            Tok::Semi(Semi::Newline | Semi::Eof) => "newline".to_string(),
            Tok::AssignOp(op) => format!("'{}='", op.as_str()),
            t => format!("'{}'", t.text()),
        };
        Err((t.span, format!("expected '{what}', found {found}")))
    }

    fn header(&mut self) -> Result {
        if self.token().tok != Tok::Package {
            return self.expected("package");
        }
        self.next();
        if !matches!(self.token().tok, Tok::Ident(_)) {
            return self.expected("IDENT");
        }
        self.next();
        if !matches!(self.token().tok, Tok::Semi(_)) {
            return Ok(());
        }
        self.next();
        while self.token().tok == Tok::Import {
            self.next();
            if self.token().tok == Tok::Lparen {
                self.next();
                while !matches!(self.token().tok, Tok::Rparen | Tok::Eof) {
                    self.spec()?;
                    match self.token().tok {
                        Tok::Semi(_) => self.next(),
                        Tok::Rparen => {}
                        _ => return self.expected(";"),
                    }
                }
                if self.token().tok != Tok::Rparen {
                    return self.expected(")");
                }
                self.next();
            } else {
                self.spec()?;
            }
            if !matches!(self.token().tok, Tok::Semi(_)) {
                return self.expected(";");
            }
            self.next();
        }
        Ok(())
    }

    fn spec(&mut self) -> Result {
        if matches!(self.token().tok, Tok::Ident(_) | Tok::Dot) {
            self.next();
        }
        let t = self.token();
        match t.tok {
            Tok::Literal(LitKind::String, ..) => {
                self.next();
                Ok(())
            }
            Tok::Literal(..) => Err((t.span, "import path must be a string".into())),
            _ => Err((t.span, "missing import path".into())),
        }
    }
}
