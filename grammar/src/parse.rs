//! Runs the generated parser over the tokens, and [`crate::recovery`] when it refuses them.

use lalrpop_util::ParseError;

use crate::actions::Builder;
use crate::ast::File;
use crate::base::{FileId, Interner, Pos, Span};
use crate::lexer::{self, Lexed};
use crate::recovery;
use crate::token::{Semi, SyntaxError, Tok, Token};
use crate::typeparams;

#[allow(clippy::all, clippy::pedantic, unused, missing_docs, rustdoc::all)]
mod generated {
    include!(concat!(env!("OUT_DIR"), "/golite.rs"));
}

/// What a text is to be.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Mode {
    /// A source file.
    File,
    /// Imports, declarations and statements in any order.
    Repl,
    /// One expression or type.
    Expr,
}

/// A parsed text.
#[derive(Debug)]
pub struct Parsed {
    /// The tree; without nodes worth looking at when it `has_errors`.
    pub file: File,
    /// What is wrong, in gc's words and order.
    pub errors: Vec<SyntaxError>,
    /// Whether more text could mend the first error (for a REPL).
    pub incomplete: bool,
}

/// Parses `src`, whose first byte has position `base`.
pub fn parse(mode: Mode, src: &[u8], id: FileId, base: Pos, names: &Interner) -> Parsed {
    let Lexed {
        mut tokens,
        errors: lex_errors,
        pragmas,
        unterminated,
    } = lexer::lex(src, base, names);
    typeparams::mark(&mut tokens);
    let span = Span {
        lo: base.0,
        hi: base.0 + src.len() as u32,
    };
    let mut builder = Builder::new(File::new(id, span), names);
    let refused = run(mode, &tokens, &mut builder);
    let mut incomplete = unterminated;
    let mut errors;
    if refused.is_some() || builder.reject {
        let found = recovery::explain(mode, &tokens, &lex_errors, names);
        errors = found.errors;
        incomplete |= found.at_end;
        if found.count == 0 {
            errors.append(&mut builder.errors);
        }
        if errors.is_empty() {
            let t = refused.unwrap_or_else(|| tokens[tokens.len() - 1]);
            let message = format!("syntax error: unexpected {}", t.tok.found(names));
            errors.push(SyntaxError {
                span: t.span,
                message,
            });
        }
    } else {
        errors = lex_errors;
        errors.append(&mut builder.errors);
        for &colon in &builder.bare_labels {
            let next = tokens.partition_point(|t| t.span.lo <= colon.0);
            if matches!(
                tokens.get(next).map(|t| t.tok),
                Some(Tok::Case | Tok::Default)
            ) {
                let message = "syntax error: missing statement after label".into();
                errors.push(SyntaxError {
                    span: colon.span(),
                    message,
                });
            }
        }
        errors.sort_by_key(|e| e.span.lo);
    }
    let reject = builder.reject;
    let mut file = builder.file;
    let broken = refused.is_some() || reject;
    if broken {
        file = File::new(id, span);
    }
    file.has_errors = broken || errors.iter().any(|e| e.message.starts_with("syntax error"));
    file.pragmas = pragmas;
    Parsed {
        file,
        errors,
        incomplete,
    }
}

/// Runs the LR parser; the token it refused, if it did.
pub(crate) fn run(mode: Mode, tokens: &[Token], builder: &mut Builder<'_>) -> Option<Token> {
    let start = match mode {
        Mode::File => Tok::StartFile,
        Mode::Repl => Tok::StartRepl,
        Mode::Expr => Tok::StartExpr,
    };
    let lo = tokens.first().map_or(0, |t| t.span.lo);
    let mut depth = 0usize;
    let mut item_start = mode != Mode::Expr;
    let stream = tokens
        .iter()
        .enumerate()
        .filter(|(_, t)| t.tok != Tok::Eof)
        .map(|(i, t)| {
            let mut tok = t.tok;
            match tok {
                Tok::Lparen | Tok::Lbrack | Tok::LbrackT | Tok::Lbrace => depth += 1,
                Tok::Rparen | Tok::Rbrack | Tok::Rbrace => depth = depth.saturating_sub(1),
                Tok::Func
                    if item_start && (mode == Mode::File || names_function(&tokens[i + 1..])) =>
                {
                    tok = Tok::FuncDecl
                }
                _ => {}
            }
            item_start = depth == 0 && mode != Mode::Expr && matches!(tok, Tok::Semi(_));
            Ok((t.span.lo, tok, t.span.hi))
        });
    let input = std::iter::once(Ok((lo, start, lo))).chain(stream);
    let token = |(lo, tok, hi)| Token {
        tok,
        span: Span { lo, hi },
    };
    match generated::GoalParser::new().parse(builder, input) {
        Ok(()) => None,
        Err(
            ParseError::UnrecognizedToken { token: t, .. } | ParseError::ExtraToken { token: t },
        ) => Some(token(t)),
        Err(_) => Some(
            tokens
                .last()
                .copied()
                .unwrap_or(token((lo, Tok::Semi(Semi::Eof), lo))),
        ),
    }
}

/// Whether the tokens after `func` declare a function or method, rather than go on as a function literal.
fn names_function(rest: &[Token]) -> bool {
    let mut at = 0;
    if rest.first().map(|t| t.tok) == Some(Tok::Lparen) {
        let mut depth = 0;
        for t in rest {
            at += 1;
            match t.tok {
                Tok::Lparen | Tok::Lbrack | Tok::Lbrace => depth += 1,
                Tok::Rparen | Tok::Rbrack | Tok::Rbrace => depth -= 1,
                _ => {}
            }
            if depth == 0 {
                break;
            }
        }
        let tok = |i: usize| rest.get(i).map(|t| t.tok);
        if !matches!(tok(at), Some(Tok::Ident(_))) {
            return false;
        }
        // `func (r T) Name(` declares; `func (x int) T {` is a literal, and so is `func (x int) T[A] {`.
        return match tok(at + 1) {
            Some(Tok::Lparen) => true,
            Some(Tok::Lbrack) => {
                let close = rest[at + 1..].iter().position(|t| t.tok == Tok::Rbrack);
                close.is_some_and(|c| tok(at + 1 + c + 1) == Some(Tok::Lparen))
            }
            _ => false,
        };
    }
    matches!(rest.first().map(|t| t.tok), Some(Tok::Ident(_)))
}
