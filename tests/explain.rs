//! The pages of `golite explain`: the wrong example of each has the mistake that the page is about and no other, the repaired one
//! has none.

use crate::process::{self, End, Outcome};
use golite::diag::{Code, Page};
use libtest_mimic::Trial;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Duration;

pub fn trials() -> Vec<Trial> {
    let pages = Page::all().into_iter();
    let mut trials: Vec<Trial> = pages
        .map(|page| {
            Trial::test(format!("explain/{}", page.name), move || {
                check(page).map_err(Into::into)
            })
        })
        .collect();
    trials.push(Trial::test("explain/every_code_has_a_page", || {
        let missing: Vec<&str> = Code::ALL
            .iter()
            .map(|c| c.name())
            .filter(|c| Page::find(c).is_none_or(|p| p.name != *c))
            .collect();
        match missing.as_slice() {
            [] => Ok(()),
            _ => Err(format!("no page in src/diag/pages: {missing:?}").into()),
        }
    }));
    trials
}

fn check(page: Page) -> Result<(), String> {
    let (wrong, repaired) = (page.examples("Wrong"), page.examples("Repaired"));
    if wrong.len() != 1 || repaired.len() != 1 {
        return Err("a page has one block under Wrong and one under Repaired".into());
    }
    let dir = Path::new(env!("CARGO_TARGET_TMPDIR"))
        .join("explain")
        .join(page.name);
    let bad = run(page, wrong[0], &dir.join("wrong"))?;
    let good = run(page, repaired[0], &dir.join("repaired"))?;
    let said = |o: &Outcome| format!("{}: {}{}", o.end, o.stdout, o.stderr);
    if good.end != End::Exit(0) {
        return Err(format!("repaired: {}", said(&good)));
    }
    if wrong[0].starts_with("// Racy") {
        return match bad.end {
            End::Exit(0 | 2) => Ok(()),
            _ => Err(format!("wrong: {}", said(&bad))),
        };
    }
    if page.is_failure() {
        let named = bad
            .stderr
            .contains(&format!("golite explain {}", page.name));
        // Of a panic of the program's own there is nothing more to say than it says itself.
        return match bad.end == End::Exit(2) && (named || page.name == "unrecovered-panic") {
            true => Ok(()),
            false => Err(format!("wrong: {}", said(&bad))),
        };
    }
    let found = codes(&format!("{}{}", bad.stdout, bad.stderr));
    if bad.end != End::Exit(1) || found.is_empty() || found.iter().any(|c| c != page.name) {
        return Err(format!("wrong: {found:?} {}", said(&bad)));
    }
    Ok(())
}

/// Writes the files of an example and gives them to golite.
fn run(page: Page, example: &str, dir: &Path) -> Result<Outcome, String> {
    let _ = std::fs::remove_dir_all(dir);
    std::fs::create_dir_all(dir).map_err(|e| e.to_string())?;
    let mut files: Vec<(PathBuf, String)> = Vec::new();
    for line in example.lines() {
        let name = line
            .strip_prefix("-- ")
            .and_then(|rest| rest.strip_suffix(" --"));
        if let Some(name) = name {
            files.push((dir.join(name), String::new()));
            continue;
        }
        if files.is_empty() && !line.starts_with("// golite ") {
            files.push((dir.join("f.go"), String::new()));
        }
        // (The line that says how golite is called belongs to no file.)
        if let Some((_, text)) = files.last_mut() {
            text.push_str(line);
            text.push('\n');
        }
    }
    let mut command = Command::new(env!("CARGO_BIN_EXE_golite"));
    command.current_dir(dir).env_remove("NO_GRAPHICS");
    let first = example.lines().next().unwrap_or_default();
    match first.strip_prefix("// golite ") {
        Some(words) => command.args(words.split_whitespace()),
        None if page.is_failure() => command.arg("run"),
        None => command.args(["check", "--all-errors"]),
    };
    match page.is_failure() {
        true => command.arg("--explain"),
        false => command.arg("--format=json"),
    };
    for (path, text) in &files {
        let folder = path.parent().ok_or("no folder")?;
        std::fs::create_dir_all(folder).map_err(|e| e.to_string())?;
        std::fs::write(path, text).map_err(|e| e.to_string())?;
        // The files of the program; those of other packages are found.
        if folder == dir && path.extension().is_some_and(|e| e == "go") {
            command.arg(path.file_name().ok_or("no name")?);
        }
    }
    Ok(process::run(&mut command, "", Duration::from_secs(60)))
}

/// The codes in JSON lines.
fn codes(text: &str) -> Vec<String> {
    let code = |line: &str| {
        let (_, rest) = line.split_once("\"code\":\"")?;
        Some(rest.split_once('"')?.0.to_string())
    };
    text.lines().filter_map(code).collect()
}
