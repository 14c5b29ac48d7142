//! The order in which packages are checked and initialized: of those whose imports are done, the one with the least path is next.
//! Cycles are found here.

use super::Import;
use super::Loaded;
use super::MAIN;
use super::ParsedPackage;
use crate::base::Span;
use crate::diag::Code;
use crate::diag::Diagnostic;
use hashbrown::HashMap;
use hashbrown::HashSet;

#[derive(PartialEq)]
enum Mark {
    Open,
    Closed,
}

struct Walk<'a> {
    todo: HashMap<String, ParsedPackage>,
    marks: HashMap<String, Mark>,
    trail: Vec<Step>,
    /// Reached packages, every one after those it imports.
    reached: Vec<ParsedPackage>,
    out: &'a mut Loaded,
}

/// A package on the way, and how it was imported.
struct Step {
    path: String,
    shown: String,
    file: String,
}

/// Depth-first over imports; a cycle is reported once, at the import that closes it.
pub(super) fn order(
    done: HashMap<String, ParsedPackage>,
    extra: &[&str],
    roots: &[String],
    out: &mut Loaded,
) {
    let mut walk = Walk {
        todo: done,
        marks: HashMap::new(),
        trail: Vec::new(),
        reached: Vec::new(),
        out,
    };
    let start = |path: &str| Import {
        path: path.to_string(),
        span: Span::NONE,
        file: String::new(),
    };
    for path in extra {
        walk.visit(&start(path));
    }
    let first = walk.reached.len();
    for path in roots {
        walk.visit(&start(path));
    }
    let rest = walk.reached.split_off(first);
    let mut packages = walk.reached;
    let mut done: HashSet<String> = packages.iter().map(|p| p.path.clone()).collect();
    // spec: "sort all packages by import path ... initialize the first package in the list for which all imports are already initialized"
    let mut waiting: Vec<ParsedPackage> = rest;
    waiting.sort_by(|a, b| a.path.cmp(&b.path));
    let here: HashSet<String> = waiting.iter().map(|p| p.path.clone()).collect();
    while let Some(next) = waiting.iter().position(|p| {
        let ready = |i: &Import| done.contains(&i.path) || !here.contains(&i.path);
        p.imports.iter().all(ready)
    }) {
        let p = waiting.remove(next);
        done.insert(p.path.clone());
        packages.push(p);
    }
    // What is left imports in a circle, which has been reported.
    packages.extend(waiting);
    out.packages = packages;
}

impl Walk<'_> {
    fn visit(&mut self, import: &Import) {
        let path = &import.path;
        match self.marks.get(path) {
            Some(Mark::Closed) => return,
            Some(Mark::Open) => return self.cycle(import),
            None => {}
        }
        let Some(pkg) = self.todo.get(path) else {
            return;
        };
        let imports = pkg.imports.clone();
        let shown = pkg.shown.clone();
        self.marks.insert(path.clone(), Mark::Open);
        self.trail.push(Step {
            path: path.clone(),
            shown,
            file: import.file.clone(),
        });
        for i in &imports {
            self.visit(i);
        }
        self.trail.pop();
        self.marks.insert(path.clone(), Mark::Closed);
        if let Some(pkg) = self.todo.remove(path) {
            self.reached.push(pkg);
        }
    }

    fn cycle(&mut self, import: &Import) {
        let mut steps = self.trail.iter();
        let first = steps.next().map_or(MAIN, |s| s.shown.as_str());
        let mut text = format!("package {first}");
        for s in steps {
            text.push_str(&format!("\n\timports {} from {}", s.shown, s.file));
        }
        let test = self.trail.iter().any(|s| s.path.ends_with("_test"))
            || import.file.ends_with("_test.go")
            || self.trail.iter().any(|s| s.file.ends_with("_test.go"));
        let what = if test {
            "import cycle not allowed in test"
        } else {
            "import cycle not allowed"
        };
        text.push_str(&format!(
            "\n\timports {} from {}: {what}",
            import.path, import.file
        ));
        self.out
            .diagnostics
            .push(Diagnostic::error(Code::BadPackage, import.span, text));
    }
}
