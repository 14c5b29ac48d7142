//! Semaphores and notify lists for package sync, keyed by the address of a word in guest memory.
//!
//! A sharded table maps addresses to queues of waiting goroutines. A release hands its token to the first waiter directly,
//! so the word is above zero only while nobody waits. The queues exist only while they are not empty; the guest's objects
//! stay alive because waiting stacks refer to them.

use crate::base::sync::atomic::AtomicU32;
use crate::base::sync::atomic::Ordering::Relaxed;
use std::cell::UnsafeCell;
use std::ptr::null_mut;

use hashbrown::HashMap;

use super::Wait;
use super::g::G;
use super::g::Sudog;
use super::lock::ByteLock;
use super::lock::Pad;
use super::p::P;
use super::runq::park;
use super::runq::ready;
use super::runq::ready_list;
use super::wait::WaitReason;
use super::waitq::WaitQ;

const SHARDS: usize = 64;

#[derive(Default)]
struct Shard {
    lock: ByteLock,
    queues: UnsafeCell<HashMap<usize, WaitQ, foldhash::fast::FixedState>>,
}

pub(super) struct Table {
    shards: Box<[Pad<Shard>]>,
}

impl Table {
    pub(super) fn new() -> Table {
        Table {
            shards: (0..SHARDS).map(|_| Pad::default()).collect(),
        }
    }

    #[inline]
    fn shard(&self, addr: usize) -> &Shard {
        &self.shards[(addr >> 3).wrapping_mul(0x9E37_79B9) >> 8 & (SHARDS - 1)].0
    }

    /// The address whose queue `w` is in. With the world stopped, as the following.
    pub(super) unsafe fn find(&self, w: *mut Sudog) -> Option<usize> {
        if !(*w).linked {
            return None;
        }
        let mut first = w;
        while !(*first).prev.is_null() {
            first = (*first).prev;
        }
        self.shards.iter().find_map(|s| {
            let queues = &*s.0.queues.get();
            queues
                .iter()
                .find(|(_, q)| q.first() == first)
                .map(|(a, _)| *a)
        })
    }

    /// Takes `w` out of the queue of `addr`.
    pub(super) unsafe fn leave(&self, w: *mut Sudog, addr: usize) {
        let queues = &mut *self.shard(addr).queues.get();
        if let Some(q) = queues.get_mut(&addr) {
            q.unlink(w);
            if q.is_empty() {
                queues.remove(&addr);
            }
        }
    }

    /// Every place in the queue of `addr`.
    pub(super) unsafe fn each(&self, addr: usize, mut f: impl FnMut(*mut Sudog)) {
        let queues = &*self.shard(addr).queues.get();
        let mut w = queues.get(&addr).map_or(null_mut(), WaitQ::first);
        while !w.is_null() {
            f(w);
            w = (*w).next;
        }
    }
}

/// Takes a token from the semaphore at `addr`, or parks until a release gives one. `lifo`: ahead of those who wait already
/// (a goroutine that had been woken before and lost the race).
///
/// # Safety
/// On the worker that runs `g`; `addr` is a live word of guest memory.
pub unsafe fn semacquire(
    p: *mut P,
    g: *mut G,
    addr: *const AtomicU32,
    lifo: bool,
    reason: WaitReason,
    pc: *const u64,
    fp: *mut u64,
) -> Wait {
    let shard = P::sched(p).sema.shard(addr as usize);
    shard.lock.lock_if((*p).multi);
    let n = (*addr).load(Relaxed);
    if n > 0 {
        (*addr).store(n - 1, Relaxed);
        shard.lock.unlock_if((*p).multi);
        return Wait::Done;
    }
    park(p, g, reason, pc, fp);
    let q = (*shard.queues.get()).entry(addr as usize).or_default();
    let w = &raw mut (*g).waiter;
    if lifo {
        q.push_front(w)
    } else {
        q.push(w)
    }
    shard.lock.unlock_if((*p).multi);
    Wait::Parked
}

/// Gives a token: to the first waiter, or to the word. True: a waiter was made ready with `handoff`, and the caller should yield
/// to it.
///
/// # Safety
/// On the thread of `p`; `addr` is a live word of guest memory.
pub unsafe fn semrelease(p: *mut P, addr: *const AtomicU32, handoff: bool) -> bool {
    let shard = P::sched(p).sema.shard(addr as usize);
    shard.lock.lock_if((*p).multi);
    let queues = &mut *shard.queues.get();
    let mut g: *mut G = null_mut();
    if let Some(q) = queues.get_mut(&(addr as usize)) {
        g = (*q.pop()).g;
        if q.is_empty() {
            queues.remove(&(addr as usize));
        }
    } else {
        (*addr).store((*addr).load(Relaxed).wrapping_add(1), Relaxed);
    }
    shard.lock.unlock_if((*p).multi);
    if g.is_null() {
        return false;
    }
    ready(p, g, handoff);
    handoff
}

/// The two words of a notify list: the next ticket to give out, and the next to be notified.
#[repr(C)]
pub struct NotifyList {
    wait: AtomicU32,
    notify: AtomicU32,
}

impl NotifyList {
    /// The next ticket to give out, and the next to be notified.
    pub(super) fn words(&self) -> (&AtomicU32, &AtomicU32) {
        (&self.wait, &self.notify)
    }
}

/// Takes a ticket, before the caller unlocks what guards the condition.
///
/// # Safety
/// `l` points to 8 bytes of live guest memory.
pub unsafe fn notify_add(l: *const NotifyList) -> u32 {
    (*l).wait
        .fetch_add(1, crate::base::sync::atomic::Ordering::SeqCst)
}

fn less(a: u32, b: u32) -> bool {
    (a.wrapping_sub(b) as i32) < 0
}

/// Parks until `ticket` is notified, unless it has been already.
///
/// # Safety
/// On the worker that runs `g`; as [`notify_add`].
pub unsafe fn notify_wait(
    p: *mut P,
    g: *mut G,
    l: *const NotifyList,
    ticket: u32,
    pc: *const u64,
    fp: *mut u64,
) -> Wait {
    let shard = P::sched(p).sema.shard(l as usize);
    shard.lock.lock_if((*p).multi);
    if less(ticket, (*l).notify.load(Relaxed)) {
        shard.lock.unlock_if((*p).multi);
        return Wait::Done;
    }
    park(p, g, WaitReason::SyncCondWait, pc, fp);
    let w = &raw mut (*g).waiter;
    (*w).slot = ticket as usize as *mut u64;
    (*shard.queues.get()).entry(l as usize).or_default().push(w);
    shard.lock.unlock_if((*p).multi);
    Wait::Parked
}

/// Wakes all that wait.
///
/// # Safety
/// On the thread of `p`; as [`notify_add`].
pub unsafe fn notify_all(p: *mut P, l: *const NotifyList) {
    let shard = P::sched(p).sema.shard(l as usize);
    shard.lock.lock_if((*p).multi);
    (*l).notify.store((*l).wait.load(Relaxed), Relaxed);
    let q = (*shard.queues.get()).remove(&(l as usize));
    shard.lock.unlock_if((*p).multi);
    let Some(mut q) = q else { return };
    let (mut first, mut last, mut n): (*mut G, *mut G, u32) = (null_mut(), null_mut(), 0);
    loop {
        let w = q.pop();
        if w.is_null() {
            break;
        }
        let g = (*w).g;
        (*g).next = null_mut();
        if first.is_null() {
            first = g;
        } else {
            (*last).next = g;
        }
        last = g;
        n += 1;
    }
    ready_list(p, first, last, n);
}

/// Wakes the one that has waited longest.
///
/// # Safety
/// On the thread of `p`; as [`notify_add`].
pub unsafe fn notify_one(p: *mut P, l: *const NotifyList) {
    let shard = P::sched(p).sema.shard(l as usize);
    shard.lock.lock_if((*p).multi);
    let t = (*l).notify.load(Relaxed);
    if t == (*l).wait.load(Relaxed) {
        shard.lock.unlock_if((*p).multi);
        return;
    }
    (*l).notify.store(t.wrapping_add(1), Relaxed);
    // Its ticket may not be in the queue yet: then it finds itself notified when it comes.
    let queues = &mut *shard.queues.get();
    let mut g: *mut G = null_mut();
    if let Some(q) = queues.get_mut(&(l as usize)) {
        let mut w = q.first();
        while !w.is_null() && (*w).slot as usize as u32 != t {
            w = (*w).next;
        }
        if !w.is_null() {
            q.unlink(w);
            g = (*w).g;
        }
        if q.is_empty() {
            queues.remove(&(l as usize));
        }
    }
    shard.lock.unlock_if((*p).multi);
    if !g.is_null() {
        ready(p, g, false);
    }
}
