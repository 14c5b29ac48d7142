//! Slices and arrays.

use super::calls;
use super::get;
use super::load_pair;
use super::must_collect;
use super::ops;
use super::poll;
use super::store_pair;
use super::trap;
use super::types;
use crate::bytecode::NO_REG;
use crate::bytecode::Reg;
use crate::bytecode::TypeId;
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
use crate::vm::dispatch::COLLECT;
use crate::vm::dispatch::Flow;
use crate::vm::dispatch::Fp;
use crate::vm::dispatch::M;
use crate::vm::dispatch::NEXT;
use crate::vm::dispatch::Pc;
use crate::vm::dispatch::RELOAD;
use crate::vm::steps;

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
    let fp = (*cx).fp;
    let s = SliceVal::from_slots(fp.add(i.s.0 as usize));
    let info = types(cx).info(i.ty);
    let n = match grown(i, cx, info.elem, s, 1, (std::ptr::null(), 0)) {
        Ok(n) => n,
        Err(flow) => return flow,
    };
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

/// `s` with `n` more elements, the first bytes of which are those of `more`. If it has to move it does so in steps.
unsafe fn grown<T>(
    i: &T,
    cx: *mut Cx,
    elem: TypeId,
    s: SliceVal,
    n: u64,
    more: (*const u8, u64),
) -> Result<SliceVal, Flow> {
    let t = types(cx);
    let old = u64::from(s.len) * t.info(elem).size;
    let len = u64::from(s.len) + n;
    if len <= u64::from(s.cap) {
        let flow = steps::move_bytes(i, cx, s.ptr.add(old as usize), more.0, more.1);
        return match flow {
            NEXT => Ok(SliceVal {
                len: len as u32,
                ..s
            }),
            flow => Err(flow),
        };
    }
    if must_collect(cx) {
        return Err(COLLECT);
    }
    let cap = slice::grown_cap(t, elem, s.cap, len).map_err(|e| trap(cx, e))?;
    let parts = [(s.ptr.cast_const(), old), more];
    let p = steps::gather(i, cx, old + more.1, parts.into_iter(), || {
        slice::alloc_array(t, &mut (*cx).cache, elem, cap.into())
    })?;
    Ok(SliceVal::new(p, len as u32, cap))
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
    match grown(i, cx, elem, s, n, (std::ptr::null(), 0)) {
        Ok(r) => put(fp, i.dst, r),
        Err(flow) => return flow,
    }
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
    let more = u64::from(t.len) * u64::from(info.elem_size);
    match grown(i, cx, info.elem, s, t.len.into(), (t.ptr, more)) {
        Ok(r) => put(fp, i.dst, r),
        Err(flow) => return flow,
    }
    NEXT
}

#[inline(never)]
unsafe fn append_str(i: &enc::AppendStr, fp: Fp, cx: *mut Cx) -> Flow {
    let elem = types(cx).info(i.ty).elem;
    let s = SliceVal::from_slots(fp.add(i.s.0 as usize));
    let t: Str<'_> = Str::from_slots(fp.add(i.t.0 as usize));
    let n = t.bytes().len() as u64;
    match grown(i, cx, elem, s, n, (t.bytes().as_ptr(), n)) {
        Ok(r) => put(fp, i.dst, r),
        Err(flow) => return flow,
    }
    NEXT
}

#[inline(never)]
unsafe fn copy_slice(i: &enc::CopySlice, fp: Fp, cx: *mut Cx) -> Flow {
    let size = u64::from(types(cx).info(i.ty).elem_size);
    let d = SliceVal::from_slots(fp.add(i.d.0 as usize));
    let s = SliceVal::from_slots(fp.add(i.s.0 as usize));
    let n = d.len.min(s.len);
    let flow = steps::move_bytes(i, cx, d.ptr, s.ptr, u64::from(n) * size);
    if flow == NEXT {
        *fp.add(i.dst.0 as usize) = n.into();
    }
    flow
}

#[inline(never)]
unsafe fn copy_str(i: &enc::CopyStr, fp: Fp, cx: *mut Cx) -> Flow {
    let d = SliceVal::from_slots(fp.add(i.d.0 as usize));
    let s: Str<'_> = Str::from_slots(fp.add(i.s.0 as usize));
    let n = (d.len as usize).min(s.bytes().len()) as u64;
    let flow = steps::move_bytes(i, cx, d.ptr, s.bytes().as_ptr(), n);
    if flow == NEXT {
        *fp.add(i.dst.0 as usize) = n;
    }
    flow
}

#[inline(never)]
unsafe fn clear_slice(i: &enc::ClearSlice, fp: Fp, cx: *mut Cx) -> Flow {
    let size = u64::from(types(cx).info(i.ty).elem_size);
    let s = SliceVal::from_slots(fp.add(i.s.0 as usize));
    steps::clear(i, cx, s.ptr, u64::from(s.len) * size)
}
