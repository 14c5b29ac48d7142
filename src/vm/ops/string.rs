//! Strings.

use super::calls;
use super::get;
use super::ops;
use super::poll;
use super::trap;
use crate::bytecode::NO_REG;
use crate::bytecode::Reg;
use crate::bytecode::instr::enc;
use crate::value::SliceVal;
use crate::value::Str;
use crate::value::slice::Sliced;
use crate::value::string;
use crate::value::utf8;
use crate::vm::Cx;
use crate::vm::dispatch::Flow;
use crate::vm::dispatch::Fp;
use crate::vm::dispatch::NEXT;
use crate::vm::dispatch::Pc;

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
    let r = string::concat(&mut (*cx).cache, str_at(fp, i.a), str_at(fp, i.b));
    put(fp, i.dst, get!(cx, r).slots())
}

#[inline(never)]
unsafe fn concat_n(i: &enc::ConcatN, fp: Fp, cx: *mut Cx) -> Flow {
    poll!(cx);
    let r = string::concat_n(&mut (*cx).cache, fp.add(i.base.0 as usize), i.n as usize);
    put(fp, i.dst, get!(cx, r).slots())
}

#[inline(never)]
unsafe fn str_to_bytes(i: &enc::StrToBytes, fp: Fp, cx: *mut Cx) -> Flow {
    poll!(cx);
    let r = string::to_bytes(&mut (*cx).cache, str_at(fp, i.s));
    put(fp, i.dst, get!(cx, r).slots())
}

#[inline(never)]
unsafe fn bytes_to_str(i: &enc::BytesToStr, fp: Fp, cx: *mut Cx) -> Flow {
    poll!(cx);
    let s = SliceVal::from_slots(fp.add(i.s.0 as usize));
    put(
        fp,
        i.dst,
        get!(cx, string::from_bytes(&mut (*cx).cache, s)).slots(),
    )
}

#[inline(never)]
unsafe fn str_to_runes(i: &enc::StrToRunes, fp: Fp, cx: *mut Cx) -> Flow {
    poll!(cx);
    let r = string::to_runes(&mut (*cx).cache, str_at(fp, i.s));
    put(fp, i.dst, get!(cx, r).slots())
}

#[inline(never)]
unsafe fn runes_to_str(i: &enc::RunesToStr, fp: Fp, cx: *mut Cx) -> Flow {
    poll!(cx);
    let s = SliceVal::from_slots(fp.add(i.s.0 as usize));
    put(
        fp,
        i.dst,
        get!(cx, string::from_runes(&mut (*cx).cache, s)).slots(),
    )
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
