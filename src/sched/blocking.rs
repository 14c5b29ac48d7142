//! The pool of threads for what must block: files, pipes, subprocesses.
//!
//! A native calls [`take_result`] first; if there is none it calls [`submit`] and parks with `pc` at itself, to be repeated when
//! the job is done. Jobs run on threads made on demand, which end after a while without work. A job never touches guest
//! memory. Results of an instance that has gone are dropped. In a seeded run the job is done on the spot.
//!
//! In a live instance a goroutine may be ended while it waits: its job is *abandoned*, and its answer dropped. A job that waits
//! for input asks [`abandoned`] now and then, so that it does not take away what somebody else is to read.

use crate::base::sync::atomic::AtomicBool;
use crate::base::sync::atomic::Ordering::SeqCst;
use std::any::Any;
use std::cell::RefCell;
use std::sync::Arc;
use std::time::Duration;

use crate::base::sync::Condvar;
use crate::base::sync::Mutex;
use hashbrown::HashMap;
use std::collections::VecDeque;

use super::Sched;
use super::Wait;
use super::g::G;
use super::p::P;
use super::runq::park;
use super::wait::WaitReason;

/// What a job gives back.
pub type Answer = Box<dyn Any + Send>;
type Work = Box<dyn FnOnce() -> Answer + Send>;

struct Job {
    g: usize,
    /// Set when nobody waits for the answer any more. Only in live instances.
    abandoned: Option<Arc<AtomicBool>>,
    work: Work,
}

thread_local! {
    /// The flag of the job this thread of the pool does.
    static CURRENT: RefCell<Option<Arc<AtomicBool>>> = const { RefCell::new(None) };
}

/// Asked by a job: whether it may be abandoned, and if so whether it has been.
pub fn abandoned() -> Option<bool> {
    CURRENT.with_borrow(|c| c.as_ref().map(|a| a.load(SeqCst)))
}

const MAX_THREADS: usize = 256;
const IDLE: Duration = Duration::from_secs(5);

pub(super) struct Pool {
    state: Mutex<State>,
    /// A job has come, or the instance has gone.
    work: Condvar,
}

#[derive(Default)]
struct State {
    /// The instance, while it lives.
    sched: Option<usize>,
    jobs: VecDeque<Job>,
    threads: usize,
    /// Threads that wait for a job, less jobs that wait for a thread.
    spare: isize,
    answers: HashMap<usize, Answer>,
    /// In a live instance: the jobs that goroutines wait for.
    under_way: HashMap<usize, Arc<AtomicBool>>,
}

impl Pool {
    pub(super) fn new() -> Arc<Pool> {
        Arc::new(Pool {
            state: Mutex::default(),
            work: Condvar::new(),
        })
    }

    pub(super) fn attach(&self, s: &Arc<Sched>) {
        self.state.lock().sched = Some(Arc::as_ptr(s) as usize);
    }

    pub(super) fn detach(&self) {
        let mut state = self.state.lock();
        state.sched = None;
        state.jobs.clear();
        self.work.notify_all();
    }

    /// Nobody waits for `g`'s job any more. False: it has just been done.
    pub(super) fn abandon(&self, s: &Sched, g: *mut G) -> bool {
        let mut state = self.state.lock();
        let Some(flag) = state.under_way.remove(&(g as usize)) else {
            return false;
        };
        // Under the lock: who does the job looks at it there, and must not answer as well.
        flag.store(true, SeqCst);
        s.pending.fetch_sub(1, SeqCst);
        true
    }

    fn serve(self: Arc<Pool>) {
        let mut state = self.state.lock();
        loop {
            let job = loop {
                if state.sched.is_none() {
                    return;
                }
                if let Some(job) = state.jobs.pop_front() {
                    break job;
                }
                if self.work.wait_for(&mut state, IDLE).timed_out() && state.jobs.is_empty() {
                    state.threads -= 1;
                    state.spare -= 1;
                    return;
                }
            };
            drop(state);
            // A native's job that panics must not leave its goroutine waiting: it finds an answer of no known type.
            let flag = job.abandoned.clone();
            CURRENT.with_borrow_mut(|c| *c = job.abandoned);
            let answer = std::panic::catch_unwind(std::panic::AssertUnwindSafe(job.work))
                .unwrap_or_else(|_| Box::new(()) as Answer);
            CURRENT.with_borrow_mut(|c| *c = None);
            state = self.state.lock();
            let Some(s) = state.sched else { return };
            state.spare += 1;
            if let Some(flag) = flag {
                if flag.load(SeqCst) {
                    continue;
                }
                state.under_way.remove(&job.g);
            }
            state.answers.insert(job.g, answer);
            // SAFETY: the instance detaches under this lock before it goes, and the goroutine waits for us alone.
            unsafe { (*(s as *const Sched)).ready_outside(job.g as *mut G, 1) };
        }
    }
}

/// Parks `g` and lets a pool thread do `work`; `pc` is where the goroutine goes on, usually the native's call itself.
///
/// # Safety
/// On the worker that runs `g`.
pub unsafe fn submit(
    p: *mut P,
    g: *mut G,
    reason: WaitReason,
    pc: *const u64,
    fp: *mut u64,
    work: Box<dyn FnOnce() -> Answer + Send>,
) -> Wait {
    let s = P::sched(p);
    if (*p).seeded {
        let answer = work();
        s.pool.state.lock().answers.insert(g as usize, answer);
        return Wait::Done;
    }
    park(p, g, reason, pc, fp);
    s.pending.fetch_add(1, SeqCst);
    let abandoned = s.live.then(Arc::<AtomicBool>::default);
    let mut state = s.pool.state.lock();
    if let Some(flag) = &abandoned {
        state.under_way.insert(g as usize, flag.clone());
    }
    state.spare -= 1;
    if state.spare < 0 && state.threads < MAX_THREADS {
        let pool = s.pool.clone();
        let made = crate::base::sync::thread::Builder::new()
            .name("blocking".into())
            .stack_size(512 << 10)
            .spawn(|| pool.serve());
        if made.is_ok() {
            state.threads += 1;
            state.spare += 1;
        } else if state.threads == 0 {
            // No thread at all: do it here rather than never.
            state.spare += 1;
            state.under_way.remove(&(g as usize));
            state.answers.insert(g as usize, work());
            drop(state);
            s.ready_outside(g, 1);
            return Wait::Parked;
        }
    }
    state.jobs.push_back(Job {
        g: g as usize,
        abandoned,
        work,
    });
    s.pool.work.notify_one();
    drop(state);
    Wait::Parked
}

/// The answer of the job that `g` has waited for, once.
///
/// # Safety
/// On the worker that runs `g`.
pub unsafe fn take_result(p: *mut P, g: *mut G) -> Option<Answer> {
    let s = P::sched(p);
    s.pool.state.lock().answers.remove(&(g as usize))
}
