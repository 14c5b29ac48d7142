#![doc = include_str!("ARCHITECTURE.md")]

pub mod base;
pub mod bytecode;
pub mod chan;
pub mod check;
pub mod cli;
pub mod constant;
pub mod diag;
pub mod driver;
pub mod heap;
pub mod lower;
pub mod natives;
pub mod sched;
pub mod syntax;
pub mod types;
pub mod value;
pub mod vm;
