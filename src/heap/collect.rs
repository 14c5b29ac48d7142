//! One collection, from stopped world to new goal.

use crate::base::sync::Instant;
use crate::base::sync::atomic::Ordering::Relaxed;
use std::time::Duration;
use std::time::SystemTime;
use std::time::UNIX_EPOCH;

use super::Heap;
use super::block::State;
use super::roots::Roots;
use super::stats::PAUSES;

/// What one collection did.
#[derive(Clone, Debug, Default)]
pub struct GcCycle {
    /// Collections completed, this one included.
    pub number: u32,
    /// Objects marked.
    pub objects: u64,
    /// Bytes charged before, objects and outside memory.
    pub before: u64,
    /// Bytes of objects that live.
    pub live: u64,
    /// Bytes at which the next collection is wanted.
    pub goal: u64,
    /// Time spent marking.
    pub mark: Duration,
    /// Time spent in all.
    pub pause: Duration,
}

impl Heap {
    /// Collects: marks what the roots reach, frees the rest, sets the next goal.
    ///
    /// # Safety
    /// The world is stopped: until this returns no other thread uses a cache of this heap or reads or writes its objects, and
    /// the roots give every pointer that will be used later.
    pub unsafe fn collect(&self, roots: &dyn Roots) -> GcCycle {
        let _only = self.collecting.lock();
        let begin = Instant::now();
        let before = self.pace.used.load(Relaxed) as u64;
        let top = self.take_back();
        self.clear_all_marks(top);
        let mark_begin = Instant::now();
        let objects = self.mark_from(roots);
        let mark = mark_begin.elapsed();
        self.drop_dead_special();
        let swept = self.sweep();
        self.pace.after_collection(swept.live_bytes);
        self.counters
            .live_bytes
            .store(swept.live_bytes as u64, Relaxed);
        let pause = self.finish(begin, swept.live_objects as u64);
        if !self.pace.stress {
            self.give_back_excess();
        }
        GcCycle {
            number: self.pace.cycle.load(Relaxed),
            objects,
            before,
            live: swept.live_bytes as u64,
            goal: self.pace.goal.load(Relaxed) as u64,
            mark,
            pause,
        }
    }

    /// Takes what the caches hold ready. Answers the number of blocks in use.
    unsafe fn take_back(&self) -> usize {
        let central = self.central.lock();
        for cache in &central.caches {
            cache.as_ref().flush();
        }
        central.top
    }

    fn clear_all_marks(&self, top: usize) {
        // Whoever changes records of free blocks meanwhile does so under the lock.
        let _central = self.central.lock();
        let mut b = 1;
        while b < top {
            // SAFETY: b is below the top, and the world is stopped.
            let info = unsafe { self.blocks.info(b) };
            b += match info.state {
                State::Small | State::SmallSpecial => {
                    self.blocks.clear_marks(b, info.n as usize);
                    1
                }
                State::Large => {
                    self.blocks.clear_marks(b, 1);
                    info.n as usize
                }
                State::Free | State::Cont => 1,
            };
        }
    }

    /// Brings the counters up to date.
    fn finish(&self, begin: Instant, live_objects: u64) -> Duration {
        let mut central = self.central.lock();
        let mut mallocs = self.counters.mallocs.load(Relaxed);
        for cache in &central.caches {
            // SAFETY: caches on the list live; the lock is held.
            mallocs += unsafe { cache.as_ref() }.totals().0;
        }
        let frees = mallocs
            .saturating_sub(live_objects)
            .max(self.counters.frees.load(Relaxed));
        self.counters.frees.store(frees, Relaxed);
        let pause = begin.elapsed();
        self.counters
            .pause_total_ns
            .fetch_add(pause.as_nanos() as u64, Relaxed);
        let now = SystemTime::now().duration_since(UNIX_EPOCH);
        let end = now.map_or(0, |d| d.as_nanos() as u64);
        central.pauses.push_front((pause.as_nanos() as u64, end));
        central.pauses.truncate(PAUSES);
        pause
    }
}
