//! Floats and complex numbers.

use super::binary;
use super::ops;
use super::unary;
use crate::vm::dispatch::NEXT;

#[inline(always)]
fn f(x: u64) -> f64 {
    f64::from_bits(x)
}

#[inline(always)]
fn g(x: u64) -> f32 {
    f32::from_bits(x as u32)
}

#[inline(always)]
fn b32(x: f32) -> u64 {
    u64::from(x.to_bits())
}

binary! {
    AddF64 |a, b| (f(a) + f(b)).to_bits();
    SubF64 |a, b| (f(a) - f(b)).to_bits();
    MulF64 |a, b| (f(a) * f(b)).to_bits();
    DivF64 |a, b| (f(a) / f(b)).to_bits();
    AddF32 |a, b| b32(g(a) + g(b));
    SubF32 |a, b| b32(g(a) - g(b));
    MulF32 |a, b| b32(g(a) * g(b));
    DivF32 |a, b| b32(g(a) / g(b));
}

unary! {
    NegF64 |a| a ^ 1 << 63;
    NegF32 |a| a ^ 1 << 31;
    SqrtF64 |a| f(a).sqrt().to_bits();
    AbsF64 |a| a & !(1 << 63);
    FloorF64 |a| floor(f(a)).to_bits();
    IntToF64 |a| (a as i64 as f64).to_bits();
    UintToF64 |a| (a as f64).to_bits();
    F64ToInt |a| to_int(f(a)) as u64;
    F64ToUint |a| to_uint(f(a));
    F64ToInt32 |a| to_int32(f(a)) as u64;
    F64ToF32 |a| b32(f(a) as f32);
    F32ToF64 |a| f64::from(g(a)).to_bits();
    IntToF32 |a| b32(a as i64 as f32);
    UintToF32 |a| b32(a as f32);
}

/// Without the instruction for it, which not every CPU has, and without a call.
#[inline(always)]
fn floor(x: f64) -> f64 {
    const WHOLE: f64 = 4_503_599_627_370_496.0;
    if x.abs() < WHOLE {
        // SAFETY: in range.
        let t = unsafe { x.to_int_unchecked::<i64>() } as f64;
        (if t > x { t - 1.0 } else { t }).copysign(x)
    } else {
        x
    }
}

/// Out of range and NaN give the smallest integer, as amd64's instruction does.
#[inline(always)]
fn to_int(x: f64) -> i64 {
    if (-9_223_372_036_854_775_808.0..9_223_372_036_854_775_808.0).contains(&x) {
        // SAFETY: in range.
        unsafe { x.to_int_unchecked() }
    } else {
        i64::MIN
    }
}

/// Compiled Go on amd64 converts through signed integers; what has no value becomes 1<<63.
#[inline(always)]
fn to_uint(x: f64) -> u64 {
    const TWO63: f64 = 9_223_372_036_854_775_808.0;
    if x < TWO63 {
        to_int(x) as u64
    } else if x < 2.0 * TWO63 {
        to_int(x - TWO63) as u64 ^ 1 << 63
    } else {
        1 << 63
    }
}

/// What the processor's conversion to 32 bits gives.
#[inline(always)]
fn to_int32(x: f64) -> i64 {
    if x > -2_147_483_649.0 && x < 2_147_483_648.0 {
        to_int(x)
    } else {
        i64::from(i32::MIN)
    }
}

ops! {
    MulAddF64 |i, m| {
        m.set(i.dst, (f(m.r(i.dst)) + f(m.r(i.a)) * f(m.r(i.b))).to_bits());
        NEXT
    }
    AddC128 |i, m| {
        let (x, y) = (f(m.r(i.a)) + f(m.r(i.b)), f(m.r1(i.a)) + f(m.r1(i.b)));
        m.set2(i.dst, x.to_bits(), y.to_bits());
        NEXT
    }
    SubC128 |i, m| {
        let (x, y) = (f(m.r(i.a)) - f(m.r(i.b)), f(m.r1(i.a)) - f(m.r1(i.b)));
        m.set2(i.dst, x.to_bits(), y.to_bits());
        NEXT
    }
    MulC128 |i, m| {
        let (a, b, c, d) = (f(m.r(i.a)), f(m.r1(i.a)), f(m.r(i.b)), f(m.r1(i.b)));
        m.set2(i.dst, (a * c - b * d).to_bits(), (a * d + b * c).to_bits());
        NEXT
    }
    DivC128 |i, m| {
        let (x, y) = divide(f(m.r(i.a)), f(m.r1(i.a)), f(m.r(i.b)), f(m.r1(i.b)));
        m.set2(i.dst, x.to_bits(), y.to_bits());
        NEXT
    }
    EqC128 |i, m| {
        let eq = f(m.r(i.a)) == f(m.r(i.b)) && f(m.r1(i.a)) == f(m.r1(i.b));
        m.set(i.dst, eq as u64);
        NEXT
    }
    C64ToC128 |i, m| {
        let a = m.r(i.a);
        m.set2(i.dst, f64::from(g(a)).to_bits(), f64::from(g(a >> 32)).to_bits());
        NEXT
    }
    C128ToC64 |i, m| {
        let (x, y) = (f(m.r(i.a)) as f32, f(m.r1(i.a)) as f32);
        m.set(i.dst, b32(x) | b32(y) << 32);
        NEXT
    }
}

/// Complex division with Go's treatment of infinities and NaNs: scaled by the larger part of the divisor, then C99's
/// corrections (annex G) where both parts came out NaN.
#[inline(never)]
fn divide(nr: f64, ni: f64, mr: f64, mi: f64) -> (f64, f64) {
    let (mut e, mut f);
    if mr.abs() >= mi.abs() {
        let ratio = mi / mr;
        let denom = mr + ratio * mi;
        e = (nr + ni * ratio) / denom;
        f = (ni - nr * ratio) / denom;
    } else {
        let ratio = mr / mi;
        let denom = mi + ratio * mr;
        e = (nr * ratio + ni) / denom;
        f = (ni * ratio - nr) / denom;
    }
    if e.is_nan() && f.is_nan() {
        let one_if_inf = |x: f64| {
            if x.is_infinite() {
                1.0f64.copysign(x)
            } else {
                0.0f64.copysign(x)
            }
        };
        let (a, b, c, d) = (nr, ni, mr, mi);
        if c == 0.0 && d == 0.0 && (!a.is_nan() || !b.is_nan()) {
            e = f64::INFINITY.copysign(c) * a;
            f = f64::INFINITY.copysign(c) * b;
        } else if (a.is_infinite() || b.is_infinite()) && c.is_finite() && d.is_finite() {
            let (a, b) = (one_if_inf(a), one_if_inf(b));
            e = f64::INFINITY * (a * c + b * d);
            f = f64::INFINITY * (b * c - a * d);
        } else if (c.is_infinite() || d.is_infinite()) && a.is_finite() && b.is_finite() {
            let (c, d) = (one_if_inf(c), one_if_inf(d));
            e = 0.0 * (a * c + b * d);
            f = 0.0 * (b * c - a * d);
        }
    }
    (e, f)
}
