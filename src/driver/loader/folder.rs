//! The files of a package's folder: which belong to the build, which are tests, which package each says it is of.

use crate::base::Text;
use crate::driver::build_constraint;
use std::path::Path;
use std::path::PathBuf;

/// Source text to parse.
#[derive(Clone, Debug)]
pub struct Source {
    /// The name it is shown under.
    pub name: String,
    /// The text.
    pub text: Text,
    /// What follows `package`, or nothing if the head can not be read.
    pub package: String,
}

impl Source {
    /// Text under a name.
    pub fn new(name: String, text: Vec<u8>) -> Source {
        let package = package_name(&text);
        Source {
            name,
            text: text.into(),
            package,
        }
    }

    /// Reads a file.
    pub fn read(path: &Path) -> std::io::Result<Source> {
        let text = std::fs::read(path)?;
        Ok(Source::new(path.display().to_string(), text))
    }

    /// The name without its folders.
    pub fn base(&self) -> &str {
        self.name.rsplit('/').next().unwrap_or(&self.name)
    }
}

/// The Go files of a folder that belong to the build, in name order.
#[derive(Clone, Debug, Default)]
pub struct Folder {
    /// The folder.
    pub dir: PathBuf,
    /// Files of the package.
    pub files: Vec<Source>,
    /// `_test.go` files of the package itself.
    pub tests: Vec<Source>,
    /// `_test.go` files of the package with `_test` after its name.
    pub external: Vec<Source>,
    /// Files that build constraints leave out.
    pub ignored: usize,
}

/// Whether a file name is that of Go source.
pub fn is_go_file(name: &str) -> bool {
    (name.ends_with(".go") || name.ends_with(".go-lite")) && !name.starts_with(['_', '.'])
}

/// Whether a file name is that of a test.
pub fn is_test_file(name: &str) -> bool {
    name.ends_with("_test.go") || name.ends_with("_test.go-lite")
}

/// Whether a folder has Go files of any kind.
pub fn has_go_files(dir: &Path) -> bool {
    std::fs::read_dir(dir).is_ok_and(|entries| {
        entries.flatten().any(|e| {
            e.file_name().to_str().is_some_and(is_go_file)
                && e.file_type().is_ok_and(|t| !t.is_dir())
        })
    })
}

impl Folder {
    /// Reads a folder; tests only if they are wanted.
    pub fn read(dir: &Path, tests: bool) -> std::io::Result<Folder> {
        let mut names: Vec<String> = std::fs::read_dir(dir)?
            .flatten()
            .filter_map(|e| e.file_name().into_string().ok())
            .filter(|n| is_go_file(n))
            .collect();
        names.sort();
        let mut out = Folder {
            dir: dir.to_path_buf(),
            ..Folder::default()
        };
        for name in names {
            let path = dir.join(&name);
            if path.is_dir() {
                continue;
            }
            let test = is_test_file(&name);
            if test && !tests {
                continue;
            }
            if !build_constraint::file_name_matches(&name) {
                out.ignored += 1;
                continue;
            }
            let source = Source::read(&path)?;
            if !build_constraint::source_matches(&source.text) {
                out.ignored += 1;
            } else if !test {
                out.files.push(source);
            } else if source.package.ends_with("_test") {
                out.external.push(source);
            } else {
                out.tests.push(source);
            }
        }
        Ok(out)
    }

    /// The package's name, or the sentence of what keeps the folder from being one package.
    pub fn package_name(&self) -> Result<String, String> {
        let own = self.files.iter().chain(&self.tests);
        let mut named = own.filter(|s| !s.package.is_empty() && s.package != "_");
        let Some(first) = named.next() else {
            let external = self.external.first();
            return Ok(external.map_or(String::new(), |s| {
                s.package.trim_end_matches("_test").to_string()
            }));
        };
        let others = named.map(|s| (s, s.package.as_str())).chain(
            self.external
                .iter()
                .map(|s| (s, s.package.trim_end_matches("_test"))),
        );
        for (other, package) in others {
            if package != first.package {
                return Err(format!(
                    "found packages {} ({}) and {package} ({}) in {}",
                    first.package,
                    first.base(),
                    other.base(),
                    super::workspace::absolute(&self.dir).display()
                ));
            }
        }
        Ok(first.package.clone())
    }

    /// Why there is nothing to build, if that is so.
    pub fn why_empty(&self) -> Option<String> {
        if !self.files.is_empty() {
            return None;
        }
        let dir = super::workspace::absolute(&self.dir);
        let dir = dir.display();
        Some(if self.ignored > 0 {
            format!("build constraints exclude all Go files in {dir}")
        } else if has_go_files(&self.dir) {
            format!("no non-test Go files in {dir}")
        } else {
            format!("no Go files in {dir}")
        })
    }
}

/// The name in the package clause, read without parsing.
pub fn package_name(text: &[u8]) -> String {
    let text = String::from_utf8_lossy(text);
    let mut rest: &str = text.strip_prefix('\u{feff}').unwrap_or(&text);
    if rest.starts_with("#!") {
        rest = rest.split_once('\n').map_or("", |l| l.1);
    }
    let mut package = false;
    loop {
        rest = rest.trim_start_matches([' ', '\t', '\r', '\n', ';']);
        if let Some(r) = rest.strip_prefix("//") {
            rest = r.split_once('\n').map_or("", |l| l.1);
        } else if let Some(r) = rest.strip_prefix("/*") {
            rest = r.split_once("*/").map_or("", |l| l.1);
        } else {
            let end = rest
                .find(|c: char| !(c.is_alphanumeric() || c == '_'))
                .unwrap_or(rest.len());
            let word = &rest[..end];
            if package {
                return word.to_string();
            }
            if word != "package" {
                return String::new();
            }
            package = true;
            rest = &rest[end..];
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn package_clauses() {
        assert_eq!(
            package_name(b"#!/bin/x\n// c\n/* d */ package /* e */ foo\n"),
            "foo"
        );
        assert_eq!(package_name(b"func f() {}"), "");
        assert_eq!(package_name(b""), "");
    }

    #[test]
    fn names_of_files() {
        assert!(is_go_file("a.go") && is_go_file("a.go-lite") && !is_go_file("_a.go"));
        assert!(is_test_file("a_test.go-lite") && !is_test_file("test.go"));
    }
}
