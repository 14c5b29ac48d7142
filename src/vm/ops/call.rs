//! Calls, closures, defers, panics.

use super::calls;
use super::get;
use super::ops;
use super::poll;
use super::trap;
use super::types;
use crate::bytecode::FuncId;
use crate::bytecode::TypeId;
use crate::bytecode::instr::enc;
use crate::heap::MapId;
use crate::heap::access;
use crate::value::Iface;
use crate::value::Trap;
use crate::vm::Cx;
use crate::vm::dispatch::COLLECT;
use crate::vm::dispatch::EXIT;
use crate::vm::dispatch::FATAL;
use crate::vm::dispatch::FATAL_RETURN;
use crate::vm::dispatch::Flow;
use crate::vm::dispatch::Fp;
use crate::vm::dispatch::GOEXIT;
use crate::vm::dispatch::INTERRUPTED;
use crate::vm::dispatch::M;
use crate::vm::dispatch::NEXT;
use crate::vm::dispatch::PANIC;
use crate::vm::dispatch::PANIC_RETURN;
use crate::vm::dispatch::Pc;
use crate::vm::dispatch::RELOAD;
use crate::vm::dispatch::STACK;
use crate::vm::dispatch::YIELD;
use crate::vm::native::NativeCx;
use crate::vm::native::Stop;
use crate::vm::program::FuncEntry;
use crate::vm::unwind;
use std::marker::PhantomData;
use std::sync::atomic::AtomicU64;
use std::sync::atomic::Ordering::Relaxed;

/// The end of what a frame may use, as an address; 0 when the scheduler wants to be called.
#[inline(always)]
unsafe fn limit(cx: *mut Cx) -> usize {
    (*(*cx).p).stack_limit.load(Relaxed)
}

#[inline(always)]
unsafe fn entry<'a>(cx: *mut Cx, f: u32) -> &'a FuncEntry {
    let mut e = (*cx).funcs.add(f as usize);
    // One register for the address, not two.
    #[allow(clippy::pointers_in_nomem_asm_block)]
    {
        core::arch::asm!("/* {0} */", inout(reg) e, options(nomem, nostack, preserves_flags));
    }
    &*e
}

/// Makes the frame and goes there. The stack has been checked. The distance is read anew: keeping it would cost the handler
/// a register it does not have.
#[inline(always)]
unsafe fn enter(m: &mut M, f: &FuncEntry, base: *const u16, fp: Fp) {
    *fp.sub(1) = m.pc as u64;
    *fp.sub(2) = u64::from(base.read_volatile());
    m.fp = fp;
    m.pc = f.code;
}

#[inline(always)]
unsafe fn leave(m: &mut M) {
    let pc = *m.fp.sub(1) as Pc;
    let d = *m.fp.sub(2);
    m.fp = m.fp.sub(d as usize);
    m.pc = pc;
}

ops! {
    Call |i, m| {
        let f = entry(m.cx, i.f.0);
        let fp = m.fp.add(i.base as usize);
        if fp as usize + f.frame as usize > limit(m.cx) {
            return m.again(i, STACK);
        }
        enter(m, f, &raw const i.base, fp);
        NEXT
    }
    CallClosure |i, m| {
        let c = m.r(i.clo);
        if c == 0 { return m.fault(i) }
        let f = entry(m.cx, access::load64(c as *const u64) as u32);
        let fp = m.fp.add(i.base as usize);
        if fp as usize + f.frame as usize > limit(m.cx) {
            return m.again(i, STACK);
        }
        *fp.sub(3) = c;
        enter(m, f, &raw const i.base, fp);
        NEXT
    }
    CallIface |i, m| {
        let ty = m.r(i.recv);
        let cache = AtomicU64::from_ptr((&raw const i.cache).cast_mut()).load(Relaxed);
        let id = if cache >> 32 == ty && ty != 0 {
            cache as u32
        } else {
            // A call that sees several types: the cache keeps the first.
            match types(m.cx).known_method(TypeId(ty as u32), i.m) {
                Some(f) if cache != 0 => f.0,
                _ => return m.cold(i, find_method),
            }
        };
        let f = entry(m.cx, id);
        let fp = m.fp.add(i.base as usize);
        if fp as usize + f.frame as usize > limit(m.cx) {
            return m.again(i, STACK);
        }
        *fp = m.r1(i.recv);
        enter(m, f, &raw const i.base, fp);
        NEXT
    }
    CallSlots |i, m| {
        let c = m.r(i.clo);
        if c == 0 { return m.fault(i) }
        let f = entry(m.cx, access::load64(c as *const u64) as u32);
        let fp = m.fp.add(i.base as usize);
        if fp as usize + f.frame as usize > limit(m.cx) {
            return m.again(i, STACK);
        }
        *fp.sub(3) = c;
        copy_arguments(fp, m.r(i.buf), f.nregs);
        enter(m, f, &raw const i.base, fp);
        NEXT
    }
    SaveSlots |i, m| { save_slots(m.fp.add(i.base as usize), m.r(i.buf)); NEXT }
    SpreadSlots |i, m| { spread_slots(m.fp, m.r(i.buf)); NEXT }
    Ret |i, m| { leave(m); NEXT }
    Ret1 |i, m| { *m.fp = m.r(i.src); leave(m); NEXT }
    Ret2 |i, m| {
        let (a, b) = (m.r(i.src), m.r1(i.src));
        *m.fp = a;
        *m.fp.add(1) = b;
        leave(m);
        NEXT
    }
    LoadCap |i, m| {
        let c = *m.fp.sub(3) as *const u64;
        m.set(i.dst, access::load64(c.add(1 + i.i as usize)));
        NEXT
    }
    LoadCap2 |i, m| {
        let c = (*m.fp.sub(3) as *const u64).add(1 + i.i as usize);
        m.set2(i.dst, access::load64(c), access::load64(c.add(1)));
        NEXT
    }
    CallNative |i, m| {
        let flow = call_native(m.cx, m.fp, i, m.pc);
        if flow != NEXT {
            // Only a native that is to be repeated stays at its call.
            if flow == COLLECT || flow == AGAIN {
                return m.again(i, if flow == AGAIN { YIELD } else { flow });
            }
            if flow == PARKED_HERE {
                return super::switch(m);
            }
        }
        flow
    }
    RunDefers |i, m| {
        let d = m.r(i.list);
        if d == 0 { return NEXT }
        m.cold(i, run_defer)
    }
    Panic |i, m| { set_panic(m.cx, m.r(i.src), m.r1(i.src)); PANIC }
    Unreachable |i, m| { m.cold(i, unreachable) }
    PanicReturn |i, m| { PANIC_RETURN }
    FatalReturn |i, m| { FATAL_RETURN }
    Interrupted |i, m| { INTERRUPTED }
}

/// From `call_native`: the goroutine has been parked.
const PARKED_HERE: Flow = 40;
/// From `call_native`: give up the turn, then repeat.
const AGAIN: Flow = 41;

calls! {
    MkClosure = mk_closure;
    GatherSlots = gather_slots;
    Defer = defer;
    Recover = recover;
}

unsafe fn unreachable(cx: *mut Cx, at: Pc) -> Flow {
    let name = (*(*cx).vm).code.find(at).map_or("?".into(), |(f, _)| {
        (&(*(*cx).vm).program.funcs)[f.index()].name.clone()
    });
    unreachable!("bytecode that cannot be reached was reached in {name}")
}

#[inline(never)]
unsafe fn set_panic(cx: *mut Cx, ty: u64, data: u64) {
    (*cx).panic = Iface {
        ty: TypeId(ty as u32),
        data,
    };
}

/// Looks a method up and remembers it at the call, which is then repeated.
unsafe fn find_method(cx: *mut Cx, at: Pc) -> Flow {
    let i = &*(at as *const enc::CallIface);
    let ty = TypeId(*(*cx).fp.add(i.recv.0 as usize) as u32);
    if ty.0 == 0 {
        return trap(cx, Trap::NilDeref);
    }
    let Some(f) = types(cx).find_method(ty, i.m) else {
        let t = &types(cx).rtype(ty).name;
        unreachable!("{t} in an interface without the method called")
    };
    AtomicU64::from_ptr((&raw const i.cache).cast_mut())
        .store(u64::from(ty.0) << 32 | u64::from(f.0), Relaxed);
    (*cx).pc = at;
    RELOAD
}

#[inline(never)]
unsafe fn call_native(cx: *mut Cx, fp: Fp, i: &enc::CallNative, pc: Pc) -> Flow {
    poll!(cx);
    let natives = &(*(*cx).vm).natives;
    let f = *natives.at(i.n.index());
    let mut n = NativeCx {
        cx,
        window: fp.add(i.base as usize),
        fp,
        pc,
        call_pc: (i as *const enc::CallNative).cast(),
        life: PhantomData,
    };
    match f(&mut n) {
        Ok(()) => NEXT,
        Err(stop) => stopped(cx, stop),
    }
}

#[inline(never)]
unsafe fn stopped(cx: *mut Cx, stop: Stop) -> Flow {
    match stop {
        Stop::Repeat => COLLECT,
        Stop::Panic(v) => {
            (*cx).panic = v;
            PANIC
        }
        Stop::Trap(t) => trap(cx, t),
        Stop::Fatal(text) => {
            (*cx).fatal = Some(text);
            FATAL
        }
        Stop::Exit(code) => {
            (*cx).exit = code;
            EXIT
        }
        Stop::Parked => PARKED_HERE,
        Stop::Yield => YIELD,
        Stop::Again => AGAIN,
        Stop::Goexit => GOEXIT,
    }
}

#[inline(never)]
unsafe fn mk_closure(i: &enc::MkClosure, fp: Fp, cx: *mut Cx) -> Flow {
    poll!(cx);
    let n = i.n as usize;
    let c = get!(cx, (*cx).cache.alloc((n + 1) * 8, MapId::ALL))
        .as_ptr()
        .cast::<u64>();
    *c = u64::from(i.f.0);
    for k in 0..n {
        *c.add(1 + k) = *fp.add(i.base.0 as usize + k);
    }
    *fp.add(i.dst.0 as usize) = c as u64;
    NEXT
}

/// Words of a buffer for `CallSlots` before its slots: how many go in, how many come out.
pub(crate) const BUFFER_HEAD: usize = 2;

/// The most slots a function made by reflection takes or gives.
pub(crate) const MAX_GATHERED: u64 = 256;

#[inline(never)]
unsafe fn copy_arguments(fp: Fp, buf: u64, nregs: u32) {
    let buf = buf as *const u64;
    let n = access::load64(buf).min(u64::from(nregs)) as usize;
    for k in 0..n {
        *fp.add(k) = access::load64(buf.add(BUFFER_HEAD + k));
    }
}

#[inline(never)]
unsafe fn save_slots(from: Fp, buf: u64) {
    let buf = buf as *mut u64;
    for k in 0..access::load64(buf.add(1)) as usize {
        access::store64(buf.add(BUFFER_HEAD + k), *from.add(k));
    }
}

#[inline(never)]
unsafe fn spread_slots(fp: Fp, buf: u64) {
    let buf = buf as *const u64;
    for k in 0..access::load64(buf.add(1)).min(MAX_GATHERED) as usize {
        *fp.add(k) = access::load64(buf.add(BUFFER_HEAD + k));
    }
}

#[inline(never)]
unsafe fn gather_slots(i: &enc::GatherSlots, fp: Fp, cx: *mut Cx) -> Flow {
    poll!(cx);
    let closure = *fp.sub(3) as *const u64;
    let given = access::load64(closure.add(2)).min(MAX_GATHERED);
    let taken = access::load64(closure.add(3)).min(MAX_GATHERED);
    let words = BUFFER_HEAD + given.max(taken) as usize;
    let buf = get!(cx, (*cx).cache.alloc(words * 8, MapId::ALL))
        .as_ptr()
        .cast::<u64>();
    *buf = given;
    *buf.add(1) = taken;
    for k in 0..given as usize {
        *buf.add(BUFFER_HEAD + k) = *fp.add(k);
    }
    *fp.add(i.dst.0 as usize) = buf as u64;
    NEXT
}

/// A deferred call: next in the list, closure.
#[inline(never)]
unsafe fn defer(i: &enc::Defer, fp: Fp, cx: *mut Cx) -> Flow {
    poll!(cx);
    let d = get!(cx, (*cx).cache.alloc(16, MapId::ALL))
        .as_ptr()
        .cast::<u64>();
    let list = fp.add(i.list.0 as usize);
    *d = *list;
    *d.add(1) = *fp.add(i.clo.0 as usize);
    *list = d as u64;
    NEXT
}

/// Calls the newest deferred closure, to come back to `RunDefers` afterwards.
unsafe fn run_defer(cx: *mut Cx, at: Pc) -> Flow {
    let i = &*(at as *const enc::RunDefers);
    let fp = (*cx).fp;
    let list = fp.add(i.list.0 as usize);
    let d = *list as *const u64;
    let c = *d.add(1);
    if c == 0 {
        *list = *d;
        return trap(cx, Trap::NilDeref);
    }
    let f = entry(cx, access::load64(c as *const u64) as u32);
    let nfp = fp.add(i.base as usize);
    if nfp as usize + f.frame as usize > limit(cx) {
        (*cx).pc = at;
        return STACK;
    }
    *list = *d;
    *nfp.sub(1) = at as u64;
    *nfp.sub(2) = u64::from(i.base);
    *nfp.sub(3) = c;
    (*cx).fp = nfp;
    (*cx).pc = f.code;
    RELOAD
}

#[inline(never)]
unsafe fn recover(i: &enc::Recover, fp: Fp, cx: *mut Cx) -> Flow {
    let pc = (i as *const enc::Recover).cast::<u64>();
    let [a, b] = unwind::recover(cx, fp, pc).slots();
    *fp.add(i.dst.0 as usize) = a;
    *fp.add(i.dst.0 as usize + 1) = b;
    NEXT
}

/// The frame's size a call at `at` needs, from its first slot: for growing the stack.
pub(crate) unsafe fn needed(cx: *mut Cx, at: Pc) -> usize {
    use crate::bytecode::Op;
    let fp = (*cx).fp;
    // SAFETY: function numbers in code are of this program.
    let of = |f: u32| unsafe { entry(cx, f).nregs as usize };
    let op = (*(*cx).vm).code.op(at);
    if op == Op::Call as u16 {
        let i = &*(at as *const enc::Call);
        return i.base as usize + of(i.f.0);
    }
    if op == Op::CallClosure as u16 {
        let i = &*(at as *const enc::CallClosure);
        let c = *fp.add(i.clo.0 as usize) as *const u64;
        return i.base as usize + of(access::load64(c) as u32);
    }
    if op == Op::CallSlots as u16 {
        let i = &*(at as *const enc::CallSlots);
        let c = *fp.add(i.clo.0 as usize) as *const u64;
        return i.base as usize + of(access::load64(c) as u32);
    }
    if op == Op::CallIface as u16 {
        let i = &*(at as *const enc::CallIface);
        let ty = TypeId(*fp.add(i.recv.0 as usize) as u32);
        let f = types(cx).find_method(ty, i.m).unwrap_or(FuncId(0));
        return i.base as usize + of(f.0);
    }
    if op == Op::RunDefers as u16 {
        let i = &*(at as *const enc::RunDefers);
        let d = *fp.add(i.list.0 as usize) as *const u64;
        return i.base as usize + of(access::load64(*d.add(1) as *const u64) as u32);
    }
    0
}
