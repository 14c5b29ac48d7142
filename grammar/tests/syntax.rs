//! The front end on whole texts: gc's error words, semicolons, tree shapes, bounds, REPL entries.

use golite_grammar::ast::{DeclKind, ExprKind, StmtKind};
use golite_grammar::base::{Interner, Pos, SourceMap};
use golite_grammar::lexer::lex;
use golite_grammar::parse::{Mode, Parsed, parse, parse_library};
use golite_grammar::token::{Semi, Tok};

fn parse_text(mode: Mode, src: &str, names: &Interner) -> (Parsed, Vec<String>) {
    let map = SourceMap::new();
    let id = map.add_file("f.go", src.as_bytes().to_vec());
    let file = map.file(id);
    let parsed = parse(mode, file.src(), id, file.base(), names);
    let shown = parsed.errors.iter().map(|e| {
        let l = map.location(e.span.start()).expect("errors have a place");
        format!("{}:{}: {}", l.line, l.col, e.message)
    });
    let shown = shown.collect();
    (parsed, shown)
}

/// The expectations were compared with those of `go tool compile`.
#[test]
fn errors_are_gc_s() {
    let mut wrong = String::new();
    for case in include_str!("errors.txt").split("===\n").skip(1) {
        let (src, want) = case
            .split_once("\n---\n")
            .expect("a program and its errors");
        let (_, got) = parse_text(Mode::File, &format!("{src}\n"), &Interner::new());
        let want: Vec<&str> = want.lines().collect();
        if got != want {
            wrong.push_str(&format!("{src}\nwant {want:#?}\ngot {got:#?}\n\n"));
        }
    }
    assert!(wrong.is_empty(), "{wrong}");
}

#[test]
fn semicolons_are_inserted() {
    let names = Interner::new();
    let src = "x++\n\n// c\nreturn /* a\nb */ f(\n) + \ny";
    let semis: Vec<(u32, Semi)> = lex(src.as_bytes(), Pos(1), &names)
        .tokens
        .iter()
        .filter_map(|t| match t.tok {
            Tok::Semi(s) => Some((t.span.lo - 1, s)),
            _ => None,
        })
        .collect();
    assert_eq!(
        semis,
        [
            (3, Semi::Newline),
            (17, Semi::Newline),
            (src.len() as u32, Semi::Eof)
        ]
    );
}

#[test]
fn trees_have_the_right_shape() {
    let names = Interner::new();
    let expr = |src: &str| {
        let (parsed, errors) = parse_text(Mode::Expr, src, &names);
        assert_eq!(errors, [""; 0], "{src}");
        let x = parsed.file.expr.expect("an expression");
        (
            parsed.file.expr_string(x, &names),
            parsed.file.expr(x).kind.clone(),
        )
    };
    for (src, want) in [
        ("a+b*c", "a + b * c"),
        ("<-chan int", "<-chan int"),
        ("<-chan int(x)", "<-chan int(x)"),
        (
            "func(a, b int, c ...string) (x int)",
            "func(a, b int, c ...string) (x int)",
        ),
        ("func(int) int(f)", "func(int) int(f)"),
        (
            "struct{ a, b int; T `tag` }{1, 2}",
            "struct{a, b int; T `tag`}{…}",
        ),
        (
            "interface{ m(); ~int|string }.m",
            "interface{m(); ~int | string}.m",
        ),
        ("m[K, V]{a: {1}}", "m[K, V]{…}"),
        ("x.(type)", "x.(type)"),
        ("a[1:2:3]", "a[1:2:3]"),
        ("[...]int{1}", "[...]int{…}"),
        ("func() { x }", "func() {…}"),
    ] {
        assert_eq!(expr(src).0, want);
    }
    assert!(matches!(
        expr("<-chan int(x)").1,
        ExprKind::UnaryExpr { .. }
    ));
    assert!(matches!(expr("<-chan int").1, ExprKind::ChanType { .. }));
}

#[test]
fn constants_repeat() {
    let names = Interner::new();
    let (parsed, errors) = parse_text(
        Mode::File,
        "package p\nconst (\n a = iota\n b\n c int = 1\n d\n)\n",
        &names,
    );
    assert_eq!(errors, [""; 0]);
    let specs: Vec<(u32, Option<usize>)> = parsed
        .file
        .decls
        .iter()
        .map(|&d| match &parsed.file.decl(d).kind {
            DeclKind::ConstSpec(s) => (s.iota, s.inherited.map(|i| i.index())),
            other => panic!("{other:?}"),
        })
        .collect();
    assert_eq!(specs, [(0, None), (1, Some(0)), (2, None), (3, Some(2))]);
}

#[test]
fn depth_is_bounded() {
    let n = 50_000;
    let bodies = [
        format!("x = {}1{}", "(".repeat(n), ")".repeat(n)),
        format!("x = {}", "(".repeat(n)),
        format!("{}{}", "{".repeat(n), "}".repeat(n)),
        "{".repeat(n),
        format!("var x {}int", "[]".repeat(n)),
        format!("x = {}y", "!".repeat(n)),
        format!("x = a{}", "+a".repeat(n)),
        format!("x{}", "()".repeat(n)),
        format!("if a {{ {} }}", "} else if a {".repeat(n)),
        format!("{}x()", "L:".repeat(n)),
    ];
    for body in bodies {
        let src = format!("package p\nfunc f() {{\n{body}\n}}\n");
        let (_, errors) = parse_text(Mode::File, &src, &Interner::new());
        assert!(
            errors[0].ends_with("syntax error: exceeded max nesting depth"),
            "{}",
            errors[0]
        );
    }
    let long = format!("package p\nvar x = a{}\n", "+a".repeat(9_000));
    assert_eq!(parse_text(Mode::File, &long, &Interner::new()).1, [""; 0]);
}

#[test]
fn repl_entries() {
    let names = Interner::new();
    let entry = |src: &str| parse_text(Mode::Repl, src, &names);
    let (parsed, errors) = entry(
        "import \"fmt\"\nx := 1\nfunc f() int { return x }\nfunc (t T) m() {}\nfunc() { f() }()\n",
    );
    assert_eq!(errors, [""; 0]);
    assert_eq!((parsed.file.decls.len(), parsed.file.stmts.len()), (3, 2));
    assert!(matches!(
        parsed.file.stmt(parsed.file.stmts[0]).kind,
        StmtKind::AssignStmt { define: true, .. }
    ));
    for src in [
        "for {",
        "x := f(",
        "a +",
        "func f() {\n",
        "`abc",
        "/* abc",
        "if x {\n} else {",
        "x := []int{\n1,",
    ] {
        let (parsed, errors) = entry(src);
        assert!(parsed.incomplete && !errors.is_empty(), "{src}: {errors:?}");
    }
    for src in ["x := )", "1 2", "\"abc", "for }"] {
        assert!(!entry(src).0.incomplete, "{src}");
    }
}

#[test]
fn library_bodies_are_parsed_late() {
    let names = std::sync::Arc::new(Interner::new());
    let body = "x := []int{1, 2, 3}\nfor i := range x { println(i, x[i]) }\nvar f = func(a T) int { return a.b }\nreturn f(x)";
    let src = format!(
        "package p\nfunc a() interface{{}} {{\n{body}\n}}\nfunc (r T) b() struct{{ x int }} {{\n{body}\n}}\nfunc e() struct {{\n\tx int\n}} {{\n{body}\n}}\nfunc c()\nfunc d() {{ x() }}\nvar v = 1\n"
    );
    let map = SourceMap::new();
    let id = map.add_file("f.go", src.as_bytes().to_vec());
    let late = parse_library(map.file(id).shared(), id, map.file(id).base(), &names);
    let early = parse(
        Mode::File,
        map.file(id).src(),
        id,
        map.file(id).base(),
        &names,
    );
    assert!(late.errors.is_empty() && early.errors.is_empty());
    let bodies = |p: &Parsed| -> Vec<String> {
        let funcs = p
            .file
            .decls
            .iter()
            .filter_map(|&d| match &p.file.decl(d).kind {
                DeclKind::FuncDecl(f) => Some(f),
                _ => None,
            });
        let shown = |f| {
            p.file.func_body(f).map_or("none".to_string(), |b| {
                let stmts = b.stmts.iter().map(|&s| {
                    let s = p.file.stmt(s);
                    let detail = match &s.kind {
                        StmtKind::ReturnStmt { results } => p.file.exprs_string(results, &names),
                        StmtKind::RangeStmt { body, .. } => {
                            p.file.stmt_string(body.stmts[0], &names)
                        }
                        _ => String::new(),
                    };
                    format!("{:?} {:?} {detail}", s.span, s.pos)
                });
                stmts.collect::<Vec<_>>().join("; ")
            })
        };
        funcs.map(shown).collect()
    };
    assert_eq!(bodies(&late), bodies(&early));
}

#[test]
fn any_bytes_end_in_words() {
    let mut state = 12345u64;
    let mut next = || {
        state = state
            .wrapping_mul(6364136223846793005)
            .wrapping_add(1442695040888963407);
        (state >> 33) as u32
    };
    for _ in 0..50 {
        let src: Vec<u8> = (0..2000).map(|_| next() as u8).collect();
        let names = Interner::new();
        let map = SourceMap::new();
        let id = map.add_file("f.go", src);
        for mode in [Mode::File, Mode::Repl, Mode::Expr] {
            let file = map.file(id);
            let _ = parse(mode, file.src(), id, file.base(), &names);
        }
    }
}
