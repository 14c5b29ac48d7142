//! The built-in functions of complex numbers: `complex`, `real`, `imag`.

use super::Checker;
use super::Mode;
use super::Operand;
use super::call::Call;
use super::const_::complex_const;
use crate::diag::Code;
use crate::types::BuiltinId;
use crate::types::TypeId;

impl<'a> Checker<'a> {
    pub(crate) fn builtin_complex(
        &mut self,
        x: &mut Operand,
        call: Call<'a>,
        y: &mut Operand,
    ) -> bool {
        let types = self.types;
        let constants = x.mode == Mode::Constant && y.mode == Mode::Constant;
        match (types.is_untyped(x.ty), types.is_untyped(y.ty)) {
            (false, false) => {}
            (true, false) => self.convert_untyped(x, y.ty),
            (false, true) => self.convert_untyped(y, x.ty),
            (true, true) if constants => {
                for v in [&mut *x, &mut *y] {
                    if types.is_numeric(v.ty) && v.value().imag().sign() == 0 {
                        v.ty = TypeId::UNTYPED_FLOAT;
                    }
                }
            }
            (true, true) => {
                self.convert_untyped(x, TypeId::FLOAT64);
                self.convert_untyped(y, TypeId::FLOAT64);
            }
        }
        if !x.is_valid() || !y.is_valid() {
            return false;
        }
        if !types.identical(x.ty, y.ty) {
            let (xt, yt) = self.type_strs(x.ty, y.ty);
            let msg = format!(
                "invalid operation: {} (mismatched types {xt} and {yt})",
                self.expr_str(call.e)
            );
            self.err(self.operand_span(x), Code::InvalidComplex, msg);
            return false;
        }
        let result = self.apply_type_func(x, BuiltinId::Complex, |k| match k {
            TypeId::FLOAT32 => Some(TypeId::COMPLEX64),
            TypeId::FLOAT64 => Some(TypeId::COMPLEX128),
            TypeId::UNTYPED_FLOAT => Some(TypeId::UNTYPED_COMPLEX),
            _ => None,
        });
        let Some(result) = result else {
            let msg = format!(
                "invalid argument: arguments have type {}, expected floating-point",
                self.type_str(x.ty)
            );
            self.err(self.operand_span(x), Code::InvalidComplex, msg);
            return false;
        };
        if constants {
            x.val = Some(complex_const(&x.value().to_float(), &y.value().to_float()));
        } else {
            x.mode = Mode::Value;
            self.record_builtin(call.fun, Some(result), &[x.ty, x.ty]);
        }
        x.ty = result;
        true
    }

    /// `real(x)`, `imag(x)`
    pub(crate) fn builtin_part(&mut self, x: &mut Operand, call: Call<'a>, id: BuiltinId) -> bool {
        let types = self.types;
        if types.is_untyped(x.ty) {
            if x.mode == Mode::Constant {
                if types.is_numeric(x.ty) {
                    x.ty = TypeId::UNTYPED_COMPLEX;
                }
            } else {
                self.convert_untyped(x, TypeId::COMPLEX128);
                if !x.is_valid() {
                    return false;
                }
            }
        }
        let result = self.apply_type_func(x, id, |k| match k {
            TypeId::COMPLEX64 => Some(TypeId::FLOAT32),
            TypeId::COMPLEX128 => Some(TypeId::FLOAT64),
            TypeId::UNTYPED_COMPLEX => Some(TypeId::UNTYPED_FLOAT),
            _ => None,
        });
        let Some(result) = result else {
            let code = if id == BuiltinId::Real {
                Code::InvalidReal
            } else {
                Code::InvalidImag
            };
            let msg = format!(
                "invalid argument: argument has type {}, expected complex type",
                self.type_str(x.ty)
            );
            self.err(self.operand_span(x), code, msg);
            return false;
        };
        if x.mode == Mode::Constant {
            x.val = Some(if id == BuiltinId::Real {
                x.value().real()
            } else {
                x.value().imag()
            });
        } else {
            x.mode = Mode::Value;
            self.record_builtin(call.fun, Some(result), &[x.ty]);
        }
        x.ty = result;
        true
    }

    /// Applies a function from basic types to basic types to the operand's type. For a type parameter it must be
    /// defined on all types, and even then gc does not support it.
    fn apply_type_func(
        &mut self,
        x: &Operand,
        id: BuiltinId,
        f: impl Fn(TypeId) -> Option<TypeId>,
    ) -> Option<TypeId> {
        let types = self.types;
        if !types.is_type_param(x.ty) {
            return f(types.underlying(x.ty));
        }
        let mut result = None;
        for u in self.specific_unders(x.ty) {
            result = Some(f(types.underlying(u?))?);
        }
        let code = match id {
            BuiltinId::Real => Code::InvalidReal,
            BuiltinId::Imag => Code::InvalidImag,
            _ => Code::InvalidComplex,
        };
        let msg = format!(
            "{} not supported as argument to built-in {} for go1.18 (see go.dev/issue/50937)",
            self.operand_str(x),
            id.name()
        );
        self.err(self.operand_span(x), code, msg);
        result
    }
}
