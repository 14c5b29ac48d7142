//! What packages are named by on the command line: folders, import paths, and both with `...` for any text.

use super::folder;
use super::has_library_package;
use super::shown_dir;
use super::workspace::Workspace;
use super::workspace::absolute;
use std::path::Path;
use std::path::PathBuf;

/// A package found by its name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Named {
    /// Its import path; outside of modules `_` and its folder.
    pub path: String,
    /// Its folder.
    pub dir: PathBuf,
    /// Whether a pattern matched it, rather than its name: then it does not matter if it turns out empty.
    pub matched: bool,
}

/// Packages, and sentences about names for which there are none.
#[derive(Clone, Debug, Default)]
pub struct Expanded {
    /// In the order of the names, those of a pattern as folders are walked.
    pub packages: Vec<Named>,
    /// `go: warning: "./..." matched no packages`
    pub warnings: Vec<String>,
    /// What could not be found, as the go command says it: name, sentence.
    pub errors: Vec<(String, String)>,
}

/// Whether an argument names a file rather than a package.
pub fn is_file(arg: &str) -> bool {
    arg == "-" || arg.ends_with(".go") || arg.ends_with(".go-lite") || Path::new(arg).is_file()
}

/// Whether an argument is a path rather than an import path.
fn is_local(arg: &str) -> bool {
    arg.starts_with(['/', '.'])
        && (arg.starts_with('/')
            || Path::new(arg).starts_with(".")
            || Path::new(arg).starts_with(".."))
}

/// Finds the packages that the arguments name.
pub fn expand(args: &[String], workspace: &Workspace) -> Expanded {
    let mut out = Expanded::default();
    for arg in args {
        if arg.contains("...") {
            out.pattern(arg, workspace);
        } else if is_local(arg) || Path::new(arg).is_dir() {
            out.folder(arg, workspace);
        } else if let Some(found) = workspace.find(arg) {
            out.add(arg.clone(), shown_dir(&found.dir), false);
        } else {
            let why = if has_library_package(arg) {
                format!("package {arg} is part of golite's library, which is not built by itself")
            } else if arg
                .split('/')
                .next()
                .is_some_and(|first| first.contains('.'))
            {
                format!("no required module provides package {arg}; to add it:\n\tgo get {arg}")
            } else {
                format!("package {arg} is not in std ($GOROOT/src/{arg})")
            };
            out.errors.push((arg.clone(), why));
        }
    }
    out
}

/// The import path of a folder, also outside of modules.
pub fn path_of(dir: &Path, workspace: &Workspace) -> String {
    workspace
        .import_path(dir)
        .unwrap_or_else(|| format!("_{}", absolute(dir).display()))
}

impl Expanded {
    fn add(&mut self, path: String, dir: PathBuf, matched: bool) {
        if !self.packages.iter().any(|p| p.path == path) {
            self.packages.push(Named { path, dir, matched });
        }
    }

    fn folder(&mut self, arg: &str, workspace: &Workspace) {
        let dir = Path::new(arg);
        if !dir.is_dir() {
            let full = absolute(dir);
            let why = format!("stat {}: directory not found", full.display());
            self.errors.push((arg.to_string(), why));
            return;
        }
        self.add(path_of(dir, workspace), shown_dir(dir), false);
    }

    fn pattern(&mut self, arg: &str, workspace: &Workspace) {
        let before = self.packages.len();
        if is_local(arg) {
            let fixed = &arg[..arg.find("...").unwrap_or(0)];
            let root = &fixed[..fixed.rfind('/').map_or(0, |i| i + 1)];
            let root = if root.is_empty() { "./" } else { root };
            if !Path::new(root).is_dir() {
                let why = format!("pattern {arg}: lstat {root}: no such file or directory");
                self.errors.push((arg.to_string(), why));
                return;
            }
            let pattern = absolute(Path::new(root)).display().to_string();
            let rest = arg[root.len().min(arg.len())..].to_string();
            let rest = if fixed.is_empty() {
                arg.to_string()
            } else {
                rest
            };
            let pattern = format!("{}/{rest}", pattern.trim_end_matches('/'));
            walk(&absolute(Path::new(root)), true, &mut |dir| {
                if matches(&pattern, &dir.display().to_string()) {
                    self.add(path_of(dir, workspace), shown_dir(dir), true);
                }
            });
        } else {
            for m in &workspace.main {
                walk(&m.dir, true, &mut |dir| {
                    let path = path_of(dir, workspace);
                    if matches(arg, &path) {
                        self.add(path, shown_dir(dir), true);
                    }
                });
            }
        }
        if self.packages.len() == before {
            self.warnings
                .push(format!("go: warning: \"{arg}\" matched no packages"));
        }
    }
}

/// Visits the folders with Go files below `dir`, as the go command does: not those that begin with a dot or an underscore, not
/// testdata and vendor, not other modules.
fn walk(dir: &Path, root: bool, visit: &mut dyn FnMut(&Path)) {
    if !root && dir.join("go.mod").is_file() {
        return;
    }
    if folder::has_go_files(dir) {
        visit(dir);
    }
    let Ok(entries) = std::fs::read_dir(dir) else {
        return;
    };
    let mut below: Vec<PathBuf> = entries
        .flatten()
        .filter(|e| e.file_type().is_ok_and(|t| t.is_dir()))
        .map(|e| e.path())
        .collect();
    below.sort();
    for b in below {
        let name = b.file_name().unwrap_or_default().to_string_lossy();
        if name.starts_with(['.', '_']) || name == "testdata" || name == "vendor" {
            continue;
        }
        walk(&b, false, visit);
    }
}

/// Whether `...` in the pattern can stand for text so that it is `name`; `x/...` matches `x` too.
pub fn matches(pattern: &str, name: &str) -> bool {
    if let Some(prefix) = pattern.strip_suffix("/...")
        && !prefix.contains("...")
        && prefix == name
    {
        return true;
    }
    let mut parts = pattern.split("...");
    let first = parts.next().unwrap_or("");
    let Some(mut rest) = name.strip_prefix(first) else {
        return false;
    };
    let parts: Vec<&str> = parts.collect();
    let Some((last, middle)) = parts.split_last() else {
        return rest.is_empty();
    };
    for m in middle {
        match rest.find(m) {
            Some(i) => rest = &rest[i + m.len()..],
            None => return false,
        }
    }
    rest.ends_with(last)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn patterns() {
        assert!(matches("a/...", "a") && matches("a/...", "a/b/c") && !matches("a/...", "ab"));
        assert!(
            matches("a...", "ab/c") && matches("a/.../c", "a/b/c") && !matches("a/.../c", "a/b")
        );
        assert!(matches("...", "x") && matches("a", "a") && !matches("a", "b"));
    }
}
