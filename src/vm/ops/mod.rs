//! One body per opcode. Rules are in `dispatch`: a body is inlined into a handler, so whatever is long goes into a function
//! that takes values only, and whatever is seldom behind a Flow.

mod arith;
mod call;
mod chan;
mod cmp;
mod float;
mod iface;
mod jump;
mod map;
mod mem;
mod slice;
mod string;
mod sync;

pub(crate) use arith::*;
pub(crate) use call::*;
pub(crate) use chan::*;
pub(crate) use cmp::*;
pub(crate) use float::*;
pub(crate) use iface::*;
pub(crate) use jump::*;
pub(crate) use map::*;
pub(crate) use mem::*;
pub(crate) use slice::*;
pub(crate) use string::*;
pub(crate) use sync::*;

use crate::value::Trap;
use crate::value::TypeTable;
use crate::vm::Cx;
use crate::vm::dispatch::COLLECT;
use crate::vm::dispatch::Flow;
use crate::vm::dispatch::TRAP;

/// Declares bodies: `Name |i, m| { ... }` with the instruction record and the machine registers.
macro_rules! ops { ($($name:ident |$i:ident, $m:ident| $b:block)*) => { $(
    #[allow(non_snake_case, unused_variables)]
    #[inline(always)]
    pub(crate) unsafe fn $name($i: &$crate::bytecode::instr::enc::$name, $m: &mut $crate::vm::dispatch::M)
        -> $crate::vm::dispatch::Flow $b
)* } }
pub(crate) use ops;

/// Bodies that compute `dst` from two registers.
macro_rules! binary { ($($name:ident |$a:ident, $b:ident| $e:expr;)*) => { $(
    #[allow(non_snake_case)]
    #[inline(always)]
    pub(crate) unsafe fn $name(i: &$crate::bytecode::instr::enc::$name, m: &mut $crate::vm::dispatch::M)
        -> $crate::vm::dispatch::Flow {
        let ($a, $b) = (m.r(i.a), m.r(i.b));
        m.set(i.dst, $e);
        $crate::vm::dispatch::NEXT
    }
)* } }
pub(crate) use binary;

/// Bodies that compute `dst` from one register.
macro_rules! unary { ($($name:ident |$a:ident| $e:expr;)*) => { $(
    #[allow(non_snake_case)]
    #[inline(always)]
    pub(crate) unsafe fn $name(i: &$crate::bytecode::instr::enc::$name, m: &mut $crate::vm::dispatch::M)
        -> $crate::vm::dispatch::Flow {
        let $a = m.r(i.a);
        m.set(i.dst, $e);
        $crate::vm::dispatch::NEXT
    }
)* } }
pub(crate) use unary;

/// Bodies that compute `dst` from a register and a constant.
macro_rules! with_k { ($($name:ident |$a:ident, $k:ident| $e:expr;)*) => { $(
    #[allow(non_snake_case)]
    #[inline(always)]
    pub(crate) unsafe fn $name(i: &$crate::bytecode::instr::enc::$name, m: &mut $crate::vm::dispatch::M)
        -> $crate::vm::dispatch::Flow {
        let ($a, $k) = (m.r(i.a), i.k);
        m.set(i.dst, $e);
        $crate::vm::dispatch::NEXT
    }
)* } }
pub(crate) use with_k;

/// Bodies that are a call of a function that is not inlined: `Name = function`, a [`Cold`](crate::vm::dispatch::Cold)-like
/// `unsafe fn(&enc::Name, Fp, *mut Cx) -> Flow` for what is too long for a handler but not seldom. When it answers COLLECT the
/// instruction is repeated.
macro_rules! calls { ($($name:ident = $f:ident;)*) => { $(
    #[allow(non_snake_case)]
    #[inline(always)]
    pub(crate) unsafe fn $name(i: &$crate::bytecode::instr::enc::$name, m: &mut $crate::vm::dispatch::M)
        -> $crate::vm::dispatch::Flow {
        let flow = $f(i, m.fp, m.cx);
        if flow == $crate::vm::dispatch::COLLECT {
            return m.again(i, flow);
        }
        flow
    }
)* } }
pub(crate) use calls;

/// The program's types.
#[inline(always)]
pub(crate) unsafe fn types<'a>(cx: *mut Cx) -> &'a TypeTable {
    &(*(*cx).vm).types
}

/// The flow for a trap.
#[cold]
#[inline(never)]
pub(crate) unsafe fn trap(cx: *mut Cx, t: Trap) -> Flow {
    if t == Trap::NeedGc {
        return COLLECT;
    }
    (*cx).trap = Some(t);
    TRAP
}

/// Whether an allocating instruction should collect first.
#[inline(always)]
pub(crate) unsafe fn must_collect(cx: *mut Cx) -> bool {
    (*(*cx).heap).gc_requested()
}

/// Unwraps a result, or answers the trap's flow.
macro_rules! get {
    ($cx:expr, $e:expr) => {
        match $e {
            Ok(v) => v,
            Err(t) => return $crate::vm::ops::trap($cx, t.into()),
        }
    };
}
pub(crate) use get;

/// Collects first when the heap asks for it: for functions declared with `calls!`.
macro_rules! poll {
    ($cx:expr) => {
        if $crate::vm::ops::must_collect($cx) {
            return $crate::vm::dispatch::COLLECT;
        }
    };
}
pub(crate) use poll;
