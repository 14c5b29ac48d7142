//! What a session answers besides running entries: files, questions about code, resets, and how long it takes.

use golite::driver::config::Config;
use golite::driver::interactive::{Ended, Hooks, Interactive};
use libtest_mimic::Trial;
use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};

pub fn trials() -> Vec<Trial> {
    let all: [(&str, fn()); 7] = [
        ("files_are_taken_over", files_are_taken_over),
        ("questions", questions),
        ("refused_by_lowering", refused_by_lowering),
        ("reset", reset),
        ("bytecode", bytecode),
        ("exit", exit),
        ("late_entries_are_fast", late_entries_are_fast),
    ];
    all.into_iter()
        .map(|(name, test)| {
            Trial::test(format!("interactive/{name}"), move || {
                test();
                Ok(())
            })
        })
        .collect()
}

/// A session and what it prints.
struct Talk {
    session: Interactive,
    printed: Arc<Mutex<Vec<u8>>>,
}

impl Talk {
    fn new() -> Talk {
        let printed = Arc::new(Mutex::new(Vec::new()));
        let sink = printed.clone();
        let hooks = Hooks {
            stdout: Some(Box::new(move |b: &[u8]| {
                sink.lock().expect("no panic while printing").extend(b)
            })),
            ..Hooks::default()
        };
        let session = Interactive::new(&Config::default(), hooks).expect("a session starts");
        Talk { session, printed }
    }

    /// What an entry prints, or the first complaint about it.
    fn say(&mut self, entry: &str) -> String {
        match self.session.prepare(entry) {
            Err(found) => format!("! {}", found[0].message),
            Ok(p) => {
                let end = self.session.run(p);
                let bytes = std::mem::take(&mut *self.printed.lock().expect("no panic"));
                let text = String::from_utf8_lossy(&bytes).into_owned();
                match end {
                    Ended::Done => text,
                    other => format!("{text}? {other:?}"),
                }
            }
        }
    }
}

fn files_are_taken_over() {
    let mut t = Talk::new();
    let file = "// A program.\npackage main\n\nimport (\n\t\"fmt\"\n\t\"os\"\n)\n\nvar greeting = greet(\"start\")\n\ntype person struct{ name string }\n\nfunc (p person) String() string { return \"<\" + p.name + \">\" }\n\nfunc greet(who string) string { return \"hello, \" + who }\n\nfunc init() { fmt.Println(\"init\", greeting) }\n\nfunc main() {\n\tfmt.Println(greet(\"main\"), person{\"p\"}, len(os.Args) >= 0)\n}\n";
    let p = t.session.prepare_file("prog.go", file).expect("is right");
    assert!(p.has_main, "{p:?}");
    assert!(p.declared.iter().any(|d| d == "greet"), "{p:?}");
    assert_eq!(t.session.run(p), Ended::Done);
    assert_eq!(t.say("main()"), "init hello, start\nhello, main <p> true\n");
    assert_eq!(t.say("greet(greeting)"), "\"hello, hello, start\" string\n");
    assert_eq!(t.say("person{\"x\"}"), "<x> person\n");
    // A file with an error changes nothing and says where it is.
    let wrong = "package main\n\nfunc greet() int { return \"\" }\n";
    let found = t
        .session
        .prepare_file("wrong.go", wrong)
        .expect_err("wrong");
    let at = t.session.sources().location(found[0].span.start());
    let at = at.expect("a place");
    assert_eq!((at.line, at.col), (3, 27));
    assert_eq!(t.say("greet(\"again\")"), "\"hello, again\" string\n");
    // A script is an entry.
    let p = t
        .session
        .prepare_file("script", "#!/usr/bin/env golite\nn := 20\nn + 1\n")
        .expect("is right");
    assert!(!p.has_main);
    t.session.run(p);
    assert_eq!(t.say("n"), "21 int\n20 int\n");
}

fn questions() {
    let mut t = Talk::new();
    t.say("type T[K comparable] struct { M map[K]int }; var v T[string]; x := 3");
    let types = [
        ("v", "T[string]"),
        ("v.M[\"a\"]", "int"),
        ("x == 3", "untyped bool"),
        ("1 << 70", "untyped int"),
        ("strings.Fields", "func(s string) []string"),
        (
            "func(a int) (b string, err error) { return }",
            "func(a int) (b string, err error)",
        ),
        ("map[string][]T[int]", "type map[string][]T[int]"),
        ("fmt.Println", "func(a ...any) (n int, err error)"),
        ("fmt.Println()", "(n int, err error)"),
    ];
    for (e, want) in types {
        assert_eq!(t.session.type_of(e).expect(e), want, "{e}");
    }
    let found = t.session.type_of("v.N").expect_err("no such field");
    assert_eq!(
        found[0].message,
        "v.N undefined (type T[string] has no field or method N)"
    );
    assert!(t.session.type_of("x +").is_err());
    assert!(t.session.check_expr_type("x").is_some());
    let names: Vec<String> = t.session.scope_names().into_iter().map(|n| n.0).collect();
    assert_eq!(names, ["T", "v", "x"]);
    assert!(t.session.object("len").is_some());
    assert!(t.session.object("nothing").is_none());
    let path = t.session.library_package("filepath");
    assert_eq!(path.as_deref(), Some("path/filepath"));
    assert!(t.session.load_package("container/heap").is_some());
    assert!(t.session.load_package("nosuch").is_none());
    let tree = t.session.ast("f(x)").expect("is right");
    assert!(tree.contains("CallExpr"), "{tree}");
    assert_eq!(t.session.entries().len(), 1);
}

fn refused_by_lowering() {
    let mut t = Talk::new();
    t.say("func twice(n int) int { return 2 * n }; before := 1");
    let refused = t.say(
        "var huge [1 << 31]byte; var l = strings.NewReplacer(\"a\", \"b\"); huge[0] = 1; twice(3)",
    );
    assert!(refused.contains("exceed 2 GiB"), "{refused}");
    assert_eq!(t.say("twice(4)"), "8 int\n");
    assert_eq!(t.say("huge"), "! undefined: huge");
    assert_eq!(t.say("after := 2; before"), "1 int\n");
    assert_eq!(
        t.say("strings.NewReplacer(\"a\", \"b\").Replace(\"aa\")"),
        "\"bb\" string\n"
    );
    assert_eq!(
        t.say("type T int; func (T) String() string { return \"T\" }; T(1)"),
        "T T\n"
    );
    let refused = t
        .say("func (T) Error() string { return \"E\" }; var huge [1 << 31]byte; huge[1] = 1; T(1)");
    assert!(refused.contains("exceed 2 GiB"), "{refused}");
    assert_eq!(t.say("T(1)"), "T T\n");
    assert_eq!(t.say("_, ok := any(T(1)).(error); ok"), "false bool\n");
}

fn reset() {
    let mut t = Talk::new();
    assert_eq!(t.say("x := 1; x"), "1 int\n");
    t.session.reset().expect("starts again");
    assert_eq!(t.say("x"), "! undefined: x");
    assert!(t.session.entries().is_empty());
    assert_eq!(t.say("fmt.Println(2)"), "2\n");
}

fn bytecode() {
    let mut t = Talk::new();
    t.say("func add(a, b int) int { return a + b }; type P struct{}; func (*P) M() { add(1, 2) }");
    let text = t.session.disassemble("add").expect("there is one");
    assert!(text.contains("main.add"), "{text}");
    t.say("func add(a, b int) int { return a - b }");
    let again = t.session.disassemble("add").expect("there is one");
    assert_ne!(text, again, "the last one of the name is shown");
    assert!(t.session.disassemble("(*P).M").is_ok());
    assert!(t.session.disassemble("strings.nosuch").is_err());
}

fn exit() {
    let mut t = Talk::new();
    assert_eq!(t.say("fmt.Println(1); os.Exit(3)"), "1\n? Exit(3)");
}

/// The thousandth entry takes as long as the tenth, and none long.
fn late_entries_are_fast() {
    let mut t = Talk::new();
    let mut entry = |i: usize| {
        let text = match i % 4 {
            0 => format!("x{i} := {i}"),
            1 => format!("x{} + 1", i - 1),
            2 => format!("func f{i}(a int) int {{ return a + x{} }}", i - 2),
            _ => format!(
                "type T{i} int; func (t T{i}) String() string {{ return \"t\" }}; fmt.Sprint(T{i}(1), f{}(2))",
                i - 1
            ),
        };
        let start = Instant::now();
        let out = t.say(&text);
        assert!(!out.starts_with(['!', '?']), "{text}: {out}");
        start.elapsed()
    };
    let mut median = |from: usize| -> Duration {
        let mut times: Vec<Duration> = (from..from + 100).map(&mut entry).collect();
        times.sort();
        times[50]
    };
    let first = median(0);
    (1..10).for_each(|k| {
        median(k * 100);
    });
    let late = median(1000);
    assert!(
        late < first * 3 + Duration::from_millis(2),
        "{first:?} {late:?}"
    );
    assert!(late < Duration::from_millis(50), "{late:?}");
}
