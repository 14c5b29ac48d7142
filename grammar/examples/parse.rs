//! Parses the files named on the command line (or, with `@FILE`, in a list; with `--library`, as library files) and prints what is wrong with them, and how fast it went.

use std::time::Instant;

use golite_grammar::ast::DeclKind;
use golite_grammar::base::{Interner, SourceMap};
use golite_grammar::parse::{Mode, parse, parse_library};

fn main() {
    let mut files: Vec<String> = Vec::new();
    let mut library = false;
    for arg in std::env::args().skip(1) {
        if arg == "--library" {
            library = true;
            continue;
        }
        match arg.strip_prefix('@') {
            Some(list) => files.extend(
                std::fs::read_to_string(list)
                    .unwrap_or_default()
                    .lines()
                    .map(String::from),
            ),
            None => files.push(arg),
        }
    }
    let names = std::sync::Arc::new(Interner::new());
    let (mut bad, mut bytes, mut lines, mut stmts) = (0, 0, 0, 0);
    let start = Instant::now();
    for name in &files {
        let Ok(src) = std::fs::read(name) else {
            continue;
        };
        let map = SourceMap::new();
        let id = map.add_file(name.clone(), src);
        let file = map.file(id);
        bytes += file.src().len();
        lines += file.line_count();
        let parsed = match library {
            false => parse(Mode::File, file.src(), id, file.base(), &names),
            true => parse_library(file.shared(), id, file.base(), &names),
        };
        for &d in parsed.file.decls.iter().filter(|_| library) {
            if let DeclKind::FuncDecl(f) = &parsed.file.decl(d).kind {
                stmts += parsed.file.func_body(f).map_or(0, |b| b.stmts.len());
            }
        }
        bad += usize::from(!parsed.errors.is_empty());
        for e in &parsed.errors {
            let l = map.location(e.span.start());
            println!(
                "{name}:{}:{}: {}",
                l.map_or(0, |l| l.line),
                l.map_or(0, |l| l.col),
                e.message
            );
        }
    }
    let t = start.elapsed().as_secs_f64();
    if files.len() > 1 {
        println!("{stmts} statements in late bodies");
        println!(
            "{} files, {bad} with errors, {lines} lines, {:.1} MB, {t:.2} s, {:.2} million lines/s",
            files.len(),
            bytes as f64 / 1e6,
            f64::from(lines) / t / 1e6
        );
    }
}
