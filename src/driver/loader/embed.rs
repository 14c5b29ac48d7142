//! `//go:embed`: the variables that directives stand before, and the files that their patterns name.
//!
//! Patterns are those of path.Match, relative to the package's folder. A folder stands for all files below it but those whose names
//! begin with a dot or an underscore; `all:` before a pattern brings these in as well.

use super::ParsedPackage;
use crate::base::Interner;
use crate::base::Pos;
use crate::diag::Code;
use crate::diag::Diagnostic;
use crate::syntax::ast::DeclId;
use crate::syntax::ast::DeclKind;
use crate::syntax::ast::File;
use std::path::Path;
use std::path::PathBuf;

/// A variable that is to hold files.
#[derive(Clone, Debug)]
pub struct Embed {
    /// The index of its file.
    pub file: usize,
    /// Its declaration.
    pub decl: DeclId,
    /// The directive, after its slashes.
    pub pos: Pos,
    /// The files: name in the package, place on disk. In order of names.
    pub files: Vec<(String, PathBuf)>,
}

const DIRECTIVE: &str = "//go:embed";

/// Finds the variables and files; answers what is wrong: first what the go command says, then what the compiler does.
pub(super) fn resolve(pkg: &mut ParsedPackage, names: &Interner) -> Vec<Diagnostic> {
    let mut wrong = Vec::new();
    let mut found = Vec::new();
    for (index, file) in pkg.files.iter().enumerate() {
        let directives = file.pragmas.iter().filter(|p| {
            let rest = p.text.strip_prefix(DIRECTIVE);
            rest.is_some_and(|r| r.is_empty() || r.starts_with([' ', '\t']))
        });
        for p in directives {
            let pos = p.pos.plus(2);
            let refuse = |text: String| Diagnostic::error(Code::MisplacedEmbed, pos.span(), text);
            if !super::imports(file, names).iter().any(|i| i.0 == "embed") {
                wrong.push(refuse("go:embed requires import \"embed\" (or import _ \"embed\", if package is not used)".into()));
                continue;
            }
            let decl = match variable(file, p.pos) {
                Ok(d) => d,
                Err(text) => {
                    wrong.push(refuse(text.into()));
                    continue;
                }
            };
            let patterns = match patterns(&p.text[DIRECTIVE.len()..]) {
                Ok(p) => p,
                Err(word) => {
                    wrong.push(refuse(format!(
                        "invalid quoted string in {DIRECTIVE}: {word}"
                    )));
                    continue;
                }
            };
            if patterns.is_empty() {
                wrong.push(refuse(format!("usage: {DIRECTIVE} pattern...")));
                continue;
            }
            let mut files = Vec::new();
            for (offset, pattern) in patterns {
                if let Err(why) = expand(&pkg.dir, &pattern, &mut files) {
                    let at = p.pos.plus((DIRECTIVE.len() + offset) as u32);
                    let text = format!("pattern {pattern}: {why}");
                    wrong.push(Diagnostic::error(Code::BrokenImport, at.span(), text));
                }
            }
            let known = |e: &&mut Embed| e.file == index && e.decl == decl;
            match found.iter_mut().find(known) {
                Some(e) => e.files.extend(files),
                None => found.push(Embed {
                    file: index,
                    decl,
                    pos,
                    files,
                }),
            }
        }
    }
    for e in &mut found {
        e.files.sort();
        e.files.dedup();
    }
    pkg.embeds = found;
    wrong
}

/// The variable declaration that follows a directive.
fn variable(file: &File, at: Pos) -> Result<DeclId, &'static str> {
    let misplaced = Err("misplaced go:embed directive");
    let inside = file.decls.iter().any(|&d| {
        let d = file.decl(d);
        d.span.lo <= at.0 && at.0 < d.span.hi
    });
    let next = file.decls.iter().find(|&&d| file.decl(d).span.lo > at.0);
    let (false, Some(&id)) = (inside, next) else {
        return misplaced;
    };
    let d = file.decl(id);
    let DeclKind::VarSpec(s) = &d.kind else {
        return misplaced;
    };
    if d.grouped && at < d.keyword {
        return misplaced;
    }
    if s.names.len() > 1 {
        Err("go:embed cannot apply to multiple vars")
    } else if !s.values.is_empty() {
        Err("go:embed cannot apply to var with initializer")
    } else if s.ty.is_none() {
        Err("go:embed cannot apply to var without type")
    } else {
        Ok(id)
    }
}

/// The patterns of a directive, with the offset at which each begins. They may be quoted.
fn patterns(text: &str) -> Result<Vec<(usize, String)>, String> {
    let mut out = Vec::new();
    let mut at = 0;
    loop {
        at += text[at..].len() - text[at..].trim_start().len();
        let rest = &text[at..];
        let Some(first) = rest.chars().next() else {
            return Ok(out);
        };
        let end = match first {
            '"' | '`' => {
                let mut escaped = false;
                let close = rest.char_indices().skip(1).find(|(_, c)| {
                    let hit = *c == first && !escaped;
                    escaped = first == '"' && *c == '\\' && !escaped;
                    hit
                });
                match close {
                    Some((n, _)) => n + 1,
                    None => return Err(rest.trim_end().to_string()),
                }
            }
            _ => rest.find(char::is_whitespace).unwrap_or(rest.len()),
        };
        let word = &rest[..end];
        let value = if word.starts_with(['"', '`']) {
            let bytes = crate::constant::unquote(word).ok_or_else(|| word.to_string())?;
            String::from_utf8_lossy(&bytes).into_owned()
        } else {
            word.to_string()
        };
        out.push((at, value));
        at += end;
    }
}

fn hidden(name: &str) -> bool {
    name.starts_with(['.', '_'])
}

/// Adds the files that a pattern names.
fn expand(dir: &Path, pattern: &str, out: &mut Vec<(String, PathBuf)>) -> Result<(), String> {
    let (glob, all) = match pattern.strip_prefix("all:") {
        Some(rest) => (rest, true),
        None => (pattern, false),
    };
    let part =
        |e: &str| !e.is_empty() && e != ".." && (e != "." || glob == ".") && glob_is_valid(e);
    if !glob.split('/').all(part) {
        return Err("invalid pattern syntax".into());
    }
    let mut list = vec![String::new()];
    if glob != "." {
        for part in glob.split('/') {
            let mut next = Vec::new();
            for l in &list {
                next.extend(matching(dir, l, part));
            }
            list = next;
        }
    }
    let before = out.len();
    for name in &list {
        let path = dir.join(name);
        let kind = std::fs::symlink_metadata(&path).map_err(|e| e.to_string())?;
        let bad = [".git", ".hg", ".svn", ".bzr"];
        let invalid = |e: &str| {
            bad.contains(&e) || e.contains(['"', '*', ':', '<', '>', '?', '`', '|', '\\', '\n'])
        };
        if name.split('/').any(invalid) {
            let what = if kind.is_dir() { "directory" } else { "file" };
            return Err(format!("cannot embed {what} {name}: invalid name {name}"));
        }
        if kind.is_file() {
            out.push((name.clone(), path));
        } else if kind.is_dir() {
            if !name.is_empty() && path.join("go.mod").is_file() {
                return Err(format!(
                    "cannot embed directory {name}: in different module"
                ));
            }
            let count = out.len();
            below(&path, name, all, out);
            if out.len() == count {
                return Err(format!(
                    "cannot embed directory {name}: contains no embeddable files"
                ));
            }
        } else {
            return Err(format!("cannot embed irregular file {name}"));
        }
    }
    if out.len() == before {
        return Err("no matching files found".into());
    }
    Ok(())
}

/// Adds all files below a folder.
fn below(dir: &Path, name: &str, all: bool, out: &mut Vec<(String, PathBuf)>) {
    for entry in names_in(dir) {
        if hidden(&entry) && !all {
            continue;
        }
        let path = dir.join(&entry);
        let full = match name {
            "" | "." => entry,
            name => format!("{name}/{entry}"),
        };
        let Ok(kind) = std::fs::symlink_metadata(&path) else {
            continue;
        };
        if kind.is_dir() && !path.join("go.mod").is_file() {
            below(&path, &full, all, out);
        } else if kind.is_file() {
            out.push((full, path));
        }
    }
}

fn names_in(dir: &Path) -> Vec<String> {
    let mut names: Vec<String> = match std::fs::read_dir(dir) {
        Ok(entries) => entries
            .flatten()
            .filter_map(|e| e.file_name().into_string().ok())
            .collect(),
        Err(_) => Vec::new(),
    };
    names.sort();
    names
}

/// What in the folder `name` below `dir` matches one part of a pattern.
fn matching(dir: &Path, name: &str, part: &str) -> Vec<String> {
    let join = |e: &str| match name {
        "" => e.to_string(),
        name => format!("{name}/{e}"),
    };
    if !part.contains(['*', '?', '[', '\\']) {
        let full = join(part);
        return match std::fs::symlink_metadata(dir.join(&full)) {
            Ok(_) => vec![full],
            Err(_) => Vec::new(),
        };
    }
    names_in(&dir.join(name))
        .iter()
        .filter(|e| {
            glob_matches(
                &part.chars().collect::<Vec<_>>(),
                &e.chars().collect::<Vec<_>>(),
            )
        })
        .map(|e| join(e))
        .collect()
}

/// A class `[a-z]` at the start of a pattern: whether it has the character, and how long it is.
fn class(pattern: &[char], c: char) -> Option<(bool, usize)> {
    let mut i = 1;
    let negated = pattern.get(i) == Some(&'^');
    i += usize::from(negated);
    let (mut hit, mut any) = (false, false);
    let one = |i: &mut usize| {
        *i += usize::from(pattern.get(*i) == Some(&'\\'));
        let c = *pattern.get(*i)?;
        *i += 1;
        Some(c)
    };
    while pattern.get(i) != Some(&']') || !any {
        if pattern.get(i) == Some(&']') {
            return None;
        }
        any = true;
        let low = one(&mut i)?;
        let mut high = low;
        if pattern.get(i) == Some(&'-') {
            i += 1;
            high = one(&mut i)?;
        }
        hit |= low <= c && c <= high;
    }
    Some((hit != negated, i + 1))
}

fn glob_is_valid(part: &str) -> bool {
    let p: Vec<char> = part.chars().collect();
    let mut i = 0;
    while i < p.len() {
        match p[i] {
            '[' => match class(&p[i..], 'x') {
                Some((_, n)) => i += n,
                None => return false,
            },
            '\\' if i + 1 == p.len() => return false,
            '\\' => i += 2,
            _ => i += 1,
        }
    }
    true
}

fn glob_matches(p: &[char], s: &[char]) -> bool {
    match (p.first(), s.first()) {
        (None, None) => true,
        (Some('*'), _) => glob_matches(&p[1..], s) || !s.is_empty() && glob_matches(p, &s[1..]),
        (Some('?'), Some(_)) => glob_matches(&p[1..], &s[1..]),
        (Some('['), Some(&c)) => {
            class(p, c).is_some_and(|(hit, n)| hit && glob_matches(&p[n..], &s[1..]))
        }
        (Some('\\'), Some(c)) => p.get(1) == Some(c) && glob_matches(&p[2..], &s[1..]),
        (Some(a), Some(b)) => a == b && glob_matches(&p[1..], &s[1..]),
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn globs() {
        let m = |p: &str, s: &str| {
            glob_matches(
                &p.chars().collect::<Vec<_>>(),
                &s.chars().collect::<Vec<_>>(),
            )
        };
        assert!(m("*.txt", "a.txt") && !m("*.txt", "a.go") && m("a?c", "abc"));
        assert!(m("[a-c]x", "bx") && !m("[^a-c]x", "bx") && m("\\*", "*"));
        assert!(glob_is_valid("[ab]*") && !glob_is_valid("[") && !glob_is_valid("[]"));
    }

    #[test]
    fn words() {
        let p = patterns(" a \"b c\" `d`").expect("well formed");
        let words: Vec<&str> = p.iter().map(|p| p.1.as_str()).collect();
        assert_eq!(words, ["a", "b c", "d"]);
        assert!(patterns(" \"x").is_err());
    }
}
