//! Atomic operations: sequentially consistent, as Go's.

use super::ops;
use crate::bytecode::instr::enc;
use crate::sched;
use crate::vm::Cx;
use crate::vm::dispatch::Flow;
use crate::vm::dispatch::M;
use crate::vm::dispatch::NEXT;
use crate::vm::dispatch::Pc;
use crate::vm::dispatch::RELOAD;
use crate::vm::locknotes;
use std::sync::atomic::AtomicU32;
use std::sync::atomic::AtomicU64;
use std::sync::atomic::Ordering::SeqCst;

macro_rules! atomics { ($($name:ident $t:ident |$i:ident, $m:ident, $p:ident| $e:expr;)*) => { $(
    #[allow(non_snake_case)]
    #[inline(always)]
    pub(crate) unsafe fn $name($i: &enc::$name, $m: &mut M) -> Flow {
        let p = $m.r($i.ptr);
        if p == 0 {
            return $m.fault($i);
        }
        let $p = $t::from_ptr(p as *mut _);
        $e;
        NEXT
    }
)* } }

atomics! {
    AtomicLoad32 AtomicU32 |i, m, p| m.set(i.dst, p.load(SeqCst).into());
    AtomicLoad64 AtomicU64 |i, m, p| m.set(i.dst, p.load(SeqCst));
    AtomicStore32 AtomicU32 |i, m, p| p.store(m.r(i.src) as u32, SeqCst);
    AtomicStore64 AtomicU64 |i, m, p| p.store(m.r(i.src), SeqCst);
    AtomicAdd32 AtomicU32 |i, m, p| {
        let d = m.r(i.d) as u32;
        m.set(i.dst, p.fetch_add(d, SeqCst).wrapping_add(d).into());
    };
    AtomicAdd64 AtomicU64 |i, m, p| {
        let d = m.r(i.d);
        m.set(i.dst, p.fetch_add(d, SeqCst).wrapping_add(d));
    };
    AtomicSwap32 AtomicU32 |i, m, p| m.set(i.dst, p.swap(m.r(i.src) as u32, SeqCst).into());
    AtomicSwap64 AtomicU64 |i, m, p| m.set(i.dst, p.swap(m.r(i.src), SeqCst));
    AtomicCas32 AtomicU32 |i, m, p| {
        let (old, new) = (m.r(i.old) as u32, m.r(i.new) as u32);
        let ok = p.compare_exchange(old, new, SeqCst, SeqCst).is_ok();
        if ok && new & !old & 1 != 0 && !(*m.cx).notes.is_null() {
            return m.cold(i, swapped);
        }
        m.set(i.dst, ok as u64);
    };
    AtomicCas64 AtomicU64 |i, m, p| {
        let ok = p.compare_exchange(m.r(i.old), m.r(i.new), SeqCst, SeqCst).is_ok();
        m.set(i.dst, ok as u64);
    };
    AtomicAnd32 AtomicU32 |i, m, p| m.set(i.dst, p.fetch_and(m.r(i.src) as u32, SeqCst).into());
    AtomicAnd64 AtomicU64 |i, m, p| m.set(i.dst, p.fetch_and(m.r(i.src), SeqCst));
    AtomicOr32 AtomicU32 |i, m, p| m.set(i.dst, p.fetch_or(m.r(i.src) as u32, SeqCst).into());
    AtomicOr64 AtomicU64 |i, m, p| m.set(i.dst, p.fetch_or(m.r(i.src), SeqCst));
}

ops! {
    JCas32 |i, m| {
        let p = m.r(i.ptr);
        if p == 0 { return m.fault(i) }
        let a = AtomicU32::from_ptr(p as *mut u32);
        let lock = i.new != 0;
        let ok = sched::mutex_try(a, lock, (*(*m.cx).p).multi);
        if ok {
            if lock && !(*m.cx).notes.is_null() {
                return m.cold(i, locked);
            }
            crate::vm::dispatch::nocmov();
            m.pc = m.pc.offset(i.to as isize);
        }
        NEXT
    }
}

/// The jump of a [`JCas32`] that has locked a mutex, in a run that remembers who locked what.
unsafe fn locked(cx: *mut Cx, at: Pc) -> Flow {
    let i = &*(at as *const enc::JCas32);
    let p = *(*cx).fp.add(i.ptr.0 as usize);
    locknotes::note(cx, p, at, (*cx).fp);
    (*cx).pc = (*cx).pc.offset(i.to as isize);
    RELOAD
}

/// The same after an [`AtomicCas32`].
unsafe fn swapped(cx: *mut Cx, at: Pc) -> Flow {
    let i = &*(at as *const enc::AtomicCas32);
    let p = *(*cx).fp.add(i.ptr.0 as usize);
    locknotes::note(cx, p, at, (*cx).fp);
    *(*cx).fp.add(i.dst.0 as usize) = 1;
    RELOAD
}
