//! Marking: from the roots through a prefetch ring, alone at first, then with helpers that share packets of work.
//!
//! What is queued are edges (words), not objects: the mark bit is looked at when a word leaves the ring, by which time what it
//! points to has been prefetched. Ranges longer than a piece are queued as ranges, so that neither the stack of edges nor the time
//! between two looks at hungry helpers grows with the size of an object.

use crate::base::sync::atomic::AtomicUsize;
use crate::base::sync::atomic::Ordering::Relaxed;

use crate::base::sync::Condvar;
use crate::base::sync::Mutex;

use super::Heap;
use super::access::load64;
use super::block::Place;
use super::ptrmap::MapId;
use super::ptrmap::MapRecord;
use super::ptrmap::Pattern;
use super::ptrmap::Scan;
use super::ptrmap::Trace;
use super::roots::Roots;

/// Edges on their way from memory.
const RING: usize = 16;
/// Words of a range that are looked at in one go.
const PIECE: usize = 1024;
/// Edges given away in one packet at most.
const PACKET: usize = 512;

/// A part of memory still to be looked at.
#[derive(Clone, Copy)]
struct Range {
    at: usize,
    words: usize,
    pattern: Pattern,
    /// Where in a long bitmap the range begins.
    phase: usize,
}

/// Work given from one marker to another.
enum Packet {
    Edges(Vec<usize>),
    Range(Range),
}

struct Queue {
    packets: Vec<Packet>,
    /// Markers that may still produce work.
    active: usize,
}

/// What the markers of one collection share.
struct Shared<'a> {
    roots: &'a dyn Roots,
    pieces: usize,
    next_piece: AtomicUsize,
    queue: Mutex<Queue>,
    more: Condvar,
    /// Markers without work.
    hungry: AtomicUsize,
    /// Packets in the queue.
    queued: AtomicUsize,
}

impl Shared<'_> {
    fn put(&self, p: Packet) {
        let mut q = self.queue.lock();
        q.packets.push(p);
        self.queued.store(q.packets.len(), Relaxed);
        drop(q);
        self.more.notify_one();
    }

    /// A packet, or None when all work is done.
    fn take(&self) -> Option<Packet> {
        let mut q = self.queue.lock();
        if let Some(p) = q.packets.pop() {
            self.queued.store(q.packets.len(), Relaxed);
            return Some(p);
        }
        q.active -= 1;
        if q.active == 0 {
            self.more.notify_all();
            return None;
        }
        self.hungry.fetch_add(1, Relaxed);
        drop(q);
        for _ in 0..2000 {
            if self.queued.load(Relaxed) > 0 {
                break;
            }
            crate::base::sync::spin_loop();
        }
        let mut q = self.queue.lock();
        loop {
            if let Some(p) = q.packets.pop() {
                self.queued.store(q.packets.len(), Relaxed);
                self.hungry.fetch_sub(1, Relaxed);
                q.active += 1;
                return Some(p);
            }
            if q.active == 0 {
                return None;
            }
            self.more.wait(&mut q);
        }
    }
}

/// Follows pointers during a collection. Given to [`Roots`] and to trace functions.
pub struct Marker<'h> {
    heap: &'h Heap,
    base: usize,
    span: usize,
    stack: Vec<usize>,
    ranges: Vec<Range>,
    ring: [usize; RING],
    ring_at: usize,
    ring_len: usize,
    objects: u64,
}

impl<'h> Marker<'h> {
    fn new(heap: &'h Heap) -> Marker<'h> {
        Marker {
            heap,
            base: heap.blocks.base,
            span: heap.span.load(Relaxed),
            stack: Vec::with_capacity(1024),
            ranges: Vec::new(),
            ring: [0; RING],
            ring_at: 0,
            ring_len: 0,
            objects: 0,
        }
    }

    /// Marks what a word points to, if it is an address inside a heap object.
    #[inline(always)]
    pub fn mark_word(&mut self, word: usize) {
        if word.wrapping_sub(self.base) < self.span {
            self.stack.push(word);
        }
    }

    /// Marks what a pointer points to or into.
    #[inline(always)]
    pub fn mark_ptr(&mut self, p: *const u8) {
        self.mark_word(p as usize);
    }

    /// Looks at `words` words, any of which may be a pointer.
    ///
    /// # Safety
    /// The words are 8-aligned, readable, and stay so, unchanged, until the collection ends.
    #[inline]
    pub unsafe fn mark_range(&mut self, at: *const u64, words: usize) {
        if words <= PIECE {
            for i in 0..words {
                self.mark_word(load64(at.add(i)) as usize);
            }
        } else {
            self.ranges.push(Range {
                at: at as usize,
                words,
                pattern: Pattern::ALL,
                phase: 0,
            });
        }
    }

    /// Looks at elements described by `map` (not a [`TraceKind`](super::TraceKind)) in `bytes` bytes.
    ///
    /// # Safety
    /// As for [`Marker::mark_range`].
    pub unsafe fn mark_typed(&mut self, at: *const u8, bytes: usize, map: MapId) {
        let pattern = self.heap.maps.record(map).pattern();
        self.scan(Range {
            at: at as usize,
            words: bytes / 8,
            pattern,
            phase: 0,
        });
    }

    /// Whether the object that `addr` points to or into has been marked. Meaningful in [`Roots::after_mark`].
    pub fn is_marked(&self, addr: usize) -> bool {
        self.heap.is_marked(addr)
    }

    /// The heap being collected.
    pub fn heap(&self) -> &'h Heap {
        self.heap
    }

    /// The next edge to look at, having waited in the ring. 0 when nothing is left.
    #[inline(always)]
    fn next_edge(&mut self) -> usize {
        loop {
            match self.stack.pop() {
                Some(w) => {
                    prefetch(w);
                    let old = std::mem::replace(&mut self.ring[self.ring_at % RING], w);
                    self.ring_at += 1;
                    if old != 0 {
                        return old;
                    }
                    self.ring_len += 1;
                }
                None => {
                    if self.ring_len == 0 {
                        return 0;
                    }
                    let old = std::mem::replace(&mut self.ring[self.ring_at % RING], 0);
                    self.ring_at += 1;
                    if old != 0 {
                        self.ring_len -= 1;
                        return old;
                    }
                }
            }
        }
    }

    /// Puts the edges in the ring back onto the stack.
    fn spill(&mut self) {
        for w in &mut self.ring {
            if *w != 0 {
                self.stack.push(std::mem::take(w));
            }
        }
        self.ring_len = 0;
    }

    /// Sets the mark bit; false if it was set.
    #[inline(always)]
    fn try_mark<const SHARED: bool>(&self, p: Place) -> bool {
        let word = self.heap.blocks.mark_word(p.block, p.index);
        let bit = 1u64 << (p.index % 64);
        let old = word.load(Relaxed);
        if old & bit != 0 {
            return false;
        }
        if SHARED {
            word.fetch_or(bit, Relaxed) & bit == 0
        } else {
            word.store(old | bit, Relaxed);
            true
        }
    }

    /// Follows everything queued, or returns after about `max` more objects.
    fn drain<const SHARED: bool>(&mut self, shared: &Shared<'_>, max: u64) {
        let stop = self.objects.saturating_add(max);
        let mut tick = 0u32;
        loop {
            loop {
                let w = self.next_edge();
                if w == 0 {
                    break;
                }
                if let Some(p) = self.heap.blocks.resolve(w, self.span)
                    && self.try_mark::<SHARED>(p)
                {
                    self.objects += 1;
                    self.scan_object(p);
                    if !SHARED && self.objects >= stop {
                        self.spill();
                        return;
                    }
                }
                tick = tick.wrapping_add(1);
                if SHARED
                    && tick.is_multiple_of(64)
                    && shared.hungry.load(Relaxed) > shared.queued.load(Relaxed)
                {
                    self.give(shared);
                }
            }
            match self.ranges.pop() {
                Some(r) => self.scan(r),
                None => return,
            }
            if SHARED && shared.hungry.load(Relaxed) > shared.queued.load(Relaxed) {
                self.give(shared);
            }
        }
    }

    /// Gives away the oldest part of the work, likely the largest.
    fn give(&mut self, shared: &Shared<'_>) {
        if self.ranges.len() > 1 {
            shared.put(Packet::Range(self.ranges.remove(0)));
        } else if self.stack.len() > 1 {
            let n = (self.stack.len() / 2).min(PACKET);
            shared.put(Packet::Edges(self.stack.drain(..n).collect()));
        } else if let Some(r) = self.ranges.pop() {
            shared.put(Packet::Range(r));
        }
    }

    /// Queues the pointers of an object.
    #[inline(always)]
    fn scan_object(&mut self, p: Place) {
        // SAFETY: a place that `resolve` gave is below the span.
        let info = unsafe { self.heap.blocks.info(p.block) };
        match info.scan {
            Scan::None => {}
            Scan::Bits => {
                let at = self.heap.blocks.addr(p.block) + p.index * info.size as usize;
                let mut m = info.bits;
                while m != 0 {
                    // SAFETY: the bits lie within the object's words.
                    let w = unsafe { load64((at + m.trailing_zeros() as usize * 8) as *const u64) };
                    self.mark_word(w as usize);
                    m &= m - 1;
                }
            }
            Scan::Repeat | Scan::Long | Scan::Custom => self.scan_rest(p),
        }
    }

    #[inline(never)]
    fn scan_rest(&mut self, p: Place) {
        let blocks = &self.heap.blocks;
        let (at, bytes) = (blocks.object_start(p), blocks.object_size(p));
        // SAFETY: as in `scan_object`.
        let pattern = unsafe { blocks.info(p.block) }.pattern();
        if pattern.scan == Scan::Custom {
            // SAFETY: a custom pattern holds the address of a record, which lives as long as the heap.
            let record = unsafe { &*(pattern.bits as *const MapRecord) };
            if let Some(kind) = &record.special
                && let Trace::Fn(trace) = kind.trace
            {
                // SAFETY: the object is live and of the kind this function was registered for.
                unsafe { trace(at as *mut u8, bytes, self) };
            }
        } else {
            self.scan(Range {
                at,
                words: bytes / 8,
                pattern,
                phase: 0,
            });
        }
    }

    /// Looks at one piece of a range and queues the rest.
    fn scan(&mut self, r: Range) {
        let take = match r.pattern.scan {
            Scan::Repeat => PIECE / r.pattern.period as usize * r.pattern.period as usize,
            Scan::Long => PIECE,
            Scan::None | Scan::Bits | Scan::Custom => return,
        };
        let n = r.words.min(take);
        if n < r.words {
            let phase = if r.pattern.scan == Scan::Long {
                // SAFETY: a long pattern holds the address of a record, which lives as long as the heap.
                (r.phase + n) % unsafe { &*(r.pattern.bits as *const MapRecord) }.period
            } else {
                0
            };
            self.ranges.push(Range {
                at: r.at + n * 8,
                words: r.words - n,
                pattern: r.pattern,
                phase,
            });
        }
        // SAFETY: ranges lie in live objects or in memory that Roots vouches for.
        unsafe {
            match r.pattern.scan {
                Scan::Repeat if r.pattern.period == 1 => {
                    for i in 0..n {
                        self.mark_word(load64((r.at + i * 8) as *const u64) as usize);
                    }
                }
                Scan::Repeat => self.scan_repeat(r.at, n, r.pattern),
                _ => self.scan_long(r.at, n, r.phase, &*(r.pattern.bits as *const MapRecord)),
            }
        }
    }

    unsafe fn scan_repeat(&mut self, at: usize, words: usize, pattern: Pattern) {
        let period = pattern.period as usize;
        let mut i = 0;
        while i < words {
            let mut m = pattern.bits;
            if words - i < period {
                m &= (1 << (words - i)) - 1;
            }
            while m != 0 {
                self.mark_word(
                    load64((at + (i + m.trailing_zeros() as usize) * 8) as *const u64) as usize,
                );
                m &= m - 1;
            }
            i += period;
        }
    }

    unsafe fn scan_long(&mut self, at: usize, words: usize, mut phase: usize, record: &MapRecord) {
        let mut i = 0;
        while i < words {
            // Up to the end of a word of the bitmap, of the bitmap, or of the range.
            let n = (64 - phase % 64).min(record.period - phase).min(words - i);
            let mut m = record.bits[phase / 64] >> (phase % 64);
            if n < 64 {
                m &= (1 << n) - 1;
            }
            while m != 0 {
                self.mark_word(
                    load64((at + (i + m.trailing_zeros() as usize) * 8) as *const u64) as usize,
                );
                m &= m - 1;
            }
            i += n;
            phase = (phase + n) % record.period;
        }
    }

    /// One marker's part when several work.
    fn share_work(&mut self, shared: &Shared<'_>) {
        loop {
            self.drain::<true>(shared, u64::MAX);
            let piece = shared.next_piece.fetch_add(1, Relaxed);
            if piece < shared.pieces {
                shared.roots.visit_piece(piece, self);
                continue;
            }
            match shared.take() {
                Some(Packet::Edges(e)) => self.stack.extend(e),
                Some(Packet::Range(r)) => self.ranges.push(r),
                None => return,
            }
        }
    }
}

#[inline(always)]
fn prefetch(addr: usize) {
    #[cfg(target_arch = "x86_64")]
    // SAFETY: a prefetch has no effect on memory, whatever the address.
    unsafe {
        std::arch::x86_64::_mm_prefetch(addr as *const i8, std::arch::x86_64::_MM_HINT_T0);
    }
    #[cfg(not(target_arch = "x86_64"))]
    let _ = addr;
}

impl Heap {
    /// Marks everything reachable from the roots. Answers how many objects that was.
    pub(super) fn mark_from(&self, roots: &dyn Roots) -> u64 {
        let shared = Shared {
            roots,
            pieces: roots.pieces(),
            next_piece: 0.into(),
            queue: Mutex::new(Queue {
                packets: Vec::new(),
                active: 0,
            }),
            more: Condvar::new(),
            hungry: 0.into(),
            queued: 0.into(),
        };
        let mut marker = Marker::new(self);
        let mut objects = 0;
        let mut i = 0;
        while i < shared.pieces && marker.objects < self.alone && i < 20_000 {
            roots.visit_piece(i, &mut marker);
            marker.drain::<false>(&shared, self.alone);
            i += 1;
        }
        let left = i < shared.pieces || !marker.stack.is_empty() || !marker.ranges.is_empty();
        if left {
            shared.next_piece.store(i, Relaxed);
            let helpers = self.workers.start();
            if helpers == 0 {
                self.mark_alone(&mut marker, &shared);
            } else {
                objects = self.mark_together(&mut marker, &shared, helpers + 1);
            }
        }
        while roots.after_mark(&mut marker) {
            marker.drain::<false>(&shared, u64::MAX);
        }
        marker.drain::<false>(&shared, u64::MAX);
        objects + marker.objects
    }

    fn mark_alone(&self, marker: &mut Marker<'_>, shared: &Shared<'_>) {
        marker.drain::<false>(shared, u64::MAX);
        for i in shared.next_piece.load(Relaxed)..shared.pieces {
            shared.roots.visit_piece(i, marker);
            marker.drain::<false>(shared, u64::MAX);
        }
    }

    /// Marks with all helpers; answers how many objects they marked, without those of `marker`.
    fn mark_together(&self, marker: &mut Marker<'_>, shared: &Shared<'_>, workers: usize) -> u64 {
        shared.queue.lock().active = workers;
        let helped = AtomicUsize::new(0);
        let first = Mutex::new(marker);
        self.workers.run(&|i| {
            if i == 0 {
                first.lock().share_work(shared);
            } else {
                let mut m = Marker::new(self);
                m.share_work(shared);
                helped.fetch_add(m.objects as usize, Relaxed);
            }
        });
        helped.into_inner() as u64
    }

    /// Whether the object that `addr` points to or into was marked in this collection. Meaningful in [`Roots::after_mark`] and in
    /// drop functions; at other times it says whether the object lived through the last collection.
    pub fn is_marked(&self, addr: usize) -> bool {
        self.blocks
            .resolve(addr, self.span.load(Relaxed))
            .is_some_and(|p| self.blocks.is_marked(p))
    }
}
