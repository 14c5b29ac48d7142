//! The garbage-collected heap: where it lives, who may touch what, and its public face.
//!
//! One reserved address range is cut into 64 KiB blocks; everything known about a block (its size class, pointer map, mark
//! bits) is in side tables indexed by block number. A small block holds objects of one *kind*, a (size class, pointer map) pair,
//! so allocating writes no metadata. Objects never move; interior pointers count; a word that is no heap address is ignored.
//!
//! Life of a byte: charged ([`pace`](self)), handed out zeroed by an [`AllocCache`], marked or not by [`Heap::collect`], and
//! handed out again from a run of zero mark bits. Collection is parallel, with the world stopped by the caller.
//!
//! Who may touch what:
//! - an [`AllocCache`] and the free part of the blocks it holds: the one thread that owns the cache;
//! - free runs, partial lists, block records being handed out: under the lock of `central`;
//! - mark bits, and everything above, during [`Heap::collect`]: the collector, since the world is stopped.
//!
//! The heap knows no Go value. It sees words, pointer maps ([`MapId`]) and, for objects with parts of their own, a [`TraceKind`].

#[cfg(not(all(unix, target_pointer_width = "64")))]
compile_error!("golite's heap needs a 64-bit Unix");

pub mod access;
mod alloc;
pub mod atomic16;
pub mod barrier;
mod block;
mod central;
mod class;
mod collect;
mod mark;
mod os;
mod pace;
mod ptrmap;
mod roots;
mod stats;
mod sweep;
mod table;
mod walk;
mod workers;

#[cfg(test)]
mod measure;
#[cfg(test)]
mod tests;

pub use alloc::AllocCache;
pub use collect::GcCycle;
pub use mark::Marker;
pub use os::Zeroes;
pub use pace::AllocError;
pub use ptrmap::{KindId, MapId, Trace, TraceKind};
pub use roots::Roots;
pub use stats::HeapStats;
pub use table::Full;
pub use table::Table;

use crate::base::sync::atomic::AtomicUsize;
use crate::base::sync::atomic::Ordering::Acquire;
use std::io;
use std::sync::Arc;

use crate::base::sync::Mutex;

use block::Blocks;
use central::Central;
use pace::Pace;
use ptrmap::Maps;
use stats::Counters;
use workers::Workers;

/// Objects up to this many bytes share blocks; larger ones have blocks of their own.
pub const MAX_SMALL: usize = class::MAX_SMALL;

/// How a heap is to be set up.
#[derive(Clone, Debug)]
pub struct HeapConfig {
    /// Address space to reserve, in bytes. Reserving costs nothing; less is taken if the system refuses.
    pub reserve: usize,
    /// `--max-memory`: allocation beyond it fails. `usize::MAX` for none.
    pub max_memory: usize,
    /// GOMEMLIMIT: collect more often rather than pass it. `usize::MAX` for none.
    pub soft_limit: usize,
    /// GOGC in percent, negative for off.
    pub gogc: i32,
    /// The least allocation between two collections, at GOGC=100.
    pub min_heap: usize,
    /// Threads that help marking, besides the one that calls [`Heap::collect`].
    pub helpers: usize,
    /// Objects marked before they are woken.
    pub alone: u64,
    /// `--gc=stress`: ask for a collection at every allocation and poison what is freed.
    pub stress: bool,
}

impl Default for HeapConfig {
    fn default() -> HeapConfig {
        HeapConfig {
            reserve: 64 << 30,
            max_memory: usize::MAX,
            soft_limit: usize::MAX,
            gogc: 100,
            min_heap: 4 << 20,
            helpers: 1,
            alone: 100_000,
            stress: false,
        }
    }
}

/// One independent garbage-collected heap.
pub struct Heap {
    blocks: Blocks,
    maps: Maps,
    central: Mutex<Central>,
    pace: Pace,
    counters: Counters,
    workers: Workers,
    alone: u64,
    /// Held during a collection, so that two callers cannot collect at once.
    collecting: Mutex<()>,
    /// Bytes of the range that have ever been handed out, from the base: what a valid address lies below.
    span: AtomicUsize,
}

// SAFETY: the raw pointers inside `Blocks` lead to memory the heap owns; the rules in the module's head say who may use it when.
unsafe impl Send for Heap {}
// SAFETY: as above.
unsafe impl Sync for Heap {}

impl Heap {
    /// Reserves address space and sets up an empty heap.
    pub fn new(config: HeapConfig) -> io::Result<Arc<Heap>> {
        atomic16::detect();
        // Address space of twice the memory, so that fragmentation does not end a program first.
        let twice = if config.max_memory <= 1 << 42 {
            config.max_memory * 2
        } else {
            0
        };
        let blocks = Blocks::reserve(config.reserve.max(twice).max(16 << 20))?;
        let maps = Maps::new()?;
        let heap = Heap {
            central: Mutex::new(Central::new()),
            pace: Pace::new(&config),
            counters: Counters::default(),
            workers: Workers::new(config.helpers),
            alone: config.alone,
            collecting: Mutex::new(()),
            span: AtomicUsize::new(block::BLOCK),
            blocks,
            maps,
        };
        Ok(Arc::new(heap))
    }

    /// A new allocation cache, for one P.
    pub fn new_cache(self: &Arc<Heap>) -> io::Result<AllocCache> {
        AllocCache::new(self)
    }

    /// Whether `addr` lies in the part of the range that has been in use.
    #[inline(always)]
    pub fn contains(&self, addr: usize) -> bool {
        addr.wrapping_sub(self.blocks.base) < self.span.load(Acquire)
    }

    /// The object that `addr` points to or into: its first byte and its size with slack. `addr` should come from a live object;
    /// of any other address the answer means nothing.
    pub fn find_object(&self, addr: usize) -> Option<(usize, usize)> {
        let place = self.blocks.resolve(addr, self.span.load(Acquire))?;
        Some((
            self.blocks.object_start(place),
            self.blocks.object_size(place),
        ))
    }

    /// As [`Heap::find_object`], with the map the object was allocated with: its own if that is private or the object is
    /// large, else that of some type of the same shape.
    pub fn typed_object(&self, addr: usize) -> Option<(usize, usize, MapId)> {
        let place = self.blocks.resolve(addr, self.span.load(Acquire))?;
        // SAFETY: a place lies below the span.
        let info = unsafe { self.blocks.info(place.block) };
        let map = if info.state == block::State::Large {
            self.maps.numbered(info.kind)
        } else {
            self.maps.kind_record(KindId(info.kind as u16)).map
        };
        Some((
            self.blocks.object_start(place),
            self.blocks.object_size(place),
            map,
        ))
    }

    /// The bytes an allocation of `bytes` really gets: what `append` may use as capacity. None if no size can hold it.
    #[inline]
    pub fn round_size(bytes: usize) -> Option<usize> {
        if bytes <= MAX_SMALL {
            Some(class::CLASS_SIZE[class::class_of(bytes)] as usize)
        } else {
            bytes.checked_next_multiple_of(block::PAGE)
        }
    }

    /// An address inside the heap's range that belongs to no object: what pointers to zero-size variables may hold.
    #[inline(always)]
    pub fn zero_base(&self) -> usize {
        self.blocks.base
    }
}

impl Drop for Heap {
    fn drop(&mut self) {
        // Caches hold an Arc of the heap, so none is left: nothing is in use, and parts outside the heap can go.
        self.drop_all_special();
    }
}

impl std::fmt::Debug for Heap {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Heap")
            .field("stats", &self.stats())
            .finish()
    }
}
