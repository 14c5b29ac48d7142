//! Operations on constants. Operands of different representations are first brought to the larger one.

use std::cmp::Ordering;
use std::sync::Arc;

use dashu::integer::IBig;
use dashu::integer::UBig;
use dashu::rational::RBig;

use super::Float;
use super::Text;
use super::Value;

/// An operator of constant expressions.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Op {
    /// `+`
    Add,
    /// `-`
    Sub,
    /// `*`
    Mul,
    /// `/` with an exact result.
    Quo,
    /// `/` of integers, truncating.
    IntQuo,
    /// `%`
    Rem,
    /// `&`
    And,
    /// `|`
    Or,
    /// `^`
    Xor,
    /// `&^`
    AndNot,
    /// `&&`
    LAnd,
    /// `||`
    LOr,
    /// `!`
    Not,
    /// `==`
    Eql,
    /// `!=`
    Neq,
    /// `<`
    Lss,
    /// `<=`
    Leq,
    /// `>`
    Gtr,
    /// `>=`
    Geq,
    /// `<<`
    Shl,
    /// `>>`
    Shr,
}

fn order(x: &Value) -> i32 {
    match x {
        Value::Unknown => 0,
        Value::Bool(_) | Value::String(_) => 1,
        Value::Int64(_) => 2,
        Value::Int(_) => 3,
        Value::Rat(_) => 4,
        Value::Float(_) => 5,
        Value::Complex(_) => 6,
    }
}

/// Brings both operands to the same representation; unknown if either is.
fn matched(x: &Value, y: &Value) -> (Value, Value) {
    let (ox, oy) = (order(x), order(y));
    match ox.cmp(&oy) {
        Ordering::Less => (raise(x, y), y.clone()),
        Ordering::Greater => (x.clone(), raise(y, x)),
        Ordering::Equal => (x.clone(), y.clone()),
    }
}

fn raise(x: &Value, to: &Value) -> Value {
    match (x, to) {
        (Value::Int64(a), Value::Int(_)) => Value::Int(Arc::new(IBig::from(*a))),
        (Value::Int64(_) | Value::Int(_), Value::Rat(_)) => {
            Value::Rat(Arc::new(RBig::from(x.big_int().unwrap_or_default())))
        }
        (Value::Int64(_) | Value::Int(_) | Value::Rat(_), Value::Float(_)) => {
            Value::Float(Arc::new(x.as_float()))
        }
        (Value::Int64(_) | Value::Int(_) | Value::Rat(_) | Value::Float(_), Value::Complex(_)) => {
            x.to_complex()
        }
        _ => Value::Unknown,
    }
}

/// Applies a unary operator. For `^` of an unsigned type, `bits` is its size (otherwise zero).
pub fn unary_op(op: Op, y: &Value, bits: usize) -> Value {
    match (op, y) {
        (Op::Add, _) => y.clone(),
        (Op::Sub, Value::Int64(_) | Value::Int(_)) => Value::int(-y.big_int().unwrap_or_default()),
        (Op::Sub, Value::Rat(r)) => Value::rat(-(**r).clone()),
        (Op::Sub, Value::Float(f)) => Value::from_float(f.neg()),
        (Op::Sub, Value::Complex(c)) => {
            Value::complex(unary_op(op, &c.0, 0), unary_op(op, &c.1, 0))
        }
        (Op::Xor, Value::Int64(_) | Value::Int(_)) => {
            let mut z = -(y.big_int().unwrap_or_default() + IBig::ONE);
            if bits > 0 {
                z &= IBig::from((UBig::ONE << bits) - UBig::ONE);
            }
            Value::int(z)
        }
        (Op::Not, Value::Bool(b)) => Value::Bool(!b),
        _ => Value::Unknown,
    }
}

/// Applies a binary operator that is neither a shift nor a comparison. Integer division by zero must have been
/// excluded; it gives unknown here.
pub fn binary_op(x: &Value, op: Op, y: &Value) -> Value {
    match matched(x, y) {
        (Value::Bool(a), Value::Bool(b)) => match op {
            Op::LAnd => Value::Bool(a && b),
            Op::LOr => Value::Bool(a || b),
            _ => Value::Unknown,
        },
        (Value::Int64(a), Value::Int64(b)) => {
            int64_op(a, op, b).unwrap_or_else(|| int_op(&IBig::from(a), op, &IBig::from(b)))
        }
        (Value::Int(a), Value::Int(b)) => int_op(&a, op, &b),
        (Value::Rat(a), Value::Rat(b)) => match op {
            Op::Add => Value::rat(&*a + &*b),
            Op::Sub => Value::rat(&*a - &*b),
            Op::Mul => Value::rat(&*a * &*b),
            Op::Quo if !b.is_zero() => Value::rat(&*a / &*b),
            _ => Value::Unknown,
        },
        (Value::Float(a), Value::Float(b)) => Value::from_float(match op {
            Op::Add => Float::add(&a, &b),
            Op::Sub => Float::sub(&a, &b),
            Op::Mul => Float::mul(&a, &b),
            Op::Quo => Float::div(&a, &b),
            _ => return Value::Unknown,
        }),
        (Value::Complex(p), Value::Complex(q)) => complex_op(&p.0, &p.1, op, &q.0, &q.1),
        (Value::String(a), Value::String(b)) if op == Op::Add => {
            Value::String(Arc::new(Text::concat(&a, &b)))
        }
        _ => Value::Unknown,
    }
}

fn int64_op(a: i64, op: Op, b: i64) -> Option<Value> {
    let c = match op {
        Op::Add => a.checked_add(b)?,
        Op::Sub => a.checked_sub(b)?,
        Op::Mul => a.checked_mul(b)?,
        Op::IntQuo => a.checked_div(b)?,
        Op::Rem => a.checked_rem(b)?,
        Op::And => a & b,
        Op::Or => a | b,
        Op::Xor => a ^ b,
        Op::AndNot => a & !b,
        _ => return None,
    };
    Some(Value::Int64(c))
}

fn int_op(a: &IBig, op: Op, b: &IBig) -> Value {
    Value::int(match op {
        Op::Add => a + b,
        Op::Sub => a - b,
        Op::Mul => a * b,
        Op::Quo | Op::IntQuo | Op::Rem if b.is_zero() => return Value::Unknown,
        Op::Quo => return Value::rat(RBig::from_parts_signed(a.clone(), b.clone())),
        Op::IntQuo => a / b,
        Op::Rem => a % b,
        Op::And => a & b,
        Op::Or => a | b,
        Op::Xor => a ^ b,
        Op::AndNot => a & &(-(b + IBig::ONE)),
        _ => return Value::Unknown,
    })
}

fn complex_op(a: &Value, b: &Value, op: Op, c: &Value, d: &Value) -> Value {
    let add = |x: &Value, y: &Value| binary_op(x, Op::Add, y);
    let sub = |x: &Value, y: &Value| binary_op(x, Op::Sub, y);
    let mul = |x: &Value, y: &Value| binary_op(x, Op::Mul, y);
    let quo = |x: &Value, y: &Value| binary_op(x, Op::Quo, y);
    match op {
        Op::Add => Value::complex(add(a, c), add(b, d)),
        Op::Sub => Value::complex(sub(a, c), sub(b, d)),
        Op::Mul => Value::complex(sub(&mul(a, c), &mul(b, d)), add(&mul(b, c), &mul(a, d))),
        Op::Quo => {
            let s = add(&mul(c, c), &mul(d, d));
            let re = add(&mul(a, c), &mul(b, d));
            let im = sub(&mul(b, c), &mul(a, d));
            Value::complex(quo(&re, &s), quo(&im, &s))
        }
        _ => Value::Unknown,
    }
}

/// Shifts an integer constant by `s` bits. The caller bounds `s`.
pub fn shift(x: &Value, op: Op, s: usize) -> Value {
    match (x, op) {
        (Value::Int64(a), Op::Shr) => Value::Int64(a >> s.min(63)),
        (Value::Int64(_) | Value::Int(_), Op::Shl) => {
            Value::int(x.big_int().unwrap_or_default() << s)
        }
        (Value::Int(a), Op::Shr) => Value::int((**a).clone() >> s),
        _ => Value::Unknown,
    }
}

fn holds(o: Ordering, op: Op) -> bool {
    match op {
        Op::Eql => o == Ordering::Equal,
        Op::Neq => o != Ordering::Equal,
        Op::Lss => o == Ordering::Less,
        Op::Leq => o != Ordering::Greater,
        Op::Gtr => o == Ordering::Greater,
        Op::Geq => o != Ordering::Less,
        _ => false,
    }
}

/// Compares two constants; false if either is unknown.
pub fn compare(x: &Value, op: Op, y: &Value) -> bool {
    match matched(x, y) {
        (Value::Bool(a), Value::Bool(b)) => holds(a.cmp(&b), op),
        (Value::Int64(a), Value::Int64(b)) => holds(a.cmp(&b), op),
        (Value::Int(a), Value::Int(b)) => holds(a.cmp(&b), op),
        (Value::Rat(a), Value::Rat(b)) => holds(a.cmp(&b), op),
        (Value::Float(a), Value::Float(b)) => holds(Float::cmp(&a, &b), op),
        (Value::String(a), Value::String(b)) => holds(a.bytes().cmp(b.bytes()), op),
        (Value::Complex(p), Value::Complex(q)) => {
            let same = compare(&p.0, Op::Eql, &q.0) && compare(&p.1, Op::Eql, &q.1);
            match op {
                Op::Eql => same,
                Op::Neq => !same,
                _ => false,
            }
        }
        _ => false,
    }
}
