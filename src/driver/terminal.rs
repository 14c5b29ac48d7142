//! The state of the terminal that golite was started on, to be put back when it ends in the middle of a line.

pub use crate::vm::posix::Terminal;
