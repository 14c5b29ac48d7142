//! What can be said of a text without looking at what is declared.

use crate::base::Interner;
use crate::base::SourceMap;
use crate::diag::Diagnostic;
use crate::driver::interactive::Completeness;
use crate::syntax;

/// What lexer and parser say of a text.
pub fn completeness(text: &str) -> Completeness {
    let (map, names) = (SourceMap::new(), Interner::new());
    let id = map.add_file("<prompt>", text.as_bytes().to_vec());
    let (_, found, incomplete) = syntax::parse_repl_entry(&map, id, &names);
    if incomplete {
        Completeness::Incomplete
    } else if found.is_empty() {
        Completeness::Complete
    } else {
        Completeness::Wrong
    }
}

/// The syntax tree of an entry.
pub fn tree(text: &str) -> Result<String, Vec<Diagnostic>> {
    let (map, names) = (SourceMap::new(), Interner::new());
    let id = map.add_file("<prompt>", text.as_bytes().to_vec());
    let (file, found, _) = syntax::parse_repl_entry(&map, id, &names);
    if found.is_empty() {
        Ok(syntax::dump_ast(&map, &file, &names))
    } else {
        Err(found)
    }
}
