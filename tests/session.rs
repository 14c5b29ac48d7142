//! Sessions at the prompt: every transcript under tests/session/ is typed again, entry by entry.
//!
//! A line that begins with `> ` begins an entry, lines with `. ` continue it; what follows is what the entry prints. Errors begin
//! with `! `, the end of a run that did not return with `? `. Output is ended with a newline where it has none. Entries are called `<prompt>` whatever their number.

use crate::{files, read, root, update};
use golite::diag::Renderer;
use golite::driver::config::Config;
use golite::driver::corpus::textdiff;
use golite::driver::interactive::{Ended, Hooks, Interactive};
use libtest_mimic::Trial;
use std::fmt::Write;
use std::path::Path;
use std::sync::{Arc, Mutex};

pub fn trials() -> Vec<Trial> {
    files("tests/session", "txt")
        .into_iter()
        .map(|path| {
            let name = path.file_stem().unwrap_or_default().to_string_lossy();
            Trial::test(format!("session/{name}"), move || {
                check(&path).map_err(Into::into)
            })
        })
        .collect()
}

fn check(path: &Path) -> Result<(), String> {
    let want = read(path);
    let got = replay(&want)?;
    if update() {
        return std::fs::write(root().join(path), got).map_err(|e| e.to_string());
    }
    if got == want {
        Ok(())
    } else {
        let (want, got) = (textdiff::lines(&want), textdiff::lines(&got));
        Err(textdiff::diff(&want, &got))
    }
}

/// The entries of a transcript.
fn entries(text: &str) -> Vec<String> {
    let mut out: Vec<String> = Vec::new();
    for line in text.lines() {
        if let Some(first) = line.strip_prefix("> ") {
            out.push(first.to_string());
        } else if let (Some(next), Some(last)) = (line.strip_prefix(". "), out.last_mut()) {
            last.push('\n');
            last.push_str(next);
        }
    }
    out
}

/// The transcript as it comes out now. Lines before the first entry are kept.
fn replay(text: &str) -> Result<String, String> {
    let mut out: String = text
        .lines()
        .take_while(|l| !l.starts_with("> "))
        .map(|l| format!("{l}\n"))
        .collect();
    let printed = Arc::new(Mutex::new(Vec::new()));
    let sink = printed.clone();
    let hooks = Hooks {
        stdout: Some(Box::new(move |b: &[u8]| {
            sink.lock().expect("no panic while printing").extend(b)
        })),
        ..Hooks::default()
    };
    let mut session = Interactive::new(&Config::default(), hooks)?;
    for entry in entries(text) {
        for (i, line) in entry.lines().enumerate() {
            let _ = writeln!(out, "{} {line}", if i == 0 { ">" } else { "." });
        }
        let ended = match session.prepare(&entry) {
            Ok(p) => session.run(p),
            Err(found) => {
                let renderer = Renderer {
                    snippets: false,
                    ..Renderer::default()
                };
                for line in renderer.render_all(session.sources(), &found).lines() {
                    let _ = writeln!(out, "! {}", anonymous(line));
                }
                continue;
            }
        };
        let bytes = std::mem::take(&mut *printed.lock().expect("no panic while printing"));
        out.push_str(&String::from_utf8_lossy(&bytes));
        if !out.ends_with('\n') {
            out.push('\n');
        }
        let end = match ended {
            Ended::Done => continue,
            Ended::Panicked(text) | Ended::Fatal(text) | Ended::Deadlock(text) => {
                text.lines().next().unwrap_or("").to_string()
            }
            other => format!("{other:?}"),
        };
        let _ = writeln!(out, "? {end}");
    }
    Ok(out)
}

/// A line without the numbers of entries.
fn anonymous(line: &str) -> String {
    let mut out = String::new();
    let mut rest = line;
    while let Some(i) = rest.find("<prompt ") {
        out.push_str(&rest[..i]);
        out.push_str("<prompt>");
        rest = rest[i..].split_once('>').map_or("", |p| p.1);
    }
    out + rest
}
