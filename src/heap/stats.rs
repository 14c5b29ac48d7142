//! Counters behind `runtime.ReadMemStats`.

use crate::base::sync::atomic::AtomicU64;
use crate::base::sync::atomic::Ordering::Relaxed;

use super::Heap;
use super::block::BLOCK;

/// Pauses remembered one by one.
pub const PAUSES: usize = 256;

/// Figures of a heap, named as in Go's `runtime.MemStats`.
#[derive(Clone, Debug, Default)]
pub struct HeapStats {
    /// Bytes of objects allocated and not yet known dead.
    pub alloc: u64,
    /// Bytes ever allocated.
    pub total_alloc: u64,
    /// Objects ever allocated.
    pub mallocs: u64,
    /// Objects found dead.
    pub frees: u64,
    /// Objects allocated and not yet known dead.
    pub heap_objects: u64,
    /// Bytes of address space that have been in use.
    pub heap_sys: u64,
    /// Bytes in blocks that hold objects.
    pub heap_inuse: u64,
    /// Bytes in free blocks.
    pub heap_idle: u64,
    /// Bytes in free blocks that the system has back.
    pub heap_released: u64,
    /// Charges for memory outside the heap, goroutine stacks above all.
    pub external: u64,
    /// Bytes at which the next collection is wanted.
    pub next_gc: u64,
    /// Collections completed.
    pub num_gc: u32,
    /// Time spent collecting.
    pub pause_total_ns: u64,
    /// The last pauses, newest first: their length, and when they ended, in nanoseconds since 1970.
    pub pauses: Vec<(u64, u64)>,
}

#[derive(Default)]
pub(super) struct Counters {
    /// Of large objects and of caches that are gone.
    pub mallocs: AtomicU64,
    pub bytes: AtomicU64,
    pub frees: AtomicU64,
    /// After the last collection.
    pub live_bytes: AtomicU64,
    pub pause_total_ns: AtomicU64,
}

impl Heap {
    /// The figures now. What other threads allocate meanwhile may be counted or not.
    pub fn stats(&self) -> HeapStats {
        let central = self.central.lock();
        let c = &self.counters;
        let (mut mallocs, mut total_alloc) = (c.mallocs.load(Relaxed), c.bytes.load(Relaxed));
        let mut unused = 0;
        for shared in &central.caches {
            // SAFETY: a cache takes itself off the list, under the lock, before it goes; what is read are atomics.
            let (m, b, credit) = unsafe { shared.as_ref() }.totals();
            mallocs += m;
            total_alloc += b;
            unused += credit;
        }
        let external = self.pace.external.load(Relaxed) as u64;
        let used = self.pace.used.load(Relaxed) as u64;
        let frees = c.frees.load(Relaxed).min(mallocs);
        let heap_sys = (central.top * BLOCK) as u64;
        let heap_inuse = (central.in_use * BLOCK) as u64;
        HeapStats {
            alloc: used.saturating_sub(external).saturating_sub(unused),
            total_alloc,
            mallocs,
            frees,
            heap_objects: mallocs - frees,
            heap_sys,
            heap_inuse,
            heap_idle: heap_sys - heap_inuse,
            heap_released: heap_sys
                - heap_inuse
                - ((central.dirty * BLOCK) as u64).min(heap_sys - heap_inuse),
            external,
            next_gc: self.pace.goal.load(Relaxed) as u64,
            num_gc: self.pace.cycle.load(Relaxed),
            pause_total_ns: c.pause_total_ns.load(Relaxed),
            pauses: central.pauses.iter().copied().collect(),
        }
    }
}
