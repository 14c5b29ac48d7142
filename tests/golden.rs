//! tests/{syntax,types,bytecode} and tests/errors/rendered: what golite's dumps and diagnostics look like.
//!
//! A `.golden` file holds the command in its first line (`// golite ast f.go`), the program, a line
//! `-- output --`, and everything the command prints. `UPDATE_GOLDEN=1 cargo test` rewrites the last part.

use crate::process::{self, End};
use crate::textdiff::{diff, lines};
use libtest_mimic::{Failed, Trial};
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Duration;

const MARK: &str = "-- output --\n";

pub fn trials() -> Vec<Trial> {
    let files = crate::files("tests", "golden").into_iter();
    files
        .map(|path| {
            Trial::test(
                format!("golden/{}", crate::corpus::name(&path)),
                move || check(&path),
            )
        })
        .collect()
}

fn check(path: &Path) -> Result<(), Failed> {
    let text = crate::read(path);
    let (input, want) = text.split_once(MARK).unwrap_or((&text, ""));
    let (first, program) = input.split_once('\n').unwrap_or((input, ""));
    let Some(words) = first.strip_prefix("// golite ") else {
        return Err("the first line should be `// golite COMMAND f.go`".into());
    };
    let dir = scratch(path);
    std::fs::create_dir_all(&dir).map_err(|e| e.to_string())?;
    // Line numbers are those of the golden file: the command's line stays, as a comment.
    std::fs::write(dir.join("f.go"), format!("{first}\n{program}")).map_err(|e| e.to_string())?;
    let mut command = Command::new(env!("CARGO_BIN_EXE_golite"));
    command
        .current_dir(&dir)
        .args(words.split_whitespace())
        .env("NO_COLOR", "1");
    let seen = process::run(&mut command, "", Duration::from_secs(30));
    let mut got = plain(&(seen.stdout.clone() + &seen.stderr), &dir);
    if seen.end != End::Exit(0) {
        got.push_str(&format!("-- {} --\n", seen.end));
    }
    if crate::update() {
        let failing = words.contains("--explain");
        if !matches!(seen.end, End::Exit(0 | 1)) && !(failing && seen.end == End::Exit(2)) {
            return Err(format!("not recorded: {}\n{got}", seen.end).into());
        }
        let got: String = lines(&got).iter().map(|l| format!("{l}\n")).collect();
        let new = format!("{input}{MARK}{got}");
        if new != text {
            std::fs::write(crate::root().join(path), new).map_err(|e| e.to_string())?;
        }
        return Ok(());
    }
    if lines(want) == lines(&got) {
        return Ok(());
    }
    let diff = diff(&lines(want), &lines(&got));
    Err(format!(
        "cd {} && golite {words}\n{diff}(UPDATE_GOLDEN=1 cargo test rewrites it)",
        dir.display()
    )
    .into())
}

/// What differs from machine to machine and with every change of the library is left out: the folder, lines of the library, offsets
/// in functions.
fn plain(text: &str, dir: &Path) -> String {
    let text = text.replace(&format!("{}/", dir.display()), "");
    let lines = text.lines().map(|l| match l.split_once(" +0x") {
        Some((place, _)) if l.starts_with("\t$GOROOT") => {
            let file = place.rsplit_once(':').map_or(place, |(file, _)| file);
            format!("{file}:... +0x...\n")
        }
        Some((place, _)) if l.starts_with('\t') => format!("{place} +0x...\n"),
        _ => format!("{l}\n"),
    });
    lines.collect()
}

fn scratch(path: &Path) -> PathBuf {
    Path::new(env!("CARGO_TARGET_TMPDIR"))
        .join("golden")
        .join(path.with_extension(""))
}
