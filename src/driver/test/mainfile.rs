//! The main function of a test program, as Go source: tables of what the test files have, and a call of testing.MainStart.

use super::cover::Counted;
use super::cover::Mode;
use super::discover::Found;
use std::fmt::Write;

/// What the main function is made of.
pub struct Parts<'a> {
    /// The import path of the package under test.
    pub path: &'a str,
    /// The path of its module.
    pub module: &'a str,
    /// Whether the package itself has files (tests included).
    pub has_package: bool,
    /// Whether there is a package with `_test` after its name.
    pub has_external: bool,
    /// What the package's own test files have.
    pub own: &'a Found,
    /// What those of the other package have.
    pub external: &'a Found,
    /// The files whose runs are counted.
    pub counted: Option<(Mode, &'a [Counted], String)>,
}

/// The name of the array of counters of the n-th counted file.
pub fn counters_name(n: usize) -> String {
    format!("counters{n}")
}

fn quoted(s: &str) -> String {
    crate::constant::quote(s.as_bytes())
}

/// Writes the source.
pub fn write(p: &Parts<'_>) -> String {
    let mut s = String::from(
        "package main\n\nimport (\n\t\"os\"\n\t\"testing\"\n\t\"testing/internal/testdeps\"\n",
    );
    let packages = [
        ("own", p.has_package, p.own, p.path.to_string()),
        (
            "external",
            p.has_external,
            p.external,
            format!("{}_test", p.path),
        ),
    ];
    for (name, exists, found, path) in &packages {
        if *exists {
            let name = if found.is_empty() { "_" } else { name };
            let _ = writeln!(s, "\t{name} {}", quoted(path));
        }
    }
    s.push_str(")\n");
    let table = |s: &mut String, name: &str, ty: &str, pick: &dyn Fn(&Found) -> Vec<String>| {
        let _ = writeln!(s, "\nvar {name} = []testing.{ty}{{");
        for (package, _, found, _) in &packages {
            for f in pick(found) {
                let _ = writeln!(s, "\t{{{}, {package}.{f}}},", quoted(&f));
            }
        }
        s.push_str("}\n");
    };
    table(&mut s, "tests", "InternalTest", &|f| f.tests.clone());
    table(&mut s, "benchmarks", "InternalBenchmark", &|f| {
        f.benchmarks.clone()
    });
    table(&mut s, "targets", "InternalFuzzTarget", &|f| {
        f.targets.clone()
    });
    s.push_str("\nvar examples = []testing.InternalExample{\n");
    for (package, _, found, _) in &packages {
        for e in &found.examples {
            let (name, output) = (&e.name, quoted(&e.output));
            let _ = writeln!(
                s,
                "\t{{{}, {package}.{name}, {output}, {}}},",
                quoted(name),
                e.unordered
            );
        }
    }
    s.push_str("}\n");
    if let Some((mode, counted, of)) = &p.counted {
        counters(&mut s, *mode, counted, of);
    }
    s.push_str("\nfunc main() {\n");
    let _ = writeln!(s, "\ttestdeps.ImportPath = {}", quoted(p.path));
    let _ = writeln!(s, "\ttestdeps.ModulePath = {}", quoted(p.module));
    s.push_str(
        "\tm := testing.MainStart(testdeps.TestDeps{}, tests, benchmarks, targets, examples)\n",
    );
    match packages.iter().find(|p| p.2.main) {
        Some((package, ..)) => {
            let _ = writeln!(s, "\t{package}.TestMain(m)\n\tos.Exit(testdeps.ExitCode)");
        }
        None => s.push_str("\tos.Exit(m.Run())\n"),
    }
    s.push_str("}\n");
    s
}

/// Arrays of counters, and an init function that tells package testing about them.
fn counters(s: &mut String, mode: Mode, counted: &[Counted], of: &str) {
    for (n, c) in counted.iter().enumerate() {
        let _ = writeln!(s, "\nvar {} [{}]uint32", counters_name(n), c.blocks.len());
    }
    s.push_str("\nfunc init() {\n\ttesting.RegisterCover(testing.Cover{\n");
    let _ = writeln!(s, "\t\tMode: {},", quoted(mode.name()));
    let _ = writeln!(s, "\t\tCoveredPackages: {},", quoted(of));
    s.push_str("\t\tCounters: map[string][]uint32{\n");
    for (n, c) in counted.iter().enumerate() {
        let _ = writeln!(s, "\t\t\t{}: {}[:],", quoted(&c.name), counters_name(n));
    }
    s.push_str("\t\t},\n\t\tBlocks: map[string][]testing.CoverBlock{\n");
    for c in counted {
        let _ = writeln!(s, "\t\t\t{}: {{", quoted(&c.name));
        for b in &c.blocks {
            let ((l0, c0), (l1, c1)) = (b.start, b.end);
            let _ = writeln!(s, "\t\t\t\t{{{l0}, {c0}, {l1}, {c1}, {}}},", b.stmts);
        }
        s.push_str("\t\t\t},\n");
    }
    s.push_str("\t\t},\n\t})\n}\n");
}
