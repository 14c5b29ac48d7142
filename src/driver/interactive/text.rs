//! What can be said of a text without looking at what is declared.

use crate::base::Interner;
use crate::base::SourceMap;
use crate::diag::Diagnostic;
use crate::driver::interactive::Completeness;
use crate::syntax;
use crate::syntax::ast::StmtKind;

/// An entry as it is parsed: with the newline that ended it.
pub fn lines(text: &str) -> Vec<u8> {
    let mut text = text.as_bytes().to_vec();
    if text.last() != Some(&b'\n') {
        text.push(b'\n');
    }
    text
}

/// What lexer and parser say of a text.
pub fn completeness(text: &str) -> Completeness {
    let (map, names) = (SourceMap::new(), Interner::new());
    let id = map.add_file("<prompt>", lines(text));
    let (file, found, incomplete) = syntax::parse_repl_entry(&map, id, &names);
    // A label waits for its statement.
    let label = file.stmts.last().is_some_and(|s| {
        matches!(&file.stmt(*s).kind, StmtKind::LabeledStmt { stmt, .. }
            if matches!(file.stmt(*stmt).kind, StmtKind::EmptyStmt))
    });
    if incomplete || found.is_empty() && label {
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
    let id = map.add_file("<prompt>", lines(text));
    let (file, found, _) = syntax::parse_repl_entry(&map, id, &names);
    if found.is_empty() {
        Ok(syntax::dump_ast(&map, &file, &names))
    } else {
        Err(found)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn completeness_of_texts() {
        let cases = [
            ("x := 1", Completeness::Complete),
            ("", Completeness::Complete),
            ("// only a comment", Completeness::Complete),
            ("if x {", Completeness::Incomplete),
            ("if x {\n\tf()", Completeness::Incomplete),
            ("if x {\n} else {", Completeness::Incomplete),
            ("f(1,", Completeness::Incomplete),
            ("f(1", Completeness::Wrong),
            ("x := 1 +", Completeness::Incomplete),
            ("x :=", Completeness::Incomplete),
            ("x.", Completeness::Incomplete),
            ("`raw", Completeness::Incomplete),
            ("/* open", Completeness::Incomplete),
            ("\"cut", Completeness::Wrong),
            ("'", Completeness::Wrong),
            ("x, y", Completeness::Wrong),
            ("}", Completeness::Wrong),
            ("import (", Completeness::Incomplete),
            ("import (\n\t\"fmt\"\n)", Completeness::Complete),
            ("type T struct {", Completeness::Incomplete),
            ("type T struct {\n\tA int\n}", Completeness::Complete),
            ("func (t T) M() {", Completeness::Incomplete),
            ("func f[T any](x T", Completeness::Wrong),
            ("func f[T any](", Completeness::Incomplete),
            ("go func() {", Completeness::Incomplete),
            ("switch x {\ncase 1:", Completeness::Incomplete),
            ("m := map[string]int{", Completeness::Incomplete),
            ("outer:", Completeness::Incomplete),
            ("outer:\nfor {", Completeness::Incomplete),
            ("var", Completeness::Incomplete),
            ("x := 08", Completeness::Wrong),
            ("a b", Completeness::Wrong),
            ("for {}", Completeness::Complete),
        ];
        for (text, want) in cases {
            assert_eq!(completeness(text), want, "{text:?}");
        }
    }
}
