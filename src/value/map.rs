//! Maps: dense entries in order of insertion under an index of hashes. Keys and values are in slot format.
//!
//! ```text
//! header   table | guard | count | seed | clears
//! table    entries | mask | cap | used | dead | depth | index[mask + 1]       (no index while cap is at most SMALL)
//! entries  (hash | key slots | value slots) * cap              hash 0: free or deleted; else its lowest bit is set
//! index    0: free; upper half of the hash << 32 | entry number + 1
//! ```
//!
//! Large maps have several tables: see [`table`]. Iteration is in [`iterate`].
//!
//! Invariants, which make racing programs safe without locks: a table's `entries`, `mask` and `cap` never change, and a key is written
//! once, before its index slot; growing, compacting and clearing make a new table, and the old one lives as long as a
//! reader has it. A racing reader therefore finds nonsense at worst, and `guard` tells it so: writers claim the guard (odd
//! while inside) by compare-and-swap, and one that finds it claimed does not enter; readers look at it before and after. Whoever
//! notices ends the program with Go's fatal error.
//!
//! The idea of dense entries below an index is that of Python's dict (R. Hettinger, 2012).

use crate::base::sync::atomic::AtomicU64;
use crate::base::sync::atomic::Ordering::Acquire;
use crate::base::sync::atomic::Ordering::Relaxed;
use crate::base::sync::atomic::Ordering::Release;
use crate::base::sync::atomic::fence;
use table::find;
use table::table_for;
mod iterate;
mod table;

use crate::bytecode::Kind;
use crate::bytecode::LeafKind;
use crate::bytecode::Repr;
use crate::bytecode::TypeId;
use crate::heap::AllocCache;
use crate::heap::Heap;
use crate::heap::MapId;
use crate::heap::Marker;
use crate::heap::Trace;
use crate::heap::TraceKind;
use crate::heap::access::load64;
use crate::heap::access::store64;
use crate::value::Str;
use crate::value::Trap;
use crate::value::TypeTable;
use crate::value::hash_eq;
use crate::value::memory;

/// Longest table `make` prepares; a larger hint is taken for a mistake, as Go does.
const MAX_HINT: i64 = 1 << 26;

pub use iterate::iter_init;
pub use iterate::iter_next;

/// How keys are hashed and compared.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum KeyKind {
    /// One slot that is equal when its bits are.
    Word,
    /// A string.
    Str,
    /// By type.
    Other,
}

/// What map operations need to know of a map type.
pub struct MapType {
    /// Key type.
    pub key: TypeId,
    /// Value type.
    pub val: TypeId,
    /// Slots of a key.
    pub key_slots: u16,
    /// Slots of a value.
    pub val_slots: u16,
    kind: KeyKind,
    large_key: bool,
    header: MapId,
    table: MapId,
    entries: MapId,
}

impl MapType {
    /// Works it out for `map[key]val`.
    pub fn new(types: &TypeTable, key: TypeId, val: TypeId, heap: &Heap, table: MapId) -> MapType {
        let k = types.rtype(key);
        let (key_slots, val_slots) = (k.slots, types.info(val).slots);
        let kind = match k.kind {
            Kind::String => KeyKind::Str,
            Kind::Float32
            | Kind::Float64
            | Kind::Complex64
            | Kind::Interface
            | Kind::Struct
            | Kind::Array => KeyKind::Other,
            _ if key_slots == 1 => KeyKind::Word,
            _ => KeyKind::Other,
        };
        let mut words = vec![false];
        slot_pointers(types, key, &mut words);
        slot_pointers(types, val, &mut words);
        MapType {
            key,
            val,
            key_slots,
            val_slots,
            kind,
            large_key: k.repr == Repr::Mem,
            header: heap.intern_map_words(&[true, false, false, false, false, false]),
            table,
            entries: heap.intern_map_words(&words),
        }
    }

    /// The kind of table objects, to be registered once per heap, before any map type is made.
    pub fn table_kind(heap: &Heap) -> MapId {
        heap.register_kind(TraceKind {
            name: "map table",
            trace: Trace::Fn(trace_table),
            drop: None,
        })
    }

    #[inline(always)]
    fn entry_bytes(&self) -> usize {
        (1 + self.key_slots as usize + self.val_slots as usize) * 8
    }
}

/// Appends which of a value's slots may hold pointers.
fn slot_pointers(types: &TypeTable, t: TypeId, out: &mut Vec<bool>) {
    let r = types.rtype(t);
    let at = out.len();
    out.resize(at + r.slots as usize, r.repr == Repr::Mem);
    if r.repr == Repr::Mem {
        return;
    }
    // For flat arrays the pointer words describe one element and repeat.
    let period = r.ptr_words.len().max(1);
    let is_ptr = |byte: u32| {
        r.ptr_words
            .get(byte as usize / 8 % period)
            .copied()
            .unwrap_or(true)
    };
    for l in r.leaves.iter() {
        let s = at + l.slot as usize;
        match l.kind {
            LeafKind::W64 => out[s] = is_ptr(l.offset),
            LeafKind::W128 => (out[s], out[s + 1]) = (is_ptr(l.offset), is_ptr(l.offset + 8)),
            _ => {}
        }
    }
}

unsafe fn trace_table(p: *mut u8, _: usize, m: &mut Marker<'_>) {
    m.mark_word(load64(p.cast()) as usize);
}

#[repr(C)]
struct Header {
    table: u64,
    guard: AtomicU64,
    count: u64,
    seed: u64,
    clears: u64,
    pad: u64,
}

#[inline(always)]
fn mulfold(a: u64, b: u64) -> u64 {
    let r = a as u128 * b as u128;
    r as u64 ^ (r >> 64) as u64
}

#[inline(always)]
unsafe fn hash(types: &TypeTable, ty: &MapType, key: *const u64, seed: u64) -> Result<u64, Trap> {
    Ok(1 | match ty.kind {
        KeyKind::Word => mulfold(*key ^ seed, 0x9E37_79B9_7F4A_7C15),
        KeyKind::Str => hash_bytes(Str::from_slots(key).bytes(), seed),
        KeyKind::Other => hash_eq::hash_slots(types, ty.key, key, seed)?,
    })
}

/// A fast hash of bytes in the manner of wyhash: folded multiplications over eight bytes at a time.
#[inline(always)]
fn hash_bytes(s: &[u8], seed: u64) -> u64 {
    const K: u64 = 0xA409_3822_299F_31D1;
    let word = |i: usize| u64::from_le_bytes(s[i..i + 8].try_into().unwrap_or_default());
    let half = |i: usize| u32::from_le_bytes(s[i..i + 4].try_into().unwrap_or_default()) as u64;
    let n = s.len();
    let mut h = seed ^ (n as u64).wrapping_mul(0x1319_8A2E_0370_7345);
    match n {
        0 => h,
        1..=3 => mulfold(
            h ^ (s[0] as u64 | (s[n / 2] as u64) << 8 | (s[n - 1] as u64) << 16),
            K,
        ),
        4..=7 => mulfold(h ^ (half(0) | half(n - 4) << 32), K),
        _ => {
            let mut i = 0;
            while i + 8 < n {
                h = mulfold(h ^ word(i), 0x9E37_79B9_7F4A_7C15);
                i += 8;
            }
            mulfold(h ^ word(n - 8), K)
        }
    }
}

#[inline(always)]
unsafe fn same_key(
    types: &TypeTable,
    ty: &MapType,
    stored: *const u64,
    key: *const u64,
) -> Result<bool, Trap> {
    match ty.kind {
        KeyKind::Word => Ok(load64(stored) == *key),
        KeyKind::Str => {
            let (a, b) = (
                Str::from_slots(stored).bytes(),
                Str::from_slots(key).bytes(),
            );
            Ok(a.len() == b.len() && (a.as_ptr() == b.as_ptr() || a == b))
        }
        KeyKind::Other => hash_eq::eq_slots(types, ty.key, stored, key),
    }
}

#[cold]
#[inline(never)]
fn racing(text: &str) -> Trap {
    Trap::Fatal(text.into())
}

#[inline(always)]
unsafe fn header<'a>(m: u64) -> &'a Header {
    &*(m as *const Header)
}

#[inline(always)]
fn before_read(h: &Header, what: &'static str) -> Result<u64, Trap> {
    let s = h.guard.load(Acquire);
    if s & 1 == 1 { Err(racing(what)) } else { Ok(s) }
}

#[inline(always)]
fn after_read(h: &Header, s: u64, what: &'static str) -> Result<(), Trap> {
    fence(Acquire);
    if h.guard.load(Relaxed) == s {
        Ok(())
    } else {
        Err(racing(what))
    }
}

const READ: &str = "concurrent map read and map write";
const ITERATE: &str = "concurrent map iteration and map write";

/// The claim of a writer; given back when dropped.
struct Claim<'a> {
    guard: &'a AtomicU64,
    s: u64,
}

impl<'a> Claim<'a> {
    #[inline(always)]
    fn take(h: &'a Header) -> Result<Claim<'a>, Trap> {
        let s = h.guard.load(Relaxed);
        if s & 1 == 1
            || h.guard
                .compare_exchange(s, s + 1, Acquire, Relaxed)
                .is_err()
        {
            return Err(racing("concurrent map writes"));
        }
        Ok(Claim { guard: &h.guard, s })
    }
}

impl Drop for Claim<'_> {
    #[inline(always)]
    fn drop(&mut self) {
        self.guard.store(self.s.wrapping_add(2), Release);
    }
}

/// `make(map[K]V, hint)`.
pub fn make(cache: &mut AllocCache, ty: &MapType, hint: i64, seed: u64) -> Result<u64, Trap> {
    let m = cache.alloc(size_of::<Header>(), ty.header)?.as_ptr() as u64;
    // SAFETY: fresh memory of that size.
    unsafe {
        (*(m as *mut Header)).seed = seed | 1;
        if (0..=MAX_HINT).contains(&hint) {
            (*(m as *mut Header)).table = table::prepare(cache, ty, hint as usize)?;
        }
    }
    Ok(m)
}

/// Go words the panic of a key that cannot be hashed in another way when the map has no entries to compare it with.
#[cold]
fn not_there(t: Trap) -> Trap {
    match t {
        Trap::Runtime(text) => match text.strip_prefix("hash of unhashable type ") {
            Some(ty) => Trap::plain(format!("hash of unhashable type: {ty}")),
            None => Trap::Runtime(text),
        },
        other => other,
    }
}

/// `out, ok := m[key]`; `out` gets the zero value when the key is missing. A nil map is empty.
///
/// # Safety
/// `m` is a map of type `ty` or 0; `key` holds a key, `out` has room for a value.
#[inline]
pub unsafe fn get(
    types: &TypeTable,
    ty: &MapType,
    m: u64,
    key: *const u64,
    out: *mut u64,
) -> Result<bool, Trap> {
    if m == 0 {
        hash(types, ty, key, 0).map_err(not_there)?;
        types.zero_slots(ty.val, out);
        return Ok(false);
    }
    let hd = header(m);
    let h =
        hash(types, ty, key, hd.seed).map_err(|t| if len(m) == 0 { not_there(t) } else { t })?;
    let s = before_read(hd, READ)?;
    let at = load64(&hd.table);
    let found = if at == 0 {
        None
    } else {
        find(types, ty, table_for(at, h), h, key)?
    };
    match found {
        Some(p) => {
            let v = p.add(1 + ty.key_slots as usize);
            for k in 0..ty.val_slots as usize {
                *out.add(k) = load64(v.add(k));
            }
            after_read(hd, s, READ)?;
            Ok(true)
        }
        None => {
            after_read(hd, s, READ)?;
            types.zero_slots(ty.val, out);
            Ok(false)
        }
    }
}

/// `m[key] = val`.
///
/// # Safety
/// As for [`get`]; `val` holds a value.
#[inline]
pub unsafe fn set(
    types: &TypeTable,
    cache: &mut AllocCache,
    ty: &MapType,
    m: u64,
    key: *const u64,
    val: *const u64,
) -> Result<(), Trap> {
    if m == 0 {
        return Err(Trap::plain("assignment to entry in nil map"));
    }
    let hd = header(m);
    let h = hash(types, ty, key, hd.seed)?;
    let _claim = Claim::take(hd)?;
    let mut root = load64(&hd.table);
    let mut table = (root != 0).then(|| table_for(root, h));
    if let Some(t) = table
        && let Some(p) = find(types, ty, t, h, key)?
    {
        let v = p.add(1 + ty.key_slots as usize);
        for k in 0..ty.val_slots as usize {
            store64(v.add(k), *val.add(k));
        }
        return Ok(());
    }
    let count = load64(&hd.count) as usize;
    while table.is_none_or(|t| t.used() >= t.cap) {
        root = table::grow(cache, ty, root, h)?;
        AtomicU64::from_ptr((&raw const hd.table).cast_mut()).store(root, Release);
        table = Some(table_for(root, h));
    }
    let Some(t) = table else { return Ok(()) };
    let e = t.used();
    let p = t.entry(ty, e);
    let ks = ty.key_slots as usize;
    if ty.large_key {
        store64(p.add(1), copy_large(types, cache, ty.key, *key)?);
    } else {
        for k in 0..ks {
            store64(p.add(1 + k), *key.add(k));
        }
    }
    for k in 0..ty.val_slots as usize {
        store64(p.add(1 + ks + k), *val.add(k));
    }
    AtomicU64::from_ptr(p).store(h, Release);
    t.set_used(e + 1);
    if t.indexed() {
        table::enter(t, h, e);
    }
    store64((&raw const hd.count).cast_mut(), count as u64 + 1);
    Ok(())
}

/// A large key comes as the address of a variable that may change: the map keeps a copy.
unsafe fn copy_large(
    types: &TypeTable,
    cache: &mut AllocCache,
    key: TypeId,
    from: u64,
) -> Result<u64, Trap> {
    let at = types.alloc(key, cache)?;
    memory::copy(types.rtype(key), at, from as *const u8);
    Ok(at as u64)
}

/// `delete(m, key)`.
///
/// # Safety
/// As for [`get`].
pub unsafe fn delete(types: &TypeTable, ty: &MapType, m: u64, key: *const u64) -> Result<(), Trap> {
    if m == 0 {
        hash(types, ty, key, 0).map_err(not_there)?;
        return Ok(());
    }
    let hd = header(m);
    let h =
        hash(types, ty, key, hd.seed).map_err(|t| if len(m) == 0 { not_there(t) } else { t })?;
    let _claim = Claim::take(hd)?;
    let at = load64(&hd.table);
    if at == 0 {
        return Ok(());
    }
    let t = table_for(at, h);
    if let Some(p) = find(types, ty, t, h, key)? {
        // The key stays: a racing reader may be looking at it.
        store64(p, 0);
        t.add_dead();
        for k in 0..ty.val_slots as usize {
            store64(p.add(1 + ty.key_slots as usize + k), 0);
        }
        store64((&raw const hd.count).cast_mut(), load64(&hd.count) - 1);
    }
    Ok(())
}

/// `len(m)`.
///
/// # Safety
/// `m` is a map or 0.
#[inline]
pub unsafe fn len(m: u64) -> u64 {
    if m == 0 { 0 } else { load64(&header(m).count) }
}

/// `clear(m)`.
///
/// # Safety
/// As for [`get`].
pub unsafe fn clear(_: &MapType, m: u64) -> Result<(), Trap> {
    if m == 0 {
        return Ok(());
    }
    let hd = header(m);
    let _claim = Claim::take(hd)?;
    store64((&raw const hd.table).cast_mut(), 0);
    store64((&raw const hd.count).cast_mut(), 0);
    store64((&raw const hd.clears).cast_mut(), load64(&hd.clears) + 1);
    Ok(())
}

/// Key and value slots of every entry, in order of insertion, for natives that look at a whole map at once.
///
/// # Safety
/// As for [`get`].
pub unsafe fn entries(ty: &MapType, m: u64) -> Result<Vec<(Vec<u64>, Vec<u64>)>, Trap> {
    if m == 0 {
        return Ok(Vec::new());
    }
    let hd = header(m);
    let s = before_read(hd, ITERATE)?;
    let at = load64(&hd.table);
    let mut out = Vec::new();
    let (ks, vs) = (ty.key_slots as usize, ty.val_slots as usize);
    let mut place = 0;
    while place < table::places(at) {
        let (t, _, next) = table::table_at(at, place);
        place = next;
        for e in 0..t.used() {
            let p = t.entry(ty, e);
            if load64(p) != 0 {
                let word = |k: usize| load64(p.add(1 + k));
                out.push((
                    (0..ks).map(word).collect(),
                    (ks..ks + vs).map(word).collect(),
                ));
            }
        }
    }
    after_read(hd, s, ITERATE)?;
    Ok(out)
}
