//! A lock of one byte, and padding against false sharing.
//!
//! The holder never parks, allocates guest memory or reaches a safepoint, so whoever waits may spin. With one worker the
//! `_if` forms leave the lock out: nothing else can hold it.

use crate::base::sync::atomic::AtomicU8;
use crate::base::sync::atomic::Ordering::Acquire;
use crate::base::sync::atomic::Ordering::Relaxed;
use crate::base::sync::atomic::Ordering::Release;

/// A spin lock in one byte; waiters give the core away after a while, since the holder may have been preempted by the kernel.
#[repr(transparent)]
#[derive(Default)]
pub struct ByteLock(AtomicU8);

impl ByteLock {
    /// An open lock.
    pub const fn new() -> ByteLock {
        ByteLock(AtomicU8::new(0))
    }

    /// Takes the lock.
    #[inline(always)]
    pub fn lock(&self) {
        if self.0.compare_exchange(0, 1, Acquire, Relaxed).is_err() {
            self.lock_slow();
        }
    }

    #[cold]
    #[inline(never)]
    fn lock_slow(&self) {
        let mut n = 0;
        loop {
            while self.0.load(Relaxed) != 0 {
                n += 1;
                if n > 40 {
                    crate::base::sync::thread::yield_now();
                } else {
                    crate::base::sync::spin_loop();
                }
            }
            if self.0.compare_exchange(0, 1, Acquire, Relaxed).is_ok() {
                return;
            }
        }
    }

    /// Releases the lock.
    #[inline(always)]
    pub fn unlock(&self) {
        self.0.store(0, Release);
    }

    /// Takes the lock if there are several workers.
    #[inline(always)]
    pub fn lock_if(&self, multi: bool) {
        if multi {
            self.lock();
        }
    }

    /// Releases what [`ByteLock::lock_if`] took.
    #[inline(always)]
    pub fn unlock_if(&self, multi: bool) {
        if multi {
            self.unlock();
        }
    }
}

/// Keeps what several workers write off the cache lines of its neighbours.
#[repr(align(128))]
#[derive(Default)]
pub struct Pad<T>(pub T);
