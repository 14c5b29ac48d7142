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
/// `unsafe fn(&enc::Name, Fp, *mut Cx) -> Flow` for what is too long for a handler but not seldom. When it answers COLLECT or
/// STEP the instruction is repeated.
macro_rules! calls { ($($name:ident = $f:ident;)*) => { $(
    #[allow(non_snake_case)]
    #[inline(always)]
    pub(crate) unsafe fn $name(i: &$crate::bytecode::instr::enc::$name, m: &mut $crate::vm::dispatch::M)
        -> $crate::vm::dispatch::Flow {
        let flow = $f(i, m.fp, m.cx);
        if flow == $crate::vm::dispatch::COLLECT || flow == $crate::vm::dispatch::STEP {
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

/// Two slots from memory to registers in one access; where there is none, out of line.
macro_rules! load_pair {
    ($m:ident, $i:ident, $dst:expr, $p:expr) => {{
        let p = $p;
        if crate::heap::atomic16::is_locked() {
            return $m.cold($i, crate::vm::ops::pair_locked);
        }
        crate::heap::atomic16::load_to($m.fp.add($dst.0 as usize), p.cast());
    }};
}
pub(crate) use load_pair;

/// Two registers to memory in one access. They are read one by one: they were written so, and a wide load would have to wait.
macro_rules! store_pair {
    ($m:ident, $i:ident, $src:expr, $p:expr) => {{
        let p = $p;
        if crate::heap::atomic16::is_locked() {
            return $m.cold($i, crate::vm::ops::pair_locked);
        }
        let s = $m.fp.add($src.0 as usize);
        crate::heap::barrier::store_pair_single(
            p.cast(),
            s.read_volatile(),
            s.add(1).read_volatile(),
        );
    }};
}
pub(crate) use store_pair;

/// The two-slot accesses on machines without 16-byte ones; all checks have been made.
pub(crate) unsafe fn pair_locked(cx: *mut Cx, at: crate::vm::dispatch::Pc) -> Flow {
    use crate::bytecode::Instr;
    use crate::heap::atomic16;
    use crate::heap::barrier;
    let fp = (*cx).fp;
    let globals = (*cx).globals;
    // SAFETY: registers of the instruction are inside the frame; the addresses were checked by the instruction.
    let r = |x: crate::bytecode::Reg| unsafe { *fp.add(x.0 as usize) };
    let elem = |s, i| {
        (r(s) as *mut u8)
            .wrapping_add(r(i) as usize * 16)
            .cast::<u64>()
    };
    let field = |p, off: u16| (r(p) as *mut u8).wrapping_add(off as usize).cast::<u64>();
    let global = |off: i32| globals.wrapping_add(off as usize).cast::<u64>();
    // SAFETY: as above.
    let load = |dst: crate::bytecode::Reg, p: *mut u64| unsafe {
        let (a, b) = atomic16::load(p);
        *fp.add(dst.0 as usize) = a;
        *fp.add(dst.0 as usize + 1) = b;
    };
    // SAFETY: as above.
    let store = |p: *mut u64, src: crate::bytecode::Reg| unsafe {
        barrier::store_pair(p, r(src), *fp.add(src.0 as usize + 1));
    };
    match (*(*cx).vm).code.decode(at) {
        Some(Instr::Load128 { dst, ptr, off }) => load(dst, field(ptr, off)),
        Some(Instr::Store128 { ptr, src, off }) => store(field(ptr, off), src),
        Some(Instr::LoadG128 { dst, off }) => load(dst, global(off)),
        Some(Instr::StoreG128 { src, off }) => store(global(off), src),
        Some(Instr::Index128 { dst, s, i }) => load(dst, elem(s, i)),
        Some(Instr::SetIndex128 { s, i, src }) => store(elem(s, i), src),
        Some(Instr::Index64Row { dst, s, r: row, c }) => {
            let (p, lc) = atomic16::load(elem(s, row));
            if r(c) >= u64::from(lc as u32) {
                return trap(cx, Trap::index(r(c) as i64, u64::from(lc as u32)));
            }
            *fp.add(dst.0 as usize) =
                crate::heap::access::load64((p as *const u64).add(r(c) as usize));
        }
        _ => unreachable!("not a two-slot access"),
    }
    crate::vm::dispatch::RELOAD
}
