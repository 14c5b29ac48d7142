//! The instructions and the program a VM runs: the contract between `lower`, which writes it, and `vm`, which runs it.
//!
//! Invariants: a `Program` is immutable once built (inline caches aside, which live in the VM's own copy of the code);
//! it names no syntax tree and no checker type. `ARCHITECTURE.md` (section "Run-time contract") says how values are
//! laid out in registers and memory and how calls work.

pub mod asm;
pub mod disasm;
pub mod instr;
#[macro_use]
pub mod opcode;
pub mod program;
pub mod rtype;
pub mod shape;
pub mod verify;

pub use instr::{
    FuncId, Instr, LabelId, MethodId, NO_REG, NativeId, Op, Operand, Reg, StrId, TableId, TypeId,
};
pub use program::{
    Extension, Func, JumpTable, LineEntry, MethodName, Native, Program, SelectCase, SelectDir,
    SelectTable, UNSIGNED_HIGH, UNSIGNED_LOW, UNSIGNED_MAX, WellKnown,
};
pub use rtype::{ChanDir, Field, Kind, Leaf, LeafKind, Method, RType, Repr};
