//! Values in memory format: typed loads, stores and copies between memory and slots.

use crate::bytecode::Leaf;
use crate::bytecode::LeafKind;
use crate::bytecode::RType;
use crate::bytecode::Repr;
use crate::heap::access;
use crate::heap::atomic16;
use crate::heap::barrier;

/// Loads one leaf to its slot (or two).
///
/// # Safety
/// `p` points to memory with such a leaf at `l.offset`; `dst` has room at `l.slot`.
#[inline(always)]
pub unsafe fn load_leaf(l: &Leaf, p: *const u8, dst: *mut u64) {
    let p = p.add(l.offset as usize);
    let d = dst.add(l.slot as usize);
    *d = match l.kind {
        LeafKind::I8 => access::load8(p) as i8 as i64 as u64,
        LeafKind::U8 => u64::from(access::load8(p)),
        LeafKind::I16 => access::load16(p.cast()) as i16 as i64 as u64,
        LeafKind::U16 => u64::from(access::load16(p.cast())),
        LeafKind::I32 => access::load32(p.cast()) as i32 as i64 as u64,
        LeafKind::U32 => u64::from(access::load32(p.cast())),
        LeafKind::W64 => access::load64(p.cast()),
        LeafKind::W128 => {
            let (a, b) = atomic16::load(p.cast());
            *d.add(1) = b;
            a
        }
    };
}

/// Stores one leaf.
///
/// # Safety
/// As for [`load_leaf`].
#[inline(always)]
pub unsafe fn store_leaf(l: &Leaf, p: *mut u8, src: *const u64) {
    let p = p.add(l.offset as usize);
    let s = src.add(l.slot as usize);
    match l.kind {
        LeafKind::I8 | LeafKind::U8 => access::store8(p, *s as u8),
        LeafKind::I16 | LeafKind::U16 => access::store16(p.cast(), *s as u16),
        LeafKind::I32 | LeafKind::U32 => access::store32(p.cast(), *s as u32),
        LeafKind::W64 => barrier::store_ptr(p.cast(), *s),
        LeafKind::W128 => barrier::store_pair(p.cast(), *s, *s.add(1)),
    }
}

/// The slots of the `t` in memory at `p`. A `Mem` value's slot is `p` itself: the caller copies where it must.
///
/// # Safety
/// `p` points to a live `t`; `dst` has room for its slots.
#[inline]
pub unsafe fn load_flat(t: &RType, p: *const u8, dst: *mut u64) {
    if t.repr == Repr::Mem {
        *dst = p as u64;
        return;
    }
    for l in t.leaves.iter() {
        load_leaf(l, p, dst);
    }
}

/// Writes the slots of a `t` to memory at `p`.
///
/// # Safety
/// `p` points to memory for a `t`; `src` holds one.
#[inline]
pub unsafe fn store_flat(t: &RType, p: *mut u8, src: *const u64) {
    if t.repr == Repr::Mem {
        copy(t, p, *src as *const u8);
        return;
    }
    for l in t.leaves.iter() {
        store_leaf(l, p, src);
    }
}

/// `*dst = *src`, both `t` in memory.
///
/// # Safety
/// Both point to live memory of that type.
#[inline]
pub unsafe fn copy(t: &RType, dst: *mut u8, src: *const u8) {
    access::copy_words(dst, src, t.size as usize);
}

/// The bytes of memory a script can write, one by one or in words, into a vector of our own.
///
/// # Safety
/// `n` bytes at `p` are live.
pub unsafe fn read_bytes(p: *const u8, n: usize) -> Vec<u8> {
    let mut v = Vec::with_capacity(n);
    access::copy_words(v.as_mut_ptr(), p, n);
    v.set_len(n);
    v
}
