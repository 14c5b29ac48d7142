//! Runs the generated parser over the tokens, and [`crate::recovery`] when it refuses them.

use std::ops::Range;
use std::sync::Arc;

use lalrpop_util::ParseError;

use crate::actions::Builder;
use crate::ast::File;
use crate::base::{FileId, Interner, Pos, Span, Text, sym};
use crate::lexer::{self, Lexed};
use crate::partial;
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
    /// The statements of a function body, without its braces.
    Body,
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
    parse_tokens(mode, src, id, base, names, &[])
}

/// Parses a library file, whose syntax is known to be right: the bodies of its functions are parsed when they are
/// first asked for ([`File::func_body`]).
pub fn parse_library(src: Text, id: FileId, base: Pos, names: &Arc<Interner>) -> Parsed {
    let (bodies, shift) = lazy::find_bodies(&src);
    let mut parsed = parse_tokens(Mode::File, &src, id, base, names, &bodies);
    parsed.file.lazy = Some(lazy::bodies(src, base, names, bodies, shift));
    parsed
}

/// Parses a top-level declaration of a library file: `text`, whose first byte has position `base`. A spec of a group gets the
/// keyword that stands before the group. The body of a function is parsed when it is first asked for.
pub fn parse_piece(
    text: &'static [u8],
    keyword: Option<Tok>,
    id: FileId,
    base: Pos,
    names: &Arc<Interner>,
) -> File {
    let gap = lazy::body_of(text);
    let gaps = gap.as_slice();
    let mut tokens = lexer::lex_without(text, base, names, gaps).tokens;
    let span = Span {
        lo: base.0,
        hi: base.0 + text.len() as u32,
    };
    let at = |tok| Token {
        tok,
        span: base.span(),
    };
    let head = [
        at(Tok::Package),
        at(Tok::Ident(sym::UNDERSCORE)),
        at(Tok::Semi(Semi::Newline)),
    ];
    tokens.splice(0..0, head.into_iter().chain(keyword.map(at)));
    typeparams::mark(&mut tokens);
    let mut builder = Builder::new(File::new(id, span), None);
    builder.reserve(tokens.len());
    let refused = run(Mode::File, &tokens, &mut builder);
    debug_assert!(
        refused.is_none() && !builder.reject && builder.errors.is_empty(),
        "library code has wrong syntax: {refused:?}"
    );
    let mut file = builder.file;
    if let Some(gap) = gap {
        let shift = lazy::shift(text.len());
        file.lazy = Some(lazy::bodies(
            Text::Static(text),
            base,
            names,
            vec![gap],
            shift,
        ));
    }
    file
}

fn parse_tokens(
    mode: Mode,
    src: &[u8],
    id: FileId,
    base: Pos,
    names: &Interner,
    gaps: &[Range<usize>],
) -> Parsed {
    let Lexed {
        mut tokens,
        errors: lex_errors,
        pragmas,
        unterminated,
    } = lexer::lex_without(src, base, names, gaps);
    typeparams::mark(&mut tokens);
    let span = Span {
        lo: base.0,
        hi: base.0 + src.len() as u32,
    };
    let mut builder = Builder::new(File::new(id, span), Some(names));
    let mut refused = run(mode, &tokens, &mut builder);
    if refused.is_some() && unterminated {
        // gc takes the end of the text for the end of everything that is open, and goes on to check types.
        close_all(&mut tokens);
        let mut again = Builder::new(File::new(id, span), Some(names));
        if run(mode, &tokens, &mut again).is_none() {
            (builder, refused) = (again, None);
        }
    }
    let mut incomplete = unterminated;
    let mut errors;
    if refused.is_some() || builder.reject {
        let found = recovery::explain(mode, &tokens, &lex_errors, names);
        errors = found.errors;
        incomplete |= found.at_end;
        if found.count == 0 {
            errors.append(&mut builder.errors);
        }
        if let (true, Some(t)) = (errors.is_empty(), refused) {
            let message = format!("syntax error: unexpected {}", t.tok.found(names));
            errors.push(SyntaxError {
                span: t.span,
                message,
            });
        }
    } else {
        errors = lex_errors;
        errors.append(&mut builder.errors);
        errors.sort_by_key(|e| e.span.lo);
    }
    let reject = builder.reject;
    let mut file = builder.file;
    let broken = refused.is_some() || reject && !errors.is_empty();
    if broken {
        file = File::new(id, span);
        if mode == Mode::File {
            // The imports may be good: a package that is missing is a graver error than those found here.
            file = partial::tree(src, base, &tokens, file, names);
        }
    }
    file.has_errors = broken || errors.iter().any(|e| e.message.starts_with("syntax error"));
    file.pragmas = pragmas;
    Parsed {
        file,
        errors,
        incomplete,
    }
}

/// Closes the brackets that are open at the end of the text.
fn close_all(tokens: &mut Vec<Token>) {
    let mut open = Vec::new();
    for t in tokens.iter() {
        match t.tok {
            Tok::Lparen => open.push(Tok::Rparen),
            Tok::Lbrack | Tok::LbrackT => open.push(Tok::Rbrack),
            Tok::Lbrace => open.push(Tok::Rbrace),
            Tok::Rparen | Tok::Rbrack | Tok::Rbrace => {
                open.pop();
            }
            _ => {}
        }
    }
    if let Some(end) = tokens.pop() {
        tokens.extend(open.into_iter().rev().map(|tok| Token { tok, ..end }));
        tokens.push(Token {
            tok: Tok::Semi(Semi::Eof),
            ..end
        });
        tokens.push(end);
    }
}

/// The tokens of the package clause and the imports.
pub(crate) fn header(tokens: &[Token]) -> &[Token] {
    let mut depth = 0usize;
    for (i, t) in tokens.iter().enumerate() {
        let item_start = i > 0 && depth == 0 && matches!(tokens[i - 1].tok, Tok::Semi(_));
        match t.tok {
            Tok::Lparen => depth += 1,
            Tok::Rparen => depth = depth.saturating_sub(1),
            tok if item_start && tok != Tok::Import => return &tokens[..i],
            _ => {}
        }
    }
    tokens
}

/// Runs the LR parser; the token it refused, if it did.
pub(crate) fn run(mode: Mode, tokens: &[Token], builder: &mut Builder<'_>) -> Option<Token> {
    let start = match mode {
        Mode::File => Tok::StartFile,
        Mode::Repl | Mode::Body => Tok::StartRepl,
        Mode::Expr => Tok::StartExpr,
    };
    let lo = tokens.first().map_or(0, |t| t.span.lo);
    let mut depth = 0usize;
    let has_items = matches!(mode, Mode::File | Mode::Repl);
    let mut item_start = has_items;
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
            item_start = depth == 0 && has_items && matches!(tok, Tok::Semi(_));
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

pub(crate) use lazy::lazy_body;

/// Function bodies that are parsed when asked for.
mod lazy {
    use std::ops::Range;
    use std::sync::{Arc, OnceLock};

    use super::{Mode, run};
    use crate::actions::Builder;
    use crate::ast::{Block, File, LazyBodies, LazyBody};
    use crate::base::{FileId, Interner, Pos, Span, Text};
    use crate::lexer;
    use crate::token::Tok;
    use crate::typeparams;

    /// Shorter bodies are not worth the trouble.
    const MIN_BYTES: usize = 24;

    /// What stands between the braces of top-level functions, by the form gofmt gives a file: a declaration begins and ends
    /// at the left margin, and nothing else does.
    ///
    /// Also answers by how many bits a node's id is shifted to find its body.
    pub(super) fn find_bodies(src: &[u8]) -> (Vec<Range<usize>>, u32) {
        let mut bodies = Vec::new();
        let mut at = 0;
        while at < src.len() {
            let line = &src[at..];
            let end = line.iter().position(|b| *b == b'\n').unwrap_or(line.len());
            let line = &line[..end];
            at += end + 1;
            if !line.starts_with(b"func ")
                || !line.ends_with(b" {")
                || line.ends_with(b"struct {")
                || line.ends_with(b"interface {")
            {
                continue;
            }
            // From the newline after `{` to the one before `}`.
            let begin = at - 1;
            if let Some(n) = memchr::memmem::find(&src[begin..], b"\n}\n") {
                if n >= MIN_BYTES {
                    bodies.push(begin..begin + n + 1);
                }
                at = begin + n + 1;
            }
        }
        let shift = shift(src.len());
        bodies.truncate((1usize << 31 >> shift) - 1);
        (bodies, shift)
    }

    /// By how many bits ids are shifted in a text of `n` bytes: there is at most one node of a kind for each byte.
    pub(super) fn shift(n: usize) -> u32 {
        (n as u32 + 16).next_power_of_two().trailing_zeros()
    }

    /// What stands between the braces of a function that is alone in its text.
    pub(super) fn body_of(text: &[u8]) -> Option<Range<usize>> {
        let line = memchr::memchr(b'\n', text)?;
        let head = &text[..line];
        let body = head.starts_with(b"func ")
            && head.ends_with(b" {")
            && !head.ends_with(b"struct {")
            && !head.ends_with(b"interface {")
            && text.ends_with(b"\n}")
            && text.len() - line > MIN_BYTES;
        body.then(|| line..text.len() - 1)
    }

    /// The bodies of a file, none of them parsed.
    pub(super) fn bodies(
        src: Text,
        base: Pos,
        names: &Arc<Interner>,
        found: Vec<Range<usize>>,
        shift: u32,
    ) -> Box<LazyBodies> {
        let bodies = found
            .into_iter()
            .map(|text| LazyBody {
                lbrace: base.plus(text.start as u32 - 1),
                text,
                parsed: OnceLock::new(),
            })
            .collect();
        Box::new(LazyBodies {
            shift,
            bodies,
            src,
            base,
            names: names.clone(),
        })
    }

    /// Body `k`, parsed now if it has not been. `block` has its braces.
    pub(crate) fn lazy_body<'f>(lazy: &'f LazyBodies, k: usize, block: &Block) -> &'f Block {
        let body = &lazy.bodies[k];
        let (_, block) = body.parsed.get_or_init(|| {
            let mut file = File::new(FileId(0), Span::NONE);
            file.nodes.base = (k as u32 + 1) << lazy.shift;
            let mut builder = Builder::new(file, None);
            let start = lazy.base.plus(body.text.start as u32);
            let mut tokens = lexer::lex(&lazy.src[body.text.clone()], start, &lazy.names).tokens;
            tokens.pop_if(|t| t.tok == Tok::Eof);
            typeparams::mark(&mut tokens);
            builder.reserve(tokens.len());
            let refused = run(Mode::Body, &tokens, &mut builder);
            debug_assert!(
                refused.is_none() && builder.errors.is_empty(),
                "library code has wrong syntax: {refused:?}"
            );
            let stmts = std::mem::take(&mut builder.file.stmts).into();
            (
                builder.file.nodes,
                Block {
                    lbrace: block.lbrace,
                    stmts,
                    rbrace: block.rbrace,
                },
            )
        });
        block
    }
}

/// Whether the tokens after `func` declare a function or method, rather than go on as a function literal.
pub(crate) fn names_function(rest: &[Token]) -> bool {
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
