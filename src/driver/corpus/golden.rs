//! `.golden` files: a command, a program and what the command prints.
//!
//! The first line holds the command (`// golite ast f.go`); the program follows, a line `-- output --`, and everything
//! the command prints. Line numbers are those of the golden file.

use crate::driver::corpus::Runner;
use crate::driver::corpus::process;
use crate::driver::corpus::process::End;
use crate::driver::corpus::textdiff::diff;
use crate::driver::corpus::textdiff::lines;
use std::path::Path;
use std::process::Command;
use std::time::Duration;

const MARK: &str = "-- output --\n";

/// Runs the command in the folder `dir`, which is made, and compares. With `update` the file's last part is rewritten.
pub fn check(runner: &Runner, path: &Path, dir: &Path, update: bool) -> Result<(), String> {
    let text = std::fs::read_to_string(path).map_err(|e| format!("{}: {e}", path.display()))?;
    let (input, want) = text.split_once(MARK).unwrap_or((&text, ""));
    let (first, program) = input.split_once('\n').unwrap_or((input, ""));
    let Some(words) = first.strip_prefix("// golite ") else {
        return Err("the first line should be `// golite COMMAND f.go`".into());
    };
    std::fs::create_dir_all(dir).map_err(|e| e.to_string())?;
    // The command's line stays, as a comment.
    std::fs::write(dir.join("f.go"), format!("{first}\n{program}")).map_err(|e| e.to_string())?;
    let mut command = Command::new(&runner.golite);
    command
        .current_dir(dir)
        .args(words.split_whitespace())
        .env_remove("NO_GRAPHICS")
        .env("NO_COLOR", "1");
    let seen = process::run(&mut command, "", Duration::from_secs(30));
    let mut got = plain(&(seen.stdout.clone() + &seen.stderr), dir);
    if seen.end != End::Exit(0) {
        got.push_str(&format!("-- {} --\n", seen.end));
    }
    if update {
        let worst = if words.contains("--explain") { 2 } else { 1 };
        if !matches!(seen.end, End::Exit(code) if code <= worst) {
            return Err(format!("not recorded: {}\n{got}", seen.end));
        }
        let got: String = lines(&got).iter().map(|l| format!("{l}\n")).collect();
        let new = format!("{input}{MARK}{got}");
        if new != text {
            std::fs::write(path, new).map_err(|e| e.to_string())?;
        }
        return Ok(());
    }
    if lines(want) == lines(&got) {
        return Ok(());
    }
    let diff = diff(&lines(want), &lines(&got));
    Err(format!("cd {} && golite {words}\n{diff}", dir.display()))
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
