//! The library: Go source that is part of the binary, with its outline.

use crate::base::SourceMap;
use crate::base::Text;
use crate::check::Library;
use crate::syntax::outline::Outline;
use crate::types::Types;
use std::sync::Arc;

/// What the build script made of the folder `stdlib`.
static OUTLINE: Outline = Outline::new(
    include_bytes!(concat!(env!("OUT_DIR"), "/library.tables")),
    include_bytes!(concat!(env!("OUT_DIR"), "/library.text")),
);

/// The library of a program.
pub fn library(types: &Types, sources: &Arc<SourceMap>) -> Arc<Library> {
    let library = Arc::new(Library::new(OUTLINE, sources.clone()));
    types.set_declarer(library.clone());
    library
}

/// Whether the library has a package of this path.
pub fn has_library_package(path: &str) -> bool {
    OUTLINE.find_package(path).is_some()
}

/// The paths of all library packages that programs may import.
pub fn library_paths() -> Vec<String> {
    let paths = OUTLINE.packages().map(|p| OUTLINE.path(p));
    paths
        .filter(|p| p.split('/').all(|part| part != "internal"))
        .map(str::to_string)
        .collect()
}

/// The paths that a library package imports.
pub(super) fn imports(path: &str) -> Vec<String> {
    let Some(p) = OUTLINE.find_package(path) else {
        return Vec::new();
    };
    OUTLINE.needs(p).map(str::to_string).collect()
}

/// The source files of a library package, each with its name.
pub fn library_files(path: &str) -> Vec<(String, Text)> {
    let Some(p) = OUTLINE.find_package(path) else {
        return Vec::new();
    };
    OUTLINE
        .files(p)
        .map(|f| (OUTLINE.file_name(f).to_string(), OUTLINE.file_text(f)))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::Interner;
    use crate::base::Span;
    use crate::check;
    use crate::driver::loader;
    use crate::syntax;
    use crate::syntax::ast::DeclKind;
    use crate::syntax::ast::ExprKind;
    use crate::syntax::ast::File;
    use crate::syntax::outline::DeclSort;

    /// A declared name: what, where, method of what, of a pointer, with a body.
    type Entry = (DeclSort, Span, Option<String>, bool, bool);

    fn entries(file: &File, names: &Interner) -> Vec<Entry> {
        let mut out = Vec::new();
        for &d in &file.decls {
            let plain = |sort, id| (sort, file.ident(id).span, None, false, false);
            match &file.decl(d).kind {
                DeclKind::BadDecl | DeclKind::ImportSpec(_) => {}
                DeclKind::ConstSpec(s) => {
                    out.extend(s.names.iter().map(|n| plain(DeclSort::Const, *n)))
                }
                DeclKind::VarSpec(s) => {
                    out.extend(s.names.iter().map(|n| plain(DeclSort::Var, *n)))
                }
                DeclKind::TypeSpec(s) => out.push(plain(DeclSort::Type, s.name)),
                DeclKind::FuncDecl(s) => {
                    let mut entry = plain(DeclSort::Func, s.name);
                    entry.4 = s.body.is_some();
                    if let Some(recv) = s.recv {
                        let mut base = file.field(recv).ty;
                        if let ExprKind::StarExpr { x } = file.expr(base).kind {
                            (base, entry.3) = (x, true);
                        }
                        if let ExprKind::IndexExpr { x, .. } = &file.expr(base).kind {
                            base = *x;
                        }
                        let base = file.as_ident(base).map(|id| file.name_of(id));
                        entry.0 = DeclSort::Method;
                        entry.2 = base.map(|b| names.resolve(b).to_string());
                    }
                    out.push(entry);
                }
            }
        }
        out
    }

    /// A dump without its first line and without imports.
    fn declarations(dump: &str) -> String {
        let mut out = String::new();
        let mut import = false;
        for line in dump.lines().skip(1) {
            if !line.starts_with("   ") {
                import = line.starts_with("  ImportSpec");
            }
            if !import {
                out.push_str(line);
                out.push('\n');
            }
        }
        out
    }

    #[test]
    fn the_outline_says_what_the_parser_finds() {
        let mut seen = 0;
        for p in OUTLINE.packages() {
            let (map, names) = (SourceMap::new(), Arc::new(Interner::new()));
            let mut needs = Vec::new();
            let mut methods: Vec<(String, String)> = Vec::new();
            let mut rest = OUTLINE.decls(p).peekable();
            for f in OUTLINE.files(p) {
                let name = OUTLINE.file_name(f);
                let id = map.add_file(name, OUTLINE.file_text(f));
                let base = map.file(id).base();
                let (file, found) = syntax::parse_file(&map, id, &names);
                assert!(found.is_empty(), "{name}: {found:?}");
                let package = file.name.map(|n| names.resolve(file.name_of(n)));
                assert_eq!(package, Some(OUTLINE.name(p)), "{name}");

                let imports: Vec<String> = loader::imports(&file, &names)
                    .into_iter()
                    .map(|i| i.0)
                    .collect();
                let found: Vec<&str> = OUTLINE.imports(f).map(|i| i.path).collect();
                assert_eq!(found, imports, "{name}");
                let given: Vec<&str> = file
                    .imports()
                    .map(|(_, s)| s.name.map_or("", |n| names.resolve(file.name_of(n))))
                    .collect();
                let found: Vec<&str> = OUTLINE.imports(f).map(|i| i.name).collect();
                assert_eq!(found, given, "{name}");
                for path in imports {
                    if !needs.contains(&path) {
                        needs.push(path);
                    }
                }

                let mut dumps = String::new();
                let mut last = None;
                for want in entries(&file, &names) {
                    let d = rest.next().expect("as many declarations");
                    let at = OUTLINE.decl(d);
                    let lo = base.plus(at.at);
                    let span = Span::new(lo, lo.plus(OUTLINE.decl_name(d).len() as u32));
                    let got = (at.sort, span, want.2.clone(), at.pointer, at.body);
                    assert_eq!(got, want, "{name}: {}", OUTLINE.decl_name(d));
                    assert_eq!(map.text(span), OUTLINE.decl_name(d).as_bytes());
                    assert_eq!(OUTLINE.piece(at.piece).0, f);
                    assert!(OUTLINE.siblings(d).any(|s| s == d));
                    if last != Some(at.piece) {
                        last = Some(at.piece);
                        let piece = OUTLINE.parse(at.piece, id, &map, &names);
                        dumps += &declarations(&syntax::dump_ast(&map, &piece, &names));
                    }
                    if let Some(recv) = want.2 {
                        methods.push((recv, OUTLINE.decl_name(d).to_string()));
                    } else if !matches!(OUTLINE.decl_name(d), "_" | "init") {
                        assert_eq!(OUTLINE.find(p, OUTLINE.decl_name(d)), Some(d));
                    }
                    seen += 1;
                }
                let whole = declarations(&syntax::dump_ast(&map, &file, &names));
                assert!(dumps == whole, "{name}: {dumps}\n{whole}");
            }
            assert!(rest.next().is_none(), "{}", OUTLINE.path(p));
            assert_eq!(OUTLINE.needs(p).collect::<Vec<_>>(), needs);
            for d in OUTLINE.decls(p) {
                let found = OUTLINE.decl(d);
                if found.sort != DeclSort::Type {
                    continue;
                }
                let mut next = found.next;
                let mut list = Vec::new();
                while let Some(m) = next {
                    list.push(OUTLINE.decl_name(m).to_string());
                    next = OUTLINE.decl(m).next;
                }
                let of = |m: &&(String, String)| m.0 == OUTLINE.decl_name(d);
                let want: Vec<String> = methods.iter().filter(of).map(|m| m.1.clone()).collect();
                assert_eq!(list, want, "{}", OUTLINE.decl_name(d));
            }
            let inits = OUTLINE.decls(p).filter(|d| {
                OUTLINE.decl(*d).sort == DeclSort::Func && OUTLINE.decl_name(*d) == "init"
            });
            assert!(OUTLINE.inits(p).eq(inits));
            assert_eq!(OUTLINE.find(p, "no such name"), None);
        }
        assert!(seen > 3000, "{seen}");
    }

    /// Declares everything and checks all bodies, which programs do only as far as they need it.
    #[test]
    fn the_whole_library_is_right() {
        let sources = Arc::new(SourceMap::new());
        let types = Types::new(Arc::new(Interner::new()));
        let library = library(&types, &sources);
        let conf = check::Config {
            types: &types,
            sources: &sources,
            importer: &Nothing,
            lang: check::GoVersion::CURRENT,
            library: true,
            allow_bodyless: true,
            allow_missing_main: true,
        };
        let mut checked = 0;
        for p in OUTLINE.packages() {
            let path = OUTLINE.path(p);
            let package = library.open(&types, path).expect("known");
            let mut funcs = package.inits.clone();
            for (_, o) in types.elems(types.package(package.id).scope) {
                let object = types.object(o);
                assert!(object.ty().is_some(), "{path}: {}", types.name(o));
                funcs.extend(object.is_func().then_some(o));
                if object.is_type_name()
                    && let Some((t, n)) = types.as_named(object.ty_or_invalid())
                    && n.obj == o
                {
                    funcs.extend(types.methods(t));
                }
            }
            for f in funcs {
                types.ensure_declared(f);
                assert!(package.sig(f).is_some(), "{path}: {}", types.name(f));
                if let Some(body) = check::check_body(conf, &package, f) {
                    assert!(body.diagnostics.is_empty(), "{:?}", body.diagnostics);
                    checked += 1;
                }
            }
        }
        assert!(
            library.diagnostics().is_empty(),
            "{:?}",
            library.diagnostics()
        );
        assert!(checked > 2000, "{checked}");
    }

    /// Bodies import nothing.
    struct Nothing;

    impl check::Importer for Nothing {
        fn import(&self, path: &str) -> Result<crate::types::PackageId, check::ImportError> {
            let message = path.to_string();
            Err(check::ImportError { message })
        }
    }

    #[test]
    fn paths() {
        assert!(
            has_library_package("net/http") == std::path::Path::new("stdlib/net/http").exists()
        );
        assert!(has_library_package("container/heap") && !has_library_package("container"));
        let paths = library_paths();
        assert!(paths.is_sorted() && paths.iter().any(|p| p == "fmt"));
        assert!(!paths.iter().any(|p| p.contains("internal")));
    }
}
