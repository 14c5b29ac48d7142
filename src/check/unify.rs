//! Unification.
