//! Constants into registers.

use crate::bytecode::Instr;
use crate::bytecode::Reg;
use crate::constant::Value;
use crate::lower::arith::Num;
use crate::lower::func::FuncLower;
use crate::types::TypeId;

impl FuncLower<'_, '_> {
    /// Loads a constant of a concrete type. An interface gets the value in its default type.
    pub fn constant_to(&mut self, v: &Value, t: TypeId, dst: Reg) {
        let types = self.lw.types();
        if types.is_interface(t) {
            let d = match v {
                Value::Bool(_) => TypeId::BOOL,
                Value::String(_) => TypeId::STRING,
                Value::Int64(_) | Value::Int(_) => TypeId::INT,
                Value::Complex(_) => TypeId::COMPLEX128,
                _ => TypeId::FLOAT64,
            };
            let r = self.alloc_for(d);
            self.constant_to(v, d, r);
            return self.make_iface(dst, r, d);
        }
        match self.num(t) {
            Num::Int(..) => {
                let i = v.to_int();
                let k = i
                    .int64_val()
                    .or_else(|| i.uint64_val().map(|u| u as i64))
                    .unwrap_or(0);
                self.load_int(dst, k);
            }
            Num::F64 => {
                let bits = v.to_float().float64_val().0.to_bits();
                self.load_bits(dst, bits);
            }
            Num::F32 => {
                let bits = v.to_float().float32_val().0.to_bits() as u64;
                self.load_bits(dst, bits);
            }
            Num::C128 => {
                let c = v.to_complex();
                let (re, im) = (
                    c.real().to_float().float64_val().0,
                    c.imag().to_float().float64_val().0,
                );
                self.load_bits(dst, re.to_bits());
                self.load_bits(dst.plus(1), im.to_bits());
            }
            Num::C64 => {
                let c = v.to_complex();
                let (re, im) = (
                    c.real().to_float().float32_val().0,
                    c.imag().to_float().float32_val().0,
                );
                self.load_bits(dst, re.to_bits() as u64 | (im.to_bits() as u64) << 32);
            }
            Num::Str => {
                let s = self.lw.string(v.string_val());
                self.emit(Instr::LoadStr { dst, s });
            }
            Num::Other => match v {
                Value::Bool(b) => self.emit(Instr::LoadI { dst, k: *b as i32 }),
                // uintptr constants converted to unsafe.Pointer and the like.
                v => self.load_int(dst, v.to_int().int64_val().unwrap_or(0)),
            },
        }
    }

    fn load_bits(&mut self, dst: Reg, bits: u64) {
        if bits <= i32::MAX as u64 {
            self.emit(Instr::LoadI {
                dst,
                k: bits as i32,
            });
        } else {
            self.emit(Instr::LoadK { dst, k: bits });
        }
    }
}
