//! The runtime's concurrent parts under a model checker.
//!
//! `sched`, `chan` and `heap` are golite's own source files; what they take from `base::sync` is here a model in which shuttle
//! decides which thread goes next and [`memory`](base::sync) decides which of the values that the memory model allows a load
//! sees. A scenario is a function that is run thousands of times, each time with other decisions; it fails by a panic, or when
//! no thread can go on. [`explore`] says how a failure is repeated.

#![cfg(not(test))]
// The files are linted where they belong; here only a part of each is used, and nothing but scenarios is added.
#![allow(unused, clippy::all)]

/// What the modules below import.
pub mod base {
    pub mod sync;
}

#[path = "../../../src/chan/mod.rs"]
pub mod chan;
#[path = "../../../src/heap/mod.rs"]
pub mod heap;
#[path = "../../../src/sched/mod.rs"]
pub mod sched;

#[path = "../../../src/chan/tests/toy.rs"]
pub mod toy;

#[path = "../../../src/chan/tests/programs.rs"]
pub mod programs;

mod explore;
mod memory;
mod scenarios;

pub use explore::Scenario;
pub use explore::explore;
pub use scenarios::ALL;
