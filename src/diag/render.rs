//! Which diagnostics are shown and how: Go's line first, then a snippet drawn by miette.

use std::fmt;
use std::path::{Component, Path, PathBuf};

use miette::{GraphicalReportHandler, GraphicalTheme, LabeledSpan, NamedSource, SourceCode};

use super::{Code, Diagnostic, Severity};
use crate::base::{FileId, Pos, SourceMap, Span};

/// Selects what gc would print of `all` (in order of discovery): one syntax error per line, no repetitions on a line, at
/// most `limit`; sorted by position. The second result is where `too many errors` is to be said.
pub fn select(
    map: &SourceMap,
    all: &[Diagnostic],
    limit: Option<usize>,
) -> (Vec<Diagnostic>, Option<Pos>) {
    let mut shown: Vec<Diagnostic> = Vec::new();
    let line = |d: &Diagnostic| map.location(d.span.start()).map(|l| (l.file, l.line));
    let (mut last_syntax, mut last_other): (Option<_>, Option<_>) = (None, None);
    let mut too_many = None;
    let mut errors = 0;
    let mut seen = std::collections::HashSet::new();
    // The go command looks at packages first and says nothing else. Whoever wants all errors gets the compiler's instead.
    let before_compiling = limit.is_some() && all.iter().any(Diagnostic::is_found_before_compiling);
    let wanted = |d: &&Diagnostic| match before_compiling {
        true => d.is_found_before_compiling(),
        false => d.code != Some(Code::BadHeader),
    };
    for d in all.iter().filter(wanted) {
        if d.is_syntax_error() {
            if last_syntax == Some(line(d)) {
                continue;
            }
            last_syntax = Some(line(d));
        } else {
            let key = (line(d), &d.message);
            if last_other == Some(key) {
                continue;
            }
            last_other = Some(key);
        }
        // A finding that was made twice (say, in two instances of generic code) counts once.
        if !seen.insert((d.span.lo, &d.message)) {
            continue;
        }
        shown.push(d.clone());
        if d.severity == Severity::Error {
            errors += 1;
            if Some(errors) == limit {
                too_many = Some(d.span.start());
                break;
            }
        }
    }
    let place = |d: &Diagnostic| {
        map.location(d.span.start())
            // gc does not tell columns from 255 on apart.
            .map(|l| (map.file(l.file).name(), l.line, l.col.min(255)))
    };
    shown.sort_by(|a, b| place(a).cmp(&place(b)));
    (shown, too_many)
}

/// How a file's name is shown by the go command: relative to `cwd` when that is shorter, with `./` in front when it lies in it.
pub fn display_path(name: &str, cwd: &Path) -> String {
    if name == "-" || name.starts_with('<') {
        return name.to_string();
    }
    let full = normalize(&cwd.join(name));
    let (Some(dir), Some(base)) = (full.parent(), full.file_name()) else {
        return name.to_string();
    };
    let base = base.to_string_lossy();
    let rel = relative(cwd, dir);
    let dir = dir.to_string_lossy();
    match rel {
        Some(rel) if rel.len() < dir.len() => format!("{rel}/{base}"),
        _ => format!("{}/{base}", dir.trim_end_matches('/')),
    }
}

fn normalize(path: &Path) -> PathBuf {
    let mut out = PathBuf::new();
    for c in path.components() {
        match c {
            Component::CurDir => {}
            Component::ParentDir => {
                out.pop();
            }
            c => out.push(c),
        }
    }
    out
}

fn relative(from: &Path, to: &Path) -> Option<String> {
    let from = normalize(from);
    let (a, b): (Vec<_>, Vec<_>) = (from.components().collect(), to.components().collect());
    let common = a.iter().zip(&b).take_while(|(x, y)| x == y).count();
    if common == 0 {
        return None;
    }
    let mut parts: Vec<String> = vec!["..".to_string(); a.len() - common];
    parts.extend(
        b[common..]
            .iter()
            .map(|c| c.as_os_str().to_string_lossy().into_owned()),
    );
    Some(if parts.is_empty() {
        ".".to_string()
    } else {
        parts.join("/")
    })
}

/// Lines with more bytes than this are not shown in snippets.
const LONGEST_LINE: usize = 10_000;

/// Renders diagnostics as text.
#[derive(Clone, Debug)]
pub struct Renderer {
    /// The directory that file names are shown relative to.
    pub cwd: PathBuf,
    /// Whether to use terminal colours.
    pub color: bool,
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
            snippets: true,
            limit: Some(10),
        }
    }
}

impl Renderer {
    /// Everything that is shown of `all`, given in order of discovery.
    pub fn render_all(&self, map: &SourceMap, all: &[Diagnostic]) -> String {
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

    /// What is shown of `all` as JSON, one object a line.
    pub fn render_json(&self, map: &SourceMap, all: &[Diagnostic]) -> String {
        let (shown, _) = select(map, all, self.limit);
        let mut out = String::new();
        for d in &shown {
            let place = |span: Span| {
                let at = |p: Pos| map.location(p).map_or((0, 0), |l| (l.line, l.col));
                let file = map
                    .file_of(span.start())
                    .map_or(String::new(), |f| self.path(map, f));
                let ((line, col), (end_line, end_col)) = (at(span.start()), at(span.end()));
                format!(
                    "\"file\":{},\"line\":{line},\"column\":{col},\"endLine\":{end_line},\"endColumn\":{end_col}",
                    json(&file)
                )
            };
            let more = |list: &[(Span, String)]| {
                let part = |(s, t): &(Span, String)| {
                    format!(
                        "{{{},\"message\":{}}}",
                        place(*s),
                        json(&self.expand(map, t))
                    )
                };
                list.iter().map(part).collect::<Vec<_>>().join(",")
            };
            let severity = match d.severity {
                Severity::Error => "error",
                Severity::Warning => "warning",
            };
            out.push_str(&format!(
                "{{{},\"severity\":\"{severity}\",\"code\":{},\"message\":{},\"related\":[{}],\"labels\":[{}],\"help\":{}}}\n",
                place(d.span),
                d.code.map_or("null".into(), |c| json(c.name())),
                json(&self.expand(map, &d.message)),
                more(&d.related),
                more(&d.labels),
                d.help.as_deref().map_or("null".into(), json),
            ));
        }
        out
    }

    /// `./f.go:1:2`
    pub fn position(&self, map: &SourceMap, pos: Pos) -> String {
        match map.location(pos) {
            Some(l) => format!("{}:{}:{}", self.path(map, l.file), l.line, l.col),
            None => "<unknown line number>".to_string(),
        }
    }

    fn path(&self, map: &SourceMap, file: FileId) -> String {
        display_path(map.file(file).name(), &self.cwd)
    }

    /// The position as a diagnostic begins with it: gc keeps eight bits of a column, and leaves out those that do not fit.
    fn head_position(&self, map: &SourceMap, pos: Pos) -> String {
        match map.location(pos) {
            Some(l) if l.col >= 255 => format!("{}:{}", self.path(map, l.file), l.line),
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
        let mut out = format!("{place}: {}\n", self.expand(map, &d.message));
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

    fn snippet(&self, map: &SourceMap, file: FileId, d: &Diagnostic) -> String {
        let f = map.file(file);
        let base = f.base().0;
        let here = |span: Span| {
            let line = map.location(span.start()).map_or(0, |l| l.line);
            let line_end = f.line_range(line).end as u32 + base;
            let hi = span
                .hi
                .clamp(span.lo, line_end.max(span.lo))
                .max(span.lo + 1);
            ((span.lo - base) as usize, (hi - span.lo) as usize)
        };
        // miette cannot point far to the right, and nobody could follow it there.
        let long = |span: Span| {
            map.location(span.start())
                .is_some_and(|l| f.line_range(l.line).len() > LONGEST_LINE)
        };
        let others = d.labels.iter().chain(&d.related).map(|l| l.0);
        if others
            .filter(|s| map.file_of(s.start()) == Some(file))
            .chain([d.span])
            .any(long)
        {
            return String::new();
        }
        let (start, len) = here(d.span);
        let message = self.expand(map, &d.message);
        let first_line = message.lines().next().unwrap_or("");
        let label = first_line
            .strip_prefix("syntax error: ")
            .unwrap_or(first_line);
        let mut labels = vec![LabeledSpan::new_primary_with_span(
            Some(label.to_string()),
            (start, len),
        )];
        for (span, text) in d.labels.iter().chain(&d.related) {
            if map.file_of(span.start()) == Some(file) {
                labels.push(LabeledSpan::new_with_span(
                    Some(self.expand(map, text)),
                    here(*span),
                ));
            }
        }
        let report = Report {
            source: NamedSource::new(
                f.name(),
                String::from_utf8_lossy(f.src()).into_owned() + "\n",
            ),
            labels,
            help: d.help.clone(),
        };
        let theme = if self.color {
            GraphicalTheme::unicode()
        } else {
            GraphicalTheme::unicode_nocolor()
        };
        let handler = GraphicalReportHandler::new_themed(theme)
            .with_width(160)
            .with_links(false)
            .with_context_lines(1);
        let mut text = String::new();
        if handler.render_report(&mut text, &report).is_err() {
            return String::new();
        }
        // Only the drawing is wanted: miette's own head line is dropped, Go's stands there already.
        let lines = text
            .lines()
            .skip_while(|l| !l.contains('╭'))
            .map(|l| l.trim_end());
        lines.flat_map(|l| [l, "\n"]).collect()
    }
}

/// A JSON string.
fn json(s: &str) -> String {
    let mut out = String::from("\"");
    for c in s.chars() {
        match c {
            '"' | '\\' => out.extend(['\\', c]),
            '\n' => out.push_str("\\n"),
            '\t' => out.push_str("\\t"),
            c if (c as u32) < 0x20 => out.push_str(&format!("\\u{:04x}", c as u32)),
            c => out.push(c),
        }
    }
    out.push('"');
    out
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paths_are_shown_as_the_go_command_does() {
        let cwd = Path::new("/tmp/gt/sub");
        assert_eq!(display_path("f.go", cwd), "./f.go");
        assert_eq!(display_path("../f.go", cwd), "../f.go");
        assert_eq!(display_path("/tmp/gt/sub/x/f.go", cwd), "x/f.go");
        assert_eq!(
            display_path("/tmp/f.go", Path::new("/usr/lib")),
            "/tmp/f.go"
        );
    }

    #[test]
    fn first_line_is_go_s() {
        let map = SourceMap::new();
        let f = map.add_file("f.go", b"package main\n\nvar x = y\n".to_vec());
        let base = map.file(f).base();
        let d = Diagnostic::error(
            Code::UndeclaredName,
            Span::new(base.plus(22), base.plus(23)),
            "undefined: y",
        );
        let text = Renderer::default().render_all(&map, &[d]);
        assert!(text.starts_with("./f.go:3:9: undefined: y\n"), "{text}");
        assert!(text.contains("var x = y"), "{text}");
    }
}
