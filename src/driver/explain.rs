//! `golite explain`: pages about diagnostics and run-time failures, and their list.

use crate::base::distance;
use crate::diag::Page;
use crate::diag::Style;
use std::fmt::Write as _;
use std::io::Write;

/// `golite explain [CODE]`
pub fn explain(name: Option<&str>, style: Style) -> i32 {
    let text = match name {
        None => list(style),
        Some(name) => match Page::find(name) {
            Some(page) => shown(page, style),
            None => {
                eprint!("golite: no page about {name}");
                match nearest(name) {
                    Some(other) => eprintln!("; did you mean {other}?"),
                    None => eprintln!("; golite explain lists them"),
                }
                return 1;
            }
        },
    };
    let _ = std::io::stdout().write_all(text.as_bytes());
    0
}

fn nearest(name: &str) -> Option<&'static str> {
    let pages = Page::all();
    distance::nearest(name, pages.iter().map(|p| p.name))
}

/// Names and summaries.
fn list(style: Style) -> String {
    let mut out = String::new();
    let pages = Page::all();
    let width = pages.iter().map(|p| p.name.len()).max().unwrap_or(0);
    let mut failures = false;
    for page in pages {
        if page.is_failure() && !failures {
            failures = true;
            out.push('\n');
        }
        let name = paint(style, "1", &format!("{:width$}", page.name));
        let _ = writeln!(out, "{name}  {}", page.summary());
    }
    out
}

/// A page for a terminal: headings in bold, code indented.
fn shown(page: Page, style: Style) -> String {
    let mut out = String::new();
    let mut code = false;
    for line in page.text.lines() {
        if line.starts_with("```") {
            code = !code;
        } else if code {
            let line = paint(style, "36", &line.replace('\t', "    "));
            let _ = writeln!(out, "    {line}");
        } else if let Some(title) = line.trim_start_matches('#').strip_prefix(' ')
            && line.starts_with('#')
        {
            let _ = writeln!(out, "{}", paint(style, "1", title));
        } else {
            let _ = writeln!(out, "{}", line.replace('`', ""));
        }
    }
    let lines: Vec<&str> = out.lines().map(str::trim_end).collect();
    lines.join("\n") + "\n"
}

fn paint(style: Style, how: &str, text: &str) -> String {
    match style.color && !text.is_empty() {
        true => format!("\x1b[{how}m{text}\x1b[0m"),
        false => text.to_string(),
    }
}
