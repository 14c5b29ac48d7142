//! Exact constant values, after go/constant.
//!
//! A [`Value`] is an untyped constant: a boolean, a string of bytes, an integer of any size, a fraction, a binary
//! floating-point number of 512 bits, or a pair of those. Integers are kept as `i64` where they fit, fractions where
//! numerator and denominator are small; both are invariants of the constructors, and comparison relies on them.
//! Operations on `Unknown` give `Unknown`, so that one bad constant is reported once.

mod convert;
mod float;
mod format;
mod literal;
mod ops;
mod string;

use std::sync::Arc;

use dashu::base::BitTest;
use dashu::base::Signed;
use dashu::integer::IBig;
use dashu::integer::UBig;
use dashu::rational::RBig;

pub use float::Float;
pub use format::format_g;
pub use format::quote;
pub use literal::LitKind;
pub use literal::from_literal;
pub use literal::unquote;
pub use literal::unquote_char;
pub use ops::Op;
pub use ops::binary_op;
pub use ops::compare;
pub use ops::shift;
pub use ops::unary_op;
pub use string::Text;

/// What a constant value is, independent of its representation.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Kind {
    /// The value could not be determined (an error was reported).
    Unknown,
    /// `true` or `false`.
    Bool,
    /// A string of bytes.
    String,
    /// An integer.
    Int,
    /// A fraction or a floating-point number.
    Float,
    /// A pair of real numbers.
    Complex,
}

/// An exact constant value.
#[derive(Clone, Debug)]
pub enum Value {
    /// Not known because of an error.
    Unknown,
    /// A boolean.
    Bool(bool),
    /// Bytes; not necessarily UTF-8.
    String(Arc<Text>),
    /// An integer that fits 64 bits.
    Int64(i64),
    /// An integer that does not.
    Int(Arc<IBig>),
    /// A fraction of small numerator and denominator.
    Rat(Arc<RBig>),
    /// Any other real number.
    Float(Arc<Float>),
    /// Real and imaginary part.
    Complex(Arc<(Value, Value)>),
}

/// Numerators, denominators and exponents below this many bits are kept as fractions.
const MAX_EXP: usize = 4 << 10;

impl Value {
    /// The kind of the value.
    pub fn kind(&self) -> Kind {
        match self {
            Value::Unknown => Kind::Unknown,
            Value::Bool(_) => Kind::Bool,
            Value::String(_) => Kind::String,
            Value::Int64(_) | Value::Int(_) => Kind::Int,
            Value::Rat(_) | Value::Float(_) => Kind::Float,
            Value::Complex(_) => Kind::Complex,
        }
    }

    /// Whether the value is unknown.
    pub fn is_unknown(&self) -> bool {
        matches!(self, Value::Unknown)
    }

    /// A string constant.
    pub fn string(s: impl AsRef<[u8]>) -> Value {
        Value::String(Arc::new(Text::new(s.as_ref())))
    }

    /// An integer constant.
    pub fn int(x: IBig) -> Value {
        match i64::try_from(&x) {
            Ok(v) => Value::Int64(v),
            Err(_) => Value::Int(Arc::new(x)),
        }
    }

    /// An integer constant.
    pub fn uint64(x: u64) -> Value {
        Value::int(IBig::from(x))
    }

    /// A real constant from a finite float; NaN and infinities are unknown.
    pub fn float64(x: f64) -> Value {
        if !x.is_finite() {
            return Value::Unknown;
        }
        Float::from_f64(x).into_value_as_rat()
    }

    /// A fraction, or a float when it is not small.
    pub fn rat(x: RBig) -> Value {
        if small_int(x.numerator()) && x.denominator().bit_len() < MAX_EXP {
            Value::Rat(Arc::new(x))
        } else {
            Value::Float(Arc::new(Float::from_rat(&x)))
        }
    }

    pub(crate) fn from_float(x: Float) -> Value {
        if x.is_overflow() {
            Value::Unknown
        } else {
            Value::Float(Arc::new(x))
        }
    }

    /// A complex constant of two real ones.
    pub fn complex(re: Value, im: Value) -> Value {
        if re.is_unknown() || im.is_unknown() {
            return Value::Unknown;
        }
        Value::Complex(Arc::new((re, im)))
    }

    /// The boolean; false for unknown and other kinds.
    pub fn bool_val(&self) -> bool {
        matches!(self, Value::Bool(true))
    }

    /// The bytes of a string constant; empty for other kinds.
    pub fn string_val(&self) -> &[u8] {
        match self {
            Value::String(s) => s.bytes(),
            _ => b"",
        }
    }

    /// Number of bytes of a string constant, which costs nothing.
    pub fn string_len(&self) -> u64 {
        match self {
            Value::String(s) => s.len(),
            _ => 0,
        }
    }

    /// The integer, if it is one and fits.
    pub fn int64_val(&self) -> Option<i64> {
        match self {
            Value::Int64(x) => Some(*x),
            _ => None,
        }
    }

    /// The integer, if it is one and fits.
    pub fn uint64_val(&self) -> Option<u64> {
        match self {
            Value::Int64(x) => u64::try_from(*x).ok(),
            Value::Int(x) => u64::try_from(&**x).ok(),
            _ => None,
        }
    }

    /// The integer as a big one.
    pub fn big_int(&self) -> Option<IBig> {
        match self {
            Value::Int64(x) => Some(IBig::from(*x)),
            Value::Int(x) => Some((**x).clone()),
            _ => None,
        }
    }

    /// Number of bits of the magnitude of an integer constant.
    pub fn bit_len(&self) -> usize {
        match self {
            Value::Int64(x) => 64 - x.unsigned_abs().leading_zeros() as usize,
            Value::Int(x) => bit_len(x),
            _ => 0,
        }
    }

    /// -1, 0 or 1; for complex numbers 0 only if both parts are zero; 1 for unknown.
    pub fn sign(&self) -> i32 {
        match self {
            Value::Int64(x) => x.signum() as i32,
            Value::Int(x) => sign(x),
            Value::Rat(x) => sign(x.numerator()),
            Value::Float(x) => x.sign(),
            Value::Complex(c) => c.0.sign() | c.1.sign(),
            _ => 1,
        }
    }

    /// The real part.
    pub fn real(&self) -> Value {
        match self {
            Value::Complex(c) => c.0.clone(),
            Value::Int64(_) | Value::Int(_) | Value::Rat(_) | Value::Float(_) => self.clone(),
            _ => Value::Unknown,
        }
    }

    /// The imaginary part.
    pub fn imag(&self) -> Value {
        match self {
            Value::Complex(c) => c.1.clone(),
            Value::Int64(_) | Value::Int(_) | Value::Rat(_) | Value::Float(_) => Value::Int64(0),
            _ => Value::Unknown,
        }
    }
}

impl PartialEq for Value {
    fn eq(&self, other: &Value) -> bool {
        self.kind() == other.kind() && !self.is_unknown() && compare(self, Op::Eql, other)
    }
}

pub(crate) fn sign(x: &IBig) -> i32 {
    if x.is_zero() {
        0
    } else if x.is_negative() {
        -1
    } else {
        1
    }
}

pub(crate) fn magnitude(x: &IBig) -> UBig {
    x.clone().into_parts().1
}

/// Bits of the magnitude.
pub(crate) fn bit_len(x: &IBig) -> usize {
    match x.as_ubig() {
        Some(u) => u.bit_len(),
        None => magnitude(x).bit_len(),
    }
}

pub(crate) fn small_int(x: &IBig) -> bool {
    bit_len(x) < MAX_EXP
}

#[cfg(test)]
mod tests;
