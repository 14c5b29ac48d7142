//! The machine's own copy of all code, in one contiguous region: a pc is an address in it, and the function of a pc is found
//! by binary search. Only inline caches are ever written, as whole words, atomically.

use crate::bytecode::Func;
use crate::bytecode::FuncId;
use crate::bytecode::Instr;
use crate::bytecode::Op;
use crate::bytecode::TableId;
use crate::vm::fuse;
use crate::vm::fuse::Fuser;

/// Words of an instruction, by opcode.
pub(crate) static LEN: [u8; Op::COUNT] = crate::bytecode::instr::OP_LEN;

/// The region. It begins with the machine's own return addresses, one word each; a word of padding precedes each function,
/// so that "the word before a pc" always belongs to the pc's function.
pub(crate) struct Code {
    words: Box<[u64]>,
    /// Index of each function's padding word.
    starts: Box<[u32]>,
    /// The jump tables of all functions, with addresses; `JTable` instructions have their numbers here.
    tables: Box<[Table]>,
}

/// A jump table.
pub(crate) struct Table {
    pub lo: i64,
    pub targets: Box<[*const u64]>,
    pub default: *const u64,
}

impl Code {
    pub fn new(funcs: &[Func], fused: bool) -> Code {
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
        let mut words = words.into_boxed_slice();
        let base = words.as_ptr();
        let fuser = fused.then(Fuser::new);
        let mut tables: Vec<Table> = Vec::new();
        for (f, start) in funcs.iter().zip(&starts) {
            let first = *start as usize + 1;
            let code = &mut words[first..first + f.code.len()];
            if !f.jump_tables.is_empty() {
                let place = |to: u32| base.wrapping_add(first + to as usize);
                number_tables(code, tables.len() as u32);
                tables.extend(f.jump_tables.iter().map(|t| Table {
                    lo: t.lo,
                    targets: t.targets.iter().map(|to| place(*to)).collect(),
                    default: place(t.default),
                }));
            }
            if let Some(fuser) = &fuser {
                fuser.fuse(code);
            }
        }
        Code {
            words,
            starts: starts.into(),
            tables: tables.into(),
        }
    }

    /// A jump table.
    #[inline(always)]
    pub unsafe fn table(&self, n: usize) -> &Table {
        self.tables.get_unchecked(n)
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
