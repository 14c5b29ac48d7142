//! Blocks and their side tables: one record, mark bits and (for blocks of special objects) allocation bits per block number.
//!
//! Block 0 is never used, so that 0 can mean "no block". A record is written under the lock of `central` when its block is
//! handed out or freed, or with the world stopped; its `clean_from` also by the cache that holds the block.

use crate::base::sync::atomic::AtomicU64;
use crate::base::sync::atomic::Ordering::Relaxed;
use std::io;

use super::class;
use super::os;
use super::os::Reservation;
use super::ptrmap::Pattern;

pub(super) const BLOCK_LOG: usize = 16;
pub(super) const BLOCK: usize = 1 << BLOCK_LOG;
pub(super) const PAGE: usize = 4096;
/// Words of mark bits a block has: one bit for each 8 bytes.
pub(super) const MARK_WORDS: usize = BLOCK / 8 / 64;
/// Memory beyond this offset is asked for in huge pages; small programs stay small.
const HUGE_FROM: usize = 32 << 20;

/// A heap with less address space is not worth starting.
const LEAST: usize = 16 << 20;

/// What a block is used for.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
#[repr(u8)]
pub(super) enum State {
    Free,
    /// Objects of one kind.
    Small,
    /// Like `Small`, with allocation bits: objects with a trace function or a drop function.
    SmallSpecial,
    /// First block of a large object.
    Large,
    /// Later block of a large object; `n` is the distance to the first.
    Cont,
}

/// The block has read as zero since it came from the system.
pub(super) const CLEAN: u8 = 1;
/// A large object with a trace function or a drop function.
pub(super) const SPECIAL: u8 = 2;

/// Everything known about one block. 32 bytes, so that a look-up touches one cache line.
#[derive(Clone, Copy)]
#[repr(C, align(32))]
pub(super) struct BlockInfo {
    pub state: State,
    pub scan: super::ptrmap::Scan,
    pub period: u8,
    pub flags: u8,
    /// Object size; of a large object the low half of its size.
    pub size: u32,
    /// Multiplier for dividing by `size`; of a large object the high half of its size.
    pub magic: u32,
    /// Number of objects; of a large object its blocks; of `Cont` the distance back.
    pub n: u32,
    /// Number of the kind; of a large object that of its map.
    pub kind: u32,
    /// Objects from this index on have never been handed out and read as zero.
    pub clean_from: u32,
    pub bits: u64,
}

const _: () = assert!(size_of::<BlockInfo>() == 32);

impl BlockInfo {
    pub fn free(flags: u8) -> BlockInfo {
        BlockInfo {
            state: State::Free,
            scan: super::ptrmap::Scan::None,
            period: 0,
            flags,
            size: 0,
            magic: 0,
            n: 0,
            kind: 0,
            clean_from: 0,
            bits: 0,
        }
    }

    #[inline(always)]
    pub fn large_bytes(&self) -> usize {
        self.size as usize | (self.magic as usize) << 32
    }

    #[inline(always)]
    pub fn pattern(&self) -> Pattern {
        Pattern {
            scan: self.scan,
            period: self.period as u32,
            bits: self.bits,
        }
    }

    pub fn set_pattern(&mut self, p: Pattern) {
        self.scan = p.scan;
        self.period = p.period as u8;
        self.bits = p.bits;
    }
}

/// An object's place: its block and its index there.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) struct Place {
    pub block: usize,
    pub index: usize,
}

/// The heap's address range and its side tables.
pub(super) struct Blocks {
    pub base: usize,
    /// Number of blocks the range has.
    pub limit: usize,
    pub infos: *mut BlockInfo,
    pub marks: *mut u64,
    allocs: *mut u64,
    memory: Reservation,
    info_table: Reservation,
    mark_table: Reservation,
    alloc_table: Reservation,
}

impl Blocks {
    /// Reserves `bytes` bytes with their tables or, if the system refuses, repeatedly half as much.
    pub fn reserve(mut bytes: usize) -> io::Result<Blocks> {
        loop {
            match Blocks::reserve_exactly(bytes) {
                Err(_) if bytes > LEAST => bytes /= 2,
                other => return other,
            }
        }
    }

    fn reserve_exactly(bytes: usize) -> io::Result<Blocks> {
        let limit = bytes.div_ceil(BLOCK);
        let [memory, info_table, mark_table, alloc_table] = Reservation::several([
            limit * BLOCK,
            limit * size_of::<BlockInfo>(),
            limit * MARK_WORDS * 8,
            limit * MARK_WORDS * 8,
        ])?;
        let blocks = Blocks {
            base: memory.base,
            limit,
            infos: info_table.base as *mut BlockInfo,
            marks: mark_table.base as *mut u64,
            allocs: alloc_table.base as *mut u64,
            memory,
            info_table,
            mark_table,
            alloc_table,
        };
        if !blocks.commit(1) {
            return Err(io::Error::last_os_error());
        }
        Ok(blocks)
    }

    /// Makes the first `n` blocks and their records usable. Under the lock of `central`. New records read as free (state 0).
    pub fn commit(&self, n: usize) -> bool {
        let before = self.memory.committed();
        // Steps grow with the heap, so that the number of system calls stays small.
        let step = (4usize << 20).max((before / 8).next_power_of_two());
        let ok = self.info_table.commit(n * size_of::<BlockInfo>(), 1 << 16)
            && self.mark_table.commit(n * MARK_WORDS * 8, 1 << 18)
            && self.alloc_table.commit(n * MARK_WORDS * 8, 1 << 18)
            && self.memory.commit(n << BLOCK_LOG, step);
        let after = self.memory.committed();
        if ok && after > before && after > HUGE_FROM {
            let from = before.max(HUGE_FROM);
            os::advise_huge(self.base + from, after - from);
        }
        ok
    }

    /// The record of block `b`.
    ///
    /// # Safety
    /// `b` is below the number of blocks committed, and the module's rules let the caller read it now.
    #[inline(always)]
    pub unsafe fn info(&self, b: usize) -> &BlockInfo {
        &*self.infos.add(b)
    }

    /// The record of block `b`, to be changed.
    ///
    /// # Safety
    /// As for [`Blocks::info`], and the rules give the caller the record alone.
    #[inline(always)]
    #[expect(
        clippy::mut_from_ref,
        reason = "the record lies in a table outside of self"
    )]
    pub unsafe fn info_mut(&self, b: usize) -> &mut BlockInfo {
        &mut *self.infos.add(b)
    }

    /// The address of block `b`.
    #[inline(always)]
    pub fn addr(&self, b: usize) -> usize {
        self.base + (b << BLOCK_LOG)
    }

    /// The word that holds the mark bit of object `i` of block `b`.
    #[inline(always)]
    pub fn mark_word(&self, b: usize, i: usize) -> &AtomicU64 {
        debug_assert!(b < self.limit && i < MARK_WORDS * 64);
        // SAFETY: the mark table has MARK_WORDS words for each block; callers pass blocks below the span.
        unsafe { AtomicU64::from_ptr(self.marks.add(b * MARK_WORDS + i / 64)) }
    }

    /// The word that holds the allocation bit of object `i` of block `b`.
    #[inline(always)]
    pub fn alloc_word(&self, b: usize, i: usize) -> &AtomicU64 {
        debug_assert!(b < self.limit && i < MARK_WORDS * 64);
        // SAFETY: as in `mark_word`.
        unsafe { AtomicU64::from_ptr(self.allocs.add(b * MARK_WORDS + i / 64)) }
    }

    #[inline(always)]
    pub fn is_marked(&self, p: Place) -> bool {
        self.mark_word(p.block, p.index).load(Relaxed) >> (p.index % 64) & 1 != 0
    }

    /// Clears the mark bits of a block with `n` objects.
    pub fn clear_marks(&self, b: usize, n: usize) {
        for w in (0..n).step_by(64) {
            self.mark_word(b, w).store(0, Relaxed);
        }
    }

    /// The object that `addr` points into, if it is inside a block in use.
    #[inline(always)]
    pub fn resolve(&self, addr: usize, span: usize) -> Option<Place> {
        let off = addr.wrapping_sub(self.base);
        if off >= span {
            return None;
        }
        let b = off >> BLOCK_LOG;
        // SAFETY: b is below the span, whose records are committed.
        let info = unsafe { self.info(b) };
        if info.state == State::Small {
            let i = (((off & (BLOCK - 1)) as u64 * info.magic as u64) >> 32) as usize;
            return if i < info.n as usize {
                Some(Place { block: b, index: i })
            } else {
                None
            };
        }
        self.resolve_rare(b, off)
    }

    #[inline(never)]
    fn resolve_rare(&self, b: usize, off: usize) -> Option<Place> {
        // SAFETY: as in `resolve`.
        let info = unsafe { self.info(b) };
        match info.state {
            State::SmallSpecial => {
                let i = (((off & (BLOCK - 1)) as u64 * info.magic as u64) >> 32) as usize;
                let there =
                    i < info.n as usize && self.alloc_word(b, i).load(Relaxed) >> (i % 64) & 1 != 0;
                there.then_some(Place { block: b, index: i })
            }
            State::Large => Some(Place { block: b, index: 0 }),
            State::Cont => Some(Place {
                block: b - info.n as usize,
                index: 0,
            }),
            State::Free | State::Small => None,
        }
    }

    /// The first byte of the object.
    #[inline(always)]
    pub fn object_start(&self, p: Place) -> usize {
        // SAFETY: a place lies below the span. For a large object the index is 0.
        self.addr(p.block) + p.index * unsafe { self.info(p.block) }.size as usize
    }

    /// The size of the object, with slack.
    pub fn object_size(&self, p: Place) -> usize {
        // SAFETY: a place lies below the span.
        let info = unsafe { self.info(p.block) };
        if info.state == State::Large {
            info.large_bytes()
        } else {
            info.size as usize
        }
    }

    /// The next run of objects without a mark in a block of `n`, at or after `from`.
    pub fn free_run(&self, b: usize, from: usize, n: usize) -> Option<(usize, usize)> {
        let find = |mut i: usize, invert: u64| {
            while i < n {
                let x = (self.mark_word(b, i).load(Relaxed) ^ invert) >> (i % 64);
                if x != 0 {
                    return (i + x.trailing_zeros() as usize).min(n);
                }
                i = (i / 64 + 1) * 64;
            }
            n
        };
        let start = find(from, !0);
        if start >= n {
            None
        } else {
            Some((start, find(start, 0)))
        }
    }

    /// Number of marked objects in a block of `n`.
    pub fn count_marks(&self, b: usize, n: usize) -> usize {
        (0..n)
            .step_by(64)
            .map(|i| self.mark_word(b, i).load(Relaxed).count_ones() as usize)
            .sum()
    }

    /// Makes block `b` one of `n` objects of `size` bytes, none of them marked or allocated. Under the lock of `central`.
    ///
    /// # Safety
    /// The block is free and taken off the free runs.
    pub unsafe fn set_small(
        &self,
        b: usize,
        size: u32,
        kind: u32,
        special: bool,
        pattern: Pattern,
    ) {
        let n = BLOCK as u32 / size;
        let info = self.info_mut(b);
        let clean = info.flags & CLEAN != 0;
        info.state = if special {
            State::SmallSpecial
        } else {
            State::Small
        };
        info.flags = 0;
        info.size = size;
        info.magic = class::magic(size);
        info.n = n;
        info.kind = kind;
        info.clean_from = if clean { 0 } else { n };
        info.set_pattern(pattern);
        self.clear_marks(b, n as usize);
        if special {
            for i in (0..n as usize).step_by(64) {
                self.alloc_word(b, i).store(0, Relaxed);
            }
        }
    }
}
