//! Quoting of strings and runes as strconv does.

/// Whether a character is printed as itself: letters, marks, numbers, punctuation, symbols, and the ASCII space.
pub fn is_print(c: char) -> bool {
    crate::natives::unicode_tables::is_print(c as u32)
}

/// Whether a string can be written between backquotes: no control characters but tab, no backquote, valid UTF-8.
pub fn can_backquote(s: &[u8]) -> bool {
    match std::str::from_utf8(s) {
        Ok(s) => s
            .chars()
            .all(|c| c != '\u{feff}' && c != '`' && c != '\u{7f}' && (c >= ' ' || c == '\t')),
        Err(_) => false,
    }
}

fn escape(out: &mut String, c: char, quote: char, ascii: bool) {
    if c == quote || c == '\\' {
        out.push('\\');
        out.push(c);
        return;
    }
    if if ascii {
        (' '..='~').contains(&c)
    } else {
        is_print(c)
    } {
        return out.push(c);
    }
    match c {
        '\x07' => out.push_str("\\a"),
        '\x08' => out.push_str("\\b"),
        '\x0c' => out.push_str("\\f"),
        '\n' => out.push_str("\\n"),
        '\r' => out.push_str("\\r"),
        '\t' => out.push_str("\\t"),
        '\x0b' => out.push_str("\\v"),
        c if c < ' ' || c == '\x7f' => out.push_str(&format!("\\x{:02x}", c as u32)),
        c if (c as u32) < 0x10000 => out.push_str(&format!("\\u{:04x}", c as u32)),
        c => out.push_str(&format!("\\U{:08x}", c as u32)),
    }
}

/// `strconv.Quote`, or QuoteToASCII.
pub fn quote(s: &[u8], ascii: bool) -> Vec<u8> {
    let mut out = String::with_capacity(s.len() + 2);
    out.push('"');
    for chunk in s.utf8_chunks() {
        for c in chunk.valid().chars() {
            escape(&mut out, c, '"', ascii);
        }
        for b in chunk.invalid() {
            out.push_str(&format!("\\x{b:02x}"));
        }
    }
    out.push('"');
    out.into_bytes()
}

/// `strconv.QuoteRune`, or QuoteRuneToASCII.
pub fn quote_rune(c: char, ascii: bool) -> String {
    let mut out = String::from("'");
    escape(&mut out, c, '\'', ascii);
    out.push('\'');
    out
}

#[cfg(test)]
mod tests {
    #[test]
    fn as_strconv() {
        assert_eq!(
            super::quote("a\"\n\u{1}é\u{200b}".as_bytes(), false),
            "\"a\\\"\\n\\x01é\\u200b\"".as_bytes()
        );
        assert_eq!(super::quote(b"\xff", true), b"\"\\xff\"");
        assert_eq!(super::quote_rune('\'', false), "'\\''");
    }
}
