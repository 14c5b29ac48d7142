//! tests/run and examples: each program under the golite binary, with several P's and a hostile collector.

use golite::driver::corpus::expectation::Expectation;
use golite::driver::corpus::{ALL_MODES, Runner};
use libtest_mimic::{Failed, Trial};
use std::path::{Path, PathBuf};

/// Every program with an expectation, relative to the root.
pub fn programs() -> Vec<PathBuf> {
    let mut all = crate::files("tests/run", "go");
    all.extend(crate::files("examples", "go"));
    all
}

/// The name of the test for a program: `run/select/default_wins`, `examples/hello`.
pub fn name(path: &Path) -> String {
    let name = path.with_extension("");
    let name = name.strip_prefix("tests").unwrap_or(&name);
    name.display().to_string()
}

pub fn trials() -> Vec<Trial> {
    let programs = programs().into_iter();
    programs
        .map(|path| {
            let name = name(&path);
            let skip = Expectation::parse(&crate::read(&path)).skip.is_some();
            let checked = move || runner().check_program(&path).map_err(Failed::from);
            Trial::test(name, checked).with_ignored_flag(skip)
        })
        .collect()
}

/// Says what `// Skip:` lines leave out, so that nothing is hidden.
pub fn print_skipped() {
    let mut skipped = Vec::new();
    for path in programs() {
        if let Some(why) = Expectation::parse(&crate::read(&path)).skip {
            skipped.push(format!("  {}: {why}", name(&path)));
        }
    }
    if !skipped.is_empty() {
        println!(
            "{} programs are skipped:\n{}\n",
            skipped.len(),
            skipped.join("\n")
        );
    }
}

/// What runs the tests: golite as cargo has just built it, every way of running programs.
pub fn runner() -> Runner {
    Runner {
        golite: env!("CARGO_BIN_EXE_golite").into(),
        folder: crate::root().into(),
        modes: ALL_MODES,
        strict: true,
    }
}
