//! What an operation on values answers when it cannot go on: Go's run-time panics in Go's words, fatal errors, and requests to
//! collect garbage first.

use crate::heap::AllocError;

/// Why an operation did not happen.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Trap {
    /// Collect, then repeat: nothing has changed yet.
    NeedGc,
    /// `fatal error: runtime: out of memory`.
    OutOfMemory,
    /// A nil pointer dereference: Go's signal line follows its panic text.
    NilDeref,
    /// A runtime.Error whose text is preceded by "runtime error: ".
    Runtime(Box<str>),
    /// The same about an index or bound that is negative as a signed number: its place (1 index or lower, 2 upper, 4 third
    /// bound) and the texts for a signed and an unsigned operand.
    Bounds(u8, Box<str>, Box<str>),
    /// A runtime.Error printed as it is (`send on closed channel`).
    Plain(Box<str>),
    /// A *runtime.TypeAssertionError with this text.
    TypeAssertion(Box<str>),
    /// `fatal error: ` and this text; cannot be recovered.
    Fatal(Box<str>),
}

impl Trap {
    /// A runtime error from a text.
    pub fn runtime(text: impl Into<Box<str>>) -> Trap {
        Trap::Runtime(text.into())
    }

    /// A plain error from a text.
    pub fn plain(text: impl Into<Box<str>>) -> Trap {
        Trap::Plain(text.into())
    }

    /// `index out of range [i] with length n`; a negative index is printed without the length.
    #[cold]
    pub fn index(i: i64, n: u64) -> Trap {
        let unsigned = format!("index out of range [{}] with length {n}", i as u64);
        if i < 0 {
            Trap::Bounds(
                1,
                format!("index out of range [{i}]").into(),
                unsigned.into(),
            )
        } else {
            Trap::runtime(unsigned)
        }
    }
}

impl From<AllocError> for Trap {
    fn from(e: AllocError) -> Trap {
        match e {
            AllocError::NeedGc => Trap::NeedGc,
            AllocError::OutOfMemory => Trap::OutOfMemory,
        }
    }
}
