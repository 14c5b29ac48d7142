//! Iteration over maps.
//!
//! It goes through the tables the map had at the beginning: from a random entry of a random table on, wrapping around. Where the
//! map has another table meanwhile, the map is asked for each key that comes, so that deleted entries do not appear and
//! values are the current ones (spec: "If a map entry that has not yet been reached is removed during iteration, the
//! corresponding iteration value will not be produced").

use super::ITERATE;
use super::MapType;
use super::after_read;
use super::before_read;
use super::header;
use super::same_key;
use super::table::SMALL;
use super::table::Table;
use super::table::find;
use super::table::places;
use super::table::table_at;
use super::table::table_for;
use crate::heap::AllocCache;
use crate::heap::MapId;
use crate::heap::access::load64;
use crate::value::Trap;
use crate::value::TypeTable;

#[repr(C)]
struct Iter {
    map: u64,
    root: u64,
    ty: *const MapType,
    types: *const TypeTable,
    /// The table, its first place in the directory, and that of the next.
    table: u64,
    place: u64,
    next: u64,
    /// The entry that comes next.
    at: u64,
    /// Where it began.
    start_place: u64,
    start: u64,
    wrapped: u64,
    clears: u64,
}

/// A new iterator over `m` (0 for a nil map); `random` decides where it starts.
///
/// # Safety
/// As for [`super::get`]; `types` and `ty` outlive the iterator.
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
        root: 0,
        ty,
        types,
        table: 0,
        place: 0,
        next: 0,
        at: 0,
        start_place: 0,
        start: 0,
        wrapped: 0,
        clears: 0,
    };
    if m != 0 {
        let hd = header(m);
        it.root = load64(&hd.table);
        it.clears = load64(&hd.clears);
        if it.root != 0 {
            it.enter((random >> 40) % places(it.root));
            it.start_place = it.place;
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

impl Iter {
    /// Begins with the table at a place.
    unsafe fn enter(&mut self, place: u64) {
        let (t, first, next) = table_at(self.root, place);
        (self.table, self.place, self.next, self.at) = (t.at, first, next, 0);
    }
}

/// The next entry; false at the end. Null pointers: not wanted.
///
/// # Safety
/// `it` is an iterator; `key` and `val` have room.
pub unsafe fn iter_next(it: u64, key: *mut u64, val: *mut u64) -> Result<bool, Trap> {
    let it = &mut *(it as *mut Iter);
    if it.root == 0 {
        return Ok(false);
    }
    let (ty, types) = (&*it.ty, &*it.types);
    let hd = header(it.map);
    let mut t = Table::of(it.table);
    let ks = ty.key_slots as usize;
    loop {
        let last = it.wrapped != 0 && it.place == it.start_place;
        let end = if last { it.start } else { t.used() as u64 };
        if it.at >= end {
            if last {
                return Ok(false);
            }
            let mut next = it.next;
            if next >= places(it.root) {
                (next, it.wrapped) = (0, 1);
            }
            it.enter(next);
            t = Table::of(it.table);
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
        let root = load64(&hd.table);
        if root != it.root {
            let current = (root != 0).then(|| table_for(root, h));
            if current.is_none_or(|c| c.at != t.at) {
                let found = match current {
                    None => None,
                    Some(c) => find(types, ty, c, h, p.add(1))?,
                };
                match found {
                    Some(q) => from = q,
                    // A key that is not equal to itself cannot be deleted, only cleared.
                    None if load64(&hd.clears) == it.clears
                        && !same_key(types, ty, p.add(1), p.add(1))? => {}
                    None => continue,
                }
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
