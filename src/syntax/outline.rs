//! The outline of the embedded library: which files each package has, what they import and declare, and where.
//! Declarations are parsed one by one, when something refers to them.
//!
//! The build script writes it as tables of 32-bit words beside the text of all files; a word is a number in another table or
//! a place in the text.

use std::ops::Range;
use std::sync::Arc;

use golite_grammar::parse::parse_piece;

use crate::base::Text;
use crate::base::{FileId, Interner, SourceMap};
use crate::syntax::ast::File;
use crate::syntax::token::Tok;

crate::base::define_id! {
    /// A package of an [`Outline`], in order of paths.
    pub struct PackageNo;
    /// A file of an [`Outline`].
    pub struct FileNo;
    /// A piece of a file that is parsed at once: a function, a type, variables with a common initializer, or the
    /// constants of a group.
    pub struct PieceNo;
    /// A declared name of an [`Outline`]: methods, `init` functions and `_` too. In source order.
    pub struct DeclNo;
}

/// What a declaration declares.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
#[allow(missing_docs)]
pub enum DeclSort {
    Const,
    Var,
    Type,
    Func,
    Method,
}

/// The outline of a library.
#[derive(Clone, Copy, Debug)]
pub struct Outline {
    tables: &'static [u8],
    text: &'static [u8],
}

/// Which table of the file of tables.
#[derive(Clone, Copy)]
enum Table {
    Packages,
    Files,
    Imports,
    Needs,
    Pieces,
    Decls,
    Hashes,
    /// Of each piece, its first name and how many there are.
    Names,
}

/// A declared name.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Declared {
    /// What it is.
    pub sort: DeclSort,
    /// The piece that declares it.
    pub piece: PieceNo,
    /// Where its identifier is, in the text of its file.
    pub at: u32,
    /// Whether it is a method of a pointer.
    pub pointer: bool,
    /// Whether it is a function with a body.
    pub body: bool,
    /// The first method of a type, the next method of the type of a method.
    pub next: Option<DeclNo>,
}

/// An import spec of a file.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Imported {
    /// The path.
    pub path: &'static str,
    /// The name given to it, or nothing.
    pub name: &'static str,
    /// Where the path is, in the text of its file.
    pub at: u32,
}

impl Outline {
    /// The outline that the build script wrote.
    pub const fn new(tables: &'static [u8], text: &'static [u8]) -> Outline {
        Outline { tables, text }
    }

    fn word(&self, i: u32) -> u32 {
        let at = i as usize * 4;
        match self.tables.get(at..at + 4) {
            Some(w) => u32::from_le_bytes([w[0], w[1], w[2], w[3]]),
            None => 0,
        }
    }

    /// `N` words of row `i` of a table.
    fn row<const N: usize>(&self, table: Table, i: u32) -> [u32; N] {
        let at = self.word(1 + table as u32) + i * N as u32;
        std::array::from_fn(|k| self.word(at + k as u32))
    }

    fn bytes(&self, at: u32, len: u32) -> &'static [u8] {
        &self.text[at as usize..(at + len) as usize]
    }

    fn str(&self, at: u32, len: u32) -> &'static str {
        std::str::from_utf8(self.bytes(at, len)).unwrap_or("")
    }

    fn package(&self, p: PackageNo) -> [u32; 12] {
        self.row(Table::Packages, p.0)
    }

    /// All packages, in order of paths.
    pub fn packages(&self) -> impl DoubleEndedIterator<Item = PackageNo> + use<> {
        (0..self.word(0)).map(PackageNo)
    }

    /// The package of this path.
    pub fn find_package(&self, path: &str) -> Option<PackageNo> {
        let (mut lo, mut hi) = (0, self.word(0));
        while lo < hi {
            let mid = (lo + hi) / 2;
            match self.path(PackageNo(mid)).cmp(path) {
                std::cmp::Ordering::Equal => return Some(PackageNo(mid)),
                std::cmp::Ordering::Less => lo = mid + 1,
                std::cmp::Ordering::Greater => hi = mid,
            }
        }
        None
    }

    /// The import path of a package.
    pub fn path(&self, p: PackageNo) -> &'static str {
        let [at, len, ..] = self.package(p);
        self.str(at, len)
    }

    /// The name of a package.
    pub fn name(&self, p: PackageNo) -> &'static str {
        let [_, _, at, len, ..] = self.package(p);
        self.str(at, len)
    }

    /// The files of a package, in name order.
    pub fn files(&self, p: PackageNo) -> impl Iterator<Item = FileNo> + use<> {
        let [.., first, n, _, _, _, _, _, _] = self.package(p);
        (first..first + n).map(FileNo)
    }

    /// The paths that a package imports, each once.
    pub fn needs(&self, p: PackageNo) -> impl Iterator<Item = &'static str> + use<> {
        let [.., first, n, _, _, _, _] = self.package(p);
        let outline = *self;
        (first..first + n).map(move |i| {
            let [at, len] = outline.row(Table::Needs, i);
            outline.str(at, len)
        })
    }

    /// What a package declares, in source order.
    pub fn decls(&self, p: PackageNo) -> impl Iterator<Item = DeclNo> + Clone + use<> {
        let [.., first, n, _, _] = self.package(p);
        (first..first + n).map(DeclNo)
    }

    /// The number of a declaration in its package, from 1.
    pub fn order(&self, p: PackageNo, d: DeclNo) -> u32 {
        let [.., first, _, _, _] = self.package(p);
        d.0 - first + 1
    }

    /// The declaration of this number (see [`Outline::order`]).
    pub fn decl_of_order(&self, p: PackageNo, order: u32) -> DeclNo {
        let [.., first, _, _, _] = self.package(p);
        DeclNo(first + order - 1)
    }

    /// The package-level declaration of this name.
    pub fn find(&self, p: PackageNo, name: &str) -> Option<DeclNo> {
        let [.., table, size] = self.package(p);
        let mut at = hash(name.as_bytes()) & (size - 1);
        loop {
            let [found] = self.row(Table::Hashes, table + at);
            let d = DeclNo(found.checked_sub(1)?);
            if self.decl_name(d) == name {
                return Some(d);
            }
            at = (at + 1) & (size - 1);
        }
    }

    /// The name of a declaration.
    pub fn decl_name(&self, d: DeclNo) -> &'static str {
        let [at, len, ..]: [u32; 5] = self.row(Table::Decls, d.0);
        self.str(at, len)
    }

    /// A declaration.
    pub fn decl(&self, d: DeclNo) -> Declared {
        let [at, _, flags, piece, next] = self.row(Table::Decls, d.0);
        let (file, _) = self.piece(PieceNo(piece));
        let sort = match flags as u8 {
            0 => DeclSort::Const,
            1 => DeclSort::Var,
            2 => DeclSort::Type,
            3 => DeclSort::Func,
            _ => DeclSort::Method,
        };
        Declared {
            sort,
            piece: PieceNo(piece),
            at: at - self.text_of(file).start as u32,
            pointer: flags & 1 << 8 != 0,
            body: flags & 1 << 9 != 0,
            next: next.checked_sub(1).map(DeclNo),
        }
    }

    /// The names that the piece of a declaration declares, in order.
    pub fn siblings(&self, d: DeclNo) -> impl Iterator<Item = DeclNo> + Clone + use<> {
        let [first, n] = self.row(Table::Names, self.row::<5>(Table::Decls, d.0)[3]);
        (first..first + n).map(DeclNo)
    }

    /// The `init` functions of a package.
    pub fn inits(&self, p: PackageNo) -> impl Iterator<Item = DeclNo> + use<> {
        let outline = *self;
        let decls = self.decls(p);
        self.files(p)
            .filter(move |f| outline.row::<8>(Table::Files, f.0)[6] != 0)
            .flat_map(move |f| {
                decls.clone().filter(move |d| {
                    let found = outline.decl(*d);
                    found.sort == DeclSort::Func
                        && outline.decl_name(*d) == "init"
                        && outline.piece(found.piece).0 == f
                })
            })
    }

    /// The file of a piece, and where the piece is in its text.
    pub fn piece(&self, p: PieceNo) -> (FileNo, Range<usize>) {
        let [file, at, len, _] = self.row(Table::Pieces, p.0);
        let start = at as usize - self.text_of(FileNo(file)).start;
        (FileNo(file), start..start + len as usize)
    }

    fn text_of(&self, f: FileNo) -> Range<usize> {
        let [_, _, at, len, ..]: [u32; 8] = self.row(Table::Files, f.0);
        at as usize..(at + len) as usize
    }

    /// The name that a file is shown under.
    pub fn file_name(&self, f: FileNo) -> &'static str {
        let [at, len, ..]: [u32; 8] = self.row(Table::Files, f.0);
        self.str(at, len)
    }

    /// The text of a file.
    pub fn file_text(&self, f: FileNo) -> Text {
        Text::Static(&self.text[self.text_of(f)])
    }

    /// The imports of a file.
    pub fn imports(&self, f: FileNo) -> impl Iterator<Item = Imported> + use<> {
        let [.., first, n, _, _]: [u32; 8] = self.row(Table::Files, f.0);
        let (outline, start) = (*self, self.text_of(f).start as u32);
        (first..first + n).map(move |i| {
            let [at, len, name, name_len] = outline.row(Table::Imports, i);
            Imported {
                path: outline.str(at, len),
                name: outline.str(name, name_len),
                at: at - start,
            }
        })
    }

    /// Parses a piece; `id` is its file. The body of a function is parsed later ([`File::func_body`]).
    pub fn parse(&self, p: PieceNo, id: FileId, map: &SourceMap, names: &Arc<Interner>) -> File {
        let [file, at, len, kind] = self.row(Table::Pieces, p.0);
        let source = map.file(id);
        let start = at - self.text_of(FileNo(file)).start as u32;
        let keyword = match kind {
            0x101 => Some(Tok::Var),
            0x102 => Some(Tok::Type),
            _ => None,
        };
        let text = self.bytes(at, len);
        parse_piece(text, keyword, id, source.base().plus(start), names)
    }
}

/// FNV-1a.
fn hash(name: &[u8]) -> u32 {
    name.iter().fold(0x811c_9dc5, |h, b| {
        (h ^ u32::from(*b)).wrapping_mul(0x0100_0193)
    })
}
