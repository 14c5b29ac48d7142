//! sync.Mutex when somebody has to wait, or to be woken.
//!
//! The word before the semaphore is the mutex's state: three bits and a count of those who wait. Normally whoever comes first
//! gets the lock, the one that has just released it included, and at most one goroutine is awake to try again (`WOKEN`). Who
//! has waited for longer than [`PATIENCE`] makes the mutex starving: then it is handed, still locked, from one waiter to the next.
//! Where nobody waits, and where one that was woken is on its way anyhow, instructions lock and unlock by themselves
//! ([`mutex_try`]).

use crate::base::sync::atomic::AtomicU32;
use crate::base::sync::atomic::Ordering::Relaxed;
use crate::base::sync::atomic::Ordering::SeqCst;

use super::Wait;
use super::g::G;
use super::p::P;
use super::sema::semacquire;
use super::sema::semrelease;
use super::wait::WaitReason;

/// Somebody has the lock.
const LOCKED: u32 = 1;
/// A waiter is awake and will try: an unlock need not wake another.
const WOKEN: u32 = 2;
/// Unlocks hand the lock over.
const STARVING: u32 = 4;
/// One that waits.
pub const MUTEX_WAITER: u32 = 8;

/// Nanoseconds.
const PATIENCE: i64 = 1_000_000;
/// How often a locker looks whether another worker's goroutine is about to unlock.
const SPINS: u32 = 60;

/// Locks, or unlocks, if nobody has to wait or to be woken for it. With one worker nothing can come between.
#[inline(always)]
pub fn mutex_try(state: &AtomicU32, lock: bool, multi: bool) -> bool {
    let now = state.load(Relaxed);
    let next = if lock { locked(now) } else { unlocked(now) };
    match next {
        None => false,
        Some(next) if multi => state.compare_exchange(now, next, SeqCst, Relaxed).is_ok(),
        Some(next) => {
            state.store(next, Relaxed);
            true
        }
    }
}

/// The state after a lock that needs no waiting, if it is one.
#[inline(always)]
fn locked(state: u32) -> Option<u32> {
    (state & (LOCKED | STARVING) == 0).then_some(state | LOCKED)
}

/// The state after an unlock that need not wake anybody, if it is one.
#[inline(always)]
fn unlocked(state: u32) -> Option<u32> {
    let quiet =
        state & (LOCKED | STARVING) == LOCKED && (state < MUTEX_WAITER || state & WOKEN != 0);
    quiet.then_some(state & !LOCKED)
}

/// Locks the mutex whose semaphore is at `sema`, or parks the goroutine with `pc` at the call, to be repeated. `since` is a
/// register of the goroutine: 0 at first, then when it began to wait.
///
/// # Safety
/// On the worker that runs `g`; `sema` is the second word of a live mutex.
pub unsafe fn mutex_lock(
    p: *mut P,
    g: *mut G,
    sema: *const AtomicU32,
    since: *mut u64,
    pc: *const u64,
    fp: *mut u64,
) -> Wait {
    let state = &*sema.sub(1);
    let mut spins = if (*p).multi { SPINS } else { 0 };
    let mut waited = *since != 0;
    'woken: loop {
        let mut starved = false;
        let mut woken = 0;
        if waited {
            starved = (*p).now - *since as i64 > PATIENCE;
            let mut old = state.load(SeqCst);
            if old & STARVING != 0 {
                // Handed over. Leave the mode when nobody else is suffering.
                while !starved || old < MUTEX_WAITER {
                    match state.compare_exchange(old, old & !STARVING, SeqCst, SeqCst) {
                        Ok(_) => break,
                        Err(now) => old = now,
                    }
                }
                return Wait::Done;
            }
            woken = WOKEN;
        }
        loop {
            let old = state.load(Relaxed);
            if let Some(new) = locked(old) {
                let new = new & !woken;
                if state.compare_exchange(old, new, SeqCst, Relaxed).is_ok() {
                    return Wait::Done;
                }
                continue;
            }
            if spins > 0 && old & STARVING == 0 && !starved {
                spins -= 1;
                crate::base::sync::spin_loop();
                continue;
            }
            let mut new = (old + MUTEX_WAITER) & !woken;
            if starved && old & LOCKED != 0 {
                new |= STARVING;
            }
            if state.compare_exchange(old, new, SeqCst, Relaxed).is_err() {
                continue;
            }
            // Before it parks: afterwards its registers may be another worker's.
            if *since == 0 {
                *since = (*p).now.max(1) as u64;
            }
            let reason = WaitReason::SyncMutexLock;
            if semacquire(p, g, sema, waited, reason, pc, fp) == Wait::Parked {
                return Wait::Parked;
            }
            waited = true;
            continue 'woken;
        }
    }
}

/// What came of an unlock.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Unlocked {
    /// It is done.
    Done,
    /// It is done, and the one that has the lock now should run.
    HandedOver,
    /// It was not locked.
    NotLocked,
}

/// Unlocks the mutex whose semaphore is at `sema`.
///
/// # Safety
/// On the thread of `p`; `sema` is the second word of a live mutex.
pub unsafe fn mutex_unlock(p: *mut P, sema: *const AtomicU32) -> Unlocked {
    let state = &*sema.sub(1);
    loop {
        let old = state.load(Relaxed);
        if old & LOCKED == 0 {
            return Unlocked::NotLocked;
        }
        let waits = old >= MUTEX_WAITER;
        let hand_over = old & STARVING != 0 && waits;
        let wake = waits && old & WOKEN == 0;
        let new = match (hand_over, wake) {
            (true, _) => old - MUTEX_WAITER,
            (false, true) => ((old & !(LOCKED | STARVING)) - MUTEX_WAITER) | WOKEN,
            (false, false) => old & !(LOCKED | STARVING),
        };
        if state.compare_exchange(old, new, SeqCst, Relaxed).is_err() {
            continue;
        }
        if hand_over {
            semrelease(p, sema, true);
            return Unlocked::HandedOver;
        }
        if wake {
            semrelease(p, sema, false);
        }
        return Unlocked::Done;
    }
}
