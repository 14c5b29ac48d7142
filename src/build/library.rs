//! Lays out the embedded library: one text of all its files, and a table of what each of them declares and imports, so
//! that a program that imports a package need not read more of it than it uses.
//!
//! Files have the form gofmt gives them: a declaration begins at the left margin, what belongs to it is in brackets or
//! indented. A test compares the table with what the parser finds. `src/syntax/outline.rs` reads what is written here.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use std::path::PathBuf;

/// Kinds of pieces and declarations, as in `syntax::outline`.
const CONST: u32 = 0;
const VAR: u32 = 1;
const TYPE: u32 = 2;
const FUNC: u32 = 3;
const METHOD: u32 = 4;

/// Flags of declarations.
const POINTER: u32 = 1 << 8;
const BODY: u32 = 1 << 9;
/// Flag of pieces: the keyword stands before a parenthesis, elsewhere.
const GROUPED: u32 = 1 << 8;

type Range = std::ops::Range<usize>;

struct Import {
    name: Range,
    path: Range,
}

struct Piece {
    kind: u32,
    grouped: bool,
    text: Range,
}

struct Decl {
    kind: u32,
    name: Range,
    piece: usize,
    flags: u32,
    base: Range,
}

#[derive(Default)]
struct File {
    package: Range,
    imports: Vec<Import>,
    pieces: Vec<Piece>,
    decls: Vec<Decl>,
}

struct Scan<'s> {
    src: &'s [u8],
    at: usize,
    file: File,
}

fn is_name(b: u8) -> bool {
    b == b'_' || b.is_ascii_alphanumeric() || b >= 0x80
}

impl Scan<'_> {
    fn starts(&self, s: &str) -> bool {
        self.src[self.at..].starts_with(s.as_bytes())
    }

    /// The next byte.
    fn peek(&self) -> u8 {
        self.src.get(self.at).copied().unwrap_or(b'\n')
    }

    fn take(&mut self, s: &str) -> bool {
        let yes = self.starts(s);
        if yes {
            self.at += s.len();
        }
        yes
    }

    fn name(&mut self) -> Range {
        let from = self.at;
        while is_name(self.peek()) && self.at < self.src.len() {
            self.at += 1;
        }
        from..self.at
    }

    /// Goes to the byte after what ends with `end`.
    fn past(&mut self, end: &str) {
        let rest = &self.src[self.at..];
        let n = rest.windows(end.len()).position(|w| w == end.as_bytes());
        self.at += n.map_or(rest.len(), |n| n + end.len());
    }

    fn quoted(&mut self, quote: u8) {
        self.at += 1;
        while self.at < self.src.len() && self.peek() != quote {
            self.at += if self.peek() == b'\\' { 2 } else { 1 };
        }
        self.at += 1;
    }

    /// Goes to the newline that ends an item of this indentation, or to the bracket that closes its group.
    fn item(&mut self, indent: usize) {
        let mut depth = 0usize;
        while self.at < self.src.len() {
            match self.peek() {
                b'"' | b'\'' => {
                    let quote = self.peek();
                    self.quoted(quote);
                    continue;
                }
                b'`' => {
                    self.at += 1;
                    self.past("`");
                    continue;
                }
                b'/' if self.starts("/*") => {
                    self.past("*/");
                    continue;
                }
                b'/' if self.starts("//") => {
                    while self.peek() != b'\n' {
                        self.at += 1;
                    }
                    continue;
                }
                b'(' | b'[' | b'{' => depth += 1,
                b')' | b']' | b'}' => depth = depth.saturating_sub(1),
                b'\n' if depth == 0 => {
                    let rest = &self.src[self.at + 1..];
                    let tabs = rest.iter().take_while(|b| **b == b'\t').count();
                    if tabs <= indent {
                        return;
                    }
                }
                _ => {}
            }
            self.at += 1;
        }
    }

    /// What stands between the lines `keyword (` and `)`: each item, at one tab.
    fn group(&mut self, mut each: impl FnMut(&mut Self)) {
        self.past("\n");
        while !self.take(")") && self.at < self.src.len() {
            if self.peek() == b'\n' {
                self.at += 1;
                continue;
            }
            self.at += usize::from(self.peek() == b'\t');
            if self.starts("//") || self.starts("/*") {
                self.item(1);
            } else if self.peek() != b'\n' {
                each(self);
            }
        }
    }

    fn import_spec(&mut self) {
        let mut name = 0..0;
        if self.peek() != b'"' {
            name = if self.peek() == b'.' {
                self.at += 1;
                self.at - 1..self.at
            } else {
                self.name()
            };
            self.past(" ");
        }
        let from = self.at + 1;
        self.quoted(b'"');
        let path = from..self.at - 1;
        self.file.imports.push(Import { name, path });
        self.item(1);
    }

    /// The names that a spec begins with, then the rest of it.
    fn spec(&mut self, kind: u32, piece: usize, indent: usize) {
        loop {
            let name = self.name();
            self.file.decls.push(Decl {
                kind,
                name,
                piece,
                flags: 0,
                base: 0..0,
            });
            if kind == TYPE || !self.take(", ") {
                break;
            }
        }
        self.item(indent);
    }

    fn specs(&mut self, kind: u32, start: usize) {
        let piece = self.file.pieces.len();
        if !self.take("(") {
            self.spec(kind, piece, 0);
            let text = start..self.at;
            self.file.pieces.push(Piece {
                kind,
                grouped: false,
                text,
            });
            return;
        }
        self.group(|s| {
            let from = s.at;
            let piece = s.file.pieces.len();
            s.spec(kind, piece, 1);
            if kind != CONST {
                s.file.pieces.push(Piece {
                    kind,
                    grouped: true,
                    text: from..s.at,
                });
            }
        });
        if kind == CONST {
            // The specs of a group count on from each other.
            self.file.pieces.push(Piece {
                kind,
                grouped: false,
                text: start..self.at,
            });
        }
    }

    fn func(&mut self, start: usize) {
        let (mut kind, mut flags, mut base) = (FUNC, 0, 0..0);
        if self.take("(") {
            kind = METHOD;
            // `name *T[P]`, or without a name.
            let first = self.name();
            let named = self.take(" ");
            if self.take("*") {
                flags = POINTER;
            }
            base = if named || first.is_empty() {
                self.name()
            } else {
                first
            };
            if self.peek() == b'[' {
                self.past("]");
            }
            assert!(self.take(") "), "a receiver of a form that is not known");
        }
        let name = self.name();
        self.item(0);
        if self.src[self.at - 1] == b'}' {
            let one = &self.src[start..self.at];
            // A body, and not only a result type `struct{}`.
            let types = one.ends_with(b"struct{}") || one.ends_with(b"interface{}");
            flags |= if types { 0 } else { BODY };
        }
        let piece = self.file.pieces.len();
        self.file.pieces.push(Piece {
            kind: FUNC,
            grouped: false,
            text: start..self.at,
        });
        self.file.decls.push(Decl {
            kind,
            name,
            piece,
            flags,
            base,
        });
    }

    fn run(mut self) -> File {
        while self.at < self.src.len() {
            let start = self.at;
            if self.take("package ") {
                self.file.package = self.name();
            } else if self.take("import (") {
                self.group(Self::import_spec);
            } else if self.take("import ") {
                self.import_spec();
            } else if self.take("const ") {
                self.specs(CONST, start);
            } else if self.take("var ") {
                self.specs(VAR, start);
            } else if self.take("type ") {
                self.specs(TYPE, start);
            } else if self.take("func ") {
                self.func(start);
            } else if self.take("/*") {
                self.past("*/");
            } else {
                self.past("\n");
            }
        }
        self.file
    }
}

/// Tables of words.
#[derive(Default)]
struct Tables {
    packages: Vec<u32>,
    files: Vec<u32>,
    imports: Vec<u32>,
    needs: Vec<u32>,
    pieces: Vec<u32>,
    decls: Vec<u32>,
    hashes: Vec<u32>,
    /// Of each piece, its first declaration and how many there are.
    names: Vec<u32>,
}

/// FNV-1a, as in `syntax::outline`.
fn hash(name: &[u8]) -> u32 {
    name.iter().fold(0x811c_9dc5, |h, b| {
        (h ^ u32::from(*b)).wrapping_mul(0x0100_0193)
    })
}

fn add(text: &mut Vec<u8>, bytes: &[u8]) -> [u32; 2] {
    let at = text.len() as u32;
    text.extend_from_slice(bytes);
    [at, bytes.len() as u32]
}

fn add_package(t: &mut Tables, text: &mut Vec<u8>, path: &str, files: &[PathBuf]) {
    let (file0, need0) = (t.files.len() / 8, t.needs.len() / 2);
    let decl0 = t.decls.len() / 5;
    let mut name = Vec::new();
    let mut needs: Vec<Vec<u8>> = Vec::new();
    // Per declaration: name and base type, to link methods.
    let mut names: Vec<(u32, Vec<u8>, Vec<u8>)> = Vec::new();
    for f in files {
        let src = fs::read(f).expect("a library file can be read");
        let file_name = f.file_name().expect("a file has a name").to_string_lossy();
        let shown = add(text, format!("$GOROOT/src/{path}/{file_name}").as_bytes());
        let [base, len] = add(text, &src);
        let found = Scan {
            src: &src,
            at: 0,
            file: File::default(),
        }
        .run();
        name = src[found.package.clone()].to_vec();
        let span = |r: &Range| [base + r.start as u32, r.len() as u32];
        let (import0, piece0) = (t.imports.len() / 4, t.pieces.len() / 4);
        let file = (t.files.len() / 8) as u32;
        for i in &found.imports {
            t.imports.extend(span(&i.path));
            t.imports.extend(span(&i.name));
            let path = src[i.path.clone()].to_vec();
            if !needs.contains(&path) {
                t.needs.extend(span(&i.path));
                needs.push(path);
            }
        }
        for p in &found.pieces {
            let grouped = if p.grouped { GROUPED } else { 0 };
            let [at, len] = span(&p.text);
            t.pieces.extend([file, at, len, p.kind | grouped]);
        }
        let own = t.decls.len() / 5;
        for i in 0..found.pieces.len() {
            let first = found.decls.iter().position(|d| d.piece == i);
            let n = found.decls.iter().filter(|d| d.piece == i).count();
            t.names
                .extend([(own + first.unwrap_or(0)) as u32, n as u32]);
        }
        let init = |d: &&Decl| d.kind == FUNC && &src[d.name.clone()] == b"init";
        let inits = found.decls.iter().filter(init).count() as u32;
        for d in &found.decls {
            let [at, len] = span(&d.name);
            assert!(len < 256);
            t.decls
                .extend([at, len, d.kind | d.flags, (piece0 + d.piece) as u32, 0]);
            names.push((
                d.kind,
                src[d.name.clone()].to_vec(),
                src[d.base.clone()].to_vec(),
            ));
        }
        t.files.extend(shown);
        t.files.extend([
            base,
            len,
            import0 as u32,
            found.imports.len() as u32,
            inits,
            0,
        ]);
    }
    // A type leads to its first method, each method to the next.
    for (i, (_, name, _)) in names.iter().enumerate().filter(|d| d.1.0 == TYPE) {
        let mut from = decl0 + i;
        for (k, _) in names
            .iter()
            .enumerate()
            .filter(|d| d.1.0 == METHOD && d.1.2 == *name)
        {
            t.decls[from * 5 + 4] = (decl0 + k + 1) as u32;
            from = decl0 + k;
        }
    }
    // Names, by hash and then by trying the next place.
    let named = |d: &(u32, Vec<u8>, Vec<u8>)| d.0 != METHOD && d.1 != b"_" && d.1 != b"init";
    let size = (names.iter().filter(|d| named(d)).count() * 2 + 1).next_power_of_two();
    let mut table = vec![0; size];
    for (i, d) in names.iter().enumerate().filter(|d| named(d.1)) {
        let mut at = hash(&d.1) as usize % size;
        while table[at] != 0 {
            at = (at + 1) % size;
        }
        table[at] = (decl0 + i + 1) as u32;
    }
    let path = add(text, path.as_bytes());
    let name = add(text, &name);
    t.packages.extend(path);
    t.packages.extend(name);
    t.packages.extend([file0 as u32, files.len() as u32]);
    t.packages.extend([need0 as u32, needs.len() as u32]);
    t.packages.extend([decl0 as u32, names.len() as u32]);
    t.packages.extend([t.hashes.len() as u32, size as u32]);
    t.hashes.extend(table);
}

fn find(dir: &Path, root: &Path, out: &mut BTreeMap<String, Vec<PathBuf>>) {
    for entry in fs::read_dir(dir)
        .expect("the library can be read")
        .flatten()
    {
        let path = entry.path();
        let name = entry.file_name();
        let name = name.to_string_lossy();
        if path.is_dir() {
            find(&path, root, out);
        } else if name.ends_with(".go") && !name.ends_with("_test.go") {
            let package = dir.strip_prefix(root).expect("it was found there");
            let package = package.to_string_lossy().replace('\\', "/");
            out.entry(package).or_default().push(path);
        }
    }
}

/// Writes both to where the compiler finds them.
pub fn lay_out() {
    println!("cargo:rerun-if-changed=stdlib");
    let root = Path::new("stdlib");
    let mut packages = BTreeMap::new();
    find(root, root, &mut packages);
    let (mut tables, mut text) = (Tables::default(), Vec::new());
    for (path, files) in &mut packages {
        files.sort();
        add_package(&mut tables, &mut text, path, files);
    }
    let parts = [
        tables.packages,
        tables.files,
        tables.imports,
        tables.needs,
        tables.pieces,
        tables.decls,
        tables.hashes,
        tables.names,
    ];
    // First where each table begins.
    let mut words = vec![packages.len() as u32];
    let mut at = 1 + parts.len() as u32;
    for p in &parts {
        words.push(at);
        at += p.len() as u32;
    }
    words.extend(parts.into_iter().flatten());
    let bytes: Vec<u8> = words.iter().flat_map(|w| w.to_le_bytes()).collect();
    let out = PathBuf::from(std::env::var("OUT_DIR").expect("cargo sets OUT_DIR"));
    fs::write(out.join("library.tables"), bytes).expect("the tables can be written");
    fs::write(out.join("library.text"), text).expect("the text can be written");
}
