//! The worker's loop: what to run next, stealing, idling, waking, the end of a run.
//!
//! Idle workers are woken at ticks (something has waited since the tick before) and for batches, not at every ready: handing
//! work to another core costs more than running it here. At most one worker spins on behalf of a wake-up. The owner never
//! idles with its own queue filled, and looks at the global queue under the lock under which it registers as idle: a missed
//! wake-up can cost parallelism, never progress.

use crate::base::sync::atomic::Ordering::Acquire;
use crate::base::sync::atomic::Ordering::Relaxed;
use crate::base::sync::atomic::Ordering::Release;
use crate::base::sync::atomic::Ordering::SeqCst;
use std::ptr::null_mut;
use std::time::Duration;

use super::End;
use super::Outcome;
use super::Sched;
use super::choice;
use super::choice::Choice;
use super::g::G;
use super::p::P;
use super::p::REQ_ATTEND;
use super::p::REQ_END;
use super::record::free_g;
use super::runq::next;
use super::runq::push;
use super::runq::ring_len;
use super::runq::steal;
use super::runq::take_global;
use super::runq::take_locked;
use super::timer::run_due;
use super::world::enter_active;
use super::world::leave_active;
use super::world::safepoint;

/// Nanoseconds a worker looks for work before it idles.
const SPIN: i64 = 20_000;
/// Nanoseconds something must have waited in a ring before it may be stolen.
const AGE: i64 = 2_000;

/// How a worker was woken.
const WAKE_LOOK: u32 = 1;
/// What it was woken for has waited long enough already.
const WAKE_AGED: u32 = 2;

struct Pointer(*mut P);
// SAFETY: handed to the one thread that becomes the worker.
unsafe impl Send for Pointer {}

/// Runs goroutines until the run ends.
pub(super) unsafe fn worker(p: *mut P, woken: bool) {
    let s = P::sched(p);
    *(*p).thread.lock() = Some(crate::base::sync::thread::current());
    let vm = s.vm();
    vm.start_worker(p);
    enter_active(p);
    let mut spinning = woken;
    let mut aged = woken && (*p).wake.swap(0, Acquire) == WAKE_AGED;
    loop {
        let g = find(p, &mut spinning, &mut aged);
        if g.is_null() {
            break;
        }
        if (*p).budget <= 0 {
            (*p).budget = choice::budget(p);
        }
        match vm.run(p, g) {
            Outcome::Parked => (*p).cur = null_mut(),
            Outcome::Yield => {
                let g = (*p).cur;
                (*p).cur = null_mut();
                push(p, g);
            }
            Outcome::Done => free_g(p, (*p).cur),
            Outcome::Exit(code) => s.finish(End::Exit(code)),
            Outcome::Fatal(text) => {
                let g = (*p).cur;
                s.finish(End::Fatal(text, if g.is_null() { 0 } else { (*g).id }));
            }
        }
    }
    if spinning {
        s.n_spin.0.fetch_sub(1, SeqCst);
    }
    leave_active(p);
}

unsafe fn stop_spinning(p: *mut P, spinning: &mut bool) {
    if *spinning {
        *spinning = false;
        let s = P::sched(p);
        let last = s.n_spin.0.fetch_sub(1, SeqCst) == 1;
        if last && (ring_len(p) > 0 || s.gq_len.0.load(Relaxed) > 0) {
            s.wake();
        }
    }
}

/// The next goroutine for this worker; null when the run ends.
#[inline(never)]
unsafe fn find(p: *mut P, spinning: &mut bool, aged: &mut bool) -> *mut G {
    let s = P::sched(p);
    loop {
        if (*p).request.0.load(Relaxed) != 0 {
            if (*p).request.0.swap(0, SeqCst) & REQ_ATTEND != 0 {
                s.attend();
            }
            safepoint(p);
        }
        if s.ending.load(Acquire) {
            return null_mut();
        }
        if s.timers_near() {
            run_due(p, s.now(), true);
        }
        let mut g = next(p);
        if g.is_null() && s.gq_len.0.load(Relaxed) > 0 && !s.too_many() {
            g = take_global(p, 128);
        }
        if !g.is_null() {
            stop_spinning(p, spinning);
            return g;
        }
        if s.procs > 1 && !s.too_many() {
            let active = s.procs as u32 - s.n_idle.0.load(Relaxed);
            if !*spinning && s.n_spin.0.load(Relaxed) * 2 < active {
                *spinning = true;
                s.n_spin.0.fetch_add(1, SeqCst);
            }
            if *spinning {
                g = look_around(p, *aged);
                *aged = false;
                if !g.is_null() {
                    stop_spinning(p, spinning);
                    return g;
                }
                if (*p).request.0.load(Relaxed) != 0 {
                    continue;
                }
            }
        }
        match go_idle(p, spinning) {
            Idle::Work(g) => {
                stop_spinning(p, spinning);
                return g;
            }
            Idle::Again => {}
            Idle::Woken(how) => {
                *spinning = true; // the waker counted us
                *aged = how == WAKE_AGED;
            }
        }
    }
}

/// Looks for something to steal for a while.
unsafe fn look_around(p: *mut P, aged: bool) -> *mut G {
    let s = P::sched(p);
    let n = s.procs;
    let tail = |k: usize| (*s.ps[k]).ring.tail();
    let mut few = [0u32; 16];
    let mut many = Vec::new();
    let seen: &mut [u32] = if n <= few.len() {
        &mut few[..n]
    } else {
        many.resize(n, 0);
        &mut many
    };
    for (k, t) in seen.iter_mut().enumerate() {
        *t = tail(k);
    }
    let began = s.clock_now();
    let mut turn = began;
    let mut any = aged;
    loop {
        let now = s.clock_now();
        if any || now - turn >= AGE {
            let start = choice::pick(p, Choice::Worker, n as u32) as usize;
            for k in 0..n {
                let j = (start + k) % n;
                let v = s.ps[j];
                if v == p {
                    continue;
                }
                let g = steal(p, v, if any { None } else { Some(seen[j]) });
                if !g.is_null() {
                    return g;
                }
            }
            any = false;
            turn = now;
            for (k, t) in seen.iter_mut().enumerate() {
                *t = tail(k);
            }
        }
        if s.gq_len.0.load(Relaxed) > 0 {
            let g = take_global(p, 128);
            if !g.is_null() {
                return g;
            }
        }
        if now - began >= SPIN
            || (*p).request.0.load(Relaxed) != 0
            || s.timers_near() && s.earliest() <= now
        {
            return null_mut();
        }
        for _ in 0..8 {
            crate::base::sync::spin_loop();
        }
    }
}

enum Idle {
    Work(*mut G),
    Again,
    Woken(u32),
}

/// Registers as idle and sleeps until woken or until the next timer; finds out that everything sleeps.
unsafe fn go_idle(p: *mut P, spinning: &mut bool) -> Idle {
    let s = P::sched(p);
    s.lock.0.lock();
    if s.ending.load(SeqCst) {
        s.lock.0.unlock();
        return Idle::Again;
    }
    if !s.too_many() {
        let g = take_locked(p, 128);
        if !g.is_null() {
            s.lock.0.unlock();
            return Idle::Work(g);
        }
    }
    let q = s.global.get();
    let earliest = s.earliest();
    let last = s.n_idle.0.load(Relaxed) + 1 == s.procs as u32;
    if last && earliest == i64::MAX && s.pending.load(SeqCst) == 0 {
        s.lock.0.unlock();
        if !s.live {
            s.finish(End::Deadlock);
            return Idle::Again;
        }
        if s.vm().stuck(p) {
            return Idle::Again;
        }
        s.lock.0.lock();
        if s.ending.load(SeqCst) || s.gq_len.0.load(Relaxed) > 0 {
            s.lock.0.unlock();
            return Idle::Again;
        }
    }
    if (*p).seeded && earliest != i64::MAX && s.pending.load(SeqCst) == 0 {
        // Everything waits for the clock: let it jump.
        s.virtual_now.fetch_max(earliest, Relaxed);
        s.lock.0.unlock();
        return Idle::Again;
    }
    let alarm = earliest != i64::MAX && earliest < (*q).sleeping_until;
    if alarm {
        (*q).sleeping_until = earliest;
    }
    // Under the lock: whoever queues something after this must not take us for one that still looks.
    if *spinning {
        *spinning = false;
        s.n_spin.0.fetch_sub(1, SeqCst);
    }
    (*q).idle.push((*p).id);
    s.n_idle.0.fetch_add(1, SeqCst);
    s.lock.0.unlock();
    leave_active(p);
    s.attend();
    let mut how;
    loop {
        how = (*p).wake.swap(0, Acquire);
        if how != 0 {
            break;
        }
        if !alarm {
            crate::base::sync::thread::park();
            continue;
        }
        let left = earliest - s.now();
        if left > 0 {
            crate::base::sync::thread::park_timeout(Duration::from_nanos(left as u64));
            continue;
        }
        // The alarm: leave the list, unless a waker has taken us out of it meanwhile.
        s.lock.0.lock();
        if let Some(k) = (*q).idle.iter().position(|id| *id == (*p).id) {
            (*q).idle.remove(k);
            s.n_idle.0.fetch_sub(1, SeqCst);
            (*q).sleeping_until = i64::MAX;
            s.lock.0.unlock();
            s.monitor.work();
            enter_active(p);
            note_time(p);
            return Idle::Again;
        }
        s.lock.0.unlock();
        crate::base::sync::thread::yield_now();
    }
    if alarm {
        s.lock.0.lock();
        (*q).sleeping_until = i64::MAX;
        s.lock.0.unlock();
    }
    s.monitor.work();
    enter_active(p);
    note_time(p);
    Idle::Woken(how)
}

/// The clock as goroutines that park see it, after a worker has slept.
unsafe fn note_time(p: *mut P) {
    let now = P::sched(p).now();
    (*p).now = now;
    (*p).coarse = (now / 1_000_000_000) as u32;
}

impl Sched {
    /// More workers are active than GOMAXPROCS allows: this one should idle.
    #[inline]
    unsafe fn too_many(&self) -> bool {
        let active = self.procs - self.n_idle.0.load(Relaxed) as usize;
        active > self.max_active.load(Relaxed)
    }

    /// Wakes an idle worker, if there is one and nobody is looking for work already.
    #[inline]
    pub(super) fn wake(&self) {
        if self.n_idle.0.load(Relaxed) > 0 && self.n_spin.0.load(Relaxed) == 0 {
            self.wake_slow(WAKE_LOOK);
        }
    }

    /// The same for what has waited in a ring since the tick before.
    pub(super) fn wake_aged(&self) {
        self.wake_slow(WAKE_AGED);
    }

    /// From threads that are no workers.
    pub(super) fn wake_any(&self) {
        crate::base::sync::atomic::fence(SeqCst);
        self.wake();
    }

    #[cold]
    #[inline(never)]
    fn wake_slow(&self, how: u32) {
        let limit = self.max_active.load(Relaxed) as u32;
        if self.procs as u32 - self.n_idle.0.load(Relaxed) >= limit
            || self
                .n_spin
                .0
                .compare_exchange(0, 1, SeqCst, Relaxed)
                .is_err()
        {
            return;
        }
        self.lock.0.lock();
        // SAFETY: under the lock.
        let id = unsafe {
            let q = self.global.get();
            if (*q).running { (*q).idle.pop() } else { None }
        };
        if id.is_some() {
            self.n_idle.0.fetch_sub(1, SeqCst);
            self.rousing.fetch_add(1, SeqCst);
        } else {
            // Under the lock, for the same reason as in `go_idle`.
            self.n_spin.0.fetch_sub(1, SeqCst);
        }
        self.lock.0.unlock();
        if let Some(id) = id {
            self.rouse(id, how);
            self.rousing.fetch_sub(1, SeqCst);
        }
    }

    /// Lets the worker, which has been taken out of the idle list, run.
    fn rouse(&self, id: u32, how: u32) {
        let p = self.ps[id as usize];
        // SAFETY: shared fields.
        unsafe {
            (*p).wake.store(how, Release);
            if (*p).started.swap(true, SeqCst) {
                if let Some(t) = &*(*p).thread.lock() {
                    t.unpark();
                }
                return;
            }
        }
        let pointer = Pointer(p);
        let thread = crate::base::sync::thread::Builder::new()
            .name(format!("worker {id}"))
            .stack_size(256 << 10)
            .spawn(move || {
                let pointer = pointer;
                // SAFETY: this thread is the worker from now on.
                unsafe { worker(pointer.0, true) }
            });
        match thread {
            Ok(t) => self.threads.lock().push(t),
            Err(_) => {
                // No thread to be had: go on with fewer workers.
                // SAFETY: as above.
                unsafe {
                    (*p).wake.store(0, Relaxed);
                    (*p).started.store(false, SeqCst);
                }
                self.n_spin.0.fetch_sub(1, SeqCst);
                self.lock.0.lock();
                // SAFETY: under the lock.
                unsafe { (*self.global.get()).idle.insert(0, id) };
                self.n_idle.0.fetch_add(1, SeqCst);
                self.lock.0.unlock();
            }
        }
    }

    /// The first end counts. Running workers are told, idle ones woken.
    pub(super) fn finish(&self, end: End) {
        let mut slot = self.end.lock();
        if slot.is_some() {
            return;
        }
        *slot = Some(end);
        // Before anybody can see the end: the run is not over while workers are being woken for it.
        self.rousing.fetch_add(1, SeqCst);
        self.ending.store(true, SeqCst);
        drop(slot);
        self.world.end();
        loop {
            self.lock.0.lock();
            // SAFETY: under the lock.
            let ids = unsafe { std::mem::take(&mut (*self.global.get()).idle) };
            self.n_idle.0.fetch_sub(ids.len() as u32, SeqCst);
            self.lock.0.unlock();
            if ids.is_empty() {
                break;
            }
            for id in ids {
                // SAFETY: shared fields.
                unsafe {
                    let p = self.ps[id as usize];
                    if (*p).started.load(SeqCst) {
                        self.n_spin.0.fetch_add(1, SeqCst);
                        self.rouse(id, WAKE_LOOK);
                    }
                }
            }
        }
        self.tell_end();
        self.rousing.fetch_sub(1, SeqCst);
    }

    fn tell_end(&self) {
        for &p in &self.ps {
            // SAFETY: shared fields.
            unsafe {
                (*p).request.0.fetch_or(REQ_END, SeqCst);
                (*p).stack_limit.store(0, SeqCst);
            }
        }
    }

    /// After worker 0 has left: waits for the others and puts everything back to where a run begins.
    pub(super) fn join_workers(&self) {
        // A job of the blocking pool may end at any time: from here on it wakes nobody.
        self.lock.0.lock();
        // SAFETY: under the lock.
        unsafe { (*self.global.get()).running = false }
        self.lock.0.unlock();
        while self.rousing.load(SeqCst) != 0 {
            crate::base::sync::thread::yield_now();
        }
        loop {
            let Some(t) = self.threads.lock().pop() else {
                break;
            };
            while !t.is_finished() {
                self.tell_end();
                crate::base::sync::thread::sleep(Duration::from_micros(20));
            }
            if let Err(panic) = t.join() {
                std::panic::resume_unwind(panic);
            }
        }
        self.lock.0.lock();
        // SAFETY: no worker runs.
        unsafe {
            let q = self.global.get();
            (*q).idle = (1..self.procs as u32).rev().collect();
            (*q).sleeping_until = i64::MAX;
            for &p in &self.ps {
                (*p).started.store(false, SeqCst);
                (*p).wake.store(0, SeqCst);
                (*p).request.0.store(0, SeqCst);
                *(*p).thread.lock() = None;
            }
        }
        self.n_idle.0.store(self.procs as u32 - 1, SeqCst);
        self.n_spin.0.store(0, SeqCst);
        self.lock.0.unlock();
    }
}
