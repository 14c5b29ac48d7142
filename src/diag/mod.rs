//! Diagnostics: what is wrong, where, and how it is shown.
//!
//! The first line of a rendered diagnostic is exactly what `go build` prints; a snippet follows. Passes collect
//! diagnostics in the order of discovery; selection, order and number of those shown follow the gc compiler ([`select`]).

mod code;
mod render;

pub use code::Code;
pub use render::{Renderer, display_path, select};

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

    /// Whether the go command finds it, before the compiler runs: then nothing else is shown, and no `./` before the file's name.
    pub fn is_found_before_compiling(&self) -> bool {
        matches!(self.code, Some(Code::BadHeader | Code::BrokenImport))
    }

    /// Whether it is a syntax error in gc's sense: only one of them is shown per line.
    pub fn is_syntax_error(&self) -> bool {
        self.message.starts_with("syntax error")
    }
}
