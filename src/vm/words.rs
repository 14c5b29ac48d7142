//! The native interface's slices of 64-bit words: `[]uint64` and types like it. As with bytes, other goroutines may write
//! them at any moment, so words are copied in and out, never borrowed.

use crate::heap::access;
use crate::value::SliceVal;
use crate::vm::native::Arg;
use smallvec::SmallVec;

/// A copy of a slice's words; short ones need no allocation.
pub type WordBuf = SmallVec<[u64; 16]>;

/// A slice of 64-bit words as an argument.
#[derive(Clone, Copy, Debug)]
pub struct Words(SliceVal);

impl Words {
    /// Length.
    #[inline(always)]
    pub fn len(self) -> usize {
        self.0.len as usize
    }

    /// Whether it is empty.
    #[inline(always)]
    pub fn is_empty(self) -> bool {
        self.0.len == 0
    }

    /// A copy of all words.
    #[inline]
    pub fn read(self) -> WordBuf {
        let n = self.len();
        let mut v = WordBuf::with_capacity(n);
        // SAFETY: the slice is live, and the buffer has room for as many words.
        unsafe {
            access::copy_words(v.as_mut_ptr().cast(), self.0.ptr, n * 8);
            v.set_len(n);
        }
        v
    }

    /// Writes `words` to the front; they must fit.
    #[inline]
    pub fn write(self, words: &[u64]) {
        assert!(words.len() <= self.len());
        // SAFETY: inside the slice.
        unsafe { access::copy_words(self.0.ptr, words.as_ptr().cast(), words.len() * 8) }
    }
}

impl Arg<'_> for Words {
    const SLOTS: u16 = 2;
    const GO: &'static str = "slice";
    #[inline(always)]
    unsafe fn read_arg(s: *const u64) -> Words {
        Words(SliceVal::from_slots(s))
    }
}
