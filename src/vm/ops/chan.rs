//! Channels, select, starting and ending goroutines.

use super::calls;
use super::get;
use super::ops;
use super::poll;
use super::trap;
use super::types;
use crate::bytecode::NO_REG;
use crate::bytecode::Repr;
use crate::bytecode::instr::enc;
use crate::chan;
use crate::chan::Closing;
use crate::chan::HChan;
use crate::chan::Selected;
use crate::chan::Sent;
use crate::heap::MapId;
use crate::sched;
use crate::sched::G_MAIN;
use crate::sched::G_VM;
use crate::sched::P;
use crate::sched::PER_SWITCH;
use crate::sched::Wait;
use crate::value::Trap;
use crate::vm::Cx;
use crate::vm::dispatch::EXIT;
use crate::vm::dispatch::Flow;
use crate::vm::dispatch::Fp;
use crate::vm::dispatch::IDLE;
use crate::vm::dispatch::M;
use crate::vm::dispatch::NEXT;
use crate::vm::dispatch::PARKED;
use crate::vm::dispatch::Pc;
use crate::vm::live::Ended;
use crate::vm::unwind;

/// The running goroutine has parked or ended: goes on with the next one.
#[inline(always)]
pub(crate) unsafe fn switch(m: &mut M) -> Flow {
    m.budget -= PER_SWITCH;
    if m.budget < 0 {
        return PARKED;
    }
    let p = (*m.cx).p;
    let g = sched::next(p);
    if g.is_null() {
        return IDLE;
    }
    P::enter(p, g);
    (*m.cx).g = g;
    m.pc = (*g).pc;
    m.fp = (*g).fp;
    NEXT
}

/// From the functions below: parked; take the next goroutine.
const SWITCH: Flow = 40;

macro_rules! parking { ($($name:ident = $f:ident;)*) => { $(
    #[allow(non_snake_case)]
    #[inline(always)]
    pub(crate) unsafe fn $name(i: &enc::$name, m: &mut M) -> Flow {
        let flow = $f(i, m.fp, m.cx, m.pc);
        if flow == SWITCH {
            return switch(m);
        }
        flow
    }
)* } }

parking! {
    Send = send;
    Recv = recv;
    Recv2 = recv2;
    Select = select;
}

calls! {
    MakeChan = make_chan;
    Close = close;
    ChanLen = chan_len;
    ChanCap = chan_cap;
}

ops! {
    Go |i, m| {
        if (*(*m.cx).heap).gc_requested() {
            return m.again(i, crate::vm::dispatch::COLLECT);
        }
        go(m.cx, m.r(i.clo), m.fp, m.pc)
    }
    GoExit |i, m| {
        if !end_goroutine(m.cx) {
            return EXIT;
        }
        switch(m)
    }
}

#[inline(never)]
unsafe fn send(i: &enc::Send, fp: Fp, cx: *mut Cx, pc: Pc) -> Flow {
    let c = *fp.add(i.ch.0 as usize) as *mut HChan;
    let src = fp.add(i.src.0 as usize);
    const BACK: u8 = (size_of::<enc::Send>() / 8) as u8;
    match chan::send((*cx).p, (*cx).g, c, src, BACK, pc, fp) {
        Sent::Done => NEXT,
        Sent::Parked => SWITCH,
        Sent::Closed => trap(cx, Trap::plain("send on closed channel")),
    }
}

#[inline(never)]
unsafe fn recv(i: &enc::Recv, fp: Fp, cx: *mut Cx, pc: Pc) -> Flow {
    let c = *fp.add(i.ch.0 as usize) as *mut HChan;
    let dst = if i.dst == NO_REG {
        std::ptr::null_mut()
    } else {
        fp.add(i.dst.0 as usize)
    };
    match chan::recv((*cx).p, (*cx).g, c, dst, sched::NO_SLOT, pc, fp) {
        Wait::Done => NEXT,
        Wait::Parked => SWITCH,
    }
}

#[inline(never)]
unsafe fn recv2(i: &enc::Recv2, fp: Fp, cx: *mut Cx, pc: Pc) -> Flow {
    let c = *fp.add(i.ch.0 as usize) as *mut HChan;
    let dst = if i.dst == NO_REG {
        std::ptr::null_mut()
    } else {
        fp.add(i.dst.0 as usize)
    };
    match chan::recv((*cx).p, (*cx).g, c, dst, i.ok.0, pc, fp) {
        Wait::Done => NEXT,
        Wait::Parked => SWITCH,
    }
}

#[inline(never)]
unsafe fn select(i: &enc::Select, fp: Fp, cx: *mut Cx, _pc: Pc) -> Flow {
    let (cases, default) = (*(*cx).vm).selects.at(i.t.index());
    let here = (i as *const enc::Select).cast();
    match chan::select((*cx).p, (*cx).g, cases, *default, here, fp) {
        Selected::Case(k) => {
            *fp.add(i.dst.0 as usize) = k as i64 as u64;
            NEXT
        }
        Selected::Parked => SWITCH,
        Selected::Closed => trap(cx, Trap::plain("send on closed channel")),
    }
}

#[inline(never)]
unsafe fn make_chan(i: &enc::MakeChan, fp: Fp, cx: *mut Cx) -> Flow {
    let here: Pc = (i as *const enc::MakeChan).cast();
    poll!(cx);
    let elem = types(cx).info(i.ty).elem;
    let e = types(cx).info(elem);
    let size = if i.size == NO_REG {
        0
    } else {
        *fp.add(i.size.0 as usize) as i64
    };
    let map = (*(*cx).vm).chan_map;
    let made = if e.repr == Repr::Mem {
        let zero = types(cx).zero_memory() as u64;
        chan::make_mem(&mut (*cx).cache, map, size, zero)
    } else {
        chan::make(&mut (*cx).cache, map, e.slots, e.map != MapId::NONE, size)
    };
    match get!(cx, made) {
        Some(c) => {
            chan::set_site(c, here);
            if sched::bubble_of((*(*cx).p).cur) != 0 {
                chan::set_bubbled(c);
            }
            *fp.add(i.dst.0 as usize) = c as u64;
            NEXT
        }
        None => trap(cx, Trap::plain("makechan: size out of range")),
    }
}

#[inline(never)]
unsafe fn close(i: &enc::Close, fp: Fp, cx: *mut Cx) -> Flow {
    match chan::close((*cx).p, *fp.add(i.ch.0 as usize) as *mut HChan) {
        Closing::Done => NEXT,
        Closing::Nil => trap(cx, Trap::plain("close of nil channel")),
        Closing::Closed => trap(cx, Trap::plain("close of closed channel")),
    }
}

#[inline(never)]
unsafe fn chan_len(i: &enc::ChanLen, fp: Fp, _: *mut Cx) -> Flow {
    *fp.add(i.dst.0 as usize) = chan::len(*fp.add(i.ch.0 as usize) as *mut HChan) as u64;
    NEXT
}

#[inline(never)]
unsafe fn chan_cap(i: &enc::ChanCap, fp: Fp, _: *mut Cx) -> Flow {
    *fp.add(i.dst.0 as usize) = chan::cap(*fp.add(i.ch.0 as usize) as *mut HChan) as u64;
    NEXT
}

#[inline(never)]
unsafe fn go(cx: *mut Cx, clo: u64, fp: Fp, pc: Pc) -> Flow {
    if clo == 0 {
        return trap(cx, Trap::Fatal("go of nil func value".into()));
    }
    let p = (*cx).p;
    let g = (*(*cx).vm).new_goroutine(p, clo as *const u64);
    if g.is_null() {
        return trap(cx, Trap::OutOfMemory);
    }
    (*g).gopc = pc;
    if !sched::spawn(p, g) {
        return NEXT;
    }
    // Many wait already: let them run while they are warm.
    let _ = fp;
    crate::vm::dispatch::YIELD
}

/// The running goroutine has come to its end. False: it was main, and the program ends.
#[inline(never)]
unsafe fn end_goroutine(cx: *mut Cx) -> bool {
    let g = (*cx).g;
    if (*g).flags & (G_MAIN | G_VM) != 0 {
        if (*g).flags & G_MAIN != 0 {
            (*cx).exit = 0;
            return false;
        }
        (*(*cx).vm).goroutine_ends(g, Ended::Done);
    }
    unwind::forget(g);
    sched::free_g((*cx).p, g);
    true
}
