//! `golite test --corpus`: every kind of case, counts, diffs, the JUnit report, exit status.

use crate::process::{self, End, Outcome};
use libtest_mimic::{Failed, Trial};
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Duration;

type Body = fn(&Path) -> Result<(), String>;

pub fn trials() -> Vec<Trial> {
    let all: Vec<(&'static str, Body)> = vec![
        ("every_kind_of_case", every_kind),
        ("failures_show_a_diff", failures),
        ("filter_and_junit", filter_and_junit),
        ("missing_folder", missing),
    ];
    let trial = |(name, body): (&'static str, Body)| {
        Trial::test(format!("corpus_command/{name}"), move || {
            let dir = Path::new(env!("CARGO_TARGET_TMPDIR"))
                .join("corpus_command")
                .join(name);
            let _ = std::fs::remove_dir_all(&dir);
            std::fs::create_dir_all(&dir).map_err(|e| e.to_string())?;
            body(&dir).map_err(Failed::from)
        })
    };
    all.into_iter().map(trial).collect()
}

fn write(dir: &Path, name: &str, text: &str) -> Result<PathBuf, String> {
    let path = dir.join(name);
    let folder = path.parent().ok_or("no folder")?;
    std::fs::create_dir_all(folder).map_err(|e| e.to_string())?;
    std::fs::write(&path, text).map_err(|e| e.to_string())?;
    Ok(path)
}

fn corpus(dir: &Path, flags: &[&str]) -> Outcome {
    let mut command = Command::new(env!("CARGO_BIN_EXE_golite"));
    command.current_dir(dir).args(["test", "--corpus", "c"]);
    process::run(command.args(flags), "", Duration::from_secs(60))
}

fn program(body: &str, end: &str) -> String {
    format!("package main\n\nfunc main() {{\n\t{body}\n}}\n\n{end}")
}

fn want(what: &str, seen: &Outcome, texts: &[&str], status: i32) -> Result<(), String> {
    let all = format!("{}{}", seen.stdout, seen.stderr);
    for text in texts {
        if !all.contains(text) {
            return Err(format!("{what}: no {text:?} in\n{all}"));
        }
    }
    match seen.end == End::Exit(status) {
        true => Ok(()),
        false => Err(format!("{what}: {}, want exit {status}\n{all}", seen.end)),
    }
}

fn every_kind(dir: &Path) -> Result<(), String> {
    let output = "// Exit: 2\n// Stderr:\n// panic: oh\n";
    write(dir, "c/a/block.go", &program("panic(\"oh\")", output))?;
    let hello = "package main\n\nimport \"fmt\"\n\nfunc main() { fmt.Println(1, 2) }\n";
    write(dir, "c/beside.go", hello)?;
    write(dir, "c/beside.want", "1 2\n")?;
    write(dir, "c/lite.go-lite", hello)?;
    write(dir, "c/lite.out", "1 2\n")?;
    let exact = program("x /* ERROR \"undefined: x\" */ = 1", "");
    let exact = exact.replace(
        "x /* ERROR \"undefined: x\" */",
        "/* ERROR \"undefined: x\" */ x",
    );
    write(dir, "c/exact.go", &exact)?;
    let loose = program("x = 1 // ERROR \"undefined: x|undeclared\"", "");
    write(dir, "c/loose.go", &loose)?;
    let golden = "// golite tokens f.go\npackage p\n-- output --\n";
    write(dir, "c/tokens.golden", golden)?;
    write(dir, "c/plain.go", &program("", ""))?;
    write(
        dir,
        "c/later.go",
        &program("", "// Skip: not yet\n// Output:\n"),
    )?;
    let seen = corpus(dir, &["-v"]);
    // The golden says that nothing is printed, which is wrong.
    let texts = [
        "FAIL tokens",
        "ok   a/block",
        "ok   beside",
        "ok   exact",
        "ok   lite",
        "ok   loose",
        "skip plain",
        "1 skipped: not yet",
        "1 skipped: nothing says what is expected",
        "5 passed, 1 failed, 2 skipped",
    ];
    want("every kind", &seen, &texts, 1)
}

fn failures(dir: &Path) -> Result<(), String> {
    write(
        dir,
        "c/wrong.go",
        &program("println(7)", "// Output:\n// 8\n"),
    )?;
    let texts = [
        "FAIL wrong",
        "golite run",
        "  stdout:\n  - 8\n",
        "  stderr:\n  + 7\n",
        "FAIL c/wrong.go",
        "0 passed, 1 failed, 0 skipped",
    ];
    want("failures", &corpus(dir, &[]), &texts, 1)
}

fn filter_and_junit(dir: &Path) -> Result<(), String> {
    write(dir, "c/x/one.go", &program("", "// Output:\n"))?;
    write(dir, "c/two.go", &program("", "// Output:\n// <2>\n"))?;
    let seen = corpus(
        dir,
        &["--filter", "^x/.n", "--junit", "one.xml", "--jobs", "1"],
    );
    want("filter", &seen, &["1 passed, 0 failed, 0 skipped"], 0)?;
    corpus(dir, &["--junit", "all.xml"]);
    let read = |name| std::fs::read_to_string(dir.join(name)).map_err(|e| e.to_string());
    let (one, all) = (read("one.xml")?, read("all.xml")?);
    for (text, part) in [
        (&one, "tests=\"1\" failures=\"0\""),
        (&one, "classname=\"x\" name=\"one\" file=\"c/x/one.go\""),
        (&all, "tests=\"2\" failures=\"1\""),
        (&all, "- &lt;2&gt;"),
    ] {
        if !text.contains(part) {
            return Err(format!("no {part:?} in\n{text}"));
        }
    }
    Ok(())
}

fn missing(dir: &Path) -> Result<(), String> {
    want(
        "missing",
        &corpus(dir, &[]),
        &["golite: c: no such file"],
        2,
    )
}
