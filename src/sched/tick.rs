//! What happens when the budget is used up, every few microseconds: requests of other threads, timers, work for an idle
//! worker, the end of a time slice. And the monitor, a thread that makes workers tick which have not for 10 ms (they run
//! calls without loops); it sleeps while all workers are idle.

use crate::base::sync::atomic::AtomicBool;
use crate::base::sync::atomic::Ordering::Acquire;
use crate::base::sync::atomic::Ordering::Relaxed;
use crate::base::sync::atomic::Ordering::SeqCst;
use crate::base::sync::thread::JoinHandle;
use std::ptr::null_mut;
use std::time::Duration;

use crate::base::sync::Mutex;

use super::Sched;
use super::choice;
use super::choice::Choice;
use super::g::G;
use super::p::P;
use super::p::REQ_ATTEND;
use super::p::REQ_TICK;
use super::runq::next;
use super::runq::next_ring;
use super::runq::next_turn;
use super::runq::push;
use super::runq::ring_len;
use super::timer::run_due;
use super::world::safepoint;

/// Nanoseconds a goroutine, and those that run in its slice, have before the rest gets a turn.
const SLICE: i64 = 10_000_000;
/// Virtual nanoseconds between two ticks.
const SEEDED_TICK: i64 = 5_000;

/// The budget is used up. `g` is the running goroutine with its state saved, or null if it has parked or ended. The answer runs
/// next, `g` or another; null: leave [`super::Runnable::run`] with [`super::Outcome::Parked`].
///
/// # Safety
/// On the thread of `p`.
#[cold]
#[inline(never)]
pub unsafe fn tick(p: *mut P, g: *mut G) -> *mut G {
    let s = P::sched(p);
    let count = (*p).ticks.load(Relaxed).wrapping_add(1);
    (*p).ticks.store(count, Relaxed);
    (*p).cur = g;
    let mut late = false;
    if (*p).request.0.load(Relaxed) != 0 {
        let asked = (*p).request.0.swap(0, SeqCst);
        late = asked & REQ_TICK != 0;
        if asked & REQ_ATTEND != 0 {
            s.attend();
        }
        safepoint(p);
        if s.ending.load(Acquire) {
            (*p).cur = null_mut();
            if !g.is_null() {
                push(p, g);
            }
            return null_mut();
        }
    }
    if (*p).seeded {
        return tick_seeded(p, g);
    }
    let now = s.clock_now();
    (*p).now = now;
    (*p).coarse = (now / 1_000_000_000) as u32;
    if (*p).timers.next_when() <= now {
        run_due(p, now, false);
    }
    if (*p).multi {
        if count % 16 == 0 && s.earliest() <= now {
            run_due(p, now, true);
        }
        share(p, late);
    }
    if (*p).slice == 0 {
        (*p).slice = now;
    }
    if now - (*p).slice >= SLICE {
        // Goroutines that hand over to each other through `runnext` must not starve the rest.
        let n = (*p).runnext;
        if !n.is_null() {
            (*p).runnext = null_mut();
            push(p, n);
        }
        (*p).slice = now;
        if ring_len(p) > 0 || s.gq_len.0.load(Relaxed) > 0 {
            (*p).cur = null_mut();
            if !g.is_null() {
                push(p, g);
            }
            return next_turn(p);
        }
    }
    if g.is_null() {
        return next(p);
    }
    P::enter(p, g);
    g
}

/// Is there work an idle worker should have? `late`: the last tick was long ago, so all of it has waited.
unsafe fn share(p: *mut P, late: bool) {
    let s = P::sched(p);
    let n = (*p).runnext;
    // `runnext` is private; one that has waited for a whole tick while nothing was switched becomes stealable.
    if !n.is_null() && (late || n == (*p).last_next && (*p).switches == (*p).last_switches) {
        (*p).runnext = null_mut();
        push(p, n);
    }
    (*p).last_next = n;
    (*p).last_switches = (*p).switches;
    let waited =
        late && ring_len(p) > 0 || (*p).last_tail.wrapping_sub((*p).ring.head()) as i32 > 0;
    (*p).last_tail = (*p).ring.tail();
    if s.n_idle.0.load(Relaxed) > 0
        && (waited || s.gq_len.0.load(Relaxed) > 0)
        && s.n_spin.0.load(Relaxed) == 0
    {
        s.wake_aged();
    }
}

unsafe fn tick_seeded(p: *mut P, g: *mut G) -> *mut G {
    let s = P::sched(p);
    let now = s.virtual_now.fetch_add(SEEDED_TICK, Relaxed) + SEEDED_TICK;
    (*p).now = now;
    (*p).coarse = (now / 1_000_000_000) as u32;
    if (*p).timers.next_when() <= now && choice::pick(p, Choice::Timer, 4) != 0 {
        run_due(p, now, false);
    }
    if g.is_null() {
        return next(p);
    }
    let others = ring_len(p) > 0 || s.gq_len.0.load(Relaxed) > 0;
    if others && choice::pick(p, Choice::Preempt, 2) == 0 {
        (*p).cur = null_mut();
        push(p, g);
        return next_ring(p);
    }
    P::enter(p, g);
    g
}

/// The thread that makes workers tick.
#[derive(Default)]
pub(super) struct Monitor {
    started: AtomicBool,
    asleep: AtomicBool,
    stop: AtomicBool,
    thread: Mutex<Option<JoinHandle<()>>>,
}

struct Pointer(*const Sched);
// SAFETY: the instance joins the monitor before it goes.
unsafe impl Send for Pointer {}

impl Monitor {
    /// Started when there is a second goroutine or timer: before, there is nothing to preempt for.
    pub(super) fn ensure(&self, s: &Sched) {
        if self.started.load(Relaxed) || self.started.swap(true, SeqCst) {
            return;
        }
        let pointer = Pointer(s);
        let thread = crate::base::sync::thread::Builder::new()
            .name("monitor".into())
            .stack_size(64 << 10)
            .spawn(move || {
                let pointer = pointer;
                // SAFETY: see Pointer.
                unsafe { watch(&*pointer.0) }
            });
        *self.thread.lock() = thread.ok();
    }

    /// A worker has left idleness.
    #[inline]
    pub(super) fn work(&self) {
        if self.asleep.load(SeqCst) && self.asleep.swap(false, SeqCst) {
            if let Some(t) = &*self.thread.lock() {
                t.thread().unpark();
            }
        }
    }

    pub(super) fn stop(&self) {
        self.stop.store(true, SeqCst);
        let thread = self.thread.lock().take();
        if let Some(t) = thread {
            t.thread().unpark();
            // A panic of the monitor must not hide another one.
            let _ = t.join();
        }
    }
}

unsafe fn watch(s: &Sched) {
    let mut seen = vec![0u32; s.procs];
    let m = &s.monitor;
    loop {
        crate::base::sync::thread::park_timeout(Duration::from_millis(10));
        if m.stop.load(SeqCst) {
            return;
        }
        if s.ps.iter().all(|&p| !(*p).active.load(SeqCst)) {
            m.asleep.store(true, SeqCst);
            while m.asleep.load(SeqCst) && !m.stop.load(SeqCst) {
                if s.ps.iter().any(|&p| (*p).active.load(SeqCst)) {
                    m.asleep.store(false, SeqCst);
                    break;
                }
                crate::base::sync::thread::park();
            }
            continue;
        }
        for (&p, seen) in s.ps.iter().zip(&mut seen) {
            let ticks = (*p).ticks.load(Relaxed);
            if (*p).active.load(SeqCst) && ticks == *seen {
                (*p).request.0.fetch_or(REQ_TICK, SeqCst);
                (*p).stack_limit.store(0, SeqCst);
            }
            *seen = ticks;
        }
    }
}
