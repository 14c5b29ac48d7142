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
