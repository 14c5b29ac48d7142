//! Runs the stages one after another for the command line: loading, checking, lowering, running.

pub mod build_constraint;
pub mod config;
pub mod explain;
pub mod front;
pub mod interactive;
pub mod loader;
pub mod machine;
mod signal;
pub mod stage;
