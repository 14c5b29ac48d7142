//! Equality and hashing of values by type, in slot format and in memory format.
//!
//! Comparing interfaces may find dynamic types that are not comparable: that is Go's run-time panic. Recursion follows the
//! static nesting of types; through interfaces it would go as deep as the program built its values. Beyond [`MAX_DEPTH`] they
//! are put off: a [`Walk`] keeps them until what was begun is done, so the host stack stays shallow.

use crate::bytecode::Kind;
use crate::bytecode::Repr;
use crate::bytecode::TypeId;
use crate::heap::access;
use crate::heap::atomic16;
use crate::value::Iface;
use crate::value::Str;
use crate::value::Trap;
use crate::value::TypeTable;
use crate::value::memory;
use std::sync::atomic::AtomicU64;
use std::sync::atomic::Ordering::Relaxed;

/// How deep interfaces inside boxes inside interfaces are followed at once.
const MAX_DEPTH: u32 = 1000;

/// How deep a comparison or hash is, and what it has put off.
struct Walk<T> {
    depth: u32,
    later: Vec<T>,
}

impl<T> Walk<T> {
    fn new() -> Walk<T> {
        Walk {
            depth: 0,
            later: Vec::new(),
        }
    }
}

type EqWalk = Walk<(Iface, Iface)>;

/// What the comparison put off, once it found no difference so far.
fn eq_rest(types: &TypeTable, mut walk: EqWalk) -> Result<bool, Trap> {
    while let Some((a, b)) = walk.later.pop() {
        walk.depth = 0;
        if !eq_iface_at(types, a, b, &mut walk)? {
            return Ok(false);
        }
    }
    Ok(true)
}

/// `a == b` for interfaces.
pub fn eq_iface(types: &TypeTable, a: Iface, b: Iface) -> Result<bool, Trap> {
    let mut walk = Walk::new();
    Ok(eq_iface_at(types, a, b, &mut walk)? && eq_rest(types, walk)?)
}

fn eq_iface_at(types: &TypeTable, a: Iface, b: Iface, walk: &mut EqWalk) -> Result<bool, Trap> {
    if a.ty != b.ty {
        return Ok(false);
    }
    if a.is_nil() {
        return Ok(true);
    }
    let t = types.rtype(a.ty);
    if !t.comparable {
        return Err(Trap::runtime(format!(
            "comparing uncomparable type {}",
            t.name
        )));
    }
    if walk.depth > MAX_DEPTH {
        walk.later.push((a, b));
        return Ok(true);
    }
    walk.depth += 1;
    let equal = match t.repr {
        Repr::Empty => Ok(true),
        // SAFETY: the data slot is the value.
        Repr::One => unsafe { eq_slots_at(types, a.ty, &a.data, &b.data, walk) },
        Repr::Flat if t.slots <= 1 => unsafe {
            // SAFETY: as above.
            eq_slots_at(types, a.ty, &a.data, &b.data, walk)
        },
        _ => {
            let same = a.data == b.data && t.plain_eq;
            let (x, y) = (a.data as *const u8, b.data as *const u8);
            match same {
                true => Ok(true),
                // SAFETY: the data slots point to boxes of that type.
                false => unsafe { eq_mem_at(types, a.ty, x, y, walk) },
            }
        }
    };
    walk.depth -= 1;
    equal
}

/// `a == b` for two values of type `ty` in slot format.
///
/// # Safety
/// Both hold values of that type.
pub unsafe fn eq_slots(
    types: &TypeTable,
    ty: TypeId,
    a: *const u64,
    b: *const u64,
) -> Result<bool, Trap> {
    let mut walk = Walk::new();
    Ok(eq_slots_at(types, ty, a, b, &mut walk)? && eq_rest(types, walk)?)
}

unsafe fn eq_slots_at(
    types: &TypeTable,
    ty: TypeId,
    a: *const u64,
    b: *const u64,
    walk: &mut EqWalk,
) -> Result<bool, Trap> {
    let t = types.rtype(ty);
    match t.kind {
        Kind::String => {
            Ok(*a.add(1) == *b.add(1) && Str::from_slots(a).bytes() == Str::from_slots(b).bytes())
        }
        Kind::Float64 => Ok(f64::from_bits(*a) == f64::from_bits(*b)),
        Kind::Float32 => Ok(f32::from_bits(*a as u32) == f32::from_bits(*b as u32)),
        Kind::Complex128 => Ok(f64::from_bits(*a) == f64::from_bits(*b)
            && f64::from_bits(*a.add(1)) == f64::from_bits(*b.add(1))),
        Kind::Complex64 => Ok(f32::from_bits(*a as u32) == f32::from_bits(*b as u32)
            && f32::from_bits((*a >> 32) as u32) == f32::from_bits((*b >> 32) as u32)),
        Kind::Interface => eq_iface_at(types, Iface::from_slots(a), Iface::from_slots(b), walk),
        Kind::Struct | Kind::Array => match t.repr {
            Repr::Mem => eq_mem_at(types, ty, *a as *const u8, *b as *const u8, walk),
            _ if t.plain_eq => Ok((0..t.slots as usize).all(|i| *a.add(i) == *b.add(i))),
            _ if t.kind == Kind::Struct => {
                for f in t.fields.iter() {
                    if &*f.name != "_"
                        && !eq_slots_at(
                            types,
                            f.ty,
                            a.add(f.slot as usize),
                            b.add(f.slot as usize),
                            walk,
                        )?
                    {
                        return Ok(false);
                    }
                }
                Ok(true)
            }
            _ => {
                let n = types.rtype(t.elem).slots as usize;
                for i in 0..t.len as usize {
                    if !eq_slots_at(types, t.elem, a.add(i * n), b.add(i * n), walk)? {
                        return Ok(false);
                    }
                }
                Ok(true)
            }
        },
        _ => Ok(*a == *b),
    }
}

/// `*a == *b` for two values of type `ty` in memory.
///
/// # Safety
/// Both point to live values of that type.
pub unsafe fn eq_mem(
    types: &TypeTable,
    ty: TypeId,
    a: *const u8,
    b: *const u8,
) -> Result<bool, Trap> {
    let mut walk = Walk::new();
    Ok(eq_mem_at(types, ty, a, b, &mut walk)? && eq_rest(types, walk)?)
}

unsafe fn eq_mem_at(
    types: &TypeTable,
    ty: TypeId,
    a: *const u8,
    b: *const u8,
    walk: &mut EqWalk,
) -> Result<bool, Trap> {
    let t = types.rtype(ty);
    if t.plain_eq {
        return Ok(eq_bytes(a, b, t.size as usize));
    }
    match t.kind {
        Kind::Struct => {
            for f in t.fields.iter() {
                let o = f.offset as usize;
                if &*f.name != "_" && !eq_mem_at(types, f.ty, a.add(o), b.add(o), walk)? {
                    return Ok(false);
                }
            }
            Ok(true)
        }
        Kind::Array => {
            let n = types.rtype(t.elem).size as usize;
            for i in 0..t.len as usize {
                if !eq_mem_at(types, t.elem, a.add(i * n), b.add(i * n), walk)? {
                    return Ok(false);
                }
            }
            Ok(true)
        }
        _ => {
            let (mut x, mut y) = ([0u64; 2], [0u64; 2]);
            memory::load_flat(t, a, x.as_mut_ptr());
            memory::load_flat(t, b, y.as_mut_ptr());
            eq_slots_at(types, ty, x.as_ptr(), y.as_ptr(), walk)
        }
    }
}

unsafe fn eq_bytes(a: *const u8, b: *const u8, n: usize) -> bool {
    let mut i = 0;
    if a as usize % 8 == 0 && b as usize % 8 == 0 {
        while i + 8 <= n {
            if access::load64(a.add(i).cast()) != access::load64(b.add(i).cast()) {
                return false;
            }
            i += 8;
        }
    }
    while i < n {
        if access::load8(a.add(i)) != access::load8(b.add(i)) {
            return false;
        }
        i += 1;
    }
    true
}

#[inline(always)]
fn mix(h: u64, x: u64) -> u64 {
    let m = u128::from(h ^ x) * 0x9E37_79B9_7F4A_7C15_F39C_C060_5CED_C835u128 as u64 as u128;
    (m as u64) ^ ((m >> 64) as u64) ^ h.rotate_left(29)
}

/// Hash of bytes that do not change.
pub fn hash_bytes(seed: u64, b: &[u8]) -> u64 {
    let mut h = mix(seed, b.len() as u64 ^ 0x51_7C_C1_B7_27_22_0A_95);
    let mut c = b.chunks_exact(8);
    for w in &mut c {
        h = mix(
            h,
            u64::from_le_bytes([w[0], w[1], w[2], w[3], w[4], w[5], w[6], w[7]]),
        );
    }
    let mut last = 0u64;
    for (i, x) in c.remainder().iter().enumerate() {
        last |= u64::from(*x) << (8 * i);
    }
    mix(h, last)
}

/// Hash of one word.
#[inline(always)]
pub fn hash_word(seed: u64, x: u64) -> u64 {
    mix(seed, x)
}

/// Hash of a value of type `ty` in slot format: equal values hash alike. A NaN equals nothing and hashes differently each time.
///
/// # Safety
/// `a` holds a value of that type.
pub unsafe fn hash_slots(
    types: &TypeTable,
    ty: TypeId,
    a: *const u64,
    seed: u64,
) -> Result<u64, Trap> {
    let mut walk = Walk::new();
    let mut h = hash_slots_at(types, ty, a, seed, &mut walk)?;
    while let Some(v) = walk.later.pop() {
        walk.depth = 0;
        h = hash_iface(types, v, h, &mut walk)?;
    }
    Ok(h)
}

unsafe fn hash_slots_at(
    types: &TypeTable,
    ty: TypeId,
    a: *const u64,
    seed: u64,
    walk: &mut Walk<Iface>,
) -> Result<u64, Trap> {
    let t = types.rtype(ty);
    Ok(match t.kind {
        Kind::String => hash_bytes(seed, Str::from_slots(a).bytes()),
        Kind::Float64 => hash_f64(seed, f64::from_bits(*a)),
        Kind::Float32 => hash_f64(seed, f64::from(f32::from_bits(*a as u32))),
        Kind::Complex128 => hash_f64(
            hash_f64(seed, f64::from_bits(*a)),
            f64::from_bits(*a.add(1)),
        ),
        Kind::Complex64 => hash_f64(
            hash_f64(seed, f64::from(f32::from_bits(*a as u32))),
            f64::from(f32::from_bits((*a >> 32) as u32)),
        ),
        Kind::Interface => return hash_iface(types, Iface::from_slots(a), seed, walk),
        Kind::Struct | Kind::Array => match t.repr {
            Repr::Mem => return hash_mem(types, ty, *a as *const u8, seed, walk),
            _ if t.kind == Kind::Struct => {
                let mut h = seed;
                for f in t.fields.iter().filter(|f| &*f.name != "_") {
                    h = hash_slots_at(types, f.ty, a.add(f.slot as usize), h, walk)?;
                }
                h
            }
            _ => {
                let n = types.rtype(t.elem).slots as usize;
                let mut h = seed;
                for i in 0..t.len as usize {
                    h = hash_slots_at(types, t.elem, a.add(i * n), h, walk)?;
                }
                h
            }
        },
        _ => mix(seed, *a),
    })
}

/// Hash of an interface; panics as Go does when the dynamic type cannot be hashed.
fn hash_iface(types: &TypeTable, v: Iface, seed: u64, walk: &mut Walk<Iface>) -> Result<u64, Trap> {
    if v.is_nil() {
        return Ok(mix(seed, 0));
    }
    let t = types.rtype(v.ty);
    if !t.comparable {
        return Err(Trap::runtime(format!("hash of unhashable type {}", t.name)));
    }
    let h = mix(seed, u64::from(v.ty.0));
    if walk.depth > MAX_DEPTH {
        walk.later.push(v);
        return Ok(h);
    }
    walk.depth += 1;
    // SAFETY: the data is the value's slot or a box of the type.
    let h = unsafe {
        if t.slots == 0 {
            Ok(h)
        } else if t.slots == 1 && t.repr != Repr::Mem {
            hash_slots_at(types, v.ty, &v.data, h, walk)
        } else {
            hash_mem(types, v.ty, v.data as *const u8, h, walk)
        }
    };
    walk.depth -= 1;
    h
}

unsafe fn hash_mem(
    types: &TypeTable,
    ty: TypeId,
    p: *const u8,
    seed: u64,
    walk: &mut Walk<Iface>,
) -> Result<u64, Trap> {
    let t = types.rtype(ty);
    match t.kind {
        Kind::Struct => {
            let mut h = seed;
            for f in t.fields.iter().filter(|f| &*f.name != "_") {
                h = hash_mem(types, f.ty, p.add(f.offset as usize), h, walk)?;
            }
            Ok(h)
        }
        Kind::Array => {
            let n = types.rtype(t.elem).size as usize;
            let mut h = seed;
            for i in 0..t.len as usize {
                h = hash_mem(types, t.elem, p.add(i * n), h, walk)?;
            }
            Ok(h)
        }
        Kind::Interface => {
            let (a, b) = atomic16::load(p.cast());
            let v = Iface {
                ty: TypeId(a as u32),
                data: b,
            };
            hash_iface(types, v, seed, walk)
        }
        _ => {
            let mut x = [0u64; 2];
            memory::load_flat(t, p, x.as_mut_ptr());
            hash_slots_at(types, ty, x.as_ptr(), seed, walk)
        }
    }
}

fn hash_f64(seed: u64, x: f64) -> u64 {
    if x.is_nan() {
        return hash_nan(seed);
    }
    // 0 and -0 are equal.
    mix(seed, if x == 0.0 { 0 } else { x.to_bits() })
}

/// A different hash each time: a map with many NaNs would be searched through for each of them otherwise.
#[cold]
fn hash_nan(seed: u64) -> u64 {
    static NANS: AtomicU64 = AtomicU64::new(0);
    mix(seed, NANS.fetch_add(0x9e37_79b9_7f4a_7c15, Relaxed))
}
