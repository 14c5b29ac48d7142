//! Jumps.

use super::cmp::eq_str;
use super::ops;
use crate::vm::dispatch::M;
use crate::vm::dispatch::NEXT;
use crate::vm::dispatch::nocmov;

#[inline(always)]
fn f(x: u64) -> f64 {
    f64::from_bits(x)
}

macro_rules! jumps { ($($name:ident $back:ident |$i:ident, $m:ident| $e:expr;)*) => { $(
    #[allow(non_snake_case)]
    #[inline(always)]
    pub(crate) unsafe fn $name($i: &crate::bytecode::instr::enc::$name, $m: &mut M) -> crate::vm::dispatch::Flow {
        if $e {
            $m.jump($i.to);
        }
        NEXT
    }
    #[allow(non_snake_case)]
    #[inline(always)]
    pub(crate) unsafe fn $back($i: &crate::bytecode::instr::enc::$back, $m: &mut M) -> crate::vm::dispatch::Flow {
        if $e {
            return $m.jump_back($i.to);
        }
        NEXT
    }
)* } }

jumps! {
    JTrue JTrueB |i, m| m.r(i.a) as u8 != 0;
    JEqInt JEqIntB |i, m| m.r(i.a) == m.r(i.b);
    JNeInt JNeIntB |i, m| m.r(i.a) != m.r(i.b);
    JLtInt JLtIntB |i, m| (m.r(i.a) as i64) < m.r(i.b) as i64;
    JLeInt JLeIntB |i, m| m.r(i.a) as i64 <= m.r(i.b) as i64;
    JLtUint JLtUintB |i, m| m.r(i.a) < m.r(i.b);
    JLeUint JLeUintB |i, m| m.r(i.a) <= m.r(i.b);
    JEqIntK JEqIntKB |i, m| m.r(i.a) as i64 == i.k as i64;
    JNeIntK JNeIntKB |i, m| m.r(i.a) as i64 != i.k as i64;
    JLtIntK JLtIntKB |i, m| (m.r(i.a) as i64) < i.k as i64;
    JLeIntK JLeIntKB |i, m| m.r(i.a) as i64 <= i.k as i64;
    JGtIntK JGtIntKB |i, m| m.r(i.a) as i64 > i.k as i64;
    JGeIntK JGeIntKB |i, m| m.r(i.a) as i64 >= i.k as i64;
}

ops! {
    JFalse |i, m| { if m.r(i.a) as u8 == 0 { m.jump(i.to) } NEXT }
    Jmp |i, m| { m.pc = m.pc.offset(i.to as isize); NEXT }
    JmpB |i, m| { m.pc = m.pc.offset(i.to as isize); m.count() }
    ForLtInt |i, m| {
        let v = m.r(i.i).wrapping_add(1);
        m.set(i.i, v);
        if (v as i64) < m.r(i.n) as i64 { return m.jump_back(i.to) }
        NEXT
    }
    ForLtIntK |i, m| {
        let v = m.r(i.i).wrapping_add(1);
        m.set(i.i, v);
        if (v as i64) < i.k as i64 { return m.jump_back(i.to) }
        NEXT
    }
    ForLeInt |i, m| {
        let v = m.r(i.i).wrapping_add(1);
        m.set(i.i, v);
        if v as i64 <= m.r(i.n) as i64 { return m.jump_back(i.to) }
        NEXT
    }
    JEqF64 |i, m| { if f(m.r(i.a)) == f(m.r(i.b)) { m.jump(i.to) } NEXT }
    JNeF64 |i, m| { if f(m.r(i.a)) != f(m.r(i.b)) { m.jump(i.to) } NEXT }
    JLtF64 |i, m| { if f(m.r(i.a)) < f(m.r(i.b)) { m.jump(i.to) } NEXT }
    JLeF64 |i, m| { if f(m.r(i.a)) <= f(m.r(i.b)) { m.jump(i.to) } NEXT }
    JNltF64 |i, m| { if !(f(m.r(i.a)) < f(m.r(i.b))) { m.jump(i.to) } NEXT }
    JNleF64 |i, m| { if !(f(m.r(i.a)) <= f(m.r(i.b))) { m.jump(i.to) } NEXT }
    JEqStr |i, m| { if eq_str(m, i.a, i.b) { m.jump(i.to) } NEXT }
    JNeStr |i, m| { if !eq_str(m, i.a, i.b) { m.jump(i.to) } NEXT }
    JTable |i, m| {
        let t = (*(*m.cx).vm).code.table(i.t.index());
        let k = (m.r(i.a) as i64).wrapping_sub(t.lo) as u64 as usize;
        m.pc = if k < t.targets.len() {
            nocmov();
            *t.targets.get_unchecked(k)
        } else {
            t.default
        };
        NEXT
    }
}
