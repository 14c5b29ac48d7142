//! Maps: dense entries in order of insertion under an index of hashes. Keys and values are in slot format.
//!
//! ```text
//! header   table | guard | count | seed | clears
//! table    entries | mask | cap | used | index[mask + 1]       (no index while cap is at most SMALL)
//! entries  (hash | key slots | value slots) * cap              hash 0: free or deleted; else its lowest bit is set
//! index    0: free; upper half of the hash << 32 | entry number + 1
//! ```
//!
//! Invariants, which make racing programs safe without locks: a table's `entries`, `mask` and `cap` never change, and a key is written
//! once, before its index slot; growing, compacting and clearing make a new table, and the old one lives as long as a
//! reader has it. A racing reader therefore finds nonsense at worst, and `guard` tells it so: writers claim the guard (odd
//! while inside) by compare-and-swap, and one that finds it claimed does not enter; readers look at it before and after. Whoever
//! notices ends the program with Go's fatal error.
//!
//! Order of iteration: entries from a random one on, wrapping around, as in Go's maps of up to eight. An iterator keeps the table it began with; when the
//! map has another one meanwhile, it asks the map for each key it comes to, so that deleted entries do not appear and
//! values are the current ones (spec: "If a map entry that has not yet been reached is removed during iteration, the corresponding
//! iteration value will not be produced").
//!
//! The idea of dense entries below an index is that of Python's dict (R. Hettinger, 2012).

use crate::base::sync::atomic::AtomicU64;
use crate::base::sync::atomic::Ordering::Acquire;
use crate::base::sync::atomic::Ordering::Relaxed;
use crate::base::sync::atomic::Ordering::Release;
use crate::base::sync::atomic::fence;
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

/// Tables of at most this many entries are searched without an index.
const SMALL: usize = 8;
/// Longest table `make` prepares; a larger hint is taken for a mistake, as Go does.
const MAX_HINT: i64 = 1 << 26;

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

/// A table's fixed part. All but `used` never change.
#[derive(Clone, Copy)]
struct Table {
    at: u64,
    entries: u64,
    mask: usize,
    cap: usize,
}

const TABLE_WORDS: usize = 4;

impl Table {
    #[inline(always)]
    unsafe fn of(at: u64) -> Table {
        let p = at as *const u64;
        Table {
            at,
            entries: load64(p),
            mask: load64(p.add(1)) as usize,
            cap: load64(p.add(2)) as usize,
        }
    }

    /// Entries in use, deleted ones included; never more than there is room for.
    #[inline(always)]
    unsafe fn used(self) -> usize {
        (load64((self.at as *const u64).add(3)) as usize).min(self.cap)
    }

    #[inline(always)]
    unsafe fn set_used(self, n: usize) {
        store64((self.at as *mut u64).add(3), n as u64);
    }

    #[inline(always)]
    fn index(self, i: usize) -> *mut u64 {
        (self.at + ((TABLE_WORDS + i) * 8) as u64) as *mut u64
    }

    #[inline(always)]
    fn entry(self, ty: &MapType, e: usize) -> *mut u64 {
        (self.entries + (e * ty.entry_bytes()) as u64) as *mut u64
    }

    #[inline(always)]
    fn indexed(self) -> bool {
        self.cap > SMALL
    }
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

/// The entry that holds a key.
#[inline(always)]
unsafe fn find(
    types: &TypeTable,
    ty: &MapType,
    t: Table,
    h: u64,
    key: *const u64,
) -> Result<Option<*mut u64>, Trap> {
    if !t.indexed() {
        for e in 0..t.used() {
            let p = t.entry(ty, e);
            if load64(p) == h && same_key(types, ty, p.add(1), key)? {
                return Ok(Some(p));
            }
        }
        return Ok(None);
    }
    let tag = h >> 32;
    let mut i = h as usize >> 1 & t.mask;
    for _ in 0..=t.mask {
        let s = AtomicU64::from_ptr(t.index(i)).load(Acquire);
        if s == 0 {
            return Ok(None);
        }
        if s >> 32 == tag {
            let e = (s as u32 as usize).wrapping_sub(1);
            if e < t.cap {
                let p = t.entry(ty, e);
                if load64(p) == h && same_key(types, ty, p.add(1), key)? {
                    return Ok(Some(p));
                }
            }
        }
        i = (i + 1) & t.mask;
    }
    Ok(None)
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
        if hint > SMALL as i64 && hint <= MAX_HINT {
            (*(m as *mut Header)).table = new_table(cache, ty, hint as usize)?;
        }
    }
    Ok(m)
}

/// A table with room for at least `want` entries.
unsafe fn new_table(cache: &mut AllocCache, ty: &MapType, want: usize) -> Result<u64, Trap> {
    let slots = if want <= SMALL {
        0
    } else {
        (want / 3 * 4 + 4).next_power_of_two()
    };
    let cap = if slots == 0 { SMALL } else { slots / 4 * 3 };
    let entries = cache.alloc(cap * ty.entry_bytes(), ty.entries)?.as_ptr() as u64;
    let t = cache
        .alloc((TABLE_WORDS + slots) * 8, ty.table)?
        .as_ptr()
        .cast::<u64>();
    store64(t, entries);
    store64(t.add(1), slots.saturating_sub(1) as u64);
    store64(t.add(2), cap as u64);
    Ok(t as u64)
}

/// Puts the number of an entry into the index.
#[inline(always)]
unsafe fn enter(t: Table, h: u64, e: usize) {
    let mut i = h as usize >> 1 & t.mask;
    while load64(t.index(i)) != 0 {
        i = (i + 1) & t.mask;
    }
    AtomicU64::from_ptr(t.index(i)).store(h >> 32 << 32 | (e as u64 + 1), Release);
}

/// A new table holding the live entries, with room for more.
#[cold]
#[inline(never)]
unsafe fn rebuild(
    cache: &mut AllocCache,
    ty: &MapType,
    old: Option<Table>,
    count: usize,
) -> Result<Table, Trap> {
    let cap = old.map_or(0, |t| t.cap);
    // Mostly deleted entries: the same size will do.
    let want = if count * 4 > cap * 3 {
        (cap * 2).max(SMALL)
    } else {
        (count * 3 / 2 + 1).max(SMALL)
    };
    let n = Table::of(new_table(cache, ty, want)?);
    let mut used = 0;
    if let Some(t) = old {
        for e in 0..t.used() {
            let p = t.entry(ty, e);
            let h = load64(p);
            if h == 0 || used >= n.cap {
                continue;
            }
            let q = n.entry(ty, used);
            for k in 0..ty.entry_bytes() / 8 {
                store64(q.add(k), load64(p.add(k)));
            }
            if n.indexed() {
                enter(n, h, used);
            }
            used += 1;
        }
    }
    n.set_used(used);
    Ok(n)
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
        find(types, ty, Table::of(at), h, key)?
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
    let at = load64(&hd.table);
    let mut table = (at != 0).then(|| Table::of(at));
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
    if table.is_none_or(|t| t.used() >= t.cap) {
        let n = rebuild(cache, ty, table, count)?;
        AtomicU64::from_ptr((&raw const hd.table).cast_mut()).store(n.at, Release);
        table = Some(n);
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
        enter(t, h, e);
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
    if let Some(p) = find(types, ty, Table::of(at), h, key)? {
        // The key stays: a racing reader may be looking at it.
        store64(p, 0);
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

#[repr(C)]
struct Iter {
    map: u64,
    table: u64,
    ty: *const MapType,
    types: *const TypeTable,
    at: u64,
    start: u64,
    wrapped: u64,
    clears: u64,
}

/// A new iterator over `m` (0 for a nil map); `random` decides where it starts.
///
/// # Safety
/// As for [`get`]; `types` and `ty` outlive the iterator.
pub unsafe fn iter_init(
    types: &TypeTable,
    cache: &mut AllocCache,
    ty: &MapType,
    m: u64,
    random: u64,
) -> Result<u64, Trap> {
    let p = cache
        .alloc(size_of::<Iter>(), MapId::ALL)?
        .as_ptr()
        .cast::<Iter>();
    let mut it = Iter {
        map: m,
        table: 0,
        ty,
        types,
        at: 0,
        start: 0,
        wrapped: 0,
        clears: 0,
    };
    if m != 0 {
        let hd = header(m);
        it.table = load64(&hd.table);
        it.clears = load64(&hd.clears);
        if it.table != 0 {
            let n = Table::of(it.table).used() as u64;
            // Go begins at any of a small table's places, of which the free ones are last: with the first entry more often
            // than with others.
            let start = random % n.max(SMALL as u64);
            it.start = if start < n { start } else { 0 };
            it.at = it.start;
        }
    }
    p.write(it);
    Ok(p as u64)
}

/// The next entry; false at the end. Null pointers: not wanted.
///
/// # Safety
/// `it` is an iterator; `key` and `val` have room.
pub unsafe fn iter_next(it: u64, key: *mut u64, val: *mut u64) -> Result<bool, Trap> {
    let it = &mut *(it as *mut Iter);
    if it.table == 0 {
        return Ok(false);
    }
    let (ty, types) = (&*it.ty, &*it.types);
    let hd = header(it.map);
    let t = Table::of(it.table);
    let ks = ty.key_slots as usize;
    loop {
        let end = if it.wrapped == 0 {
            t.used() as u64
        } else {
            it.start
        };
        if it.at >= end {
            if it.wrapped != 0 {
                return Ok(false);
            }
            (it.wrapped, it.at) = (1, 0);
            continue;
        }
        let p = t.entry(ty, it.at as usize);
        it.at += 1;
        let s = before_read(hd, ITERATE)?;
        let h = load64(p);
        if h == 0 {
            continue;
        }
        let mut from = p;
        let current = load64(&hd.table);
        if current != it.table {
            let found = if current == 0 {
                None
            } else {
                find(types, ty, Table::of(current), h, p.add(1))?
            };
            match found {
                Some(q) => from = q,
                // A key that is not equal to itself cannot be deleted, only cleared.
                None if load64(&hd.clears) == it.clears
                    && !same_key(types, ty, p.add(1), p.add(1))? => {}
                None => continue,
            }
        }
        if !key.is_null() {
            for k in 0..ks {
                *key.add(k) = load64(from.add(1 + k));
            }
        }
        if !val.is_null() {
            for k in 0..ty.val_slots as usize {
                *val.add(k) = load64(from.add(1 + ks + k));
            }
        }
        after_read(hd, s, ITERATE)?;
        return Ok(true);
    }
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
    if at != 0 {
        let t = Table::of(at);
        let (ks, vs) = (ty.key_slots as usize, ty.val_slots as usize);
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
