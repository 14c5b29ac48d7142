//! The test binary: every program under tests/ and examples/ becomes a named test.
//!
//! `cargo test -- select/` runs what has `select/` in its name. `UPDATE_GOLDEN=1` rewrites goldens, and,
//! with the name `differential`, the expectations in the programs from what real Go does. See README.md.

mod architecture;
mod cli;
mod corpus;
mod corpus_command;
mod docs;
mod errors;
mod explain;
mod golden;
mod handlers;
mod hostile;
mod interactive;
mod live;
mod oracle;
mod pty;
mod repl;
mod session;
mod startup;
mod transcript;

use golite::driver::corpus::{expectation, process, textdiff};
use libtest_mimic::{Arguments, Trial};
use std::path::{Path, PathBuf};

/// The repository's root folder.
fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// Whether goldens are to be rewritten rather than compared.
fn update() -> bool {
    std::env::var_os("UPDATE_GOLDEN").is_some_and(|v| v != "0" && !v.is_empty())
}

/// Every file below `dir` (relative to the root) whose name ends in `.ext`, sorted, relative to the root.
fn files(dir: &str, ext: &str) -> Vec<PathBuf> {
    golite::driver::corpus::files(&root().join(dir), &[ext])
        .iter()
        .map(|path| {
            let below = path.strip_prefix(root());
            below.expect("below the root").to_owned()
        })
        .collect()
}

/// The text of a file given relative to the root.
fn read(path: &Path) -> String {
    std::fs::read_to_string(root().join(path)).unwrap_or_else(|e| panic!("{}: {e}", path.display()))
}

fn main() {
    let args = Arguments::from_args();
    let mut trials: Vec<Trial> = Vec::new();
    trials.extend(architecture::trials());
    trials.extend(corpus::trials());
    trials.extend(corpus_command::trials());
    trials.extend(errors::trials());
    trials.extend(docs::trials());
    trials.extend(explain::trials());
    trials.extend(golden::trials());
    trials.extend(handlers::trials());
    trials.extend(hostile::trials());
    trials.extend(live::trials());
    trials.extend(cli::trials());
    trials.extend(startup::trials());
    trials.extend(transcript::trials());
    trials.extend(repl::trials());
    trials.extend(session::trials());
    trials.extend(interactive::trials());
    trials.extend(oracle::trials());
    let conclusion = libtest_mimic::run(&args, trials);
    if !args.list {
        corpus::print_skipped();
    }
    conclusion.exit();
}
