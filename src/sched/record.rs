//! Goroutine records and stacks: made in chunks, recycled through a list per worker.
//!
//! A chunk is carved from the front, so the blocks in use are a prefix; a block whose `stack` is null has never been used.
//! Records are never given back while the instance lives: the collector and dumps walk the chunks.

use crate::base::sync::atomic::Ordering::Relaxed;
use std::alloc::Layout;
use std::alloc::alloc_zeroed;
use std::alloc::dealloc;
use std::ptr::null_mut;

use crate::base::sync::Mutex;

use super::Event;
use super::Sched;
use super::bubble;
use super::g::FIRST_STACK;
use super::g::G;
use super::g::G_BYTES;
use super::g::MAX_STACK;
use super::g::Sudog;
use super::p::P;
use super::p::tell;
use super::stack;
use super::wait::WaitReason;

/// Stacks up to this many slots stay with a free record.
const KEEP_STACK: usize = 512;
/// Free records a worker keeps before it gives some to the others.
const KEEP_FREE: u32 = 512;
const LIST: u32 = 32;
/// Bytes of records that are walked as one piece.
const PIECE: usize = G_BYTES * 128;

/// All chunks of an instance.
#[derive(Default)]
pub(super) struct Records {
    chunks: Mutex<Vec<(usize, usize)>>,
}

fn chunk_layout(bytes: usize) -> Layout {
    Layout::from_size_align(bytes, 128).expect("a chunk's size is small")
}

impl Records {
    unsafe fn add(&self, bytes: usize) -> *mut u8 {
        let m = alloc_zeroed(chunk_layout(bytes));
        if !m.is_null() {
            self.chunks.lock().push((m as usize, bytes));
        }
        m
    }

    pub(super) fn pieces(&self) -> usize {
        self.chunks
            .lock()
            .iter()
            .map(|(_, bytes)| bytes.div_ceil(PIECE))
            .sum()
    }

    unsafe fn walk(start: usize, bytes: usize, f: &mut impl FnMut(*mut G)) {
        for k in 0..bytes / G_BYTES {
            let g = (start + k * G_BYTES) as *mut G;
            if (*g).stack.is_null() {
                break;
            }
            f(g);
        }
    }

    pub(super) unsafe fn each_in(&self, mut piece: usize, f: &mut impl FnMut(*mut G)) {
        let mut part = None;
        for &(start, bytes) in &*self.chunks.lock() {
            let n = bytes.div_ceil(PIECE);
            if piece < n {
                part = Some((start + piece * PIECE, PIECE.min(bytes - piece * PIECE)));
                break;
            }
            piece -= n;
        }
        let Some((start, bytes)) = part else { return };
        Self::walk(start, bytes, &mut |g| {
            if (*g).reason != WaitReason::Dead {
                f(g)
            }
        });
    }

    pub(super) unsafe fn each(&self, f: &mut impl FnMut(*mut G)) {
        for piece in 0..self.pieces() {
            self.each_in(piece, f);
        }
    }

    pub(super) unsafe fn drop_all(&self) {
        for chunk in std::mem::take(&mut *self.chunks.lock()) {
            Self::walk(chunk.0, chunk.1, &mut |g| {
                drop_stack(g);
                drop_places(g);
            });
            dealloc(chunk.0 as *mut u8, chunk_layout(chunk.1));
        }
    }
}

unsafe fn drop_stack(g: *mut G) {
    if !(*g).has_first_stack() {
        stack::free((*g).stack, (*g).nslots as usize);
    }
}

unsafe fn drop_places(g: *mut G) {
    if !(*g).sel.is_null() {
        dealloc((*g).sel.cast(), places_layout((*g).nsel as usize));
        (*g).sel = null_mut();
        (*g).nsel = 0;
    }
}

fn places_layout(n: usize) -> Layout {
    Layout::array::<Sudog>(n).expect("a select has at most 65535 cases")
}

/// Makes room for `n` places of a select in `g`.
///
/// # Safety
/// On the worker that runs `g`; none of its places is in a queue.
#[cold]
#[inline(never)]
pub unsafe fn reserve_places(g: *mut G, n: usize) {
    drop_places(g);
    let n = n.next_power_of_two().min(u16::MAX as usize);
    (*g).sel = alloc_zeroed(places_layout(n)).cast();
    assert!(!(*g).sel.is_null(), "out of memory for a select");
    (*g).nsel = n as u16;
}

/// A new goroutine with a stack of at least `nslots`, created by the running one. Null when memory is refused. The VM sets
/// `pc`, `fp` and `gopc` and gives it to [`super::spawn`]. The stack is not cleared.
///
/// # Safety
/// On the thread of `p`.
#[inline]
pub unsafe fn new_g(p: *mut P, nslots: usize) -> *mut G {
    let mut g = (*p).free;
    if g.is_null() {
        g = more_g(p);
        if g.is_null() {
            return g;
        }
    }
    if nslots > (*g).nslots as usize && !new_stack(p, g, nslots) {
        return null_mut();
    }
    (*p).free = (*g).next;
    (*p).nfree -= 1;
    (*p).live.store((*p).live.load(Relaxed) + 1, Relaxed);
    if (*p).next_id == (*p).end_id {
        more_ids(p);
    }
    (*g).id = (*p).next_id;
    (*p).next_id += 1;
    let parent = (*p).cur;
    (*g).parent = if parent.is_null() { 0 } else { (*parent).id };
    (*g).fp = (*g).stack;
    (*g).reason = WaitReason::Runnable;
    (*g).flags = 0;
    bubble::born(p, g, parent);
    g
}

/// Numbers in batches of 16. Go's first goroutine is main, and the next a program starts is about 18.
#[cold]
#[inline(never)]
unsafe fn more_ids(p: *mut P) {
    let n = P::sched(p).goid.fetch_add(16, Relaxed);
    (*p).next_id = if n == 17 { 18 } else { n };
    (*p).end_id = if n == 1 { 2 } else { n + 16 };
}

#[cold]
#[inline(never)]
unsafe fn new_stack(p: *mut P, g: *mut G, need: usize) -> bool {
    let n = need.next_power_of_two();
    let old = if (*g).has_first_stack() {
        0
    } else {
        (*g).nslots as usize
    };
    if !P::sched(p).vm_charge((n as isize - old as isize) * 8) {
        return false;
    }
    let m = stack::new(n);
    if m.is_null() {
        return false;
    }
    drop_stack(g);
    (*g).stack = m;
    (*g).nslots = n as u32;
    true
}

#[cold]
#[inline(never)]
unsafe fn more_g(p: *mut P) -> *mut G {
    let s = P::sched(p);
    if (*p).multi {
        s.lock.0.lock();
        let list = (*s.global.get()).free.pop();
        s.lock.0.unlock();
        if let Some(list) = list {
            (*p).nfree += LIST;
            (*p).free = list;
            return list;
        }
    }
    if (*p).bump == (*p).bump_end {
        // Chunks grow with use: a small program pays for a small one.
        let bytes = match s.records.chunks.lock().len() {
            0..=1 => 24 << 10,
            2..=4 => 192 << 10,
            _ => 2 << 20,
        };
        let bytes = bytes / G_BYTES * G_BYTES;
        if !s.vm_charge(bytes as isize) {
            return null_mut();
        }
        (*p).bump = s.records.add(bytes);
        if (*p).bump.is_null() {
            (*p).bump_end = null_mut();
            return null_mut();
        }
        (*p).bump_end = (*p).bump.add(bytes);
    }
    if !(*p).cur.is_null() && !(*p).seeded {
        s.monitor.ensure(s);
    }
    let g: *mut G = (*p).bump.cast();
    (*p).bump = (*p).bump.add(G_BYTES);
    (*g).stack = g.add(1).cast();
    (*g).nslots = FIRST_STACK as u32;
    (*g).waiter.g = g;
    (*g).next = null_mut();
    (*p).nfree += 1;
    (*p).free = g;
    g
}

/// The running goroutine has ended: its record is free. `cur` does not lead to it any more.
///
/// # Safety
/// On the worker that runs `g`; nothing else refers to it.
#[inline]
pub unsafe fn free_g(p: *mut P, g: *mut G) {
    if (*p).trace {
        tell(p, Event::Ends(g));
    }
    if (*g).waiter.bubble != 0 {
        bubble::ended(p, g);
    }
    (*g).reason = WaitReason::Dead;
    (*p).cur = null_mut();
    (*p).live.store((*p).live.load(Relaxed) - 1, Relaxed);
    if (*g).nslots as usize > KEEP_STACK {
        shed_stack(p, g);
    }
    (*g).next = (*p).free;
    (*p).free = g;
    (*p).nfree += 1;
    if (*p).nfree >= KEEP_FREE && (*p).multi {
        give_g(p);
    }
}

#[cold]
#[inline(never)]
unsafe fn shed_stack(p: *mut P, g: *mut G) {
    P::sched(p).vm_charge(-((*g).nslots as isize) * 8);
    drop_stack(g);
    (*g).stack = g.add(1).cast();
    (*g).nslots = FIRST_STACK as u32;
}

/// Lists of 32 for the other workers: half of what this one has.
#[cold]
#[inline(never)]
unsafe fn give_g(p: *mut P) {
    let mut lists = [null_mut(); (KEEP_FREE / LIST / 2) as usize];
    for list in &mut lists {
        let head = (*p).free;
        let mut end = head;
        for _ in 1..LIST {
            end = (*end).next;
        }
        (*p).free = (*end).next;
        (*end).next = null_mut();
        (*p).nfree -= LIST;
        *list = head;
    }
    let s = P::sched(p);
    s.lock.0.lock();
    (*s.global.get()).free.extend_from_slice(&lists);
    s.lock.0.unlock();
}

/// The answer of [`grow_stack`].
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Grown {
    /// The frame pointer in the new stack; `stack_limit` is set.
    To(*mut u64),
    /// Beyond [`MAX_STACK`]: Go's stack overflow.
    Overflow,
    /// Memory was refused.
    OutOfMemory,
}

/// Moves the stack of the running goroutine to one where the frame at `fp` has at least `need` slots above it. Everything up
/// to the old end is copied; nothing may point into the old stack.
///
/// # Safety
/// On the worker that runs `g`; `fp` lies in its stack.
#[cold]
#[inline(never)]
pub unsafe fn grow_stack(p: *mut P, g: *mut G, fp: *mut u64, need: usize) -> Grown {
    let at = fp.offset_from((*g).stack) as usize;
    let old = (*g).nslots as usize;
    let Some(total) = at.checked_add(need).filter(|t| *t <= MAX_STACK) else {
        return Grown::Overflow;
    };
    let n = total
        .max(old * 2)
        .next_power_of_two()
        .min(MAX_STACK.max(total));
    let own = if (*g).has_first_stack() { 0 } else { old };
    let s = P::sched(p);
    if !s.vm_charge((n as isize - own as isize) * 8) {
        return Grown::OutOfMemory;
    }
    let m = match own {
        0 => stack::new(n),
        _ => stack::grow((*g).stack, old, n),
    };
    if m.is_null() {
        s.vm_charge(-(n as isize - own as isize) * 8);
        return Grown::OutOfMemory;
    }
    if own == 0 {
        std::ptr::copy_nonoverlapping((*g).stack, m, old);
    }
    (*g).stack = m;
    (*g).nslots = n as u32;
    P::enter(p, g);
    Grown::To(m.add(at))
}

impl Sched {
    /// Before the run nobody counts: what there is then is small.
    pub(super) fn vm_charge(&self, bytes: isize) -> bool {
        // SAFETY: written only while no worker runs.
        match unsafe { *self.vm.get() } {
            // SAFETY: as in `vm`.
            Some(vm) => unsafe { (*vm).charge(bytes) },
            None => true,
        }
    }
}
