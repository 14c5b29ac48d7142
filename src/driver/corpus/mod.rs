//! Corpora of programs: `golite test --corpus DIR`, and the code behind this repository's own tests.
//!
//! A case is a file below the folder: a program that says in its last comment what it prints (`// Output:`, see
//! [`expectation`]), one with its output in a file beside it (`NAME.want`, or `NAME.out`), a wrong program that announces its errors
//! ([`announced`]), or a golden ([`golden`]). Each is run by golite in a child process, with a time limit.

pub mod announced;
pub mod expectation;
pub mod golden;
mod junit;
pub mod process;
mod progress;
mod run;
pub mod textdiff;

use announced::ErrorAt;
use expectation::Expectation;
use process::End;
use std::path::Path;
use std::path::PathBuf;
use std::process::Command;
use std::time::Duration;
use textdiff::diff;
use textdiff::lines;

pub use run::Options;
pub use run::test_corpus;

/// A way to run every program: golite's flags and the seconds allowed.
pub type Mode = (&'static [&'static str], u64);

/// The ways this repository's own programs are run.
pub const ALL_MODES: &[Mode] = &[
    (&["--procs=1"], 30),
    (&["--procs=2"], 30),
    (&["--procs=8"], 30),
    (&["--gc=stress"], 90),
];

/// The way of a quick run.
pub const ONE_MODE: &[Mode] = &[(&[], 60)];

/// What runs cases.
#[derive(Clone, Debug)]
pub struct Runner {
    /// The golite binary.
    pub golite: PathBuf,
    /// The folder that programs are run in, and that their paths are given relative to.
    pub folder: PathBuf,
    /// Every program is run in each of these ways.
    pub modes: &'static [Mode],
    /// Errors are exactly where and what is announced; else a pattern for the line will do.
    pub strict: bool,
}

/// How a case is judged.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Kind {
    /// A program and what it prints.
    Program,
    /// A wrong program and its errors.
    Wrong,
    /// A command and what it prints.
    Golden,
    /// Nothing says what is expected.
    Unknown,
}

/// A file of a corpus.
#[derive(Clone, Debug)]
pub struct Case {
    /// Its path below the corpus, without the ending.
    pub name: String,
    /// Its path.
    pub path: PathBuf,
    /// How it is judged.
    pub kind: Kind,
}

/// What came of a case.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Verdict {
    /// As expected.
    Passed,
    /// Not, and how.
    Failed(String),
    /// Not run, and why.
    Skipped(String),
}

/// Every file below `dir` with one of these endings, sorted.
pub fn files(dir: &Path, endings: &[&str]) -> Vec<PathBuf> {
    let mut found = Vec::new();
    let mut todo = vec![dir.to_path_buf()];
    while let Some(dir) = todo.pop() {
        let Ok(entries) = std::fs::read_dir(&dir) else {
            continue;
        };
        for entry in entries.flatten() {
            let path = entry.path();
            let ending = path.extension().and_then(|e| e.to_str());
            if path.is_dir() {
                todo.push(path);
            } else if ending.is_some_and(|e| endings.contains(&e)) {
                found.push(path);
            }
        }
    }
    found.sort();
    found
}

/// The cases of a corpus: a folder, or a single file.
pub fn discover(corpus: &Path) -> Vec<Case> {
    let files = if corpus.is_file() {
        vec![corpus.to_path_buf()]
    } else {
        files(corpus, &["go", "go-lite", "golden"])
    };
    let case = |path: PathBuf| {
        let bare = path.with_extension("");
        let name = bare.strip_prefix(corpus).unwrap_or(&bare);
        let name = match name.as_os_str().is_empty() {
            true => bare.file_name().unwrap_or_default().to_string_lossy(),
            false => name.to_string_lossy(),
        };
        Case {
            name: name.into_owned(),
            kind: kind(&path),
            path,
        }
    };
    files.into_iter().map(case).collect()
}

fn kind(path: &Path) -> Kind {
    if path.extension().is_some_and(|e| e == "golden") {
        return Kind::Golden;
    }
    let source = String::from_utf8_lossy(&std::fs::read(path).unwrap_or_default()).into_owned();
    if Expectation::parse(&source).present || wanted(path).is_some() {
        Kind::Program
    } else if announced::announces(&source) {
        Kind::Wrong
    } else {
        Kind::Unknown
    }
}

/// The file beside a program that holds its output.
fn wanted(path: &Path) -> Option<PathBuf> {
    let beside = ["want", "out"].map(|ending| path.with_extension(ending));
    beside.into_iter().find(|p| p.is_file())
}

impl Runner {
    /// Runs a case; goldens leave their program in a folder below `scratch`.
    pub fn check(&self, case: &Case, scratch: &Path) -> Verdict {
        let result = match case.kind {
            Kind::Unknown => return Verdict::Skipped("nothing says what is expected".into()),
            Kind::Golden => golden::check(self, &case.path, &scratch.join(&case.name), false),
            Kind::Wrong => self.check_wrong(&case.path),
            Kind::Program => {
                let source = match read(&self.folder.join(&case.path)) {
                    Ok(s) => s,
                    Err(e) => return Verdict::Failed(e),
                };
                if let Some(why) = Expectation::parse(&source).skip {
                    return Verdict::Skipped(why);
                }
                self.check_program(&case.path)
            }
        };
        match result {
            Ok(()) => Verdict::Passed,
            Err(wrong) => Verdict::Failed(wrong),
        }
    }

    /// What the program at `path` is to do.
    fn expectation(&self, path: &Path) -> Result<Expectation, String> {
        let full = self.folder.join(path);
        let mut e = Expectation::parse(&read(&full)?);
        if let Some(file) = wanted(&full).filter(|_| e.stdout.is_empty()) {
            e.stdout = lines(&read(&file)?);
            e.present = true;
        }
        Ok(e)
    }

    /// Runs a program in every way and compares what it does with what it says.
    pub fn check_program(&self, path: &Path) -> Result<(), String> {
        let expectation = self.expectation(path)?;
        if !expectation.present {
            return Err("no `// Output:` block; see tests/README.md for how to record one".into());
        }
        for (flags, seconds) in self.modes {
            if expectation.no_stress.is_some() && flags.contains(&"--gc=stress") {
                continue;
            }
            let mut command = Command::new(&self.golite);
            command.current_dir(&self.folder).env_remove("GOMAXPROCS");
            command
                .arg("run")
                .args(*flags)
                .args(&expectation.flags)
                .arg(path);
            command.args(&expectation.args);
            command.envs(expectation.env.iter().cloned());
            let limit = Duration::from_secs(*seconds);
            let seen = process::run(&mut command, &expectation.input(), limit);
            if let Err(wrong) = expectation.compare(&seen) {
                // The other ways most often fail for the same reason.
                return Err(format!("{}\n{wrong}", self.words(&command)));
            }
        }
        Ok(())
    }

    /// A command as one would type it.
    fn words(&self, command: &Command) -> String {
        let args: Vec<String> = command
            .get_args()
            .map(|a| a.to_string_lossy().into())
            .collect();
        format!("{} {}", self.golite.display(), args.join(" "))
    }

    /// Checks a wrong program and compares the errors with those it announces.
    pub fn check_wrong(&self, path: &Path) -> Result<(), String> {
        let path = self.folder.join(path);
        let source = read(&path)?;
        let want = announced::expected(&source);
        if want.is_empty() && self.strict {
            return Err("no ERROR comment; see tests/README.md for how to record them".into());
        }
        let dir = path.parent().unwrap_or(Path::new("."));
        let file = path.file_name().unwrap_or_default().to_string_lossy();
        let mut command = Command::new(&self.golite);
        command
            .current_dir(dir)
            .env_remove("NO_GRAPHICS")
            .args(["check", "--all-errors", &*file]);
        let seen = process::run(&mut command, "", Duration::from_secs(30));
        let got = announced::reported(&seen.stderr, &file);
        let mut wrong = String::new();
        if seen.end != End::Exit(1) {
            wrong.push_str(&format!("  {}, want exit 1\n", seen.end));
        }
        let text = |errors: &[ErrorAt]| {
            let all: Vec<String> = errors.iter().map(ErrorAt::to_string).collect();
            lines(&all.join("\n"))
        };
        let loosely = || -> Result<bool, String> {
            let want = announced::loose(&source)?;
            Ok(!want.is_empty() && announced::mismatches(&want, &got).is_empty())
        };
        if text(&want) != text(&got) && (self.strict || !loosely()?) {
            wrong.push_str(&diff(&text(&want), &text(&got)));
            if got.is_empty() {
                wrong.push_str(&format!("  stderr:\n{}", seen.stderr));
            }
        }
        if wrong.is_empty() {
            return Ok(());
        }
        Err(format!(
            "{} check --all-errors {}\n{wrong}",
            self.golite.display(),
            path.display()
        ))
    }
}

fn read(path: &Path) -> Result<String, String> {
    let bytes = std::fs::read(path).map_err(|e| format!("{}: {e}", path.display()))?;
    Ok(String::from_utf8_lossy(&bytes).into_owned())
}
