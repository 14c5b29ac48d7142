//! Calls of built-in functions.
