//! The part below Go's lines: the source with the places marked, drawn or narrated by miette.

use std::fmt;
use std::ops::Range;

use miette::GraphicalReportHandler;
use miette::GraphicalTheme;
use miette::LabeledSpan;
use miette::NamedSource;
use miette::NarratableReportHandler;
use miette::SourceCode;

use super::Diagnostic;
use super::Format;
use super::Renderer;
use crate::base::FileId;
use crate::base::SourceMap;
use crate::base::Span;

/// Lines with more bytes than this are not shown in snippets.
const LONGEST_LINE: usize = 10_000;

/// A piece of source with marked places; the first is the one it is about.
pub struct Snippet<'a> {
    /// The file's name.
    pub name: &'a str,
    /// The whole text of the file.
    pub source: &'a [u8],
    /// Byte ranges and what is said about them.
    pub marks: Vec<(Range<usize>, String)>,
    /// What could be done.
    pub help: Option<String>,
}

impl Snippet<'_> {
    /// As text that follows a line in Go's words. None for [`Format::Json`], and where a line is too long to be shown.
    pub fn render(&self, format: Format, color: bool) -> Option<String> {
        let marks = self.marks.iter().map(|(r, _)| r);
        if format == Format::Json || marks.clone().any(|r| self.line_at(r.start) > LONGEST_LINE) {
            return None;
        }
        let label = |(k, (r, text)): (usize, &(Range<usize>, String))| {
            let text = (!text.is_empty()).then(|| text.clone());
            match k {
                0 => LabeledSpan::new_primary_with_span(text, r.clone()),
                _ => LabeledSpan::new_with_span(text, r.clone()),
            }
        };
        let report = Report {
            source: NamedSource::new(self.name, text_of(self.source)),
            labels: self.marks.iter().enumerate().map(label).collect(),
            help: self.help.clone(),
        };
        match format {
            Format::Narrated => narrate(&report),
            _ => draw(&report, color),
        }
    }

    /// The length of the line around a place.
    fn line_at(&self, at: usize) -> usize {
        let at = at.min(self.source.len());
        let before = self.source[..at].iter().rev();
        let after = self.source[at..].iter();
        before.take_while(|b| **b != b'\n').count() + after.take_while(|b| **b != b'\n').count()
    }
}

/// The text with a question mark for every byte that is not UTF-8, so that offsets stay what they are.
fn text_of(source: &[u8]) -> String {
    let mut text = String::with_capacity(source.len() + 1);
    for chunk in source.utf8_chunks() {
        text.push_str(chunk.valid());
        text.extend(chunk.invalid().iter().map(|_| '?'));
    }
    text.push('\n');
    text
}

fn draw(report: &Report, color: bool) -> Option<String> {
    let theme = if color {
        GraphicalTheme::unicode()
    } else {
        GraphicalTheme::unicode_nocolor()
    };
    let handler = GraphicalReportHandler::new_themed(theme)
        .with_width(160)
        .with_links(false)
        .with_context_lines(1);
    let mut text = String::new();
    handler.render_report(&mut text, report).ok()?;
    // Only the drawing is wanted: miette's own head line is dropped, Go's stands there already.
    let lines = text.lines().skip_while(|l| !l.contains('╭'));
    Some(lines.flat_map(|l| [l.trim_end(), "\n"]).collect())
}

fn narrate(report: &Report) -> Option<String> {
    let handler = NarratableReportHandler::new().with_context_lines(1);
    let mut text = String::new();
    handler.render_report(&mut text, report).ok()?;
    let lines = text.lines().skip_while(|l| !l.starts_with("Begin snippet"));
    let mut out: String = lines
        .filter(|l| !l.trim().is_empty())
        .flat_map(|l| [l.trim_end(), "\n"])
        .collect();
    out.push('\n');
    Some(out)
}

impl Renderer {
    /// The snippet of a diagnostic, or nothing where none can be shown.
    pub(super) fn snippet(&self, map: &SourceMap, file: FileId, d: &Diagnostic) -> String {
        let f = map.file(file);
        let base = f.base().0;
        let here = |span: Span| {
            let line = map.location(span.start()).map_or(0, |l| l.line);
            let line_end = f.line_range(line).end as u32 + base;
            let hi = span
                .hi
                .clamp(span.lo, line_end.max(span.lo))
                .max(span.lo + 1);
            (span.lo - base) as usize..(hi - base) as usize
        };
        let message = self.expand(map, &d.message);
        let first_line = message.lines().next().unwrap_or("");
        let label = first_line
            .strip_prefix("syntax error: ")
            .unwrap_or(first_line);
        let mut marks = vec![(here(d.span), label.to_string())];
        for (span, text) in d.labels.iter().chain(&d.related) {
            if map.file_of(span.start()) == Some(file) {
                marks.push((here(*span), self.expand(map, text)));
            }
        }
        let snippet = Snippet {
            name: f.name(),
            source: f.src(),
            marks,
            help: d.help_text().map(|h| self.expand(map, h)),
        };
        snippet.render(self.format, self.color).unwrap_or_default()
    }
}

struct Report {
    source: NamedSource<String>,
    labels: Vec<LabeledSpan>,
    help: Option<String>,
}

impl fmt::Debug for Report {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Report")
    }
}
impl fmt::Display for Report {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("error")
    }
}
impl std::error::Error for Report {}
impl miette::Diagnostic for Report {
    fn help<'a>(&'a self) -> Option<Box<dyn fmt::Display + 'a>> {
        self.help
            .as_ref()
            .map(|h| Box::new(h) as Box<dyn fmt::Display>)
    }
    fn source_code(&self) -> Option<&dyn SourceCode> {
        Some(&self.source)
    }
    fn labels(&self) -> Option<Box<dyn Iterator<Item = LabeledSpan> + '_>> {
        Some(Box::new(self.labels.iter().cloned()))
    }
}
