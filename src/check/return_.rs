//! Terminating statements.
