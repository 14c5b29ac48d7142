//! Who may import whom, as a statement of policy: scans `crate::x` and `super` paths in src.
//!
//! A change to the table deserves its own commit and a reason.

use libtest_mimic::{Failed, Trial};
use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

/// Each module of the crate and the modules it may use, besides itself.
const MAY_USE: [(&str, &[&str]); 19] = [
    ("base", &[]),
    ("diag", &["base"]),
    ("syntax", &["base", "diag"]),
    ("constant", &["base"]),
    ("types", &["base", "constant"]),
    ("check", &["base", "diag", "syntax", "constant", "types"]),
    ("bytecode", &["base"]),
    (
        "lower",
        &[
            "base", "diag", "syntax", "constant", "types", "check", "bytecode",
        ],
    ),
    ("heap", &["base"]),
    ("value", &["base", "bytecode", "heap"]),
    ("sched", &["base", "heap"]),
    ("chan", &["base", "heap", "value", "sched"]),
    (
        "vm",
        &["base", "bytecode", "heap", "value", "sched", "chan"],
    ),
    (
        "natives",
        &["base", "bytecode", "heap", "value", "sched", "chan", "vm"],
    ),
    ("driver", DRIVER),
    ("cli", &["base", "diag", "driver", "repl"]),
    ("repl", &["base", "diag", "driver"]),
    ("main", &["base", "cli"]),
    ("build", &[]),
];

const DRIVER: &[&str] = &[
    "base", "diag", "syntax", "constant", "types", "check", "bytecode", "lower", "heap", "value",
    "sched", "chan", "vm", "natives",
];

/// Only these may name the grammar crate.
const GRAMMAR: [&str; 2] = ["base", "syntax"];

pub fn trials() -> Vec<Trial> {
    vec![
        Trial::test("architecture/imports", imports),
        Trial::test("architecture/unreached_files", unreached_files),
        Trial::test("architecture/unsafe_code", unsafe_code),
        Trial::test("architecture/file_heads", file_heads),
        Trial::test("architecture/longest_files", longest_files),
    ]
}

fn sources() -> Vec<PathBuf> {
    let mut all = crate::files("src", "rs");
    all.extend(crate::files("grammar/src", "rs"));
    all
}

/// The module of the crate a file belongs to: `vm` for src/vm/mod.rs and src/vm/ops/int.rs.
fn module_of(path: &Path) -> Option<String> {
    let inside = path.strip_prefix("src").ok()?;
    let first = inside.components().next()?.as_os_str().to_str()?;
    Some(first.trim_end_matches(".rs").to_owned())
}

/// Code without line comments; enough here, since paths do not occur in strings.
fn code(line: &str) -> &str {
    line.split("//").next().unwrap_or(line)
}

/// Exported macros live at the crate's root, so `crate::natives!` is no use of a module: macro and its module.
fn exported_macros() -> Vec<(String, String)> {
    let mut macros = Vec::new();
    for path in sources() {
        let text = crate::read(&path);
        let after = text.split("#[macro_export]").skip(1);
        for rest in after {
            let name = rest.split("macro_rules!").nth(1).unwrap_or_default();
            let name: String = name
                .trim_start()
                .chars()
                .take_while(|c| c.is_alphanumeric() || *c == '_')
                .collect();
            if let Some(module) = module_of(&path) {
                macros.push((name, module));
            }
        }
    }
    macros
}

fn imports() -> Result<(), Failed> {
    let mut surprises = Vec::new();
    let macros = exported_macros();
    for path in sources() {
        let Some(module) = module_of(&path).filter(|m| m != "lib") else {
            continue;
        };
        let Some((_, allowed)) = MAY_USE.iter().find(|(name, _)| *name == module) else {
            surprises.push(format!(
                "{}: module {module} is not in the table",
                path.display()
            ));
            continue;
        };
        for (number, line) in crate::read(&path).lines().enumerate() {
            let mut surprise = |what: String| {
                surprises.push(format!("{}:{}: {what}", path.display(), number + 1));
            };
            let line = code(line);
            let root = if module == "main" {
                "golite::"
            } else {
                "crate::"
            };
            for (at, _) in line.match_indices(root) {
                let before = line[..at].chars().next_back();
                if before.is_some_and(|c| c.is_alphanumeric() || c == '_') {
                    continue;
                }
                let rest = &line[at + root.len()..];
                let name: String = rest
                    .chars()
                    .take_while(|c| c.is_alphanumeric() || *c == '_')
                    .collect();
                let home = macros
                    .iter()
                    .find(|(m, _)| *m == name)
                    .map(|(_, home)| home.as_str());
                if let Some(home) = home.filter(|_| !rest[name.len()..].starts_with("::")) {
                    if home != module && !allowed.contains(&home) {
                        surprise(format!("{module} may not use {home}'s macro {name}"));
                    }
                } else if name.is_empty() {
                    surprise("write one `use` per module, not a group".into());
                } else if name != module
                    && !allowed.contains(&name.as_str())
                    && MAY_USE.iter().any(|(m, _)| *m == name)
                {
                    surprise(format!("{module} may not use {name}"));
                }
            }
            if line.contains("golite_grammar") && !GRAMMAR.contains(&module.as_str()) {
                surprise(format!(
                    "{module} may not use the grammar crate; base and syntax re-export it"
                ));
            }
        }
    }
    if surprises.is_empty() {
        Ok(())
    } else {
        Err(surprises.join("\n").into())
    }
}

/// A file that no `mod` line reaches is never compiled.
fn unreached_files() -> Result<(), Failed> {
    let mut reached = BTreeSet::new();
    let roots = [
        "src/build/main.rs",
        "src/lib.rs",
        "src/main.rs",
        "grammar/src/lib.rs",
    ];
    let mut todo: Vec<PathBuf> = roots.iter().map(PathBuf::from).collect();
    while let Some(path) = todo.pop() {
        if !crate::root().join(&path).exists() || !reached.insert(path.clone()) {
            continue;
        }
        let stem = path
            .file_stem()
            .and_then(|s| s.to_str())
            .unwrap_or_default();
        let parent = path.parent().unwrap_or(Path::new(""));
        let dir = if ["mod", "lib", "main"].contains(&stem) {
            parent.to_owned()
        } else {
            parent.join(stem)
        };
        let mut explicit = None;
        for line in crate::read(&path).lines() {
            let line = code(line).trim();
            if let Some(rest) = line.strip_prefix("#[path = \"") {
                explicit = rest.split('"').next().map(str::to_owned);
            }
            let rest = ["pub ", "pub(crate) ", "pub(super) "]
                .iter()
                .find_map(|p| line.strip_prefix(p))
                .unwrap_or(line);
            if let Some(name) = rest.strip_prefix("mod ").and_then(|r| r.strip_suffix(';')) {
                match explicit.take() {
                    Some(file) => todo.push(parent.join(file)),
                    None => {
                        todo.push(dir.join(format!("{name}.rs")));
                        todo.push(dir.join(name).join("mod.rs"));
                    }
                }
            }
        }
    }
    let lost: Vec<String> = sources()
        .iter()
        .filter(|p| !reached.contains(*p))
        .map(|p| format!("{}: no `mod` reaches it", p.display()))
        .collect();
    if lost.is_empty() {
        Ok(())
    } else {
        Err(lost.join("\n").into())
    }
}

/// Where unsafe code may be.
const UNSAFE: [&str; 5] = ["heap", "value", "vm", "sched", "chan"];

/// Files elsewhere that have some all the same. No more may come; what goes is taken off the list.
const STILL_UNSAFE: [&str; 9] = [
    // The symbol that the C library's start calls.
    "src/main.rs",
    // They walk through values by address; `vm::native::Place` is how they should.
    "src/natives/reflect.rs",
    "src/natives/reflect_call.rs",
    "src/natives/reflect_table.rs",
    "src/natives/reflect_value.rs",
    "src/natives/rt_fmt.rs",
    "src/natives/rt_fmt/walk.rs",
    "src/natives/rt_runtime.rs",
    "src/natives/rt_watch.rs",
];

/// Whether a line of code has the keyword, and not the package of that name.
fn has_unsafe(line: &str) -> bool {
    line.match_indices("unsafe").any(|(at, word)| {
        let before = line[..at].chars().next_back();
        let after = line[at + word.len()..].trim_start();
        let part_of_a_name = before.is_some_and(|c| c.is_alphanumeric() || c == '_' || c == '"');
        !part_of_a_name
            && ["{", "(", "fn ", "impl", "extern", "trait "]
                .iter()
                .any(|next| after.starts_with(next))
    })
}

/// What the program's memory looks like is known to five folders; all others are safe Rust.
fn unsafe_code() -> Result<(), Failed> {
    let mut surprises = Vec::new();
    for path in sources() {
        let allowed = module_of(&path).is_some_and(|m| UNSAFE.contains(&m.as_str()));
        if allowed || STILL_UNSAFE.iter().any(|f| path == Path::new(f)) {
            continue;
        }
        for (number, line) in crate::read(&path).lines().enumerate() {
            if has_unsafe(code(line)) {
                surprises.push(format!("{}:{}: unsafe code", path.display(), number + 1));
            }
        }
    }
    if surprises.is_empty() {
        Ok(())
    } else {
        Err(surprises.join("\n").into())
    }
}

/// Every file opens with `//!`, saying what it holds.
fn file_heads() -> Result<(), Failed> {
    let bare: Vec<String> = sources()
        .iter()
        .filter(|p| {
            let text = crate::read(p);
            !text.starts_with("//!") && !text.starts_with("#![doc") && !text.starts_with("#!")
        })
        .map(|p| format!("{}: should open with `//!`", p.display()))
        .collect();
    if bare.is_empty() {
        Ok(())
    } else {
        Err(bare.join("\n").into())
    }
}

/// For information: where a file may hold more than one idea.
fn longest_files() -> Result<(), Failed> {
    let mut sizes: Vec<(usize, PathBuf)> = sources()
        .into_iter()
        .map(|p| (crate::read(&p).lines().count(), p))
        .collect();
    sizes.sort_by(|a, b| b.cmp(a));
    let longest = sizes
        .iter()
        .take(5)
        .map(|(n, p)| format!("{} {n}", p.display()));
    println!("longest files: {}", longest.collect::<Vec<_>>().join(", "));
    Ok(())
}
