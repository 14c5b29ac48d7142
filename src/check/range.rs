//! Range clauses.
