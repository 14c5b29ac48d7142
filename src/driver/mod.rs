//! Runs the stages one after another for the command line: loading, checking, lowering, running.

pub mod build_constraint;
pub mod config;
pub mod corpus;
mod deadlock;
mod embedding;
pub mod explain;
mod explainer;
pub mod front;
pub mod interactive;
pub mod loader;
pub mod machine;
mod signal;
pub mod stage;
