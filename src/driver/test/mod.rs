//! `golite test`: finds the tests of packages, runs each package's in a process of its own, and reports as `go test` does.
//!
//! The command looks at folders and hands each package with tests to a child: golite itself, called as
//! `golite __test`. The child loads the package with its tests, writes a main function for them, checks, lowers and runs it in the
//! package's folder. Several children run at once; their reports are printed in the order of the packages.

mod child;
pub mod cover;
mod coverprofile;
mod discover;
mod events;
mod flags;
mod mainfile;
mod output;
mod runner;

pub use child::main as child_main;
pub use mainfile::counters_name;
pub use runner::main;

/// The first argument of a child.
pub const CHILD: &str = "__test";

/// What a child writes to its report when there is nothing to run.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Refusal {
    /// The go command would not begin to build.
    Setup,
    /// The compiler refuses.
    Build,
}
