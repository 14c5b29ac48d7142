//! tests/run and examples: each program under the golite binary, with several P's and a hostile collector.

use crate::expectation::Expectation;
use crate::process;
use libtest_mimic::{Failed, Trial};
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Duration;

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
            let skip = Expectation::parse(&crate::read(&path)).skip.is_some();
            Trial::test(name(&path), move || check(&path)).with_ignored_flag(skip)
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

/// The ways each program is run: golite's flags and seconds allowed.
const MODES: [(&[&str], u64); 4] = [
    (&["--procs=1"], 30),
    (&["--procs=2"], 30),
    (&["--procs=8"], 30),
    (&["--gc=stress"], 90),
];

fn check(path: &Path) -> Result<(), Failed> {
    let expectation = Expectation::parse(&crate::read(path));
    if !expectation.present {
        return Err("no `// Output:` block; see tests/README.md for how to record one".into());
    }
    let golite = env!("CARGO_BIN_EXE_golite");
    let mut report = String::new();
    for (flags, seconds) in MODES {
        if expectation.no_stress.is_some() && flags.contains(&"--gc=stress") {
            continue;
        }
        let mut command = Command::new(golite);
        command.current_dir(crate::root()).env_remove("GOMAXPROCS");
        command
            .arg("run")
            .args(flags)
            .args(&expectation.flags)
            .arg(path);
        command.args(&expectation.args);
        command.envs(expectation.env.iter().cloned());
        let seen = process::run(
            &mut command,
            &expectation.input(),
            Duration::from_secs(seconds),
        );
        if let Err(wrong) = expectation.compare(&seen) {
            let words: Vec<String> = command
                .get_args()
                .map(|a| a.to_string_lossy().into())
                .collect();
            report.push_str(&format!("{golite} {}\n{wrong}", words.join(" ")));
            // The other modes most often fail for the same reason.
            break;
        }
    }
    if report.is_empty() {
        Ok(())
    } else {
        Err(report.into())
    }
}
