//! What is said below Go's report of a panic or a deadlock: on a terminal, or with `--explain`.
//!
//! Go's report comes first and is not touched. The text of a deadlock is made in [`crate::driver::deadlock`].

use crate::diag::Format;
use crate::diag::Page;
use crate::diag::Snippet;
use crate::diag::Style;
use crate::driver::deadlock;
use crate::vm::Explainer;
use crate::vm::FrameInfo;
use crate::vm::stuck::Stuck;

/// Words of a report and the page about it.
const PAGES: &[(&str, &str)] = &[
    ("index out of range", "index-out-of-range"),
    ("slice bounds out of range", "slice-bounds-out-of-range"),
    ("invalid memory address or nil pointer", "nil-dereference"),
    ("integer divide by zero", "divide-by-zero"),
    ("negative shift amount", "negative-shift"),
    ("assignment to entry in nil map", "nil-map-write"),
    ("concurrent map", "concurrent-map-access"),
    ("send on closed channel", "send-on-closed-channel"),
    ("close of closed channel", "close-of-closed-channel"),
    ("close of nil channel", "close-of-nil-channel"),
    ("interface conversion:", "failed-type-assertion"),
    ("negative WaitGroup counter", "negative-waitgroup"),
    ("unlock of unlocked", "unlock-of-unlocked-mutex"),
    ("Unlock of unlocked", "unlock-of-unlocked-mutex"),
    ("hash of unhashable type", "unhashable-key"),
    ("comparing uncomparable type", "uncomparable-values"),
    ("makeslice:", "makeslice-out-of-range"),
    ("makechan:", "makechan-out-of-range"),
    ("cannot convert slice with length", "slice-to-array"),
    ("stack overflow", "stack-overflow"),
    ("out of memory", "out-of-memory"),
    ("go of nil func value", "go-of-nil-func"),
    ("called with a nil", "nil-dereference"),
];

/// Explains failures in the style of the run.
pub struct Explain {
    style: Style,
}

impl Explain {
    /// For a run with this style.
    pub fn new(style: Style) -> Explain {
        Explain { style }
    }
}

/// The page about a failure with this text.
fn page(text: &str) -> Option<Page> {
    let (_, name) = PAGES.iter().find(|(words, _)| text.contains(words))?;
    Page::find(name)
}

impl Explainer for Explain {
    fn failed(&self, text: &str, place: &FrameInfo) -> String {
        let Ok(source) = std::fs::read(&*place.file) else {
            return String::new();
        };
        let mut at = 0;
        let mut lines = source.split_inclusive(|b| *b == b'\n');
        for line in lines.by_ref().take(place.line.saturating_sub(1) as usize) {
            at += line.len();
        }
        let line = lines.next().unwrap_or_default();
        let statement = line.trim_ascii();
        if statement.is_empty() {
            return String::new();
        }
        let start = at + (line.len() - line.trim_ascii_start().len());
        let what: String = text
            .lines()
            .next()
            .unwrap_or("")
            .chars()
            .take(100)
            .collect();
        let name = match std::path::Path::new(&*place.file).file_name() {
            Some(n) => n.to_string_lossy().into_owned(),
            None => place.file.to_string(),
        };
        let snippet = Snippet {
            name: &name,
            source: &source,
            marks: vec![(start..start + statement.len(), what)],
            help: page(text).map(|p| format!("golite explain {}", p.name)),
        };
        let format = match self.style.format {
            Format::Narrated => Format::Narrated,
            _ => Format::Graphical,
        };
        match snippet.render(format, self.style.color) {
            Some(drawing) => format!("\n{drawing}"),
            None => String::new(),
        }
    }

    fn stuck(&self, stuck: &Stuck) -> String {
        deadlock::explain(stuck, self.style.color)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_page_named_exists() {
        for (_, name) in PAGES {
            assert_eq!(Page::find(name).map(|p| p.name), Some(*name));
        }
    }
}
