//! Constant operands: whether a value is representable in a type, and how it is rounded.

use super::Checker;
use super::Mode;
use super::Operand;
use crate::base::Span;
use crate::constant;
use crate::constant::Kind;
use crate::constant::Op;
use crate::constant::Value;
use crate::diag::Code;
use crate::syntax::ast::BinaryOp;
use crate::syntax::ast::ExprId;
use crate::syntax::ast::ExprKind;
use crate::syntax::ast::UnaryOp;
use crate::types::BasicInfo;
use crate::types::BasicKind;
use crate::types::Type;
use crate::types::TypeId;

/// Untyped integers have at most this many bits.
const MAX_BITS: usize = 512;

impl<'a> Checker<'a> {
    /// Checks that the result of a constant operation fits its type, or does not grow without bounds.
    pub(crate) fn overflow(&mut self, x: &mut Operand, op_pos: Span) {
        if x.value().is_unknown() {
            self.err(
                op_pos,
                Code::InvalidConstVal,
                "constant result is not representable",
            );
            return;
        }
        if self.types.is_typed(x.ty) {
            self.representable(x, self.types.underlying(x.ty));
            return;
        }
        if x.value().kind() == Kind::Int && x.value().bit_len() > MAX_BITS {
            let op = match x.expr.map(|e| self.op_name(e)) {
                Some(name) if !name.is_empty() => format!("{name} "),
                _ => String::new(),
            };
            self.err(
                op_pos,
                Code::InvalidConstVal,
                format!("constant {op}overflow"),
            );
            x.val = Some(Value::Unknown);
        }
    }

    /// The name of an operation that may overflow.
    fn op_name(&self, e: ExprId) -> &'static str {
        match &self.file.expr(e).kind {
            ExprKind::UnaryExpr {
                op: UnaryOp::Xor, ..
            } => "bitwise complement",
            ExprKind::BinaryExpr { op, .. } => match op {
                BinaryOp::Add => "addition",
                BinaryOp::Sub => "subtraction",
                BinaryOp::Xor => "bitwise XOR",
                BinaryOp::Mul => "multiplication",
                BinaryOp::Shl => "shift",
                _ => "",
            },
            _ => "",
        }
    }

    /// Converts a constant operand to the basic type, or reports why that is not possible.
    pub(crate) fn representable(&mut self, x: &mut Operand, ty: TypeId) {
        match self.representation(x, ty) {
            Ok(v) => x.val = Some(v),
            Err(code) => {
                self.invalid_conversion(code, x, ty);
                x.invalidate();
            }
        }
    }

    /// The constant as it is in a type of this kind (rounded), if it is representable there.
    pub fn representable_const(&self, val: &Value, kind: BasicKind) -> Option<Value> {
        representable_const(val, kind)
    }

    /// The value of a constant operand in the basic type `ty`.
    pub(crate) fn representation(&self, x: &Operand, ty: TypeId) -> Result<Value, Code> {
        let Type::Basic(kind) = self.types.get(ty) else {
            return Err(Code::InvalidConstVal);
        };
        if let Some(v) = representable_const(&x.value(), *kind) {
            return Ok(v);
        }
        if self.types.is_numeric(x.ty) && self.types.is_numeric(ty) {
            if !self.types.is_integer(x.ty) && self.types.is_integer(ty) {
                return Err(Code::TruncatedFloat);
            }
            return Err(Code::NumericOverflow);
        }
        Err(Code::InvalidConstVal)
    }

    /// Reports a failed conversion.
    pub(crate) fn invalid_conversion(&mut self, code: Code, x: &Operand, target: TypeId) {
        let (xs, ts) = (self.operand_str(x), self.type_str(target));
        let msg = match code {
            Code::TruncatedFloat => format!("{xs} truncated to {ts}"),
            Code::NumericOverflow => format!("{xs} overflows {ts}"),
            _ => format!("cannot convert {xs} to type {ts}"),
        };
        debug_assert!(x.mode != Mode::Invalid);
        self.err(self.operand_span(x), code, msg);
    }
}

/// The value as the basic kind represents it (floats rounded, integers as such), if it does.
pub(crate) fn representable_const(x: &Value, kind: BasicKind) -> Option<Value> {
    if x.is_unknown() {
        return Some(Value::Unknown);
    }
    let info = kind.info();
    if info.any(BasicInfo::INTEGER) {
        let v = x.to_int();
        if v.kind() != Kind::Int {
            return None;
        }
        let fits = match kind {
            BasicKind::UntypedInt | BasicKind::UntypedRune => true,
            _ => {
                let bits = kind.size() as usize * 8;
                if info.any(BasicInfo::UNSIGNED) {
                    v.sign() >= 0 && v.bit_len() <= bits
                } else {
                    fits_signed(&v, bits)
                }
            }
        };
        return fits.then_some(v);
    }
    if info.any(BasicInfo::FLOAT) {
        let v = x.to_float();
        if v.kind() != Kind::Float {
            return None;
        }
        return match kind {
            BasicKind::Float32 => round32(&v),
            BasicKind::Float64 => round64(&v),
            _ => Some(x.clone()),
        };
    }
    if info.any(BasicInfo::COMPLEX) {
        let v = x.to_complex();
        if v.kind() != Kind::Complex {
            return None;
        }
        return match kind {
            BasicKind::Complex64 => Some(Value::complex(round32(&v.real())?, round32(&v.imag())?)),
            BasicKind::Complex128 => Some(Value::complex(round64(&v.real())?, round64(&v.imag())?)),
            _ => Some(x.clone()),
        };
    }
    if info.any(BasicInfo::STRING) {
        return (x.kind() == Kind::String).then(|| x.clone());
    }
    if info.any(BasicInfo::BOOLEAN) {
        return (x.kind() == Kind::Bool).then(|| x.clone());
    }
    None
}

fn fits_signed(v: &Value, bits: usize) -> bool {
    match v.int64_val() {
        Some(n) => bits >= 64 || (n >= -(1 << (bits - 1)) && n < 1 << (bits - 1)),
        None => false,
    }
}

fn round32(x: &Value) -> Option<Value> {
    let f = x.float32_val().0 as f64;
    f.is_finite().then(|| Value::float64(f))
}

fn round64(x: &Value) -> Option<Value> {
    let f = x.float64_val().0;
    f.is_finite().then(|| Value::float64(f))
}

/// `re + im*i`
pub(crate) fn complex_const(re: &Value, im: &Value) -> Value {
    let imag = Value::complex(Value::Int64(0), im.clone());
    constant::binary_op(re, Op::Add, &imag)
}
