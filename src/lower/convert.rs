//! Conversions: implicit ones at assignments, explicit ones `T(x)`, type assertions.

use crate::bytecode::Instr;
use crate::bytecode::Reg;
use crate::bytecode::Repr;
use crate::lower::arith::Num;
use crate::lower::func::FuncLower;
use crate::syntax::ast::ExprId;
use crate::types::Type;
use crate::types::TypeId;

impl FuncLower<'_, '_> {
    /// A value converted to the type it is assigned to.
    pub fn value_as(&mut self, e: ExprId, target: TypeId) -> Reg {
        let target = self.subst_type(target);
        if self.needs_boxing(e, target) || self.src.is_nil(e) || self.retyped_constant(e, target) {
            let dst = self.alloc_for(target);
            self.value_as_to(e, target, dst);
            return dst;
        }
        self.note_flow(self.ty(e), target);
        self.expr(e)
    }

    /// The same into `dst`, which nothing in `e` reads.
    pub fn value_as_to(&mut self, e: ExprId, target: TypeId, dst: Reg) {
        let target = self.subst_type(target);
        if self.src.is_nil(e) {
            let n = self.slots(target);
            self.zero_slots(dst, n);
        } else if self.needs_boxing(e, target) {
            let t = self.ty(e);
            let r = self.expr(e);
            self.make_iface(dst, r, t);
        } else if let Some(v) = self.src.const_of(e) {
            self.constant_to(v, target, dst);
        } else {
            self.note_flow(self.ty(e), target);
            self.fresh_to(e, dst);
        }
    }

    fn needs_boxing(&self, e: ExprId, target: TypeId) -> bool {
        let types = self.lw.types();
        types.is_interface(target) && !self.src.is_nil(e) && !types.is_interface(self.ty(e))
    }

    fn retyped_constant(&self, e: ExprId, target: TypeId) -> bool {
        self.src.const_of(e).is_some() && self.num(self.ty(e)) != self.num(target)
    }

    /// A value in registers converted to the type it is assigned to.
    pub fn convert_reg(&mut self, src: Reg, from: TypeId, to: TypeId) -> Reg {
        let types = self.lw.types();
        if types.is_interface(to) && !types.is_interface(from) {
            let dst = self.alloc(2);
            self.make_iface(dst, src, from);
            return dst;
        }
        self.note_flow(from, to);
        src
    }

    /// `dst :=` an interface holding the value of concrete type `t` in `src`.
    pub fn make_iface(&mut self, dst: Reg, src: Reg, t: TypeId) {
        self.note_boxed(t);
        let ty = self.rtype(t);
        let n = self.slots(t);
        match n {
            0 => {
                let zero = self.alloc(1);
                self.emit(Instr::LoadI { dst: zero, k: 0 });
                self.emit(Instr::MkIface { dst, src: zero, ty });
            }
            1 => {
                let src = self.own(src, t);
                self.emit(Instr::MkIface { dst, src, ty });
            }
            _ => self.emit(Instr::BoxIface { dst, src, ty }),
        }
    }

    /// The value of concrete type `t` that the interface in `src` is known to hold.
    pub fn unbox(&mut self, dst: Reg, src: Reg, t: TypeId) {
        match self.slots(t) {
            0 => {}
            1 => self.emit(Instr::Mov {
                dst,
                src: src.plus(1),
            }),
            _ => {
                let ty = self.rtype(t);
                self.emit(Instr::UnboxIface { dst, src, ty });
            }
        }
    }

    /// `x.(T)`, with `ok` in the comma-ok form.
    pub fn type_assert_to(&mut self, e: ExprId, x: ExprId, t: TypeId, dst: Reg, ok: Option<Reg>) {
        // In the comma-ok form the recorded type is a tuple of the type and bool.
        let t = match self.lw.types().get(t) {
            Type::Tuple(parts) => self.subst_type(parts[0].ty),
            _ => t,
        };
        let xt = self.ty(x);
        self.note_flow(xt, t);
        let iface = self.rtype(xt);
        let src = self.expr(x);
        self.pos = self.src.file.pos(e);
        let ty = self.rtype(t);
        let to_iface = self.lw.types().is_interface(t);
        if let Some(ok) = ok {
            // `ok` and `dst` are fresh, `src` stays readable until the end.
            if to_iface {
                self.emit(Instr::Implements { dst: ok, src, ty });
            } else {
                self.emit(Instr::IsType { dst: ok, src, ty });
            }
            let (no, end) = (self.label(), self.label());
            self.emit(Instr::JFalse { a: ok, to: no });
            if to_iface {
                self.mov(dst, src, 2);
            } else {
                self.unbox(dst, src, t);
            }
            self.emit(Instr::Jmp { to: end });
            self.bind(no);
            self.zero_value(dst, t);
            self.bind(end);
        } else if to_iface {
            self.emit(Instr::AssertIface { src, ty, iface });
            self.mov(dst, src, 2);
        } else {
            self.emit(Instr::AssertType { src, ty, iface });
            self.unbox(dst, src, t);
        }
    }

    /// An explicit conversion `T(x)`.
    pub fn conversion(&mut self, e: ExprId, t: TypeId, x: ExprId, dst: Option<Reg>) -> Reg {
        let t = self.subst_type(t);
        let types = self.lw.types();
        if types.is_interface(t) || self.src.is_nil(x) {
            return match dst {
                Some(d) => {
                    self.value_as_to(x, t, d);
                    d
                }
                None => self.value_as(x, t),
            };
        }
        let xt = self.ty(x);
        let (from, to) = (self.num(xt), self.num(t));
        if from != to
            && let Some(v) = self.src.const_of(x)
            && matches!(
                to,
                Num::Int(..) | Num::F32 | Num::F64 | Num::C64 | Num::C128
            )
        {
            // A constant converted to a type parameter is converted to each type argument.
            let dst = dst.unwrap_or_else(|| self.alloc_for(t));
            self.constant_to(v, t, dst);
            return dst;
        }
        let numeric =
            |n: Num| matches!(n, Num::Int(..) | Num::F32 | Num::F64 | Num::C64 | Num::C128);
        if numeric(from) && numeric(to) {
            if from == to {
                return self.expr(x);
            }
            let src = self.expr(x);
            if self.same_slots(from, to) {
                return src;
            }
            let dst = dst.unwrap_or_else(|| self.alloc_for(t));
            self.convert_num(dst, src, from, to);
            return dst;
        }
        let (xu, tu) = (types.under(xt), types.under(t));
        let instr: Option<fn(Reg, Reg) -> Instr> = match (xu, tu) {
            _ if to == Num::Str && matches!(from, Num::Int(..)) => {
                Some(|dst, a| Instr::RuneToStr { dst, a })
            }
            (Type::Slice(elem), _) if to == Num::Str => Some(if self.is_byte(*elem) {
                |dst, s| Instr::BytesToStr { dst, s }
            } else {
                |dst, s| Instr::RunesToStr { dst, s }
            }),
            (_, Type::Slice(elem)) if from == Num::Str => Some(if self.is_byte(*elem) {
                |dst, s| Instr::StrToBytes { dst, s }
            } else {
                |dst, s| Instr::StrToRunes { dst, s }
            }),
            _ => None,
        };
        if let Some(f) = instr {
            let src = self.expr(x);
            self.pos = self.src.file.pos(e);
            let dst = dst.unwrap_or_else(|| self.alloc_for(t));
            self.emit(f(dst, src));
            return dst;
        }
        if let Some(r) = self.unsafe_conversion(e, x, xt, t) {
            return r;
        }
        match (xu, tu) {
            (Type::Slice(_), Type::Array { len, .. }) => self.slice_to_array(e, x, *len, t, true),
            (Type::Slice(_), Type::Pointer(p)) => match types.under(*p) {
                Type::Array { len, .. } => self.slice_to_array(e, x, *len, t, false),
                _ => self.expr(x),
            },
            _ => self.expr(x),
        }
    }

    fn slice_to_array(&mut self, e: ExprId, x: ExprId, len: i64, t: TypeId, value: bool) -> Reg {
        let s = self.expr(x);
        self.pos = self.src.file.pos(e);
        let p = self.alloc(1);
        self.emit(Instr::SliceToArray {
            dst: p,
            s,
            n: i32::try_from(len).unwrap_or(i32::MAX),
        });
        if !value {
            return p;
        }
        let l = self.layout(t);
        match l.repr {
            Repr::Mem => self.own(p, t),
            Repr::Empty => p,
            _ => {
                let dst = self.alloc(l.slots);
                self.load(dst, p, 0, t);
                dst
            }
        }
    }

    fn is_byte(&self, elem: TypeId) -> bool {
        self.num(elem) == Num::Int(8, false)
    }

    /// Whether every value of `from` is held by the same slot in `to`.
    fn same_slots(&self, from: Num, to: Num) -> bool {
        match (from, to) {
            (Num::Int(..), Num::Int(64, _)) => true,
            (Num::Int(a, sa), Num::Int(b, sb)) => a < b && (sb || !sa) && (sa == sb || !sa),
            _ => false,
        }
    }

    fn convert_num(&mut self, dst: Reg, a: Reg, from: Num, to: Num) {
        match (from, to) {
            (Num::Int(..), Num::Int(bits, signed)) => self.emit(match (bits, signed) {
                (8, true) => Instr::Sext8 { dst, a },
                (16, true) => Instr::Sext16 { dst, a },
                (32, true) => Instr::Sext32 { dst, a },
                (8, false) => Instr::Zext8 { dst, a },
                (16, false) => Instr::Zext16 { dst, a },
                (32, false) => Instr::Zext32 { dst, a },
                _ => Instr::Mov { dst, src: a },
            }),
            (Num::Int(64, false), Num::F64) => self.emit(Instr::UintToF64 { dst, a }),
            (Num::Int(..), Num::F64) => self.emit(Instr::IntToF64 { dst, a }),
            (Num::Int(64, false), Num::F32) => self.emit(Instr::UintToF32 { dst, a }),
            (Num::Int(..), Num::F32) => self.emit(Instr::IntToF32 { dst, a }),
            (Num::F32, Num::F64) => self.emit(Instr::F32ToF64 { dst, a }),
            (Num::F64, Num::F32) => self.emit(Instr::F64ToF32 { dst, a }),
            (Num::F32, Num::Int(..)) => {
                let w = self.alloc(1);
                self.emit(Instr::F32ToF64 { dst: w, a });
                self.convert_num(dst, w, Num::F64, to);
            }
            (Num::F64, Num::Int(64, false)) => self.emit(Instr::F64ToUint { dst, a }),
            (Num::F64, Num::Int(32, true)) => self.emit(Instr::F64ToInt32 { dst, a }),
            (Num::F64, Num::Int(8 | 16, _)) => {
                self.emit(Instr::F64ToInt32 { dst, a });
                self.wrap(dst, to);
            }
            (Num::F64, Num::Int(..)) => {
                self.emit(Instr::F64ToInt { dst, a });
                self.wrap(dst, to);
            }
            (Num::C64, Num::C128) => self.emit(Instr::C64ToC128 { dst, a }),
            (Num::C128, Num::C64) => self.emit(Instr::C128ToC64 { dst, a }),
            _ => unreachable!(
                "invariant: the checker allows no conversion between {from:?} and {to:?}"
            ),
        }
    }
}
