//! A queue of waiting goroutines: intrusive, doubly linked, first in, first out.
//!
//! Changed only under its owner's lock. The head is looked at without it (a select's first pass), hence atomic.

use crate::base::sync::atomic::AtomicPtr;
use crate::base::sync::atomic::Ordering::AcqRel;
use crate::base::sync::atomic::Ordering::Relaxed;
use std::ptr::null_mut;

use super::g::G;
use super::g::Sudog;

/// A queue of [`Sudog`]s. All zero is an empty one.
#[repr(C)]
pub struct WaitQ {
    head: AtomicPtr<Sudog>,
    tail: *mut Sudog,
}

impl Default for WaitQ {
    fn default() -> WaitQ {
        WaitQ {
            head: AtomicPtr::new(null_mut()),
            tail: null_mut(),
        }
    }
}

impl WaitQ {
    /// Whether nobody waits; exact with the lock held, a hint without.
    #[inline(always)]
    pub fn is_empty(&self) -> bool {
        self.first().is_null()
    }

    /// The first in the queue.
    #[inline(always)]
    pub fn first(&self) -> *mut Sudog {
        self.head.load(Relaxed)
    }

    /// To the end.
    ///
    /// # Safety
    /// Under the owner's lock, as all below; `w` is in no queue.
    #[inline(always)]
    pub unsafe fn push(&mut self, w: *mut Sudog) {
        (*w).next = null_mut();
        (*w).prev = self.tail;
        if self.tail.is_null() {
            self.head.store(w, Relaxed);
        } else {
            (*self.tail).next = w;
        }
        self.tail = w;
        (*w).linked = true;
    }

    /// To the front.
    ///
    /// # Safety
    /// As [`WaitQ::push`].
    pub unsafe fn push_front(&mut self, w: *mut Sudog) {
        let first = self.first();
        (*w).prev = null_mut();
        (*w).next = first;
        if first.is_null() {
            self.tail = w;
        } else {
            (*first).prev = w;
        }
        self.head.store(w, Relaxed);
        (*w).linked = true;
    }

    /// Out of the queue, wherever it stands; nothing if a waker has taken it out.
    ///
    /// # Safety
    /// As [`WaitQ::push`]; `w` is in this queue or in none.
    #[inline]
    pub unsafe fn unlink(&mut self, w: *mut Sudog) {
        if !(*w).linked {
            return;
        }
        (*w).linked = false;
        if (*w).prev.is_null() {
            self.head.store((*w).next, Relaxed);
        } else {
            (*(*w).prev).next = (*w).next;
        }
        if (*w).next.is_null() {
            self.tail = (*w).prev;
        } else {
            (*(*w).next).prev = (*w).prev;
        }
    }

    /// Takes the first out, or null.
    ///
    /// # Safety
    /// As [`WaitQ::push`].
    #[inline(always)]
    pub unsafe fn pop(&mut self) -> *mut Sudog {
        let w = self.first();
        if w.is_null() {
            return w;
        }
        let n = (*w).next;
        self.head.store(n, Relaxed);
        if n.is_null() {
            self.tail = null_mut();
        } else {
            (*n).prev = null_mut();
        }
        (*w).linked = false;
        w
    }

    /// Takes out the first waiter that is still to be had: a select's place is claimed with one compare-and-swap, adding `mark`
    /// to the claim. Places of `me` are passed over (a select with both directions of one channel).
    ///
    /// # Safety
    /// As [`WaitQ::push`].
    #[inline(always)]
    pub unsafe fn claim(&mut self, me: *mut G, mark: u32) -> *mut Sudog {
        loop {
            let w = self.first();
            if w.is_null() {
                return w;
            }
            if !(*w).select {
                return self.pop();
            }
            if (*w).g == me {
                return self.claim_past(me, mark);
            }
            self.pop();
            if take(w, mark) {
                return w;
            }
        }
    }

    #[cold]
    #[inline(never)]
    unsafe fn claim_past(&mut self, me: *mut G, mark: u32) -> *mut Sudog {
        let mut w = self.first();
        while !w.is_null() {
            let n = (*w).next;
            if (*w).g != me {
                self.unlink(w);
                if !(*w).select || take(w, mark) {
                    return w;
                }
            }
            w = n;
        }
        w
    }
}

#[inline(always)]
unsafe fn take(w: *mut Sudog, mark: u32) -> bool {
    let claim = (1 + u32::from((*w).case)) | mark;
    (*(*w).g)
        .claim
        .compare_exchange(0, claim, AcqRel, Relaxed)
        .is_ok()
}
