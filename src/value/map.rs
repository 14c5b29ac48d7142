//! Maps: a plain working table behind the interface that instructions and natives use. Keys and values are in slot format.

use crate::bytecode::TypeId;
use crate::heap::AllocCache;
use crate::heap::Heap;
use crate::heap::MapId;
use crate::heap::Marker;
use crate::heap::Trace;
use crate::heap::TraceKind;
use crate::value::Trap;
use crate::value::TypeTable;
use crate::value::hash_eq;
use hashbrown::HashTable;
use parking_lot::Mutex;

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
    object: MapId,
    iter: MapId,
}

impl MapType {
    /// Works it out for `map[key]val`.
    pub fn new(types: &TypeTable, key: TypeId, val: TypeId, heap: &Heap) -> MapType {
        MapType {
            key,
            val,
            key_slots: types.info(key).slots,
            val_slots: types.info(val).slots,
            object: heap.register_kind(TraceKind {
                name: "map",
                trace: Trace::Fn(trace_map),
                drop: Some(drop_map),
            }),
            iter: MapId::ALL,
        }
    }
}

#[derive(Default)]
struct Table {
    index: HashTable<usize>,
    entries: Vec<Option<(u64, Box<[u64]>)>>,
}

struct Object {
    table: *mut Mutex<Table>,
}

unsafe fn trace_map(p: *mut u8, _: usize, m: &mut Marker<'_>) {
    let t = (*p.cast::<Object>()).table;
    if t.is_null() {
        return;
    }
    for (_, e) in (*t).lock().entries.iter().flatten() {
        for w in e.iter() {
            m.mark_word(*w as usize);
        }
    }
}

unsafe fn drop_map(p: *mut u8, _: &Heap) {
    let t = (*p.cast::<Object>()).table;
    if !t.is_null() {
        drop(Box::from_raw(t));
    }
}

unsafe fn table<'a>(m: u64) -> &'a Mutex<Table> {
    &*(*(m as *const Object)).table
}

/// `make(map[K]V, hint)`.
pub fn make(cache: &mut AllocCache, ty: &MapType, hint: i64) -> Result<u64, Trap> {
    let _ = hint;
    let p = cache
        .alloc(size_of::<Object>(), ty.object)?
        .as_ptr()
        .cast::<Object>();
    // SAFETY: fresh memory of that size.
    unsafe { (*p).table = Box::into_raw(Box::default()) };
    Ok(p as u64)
}

unsafe fn find(
    types: &TypeTable,
    ty: &MapType,
    t: &Table,
    h: u64,
    key: *const u64,
) -> Result<Option<usize>, Trap> {
    let mut bad = None;
    let found = t
        .index
        .find(h, |i| match &t.entries[*i] {
            Some((eh, e)) if *eh == h => match hash_eq::eq_slots(types, ty.key, e.as_ptr(), key) {
                Ok(b) => b,
                Err(x) => {
                    bad = Some(x);
                    true
                }
            },
            _ => false,
        })
        .copied();
    bad.map_or(Ok(found), Err)
}

/// `out, ok := m[key]`; `out` gets the zero value when the key is missing. A nil map is empty.
///
/// # Safety
/// `m` is a map of type `ty` or 0; `key` holds a key, `out` has room for a value.
pub unsafe fn get(
    types: &TypeTable,
    ty: &MapType,
    m: u64,
    key: *const u64,
    out: *mut u64,
) -> Result<bool, Trap> {
    let h = hash_eq::hash_slots(types, ty.key, key, 0)?;
    if m != 0 {
        let t = table(m).lock();
        if let Some(i) = find(types, ty, &t, h, key)? {
            if let Some((_, e)) = &t.entries[i] {
                for k in 0..ty.val_slots as usize {
                    *out.add(k) = e[ty.key_slots as usize + k];
                }
                return Ok(true);
            }
        }
    }
    types.zero_slots(ty.val, out);
    Ok(false)
}

/// `m[key] = val`.
///
/// # Safety
/// As for [`get`]; `val` holds a value.
pub unsafe fn set(
    types: &TypeTable,
    cache: &mut AllocCache,
    ty: &MapType,
    m: u64,
    key: *const u64,
    val: *const u64,
) -> Result<(), Trap> {
    let _ = cache;
    if m == 0 {
        return Err(Trap::plain("assignment to entry in nil map"));
    }
    let h = hash_eq::hash_slots(types, ty.key, key, 0)?;
    let mut t = table(m).lock();
    let ks = ty.key_slots as usize;
    if let Some(i) = find(types, ty, &t, h, key)? {
        if let Some((_, e)) = &mut t.entries[i] {
            for k in 0..ty.val_slots as usize {
                e[ks + k] = *val.add(k);
            }
        }
        return Ok(());
    }
    let mut e = Vec::with_capacity(ks + ty.val_slots as usize);
    e.extend((0..ks).map(|k| *key.add(k)));
    e.extend((0..ty.val_slots as usize).map(|k| *val.add(k)));
    let t = &mut *t;
    let i = t.entries.len();
    t.entries.push(Some((h, e.into())));
    let entries = &t.entries;
    t.index
        .insert_unique(h, i, |i| entries[*i].as_ref().map_or(0, |e| e.0));
    Ok(())
}

/// `delete(m, key)`.
///
/// # Safety
/// As for [`get`].
pub unsafe fn delete(types: &TypeTable, ty: &MapType, m: u64, key: *const u64) -> Result<(), Trap> {
    let h = hash_eq::hash_slots(types, ty.key, key, 0)?;
    if m == 0 {
        return Ok(());
    }
    let mut t = table(m).lock();
    if let Some(i) = find(types, ty, &t, h, key)? {
        if let Ok(e) = t.index.find_entry(h, |x| *x == i) {
            e.remove();
        }
        t.entries[i] = None;
    }
    Ok(())
}

/// `len(m)`.
///
/// # Safety
/// `m` is a map or 0.
#[inline]
pub unsafe fn len(m: u64) -> u64 {
    if m == 0 {
        return 0;
    }
    table(m).lock().index.len() as u64
}

/// `clear(m)`.
///
/// # Safety
/// As for [`get`].
pub unsafe fn clear(ty: &MapType, m: u64) -> Result<(), Trap> {
    let _ = ty;
    if m != 0 {
        let mut t = table(m).lock();
        t.index.clear();
        t.entries.clear();
    }
    Ok(())
}

#[repr(C)]
struct Iter {
    map: u64,
    ty: *const MapType,
    at: u64,
    start: u64,
}

/// A new iterator over `m` (0 for a nil map); `random` decides where it starts.
///
/// # Safety
/// As for [`get`].
pub unsafe fn iter_init(
    cache: &mut AllocCache,
    ty: &MapType,
    m: u64,
    random: u64,
) -> Result<u64, Trap> {
    let p = cache
        .alloc(size_of::<Iter>(), ty.iter)?
        .as_ptr()
        .cast::<Iter>();
    let n = if m == 0 {
        0
    } else {
        table(m).lock().entries.len() as u64
    };
    *p = Iter {
        map: m,
        ty,
        at: 0,
        start: if n == 0 { 0 } else { random % n },
    };
    Ok(p as u64)
}

/// The next entry; false at the end. Null pointers: not wanted.
///
/// # Safety
/// `it` is an iterator; `key` and `val` have room.
pub unsafe fn iter_next(it: u64, key: *mut u64, val: *mut u64) -> Result<bool, Trap> {
    let it = &mut *(it as *mut Iter);
    if it.map == 0 {
        return Ok(false);
    }
    let t = table(it.map).lock();
    let n = t.entries.len() as u64;
    let ty = &*it.ty;
    while it.at < n {
        let i = (it.at + it.start) % n;
        it.at += 1;
        if let Some((_, e)) = &t.entries[i as usize] {
            let ks = ty.key_slots as usize;
            if !key.is_null() {
                for k in 0..ks {
                    *key.add(k) = e[k];
                }
            }
            if !val.is_null() {
                for k in 0..ty.val_slots as usize {
                    *val.add(k) = e[ks + k];
                }
            }
            return Ok(true);
        }
    }
    Ok(false)
}
