//! Goroutines over worker threads: records, run queues, stealing, idle workers, timers, semaphores, the blocking pool,
//! stopping the world, deadlock, choices. All of it belongs to an instance, [`Sched`]; there are no globals.
//!
//! The scheduler runs a [`Runnable`] and does not know what bytecode is. How the VM uses it:
//!
//! - [`Sched::new`], then [`new_g`] on [`Sched::first_p`] with `pc` and `fp` set, then [`Sched::run`], which makes the calling
//!   thread worker 0 and returns with an [`End`] when everything has stopped: with all goroutines at rest, so that a dump can
//!   walk them by [`Sched::for_each_g`].
//! - [`Runnable::run`] gets a goroutine, calls [`P::enter`], and runs. When the goroutine parks (a channel operation said
//!   `Parked`) or ends ([`free_g`]), it subtracts [`PER_SWITCH`] from the budget and goes on with what [`next`] gives
//!   ([`tick`] with no goroutine if the budget is used up); null: return [`Outcome::Parked`].
//! - At a back-edge with the budget used up, and at a call that exceeds `stack_limit` although the stack is large enough, it
//!   saves `pc` and `fp` in the goroutine, calls [`tick`], sets the budget from [`choice::budget`], and goes on with the
//!   goroutine it is given, the same or another (null: return).
//! - Whatever may park takes `pc` and `fp` and saves them first. After `Parked` the goroutine may already run elsewhere.
//! - The goroutine that [`tick`], [`stop_the_world`] or an operation that parks finds in `cur` has its `pc` and `fp` saved.

pub mod choice;

mod blocking;
mod bubble;
mod find;
mod g;
mod lock;
mod mutex;
mod p;
mod record;
mod ring;
mod runq;
mod sema;
mod stack;
mod tick;
mod timer;
mod unblock;
mod wait;
mod waitq;
mod world;

use crate::base::sync::Instant;
use crate::base::sync::atomic::AtomicBool;
use crate::base::sync::atomic::AtomicI64;
use crate::base::sync::atomic::AtomicU32;
use crate::base::sync::atomic::AtomicU64;
use crate::base::sync::atomic::AtomicUsize;
use crate::base::sync::atomic::Ordering::Acquire;
use crate::base::sync::atomic::Ordering::Relaxed;
use crate::base::sync::atomic::Ordering::SeqCst;
use std::cell::UnsafeCell;
use std::sync::Arc;

use crate::base::sync::Mutex;

pub use blocking::Answer;
pub use blocking::abandoned;
pub use blocking::submit;
pub use blocking::take_result;
pub use bubble::bubble_of;
pub use bubble::chan_reason;
pub use bubble::change as change_bubble;
pub use bubble::close as close_bubble;
pub use bubble::now_in as bubble_now;
pub use bubble::open as open_bubble;
pub use bubble::set_over as bubble_over;
pub use bubble::set_waiting as bubble_set_waiting;
pub use bubble::turn as bubble_turn;
pub use bubble::wait as bubble_wait;
pub use bubble::wait_idle as bubble_wait_idle;
pub use g::CLAIM_CLOSED;
pub use g::FIRST_STACK;
pub use g::G;
pub use g::G_BYTES;
pub use g::G_MAIN;
pub use g::G_SELECTING;
pub use g::G_SYSTEM;
pub use g::G_VM;
pub use g::MAX_STACK;
pub use g::NO_SLOT;
pub use g::Sudog;
pub use lock::ByteLock;
pub use lock::Pad;
pub use mutex::MUTEX_WAITER;
pub use mutex::Unlocked;
pub use mutex::mutex_lock;
pub use mutex::mutex_try;
pub use mutex::mutex_unlock;
pub use p::P;
pub use p::PER_SWITCH;
pub use p::TICK;
pub use record::Grown;
pub use record::free_g;
pub use record::grow_stack;
pub use record::new_g;
pub use record::reserve_places;
pub use ring::RING;
pub use ring::Ring;
pub use runq::next;
pub use runq::park;
pub use runq::ready;
pub use runq::ready_list;
pub use runq::spawn;
pub use runq::yield_now;
pub use sema::NotifyList;
pub use sema::notify_add;
pub use sema::notify_all;
pub use sema::notify_one;
pub use sema::notify_wait;
pub use sema::semacquire;
pub use sema::semrelease;
pub use tick::tick;
pub use timer::Timer;
pub use timer::TimerKind;
pub use timer::sleep;
pub use unblock::leave_job;
pub use unblock::leave_notify;
pub use unblock::leave_sema;
pub use unblock::leave_sleep;
pub use unblock::release_outside;
pub use unblock::sema_of;
pub use wait::WaitReason;
pub use waitq::WaitQ;
pub use world::start_the_world;
pub use world::stop_the_world;

/// Whether an operation is done or the goroutine is parked (and may already run elsewhere).
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Wait {
    /// Done; the goroutine goes on.
    Done,
    /// The goroutine waits; the worker must take another one.
    Parked,
}

/// Why [`Runnable::run`] came back.
#[derive(Debug)]
pub enum Outcome {
    /// The goroutine in `cur` goes to the end of the queue; its state is saved.
    Yield,
    /// Nothing runs here: whatever ran has parked or ended, and [`next`] gave nothing.
    Parked,
    /// The goroutine in `cur` has ended; the scheduler frees it.
    Done,
    /// The program ends with this status.
    Exit(i32),
    /// The program ends with `fatal error: ` and this text; `cur` has its state saved.
    Fatal(Box<str>),
}

/// What the scheduler needs of the VM.
pub trait Runnable: Sync {
    /// Runs `g`, and what [`next`] and [`tick`] hand over, until there is nothing or the program ends.
    ///
    /// # Safety
    /// Called by the scheduler on the thread of `p`, with a goroutine that is this worker's to run.
    unsafe fn run(&self, p: *mut P, g: *mut G) -> Outcome;

    /// A worker's thread begins: the VM sets `ext` (it keeps it over several runs if it is not null).
    ///
    /// # Safety
    /// Called on the thread of `p`.
    unsafe fn start_worker(&self, p: *mut P) {
        let _ = p;
    }

    /// A due timer that is not a sleep: send on its channel or start its function. Called with the timer's lock held;
    /// may call [`ready`] and [`spawn`], must not park.
    ///
    /// # Safety
    /// Called on the thread of `p` with a timer of this instance.
    unsafe fn fire(&self, p: *mut P, t: *mut Timer, now: i64) {
        let _ = (p, t, now);
    }

    /// Something happened to a goroutine; only called when [`SchedConfig::trace`] is set.
    ///
    /// # Safety
    /// Called on the thread of `p`; the goroutine's `pc` and `fp` are saved where the event says so.
    unsafe fn trace(&self, p: *mut P, event: Event) {
        let _ = (p, event);
    }

    /// Everything sleeps in a live instance, and nothing outside will wake it. True: a goroutine has been made ready.
    ///
    /// # Safety
    /// Called on the thread of `p`, the only worker that is not idle.
    unsafe fn stuck(&self, p: *mut P) -> bool {
        let _ = p;
        false
    }

    /// Bytes taken (or given back, when negative) for stacks and records. False refuses.
    fn charge(&self, bytes: isize) -> bool {
        let _ = bytes;
        true
    }
}

/// What a trace tells of.
#[derive(Clone, Copy)]
pub enum Event {
    /// The running goroutine started this one.
    Starts(*mut G),
    /// This goroutine runs on the worker from now on.
    Runs(*mut G),
    /// It waits; its state is saved.
    Waits(*mut G, WaitReason),
    /// It waited for this reason and can run again, thanks to the running goroutine (none: a timer).
    Ready(*mut G, WaitReason),
    /// It has ended.
    Ends(*mut G),
}

/// How a run ended. Every worker has stopped.
#[derive(Debug)]
pub enum End {
    /// os.Exit, main's return (0), or an error the VM has reported already.
    Exit(i32),
    /// A fatal error of this text, raised by the goroutine of this number.
    Fatal(Box<str>, u64),
    /// All goroutines are asleep.
    Deadlock,
    /// Asked for from outside ([`Sched::request_end`]), with the caller's number (a signal).
    Requested(i32),
}

/// How an instance is to be set up.
#[derive(Clone, Debug)]
pub struct SchedConfig {
    /// Workers (GOMAXPROCS).
    pub procs: usize,
    /// A repeatable run: one worker, virtual time.
    pub seed: Option<u64>,
    /// Tell the VM of what happens to goroutines.
    pub trace: bool,
    /// It goes on when all goroutines sleep or have ended: [`Sched::serve`].
    pub live: bool,
}

pub(crate) struct Global {
    gq: *mut G,
    gq_tail: *mut G,
    idle: Vec<u32>,
    /// Lists of 32 free records.
    free: Vec<*mut G>,
    /// A run is on: workers may be woken and started.
    running: bool,
    /// An idle worker has set its alarm for this time.
    sleeping_until: i64,
}

/// One scheduler: everything that belongs to a running program's goroutines.
pub struct Sched {
    procs: usize,
    live: bool,
    ps: Box<[*mut P]>,
    /// Workers that may be active at a time, at most `procs` (runtime.GOMAXPROCS).
    max_active: AtomicUsize,
    /// Idle registration and the global queue share one lock, so that a deadlock is exactly "all idle and nothing queued".
    lock: Pad<ByteLock>,
    global: UnsafeCell<Global>,
    gq_len: Pad<AtomicU32>,
    n_idle: Pad<AtomicU32>,
    n_spin: Pad<AtomicU32>,
    /// Workers taken out of the idle list and about to be woken or started.
    rousing: AtomicU32,
    /// Jobs in the blocking pool and other things outside that will wake a goroutine.
    pending: AtomicU32,
    goid: AtomicU64,
    began: Instant,
    virtual_now: AtomicI64,
    vm: UnsafeCell<Option<*const dyn Runnable>>,
    ending: AtomicBool,
    end: Mutex<Option<End>>,
    world: world::World,
    sema: sema::Table,
    bubbles: bubble::Bubbles,
    pool: Arc<blocking::Pool>,
    records: record::Records,
    monitor: tick::Monitor,
    threads: Mutex<Vec<crate::base::sync::thread::JoinHandle<()>>>,
    /// Called once: by the first worker that is about to sleep, or at a tick after [`Sched::summon`].
    attendant: Mutex<Option<Box<dyn FnOnce() + Send>>>,
    unattended: AtomicBool,
}

// SAFETY: `global` is touched under `lock`, `vm` is written while no worker runs, `ps` point to workers whose shared parts
// are atomic and whose private parts belong to their threads.
unsafe impl Send for Sched {}
// SAFETY: as above.
unsafe impl Sync for Sched {}

impl Sched {
    /// A scheduler at rest.
    pub fn new(config: SchedConfig) -> Arc<Sched> {
        let seeded = config.seed.is_some();
        let procs = if seeded {
            1
        } else {
            config.procs.clamp(1, 256)
        };
        let seed = config.seed.unwrap_or_else(crate::base::sync::entropy);
        let ps = (0..procs)
            .map(|id| Box::into_raw(Box::new(P::new(id as u32, procs, seed, seeded))))
            .collect();
        let sched = Arc::new(Sched {
            procs,
            live: config.live,
            ps,
            max_active: AtomicUsize::new(procs),
            lock: Pad(ByteLock::new()),
            global: UnsafeCell::new(Global {
                gq: std::ptr::null_mut(),
                gq_tail: std::ptr::null_mut(),
                idle: (1..procs as u32).rev().collect(),
                free: Vec::new(),
                running: false,
                sleeping_until: i64::MAX,
            }),
            gq_len: Pad(AtomicU32::new(0)),
            n_idle: Pad(AtomicU32::new(procs as u32 - 1)),
            n_spin: Pad(AtomicU32::new(0)),
            rousing: AtomicU32::new(0),
            pending: AtomicU32::new(0),
            goid: AtomicU64::new(1),
            began: Instant::now(),
            virtual_now: AtomicI64::new(1),
            vm: UnsafeCell::new(None),
            ending: AtomicBool::new(false),
            end: Mutex::new(None),
            world: world::World::default(),
            sema: sema::Table::new(),
            bubbles: bubble::Bubbles::default(),
            pool: blocking::Pool::new(),
            records: record::Records::default(),
            monitor: tick::Monitor::default(),
            threads: Mutex::new(Vec::new()),
            attendant: Mutex::new(None),
            unattended: AtomicBool::new(false),
        });
        for &p in &sched.ps {
            // SAFETY: no worker runs yet; the instance outlives its workers.
            unsafe {
                (*p).sched = Arc::as_ptr(&sched);
                (*p).trace = config.trace;
            }
        }
        sched.pool.attach(&sched);
        sched
    }

    /// Worker 0, to create the main goroutine before [`Sched::run`].
    pub fn first_p(&self) -> *mut P {
        self.ps[0]
    }

    /// All workers: for the collector, while the world is stopped, and at the end.
    pub fn workers(&self) -> &[*mut P] {
        &self.ps
    }

    /// The number of workers.
    pub fn procs(&self) -> usize {
        self.procs
    }

    /// runtime.GOMAXPROCS: the setting before; `n` below 1 only asks. More than the instance was made with is not to be had.
    pub fn set_max_active(&self, n: i64) -> usize {
        if n < 1 {
            return self.max_active.load(Relaxed);
        }
        // More than there are workers counts as asked for, though no more will run.
        self.max_active.swap(n as usize, SeqCst)
    }

    /// runtime.NumGoroutine.
    pub fn num_goroutine(&self) -> i64 {
        // SAFETY: `live` is atomic.
        self.ps
            .iter()
            .map(|&p| unsafe { (*p).live.load(Relaxed) })
            .sum()
    }

    /// Monotonic nanoseconds since the instance began, by the real clock. Never 0.
    #[inline]
    pub(crate) fn clock_now(&self) -> i64 {
        self.began.elapsed().as_nanos() as i64 + 1
    }

    /// The time timers go by: real or virtual, without side effects.
    pub fn now(&self) -> i64 {
        // SAFETY: `seeded` never changes.
        if unsafe { (*self.ps[0]).seeded } {
            self.virtual_now.load(Relaxed)
        } else {
            self.clock_now()
        }
    }

    /// Something outside will make goroutines ready later (a signal handler, a poller): no deadlock until [`Sched::release`].
    pub fn hold(&self) {
        self.pending.fetch_add(1, SeqCst);
    }

    /// The end of a [`Sched::hold`].
    pub fn release(&self) {
        // Under the lock: a worker that idles either has seen this or can be woken.
        self.lock.0.lock();
        self.pending.fetch_sub(1, SeqCst);
        self.lock.0.unlock();
        self.wake_any();
    }

    /// What is to be done by the first worker that is about to sleep, or soon after [`Sched::summon`], whichever comes first.
    pub fn set_attendant(&self, f: Box<dyn FnOnce() + Send>) {
        *self.attendant.lock() = Some(f);
        self.unattended.store(true, SeqCst);
    }

    /// Has the attendant called at the next tick. All it does is store to atomics: a signal's handler may call it.
    pub fn summon(&self) {
        for &p in &self.ps {
            // SAFETY: shared fields.
            unsafe {
                (*p).request.0.fetch_or(p::REQ_ATTEND, SeqCst);
                (*p).stack_limit.store(0, SeqCst);
            }
        }
    }

    pub(crate) fn attend(&self) {
        if self.unattended.load(Relaxed) && self.unattended.swap(false, SeqCst) {
            let f = self.attendant.lock().take();
            if let Some(f) = f {
                f();
            }
        }
    }

    /// Ends the run from outside, from any thread: workers stop at their next safepoint and [`Sched::run`] returns
    /// [`End::Requested`].
    pub fn request_end(&self, why: i32) {
        self.finish(End::Requested(why));
    }

    /// Whether the run is coming to its end.
    #[inline]
    pub fn is_ending(&self) -> bool {
        self.ending.load(Acquire)
    }

    pub(crate) fn vm(&self) -> &dyn Runnable {
        // SAFETY: set for the duration of `run`, read by its workers.
        unsafe { &*(*self.vm.get()).expect("a scheduler that runs has a VM") }
    }

    /// Runs until the program ends. The calling thread is worker 0. `main` has been made by [`new_g`]; it starts first. All
    /// threads have ended, and all goroutines rest with their state saved, when this returns. A scheduler can run again.
    ///
    /// # Safety
    /// `main` is a fresh goroutine of this instance that `vm` can run; nothing else runs the instance.
    pub unsafe fn run(&self, vm: &dyn Runnable, main: *mut G) -> End {
        // SAFETY: the lifetime is cut back to this call: no worker outlives it.
        let vm: *const (dyn Runnable + 'static) =
            std::mem::transmute(vm as *const (dyn Runnable + '_));
        *self.vm.get() = Some(vm);
        let p = self.ps[0];
        (*p).started.store(true, Relaxed);
        self.lock.0.lock();
        (*self.global.get()).running = true;
        self.lock.0.unlock();
        runq::push(p, main);
        find::worker(p, false);
        self.join_workers();
        *self.vm.get() = None;
        self.take_end()
    }

    /// How the run ended. An end asked for from now on is the next run's: flag and reason are taken back together.
    fn take_end(&self) -> End {
        let mut end = self.end.lock();
        self.ending.store(false, SeqCst);
        end.take().unwrap_or(End::Exit(0))
    }

    /// The same for a live instance, without a first goroutine: `begun` is called when goroutines can be given to it
    /// ([`Sched::ready_outside`]), and it ends by os.Exit or [`Sched::request_end`] only.
    ///
    /// # Safety
    /// Nothing else runs the instance; `vm` can run what it is given.
    pub unsafe fn serve(&self, vm: &dyn Runnable, begun: impl FnOnce()) -> End {
        // SAFETY: the lifetime is cut back to this call: no worker outlives it.
        let vm: *const (dyn Runnable + 'static) =
            std::mem::transmute(vm as *const (dyn Runnable + '_));
        *self.vm.get() = Some(vm);
        let p = self.ps[0];
        (*p).started.store(true, Relaxed);
        self.lock.0.lock();
        (*self.global.get()).running = true;
        self.lock.0.unlock();
        self.monitor.ensure(self);
        begun();
        find::worker(p, false);
        self.join_workers();
        *self.vm.get() = None;
        self.take_end()
    }

    /// Every goroutine that has begun and not ended. With the world stopped or the run over.
    ///
    /// # Safety
    /// No worker is active except the caller.
    pub unsafe fn for_each_g(&self, mut f: impl FnMut(*mut G)) {
        self.records.each(&mut f);
    }

    /// The pieces all records lie in, to share out root scanning: [`Sched::for_each_g_in`] takes one.
    pub fn record_pieces(&self) -> usize {
        self.records.pieces()
    }

    /// As [`Sched::for_each_g`], the goroutines of one piece.
    ///
    /// # Safety
    /// As [`Sched::for_each_g`].
    pub unsafe fn for_each_g_in(&self, piece: usize, mut f: impl FnMut(*mut G)) {
        self.records.each_in(piece, &mut f);
    }

    /// Seconds a parked goroutine has waited.
    ///
    /// # Safety
    /// As [`Sched::for_each_g`].
    pub unsafe fn waited(&self, g: *mut G) -> u64 {
        ((self.now() / 1_000_000_000) as u64).saturating_sub(u64::from((*g).since))
    }

    /// What a goroutine does, for dumps, and the minutes it has waited.
    ///
    /// # Safety
    /// As [`Sched::for_each_g`].
    pub unsafe fn status(&self, g: *mut G) -> (WaitReason, u64) {
        if (*g).reason == WaitReason::Runnable {
            let running = self.ps.iter().any(|&p| (*p).cur == g);
            return (
                if running {
                    WaitReason::Running
                } else {
                    WaitReason::Runnable
                },
                0,
            );
        }
        ((*g).reason, self.waited(g) / 60)
    }

    /// Every timer that is set, for the collector (its closure or channel is live) and with the world stopped.
    ///
    /// # Safety
    /// As [`Sched::for_each_g`].
    pub unsafe fn for_each_timer(&self, mut f: impl FnMut(*mut Timer)) {
        for &p in &self.ps {
            (*p).timers.each(&mut f);
        }
        for timers in self.bubbles.all_timers() {
            timers.each(&mut f);
        }
    }
}

impl Drop for Sched {
    fn drop(&mut self) {
        self.pool.detach();
        self.monitor.stop();
        for &p in &self.ps {
            // SAFETY: nothing runs any more; records free their stacks below.
            unsafe {
                (*p).timers.drop_sleeps();
                for &t in &(*p).free_timers {
                    drop(Box::from_raw(t));
                }
                drop(Box::from_raw(p));
            }
        }
        for timers in self.bubbles.all_timers() {
            // SAFETY: as above.
            unsafe { timers.drop_sleeps() };
        }
        // SAFETY: as above.
        unsafe { self.records.drop_all() }
    }
}
