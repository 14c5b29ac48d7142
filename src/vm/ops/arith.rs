//! Moves, constants and integers.

use super::binary;
use super::ops;
use super::unary;
use super::with_k;
use crate::vm::dispatch::NEXT;

ops! {
    Mov |i, m| { m.set(i.dst, m.r(i.src)); NEXT }
    Mov2 |i, m| { let (a, b) = (m.r(i.src), m.r1(i.src)); m.set2(i.dst, a, b); NEXT }
    MovN |i, m| {
        move_slots(m.fp.add(i.dst.0 as usize), m.fp.add(i.src.0 as usize), i.n as usize);
        NEXT
    }
    LoadI |i, m| { m.set(i.dst, i.k as i64 as u64); NEXT }
    LoadK |i, m| { m.set(i.dst, i.k); NEXT }
    LoadStr |i, m| {
        let [a, b] = *(*(*m.cx).vm).strings.start().add(i.s.index());
        m.set2(i.dst, a, b);
        NEXT
    }
    Zero |i, m| {
        let d = m.fp.add(i.dst.0 as usize);
        for k in 0..i.n as usize {
            d.add(k).write_volatile(0);
        }
        NEXT
    }
    LoadFunc |i, m| {
        m.set(i.dst, (*(*m.cx).vm).closures.start().add(i.f.index()) as u64);
        NEXT
    }
    DivInt |i, m| {
        let d = m.r(i.b) as i64;
        if d == 0 { return m.fault(i) }
        m.set(i.dst, div(m.r(i.a) as i64, d) as u64);
        NEXT
    }
    RemInt |i, m| {
        let d = m.r(i.b) as i64;
        if d == 0 { return m.fault(i) }
        m.set(i.dst, rem(m.r(i.a) as i64, d) as u64);
        NEXT
    }
    DivUint |i, m| {
        let d = m.r(i.b);
        if d == 0 { return m.fault(i) }
        m.set(i.dst, m.r(i.a) / d);
        NEXT
    }
    RemUint |i, m| {
        let d = m.r(i.b);
        if d == 0 { return m.fault(i) }
        m.set(i.dst, m.r(i.a) % d);
        NEXT
    }
    CheckShift |i, m| {
        if (m.r(i.src) as i64) < 0 { return m.fault(i) }
        NEXT
    }
    XorAddInt |i, m| {
        m.set(i.dst, m.r(i.dst).wrapping_add(m.r(i.a) ^ m.r(i.b)));
        NEXT
    }
    MulAddInt |i, m| {
        m.set(i.dst, m.r(i.dst).wrapping_add(m.r(i.a).wrapping_mul(m.r(i.b))));
        NEXT
    }
}

/// A few slots, which may overlap; volatile, so that it does not become a call.
#[inline(always)]
pub(super) unsafe fn move_slots(dst: *mut u64, src: *const u64, n: usize) {
    if (dst as usize) <= src as usize {
        for k in 0..n {
            dst.add(k).write_volatile(src.add(k).read_volatile());
        }
    } else {
        for k in (0..n).rev() {
            dst.add(k).write_volatile(src.add(k).read_volatile());
        }
    }
}

/// Division of small numbers is much faster in 32 bits.
#[inline(always)]
fn div(a: i64, b: i64) -> i64 {
    if (a | b) as u64 >> 32 == 0 {
        (a as u32 / b as u32) as i64
    } else {
        a.wrapping_div(b)
    }
}

#[inline(always)]
fn rem(a: i64, b: i64) -> i64 {
    if (a | b) as u64 >> 32 == 0 {
        (a as u32 % b as u32) as i64
    } else {
        a.wrapping_rem(b)
    }
}

#[inline(always)]
fn s32(x: i32) -> u64 {
    x as i64 as u64
}

binary! {
    AddInt |a, b| a.wrapping_add(b);
    SubInt |a, b| a.wrapping_sub(b);
    MulInt |a, b| a.wrapping_mul(b);
    And |a, b| a & b;
    Or |a, b| a | b;
    Xor |a, b| a ^ b;
    AndNot |a, b| a & !b;
    Shl |a, b| if b < 64 { a << b } else { 0 };
    ShrInt |a, b| ((a as i64) >> b.min(63)) as u64;
    ShrUint |a, b| if b < 64 { a >> b } else { 0 };
    AddI32 |a, b| s32((a as i32).wrapping_add(b as i32));
    SubI32 |a, b| s32((a as i32).wrapping_sub(b as i32));
    MulI32 |a, b| s32((a as i32).wrapping_mul(b as i32));
    AddU32 |a, b| u64::from((a as u32).wrapping_add(b as u32));
    SubU32 |a, b| u64::from((a as u32).wrapping_sub(b as u32));
    MulU32 |a, b| u64::from((a as u32).wrapping_mul(b as u32));
    AddU8 |a, b| u64::from((a as u8).wrapping_add(b as u8));
}

with_k! {
    AddIntK |a, k| a.wrapping_add(k as i64 as u64);
    MulIntK |a, k| a.wrapping_mul(k as i64 as u64);
    DivIntK |a, k| div(a as i64, if k == 0 { 1 } else { k as i64 }) as u64;
    RemIntK |a, k| rem(a as i64, if k == 0 { 1 } else { k as i64 }) as u64;
    AndK |a, k| a & k as i64 as u64;
    ShlK |a, k| a << (k & 63);
    ShrIntK |a, k| ((a as i64) >> (k & 63)) as u64;
    ShrUintK |a, k| a >> (k & 63);
    ShlU32K |a, k| u64::from((a as u32) << (k & 31));
}

unary! {
    NegInt |a| a.wrapping_neg();
    Com |a| !a;
    Sext8 |a| a as i8 as i64 as u64;
    Sext16 |a| a as i16 as i64 as u64;
    Sext32 |a| a as i32 as i64 as u64;
    Zext8 |a| u64::from(a as u8);
    Zext16 |a| u64::from(a as u16);
    Zext32 |a| u64::from(a as u32);
}
