//! The test binary: every program under tests/ becomes a named test.

fn main() {}
