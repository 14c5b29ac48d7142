//! tests/errors: wrong programs, each error announced in place and compared with `golite check`.
//!
//! `/* ERROR "message" */` stands right before the place where Go reports the error: the position is that of
//! the first byte after the comment (and after further ERROR comments and blanks; a line end counts). Where no
//! comment can stand, inside a literal, without a position or past column 255, a block `// Errors:` at the end of the file
//! lists `line:column: message` instead. Messages are Go string literals; their lines after the first are
//! the lines Go indents by a tab.

use crate::process::{self, End};
use crate::textdiff::{diff, lines};
use libtest_mimic::{Failed, Trial};
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Duration;

const OPEN: &str = "/* ERROR \"";
const BLOCK: &str = "// Errors:\n";

/// Where and what, as `line:column: message`; without a position just the message.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct ErrorAt {
    pub line: usize,
    pub column: usize,
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

/// Every wrong program, relative to the root.
pub fn programs() -> Vec<PathBuf> {
    crate::files("tests/errors", "go")
}

pub fn trials() -> Vec<Trial> {
    let programs = programs().into_iter();
    programs
        .map(|path| Trial::test(crate::corpus::name(&path), move || check(&path)))
        .collect()
}

fn check(path: &Path) -> Result<(), Failed> {
    let source = crate::read(path);
    let want = expected(&source);
    if want.is_empty() {
        return Err("no ERROR comment; see tests/README.md for how to record them".into());
    }
    let golite = env!("CARGO_BIN_EXE_golite");
    let path = crate::root().join(path);
    let (dir, file) = (
        path.parent().expect("below the root"),
        path.file_name().expect("a file"),
    );
    let file = file.to_string_lossy();
    let mut command = Command::new(golite);
    command
        .current_dir(dir)
        .args(["check", "--all-errors", &*file]);
    let seen = process::run(&mut command, "", Duration::from_secs(30));
    let got = reported(&seen.stderr, &file);
    let mut wrong = String::new();
    if seen.end != End::Exit(1) {
        wrong.push_str(&format!("  {}, want exit 1\n", seen.end));
    }
    let text = |errors: &[ErrorAt]| {
        let all: Vec<String> = errors.iter().map(ErrorAt::to_string).collect();
        lines(&all.join("\n"))
    };
    if text(&want) != text(&got) {
        wrong.push_str(&diff(&text(&want), &text(&got)));
        if got.is_empty() {
            wrong.push_str(&format!("  stderr:\n{}", seen.stderr));
        }
    }
    if wrong.is_empty() {
        return Ok(());
    }
    Err(format!("{golite} check --all-errors {}\n{wrong}", path.display()).into())
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
