//! Allocation: a cache per P with one slot per kind, each bumping through a run of free objects.
//!
//! The fast path is a load, an add, a compare and a store. A run is made ready (charged and zeroed) a chunk at a time, just ahead
//! of the bump pointer. Special objects, and every object under `--gc=stress`, always take the slow path.
//!
//! A slot belongs to the thread that owns the cache; the collector resets slots while the world is stopped. Statistics may
//! read the two atomics and the size at any time.

use crate::base::sync::atomic::AtomicU16;
use crate::base::sync::atomic::AtomicU64;
use crate::base::sync::atomic::AtomicUsize;
use crate::base::sync::atomic::Ordering::Relaxed;
use std::cell::Cell;
use std::io;
use std::ptr::NonNull;
use std::sync::Arc;

use crate::base::sync::Mutex;

use super::Heap;
use super::block::BLOCK_LOG;
use super::block::PAGE;
use super::class;
use super::os;
use super::os::Reservation;
use super::pace::AllocError;
use super::pace::Refusal;
use super::pace::Refused;
use super::ptrmap::KIND_LIMIT;
use super::ptrmap::KindId;
use super::ptrmap::MapId;
use super::ptrmap::Maps;

/// Bytes zeroed ahead in memory used before.
const CHUNK: usize = 2048;
/// Bytes handed out at once of memory that reads as zero anyway.
const CLEAN_CHUNK: usize = 8192;
/// Bytes a cache charges in advance.
const CREDIT: usize = 16 << 10;
/// Stale memory from this size on is exchanged for fresh pages instead of being zeroed.
const EXCHANGE: usize = 64 << 20;

/// Where a kind's next object comes from. All zero means "nowhere yet".
#[repr(C, align(64))]
struct Slot {
    bump: AtomicUsize,
    /// One more than the end of what is ready, so that an empty slot never fits.
    ready: AtomicUsize,
    /// Set once, before the slot is registered as active.
    size: Cell<usize>,
    /// End of the run.
    end: Cell<usize>,
    /// The block, or 0.
    block: Cell<u32>,
    /// Index in the block from which to look for the next run.
    next: Cell<u32>,
    /// Registered as active, see [`CacheShared`].
    active: Cell<bool>,
}

impl Slot {
    /// End of what is ready.
    fn limit(&self) -> usize {
        self.ready.load(Relaxed).saturating_sub(1)
    }
}

/// The part of a cache that the collector and statistics see.
pub(super) struct CacheShared {
    slots: *mut Slot,
    /// Kinds whose slots have been used.
    active: Mutex<Vec<KindId>>,
    mallocs: AtomicU64,
    bytes: AtomicU64,
    credit: AtomicUsize,
}

impl CacheShared {
    /// Objects and bytes handed out so far, and bytes charged in advance.
    pub fn totals(&self) -> (u64, u64, u64) {
        let (mut objects, mut bytes) = (0, 0);
        for kind in self.active.lock().iter() {
            // SAFETY: every kind has a slot; what is read here are atomics, and `size`, which never changes once active.
            let slot = unsafe { &*self.slots.add(kind.0 as usize) };
            let size = slot.size.get();
            let left = slot.limit().saturating_sub(slot.bump.load(Relaxed)) / size;
            objects += left as u64;
            bytes += (left * size) as u64;
        }
        let credit = self.credit.load(Relaxed) as u64 + bytes;
        let mallocs = self.mallocs.load(Relaxed).saturating_sub(objects);
        (
            mallocs,
            self.bytes.load(Relaxed).saturating_sub(bytes),
            credit,
        )
    }

    /// Gives back everything the cache holds: with the world stopped, or by the owner.
    ///
    /// # Safety
    /// Nobody allocates from the cache meanwhile.
    pub unsafe fn flush(&self) {
        let (mallocs, bytes, _) = self.totals();
        self.mallocs.store(mallocs, Relaxed);
        self.bytes.store(bytes, Relaxed);
        self.credit.store(0, Relaxed);
        for kind in self.active.lock().iter() {
            let slot = &*self.slots.add(kind.0 as usize);
            slot.bump.store(0, Relaxed);
            slot.ready.store(0, Relaxed);
            slot.end.set(0);
            slot.block.set(0);
            slot.next.set(0);
        }
    }

    fn count(&self, objects: usize, bytes: usize) {
        // Only the owner writes: no need for a locked add.
        self.mallocs
            .store(self.mallocs.load(Relaxed) + objects as u64, Relaxed);
        self.bytes
            .store(self.bytes.load(Relaxed) + bytes as u64, Relaxed);
    }
}

/// One P's way to allocate. Not shared; it may move between threads.
pub struct AllocCache {
    slots: *mut Slot,
    table: *const AtomicU16,
    shared: NonNull<CacheShared>,
    refusal: Refusal,
    heap: Arc<Heap>,
    slot_memory: Reservation,
}

// SAFETY: the slots and the shared part belong to the cache; others touch them as `CacheShared` allows.
unsafe impl Send for AllocCache {}

impl AllocCache {
    pub(super) fn new(heap: &Arc<Heap>) -> io::Result<AllocCache> {
        let slot_memory = Reservation::usable(KIND_LIMIT * size_of::<Slot>())?;
        let slots = slot_memory.base as *mut Slot;
        let shared = Box::new(CacheShared {
            slots,
            active: Mutex::default(),
            mallocs: 0.into(),
            bytes: 0.into(),
            credit: 0.into(),
        });
        let shared = NonNull::from(Box::leak(shared));
        heap.central.lock().caches.push(shared);
        Ok(AllocCache {
            slots,
            table: heap.maps.table(),
            shared,
            refusal: Refusal::default(),
            heap: heap.clone(),
            slot_memory,
        })
    }

    /// The heap this cache allocates from.
    #[inline(always)]
    pub fn heap(&self) -> &Arc<Heap> {
        &self.heap
    }

    /// Allocates `bytes` zeroed bytes (a whole number of elements) of objects with `map`, 16-aligned from 16 bytes on.
    ///
    /// On [`AllocError::NeedGc`] reach a safepoint, collect and try again; the second answer is final.
    #[inline(always)]
    pub fn alloc(&mut self, bytes: usize, map: MapId) -> Result<NonNull<u8>, AllocError> {
        if bytes <= class::MAX_SMALL {
            // SAFETY: the table has a row for every map of this heap.
            if let Some(kind) = unsafe { Maps::known_kind(self.table, map, class::class_of(bytes)) }
            {
                return self.alloc_kind(kind);
            }
        }
        self.alloc_rare(bytes, map)
    }

    /// Allocates a zeroed object of a kind resolved before by [`Heap::kind`]: the fastest way.
    #[inline(always)]
    pub fn alloc_kind(&mut self, kind: KindId) -> Result<NonNull<u8>, AllocError> {
        // SAFETY: there is a slot for every KindId, and the slots are ours.
        let slot = unsafe { &*self.slots.add(kind.0 as usize) };
        let at = slot.bump.load(Relaxed);
        let next = at + slot.size.get();
        if next < slot.ready.load(Relaxed) {
            slot.bump.store(next, Relaxed);
            // SAFETY: what is ready lies in the heap, never at 0.
            return Ok(unsafe { NonNull::new_unchecked(at as *mut u8) });
        }
        self.alloc_slow(kind)
    }

    /// As [`AllocCache::alloc_kind`] as long as something is ready; None otherwise, for the caller to go the long way.
    #[inline(always)]
    pub fn alloc_ready(&mut self, kind: KindId) -> Option<NonNull<u8>> {
        // SAFETY: as in `alloc_kind`.
        let slot = unsafe { &*self.slots.add(kind.0 as usize) };
        let at = slot.bump.load(Relaxed);
        let next = at + slot.size.get();
        if next < slot.ready.load(Relaxed) {
            slot.bump.store(next, Relaxed);
            return NonNull::new(at as *mut u8);
        }
        None
    }

    #[cold]
    #[inline(never)]
    fn alloc_rare(&mut self, bytes: usize, map: MapId) -> Result<NonNull<u8>, AllocError> {
        match self.heap.kind(bytes, map) {
            Some(kind) => self.alloc_kind(kind),
            None => self.alloc_large(bytes, map),
        }
    }

    #[inline(always)]
    fn shared(&self) -> &CacheShared {
        // SAFETY: ours until the cache is dropped.
        unsafe { self.shared.as_ref() }
    }

    /// Charges `bytes`, a chunk in advance if there is room for that.
    fn charge(&mut self, bytes: usize) -> Result<(), Refused> {
        let shared = self.shared();
        let credit = shared.credit.load(Relaxed);
        let pace = &self.heap.pace;
        if credit >= bytes && !pace.stress {
            shared.credit.store(credit - bytes, Relaxed);
            return Ok(());
        }
        if !pace.stress && pace.charge(CREDIT + bytes).is_ok() {
            shared.credit.store(credit + CREDIT, Relaxed);
            return Ok(());
        }
        pace.charge(bytes)
    }

    #[cold]
    #[inline(never)]
    fn alloc_slow(&mut self, kind: KindId) -> Result<NonNull<u8>, AllocError> {
        match self.refill(kind) {
            Ok(p) => {
                self.refusal.granted(0);
                Ok(p)
            }
            Err(Refused) => Err(self.refusal.refuse(&self.heap, 0)),
        }
    }

    /// Makes the next chunk ready, from the next run or block if need be, and takes its first object.
    fn refill(&mut self, kind: KindId) -> Result<NonNull<u8>, Refused> {
        // SAFETY: the Arc in `self` keeps the heap alive, and is not exchanged.
        let heap = unsafe { &*Arc::as_ptr(&self.heap) };
        let k = heap.maps.kind_record(kind);
        let size = k.size as usize;
        let one_by_one = k.special || heap.pace.stress;
        // SAFETY: the slot is ours.
        let slot = unsafe { &*self.slots.add(kind.0 as usize) };
        if !slot.active.replace(true) {
            slot.size.set(size);
            self.shared().active.lock().push(kind);
        }
        loop {
            let (at, block) = (slot.bump.load(Relaxed), slot.block.get() as usize);
            if at < slot.end.get() {
                debug_assert_eq!(at, slot.limit().max(at));
                // SAFETY: the block is held by this slot, so its `clean_from` is ours.
                let info = unsafe { heap.blocks.info_mut(block) };
                let start = heap.blocks.addr(block);
                let clean = start + info.clean_from as usize * size;
                let ahead = if one_by_one {
                    size
                } else {
                    (if at >= clean { CLEAN_CHUNK } else { CHUNK }).max(size) / size * size
                };
                let to = slot.end.get().min(at + ahead);
                self.charge(to - at)?;
                if at < clean {
                    // SAFETY: free objects of a block that is ours; nobody else has their address but by a stale word.
                    unsafe { std::ptr::write_bytes(at as *mut u8, 0, to.min(clean) - at) };
                }
                info.clean_from = info.clean_from.max(((to - start) / size) as u32);
                self.shared().count((to - at) / size, to - at);
                slot.bump.store(at + size, Relaxed);
                // With nothing left ready, the next allocation comes here again.
                slot.ready.store(to + 1, Relaxed);
                if k.special {
                    let i = (at - start) / size;
                    let word = heap.blocks.alloc_word(block, i);
                    word.store(word.load(Relaxed) | 1 << (i % 64), Relaxed);
                }
                // SAFETY: an address inside the heap is not 0.
                return Ok(unsafe { NonNull::new_unchecked(at as *mut u8) });
            }
            if block != 0 {
                // SAFETY: the block is held by this slot.
                let n = unsafe { heap.blocks.info(block) }.n as usize;
                if let Some((s, e)) = heap.blocks.free_run(block, slot.next.get() as usize, n) {
                    let start = heap.blocks.addr(block);
                    slot.next.set(e as u32);
                    slot.end.set(start + e * size);
                    slot.ready.store(start + s * size + 1, Relaxed);
                    slot.bump.store(start + s * size, Relaxed);
                    continue;
                }
            }
            slot.block
                .set(heap.central.lock().take_small(heap, kind)? as u32);
            slot.next.set(0);
        }
    }

    #[cold]
    #[inline(never)]
    fn alloc_large(&mut self, bytes: usize, map: MapId) -> Result<NonNull<u8>, AllocError> {
        // SAFETY: the Arc in `self` keeps the heap alive, and is not exchanged.
        let heap = unsafe { &*Arc::as_ptr(&self.heap) };
        let reserve = heap.blocks.limit << BLOCK_LOG;
        if bytes > reserve {
            return Err(AllocError::OutOfMemory);
        }
        let bytes = bytes.next_multiple_of(PAGE);
        let n = bytes.div_ceil(1 << BLOCK_LOG);
        if heap.pace.charge(bytes).is_err() {
            return Err(self.refusal.refuse(heap, bytes));
        }
        let mut stale = Vec::new();
        let taken = heap
            .central
            .lock()
            .take_large(heap, n, bytes, map, &mut stale);
        let Ok(block) = taken else {
            heap.pace.uncharge(bytes);
            return Err(self.refusal.refuse(heap, bytes));
        };
        let end = heap.blocks.addr(block) + bytes;
        for (b, l) in stale {
            let from = heap.blocks.addr(b);
            let len = end.saturating_sub(from).min(l << BLOCK_LOG);
            // SAFETY: blocks that have just become ours; nobody has an address inside but by a stale word.
            unsafe {
                if len < EXCHANGE || !os::release(from, len) {
                    std::ptr::write_bytes(from as *mut u8, 0, len);
                }
            }
        }
        self.shared().count(1, bytes);
        self.refusal.granted(bytes);
        // SAFETY: an address inside the heap is not 0.
        Ok(unsafe { NonNull::new_unchecked(heap.blocks.addr(block) as *mut u8) })
    }
}

impl Drop for AllocCache {
    fn drop(&mut self) {
        let mut central = self.heap.central.lock();
        central.caches.retain(|c| *c != self.shared);
        // SAFETY: the cache is off the list and this is its owner, so nobody else uses it any more.
        let shared = unsafe {
            let (_, _, unused) = self.shared.as_ref().totals();
            self.heap.pace.uncharge(unused as usize);
            self.shared.as_ref().flush();
            Box::from_raw(self.shared.as_ptr())
        };
        drop(central);
        self.heap
            .counters
            .mallocs
            .fetch_add(shared.mallocs.load(Relaxed), Relaxed);
        self.heap
            .counters
            .bytes
            .fetch_add(shared.bytes.load(Relaxed), Relaxed);
        let _ = &self.slot_memory;
    }
}
