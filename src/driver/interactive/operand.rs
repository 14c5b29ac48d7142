//! The operand that ends at a place of an unfinished text: what stands before a dot or an opening parenthesis.
//!
//! Only tokens are looked at, backwards: names and literals joined by dots, with calls, indices, conversions and composite
//! literals. What is found is an expression or type by its form; the checker says whether it means anything.

use crate::driver::lexical;
use crate::driver::lexical::Word;
use crate::driver::lexical::WordKind;

/// The words of a text without its comments.
pub fn significant_words(text: &str) -> Vec<Word> {
    let mut all = lexical::words(text);
    all.retain(|w| w.kind != WordKind::Comment);
    all
}

/// A text with its words.
pub struct Tokens<'t> {
    text: &'t str,
    words: Vec<Word>,
}

impl<'t> Tokens<'t> {
    /// The words of a text.
    pub fn new(text: &'t str) -> Tokens<'t> {
        Tokens {
            text,
            words: significant_words(text),
        }
    }

    /// How many words there are.
    pub fn len(&self) -> usize {
        self.words.len()
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.words.is_empty()
    }

    /// The text of word `i`.
    pub fn str(&self, i: usize) -> &'t str {
        &self.text[self.words[i].start..self.words[i].end]
    }

    /// Word `i`.
    pub fn word(&self, i: usize) -> Word {
        self.words[i]
    }

    fn is(&self, i: usize, text: &str) -> bool {
        self.str(i) == text
    }

    fn is_name(&self, i: usize) -> bool {
        use WordKind::*;
        matches!(self.words[i].kind, Name | Builtin | Type)
            || matches!(self.str(i), "true" | "false" | "nil" | "iota")
    }

    /// The bracket that word `i`, a closing one, closes.
    fn opening(&self, i: usize) -> Option<usize> {
        let mut depth = 0usize;
        for k in (0..=i).rev() {
            match self.str(k) {
                ")" | "]" | "}" => depth += 1,
                "(" | "[" | "{" => {
                    depth -= 1;
                    if depth == 0 {
                        return Some(k);
                    }
                }
                _ => {}
            }
        }
        None
    }

    /// The first word of the operand that ends before word `end`.
    pub fn operand_start(&self, end: usize) -> Option<usize> {
        let mut i = end.checked_sub(1)?;
        loop {
            let start = if self.is_name(i) {
                i
            } else {
                match self.str(i) {
                    ")" | "]" => {
                        let open = self.opening(i)?;
                        // A call, a conversion or an index belongs to the operand before it.
                        match open.checked_sub(1) {
                            Some(before) if self.ends_operand(before) => {
                                i = before;
                                continue;
                            }
                            // []T(x), map[K]V(x), func() T (x) would be found elsewhere.
                            _ => open,
                        }
                    }
                    "}" => self.literal_start(self.opening(i)?)?,
                    _ if matches!(self.words[i].kind, WordKind::Text | WordKind::Constant) => i,
                    _ => return None,
                }
            };
            match start.checked_sub(1) {
                Some(dot) if self.is(dot, ".") => i = dot.checked_sub(1)?,
                _ => return Some(start),
            }
        }
    }

    fn ends_operand(&self, i: usize) -> bool {
        self.is_name(i)
            || self.words[i].kind == WordKind::Text
            || matches!(self.str(i), ")" | "]" | "}")
    }

    /// The first word of the type (or function literal) before the brace `open`.
    fn literal_start(&self, open: usize) -> Option<usize> {
        let mut i = open.checked_sub(1)?;
        if self.is(i, ")") {
            return self.func_keyword(open);
        }
        if self.is(i, "]") {
            // T[int]{...}
            i = self.opening(i)?.checked_sub(1)?;
        }
        if !self.is_name(i) {
            return None;
        }
        if i >= 2 && self.is(i - 1, ".") && self.is_name(i - 2) {
            i -= 2;
        }
        // []T{...}, [...]T{...}, map[K]T{...}, []*T{...}
        loop {
            let Some(before) = i.checked_sub(1) else {
                return Some(i);
            };
            if self.is(before, "*") && before > 0 && self.is(before - 1, "]") {
                i = before;
            } else if self.is(before, "]") {
                i = self.opening(before)?;
                if i > 0 && self.is(i - 1, "map") {
                    i -= 1;
                }
            } else {
                return self.func_result(i).or(Some(i));
            }
        }
    }

    /// `func(...) T {`: the keyword, if what begins at `ty` is the result of a function literal.
    fn func_result(&self, ty: usize) -> Option<usize> {
        let close = ty.checked_sub(1).filter(|&k| self.is(k, ")"))?;
        let open = self.opening(close)?;
        open.checked_sub(1).filter(|&k| self.is(k, "func"))
    }

    /// `func(...) {` or `func(...) (...) {`: the keyword.
    fn func_keyword(&self, brace: usize) -> Option<usize> {
        let mut i = brace;
        while i > 0 && self.is(i - 1, ")") {
            i = self.opening(i - 1)?;
        }
        i.checked_sub(1).filter(|&k| self.is(k, "func"))
    }

    /// The text from word `from` to the end of word `to`.
    pub fn text(&self, from: usize, to: usize) -> &'t str {
        &self.text[self.words[from].start..self.words[to].end]
    }

    /// The innermost call that is open at the end of the text: the word that opens its arguments, and how many commas
    /// follow it outside of inner brackets.
    pub fn open_call(&self) -> Option<(usize, usize)> {
        let mut open: Vec<(usize, usize)> = Vec::new();
        for i in 0..self.words.len() {
            match self.str(i) {
                "(" | "[" | "{" => open.push((i, 0)),
                ")" | "]" | "}" => {
                    open.pop();
                }
                "," => {
                    if let Some(last) = open.last_mut() {
                        last.1 += 1;
                    }
                }
                _ => {}
            }
        }
        let (at, commas) = *open.last()?;
        (self.is(at, "(") && at > 0 && self.ends_operand(at - 1)).then_some((at, commas))
    }
}

/// Where the name that ends at the end of `text` begins.
pub fn name_start(text: &str) -> usize {
    text.char_indices()
        .rev()
        .take_while(|&(_, c)| c == '_' || c.is_alphanumeric())
        .last()
        .map_or(text.len(), |(i, _)| i)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn operand(text: &str) -> Option<&str> {
        let t = Tokens::new(text);
        t.operand_start(t.len())
            .map(|from| t.text(from, t.len() - 1))
    }

    #[test]
    fn operands_are_found_backwards() {
        let found = [
            ("x := a.b", "a.b"),
            ("f(g(1).h", "g(1).h"),
            ("if (x)", "(x)"),
            ("m[k][i]", "m[k][i]"),
            ("a + strings.NewReader(\"x\")", "strings.NewReader(\"x\")"),
            ("y = &Point{1, 2}", "Point{1, 2}"),
            ("y = (&Point{1, 2})", "(&Point{1, 2})"),
            ("[]int{1}", "[]int{1}"),
            ("map[string][]int{}", "map[string][]int{}"),
            ("p := Pair[int]{}", "Pair[int]{}"),
            ("go func() T { return t }()", "func() T { return t }()"),
            ("func() { return }()", "func() { return }()"),
            ("x.(T)", "x.(T)"),
            ("a[1:2]", "a[1:2]"),
            ("return s", "s"),
        ];
        for (text, want) in found {
            assert_eq!(operand(text), Some(want), "{text}");
        }
        for text in ["", "a +", "for", "{", "x := "] {
            assert_eq!(operand(text), None, "{text}");
        }
    }

    #[test]
    fn open_calls() {
        let callee = |text| {
            let t = Tokens::new(text);
            let (open, commas) = t.open_call()?;
            let from = t.operand_start(open)?;
            Some((t.text(from, open - 1).to_owned(), commas))
        };
        assert_eq!(callee("f(a, g(1, 2), "), Some(("f".into(), 2)));
        assert_eq!(callee("x.m(a, g(1, "), Some(("g".into(), 1)));
        assert_eq!(callee("f(a[1, "), None);
        assert_eq!(callee("if ("), None);
        assert_eq!(callee("f(1)"), None);
    }
}
