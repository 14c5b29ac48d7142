//! Taking a goroutine that waits out of what it waits for, to end it. Channels do this for themselves.
//!
//! All of this happens with the world stopped, or on the one worker that is awake; so no queue is being changed. What a goroutine
//! in package sync has counted somewhere before it parked is set right by whoever calls this, from the address that
//! [`sema_of`] gives.

use crate::base::sync::atomic::AtomicU32;
use crate::base::sync::atomic::Ordering::Relaxed;

use super::Sched;
use super::g::G;
use super::g::Sudog;
use super::sema::NotifyList;

/// The address of the semaphore or notify list that `g` is queued for; None: it is in no such queue, somebody wakes it.
///
/// # Safety
/// The world is stopped; `g` waits for a semaphore or on a Cond.
pub unsafe fn sema_of(s: &Sched, g: *mut G) -> Option<usize> {
    s.sema.find(&raw mut (*g).waiter)
}

/// Takes `g` out of the queue for the semaphore at `addr`.
///
/// # Safety
/// As [`sema_of`], which gave the address.
pub unsafe fn leave_sema(s: &Sched, g: *mut G, addr: usize) {
    s.sema.leave(&raw mut (*g).waiter, addr);
}

/// Takes `g` out of the notify list at `addr` and its ticket out of circulation. False: others have taken tickets and are on
/// their way into the queue; try again when they have arrived.
///
/// # Safety
/// As [`leave_sema`].
pub unsafe fn leave_notify(s: &Sched, g: *mut G, addr: usize) -> bool {
    let l = &*(addr as *const NotifyList);
    let ticket = (*g).waiter.slot as usize as u32;
    if !s.sema.renumber(l, addr, ticket) {
        return false;
    }
    s.sema.leave(&raw mut (*g).waiter, addr);
    true
}

/// Takes back the alarm of a sleeping `g`. False: it has just been woken.
///
/// # Safety
/// As [`sema_of`]; `g` sleeps.
pub unsafe fn leave_sleep(s: &Sched, g: *mut G) -> bool {
    s.ps.iter().any(|&p| (*p).timers.cancel_sleep(g))
        || s.bubbles.all_timers().any(|t| t.cancel_sleep(g))
}

/// Nobody waits for the answer of `g`'s job any more. False: it has just been done.
///
/// # Safety
/// As [`sema_of`]; `g` waits for the blocking pool.
pub unsafe fn leave_job(s: &Sched, g: *mut G) -> bool {
    s.pool.abandon(s, g)
}

/// Gives a token to the semaphore at `addr`: to the first that waits, or to the word.
///
/// # Safety
/// As [`sema_of`]; `addr` is a live word of guest memory.
pub unsafe fn release_outside(s: &Sched, addr: usize) {
    let mut first: *mut Sudog = std::ptr::null_mut();
    s.sema.each(addr, |w| {
        if first.is_null() {
            first = w;
        }
    });
    if first.is_null() {
        (*(addr as *const AtomicU32)).fetch_add(1, Relaxed);
        return;
    }
    s.sema.leave(first, addr);
    s.ready_outside((*first).g, 0);
}

impl super::sema::Table {
    /// Gives up the number `ticket`: those after it move up.
    unsafe fn renumber(&self, l: &NotifyList, addr: usize, ticket: u32) -> bool {
        let (next, notified) = l.words();
        let given = next.load(Relaxed).wrapping_sub(notified.load(Relaxed));
        let mut queued = 0;
        self.each(addr, |_| queued += 1);
        if queued != given {
            return false;
        }
        self.each(addr, |w| {
            // SAFETY: places of parked goroutines.
            unsafe {
                let t = (*w).slot as usize as u32;
                if (t.wrapping_sub(ticket) as i32) > 0 {
                    (*w).slot = t.wrapping_sub(1) as usize as *mut u64;
                }
            }
        });
        next.store(next.load(Relaxed).wrapping_sub(1), Relaxed);
        true
    }
}
