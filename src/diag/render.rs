//! Diagnostics as text: Go's lines first, then a snippet.

use std::path::PathBuf;

use super::Code;
use super::Diagnostic;
use super::Format;
use super::display_path;
use super::select;
use crate::base::FileId;
use crate::base::Pos;
use crate::base::SourceMap;

/// Renders diagnostics.
#[derive(Clone, Debug)]
pub struct Renderer {
    /// The directory that file names are shown relative to.
    pub cwd: PathBuf,
    /// Whether to use terminal colours.
    pub color: bool,
    /// Drawn, narrated or for tools.
    pub format: Format,
    /// Whether snippets follow the first line.
    pub snippets: bool,
    /// How many errors are shown; gc's is ten.
    pub limit: Option<usize>,
}

impl Default for Renderer {
    fn default() -> Self {
        Renderer {
            cwd: std::env::current_dir().unwrap_or_default(),
            color: false,
            format: Format::Graphical,
            snippets: true,
            limit: Some(10),
        }
    }
}

impl Renderer {
    /// Everything that is shown of `all`, given in order of discovery.
    pub fn render_all(&self, map: &SourceMap, all: &[Diagnostic]) -> String {
        if self.format == Format::Json {
            return self.render_json(map, all);
        }
        let (shown, too_many) = select(map, all, self.limit);
        let mut out = String::new();
        for d in &shown {
            out.push_str(&self.render(map, d));
        }
        if let Some(pos) = too_many {
            out.push_str(&format!(
                "{}: too many errors\n",
                self.head_position(map, pos)
            ));
        }
        out
    }

    /// `./f.go:1:2`
    pub fn position(&self, map: &SourceMap, pos: Pos) -> String {
        match map.presumed(pos) {
            Some(l) if l.col == 0 => format!("{}:{}", self.shown(&l.name), l.line),
            Some(l) => format!("{}:{}:{}", self.shown(&l.name), l.line, l.col),
            None => "<unknown line number>".to_string(),
        }
    }

    fn shown(&self, name: &str) -> String {
        match name {
            "" => String::new(),
            name => display_path(name, &self.cwd),
        }
    }

    pub(super) fn path(&self, map: &SourceMap, file: FileId) -> String {
        display_path(map.file(file).name(), &self.cwd)
    }

    /// The position as a diagnostic begins with it: gc keeps eight bits of a column, and leaves out those that do not fit.
    fn head_position(&self, map: &SourceMap, pos: Pos) -> String {
        match map.presumed(pos) {
            Some(l) if l.col >= 255 => format!("{}:{}", self.shown(&l.name), l.line),
            _ => self.position(map, pos),
        }
    }

    /// Go's lines about one diagnostic, each with its newline.
    pub fn headline(&self, map: &SourceMap, d: &Diagnostic) -> String {
        let mut place = self.head_position(map, d.span.start());
        if d.is_found_before_compiling()
            && let Some(bare) = place.strip_prefix("./")
        {
            place = bare.to_string();
        }
        let text = self.expand(map, &d.message);
        let mut out = match d.code {
            // Such a message says by itself where.
            Some(Code::BadPackage) => format!("{}\n", text.replace("\t./", "\t")),
            _ => format!("{place}: {text}\n"),
        };
        for (span, text) in &d.related {
            out.push_str(&format!(
                "\t{}: {}\n",
                self.position(map, span.start()),
                self.expand(map, text)
            ));
        }
        out
    }

    /// A message with its [`super::place`]s filled in.
    pub fn expand(&self, map: &SourceMap, message: &str) -> String {
        let part = |(i, s): (usize, &str)| match s.parse() {
            Ok(n) if i % 2 == 1 => self.position(map, Pos(n)),
            _ => s.to_string(),
        };
        message.split('\u{1}').enumerate().map(part).collect()
    }

    /// One diagnostic with its snippet.
    pub fn render(&self, map: &SourceMap, d: &Diagnostic) -> String {
        let mut out = self.headline(map, d);
        if self.snippets
            && let Some(file) = map.file_of(d.span.start())
        {
            out.push_str(&self.snippet(map, file, d));
        }
        out
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::Span;

    fn rendered(format: Format) -> String {
        let map = SourceMap::new();
        let f = map.add_file("f.go", b"package main\n\nvar x = y\n".to_vec());
        let base = map.file(f).base();
        let d = Diagnostic::error(
            Code::UndeclaredName,
            Span::new(base.plus(22), base.plus(23)),
            "undefined: y",
        );
        let renderer = Renderer {
            format,
            ..Renderer::default()
        };
        renderer.render_all(&map, &[d.with_help("declare it")])
    }

    #[test]
    fn first_line_is_go_s() {
        let text = rendered(Format::Graphical);
        assert!(text.starts_with("./f.go:3:9: undefined: y\n"), "{text}");
        assert!(text.contains("var x = y"), "{text}");
    }

    #[test]
    fn narration_draws_nothing() {
        let text = rendered(Format::Narrated);
        assert!(text.starts_with("./f.go:3:9: undefined: y\n"), "{text}");
        assert!(text.contains("snippet line 3: var x = y"), "{text}");
        assert!(text.contains("label at line 3, column"), "{text}");
        assert!(text.contains("help: declare it"), "{text}");
        assert!(text.is_ascii(), "{text}");
    }

    #[test]
    fn bytes_that_are_no_text_do_no_harm() {
        let map = SourceMap::new();
        let f = map.add_file("f.go", b"\xff\xfe\xff x = \xff\xc3\n\xff".to_vec());
        let base = map.file(f).base();
        for (lo, hi) in [(0, 1), (4, 5), (8, 10), (10, 12), (11, 12), (12, 12)] {
            let span = Span::new(base.plus(lo), base.plus(hi));
            for format in [Format::Graphical, Format::Narrated, Format::Json] {
                let r = Renderer {
                    format,
                    ..Renderer::default()
                };
                let d = Diagnostic::error(Code::SyntaxError, span, "invalid UTF-8 encoding");
                assert!(r.render_all(&map, &[d]).contains("invalid UTF-8"));
            }
        }
    }
}
