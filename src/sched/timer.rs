//! Timers: a 4-ary heap per worker, ordered by time, then by when they were set.
//!
//! A timer belongs to the worker it was made on, its *home*, for life; all its fields and the home's heap are under the home's
//! lock. The lock comes before a channel's in the lock order, and before the instance's. Whoever finds timers due runs
//! them, the home or another worker: at ticks, when it looks for work, or woken by its alarm.
//!
//! Timers of channels follow Go 1.23: they are in the heap only while a goroutine is blocked on the channel (see
//! `chan::timer`), so that an unreferenced one is garbage, and one nobody waits for does not hide a deadlock.

use crate::base::sync::atomic::AtomicI64;
use crate::base::sync::atomic::Ordering::Relaxed;
use std::cell::UnsafeCell;
use std::ptr::null_mut;

use super::Sched;
use super::Wait;
use super::bubble_now;
use super::bubble_of;
use super::change_bubble;
use super::g::G;
use super::lock::ByteLock;
use super::p::P;
use super::runq::park;
use super::runq::ready;
use super::wait::WaitReason;

/// What a timer does when it is due.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
#[repr(u8)]
pub enum TimerKind {
    /// Wakes goroutine `target`.
    Sleep = 0,
    /// Starts a goroutine on closure `target` ([`super::Runnable::fire`]).
    Func = 1,
    /// Sends the time on channel `target` ([`super::Runnable::fire`]).
    Chan = 2,
}

/// A timer. The VM makes it in the garbage-collected heap (its first word may be a pointer there); it must stay alive while it
/// is set: the collector gets those from [`Sched::for_each_timer`].
#[repr(C)]
pub struct Timer {
    /// Channel, closure or goroutine.
    pub target: usize,
    /// When it is due; 0: not set.
    pub when: i64,
    /// From one time to the next; 0: once.
    pub period: i64,
    /// Place in the heap + 1; 0: not in it.
    pos: u32,
    home: u16,
    /// What it does.
    pub kind: TimerKind,
    spare: u8,
    /// The VM's.
    pub extra: u64,
}

#[derive(Clone, Copy)]
struct Entry {
    when: i64,
    seq: u64,
    t: *mut Timer,
}

impl Entry {
    #[inline]
    fn before(&self, o: &Entry) -> bool {
        (self.when, self.seq) < (o.when, o.seq)
    }
}

#[derive(Default)]
struct Heap4 {
    entries: Vec<Entry>,
    seq: u64,
}

impl Heap4 {
    unsafe fn put(&mut self, k: usize, e: Entry) {
        (*e.t).pos = k as u32 + 1;
        self.entries[k] = e;
    }

    unsafe fn up(&mut self, mut k: usize) {
        let e = self.entries[k];
        while k > 0 {
            let parent = (k - 1) / 4;
            if !e.before(&self.entries[parent]) {
                break;
            }
            self.put(k, self.entries[parent]);
            k = parent;
        }
        self.put(k, e);
    }

    unsafe fn down(&mut self, mut k: usize) {
        let e = self.entries[k];
        let n = self.entries.len();
        loop {
            let first = k * 4 + 1;
            if first >= n {
                break;
            }
            let mut least = first;
            for c in first + 1..(first + 4).min(n) {
                if self.entries[c].before(&self.entries[least]) {
                    least = c;
                }
            }
            if !self.entries[least].before(&e) {
                break;
            }
            self.put(k, self.entries[least]);
            k = least;
        }
        self.put(k, e);
    }

    unsafe fn insert(&mut self, t: *mut Timer) {
        self.seq += 1;
        self.entries.push(Entry {
            when: (*t).when,
            seq: self.seq,
            t,
        });
        self.up(self.entries.len() - 1);
    }

    unsafe fn remove(&mut self, t: *mut Timer) {
        let k = (*t).pos as usize - 1;
        (*t).pos = 0;
        let last = self.entries.pop().expect("a timer in the heap");
        if k < self.entries.len() {
            self.put(k, last);
            self.up(k);
            self.down((*last.t).pos as usize - 1);
        }
    }
}

/// The timers at home on one worker.
pub struct Timers {
    lock: ByteLock,
    heap: UnsafeCell<Heap4>,
    next: AtomicI64,
}

impl Default for Timers {
    fn default() -> Timers {
        Timers {
            lock: ByteLock::new(),
            heap: UnsafeCell::default(),
            next: AtomicI64::new(i64::MAX),
        }
    }
}

impl Timers {
    #[inline(always)]
    pub(super) fn next_when(&self) -> i64 {
        self.next.load(Relaxed)
    }

    pub(super) unsafe fn each(&self, f: &mut impl FnMut(*mut Timer)) {
        for e in &(*self.heap.get()).entries {
            if (*e.t).kind != TimerKind::Sleep {
                f(e.t);
            }
        }
    }

    pub(super) unsafe fn drop_sleeps(&self) {
        for e in std::mem::take(&mut (*self.heap.get()).entries) {
            if (*e.t).kind == TimerKind::Sleep {
                drop(Box::from_raw(e.t));
            }
        }
    }

    /// When the first is due, as those who hold the lock have left it.
    pub(super) unsafe fn first(&self, p: *mut P) -> i64 {
        self.lock.lock_if((*p).multi);
        let when = self.next_when();
        self.lock.unlock_if((*p).multi);
        when
    }

    /// Unsets all of them.
    pub(super) unsafe fn forget(&self, p: *mut P) {
        self.lock.lock_if((*p).multi);
        for e in std::mem::take(&mut (*self.heap.get()).entries) {
            (*e.t).pos = 0;
            (*e.t).when = 0;
            if (*e.t).kind == TimerKind::Sleep {
                drop(Box::from_raw(e.t));
            }
        }
        self.note();
        self.lock.unlock_if((*p).multi);
    }

    /// After a change, with the lock held.
    unsafe fn note(&self) {
        self.next.store(
            (*self.heap.get())
                .entries
                .first()
                .map_or(i64::MAX, |e| e.when),
            Relaxed,
        );
    }
}

impl Timer {
    /// Makes an unset timer in zeroed memory.
    ///
    /// # Safety
    /// `t` is exclusively the caller's; `p` is the calling worker.
    pub unsafe fn init(p: *mut P, t: *mut Timer, kind: TimerKind, target: usize) {
        (*t).target = target;
        (*t).when = 0;
        (*t).period = 0;
        (*t).pos = 0;
        (*t).home = match bubble_of((*p).cur) {
            0 => (*p).id as u16,
            b => P::sched(p).procs as u16 + u16::from(b) - 1,
        };
        (*t).kind = kind;
    }

    /// The home worker's number: order of locking several timers.
    ///
    /// # Safety
    /// `t` is a timer.
    pub unsafe fn home(t: *mut Timer) -> u16 {
        (*t).home
    }

    unsafe fn timers<'a>(p: *mut P, t: *mut Timer) -> &'a Timers {
        match Timer::bubble(p, t) {
            0 => &(*P::sched(p).ps[(*t).home as usize]).timers,
            b => P::sched(p).bubbles.timers(b),
        }
    }

    /// The bubble whose clock it goes by, 0: none.
    ///
    /// # Safety
    /// `t` is a timer of this instance.
    #[inline]
    pub unsafe fn bubble(p: *mut P, t: *mut Timer) -> u8 {
        ((*t).home as usize + 1).saturating_sub(P::sched(p).procs) as u8
    }

    /// The time it goes by.
    ///
    /// # Safety
    /// On the thread of `p`; `t` is a timer of this instance.
    pub unsafe fn now(p: *mut P, t: *mut Timer) -> i64 {
        match Timer::bubble(p, t) {
            0 => P::sched(p).now(),
            b => bubble_now(p, b),
        }
    }

    /// Takes the home's lock.
    ///
    /// # Safety
    /// `p` is the calling worker and holds no channel's lock.
    #[inline]
    pub unsafe fn lock(p: *mut P, t: *mut Timer) {
        Timer::timers(p, t).lock.lock_if((*p).multi);
    }

    /// Releases the home's lock.
    ///
    /// # Safety
    /// As [`Timer::lock`].
    #[inline]
    pub unsafe fn unlock(p: *mut P, t: *mut Timer) {
        Timer::timers(p, t).lock.unlock_if((*p).multi);
    }

    /// Whether it waits in the heap.
    ///
    /// # Safety
    /// With the lock held.
    pub unsafe fn is_queued(t: *mut Timer) -> bool {
        (*t).pos != 0
    }

    /// Puts it into the heap by `when`, which is not 0, or moves it there.
    ///
    /// # Safety
    /// With the lock held.
    pub unsafe fn enqueue(p: *mut P, t: *mut Timer) {
        let ts = Timer::timers(p, t);
        let heap = &mut *ts.heap.get();
        if (*t).pos != 0 {
            heap.remove(t);
        }
        heap.insert(t);
        ts.note();
    }

    /// Takes it out of the heap, if it is there.
    ///
    /// # Safety
    /// With the lock held.
    pub unsafe fn dequeue(p: *mut P, t: *mut Timer) {
        if (*t).pos != 0 {
            let ts = Timer::timers(p, t);
            (*ts.heap.get()).remove(t);
            ts.note();
        }
    }

    /// Moves `when` past `now` by whole periods, or unsets it.
    ///
    /// # Safety
    /// With the lock held.
    pub unsafe fn advance(t: *mut Timer, now: i64) {
        (*t).when = match (*t).period {
            0 => 0,
            p => (*t)
                .when
                .saturating_add(p.saturating_mul(1 + (now - (*t).when) / p)),
        };
    }

    /// Sets a `Func` timer to `when` (and every `period`). Whether it was set before.
    ///
    /// # Safety
    /// `p` is the calling worker.
    pub unsafe fn set(p: *mut P, t: *mut Timer, when: i64, period: i64) -> bool {
        if !(*p).seeded {
            P::sched(p).monitor.ensure(P::sched(p));
        }
        Timer::lock(p, t);
        let was = (*t).when != 0;
        (*t).when = when.max(1);
        (*t).period = period;
        Timer::enqueue(p, t);
        Timer::unlock(p, t);
        was
    }

    /// Unsets a `Func` timer. Whether it was set.
    ///
    /// # Safety
    /// `p` is the calling worker.
    pub unsafe fn clear(p: *mut P, t: *mut Timer) -> bool {
        Timer::lock(p, t);
        let was = (*t).when != 0;
        Timer::dequeue(p, t);
        (*t).when = 0;
        Timer::unlock(p, t);
        was
    }
}

impl Sched {
    /// When the first timer of all is due; `i64::MAX`: there is none.
    #[inline]
    pub(super) fn earliest(&self) -> i64 {
        // SAFETY: shared fields.
        self.ps
            .iter()
            .map(|&p| unsafe { (*p).timers.next_when() })
            .min()
            .unwrap_or(i64::MAX)
    }

    /// Whether any timer is set.
    #[inline]
    pub(super) fn timers_near(&self) -> bool {
        self.earliest() != i64::MAX
    }
}

impl Timers {
    /// Takes out the alarm that wakes `g`, if it is here. With the world stopped.
    pub(super) unsafe fn cancel_sleep(&self, g: *mut G) -> bool {
        let heap = &mut *self.heap.get();
        let found = heap.entries.iter().map(|e| e.t).find(|t| {
            // SAFETY: timers in a heap are alive.
            unsafe { (**t).kind == TimerKind::Sleep && (**t).target == g as usize }
        });
        let Some(t) = found else { return false };
        heap.remove(t);
        drop(Box::from_raw(t));
        self.note();
        true
    }
}

/// Runs the timers that are due, of this worker or of all.
pub(super) unsafe fn run_due(p: *mut P, now: i64, all: bool) {
    (*p).now = now;
    (*p).coarse = (now / 1_000_000_000) as u32;
    if !all {
        return run_home(p, p, now);
    }
    for &v in &P::sched(p).ps {
        if (*v).timers.next_when() <= now {
            run_home(p, v, now);
        }
    }
}

unsafe fn run_home(p: *mut P, v: *mut P, now: i64) {
    // What these timers start is in no bubble, whoever happens to run.
    let inside = bubble_of((*p).cur);
    if inside == 0 {
        return run_timers(p, &(*v).timers, now);
    }
    change_bubble(p, 0);
    run_timers(p, &(*v).timers, now);
    change_bubble(p, inside);
}

/// Runs those that are due of one home.
pub(super) unsafe fn run_timers(p: *mut P, ts: &Timers, now: i64) {
    ts.lock.lock_if((*p).multi);
    while let Some(e) = (*ts.heap.get()).entries.first().copied() {
        if e.when > now {
            break;
        }
        let t = e.t;
        if (*t).kind == TimerKind::Sleep {
            (*ts.heap.get()).remove(t);
            let g = (*t).target as *mut G;
            if (*p).free_timers.len() < 1024 {
                (*p).free_timers.push(t);
            } else {
                drop(Box::from_raw(t));
            }
            ready(p, g, false);
            continue;
        }
        Timer::advance(t, now);
        (*ts.heap.get()).remove(t);
        if (*t).when != 0 {
            (*ts.heap.get()).insert(t);
        }
        P::sched(p).vm().fire(p, t, now);
    }
    ts.note();
    ts.lock.unlock_if((*p).multi);
}

/// time.Sleep: parks the running goroutine for `ns`.
///
/// # Safety
/// On the worker that runs `g`.
pub unsafe fn sleep(p: *mut P, g: *mut G, ns: i64, pc: *const u64, fp: *mut u64) -> Wait {
    if ns <= 0 {
        return Wait::Done;
    }
    let t = (*p).free_timers.pop().unwrap_or_else(|| {
        Box::into_raw(Box::new(Timer {
            target: 0,
            when: 0,
            period: 0,
            pos: 0,
            home: 0,
            kind: TimerKind::Sleep,
            spare: 0,
            extra: 0,
        }))
    });
    Timer::init(p, t, TimerKind::Sleep, g as usize);
    (*t).when = Timer::now(p, t).saturating_add(ns);
    // The home outlives the timer, which may be gone once the lock is released.
    let home = Timer::timers(p, t);
    home.lock.lock_if((*p).multi);
    park(p, g, WaitReason::Sleep, pc, fp);
    (*p).cur = null_mut();
    Timer::enqueue(p, t);
    home.lock.unlock_if((*p).multi);
    Wait::Parked
}
