//! Colours of the line that is edited and of what the prompt says.

use crate::driver::lexical;
use crate::driver::lexical::WordKind;

/// Bold, for the prompt and matching brackets.
pub const BOLD: &str = "1";
/// Dimmed, for types beside values and hints.
pub const DIM: &str = "2";
/// For what went wrong.
pub const RED: &str = "31";

/// Whether standard output is a terminal that is to show colours.
pub fn wanted() -> bool {
    use std::io::IsTerminal;
    let set = |name| std::env::var_os(name).is_some_and(|v| !v.is_empty());
    std::io::stdout().is_terminal()
        && !set("NO_COLOR")
        && std::env::var_os("TERM").is_none_or(|t| t != "dumb")
}

/// `text` in a colour; as it is if `on` is not set.
pub fn paint(on: bool, color: &str, text: &str) -> String {
    if on {
        format!("\x1b[{color}m{text}\x1b[0m")
    } else {
        text.to_owned()
    }
}

fn color(kind: WordKind) -> Option<&'static str> {
    Some(match kind {
        WordKind::Keyword => "35",
        WordKind::Type => "36",
        WordKind::Builtin => "34",
        WordKind::Constant => "33",
        WordKind::Text => "32",
        WordKind::Comment => "90",
        WordKind::Name | WordKind::Operator => return None,
    })
}

/// Go text with the colours of its words; the brackets at `pair` stand out.
pub fn go(text: &str, pair: Option<(usize, usize)>) -> String {
    let mut out = String::with_capacity(2 * text.len());
    let mut at = 0;
    for w in lexical::words(text) {
        out.push_str(&text[at..w.start]);
        let word = &text[w.start..w.end];
        let matching = pair.is_some_and(|(a, b)| w.start == a || w.start == b);
        match color(w.kind) {
            _ if matching => out.push_str(&paint(true, "1;7", word)),
            // Each line begins its colour anew, since the editor may draw lines one by one.
            Some(c) => {
                let lines: Vec<String> = word.split('\n').map(|l| paint(true, c, l)).collect();
                out.push_str(&lines.join("\n"));
            }
            None => out.push_str(word),
        }
        at = w.end;
    }
    out.push_str(&text[at..]);
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn colours_leave_the_text_alone() {
        let text = "x := \"é\" /* a\nb */ + f(1)";
        let mut plain = go(text, Some((24, 26)));
        while let Some(i) = plain.find('\x1b') {
            let end = plain[i..].find('m').expect("closed");
            plain.replace_range(i..=i + end, "");
        }
        assert_eq!(plain, text);
    }
}
