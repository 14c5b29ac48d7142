//! What no input may do: kill the interpreter by a signal, make it panic, or keep it from ending.
//!
//! Two kinds: sources that are broken in every way, which must be refused in time; and tests/racy, programs with
//! data races, which may print nonsense or end in Go's own fatal error, and nothing else.

use crate::process::{self, End, Outcome};
use libtest_mimic::{Failed, Trial};
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Duration;

pub fn trials() -> Vec<Trial> {
    let mut trials: Vec<Trial> = sources()
        .into_iter()
        .map(|(name, verdict, source)| {
            Trial::test(format!("hostile/{name}"), move || {
                refuse(name, verdict, &source)
            })
        })
        .collect();
    for path in crate::files("tests/racy", "go") {
        trials.push(Trial::test(crate::corpus::name(&path), move || race(&path)));
    }
    trials
}

/// What is asked of a hostile source.
#[derive(Clone, Copy, PartialEq)]
enum Verdict {
    /// Exit status 1 and a message.
    Refused,
    /// Refused, or accepted and checked: only the time and the manner count.
    Survived,
}

fn sources() -> Vec<(&'static str, Verdict, Vec<u8>)> {
    use Verdict::{Refused, Survived};
    let n = 100_000;
    let body = |text: String| format!("package main\n\nfunc main() {{\n{text}\n}}\n").into_bytes();
    let nest = |open: &str, middle: &str, close: &str| open.repeat(n) + middle + &close.repeat(n);
    let program = b"package main\n\nimport \"fmt\"\n\nfunc main() {\n\tfor i := range 3 {\n\t\tfmt.Println(\"a\\n\", 'x', i+1)\n\t}\n}\n";
    let mut all = vec![
        ("empty", Refused, Vec::new()),
        ("zero_bytes", Refused, vec![0; 20_000]),
        ("high_bytes", Refused, vec![0xff; 20_000]),
        ("garbage", Refused, garbage(20_000, 1, 0..=255)),
        ("printable_garbage", Refused, garbage(20_000, 2, 32..=126)),
        (
            "garbage_in_a_function",
            Refused,
            body(String::from_utf8_lossy(&garbage(20_000, 3, 33..=126)).into_owned()),
        ),
        (
            "nested_parentheses",
            Survived,
            body(format!("_ = {}", nest("(", "1", ")"))),
        ),
        (
            "open_parentheses",
            Refused,
            body(format!("_ = {}", "(".repeat(n))),
        ),
        ("nested_blocks", Survived, body(nest("{", "", "}"))),
        ("open_braces", Refused, body("{".repeat(n))),
        ("nested_ifs", Survived, body(nest("if true {", "", "}"))),
        (
            "nested_functions",
            Survived,
            body(format!("_ = {}", nest("func() {_ = ", "1", "}"))),
        ),
        (
            "nested_pointer_types",
            Survived,
            body(format!("var x {}int; _ = x", "*".repeat(n))),
        ),
        (
            "nested_slice_types",
            Survived,
            body(format!("var x {}int; _ = x", "[]".repeat(n))),
        ),
        (
            "nested_array_types",
            Survived,
            body(format!("var x {}int; _ = x", "[1]".repeat(n))),
        ),
        (
            "nested_function_types",
            Survived,
            body(format!("var x {}; _ = x", nest("func(", "", ")"))),
        ),
        (
            "nested_struct_types",
            Survived,
            body(format!("var x {}; _ = x", nest("struct{a ", "int", "}"))),
        ),
        (
            "nested_composite_literals",
            Survived,
            body(format!("_ = []any{}", nest("{", "", "}"))),
        ),
        (
            "nested_index_expressions",
            Refused,
            body(format!("_ = {}", nest("a[", "1", "]"))),
        ),
        (
            "nested_calls",
            Refused,
            body(format!("_ = {}", nest("f(", "1", ")"))),
        ),
        (
            "long_unary_chain",
            Survived,
            body(format!("_ = {}1", "-".repeat(n).replace("--", "- -"))),
        ),
        (
            "long_binary_chain",
            Survived,
            body(format!("x := 1; _ = x{}", "+x".repeat(n))),
        ),
        (
            "long_string_sum",
            Survived,
            body(format!("_ = \"\"{}", "+\"ab\"".repeat(n))),
        ),
        (
            "long_selector_chain",
            Refused,
            body(format!("_ = a{}", ".b".repeat(n))),
        ),
        (
            "long_else_if_chain",
            Survived,
            body(format!(
                "x := 1; if x == 0 {{}}{}",
                " else if x == 1 {}".repeat(10_000)
            )),
        ),
        ("huge_shift", Refused, body("_ = 1 << 100000".into())),
        (
            "huge_constant",
            Refused,
            body(format!("_ = {}", "9".repeat(n))),
        ),
        (
            "huge_exponent",
            Refused,
            body("var f float64 = 1e1000000000; _ = f".into()),
        ),
        ("tower_of_squares", Refused, tower()),
        (
            "huge_array",
            Survived,
            body("var x [1 << 60]int; _ = x".into()),
        ),
        (
            "huge_rune_literal",
            Refused,
            body(format!("_ = '{}'", "a".repeat(n))),
        ),
        (
            "unterminated_everything",
            Refused,
            body("_ = `\n/* \" '".into()),
        ),
        (
            "many_errors",
            Refused,
            body("undefined1()\n".repeat(20_000)),
        ),
        ("many_declarations", Survived, many_declarations()),
        ("deep_embedding", Survived, deep_embedding()),
        ("self_instantiation", Refused, self_instantiation()),
        ("only_comments", Refused, b"// nothing\n".repeat(1000)),
        (
            "byte_order_mark_inside",
            Refused,
            body("\u{feff}x := 1".into()),
        ),
    ];
    let mut cut = Vec::new();
    for at in 0..program.len() {
        cut.push((at, program[..at].to_vec()));
    }
    // One trial for all of them: starting a process is what takes time.
    all.push((
        "truncated",
        Survived,
        cut.into_iter()
            .flat_map(|(_, mut p)| {
                p.push(SEPARATOR);
                p
            })
            .collect(),
    ));
    all
}

/// Separates the sources of a trial that has several.
const SEPARATOR: u8 = 0x1e;

fn garbage(length: usize, seed: u32, range: std::ops::RangeInclusive<u8>) -> Vec<u8> {
    let span = u32::from(range.end() - range.start()) + 1;
    let mut state = seed;
    let mut byte = || {
        state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        range.start() + ((state >> 16) % span) as u8
    };
    (0..length)
        .map(|_| byte())
        .filter(|b| *b != SEPARATOR)
        .collect()
}

fn tower() -> Vec<u8> {
    let mut text = String::from("package main\n\nconst c0 = 1 << 400\n");
    for i in 1..40 {
        text.push_str(&format!("const c{i} = c{0} * c{0}\n", i - 1));
    }
    text.push_str("\nfunc main() {}\n");
    text.into_bytes()
}

fn many_declarations() -> Vec<u8> {
    let mut text = String::from("package main\n\n");
    for i in 0..20_000 {
        text.push_str(&format!("var v{i} = v{}\n", i + 1));
    }
    text.push_str("var v20000 = 1\n\nfunc main() {}\n");
    text.into_bytes()
}

fn deep_embedding() -> Vec<u8> {
    let mut text = String::from("package main\n\ntype t0 struct{ x int }\n");
    for i in 1..3000 {
        text.push_str(&format!("type t{i} struct{{ t{} }}\n", i - 1));
    }
    text.push_str("\nfunc main() { var v t2999; _ = v.x }\n");
    text.into_bytes()
}

fn self_instantiation() -> Vec<u8> {
    b"package main\n\ntype T[P any] struct{ f *T[T[P]] }\n\nfunc f[P any](n int) { f[[]P](n) }\n\nfunc main() { f[int](1); var t T[int]; _ = t }\n"
        .to_vec()
}

fn refuse(name: &str, verdict: Verdict, sources: &[u8]) -> Result<(), Failed> {
    let dir = Path::new(env!("CARGO_TARGET_TMPDIR")).join("hostile");
    std::fs::create_dir_all(&dir).map_err(|e| e.to_string())?;
    let mut parts: Vec<&[u8]> = sources.split(|b| *b == SEPARATOR).collect();
    if parts.len() > 1 {
        parts.pop();
    }
    for (number, source) in parts.iter().enumerate() {
        let file: PathBuf = dir.join(format!("{name}{number}.go"));
        std::fs::write(&file, source).map_err(|e| e.to_string())?;
        let mut command = Command::new(env!("CARGO_BIN_EXE_golite"));
        command.arg("check").arg(&file);
        let seen = process::run(&mut command, "", Duration::from_secs(20));
        let said = format!(
            "golite check {}\n  {}\n  {}",
            file.display(),
            seen.end,
            start(&seen.stderr)
        );
        if let Some(fault) = crash(&seen) {
            return Err(format!("{said}\n  {fault}").into());
        }
        let accepted = seen.end == End::Exit(0);
        if (accepted && verdict == Verdict::Refused) || !matches!(seen.end, End::Exit(0 | 1)) {
            return Err(format!("{said}\n  want exit 1").into());
        }
        if !accepted && seen.stderr.trim().is_empty() {
            return Err(format!("{said}\n  want a message").into());
        }
    }
    Ok(())
}

fn race(path: &Path) -> Result<(), Failed> {
    for procs in ["8", "2"] {
        let mut command = Command::new(env!("CARGO_BIN_EXE_golite"));
        command
            .current_dir(crate::root())
            .arg("run")
            .arg(format!("--procs={procs}"))
            .arg(path);
        let seen = process::run(&mut command, "", Duration::from_secs(60));
        let said = format!(
            "golite run --procs={procs} {}\n  {}\n  {}",
            path.display(),
            seen.end,
            start(&seen.stderr)
        );
        if let Some(fault) = crash(&seen) {
            return Err(format!("{said}\n  {fault}").into());
        }
        let fatal =
            seen.stderr.contains("fatal error: ") || seen.stderr.contains("panic: runtime error: ");
        if seen.end != End::Exit(0) && !(seen.end == End::Exit(2) && fatal) {
            return Err(format!("{said}\n  want exit 0 or Go's fatal error").into());
        }
    }
    Ok(())
}

/// What may never happen.
fn crash(seen: &Outcome) -> Option<String> {
    if matches!(seen.end, End::Signal(_) | End::TimedOut(_)) {
        return Some(seen.end.to_string());
    }
    for word in ["panicked at", "RUST_BACKTRACE", "memory allocation of"] {
        if seen.stderr.contains(word) {
            return Some(format!("stderr says {word:?}"));
        }
    }
    None
}

fn start(text: &str) -> String {
    let line: String = text.lines().take(6).collect::<Vec<_>>().join("\n  ");
    line.chars().take(600).collect()
}
