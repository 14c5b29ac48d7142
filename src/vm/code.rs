//! The machine's own copy of all code, in one contiguous region that grows at its end: a pc is an address in it, and the
//! function of a pc is found by binary search. Of what is there only inline caches are ever written, as whole words, atomically.

use crate::bytecode::Func;
use crate::bytecode::FuncId;
use crate::bytecode::Instr;
use crate::bytecode::Op;
use crate::bytecode::TableId;
use crate::bytecode::instr::enc;
use crate::heap::Full;
use crate::heap::Table;
use crate::vm::fuse;
use crate::vm::fuse::Fuser;
use std::sync::atomic::AtomicU64;
use std::sync::atomic::Ordering::Relaxed;

/// Words of an instruction, by opcode.
pub(crate) static LEN: [u8; Op::COUNT] = crate::bytecode::instr::OP_LEN;

/// The region. It begins with the machine's own return addresses, one word each; a word of padding precedes each function
/// and follows the last, so that "the word before a pc" always belongs to the pc's function.
pub(crate) struct Code {
    words: Table<u64>,
    /// Index of each function's padding word.
    starts: Table<u32>,
    /// The jump tables of all functions, with addresses; `JTable` instructions have their numbers here.
    tables: Table<JumpTable>,
}

/// A jump table.
pub(crate) struct JumpTable {
    pub lo: i64,
    pub targets: Box<[*const u64]>,
    pub default: *const u64,
}

impl Code {
    /// Room for so many functions, words of code and jump tables.
    pub fn new(funcs: usize, words: usize, tables: usize) -> std::io::Result<Code> {
        let code = Code {
            words: Table::new(words)?,
            starts: Table::new(funcs)?,
            tables: Table::new(tables)?,
        };
        for op in [
            Op::GoExit,
            Op::PanicReturn,
            Op::FatalReturn,
            Op::Interrupted,
            Op::Unreachable,
        ] {
            if code.words.push(op as u64).is_err() {
                return Err(std::io::ErrorKind::OutOfMemory.into());
            }
        }
        Ok(code)
    }

    /// Makes sure that there is room for so many more.
    pub fn prepare(&self, funcs: usize, words: usize, tables: usize) -> Result<(), Full> {
        self.starts.prepare(funcs)?;
        self.words.prepare(words)?;
        self.tables.prepare(tables)
    }

    /// Adds functions behind those there are.
    pub fn extend(&self, funcs: &[Func], fused: bool) -> Result<(), Full> {
        let fuser = fused.then(Fuser::new);
        for f in funcs {
            let first = self.words.len();
            let mut code = f.code.clone();
            if !f.jump_tables.is_empty() {
                let place = |to: u32| self.at(first + to as usize);
                number_tables(&mut code, self.tables.len() as u32);
                for t in &f.jump_tables {
                    self.tables.push(JumpTable {
                        lo: t.lo,
                        targets: t.targets.iter().map(|to| place(*to)).collect(),
                        default: place(t.default),
                    })?;
                }
            }
            if let Some(fuser) = &fuser {
                fuser.fuse(&mut code);
            }
            self.starts.push(first as u32 - 1)?;
            self.words.push_all(&code)?;
            self.words.push(Op::Unreachable as u64)?;
        }
        Ok(())
    }

    /// Forgets what calls through interfaces have found. Nothing runs.
    pub fn clear_caches(&self) {
        for (k, start) in self.starts.iter().enumerate() {
            let end = self
                .starts
                .get(k + 1)
                .map_or(self.words.len() - 1, |s| *s as usize);
            let mut at = *start as usize + 1;
            while at < end {
                let pc = self.at(at);
                let op = fuse::original(self.words[at] as u16) as usize;
                if op == Op::CallIface as usize {
                    // SAFETY: an instruction of this kind begins here, and others read its cache atomically.
                    let cache = unsafe {
                        let i = pc as *const enc::CallIface;
                        AtomicU64::from_ptr((&raw const (*i).cache).cast_mut())
                    };
                    cache.store(0, Relaxed);
                }
                at += LEN[op] as usize;
            }
        }
    }

    /// A jump table.
    #[inline(always)]
    pub unsafe fn table(&self, n: usize) -> &JumpTable {
        self.tables.at(n)
    }

    /// The instruction at `pc`, as it was before fusion.
    pub fn decode(&self, pc: *const u64) -> Option<Instr> {
        let words = self.from(pc);
        let mut copy = [0; 8];
        let n = words.len().min(copy.len());
        copy[..n].copy_from_slice(&words[..n]);
        copy[0] = copy[0] & !0xFFFF | u64::from(fuse::original(copy[0] as u16));
        Instr::decode(&copy[..n], 0)
    }

    /// The opcode of the instruction at `pc`, as it was before fusion.
    pub fn op(&self, pc: *const u64) -> u16 {
        self.from(pc)
            .first()
            .map_or(0, |w| fuse::original(*w as u16))
    }

    /// Where a function begins.
    pub fn entry(&self, f: FuncId) -> *const u64 {
        self.at(self.starts[f.index()] as usize + 1)
    }

    fn at(&self, i: usize) -> *const u64 {
        self.words.start().cast_const().wrapping_add(i)
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

    /// Where a goroutine goes on that is to be ended although it waits.
    pub fn interrupted(&self) -> *const u64 {
        self.at(3)
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

/// Turns the function's own table numbers into those of the whole program.
fn number_tables(code: &mut [u64], first: u32) {
    let mut at = 0;
    while at < code.len() {
        let op = code[at] as u16;
        if op == Op::JTable as u16
            && let Some(Instr::JTable { a, t }) = Instr::decode(code, at)
        {
            let t = TableId(first + t.0);
            let mut out = Vec::new();
            Instr::JTable { a, t }.encode(|_| 0, &mut out);
            code[at..at + out.len()].copy_from_slice(&out);
        }
        at += LEN[op as usize] as usize;
    }
}
