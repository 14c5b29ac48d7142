//! golite's source positions, tokens, syntax tree and generated parser.
//!
//! A crate of its own so that the generated parser is compiled once. It knows syntax only: no types, no
//! rendering of errors.

mod actions;
pub mod ast;
pub mod base;
pub mod lexer;
pub mod literal;
pub mod parse;
mod partial;
mod recovery;
pub mod token;
mod typeparams;
