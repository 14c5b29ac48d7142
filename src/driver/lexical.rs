//! What the lexer alone says about a text that is being typed: the kinds of its words, which brackets belong together, how
//! deep the next line is indented. The text may be wrong or end anywhere.

use crate::base::Interner;
use crate::syntax;
use crate::syntax::ast::LitKind;
use crate::syntax::token::Tok;

/// What a word is, as far as colours go.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum WordKind {
    /// A keyword.
    Keyword,
    /// A predeclared type.
    Type,
    /// A predeclared function.
    Builtin,
    /// A number, or a predeclared constant.
    Constant,
    /// A string or rune literal.
    Text,
    /// A comment.
    Comment,
    /// Any other name.
    Name,
    /// An operator or delimiter.
    Operator,
}

/// A word and the bytes it takes.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Word {
    /// Where it begins.
    pub start: usize,
    /// Where it ends.
    pub end: usize,
    /// What it is.
    pub kind: WordKind,
}

/// The words of a text in order. Comments are what stands between tokens and is not blank.
pub fn words(text: &str) -> Vec<Word> {
    let names = Interner::new();
    let mut out = Vec::new();
    let mut at = 0;
    for t in syntax::tokens(text, &names).0 {
        let (start, end) = (t.span.lo as usize, t.span.hi as usize);
        comments(text, at, start, &mut out);
        at = at.max(end);
        if start < end {
            let kind = kind(t.tok, &text[start..end]);
            out.push(Word { start, end, kind });
        }
    }
    comments(text, at, text.len(), &mut out);
    out
}

fn comments(text: &str, from: usize, to: usize, out: &mut Vec<Word>) {
    if from >= to {
        return;
    }
    let gap = &text[from..to];
    let inner = gap.trim();
    if inner.is_empty() {
        return;
    }
    let start = from + (gap.len() - gap.trim_start().len());
    out.push(Word {
        start,
        end: start + inner.len(),
        kind: WordKind::Comment,
    });
}

fn kind(tok: Tok, text: &str) -> WordKind {
    match tok {
        Tok::Ident(_) => name_kind(text),
        Tok::Literal(LitKind::String | LitKind::Rune, ..) => WordKind::Text,
        Tok::Literal(..) => WordKind::Constant,
        t if t.is_keyword() => WordKind::Keyword,
        _ => WordKind::Operator,
    }
}

fn name_kind(name: &str) -> WordKind {
    match name {
        "any" | "bool" | "byte" | "comparable" | "complex64" | "complex128" | "error"
        | "float32" | "float64" | "int" | "int8" | "int16" | "int32" | "int64" | "rune"
        | "string" | "uint" | "uint8" | "uint16" | "uint32" | "uint64" | "uintptr" => {
            WordKind::Type
        }
        "append" | "cap" | "clear" | "close" | "complex" | "copy" | "delete" | "imag" | "len"
        | "make" | "max" | "min" | "new" | "panic" | "print" | "println" | "real" | "recover" => {
            WordKind::Builtin
        }
        "true" | "false" | "nil" | "iota" => WordKind::Constant,
        _ => WordKind::Name,
    }
}

/// Whether `pos` lies in a comment or a literal, or at the end of an unfinished one.
pub fn is_in_text(text: &str, pos: usize) -> bool {
    words(text).iter().any(|w| {
        matches!(w.kind, WordKind::Text | WordKind::Comment)
            && w.start < pos
            && (pos < w.end || pos == w.end && !is_closed(&text[w.start..w.end]))
    })
}

/// Whether a literal or comment has its end, so that more text does not belong to it.
fn is_closed(word: &str) -> bool {
    if word.starts_with("//") {
        return false;
    }
    if word.starts_with("/*") {
        return word.len() >= 4 && word.ends_with("*/");
    }
    let quote = word.chars().next();
    let escaped = word
        .strip_suffix(['"', '\''])
        .is_some_and(|w| (w.len() - w.trim_end_matches('\\').len()) % 2 == 1);
    word.len() >= 2 && word.chars().next_back() == quote && (quote == Some('`') || !escaped)
}

/// Whether a text consists of comments and does not end with an empty line: a declaration may follow that they belong to.
pub fn is_open_comment(text: &str) -> bool {
    let all = words(text);
    let comments = all.iter().all(|w| w.kind == WordKind::Comment);
    let last = text.strip_suffix('\n').unwrap_or(text).rsplit('\n').next();
    comments && !all.is_empty() && last.is_some_and(|l| !l.trim().is_empty())
}

/// The brackets of a text, outside of comments and literals, each with its place.
fn brackets(text: &str) -> impl Iterator<Item = (usize, u8)> {
    words(text).into_iter().filter_map(|w| {
        let b = text.as_bytes()[w.start];
        (w.kind == WordKind::Operator && b"()[]{}".contains(&b)).then_some((w.start, b))
    })
}

/// The bracket at the cursor (under it, or closing right before it) and its partner.
pub fn bracket_pair(text: &str, pos: usize) -> Option<(usize, usize)> {
    let mut open = Vec::new();
    let mut pairs = Vec::new();
    for (at, b) in brackets(text) {
        match b {
            b'(' | b'[' | b'{' => open.push((at, b)),
            close => {
                // What does not fit is passed over.
                let fits = |o: u8| o + 1 == close || o + 2 == close;
                if open.last().is_some_and(|&(_, o)| fits(o)) {
                    let (from, _) = open.pop()?;
                    pairs.push((from, at));
                }
            }
        }
    }
    let under = pairs.iter().find(|&&(a, b)| a == pos || b == pos);
    let before = || pairs.iter().find(|&&(_, b)| b + 1 == pos);
    under.or_else(before).copied()
}

/// The innermost bracket that is open at the end of a text.
pub fn innermost_open(text: &str) -> Option<char> {
    open_brackets(text).pop()
}

/// The brackets that are open at the end of a text, the innermost last.
pub fn open_brackets(text: &str) -> Vec<char> {
    let mut open = Vec::new();
    for (_, b) in brackets(text) {
        match b {
            b'(' | b'[' | b'{' => open.push(char::from(b)),
            _ => {
                open.pop();
            }
        }
    }
    open
}

/// How many tabs the line that follows `text` begins with: one for each line whose brackets are still open.
pub fn indent_after(text: &str) -> usize {
    let mut open: Vec<usize> = Vec::new();
    for (at, b) in brackets(text) {
        match b {
            b'(' | b'[' | b'{' => open.push(text[..at].matches('\n').count()),
            _ => {
                open.pop();
            }
        }
    }
    open.dedup();
    open.len()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_have_kinds() {
        let text = "func f(s string) { return len(s) + 1 /* é */ } // x";
        let of = |kind| -> Vec<&str> {
            let all = words(text);
            let some = all.iter().filter(|w| w.kind == kind);
            some.map(|w| &text[w.start..w.end]).collect()
        };
        assert_eq!(of(WordKind::Keyword), ["func", "return"]);
        assert_eq!(of(WordKind::Type), ["string"]);
        assert_eq!(of(WordKind::Builtin), ["len"]);
        assert_eq!(of(WordKind::Constant), ["1"]);
        assert_eq!(of(WordKind::Comment), ["/* é */", "// x"]);
    }

    #[test]
    fn unfinished_texts_have_words() {
        for text in ["s := \"ab", "`ab\n", "/* c", "'", "x := 'a", "é §", "0x"] {
            assert!(words(text).iter().all(|w| w.end <= text.len()), "{text}");
        }
        assert!(is_in_text("f(\"a.b", 6) && is_in_text("// a.", 5));
        assert!(!is_in_text("f(\"a\"", 5) && !is_in_text("a.", 2));
        assert!(is_in_text("\"a\\\"", 4));
    }

    #[test]
    fn comments_wait_for_a_declaration() {
        assert!(is_open_comment("// f does.") && is_open_comment("// a\n/* b */\n"));
        assert!(
            !is_open_comment("// a\n\n") && !is_open_comment("f() // a") && !is_open_comment("")
        );
    }

    #[test]
    fn brackets_belong_together() {
        assert_eq!(bracket_pair("f(a[1], \")\")", 1), Some((1, 11)));
        assert_eq!(bracket_pair("f(a[1], \")\")", 12), Some((1, 11)));
        assert_eq!(bracket_pair("f(a[1]", 1), None);
        assert_eq!(bracket_pair("f(a[1]", 6), Some((3, 5)));
    }

    #[test]
    fn lines_are_indented_by_open_brackets() {
        assert_eq!(indent_after("func f() {"), 1);
        assert_eq!(indent_after("go(func() {"), 1);
        assert_eq!(indent_after("func f() {\n\tfor {"), 2);
        assert_eq!(indent_after("func f() {\n\tfor {\n\t}"), 1);
        assert_eq!(indent_after("x := `{"), 0);
        assert_eq!(innermost_open("f(func() { g("), Some('('));
        assert_eq!(innermost_open("f(func() { g()"), Some('{'));
    }
}
