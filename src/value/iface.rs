//! Interfaces: the dynamic type's id and a data slot. Boxes are in memory format and never change.

use crate::bytecode::RType;
use crate::bytecode::TypeId;
use crate::heap::AllocCache;
use crate::value::Trap;
use crate::value::TypeTable;
use crate::value::memory;
use crate::value::types::IMPLEMENTS;
use std::sync::atomic::Ordering::Relaxed;

/// An interface value; `ty` is 0 for nil.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Iface {
    /// The dynamic type.
    pub ty: TypeId,
    /// The value's slot, or a pointer to its box.
    pub data: u64,
}

impl Iface {
    /// The nil interface.
    pub const NIL: Iface = Iface {
        ty: TypeId(0),
        data: 0,
    };

    /// From its two slots.
    ///
    /// # Safety
    /// The slots hold an interface.
    #[inline(always)]
    pub unsafe fn from_slots(s: *const u64) -> Iface {
        Iface {
            ty: TypeId(*s as u32),
            data: *s.add(1),
        }
    }

    /// Its two slots.
    #[inline(always)]
    pub fn slots(self) -> [u64; 2] {
        [u64::from(self.ty.0), self.data]
    }

    /// Whether it is nil.
    #[inline(always)]
    pub fn is_nil(self) -> bool {
        self.ty.0 == 0
    }
}

/// An interface holding the value of type `ty` whose slots begin at `src`.
///
/// # Safety
/// `src` holds a value of that type.
pub unsafe fn wrap(
    types: &TypeTable,
    cache: &mut AllocCache,
    ty: TypeId,
    src: *const u64,
) -> Result<Iface, Trap> {
    let info = types.info(ty);
    let data = match info.slots {
        0 => 0,
        1 => *src,
        _ => {
            let p = types.alloc(ty, cache)?;
            memory::store_flat(types.rtype(ty), p, src);
            p as u64
        }
    };
    Ok(Iface { ty, data })
}

/// Writes the value inside `v`, which is not nil, to the slots from `dst` on.
///
/// # Safety
/// `dst` has room for the slots of the dynamic type.
#[inline]
pub unsafe fn unwrap(types: &TypeTable, v: Iface, dst: *mut u64) {
    match types.info(v.ty).slots {
        0 => {}
        1 => *dst = v.data,
        _ => memory::load_flat(types.rtype(v.ty), v.data as *const u8, dst),
    }
}

/// An interface holding a copy of the `ty` in memory at `p`; a value of interface type comes as itself.
///
/// # Safety
/// `p` points to a live value of that type.
pub unsafe fn from_memory(
    types: &TypeTable,
    cache: &mut AllocCache,
    ty: TypeId,
    p: *const u8,
) -> Result<Iface, Trap> {
    let t = types.rtype(ty);
    let info = types.info(ty);
    if info.kind == crate::bytecode::Kind::Interface {
        let (a, b) = crate::heap::atomic16::load(p.cast());
        return Ok(Iface {
            ty: TypeId(a as u32),
            data: b,
        });
    }
    if info.repr == crate::bytecode::Repr::Mem {
        let q = types.alloc(ty, cache)?;
        memory::copy(t, q, p);
        return Ok(Iface { ty, data: q as u64 });
    }
    match info.slots {
        0 => Ok(Iface { ty, data: 0 }),
        1 => {
            let mut slot = 0;
            memory::load_flat(t, p, &mut slot);
            Ok(Iface { ty, data: slot })
        }
        _ => {
            let q = types.alloc(ty, cache)?;
            memory::copy(t, q, p);
            Ok(Iface { ty, data: q as u64 })
        }
    }
}

/// The first method of the interface `want` that `t` lacks.
pub fn missing_method(t: &RType, want: &RType) -> Option<crate::bytecode::MethodId> {
    want.imethods
        .iter()
        .copied()
        .find(|m| t.methods.binary_search_by_key(m, |x| x.id).is_err())
}

/// Whether the type `t` implements the interface `want`; remembered.
#[inline]
pub fn implements(types: &TypeTable, t: TypeId, want: TypeId) -> bool {
    let key = u64::from(t.0) << 33 | u64::from(want.0) << 2;
    let at = (t.0.wrapping_mul(31) ^ want.0.wrapping_mul(0x9E37_79B1)) as usize % IMPLEMENTS;
    let known = types.implements[at].load(Relaxed);
    if known & !3 == key && known & 1 != 0 {
        return known & 2 != 0;
    }
    let answer = missing_method(types.rtype(t), types.rtype(want)).is_none();
    types.implements[at].store(key | u64::from(answer) << 1 | 1, Relaxed);
    answer
}
