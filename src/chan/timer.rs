//! Channels of timers, with Go 1.23's semantics: `len` and `cap` are 0, a stopped or reset timer leaves no stale value, and
//! the timer is in a heap only while a goroutine is blocked on the channel. Otherwise its time is looked at when
//! somebody receives. Timers of a bubble always are: its clock has to know them.
//!
//! The timer's lock comes before the channel's. "Queued if and only if set and somebody waits" holds when it is released.

use super::HChan;
use super::ops::Try;
use super::ops::attempt_recv;
use super::ops::attempt_send;
use super::ops::wait_recv;
use super::zero;
use crate::heap::AllocCache;
use crate::heap::AllocError;
use crate::heap::MapId;
use crate::sched::G;
use crate::sched::P;
use crate::sched::Timer;
use crate::sched::TimerKind;
use crate::sched::Wait;

/// A new, unset timer. For [`TimerKind::Chan`], `target` is a channel of capacity 1 that belongs to it from now on; for
/// [`TimerKind::Func`] a closure.
///
/// # Safety
/// On the thread of `p`, whose cache it is.
pub unsafe fn new_timer(
    p: *mut P,
    cache: &mut AllocCache,
    kind: TimerKind,
    target: usize,
) -> Result<*mut Timer, AllocError> {
    let t: *mut Timer = cache.alloc(size_of::<Timer>(), MapId::ALL)?.as_ptr().cast();
    Timer::init(p, t, kind, target);
    if kind == TimerKind::Chan {
        (*(target as *mut HChan)).origin = t;
    }
    Ok(t)
}

/// NewTimer, Reset, Ticker.Reset: due at `when`, then every `period` if that is not 0. Whether it was set, or its value had not
/// been received; that value is gone.
///
/// # Safety
/// On the thread of `p`.
pub unsafe fn set_timer(p: *mut P, t: *mut Timer, when: i64, period: i64) -> bool {
    if (*t).kind == TimerKind::Func {
        return Timer::set(p, t, when, period);
    }
    Timer::lock(p, t);
    let was = drain(p, t);
    (*t).when = when.max(1);
    (*t).period = period;
    settle(p, t);
    Timer::unlock(p, t);
    was
}

/// Stop. Whether it was set, or its value had not been received; that value is gone.
///
/// # Safety
/// On the thread of `p`.
pub unsafe fn clear_timer(p: *mut P, t: *mut Timer) -> bool {
    if (*t).kind == TimerKind::Func {
        return Timer::clear(p, t);
    }
    Timer::lock(p, t);
    let was = drain(p, t);
    (*t).when = 0;
    settle(p, t);
    Timer::unlock(p, t);
    was
}

/// Empties the buffer. With the timer's lock held.
unsafe fn drain(p: *mut P, t: *mut Timer) -> bool {
    let c = (*t).target as *mut HChan;
    (*c).lock.lock_if((*p).multi);
    let n = (*c).count();
    if n != 0 {
        (*c).set_count(0);
        zero((*c).at(0), (*c).slots());
    }
    (*c).lock.unlock_if((*p).multi);
    (*t).when != 0 || n != 0
}

/// Queued if and only if set and somebody waits. With the timer's lock held.
unsafe fn settle(p: *mut P, t: *mut Timer) {
    let c = (*t).target as *mut HChan;
    if (*t).when != 0 && (Timer::bubble(p, t) != 0 || !(*c).recvq.is_empty()) {
        Timer::enqueue(p, t);
    } else {
        Timer::dequeue(p, t);
    }
}

/// The channel's part of [`crate::sched::Runnable::fire`]: sends the value, if there is room. With the timer's lock held,
/// after `when` has been advanced.
///
/// # Safety
/// On the thread of `p`; `t` is a `Chan` timer; `src` an element.
pub unsafe fn timer_send(p: *mut P, t: *mut Timer, src: *const u64) {
    let c = (*t).target as *mut HChan;
    (*c).lock.lock_if((*p).multi);
    if attempt_send(p, std::ptr::null_mut(), c, src) == Try::Not {
        (*c).lock.unlock_if((*p).multi);
    }
    if (*c).recvq.is_empty() && Timer::bubble(p, t) == 0 {
        Timer::dequeue(p, t);
    }
}

/// Fires the timer if it is due and nobody has noticed. With its lock held.
pub(super) unsafe fn poll_locked(p: *mut P, t: *mut Timer) {
    if (*t).when == 0 {
        return;
    }
    let now = Timer::now(p, t);
    if (*t).when <= now {
        Timer::dequeue(p, t);
        Timer::advance(t, now);
        P::sched(p).vm().fire(p, t, now);
        settle(p, t);
    }
}

/// The same, without the lock.
pub(super) unsafe fn poll(p: *mut P, c: *mut HChan) {
    let t = (*c).timer();
    Timer::lock(p, t);
    poll_locked(p, t);
    Timer::unlock(p, t);
}

/// A receive from a timer's channel.
#[cold]
#[inline(never)]
pub(super) unsafe fn recv(
    p: *mut P,
    g: *mut G,
    c: *mut HChan,
    dst: *mut u64,
    ok: u16,
    pc: *const u64,
    fp: *mut u64,
) -> Wait {
    let t = (*c).timer();
    let multi = (*p).multi;
    Timer::lock(p, t);
    poll_locked(p, t);
    (*c).lock.lock_if(multi);
    let done = attempt_recv(p, g, c, dst, fp, ok) != Try::Not;
    if !done {
        wait_recv(p, g, c, dst, ok, pc, fp);
        if (*t).when != 0 {
            Timer::enqueue(p, t);
        }
        (*c).lock.unlock_if(multi);
    }
    Timer::unlock(p, t);
    if done { Wait::Done } else { Wait::Parked }
}

/// A select that waited on a timer's channel has left its queue.
pub(super) unsafe fn left(p: *mut P, c: *mut HChan) {
    let t = (*c).timer();
    if (*c).recvq.is_empty() && Timer::bubble(p, t) == 0 {
        Timer::dequeue(p, t);
    }
}
