//! A map's tables: finding a key, and making room for one more.
//!
//! A table that is full is replaced: by a larger one until there is room for [`MOST`] entries, then by two of the same size. So a
//! map's growth is never more work for one instruction than copying [`MOST`] entries, however large the map is. Which of several
//! tables a key belongs to, a *directory* says by bits of the hash that the tables' indexes do not use.
//!
//! ```text
//! root       0, a table, or a directory's address + 1
//! directory  bits | table[1 << bits]
//! ```
//!
//! A table of depth `d` stands in all places of a directory whose numbers begin with the same `d` bits. Directories never change:
//! another table needs a new directory, which costs little beside the table. So whoever has a root has the map's tables as
//! they were at a moment.

use super::MapType;
use super::same_key;
use crate::base::sync::atomic::AtomicU64;
use crate::base::sync::atomic::Ordering::Acquire;
use crate::base::sync::atomic::Ordering::Release;
use crate::heap::AllocCache;
use crate::heap::MapId;
use crate::heap::access::load64;
use crate::heap::access::store64;
use crate::value::Trap;
use crate::value::TypeTable;

/// Tables of at most this many entries are searched without an index.
pub(super) const SMALL: usize = 8;
/// Most entries of one table.
pub(super) const MOST: usize = 24_576;
/// Most bits of a directory: the lower half of a hash has so many that an index of [`MOST`] entries leaves alone.
const MOST_BITS: u32 = 15;

/// A table's fixed part. All but `used` and `dead` never change.
#[derive(Clone, Copy)]
pub(super) struct Table {
    pub(super) at: u64,
    entries: u64,
    mask: usize,
    pub(super) cap: usize,
}

/// Entries, mask, cap, used, dead, depth.
const TABLE_WORDS: usize = 6;

impl Table {
    #[inline(always)]
    pub(super) unsafe fn of(at: u64) -> Table {
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
    pub(super) unsafe fn used(self) -> usize {
        (load64((self.at as *const u64).add(3)) as usize).min(self.cap)
    }

    #[inline(always)]
    pub(super) unsafe fn set_used(self, n: usize) {
        store64((self.at as *mut u64).add(3), n as u64);
    }

    /// Deleted entries.
    #[inline(always)]
    unsafe fn dead(self) -> usize {
        (load64((self.at as *const u64).add(4)) as usize).min(self.cap)
    }

    #[inline(always)]
    pub(super) unsafe fn add_dead(self) {
        store64((self.at as *mut u64).add(4), self.dead() as u64 + 1);
    }

    /// How many bits of the hash all its keys have in common.
    unsafe fn depth(self) -> u32 {
        (load64((self.at as *const u64).add(5)) as u32).min(MOST_BITS)
    }

    #[inline(always)]
    fn index(self, i: usize) -> *mut u64 {
        (self.at + ((TABLE_WORDS + i) * 8) as u64) as *mut u64
    }

    #[inline(always)]
    pub(super) fn entry(self, ty: &MapType, e: usize) -> *mut u64 {
        (self.entries + (e * ty.entry_bytes()) as u64) as *mut u64
    }

    #[inline(always)]
    pub(super) fn indexed(self) -> bool {
        self.cap > SMALL
    }
}

/// The entry that holds a key.
#[inline(always)]
pub(super) unsafe fn find(
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

/// A directory.
#[derive(Clone, Copy)]
struct Directory {
    at: u64,
    bits: u32,
}

impl Directory {
    /// The one that a root leads to.
    #[inline(always)]
    unsafe fn of(root: u64) -> Directory {
        let at = root - 1;
        Directory {
            at,
            bits: load64(at as *const u64) as u32,
        }
    }

    fn place(self, k: usize) -> *mut u64 {
        (self.at as *mut u64).wrapping_add(1 + k)
    }

    fn root(self) -> u64 {
        self.at + 1
    }
}

/// The table a key with this hash belongs to; there is one.
#[inline(always)]
pub(super) unsafe fn table_for(root: u64, h: u64) -> Table {
    if root & 1 == 0 {
        return Table::of(root);
    }
    let d = Directory::of(root);
    Table::of(load64(d.place(((h as u32) >> (32 - d.bits)) as usize)))
}

/// Places of tables that a root leads to.
#[inline(always)]
pub(super) unsafe fn places(root: u64) -> u64 {
    match root {
        0 => 0,
        r if r & 1 == 0 => 1,
        r => 1 << Directory::of(r).bits,
    }
}

/// The table at a place, its first place, and the one where the next table begins.
#[inline(always)]
pub(super) unsafe fn table_at(root: u64, place: u64) -> (Table, u64, u64) {
    if root & 1 == 0 {
        return (Table::of(root), 0, 1);
    }
    let d = Directory::of(root);
    let t = Table::of(load64(d.place(place as usize)));
    let wide = 1 << d.bits.saturating_sub(t.depth());
    let first = place / wide * wide;
    (t, first, first + wide)
}

/// The size of an index for more than [`SMALL`] entries, with room to spare: growing makes room for four times as many.
fn slots_for(want: usize) -> usize {
    if want <= SMALL {
        0
    } else {
        (want / 3 * 4 + 4).next_power_of_two()
    }
}

/// A table with an index of this size.
unsafe fn new_table(
    cache: &mut AllocCache,
    ty: &MapType,
    slots: usize,
    depth: u32,
) -> Result<Table, Trap> {
    let cap = if slots == 0 { SMALL } else { slots / 4 * 3 };
    let entries = cache.alloc(cap * ty.entry_bytes(), ty.entries)?.as_ptr() as u64;
    let t = cache
        .alloc((TABLE_WORDS + slots) * 8, ty.table)?
        .as_ptr()
        .cast::<u64>();
    store64(t, entries);
    store64(t.add(1), slots.saturating_sub(1) as u64);
    store64(t.add(2), cap as u64);
    store64(t.add(5), u64::from(depth));
    Ok(Table::of(t as u64))
}

/// The size of the index of a table of [`MOST`] entries.
const MOST_SLOTS: usize = MOST / 3 * 4;

/// Makes a root for about `want` entries; 0 if that is nothing to prepare for. Beyond some tables it prepares no more: growing
/// costs the same later.
pub(super) unsafe fn prepare(
    cache: &mut AllocCache,
    ty: &MapType,
    want: usize,
) -> Result<u64, Trap> {
    if want <= SMALL {
        return Ok(0);
    }
    let slots = slots_for(want);
    if slots <= MOST_SLOTS {
        return Ok(new_table(cache, ty, slots, 0)?.at);
    }
    let bits = (want.min(8 * MOST) / (MOST / 8 * 7))
        .next_power_of_two()
        .ilog2()
        .max(1);
    let d = new_directory(cache, bits)?;
    for k in 0..1 << bits {
        store64(d.place(k), new_table(cache, ty, MOST_SLOTS, bits)?.at);
    }
    Ok(d.root())
}

unsafe fn new_directory(cache: &mut AllocCache, bits: u32) -> Result<Directory, Trap> {
    let p = cache.alloc((1 + (1 << bits)) * 8, MapId::ALL)?.as_ptr() as u64;
    store64(p as *mut u64, u64::from(bits));
    Ok(Directory { at: p, bits })
}

/// Puts the number of an entry into the index.
#[inline(always)]
pub(super) unsafe fn enter(t: Table, h: u64, e: usize) {
    let mut i = h as usize >> 1 & t.mask;
    while load64(t.index(i)) != 0 {
        i = (i + 1) & t.mask;
    }
    AtomicU64::from_ptr(t.index(i)).store(h >> 32 << 32 | (e as u64 + 1), Release);
}

/// Copies an entry to the end of a table that nobody else has yet.
#[inline(always)]
unsafe fn append(t: Table, ty: &MapType, h: u64, from: *const u64) {
    let e = t.used();
    if e >= t.cap {
        return;
    }
    let q = t.entry(ty, e);
    for k in 0..ty.entry_bytes() / 8 {
        store64(q.add(k), load64(from.add(k)));
    }
    if t.indexed() {
        enter(t, h, e);
    }
    t.set_used(e + 1);
}

/// A root with room for one more key of hash `h`. The root there is is left as it is.
#[cold]
#[inline(never)]
pub(super) unsafe fn grow(
    cache: &mut AllocCache,
    ty: &MapType,
    root: u64,
    h: u64,
) -> Result<u64, Trap> {
    if root == 0 {
        return Ok(new_table(cache, ty, 0, 0)?.at);
    }
    let t = table_for(root, h);
    let live = t.used() - t.dead().min(t.used());
    let crowded = live * 4 > t.cap * 3;
    if crowded && t.cap >= MOST && t.depth() < MOST_BITS {
        return split(cache, ty, root, t, h);
    }
    // Mostly deleted entries: the same size will do.
    let want = if crowded { t.cap * 2 } else { live * 3 / 2 + 1 };
    let n = new_table(cache, ty, slots_for(want), t.depth())?;
    for e in 0..t.used() {
        let p = t.entry(ty, e);
        let h = load64(p);
        if h != 0 {
            append(n, ty, h, p);
        }
    }
    if root & 1 == 0 {
        return Ok(n.at);
    }
    let old = Directory::of(root);
    let d = new_directory(cache, old.bits)?;
    copy_places(old, d);
    fill(d, h, t.depth(), n);
    Ok(d.root())
}

/// A root in which the entries of `t`, where keys of hash `h` belong, are shared out to two tables.
unsafe fn split(
    cache: &mut AllocCache,
    ty: &MapType,
    root: u64,
    t: Table,
    h: u64,
) -> Result<u64, Trap> {
    let depth = t.depth();
    let sides = [
        new_table(cache, ty, t.mask + 1, depth + 1)?,
        new_table(cache, ty, t.mask + 1, depth + 1)?,
    ];
    let bit = 31 - depth;
    let d = if root & 1 == 0 {
        new_directory(cache, 1)?
    } else {
        let old = Directory::of(root);
        let d = new_directory(cache, old.bits.max(depth + 1))?;
        copy_places(old, d);
        d
    };
    for e in 0..t.used() {
        let p = t.entry(ty, e);
        let h = load64(p);
        if h != 0 {
            append(sides[(h as u32 >> bit & 1) as usize], ty, h, p);
        }
    }
    let side = 1 << bit;
    fill(d, h & !side, depth + 1, sides[0]);
    fill(d, h | side, depth + 1, sides[1]);
    Ok(d.root())
}

/// Copies a directory into one with as many bits or more.
unsafe fn copy_places(old: Directory, d: Directory) {
    let more = d.bits - old.bits;
    for k in 0..1usize << d.bits {
        store64(d.place(k), load64(old.place(k >> more)));
    }
}

/// Puts a table into all places that begin with the first `depth` bits of `h`.
unsafe fn fill(d: Directory, h: u64, depth: u32, t: Table) {
    let wide = d.bits - depth;
    let first = ((h as u32) >> (32 - d.bits)) as usize >> wide << wide;
    for k in first..first + (1 << wide) {
        store64(d.place(k), t.at);
    }
}
