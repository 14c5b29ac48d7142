//! Interned strings.

use std::fmt;
use std::hash::BuildHasher;

use hashbrown::HashTable;
use parking_lot::RwLock;

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

impl std::fmt::Debug for Interner {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Interner")
    }
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
