//! Which files belong to a build: `//go:build` lines and GOOS/GOARCH suffixes of file names.

const KNOWN_OS: &[&str] = &[
    "aix",
    "android",
    "darwin",
    "dragonfly",
    "freebsd",
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
    "386", "amd64", "arm", "arm64", "loong64", "mips", "mips64", "mips64le", "mipsle", "ppc64",
    "ppc64le", "riscv64", "s390x", "sparc64", "wasm",
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
        return minor.parse::<u32>().is_ok_and(|m| m <= 27);
    }
    t == os() || t == arch() || t == "golite" || t == "unix" || t == "gc"
}

/// `name_linux.go`, `name_amd64.go`, `name_linux_amd64.go`.
pub fn file_name_matches(name: &str) -> bool {
    let stem = name.split('.').next().unwrap_or("");
    let parts: Vec<&str> = stem.split('_').skip(1).collect();
    match parts.as_slice() {
        [.., o, a] if KNOWN_OS.contains(o) && KNOWN_ARCH.contains(a) => *o == os() && *a == arch(),
        [.., x] if KNOWN_OS.contains(x) => *x == os(),
        [.., x] if KNOWN_ARCH.contains(x) => *x == arch(),
        _ => true,
    }
}

/// Evaluates the `//go:build` line before the package clause, if there is one.
pub fn source_matches(text: &[u8]) -> bool {
    for line in text.split(|&b| b == b'\n') {
        let line = String::from_utf8_lossy(line);
        let line = line.trim();
        if let Some(expr) = line.strip_prefix("//go:build ") {
            let tokens = tokenize(expr);
            return Parser {
                tokens: &tokens,
                at: 0,
            }
            .or();
        }
        if !(line.is_empty() || line.starts_with("//") || line.starts_with("#!")) {
            break;
        }
    }
    true
}

fn tokenize(s: &str) -> Vec<String> {
    let mut out = Vec::new();
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
}

impl Parser<'_> {
    fn eat(&mut self, t: &str) -> bool {
        let hit = self.tokens.get(self.at).is_some_and(|x| x == t);
        self.at += hit as usize;
        hit
    }
    fn or(&mut self) -> bool {
        let mut v = self.and();
        while self.eat("||") {
            v |= self.and();
        }
        v
    }
    fn and(&mut self) -> bool {
        let mut v = self.not();
        while self.eat("&&") {
            v &= self.not();
        }
        v
    }
    fn not(&mut self) -> bool {
        let mut flip = false;
        while self.eat("!") {
            flip = !flip;
        }
        let v = if self.eat("(") {
            let v = self.or();
            self.eat(")");
            v
        } else {
            let t = self.tokens.get(self.at).map_or("", |t| t.as_str());
            self.at += 1;
            tag(t)
        };
        v != flip
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
        assert!(!file_name_matches("x_windows.go"));
        assert!(file_name_matches("linux.go") && file_name_matches("a_b.go"));
    }
}
