//! What a wrong program announces: its errors, each in place, and the same read off a compiler's output.
//!
//! `/* ERROR "message" */` stands right before the place where Go reports the error: the position is that of
//! the first byte after the comment (and after further ERROR comments and blanks; a line end counts). Where no
//! comment can stand, inside a literal, without a position or past column 255, a block `// Errors:` at the end of the file
//! lists `line:column: message` instead. Messages are Go string literals; their lines after the first are
//! the lines Go indents by a tab.
//!
//! Corpora of other people announce errors less strictly, by a regular expression for a line ([`Loose`]).

use regex::Regex;

const OPEN: &str = "/* ERROR \"";
const BLOCK: &str = "// Errors:\n";

/// Where and what, as `line:column: message`; without a position just the message.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct ErrorAt {
    /// The line, 0 without a position.
    pub line: usize,
    /// The column, in bytes.
    pub column: usize,
    /// The message with its further lines.
    pub message: String,
}

impl std::fmt::Display for ErrorAt {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        if self.line > 0 {
            write!(f, "{}:{}: ", self.line, self.column)?;
        }
        f.write_str(&self.message)
    }
}

/// The errors a file announces, in order of position.
pub fn expected(source: &str) -> Vec<ErrorAt> {
    let mut errors = Vec::new();
    let mut at = 0;
    while let Some(found) = source[at..].find(OPEN) {
        let start = at + found;
        let Some((message, end)) = comment(source, start) else {
            break;
        };
        at = end;
        let mut target = end;
        loop {
            let rest = &source[target..];
            target += rest.len() - rest.trim_start_matches([' ', '\t']).len();
            match source[target..]
                .starts_with(OPEN)
                .then(|| comment(source, target))
                .flatten()
            {
                Some((_, end)) => target = end,
                None => break,
            }
        }
        let (line, column) = position(source, target);
        errors.push(ErrorAt {
            line,
            column,
            message,
        });
    }
    if let Some(start) = source.rfind(BLOCK) {
        for line in source[start + BLOCK.len()..].lines() {
            let text = line.strip_prefix("// ").unwrap_or_default();
            errors.push(parse_listed(text).unwrap_or_else(|| ErrorAt {
                line: 0,
                column: 0,
                message: unquote(text),
            }));
        }
    }
    errors.sort_by_key(|e| (e.line, e.column));
    errors
}

fn parse_listed(text: &str) -> Option<ErrorAt> {
    let (line, rest) = text.split_once(':')?;
    let (column, message) = rest.split_once(": ")?;
    let (line, column) = (line.parse().ok()?, column.parse().ok()?);
    Some(ErrorAt {
        line,
        column,
        message: unquote(message),
    })
}

/// The message of the comment that starts at `start`, and where the comment ends.
fn comment(source: &str, start: usize) -> Option<(String, usize)> {
    let from = start + OPEN.len();
    let mut escaped = false;
    let close = source[from..].find(|c| {
        let end = c == '"' && !escaped;
        escaped = c == '\\' && !escaped;
        end
    })?;
    let end = from + close + source[from + close..].find("*/")? + 2;
    Some((unquote(&source[from..from + close]), end))
}

fn unquote(text: &str) -> String {
    let mut plain = String::new();
    let mut chars = text.chars();
    while let Some(c) = chars.next() {
        match (c, c == '\\') {
            (_, true) => match chars.next() {
                Some('n') => plain.push('\n'),
                Some('t') => plain.push('\t'),
                Some(other) => plain.push(other),
                None => plain.push('\\'),
            },
            _ => plain.push(c),
        }
    }
    plain
}

fn quote(text: &str) -> String {
    let text = text.replace('\\', "\\\\").replace('"', "\\\"");
    text.replace('\n', "\\n").replace('\t', "\\t")
}

fn position(source: &str, offset: usize) -> (usize, usize) {
    let before = &source[..offset];
    let line = before.matches('\n').count() + 1;
    let column = offset - before.rfind('\n').map_or(0, |at| at + 1) + 1;
    (line, column)
}

/// The errors in a compiler's output that name `file`, with or without `./` in front.
pub fn reported(output: &str, file: &str) -> Vec<ErrorAt> {
    let mut errors: Vec<ErrorAt> = Vec::new();
    let mut open = false;
    for line in output.lines() {
        let plain = line.strip_prefix("./").unwrap_or(line);
        if let Some(error) = plain
            .strip_prefix(file)
            .and_then(|rest| rest.strip_prefix(':'))
            .and_then(|rest| {
                let (at, column_and_more) = rest.split_once(':')?;
                let (column, message) = column_and_more.split_once(": ")?;
                let (line, column) = (at.parse().ok()?, column.parse().ok()?);
                Some(ErrorAt {
                    line,
                    column,
                    message: message.to_owned(),
                })
            })
        {
            errors.push(error);
            open = true;
        } else if open && line.starts_with('\t') {
            let error = errors.last_mut().expect("open");
            error.message.push('\n');
            error.message.push_str(line);
        } else {
            open = false;
        }
    }
    errors.sort_by_key(|e| (e.line, e.column));
    errors
}

/// The program without its announcements.
pub fn strip(source: &str) -> String {
    let mut text = String::new();
    let mut at = 0;
    while let Some(found) = source[at..].find(OPEN) {
        let start = at + found;
        let Some((_, end)) = comment(source, start) else {
            break;
        };
        text.push_str(&source[at..start]);
        at = if source[end..].starts_with(' ') {
            end + 1
        } else {
            end
        };
    }
    text.push_str(&source[at..]);
    if let Some(start) = text.rfind(BLOCK) {
        text.truncate(start);
    }
    format!("{}\n", text.trim_end())
}

/// Writes `errors` into a stripped program: as comments where they can stand, else as a block at the end.
pub fn annotate(source: &str, errors: &[ErrorAt]) -> String {
    let literals = inside_tokens(source);
    let mut comments: Vec<(usize, &ErrorAt)> = Vec::new();
    for error in errors {
        let offset = offset_of(source, error.line, error.column);
        match offset {
            Some(at) if at < source.len() && !literals[at] && !error.message.contains("*/") => {
                comments.push((at, error));
            }
            _ => return listed(source, errors),
        }
    }
    let mut text = source.to_owned();
    for (at, error) in comments.iter().rev() {
        text.insert_str(*at, &format!("{OPEN}{}\" */ ", quote(&error.message)));
    }
    // A blank at the end of a line would be invisible.
    let text: Vec<&str> = text
        .lines()
        .map(|l| if l.ends_with("*/ ") { l.trim_end() } else { l })
        .collect();
    text.join("\n") + "\n"
}

/// The form with a block at the end.
pub fn listed(source: &str, errors: &[ErrorAt]) -> String {
    let mut text = format!("{source}\n{BLOCK}");
    for error in errors {
        let quoted = ErrorAt {
            message: quote(&error.message),
            ..error.clone()
        };
        text.push_str(&format!("// {quoted}\n"));
    }
    text
}

fn offset_of(source: &str, line: usize, column: usize) -> Option<usize> {
    let start = match line {
        0 => return None,
        1 => 0,
        _ => source.match_indices('\n').nth(line - 2)?.0 + 1,
    };
    let offset = start + column - 1;
    (offset <= source.len() && source.is_char_boundary(offset)).then_some(offset)
}

/// For each byte whether it lies inside (not at the start of) a literal, a comment or a word.
fn inside_tokens(source: &str) -> Vec<bool> {
    let bytes = source.as_bytes();
    let mut inside = vec![false; bytes.len() + 1];
    let word = |b: u8| b.is_ascii_alphanumeric() || b == b'_' || b >= 0x80;
    let mut i = 0;
    while i < bytes.len() {
        let start = i;
        let rest = &bytes[i..];
        if rest.starts_with(b"//") {
            i += rest.iter().position(|b| *b == b'\n').unwrap_or(rest.len());
        } else if rest.starts_with(b"/*") {
            i += source[i + 2..].find("*/").map_or(rest.len(), |n| n + 4);
        } else if let quote @ (b'"' | b'\'' | b'`') = bytes[i] {
            i += 1;
            while i < bytes.len() && bytes[i] != quote && (quote == b'`' || bytes[i] != b'\n') {
                i += if bytes[i] == b'\\' && quote != b'`' {
                    2
                } else {
                    1
                };
            }
            // The line end of an unterminated literal is inside it too.
            i = (i + 1).min(bytes.len());
        } else if word(bytes[i]) {
            while i < bytes.len() && word(bytes[i]) {
                i += 1;
            }
        } else {
            i += 1;
        }
        inside[start + 1..i].fill(true);
    }
    inside
}

/// An error that is announced for a line: `// ERROR "rx"` at its end, or `/* ERROR "rx" */` anywhere in it.
pub struct Loose {
    /// The line.
    pub line: usize,
    /// What the message matches.
    pub pattern: Regex,
    /// The pattern as it is written.
    pub text: String,
}

/// The errors announced by regular expressions, or what is wrong with them.
pub fn loose(source: &str) -> Result<Vec<Loose>, String> {
    let mut found = Vec::new();
    for (k, line) in source.lines().enumerate() {
        let mut rest = line;
        while let Some(at) = rest.find(" ERROR ").filter(|_| line.contains('/')) {
            rest = rest[at + 7..].trim_start();
            while let Some((text, after)) = literal(rest) {
                let pattern = Regex::new(&text).map_err(|e| format!("line {}: {e}", k + 1))?;
                found.push(Loose {
                    line: k + 1,
                    pattern,
                    text,
                });
                rest = after.trim_start();
            }
        }
    }
    Ok(found)
}

/// A Go string literal at the start of `text`, and what follows.
fn literal(text: &str) -> Option<(String, &str)> {
    if let Some(raw) = text.strip_prefix('`') {
        let (value, after) = raw.split_once('`')?;
        return Some((value.to_owned(), after));
    }
    let inner = text.strip_prefix('"')?;
    let mut escaped = false;
    let end = inner.find(|c| {
        let end = c == '"' && !escaped;
        escaped = c == '\\' && !escaped;
        end
    })?;
    // In these literals a backslash belongs to the expression, but for those before quotes and backslashes.
    let value = inner[..end].replace("\\\\", "\\").replace("\\\"", "\"");
    Some((value, &inner[end + 1..]))
}

/// Whether a source announces errors at all.
pub fn announces(source: &str) -> bool {
    source.contains(OPEN)
        || source.contains(BLOCK)
        || source.contains("// ERROR \"")
        || source.contains("// ERROR `")
}

/// What of `got` and the announced ones does not fit together, line by line; empty if all does.
pub fn mismatches(want: &[Loose], got: &[ErrorAt]) -> Vec<String> {
    let mut wrong = Vec::new();
    let mut met = vec![false; want.len()];
    for e in got {
        let fits = |w: &Loose| w.line == e.line && w.pattern.is_match(&e.message);
        match want.iter().position(fits) {
            Some(k) => met[k] = true,
            None => wrong.push(format!("not announced: {e}")),
        }
    }
    for (w, _) in want.iter().zip(met).filter(|(_, met)| !met) {
        wrong.push(format!("not reported: line {}: {}", w.line, w.text));
    }
    wrong
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn positions_are_those_behind_the_comment() {
        let source = "package p\n\nvar x = /* ERROR \"undefined: y\" */ y\n";
        let errors = expected(source);
        let text: Vec<String> = errors.iter().map(ErrorAt::to_string).collect();
        assert_eq!(text, ["3:36: undefined: y"]);
        assert_eq!(strip(source), "package p\n\nvar x = y\n");
    }

    #[test]
    fn lines_announce_patterns() {
        let source = "var x = y // ERROR \"undefined: y|undeclared\" `x`\nvar z int\n";
        let want = loose(source).unwrap_or_default();
        assert_eq!(want.len(), 2);
        let got = reported("./f.go:1:9: undefined: y\n./f.go:2:1: no\n", "f.go");
        let wrong = mismatches(&want, &got);
        assert_eq!(wrong, ["not announced: 2:1: no", "not reported: line 1: x"]);
    }
}
