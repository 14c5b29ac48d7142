//! Who locked a sync.Mutex last, and where: noted only in runs that would explain a deadlock, else nothing is written.
//!
//! A direct-mapped table by the mutex's address: a note may be lost to another mutex with the same place, and threads may tear one
//! between them. So it is a hint for reports, never a fact to rely on; a reader checks the address.

use crate::vm::Cx;
use crate::vm::dispatch::Pc;
use std::sync::atomic::AtomicU64;
use std::sync::atomic::Ordering::Relaxed;

const PLACES: usize = 4096;
/// Of a note: the address, the goroutine, pcs.
const WORDS: usize = 2 + CALLS;
/// How many pcs are noted: the library's Lock may lie a few calls below the program's.
const CALLS: usize = 4;

/// The notes of a machine.
pub(crate) struct LockNotes {
    places: Box<[[AtomicU64; WORDS]]>,
}

/// A mutex was locked by this goroutine; `calls` are the pcs behind the instruction and behind the calls that led to it.
#[derive(Clone, Copy, Debug)]
pub(crate) struct LockNote {
    pub goroutine: u64,
    pub calls: [Pc; CALLS],
}

impl LockNotes {
    pub fn new() -> LockNotes {
        LockNotes {
            places: (0..PLACES).map(|_| Default::default()).collect(),
        }
    }

    fn place(&self, addr: u64) -> &[AtomicU64; WORDS] {
        &self.places[(addr >> 3).wrapping_mul(0x9E37_79B9_7F4A_7C15) as usize >> 52]
    }

    /// Who locked the mutex at `addr` last.
    pub fn of(&self, addr: u64) -> Option<LockNote> {
        let [a, goroutine, calls @ ..] = self.place(addr).each_ref().map(|w| w.load(Relaxed));
        (a == addr).then_some(LockNote {
            goroutine,
            calls: calls.map(|pc| pc as Pc),
        })
    }
}

/// The word at `addr`, a mutex's state, has become locked by the instruction at `pc` in the frame `fp`.
///
/// # Safety
/// On the worker of `cx`, from an instruction's handler.
#[cold]
#[inline(never)]
pub(crate) unsafe fn note(cx: *mut Cx, addr: u64, pc: Pc, fp: *const u64) {
    let mut note = [addr, (*(*cx).g).id, pc.add(1) as u64, 0, 0, 0];
    let mut fp = fp;
    for call in &mut note[3..] {
        *call = *fp.sub(1);
        fp = fp.sub(*fp.sub(2) as usize);
    }
    for (w, v) in (*(*cx).notes).place(addr).iter().zip(note) {
        w.store(v, Relaxed);
    }
}
