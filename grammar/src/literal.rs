//! Literals: where they end, what is wrong with them (in gc's words), and the bytes that a string stands for.

use crate::ast::LitKind;
use crate::lexer::code_point;

const UNTERMINATED: &str = "not terminated";

fn base_name(base: u32) -> &'static str {
    match base {
        2 => "binary",
        8 => "octal",
        10 => "decimal",
        _ => "hexadecimal",
    }
}

/// Scans the number that `s` begins with (a digit, or a dot before a digit): its kind, its length, and the first mistake with its
/// offset.
pub fn scan_number(s: &[u8]) -> (LitKind, usize, Option<(usize, String)>) {
    let at = |i: usize| s.get(i).copied().unwrap_or(0);
    let mut i = 0;
    let mut kind = LitKind::Int;
    let (mut base, mut prefix) = (10, 0u8);
    let (mut digit, mut sep) = (false, false);
    let mut invalid = None;
    let mut error: Option<(usize, String)> = None;
    let digits = |i: &mut usize,
                  base: u32,
                  digit: &mut bool,
                  sep: &mut bool,
                  invalid: &mut Option<usize>| {
        loop {
            let c = at(*i);
            match c {
                b'_' => *sep = true,
                b'0'..=b'9' => {
                    if base <= 10 && u32::from(c - b'0') >= base && invalid.is_none() {
                        *invalid = Some(*i);
                    }
                    *digit = true;
                }
                b'a'..=b'f' | b'A'..=b'F' if base == 16 => *digit = true,
                _ => break,
            }
            *i += 1;
        }
    };
    let mut fraction = at(0) == b'.';
    if !fraction {
        if at(0) == b'0' {
            (base, prefix) = match at(1) | 0x20 {
                b'x' => (16, b'x'),
                b'o' => (8, b'o'),
                b'b' => (2, b'b'),
                _ => (8, b'0'),
            };
            i = if prefix == b'0' { 1 } else { 2 };
            digit = prefix == b'0';
        }
        digits(&mut i, base, &mut digit, &mut sep, &mut invalid);
        fraction = at(i) == b'.';
        if fraction && (prefix == b'o' || prefix == b'b') {
            error = Some((
                i,
                format!("invalid radix point in {} literal", base_name(base)),
            ));
        }
    }
    if fraction {
        i += 1;
        kind = LitKind::Float;
        digits(&mut i, base, &mut digit, &mut sep, &mut invalid);
    }
    if !digit && error.is_none() {
        error = Some((i, format!("{} literal has no digits", base_name(base))));
    }
    let e = at(i) | 0x20;
    if e == b'e' || e == b'p' {
        let needs = match e {
            b'e' if prefix != 0 && prefix != b'0' => Some("decimal"),
            b'p' if prefix != b'x' => Some("hexadecimal"),
            _ => None,
        };
        if let (Some(needs), None) = (needs, &error) {
            error = Some((
                i,
                format!("'{}' exponent requires {needs} mantissa", at(i) as char),
            ));
        }
        i += 1;
        kind = LitKind::Float;
        if matches!(at(i), b'+' | b'-') {
            i += 1;
        }
        let mut exponent = false;
        digits(&mut i, 10, &mut exponent, &mut sep, &mut None);
        if !exponent && error.is_none() {
            error = Some((i, "exponent has no digits".into()));
        }
    } else if prefix == b'x' && kind == LitKind::Float && error.is_none() {
        error = Some((i, "hexadecimal mantissa requires a 'p' exponent".into()));
    }
    if at(i) == b'i' {
        kind = LitKind::Imag;
        i += 1;
    }
    if let (LitKind::Int, Some(n), None) = (kind, invalid, &error) {
        error = Some((
            n,
            format!(
                "invalid digit '{}' in {} literal",
                s[n] as char,
                base_name(base)
            ),
        ));
    }
    if sep
        && error.is_none()
        && let Some(n) = misplaced_separator(&s[..i])
    {
        error = Some((n, "'_' must separate successive digits".into()));
    }
    (kind, i, error)
}

fn misplaced_separator(s: &[u8]) -> Option<usize> {
    let prefix = if s.len() >= 2 && s[0] == b'0' {
        s[1] | 0x20
    } else {
        0
    };
    let based = matches!(prefix, b'x' | b'o' | b'b');
    let is_digit = |c: u8| c.is_ascii_digit() || prefix == b'x' && c.is_ascii_hexdigit();
    let start = if based { 2 } else { 0 };
    for i in start..s.len() {
        // A base prefix counts as a digit.
        let before = i > start && is_digit(s[i - 1]) || i == start && based;
        if s[i] == b'_' && !before {
            return Some(i);
        }
        if i > start && s[i - 1] == b'_' && s[i] != b'_' && !is_digit(s[i]) {
            return Some(i - 1);
        }
    }
    (s.last() == Some(&b'_')).then(|| s.len() - 1)
}

/// Scans the literal in single or double quotes that `s` begins with: its length, and its mistakes (offset, length, words).
pub fn scan_quoted(s: &str) -> (usize, Vec<(usize, usize, String)>) {
    let b = s.as_bytes();
    let quote = b[0];
    let rune = quote == b'\'';
    let mut errors: Vec<(usize, usize, String)> = Vec::new();
    let mut i = 1;
    let mut count = 0;
    loop {
        let Some(&c) = b.get(i) else {
            if !rune || errors.is_empty() {
                let what = if rune { "rune literal" } else { "string" };
                errors.push((0, i, format!("{what} {UNTERMINATED}")));
            }
            return (i, errors);
        };
        match c {
            _ if c == quote => {
                i += 1;
                if rune && errors.is_empty() && count != 1 {
                    let (at, n, words) = match count {
                        0 => (1, 1, "empty rune literal or unescaped '"),
                        _ => (0, i, "more than one character in rune literal"),
                    };
                    errors.push((at, n, words.into()));
                }
                return (i, errors);
            }
            b'\n' => {
                if !rune || errors.is_empty() {
                    let what = if rune { "rune literal" } else { "string" };
                    errors.push((i, 0, format!("newline in {what}")));
                }
                return (i, errors);
            }
            b'\\' => {
                let (next, error) = scan_escape(s, i + 1, quote);
                errors.extend(error);
                i = next;
            }
            0x80.. => i += s[i..].chars().next().map_or(1, char::len_utf8),
            _ => i += 1,
        }
        count += 1;
    }
}

/// Scans the escape whose backslash ends at `i`.
fn scan_escape(s: &str, i: usize, quote: u8) -> (usize, Option<(usize, usize, String)>) {
    let b = s.as_bytes();
    let Some(&c) = b.get(i) else { return (i, None) };
    let (mut i, n, base, max) = match c {
        _ if c == quote => return (i + 1, None),
        b'a' | b'b' | b'f' | b'n' | b'r' | b't' | b'v' | b'\\' => return (i + 1, None),
        b'0'..=b'7' => (i, 3, 8, 255),
        b'x' => (i + 1, 2, 16, 255),
        b'u' => (i + 1, 4, 16, 0x10ffff),
        b'U' => (i + 1, 8, 16, 0x10ffff),
        _ => return (i, Some((i, 1, "unknown escape".into()))),
    };
    let mut value: u32 = 0;
    for _ in 0..n {
        let Some(c) = s[i..].chars().next() else {
            return (i, None);
        };
        match c.to_digit(16) {
            Some(d) if d < base => value = value.wrapping_mul(base).wrapping_add(d),
            _ => {
                let shown = match c {
                    '\'' => "'\\''".to_string(),
                    '\\' => "'\\\\'".to_string(),
                    '\n' => "'\\n'".to_string(),
                    '\t' => "'\\t'".to_string(),
                    '\r' => "'\\r'".to_string(),
                    c => format!("'{c}'"),
                };
                let words = format!("invalid character {shown} in {} escape", base_name(base));
                return (i, Some((i, c.len_utf8(), words)));
            }
        }
        i += c.len_utf8();
    }
    if value > max && base == 8 {
        return (i, Some((i, 0, format!("octal escape value {value} > 255"))));
    }
    if value > max || (0xd800..0xe000).contains(&value) {
        let shown = char::from_u32(value).map_or_else(|| format!("U+{value:04X}"), code_point);
        return (
            i,
            Some((
                i,
                0,
                format!("escape is invalid Unicode code point {shown}"),
            )),
        );
    }
    (i, None)
}

/// The bytes that a string literal stands for. `None` when it is malformed.
pub fn unquote_string(lit: &str) -> Option<Vec<u8>> {
    let b = lit.as_bytes();
    if b.len() < 2 || b[0] != b[b.len() - 1] {
        return None;
    }
    let body = &lit[1..lit.len() - 1];
    match b[0] {
        b'`' => Some(body.bytes().filter(|&c| c != b'\r').collect()),
        b'"' => {
            let mut out = Vec::with_capacity(body.len());
            let mut rest = body;
            while let Some(i) = rest.find('\\') {
                out.extend_from_slice(&rest.as_bytes()[..i]);
                let (value, byte, n) = escape_value(&rest[i + 1..])?;
                if byte {
                    out.push(value as u8);
                } else {
                    out.extend_from_slice(
                        char::from_u32(value)?.encode_utf8(&mut [0; 4]).as_bytes(),
                    );
                }
                rest = &rest[i + 1 + n..];
            }
            out.extend_from_slice(rest.as_bytes());
            Some(out)
        }
        _ => None,
    }
}

/// The code point that a rune literal stands for. `None` when it is malformed.
pub fn unquote_rune(lit: &str) -> Option<u32> {
    let body = lit.strip_prefix('\'')?.strip_suffix('\'')?;
    match body.strip_prefix('\\') {
        Some(rest) => Some(escape_value(rest)?.0),
        None => body.chars().next().map(|c| c as u32),
    }
}

/// Value of the escape after its backslash, whether it is a byte rather than a code point, and its length.
fn escape_value(s: &str) -> Option<(u32, bool, usize)> {
    let simple = |v: u8| Some((u32::from(v), false, 1));
    let number = |from: usize, n: usize, base: u32, byte: bool| {
        let v = u32::from_str_radix(s.get(from..from + n)?, base).ok()?;
        Some((v, byte, from + n))
    };
    match s.as_bytes().first()? {
        b'a' => simple(7),
        b'b' => simple(8),
        b'f' => simple(12),
        b'n' => simple(b'\n'),
        b'r' => simple(b'\r'),
        b't' => simple(b'\t'),
        b'v' => simple(11),
        c @ (b'\\' | b'\'' | b'"') => simple(*c),
        b'x' => number(1, 2, 16, true),
        b'u' => number(1, 4, 16, false),
        b'U' => number(1, 8, 16, false),
        b'0'..=b'7' => number(0, 3, 8, true),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn number(s: &str) -> (LitKind, usize, String) {
        let (k, n, e) = scan_number(s.as_bytes());
        (k, n, e.map_or(String::new(), |(i, m)| format!("{i}: {m}")))
    }

    #[test]
    fn numbers() {
        for (s, kind) in [
            ("0", LitKind::Int),
            ("0755", LitKind::Int),
            ("1_000", LitKind::Int),
            ("0x_ff", LitKind::Int),
            ("1e+9", LitKind::Float),
            (".5", LitKind::Float),
            ("1.", LitKind::Float),
            ("0x1p-2", LitKind::Float),
            ("089i", LitKind::Imag),
            ("089.5", LitKind::Float),
        ] {
            assert_eq!(number(s), (kind, s.len(), String::new()), "{s}");
        }
        assert_eq!(number("0xe+1").1, 3);
        for (s, want) in [
            ("08", "1: invalid digit '8' in octal literal"),
            ("0b2", "2: invalid digit '2' in binary literal"),
            ("0x", "2: hexadecimal literal has no digits"),
            ("1e", "2: exponent has no digits"),
            ("1__0", "2: '_' must separate successive digits"),
            ("1_", "1: '_' must separate successive digits"),
            ("0_x", "1: '_' must separate successive digits"),
            ("0x1.0", "5: hexadecimal mantissa requires a 'p' exponent"),
            ("0b1.0", "3: invalid radix point in binary literal"),
            ("1p3", "1: 'p' exponent requires hexadecimal mantissa"),
            ("0b1e3", "3: 'e' exponent requires decimal mantissa"),
        ] {
            assert_eq!(number(s).2, want, "{s}");
        }
    }

    #[test]
    fn quoted() {
        let first = |s: &str| {
            scan_quoted(s)
                .1
                .first()
                .map_or(String::new(), |(i, _, m)| format!("{i}: {m}"))
        };
        for (s, want) in [
            ("\"abc\"", ""),
            ("'a'", ""),
            ("'\\''", ""),
            ("''", "1: empty rune literal or unescaped '"),
            ("'ab'", "0: more than one character in rune literal"),
            ("\"a\\q\"", "3: unknown escape"),
            ("'\\400'", "5: octal escape value 256 > 255"),
            ("\"\\xg\"", "3: invalid character 'g' in hexadecimal escape"),
            (
                "\"\\ud800\"",
                "7: escape is invalid Unicode code point U+D800",
            ),
            ("\"abc", "0: string not terminated"),
            ("\"abc\n", "4: newline in string"),
            ("'a\n", "2: newline in rune literal"),
        ] {
            assert_eq!(first(s), want, "{s}");
        }
    }

    #[test]
    fn unquoting() {
        assert_eq!(
            unquote_string(r#""a\n\x00\u00e9""#).unwrap(),
            b"a\n\x00\xc3\xa9"
        );
        assert_eq!(unquote_string("`a\r\\n`").unwrap(), b"a\\n");
        assert_eq!(unquote_rune(r"'\''"), Some(39));
        assert_eq!(unquote_rune("'é'"), Some(0xe9));
        assert_eq!(unquote_rune(r"'\xff'"), Some(255));
    }
}
