//! A run queue of fixed size: one owner, who adds at the tail; whoever takes something moves the head by compare-and-swap.
//!
//! The owner alone writes slots and the tail; a slot is written before the tail that covers it. A thief copies slots first and
//! claims them by moving the head: if the head has moved meanwhile, what it copied counts for nothing. Nobody overwrites a slot
//! before the head has passed it, so a claim that succeeds has read what was pushed.

use std::ptr::null_mut;

use super::lock::Pad;
use crate::base::sync::atomic::AtomicPtr;
use crate::base::sync::atomic::AtomicU32;
use crate::base::sync::atomic::Ordering::AcqRel;
use crate::base::sync::atomic::Ordering::Acquire;
use crate::base::sync::atomic::Ordering::Relaxed;
use crate::base::sync::atomic::Ordering::Release;

/// Places of a ring.
pub const RING: u32 = 256;
const MASK: u32 = RING - 1;

/// A queue of `T`s.
#[repr(C)]
pub struct Ring<T> {
    head: Pad<AtomicU32>,
    tail: Pad<AtomicU32>,
    slots: [AtomicPtr<T>; RING as usize],
}

impl<T> Default for Ring<T> {
    fn default() -> Ring<T> {
        Ring {
            head: Pad(AtomicU32::new(0)),
            tail: Pad(AtomicU32::new(0)),
            slots: [const { AtomicPtr::new(null_mut()) }; RING as usize],
        }
    }
}

impl<T> Ring<T> {
    /// How many are in it: exact for the owner while nobody steals.
    #[inline(always)]
    pub fn len(&self) -> u32 {
        self.tail().wrapping_sub(self.head())
    }

    /// Whether there is nothing in it, as [`Ring::len`].
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// Where the next one will be taken.
    #[inline(always)]
    pub fn head(&self) -> u32 {
        self.head.0.load(Acquire)
    }

    /// Where the next one will be put.
    #[inline(always)]
    pub fn tail(&self) -> u32 {
        self.tail.0.load(Acquire)
    }

    /// The place at `at`, for the owner of a ring that nobody steals from.
    pub fn place(&self, at: u32) -> &AtomicPtr<T> {
        &self.slots[(at & MASK) as usize]
    }

    /// To the end; false if there is no room. By the owner.
    #[inline(always)]
    pub fn push(&self, x: *mut T) -> bool {
        let h = self.head.0.load(Acquire);
        let t = self.tail.0.load(Relaxed);
        if t.wrapping_sub(h) >= RING {
            return false;
        }
        self.place(t).store(x, Relaxed);
        self.tail.0.store(t.wrapping_add(1), Release);
        true
    }

    /// The first half of a full ring, given to `each` in order. False: it is not full any more. By the owner.
    pub fn spill(&self, mut each: impl FnMut(*mut T)) -> bool {
        let h = self.head.0.load(Acquire);
        let t = self.tail.0.load(Relaxed);
        let n = RING / 2;
        if t.wrapping_sub(h) < RING
            || self
                .head
                .0
                .compare_exchange(h, h.wrapping_add(n), AcqRel, Relaxed)
                .is_err()
        {
            return false;
        }
        // Read after the claim: only the owner, who is here, writes the ring.
        for k in 0..n {
            each(self.place(h.wrapping_add(k)).load(Relaxed));
        }
        true
    }

    /// The first, or null. By the owner; `multi`: others may steal.
    #[inline(always)]
    pub fn pop(&self, multi: bool) -> *mut T {
        loop {
            let h = self.head.0.load(Acquire);
            let t = self.tail.0.load(Relaxed);
            if h == t {
                return null_mut();
            }
            let x = self.place(h).load(Relaxed);
            if !multi {
                self.head.0.store(h.wrapping_add(1), Relaxed);
                return x;
            }
            if self
                .head
                .0
                .compare_exchange(h, h.wrapping_add(1), AcqRel, Relaxed)
                .is_ok()
            {
                return x;
            }
        }
    }

    /// Takes half of the `victim`'s, but nothing at or after `limit`: the last of them is returned, the rest are here. By the
    /// owner, whose ring is empty.
    pub fn steal(&self, victim: &Ring<T>, limit: Option<u32>) -> *mut T {
        loop {
            let h = victim.head.0.load(Acquire);
            let t = victim.tail.0.load(Acquire);
            let mut n = t.wrapping_sub(h);
            if n > RING {
                continue; // the two loads do not belong together
            }
            n -= n / 2;
            if let Some(l) = limit {
                let old = l.wrapping_sub(h) as i32;
                if old <= 0 {
                    return null_mut();
                }
                n = n.min(old as u32);
            }
            if n == 0 {
                return null_mut();
            }
            let own = self.tail.0.load(Relaxed);
            for k in 0..n {
                let x = victim.place(h.wrapping_add(k)).load(Relaxed);
                self.place(own.wrapping_add(k)).store(x, Relaxed);
            }
            if victim
                .head
                .0
                .compare_exchange(h, h.wrapping_add(n), AcqRel, Relaxed)
                .is_err()
            {
                continue;
            }
            let x = self.place(own.wrapping_add(n - 1)).load(Relaxed);
            self.tail.0.store(own.wrapping_add(n - 1), Release);
            return x;
        }
    }
}
