//! Small programs and what is wrong with them, in Go's words.

use std::sync::Arc;

use super::*;
use crate::base::Interner;
use crate::diag::select;
use crate::syntax::parse_file;

/// An importer that knows no packages.
pub(super) struct NoImports;

impl Importer for NoImports {
    fn import(&self, path: &str) -> Result<PackageId, ImportError> {
        Err(ImportError {
            message: format!("package {path} is not in std"),
        })
    }
}

fn location(map: &SourceMap, at: Span) -> String {
    map.location(at.start())
        .map_or("-".into(), |l| format!("{}:{}", l.line, l.col))
}

/// What the checker says about a file, in Go's order: `line:col: message` with continuation lines (`@line:col: message` where they have
/// places of their own).
fn errors_of(src: &str) -> Vec<String> {
    let map = SourceMap::new();
    let names = Arc::new(Interner::new());
    let id = map.add_file("x.go", src.as_bytes().to_vec());
    let (file, mut diags) = parse_file(&map, id, &names);
    if diags.is_empty() {
        let types = Types::new(names);
        let conf = Config {
            types: &types,
            sources: &map,
            importer: &NoImports,
            lang: GoVersion::CURRENT,
            library: false,
            allow_bodyless: true,
            allow_missing_main: true,
        };
        diags = check_package(conf, "main", vec![file]).diagnostics;
    }
    let (shown, _) = select(&map, &diags, None);
    shown
        .iter()
        .map(|d| {
            let mut s = format!("{}: {}", location(&map, d.span), d.message);
            for (at, text) in &d.related {
                s.push_str(&format!("\n\t@{}: {text}", location(&map, *at)));
            }
            s
        })
        .collect()
}

/// Prints what is wrong with the files named in `GOLITE_CHECK`, for comparison with other tools. Packages come from the
/// list in `GOLITE_STD`.
#[test]
#[ignore = "prints findings for comparison with other tools"]
fn print_errors() {
    let text = std::fs::read_to_string(std::env::var("GOLITE_STD").unwrap_or_default())
        .unwrap_or_default();
    let types = Types::new(Arc::new(Interner::new()));
    let sources = SourceMap::new();
    let importer = ListImporter::new(&types, &sources, &text, true);
    for path in std::env::var("GOLITE_CHECK")
        .unwrap_or_default()
        .split_whitespace()
    {
        let src = std::fs::read(path).unwrap();
        let name = path.rsplit('/').next().unwrap();
        let id = sources.add_file(name, src);
        let (file, mut diags) = parse_file(&sources, id, types.interner());
        if diags.is_empty() {
            let conf = Config {
                library: false,
                allow_bodyless: false,
                ..importer.config()
            };
            let main = file
                .name
                .is_some_and(|n| types.str(file.name_of(n)) == "main");
            diags = check_package(
                conf,
                if main {
                    "main"
                } else {
                    "command-line-arguments"
                },
                vec![file],
            )
            .diagnostics;
        }
        let (shown, _) = select(&sources, &diags, None);
        let mut out = String::new();
        for d in shown {
            out.push_str(&format!(
                "./{name}:{}: {}\n",
                location(&sources, d.span),
                d.message
            ));
            for (at, text) in &d.related {
                out.push_str(&format!("\t./{name}:{}: {text}\n", location(&sources, *at)));
            }
        }
        if let Ok(dir) = std::env::var("GOLITE_OUT") {
            std::fs::write(format!("{dir}/{name}.got"), out).unwrap();
        } else {
            print!("{out}");
        }
    }
}

#[test]
fn recursive_types() {
    assert_eq!(
        errors_of(
            "package main\ntype T T\ntype A struct{ b B }\ntype B struct{ a A }\ntype L struct{ next *L }\n"
        ),
        [
            "2:6: invalid recursive type: T refers to itself",
            "3:6: invalid recursive type A\n\t@3:6: A refers to B\n\t@4:6: B refers to A",
        ]
    );
}

#[test]
fn duplicates() {
    assert_eq!(
        errors_of(
            "package main\ntype T struct{ a, a int }\nfunc (T) m() {}\nfunc (T) m() {}\ntype T int\n"
        ),
        [
            "2:19: a redeclared\n\t@2:16: other declaration of a",
            "4:10: method T.m already declared at ./x.go:3:10",
            "5:6: T redeclared in this block\n\t@2:6: other declaration of T",
        ]
    );
}

/// Packages from a list of `path dir file...` lines, checked when first imported.
struct ListImporter<'a> {
    types: &'a Types,
    sources: &'a SourceMap,
    list: std::collections::HashMap<String, Vec<String>>,
    done: parking_lot::Mutex<std::collections::HashMap<String, PackageId>>,
    program: Program,
    library: bool,
}

impl<'a> ListImporter<'a> {
    fn new(
        types: &'a Types,
        sources: &'a SourceMap,
        list: &str,
        library: bool,
    ) -> ListImporter<'a> {
        let mut map = std::collections::HashMap::new();
        for line in list.lines() {
            let mut words = line.split_whitespace();
            let (Some(path), Some(dir)) = (words.next(), words.next()) else {
                continue;
            };
            map.insert(
                path.to_string(),
                words.map(|f| format!("{dir}/{f}")).collect(),
            );
        }
        ListImporter {
            types,
            sources,
            list: map,
            done: Default::default(),
            program: Program::new(),
            library,
        }
    }

    fn config(&self) -> Config<'_> {
        Config {
            types: self.types,
            sources: self.sources,
            importer: self,
            lang: GoVersion::CURRENT,
            library: self.library,
            allow_bodyless: true,
            allow_missing_main: true,
        }
    }
}

impl Importer for ListImporter<'_> {
    fn import(&self, path: &str) -> Result<PackageId, ImportError> {
        let path = if self.list.contains_key(path) {
            path.to_string()
        } else {
            format!("vendor/{path}")
        };
        if let Some(p) = self.done.lock().get(&path) {
            return Ok(*p);
        }
        let Some(files) = self.list.get(&path) else {
            return Err(ImportError {
                message: format!("package {path} is not in std"),
            });
        };
        let mut trees = Vec::new();
        for f in files {
            let id = self.sources.add_file(f.as_str(), std::fs::read(f).unwrap());
            let (tree, diags) = parse_file(self.sources, id, self.types.interner());
            for d in diags {
                println!("{f}:{}: {}", location(self.sources, d.span), d.message);
            }
            trees.push(tree);
        }
        let checked = check_package(self.config(), &path, trees);
        for d in &checked.diagnostics {
            let file = self
                .sources
                .file_of(d.span.start())
                .map_or("-", |f| self.sources.file(f).name());
            println!("{file}:{}: {}", location(self.sources, d.span), d.message);
        }
        let id = checked.id;
        self.program.add(checked);
        self.done.lock().insert(path, id);
        Ok(id)
    }
}

/// Checks all packages of the list in the file `GOLITE_STD`, which should have no errors.
#[test]
#[ignore = "needs a list of packages in GOLITE_STD"]
fn check_list() {
    let Ok(list) = std::env::var("GOLITE_STD") else {
        return;
    };
    let text = std::fs::read_to_string(list).unwrap();
    let types = Types::new(Arc::new(Interner::new()));
    let sources = SourceMap::new();
    let importer = ListImporter::new(
        &types,
        &sources,
        &text,
        std::env::var("GOLITE_LIBRARY").is_ok(),
    );
    let start = std::time::Instant::now();
    for path in text.lines().filter_map(|l| l.split_whitespace().next()) {
        let _ = importer.import(path);
    }
    println!(
        "{:?}, {} types, {} packages",
        start.elapsed(),
        types.type_count(),
        importer.program.packages().count()
    );
}

#[test]
fn constraint_errors() {
    let src = "package main\n\
        type St interface{ String() string }\n\
        type L[T St] []T\n\
        type P int\n\
        func (*P) String() string\n\
        type Num interface{ int8 | ~float64 }\n\
        type S[T Num] []T\n\
        type M int8\n\
        var a L[P]\n\
        var b S[M]\n\
        var c S[string]\n\
        var d L\n";
    assert_eq!(
        errors_of(src),
        [
            "9:9: P does not satisfy St (method String has pointer receiver)",
            "10:9: M does not satisfy Num (possibly missing ~ for int8 in Num)",
            "11:9: string does not satisfy Num (string missing in int8 | ~float64)",
            "12:7: cannot use generic type L[T St] without instantiation",
        ]
    );
}

#[test]
fn initialization() {
    let src = "package main\n\
        var a = b\n\
        var b = f()\n\
        func f() int { return a }\n\
        const c = d + 1\n\
        const d = c\n\
        type T [len(x)]int\n\
        var x T\n";
    assert_eq!(
        errors_of(src),
        [
            "2:5: initialization cycle for a\n\t@2:5: a refers to b\n\t@3:5: b refers to f\n\t@4:6: f refers to a",
            "5:7: initialization cycle for c\n\t@5:7: c refers to d\n\t@6:7: d refers to c",
            "7:6: invalid recursive type T\n\t@7:6: T refers to x\n\t@8:5: x refers to T",
        ]
    );
}

#[test]
fn inference() {
    let src = "package main\n\
        func f[K comparable, V any](m map[K]V, k K) V { return m[k] }\n\
        func g[T any](x, y T) {}\n\
        func h[T any]() {}\n\
        func main() {\n\
        var s string = f(map[string]int{}, \"a\")\n\
        g(1, \"a\")\n\
        g(1, 2.5)\n\
        h()\n\
        _ = s\n\
        }\n";
    assert_eq!(
        errors_of(src),
        [
            "6:16: cannot use f(map[string]int{}, \"a\") (value of type int) as string value in variable declaration",
            "7:6: in call to g, mismatched types untyped int and untyped string (cannot infer T)",
            "9:2: in call to h, cannot infer T (declared at ./x.go:4:8)",
        ]
    );
}
