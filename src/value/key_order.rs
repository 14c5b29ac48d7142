//! The order in which fmt prints the keys of a map.

use crate::bytecode::Kind;
use crate::bytecode::Repr;
use crate::bytecode::TypeId;
use crate::value::Iface;
use crate::value::Str;
use crate::value::Trap;
use crate::value::TypeTable;
use crate::value::iface;
use crate::value::map;
use crate::value::memory;
use std::cmp::Ordering;

/// Key and value slots of every entry of a map of type `ty`, sorted.
///
/// # Safety
/// `m` is such a map, or nil.
pub unsafe fn entries(
    types: &TypeTable,
    ty: TypeId,
    m: u64,
) -> Result<Vec<(Vec<u64>, Vec<u64>)>, Trap> {
    let key = types.rtype(ty).key;
    let mut all = map::entries(types.map_type(ty), m)?;
    // SAFETY: the slots hold keys of that type.
    all.sort_by(|a, b| unsafe { compare_keys(types, key, a.0.as_ptr(), b.0.as_ptr()) });
    Ok(all)
}

/// fmt's order of keys: numbers and strings by `<` with NaN first, false before true, structs and arrays part by part, nil
/// interfaces first and others by type, then value.
unsafe fn compare_keys(types: &TypeTable, t: TypeId, a: *const u64, b: *const u64) -> Ordering {
    let r = types.rtype(t);
    let float = |x: f64, y: f64| match (x.is_nan(), y.is_nan()) {
        (true, true) => Ordering::Equal,
        (true, false) => Ordering::Less,
        (false, true) => Ordering::Greater,
        _ => x.partial_cmp(&y).unwrap_or(Ordering::Equal),
    };
    let f = f64::from_bits;
    let f32s = |w: u64| f32::from_bits(w as u32) as f64;
    match r.kind {
        Kind::Int | Kind::Int8 | Kind::Int16 | Kind::Int32 | Kind::Int64 => {
            (*a as i64).cmp(&(*b as i64))
        }
        Kind::Float64 => float(f(*a), f(*b)),
        Kind::Float32 => float(f32s(*a), f32s(*b)),
        Kind::Complex128 => float(f(*a), f(*b)).then_with(|| float(f(*a.add(1)), f(*b.add(1)))),
        Kind::Complex64 => {
            float(f32s(*a), f32s(*b)).then_with(|| float(f32s(*a >> 32), f32s(*b >> 32)))
        }
        Kind::String => Str::from_slots(a).bytes().cmp(Str::from_slots(b).bytes()),
        Kind::Struct if r.repr == Repr::Mem => {
            compare_memory(types, t, *a as *const u8, *b as *const u8)
        }
        Kind::Array if r.repr == Repr::Mem => {
            compare_memory(types, t, *a as *const u8, *b as *const u8)
        }
        Kind::Struct => {
            for x in r.fields.iter() {
                let o = compare_keys(types, x.ty, a.add(x.slot as usize), b.add(x.slot as usize));
                if o.is_ne() {
                    return o;
                }
            }
            Ordering::Equal
        }
        Kind::Array => {
            let n = types.info(r.elem).slots as usize;
            for i in 0..r.len as usize {
                let o = compare_keys(types, r.elem, a.add(i * n), b.add(i * n));
                if o.is_ne() {
                    return o;
                }
            }
            Ordering::Equal
        }
        Kind::Interface => {
            let (x, y) = (Iface::from_slots(a), Iface::from_slots(b));
            if x.ty != y.ty || x.is_nil() {
                return x.ty.cmp(&y.ty);
            }
            let n = types.info(x.ty).slots as usize;
            let (mut xs, mut ys) = (vec![0; n.max(1)], vec![0; n.max(1)]);
            iface::unwrap(types, x, xs.as_mut_ptr());
            iface::unwrap(types, y, ys.as_mut_ptr());
            compare_keys(types, x.ty, xs.as_ptr(), ys.as_ptr())
        }
        _ => {
            let n = r.slots as usize;
            (0..n).map(|i| *a.add(i)).cmp((0..n).map(|i| *b.add(i)))
        }
    }
}

/// The same for large keys, which are in memory format.
unsafe fn compare_memory(types: &TypeTable, t: TypeId, a: *const u8, b: *const u8) -> Ordering {
    let r = types.rtype(t);
    let part = |ty: TypeId, x: *const u8, y: *const u8| {
        let rt = types.rtype(ty);
        if rt.repr == Repr::Mem {
            return compare_memory(types, ty, x, y);
        }
        let n = (rt.slots as usize).max(1);
        let (mut xs, mut ys) = (vec![0; n], vec![0; n]);
        memory::load_flat(rt, x, xs.as_mut_ptr());
        memory::load_flat(rt, y, ys.as_mut_ptr());
        compare_keys(types, ty, xs.as_ptr(), ys.as_ptr())
    };
    if r.kind == Kind::Struct {
        for f in r.fields.iter() {
            let off = f.offset as usize;
            let o = part(f.ty, a.add(off), b.add(off));
            if o.is_ne() {
                return o;
            }
        }
    } else {
        let size = types.rtype(r.elem).size as usize;
        for i in 0..r.len as usize {
            let o = part(r.elem, a.add(i * size), b.add(i * size));
            if o.is_ne() {
                return o;
            }
        }
    }
    Ordering::Equal
}
