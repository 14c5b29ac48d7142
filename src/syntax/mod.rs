//! Source text to syntax tree: the front of the pipeline. Lexer, grammar and tree live in the grammar crate; this turns its
//! findings into diagnostics, checks branch statements as gc's parser does (labels, `break`, `continue`, `goto`, `fallthrough`), and
//! prints tokens and trees.
//!
//! All functions are thread-safe: files parse in parallel, sharing the source map and the interner.

mod branches;
mod print;

pub use golite_grammar::ast;
pub use golite_grammar::literal;
pub use golite_grammar::token;
pub use print::{dump_ast, dump_tokens};

use golite_grammar::parse::{Mode, Parsed, parse, parse_library};
use golite_grammar::token::SyntaxError;

use crate::base::{FileId, Interner, SourceMap};
use crate::diag::{Code, Diagnostic};

/// Parses one file. If the tree `has_errors`, it is not worth looking at; otherwise gc checks types in spite of diagnostics.
pub fn parse_file(map: &SourceMap, file: FileId, names: &Interner) -> (ast::File, Vec<Diagnostic>) {
    let (file, diagnostics, _) = parse_as(Mode::File, map, file, names);
    (file, diagnostics)
}

/// Parses a library file, whose syntax is known to be right. Bodies of its functions are parsed when they are first asked for
/// ([`ast::File::func_body`]), and branch statements are not checked.
pub fn parse_library_file(
    map: &SourceMap,
    id: FileId,
    names: &Interner,
) -> (ast::File, Vec<Diagnostic>) {
    let source = map.file(id);
    let parsed = parse_library(source.src(), id, source.base(), names);
    (
        parsed.file,
        parsed.errors.into_iter().map(diagnostic).collect(),
    )
}

/// Parses several files in parallel.
pub fn parse_files(
    map: &SourceMap,
    files: &[FileId],
    names: &Interner,
) -> Vec<(ast::File, Vec<Diagnostic>)> {
    use rayon::prelude::*;
    match files {
        [one] => vec![parse_file(map, *one, names)],
        _ => files
            .par_iter()
            .map(|&f| parse_file(map, f, names))
            .collect(),
    }
}

/// Parses a REPL entry: imports, declarations and statements. The last result says whether the entry only stops too early, so
/// that more lines could complete it.
pub fn parse_repl_entry(
    map: &SourceMap,
    file: FileId,
    names: &Interner,
) -> (ast::File, Vec<Diagnostic>, bool) {
    parse_as(Mode::Repl, map, file, names)
}

/// Parses a single expression or type, which is then the tree's `expr`.
pub fn parse_expr(
    map: &SourceMap,
    file: FileId,
    names: &Interner,
) -> (ast::File, Vec<Diagnostic>, bool) {
    parse_as(Mode::Expr, map, file, names)
}

fn parse_as(
    mode: Mode,
    map: &SourceMap,
    id: FileId,
    names: &Interner,
) -> (ast::File, Vec<Diagnostic>, bool) {
    let source = map.file(id);
    let Parsed {
        file,
        errors,
        incomplete,
    } = parse(mode, source.src(), id, source.base(), names);
    let mut diagnostics: Vec<Diagnostic> = errors.into_iter().map(diagnostic).collect();
    if !file.has_errors {
        diagnostics.extend(branches::check(&file, names, &diagnostics));
    }
    (file, diagnostics, incomplete)
}

fn diagnostic(e: SyntaxError) -> Diagnostic {
    Diagnostic::error(Code::SyntaxError, e.span, e.message)
}
