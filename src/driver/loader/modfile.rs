//! Reading `go.mod` and `go.work`: module path, language version, requirements, replacements, used folders.
//!
//! Only what decides where packages are is kept. Both files have the same shape: a verb and its arguments on a line, or a verb and
//! a block of lines in parentheses.

use std::path::Path;
use std::path::PathBuf;

/// What a `go.mod` or `go.work` file says.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ModFile {
    /// The path after `module`.
    pub module: Option<String>,
    /// The version after `go`.
    pub go: Option<String>,
    /// Path and version of the modules after `require`.
    pub require: Vec<(String, String)>,
    /// What `replace` says.
    pub replace: Vec<Replace>,
    /// The folders after `use`.
    pub use_: Vec<String>,
}

/// A line after `replace`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Replace {
    /// The module that is replaced.
    pub old: String,
    /// Only this version of it.
    pub version: Option<String>,
    /// A folder (it begins with `.` or `/`) or another module.
    pub new: String,
    /// The other module's version.
    pub new_version: Option<String>,
}

impl Replace {
    /// Whether the replacement is a folder.
    pub fn is_folder(&self) -> bool {
        self.new_version.is_none() && self.new.starts_with(['.', '/'])
    }
}

/// Verbs that say nothing about where packages are.
const OTHER_VERBS: &[&str] = &[
    "exclude",
    "retract",
    "toolchain",
    "godebug",
    "tool",
    "ignore",
];

/// Reads the text of the file `name`; an error is worded as the go command does.
pub fn parse(name: &Path, text: &str) -> Result<ModFile, String> {
    let mut out = ModFile::default();
    let mut block: Option<String> = None;
    let work = name.file_name().is_some_and(|n| n == "go.work");
    for (i, line) in text.lines().enumerate() {
        let wrong = |what: String| {
            let file = if work { "go.work" } else { "go.mod" };
            format!(
                "go: errors parsing {file}:\n{}:{}: {what}",
                name.display(),
                i + 1
            )
        };
        let words = words(line).map_err(wrong)?;
        let mut words: &[String] = &words;
        if words.is_empty() {
            continue;
        }
        let verb = match &block {
            Some(_) if words == [")"] => {
                block = None;
                continue;
            }
            Some(verb) => verb.clone(),
            None => {
                let verb = words[0].clone();
                words = &words[1..];
                if words == ["("] {
                    block = Some(verb);
                    continue;
                }
                verb
            }
        };
        let w: Vec<&str> = words.iter().map(String::as_str).collect();
        match (verb.as_str(), w.as_slice()) {
            ("module", [path]) if !work => out.module = Some(path.to_string()),
            ("module", _) if !work => return Err(wrong("usage: module module/path".into())),
            ("go", [version]) if is_version(version) => out.go = Some(version.to_string()),
            ("go", [version]) => {
                return Err(wrong(format!(
                    "invalid go version '{version}': must match format 1.23"
                )));
            }
            ("require", [path, version]) if !work => {
                out.require.push((path.to_string(), version.to_string()));
            }
            ("replace", _) => out.replace.push(replacement(&w).ok_or_else(|| {
                wrong("usage: replace module/path [v1.2.3] => other/module v1.4\n\t or replace module/path [v1.2.3] => ../local/directory".into())
            })?),
            ("use", [dir]) if work => out.use_.push(dir.to_string()),
            (verb, _) if OTHER_VERBS.contains(&verb) => {}
            ("require", _) if !work => {
                return Err(wrong("usage: require module/path v1.2.3".into()));
            }
            (verb, _) => return Err(wrong(format!("unknown directive: {verb}"))),
        }
    }
    Ok(out)
}

fn is_version(v: &str) -> bool {
    v.starts_with("1.") && v[2..].starts_with(|c: char| c.is_ascii_digit())
}

fn replacement(w: &[&str]) -> Option<Replace> {
    let arrow = w.iter().position(|w| *w == "=>")?;
    let (old, new) = (&w[..arrow], &w[arrow + 1..]);
    if old.is_empty() || old.len() > 2 || new.is_empty() || new.len() > 2 {
        return None;
    }
    Some(Replace {
        old: old[0].to_string(),
        version: old.get(1).map(|v| v.to_string()),
        new: new[0].to_string(),
        new_version: new.get(1).map(|v| v.to_string()),
    })
}

/// The words of a line: `//` ends it, quotes hold words together, parentheses stand alone.
fn words(line: &str) -> Result<Vec<String>, String> {
    let mut out = Vec::new();
    let mut rest = line.trim_start();
    while let Some(first) = rest.chars().next() {
        if rest.starts_with("//") {
            break;
        }
        let end = match first {
            '"' | '`' => match rest[1..].find(first) {
                Some(n) => n + 2,
                None => return Err("unexpected newline in string".into()),
            },
            '(' | ')' => 1,
            _ => rest
                .find(|c: char| c.is_whitespace() || c == ')')
                .unwrap_or(rest.len()),
        };
        let word = &rest[..end];
        out.push(word.trim_matches(['"', '`']).to_string());
        rest = rest[end..].trim_start();
    }
    Ok(out)
}

/// Reads a file if it is there.
pub fn read(path: &Path) -> Option<Result<ModFile, String>> {
    let text = std::fs::read(path).ok()?;
    Some(parse(path, &String::from_utf8_lossy(&text)))
}

/// The nearest file of this name in `dir` or a folder around it.
pub fn nearest(dir: &Path, name: &str) -> Option<PathBuf> {
    dir.ancestors()
        .map(|d| d.join(name))
        .find(|file| file.is_file())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_blocks_and_lines() {
        let text = "module \"example.com/a\" // c\n\ngo 1.21\n\nrequire (\n\tx.org/y v1.2.3 // indirect\n)\nreplace x.org/y => ../y\n";
        let m = parse(Path::new("go.mod"), text).expect("well formed");
        assert_eq!(m.module.as_deref(), Some("example.com/a"));
        assert_eq!(m.go.as_deref(), Some("1.21"));
        assert_eq!(m.require, [("x.org/y".to_string(), "v1.2.3".to_string())]);
        assert!(m.replace[0].is_folder() && m.replace[0].new == "../y");
    }

    #[test]
    fn words_of_errors() {
        let e = parse(Path::new("/m/go.mod"), "module a\nfoo bar\n").expect_err("wrong");
        assert_eq!(
            e,
            "go: errors parsing go.mod:\n/m/go.mod:2: unknown directive: foo"
        );
    }
}
