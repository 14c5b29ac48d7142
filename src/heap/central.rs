//! Blocks not held by anybody: free runs, found best fit first and joined when they meet, and for each kind the blocks with
//! room left. Everything here is under one lock, taken once per block or large object.

use crate::base::sync::atomic::Ordering::Release;
use std::collections::BTreeMap;
use std::collections::BTreeSet;
use std::collections::VecDeque;
use std::ptr::NonNull;

use super::Heap;
use super::alloc::CacheShared;
use super::block::BLOCK_LOG;
use super::block::BlockInfo;
use super::block::CLEAN;
use super::block::SPECIAL;
use super::block::State;
use super::pace::Refused;
use super::ptrmap::KindId;
use super::ptrmap::MapId;

/// Runs of free blocks.
#[derive(Default)]
pub(super) struct FreeRuns {
    by_start: BTreeMap<usize, usize>,
    by_len: BTreeSet<(usize, usize)>,
}

impl FreeRuns {
    /// Takes `n` blocks from the shortest run that has them.
    pub fn take(&mut self, n: usize) -> Option<usize> {
        let (len, start) = self.by_len.range((n, 0)..).next().copied()?;
        self.remove(start, len);
        if len > n {
            self.insert(start + n, len - n);
        }
        Some(start)
    }

    /// Adds a run and joins it with its neighbours.
    pub fn give(&mut self, mut start: usize, mut len: usize) {
        if let Some((s, l)) = self
            .by_start
            .range(..start)
            .next_back()
            .map(|(s, l)| (*s, *l))
            && s + l == start
        {
            self.remove(s, l);
            start = s;
            len += l;
        }
        if let Some(l) = self.by_start.get(&(start + len)).copied() {
            self.remove(start + len, l);
            len += l;
        }
        self.insert(start, len);
    }

    /// Takes away one run if it is still exactly there.
    pub fn take_run(&mut self, start: usize, len: usize) -> bool {
        let there = self.by_start.get(&start) == Some(&len);
        if there {
            self.remove(start, len);
        }
        there
    }

    /// Replaces everything by runs in order of address.
    pub fn rebuild(&mut self, runs: &[(usize, usize)]) {
        self.by_start = runs.iter().copied().collect();
        self.by_len = runs.iter().map(|(s, l)| (*l, *s)).collect();
    }

    /// All runs (start, length), from the highest address down.
    pub fn top_down(&self) -> impl Iterator<Item = (usize, usize)> {
        self.by_start.iter().rev().map(|(s, l)| (*s, *l))
    }

    fn insert(&mut self, start: usize, len: usize) {
        self.by_start.insert(start, len);
        self.by_len.insert((len, start));
    }

    fn remove(&mut self, start: usize, len: usize) {
        self.by_start.remove(&start);
        self.by_len.remove(&(len, start));
    }
}

pub(super) struct Central {
    pub runs: FreeRuns,
    /// By kind: blocks with room, best used first from the end.
    pub partial: Vec<Vec<u32>>,
    /// Blocks below this have been used at some time; block 0 never is.
    pub top: usize,
    /// Blocks that hold objects.
    pub in_use: usize,
    /// Free blocks that the system does not have back.
    pub dirty: usize,
    /// Blocks of special objects, with their map.
    pub special: Vec<(u32, MapId)>,
    /// The live caches.
    pub caches: Vec<NonNull<CacheShared>>,
    /// The last pauses, newest first: nanoseconds, and when they ended, since 1970.
    pub pauses: VecDeque<(u64, u64)>,
}

// SAFETY: the pointers to caches are followed only under the lock, and a cache leaves the list before it goes.
unsafe impl Send for Central {}

impl Central {
    pub fn new() -> Central {
        Central {
            runs: FreeRuns::default(),
            partial: Vec::new(),
            top: 1,
            in_use: 0,
            dirty: 0,
            special: Vec::new(),
            caches: Vec::new(),
            pauses: VecDeque::new(),
        }
    }

    /// Takes `n` adjoining free blocks.
    fn take_blocks(&mut self, heap: &Heap, n: usize) -> Result<usize, Refused> {
        if !heap.pace.allows_blocks(self.in_use + n) {
            return Err(Refused);
        }
        let start = match self.runs.take(n) {
            Some(start) => start,
            None => {
                let start = self.top;
                if n > heap.blocks.limit - start || !heap.blocks.commit(start + n) {
                    return Err(Refused);
                }
                for b in start..start + n {
                    // SAFETY: these blocks are new, nobody else knows them.
                    unsafe { *heap.blocks.info_mut(b) = BlockInfo::free(CLEAN) };
                }
                self.top += n;
                heap.span.store(self.top << BLOCK_LOG, Release);
                start
            }
        };
        for b in start..start + n {
            // SAFETY: the blocks are off the free runs and the lock is held.
            if unsafe { heap.blocks.info(b) }.flags & CLEAN == 0 {
                self.dirty -= 1;
            }
        }
        self.in_use += n;
        Ok(start)
    }

    /// A block with room for `kind`.
    pub fn take_small(&mut self, heap: &Heap, kind: KindId) -> Result<usize, Refused> {
        if let Some(b) = self.partial.get_mut(kind.0 as usize).and_then(Vec::pop) {
            return Ok(b as usize);
        }
        let b = self.take_blocks(heap, 1)?;
        let k = heap.maps.kind_record(kind);
        // SAFETY: the block was just taken off the free runs, under the lock.
        unsafe {
            heap.blocks
                .set_small(b, k.size, kind.0 as u32, k.special, k.pattern)
        };
        if k.special {
            self.special.push((b as u32, k.map));
        }
        Ok(b)
    }

    /// Blocks for a large object; the ranges of blocks in it that do not read as zero go to `stale`.
    pub fn take_large(
        &mut self,
        heap: &Heap,
        n: usize,
        bytes: usize,
        map: MapId,
        stale: &mut Vec<(usize, usize)>,
    ) -> Result<usize, Refused> {
        let start = self.take_blocks(heap, n)?;
        for b in start..start + n {
            // SAFETY: the blocks were just taken off the free runs, under the lock.
            let info = unsafe { heap.blocks.info_mut(b) };
            if info.flags & CLEAN == 0 {
                match stale.last_mut() {
                    Some((s, l)) if *s + *l == b => *l += 1,
                    _ => stale.push((b, 1)),
                }
            }
            *info = BlockInfo {
                state: State::Cont,
                n: (b - start) as u32,
                ..BlockInfo::free(0)
            };
        }
        let record = heap.maps.record(map);
        let special = record.special.is_some();
        let mut head = BlockInfo {
            state: State::Large,
            flags: if special { SPECIAL } else { 0 },
            size: bytes as u32,
            magic: (bytes >> 32) as u32,
            n: n as u32,
            kind: map.number(),
            ..BlockInfo::free(0)
        };
        head.set_pattern(record.pattern());
        // SAFETY: as above.
        unsafe { *heap.blocks.info_mut(start) = head };
        heap.blocks.clear_marks(start, 1);
        if special {
            self.special.push((start as u32, map));
        }
        Ok(start)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn runs_are_taken_best_fit_and_joined() {
        let mut r = FreeRuns::default();
        r.give(10, 5);
        r.give(30, 3);
        r.give(50, 8);
        assert_eq!(r.take(3), Some(30));
        assert_eq!(r.take(4), Some(10));
        r.give(30, 3);
        r.give(33, 17);
        assert_eq!(r.take(28), Some(30));
        assert_eq!(r.take(2), None);
        assert_eq!(r.take(1), Some(14));
    }
}
