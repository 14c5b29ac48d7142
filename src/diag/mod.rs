//! Diagnostics: what is wrong, where, and how it is shown.
//!
//! The first line of a rendered diagnostic is exactly what `go build` prints; a snippet follows. Passes collect
//! diagnostics in the order of discovery; selection, order and number of those shown follow the gc compiler ([`select`]).
//! Besides the drawn form there are a narrated one for screen readers and JSON for tools ([`Format`]).

mod code;
mod fix;
pub mod json;
mod page;
mod path;
mod render;
mod select;
mod snippet;

pub use code::Code;
pub use fix::Fix;
pub use fix::repair;
pub use page::Page;
pub use path::display_path;
pub use render::Renderer;
pub use select::select;
pub use snippet::Snippet;

use crate::base::Pos;
use crate::base::Span;

/// A position inside a message: it is shown as `./f.go:1:2` when the diagnostic is rendered.
pub fn place(pos: Pos) -> String {
    format!("\u{1}{}\u{1}", pos.0)
}

/// How bad a diagnostic is.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, Default)]
pub enum Severity {
    /// The program is refused.
    #[default]
    Error,
    /// The program is accepted.
    Warning,
}

/// The form diagnostics are shown in.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, Default)]
pub enum Format {
    /// Go's lines, then a drawing.
    #[default]
    Graphical,
    /// Go's lines, then sentences that a screen reader can read out.
    Narrated,
    /// One JSON object a line.
    Json,
}

/// How diagnostics are shown.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, Default)]
pub struct Style {
    /// The form.
    pub format: Format,
    /// Whether to use terminal colours.
    pub color: bool,
}

/// One finding.
#[derive(Clone, Debug)]
pub struct Diagnostic {
    /// What is underlined; its start is the position of the first line.
    pub span: Span,
    /// Go's sentence. Further lines begin with a tab.
    pub message: String,
    /// The kind of mistake.
    pub code: Option<Code>,
    /// Further places that the snippet marks.
    pub labels: Vec<(Span, String)>,
    /// Places that Go names in continuation lines: `\t./f.go:1:2: other declaration of x`.
    pub related: Vec<(Span, String)>,
    /// What could be done.
    pub help: Option<String>,
    /// The repair, where it is plain.
    pub fix: Option<Fix>,
    /// How bad it is.
    pub severity: Severity,
}

impl Diagnostic {
    /// An error with a code.
    pub fn error(code: Code, span: impl Into<Span>, message: impl Into<String>) -> Diagnostic {
        Diagnostic {
            span: span.into(),
            message: message.into(),
            code: Some(code),
            labels: Vec::new(),
            related: Vec::new(),
            help: None,
            fix: None,
            severity: Severity::Error,
        }
    }

    /// Marks a further place in the snippet.
    pub fn with_label(mut self, span: impl Into<Span>, text: impl Into<String>) -> Diagnostic {
        self.labels.push((span.into(), text.into()));
        self
    }

    /// Adds a continuation line about another place.
    pub fn with_related(mut self, span: impl Into<Span>, text: impl Into<String>) -> Diagnostic {
        self.related.push((span.into(), text.into()));
        self
    }

    /// Says what could be done.
    pub fn with_help(mut self, text: impl Into<String>) -> Diagnostic {
        self.help = Some(text.into());
        self
    }

    /// Says how it can be repaired.
    pub fn with_fix(mut self, fix: Fix) -> Diagnostic {
        self.fix = Some(fix);
        self
    }

    /// The line of help: what could be done, else what the repair does.
    pub fn help_text(&self) -> Option<&str> {
        let fix = self.fix.as_ref().map(|f| f.title.as_str());
        self.help.as_deref().or(fix)
    }

    /// Whether the go command finds it, before the compiler runs: then nothing else is shown, and no `./` before the file's name.
    pub fn is_found_before_compiling(&self) -> bool {
        matches!(
            self.code,
            Some(Code::BadHeader | Code::BrokenImport | Code::BadPackage)
        )
    }

    /// Whether it is a syntax error in gc's sense: only one of them is shown per line.
    pub fn is_syntax_error(&self) -> bool {
        self.message.starts_with("syntax error")
    }
}
