//! Select.
//!
//! First it looks at the channels without any lock, in random order, and tries those that look ready. Only when there is
//! nothing it locks all of them, by address, looks again, and queues a place in each. Whoever comes to such a place claims
//! the select with one compare-and-swap, does its half of the exchange and makes the goroutine ready; that one repeats
//! the instruction, only to take its other places out of their queues and leave by the case that woke it.

use crate::base::sync::atomic::Ordering::Acquire;
use crate::base::sync::atomic::Ordering::Relaxed;

use smallvec::SmallVec;

use super::HChan;
use super::ops::Try;
use super::ops::attempt_recv;
use super::ops::attempt_send;
use super::timer;
use crate::sched::CLAIM_CLOSED;
use crate::sched::G;
use crate::sched::G_SELECTING;
use crate::sched::NO_SLOT;
use crate::sched::P;
use crate::sched::Sudog;
use crate::sched::Timer;
use crate::sched::WaitReason;
use crate::sched::chan_reason;
use crate::sched::choice;
use crate::sched::choice::Choice;
use crate::sched::park;
use crate::sched::reserve_places;

/// A case, by registers.
#[derive(Clone, Copy, Debug)]
pub struct Case {
    /// A send, else a receive.
    pub send: bool,
    /// Holds the channel.
    pub ch: u16,
    /// First register of the value ([`NO_SLOT`]: a received one is dropped).
    pub val: u16,
    /// Where the comma-ok bool goes, or [`NO_SLOT`].
    pub ok: u16,
}

/// The answer of a select.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Selected {
    /// This case was taken; -1: the default.
    Case(i32),
    /// The goroutine waits and will repeat the instruction.
    Parked,
    /// The case is a send and its channel is closed: panic.
    Closed,
}

/// Up to so many cases nothing is allocated.
const FEW: usize = 16;

struct Select<'a> {
    p: *mut P,
    g: *mut G,
    fp: *mut u64,
    /// What the cases' channels and values are relative to: registers, or memory.
    base: *mut u64,
    cases: &'a [Case],
}

impl Select<'_> {
    #[inline(always)]
    unsafe fn ch(&self, k: usize) -> *mut HChan {
        *self.base.add(self.cases[k].ch as usize) as *mut HChan
    }

    #[inline(always)]
    unsafe fn place(&self, k: usize) -> *mut Sudog {
        (*self.g).sel.add(k)
    }

    #[inline(always)]
    unsafe fn val(&self, k: usize) -> *mut u64 {
        match self.cases[k].val {
            NO_SLOT => std::ptr::null_mut(),
            r => self.base.add(r as usize),
        }
    }

    #[inline(always)]
    unsafe fn looks_ready(&self, k: usize, c: *mut HChan) -> bool {
        if self.cases[k].send {
            (*c).can_send()
        } else {
            (*c).can_recv()
        }
    }

    /// With the channel's lock held.
    #[inline(always)]
    unsafe fn attempt(&self, k: usize, c: *mut HChan) -> Try {
        if self.cases[k].send {
            attempt_send(self.p, self.g, c, self.val(k))
        } else {
            attempt_recv(self.p, self.g, c, self.val(k), self.fp, self.cases[k].ok)
        }
    }

    /// All cases, each order equally likely.
    #[inline(always)]
    unsafe fn shuffle(&self, order: &mut [u16]) {
        for k in 0..order.len() {
            let j = choice::pick(self.p, Choice::SelectCase, k as u32 + 1) as usize;
            order[k] = order[j];
            order[j] = k as u16;
        }
    }

    /// The channels by address, each once; how many.
    #[inline(always)]
    unsafe fn sort_channels(&self, chans: &mut [*mut HChan]) -> usize {
        let mut count = 0;
        for k in 0..self.cases.len() {
            let c = self.ch(k);
            if c.is_null() {
                continue;
            }
            if self.cases.len() > FEW {
                chans[count] = c;
                count += 1;
                continue;
            }
            let mut j = count;
            while j > 0 && chans[j - 1] > c {
                j -= 1;
            }
            if j > 0 && chans[j - 1] == c {
                continue;
            }
            let mut m = count;
            while m > j {
                chans[m] = chans[m - 1];
                m -= 1;
            }
            chans[j] = c;
            count += 1;
        }
        if self.cases.len() > FEW {
            chans[..count].sort_unstable();
            let mut kept = 0;
            for k in 0..count {
                if kept == 0 || chans[kept - 1] != chans[k] {
                    chans[kept] = chans[k];
                    kept += 1;
                }
            }
            count = kept;
        }
        count
    }

    /// After the wake-up: leaves the queues.
    unsafe fn leave(&self) -> Selected {
        let g = self.g;
        (*g).flags &= !G_SELECTING;
        let claim = (*g).claim.load(Acquire);
        let taken = ((claim & !CLAIM_CLOSED) - 1) as usize;
        let multi = (*self.p).multi;
        for k in 0..self.cases.len() {
            let c = self.ch(k);
            if k == taken || c.is_null() {
                continue;
            }
            // SAFETY: a receive on a timer's channel holds the timer's lock around the channel's.
            let timed = !self.cases[k].send && (*c).is_timed();
            if timed {
                Timer::lock(self.p, (*c).timer());
            }
            (*c).lock.lock_if(multi);
            if self.cases[k].send {
                (*c).sendq.unlink(self.place(k));
            } else {
                (*c).recvq.unlink(self.place(k));
            }
            (*c).lock.unlock_if(multi);
            if timed {
                timer::left(self.p, c);
                Timer::unlock(self.p, (*c).timer());
            }
        }
        if claim & CLAIM_CLOSED != 0 {
            Selected::Closed
        } else {
            Selected::Case(taken as i32)
        }
    }

    /// Nothing was ready at first sight: under all locks, look again, then wait.
    #[inline(never)]
    unsafe fn wait(&self, poll: &[u16], default: bool, pc: *const u64) -> Selected {
        let (p, g, multi) = (self.p, self.g, (*self.p).multi);
        let n = self.cases.len();
        let mut few = [std::ptr::null_mut::<HChan>(); FEW];
        let mut many = Vec::new();
        let chans: &mut [*mut HChan] = if n <= FEW {
            &mut few
        } else {
            many.resize(n, std::ptr::null_mut());
            &mut many
        };
        let count = self.sort_channels(chans);
        let chans = &chans[..count];
        // The timers whose channels are received from; each home is locked once.
        let mut timers: SmallVec<[*mut Timer; 4]> = SmallVec::new();
        for k in 0..n {
            let c = self.ch(k);
            if !c.is_null() && !self.cases[k].send && (*c).is_timed() {
                timers.push((*c).timer());
            }
        }
        let mut homes: SmallVec<[*mut Timer; 4]> = timers.clone();
        homes.sort_unstable_by_key(|t| Timer::home(*t));
        homes.dedup_by_key(|t| Timer::home(*t));
        for &t in &homes {
            Timer::lock(p, t);
        }
        for &t in &timers {
            timer::poll_locked(p, t);
        }
        let release = |except: *mut HChan| {
            for &c in chans {
                if c != except {
                    (*c).lock.unlock_if(multi);
                }
            }
            for &t in &homes {
                Timer::unlock(p, t);
            }
        };
        for &c in chans {
            (*c).lock.lock_if(multi);
        }
        for &k in poll {
            let k = k as usize;
            let c = self.ch(k);
            if c.is_null() || !self.looks_ready(k, c) {
                continue;
            }
            let r = self.attempt(k, c);
            if r != Try::Not {
                release(c);
                return if r == Try::Closed {
                    Selected::Closed
                } else {
                    Selected::Case(k as i32)
                };
            }
        }
        if default {
            release(std::ptr::null_mut());
            return Selected::Case(-1);
        }
        if ((*g).nsel as usize) < n {
            reserve_places(g, n);
        }
        let reason = match (n, self.cases.first()) {
            (0, _) => WaitReason::SelectNoCases,
            (1, Some(c)) if chans.is_empty() => {
                if c.send {
                    WaitReason::ChanSendNilChan
                } else {
                    WaitReason::ChanReceiveNilChan
                }
            }
            (1, Some(c)) => {
                if c.send {
                    WaitReason::ChanSend
                } else {
                    WaitReason::ChanReceive
                }
            }
            _ => WaitReason::Select,
        };
        let inside = chans.iter().all(|&c| (*c).is_bubbled());
        let reason = chan_reason(g, inside, reason);
        park(p, g, reason, pc, self.fp);
        (*g).claim.store(0, Relaxed);
        (*g).flags |= G_SELECTING;
        for k in 0..n {
            let w = self.place(k);
            (*w).linked = false;
            let c = self.ch(k);
            if c.is_null() {
                continue;
            }
            let case = &self.cases[k];
            (*w).g = g;
            (*w).slot = self.val(k);
            (*w).ok = if case.send { NO_SLOT } else { case.ok };
            (*w).case = k as u16;
            (*w).select = true;
            if case.send {
                (*c).sendq.push(w)
            } else {
                (*c).recvq.push(w)
            }
        }
        for &t in &timers {
            if (*t).when != 0 {
                Timer::enqueue(p, t);
            }
        }
        // After the last unlock the goroutine may run elsewhere: `chans` and `homes` are ours, its registers are not.
        release(std::ptr::null_mut());
        Selected::Parked
    }
}

/// A select over `cases`; `pc` is the instruction itself.
///
/// # Safety
/// On the worker that runs `g`; registers are relative to `fp` and hold channels or nil.
#[inline(never)]
pub unsafe fn select(
    p: *mut P,
    g: *mut G,
    cases: &[Case],
    default: bool,
    pc: *const u64,
    fp: *mut u64,
) -> Selected {
    select_from(p, g, cases, fp, default, pc, fp)
}

/// The same with the channels and values of the cases at `base`, in memory that stays alive until the select is done; only
/// comma-ok results go to registers.
///
/// # Safety
/// As for [`select`].
#[inline(always)]
pub unsafe fn select_from(
    p: *mut P,
    g: *mut G,
    cases: &[Case],
    base: *mut u64,
    default: bool,
    pc: *const u64,
    fp: *mut u64,
) -> Selected {
    let s = Select {
        p,
        g,
        fp,
        base,
        cases,
    };
    if (*g).flags & G_SELECTING != 0 {
        return s.leave();
    }
    let multi = (*p).multi;
    let n = cases.len();
    let mut few = [0u16; FEW];
    let mut many = Vec::new();
    let poll: &mut [u16] = if n <= FEW {
        &mut few[..n]
    } else {
        many.resize(n, 0);
        &mut many
    };
    s.shuffle(poll);
    let mut timed = false;
    for &k in &*poll {
        let k = k as usize;
        let c = s.ch(k);
        if c.is_null() {
            continue;
        }
        if (*c).is_timed() && !cases[k].send {
            timed = true;
            timer::poll(p, c);
        }
        if !s.looks_ready(k, c) {
            continue;
        }
        (*c).lock.lock_if(multi);
        match s.attempt(k, c) {
            Try::Done => return Selected::Case(k as i32),
            Try::Closed => return Selected::Closed,
            Try::Not => (*c).lock.unlock_if(multi),
        }
    }
    // What was seen one by one need not have been so at one moment, but no channel became ready before it was looked at:
    // a default is right.
    if default && !timed {
        return Selected::Case(-1);
    }
    s.wait(poll, default, pc)
}
