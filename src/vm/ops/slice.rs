//! Slices and arrays.

use super::calls;
use super::get;
use super::load_pair;
use super::ops;
use super::poll;
use super::store_pair;
use super::trap;
use super::types;
use crate::bytecode::NO_REG;
use crate::bytecode::Reg;
use crate::bytecode::instr::enc;
use crate::heap::access;
use crate::heap::atomic16;
use crate::heap::barrier;
use crate::value::SliceVal;
use crate::value::Str;
use crate::value::Trap;
use crate::value::slice;
use crate::value::slice::Sliced;
use crate::vm::Cx;
use crate::vm::dispatch::Flow;
use crate::vm::dispatch::Fp;
use crate::vm::dispatch::M;
use crate::vm::dispatch::NEXT;
use crate::vm::dispatch::Pc;
use crate::vm::dispatch::RELOAD;

/// Pieces in which long copies are made, the world being able to stop between them.
const PIECE: u64 = 1 << 20;

macro_rules! index { ($($name:ident $size:literal |$p:ident| $e:expr;)*) => { $(
    #[allow(non_snake_case)]
    #[inline(always)]
    pub(crate) unsafe fn $name(i: &enc::$name, m: &mut M) -> Flow {
        let k = m.r(i.i);
        if k >= u64::from(m.r1(i.s) as u32) {
            return m.fault(i);
        }
        let $p = (m.r(i.s) as *const u8).add(k as usize * $size);
        m.set(i.dst, $e);
        NEXT
    }
)* } }

macro_rules! set_index { ($($name:ident $size:literal |$p:ident, $v:ident| $e:expr;)*) => { $(
    #[allow(non_snake_case)]
    #[inline(always)]
    pub(crate) unsafe fn $name(i: &enc::$name, m: &mut M) -> Flow {
        let k = m.r(i.i);
        if k >= u64::from(m.r1(i.s) as u32) {
            return m.fault(i);
        }
        let $p = (m.r(i.s) as *mut u8).add(k as usize * $size);
        let $v = m.r(i.src);
        $e;
        NEXT
    }
)* } }

index! {
    IndexI8 1 |p| access::load8(p) as i8 as i64 as u64;
    IndexU8 1 |p| u64::from(access::load8(p));
    IndexI16 2 |p| access::load16(p.cast()) as i16 as i64 as u64;
    IndexU16 2 |p| u64::from(access::load16(p.cast()));
    IndexI32 4 |p| access::load32(p.cast()) as i32 as i64 as u64;
    IndexU32 4 |p| u64::from(access::load32(p.cast()));
    Index64 8 |p| access::load64(p.cast());
}

set_index! {
    SetIndex8 1 |p, v| access::store8(p, v as u8);
    SetIndex16 2 |p, v| access::store16(p.cast(), v as u16);
    SetIndex32 4 |p, v| access::store32(p.cast(), v as u32);
    SetIndex64 8 |p, v| barrier::store_ptr(p.cast(), v);
}

ops! {
    LenSlice |i, m| { m.set(i.dst, u64::from(m.r1(i.s) as u32)); NEXT }
    CapSlice |i, m| { m.set(i.dst, m.r1(i.s) >> 32); NEXT }
    Index128 |i, m| {
        let k = m.r(i.i);
        if k >= u64::from(m.r1(i.s) as u32) { return m.fault(i) }
        load_pair!(m, i, i.dst, (m.r(i.s) as *const u8).add(k as usize * 16));
        NEXT
    }
    SetIndex128 |i, m| {
        let k = m.r(i.i);
        if k >= u64::from(m.r1(i.s) as u32) { return m.fault(i) }
        store_pair!(m, i, i.src, (m.r(i.s) as *mut u8).add(k as usize * 16));
        NEXT
    }
    IndexAddr |i, m| {
        let k = m.r(i.i);
        if k >= u64::from(m.r1(i.s) as u32) { return m.fault(i) }
        m.set(i.dst, m.r(i.s).wrapping_add(k.wrapping_mul(i.size as i64 as u64)));
        NEXT
    }
    Index64Row |i, m| {
        let r = m.r(i.r);
        if r >= u64::from(m.r1(i.s) as u32) { return m.fault(i) }
        if atomic16::is_locked() { return m.cold(i, crate::vm::ops::pair_locked) }
        let (row, lc) = atomic16::load_single((m.r(i.s) as *const u8).add(r as usize * 16).cast());
        let c = m.r(i.c);
        if c >= u64::from(lc as u32) { return m.fault(i) }
        m.set(i.dst, access::load64((row as *const u64).add(c as usize)));
        NEXT
    }
    BoundsK |i, m| {
        if m.r(i.i) >= i.n as i64 as u64 { return m.fault(i) }
        NEXT
    }
    ElemAddr |i, m| {
        let p = m.r(i.ptr);
        if p == 0 { return m.fault(i) }
        m.set(i.dst, p.wrapping_add(m.r(i.i).wrapping_mul(i.size as i64 as u64)));
        NEXT
    }
    Elem64 |i, m| {
        let p = m.r(i.ptr);
        if p == 0 { return m.fault(i) }
        m.set(i.dst, access::load64((p as *const u64).add(m.r(i.i) as usize)));
        NEXT
    }
    SetElem64 |i, m| {
        let p = m.r(i.ptr);
        if p == 0 { return m.fault(i) }
        barrier::store_ptr((p as *mut u64).add(m.r(i.i) as usize), m.r(i.src));
        NEXT
    }
    RegElem |i, m| {
        let n = i.n as usize;
        let s = m.fp.add(i.base.0 as usize + m.r(i.i) as usize * n);
        super::arith::move_slots(m.fp.add(i.dst.0 as usize), s, n);
        NEXT
    }
    SetRegElem |i, m| {
        let n = i.n as usize;
        let d = m.fp.add(i.base.0 as usize + m.r(i.i) as usize * n);
        super::arith::move_slots(d, m.fp.add(i.src.0 as usize), n);
        NEXT
    }
    SliceSlice |i, m| {
        let (p, lc) = (m.r(i.s), m.r1(i.s));
        let cap = lc >> 32;
        let lo = if i.lo == NO_REG { 0 } else { m.r(i.lo) };
        let hi = if i.hi == NO_REG { u64::from(lc as u32) } else { m.r(i.hi) };
        let max = if i.max == NO_REG { cap } else { m.r(i.max) };
        if max > cap || hi > max || lo > hi {
            return m.cold(i, slice_fault);
        }
        // A slice of no capacity keeps its pointer where it was: past the end it would point to something else.
        let at = if max == lo { p } else { p.wrapping_add(lo.wrapping_mul(i.size as i64 as u64)) };
        m.set2(i.dst, at, (hi - lo) | (max - lo) << 32);
        NEXT
    }
    SliceArray |i, m| {
        let p = m.r(i.ptr);
        if p == 0 { return m.fault(i) }
        let cap = i.n as u32 as u64;
        let lo = if i.lo == NO_REG { 0 } else { m.r(i.lo) };
        let hi = if i.hi == NO_REG { cap } else { m.r(i.hi) };
        let max = if i.max == NO_REG { cap } else { m.r(i.max) };
        if max > cap || hi > max || lo > hi {
            return m.cold(i, array_fault);
        }
        let at = if max == lo { p } else { p.wrapping_add(lo.wrapping_mul(i.size as i64 as u64)) };
        m.set2(i.dst, at, (hi - lo) | (max - lo) << 32);
        NEXT
    }
    Append |i, m| {
        let (p, lc) = (m.r(i.s), m.r1(i.s));
        let len = u64::from(lc as u32);
        if len == lc >> 32 || atomic16::is_locked() {
            return m.cold(i, append_slow);
        }
        let size = types(m.cx).info(i.ty).elem_size;
        store_elem((p as *mut u8).add((len * u64::from(size)) as usize), size, m.fp.add(i.src.0 as usize));
        m.set2(i.dst, p, lc + 1);
        NEXT
    }
    SliceToArray |i, m| {
        if u64::from(m.r1(i.s) as u32) < i.n as u32 as u64 { return m.fault(i) }
        m.set(i.dst, m.r(i.s));
        NEXT
    }
}

calls! {
    MakeSlice = make_slice;
    GrowSlice = grow_slice;
    AppendSlice = append_slice;
    AppendStr = append_str;
    CopySlice = copy_slice;
    CopyStr = copy_str;
    ClearSlice = clear_slice;
}

/// Stores an element of one slot (up to 8 bytes) or two.
#[inline(always)]
unsafe fn store_elem(p: *mut u8, size: u32, src: *const u64) {
    match size {
        8 => barrier::store_ptr(p.cast(), *src),
        16 => barrier::store_pair_single(p.cast(), src.read_volatile(), src.add(1).read_volatile()),
        1 => access::store8(p, *src as u8),
        4 => access::store32(p.cast(), *src as u32),
        2 => access::store16(p.cast(), *src as u16),
        _ => {}
    }
}

unsafe fn slice_fault(cx: *mut Cx, at: Pc) -> Flow {
    let i = &*(at as *const enc::SliceSlice);
    let fp = (*cx).fp;
    let s = SliceVal::from_slots(fp.add(i.s.0 as usize));
    let t = bounds(
        fp,
        Sliced::Slice,
        (i.lo, i.hi, i.max),
        s.len.into(),
        s.cap.into(),
    );
    trap(cx, t)
}

unsafe fn array_fault(cx: *mut Cx, at: Pc) -> Flow {
    let i = &*(at as *const enc::SliceArray);
    let n = i.n as u32 as u64;
    let t = bounds((*cx).fp, Sliced::Length, (i.lo, i.hi, i.max), n, n);
    trap(cx, t)
}

pub(super) unsafe fn bounds(
    fp: Fp,
    what: Sliced,
    ops: (Reg, Reg, Reg),
    len: u64,
    cap: u64,
) -> Trap {
    let get = |r: Reg, other: u64| {
        if r == NO_REG {
            other as i64
        } else {
            *fp.add(r.0 as usize) as i64
        }
    };
    let max = (ops.2 != NO_REG).then(|| get(ops.2, 0));
    match slice::check_bounds(what, get(ops.0, 0), get(ops.1, len), max, cap) {
        Err(t) => t,
        Ok(()) => Trap::runtime("slice bounds out of range"),
    }
}

unsafe fn append_slow(cx: *mut Cx, at: Pc) -> Flow {
    let i = &*(at as *const enc::Append);
    poll!(cx);
    let fp = (*cx).fp;
    let s = SliceVal::from_slots(fp.add(i.s.0 as usize));
    let info = types(cx).info(i.ty);
    let n = get!(
        cx,
        slice::grow(types(cx), &mut (*cx).cache, info.elem, s, 1)
    );
    let size = info.elem_size;
    let (at, src) = (
        n.ptr.add(s.len as usize * size as usize),
        fp.add(i.src.0 as usize),
    );
    if size == 16 {
        barrier::store_pair(at.cast(), *src, *src.add(1));
    } else {
        store_elem(at, size, src);
    }
    put(fp, i.dst, n);
    RELOAD
}

#[inline(always)]
unsafe fn put(fp: Fp, dst: Reg, s: SliceVal) {
    let [a, b] = s.slots();
    *fp.add(dst.0 as usize) = a;
    *fp.add(dst.0 as usize + 1) = b;
}

#[inline(never)]
unsafe fn make_slice(i: &enc::MakeSlice, fp: Fp, cx: *mut Cx) -> Flow {
    poll!(cx);
    let elem = types(cx).info(i.ty).elem;
    let len = *fp.add(i.len.0 as usize) as i64;
    let cap = if i.cap == NO_REG {
        len
    } else {
        *fp.add(i.cap.0 as usize) as i64
    };
    let s = get!(cx, slice::make(types(cx), &mut (*cx).cache, elem, len, cap));
    put(fp, i.dst, s);
    NEXT
}

#[inline(never)]
unsafe fn grow_slice(i: &enc::GrowSlice, fp: Fp, cx: *mut Cx) -> Flow {
    let elem = types(cx).info(i.ty).elem;
    let s = SliceVal::from_slots(fp.add(i.s.0 as usize));
    let n = *fp.add(i.n.0 as usize);
    if u64::from(s.len) + n > u64::from(s.cap) {
        poll!(cx);
    }
    let r = get!(cx, slice::grow(types(cx), &mut (*cx).cache, elem, s, n));
    put(fp, i.dst, r);
    NEXT
}

#[inline(never)]
unsafe fn append_slice(i: &enc::AppendSlice, fp: Fp, cx: *mut Cx) -> Flow {
    let info = types(cx).info(i.ty);
    let s = SliceVal::from_slots(fp.add(i.s.0 as usize));
    let t = SliceVal::from_slots(fp.add(i.t.0 as usize));
    if t.len == 0 {
        put(fp, i.dst, s);
        return NEXT;
    }
    if u64::from(s.len) + u64::from(t.len) > u64::from(s.cap) {
        poll!(cx);
    }
    let r = get!(
        cx,
        slice::grow(types(cx), &mut (*cx).cache, info.elem, s, t.len.into())
    );
    let size = info.elem_size as usize;
    access::copy_words(
        r.ptr.add(s.len as usize * size),
        t.ptr,
        t.len as usize * size,
    );
    put(fp, i.dst, r);
    NEXT
}

#[inline(never)]
unsafe fn append_str(i: &enc::AppendStr, fp: Fp, cx: *mut Cx) -> Flow {
    let info = types(cx).info(i.ty);
    let s = SliceVal::from_slots(fp.add(i.s.0 as usize));
    let t: Str<'_> = Str::from_slots(fp.add(i.t.0 as usize));
    let n = t.bytes().len() as u64;
    if u64::from(s.len) + n > u64::from(s.cap) {
        poll!(cx);
    }
    let r = get!(
        cx,
        slice::grow(types(cx), &mut (*cx).cache, info.elem, s, n)
    );
    access::copy_words(r.ptr.add(s.len as usize), t.bytes().as_ptr(), n as usize);
    put(fp, i.dst, r);
    NEXT
}

#[inline(never)]
unsafe fn copy_slice(i: &enc::CopySlice, fp: Fp, cx: *mut Cx) -> Flow {
    let size = u64::from(types(cx).info(i.ty).elem_size);
    let d = SliceVal::from_slots(fp.add(i.d.0 as usize));
    let s = SliceVal::from_slots(fp.add(i.s.0 as usize));
    let n = d.len.min(s.len);
    move_pieces(d.ptr, s.ptr, u64::from(n) * size);
    *fp.add(i.dst.0 as usize) = n.into();
    NEXT
}

#[inline(never)]
unsafe fn copy_str(i: &enc::CopyStr, fp: Fp, _cx: *mut Cx) -> Flow {
    let d = SliceVal::from_slots(fp.add(i.d.0 as usize));
    let s: Str<'_> = Str::from_slots(fp.add(i.s.0 as usize));
    let n = (d.len as usize).min(s.bytes().len());
    access::copy_words(d.ptr, s.bytes().as_ptr(), n);
    *fp.add(i.dst.0 as usize) = n as u64;
    NEXT
}

/// A copy of some gigabytes at the most takes a second; pieces keep the caches warm.
unsafe fn move_pieces(d: *mut u8, s: *const u8, bytes: u64) {
    if bytes <= PIECE
        || (d as usize) < s as usize + bytes as usize && (s as usize) < d as usize + bytes as usize
    {
        access::copy_words(d, s, bytes as usize);
        return;
    }
    let mut at = 0;
    while at < bytes {
        let n = PIECE.min(bytes - at);
        access::copy_words(d.add(at as usize), s.add(at as usize), n as usize);
        at += n;
    }
}

#[inline(never)]
unsafe fn clear_slice(i: &enc::ClearSlice, fp: Fp, cx: *mut Cx) -> Flow {
    let size = types(cx).info(i.ty).elem_size as usize;
    let s = SliceVal::from_slots(fp.add(i.s.0 as usize));
    access::clear(s.ptr, s.len as usize * size);
    NEXT
}
