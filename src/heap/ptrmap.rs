//! Pointer maps and object kinds: which words of an object the marker looks at.
//!
//! A map says for each word of an element whether it may hold a pointer, and repeats over the object. Maps are interned in
//! their shortest form, so that types of the same shape share blocks. Map 0 has no pointers, map 1 looks at every word.
//! A *kind* is a size class with a map: what a small block holds, and what an allocation cache has a slot for.

use crate::base::sync::atomic::AtomicU16;
use crate::base::sync::atomic::Ordering::Acquire;
use crate::base::sync::atomic::Ordering::Release;
use std::io;

use crate::base::sync::Mutex;
use hashbrown::HashMap;

use super::Heap;
use super::class::CLASS_ROW;
use super::class::CLASS_SIZE;
use super::class::CLASSES;
use super::mark::Marker;
use super::os::Reservation;

/// An interned pointer map (or a registered [`TraceKind`]) of one heap.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, Default)]
pub struct MapId(u16);

impl MapId {
    /// No word is a pointer.
    pub const NONE: MapId = MapId(0);
    /// Any word may be a pointer.
    pub const ALL: MapId = MapId(1);
    /// Pairs whose first word is a pointer: strings and slices.
    pub const FIRST_OF_TWO: MapId = MapId(2);
    /// Pairs whose second word is a pointer: interfaces, if their type words are outside the heap.
    pub const SECOND_OF_TWO: MapId = MapId(3);

    /// The map's number, which is small.
    pub fn number(self) -> u32 {
        self.0.into()
    }

    /// Whether objects with this map are never looked into.
    #[inline(always)]
    pub fn is_pointer_free(self) -> bool {
        self == MapId::NONE
    }
}

/// A (size class, map) pair: where an allocation goes. Resolved ahead of time it saves two look-ups per allocation.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub struct KindId(pub(super) u16);

/// How the marker walks an object of a [`TraceKind`].
#[derive(Clone, Copy)]
pub enum Trace {
    /// By a pointer map, repeated over the object.
    Map(MapId),
    /// By a function that gives every pointer of the object to the [`Marker`]. It is called with the object's first byte and
    /// its size with slack, at most once per object and collection, possibly on several threads at once for different objects,
    /// and also for objects that are still all zero.
    Fn(unsafe fn(*mut u8, usize, &mut Marker<'_>)),
}

/// Objects with parts that a pointer map cannot describe: channels, maps, and whatever owns memory outside the heap.
#[derive(Clone, Copy)]
pub struct TraceKind {
    /// For statistics and debugging.
    pub name: &'static str,
    /// How to find its pointers.
    pub trace: Trace,
    /// Called once for each object found dead, with the world stopped, and for the rest when the heap goes. It must not touch
    /// other heap objects (they may be gone), allocate from the heap or collect. The object may still be all zero.
    pub drop: Option<unsafe fn(*mut u8, &Heap)>,
}

/// How a block's objects are walked.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
#[repr(u8)]
pub(super) enum Scan {
    /// Not at all.
    None,
    /// `bits` has one bit for each word of the whole object.
    Bits,
    /// `bits` has one bit for each of `period` words, again and again.
    Repeat,
    /// `bits` is the address of a [`MapRecord`] with a longer bitmap.
    Long,
    /// `bits` is the address of a [`MapRecord`] with a trace function.
    Custom,
}

/// A [`Scan`] with its operands.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) struct Pattern {
    pub scan: Scan,
    pub period: u32,
    pub bits: u64,
}

impl Pattern {
    pub const NONE: Pattern = Pattern {
        scan: Scan::None,
        period: 0,
        bits: 0,
    };
    pub const ALL: Pattern = Pattern {
        scan: Scan::Repeat,
        period: 1,
        bits: 1,
    };
}

/// An interned map. Records never move or go while the heap lives: blocks hold their addresses.
pub(super) struct MapRecord {
    /// Words after which the bitmap repeats.
    pub period: usize,
    pub bits: Box<[u64]>,
    pub special: Option<TraceKind>,
    /// Not shared with other types of the same shape: blocks with this map hold objects of one type only.
    pub private: bool,
}

impl MapRecord {
    /// The pattern of objects too large for a bitmap of their own.
    pub fn pattern(&self) -> Pattern {
        let this = self as *const MapRecord as u64;
        match &self.special {
            Some(TraceKind {
                trace: Trace::Fn(_),
                ..
            }) => Pattern {
                scan: Scan::Custom,
                period: 0,
                bits: this,
            },
            _ if self.bits.iter().all(|w| *w == 0) => Pattern::NONE,
            _ if self.period <= 64 => Pattern {
                scan: Scan::Repeat,
                period: self.period as u32,
                bits: self.bits[0],
            },
            _ => Pattern {
                scan: Scan::Long,
                period: 0,
                bits: this,
            },
        }
    }

    /// The pattern of objects of `size` bytes.
    fn pattern_for(&self, size: u32) -> Pattern {
        let p = self.pattern();
        let words = size as usize / 8;
        if !matches!(p.scan, Scan::Repeat | Scan::Long) || words > 64 {
            return p;
        }
        let bits = (0..words)
            .filter(|i| bit(&self.bits, i % self.period))
            .fold(0, |b, i| b | 1 << i);
        if bits == 0 {
            Pattern::NONE
        } else {
            Pattern {
                scan: Scan::Bits,
                period: 0,
                bits,
            }
        }
    }
}

/// A kind of small object.
pub(super) struct Kind {
    pub size: u32,
    pub map: MapId,
    pub special: bool,
    pub pattern: Pattern,
}

const MAX_MAPS: usize = 1 << 14;
const MAX_KINDS: usize = 1 << 16;
/// Bytes a cache reserves for its slots, see `alloc`.
pub(super) const KIND_LIMIT: usize = MAX_KINDS;

/// All maps and kinds of a heap.
pub(super) struct Maps {
    records: boxcar::Vec<MapRecord>,
    kinds: boxcar::Vec<Kind>,
    /// Kind by `map * CLASS_ROW + class`; 0 where none has been made yet.
    table: Reservation,
    index: Mutex<Index>,
}

#[derive(Default)]
struct Index {
    by_bits: HashMap<(usize, Box<[u64]>), MapId>,
    by_pattern: HashMap<(u32, u8, u32, u64), u16>,
}

fn bit(bits: &[u64], i: usize) -> bool {
    bits[i / 64] >> (i % 64) & 1 != 0
}

/// The shortest bitmap that, repeated, gives the same.
fn shortest(words: usize, bits: &[u64]) -> (usize, Box<[u64]>) {
    let repeats = |p: usize| (p..words).all(|i| bit(bits, i) == bit(bits, i - p));
    let mut period = words;
    // Only the divisors matter; the least one that repeats is found by dividing out one prime after the other.
    let mut rest = words;
    let mut f = 2;
    while f <= rest {
        if f * f > rest {
            f = rest;
        }
        while rest.is_multiple_of(f) {
            rest /= f;
            if repeats(period / f) {
                period /= f;
            }
        }
        f += 1;
    }
    let out = (0..period.div_ceil(64)).map(|w| {
        (0..64.min(period - w * 64))
            .filter(|i| bit(bits, w * 64 + i))
            .fold(0u64, |b, i| b | 1 << i)
    });
    (period, out.collect())
}

impl Maps {
    pub fn new() -> io::Result<Maps> {
        let table = Reservation::usable(MAX_MAPS * CLASS_ROW * 2)?;
        let maps = Maps {
            records: boxcar::Vec::new(),
            kinds: boxcar::Vec::new(),
            table,
            index: Mutex::default(),
        };
        for (i, (words, bits)) in [(1, 0), (1, 1), (2, 1), (2, 2)].into_iter().enumerate() {
            let id = maps.intern(words, &[bits]);
            debug_assert_eq!(id.0 as usize, i);
        }
        // Kind 0 stands for "none yet".
        maps.kinds.push(Kind {
            size: 8,
            map: MapId::NONE,
            special: false,
            pattern: Pattern::NONE,
        });
        // These are what is used when a program has more kinds than there is room for.
        for class in 0..CLASSES {
            maps.kind(MapId::ALL, class);
            maps.kind(MapId::NONE, class);
        }
        Ok(maps)
    }

    pub fn intern(&self, words: usize, bits: &[u64]) -> MapId {
        let (period, bits) = if words == 0 {
            (1, Box::from([0u64]))
        } else {
            shortest(words, bits)
        };
        let mut index = self.index.lock();
        if let Some(id) = index.by_bits.get(&(period, bits.clone())) {
            return *id;
        }
        if self.records.count() >= MAX_MAPS {
            return MapId::ALL;
        }
        let id = MapId(self.records.push(MapRecord {
            period,
            bits: bits.clone(),
            special: None,
            private: false,
        }) as u16);
        index.by_bits.insert((period, bits), id);
        id
    }

    /// A map that no other call answers; None if there is no room for more.
    fn private(&self, words: usize, bits: &[u64]) -> Option<MapId> {
        let (period, bits) = if words == 0 {
            (1, Box::from([0u64]))
        } else {
            shortest(words, bits)
        };
        let _index = self.index.lock();
        if self.records.count() >= MAX_MAPS {
            return None;
        }
        Some(MapId(self.records.push(MapRecord {
            period,
            bits,
            special: None,
            private: true,
        }) as u16))
    }

    fn register(&self, kind: TraceKind) -> MapId {
        let (period, bits) = match kind.trace {
            Trace::Map(m) => (self.record(m).period, self.record(m).bits.clone()),
            Trace::Fn(_) => (1, Box::from([1u64])),
        };
        let _index = self.index.lock();
        // Registrations come from the runtime, a handful per heap and first of all, never from a program.
        assert!(
            self.records.count() < MAX_MAPS,
            "trace kinds are registered before maps"
        );
        MapId(self.records.push(MapRecord {
            period,
            bits,
            special: Some(kind),
            private: false,
        }) as u16)
    }

    #[inline]
    pub fn record(&self, id: MapId) -> &MapRecord {
        &self.records[id.0 as usize]
    }

    #[inline]
    pub fn kind_record(&self, id: KindId) -> &Kind {
        &self.kinds[id.0 as usize]
    }

    /// The map of a number from [`MapId::number`].
    pub fn numbered(&self, n: u32) -> MapId {
        MapId(n as u16)
    }

    pub fn kinds(&self) -> usize {
        self.kinds.count()
    }

    /// The table of kinds, for the fast path.
    pub fn table(&self) -> *const AtomicU16 {
        self.table.base as *const AtomicU16
    }

    /// The kind in row `map`, column `class`, if it has been made.
    #[inline(always)]
    pub unsafe fn known_kind(table: *const AtomicU16, map: MapId, class: usize) -> Option<KindId> {
        let k = (*table.add(map.0 as usize * CLASS_ROW + class)).load(Acquire);
        if k == 0 { None } else { Some(KindId(k)) }
    }

    /// The kind for `map` and `class`, made if need be.
    pub fn kind(&self, map: MapId, class: usize) -> KindId {
        // SAFETY: the table has a row for every MapId, since only this module makes them.
        let cell = unsafe { &*self.table().add(map.0 as usize * CLASS_ROW + class) };
        let mut index = self.index.lock();
        let known = cell.load(Acquire);
        if known != 0 {
            return KindId(known);
        }
        let size = CLASS_SIZE[class];
        let record = self.record(map);
        let pattern = record.pattern_for(size);
        let special = record.special.is_some();
        let key = (size, pattern.scan as u8, pattern.period, pattern.bits);
        let shared = if special || record.private {
            None
        } else {
            index.by_pattern.get(&key).copied()
        };
        let id = match shared {
            Some(k) => k,
            None if self.kinds.count() >= MAX_KINDS - 1 && !special => {
                // SAFETY: as above; row 1 was filled by `new`.
                unsafe { &*self.table().add(MapId::ALL.0 as usize * CLASS_ROW + class) }
                    .load(Acquire)
            }
            None => {
                assert!(self.kinds.count() < MAX_KINDS, "few trace kinds");
                let k = self.kinds.push(Kind {
                    size,
                    map,
                    special,
                    pattern,
                }) as u16;
                if !special && !record.private {
                    index.by_pattern.insert(key, k);
                }
                k
            }
        };
        cell.store(id, Release);
        KindId(id)
    }
}

impl Heap {
    /// Interns the map of an element of `elem_bytes` bytes whose word `i` may hold a pointer if bit `i` of `bits` is set.
    /// Arrays of any number of such elements use the same map.
    pub fn intern_map(&self, elem_bytes: usize, bits: &[u64]) -> MapId {
        let words = elem_bytes / 8;
        let have = bits.len() * 64;
        if bits.iter().all(|w| *w == 0) {
            return MapId::NONE;
        }
        if have >= words {
            return self.maps.intern(words, bits);
        }
        let mut full = bits.to_vec();
        full.resize(words.div_ceil(64), 0);
        self.maps.intern(words, &full)
    }

    /// As [`Heap::intern_map`], from one bool per word.
    pub fn intern_map_words(&self, pointer: &[bool]) -> MapId {
        let mut bits = vec![0u64; pointer.len().div_ceil(64)];
        for (i, _) in pointer.iter().enumerate().filter(|(_, p)| **p) {
            bits[i / 64] |= 1 << (i % 64);
        }
        self.intern_map(pointer.len() * 8, &bits)
    }

    /// A map like that of [`Heap::intern_map_words`] which belongs to one type alone, so that [`Heap::typed_object`] tells
    /// that type's objects from others. None if there are too many maps.
    pub fn private_map(&self, pointer: &[bool]) -> Option<MapId> {
        let mut bits = vec![0u64; pointer.len().div_ceil(64).max(1)];
        for (i, _) in pointer.iter().enumerate().filter(|(_, p)| **p) {
            bits[i / 64] |= 1 << (i % 64);
        }
        self.maps.private(pointer.len(), &bits)
    }

    /// Whether the map is from [`Heap::private_map`].
    pub fn is_private(&self, map: MapId) -> bool {
        self.maps.record(map).private
    }

    /// Registers objects with a trace function or a drop function; the result is used as their map when allocating.
    /// For the runtime's own kinds: a heap has room for a few thousand, which are never forgotten.
    pub fn register_kind(&self, kind: TraceKind) -> MapId {
        self.maps.register(kind)
    }

    /// The kind of small objects of `bytes` bytes (at most [`MAX_SMALL`](super::MAX_SMALL)) with this map; None if larger.
    pub fn kind(&self, bytes: usize, map: MapId) -> Option<KindId> {
        (bytes <= super::MAX_SMALL).then(|| self.maps.kind(map, super::class::class_of(bytes)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn maps_are_interned_in_their_shortest_form() {
        let m = Maps::new().unwrap();
        assert_eq!(m.intern(6, &[0b111111]), MapId::ALL);
        assert_eq!(m.intern(6, &[0b010101]), MapId::FIRST_OF_TWO);
        assert_eq!(m.intern(130, &[0, 0, 0]), MapId::NONE);
        let a = m.intern(3, &[0b001]);
        assert_eq!(m.intern(12, &[0b001001001001]), a);
        assert_ne!(m.intern(4, &[0b0001]), a);
        assert_eq!(m.record(m.intern(130, &[1, 0, 0])).period, 130);
    }

    #[test]
    fn private_maps_have_kinds_of_their_own() {
        let m = Maps::new().unwrap();
        let shared = m.intern(3, &[0b010]);
        let (a, b) = (
            m.private(3, &[0b010]).unwrap(),
            m.private(3, &[0b010]).unwrap(),
        );
        let class = super::super::class::class_of(24);
        assert_ne!(m.kind(a, class), m.kind(b, class));
        assert_ne!(m.kind(a, class), m.kind(shared, class));
        assert_eq!(m.kind_record(m.kind(a, class)).map, a);
    }

    #[test]
    fn kinds_of_the_same_shape_are_shared() {
        let m = Maps::new().unwrap();
        // 24 and 32 bytes with a pointer second: the same class, the same words.
        let a = m.intern(3, &[0b010]);
        let b = m.intern(4, &[0b0010]);
        let class = super::super::class::class_of(24);
        assert_eq!(m.kind(a, class), m.kind(b, class));
        let class = super::super::class::class_of(96);
        assert_ne!(m.kind(a, class), m.kind(b, class));
    }
}
