//! Run queues: a private next, a ring per worker, one global queue.
//!
//! `runnext` is a plain field of its worker and cannot be stolen; it inherits the time slice of the goroutine that made it
//! ready. The ring has one writer, its owner, who moves `tail`; whoever takes from it moves `head`, thieves by
//! compare-and-swap. The global queue is a linked list under the instance's lock.

use std::ptr::null_mut;
use std::sync::atomic::Ordering::AcqRel;
use std::sync::atomic::Ordering::Acquire;
use std::sync::atomic::Ordering::Relaxed;
use std::sync::atomic::Ordering::Release;
use std::sync::atomic::Ordering::SeqCst;

use super::Event;
use super::Sched;
use super::bubble;
use super::choice;
use super::choice::Choice;
use super::g::G;
use super::g::G_DURABLE;
use super::p::P;
use super::p::RING;
use super::p::tell;
use super::wait::WaitReason;

const MASK: u32 = RING - 1;
/// `go` with so many waiting in the ring lets them run first, while they are warm.
const CROWD: u32 = 64;

#[inline(always)]
pub(super) unsafe fn ring_len(p: *mut P) -> u32 {
    (*p).tail
        .0
        .load(Acquire)
        .wrapping_sub((*p).head.0.load(Acquire))
}

/// To the end of the ring.
#[inline(always)]
pub(super) unsafe fn push(p: *mut P, g: *mut G) {
    let h = (*p).head.0.load(Acquire);
    let t = (*p).tail.0.load(Relaxed);
    if t.wrapping_sub(h) < RING {
        (*p).ring[(t & MASK) as usize].store(g, Relaxed);
        (*p).tail.0.store(t.wrapping_add(1), Release);
    } else {
        overflow(p, g);
    }
}

/// Half of the ring, and `g`, go to the global queue.
#[cold]
#[inline(never)]
unsafe fn overflow(p: *mut P, g: *mut G) {
    loop {
        let h = (*p).head.0.load(Acquire);
        let t = (*p).tail.0.load(Relaxed);
        if t.wrapping_sub(h) < RING {
            return push(p, g);
        }
        let n = RING / 2;
        if (*p)
            .head
            .0
            .compare_exchange(h, h.wrapping_add(n), AcqRel, Relaxed)
            .is_err()
        {
            continue;
        }
        // Read after the claim: only the owner, who is here, writes the ring.
        let first = (*p).ring[(h & MASK) as usize].load(Relaxed);
        let mut end = first;
        for k in 1..n {
            let x = (*p).ring[(h.wrapping_add(k) & MASK) as usize].load(Relaxed);
            (*end).next = x;
            end = x;
        }
        (*end).next = g;
        return push_global(P::sched(p), first, g, n + 1, 0);
    }
}

/// A list to the end of the global queue; `done` pending jobs end with it.
pub(super) unsafe fn push_global(s: &Sched, first: *mut G, last: *mut G, n: u32, done: u32) {
    (*last).next = null_mut();
    s.lock.0.lock();
    let q = s.global.get();
    if (*q).gq.is_null() {
        (*q).gq = first;
    } else {
        (*(*q).gq_tail).next = first;
    }
    (*q).gq_tail = last;
    s.gq_len.0.fetch_add(n, SeqCst);
    s.pending.fetch_sub(done, SeqCst);
    s.lock.0.unlock();
}

/// A share of the global queue, at most `max` (128): the first is returned, the rest goes to the ring, which has room. With
/// the lock held.
pub(super) unsafe fn take_locked(p: *mut P, max: u32) -> *mut G {
    let s = P::sched(p);
    let len = s.gq_len.0.load(Relaxed);
    if len == 0 {
        return null_mut();
    }
    let n = (len / s.procs as u32 + 1).min(max).min(len);
    let q = s.global.get();
    let g = (*q).gq;
    (*q).gq = (*g).next;
    for _ in 1..n {
        let x = (*q).gq;
        (*q).gq = (*x).next;
        push(p, x);
    }
    s.gq_len.0.fetch_sub(n, SeqCst);
    g
}

pub(super) unsafe fn take_global(p: *mut P, max: u32) -> *mut G {
    let s = P::sched(p);
    s.lock.0.lock();
    let g = take_locked(p, max);
    s.lock.0.unlock();
    g
}

#[inline(always)]
unsafe fn pop(p: *mut P) -> *mut G {
    loop {
        let h = (*p).head.0.load(Acquire);
        let t = (*p).tail.0.load(Relaxed);
        if h == t {
            return null_mut();
        }
        let g = (*p).ring[(h & MASK) as usize].load(Relaxed);
        if !(*p).multi {
            (*p).head.0.store(h.wrapping_add(1), Relaxed);
            return g;
        }
        if (*p)
            .head
            .0
            .compare_exchange(h, h.wrapping_add(1), AcqRel, Relaxed)
            .is_ok()
        {
            return g;
        }
    }
}

/// Half of the victim's ring, but nothing at or after `limit`: only what has waited for a while is worth moving.
pub(super) unsafe fn steal(p: *mut P, v: *mut P, limit: Option<u32>) -> *mut G {
    loop {
        let h = (*v).head.0.load(Acquire);
        let t = (*v).tail.0.load(Acquire);
        let mut n = t.wrapping_sub(h);
        if n > RING {
            continue; // the two loads do not belong together
        }
        n -= n / 2;
        if let Some(l) = limit {
            let old = l.wrapping_sub(h) as i32;
            if old <= 0 {
                return null_mut();
            }
            n = n.min(old as u32);
        }
        if n == 0 {
            return null_mut();
        }
        let own = (*p).tail.0.load(Relaxed);
        for k in 0..n {
            let g = (*v).ring[(h.wrapping_add(k) & MASK) as usize].load(Relaxed);
            (*p).ring[(own.wrapping_add(k) & MASK) as usize].store(g, Relaxed);
        }
        if (*v)
            .head
            .0
            .compare_exchange(h, h.wrapping_add(n), AcqRel, Relaxed)
            .is_err()
        {
            continue;
        }
        let g = (*p).ring[(own.wrapping_add(n - 1) & MASK) as usize].load(Relaxed);
        (*p).tail.0.store(own.wrapping_add(n - 1), Release);
        return g;
    }
}

/// The next goroutine of this worker, or null: the VM leaves [`super::Runnable::run`].
///
/// # Safety
/// On the thread of `p`, when its goroutine has parked or ended.
#[inline(always)]
pub unsafe fn next(p: *mut P) -> *mut G {
    let g = (*p).runnext;
    if !g.is_null() {
        (*p).runnext = null_mut();
        return g;
    }
    next_ring(p)
}

#[inline(never)]
pub(super) unsafe fn next_ring(p: *mut P) -> *mut G {
    if (*p).seeded {
        return next_seeded(p);
    }
    (*p).slice = 0;
    (*p).schedtick = (*p).schedtick.wrapping_add(1);
    if (*p).schedtick % 61 == 0 && P::sched(p).gq_len.0.load(Relaxed) > 0 {
        let g = take_global(p, 1);
        if !g.is_null() {
            return g;
        }
    }
    pop(p)
}

/// Any of the goroutines in the ring.
#[cold]
#[inline(never)]
unsafe fn next_seeded(p: *mut P) -> *mut G {
    let s = P::sched(p);
    let room = RING - ring_len(p);
    if s.gq_len.0.load(Relaxed) > 0 && room > 1 {
        let g = take_global(p, room.min(128));
        if !g.is_null() {
            push(p, g);
        }
    }
    let n = ring_len(p);
    if n > 1 {
        let h = (*p).head.0.load(Relaxed);
        let k = h.wrapping_add(choice::pick(p, Choice::NextG, n));
        let (a, b) = (
            &(*p).ring[(h & MASK) as usize],
            &(*p).ring[(k & MASK) as usize],
        );
        let g = a.load(Relaxed);
        a.store(b.load(Relaxed), Relaxed);
        b.store(g, Relaxed);
    }
    pop(p)
}

/// After the end of a time slice: ring and global queue take turns at being first, so that neither starves.
#[cold]
#[inline(never)]
pub(super) unsafe fn next_turn(p: *mut P) -> *mut G {
    (*p).turns = (*p).turns.wrapping_add(1);
    if (*p).turns & 1 != 0 && P::sched(p).gq_len.0.load(Relaxed) > 0 {
        (*p).slice = 0;
        let g = take_global(p, 1);
        if !g.is_null() {
            return g;
        }
    }
    next_ring(p)
}

/// Makes a goroutine runnable: next on this worker, or at the end of the ring.
///
/// # Safety
/// On the thread of `p`, which holds the right to wake `g`: nobody else can.
#[inline(always)]
pub unsafe fn ready(p: *mut P, g: *mut G, next: bool) {
    if (*p).trace && (*g).reason != WaitReason::Runnable {
        tell(p, Event::Ready(g, (*g).reason));
    }
    (*g).reason = WaitReason::Runnable;
    if (*g).flags & G_DURABLE != 0 {
        bubble::resumes(P::sched(p), g);
    }
    #[cfg(test)]
    if (*p).cross {
        return cross(p, g);
    }
    if next && !(*p).seeded {
        let old = (*p).runnext;
        (*p).runnext = g;
        (*p).switches = (*p).switches.wrapping_add(1);
        if !old.is_null() {
            push(p, old);
        }
    } else {
        push(p, g);
    }
}

/// Through the global queue, and waits a little for another worker to take it.
#[cfg(test)]
unsafe fn cross(p: *mut P, g: *mut G) {
    let s = P::sched(p);
    push_global(s, g, g, 1, 0);
    s.wake_any();
    let began = s.clock_now();
    while s.gq_len.0.load(Relaxed) > 0 && s.clock_now() - began < 100_000 {
        std::hint::spin_loop();
    }
}

/// Many at once, linked by `next` (a channel closed, a broadcast); idle workers are woken for them.
///
/// # Safety
/// As [`ready`], for each.
pub unsafe fn ready_list(p: *mut P, first: *mut G, last: *mut G, n: u32) {
    let mut g = first;
    for _ in 0..n {
        if (*p).trace {
            tell(p, Event::Ready(g, (*g).reason));
        }
        (*g).reason = WaitReason::Runnable;
        if (*g).flags & G_DURABLE != 0 {
            bubble::resumes(P::sched(p), g);
        }
        g = (*g).next;
    }
    match n {
        0 => return,
        1..=64 => {
            let mut g = first;
            for _ in 0..n {
                let x = (*g).next;
                push(p, g);
                g = x;
            }
        }
        _ => push_global(P::sched(p), first, last, n, 0),
    }
    if n > 1 {
        P::sched(p).wake();
    }
}

/// Starts a goroutine made by [`super::new_g`]. True: many wait already; save the state of the running one and go on with
/// what [`yield_now`] gives.
///
/// # Safety
/// On the thread of `p`.
#[inline(always)]
pub unsafe fn spawn(p: *mut P, g: *mut G) -> bool {
    if (*p).trace {
        tell(p, Event::Starts(g));
    }
    ready(p, g, true);
    ring_len(p) >= CROWD
}

/// Puts the running goroutine, whose state is saved, at the end of the ring; the next to run (null: leave `run`).
///
/// # Safety
/// On the thread of `p`.
#[inline(never)]
pub unsafe fn yield_now(p: *mut P, g: *mut G) -> *mut G {
    (*p).cur = null_mut();
    push(p, g);
    next(p)
}

/// Saves the state of the running goroutine before it is put anywhere others can find it.
///
/// # Safety
/// On the worker that runs `g`.
#[inline(always)]
pub unsafe fn park(p: *mut P, g: *mut G, reason: WaitReason, pc: *const u64, fp: *mut u64) {
    (*g).pc = pc;
    (*g).fp = fp;
    (*g).reason = reason;
    (*g).since = (*p).coarse;
    if (*p).trace {
        tell(p, Event::Waits(g, reason));
    }
    if (*g).waiter.bubble != 0 {
        bubble::parks(p, g, reason);
    }
}

impl Sched {
    /// As [`Sched::ready_outside`], for one that somebody waits for at a terminal: busy workers' time slices end at once.
    ///
    /// # Safety
    /// As there, and the world is stopped.
    pub unsafe fn ready_first(&self, g: *mut G) {
        for &p in &self.ps {
            (*p).slice = 1;
            (*p).turns = 0;
        }
        self.ready_outside(g, 0);
    }

    /// Makes a goroutine runnable from a thread that is no worker; `done` of the pending jobs end with it.
    ///
    /// # Safety
    /// The caller holds the right to wake `g`.
    pub unsafe fn ready_outside(&self, g: *mut G, done: u32) {
        (*g).reason = WaitReason::Runnable;
        if (*g).flags & G_DURABLE != 0 {
            bubble::resumes(self, g);
        }
        push_global(self, g, g, 1, done);
        self.wake_any();
    }
}
