//! Send, receive, close.

use crate::base::sync::atomic::Ordering::Relaxed;
use std::ptr::null_mut;

use super::HChan;
use super::copy;
use super::timer;
use super::zero;
use crate::sched::CLAIM_CLOSED;
use crate::sched::G;
use crate::sched::NO_SLOT;
use crate::sched::P;
use crate::sched::Wait;
use crate::sched::WaitReason;
use crate::sched::chan_reason;
use crate::sched::park;
use crate::sched::ready;
use crate::sched::ready_list;

/// The answer of a send.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Sent {
    /// Done.
    Done,
    /// The goroutine waits.
    Parked,
    /// The channel is closed: panic.
    Closed,
}

/// What an attempt under the lock came to.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Try {
    /// Done; the lock has been released.
    Done,
    /// Closed; the lock has been released.
    Closed,
    /// Would wait; the lock is still held.
    Not,
}

/// The comma-ok result, if it is wanted.
#[inline(always)]
pub(super) unsafe fn set_ok(fp: *mut u64, ok: u16, v: bool) {
    if ok != NO_SLOT {
        *fp.add(ok as usize) = u64::from(v);
    }
}

/// With the lock held.
#[inline(always)]
pub(super) unsafe fn attempt_send(p: *mut P, g: *mut G, c: *mut HChan, src: *const u64) -> Try {
    let multi = (*p).multi;
    if (*c).is_closed() {
        (*c).lock.unlock_if(multi);
        return Try::Closed;
    }
    let w = (*c).recvq.claim(g, 0);
    if !w.is_null() {
        let n = (*c).slots();
        (*c).lock.unlock_if(multi);
        copy((*w).slot, src, n);
        set_ok((*(*w).g).fp, (*w).ok, true);
        ready(p, (*w).g, true);
        return Try::Done;
    }
    let len = (*c).count();
    if len < (*c).cap {
        copy((*c).at(len), src, (*c).slots());
        (*c).set_count(len + 1);
        (*c).lock.unlock_if(multi);
        return Try::Done;
    }
    Try::Not
}

/// With the lock held.
#[inline(always)]
pub(super) unsafe fn attempt_recv(
    p: *mut P,
    g: *mut G,
    c: *mut HChan,
    dst: *mut u64,
    fp: *mut u64,
    ok: u16,
) -> Try {
    let multi = (*p).multi;
    let n = (*c).slots();
    let len = (*c).count();
    if len > 0 {
        let oldest = (*c).at(0);
        copy(dst, oldest, n);
        set_ok(fp, ok, true);
        let w = if (*c).sendq.is_empty() {
            null_mut()
        } else {
            (*c).sendq.claim(g, 0)
        };
        if w.is_null() {
            zero(oldest, n); // what has been received is not kept alive
            (*c).set_count(len - 1);
        } else {
            copy(oldest, (*w).slot, n);
        }
        (*c).rx += 1;
        if (*c).rx == (*c).cap {
            (*c).rx = 0;
        }
        (*c).lock.unlock_if(multi);
        if !w.is_null() {
            ready(p, (*w).g, true);
        }
        return Try::Done;
    }
    let w = (*c).sendq.claim(g, 0);
    if !w.is_null() {
        (*c).lock.unlock_if(multi);
        copy(dst, (*w).slot, n);
        set_ok(fp, ok, true);
        ready(p, (*w).g, true);
        return Try::Done;
    }
    if (*c).is_closed() {
        (*c).lock.unlock_if(multi);
        (*c).give_zero(dst);
        set_ok(fp, ok, false);
        return Try::Done;
    }
    Try::Not
}

/// `c <- *src`. When it parks the goroutine goes on at `pc`, or, if the channel is closed meanwhile, `back` words before it: at
/// the send again, which then finds the channel closed.
///
/// # Safety
/// On the worker that runs `g`; `c` is nil or a channel; `src` are registers of `g`.
#[inline(always)]
pub unsafe fn send(
    p: *mut P,
    g: *mut G,
    c: *mut HChan,
    src: *const u64,
    back: u8,
    pc: *const u64,
    fp: *mut u64,
) -> Sent {
    if c.is_null() {
        park(p, g, WaitReason::ChanSendNilChan, pc, fp);
        return Sent::Parked;
    }
    let multi = (*p).multi;
    (*c).lock.lock_if(multi);
    match attempt_send(p, g, c, src) {
        Try::Done => return Sent::Done,
        Try::Closed => return Sent::Closed,
        Try::Not => {}
    }
    let reason = chan_reason(g, (*c).is_bubbled(), WaitReason::ChanSend);
    park(p, g, reason, pc, fp);
    let w = &raw mut (*g).waiter;
    (*w).slot = src.cast_mut();
    (*w).ok = NO_SLOT;
    (*w).back = back;
    (*c).sendq.push(w);
    (*c).lock.unlock_if(multi);
    Sent::Parked
}

/// `*dst, fp[ok] = <-c`; null and [`NO_SLOT`] for what is not wanted.
///
/// # Safety
/// On the worker that runs `g`; `c` is nil or a channel; `dst` are registers of `g`.
#[inline(always)]
pub unsafe fn recv(
    p: *mut P,
    g: *mut G,
    c: *mut HChan,
    dst: *mut u64,
    ok: u16,
    pc: *const u64,
    fp: *mut u64,
) -> Wait {
    if c.is_null() {
        park(p, g, WaitReason::ChanReceiveNilChan, pc, fp);
        return Wait::Parked;
    }
    if (*c).is_timed() {
        return timer::recv(p, g, c, dst, ok, pc, fp);
    }
    let multi = (*p).multi;
    (*c).lock.lock_if(multi);
    if attempt_recv(p, g, c, dst, fp, ok) != Try::Not {
        return Wait::Done;
    }
    wait_recv(p, g, c, dst, ok, pc, fp);
    (*c).lock.unlock_if(multi);
    Wait::Parked
}

/// Queues `g` as a receiver. With the lock held.
#[inline(always)]
pub(super) unsafe fn wait_recv(
    p: *mut P,
    g: *mut G,
    c: *mut HChan,
    dst: *mut u64,
    ok: u16,
    pc: *const u64,
    fp: *mut u64,
) {
    let reason = chan_reason(g, (*c).is_bubbled(), WaitReason::ChanReceive);
    park(p, g, reason, pc, fp);
    let w = &raw mut (*g).waiter;
    (*w).slot = dst;
    (*w).ok = ok;
    (*c).recvq.push(w);
}

/// A send that does not wait: for natives, from registers or any other memory. `Parked` means that it would have waited.
///
/// # Safety
/// On the thread of `p`; `c` is nil or a channel.
pub unsafe fn try_send(p: *mut P, c: *mut HChan, src: *const u64) -> Sent {
    if c.is_null() {
        return Sent::Parked;
    }
    (*c).lock.lock_if((*p).multi);
    match attempt_send(p, null_mut(), c, src) {
        Try::Done => Sent::Done,
        Try::Closed => Sent::Closed,
        Try::Not => {
            (*c).lock.unlock_if((*p).multi);
            Sent::Parked
        }
    }
}

/// A receive that does not wait: None if it would have; else whether a value came (false: closed, and `dst` is zero).
///
/// # Safety
/// On the thread of `p`; `c` is nil or a channel.
pub unsafe fn try_recv(p: *mut P, c: *mut HChan, dst: *mut u64) -> Option<bool> {
    if c.is_null() {
        return None;
    }
    if (*c).is_timed() {
        timer::poll(p, c);
    }
    let mut ok = 0u64;
    (*c).lock.lock_if((*p).multi);
    if attempt_recv(p, null_mut(), c, dst, &raw mut ok, 0) == Try::Not {
        (*c).lock.unlock_if((*p).multi);
        return None;
    }
    Some(ok != 0)
}

/// The answer of a close.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Closing {
    /// Done.
    Done,
    /// `close of nil channel`.
    Nil,
    /// `close of closed channel`.
    Closed,
}

/// `close(c)`: all receivers get zero, all senders repeat their send and panic.
///
/// # Safety
/// On the thread of `p`; `c` is nil or a channel.
#[inline(never)]
pub unsafe fn close(p: *mut P, c: *mut HChan) -> Closing {
    if c.is_null() {
        return Closing::Nil;
    }
    let multi = (*p).multi;
    (*c).lock.lock_if(multi);
    if (*c).is_closed() {
        (*c).lock.unlock_if(multi);
        return Closing::Closed;
    }
    (*c).closed.store(1, Relaxed);
    let (mut first, mut last, mut n): (*mut G, *mut G, u32) = (null_mut(), null_mut(), 0);
    loop {
        let mut w = (*c).recvq.claim(null_mut(), 0);
        let sender = w.is_null();
        if sender {
            w = (*c).sendq.claim(null_mut(), CLAIM_CLOSED);
            if w.is_null() {
                break;
            }
        }
        let g = (*w).g;
        if !sender {
            (*c).give_zero((*w).slot);
            set_ok((*g).fp, (*w).ok, false);
        } else if !(*w).select {
            (*g).pc = (*g).pc.sub((*w).back as usize);
        }
        (*g).next = null_mut();
        if first.is_null() {
            first = g;
        } else {
            (*last).next = g;
        }
        last = g;
        n += 1;
    }
    (*c).lock.unlock_if(multi);
    ready_list(p, first, last, n);
    Closing::Done
}
