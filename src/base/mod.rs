//! Source files, positions, interned names and typed indices, from the grammar crate, under the name the rest of golite uses.

pub mod distance;
pub mod parallel;
pub mod sync;

pub use golite_grammar::base::*;
pub use golite_grammar::define_id;
