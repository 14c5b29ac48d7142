//! Go values over heap memory: strings, slices, interfaces, maps; equality, hashing, typed copies.
//!
//! Invariants: every access to memory that goroutines share goes through `heap::access` or `heap::atomic16`, so that nothing
//! tears; nobody makes a `&[u8]` of memory a script can write. Bytes of strings never change once the string exists.
//! A function that allocates either does so before it changes anything or not at all: whoever called it can collect and repeat.

pub mod compose;
pub mod error;
pub mod hash_eq;
pub mod iface;
pub mod key_order;
pub mod map;
pub mod memory;
pub mod slice;
pub mod string;
pub mod type_words;
pub mod types;
pub mod utf8;
pub mod view;

pub use compose::Composites;
pub use error::Trap;
pub use iface::Iface;
pub use map::MapType;
pub use slice::SliceVal;
pub use string::Str;
pub use type_words::TypeWords;
pub use types::TypeInfo;
pub use types::TypeTable;
