//! Binary floating-point numbers of 512 bits, rounded to nearest even: what constants become when exact fractions
//! would grow too large.
//!
//! A number is `mant * 2^exp` with an odd mantissa of at most [`PREC`] bits, or zero. Exponents beyond 32 bits are an
//! overflow (or zero), as in math/big.

use std::cmp::Ordering;
use std::sync::Arc;

use dashu::base::BitTest;
use dashu::integer::IBig;
use dashu::integer::UBig;
use dashu::rational::RBig;

use super::MAX_EXP;
use super::Value;
use super::bit_len;
use super::sign;

/// Bits of precision.
pub const PREC: usize = 512;

/// A number of [`PREC`] bits.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Float {
    mant: IBig,
    exp: i64,
    overflow: bool,
}

impl Float {
    /// Zero.
    pub fn zero() -> Float {
        Float {
            mant: IBig::ZERO,
            exp: 0,
            overflow: false,
        }
    }

    fn infinite() -> Float {
        Float {
            mant: IBig::ZERO,
            exp: 0,
            overflow: true,
        }
    }

    /// Rounds `mant * 2^exp`, where a set `sticky` says that the true magnitude is a little larger.
    pub fn new(mant: IBig, exp: i64, sticky: bool) -> Float {
        let mut mant = mant;
        let mut exp = exp;
        if mant.is_zero() {
            return Float::zero();
        }
        let n = bit_len(&mant);
        if n > PREC {
            let (s, mag) = mant.into_parts();
            let drop = n - PREC;
            let mag = round_shift(mag, drop, sticky);
            mant = IBig::from_parts(s, mag);
            exp += drop as i64;
        }
        let tz = mant.trailing_zeros().unwrap_or(0);
        if tz > 0 {
            mant >>= tz;
            exp += tz as i64;
        }
        let top = exp + bit_len(&mant) as i64;
        if top > i64::from(i32::MAX) {
            return Float::infinite();
        }
        if top < i64::from(i32::MIN) {
            return Float::zero();
        }
        Float {
            mant,
            exp,
            overflow: false,
        }
    }

    /// Rounds an integer.
    pub fn from_int(x: IBig) -> Float {
        Float::new(x, 0, false)
    }

    /// The exact value of a finite float.
    pub fn from_f64(x: f64) -> Float {
        let bits = x.to_bits();
        let e = (bits >> 52 & 0x7ff) as i64;
        let frac = bits & ((1 << 52) - 1);
        let (m, e) = if e == 0 {
            (frac, -1074)
        } else {
            (frac | 1 << 52, e - 1075)
        };
        let m = IBig::from(m);
        Float::new(if x < 0.0 { -m } else { m }, e, false)
    }

    /// Rounds a fraction.
    pub fn from_rat(x: &RBig) -> Float {
        let den = IBig::from(x.denominator().clone());
        Float::div(&Float::wide(x.numerator().clone()), &Float::wide(den))
    }

    fn wide(mant: IBig) -> Float {
        Float {
            mant,
            exp: 0,
            overflow: false,
        }
    }

    /// Whether an operation left the range of exponents.
    pub fn is_overflow(&self) -> bool {
        self.overflow
    }

    /// -1, 0 or 1.
    pub fn sign(&self) -> i32 {
        sign(&self.mant)
    }

    /// The exponent `e` such that the magnitude is in `[2^(e-1), 2^e)`; zero for zero.
    pub fn mant_exp(&self) -> i64 {
        if self.mant.is_zero() {
            0
        } else {
            self.exp + bit_len(&self.mant) as i64
        }
    }

    /// Whether the exponent is small enough for exact conversions to fractions and integers.
    pub fn is_small(&self) -> bool {
        self.mant_exp().unsigned_abs() < MAX_EXP as u64
    }

    /// The negated number.
    pub fn neg(&self) -> Float {
        Float {
            mant: -self.mant.clone(),
            exp: self.exp,
            overflow: self.overflow,
        }
    }

    /// The rounded sum.
    pub fn add(a: &Float, b: &Float) -> Float {
        if a.overflow || b.overflow {
            return Float::infinite();
        }
        if a.mant.is_zero() {
            return b.clone();
        }
        if b.mant.is_zero() {
            return a.clone();
        }
        let (hi, lo) = if a.mant_exp() >= b.mant_exp() {
            (a, b)
        } else {
            (b, a)
        };
        // What lies far below the last bit can only break a tie: replace it by one bit there.
        let far = hi.mant_exp() - (2 * PREC + 8) as i64;
        let (lo_mant, lo_exp) = if lo.mant_exp() < far - (PREC as i64) {
            (IBig::from(lo.sign()), far - PREC as i64)
        } else {
            (lo.mant.clone(), lo.exp)
        };
        let e = hi.exp.min(lo_exp);
        let x = hi.mant.clone() << (hi.exp - e) as usize;
        let y = lo_mant << (lo_exp - e) as usize;
        Float::new(x + y, e, false)
    }

    /// The rounded difference.
    pub fn sub(a: &Float, b: &Float) -> Float {
        Float::add(a, &b.neg())
    }

    /// The rounded product.
    pub fn mul(a: &Float, b: &Float) -> Float {
        if a.overflow || b.overflow {
            return Float::infinite();
        }
        Float::new(&a.mant * &b.mant, a.exp + b.exp, false)
    }

    /// The rounded quotient; dividing by zero overflows.
    pub fn div(a: &Float, b: &Float) -> Float {
        if a.overflow || b.overflow || b.mant.is_zero() {
            return Float::infinite();
        }
        if a.mant.is_zero() {
            return Float::zero();
        }
        let want = PREC + 2 + bit_len(&b.mant);
        let up = want.saturating_sub(bit_len(&a.mant));
        let (sa, ma) = a.mant.clone().into_parts();
        let (sb, mb) = b.mant.clone().into_parts();
        let n: UBig = ma << up;
        let q = &n / &mb;
        let sticky = &q * &mb != n;
        // Keep the sticky information below the rounding bit.
        let q = (q << 1usize) | UBig::from(u8::from(sticky));
        let e = a.exp - b.exp - up as i64 - 1;
        Float::new(IBig::from_parts(sa * sb, q), e, sticky)
    }

    /// Compares two numbers.
    #[allow(clippy::should_implement_trait)]
    pub fn cmp(a: &Float, b: &Float) -> Ordering {
        if a.sign() != b.sign() {
            return a.sign().cmp(&b.sign());
        }
        if a.sign() == 0 {
            return Ordering::Equal;
        }
        if a.mant_exp() != b.mant_exp() {
            let o = a.mant_exp().cmp(&b.mant_exp());
            return if a.sign() > 0 { o } else { o.reverse() };
        }
        let e = a.exp.min(b.exp);
        let x = a.mant.clone() << (a.exp - e) as usize;
        let y = b.mant.clone() << (b.exp - e) as usize;
        x.cmp(&y)
    }

    /// Whether the number is an integer.
    pub fn is_int(&self) -> bool {
        self.mant.is_zero() || self.exp >= 0
    }

    /// The integer, if the number is one and not huge.
    pub fn to_int(&self) -> Option<IBig> {
        if self.is_int() && self.is_small() {
            return Some(self.mant.clone() << self.exp.max(0) as usize);
        }
        None
    }

    /// The integer within the last few bits of precision, for results of rounded operations that should be integers.
    pub fn to_int_near(&self) -> Option<IBig> {
        if !self.is_small() {
            return None;
        }
        if let Some(i) = self.to_int() {
            return Some(i);
        }
        const DELTA: usize = 4;
        let n = bit_len(&self.mant);
        if n <= PREC - DELTA {
            return None;
        }
        let drop = n - (PREC - DELTA);
        let (s, mag) = self.mant.clone().into_parts();
        let low = mag >> drop;
        let e = self.exp + drop as i64;
        for m in [low.clone(), low + UBig::ONE] {
            let f = Float::new(IBig::from_parts(s, m), e, false);
            if let Some(i) = f.to_int() {
                return Some(i);
            }
        }
        None
    }

    /// The exact fraction, if the number is not huge.
    pub fn to_rat(&self) -> Option<RBig> {
        if !self.is_small() {
            return None;
        }
        if self.exp >= 0 {
            return Some(RBig::from(self.mant.clone() << self.exp as usize));
        }
        Some(RBig::from_parts(
            self.mant.clone(),
            UBig::ONE << self.exp.unsigned_abs() as usize,
        ))
    }

    pub(super) fn into_value_as_rat(self) -> Value {
        match self.to_rat() {
            Some(r) => Value::rat(r),
            None => Value::Float(Arc::new(self)),
        }
    }

    /// The nearest `f64` (infinite when out of range) and whether it is exact.
    pub fn to_f64(&self) -> (f64, bool) {
        if self.overflow {
            return (f64::INFINITY, false);
        }
        let (s, mag) = self.mant.clone().into_parts();
        let (bits, exact) = ieee(mag, self.exp, false, 52, 11);
        let f = f64::from_bits(bits);
        (
            if s == dashu::base::Sign::Negative {
                -f
            } else {
                f
            },
            exact,
        )
    }

    /// The nearest `f32` (infinite when out of range) and whether it is exact.
    pub fn to_f32(&self) -> (f32, bool) {
        if self.overflow {
            return (f32::INFINITY, false);
        }
        let (s, mag) = self.mant.clone().into_parts();
        let (bits, exact) = ieee(mag, self.exp, false, 23, 8);
        let f = f32::from_bits(bits as u32);
        (
            if s == dashu::base::Sign::Negative {
                -f
            } else {
                f
            },
            exact,
        )
    }

    /// A magnitude in `[0.5, 1)` and the exponent that goes with it, for printing.
    pub fn frexp(&self) -> (f64, i64) {
        let e = self.mant_exp();
        let f = Float {
            mant: self.mant.clone(),
            exp: self.exp - e,
            overflow: false,
        };
        (f.to_f64().0, e)
    }
}

/// `10^n` for any `n`, rounded.
pub(super) fn pow10(n: i64) -> Float {
    let mut base = Float::from_int(IBig::from(10));
    let mut k = n.unsigned_abs();
    let mut r = Float::from_int(IBig::ONE);
    while k > 0 {
        if k & 1 == 1 {
            r = Float::mul(&r, &base);
        }
        k >>= 1;
        if k > 0 {
            base = Float::mul(&base, &base);
        }
    }
    if n < 0 && r.is_overflow() {
        return Float::zero();
    }
    if n < 0 {
        Float::div(&Float::from_int(IBig::ONE), &r)
    } else {
        r
    }
}

/// Drops the low `drop` bits, rounding to nearest even.
fn round_shift(mag: UBig, drop: usize, sticky: bool) -> UBig {
    if drop == 0 {
        return mag;
    }
    let half = mag.bit(drop - 1);
    let below = sticky || (drop > 1 && mag.trailing_zeros().is_some_and(|z| z < drop - 1));
    let q = mag >> drop;
    if half && (below || q.bit(0)) {
        q + UBig::ONE
    } else {
        q
    }
}

/// The IEEE bits (without sign) nearest to `mag * 2^exp`.
pub(super) fn ieee(
    mag: UBig,
    exp: i64,
    sticky: bool,
    mant_bits: i64,
    exp_bits: u32,
) -> (u64, bool) {
    if mag.is_zero() {
        return (0, true);
    }
    let bias = (1i64 << (exp_bits - 1)) - 1;
    let inf = ((1u64 << exp_bits) - 1) << mant_bits;
    let top = exp + mag.bit_len() as i64; // magnitude < 2^top
    if top - 1 > bias {
        return (inf, false);
    }
    // Weight of the last bit that can be kept.
    let ulp = (top - 1 - mant_bits).max(1 - bias - mant_bits);
    let (m, exact) = if ulp > exp {
        let drop = (ulp - exp) as usize;
        if drop > mag.bit_len() + 1 {
            (0u64, false)
        } else {
            let exact = !sticky && mag.trailing_zeros().is_none_or(|z| z >= drop);
            (
                u64::try_from(round_shift(mag, drop, sticky)).unwrap_or(u64::MAX),
                exact,
            )
        }
    } else {
        (
            u64::try_from(mag << (exp - ulp) as usize).unwrap_or(u64::MAX),
            !sticky,
        )
    };
    // Subnormal numbers have a biased exponent of zero; a carry out of the mantissa moves to the next one by itself.
    let biased = (ulp + mant_bits + bias - 1) as u64; // of the exponent field minus one, as m has its leading bit
    let bits = if ulp == 1 - bias - mant_bits {
        m
    } else {
        (biased << mant_bits) + m
    };
    if bits >= inf {
        (inf, false)
    } else {
        (bits, exact)
    }
}
