//! Strings.

use super::calls;
use super::get;
use super::ops;
use super::poll;
use super::trap;
use crate::bytecode::NO_REG;
use crate::bytecode::Reg;
use crate::bytecode::instr::enc;
use crate::heap::access;
use crate::value::SliceVal;
use crate::value::Str;
use crate::value::Trap;
use crate::value::slice::Sliced;
use crate::value::string;
use crate::value::utf8;
use crate::vm::Cx;
use crate::vm::dispatch::COLLECT;
use crate::vm::dispatch::Flow;
use crate::vm::dispatch::Fp;
use crate::vm::dispatch::NEXT;
use crate::vm::dispatch::Pc;
use crate::vm::steps;
use crate::vm::steps::PIECE;

ops! {
    IndexStr |i, m| {
        let k = m.r(i.i);
        if k >= m.r1(i.s) { return m.fault(i) }
        m.set(i.dst, u64::from(*(m.r(i.s) as *const u8).add(k as usize)));
        NEXT
    }
    SliceStr |i, m| {
        let (p, n) = (m.r(i.s), m.r1(i.s));
        let lo = if i.lo == NO_REG { 0 } else { m.r(i.lo) };
        let hi = if i.hi == NO_REG { n } else { m.r(i.hi) };
        if hi > n || lo > hi {
            return m.cold(i, slice_fault);
        }
        m.set2(i.dst, if hi == lo { 0 } else { p + lo }, hi - lo);
        NEXT
    }
    RangeStr |i, m| {
        let k = m.r(i.i);
        let n = m.r1(i.s);
        if k >= n {
            m.pc = m.pc.offset(i.end as isize);
            crate::vm::dispatch::nocmov();
            return NEXT;
        }
        let p = (m.r(i.s) as *const u8).add(k as usize);
        let c = *p;
        if c < 0x80 {
            m.set2(i.r, u64::from(c), k + 1);
        } else {
            let packed = decode(p, n - k);
            m.set2(i.r, packed >> 8, k + (packed & 0xFF));
        }
        NEXT
    }
}

calls! {
    Concat = concat;
    ConcatN = concat_n;
    StrToBytes = str_to_bytes;
    BytesToStr = bytes_to_str;
    StrToRunes = str_to_runes;
    RunesToStr = runes_to_str;
    RuneToStr = rune_to_str;
}

/// The rune, shifted by 8, and its width.
#[inline(never)]
unsafe fn decode(p: *const u8, n: u64) -> u64 {
    let (r, w) = utf8::decode(std::slice::from_raw_parts(p, n as usize));
    u64::from(r) << 8 | w as u64
}

unsafe fn slice_fault(cx: *mut Cx, at: Pc) -> Flow {
    let i = &*(at as *const enc::SliceStr);
    let n = *(*cx).fp.add(i.s.0 as usize + 1);
    let t = super::slice::bounds((*cx).fp, Sliced::Length, (i.lo, i.hi, NO_REG), n, n);
    trap(cx, t)
}

#[inline(always)]
unsafe fn str_at<'a>(fp: Fp, r: Reg) -> Str<'a> {
    Str::from_slots(fp.add(r.0 as usize))
}

#[inline(always)]
unsafe fn put(fp: Fp, dst: Reg, [a, b]: [u64; 2]) -> Flow {
    *fp.add(dst.0 as usize) = a;
    *fp.add(dst.0 as usize + 1) = b;
    NEXT
}

#[inline(never)]
unsafe fn concat(i: &enc::Concat, fp: Fp, cx: *mut Cx) -> Flow {
    poll!(cx);
    let (a, b): (Str<'_>, Str<'_>) = (str_at(fp, i.a), str_at(fp, i.b));
    if a.len() + b.len() > PIECE as usize && !a.is_empty() && !b.is_empty() {
        return join(i, fp, cx, i.dst, [a, b].into_iter());
    }
    let r = string::concat(&mut (*cx).cache, a, b);
    put(fp, i.dst, get!(cx, r).slots())
}

#[inline(never)]
unsafe fn concat_n(i: &enc::ConcatN, fp: Fp, cx: *mut Cx) -> Flow {
    poll!(cx);
    let base = fp.add(i.base.0 as usize);
    let parts = (0..i.n as usize).map(|k| Str::<'_>::from_slots(base.add(2 * k)));
    let mut long = parts.clone().filter(|s| !s.is_empty());
    if long.clone().map(|s| s.len()).sum::<usize>() > PIECE as usize && long.nth(1).is_some() {
        return join(i, fp, cx, i.dst, parts);
    }
    let r = string::concat_n(&mut (*cx).cache, base, i.n as usize);
    put(fp, i.dst, get!(cx, r).slots())
}

/// Strings one after the other, in steps.
unsafe fn join<'a, T>(
    i: &T,
    fp: Fp,
    cx: *mut Cx,
    dst: Reg,
    parts: impl Iterator<Item = Str<'a>> + Clone,
) -> Flow {
    let n = parts.clone().map(|s| s.len() as u64).sum();
    let bytes = parts.map(|s| (s.bytes().as_ptr(), s.len() as u64));
    let p = steps::gather(i, cx, n, bytes, || {
        string::alloc_bytes(&mut (*cx).cache, n as usize)
    });
    match p {
        Ok(p) => put(fp, dst, [p as u64, n]),
        Err(flow) => flow,
    }
}

#[inline(never)]
unsafe fn str_to_bytes(i: &enc::StrToBytes, fp: Fp, cx: *mut Cx) -> Flow {
    poll!(cx);
    let s: Str<'_> = str_at(fp, i.s);
    let n = s.len() as u64;
    if n <= PIECE || n > u64::from(u32::MAX) {
        let r = string::to_bytes(&mut (*cx).cache, s);
        return put(fp, i.dst, get!(cx, r).slots());
    }
    let cap = string::bytes_cap(n);
    let bytes = [(s.bytes().as_ptr(), n)].into_iter();
    let p = steps::gather(i, cx, n, bytes, || {
        string::alloc_bytes(&mut (*cx).cache, cap as usize)
    });
    match p {
        Ok(p) => put(fp, i.dst, SliceVal::new(p, n as u32, cap as u32).slots()),
        Err(flow) => flow,
    }
}

#[inline(never)]
unsafe fn bytes_to_str(i: &enc::BytesToStr, fp: Fp, cx: *mut Cx) -> Flow {
    poll!(cx);
    let s = SliceVal::from_slots(fp.add(i.s.0 as usize));
    let n = u64::from(s.len);
    if n <= PIECE {
        let r = string::from_bytes(&mut (*cx).cache, s);
        return put(fp, i.dst, get!(cx, r).slots());
    }
    let bytes = [(s.ptr.cast_const(), n)].into_iter();
    let p = steps::gather(i, cx, n, bytes, || {
        string::alloc_bytes(&mut (*cx).cache, n as usize)
    });
    match p {
        Ok(p) => put(fp, i.dst, [p as u64, n]),
        Err(flow) => flow,
    }
}

#[inline(never)]
unsafe fn str_to_runes(i: &enc::StrToRunes, fp: Fp, cx: *mut Cx) -> Flow {
    poll!(cx);
    let s: Str<'_> = str_at(fp, i.s);
    if s.len() as u64 <= PIECE {
        let r = string::to_runes(&mut (*cx).cache, s);
        return put(fp, i.dst, get!(cx, r).slots());
    }
    // First they are counted, then there is memory for them.
    let mut step = steps::begun(i, cx);
    let bytes = s.bytes();
    let mut at = step.done as usize;
    let stop = bytes.len().min(at + PIECE as usize);
    let to = step.memory as *mut u32;
    while at < stop {
        let (r, size) = utf8::decode(&bytes[at..]);
        at += size;
        if !to.is_null() && step.count < step.total {
            access::store32(to.add(step.count as usize), r);
        }
        step.count += 1;
    }
    step.done = at as u64;
    if at >= bytes.len() {
        if !to.is_null() {
            let cap = string::runes_cap(step.total);
            let r = SliceVal::new(to.cast(), step.total as u32, cap as u32);
            return put(fp, i.dst, r.slots());
        }
        let n = step.count;
        if n > u64::from(u32::MAX) / 4 {
            return trap(cx, Trap::OutOfMemory);
        }
        let room = string::runes_cap(n) as usize * 4;
        match string::alloc_bytes(&mut (*cx).cache, room) {
            Ok(p) => (step.memory, step.total, step.count, step.done) = (p as u64, n, 0, 0),
            // What has been counted is not counted again.
            Err(Trap::NeedGc) => {
                steps::pause(cx, step);
                return COLLECT;
            }
            Err(t) => return trap(cx, t),
        }
    }
    steps::pause(cx, step)
}

#[inline(never)]
unsafe fn runes_to_str(i: &enc::RunesToStr, fp: Fp, cx: *mut Cx) -> Flow {
    poll!(cx);
    let s = SliceVal::from_slots(fp.add(i.s.0 as usize));
    let n = u64::from(s.len);
    if n <= PIECE / 4 {
        let r = string::from_runes(&mut (*cx).cache, s);
        return put(fp, i.dst, get!(cx, r).slots());
    }
    let mut step = steps::begun(i, cx);
    let stop = n.min(step.done + PIECE / 4);
    let to = step.memory as *mut u8;
    let mut one = Vec::with_capacity(4);
    while step.done < stop {
        one.clear();
        let r = access::load32(s.ptr.cast::<u32>().add(step.done as usize));
        utf8::push(&mut one, r as i32 as i64);
        // Another goroutine may have written something longer since it was counted.
        if !to.is_null() && step.count + one.len() as u64 <= step.total {
            std::ptr::copy_nonoverlapping(one.as_ptr(), to.add(step.count as usize), one.len());
        }
        step.count += one.len() as u64;
        step.done += 1;
    }
    if step.done >= n {
        if !to.is_null() {
            return put(fp, i.dst, [to as u64, step.total]);
        }
        let total = step.count;
        match string::alloc_bytes(&mut (*cx).cache, total as usize) {
            Ok(p) => (step.memory, step.total, step.count, step.done) = (p as u64, total, 0, 0),
            Err(Trap::NeedGc) => {
                steps::pause(cx, step);
                return COLLECT;
            }
            Err(t) => return trap(cx, t),
        }
    }
    steps::pause(cx, step)
}

#[inline(never)]
unsafe fn rune_to_str(i: &enc::RuneToStr, fp: Fp, cx: *mut Cx) -> Flow {
    poll!(cx);
    let x = *fp.add(i.a.0 as usize) as i64;
    put(
        fp,
        i.dst,
        get!(cx, string::from_rune(&mut (*cx).cache, x)).slots(),
    )
}
