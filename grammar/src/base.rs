//! Positions, source files, interned names and typed indices.
//!
//! A [`Pos`] is global: every file of a [`SourceMap`] gets a range of its own, so that a [`Span`] tells
//! its file. Position 0 is no position. Nothing here is process-global: interners and
//! source maps are values, shared by reference, locked inside.

use std::fmt;
use std::hash::BuildHasher;
use std::marker::PhantomData;
use std::ops::{Index, IndexMut};
use std::sync::Arc;

use hashbrown::HashTable;
use parking_lot::{Mutex, RwLock};

/// Declares 32-bit typed indices for [`IndexVec`].
#[macro_export]
macro_rules! define_id {
    ($($(#[$m:meta])* $v:vis struct $name:ident;)*) => {$(
        $(#[$m])*
        #[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
        $v struct $name(pub u32);
        impl $crate::base::Idx for $name {
            #[inline]
            fn from_usize(n: usize) -> Self { debug_assert!(n < u32::MAX as usize); $name(n as u32) }
            #[inline]
            fn index(self) -> usize { self.0 as usize }
        }
        impl $name {
            /// The index as a number.
            #[inline]
            pub fn index(self) -> usize { self.0 as usize }
        }
        impl ::std::fmt::Debug for $name {
            fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
                write!(f, concat!(stringify!($name), "({})"), self.0)
            }
        }
    )*};
}

/// A typed 32-bit index.
pub trait Idx: Copy {
    /// The index with number `n`.
    fn from_usize(n: usize) -> Self;
    /// The index as a number.
    fn index(self) -> usize;
}

/// A vector indexed by its own index type.
#[derive(Clone)]
pub struct IndexVec<I, T> {
    raw: Vec<T>,
    marker: PhantomData<fn(I) -> I>,
}

impl<I: Idx, T> IndexVec<I, T> {
    /// An empty vector.
    pub const fn new() -> Self {
        IndexVec {
            raw: Vec::new(),
            marker: PhantomData,
        }
    }
    /// A vector of `n` copies of `value`.
    pub fn from_elem(value: T, n: usize) -> Self
    where
        T: Clone,
    {
        IndexVec {
            raw: vec![value; n],
            marker: PhantomData,
        }
    }
    /// An empty vector with room for `n` elements.
    pub fn with_capacity(n: usize) -> Self {
        IndexVec {
            raw: Vec::with_capacity(n),
            marker: PhantomData,
        }
    }
    /// Appends `value` and returns its index.
    #[inline]
    pub fn push(&mut self, value: T) -> I {
        let id = I::from_usize(self.raw.len());
        self.raw.push(value);
        id
    }
    /// The number of elements.
    #[inline]
    pub fn len(&self) -> usize {
        self.raw.len()
    }
    /// Whether there is no element.
    #[inline]
    pub fn is_empty(&self) -> bool {
        self.raw.is_empty()
    }
    /// The index that the next push will return.
    #[inline]
    pub fn next_id(&self) -> I {
        I::from_usize(self.raw.len())
    }
    /// The element at `id`, if there is one.
    #[inline]
    pub fn get(&self, id: I) -> Option<&T> {
        self.raw.get(id.index())
    }
    /// The element at `id`, if there is one.
    #[inline]
    pub fn get_mut(&mut self, id: I) -> Option<&mut T> {
        self.raw.get_mut(id.index())
    }
    /// The elements in order.
    pub fn iter(&self) -> std::slice::Iter<'_, T> {
        self.raw.iter()
    }
    /// The elements in order.
    pub fn iter_mut(&mut self) -> std::slice::IterMut<'_, T> {
        self.raw.iter_mut()
    }
    /// The elements with their indices.
    pub fn iter_enumerated(&self) -> impl DoubleEndedIterator<Item = (I, &T)> + ExactSizeIterator {
        self.raw
            .iter()
            .enumerate()
            .map(|(n, t)| (I::from_usize(n), t))
    }
    /// All indices in order.
    pub fn ids(&self) -> impl DoubleEndedIterator<Item = I> + ExactSizeIterator + use<I, T> {
        (0..self.raw.len()).map(I::from_usize)
    }
    /// The last element.
    pub fn last(&self) -> Option<&T> {
        self.raw.last()
    }
    /// Shortens to `n` elements.
    pub fn truncate(&mut self, n: usize) {
        self.raw.truncate(n)
    }
    /// Lengthens or shortens to `n` elements.
    pub fn resize(&mut self, n: usize, value: T)
    where
        T: Clone,
    {
        self.raw.resize(n, value)
    }
    /// The elements as a slice.
    pub fn as_slice(&self) -> &[T] {
        &self.raw
    }
    /// The elements as a plain vector.
    pub fn into_vec(self) -> Vec<T> {
        self.raw
    }
}

impl<I: Idx, T> From<Vec<T>> for IndexVec<I, T> {
    fn from(raw: Vec<T>) -> Self {
        IndexVec {
            raw,
            marker: PhantomData,
        }
    }
}
impl<I: Idx, T> Default for IndexVec<I, T> {
    fn default() -> Self {
        Self::new()
    }
}
impl<I: Idx, T> Index<I> for IndexVec<I, T> {
    type Output = T;
    #[inline]
    fn index(&self, id: I) -> &T {
        &self.raw[id.index()]
    }
}
impl<I: Idx, T> IndexMut<I> for IndexVec<I, T> {
    #[inline]
    fn index_mut(&mut self, id: I) -> &mut T {
        &mut self.raw[id.index()]
    }
}
impl<I: Idx, T: fmt::Debug> fmt::Debug for IndexVec<I, T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.raw.fmt(f)
    }
}
impl<'a, I: Idx, T> IntoIterator for &'a IndexVec<I, T> {
    type Item = &'a T;
    type IntoIter = std::slice::Iter<'a, T>;
    fn into_iter(self) -> Self::IntoIter {
        self.raw.iter()
    }
}

// ---------------------------------------------------------------------------
// Positions

/// A global source position: a byte in one of the files of a [`SourceMap`]; 0 is none.
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Default)]
pub struct Pos(pub u32);

impl Pos {
    /// No position.
    pub const NONE: Pos = Pos(0);
    /// Whether this is a position.
    #[inline]
    pub fn is_known(self) -> bool {
        self.0 != 0
    }
    /// The position `n` bytes further on.
    #[inline]
    pub fn plus(self, n: u32) -> Pos {
        Pos(self.0 + n)
    }
    /// The empty span at this position.
    #[inline]
    pub fn span(self) -> Span {
        Span {
            lo: self.0,
            hi: self.0,
        }
    }
}
impl fmt::Debug for Pos {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "@{}", self.0)
    }
}
impl From<Pos> for Span {
    fn from(p: Pos) -> Span {
        p.span()
    }
}

/// A half-open range of global positions, inside one file.
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Default)]
pub struct Span {
    /// First byte.
    pub lo: u32,
    /// Byte after the last.
    pub hi: u32,
}

impl Span {
    /// No place.
    pub const NONE: Span = Span { lo: 0, hi: 0 };
    /// The span from `lo` up to `hi`.
    #[inline]
    pub fn new(lo: Pos, hi: Pos) -> Span {
        Span { lo: lo.0, hi: hi.0 }
    }
    /// Where the span begins.
    #[inline]
    pub fn start(self) -> Pos {
        Pos(self.lo)
    }
    /// Where the span ends.
    #[inline]
    pub fn end(self) -> Pos {
        Pos(self.hi)
    }
    /// Whether this is a place.
    #[inline]
    pub fn is_known(self) -> bool {
        self.lo != 0
    }
    /// The smallest span that holds both.
    pub fn to(self, other: Span) -> Span {
        Span {
            lo: self.lo.min(other.lo),
            hi: self.hi.max(other.hi),
        }
    }
    /// Whether `p` lies inside.
    pub fn contains(self, p: Pos) -> bool {
        self.lo <= p.0 && p.0 < self.hi
    }
}
impl fmt::Debug for Span {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}..{}", self.lo, self.hi)
    }
}

define_id! {
    /// One file of a [`SourceMap`].
    pub struct FileId;
}

/// A position as people read it; line and column count from 1, the column in bytes.
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Debug)]
pub struct Location {
    /// The file.
    pub file: FileId,
    /// Line, from 1.
    pub line: u32,
    /// Column in bytes, from 1.
    pub col: u32,
}

/// One source file.
pub struct SourceFile {
    name: String,
    src: Arc<[u8]>,
    base: u32,
    lines: Box<[u32]>,
}

impl SourceFile {
    /// The name the file was added under.
    pub fn name(&self) -> &str {
        &self.name
    }
    /// The text.
    pub fn src(&self) -> &[u8] {
        &self.src
    }
    /// The text, shared.
    pub fn src_arc(&self) -> Arc<[u8]> {
        self.src.clone()
    }
    /// The position of the first byte.
    pub fn base(&self) -> Pos {
        Pos(self.base)
    }
    /// All of the file.
    pub fn span(&self) -> Span {
        Span {
            lo: self.base,
            hi: self.base + self.src.len() as u32,
        }
    }
    /// The number of lines.
    pub fn line_count(&self) -> u32 {
        self.lines.len() as u32
    }
    /// Line and column (from 1, in bytes) of byte `offset`.
    pub fn line_col(&self, offset: u32) -> (u32, u32) {
        let line = self.lines.partition_point(|&start| start <= offset);
        (line as u32, offset - self.lines[line - 1] + 1)
    }
    /// The byte range of a line (from 1), without its newline.
    pub fn line_range(&self, line: u32) -> std::ops::Range<usize> {
        let n = line as usize;
        if n == 0 || n > self.lines.len() {
            return 0..0;
        }
        let start = self.lines[n - 1] as usize;
        let mut end = self.lines.get(n).map_or(self.src.len(), |&e| e as usize);
        while end > start && matches!(self.src[end - 1], b'\n' | b'\r') {
            end -= 1;
        }
        start..end
    }
}

/// All source files of one instance. Files are only ever added.
pub struct SourceMap {
    files: boxcar::Vec<SourceFile>,
    next_base: Mutex<u32>,
}

impl Default for SourceMap {
    fn default() -> Self {
        Self::new()
    }
}

impl SourceMap {
    /// No files yet.
    pub fn new() -> Self {
        SourceMap {
            files: boxcar::Vec::new(),
            next_base: Mutex::new(1),
        }
    }

    /// Adds a file. A file that no longer fits the 4 GiB of positions is replaced by an empty one.
    pub fn add_file(&self, name: impl Into<String>, src: impl Into<Arc<[u8]>>) -> FileId {
        let mut src: Arc<[u8]> = src.into();
        let mut next = self.next_base.lock();
        let fits = u32::try_from(src.len())
            .ok()
            .and_then(|n| n.checked_add(2)?.checked_add(*next));
        let end = match fits {
            Some(end) => end,
            None => {
                src = Arc::new([]);
                next.saturating_add(1)
            }
        };
        let mut lines = vec![0];
        lines.extend(
            src.iter()
                .enumerate()
                .filter(|b| *b.1 == b'\n')
                .map(|b| b.0 as u32 + 1),
        );
        let file = SourceFile {
            name: name.into(),
            src,
            base: *next,
            lines: lines.into(),
        };
        *next = end;
        FileId(self.files.push(file) as u32)
    }

    /// The file with this id.
    pub fn file(&self, id: FileId) -> &SourceFile {
        &self.files[id.index()]
    }

    /// The number of files.
    pub fn file_count(&self) -> usize {
        self.files.count()
    }

    /// The file that holds `pos`.
    pub fn file_of(&self, pos: Pos) -> Option<FileId> {
        if !pos.is_known() {
            return None;
        }
        let (mut lo, mut hi) = (0, self.files.count());
        while lo < hi {
            let mid = (lo + hi) / 2;
            if self.files.get(mid)?.base <= pos.0 {
                lo = mid + 1
            } else {
                hi = mid
            }
        }
        let id = lo.checked_sub(1)?;
        let file = self.files.get(id)?;
        (pos.0 - file.base <= file.src.len() as u32).then_some(FileId(id as u32))
    }

    /// File, line and column of `pos`.
    pub fn location(&self, pos: Pos) -> Option<Location> {
        let id = self.file_of(pos)?;
        let file = self.file(id);
        let (line, col) = file.line_col(pos.0 - file.base);
        Some(Location {
            file: id,
            line,
            col,
        })
    }

    /// The line of `pos`, or 0.
    pub fn line(&self, pos: Pos) -> u32 {
        self.location(pos).map_or(0, |l| l.line)
    }

    /// The text of a line (from 1), without its newline.
    pub fn line_text(&self, id: FileId, line: u32) -> String {
        let file = self.file(id);
        String::from_utf8_lossy(&file.src[file.line_range(line)]).into_owned()
    }

    /// The text under `span`.
    pub fn text(&self, span: Span) -> &[u8] {
        let Some(id) = self.file_of(span.start()) else {
            return &[];
        };
        let file = self.file(id);
        let (lo, hi) = (
            (span.lo - file.base) as usize,
            span.hi.saturating_sub(file.base) as usize,
        );
        file.src
            .get(lo..hi.max(lo).min(file.src.len()))
            .unwrap_or(&[])
    }
}

// ---------------------------------------------------------------------------
// Names

/// An interned string; equal strings of one [`Interner`] have equal symbols.
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Symbol(pub u32);

impl Symbol {
    /// The symbol as a number.
    #[inline]
    pub fn index(self) -> usize {
        self.0 as usize
    }
}
impl fmt::Debug for Symbol {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match sym::PREDEFINED.get(self.index()) {
            Some(s) => write!(f, "Symbol({s:?})"),
            None => write!(f, "Symbol({})", self.0),
        }
    }
}

/// The set of interned strings, shared by reference between threads.
pub struct Interner {
    strings: boxcar::Vec<Box<str>>,
    table: RwLock<HashTable<u32>>,
    hasher: foldhash::fast::FixedState,
}

impl Default for Interner {
    fn default() -> Self {
        Self::new()
    }
}

impl Interner {
    /// An interner that holds the names of [`sym`] only.
    pub fn new() -> Self {
        let interner = Interner {
            strings: boxcar::Vec::with_capacity(1024),
            table: RwLock::new(HashTable::with_capacity(1024)),
            hasher: foldhash::fast::FixedState::default(),
        };
        for (n, s) in sym::PREDEFINED.iter().enumerate() {
            let got = interner.intern(s);
            assert_eq!(
                got.index(),
                n,
                "predefined name {s:?} stands twice in the table"
            );
        }
        interner
    }

    /// The symbol of `s`.
    pub fn intern(&self, s: &str) -> Symbol {
        let hash = self.hasher.hash_one(s);
        let same = |&n: &u32| &*self.strings[n as usize] == s;
        if let Some(&n) = self.table.read().find(hash, same) {
            return Symbol(n);
        }
        let mut table = self.table.write();
        if let Some(&n) = table.find(hash, same) {
            return Symbol(n);
        }
        let n = self.strings.push(s.into()) as u32;
        table.insert_unique(hash, n, |&n| {
            self.hasher.hash_one(&*self.strings[n as usize])
        });
        Symbol(n)
    }

    /// The symbol of `s` if it is interned already.
    pub fn get(&self, s: &str) -> Option<Symbol> {
        let hash = self.hasher.hash_one(s);
        self.table
            .read()
            .find(hash, |&n| &*self.strings[n as usize] == s)
            .map(|&n| Symbol(n))
    }

    /// The string of a symbol.
    #[inline]
    pub fn resolve(&self, s: Symbol) -> &str {
        &self.strings[s.index()]
    }

    /// The number of symbols.
    pub fn len(&self) -> usize {
        self.strings.count()
    }

    /// Whether there is no symbol (there always is).
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }
}

macro_rules! predefined {
    ($($name:ident = $text:literal,)*) => {
        /// Symbols that every [`Interner`] holds from the start.
        pub mod sym {
            use super::Symbol;
            #[allow(non_camel_case_types, clippy::upper_case_acronyms)]
            enum Number { $($name),* }
            $(#[doc = concat!("`", $text, "`")] pub const $name: Symbol = Symbol(Number::$name as u32);)*
            /// The predefined strings in symbol order.
            pub const PREDEFINED: &[&str] = &[$($text),*];
        }
    };
}

predefined! {
    EMPTY = "", UNDERSCORE = "_", DOT = ".",
    BREAK = "break", CASE = "case", CHAN = "chan", CONST = "const", CONTINUE = "continue", DEFAULT = "default",
    DEFER = "defer", ELSE = "else", FALLTHROUGH = "fallthrough", FOR = "for", FUNC = "func", GO = "go", GOTO = "goto",
    IF = "if", IMPORT = "import", INTERFACE = "interface", MAP = "map", PACKAGE = "package", RANGE = "range",
    RETURN = "return", SELECT = "select", STRUCT = "struct", SWITCH = "switch", TYPE = "type", VAR = "var",
    BOOL = "bool", BYTE = "byte", COMPLEX64 = "complex64", COMPLEX128 = "complex128", ERROR = "error",
    FLOAT32 = "float32", FLOAT64 = "float64", INT = "int", INT8 = "int8", INT16 = "int16", INT32 = "int32",
    INT64 = "int64", RUNE = "rune", STRING = "string", UINT = "uint", UINT8 = "uint8", UINT16 = "uint16",
    UINT32 = "uint32", UINT64 = "uint64", UINTPTR = "uintptr", ANY = "any", COMPARABLE = "comparable",
    TRUE = "true", FALSE = "false", IOTA = "iota", NIL = "nil",
    APPEND = "append", CAP = "cap", CLEAR = "clear", CLOSE = "close", COMPLEX = "complex", COPY = "copy",
    DELETE = "delete", IMAG = "imag", LEN = "len", MAKE = "make", MAX = "max", MIN = "min", NEW = "new",
    PANIC = "panic", PRINT = "print", PRINTLN = "println", REAL = "real", RECOVER = "recover",
    MAIN = "main", INIT = "init", ERROR_METHOD = "Error", STRING_METHOD = "String", UNSAFE = "unsafe", POINTER = "Pointer",
    FMT = "fmt", OS = "os", SYNC = "sync", TIME = "time", STRINGS = "strings", ERRORS = "errors", C = "C",
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn interning_is_stable() {
        let i = Interner::new();
        assert_eq!(i.intern("int"), sym::INT);
        let a = i.intern("hello");
        assert_eq!(a, i.intern("hello"));
        assert_eq!(i.resolve(a), "hello");
        assert_eq!(i.get("nope"), None);
    }

    #[test]
    fn positions_know_their_file() {
        let m = SourceMap::new();
        let a = m.add_file("a.go", b"one\ntwo".to_vec());
        let b = m.add_file("b.go", b"x\n\ny".to_vec());
        let p = m.file(b).base().plus(3);
        assert_eq!(
            m.location(p),
            Some(Location {
                file: b,
                line: 3,
                col: 1
            })
        );
        assert_eq!(
            m.location(m.file(a).base().plus(7)),
            Some(Location {
                file: a,
                line: 2,
                col: 4
            })
        );
        assert_eq!(m.line_text(a, 2), "two");
        assert_eq!(m.location(Pos::NONE), None);
    }
}
