//! Memory: loads and stores through pointers, globals, new objects.

use super::calls;
use super::get;
use super::load_pair;
use super::ops;
use super::poll;
use super::store_pair;
use super::trap;
use super::types;
use crate::bytecode::instr::enc;
use crate::heap::access;
use crate::heap::barrier;
use crate::value::Trap;
use crate::value::memory;
use crate::vm::Cx;
use crate::vm::dispatch::Flow;
use crate::vm::dispatch::Fp;
use crate::vm::dispatch::NEXT;
use crate::vm::dispatch::Pc;
use crate::vm::steps;

macro_rules! loads { ($($name:ident |$p:ident| $e:expr;)*) => { $(
    #[allow(non_snake_case)]
    #[inline(always)]
    pub(crate) unsafe fn $name(i: &enc::$name, m: &mut crate::vm::dispatch::M) -> Flow {
        let p = m.r(i.ptr);
        if p == 0 {
            return m.fault(i);
        }
        let $p = (p as *const u8).add(i.off as usize);
        m.set(i.dst, $e);
        NEXT
    }
)* } }

macro_rules! stores { ($($name:ident |$p:ident, $v:ident| $e:expr;)*) => { $(
    #[allow(non_snake_case)]
    #[inline(always)]
    pub(crate) unsafe fn $name(i: &enc::$name, m: &mut crate::vm::dispatch::M) -> Flow {
        let p = m.r(i.ptr);
        if p == 0 {
            return m.fault(i);
        }
        let $p = (p as *mut u8).add(i.off as usize);
        let $v = m.r(i.src);
        $e;
        NEXT
    }
)* } }

loads! {
    LoadI8 |p| access::load8(p) as i8 as i64 as u64;
    LoadU8 |p| u64::from(access::load8(p));
    LoadI16 |p| access::load16(p.cast()) as i16 as i64 as u64;
    LoadU16 |p| u64::from(access::load16(p.cast()));
    LoadI32 |p| access::load32(p.cast()) as i32 as i64 as u64;
    LoadU32 |p| u64::from(access::load32(p.cast()));
    Load64 |p| access::load64(p.cast());
}

stores! {
    Store8 |p, v| access::store8(p, v as u8);
    Store16 |p, v| access::store16(p.cast(), v as u16);
    Store32 |p, v| access::store32(p.cast(), v as u32);
    Store64 |p, v| barrier::store_ptr(p.cast(), v);
}

ops! {
    Load128 |i, m| {
        let p = m.r(i.ptr);
        if p == 0 { return m.fault(i) }
        load_pair!(m, i, i.dst, (p as *const u8).add(i.off as usize));
        NEXT
    }
    Store128 |i, m| {
        let p = m.r(i.ptr);
        if p == 0 { return m.fault(i) }
        store_pair!(m, i, i.src, (p as *mut u8).add(i.off as usize));
        NEXT
    }
    AddPtr |i, m| {
        let p = m.r(i.ptr);
        if p == 0 { return m.fault(i) }
        m.set(i.dst, p.wrapping_add(i.off as i64 as u64));
        NEXT
    }
    NilCheck |i, m| {
        if m.r(i.ptr) == 0 { return m.fault(i) }
        NEXT
    }
    GlobalAddr |i, m| { m.set(i.dst, (*m.cx).globals.add(i.off as usize) as u64); NEXT }
    LoadG64 |i, m| { m.set(i.dst, access::load64((*m.cx).globals.add(i.off as usize).cast())); NEXT }
    LoadG128 |i, m| {
        load_pair!(m, i, i.dst, (*m.cx).globals.add(i.off as usize));
        NEXT
    }
    StoreG64 |i, m| { barrier::store_ptr((*m.cx).globals.add(i.off as usize).cast(), m.r(i.src)); NEXT }
    StoreG128 |i, m| {
        store_pair!(m, i, i.src, (*m.cx).globals.add(i.off as usize));
        NEXT
    }
    New |i, m| {
        // What is ready may be taken even when a collection is wanted: it comes at the next refill.
        let info = types(m.cx).info(i.ty);
        if let Some(k) = info.kind_id && info.size != 0 && let Some(p) = (*m.cx).cache.alloc_ready(k) {
            m.set(i.dst, p.as_ptr() as u64);
            return NEXT;
        }
        m.cold(i, new_slow)
    }
}

calls! {
    CopyMem = copy_mem;
    ZeroMem = zero_mem;
    NewCopy = new_copy;
    NewBox = new_box;
    LoadFlat = load_flat;
    StoreFlat = store_flat;
}

unsafe fn new_slow(cx: *mut Cx, at: Pc) -> Flow {
    let i = &*(at as *const enc::New);
    poll!(cx);
    let p = get!(cx, types(cx).alloc(i.ty, &mut (*cx).cache));
    *(*cx).fp.add(i.dst.0 as usize) = p as u64;
    crate::vm::dispatch::RELOAD
}

#[inline(never)]
unsafe fn copy_mem(i: &enc::CopyMem, fp: Fp, cx: *mut Cx) -> Flow {
    let (d, s) = (*fp.add(i.dst.0 as usize), *fp.add(i.src.0 as usize));
    if d == 0 || s == 0 {
        return trap(cx, Trap::NilDeref);
    }
    let bytes = types(cx).info(i.ty).size;
    steps::move_bytes(i, cx, d as *mut u8, s as *const u8, bytes)
}

#[inline(never)]
unsafe fn zero_mem(i: &enc::ZeroMem, fp: Fp, cx: *mut Cx) -> Flow {
    let d = *fp.add(i.dst.0 as usize);
    if d == 0 {
        return trap(cx, Trap::NilDeref);
    }
    steps::clear(i, cx, d as *mut u8, types(cx).info(i.ty).size)
}

#[inline(never)]
unsafe fn new_copy(i: &enc::NewCopy, fp: Fp, cx: *mut Cx) -> Flow {
    let s = *fp.add(i.src.0 as usize);
    if s == 0 {
        return trap(cx, Trap::NilDeref);
    }
    poll!(cx);
    let bytes = types(cx).info(i.ty).size;
    let parts = [(s as *const u8, bytes)].into_iter();
    let p = steps::gather(i, cx, bytes, parts, || {
        types(cx).alloc(i.ty, &mut (*cx).cache)
    });
    match p {
        Ok(p) => *fp.add(i.dst.0 as usize) = p as u64,
        Err(flow) => return flow,
    }
    NEXT
}

#[inline(never)]
unsafe fn new_box(i: &enc::NewBox, fp: Fp, cx: *mut Cx) -> Flow {
    poll!(cx);
    let p = get!(cx, types(cx).alloc(i.ty, &mut (*cx).cache));
    memory::store_flat(types(cx).rtype(i.ty), p, fp.add(i.src.0 as usize));
    *fp.add(i.dst.0 as usize) = p as u64;
    NEXT
}

#[inline(never)]
unsafe fn load_flat(i: &enc::LoadFlat, fp: Fp, cx: *mut Cx) -> Flow {
    let p = *fp.add(i.ptr.0 as usize);
    if p == 0 {
        return trap(cx, Trap::NilDeref);
    }
    memory::load_flat(
        types(cx).rtype(i.ty),
        p as *const u8,
        fp.add(i.dst.0 as usize),
    );
    NEXT
}

#[inline(never)]
unsafe fn store_flat(i: &enc::StoreFlat, fp: Fp, cx: *mut Cx) -> Flow {
    let p = *fp.add(i.ptr.0 as usize);
    if p == 0 {
        return trap(cx, Trap::NilDeref);
    }
    memory::store_flat(
        types(cx).rtype(i.ty),
        p as *mut u8,
        fp.add(i.src.0 as usize),
    );
    NEXT
}
