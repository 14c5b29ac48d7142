//! The two dispatchers over one set of operation bodies.
//!
//! A body is an inlined function of an instruction record and the machine registers [`M`]. Its answer is a [`Flow`]: [`NEXT`]
//! goes on at `m.pc`; anything else puts the registers into the [`Cx`] and leaves to `run`.
//!
//! *Threaded*: each opcode has a handler of four arguments that ends in a call of the next handler through the table, which
//! the optimizer turns into a jump. The table is the first thing in the Cx, so that it costs no register of its own. Bodies must therefore never pass the address of a local to a function that is not
//! inlined, and keep what happens seldom behind a Flow or in a function that takes values only.
//! *Matching*: a `loop { match }`, for debug builds, sanitizers and other processors.

use crate::bytecode::Op;
use crate::bytecode::instr::enc;
use crate::for_each_op;
use crate::vm::Cx;
use crate::vm::fuse;
use crate::vm::fuse::for_each_fusion;
use crate::vm::ops;

/// An address in the code.
pub(crate) type Pc = *const u64;
/// A frame.
pub(crate) type Fp = *mut u64;

/// What a body answers: one of the codes below, or the address of a [`Cold`] function.
pub(crate) type Flow = u64;
/// Go on.
pub(crate) const NEXT: Flow = 0;
/// The state in the Cx is right: go on there.
pub(crate) const RELOAD: Flow = 1;
/// The budget is used up.
pub(crate) const TICK: Flow = 2;
/// A call found too little stack, or was asked to call the scheduler: `pc` is at the call.
pub(crate) const STACK: Flow = 3;
/// A simple run-time error, found out again from the instruction at `pc`.
pub(crate) const FAULT: Flow = 4;
/// `cx.trap` says what happened; `pc` is behind the instruction.
pub(crate) const TRAP: Flow = 5;
/// Panic with `cx.panic`.
pub(crate) const PANIC: Flow = 6;
/// Collect garbage, then repeat the instruction at `pc`.
pub(crate) const COLLECT: Flow = 7;
/// The goroutine has parked or ended; there is no other.
pub(crate) const IDLE: Flow = 8;
/// The goroutine has parked or ended, and the budget is used up.
pub(crate) const PARKED: Flow = 9;
/// The program ends with `cx.exit`.
pub(crate) const EXIT: Flow = 10;
/// `fatal error: ` and `cx.fatal`.
pub(crate) const FATAL: Flow = 11;
/// The goroutine gives up its turn.
pub(crate) const YIELD: Flow = 12;
/// runtime.Goexit.
pub(crate) const GOEXIT: Flow = 13;
/// A deferred call run by a panic has returned.
pub(crate) const PANIC_RETURN: Flow = 14;
/// A panic value's text has been made.
pub(crate) const FATAL_RETURN: Flow = 15;
/// The goroutine is to be ended.
pub(crate) const INTERRUPTED: Flow = 16;
/// The instruction at `pc` has done a part of its work: others have a turn if they want one, then it is repeated.
pub(crate) const STEP: Flow = 17;
/// Codes are below this.
pub(crate) const CODES: Flow = 64;

/// The seldom part of an operation: called by `run` with the state in the Cx and the instruction; `cx.pc` is behind it.
pub(crate) type Cold = unsafe fn(*mut Cx, Pc) -> Flow;

/// The machine registers of the running goroutine.
pub(crate) struct M {
    pub pc: Pc,
    pub fp: Fp,
    pub cx: *mut Cx,
    pub budget: i64,
}

impl M {
    /// Reads a register.
    #[inline(always)]
    pub unsafe fn r(&self, x: crate::bytecode::Reg) -> u64 {
        *self.fp.add(x.0 as usize)
    }

    /// The register after it.
    #[inline(always)]
    pub unsafe fn r1(&self, x: crate::bytecode::Reg) -> u64 {
        *self.fp.add(x.0 as usize + 1)
    }

    /// Writes a register.
    #[inline(always)]
    pub unsafe fn set(&self, x: crate::bytecode::Reg, v: u64) {
        *self.fp.add(x.0 as usize) = v;
    }

    /// Writes two registers.
    #[inline(always)]
    pub unsafe fn set2(&self, x: crate::bytecode::Reg, a: u64, b: u64) {
        *self.fp.add(x.0 as usize) = a;
        *self.fp.add(x.0 as usize + 1) = b;
    }

    /// Jumps relative to the next instruction.
    #[inline(always)]
    pub unsafe fn jump(&mut self, to: i16) {
        // Without this the optimizer makes the jump a conditional move, and every next load waits for it.
        nocmov();
        self.pc = self.pc.offset(to as isize);
    }

    /// A jump backward: counts against the budget.
    #[inline(always)]
    pub unsafe fn jump_back(&mut self, to: i16) -> Flow {
        self.jump(to);
        self.count()
    }

    /// Counts one against the budget.
    #[inline(always)]
    pub unsafe fn count(&mut self) -> Flow {
        self.budget -= 1;
        if self.budget < 0 { TICK } else { NEXT }
    }

    /// A run-time error that `fault` finds out from the instruction and its operands.
    #[inline(always)]
    pub unsafe fn fault<T>(&mut self, i: &T) -> Flow {
        self.pc = (i as *const T).cast();
        FAULT
    }

    /// Leaves with the instruction to be repeated.
    #[inline(always)]
    pub unsafe fn again<T>(&mut self, i: &T, flow: Flow) -> Flow {
        self.pc = (i as *const T).cast();
        flow
    }

    /// Goes on in a cold function.
    #[inline(always)]
    pub unsafe fn cold<T>(&mut self, i: &T, f: Cold) -> Flow {
        self.pc = (i as *const T).cast();
        f as usize as Flow
    }
}

/// The same number, of which the optimizer knows nothing. If it knew that `leave` answers what it is given, handlers would not end
/// in a jump there but call it, answer the constant themselves, and align the stack for that even where nothing is left.
#[inline(always)]
fn opaque(flow: Flow) -> Flow {
    let mut flow = flow;
    // SAFETY: nothing is done.
    unsafe {
        core::arch::asm!("/* {0} */", inout(reg) flow, options(nomem, nostack, preserves_flags))
    }
    flow
}

/// Keeps a taken branch a branch.
#[inline(always)]
pub(crate) fn nocmov() {
    // SAFETY: nothing is done.
    unsafe { core::arch::asm!("", options(nomem, nostack, preserves_flags)) }
}

/// Whether the threaded dispatcher is compiled in: it needs the optimizer to make jumps of calls.
pub(crate) const THREADED: bool = cfg!(all(
    not(debug_assertions),
    any(target_arch = "x86_64", target_arch = "aarch64")
));

#[cold]
#[inline(never)]
unsafe fn leave_cold(pc: Pc, fp: Fp, cx: *mut Cx, budget: i64, flow: Flow) -> Flow {
    (*cx).pc = pc;
    (*cx).fp = fp;
    (*cx).budget = budget;
    opaque(flow)
}

macro_rules! dispatchers { ($($(#[$doc:meta])* $name:ident { $($f:ident : $k:ident),* },)*) => {
    /// Runs from the state in the Cx until something else is to be done.
    #[inline(never)]
    pub(crate) unsafe fn run_match(cx: *mut Cx) -> Flow {
        let mut m = M { pc: (*cx).pc, fp: (*cx).fp, cx, budget: (*cx).budget };
        loop {
            let at = m.pc;
            let flow = match *(at as *const u16) {
                $(x if x == Op::$name as u16 => {
                    m.pc = at.add(size_of::<enc::$name>() / 8);
                    ops::$name(&*(at as *const enc::$name), &mut m)
                })*
                _ => core::hint::unreachable_unchecked(),
            };
            if flow != NEXT {
                return leave_cold(m.pc, m.fp, cx, m.budget, flow);
            }
        }
    }

    #[cfg(all(not(debug_assertions), any(target_arch = "x86_64", target_arch = "aarch64")))]
    mod threaded {
        use super::*;

        // On Unix "C" is the convention with all four arguments in registers.
        pub type Handler = unsafe extern "C" fn(Pc, Fp, *mut Cx, i64) -> Flow;

        #[cold]
        #[inline(never)]
        pub unsafe extern "C" fn leave(pc: Pc, fp: Fp, cx: *mut Cx, budget: i64, flow: Flow) -> Flow {
            (*cx).pc = pc;
            (*cx).fp = fp;
            (*cx).budget = budget;
            opaque(flow)
        }

        $(
            #[allow(non_snake_case)]
            unsafe extern "C" fn $name(pc: Pc, fp: Fp, cx: *mut Cx, budget: i64) -> Flow {
                let mut m = M { pc: pc.add(size_of::<enc::$name>() / 8), fp, cx, budget };
                let flow = ops::$name(&*(pc as *const enc::$name), &mut m);
                if flow != NEXT {
                    return leave(m.pc, m.fp, cx, m.budget, flow);
                }
                (*(cx as *const Handler).add(*(m.pc as *const u16) as usize))(m.pc, m.fp, cx, m.budget)
            }
        )*

        pub static TABLE: [Handler; Op::COUNT] = [$($name),*];

        #[inline(never)]
        pub unsafe fn run(cx: *mut Cx) -> Flow {
            let pc = (*cx).pc;
            (*(cx as *const Handler).add(*(pc as *const u16) as usize))(pc, (*cx).fp, cx, (*cx).budget)
        }
    }
} }

for_each_op!(dispatchers);

macro_rules! fused { ($($name:ident = $($part:ident)>+;)*) => {
    #[cfg(all(not(debug_assertions), any(target_arch = "x86_64", target_arch = "aarch64")))]
    mod superinstructions {
        use super::threaded::Handler;
        use super::threaded::leave;
        use super::*;

        $(
            #[allow(non_snake_case)]
            unsafe extern "C" fn $name(pc: Pc, fp: Fp, cx: *mut Cx, budget: i64) -> Flow {
                let mut m = M { pc, fp, cx, budget };
                $(
                    let at = m.pc;
                    m.pc = at.add(size_of::<enc::$part>() / 8);
                    let flow = ops::$part(&*(at as *const enc::$part), &mut m);
                    if flow != NEXT {
                        return leave(m.pc, m.fp, cx, m.budget, flow);
                    }
                )+
                (*(cx as *const Handler).add(*(m.pc as *const u16) as usize))(m.pc, m.fp, cx, m.budget)
            }
        )*

        pub static TABLE: [Handler; fuse::COUNT] = [$($name),*];
    }
} }
for_each_fusion!(fused);

/// Opcodes and superinstructions.
pub(crate) const HANDLERS: usize = Op::COUNT + fuse::COUNT;

/// What the first part of a Cx is filled with: the handlers' addresses.
pub(crate) fn table() -> [usize; HANDLERS] {
    #[cfg(all(
        not(debug_assertions),
        any(target_arch = "x86_64", target_arch = "aarch64")
    ))]
    return std::array::from_fn(|i| match i.checked_sub(Op::COUNT) {
        Some(k) => superinstructions::TABLE[k] as usize,
        None => threaded::TABLE[i] as usize,
    });
    #[cfg(not(all(
        not(debug_assertions),
        any(target_arch = "x86_64", target_arch = "aarch64")
    )))]
    [0; HANDLERS]
}

/// As [`run_match`], threaded.
#[inline(always)]
pub(crate) unsafe fn run_threaded(cx: *mut Cx) -> Flow {
    #[cfg(all(
        not(debug_assertions),
        any(target_arch = "x86_64", target_arch = "aarch64")
    ))]
    return threaded::run(cx);
    #[cfg(not(all(
        not(debug_assertions),
        any(target_arch = "x86_64", target_arch = "aarch64")
    )))]
    run_match(cx)
}
