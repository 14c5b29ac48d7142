//! After marking: drop functions of dead special objects, which blocks are free, partly free or full, and what goes back to the
//! system. Dead small objects are not touched: their blocks are swept by allocating from them.

use crate::base::sync::atomic::Ordering::Relaxed;

use super::Heap;
use super::block::BLOCK;
use super::block::BLOCK_LOG;
use super::block::BlockInfo;
use super::block::CLEAN;
use super::block::State;
use super::os;
use super::ptrmap::MapId;

/// What freed memory is filled with under `--gc=stress`.
pub(super) const POISON: u8 = 0xDB;
/// Bytes given back to the system within one collection at most.
const EXCESS_STEP: usize = 256 << 20;

#[derive(Default)]
pub(super) struct Swept {
    pub live_bytes: usize,
    pub live_objects: usize,
}

impl Heap {
    /// Calls the drop functions of special objects without a mark.
    pub(super) fn drop_dead_special(&self) {
        // The list is taken out, so that drop functions run without the lock.
        let mut special = std::mem::take(&mut self.central.lock().special);
        special.retain(|&(b, map)| self.drop_in_block(b as usize, map, false));
        let mut central = self.central.lock();
        special.append(&mut central.special);
        central.special = special;
    }

    /// Calls all drop functions: the heap is going.
    pub(super) fn drop_all_special(&self) {
        for (b, map) in std::mem::take(&mut self.central.lock().special) {
            self.drop_in_block(b as usize, map, true);
        }
    }

    /// Drops the dead special objects of a block. False if none is left.
    fn drop_in_block(&self, b: usize, map: MapId, all: bool) -> bool {
        // SAFETY: the block is on the list of special blocks, so it is in use, and nobody else runs.
        let info = unsafe { *self.blocks.info(b) };
        let drop_object = self.maps.record(map).special.and_then(|k| k.drop);
        let call = |i: usize| {
            if let Some(f) = drop_object {
                // SAFETY: the object is of this kind, was allocated, and is dropped once: its block or bit is given up now.
                unsafe {
                    f(
                        (self.blocks.addr(b) + i * info.size as usize) as *mut u8,
                        self,
                    )
                };
            }
        };
        if info.state == State::Large {
            let dead = all || self.blocks.mark_word(b, 0).load(Relaxed) & 1 == 0;
            if dead {
                call(0);
            }
            return !dead;
        }
        let mut left = false;
        for i in (0..info.n as usize).step_by(64) {
            let allocated = self.blocks.alloc_word(b, i);
            let marked = if all {
                0
            } else {
                self.blocks.mark_word(b, i).load(Relaxed)
            };
            let mut dead = allocated.load(Relaxed) & !marked;
            allocated.store(allocated.load(Relaxed) & marked, Relaxed);
            left |= allocated.load(Relaxed) != 0;
            while dead != 0 {
                call(i + dead.trailing_zeros() as usize);
                dead &= dead - 1;
            }
        }
        left
    }

    /// Sorts all blocks by what is left in them.
    pub(super) fn sweep(&self) -> Swept {
        let mut central = self.central.lock();
        let central = &mut *central;
        let mut swept = Swept::default();
        let mut runs: Vec<(usize, usize)> = Vec::new();
        for list in &mut central.partial {
            list.clear();
        }
        central.partial.resize_with(self.maps.kinds(), Vec::new);
        let mut b = 1;
        while b < central.top {
            // SAFETY: the world is stopped and the lock is held.
            let info = unsafe { *self.blocks.info(b) };
            let mut len = 1;
            match info.state {
                State::Small | State::SmallSpecial => {
                    let live = self.blocks.count_marks(b, info.n as usize);
                    swept.live_objects += live;
                    swept.live_bytes += live * info.size as usize;
                    if self.pace.stress {
                        self.poison_small(b, &info);
                    }
                    if live == 0 {
                        let untouched = info.clean_from == 0;
                        // SAFETY: nobody holds the block, and none of its objects lives.
                        unsafe {
                            *self.blocks.info_mut(b) =
                                BlockInfo::free(if untouched { CLEAN } else { 0 })
                        };
                        central.in_use -= 1;
                        central.dirty += !untouched as usize;
                        push_run(&mut runs, b, 1);
                    } else if live < info.n as usize - info.n as usize / 32 {
                        central.partial[info.kind as usize].push(b as u32);
                    }
                }
                State::Large => {
                    len = info.n as usize;
                    if self.blocks.mark_word(b, 0).load(Relaxed) & 1 != 0 {
                        swept.live_objects += 1;
                        swept.live_bytes += info.large_bytes();
                    } else {
                        if self.pace.stress {
                            let n = info.large_bytes().min(1 << 20);
                            // SAFETY: the object is dead; its memory is committed.
                            unsafe {
                                std::ptr::write_bytes(self.blocks.addr(b) as *mut u8, POISON, n)
                            };
                        }
                        for c in b..b + len {
                            // SAFETY: as for a small block.
                            unsafe { *self.blocks.info_mut(c) = BlockInfo::free(0) };
                        }
                        central.in_use -= len;
                        central.dirty += len;
                        push_run(&mut runs, b, len);
                    }
                }
                State::Free => push_run(&mut runs, b, 1),
                State::Cont => {}
            }
            b += len;
        }
        // Blocks are taken from the end: the lowest addresses first.
        for list in &mut central.partial {
            list.reverse();
        }
        central.runs.rebuild(&runs);
        swept
    }

    /// Fills what is dead in a block, and was ever handed out, with [`POISON`].
    fn poison_small(&self, b: usize, info: &BlockInfo) {
        let mut from = 0;
        while let Some((s, e)) = self.blocks.free_run(b, from, info.clean_from as usize) {
            let size = info.size as usize;
            // SAFETY: unmarked objects of a block that nobody allocates from now.
            unsafe {
                std::ptr::write_bytes(
                    (self.blocks.addr(b) + s * size) as *mut u8,
                    POISON,
                    (e - s) * size,
                )
            };
            from = e;
        }
    }

    /// Gives back free memory that the next cycle will hardly need.
    pub(super) fn give_back_excess(&self) {
        let used = self.pace.used.load(Relaxed);
        let goal = self
            .pace
            .goal
            .load(Relaxed)
            .min(used.saturating_mul(2).saturating_add(8 << 20));
        let keep = goal - used.min(goal) + goal / 8;
        let dirty = self.central.lock().dirty * BLOCK;
        // In steps worth a system call.
        if dirty > keep + (4 << 20) {
            self.release_step((dirty - keep).min(EXCESS_STEP));
        }
    }

    /// Gives free memory back to the system, at least `bytes` bytes if there are that many, from the highest address down.
    /// Answers how many. May run beside everything else: `debug.FreeOSMemory` after a collection, or a background thread.
    pub fn release_free(&self, bytes: usize) -> usize {
        let runs: Vec<(usize, usize)> = self.central.lock().runs.top_down().collect();
        let mut done = 0;
        for run in runs {
            if done >= bytes {
                break;
            }
            // A collection may come between two runs, but none looks at blocks that are just going.
            let _between = self.collecting.lock();
            done += self.release_run(run);
        }
        done
    }

    /// As [`Heap::release_free`], within a collection.
    fn release_step(&self, bytes: usize) {
        let runs: Vec<(usize, usize)> = self.central.lock().runs.top_down().collect();
        let mut done = 0;
        for run in runs {
            if done >= bytes {
                break;
            }
            done += self.release_run(run);
        }
    }

    /// Gives back one run, if it is still free. The caller holds `collecting`. Answers the bytes the system did not have.
    fn release_run(&self, (start, len): (usize, usize)) -> usize {
        let mut central = self.central.lock();
        if !central.runs.take_run(start, len) {
            return 0;
        }
        // SAFETY: records of blocks below the top, under the lock.
        let dirty = |b: &usize| unsafe { self.blocks.info(*b) }.flags & CLEAN == 0;
        let stale = (start..start + len).filter(dirty).count();
        if stale == 0 {
            central.runs.give(start, len);
            return 0;
        }
        drop(central);
        // SAFETY: whole blocks, taken off the free runs, that nobody else has until they are given back below.
        let ok = unsafe { os::release(self.blocks.addr(start), len << BLOCK_LOG) };
        let mut central = self.central.lock();
        if ok {
            for b in start..start + len {
                // SAFETY: as above, under the lock.
                unsafe { *self.blocks.info_mut(b) = BlockInfo::free(CLEAN) };
            }
            central.dirty -= stale;
        }
        central.runs.give(start, len);
        if ok { stale * BLOCK } else { 0 }
    }
}

fn push_run(runs: &mut Vec<(usize, usize)>, b: usize, len: usize) {
    match runs.last_mut() {
        Some((s, l)) if *s + *l == b => *l += len,
        _ => runs.push((b, len)),
    }
}
