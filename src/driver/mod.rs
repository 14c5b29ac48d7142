//! Runs the stages one after another for the command line: loading, checking, lowering, running.

pub mod build_constraint;
pub mod config;
pub mod corpus;
mod deadlock;
pub mod doc;
mod embedding;
pub mod explain;
mod explainer;
pub mod front;
pub mod interactive;
pub mod lexical;
pub mod loader;
pub mod machine;
pub mod signal;
pub mod stage;
pub mod terminal;
pub mod test;

pub use crate::vm::process;
