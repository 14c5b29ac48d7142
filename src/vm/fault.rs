//! Simple run-time errors: handlers only say that the instruction at pc failed; what went wrong follows from it and its operands.

use crate::bytecode::Instr;
use crate::value::Trap;
use crate::vm::Cx;
use crate::vm::dispatch::Fp;

/// The error of the instruction at `cx.pc`.
pub(crate) unsafe fn explain(cx: *mut Cx) -> Trap {
    let vm = &*(*cx).vm;
    let fp: Fp = (*cx).fp;
    // SAFETY: the registers of an instruction are inside its frame.
    let r = |x: crate::bytecode::Reg| unsafe { *fp.add(x.0 as usize) };
    // SAFETY: as above.
    let len = |x: crate::bytecode::Reg| unsafe { u64::from(*fp.add(x.0 as usize + 1) as u32) };
    let index = |s, i| Trap::index(r(i) as i64, len(s));
    let Some(i) = vm.code.decode((*cx).pc) else {
        return Trap::NilDeref;
    };
    match i {
        Instr::DivInt { .. }
        | Instr::RemInt { .. }
        | Instr::DivUint { .. }
        | Instr::RemUint { .. } => Trap::runtime("integer divide by zero"),
        Instr::CheckShift { .. } => Trap::runtime("negative shift amount"),
        Instr::IndexI8 { s, i, .. }
        | Instr::IndexU8 { s, i, .. }
        | Instr::IndexI16 { s, i, .. }
        | Instr::IndexU16 { s, i, .. }
        | Instr::IndexI32 { s, i, .. }
        | Instr::IndexU32 { s, i, .. }
        | Instr::Index64 { s, i, .. }
        | Instr::Index128 { s, i, .. }
        | Instr::SetIndex8 { s, i, .. }
        | Instr::SetIndex16 { s, i, .. }
        | Instr::SetIndex32 { s, i, .. }
        | Instr::SetIndex64 { s, i, .. }
        | Instr::SetIndex128 { s, i, .. }
        | Instr::IndexAddr { s, i, .. } => index(s, i),
        Instr::IndexStr { s, i, .. } => {
            // SAFETY: as above.
            Trap::index(r(i) as i64, unsafe { *fp.add(s.0 as usize + 1) })
        }
        Instr::Index64Row { s, r: row, c, .. } => {
            if r(row) >= len(s) {
                return index(s, row);
            }
            // SAFETY: the row is below the length, which has just been looked at.
            let (_, lc) = unsafe {
                crate::heap::atomic16::load((r(s) as *const u64).add(2 * r(row) as usize))
            };
            Trap::index(r(c) as i64, u64::from(lc as u32))
        }
        Instr::BoundsK { i, n } => Trap::index(r(i) as i64, n as u32 as u64),
        Instr::SliceToArray { s, n, .. } => Trap::runtime(format!(
            "cannot convert slice with length {} to array or pointer to array with length {n}",
            len(s)
        )),
        _ => Trap::NilDeref,
    }
}

/// What a nil dereference by the instruction at `cx.pc` would have touched: the offset of a field.
pub(crate) unsafe fn address(cx: *mut Cx) -> u64 {
    let mut off = 0;
    if let Some(i) = (*(*cx).vm).code.decode((*cx).pc) {
        i.operands(|name, o| {
            if let (crate::bytecode::Operand::U(k), "off") = (o, name) {
                off = u64::from(k);
            }
        });
    }
    off
}
