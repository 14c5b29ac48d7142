//! Numbers from text and integers as text, as package strconv does it.

/// Why a text is no number.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
#[repr(i64)]
pub enum Code {
    /// It is one.
    Good = 0,
    /// Not of the right form.
    Syntax = 1,
    /// Too large or small.
    Range = 2,
}

fn digit(c: u8) -> Option<u64> {
    Some(u64::from(match c {
        b'0'..=b'9' => c - b'0',
        b'a'..=b'z' => c - b'a' + 10,
        b'A'..=b'Z' => c - b'A' + 10,
        _ => return None,
    }))
}

/// Whether underscores stand only between digits, or between a prefix and a digit.
fn underscores_ok(s: &[u8]) -> bool {
    let mut s = s.strip_prefix(b"-").or(s.strip_prefix(b"+")).unwrap_or(s);
    // What came last: a digit (or the prefix), an underscore, something else.
    let mut last = b'^';
    let mut hex = false;
    if s.len() >= 2 && s[0] == b'0' && matches!(s[1] | 0x20, b'b' | b'o' | b'x') {
        hex = s[1] | 0x20 == b'x';
        last = b'0';
        s = &s[2..];
    }
    for &c in s {
        if c.is_ascii_digit() || hex && c.is_ascii_hexdigit() {
            last = b'0';
        } else if c == b'_' {
            if last != b'0' {
                return false;
            }
            last = b'_';
        } else {
            if last == b'_' {
                return false;
            }
            last = b'!';
        }
    }
    last != b'_'
}

/// strconv.ParseUint. A bad base or size counts as bad syntax.
pub fn parse_uint(text: &[u8], base: i64, bits: i64) -> (u64, Code) {
    if text.is_empty() || !(0..=64).contains(&bits) {
        return (0, Code::Syntax);
    }
    let mut s = text;
    let (base, any) = match base {
        2..=36 => (base as u64, false),
        0 if s[0] != b'0' => (10, true),
        0 => {
            let (base, skip) = match s.get(1).map(|c| c | 0x20) {
                Some(b'b') if s.len() >= 3 => (2, 2),
                Some(b'o') if s.len() >= 3 => (8, 2),
                Some(b'x') if s.len() >= 3 => (16, 2),
                _ => (8, 1),
            };
            s = &s[skip..];
            (base, true)
        }
        _ => return (0, Code::Syntax),
    };
    let max = if bits == 0 || bits == 64 {
        u64::MAX
    } else {
        (1 << bits) - 1
    };
    let mut n = 0u64;
    let mut underscores = false;
    for &c in s {
        if c == b'_' && any {
            underscores = true;
            continue;
        }
        let Some(d) = digit(c).filter(|d| *d < base) else {
            return (0, Code::Syntax);
        };
        match n.checked_mul(base).and_then(|n| n.checked_add(d)) {
            Some(m) if m <= max => n = m,
            _ => return (max, Code::Range),
        }
    }
    if underscores && !underscores_ok(text) {
        return (0, Code::Syntax);
    }
    (n, Code::Good)
}

/// strconv.ParseInt.
pub fn parse_int(text: &[u8], base: i64, bits: i64) -> (i64, Code) {
    let (neg, s) = match text.first() {
        Some(b'-') => (true, &text[1..]),
        Some(b'+') => (false, &text[1..]),
        _ => (false, text),
    };
    let (n, code) = parse_uint(s, base, bits);
    if code == Code::Syntax {
        return (0, code);
    }
    let cutoff = 1u64 << (if bits == 0 { 64 } else { bits } - 1);
    if !neg && n >= cutoff {
        return ((cutoff - 1) as i64, Code::Range);
    }
    if neg && n > cutoff {
        return ((cutoff as i64).wrapping_neg(), Code::Range);
    }
    if neg {
        // A number that is too large even unsigned and yet the least one (bits is 1) counts as good, as in Go.
        ((n as i64).wrapping_neg(), Code::Good)
    } else {
        (n as i64, code)
    }
}

fn common_prefix(s: &[u8], word: &[u8]) -> usize {
    s.iter()
        .zip(word)
        .take_while(|(a, b)| a.eq_ignore_ascii_case(b))
        .count()
}

/// Infinities and NaN.
fn special(s: &[u8]) -> Option<(f64, usize)> {
    let (sign, neg) = match s.first()? {
        b'+' => (1, false),
        b'-' => (1, true),
        _ => (0, false),
    };
    let n = match common_prefix(&s[sign..], b"infinity") {
        8 => 8,
        3..8 => 3,
        _ => {
            return (sign == 0 && common_prefix(s, b"nan") == 3)
                .then_some((f64::from_bits(0x7FF8_0000_0000_0001), 3));
        }
    };
    Some((
        if neg {
            f64::NEG_INFINITY
        } else {
            f64::INFINITY
        },
        sign + n,
    ))
}

/// The longest start of `s` that is a number, its length, and whether it fits; `bits` is 32 or 64.
pub fn parse_float(s: &[u8], bits: i64) -> (f64, usize, Code) {
    if let Some((f, n)) = special(s) {
        return (f, n, Code::Good);
    }
    let bad = (0.0, 0, Code::Syntax);
    let mut i = usize::from(matches!(s.first(), Some(b'+' | b'-')));
    let neg = s.first() == Some(&b'-');
    let hex = i + 2 < s.len() && s[i] == b'0' && s[i + 1] | 0x20 == b'x';
    if hex {
        i += 2;
    }
    let start = i;
    let (mut dot, mut digits, mut underscores) = (false, false, false);
    // Hexadecimal: the leading digits, whether more follow that are not zero, and the exponent.
    let (mut mant, mut sticky, mut exp2) = (0u64, false, 0i64);
    while i < s.len() {
        match s[i] {
            b'_' => underscores = true,
            b'.' if !dot => dot = true,
            b'.' => break,
            c if c.is_ascii_digit() || hex && c.is_ascii_hexdigit() => {
                digits = true;
                if hex {
                    if mant >> 58 == 0 {
                        mant = mant << 4 | digit(c).unwrap_or(0);
                        exp2 -= if dot { 4 } else { 0 };
                    } else {
                        sticky |= c != b'0';
                        exp2 += if dot { 0 } else { 4 };
                    }
                }
            }
            _ => break,
        }
        i += 1;
    }
    if !digits {
        return bad;
    }
    let mant_end = i;
    let mut exp = 0i64;
    if i < s.len() && s[i] | 0x20 == if hex { b'p' } else { b'e' } {
        i += 1;
        let exp_neg = s.get(i) == Some(&b'-');
        if matches!(s.get(i), Some(b'+' | b'-')) {
            i += 1;
        }
        if !s.get(i).is_some_and(u8::is_ascii_digit) {
            return bad;
        }
        while i < s.len() && (s[i].is_ascii_digit() || s[i] == b'_') {
            if s[i] == b'_' {
                underscores = true;
            } else if exp < 10000 {
                exp = exp * 10 + i64::from(s[i] - b'0');
            }
            i += 1;
        }
        if exp_neg {
            exp = -exp;
        }
    } else if hex {
        return bad;
    }
    if underscores && !underscores_ok(&s[..i]) {
        return bad;
    }
    let f = if hex {
        hex_float(mant, sticky, exp2 + exp, bits)
    } else {
        let mut text: String = s[start..mant_end]
            .iter()
            .filter(|c| **c != b'_')
            .map(|c| char::from(*c))
            .collect();
        text.push_str(&format!("e{exp}"));
        if bits == 32 {
            f64::from(text.parse::<f32>().unwrap_or(0.0))
        } else {
            text.parse().unwrap_or(0.0)
        }
    };
    let code = if f.is_infinite() {
        Code::Range
    } else {
        Code::Good
    };
    (if neg { -f } else { f }, i, code)
}

/// `mant * 2^exp`, rounded once to 24 or 53 bits.
fn hex_float(mant: u64, sticky: bool, exp: i64, bits: i64) -> f64 {
    if mant == 0 {
        return 0.0;
    }
    let (precision, min, max) = if bits == 32 {
        (24, -149, 127)
    } else {
        (53, -1074, 1023)
    };
    let length = 64 - i64::from(mant.leading_zeros());
    // Position of the last bit that is kept.
    let last = (exp + length - precision).max(min);
    let drop = last - exp;
    let kept = if drop <= 0 {
        // Exact: there are fewer digits than bits.
        if exp + length - 1 > max {
            return f64::INFINITY;
        }
        return scale(mant as f64, exp);
    } else if drop > 64 {
        0
    } else {
        let whole = if drop == 64 { 0 } else { mant >> drop };
        let rest = if drop == 64 {
            mant
        } else {
            mant & ((1 << drop) - 1)
        };
        let half = 1u64 << (drop - 1);
        let up = rest > half || rest == half && (sticky || whole & 1 == 1);
        whole + u64::from(up)
    };
    let f = scale(kept as f64, last);
    let limit = if bits == 32 {
        f64::from(f32::MAX)
    } else {
        f64::MAX
    };
    if f > limit { f64::INFINITY } else { f }
}

/// `f * 2^e`, where the result is exact.
fn scale(mut f: f64, mut e: i64) -> f64 {
    while e > 900 && f.is_finite() {
        f *= f64::from_bits(1923u64 << 52);
        e -= 900;
    }
    while e < -900 {
        f *= f64::from_bits(123u64 << 52);
        e += 900;
        if f == 0.0 {
            return f;
        }
    }
    f * f64::from_bits(((e.clamp(-1022, 1023) + 1023) as u64) << 52)
}

/// An unsigned integer in a base from 2 to 36.
pub fn format_uint(mut n: u64, base: u64) -> Vec<u8> {
    if base == 10 {
        return n.to_string().into_bytes();
    }
    let base = base.clamp(2, 36);
    let mut out = Vec::new();
    loop {
        out.push(b"0123456789abcdefghijklmnopqrstuvwxyz"[(n % base) as usize]);
        n /= base;
        if n == 0 {
            break;
        }
    }
    out.reverse();
    out
}

/// A signed integer in a base from 2 to 36.
pub fn format_int(n: i64, base: u64) -> Vec<u8> {
    let mut out = format_uint(n.unsigned_abs(), base);
    if n < 0 {
        out.insert(0, b'-');
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn floats_parse_as_gos() {
        let f = |s: &str| {
            let (f, n, code) = parse_float(s.as_bytes(), 64);
            (code == Code::Syntax || n == s.len()).then_some((f, code))
        };
        assert_eq!(f("1_000"), Some((1000.0, Code::Good)));
        assert_eq!(f("1__0"), Some((0.0, Code::Syntax)));
        assert_eq!(f("0x1.8p1"), Some((3.0, Code::Good)));
        assert_eq!(f("0x1"), Some((0.0, Code::Syntax)));
        assert_eq!(f("1e400"), Some((f64::INFINITY, Code::Range)));
        assert_eq!(f("0x1p2000"), Some((f64::INFINITY, Code::Range)));
        assert_eq!(f("0x1p-1074"), Some((5e-324, Code::Good)));
        assert_eq!(f("0x1p-1075"), Some((0.0, Code::Good)));
        assert_eq!(f("0x1.8p-1074"), Some((1e-323, Code::Good)));
        assert_eq!(
            f("0x1.fffffffffffff8p1023"),
            Some((f64::INFINITY, Code::Range))
        );
        assert_eq!(
            f("0x123456789abcdef12345p-8"),
            f("335809853396331.938e5")
                .map(|_| (0x1234_5678_9abc_def1_2345u128 as f64 / 256.0, Code::Good))
        );
        assert_eq!(f("infinity"), Some((f64::INFINITY, Code::Good)));
        assert_eq!(f("-nan"), Some((0.0, Code::Syntax)));
        assert_eq!(parse_float(b"1.5+2i", 64), (1.5, 3, Code::Good));
    }

    #[test]
    fn integers_parse_as_gos() {
        assert_eq!(parse_int(b"-128", 10, 8), (-128, Code::Good));
        assert_eq!(parse_int(b"128", 10, 8), (127, Code::Range));
        assert_eq!(parse_int(b"0x_ff", 0, 64), (255, Code::Good));
        assert_eq!(parse_int(b"0_7", 0, 64), (7, Code::Good));
        assert_eq!(parse_int(b"_7", 0, 64), (0, Code::Syntax));
        assert_eq!(parse_int(b"1_7", 10, 64), (0, Code::Syntax));
        assert_eq!(
            parse_uint(b"99999999999999999999", 10, 64),
            (u64::MAX, Code::Range)
        );
        assert_eq!(parse_int(b"0", 0, 64), (0, Code::Good));
        assert_eq!(parse_int(b"0x", 0, 64), (0, Code::Syntax));
        assert_eq!(format_int(-255, 16), b"-ff");
        assert_eq!(format_int(i64::MIN, 2).len(), 65);
    }
}
