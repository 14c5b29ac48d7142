//! Conversions between kinds, and to the machine's numbers.

use dashu::base::BitTest;
use dashu::integer::IBig;
use dashu::rational::RBig;

use super::Float;
use super::Kind;
use super::Value;
use super::float::ieee;
use super::magnitude;
use super::sign;
use super::small_int;

impl Value {
    /// The value as an integer, or unknown if it is none.
    pub fn to_int(&self) -> Value {
        match self {
            Value::Int64(_) | Value::Int(_) => self.clone(),
            Value::Rat(r) if r.is_int() => Value::int(r.numerator().clone()),
            Value::Float(f) => f.to_int_near().map_or(Value::Unknown, Value::int),
            Value::Complex(_) => {
                let re = self.to_float();
                if re.kind() == Kind::Float {
                    re.to_int()
                } else {
                    Value::Unknown
                }
            }
            _ => Value::Unknown,
        }
    }

    /// The value as a real number, or unknown if it is none.
    pub fn to_float(&self) -> Value {
        match self {
            Value::Int64(x) => Value::rat(RBig::from(IBig::from(*x))),
            Value::Int(x) if small_int(x) => Value::rat(RBig::from((**x).clone())),
            Value::Int(x) => Value::from_float(Float::from_int((**x).clone())),
            Value::Rat(_) | Value::Float(_) => self.clone(),
            Value::Complex(c) if c.1.sign() == 0 => c.0.to_float(),
            _ => Value::Unknown,
        }
    }

    /// The value as a complex number, or unknown if it is none.
    pub fn to_complex(&self) -> Value {
        match self {
            Value::Int64(_) | Value::Int(_) | Value::Rat(_) | Value::Float(_) => {
                Value::complex(self.clone(), Value::Int64(0))
            }
            Value::Complex(_) => self.clone(),
            _ => Value::Unknown,
        }
    }

    pub(super) fn as_float(&self) -> Float {
        match self {
            Value::Int64(x) => Float::from_int(IBig::from(*x)),
            Value::Int(x) => Float::from_int((**x).clone()),
            Value::Rat(r) => Float::from_rat(r),
            Value::Float(f) => (**f).clone(),
            _ => Float::zero(),
        }
    }

    /// The nearest `f64`, infinite when out of range, and whether it is exact.
    pub fn float64_val(&self) -> (f64, bool) {
        match self {
            Value::Rat(r) => {
                let (bits, exact) = rat_ieee(r, 52, 11);
                let f = f64::from_bits(bits);
                (if sign(r.numerator()) < 0 { -f } else { f }, exact)
            }
            Value::Int64(_) | Value::Int(_) | Value::Float(_) => self.as_float().to_f64(),
            _ => (0.0, false),
        }
    }

    /// The nearest `f32`, infinite when out of range, and whether it is exact.
    pub fn float32_val(&self) -> (f32, bool) {
        match self {
            Value::Rat(r) => {
                let (bits, exact) = rat_ieee(r, 23, 8);
                let f = f32::from_bits(bits as u32);
                (if sign(r.numerator()) < 0 { -f } else { f }, exact)
            }
            Value::Int64(_) | Value::Int(_) | Value::Float(_) => self.as_float().to_f32(),
            _ => (0.0, false),
        }
    }
}

fn rat_ieee(r: &RBig, mant_bits: i64, exp_bits: u32) -> (u64, bool) {
    let num = magnitude(r.numerator());
    let den = r.denominator();
    // 80 bits of quotient are more than any mantissa needs.
    let up = (80 + den.bit_len()).saturating_sub(num.bit_len());
    let n = num << up;
    let q = &n / den;
    let sticky = &q * den != n;
    ieee(q, -(up as i64), sticky, mant_bits, exp_bits)
}
