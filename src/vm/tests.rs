//! Programs assembled by hand.
