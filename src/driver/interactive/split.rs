//! An entry taken apart: runs of declarations and runs of statements, in source order.

use crate::base::Interner;
use crate::base::SourceMap;
use crate::base::Span;
use crate::check::Segment;
use crate::syntax;
use crate::syntax::ast::DeclId;
use crate::syntax::ast::File;
use crate::syntax::ast::StmtId;
use crate::syntax::ast::StmtKind;

/// What stands at the top of an entry.
enum Top {
    Decl,
    Stmt(StmtId),
}

/// The segments of a parsed entry. What is left of the tree holds its statements.
pub fn split(map: &SourceMap, names: &Interner, mut file: File) -> (File, Vec<Segment>) {
    let mut items: Vec<(u32, Top)> = Vec::new();
    for &d in &file.decls {
        items.push((file.decl(d).keyword.0, Top::Decl));
    }
    for &s in &file.stmts {
        let top = match file.stmt(s).kind {
            StmtKind::DeclStmt { .. } => Top::Decl,
            StmtKind::EmptyStmt => continue,
            _ => Top::Stmt(s),
        };
        items.push((file.stmt(s).span.lo, top));
    }
    items.sort_by_key(|i| i.0);
    if items.iter().all(|i| matches!(i.1, Top::Decl)) {
        let nothing = File::new(file.id, file.span);
        hoist(&mut file);
        let segments = if items.is_empty() {
            Vec::new()
        } else {
            vec![Segment::Decls(file)]
        };
        return (nothing, segments);
    }
    let mut out = Vec::new();
    let mut k = 0;
    while k < items.len() {
        let from = k;
        let decls = matches!(items[k].1, Top::Decl);
        while k < items.len() && matches!(items[k].1, Top::Decl) == decls {
            k += 1;
        }
        if decls {
            let part = Span {
                lo: items[from].0,
                hi: items.get(k).map_or(file.span.hi, |i| i.0),
            };
            let mut part = syntax::parse_repl_part(map, file.id, part, names);
            hoist(&mut part);
            out.push(Segment::Decls(part));
        } else {
            let stmts = items[from..k].iter().filter_map(|i| match i.1 {
                Top::Stmt(s) => Some(s),
                Top::Decl => None,
            });
            out.push(Segment::Stmts(stmts.collect()));
        }
    }
    (file, out)
}

/// Makes the declarations that were parsed as statements those of the file.
fn hoist(file: &mut File) {
    let mut decls: Vec<DeclId> = std::mem::take(&mut file.decls);
    for s in std::mem::take(&mut file.stmts) {
        if let StmtKind::DeclStmt { decls: list } = &file.stmt(s).kind {
            decls.extend(list.iter());
        }
    }
    decls.sort_by_key(|d| file.decl(*d).span.lo);
    file.decls = decls;
}
