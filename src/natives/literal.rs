//! String and rune literals of Go: quoting and unquoting, as package strconv does.

use crate::natives::text::runes;
use crate::natives::unicode_tables as tables;
use crate::value::utf8;

/// What is left as it is.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Keep {
    /// What prints.
    Print,
    /// What prints and is ASCII.
    Ascii,
    /// What prints, and Unicode's spaces.
    Graphic,
}

/// Appends `s` as a literal between `quote`s.
pub fn quote(out: &mut Vec<u8>, s: &[u8], quote: u8, keep: Keep) {
    out.push(quote);
    for (at, r, n) in runes(s) {
        if n == 1 && r == utf8::RUNE_ERROR {
            out.extend_from_slice(format!("\\x{:02x}", s[at]).as_bytes());
        } else {
            escape(out, r, quote, keep);
        }
    }
    out.push(quote);
}

fn escape(out: &mut Vec<u8>, r: u32, quote: u8, keep: Keep) {
    if r == u32::from(quote) || r == u32::from(b'\\') {
        out.push(b'\\');
        out.push(r as u8);
        return;
    }
    let plain = match keep {
        Keep::Ascii => r < 0x80 && tables::is_print(r),
        Keep::Print => tables::is_print(r),
        Keep::Graphic => tables::is_graphic(r),
    };
    if plain {
        utf8::push(out, i64::from(r));
        return;
    }
    let short = match r {
        0x07 => b'a',
        0x08 => b'b',
        0x0C => b'f',
        0x0A => b'n',
        0x0D => b'r',
        0x09 => b't',
        0x0B => b'v',
        _ => {
            let text = match r {
                0..0x20 | 0x7F => format!("\\x{r:02x}"),
                0xD800..=0xDFFF | 0x11_0000.. => "\\ufffd".to_string(),
                0..0x1_0000 => format!("\\u{r:04x}"),
                _ => format!("\\U{r:08x}"),
            };
            out.extend_from_slice(text.as_bytes());
            return;
        }
    };
    out.push(b'\\');
    out.push(short);
}

/// strconv.CanBackquote.
pub fn can_backquote(s: &[u8]) -> bool {
    runes(s).all(|(_, r, n)| match n {
        1 => r != utf8::RUNE_ERROR && (r >= 0x20 || r == 9) && r != u32::from(b'`') && r != 0x7F,
        _ => r != 0xFEFF,
    })
}

/// One character of the inside of a literal: its value, whether it takes several bytes in UTF-8, and how much of `s` it is.
pub fn unquote_char(s: &[u8], quote: u8) -> Option<(u32, bool, usize)> {
    let c = *s.first()?;
    if c == quote && (quote == b'\'' || quote == b'"') {
        return None;
    }
    if c >= 0x80 {
        let (r, n) = utf8::decode(s);
        return Some((r, true, n));
    }
    if c != b'\\' {
        return Some((u32::from(c), false, 1));
    }
    let c = *s.get(1)?;
    let rest = &s[2..];
    let value = match c {
        b'a' => 7,
        b'b' => 8,
        b'f' => 12,
        b'n' => 10,
        b'r' => 13,
        b't' => 9,
        b'v' => 11,
        b'x' | b'u' | b'U' => {
            let n = match c {
                b'x' => 2,
                b'u' => 4,
                _ => 8,
            };
            let mut v = 0u32;
            for d in rest.get(..n)? {
                v = v << 4 | char::from(*d).to_digit(16)?;
            }
            if c != b'x' && char::from_u32(v).is_none() {
                return None;
            }
            return Some((v, c != b'x', 2 + n));
        }
        b'0'..=b'7' => {
            let mut v = u32::from(c - b'0');
            for d in rest.get(..2)? {
                v = v << 3 | char::from(*d).to_digit(8)?;
            }
            return (v <= 255).then_some((v, false, 4));
        }
        b'\\' => u32::from(b'\\'),
        b'\'' | b'"' if c == quote => u32::from(c),
        _ => return None,
    };
    Some((value, false, 2))
}

/// The literal that `s` starts with: what it means, and its length.
pub fn unquote(s: &[u8]) -> Option<(Vec<u8>, usize)> {
    if s.len() < 2 {
        return None;
    }
    let quote = s[0];
    match quote {
        b'`' => {
            let end = memchr::memchr(b'`', &s[1..])? + 1;
            let inside = s[1..end].iter().copied().filter(|c| *c != b'\r');
            Some((inside.collect(), end + 1))
        }
        b'"' | b'\'' => {
            let mut out = Vec::new();
            let mut i = 1;
            while i < s.len() && s[i] != quote {
                let (r, multibyte, n) = unquote_char(&s[i..], quote)?;
                if s[i] == b'\n' {
                    return None;
                }
                i += n;
                if r < 0x80 || !multibyte {
                    out.push(r as u8);
                } else {
                    utf8::push(&mut out, i64::from(r));
                }
                if quote == b'\'' {
                    break;
                }
            }
            (s.get(i) == Some(&quote)).then_some((out, i + 1))
        }
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn quoted(s: &str, keep: Keep) -> String {
        let mut out = Vec::new();
        quote(&mut out, s.as_bytes(), b'"', keep);
        String::from_utf8(out).unwrap()
    }

    #[test]
    fn quoting_is_gos() {
        assert_eq!(
            quoted("a\"\\\n\u{1}\u{7f}é\u{200b}☺\u{10ffff}", Keep::Print),
            r#""a\"\\\n\x01\x7fé\u200b☺\U0010ffff""#
        );
        assert_eq!(quoted("é", Keep::Ascii), r#""\u00e9""#);
        assert_eq!(quoted("\u{3000}", Keep::Graphic), "\"\u{3000}\"");
        for (lit, want) in [
            (r#""a\x41\101\u00e9""#, Some("aAAé")),
            (r#""a"#, None),
            ("`a\rb`", Some("ab")),
            (r"'\''", Some("'")),
            ("'ab'", None),
        ] {
            let got = unquote(lit.as_bytes())
                .filter(|x| x.1 == lit.len())
                .map(|x| String::from_utf8(x.0).unwrap());
            assert_eq!(got.as_deref(), want, "{lit}");
        }
    }
}
