//! The machine's own copy of all code, in one contiguous region: a pc is an address in it, and the function of a pc is found
//! by binary search. Only inline caches are ever written, as whole words, atomically.

use crate::bytecode::Func;
use crate::bytecode::FuncId;
use crate::bytecode::Op;

/// Words of an instruction, by opcode.
pub(crate) static LEN: [u8; Op::COUNT] = crate::bytecode::instr::OP_LEN;

/// The region. It begins with the machine's own return addresses, one word each; a word of padding precedes each function,
/// so that "the word before a pc" always belongs to the pc's function.
pub(crate) struct Code {
    words: Box<[u64]>,
    /// Index of each function's padding word.
    starts: Box<[u32]>,
}

impl Code {
    pub fn new(funcs: &[Func]) -> Code {
        let total: usize = funcs.iter().map(|f| f.code.len() + 1).sum();
        let mut words = Vec::with_capacity(total + 4);
        words.extend([
            Op::GoExit as u64,
            Op::PanicReturn as u64,
            Op::FatalReturn as u64,
        ]);
        let mut starts = Vec::with_capacity(funcs.len());
        for f in funcs {
            starts.push(words.len() as u32);
            words.push(Op::Unreachable as u64);
            words.extend_from_slice(&f.code);
        }
        words.push(Op::Unreachable as u64);
        Code {
            words: words.into(),
            starts: starts.into(),
        }
    }

    /// Where a function begins.
    pub fn entry(&self, f: FuncId) -> *const u64 {
        self.at(self.starts[f.index()] as usize + 1)
    }

    fn at(&self, i: usize) -> *const u64 {
        self.words.as_ptr().wrapping_add(i)
    }

    /// The return address of a goroutine's first frame.
    pub fn go_exit(&self) -> *const u64 {
        self.at(0)
    }

    /// The return address of a deferred call that a panic or Goexit runs.
    pub fn panic_return(&self) -> *const u64 {
        self.at(1)
    }

    /// The return address of the call that makes a panic value's text.
    pub fn fatal_return(&self) -> *const u64 {
        self.at(2)
    }

    /// The function a pc belongs to, and the word offset in it; `pc` may be behind the function's last instruction, and is
    /// then still the function's. None: one of the machine's own addresses.
    pub fn find(&self, pc: *const u64) -> Option<(FuncId, u32)> {
        let i = (pc as usize).wrapping_sub(self.words.as_ptr() as usize) / 8;
        if i >= self.words.len() {
            return None;
        }
        let k = self.starts.partition_point(|s| (*s as usize) < i);
        let k = k.checked_sub(1)?;
        Some((FuncId(k as u32), (i - self.starts[k] as usize - 1) as u32))
    }

    /// The words from `pc` on, to decode an instruction.
    pub fn from(&self, pc: *const u64) -> &[u64] {
        let i = (pc as usize).wrapping_sub(self.words.as_ptr() as usize) / 8;
        &self.words[i.min(self.words.len())..]
    }
}
