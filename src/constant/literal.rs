//! Constants from literal text. The lexer has validated the text; anything it would have refused gives unknown.

use std::sync::Arc;

use dashu::base::BitTest;
use dashu::integer::IBig;
use dashu::integer::UBig;
use dashu::rational::RBig;

use super::Float;
use super::Value;
use super::float::pow10;

/// The kinds of literals.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum LitKind {
    /// `12`, `0x1f`
    Int,
    /// `1.5`, `0x1p-2`
    Float,
    /// `2i`
    Imag,
    /// `'a'`
    Char,
    /// `"a"`
    String,
}

/// The value of a literal, unknown if it is malformed.
pub fn from_literal(lit: &str, kind: LitKind) -> Value {
    match kind {
        LitKind::Int => int_literal(lit).map_or(Value::Unknown, Value::int),
        LitKind::Float => float_literal(lit),
        LitKind::Imag => match lit.strip_suffix('i') {
            Some(s) => Value::complex(Value::Int64(0), float_literal(s)),
            None => Value::Unknown,
        },
        LitKind::Char => {
            let Some(inner) = lit.strip_prefix('\'').and_then(|s| s.strip_suffix('\'')) else {
                return Value::Unknown;
            };
            match unquote_char(inner.as_bytes(), b'\'') {
                Some((c, _, n)) if n == inner.len() => Value::Int64(i64::from(c)),
                _ => Value::Unknown,
            }
        }
        LitKind::String => unquote(lit).map_or(Value::Unknown, Value::string),
    }
}

fn radix_of(s: &str) -> (u32, &str) {
    let b = s.as_bytes();
    if b.len() > 1 && b[0] == b'0' {
        return match b[1] {
            b'x' | b'X' => (16, &s[2..]),
            b'b' | b'B' => (2, &s[2..]),
            b'o' | b'O' => (8, &s[2..]),
            _ => (8, &s[1..]),
        };
    }
    (10, s)
}

fn int_literal(lit: &str) -> Option<IBig> {
    let clean: String = lit.chars().filter(|c| *c != '_').collect();
    let (radix, digits) = radix_of(&clean);
    if digits.is_empty() {
        return None;
    }
    IBig::from_str_radix(digits, radix).ok()
}

fn float_literal(lit: &str) -> Value {
    let clean: String = lit.chars().filter(|c| *c != '_').collect();
    let b = clean.as_bytes();
    let prefixed =
        b.len() > 1 && b[0] == b'0' && matches!(b[1], b'x' | b'X' | b'b' | b'B' | b'o' | b'O');
    let (radix, body) = if prefixed {
        radix_of(&clean)
    } else {
        (10, clean.as_str())
    };
    let exp_mark: &[char] = if radix == 10 {
        &['e', 'E']
    } else {
        &['p', 'P']
    };
    let (mant, exp) = match body.find(exp_mark) {
        Some(i) => {
            let e = &body[i + 1..];
            // An exponent that does not fit is as good as the largest one that does.
            let e = e.parse::<i64>().unwrap_or(if e.starts_with('-') {
                i64::from(i32::MIN)
            } else {
                i64::from(i32::MAX)
            });
            (
                &body[..i],
                e.clamp(i64::from(i32::MIN), i64::from(i32::MAX)),
            )
        }
        None => (body, 0),
    };
    let (int, frac) = mant.split_once('.').unwrap_or((mant, ""));
    let digits = format!("{int}{frac}");
    let Ok(m) = UBig::from_str_radix(if digits.is_empty() { "0" } else { &digits }, radix) else {
        return Value::Unknown;
    };
    if m.is_zero() {
        return Value::Rat(Arc::new(RBig::ZERO));
    }
    let per_digit = match radix {
        16 => 4,
        8 => 3,
        2 => 1,
        _ => 0,
    };
    if radix != 10 {
        let e = exp - frac.len() as i64 * per_digit;
        let f = Float::new(IBig::from(m), e, false);
        return if f.is_overflow() {
            Value::Unknown
        } else {
            f.into_value_as_rat()
        };
    }
    let e = exp - frac.len() as i64;
    let bits = m.bit_len() as i64;
    // About log2(10) bits for each decimal place: exact only where the result stays small.
    if (e.abs() * 10 / 3) + bits < 2 * super::MAX_EXP as i64 {
        let ten = UBig::from(10u8).pow(e.unsigned_abs() as usize);
        let r = if e >= 0 {
            RBig::from(IBig::from(m * ten))
        } else {
            RBig::from_parts(IBig::from(m), ten)
        };
        return Value::rat(r);
    }
    let f = Float::mul(&Float::from_int(IBig::from(m)), &pow10(e));
    if f.is_overflow() {
        Value::Unknown
    } else {
        f.into_value_as_rat()
    }
}

/// The bytes a string literal (interpreted or raw) stands for.
pub fn unquote(lit: &str) -> Option<Vec<u8>> {
    let b = lit.as_bytes();
    if b.len() < 2 || b[0] != b[b.len() - 1] {
        return None;
    }
    let inner = &b[1..b.len() - 1];
    match b[0] {
        b'`' => Some(inner.iter().copied().filter(|c| *c != b'\r').collect()),
        b'"' => {
            let mut out = Vec::with_capacity(inner.len());
            let mut i = 0;
            while i < inner.len() {
                if inner[i] != b'\\' {
                    out.push(inner[i]);
                    i += 1;
                    continue;
                }
                let (c, byte, n) = unquote_char(&inner[i..], b'"')?;
                if byte {
                    out.push(c as u8);
                } else {
                    let mut buf = [0; 4];
                    out.extend_from_slice(char::from_u32(c)?.encode_utf8(&mut buf).as_bytes());
                }
                i += n;
            }
            Some(out)
        }
        _ => None,
    }
}

/// The first character or escape of `s`: its code, whether it stands for one byte, and its length.
pub fn unquote_char(s: &[u8], quote: u8) -> Option<(u32, bool, usize)> {
    let first = *s.first()?;
    if first != b'\\' {
        let len = match first {
            0..=0x7f => 1,
            0xc0..=0xdf => 2,
            0xe0..=0xef => 3,
            _ => 4,
        };
        let c = std::str::from_utf8(s.get(..len)?).ok()?.chars().next()?;
        return Some((c as u32, false, len));
    }
    let simple = |c: u32| Some((c, false, 2));
    let hex = |n: usize, byte: bool| {
        let digits = std::str::from_utf8(s.get(2..2 + n)?).ok()?;
        let c = u32::from_str_radix(digits, 16).ok()?;
        if !byte {
            char::from_u32(c)?;
        }
        Some((c, byte, 2 + n))
    };
    match *s.get(1)? {
        b'a' => simple(7),
        b'b' => simple(8),
        b'f' => simple(12),
        b'n' => simple(10),
        b'r' => simple(13),
        b't' => simple(9),
        b'v' => simple(11),
        b'\\' => simple(92),
        c @ (b'\'' | b'"') if c == quote => simple(u32::from(c)),
        b'x' => hex(2, true),
        b'u' => hex(4, false),
        b'U' => hex(8, false),
        b'0'..=b'7' => {
            let digits = std::str::from_utf8(s.get(1..4)?).ok()?;
            let c = u32::from_str_radix(digits, 8).ok()?;
            if c > 255 { None } else { Some((c, true, 4)) }
        }
        _ => None,
    }
}
