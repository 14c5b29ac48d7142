//! README.md and examples/**/*.md: what their `console` blocks show is what golite prints.
//!
//! Commands are lines that begin with `$ golite `, run in the root folder; what follows is their standard output, then standard
//! error. A line `...` stands for any lines, `...` inside a line for any text. `UPDATE_GOLDEN=1` rewrites blocks
//! without such gaps.

use crate::process;
use crate::textdiff::{diff, lines};
use libtest_mimic::{Failed, Trial};
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Duration;

const OPEN: &str = "```console";
const CLOSE: &str = "```";
const PROMPT: &str = "$ golite ";
const GAP: &str = "...";

pub fn trials() -> Vec<Trial> {
    let mut pages = crate::files("examples", "md");
    pages.push(PathBuf::from("README.md"));
    pages
        .into_iter()
        .map(|page| Trial::test(format!("docs/{}", page.display()), move || check(&page)))
        .chain([Trial::test("docs/list_of_packages", list_of_packages)])
        .collect()
}

/// The page for Go programmers names the packages of the library, all of them and in order.
fn list_of_packages() -> Result<(), Failed> {
    let text = std::fs::read_to_string(crate::root().join("examples/for-go-programmers.md"))?;
    let (_, list) = text.split_once("There are:").ok_or("no list of packages")?;
    let shown: Vec<String> = list
        .split([',', '.'])
        .map(|p| p.replace("(a little)", "").trim().to_string())
        .filter(|p| !p.is_empty())
        .collect();
    let mut packages: Vec<String> = crate::files("stdlib", "go")
        .iter()
        .filter_map(|f| f.strip_prefix("stdlib").ok()?.parent()?.to_str())
        .filter(|p| !p.split('/').any(|part| part == "internal"))
        .map(str::to_string)
        .collect();
    packages.sort();
    packages.dedup();
    match shown == packages {
        true => Ok(()),
        false => Err(diff(&lines(&shown.join("\n")), &lines(&packages.join("\n"))).into()),
    }
}

/// A command of a page and what the page says it prints.
struct Shown {
    command: String,
    output: Vec<String>,
}

/// Either text that is not looked at, or a command with its output.
enum Part {
    Text(String),
    Shown(Shown),
}

fn parse(text: &str) -> Vec<Part> {
    let mut parts: Vec<Part> = Vec::new();
    let mut inside = false;
    for line in text.lines() {
        if line == OPEN || inside && line == CLOSE {
            inside = line == OPEN;
            parts.push(Part::Text(line.into()));
        } else if inside && let Some(command) = line.strip_prefix(PROMPT) {
            parts.push(Part::Shown(Shown {
                command: command.into(),
                output: Vec::new(),
            }));
        } else if inside && let Some(Part::Shown(s)) = parts.last_mut() {
            s.output.push(line.into());
        } else {
            parts.push(Part::Text(line.into()));
        }
    }
    parts
}

fn check(page: &Path) -> Result<(), Failed> {
    let text = crate::read(page);
    let mut new = String::new();
    let mut faults = String::new();
    for part in parse(&text) {
        match part {
            Part::Text(line) => new.push_str(&format!("{line}\n")),
            Part::Shown(s) => {
                let got = run(&s.command);
                let output = if matches(&s.output, &got) {
                    s.output
                } else if crate::update() && !s.output.iter().any(|l| l.contains(GAP)) {
                    got
                } else {
                    faults.push_str(&format!("golite {}\n", s.command));
                    faults.push_str(&diff(&s.output, &got));
                    s.output
                };
                new.push_str(&format!("{PROMPT}{}\n", s.command));
                new.extend(output.iter().map(|l| format!("{l}\n")));
            }
        }
    }
    if crate::update() && new != text {
        std::fs::write(crate::root().join(page), new).map_err(|e| e.to_string())?;
    }
    if faults.is_empty() {
        Ok(())
    } else {
        Err(faults.into())
    }
}

fn run(command: &str) -> Vec<String> {
    let mut child = Command::new(env!("CARGO_BIN_EXE_golite"));
    child
        .current_dir(crate::root())
        .args(command.split_whitespace())
        .env("NO_COLOR", "1");
    let seen = process::run(&mut child, "", Duration::from_secs(30));
    let all = seen.stdout + &seen.stderr;
    lines(&all)
}

/// Whether lines are as shown, gaps filled in.
fn matches(want: &[String], got: &[String]) -> bool {
    match want.split_first() {
        None => got.is_empty(),
        Some((line, rest)) if line == GAP => (0..=got.len()).any(|n| matches(rest, &got[n..])),
        Some((line, rest)) => got
            .split_first()
            .is_some_and(|(g, more)| line_matches(line, g) && matches(rest, more)),
    }
}

fn line_matches(want: &str, got: &str) -> bool {
    match want.trim_end().split_once(GAP) {
        None => want.trim_end() == got.trim_end(),
        Some((start, rest)) => got.strip_prefix(start).is_some_and(|tail| {
            (0..=tail.len()).any(|n| tail.is_char_boundary(n) && line_matches(rest, &tail[n..]))
        }),
    }
}
