//! Which instruction an operator is, by the kind of its operands; wrapping of narrow integers.

use crate::bytecode::Instr;
use crate::bytecode::LabelId;
use crate::bytecode::Reg;
use crate::lower::func::FuncLower;
use crate::syntax::ast::BinaryOp;
use crate::types::BasicKind;
use crate::types::Type;
use crate::types::TypeId;

/// What arithmetic sees of a type.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Num {
    /// An integer: bits and whether it is signed.
    Int(u8, bool),
    /// float32
    F32,
    /// float64
    F64,
    /// complex64
    C64,
    /// complex128
    C128,
    /// string
    Str,
    /// Anything else (bool, pointers ...): compared as a slot.
    Other,
}

impl Num {
    /// Classifies a basic kind.
    pub fn of(k: BasicKind) -> Num {
        use BasicKind as B;
        match k {
            B::Int | B::Int64 | B::UntypedInt => Num::Int(64, true),
            B::Int8 => Num::Int(8, true),
            B::Int16 => Num::Int(16, true),
            B::Int32 | B::Rune | B::UntypedRune => Num::Int(32, true),
            B::Uint | B::Uint64 | B::Uintptr => Num::Int(64, false),
            B::Uint8 | B::Byte => Num::Int(8, false),
            B::Uint16 => Num::Int(16, false),
            B::Uint32 => Num::Int(32, false),
            B::Float32 => Num::F32,
            B::Float64 | B::UntypedFloat => Num::F64,
            B::Complex64 => Num::C64,
            B::Complex128 | B::UntypedComplex => Num::C128,
            B::String | B::UntypedString => Num::Str,
            _ => Num::Other,
        }
    }
}

impl FuncLower<'_, '_> {
    /// Classifies a concrete type.
    pub fn num(&self, t: TypeId) -> Num {
        let types = self.lw.types();
        match types.under(t) {
            Type::Basic(k) => Num::of(*k),
            _ => Num::Other,
        }
    }

    /// Cuts the 64-bit result in `r` back to the width of the type.
    pub fn wrap(&mut self, r: Reg, n: Num) {
        let (dst, a) = (r, r);
        match n {
            Num::Int(8, true) => self.emit(Instr::Sext8 { dst, a }),
            Num::Int(16, true) => self.emit(Instr::Sext16 { dst, a }),
            Num::Int(32, true) => self.emit(Instr::Sext32 { dst, a }),
            Num::Int(8, false) => self.emit(Instr::Zext8 { dst, a }),
            Num::Int(16, false) => self.emit(Instr::Zext16 { dst, a }),
            Num::Int(32, false) => self.emit(Instr::Zext32 { dst, a }),
            _ => {}
        }
    }

    /// `dst := a op b` for operands of one numeric or string kind; not for shifts and comparisons.
    pub fn arith(&mut self, op: BinaryOp, n: Num, dst: Reg, a: Reg, b: Reg) {
        use BinaryOp as B;
        match n {
            Num::Int(bits, signed) => {
                let direct = match (op, bits, signed) {
                    (B::Add, 32, true) => Some(Instr::AddI32 { dst, a, b }),
                    (B::Sub, 32, true) => Some(Instr::SubI32 { dst, a, b }),
                    (B::Mul, 32, true) => Some(Instr::MulI32 { dst, a, b }),
                    (B::Add, 32, false) => Some(Instr::AddU32 { dst, a, b }),
                    (B::Sub, 32, false) => Some(Instr::SubU32 { dst, a, b }),
                    (B::Mul, 32, false) => Some(Instr::MulU32 { dst, a, b }),
                    (B::Add, 8, false) => Some(Instr::AddU8 { dst, a, b }),
                    _ => None,
                };
                if let Some(i) = direct {
                    return self.emit(i);
                }
                self.emit(match op {
                    B::Add => Instr::AddInt { dst, a, b },
                    B::Sub => Instr::SubInt { dst, a, b },
                    B::Mul => Instr::MulInt { dst, a, b },
                    B::Div if signed => Instr::DivInt { dst, a, b },
                    B::Div => Instr::DivUint { dst, a, b },
                    B::Rem if signed => Instr::RemInt { dst, a, b },
                    B::Rem => Instr::RemUint { dst, a, b },
                    B::And => Instr::And { dst, a, b },
                    B::Or => Instr::Or { dst, a, b },
                    B::Xor => Instr::Xor { dst, a, b },
                    B::AndNot => Instr::AndNot { dst, a, b },
                    _ => unreachable!("invariant: {op:?} is an integer operator"),
                });
                // These cannot leave the range of their operands (but the smallest number divided by -1 can).
                let in_range = matches!(op, B::And | B::Or | B::Xor | B::AndNot | B::Rem)
                    || (op == B::Div && !signed);
                if bits < 64 && !in_range {
                    self.wrap(dst, n);
                }
            }
            Num::F64 => self.emit(match op {
                B::Add => Instr::AddF64 { dst, a, b },
                B::Sub => Instr::SubF64 { dst, a, b },
                B::Mul => Instr::MulF64 { dst, a, b },
                _ => Instr::DivF64 { dst, a, b },
            }),
            Num::F32 => self.emit(match op {
                B::Add => Instr::AddF32 { dst, a, b },
                B::Sub => Instr::SubF32 { dst, a, b },
                B::Mul => Instr::MulF32 { dst, a, b },
                _ => Instr::DivF32 { dst, a, b },
            }),
            Num::C128 => self.emit(match op {
                B::Add => Instr::AddC128 { dst, a, b },
                B::Sub => Instr::SubC128 { dst, a, b },
                B::Mul => Instr::MulC128 { dst, a, b },
                _ => Instr::DivC128 { dst, a, b },
            }),
            Num::C64 => {
                // As gc: widened, computed and rounded once.
                let (wa, wb) = (self.alloc(2), self.alloc(2));
                self.emit(Instr::C64ToC128 { dst: wa, a });
                self.emit(Instr::C64ToC128 { dst: wb, a: b });
                self.arith(op, Num::C128, wa, wa, wb);
                self.emit(Instr::C128ToC64 { dst, a: wa });
            }
            Num::Str => self.emit(Instr::Concat { dst, a, b }),
            Num::Other => unreachable!("invariant: {op:?} has numeric or string operands"),
        }
    }

    /// `dst := a op k` where a fused form exists; answers whether it did.
    pub fn arith_k(&mut self, op: BinaryOp, n: Num, dst: Reg, a: Reg, k: i64) -> bool {
        use BinaryOp as B;
        let Num::Int(bits, signed) = n else {
            return false;
        };
        let Ok(k) = i16::try_from(k) else {
            return false;
        };
        let i = match op {
            B::Add => Instr::AddIntK { dst, a, k },
            B::Sub if k != i16::MIN => Instr::AddIntK { dst, a, k: -k },
            B::Mul => Instr::MulIntK { dst, a, k },
            B::Div if signed && k != 0 => Instr::DivIntK { dst, a, k },
            B::Rem if signed && k != 0 => Instr::RemIntK { dst, a, k },
            B::And if k >= 0 || bits == 64 => Instr::AndK { dst, a, k },
            _ => return false,
        };
        self.emit(i);
        if bits < 64 && !matches!(op, B::And | B::Rem) {
            self.wrap(dst, n);
        }
        true
    }

    /// `dst := a << b` or `a >> b`; `count` is the kind of `b`, which has been checked for being negative.
    pub fn shift(&mut self, op: BinaryOp, n: Num, dst: Reg, a: Reg, b: Reg) {
        let signed = matches!(n, Num::Int(_, true));
        match op {
            BinaryOp::Shl => {
                self.emit(Instr::Shl { dst, a, b });
                self.wrap(dst, n);
            }
            _ if signed => self.emit(Instr::ShrInt { dst, a, b }),
            _ => self.emit(Instr::ShrUint { dst, a, b }),
        }
    }

    /// The same with a constant count.
    pub fn shift_k(&mut self, op: BinaryOp, n: Num, dst: Reg, a: Reg, count: u64) {
        let Num::Int(bits, signed) = n else { return };
        let k = count.min(63) as u16;
        match op {
            BinaryOp::Shl if count >= bits as u64 => self.emit(Instr::LoadI { dst, k: 0 }),
            BinaryOp::Shl if n == Num::Int(32, false) => self.emit(Instr::ShlU32K { dst, a, k }),
            BinaryOp::Shl => {
                self.emit(Instr::ShlK { dst, a, k });
                self.wrap(dst, n);
            }
            _ if signed => self.emit(Instr::ShrIntK { dst, a, k }),
            _ if count >= bits as u64 => self.emit(Instr::LoadI { dst, k: 0 }),
            _ => self.emit(Instr::ShrUintK { dst, a, k }),
        }
    }

    /// `dst := a op b` for a comparison of numbers, strings or single slots.
    pub fn compare(&mut self, op: BinaryOp, n: Num, dst: Reg, a: Reg, b: Reg) {
        use BinaryOp as B;
        let (op, a, b) = match op {
            B::Gtr => (B::Lss, b, a),
            B::Geq => (B::Leq, b, a),
            _ => (op, a, b),
        };
        let unsigned = matches!(n, Num::Int(_, false));
        match (n, op) {
            (Num::F64, B::Eql) => self.emit(Instr::EqF64 { dst, a, b }),
            (Num::F64, B::Neq) => self.emit(Instr::NeF64 { dst, a, b }),
            (Num::F64, B::Lss) => self.emit(Instr::LtF64 { dst, a, b }),
            (Num::F64, _) => self.emit(Instr::LeF64 { dst, a, b }),
            (Num::F32, B::Lss) => self.emit(Instr::LtF32 { dst, a, b }),
            (Num::F32, B::Leq) => self.emit(Instr::LeF32 { dst, a, b }),
            (Num::F32, _) => {
                self.emit(Instr::EqF32 { dst, a, b });
                self.not_if(op == B::Neq, dst);
            }
            (Num::Str, B::Lss) => self.emit(Instr::LtStr { dst, a, b }),
            (Num::Str, B::Leq) => self.emit(Instr::LeStr { dst, a, b }),
            (Num::Str, _) => {
                self.emit(Instr::EqStr { dst, a, b });
                self.not_if(op == B::Neq, dst);
            }
            (Num::C128, _) => {
                self.emit(Instr::EqC128 { dst, a, b });
                self.not_if(op == B::Neq, dst);
            }
            (Num::C64, _) => {
                let (wa, wb) = (self.alloc(2), self.alloc(2));
                self.emit(Instr::C64ToC128 { dst: wa, a });
                self.emit(Instr::C64ToC128 { dst: wb, a: b });
                self.compare(op, Num::C128, dst, wa, wb);
            }
            (_, B::Eql) => self.emit(Instr::EqInt { dst, a, b }),
            (_, B::Neq) => self.emit(Instr::NeInt { dst, a, b }),
            (_, B::Lss) if unsigned => self.emit(Instr::LtUint { dst, a, b }),
            (_, B::Lss) => self.emit(Instr::LtInt { dst, a, b }),
            (_, _) if unsigned => self.emit(Instr::LeUint { dst, a, b }),
            (_, _) => self.emit(Instr::LeInt { dst, a, b }),
        }
    }

    /// Negates a bool in place when `flip`.
    pub fn not_if(&mut self, flip: bool, r: Reg) {
        if flip {
            self.emit(Instr::Not { dst: r, a: r });
        }
    }

    /// Jumps to `to` if `a op b` is `want`; answers false when there is no fused form for this kind.
    pub fn compare_jump(
        &mut self,
        op: BinaryOp,
        n: Num,
        a: Reg,
        b: Reg,
        to: LabelId,
        want: bool,
    ) -> bool {
        use BinaryOp as B;
        let back = self.asm.is_bound(to);
        match n {
            Num::F64 if !back => {
                let (op, a, b) = match op {
                    B::Gtr => (B::Lss, b, a),
                    B::Geq => (B::Leq, b, a),
                    _ => (op, a, b),
                };
                self.emit(match (op, want) {
                    (B::Eql, true) | (B::Neq, false) => Instr::JEqF64 { a, b, to },
                    (B::Eql, false) | (B::Neq, true) => Instr::JNeF64 { a, b, to },
                    (B::Lss, true) => Instr::JLtF64 { a, b, to },
                    (B::Lss, false) => Instr::JNltF64 { a, b, to },
                    (_, true) => Instr::JLeF64 { a, b, to },
                    (_, false) => Instr::JNleF64 { a, b, to },
                });
                true
            }
            Num::Str if !back && matches!(op, B::Eql | B::Neq) => {
                let eq = (op == B::Eql) == want;
                self.emit(if eq {
                    Instr::JEqStr { a, b, to }
                } else {
                    Instr::JNeStr { a, b, to }
                });
                true
            }
            Num::Int(..) | Num::Other => {
                let unsigned = matches!(n, Num::Int(_, false));
                let op = if want { op } else { negate(op) };
                let (op, a, b) = match op {
                    B::Gtr => (B::Lss, b, a),
                    B::Geq => (B::Leq, b, a),
                    _ => (op, a, b),
                };
                self.emit(match (op, unsigned, back) {
                    (B::Eql, _, false) => Instr::JEqInt { a, b, to },
                    (B::Eql, _, true) => Instr::JEqIntB { a, b, to },
                    (B::Neq, _, false) => Instr::JNeInt { a, b, to },
                    (B::Neq, _, true) => Instr::JNeIntB { a, b, to },
                    (B::Lss, false, false) => Instr::JLtInt { a, b, to },
                    (B::Lss, false, true) => Instr::JLtIntB { a, b, to },
                    (B::Lss, true, false) => Instr::JLtUint { a, b, to },
                    (B::Lss, true, true) => Instr::JLtUintB { a, b, to },
                    (_, false, false) => Instr::JLeInt { a, b, to },
                    (_, false, true) => Instr::JLeIntB { a, b, to },
                    (_, true, false) => Instr::JLeUint { a, b, to },
                    (_, true, true) => Instr::JLeUintB { a, b, to },
                });
                true
            }
            _ => false,
        }
    }

    /// The same against a small constant.
    pub fn compare_jump_k(
        &mut self,
        op: BinaryOp,
        n: Num,
        a: Reg,
        k: i64,
        to: LabelId,
        want: bool,
    ) -> bool {
        use BinaryOp as B;
        let Ok(k) = i16::try_from(k) else {
            return false;
        };
        let op = if want { op } else { negate(op) };
        match n {
            Num::Int(_, true) | Num::Other => {}
            Num::Int(_, false) if matches!(op, B::Eql | B::Neq) && k >= 0 => {}
            // Narrow unsigned values are never negative as slots, so signed comparison is right.
            Num::Int(bits, false) if bits < 64 && k >= 0 => {}
            _ => return false,
        }
        let back = self.asm.is_bound(to);
        self.emit(match (op, back) {
            (B::Eql, false) => Instr::JEqIntK { a, k, to },
            (B::Eql, true) => Instr::JEqIntKB { a, k, to },
            (B::Neq, false) => Instr::JNeIntK { a, k, to },
            (B::Neq, true) => Instr::JNeIntKB { a, k, to },
            (B::Lss, false) => Instr::JLtIntK { a, k, to },
            (B::Lss, true) => Instr::JLtIntKB { a, k, to },
            (B::Leq, false) => Instr::JLeIntK { a, k, to },
            (B::Leq, true) => Instr::JLeIntKB { a, k, to },
            (B::Gtr, false) => Instr::JGtIntK { a, k, to },
            (B::Gtr, true) => Instr::JGtIntKB { a, k, to },
            (_, false) => Instr::JGeIntK { a, k, to },
            (_, true) => Instr::JGeIntKB { a, k, to },
        });
        true
    }
}

/// The comparison that holds when `op` does not, for totally ordered operands.
pub fn negate(op: BinaryOp) -> BinaryOp {
    use BinaryOp as B;
    match op {
        B::Eql => B::Neq,
        B::Neq => B::Eql,
        B::Lss => B::Geq,
        B::Leq => B::Gtr,
        B::Gtr => B::Leq,
        _ => B::Lss,
    }
}

/// The comparison with its operands exchanged.
pub fn mirror(op: BinaryOp) -> BinaryOp {
    use BinaryOp as B;
    match op {
        B::Lss => B::Gtr,
        B::Leq => B::Geq,
        B::Gtr => B::Lss,
        B::Geq => B::Leq,
        o => o,
    }
}
