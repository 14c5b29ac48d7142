//! Whatever the runtime itself chooses is asked here: which goroutine runs next, where a preemption falls, which ready
//! select case is taken, when a due timer fires relative to runnable goroutines, where a map iteration starts, the source
//! of math/rand, the clock.
//!
//! A normal run answers from a generator per worker and the real clock, inlined. A seeded one has one worker, one
//! generator and virtual time, so that the same program and seed choose the same. The kind is named at every question:
//! recording and replay will hang on it.

use crate::base::sync::atomic::Ordering::Relaxed;

use super::p::P;
use super::p::TICK;

/// What is being chosen.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
#[repr(u8)]
pub enum Choice {
    /// Which of the runnable goroutines runs next.
    NextG,
    /// How much budget until the next tick, and whether it preempts.
    Preempt,
    /// Which of a select's ready cases is taken.
    SelectCase,
    /// Whether due timers fire before runnable goroutines go on.
    Timer,
    /// Whom to wake, or from whom to steal.
    Worker,
    /// The seed of a map's hash, and where an iteration starts.
    Map,
    /// math/rand's global source.
    Rand,
}

/// Spreads the bits of a seed.
pub(crate) fn mix(x: u64) -> u64 {
    let x = (x ^ 0x9E37_79B9_7F4A_7C15).wrapping_mul(0xBF58_476D_1CE4_E5B9);
    let x = (x ^ (x >> 29)).wrapping_mul(0x94D0_49BB_1331_11EB);
    x ^ (x >> 32)
}

/// 64 random bits. On the thread of `p`.
///
/// # Safety
/// `p` is the calling worker.
#[inline(always)]
pub unsafe fn bits(p: *mut P, _kind: Choice) -> u64 {
    let mut x = (*p).rng;
    x ^= x << 13;
    x ^= x >> 7;
    x ^= x << 17;
    (*p).rng = x;
    x.wrapping_mul(0x2545_F491_4F6C_DD1D)
}

/// A number below `n`, which is not 0, all equally likely.
///
/// # Safety
/// `p` is the calling worker.
#[inline(always)]
pub unsafe fn pick(p: *mut P, kind: Choice, n: u32) -> u32 {
    (((bits(p, kind) >> 32) * u64::from(n)) >> 32) as u32
}

/// The budget until the next tick: what the VM sets its register to after a tick or when it is entered.
///
/// # Safety
/// `p` is the calling worker.
#[inline(always)]
pub unsafe fn budget(p: *mut P) -> i64 {
    if (*p).seeded { seeded_budget(p) } else { TICK }
}

#[cold]
#[inline(never)]
unsafe fn seeded_budget(p: *mut P) -> i64 {
    // Mostly long, sometimes very short: bugs hide in windows of a few instructions.
    let b = bits(p, Choice::Preempt);
    let n = match b & 7 {
        0 => 1 + ((b >> 8) & 15),
        1 | 2 => 1 + ((b >> 8) & 127),
        _ => 1 + ((b >> 8) & 1023),
    };
    n as i64
}

/// Monotonic nanoseconds since the instance began; the virtual clock in a seeded run. Never 0.
///
/// # Safety
/// `p` is the calling worker.
#[inline]
pub unsafe fn nanotime(p: *mut P) -> i64 {
    let s = P::sched(p);
    if (*p).seeded {
        // Reading the clock takes time too: a loop until a deadline comes to its end.
        return s.virtual_now.fetch_add(100, Relaxed) + 100;
    }
    s.clock_now()
}

/// Wall clock: seconds since 1970 and nanoseconds. A seeded run begins at the start of 2026.
///
/// # Safety
/// `p` is the calling worker.
pub unsafe fn walltime(p: *mut P) -> (i64, u32) {
    if (*p).seeded {
        let t = nanotime(p);
        return (
            1_767_225_600 + t / 1_000_000_000,
            (t % 1_000_000_000) as u32,
        );
    }
    let now = std::time::SystemTime::now();
    match now.duration_since(std::time::UNIX_EPOCH) {
        Ok(d) => (d.as_secs() as i64, d.subsec_nanos()),
        Err(e) => {
            let d = e.duration();
            (-(d.as_secs() as i64) - 1, 999_999_999 - d.subsec_nanos())
        }
    }
}
