//! Diagnostics for tools: one JSON object a line.
//!
//! Every place is a `span`: `file`, `byte` and `end` (offsets, the end exclusive), `line`, `column`, `endLine`, `endColumn` (from 1,
//! columns in bytes, as Go counts them), `label` (or null) and `primary`. `replacement` is null, or a title and edits
//! that repair the mistake when all of them are made.

use super::Diagnostic;
use super::Renderer;
use super::Severity;
use super::select;
use crate::base::Pos;
use crate::base::SourceMap;
use crate::base::Span;

impl Renderer {
    /// What is shown of `all` as JSON, one object a line.
    pub fn render_json(&self, map: &SourceMap, all: &[Diagnostic]) -> String {
        let (shown, _) = select(map, all, self.limit);
        shown.iter().map(|d| self.json_line(map, d)).collect()
    }

    fn json_line(&self, map: &SourceMap, d: &Diagnostic) -> String {
        let severity = match d.severity {
            Severity::Error => "error",
            Severity::Warning => "warning",
        };
        let mut spans = vec![self.json_span(map, d.span, ",\"label\":null,\"primary\":true")];
        for (span, text) in d.related.iter().chain(&d.labels) {
            let label = string(&self.expand(map, text));
            spans.push(self.json_span(
                map,
                *span,
                &format!(",\"label\":{label},\"primary\":false"),
            ));
        }
        let replacement = match &d.fix {
            None => "null".to_string(),
            Some(fix) => {
                let edit = |(span, text): &(Span, String)| {
                    self.json_span(map, *span, &format!(",\"text\":{}", string(text)))
                };
                let edits: Vec<String> = fix.edits.iter().map(edit).collect();
                let title = string(&fix.title);
                format!("{{\"title\":{title},\"edits\":[{}]}}", edits.join(","))
            }
        };
        format!(
            "{{\"severity\":\"{severity}\",\"code\":{},\"message\":{},\"spans\":[{}],\"help\":{},\"replacement\":{replacement}}}\n",
            d.code.map_or("null".into(), |c| string(c.name())),
            string(&self.expand(map, &d.message)),
            spans.join(","),
            d.help_text().map_or("null".into(), string),
        )
    }

    fn json_span(&self, map: &SourceMap, span: Span, more: &str) -> String {
        let at = |p: Pos| map.location(p).map_or((0, 0), |l| (l.line, l.col));
        let (file, base) = match map.file_of(span.start()) {
            Some(f) => (self.path(map, f), map.file(f).base().0),
            None => (String::new(), span.lo),
        };
        let ((line, col), (end_line, end_col)) = (at(span.start()), at(span.end()));
        format!(
            "{{\"file\":{},\"byte\":{},\"end\":{},\"line\":{line},\"column\":{col},\"endLine\":{end_line},\"endColumn\":{end_col}{more}}}",
            string(&file),
            span.lo.saturating_sub(base),
            span.hi.max(span.lo).saturating_sub(base),
        )
    }
}

/// A JSON string.
pub fn string(s: &str) -> String {
    let mut out = String::from("\"");
    for c in s.chars() {
        match c {
            '"' | '\\' => out.extend(['\\', c]),
            '\n' => out.push_str("\\n"),
            '\t' => out.push_str("\\t"),
            c if (c as u32) < 0x20 || c as u32 == 0x7f => {
                out.push_str(&format!("\\u{:04x}", c as u32));
            }
            c => out.push(c),
        }
    }
    out.push('"');
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diag::Code;
    use crate::diag::Fix;

    #[test]
    fn places_are_bytes_lines_and_columns() {
        let map = SourceMap::new();
        let f = map.add_file(
            "f.go",
            b"package main\n\nvar x = \"\xc3\xa9\" + yy\n".to_vec(),
        );
        let base = map.file(f).base();
        let span = Span::new(base.plus(29), base.plus(31));
        let d = Diagnostic::error(Code::UndeclaredName, span, "undefined: yy")
            .with_fix(Fix::new("write \"y\"").replace(span, "y"));
        let text = Renderer::default().render_json(&map, &[d]);
        let place = "\"file\":\"./f.go\",\"byte\":29,\"end\":31,\"line\":3,\"column\":16,\"endLine\":3,\"endColumn\":18";
        assert_eq!(
            text,
            format!(
                "{{\"severity\":\"error\",\"code\":\"UndeclaredName\",\"message\":\"undefined: yy\",\"spans\":[{{{place},\"label\":null,\"primary\":true}}],\"help\":\"write \\\"y\\\"\",\"replacement\":{{\"title\":\"write \\\"y\\\"\",\"edits\":[{{{place},\"text\":\"y\"}}]}}}}\n"
            )
        );
    }
}
