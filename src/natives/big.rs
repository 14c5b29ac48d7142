//! Natives of math/big: arithmetic on natural numbers kept as little-endian words.
//!
//! A result is written to the slice `z`, which the Go side has made long enough; the answer is how many of its words count
//! (the topmost of them is not zero). Operands are copied first, so `z` may share memory with them. Short numbers are handled
//! here, long products and quotients and everything above them by dashu.

use crate::vm::native::natives;
use crate::vm::words::WordBuf;
use crate::vm::words::Words;
use dashu::base::DivRem;
use dashu::base::ExtendedGcd;
use dashu::base::Gcd;
use dashu::base::Sign;
use dashu::base::SquareRoot;
use dashu::integer::IBig;
use dashu::integer::UBig;
use dashu::integer::fast_div::ConstDivisor;
use dashu::integer::monty::MontgomeryRepr;
use smallvec::smallvec;
use std::cmp::Ordering;

/// Operands with at most this many words are multiplied here.
const SHORT: usize = 12;

/// How many words count.
pub fn significant(x: &[u64]) -> usize {
    x.iter().rposition(|&w| w != 0).map_or(0, |i| i + 1)
}

/// The bits of a number.
pub fn bit_len(x: &[u64]) -> u64 {
    match significant(x) {
        0 => 0,
        n => n as u64 * 64 - u64::from(x[n - 1].leading_zeros()),
    }
}

/// A number of the library's.
pub fn number(x: Words) -> UBig {
    UBig::from_words(&x.read())
}

/// Writes a result, and answers its length.
fn put(z: Words, x: &[u64]) -> i64 {
    let n = significant(x);
    z.write(&x[..n]);
    n as i64
}

/// `x + y`.
fn sum(mut x: WordBuf, mut y: WordBuf) -> WordBuf {
    if x.len() < y.len() {
        std::mem::swap(&mut x, &mut y);
    }
    let mut carry = false;
    for (i, w) in x.iter_mut().enumerate() {
        let Some(&v) = y.get(i).or((carry).then_some(&0)) else {
            return x;
        };
        let (s, c) = w.overflowing_add(v);
        let (s, d) = s.overflowing_add(u64::from(carry));
        *w = s;
        carry = c || d;
    }
    if carry {
        x.push(1);
    }
    x
}

/// `x - y`, which is not negative.
fn difference(mut x: WordBuf, y: &[u64]) -> WordBuf {
    let mut borrow = false;
    for (i, w) in x.iter_mut().enumerate() {
        if i >= y.len() && !borrow {
            break;
        }
        let (s, c) = w.overflowing_sub(y.get(i).copied().unwrap_or(0));
        let (s, d) = s.overflowing_sub(u64::from(borrow));
        *w = s;
        borrow = c || d;
    }
    x
}

fn compare(x: &[u64], y: &[u64]) -> Ordering {
    let (x, y) = (&x[..significant(x)], &y[..significant(y)]);
    let by_length = x.len().cmp(&y.len());
    by_length.then_with(|| x.iter().rev().cmp(y.iter().rev()))
}

/// The product of short numbers, one row for each word of `y`.
fn short_product(x: &[u64], y: &[u64]) -> WordBuf {
    let mut z: WordBuf = smallvec![0; x.len() + y.len()];
    for (i, &v) in y.iter().enumerate() {
        let mut carry = 0;
        for (j, &u) in x.iter().enumerate() {
            let t = u128::from(u) * u128::from(v) + u128::from(z[i + j]) + carry;
            z[i + j] = t as u64;
            carry = t >> 64;
        }
        z[i + x.len()] = carry as u64;
    }
    z
}

/// Divides in place by one word, and answers the remainder.
fn divide_by_word(x: &mut [u64], y: u64) -> u64 {
    let mut rem = 0u64;
    for w in x.iter_mut().rev() {
        let t = u128::from(rem) << 64 | u128::from(*w);
        *w = (t / u128::from(y)) as u64;
        rem = (t % u128::from(y)) as u64;
    }
    rem
}

/// `x << s`.
pub fn shifted_left(x: &[u64], s: u64) -> WordBuf {
    let (whole, part) = ((s / 64) as usize, s % 64);
    let mut z: WordBuf = smallvec![0; whole];
    z.reserve(x.len() + 1);
    let mut low = 0;
    for &w in x {
        z.push(if part == 0 { w } else { w << part | low });
        low = w.checked_shr(64 - part as u32).unwrap_or(0);
    }
    z.push(low);
    z
}

/// `x >> s`.
pub fn shifted_right(x: &[u64], s: u64) -> WordBuf {
    let whole = usize::try_from(s / 64).unwrap_or(usize::MAX);
    let part = (s % 64) as u32;
    let Some(x) = x.get(whole..) else {
        return WordBuf::new();
    };
    let high = |i: usize| x.get(i + 1).copied().unwrap_or(0);
    (0..x.len())
        .map(|i| x[i] >> part | high(i).checked_shl(64 - part).unwrap_or(0))
        .collect()
}

/// Whether a bit below `s` is set.
fn any_below(x: &[u64], s: u64) -> bool {
    let whole = ((s / 64) as usize).min(x.len());
    let part = x
        .get(whole)
        .is_some_and(|w| s % 64 != 0 && w << (64 - s % 64) != 0);
    part || x[..whole].iter().any(|&w| w != 0)
}

fn bit(x: &[u64], i: u64) -> bool {
    x.get((i / 64) as usize)
        .is_some_and(|w| w >> (i % 64) & 1 != 0)
}

/// A number as the endless row of bits that two's complement gives it, a word at a time from below.
struct Complement<'a> {
    words: &'a [u64],
    negative: bool,
    carry: bool,
}

impl Complement<'_> {
    fn word(&mut self, i: usize) -> u64 {
        let w = self.words.get(i).copied().unwrap_or(0);
        if !self.negative {
            return w;
        }
        let (w, carry) = (!w).overflowing_add(u64::from(self.carry));
        self.carry = carry;
        w
    }
}

fn complement(words: &[u64], negative: bool) -> Complement<'_> {
    Complement {
        words,
        negative,
        carry: true,
    }
}

/// Bits combined as `op` says; the sign of the result is that of the bits beyond all words.
fn combine(
    x: &mut Complement<'_>,
    y: &mut Complement<'_>,
    op: fn(u64, u64) -> u64,
) -> (WordBuf, bool) {
    let n = x.words.len().max(y.words.len()) + 1;
    let ones = |b: bool| if b { u64::MAX } else { 0 };
    let negative = op(ones(x.negative), ones(y.negative)) != 0;
    let z: WordBuf = (0..n).map(|i| op(x.word(i), y.word(i))).collect();
    let mut magnitude = complement(&z, negative);
    ((0..n).map(|i| magnitude.word(i)).collect(), negative)
}

/// The greatest common divisor of positive numbers, and the factor `u` of `a` with the smallest magnitude (of two, the
/// positive one) such that `u a + v b` is it; and `v`.
fn bezout(a: &UBig, b: &UBig) -> (UBig, IBig, IBig) {
    let (g, u, _) = a.gcd_ext(b);
    let m = IBig::from(b / &g);
    let mut u = u % &m;
    let twice = &u * 2;
    if twice > m {
        u -= &m;
    } else if twice <= -&m {
        u += &m;
    }
    let v = (IBig::from(g.clone()) - &u * IBig::from(a.clone())) / IBig::from(b.clone());
    (g, u, v)
}

/// `x` to the power of `y`, modulo `m`.
pub fn power(x: &UBig, y: &UBig, m: &UBig) -> UBig {
    if m.is_one() {
        UBig::ZERO
    } else if m.as_words()[0] & 1 == 1 {
        let ring = MontgomeryRepr::new(m.clone());
        ring.reduce(x.clone()).pow(y).residue()
    } else {
        let ring = ConstDivisor::new(m.clone());
        ring.reduce(x.clone()).pow(y).residue()
    }
}

/// A mantissa cut to its highest `prec` bits, its top bit at the top of a word.
struct Rounded {
    words: WordBuf,
    /// The bits the number has after rounding.
    bits: u64,
    /// The magnitude has become larger (1), smaller (-1), or is exact.
    change: i64,
}

/// Rounds a number that is not zero. `more` tells that it stands for something slightly larger. The mode is numbered as Go's
/// `RoundingMode`.
fn round(x: &[u64], prec: u64, mode: i64, negative: bool, more: bool) -> Rounded {
    let mut bits = bit_len(x);
    let cut = bits.saturating_sub(prec);
    let half = cut > 0 && bit(x, cut - 1);
    let rest = more || (cut > 1 && any_below(x, cut - 1));
    let mut kept = shifted_right(x, cut);
    let mut change = 0;
    if half || rest {
        let up = match mode {
            0 => half && (rest || kept[0] & 1 == 1),
            1 => half,
            2 => false,
            3 => true,
            4 => negative,
            _ => !negative,
        };
        change = if up { 1 } else { -1 };
        if up {
            kept = sum(kept, smallvec![1]);
            bits = bit_len(&kept) + cut;
        }
    }
    let gap = (64 - bit_len(&kept) % 64) % 64;
    let mut words = shifted_left(&kept, gap);
    words.truncate(significant(&words));
    let zeros = words.iter().take_while(|&&w| w == 0).count();
    words.drain(..zeros);
    Rounded {
        words,
        bits,
        change,
    }
}

natives! { TABLE;
    fn "math/big.addWords"(cx, z: Words, x: Words, y: Words) -> i64 {
        Ok(put(z, &sum(x.read(), y.read())))
    }
    fn "math/big.subWords"(cx, z: Words, x: Words, y: Words) -> i64 {
        Ok(put(z, &difference(x.read(), &y.read())))
    }
    fn "math/big.compareWords"(cx, x: Words, y: Words) -> i64 {
        Ok(compare(&x.read(), &y.read()) as i64)
    }
    fn "math/big.mulWords"(cx, z: Words, x: Words, y: Words) -> i64 {
        if x.len().min(y.len()) <= SHORT {
            return Ok(put(z, &short_product(&x.read(), &y.read())));
        }
        let (a, b) = (x.read(), y.read());
        let a = UBig::from_words(&a);
        let product = if x.read() == b { a.sqr() } else { a * UBig::from_words(&b) };
        Ok(put(z, product.as_words()))
    }
    fn "math/big.divWords"(cx, q: Words, r: Words, x: Words, y: Words) -> (i64, i64) {
        let (mut a, b) = (x.read(), y.read());
        if b.len() == 1 {
            let rem = divide_by_word(&mut a, b[0]);
            let n = if q.is_empty() { 0 } else { put(q, &a) };
            return Ok((n, put(r, &[rem])));
        }
        let (a, b) = (UBig::from_words(&a), UBig::from_words(&b));
        if q.is_empty() {
            return Ok((0, put(r, (a % b).as_words())));
        }
        let (quo, rem) = a.div_rem(b);
        Ok((put(q, quo.as_words()), put(r, rem.as_words())))
    }
    fn "math/big.shlWords"(cx, z: Words, x: Words, s: u64) -> i64 {
        Ok(put(z, &shifted_left(&x.read(), s)))
    }
    fn "math/big.shrWords"(cx, z: Words, x: Words, s: u64) -> i64 {
        Ok(put(z, &shifted_right(&x.read(), s)))
    }
    fn "math/big.anyBelow"(cx, x: Words, s: u64) -> bool {
        Ok(any_below(&x.read(), s))
    }
    fn "math/big.bitWords"(cx, z: Words, op: i64, x: Words, xneg: bool, y: Words, yneg: bool) -> (i64, bool) {
        let op: fn(u64, u64) -> u64 = match op {
            0 => |a, b| a & b,
            1 => |a, b| a | b,
            2 => |a, b| a ^ b,
            _ => |a, b| a & !b,
        };
        let (a, b) = (x.read(), y.read());
        let (c, negative) = combine(&mut complement(&a, xneg), &mut complement(&b, yneg), op);
        Ok((put(z, &c), negative))
    }
    fn "math/big.sqrtWords"(cx, z: Words, x: Words) -> i64 {
        Ok(put(z, number(x).sqrt().as_words()))
    }
    fn "math/big.powerWords"(cx, z: Words, x: Words, y: Words, m: Words) -> i64 {
        Ok(put(z, power(&number(x), &number(y), &number(m)).as_words()))
    }
    fn "math/big.gcdWords"(cx, z: Words, a: Words, b: Words) -> i64 {
        Ok(put(z, number(a).gcd(number(b)).as_words()))
    }
    fn "math/big.bezoutWords"(cx, z: Words, u: Words, v: Words, a: Words, b: Words) -> (i64, i64, bool, i64, bool) {
        let (g, s, t) = bezout(&number(a), &number(b));
        let (ssign, s) = s.into_parts();
        let (tsign, t) = t.into_parts();
        let negative = |sign| sign == Sign::Negative;
        let (nu, nv) = (put(u, s.as_words()), put(v, t.as_words()));
        Ok((put(z, g.as_words()), nu, negative(ssign), nv, negative(tsign)))
    }
    fn "math/big.roundWords"(cx, z: Words, x: Words, prec: u64, mode: i64, neg: bool, more: bool) -> (i64, i64, i64) {
        let r = round(&x.read(), prec, mode, neg, more);
        z.write(&r.words);
        Ok((r.words.len() as i64, r.bits as i64, r.change))
    }
}
