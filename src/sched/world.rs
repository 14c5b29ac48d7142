//! Stopping the world: every worker at a safepoint, idle, or inside the scheduler with nothing of the program in hand.
//!
//! A worker is *active* from the moment it leaves idleness until it idles again, except inside [`safepoint`]. Who stops
//! the world sets `stopping`, then waits until no other worker is active; a worker that becomes active looks at `stopping`
//! afterwards and backs off (store, then load, on both sides, sequentially consistent). Workers that run are told
//! through `request` and `stack_limit`; as the owner may overwrite the latter at a switch, they are told again and again.

use crate::base::sync::atomic::AtomicBool;
use crate::base::sync::atomic::Ordering::Acquire;
use crate::base::sync::atomic::Ordering::SeqCst;
use std::time::Duration;

use crate::base::sync::Condvar;
use crate::base::sync::Mutex;

use super::Sched;
use super::p::P;
use super::p::REQ_STOP;
use super::p::REQ_TICK;

#[derive(Default)]
pub(super) struct World {
    /// Somebody stops, or has stopped, the world.
    taken: AtomicBool,
    stopping: AtomicBool,
    lock: Mutex<()>,
    /// The world has been started again.
    resumed: Condvar,
    /// A worker has become inactive.
    stopped: Condvar,
}

impl World {
    pub(super) fn end(&self) {
        let _held = self.lock.lock();
        self.resumed.notify_all();
        self.stopped.notify_all();
    }
}

pub(super) unsafe fn enter_active(p: *mut P) {
    let w = &P::sched(p).world;
    loop {
        (*p).active.store(true, SeqCst);
        if !w.stopping.load(SeqCst) {
            return;
        }
        (*p).active.store(false, SeqCst);
        let mut held = w.lock.lock();
        w.stopped.notify_all();
        while w.stopping.load(SeqCst) {
            w.resumed.wait(&mut held);
        }
    }
}

pub(super) unsafe fn leave_active(p: *mut P) {
    let w = &P::sched(p).world;
    (*p).active.store(false, SeqCst);
    if w.stopping.load(SeqCst) {
        let _held = w.lock.lock();
        w.stopped.notify_all();
    }
}

/// A place where the world may stop; the running goroutine's state is saved.
pub(super) unsafe fn safepoint(p: *mut P) {
    if P::sched(p).world.stopping.load(Acquire) {
        leave_active(p);
        enter_active(p);
    }
}

/// Returns when no other worker is active. The caller's goroutine has its state saved and is in `cur`. False: somebody else
/// stopped the world first and has started it again since; the caller does not hold it and should see whether it still
/// wants to.
///
/// # Safety
/// On the thread of `p`, which is active. After true, [`start_the_world`] must follow.
pub unsafe fn stop_the_world(p: *mut P) -> bool {
    if !(*p).multi {
        return true;
    }
    let s = P::sched(p);
    let w = &s.world;
    if w.taken.swap(true, SeqCst) {
        // Let the other one have its way first.
        while w.taken.load(SeqCst) {
            safepoint(p);
            crate::base::sync::thread::yield_now();
        }
        return false;
    }
    w.stopping.store(true, SeqCst);
    let mut round = 0u32;
    loop {
        let mut running = false;
        for &q in &s.ps {
            if q != p && (*q).active.load(SeqCst) {
                running = true;
                if round % 64 == 0 {
                    (*q).request.0.fetch_or(REQ_STOP, SeqCst);
                    (*q).stack_limit.store(0, SeqCst);
                }
            }
        }
        if !running {
            return true;
        }
        round += 1;
        if round < 200 {
            crate::base::sync::spin_loop();
        } else {
            round -= round % 64;
            let mut held = w.lock.lock();
            if s.ps.iter().any(|&q| q != p && (*q).active.load(SeqCst)) {
                w.stopped.wait_for(&mut held, Duration::from_micros(50));
            }
        }
    }
}

impl Sched {
    /// As [`stop_the_world`], from a thread that is no worker; waits for others who do the same. [`Sched::start_outside`]
    /// must follow.
    pub fn stop_outside(&self) {
        let w = &self.world;
        while w.taken.swap(true, SeqCst) {
            crate::base::sync::thread::yield_now();
        }
        w.stopping.store(true, SeqCst);
        let active = || {
            self.ps.iter().filter(|&&p| {
                // SAFETY: shared fields.
                unsafe { (*p).active.load(SeqCst) }
            })
        };
        for round in 0u32.. {
            if active().next().is_none() {
                return;
            }
            if round % 16 == 0 {
                for &p in active() {
                    // SAFETY: shared fields.
                    unsafe {
                        (*p).request.0.fetch_or(REQ_STOP, SeqCst);
                        (*p).stack_limit.store(0, SeqCst);
                    }
                }
            }
            let mut held = w.lock.lock();
            if active().next().is_some() {
                w.stopped.wait_for(&mut held, Duration::from_micros(50));
            }
        }
    }

    /// Lets the world go on after [`Sched::stop_outside`].
    pub fn start_outside(&self) {
        let w = &self.world;
        let held = w.lock.lock();
        w.stopping.store(false, SeqCst);
        w.resumed.notify_all();
        drop(held);
        w.taken.store(false, SeqCst);
    }

    /// Asks all workers for a tick, soon.
    pub fn nudge(&self) {
        for &p in &self.ps {
            // SAFETY: shared fields.
            unsafe {
                (*p).request.0.fetch_or(REQ_TICK, SeqCst);
                (*p).stack_limit.store(0, SeqCst);
            }
        }
    }
}

/// Lets the world go on after [`stop_the_world`].
///
/// # Safety
/// On the worker that stopped it.
pub unsafe fn start_the_world(p: *mut P) {
    if !(*p).multi {
        return;
    }
    let w = &P::sched(p).world;
    let held = w.lock.lock();
    w.stopping.store(false, SeqCst);
    w.resumed.notify_all();
    drop(held);
    w.taken.store(false, SeqCst);
}
