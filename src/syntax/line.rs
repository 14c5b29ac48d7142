//! `//line` directives: comments that give the text after them the place of another file, from which it was made.

use std::path::Path;

use super::ast::File;
use crate::base::LineMark;
use crate::base::Pos;
use crate::base::SourceFile;
use crate::base::SourceMap;
use crate::diag::Code;
use crate::diag::Diagnostic;

/// Lines and columns from here on do not count.
const TOO_LARGE: u32 = 1 << 30;

/// A number after the last colon of `text`: where it begins (after the colon), and its value.
fn last_number(text: &str) -> Option<(usize, Option<u32>)> {
    let at = text.rfind(':')? + 1;
    let digits = &text[at..];
    let ok = !digits.is_empty() && digits.bytes().all(|b| b.is_ascii_digit());
    let value = if ok { digits.parse().ok() } else { None };
    Some((at, value))
}

/// Reads the directives of a file and gives them to the map; answers what is wrong with them.
pub(super) fn read(map: &SourceMap, file: &File) -> Vec<Diagnostic> {
    let source = map.file(file.id);
    let mut marks: Vec<LineMark> = Vec::new();
    let mut wrong = Vec::new();
    for p in &file.pragmas {
        let (text, end) = match p.text.strip_prefix("//line ") {
            Some(text) => {
                let col = source.line_col(p.pos.0 - source.base().0).1;
                if col != 1 {
                    continue;
                }
                (text, p.pos.0 + p.text.len() as u32)
            }
            None => match p.text.strip_prefix("/*line ") {
                Some(text) => (
                    text.strip_suffix("*/").unwrap_or(text),
                    p.pos.0 + p.text.len() as u32,
                ),
                None => continue,
            },
        };
        let start = p.pos.0 + "//line ".len() as u32;
        let after = match p.text.starts_with("//") {
            true => next_line(source, end),
            false => end,
        };
        match mark(text, source, marks.last()) {
            Some(Ok(mut m)) => {
                m.at = after - source.base().0;
                marks.push(m);
            }
            Some(Err((offset, words))) => {
                let at = Pos(start + offset as u32);
                wrong.push(Diagnostic::error(Code::SyntaxError, at.span(), words));
            }
            None => {}
        }
    }
    if !marks.is_empty() {
        source.set_line_marks(marks);
    }
    wrong
}

fn next_line(source: &SourceFile, end: u32) -> u32 {
    let offset = (end - source.base().0) as usize;
    let rest = source.src().get(offset..).unwrap_or_default();
    let n = rest.iter().position(|b| *b == b'\n');
    end + n.map_or(rest.len(), |n| n + 1) as u32
}

/// What a directive says: `file:line` or `file:line:column`.
fn mark(
    text: &str,
    source: &SourceFile,
    last: Option<&LineMark>,
) -> Option<Result<LineMark, (usize, String)>> {
    let (mut at, number) = last_number(text)?;
    let invalid = |what: &str, at: usize, text: &str| {
        Some(Err((at, format!("invalid {what} number: {}", &text[at..]))))
    };
    let Some(mut line) = number else {
        return invalid("line", at, text);
    };
    let mut col = 0;
    let mut text = text;
    let mut has_col = false;
    if let Some((before, Some(n))) = last_number(&text[..at - 1]) {
        (line, col) = (n, line);
        if col == 0 || col > TOO_LARGE {
            return invalid("column", at, text);
        }
        text = &text[..at - 1];
        at = before;
        has_col = true;
    }
    if line == 0 || line > TOO_LARGE {
        return invalid("line", at, text);
    }
    let name = &text[..at - 1];
    let name = if name.is_empty() {
        match (has_col, last) {
            (true, Some(m)) => m.name.clone(),
            (true, None) => source.name().into(),
            (false, _) => "".into(),
        }
    } else if name.starts_with('/') {
        name.into()
    } else {
        let dir = Path::new(source.name()).parent().unwrap_or(Path::new(""));
        dir.join(name).display().to_string().into()
    };
    Some(Ok(LineMark {
        at: 0,
        name,
        line,
        col,
    }))
}
