//! Threads that help with marking, started when first needed and kept, asleep, until the heap goes.

use crate::base::sync::thread::JoinHandle;
use std::panic::AssertUnwindSafe;
use std::panic::catch_unwind;
use std::sync::Arc;

use crate::base::sync::Condvar;
use crate::base::sync::Mutex;

/// A job that lives on the stack of [`Workers::run`], which outlasts every use of it.
#[derive(Clone, Copy)]
struct Job(*const (dyn Fn(usize) + Sync));

// SAFETY: the job is Sync, and `run` does not return while anyone uses it.
unsafe impl Send for Job {}

#[derive(Default)]
struct State {
    /// Counts jobs, so that a worker takes each once.
    generation: u64,
    job: Option<Job>,
    running: usize,
    panicked: bool,
    quit: bool,
}

#[derive(Default)]
struct Shared {
    state: Mutex<State>,
    start: Condvar,
    done: Condvar,
}

/// The helper threads of one heap.
pub(super) struct Workers {
    shared: Arc<Shared>,
    threads: Mutex<Vec<JoinHandle<()>>>,
    wanted: usize,
}

impl Workers {
    pub fn new(wanted: usize) -> Workers {
        Workers {
            shared: Arc::default(),
            threads: Mutex::default(),
            wanted,
        }
    }

    /// Starts the threads if that has not happened; answers how many there are.
    pub fn start(&self) -> usize {
        let mut threads = self.threads.lock();
        while threads.len() < self.wanted {
            let shared = self.shared.clone();
            let id = threads.len() + 1;
            let seen = shared.state.lock().generation;
            match crate::base::sync::thread::Builder::new()
                .name(format!("gc {id}"))
                .spawn(move || work(&shared, id, seen))
            {
                Ok(t) => threads.push(t),
                Err(_) => break,
            }
        }
        threads.len()
    }

    /// Runs `job(i)` on the calling thread with 0 and on every helper with 1, 2, …; returns when all have finished.
    pub fn run(&self, job: &(dyn Fn(usize) + Sync)) {
        let helpers = self.threads.lock().len();
        if helpers == 0 {
            return job(0);
        }
        // SAFETY: only the lifetime is changed; this function waits below until nobody uses the job.
        let erased = Job(unsafe {
            std::mem::transmute::<
                *const (dyn Fn(usize) + Sync + '_),
                *const (dyn Fn(usize) + Sync + 'static),
            >(job)
        });
        {
            let mut s = self.shared.state.lock();
            s.generation += 1;
            s.job = Some(erased);
            s.running = helpers;
            s.panicked = false;
        }
        self.shared.start.notify_all();
        let own = catch_unwind(AssertUnwindSafe(|| job(0)));
        let mut s = self.shared.state.lock();
        while s.running > 0 {
            self.shared.done.wait(&mut s);
        }
        s.job = None;
        let panicked = s.panicked;
        drop(s);
        if let Err(p) = own {
            std::panic::resume_unwind(p);
        }
        assert!(!panicked, "a trace function panicked on a helper thread");
    }
}

fn work(shared: &Shared, id: usize, mut seen: u64) {
    loop {
        let job = {
            let mut s = shared.state.lock();
            loop {
                if s.quit {
                    return;
                }
                if s.generation != seen
                    && let Some(job) = s.job
                {
                    seen = s.generation;
                    break job;
                }
                shared.start.wait(&mut s);
            }
        };
        // SAFETY: `run` waits for this thread before the job goes.
        let ok = catch_unwind(AssertUnwindSafe(|| unsafe { (*job.0)(id) })).is_ok();
        let mut s = shared.state.lock();
        s.running -= 1;
        s.panicked |= !ok;
        if s.running == 0 {
            shared.done.notify_all();
        }
    }
}

impl Drop for Workers {
    fn drop(&mut self) {
        self.shared.state.lock().quit = true;
        self.shared.start.notify_all();
        for t in self.threads.get_mut().drain(..) {
            // A panic of a helper was reported by `run`.
            let _ = t.join();
        }
    }
}
