//! Comparisons to a bool.

use super::binary;
use super::calls;
use super::get;
use super::ops;
use super::types;
use super::unary;
use super::with_k;
use crate::bytecode::instr::enc;
use crate::value::Iface;
use crate::value::Str;
use crate::value::hash_eq;
use crate::vm::Cx;
use crate::vm::dispatch::Flow;
use crate::vm::dispatch::Fp;
use crate::vm::dispatch::M;
use crate::vm::dispatch::NEXT;

#[inline(always)]
fn f(x: u64) -> f64 {
    f64::from_bits(x)
}

#[inline(always)]
fn g(x: u64) -> f32 {
    f32::from_bits(x as u32)
}

/// Makes the comparison come before the destination is looked at: both together need one register too many.
#[inline(always)]
fn first(v: bool) -> u64 {
    let mut v = v as u64;
    // SAFETY: nothing is done.
    unsafe { core::arch::asm!("/* {0} */", inout(reg) v, options(nostack, preserves_flags)) }
    v
}

binary! {
    EqInt |a, b| first(a == b);
    NeInt |a, b| first(a != b);
    LtInt |a, b| first((a as i64) < b as i64);
    LeInt |a, b| first(a as i64 <= b as i64);
    LtUint |a, b| first(a < b);
    LeUint |a, b| first(a <= b);
    EqF64 |a, b| first(f(a) == f(b));
    NeF64 |a, b| first(f(a) != f(b));
    LtF64 |a, b| first(f(a) < f(b));
    LeF64 |a, b| first(f(a) <= f(b));
    EqF32 |a, b| first(g(a) == g(b));
    LtF32 |a, b| first(g(a) < g(b));
    LeF32 |a, b| first(g(a) <= g(b));
}

with_k! {
    EqIntK |a, k| first(a == k as i64 as u64);
}

unary! {
    Not |a| a ^ 1;
}

/// Whether two strings in registers are equal.
#[inline(always)]
pub(super) unsafe fn eq_str(m: &M, a: crate::bytecode::Reg, b: crate::bytecode::Reg) -> bool {
    let (n, p, q) = (m.r1(a), m.r(a), m.r(b));
    n == m.r1(b) && (p == q || n == 0 || bytes_equal(p as *const u8, q as *const u8, n as usize))
}

/// Eight bytes at a time; a call would cost the handler more. `n` is not 0.
#[inline(always)]
unsafe fn bytes_equal(p: *const u8, q: *const u8, n: usize) -> bool {
    // SAFETY: the caller has n bytes at both addresses, and i + 8 is at most n.
    let word = |p: *const u8, i: usize| unsafe { p.add(i).cast::<u64>().read_unaligned() };
    let mut i = 0;
    while i + 8 <= n {
        if word(p, i) != word(q, i) {
            return false;
        }
        i += 8;
    }
    if n >= 8 {
        return word(p, n - 8) == word(q, n - 8);
    }
    while i < n {
        if *p.add(i) != *q.add(i) {
            return false;
        }
        i += 1;
    }
    true
}

#[inline(never)]
unsafe fn order(fp: Fp, a: u16, b: u16) -> i32 {
    let (a, b): (Str<'_>, Str<'_>) = (
        Str::from_slots(fp.add(a as usize)),
        Str::from_slots(fp.add(b as usize)),
    );
    a.bytes().cmp(b.bytes()) as i32
}

ops! {
    EqStr |i, m| { let v = eq_str(m, i.a, i.b); m.set(i.dst, v as u64); NEXT }
    LtStr |i, m| { m.set(i.dst, (order(m.fp, i.a.0, i.b.0) < 0) as u64); NEXT }
    LeStr |i, m| { m.set(i.dst, (order(m.fp, i.a.0, i.b.0) <= 0) as u64); NEXT }
}

calls! {
    EqIface = eq_iface;
    EqMem = eq_mem;
}

#[inline(never)]
unsafe fn eq_iface(i: &enc::EqIface, fp: Fp, cx: *mut Cx) -> Flow {
    let a = Iface::from_slots(fp.add(i.a.0 as usize));
    let b = Iface::from_slots(fp.add(i.b.0 as usize));
    *fp.add(i.dst.0 as usize) = get!(cx, hash_eq::eq_iface(types(cx), a, b)) as u64;
    NEXT
}

#[inline(never)]
unsafe fn eq_mem(i: &enc::EqMem, fp: Fp, cx: *mut Cx) -> Flow {
    let (a, b) = (*fp.add(i.a.0 as usize), *fp.add(i.b.0 as usize));
    if a == 0 || b == 0 {
        return super::trap(cx, crate::value::Trap::NilDeref);
    }
    let eq = hash_eq::eq_mem(types(cx), i.ty, a as *const u8, b as *const u8);
    *fp.add(i.dst.0 as usize) = get!(cx, eq) as u64;
    NEXT
}
