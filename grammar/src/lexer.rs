//! Text to tokens: logos finds them, this layer validates literals, inserts semicolons and collects directives.
//!
//! Whatever the bytes, lexing ends, with tokens and with gc's words for what is wrong. Bytes that gc's reader skips
//! (NUL, invalid UTF-8, byte order marks) count as blanks here.

use std::borrow::Cow;
use std::ops::Range;

use logos::Logos;

use crate::ast::{BinaryOp, LitKind, Pragma};
use crate::base::{Interner, Pos, Span};
use crate::literal;
use crate::token::{Semi, SyntaxError, Tok, Token};

/// What logos tells apart. Malformed forms are matched by their first character only.
#[derive(Logos, Clone, Copy, PartialEq, Debug)]
#[logos(skip r"[ \t\r]+")]
#[allow(clippy::enum_variant_names)]
enum Raw {
    #[regex(r"[A-Za-z_][A-Za-z0-9_]*")]
    Ident,
    #[regex(r"[0-9]+")]
    #[regex(r"\.[0-9]+")]
    Number,
    #[regex(r#""([^"\\\n]|\\[^\n])*""#)]
    String,
    #[regex(r"'([^'\\\n]|\\[^\n])*'")]
    Rune,
    #[regex(r"`[^`]*`")]
    RawString,
    #[token("\"")]
    BadString,
    #[token("'")]
    BadRune,
    #[token("`")]
    BadRawString,
    #[token("\n")]
    Newline,
    #[regex(r"//[^\n]*", allow_greedy = true)]
    LineComment,
    #[regex(r"/\*([^*]|\*+[^*/])*\*+/")]
    Comment,
    #[token("/*")]
    BadComment,
    #[token("..", priority = 20)]
    TwoDots,
    #[token("+", |_| Tok::Add)]
    #[token("-", |_| Tok::Sub)]
    #[token("*", |_| Tok::Star)]
    #[token("/", |_| Tok::Div)]
    #[token("%", |_| Tok::Rem)]
    #[token("&", |_| Tok::And)]
    #[token("|", |_| Tok::Or)]
    #[token("^", |_| Tok::Xor)]
    #[token("<<", |_| Tok::Shl)]
    #[token(">>", |_| Tok::Shr)]
    #[token("&^", |_| Tok::AndNot)]
    #[token("&&", |_| Tok::AndAnd)]
    #[token("||", |_| Tok::OrOr)]
    #[token("<-", |_| Tok::Arrow)]
    #[token("++", |_| Tok::Inc)]
    #[token("--", |_| Tok::Dec)]
    #[token("==", |_| Tok::Eql)]
    #[token("<", |_| Tok::Lss)]
    #[token(">", |_| Tok::Gtr)]
    #[token("=", |_| Tok::Assign)]
    #[token("!", |_| Tok::Not)]
    #[token("~", |_| Tok::Tilde)]
    #[token("!=", |_| Tok::Neq)]
    #[token("<=", |_| Tok::Leq)]
    #[token(">=", |_| Tok::Geq)]
    #[token(":=", |_| Tok::Define)]
    #[token("...", |_| Tok::DotDotDot)]
    #[token("(", |_| Tok::Lparen)]
    #[token(")", |_| Tok::Rparen)]
    #[token("[", |_| Tok::Lbrack)]
    #[token("]", |_| Tok::Rbrack)]
    #[token("{", |_| Tok::Lbrace)]
    #[token("}", |_| Tok::Rbrace)]
    #[token(",", |_| Tok::Comma)]
    #[token(";", |_| Tok::Semi(Semi::Semicolon))]
    #[token(".", |_| Tok::Dot)]
    #[token(":", |_| Tok::Colon)]
    #[token("+=", |_| Tok::AssignOp(BinaryOp::Add))]
    #[token("-=", |_| Tok::AssignOp(BinaryOp::Sub))]
    #[token("*=", |_| Tok::AssignOp(BinaryOp::Mul))]
    #[token("/=", |_| Tok::AssignOp(BinaryOp::Div))]
    #[token("%=", |_| Tok::AssignOp(BinaryOp::Rem))]
    #[token("&=", |_| Tok::AssignOp(BinaryOp::And))]
    #[token("|=", |_| Tok::AssignOp(BinaryOp::Or))]
    #[token("^=", |_| Tok::AssignOp(BinaryOp::Xor))]
    #[token("<<=", |_| Tok::AssignOp(BinaryOp::Shl))]
    #[token(">>=", |_| Tok::AssignOp(BinaryOp::Shr))]
    #[token("&^=", |_| Tok::AssignOp(BinaryOp::AndNot))]
    Op(Tok),
}

/// A character outside of ASCII, as identifiers see it.
#[derive(Logos, Clone, Copy, PartialEq, Debug)]
enum CharClass {
    #[regex(r"\p{L}")]
    Letter,
    #[regex(r"\p{Nd}")]
    Digit,
}

/// The tokens of a text.
#[derive(Debug)]
pub struct Lexed {
    /// Ends with [`Tok::Eof`].
    pub tokens: Vec<Token>,
    /// In order of position.
    pub errors: Vec<SyntaxError>,
    /// Directives and build constraints.
    pub pragmas: Vec<Pragma>,
    /// Whether the text ends inside a comment or raw string, so that more lines could end it.
    pub unterminated: bool,
}

/// Tokens of `src`, whose first byte has position `base`.
pub fn lex(src: &[u8], base: Pos, names: &Interner) -> Lexed {
    lex_without(src, base, names, &[])
}

/// Like [`lex`], without the text between some braces: each of `gaps`, in order, begins right after a `{`.
pub(crate) fn lex_without(src: &[u8], base: Pos, names: &Interner, gaps: &[Range<usize>]) -> Lexed {
    let mut errors = Vec::new();
    let text = clean(src, base, &mut errors);
    let skip = if text.starts_with("#!") {
        text.find('\n').unwrap_or(text.len())
    } else {
        0
    };
    let mut lexer = Lexer {
        src: &text,
        base: base.0,
        names,
        out: Lexed {
            tokens: Vec::with_capacity(
                (src.len() - gaps.iter().map(Range::len).sum::<usize>()) / 6 + 4,
            ),
            errors,
            pragmas: Vec::new(),
            unterminated: false,
        },
        ends: false,
        gaps,
    };
    lexer.run(skip);
    let mut out = lexer.out;
    out.errors.sort_by_key(|e| e.span.lo);
    out
}

/// Whether `s` is an identifier: of letters and digits only. The lexer reports others and goes on with them.
pub fn is_valid_name(s: &str) -> bool {
    let letter = |c: char| {
        c == '_' || c.is_ascii_alphabetic() || !c.is_ascii() && class(c) == Some(CharClass::Letter)
    };
    let digit = |c: char| c.is_ascii_digit() || !c.is_ascii() && class(c) == Some(CharClass::Digit);
    !s.is_empty()
        && s.chars()
            .enumerate()
            .all(|(i, c)| letter(c) || i > 0 && digit(c))
}

/// The text with the bytes that gc's reader skips blanked out.
fn clean<'s>(src: &'s [u8], base: Pos, errors: &mut Vec<SyntaxError>) -> Cow<'s, str> {
    if let Ok(s) = std::str::from_utf8(src)
        && !src.contains(&0)
        && !s.contains('\u{feff}')
    {
        return Cow::Borrowed(s);
    }
    let mut out = String::with_capacity(src.len());
    let mut at = 0;
    let mut report = |at: usize, n: usize, message: &str| {
        let lo = base.plus(at as u32);
        errors.push(SyntaxError {
            span: Span::new(lo, lo.plus(n as u32)),
            message: message.into(),
        });
    };
    for chunk in src.utf8_chunks() {
        for c in chunk.valid().chars() {
            let n = c.len_utf8();
            match c {
                '\0' => report(at, 1, "invalid NUL character"),
                '\u{feff}' if at > 0 => report(at, 3, "invalid BOM in the middle of the file"),
                _ => {}
            }
            if c == '\0' || c == '\u{feff}' {
                out.extend(std::iter::repeat_n(' ', n));
            } else {
                out.push(c);
            }
            at += n;
        }
        for _ in chunk.invalid() {
            report(at, 1, "invalid UTF-8 encoding");
            out.push(' ');
            at += 1;
        }
    }
    Cow::Owned(out)
}

struct Lexer<'a> {
    src: &'a str,
    base: u32,
    names: &'a Interner,
    out: Lexed,
    /// Whether a newline here ends the statement.
    ends: bool,
    /// What is left out, as far as it is still to come.
    gaps: &'a [Range<usize>],
}

impl Lexer<'_> {
    fn span(&self, lo: usize, hi: usize) -> Span {
        Span {
            lo: self.base + lo as u32,
            hi: self.base + hi as u32,
        }
    }

    fn error(&mut self, lo: usize, hi: usize, message: impl Into<String>) {
        let span = self.span(lo, hi);
        self.out.errors.push(SyntaxError {
            span,
            message: message.into(),
        });
    }

    fn push(&mut self, tok: Tok, lo: usize, hi: usize) {
        self.ends = tok.ends_statement();
        let span = self.span(lo, hi);
        self.out.tokens.push(Token { tok, span });
    }

    /// `hi` is where the message's text ends, for directives.
    fn newline(&mut self, at: usize) {
        if self.ends {
            self.push(Tok::Semi(Semi::Newline), at, at);
        }
    }

    fn run(&mut self, start: usize) {
        let src = self.src;
        let mut at = start;
        'restart: loop {
            let mut raw = Raw::lexer(&src[at..]);
            let offset = at;
            while let Some(found) = raw.next() {
                let lo = offset + raw.span().start;
                let mut hi = offset + raw.span().end;
                match found {
                    Ok(Raw::Op(tok)) => {
                        self.push(tok, lo, hi);
                        if let Some((gap, rest)) = self.gaps.split_first()
                            && gap.start == hi
                        {
                            (hi, self.gaps) = (gap.end, rest);
                        }
                    }
                    Ok(Raw::Ident) => {
                        if src.as_bytes().get(hi).is_some_and(|&b| b >= 0x80) {
                            hi = self.ident_rest(hi);
                        }
                        self.ident(lo, hi);
                    }
                    Ok(Raw::Newline) => self.newline(lo),
                    Ok(Raw::LineComment) => self.directive(lo, hi),
                    Ok(Raw::Comment) => {
                        self.directive(lo, hi);
                        if src[lo..hi].contains('\n') {
                            self.newline(lo);
                        }
                    }
                    Ok(Raw::Number) => {
                        let (kind, end, error) = literal::scan_number(&src.as_bytes()[lo..]);
                        hi = lo + end;
                        let ok = error.is_none();
                        if let Some((i, message)) = error {
                            self.error(lo + i, hi.max(lo + i), message);
                        }
                        self.literal(kind, lo, hi, ok);
                    }
                    Ok(Raw::String) => {
                        let ok = !src[lo..hi].contains('\\') || self.quoted(lo).1;
                        self.literal(LitKind::String, lo, hi, ok);
                    }
                    Ok(Raw::Rune) => {
                        let ok = self.quoted(lo).1;
                        self.literal(LitKind::Rune, lo, hi, ok);
                    }
                    Ok(Raw::RawString) => self.literal(LitKind::String, lo, hi, true),
                    Ok(Raw::BadString | Raw::BadRune) => {
                        let kind = if src.as_bytes()[lo] == b'"' {
                            LitKind::String
                        } else {
                            LitKind::Rune
                        };
                        hi = self.quoted(lo).0;
                        self.literal(kind, lo, hi, false);
                    }
                    Ok(Raw::BadRawString) => {
                        self.error(lo, src.len(), "string not terminated");
                        self.out.unterminated = true;
                        hi = src.len();
                        self.literal(LitKind::String, lo, hi, false);
                    }
                    Ok(Raw::BadComment) => {
                        self.error(lo, src.len(), "comment not terminated");
                        self.out.unterminated = true;
                        hi = src.len();
                        if src[lo..hi].contains('\n') {
                            self.newline(lo);
                        }
                    }
                    Ok(Raw::TwoDots) => {
                        self.push(Tok::Dot, lo, lo + 1);
                        hi = lo + 1;
                    }
                    Err(()) => hi = self.other(lo),
                }
                let reached = offset + raw.span().end;
                if hi > reached {
                    raw.bump(hi - reached);
                } else if hi < reached {
                    at = hi;
                    continue 'restart;
                }
            }
            break;
        }
        let end = src.len();
        if self.ends {
            self.push(Tok::Semi(Semi::Eof), end, end);
        }
        self.push(Tok::Eof, end, end);
    }

    fn literal(&mut self, kind: LitKind, lo: usize, hi: usize, ok: bool) {
        let text = self.names.intern(&self.src[lo..hi]);
        self.push(Tok::Literal(kind, text, ok), lo, hi);
    }

    fn ident(&mut self, lo: usize, hi: usize) {
        let name = self.names.intern(&self.src[lo..hi]);
        self.push(Tok::keyword(name).unwrap_or(Tok::Ident(name)), lo, hi);
    }

    /// The end of the identifier of which the part before `at` is known.
    fn ident_rest(&mut self, mut at: usize) -> usize {
        while let Some(c) = self.src[at..].chars().next() {
            if !(c.is_ascii_alphanumeric() || c == '_') {
                if c.is_ascii() {
                    break;
                }
                if class(c).is_none() {
                    self.error(
                        at,
                        at + c.len_utf8(),
                        format!("invalid character {} in identifier", code_point(c)),
                    );
                }
            }
            at += c.len_utf8();
        }
        at
    }

    /// Whatever logos does not know: identifiers that begin outside of ASCII, and characters that stand for nothing.
    fn other(&mut self, lo: usize) -> usize {
        let Some(c) = self.src[lo..].chars().next() else {
            return lo;
        };
        let end = lo + c.len_utf8();
        if c.is_ascii() {
            self.error(lo, end, format!("invalid character {}", code_point(c)));
            return end;
        }
        match class(c) {
            Some(CharClass::Letter) => {}
            Some(CharClass::Digit) => {
                self.error(
                    lo,
                    end,
                    format!("identifier cannot begin with digit {}", code_point(c)),
                );
            }
            None => self.error(
                lo,
                end,
                format!("invalid character {} in identifier", code_point(c)),
            ),
        }
        let hi = self.ident_rest(end);
        self.ident(lo, hi);
        hi
    }

    /// Goes through a quoted literal as gc does and reports what is wrong with it: where it ends, and whether it is right.
    fn quoted(&mut self, lo: usize) -> (usize, bool) {
        let (end, errors) = literal::scan_quoted(&self.src[lo..]);
        let ok = errors.is_empty();
        for (at, n, message) in errors {
            self.error(lo + at, lo + at + n, message);
        }
        (lo + end, ok)
    }

    fn directive(&mut self, lo: usize, hi: usize) {
        let text = &self.src[lo..hi];
        let body = &text[2..];
        if body.starts_with("go:")
            || body.starts_with("line ")
            || body.starts_with("export ")
            || body.starts_with(" +build")
        {
            let pos = Pos(self.base + lo as u32);
            self.out.pragmas.push(Pragma {
                pos,
                text: text.trim_end_matches('\r').to_string(),
            });
        }
    }
}

fn class(c: char) -> Option<CharClass> {
    let mut buf = [0; 4];
    CharClass::lexer(c.encode_utf8(&mut buf)).next()?.ok()
}

/// A character as Go's `%#U` shows it.
pub(crate) fn code_point(c: char) -> String {
    let n = c as u32;
    if c.is_control()
        || matches!(n, 0xa0 | 0xad | 0x200b..=0x200f | 0x2028..=0x202f | 0x2060..=0x206f | 0xfeff | 0xe000..=0xf8ff)
    {
        format!("U+{n:04X}")
    } else {
        format!("U+{n:04X} '{c}'")
    }
}
