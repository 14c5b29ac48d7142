//! Natives of math/big: numbers to digits and back, and the decimal digits of binary floating-point numbers.

use crate::natives::big::bit_len;
use crate::natives::big::number;
use crate::vm::native::GoStr;
use crate::vm::native::natives;
use crate::vm::words::Words;
use dashu::base::Abs;
use dashu::integer::IBig;
use dashu::integer::UBig;

const DIGITS: &[u8; 62] = b"0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ";

/// The largest power of `base` that is a word, and its exponent.
fn group(base: u64) -> (u64, usize) {
    let (mut power, mut n) = (base, 1);
    while let Some(next) = power.checked_mul(base) {
        (power, n) = (next, n + 1);
    }
    (power, n)
}

/// The digits of a number in a base from 2 to 62.
fn digits(x: &UBig, base: u64) -> Vec<u8> {
    if base <= 36 {
        return x.in_radix(base as u8).to_string().into_bytes();
    }
    let (power, n) = group(base);
    let mut out = Vec::new();
    for g in x.to_digits(power).into_iter().rev() {
        let mut g = g;
        for _ in 0..n {
            out.push(DIGITS[(g % base) as usize]);
            g /= base;
        }
    }
    while out.len() > 1 && out.last() == Some(&b'0') {
        out.pop();
    }
    out.reverse();
    out
}

fn digit_value(c: u8, base: u64) -> Option<u64> {
    let v = match c {
        b'0'..=b'9' => c - b'0',
        b'a'..=b'z' => c - b'a' + 10,
        b'A'..=b'Z' if base <= 36 => c - b'A' + 10,
        b'A'..=b'Z' => c - b'A' + 36,
        _ => return None,
    };
    (u64::from(v) < base).then_some(v.into())
}

/// The number these digits mean, if they all are digits of that base, and there is one.
fn parse(s: &[u8], base: u64) -> Option<UBig> {
    if s.is_empty() || !s.iter().all(|&c| digit_value(c, base).is_some()) {
        return None;
    }
    if base <= 36 {
        return UBig::from_str_radix(std::str::from_utf8(s).ok()?, base as u32).ok();
    }
    let (power, n) = group(base);
    let head = s.len() % n;
    let mut groups = vec![&s[..head]];
    groups.extend(s[head..].chunks(n));
    let value = |g: &&[u8]| {
        g.iter()
            .fold(0, |v, &c| v * base + digit_value(c, base).unwrap_or(0))
    };
    let groups: Vec<u64> = groups.iter().map(value).collect();
    UBig::from_digits(power, &groups).ok()
}

/// A decimal number: `0.` and its digits, the last of which is not 0, times ten to the power of `point`. Zero has no digits.
struct Decimal {
    digits: Vec<u8>,
    point: i64,
}

impl Decimal {
    /// `m * 2^exp`, exactly.
    fn exact(mut m: UBig, mut exp: i64) -> Decimal {
        if exp < 0 {
            let zeros = m
                .trailing_zeros()
                .unwrap_or(0)
                .min(exp.unsigned_abs() as usize);
            m >>= zeros;
            exp += zeros as i64;
        }
        let digits = if exp >= 0 {
            (m << exp as usize).to_string()
        } else {
            (m * UBig::from(5u8).pow(exp.unsigned_abs() as usize)).to_string()
        };
        let mut d = Decimal {
            point: digits.len() as i64 + exp.min(0),
            digits: digits.into_bytes(),
        };
        d.trim();
        d
    }

    fn trim(&mut self) {
        while self.digits.last() == Some(&b'0') {
            self.digits.pop();
        }
        if self.digits.is_empty() {
            self.point = 0;
        }
    }

    fn digit(&self, i: usize) -> u8 {
        self.digits.get(i).copied().unwrap_or(b'0')
    }

    /// Keeps `n` digits, the last one rounded to the nearest, to even if there are two.
    fn round(&mut self, n: i64) {
        let Some(n) = usize::try_from(n).ok().filter(|&n| n < self.digits.len()) else {
            return;
        };
        let up = match self.digits[n..] {
            [b'5'] => n > 0 && self.digits[n - 1] % 2 == 1,
            _ => self.digits[n] >= b'5',
        };
        self.cut(n, up);
    }

    /// Keeps `n` digits, and adds one to the last of them.
    fn cut(&mut self, n: usize, up: bool) {
        self.digits.truncate(n);
        if up {
            while self.digits.last() == Some(&b'9') {
                self.digits.pop();
            }
            match self.digits.last_mut() {
                Some(d) => *d += 1,
                None => {
                    self.digits.push(b'1');
                    self.point += 1;
                }
            }
        }
        self.trim();
    }

    /// Keeps as many digits as tell the number from its neighbours with `prec` bits.
    fn shorten(&mut self, m: UBig, exp: i64, prec: u64) {
        let extra = bit_len(m.as_words()) as i64 - (prec as i64 + 1);
        let m = if extra >= 0 {
            m >> extra as usize
        } else {
            m << extra.unsigned_abs() as usize
        };
        let exp = exp + extra;
        let inclusive = !bit_one(&m);
        let one = IBig::ONE;
        let below = (IBig::from(m.clone()) - &one).abs();
        let lower = Decimal::exact(UBig::try_from(below).unwrap_or(UBig::ZERO), exp);
        let upper = Decimal::exact(m + UBig::ONE, exp);
        for i in 0..self.digits.len() {
            let (l, d, u) = (lower.digit(i), self.digits[i], upper.digit(i));
            let last_of_lower = i + 1 == lower.digits.len();
            let down = l != d || (inclusive && last_of_lower);
            let up = d != u && (inclusive || d + 1 < u || i + 1 < upper.digits.len());
            match (down, up) {
                (true, true) => return self.round(i as i64 + 1),
                (true, false) => return self.cut(i + 1, false),
                (false, true) => return self.cut(i + 1, true),
                (false, false) => {}
            }
        }
    }
}

/// Whether the second lowest bit is set.
fn bit_one(m: &UBig) -> bool {
    m.as_words().first().is_some_and(|w| w & 2 != 0)
}

natives! { TABLE;
    fn "math/big.formatWords"(cx, x: Words, base: i64) -> GoStr<'_> {
        cx.new_string(&digits(&number(x), base as u64))
    }
    fn "math/big.parseWords"(cx, z: Words, s: GoStr, base: i64) -> (i64, bool) {
        let Some(x) = parse(&s, base as u64) else {
            return Ok((0, false));
        };
        z.write(x.as_words());
        Ok((x.as_words().len() as i64, true))
    }
    fn "math/big.shortestDigits"(cx, m: Words, exp: i64, prec: u64) -> (GoStr<'_>, i64) {
        let m = number(m);
        let mut d = Decimal::exact(m.clone(), exp);
        d.shorten(m, exp, prec);
        Ok((cx.new_string(&d.digits)?, d.point))
    }
    fn "math/big.decimalDigits"(cx, m: Words, exp: i64, n: i64, behind: bool) -> (GoStr<'_>, i64) {
        let mut d = Decimal::exact(number(m), exp);
        d.round(if behind { d.point.saturating_add(n) } else { n });
        Ok((cx.new_string(&d.digits)?, d.point))
    }
}
