//! tests/packages and tests/gotest: folders with modules, and the commands that are tried in them.
//!
//! `commands` lists them, one a line: `run`, `check` (go build) and `test` with arguments, `cat` with a file. `want` is what real
//! Go printed and answered, recorded with `UPDATE_GOLDEN=1 cargo test -- packages/` (or `gotest/`). Both sides are made alike
//! first: times, paths, stacks, figures of benchmarks, and what golite draws below Go's lines.

use crate::process::{self, End, Outcome};
use crate::textdiff::{diff, lines};
use libtest_mimic::{Failed, Trial};
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Duration;

pub fn trials() -> Vec<Trial> {
    let mut all = Vec::new();
    for suite in ["packages", "gotest"] {
        let mut dirs: Vec<PathBuf> = std::fs::read_dir(crate::root().join("tests").join(suite))
            .map(|d| d.flatten().map(|e| e.path()).collect())
            .unwrap_or_default();
        dirs.retain(|d| d.join("commands").is_file());
        dirs.sort();
        for dir in dirs {
            let name = dir.file_name().unwrap_or_default().to_string_lossy();
            let name = format!("{suite}/{name}");
            all.push(Trial::test(name.clone(), move || check(&name, &dir)));
        }
    }
    all
}

fn check(name: &str, dir: &Path) -> Result<(), Failed> {
    let commands = std::fs::read_to_string(dir.join("commands"))?;
    let place = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    if crate::update() {
        copy(dir, &place)?;
        let goroot = Command::new("go").args(["env", "GOROOT"]).output()?.stdout;
        let goroot = String::from_utf8_lossy(&goroot).trim().to_string();
        let text = transcript(&commands, &place, &goroot, true);
        std::fs::write(dir.join("want"), text)?;
    }
    copy(dir, &place)?;
    let seen = transcript(&commands, &place, "$GOROOT", false);
    let want = std::fs::read_to_string(dir.join("want"))?;
    if seen == want {
        return Ok(());
    }
    Err(format!(
        "cd {}\n{}",
        place.display(),
        diff(&lines(&want), &lines(&seen))
    )
    .into())
}

/// A fresh copy: commands may write files.
fn copy(from: &Path, to: &Path) -> std::io::Result<()> {
    if to.exists() {
        std::fs::remove_dir_all(to)?;
    }
    std::fs::create_dir_all(to)?;
    for entry in std::fs::read_dir(from)? {
        let entry = entry?;
        let target = to.join(entry.file_name());
        if entry.file_type()?.is_dir() {
            copy(&entry.path(), &target)?;
        } else if entry.file_name() != "want" && entry.file_name() != "commands" {
            std::fs::copy(entry.path(), target)?;
        }
    }
    Ok(())
}

/// Runs the commands, in the folder or one below it that stands before a colon: `sub: test -v`.
fn transcript(commands: &str, place: &Path, goroot: &str, go: bool) -> String {
    let mut out = String::new();
    for line in commands.lines().filter(|l| !l.trim().is_empty()) {
        let (dir, words) = match line.split_once(": ") {
            Some((dir, rest)) => (place.join(dir), rest),
            None => (place.to_path_buf(), line),
        };
        let words: Vec<&str> = words.split_whitespace().collect();
        out.push_str(&format!("$ {line}\n"));
        if words[0] == "cat" {
            let text = std::fs::read_to_string(dir.join(words[1]));
            out.push_str(&text.unwrap_or_else(|e| format!("{e}\n")));
            continue;
        }
        let seen = one(&words, &dir, go);
        let mut status = seen.end.clone();
        let mut text = seen.stderr + &seen.stdout;
        if words[0] == "run" && go {
            // go run says the program's status and answers 1.
            if let Some((before, code)) = text.trim_end().rsplit_once("exit status ")
                && let Ok(code) = code.parse()
            {
                status = End::Exit(code);
                text = before.to_string();
            } else if let Some(at) = text.find("exit status ")
                && let Some((code, rest)) = text[at + 12..].split_once('\n')
                && let Ok(code) = code.parse()
            {
                status = End::Exit(code);
                text = format!("{}{rest}", &text[..at]);
            }
        }
        let text = text
            .replace(&place.display().to_string(), "$DIR")
            .replace(goroot, "$GOROOT");
        out.push_str(&alike(&text, words[0] == "test"));
        out.push_str(&format!("-- {status} --\n"));
    }
    out
}

fn one(words: &[&str], dir: &Path, go: bool) -> Outcome {
    let mut command;
    if go {
        command = Command::new("go");
        match words[0] {
            "check" => command.arg("build"),
            "test" => command.args(["test", "-count=1", "-vet=off"]),
            verb => command.arg(verb),
        };
        command.args(&words[1..]);
    } else {
        command = Command::new(env!("CARGO_BIN_EXE_golite"));
        command.args(words);
    }
    command
        .current_dir(dir)
        .env("NO_COLOR", "1")
        .env("GOTOOLCHAIN", "local")
        .env("GOPROXY", "off")
        .env_remove("GOFLAGS")
        .env_remove("GOMAXPROCS");
    process::run(&mut command, "", Duration::from_secs(120))
}

/// Takes out what differs from run to run and between the two.
fn alike(text: &str, test: bool) -> String {
    let mut out = String::new();
    let mut stack = false;
    for line in text.lines() {
        let line = match line.starts_with('{') {
            true => event(line),
            false => times(line),
        };
        let starts = |p: &str| line.starts_with(p) || line.contains(&format!("\"Output\":\"{p}"));
        if stack {
            let ends =
                starts("FAIL") || starts("exit status") || line.contains("\"Action\":\"fail\"");
            if !ends {
                continue;
            }
            stack = false;
        }
        if starts("goroutine ") {
            stack = true;
            continue;
        }
        let drawn = line.contains(['╭', '│', '╰', '·']) || line.starts_with("  help:");
        let head = !test && line.starts_with("# ");
        if drawn || head || line.starts_with("cpu: ") {
            continue;
        }
        out.push_str(&line);
        out.push('\n');
    }
    out
}

/// A number with `s` after it, and figures of benchmarks.
fn times(line: &str) -> String {
    if line.starts_with("Benchmark") && line.contains("ns/op") {
        let words: Vec<&str> = line.split_whitespace().collect();
        let number = |w: &&str| w.parse::<f64>().is_ok();
        let plain = |w: &&str| {
            if number(w) {
                "N".to_string()
            } else {
                w.to_string()
            }
        };
        return words.iter().map(plain).collect::<Vec<_>>().join(" ");
    }
    let bytes = line.as_bytes();
    let mut out = String::new();
    let mut i = 0;
    while i < line.len() {
        let digits = bytes[i..]
            .iter()
            .take_while(|b| b.is_ascii_digit() || **b == b'.')
            .count();
        let end = i + digits;
        let number = digits > 2 && line[i..end].contains('.') && bytes.get(end) == Some(&b's');
        if number {
            out.push_str("0.00");
            i = end;
        } else {
            let n = digits.max(1);
            let mut to = i + n;
            while !line.is_char_boundary(to) {
                to += 1;
            }
            out.push_str(&line[i..to]);
            i = to;
        }
    }
    out
}

/// An event without its time.
fn event(line: &str) -> String {
    let mut line = times(line);
    if let Some(rest) = line.strip_prefix("{\"Time\":\"")
        && let Some((_, rest)) = rest.split_once("\",")
    {
        line = format!("{{{rest}");
    }
    if let Some((before, rest)) = line.split_once("\"Elapsed\":") {
        let end = rest.find([',', '}']).unwrap_or(rest.len());
        line = format!("{before}\"Elapsed\":0{}", &rest[end..]);
    }
    line
}
