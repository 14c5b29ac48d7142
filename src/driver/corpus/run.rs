//! `golite test --corpus DIR`: all cases in parallel, each in a child process.

use crate::driver::corpus::ALL_MODES;
use crate::driver::corpus::ONE_MODE;
use crate::driver::corpus::Runner;
use crate::driver::corpus::Verdict;
use crate::driver::corpus::discover;
use crate::driver::corpus::junit;
use crate::driver::corpus::progress::Progress;
use rayon::prelude::*;
use regex::Regex;
use std::path::PathBuf;
use std::time::Duration;
use std::time::Instant;

/// How a corpus is run.
#[derive(Clone, Debug, Default)]
pub struct Options {
    /// The folder (or one file).
    pub corpus: PathBuf,
    /// Cases at once; 0: as many as there are CPUs.
    pub jobs: usize,
    /// Where the JUnit report goes.
    pub junit: Option<PathBuf>,
    /// Only cases whose name matches.
    pub filter: Option<String>,
    /// Run every program with 1, 2 and 8 workers and with a collection at every allocation.
    pub all_modes: bool,
    /// A line for each case.
    pub verbose: bool,
}

/// Runs a corpus; answers the exit status: 0 if nothing failed.
pub fn test_corpus(options: &Options) -> i32 {
    match run(options) {
        Ok(true) => 0,
        Ok(false) => 1,
        Err(e) => {
            eprintln!("golite: {e}");
            2
        }
    }
}

fn run(options: &Options) -> Result<bool, String> {
    let filter = options.filter.as_deref().unwrap_or("");
    let filter = Regex::new(filter).map_err(|e| format!("--filter: {e}"))?;
    if !options.corpus.exists() {
        let path = options.corpus.display();
        return Err(format!("{path}: no such file or directory"));
    }
    let mut cases = discover(&options.corpus);
    cases.retain(|c| filter.is_match(&c.name));
    let runner = Runner {
        golite: std::env::current_exe().map_err(|e| e.to_string())?,
        folder: std::env::current_dir().map_err(|e| e.to_string())?,
        modes: if options.all_modes {
            ALL_MODES
        } else {
            ONE_MODE
        },
        strict: false,
    };
    let scratch = std::env::temp_dir().join(format!("golite-corpus-{}", std::process::id()));
    let pool = rayon::ThreadPoolBuilder::new()
        .num_threads(options.jobs)
        .build()
        .map_err(|e| e.to_string())?;
    let begin = Instant::now();
    let progress = Progress::new(cases.len());
    let results: Vec<(Verdict, Duration)> = pool.install(|| {
        let each = |case| {
            let begin = Instant::now();
            let verdict = runner.check(case, &scratch);
            progress.done(&case.name, &verdict);
            (verdict, begin.elapsed())
        };
        cases.par_iter().with_max_len(1).map(each).collect()
    });
    let counts = progress.end();
    let _ = std::fs::remove_dir_all(&scratch);
    if options.verbose {
        for (case, (verdict, time)) in cases.iter().zip(&results) {
            let word = match verdict {
                Verdict::Passed => "ok  ",
                Verdict::Failed(_) => "FAIL",
                Verdict::Skipped(_) => "skip",
            };
            println!("{word} {} ({:.2}s)", case.name, time.as_secs_f64());
        }
    }
    let failed = cases.iter().zip(&results);
    for (case, _) in failed.filter(|(_, r)| matches!(r.0, Verdict::Failed(_))) {
        println!("FAIL {}", case.path.display());
    }
    let mut reasons: Vec<(&str, usize)> = Vec::new();
    for (verdict, _) in &results {
        if let Verdict::Skipped(why) = verdict {
            match reasons.iter_mut().find(|r| r.0 == why) {
                Some(r) => r.1 += 1,
                None => reasons.push((why, 1)),
            }
        }
    }
    for (why, n) in reasons {
        println!("{n} skipped: {why}");
    }
    println!(
        "{} passed, {} failed, {} skipped in {:.1}s",
        counts.passed,
        counts.failed,
        counts.skipped,
        begin.elapsed().as_secs_f64()
    );
    if let Some(path) = &options.junit {
        let name = options.corpus.to_string_lossy();
        let text = junit::report(&name, &cases, &results);
        std::fs::write(path, text).map_err(|e| format!("{}: {e}", path.display()))?;
    }
    Ok(counts.failed == 0)
}
