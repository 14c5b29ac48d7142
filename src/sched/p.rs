//! A worker's state: M and P in one, since natives never block.
//!
//! All access is through raw pointers: the fields of the first part belong to the worker's own thread, those of the second
//! are shared and atomic. `stack_limit` is the owner's to set and anybody's to zero.

use std::ptr::null_mut;

use crate::base::sync::atomic::AtomicBool;
use crate::base::sync::atomic::AtomicI64;
use crate::base::sync::atomic::AtomicU32;
use crate::base::sync::atomic::AtomicUsize;
use crate::base::sync::atomic::Ordering::Relaxed;
use crate::base::sync::thread::Thread;

use crate::base::sync::Mutex;

use super::Event;
use super::Sched;
use super::g::G;
use super::lock::Pad;
use super::ring::Ring;
use super::timer::Timers;

/// Budget between two ticks: a back-edge costs 1.
pub const TICK: i64 = 1024;
/// What switching goroutines, or starting one, costs of the budget.
pub const PER_SWITCH: i64 = 16;

/// In `request`: the world is to stop.
pub const REQ_STOP: u32 = 1;
/// In `request`: the run is over.
pub const REQ_END: u32 = 2;
/// In `request`: a time slice may be over (the worker has not ticked for long).
pub const REQ_TICK: u32 = 4;
/// In `request`: somebody waits for the attendant.
pub const REQ_ATTEND: u32 = 8;

/// A worker.
#[repr(C, align(128))]
pub struct P {
    // ---- the owner's ----
    /// Runs next, in the time slice of the one that made it ready.
    pub runnext: *mut G,
    /// The goroutine that runs.
    pub cur: *mut G,
    /// End of the running goroutine's stack, as an address; 0 asks for a call of [`super::tick`]. Anybody may store 0.
    pub stack_limit: AtomicUsize,
    /// Left of the budget, while the VM does not keep it in a register.
    pub budget: i64,
    /// There are other workers: locks and atomic operations are needed.
    pub multi: bool,
    /// Seeded run: one worker, virtual time, every choice from the generator.
    pub seeded: bool,
    /// The VM wants to know of events.
    pub trace: bool,
    /// Index of this worker.
    pub id: u32,
    /// The VM's data for this worker.
    pub ext: *mut (),
    /// The instance.
    pub sched: *const Sched,
    pub(super) rng: u64,
    /// Monotonic time at the last tick.
    pub now: i64,
    /// `now` in seconds.
    pub(super) coarse: u32,
    /// Start of the time slice, 0: at the next tick.
    pub(super) slice: i64,
    pub(super) schedtick: u32,
    pub(super) turns: u32,
    pub(super) switches: u32,
    pub(super) last_switches: u32,
    pub(super) last_next: *mut G,
    pub(super) last_tail: u32,
    pub(super) nfree: u32,
    pub(super) free: *mut G,
    pub(super) bump: *mut u8,
    pub(super) bump_end: *mut u8,
    pub(super) next_id: u64,
    pub(super) end_id: u64,
    pub(super) free_timers: Vec<*mut super::timer::Timer>,
    /// Tests: everything made ready goes to other workers, as far as there are any.
    #[cfg(test)]
    pub(crate) cross: bool,
    // ---- shared ----
    /// Goroutines begun less goroutines ended here.
    pub(super) live: AtomicI64,
    /// What other threads ask for, seen at the next tick.
    pub(super) request: Pad<AtomicU32>,
    pub(super) ticks: AtomicU32,
    /// The worker is between safepoints: the world is not stopped before this is false.
    pub(super) active: AtomicBool,
    pub(super) started: AtomicBool,
    pub(super) wake: AtomicU32,
    pub(super) thread: Mutex<Option<Thread>>,
    pub(super) timers: Timers,
    pub(super) ring: Ring<G>,
}

impl P {
    pub(super) fn new(id: u32, procs: usize, seed: u64, seeded: bool) -> P {
        P {
            runnext: null_mut(),
            cur: null_mut(),
            stack_limit: AtomicUsize::new(0),
            budget: TICK,
            multi: procs > 1,
            seeded,
            trace: false,
            id,
            ext: null_mut(),
            sched: std::ptr::null(),
            rng: super::choice::mix(seed.wrapping_add(u64::from(id))) | 1,
            now: 0,
            coarse: 0,
            slice: 0,
            schedtick: 0,
            turns: 0,
            switches: 0,
            last_switches: 0,
            last_next: null_mut(),
            last_tail: 0,
            nfree: 0,
            free: null_mut(),
            bump: null_mut(),
            bump_end: null_mut(),
            next_id: 0,
            end_id: 0,
            free_timers: Vec::new(),
            #[cfg(test)]
            cross: false,
            live: AtomicI64::new(0),
            request: Pad(AtomicU32::new(0)),
            ticks: AtomicU32::new(0),
            active: AtomicBool::new(false),
            started: AtomicBool::new(false),
            wake: AtomicU32::new(0),
            thread: Mutex::new(None),
            timers: Timers::default(),
            ring: Ring::default(),
        }
    }

    /// Makes `g` the running goroutine: `cur` and `stack_limit`. The VM calls it whenever it starts or resumes one.
    ///
    /// # Safety
    /// On the thread of `p`; `g` has been handed to it by the scheduler.
    #[inline(always)]
    pub unsafe fn enter(p: *mut P, g: *mut G) {
        if (*p).trace && (*p).cur != g {
            tell_runs(p, g);
        }
        (*p).cur = g;
        (*p).stack_limit.store((*g).stack_end() as usize, Relaxed);
    }

    /// The instance.
    ///
    /// # Safety
    /// `p` is a worker of a live instance.
    #[inline(always)]
    pub unsafe fn sched<'a>(p: *mut P) -> &'a Sched {
        &*(*p).sched
    }
}

/// Tells that `g` runs now. Takes values only: an event is passed by address, and one on the stack of an operation's handler
/// would keep the optimizer from making a jump of the call of the next handler.
#[cold]
#[inline(never)]
unsafe fn tell_runs(p: *mut P, g: *mut G) {
    tell(p, Event::Runs(g));
}

/// Tells the VM of an event.
#[cold]
#[inline(never)]
pub(super) unsafe fn tell(p: *mut P, event: Event) {
    P::sched(p).vm().trace(p, event);
}
