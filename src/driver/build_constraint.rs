//! Which files belong to a build: `//go:build` lines, `// +build` lines where there is none, and GOOS/GOARCH endings of file names.
//!
//! Satisfied are the host's GOOS and GOARCH, `unix`, `gc`, `golite`, `purego`, and `go1.1` to the version of the language.
//! `gc` is, because a program should consist of the files that it has in Go; `purego` is, because golite links no assembler code,
//! and packages that have some mostly offer files without under that name. `cgo` is not, nor is `race`.

use crate::check::GoVersion;

const KNOWN_OS: &[&str] = &[
    "aix",
    "android",
    "darwin",
    "dragonfly",
    "freebsd",
    "hurd",
    "illumos",
    "ios",
    "js",
    "linux",
    "nacl",
    "netbsd",
    "openbsd",
    "plan9",
    "solaris",
    "wasip1",
    "windows",
    "zos",
];
const KNOWN_ARCH: &[&str] = &[
    "386",
    "amd64",
    "amd64p32",
    "arm",
    "arm64",
    "arm64be",
    "armbe",
    "loong64",
    "mips",
    "mips64",
    "mips64le",
    "mips64p32",
    "mips64p32le",
    "mipsle",
    "ppc",
    "ppc64",
    "ppc64le",
    "riscv",
    "riscv64",
    "s390",
    "s390x",
    "sparc",
    "sparc64",
    "wasm",
];

fn arch() -> &'static str {
    if cfg!(target_arch = "aarch64") {
        "arm64"
    } else {
        "amd64"
    }
}

fn os() -> &'static str {
    if cfg!(target_os = "macos") {
        "darwin"
    } else {
        "linux"
    }
}

/// Whether a build tag is satisfied.
fn tag(t: &str) -> bool {
    if let Some(minor) = t.strip_prefix("go1.") {
        return minor
            .parse::<u32>()
            .is_ok_and(|m| (1..=GoVersion::CURRENT.0).contains(&m));
    }
    t == os() || t == arch() || matches!(t, "golite" | "gc" | "unix" | "purego")
}

/// `name_linux.go`, `name_amd64.go`, `name_linux_amd64.go`, each also with `_test` before the dot.
pub fn file_name_matches(name: &str) -> bool {
    let stem = name.split('.').next().unwrap_or("");
    let stem = stem.strip_suffix("_test").unwrap_or(stem);
    let parts: Vec<&str> = stem.split('_').skip(1).collect();
    match parts.as_slice() {
        [.., o, a] if KNOWN_OS.contains(o) && KNOWN_ARCH.contains(a) => *o == os() && *a == arch(),
        [.., x] if KNOWN_OS.contains(x) => *x == os(),
        [.., x] if KNOWN_ARCH.contains(x) => *x == arch(),
        _ => true,
    }
}

/// A build constraint.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Constraint {
    Tag(String),
    Not(Box<Constraint>),
    And(Box<Constraint>, Box<Constraint>),
    Or(Box<Constraint>, Box<Constraint>),
}

impl Constraint {
    fn holds(&self) -> bool {
        match self {
            Constraint::Tag(t) => tag(t),
            Constraint::Not(x) => !x.holds(),
            Constraint::And(x, y) => x.holds() && y.holds(),
            Constraint::Or(x, y) => x.holds() || y.holds(),
        }
    }

    /// The oldest language version for which it can hold (or, for `sign` false, fail), if it asks for one.
    fn oldest(&self, sign: bool) -> Option<GoVersion> {
        let (x, y, both) = match self {
            Constraint::Tag(t) => {
                return match t.strip_prefix("go1.") {
                    Some(minor) if sign => minor.parse().ok().map(GoVersion),
                    _ if t == "go1" && sign => Some(GoVersion(0)),
                    _ => None,
                };
            }
            Constraint::Not(x) => return x.oldest(!sign),
            Constraint::And(x, y) => (x, y, sign),
            Constraint::Or(x, y) => (x, y, !sign),
        };
        let (x, y) = (x.oldest(sign), y.oldest(sign));
        if both { x.max(y) } else { x.min(y) }
    }
}

/// The constraint before the package clause, if there is one and it is well formed.
fn constraint(text: &[u8]) -> Option<Constraint> {
    let mut comment = false;
    for line in text.split(|&b| b == b'\n') {
        let line = String::from_utf8_lossy(line);
        let mut line = line.trim();
        if comment {
            let Some((_, rest)) = line.split_once("*/") else {
                continue;
            };
            comment = false;
            line = rest.trim();
        }
        while let Some(rest) = line.strip_prefix("/*") {
            match rest.split_once("*/") {
                Some((_, rest)) => line = rest.trim(),
                None => {
                    comment = true;
                    line = "";
                }
            }
        }
        if let Some(expr) = line.strip_prefix("//go:build ") {
            let tokens = tokenize(expr);
            let mut p = Parser {
                tokens: &tokens,
                at: 0,
                depth: 0,
            };
            return p.or().filter(|_| p.at == tokens.len());
        }
        if !(line.is_empty() || line.starts_with("//") || line.starts_with("#!")) {
            break;
        }
    }
    None
}

/// Whether the build has the file: evaluates the `//go:build` line, or else the `// +build` lines.
pub fn source_matches(text: &[u8]) -> bool {
    match constraint(text) {
        Some(c) => c.holds(),
        None => plus_build_lines(text).all(plus_build_holds),
    }
}

/// What the `// +build` lines say that stand in the comments at the file's start, before their last blank line: a comment without
/// one below it belongs to the package clause.
fn plus_build_lines(text: &[u8]) -> impl Iterator<Item = &str> {
    let lines = || text.split(|&b| b == b'\n').map(<[u8]>::trim_ascii);
    let header = lines().take_while(|l| l.is_empty() || l.starts_with(b"//"));
    let end = header.enumerate().filter(|(_, l)| l.is_empty()).last();
    lines()
        .take(end.map_or(0, |(i, _)| i))
        .filter_map(|l| std::str::from_utf8(l.strip_prefix(b"//")?).ok())
        .filter_map(|l| l.trim_start().strip_prefix("+build"))
        .filter(|l| l.is_empty() || l.starts_with(char::is_whitespace))
}

/// Whether one of a line's terms holds: tags between commas, all of which must hold. What is no tag does not hold.
fn plus_build_holds(line: &str) -> bool {
    let holds = |literal: &str| {
        let (plain, sign) = match literal.strip_prefix('!') {
            Some(rest) => (rest, false),
            None => (literal, true),
        };
        match plain.chars().all(is_tag_letter) && !plain.is_empty() {
            true => tag(plain) == sign,
            false => !plain.is_empty() && !plain.starts_with('!') && !sign,
        }
    };
    line.split_whitespace()
        .any(|term| term.split(',').all(holds))
}

fn is_tag_letter(c: char) -> bool {
    c.is_alphanumeric() || c == '_' || c == '.'
}

/// The language version that the `//go:build` line asks for.
pub fn go_version(text: &[u8]) -> Option<u32> {
    if !text.starts_with(b"//") && memchr::memmem::find(text, b"//go:build").is_none() {
        return None;
    }
    constraint(text)?.oldest(true).map(|v| v.0)
}

fn tokenize(s: &str) -> Vec<String> {
    let mut out = Vec::new();
    let s = s.split("//").next().unwrap_or(s);
    let mut rest = s.trim();
    while !rest.is_empty() {
        let n = if rest.starts_with("&&") || rest.starts_with("||") {
            2
        } else if rest.starts_with(['(', ')', '!']) {
            1
        } else {
            rest.find(|c: char| c.is_whitespace() || "&|()!".contains(c))
                .unwrap_or(rest.len())
                .max(1)
        };
        let n = (n..=rest.len())
            .find(|&n| rest.is_char_boundary(n))
            .unwrap_or(rest.len());
        out.push(rest[..n].to_string());
        rest = rest[n..].trim_start();
    }
    out
}

struct Parser<'a> {
    tokens: &'a [String],
    at: usize,
    depth: u32,
}

impl Parser<'_> {
    fn eat(&mut self, t: &str) -> bool {
        let hit = self.tokens.get(self.at).is_some_and(|x| x == t);
        self.at += hit as usize;
        hit
    }
    fn or(&mut self) -> Option<Constraint> {
        let mut x = self.and()?;
        while self.eat("||") {
            x = Constraint::Or(Box::new(x), Box::new(self.and()?));
        }
        Some(x)
    }
    fn and(&mut self) -> Option<Constraint> {
        let mut x = self.not()?;
        while self.eat("&&") {
            x = Constraint::And(Box::new(x), Box::new(self.not()?));
        }
        Some(x)
    }
    fn not(&mut self) -> Option<Constraint> {
        self.depth += 1;
        if self.depth > 1000 {
            return None;
        }
        if self.eat("!") {
            return Some(Constraint::Not(Box::new(self.not()?)));
        }
        if self.eat("(") {
            let x = self.or()?;
            return self.eat(")").then_some(x);
        }
        let t = self.tokens.get(self.at)?;
        if !t.chars().all(is_tag_letter) {
            return None;
        }
        self.at += 1;
        Some(Constraint::Tag(t.clone()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn constraints() {
        assert!(source_matches(b"//go:build linux && !windows\npackage p"));
        assert!(!source_matches(b"// c\n\n//go:build ignore\n\npackage p"));
        assert!(source_matches(b"//go:build go1.21 && (linux || plan9)\n"));
        assert!(source_matches(b"package p\n\n//go:build ignore\n"));
        assert!(!source_matches(b"/* a\nb */\n//go:build !golite\n"));
        assert!(!file_name_matches("x_windows.go"));
        assert!(!file_name_matches("x_windows_test.go"));
        assert!(file_name_matches("linux.go") && file_name_matches("a_b.go"));
    }

    #[test]
    fn old_constraints() {
        let holds = |lines: &str| source_matches(format!("// c\n{lines}\npackage p\n").as_bytes());
        assert!(!holds("// +build ignore\n"));
        assert!(holds("//+build windows linux\n"));
        assert!(!holds("// +build linux,!unix\n"));
        assert!(!holds("// +build unix\n// +build windows\n"));
        assert!(!holds("// +build\n") && !holds("// +build !!unix\n"));
        // Part of the package clause's comment, another word, below a line that governs.
        assert!(holds("// +build ignore"));
        assert!(holds("// +builds ignore\n"));
        assert!(holds("//go:build unix\n// +build ignore\n"));
    }

    #[test]
    fn versions() {
        let v = |s: &str| go_version(format!("//go:build {s}\npackage p").as_bytes());
        assert_eq!(v("go1.21"), Some(21));
        assert_eq!(v("linux && go1.20 && go1.22"), Some(22));
        assert_eq!(v("go1.20 || go1.22"), Some(20));
        assert_eq!(v("go1.20 || linux"), None);
        assert_eq!(v("!go1.22"), None);
        assert_eq!(v("!(linux || !go1.22)"), Some(22));
    }
}
