//! Run queues: a private next, a ring per worker, one global queue.
//!
//! `runnext` is a plain field of its worker and cannot be stolen; it inherits the time slice of the goroutine that made it
//! ready. The ring ([`Ring`](super::ring::Ring)) has one writer, its owner; others may
//! steal from it. The global queue is a linked list under the instance's lock.

use crate::base::sync::atomic::Ordering::Relaxed;
use crate::base::sync::atomic::Ordering::SeqCst;
use std::ptr::null_mut;

use super::Event;
use super::Sched;
use super::bubble;
use super::choice;
use super::choice::Choice;
use super::g::G;
use super::g::G_DURABLE;
use super::p::P;
use super::p::tell;
use super::ring::RING;
use super::wait::WaitReason;

/// `go` with so many waiting in the ring lets them run first, while they are warm.
const CROWD: u32 = 64;

#[inline(always)]
pub(super) unsafe fn ring_len(p: *mut P) -> u32 {
    (*p).ring.len()
}

/// To the end of the ring.
#[inline(always)]
pub(super) unsafe fn push(p: *mut P, g: *mut G) {
    if !(*p).ring.push(g) {
        overflow(p, g);
    }
}

/// Half of the ring, and `g`, go to the global queue.
#[cold]
#[inline(never)]
unsafe fn overflow(p: *mut P, g: *mut G) {
    let (mut first, mut last, mut n): (*mut G, *mut G, u32) = (null_mut(), null_mut(), 0);
    loop {
        let spilt = (*p).ring.spill(|x| {
            if first.is_null() {
                first = x;
            } else {
                // SAFETY: what is in the ring is nobody else's.
                unsafe { (*last).next = x };
            }
            last = x;
            n += 1;
        });
        if spilt {
            (*last).next = g;
            return push_global(P::sched(p), first, g, n + 1, 0);
        }
        if (*p).ring.push(g) {
            return;
        }
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
    (*p).ring.pop((*p).multi)
}

/// Half of the victim's ring, but nothing at or after `limit`: only what has waited for a while is worth moving.
pub(super) unsafe fn steal(p: *mut P, v: *mut P, limit: Option<u32>) -> *mut G {
    (*p).ring.steal(&(*v).ring, limit)
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
        let h = (*p).ring.head();
        let k = h.wrapping_add(choice::pick(p, Choice::NextG, n));
        let (a, b) = ((*p).ring.place(h), (*p).ring.place(k));
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
        crate::base::sync::spin_loop();
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
