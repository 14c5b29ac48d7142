//! Pacing: when to collect, and when memory is out. Every byte is charged here before it is handed out.
//!
//! `used` is what lived after the last collection, plus what has been charged since, plus charges for memory outside the heap
//! (goroutine stacks, tables of the runtime). Caches charge in advance, a few KiB at a time. Passing `goal` asks for a collection;
//! passing `max` refuses. All fields are atomics; who reads a little late is merely a little late.

use crate::base::sync::atomic::AtomicBool;
use crate::base::sync::atomic::AtomicI32;
use crate::base::sync::atomic::AtomicU32;
use crate::base::sync::atomic::AtomicUsize;
use crate::base::sync::atomic::Ordering::Relaxed;

use crate::base::sync::Mutex;

use super::Heap;
use super::HeapConfig;
use super::block::BLOCK;

/// Why an allocation was refused.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum AllocError {
    /// A collection may make room: collect at the next safepoint, then try again.
    NeedGc,
    /// Go's `fatal error: out of memory`.
    OutOfMemory,
}

impl std::fmt::Display for AllocError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(match self {
            AllocError::NeedGc => "garbage collection needed",
            AllocError::OutOfMemory => "out of memory",
        })
    }
}

impl std::error::Error for AllocError {}

/// A charge would pass the limit.
#[derive(Debug)]
pub(super) struct Refused;

pub(super) struct Pace {
    pub used: AtomicUsize,
    pub external: AtomicUsize,
    /// Where the next collection is wanted; never beyond `max`.
    pub goal: AtomicUsize,
    requested: AtomicBool,
    /// Collections completed.
    pub cycle: AtomicU32,
    /// The last collection left hardly anything to allocate.
    pub exhausted: AtomicBool,
    gogc: AtomicI32,
    soft_limit: AtomicUsize,
    pub max: usize,
    min_heap: usize,
    pub stress: bool,
    /// The open refusal of a charge from outside.
    charges: Mutex<Refusal>,
    /// There may be one.
    refused: AtomicBool,
}

/// Blocks in use may exceed `max` by this much: through fragmentation, and by parts of blocks that were never touched.
fn slack(max: usize) -> usize {
    (max / 4).saturating_add(32 << 20)
}

impl Pace {
    pub fn new(c: &HeapConfig) -> Pace {
        let pace = Pace {
            used: 0.into(),
            external: 0.into(),
            goal: 0.into(),
            requested: false.into(),
            cycle: 0.into(),
            exhausted: false.into(),
            gogc: c.gogc.into(),
            soft_limit: c.soft_limit.into(),
            max: c.max_memory,
            min_heap: c.min_heap,
            stress: c.stress,
            charges: Mutex::default(),
            refused: false.into(),
        };
        pace.set_goal(0);
        pace
    }

    /// Sets the goal for a heap in which `used` bytes live.
    fn set_goal(&self, used: usize) {
        let percent = self.gogc.load(Relaxed);
        let by_percent = match usize::try_from(percent) {
            Ok(p) => {
                let grow = (used.max(self.min_heap) as u128 * p as u128 / 100)
                    .min(usize::MAX as u128) as usize;
                used.saturating_add(grow.max(256 << 10))
            }
            Err(_) => usize::MAX,
        };
        // Close to the soft limit collections still keep some distance, or the program would do nothing else.
        let soft = self
            .soft_limit
            .load(Relaxed)
            .max(used.saturating_add((used / 16).max(1 << 20)));
        self.goal.store(by_percent.min(soft).min(self.max), Relaxed);
    }

    /// What follows from a collection after which `live` bytes of objects are left.
    pub fn after_collection(&self, live: usize) {
        let used = live + self.external.load(Relaxed);
        self.used.store(used, Relaxed);
        self.set_goal(used);
        let least = (self.max / 128).min(4 << 20);
        self.exhausted
            .store(used.saturating_add(least) > self.max, Relaxed);
        self.cycle.fetch_add(1, Relaxed);
        self.requested.store(false, Relaxed);
    }

    #[inline]
    pub fn charge(&self, n: usize) -> Result<(), Refused> {
        let new = self.used.fetch_add(n, Relaxed).wrapping_add(n);
        if new > self.goal.load(Relaxed) || self.stress {
            self.over_goal(n, new)
        } else {
            Ok(())
        }
    }

    #[cold]
    fn over_goal(&self, n: usize, new: usize) -> Result<(), Refused> {
        self.requested.store(true, Relaxed);
        if new > self.max {
            self.used.fetch_sub(n, Relaxed);
            return Err(Refused);
        }
        Ok(())
    }

    /// Never below zero: a charge from outside that coincides with a collection may have been counted in `external` only.
    #[inline]
    pub fn uncharge(&self, n: usize) {
        self.used.update(Relaxed, Relaxed, |u| u.saturating_sub(n));
    }

    pub fn request(&self) {
        self.requested.store(true, Relaxed);
    }

    /// Whether `blocks` blocks may be in use.
    pub fn allows_blocks(&self, blocks: usize) -> bool {
        self.max == usize::MAX
            || (blocks * BLOCK).saturating_add(self.external.load(Relaxed))
                <= self.max.saturating_add(slack(self.max))
    }
}

/// Remembers a refusal, to tell the first one, which asks for a collection, from one that follows a collection.
#[derive(Default, Clone, Copy)]
pub(super) struct Refusal {
    open: bool,
    bytes: usize,
    cycle: u32,
}

impl Refusal {
    /// What to answer when `bytes` are refused. Small allocations pass 0.
    pub fn refuse(&mut self, heap: &Heap, bytes: usize) -> AllocError {
        let pace = &heap.pace;
        let cycle = pace.cycle.load(Relaxed);
        let again =
            self.open && self.bytes == bytes && matches!(cycle.wrapping_sub(self.cycle), 1..=3);
        if again || pace.exhausted.load(Relaxed) || bytes > pace.max {
            self.open = false;
            return AllocError::OutOfMemory;
        }
        pace.request();
        // A refusal repeated before anyone collected is still the same one.
        if !(self.open && self.bytes == bytes && self.cycle == cycle) {
            *self = Refusal {
                open: true,
                bytes,
                cycle,
            };
        }
        AllocError::NeedGc
    }

    /// An allocation of `bytes` went through.
    pub fn granted(&mut self, bytes: usize) {
        if bytes >= self.bytes {
            self.open = false;
        }
    }
}

impl Heap {
    /// Whether a collection is wanted: to be polled at safepoints.
    #[inline(always)]
    pub fn gc_requested(&self) -> bool {
        self.pace.requested.load(Relaxed)
    }

    /// Asks for a collection.
    pub fn request_gc(&self) {
        self.pace.request();
    }

    /// Charges memory outside the heap, such as goroutine stacks, against the limits before it is allocated. Batch small charges.
    pub fn charge(&self, bytes: usize) -> Result<(), AllocError> {
        if bytes > isize::MAX as usize / 2 {
            return Err(AllocError::OutOfMemory);
        }
        match self.pace.charge(bytes) {
            Ok(()) => {
                self.pace.external.fetch_add(bytes, Relaxed);
                if self.pace.refused.load(Relaxed) {
                    self.pace.refused.store(false, Relaxed);
                    self.pace.charges.lock().granted(bytes);
                }
                Ok(())
            }
            Err(Refused) => {
                self.pace.refused.store(true, Relaxed);
                Err(self.pace.charges.lock().refuse(self, bytes))
            }
        }
    }

    /// Takes back a charge, in whole or in part.
    pub fn uncharge(&self, bytes: usize) {
        self.pace.external.fetch_sub(bytes, Relaxed);
        self.pace.uncharge(bytes);
    }

    /// `--gc=stress`.
    pub fn is_stress(&self) -> bool {
        self.pace.stress
    }

    /// Collections completed so far. A refusal that persists after this has grown is final.
    pub fn cycle(&self) -> u32 {
        self.pace.cycle.load(Relaxed)
    }

    /// GOGC in percent, negative for off; returns the previous setting (`debug.SetGCPercent`).
    pub fn set_gogc(&self, percent: i32) -> i32 {
        let old = self.pace.gogc.swap(percent, Relaxed);
        self.pace.set_goal(self.live_after_last());
        old
    }

    /// The soft memory limit (`debug.SetMemoryLimit`); returns the previous setting.
    pub fn set_soft_limit(&self, bytes: usize) -> usize {
        let old = self.pace.soft_limit.swap(bytes, Relaxed);
        self.pace.set_goal(self.live_after_last());
        old
    }

    /// The soft memory limit in force.
    pub fn soft_limit(&self) -> usize {
        self.pace.soft_limit.load(Relaxed)
    }

    fn live_after_last(&self) -> usize {
        self.counters.live_bytes.load(Relaxed) as usize + self.pace.external.load(Relaxed)
    }
}
