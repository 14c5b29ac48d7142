//! Real Go as the judge: runs the corpus through `go` when it is on PATH and says how many programs agree.
//!
//! One temporary module holds every program as its own package, so that one `go build` does for all and Go's
//! cache keeps what did not change. With `UPDATE_GOLDEN=1` the expectations in the programs are rewritten from
//! what Go does, unless Go itself is not of one mind. `GOLITE_ONLY=text` restricts both to matching names.

use crate::errors;
use crate::expectation::{Expectation, abridge, split};
use crate::process::{self, End};
use crate::textdiff::lines;
use golite::driver::corpus::announced::{self, ErrorAt};
use libtest_mimic::{Failed, Trial};
use std::collections::HashMap;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::Mutex;
use std::time::Duration;

pub fn trials() -> Vec<Trial> {
    vec![
        Trial::test("differential/run", || with_go(run)),
        Trial::test("differential/errors", || with_go(wrong)),
    ]
}

fn with_go(body: fn() -> Result<String, String>) -> Result<(), Failed> {
    let version = Command::new("go").args(["env", "GOVERSION"]).output();
    match version {
        Ok(out) if out.status.success() => {
            let version = String::from_utf8_lossy(&out.stdout);
            println!("{} ({})", body()?, version.trim());
            Ok(())
        }
        _ => {
            println!("differential: skipped, no `go` on PATH");
            Ok(())
        }
    }
}

fn selected(paths: Vec<PathBuf>) -> Vec<PathBuf> {
    let only = std::env::var("GOLITE_ONLY").unwrap_or_default();
    paths
        .into_iter()
        .filter(|p| p.to_string_lossy().contains(&only))
        .collect()
}

fn flat(path: &Path) -> String {
    crate::corpus::name(path).replace('/', "__")
}

/// A program keeps its own file's name, which some of them print.
fn file_name(flat: &str) -> String {
    format!("{}.go", flat.rsplit("__").next().unwrap_or(flat))
}

/// Writes one package per program into a module below target/tmp and returns its folder.
fn module(name: &str, programs: &[(String, String)]) -> Result<PathBuf, String> {
    let dir = Path::new(env!("CARGO_TARGET_TMPDIR")).join("go").join(name);
    let wanted: Vec<&str> = programs.iter().map(|(name, _)| name.as_str()).collect();
    let io = |e: std::io::Error| e.to_string();
    std::fs::create_dir_all(dir.join("bin")).map_err(io)?;
    for entry in std::fs::read_dir(&dir).map_err(io)?.flatten() {
        let file = entry.file_name();
        let stale = !wanted.iter().any(|w| file == *w) && file != "bin" && entry.path().is_dir();
        if stale && std::env::var_os("GOLITE_ONLY").is_none() {
            std::fs::remove_dir_all(entry.path()).map_err(io)?;
        }
    }
    std::fs::write(dir.join("go.mod"), "module corpus\n\ngo 1.27\n").map_err(io)?;
    for (name, source) in programs {
        let package = dir.join(name);
        std::fs::create_dir_all(&package).map_err(io)?;
        let file = package.join(file_name(name));
        if std::fs::read_to_string(&file).ok().as_ref() != Some(source) {
            std::fs::write(file, source).map_err(io)?;
            let _ = std::fs::remove_file(dir.join("bin").join(name));
        }
    }
    Ok(dir)
}

fn go_build(dir: &Path, programs: &[(String, String)], flags: &[&str]) -> String {
    if programs.is_empty() {
        return String::new();
    }
    let mut command = Command::new("go");
    command.current_dir(dir).arg("build").args(flags);
    command.args(programs.iter().map(|(name, _)| format!("./{name}")));
    process::run(&mut command, "", Duration::from_secs(900)).stderr
}

/// tests/run and examples: what each program prints and how it ends, with 1, 2 and 8 P's.
fn run() -> Result<String, String> {
    let mut programs = Vec::new();
    let mut judged = Vec::new();
    let mut differs = 0;
    for path in selected(crate::corpus::programs()) {
        let source = crate::read(&path);
        if Expectation::parse(&source).no_go.is_some() {
            differs += 1;
            continue;
        }
        programs.push((flat(&path), source));
        judged.push(path);
    }
    let dir = module("run", &programs)?;
    let said = go_build(&dir, &programs, &["-ldflags=-s -w", "-o", "bin/"]);
    let next = Mutex::new(judged.iter().zip(&programs));
    let faults = Mutex::new(Vec::new());
    std::thread::scope(|scope| {
        for _ in 0..4 {
            scope.spawn(|| {
                loop {
                    let Some((path, (name, source))) = next.lock().expect("no panic").next() else {
                        return;
                    };
                    if let Err(fault) = judge(path, source, &dir.join("bin").join(name)) {
                        faults
                            .lock()
                            .expect("no panic")
                            .push(format!("{}: {fault}", path.display()));
                    }
                }
            });
        }
    });
    let mut faults = faults.into_inner().expect("no panic");
    faults.sort();
    let agreed = judged.len() - faults.len();
    let summary = format!(
        "differential/run: {agreed} of {} programs agree with Go, {differs} left out",
        judged.len()
    );
    if faults.is_empty() {
        return Ok(summary);
    }
    Err(format!("{summary}\n{}\n{said}", faults.join("\n")))
}

fn judge(path: &Path, source: &str, binary: &Path) -> Result<(), String> {
    if !binary.exists() {
        return Err("does not build".into());
    }
    let mut expectation = Expectation::parse(source);
    let mut first = true;
    for procs in ["2", "1", "8", "2"] {
        let mut command = Command::new(binary);
        command.current_dir(crate::root()).args(&expectation.args);
        command
            .env("GOMAXPROCS", procs)
            .env_remove("GOTRACEBACK")
            .env("GOTRACEBACK", "single");
        command.envs(expectation.env.iter().cloned());
        let seen = process::run(&mut command, &expectation.input(), Duration::from_secs(30));
        if crate::update() && first {
            let End::Exit(code) = seen.end else {
                return Err(format!("not recorded: {}", seen.end));
            };
            expectation.exit = code;
            expectation.stdout = lines(&seen.stdout);
            expectation.stderr = abridge(&seen.stderr);
        }
        first = false;
        expectation
            .compare(&seen)
            .map_err(|wrong| format!("with GOMAXPROCS={procs}\n{wrong}"))?;
    }
    if crate::update() {
        let code = split(source).0.trim_end();
        let new = format!("{code}\n\n{}", expectation.block());
        if Expectation::parse(&new).stdout != expectation.stdout {
            return Err("its output can not be written as a comment".into());
        }
        if new != source {
            std::fs::write(crate::root().join(path), new).map_err(|e| e.to_string())?;
        }
    }
    Ok(())
}

/// tests/errors: the errors Go's compiler reports, and where.
fn wrong() -> Result<String, String> {
    let paths = selected(errors::programs());
    let mut sources: Vec<String> = paths.iter().map(|p| crate::read(p)).collect();
    let mut faults = Vec::new();
    if crate::update() {
        let plain: Vec<String> = sources.iter().map(|s| announced::strip(s)).collect();
        let found = compile("errors", &paths, &plain)?;
        for (i, path) in paths.iter().enumerate() {
            let errors = &found[i];
            if errors.is_empty() {
                faults.push(format!("{}: Go accepts it", path.display()));
                continue;
            }
            sources[i] = announced::annotate(&plain[i], errors);
        }
        // Comments move columns: where Go then sees other errors, the list at the end takes their place.
        let again = compile("errors", &paths, &sources)?;
        for (i, path) in paths.iter().enumerate() {
            if again[i] != announced::expected(&sources[i]) && !found[i].is_empty() {
                sources[i] = announced::listed(&plain[i], &found[i]);
            }
            std::fs::write(crate::root().join(path), &sources[i]).map_err(|e| e.to_string())?;
        }
    }
    let found = compile("errors", &paths, &sources)?;
    for (i, path) in paths.iter().enumerate() {
        let want = announced::expected(&sources[i]);
        if want != found[i] {
            let text = |e: &[ErrorAt]| e.iter().map(|e| format!("    {e}\n")).collect::<String>();
            let both = format!("  announced\n{}  Go\n{}", text(&want), text(&found[i]));
            faults.push(format!("{}:\n{both}", path.display()));
        }
    }
    let summary = format!(
        "differential/errors: {} of {} programs agree with Go",
        paths.len() - faults.len(),
        paths.len()
    );
    if faults.is_empty() {
        Ok(summary)
    } else {
        Err(format!("{summary}\n{}", faults.join("\n")))
    }
}

fn compile(name: &str, paths: &[PathBuf], sources: &[String]) -> Result<Vec<Vec<ErrorAt>>, String> {
    let programs: Vec<(String, String)> = paths
        .iter()
        .map(|p| flat(p))
        .zip(sources.iter().cloned())
        .collect();
    let dir = module(name, &programs)?;
    // `go build` reads imports first and stops at the first package where it can not; so syntax errors are
    // asked of the compiler itself.
    let (syntax, rest): (Vec<_>, Vec<_>) = programs
        .iter()
        .cloned()
        .partition(|(name, _)| name.contains("syntax"));
    let mut said = go_build(&dir, &rest, &["-gcflags=-e", "-o", "bin/"]);
    for (name, _) in &syntax {
        let file = format!("{name}/{}", file_name(name));
        let mut command = Command::new("go");
        command.current_dir(&dir).args([
            "tool",
            "compile",
            "-e",
            "-p",
            "main",
            "-o",
            "bin/syntax.o",
            &file,
        ]);
        let seen = process::run(&mut command, "", Duration::from_secs(60));
        said.push_str(&format!(
            "\n# corpus/{name}\n{}{}",
            seen.stdout, seen.stderr
        ));
    }
    // Messages come in groups, each under a line `# corpus/NAME`.
    let mut groups: HashMap<&str, String> = HashMap::new();
    let mut current = "";
    for line in said.lines() {
        if let Some(package) = line.strip_prefix("# corpus/") {
            current = package;
        } else {
            let group = groups.entry(current).or_default();
            group.push_str(line);
            group.push('\n');
        }
    }
    let loose = groups.remove("").unwrap_or_default();
    if !loose.trim().is_empty() {
        return Err(format!("go build: {loose}"));
    }
    Ok(programs
        .iter()
        .map(|(name, _)| {
            let file = file_name(name);
            let group = groups.get(name.as_str()).map_or("", String::as_str);
            // As if the compiler had been called in the program's own folder.
            let group = group.replace(&format!("{name}/{file}:"), &format!("./{file}:"));
            announced::reported(&group, &file)
        })
        .collect())
}
