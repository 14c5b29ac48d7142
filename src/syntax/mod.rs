//! Source text to syntax tree: the front of the pipeline. Lexer, grammar and tree live in the grammar crate; this turns its
//! findings into diagnostics, checks branch statements as gc's parser does (labels, `break`, `continue`, `goto`, `fallthrough`), and
//! prints tokens and trees.
//!
//! All functions are thread-safe: files parse in parallel, sharing the source map and the interner.

mod branches;
mod header;
mod help;
mod line;
pub mod outline;
mod print;

pub use golite_grammar::ast;
pub use golite_grammar::lexer::is_valid_name;
pub use golite_grammar::lexer::lex;
pub use golite_grammar::literal;
pub use golite_grammar::token;
pub use print::{dump_ast, dump_tokens};

use golite_grammar::parse::{Mode, Parsed, parse, parse_library};
use golite_grammar::token::SyntaxError;

use std::sync::Arc;

use crate::base::SourceFile;
use crate::base::{FileId, Interner, SourceMap, Span};
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
    names: &Arc<Interner>,
) -> (ast::File, Vec<Diagnostic>) {
    let source = map.file(id);
    let parsed = parse_library(source.shared(), id, source.base(), names);
    (
        parsed.file,
        parsed
            .errors
            .into_iter()
            .map(|e| diagnostic(source, e))
            .collect(),
    )
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

/// Parses a part of a REPL entry that was found to be right: whole items. Their positions are those of the entry.
pub fn parse_repl_part(map: &SourceMap, id: FileId, part: Span, names: &Interner) -> ast::File {
    let src = map.text(part);
    parse(Mode::Repl, src, id, part.start(), names).file
}

/// Parses a single expression or type, which is then the tree's `expr`.
pub fn parse_expr(
    map: &SourceMap,
    file: FileId,
    names: &Interner,
) -> (ast::File, Vec<Diagnostic>, bool) {
    parse_as(Mode::Expr, map, file, names)
}

/// The tokens of a text and whether it ends inside a comment or raw string; what is wrong with it is left out.
pub fn tokens(text: &str, names: &Interner) -> (Vec<token::Token>, bool) {
    let lexed = golite_grammar::lexer::lex(text.as_bytes(), crate::base::Pos(0), names);
    (lexed.tokens, lexed.unterminated)
}

fn parse_as(
    mode: Mode,
    map: &SourceMap,
    id: FileId,
    names: &Interner,
) -> (ast::File, Vec<Diagnostic>, bool) {
    let source = map.file(id);
    let Parsed {
        mut file,
        errors,
        incomplete,
    } = parse(mode, source.src(), id, source.base(), names);
    let mut diagnostics: Vec<Diagnostic> =
        errors.into_iter().map(|e| diagnostic(source, e)).collect();
    diagnostics.extend(line::read(map, &file));
    if mode == Mode::File
        && !diagnostics.is_empty()
        && let Some((span, words)) = header::header_error(source, names)
    {
        diagnostics.insert(0, Diagnostic::error(Code::BadHeader, span, words));
        file.has_errors = true;
    }
    // As gc does: branches are checked in every body that has no syntax error of its own.
    if mode == Mode::File || !file.has_errors {
        diagnostics.extend(branches::check(&file, names, &diagnostics));
        if mode == Mode::Repl {
            // At the prompt nothing needs to be used.
            diagnostics.retain(|d| d.code != Some(Code::UnusedLabel));
        }
    }
    (file, diagnostics, incomplete)
}

fn diagnostic(source: &SourceFile, e: SyntaxError) -> Diagnostic {
    let help = help::help_for(&e.message);
    let mut d = Diagnostic::error(Code::SyntaxError, e.span, e.message);
    d.help = help.map(str::to_string);
    d.fix = help::fix_for(source, &d);
    d
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rendered(src: &str) -> String {
        let map = SourceMap::new();
        let id = map.add_file("f.go", src.as_bytes().to_vec());
        let (_, found) = parse_file(&map, id, &Interner::new());
        crate::diag::Renderer::default().render_all(&map, &found)
    }

    /// Bodies are found by the form gofmt gives a file, so the library must have that form.
    #[test]
    fn library_files_parse_the_same_late_and_early() {
        let mut dirs = vec![std::path::PathBuf::from("stdlib")];
        let mut seen = 0;
        while let Some(dir) = dirs.pop() {
            for entry in std::fs::read_dir(dir).unwrap().flatten() {
                let path = entry.path();
                if path.is_dir() {
                    dirs.push(path);
                } else if path.extension().is_some_and(|e| e == "go") {
                    let (map, names) = (SourceMap::new(), Arc::new(Interner::new()));
                    let id = map.add_file("f.go", std::fs::read(&path).unwrap());
                    let (late, wrong) = parse_library_file(&map, id, &names);
                    let (early, found) = parse_file(&map, id, &names);
                    assert!(wrong.is_empty() && found.is_empty(), "{}", path.display());
                    let (late, early) = (
                        dump_ast(&map, &late, &names),
                        dump_ast(&map, &early, &names),
                    );
                    assert!(late == early, "{}", path.display());
                    seen += 1;
                }
            }
        }
        assert!(seen > 50);
    }

    #[test]
    fn branches_are_checked() {
        let text = rendered(
            "package main\n\nfunc main() {\nL:\n\tfor {\n\t\tbreak L\n\t}\nL:\n\tfor {\n\t\tgoto M\n\t\t{\n\t\tM:\n\t\t}\n\t\tcontinue N\n\t\tbreak Q\n\t}\n\tgoto X\n\ty := 1\nX:\n\t_ = y\n\tfallthrough\n\tif true {\n\t\tbreak\n\t}\n}\n",
        );
        let lines: Vec<&str> = text.lines().filter(|l| l.starts_with("./f.go")).collect();
        assert_eq!(
            lines,
            [
                "./f.go:8:1: label L already defined at ./f.go:4:1",
                "./f.go:10:8: goto M jumps into block starting at ./f.go:11:3",
                "./f.go:14:12: continue label not defined: N",
                "./f.go:15:9: break label not defined: Q",
                "./f.go:17:7: goto X jumps over declaration of y at ./f.go:18:4",
                "./f.go:21:2: fallthrough statement out of place",
                "./f.go:23:3: break is not in a loop, switch, or select",
            ]
        );
    }

    #[test]
    fn errors_come_with_snippet_and_help() {
        let text = rendered("package main\nfunc main()\n{\n}\n");
        assert!(
            text.starts_with(
                "./f.go:3:1: syntax error: unexpected semicolon or newline before {\n"
            ),
            "{text}"
        );
        assert!(text.contains("help: the opening brace"), "{text}");
    }

    #[test]
    fn dumps_show_positions() {
        let map = SourceMap::new();
        let id = map.add_file("f.go", b"package p\nvar x = f(a + 1)\n".to_vec());
        let names = Interner::new();
        let (file, _) = parse_file(&map, id, &names);
        let want = "File p @1:1\n  VarSpec x @2:5\n    value: CallExpr @2:10\n      fun: Ident f @2:9\n      arg: BinaryExpr + @2:13\n        Ident a @2:11\n        BasicLit Int 1 @2:15\n";
        assert_eq!(dump_ast(&map, &file, &names), want);
        let tokens = dump_tokens(&map, id, &names);
        assert!(tokens.contains("1:10     op       ; (newline)"), "{tokens}");
    }
}
