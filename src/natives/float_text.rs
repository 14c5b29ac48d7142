//! Floating-point numbers as text, in the formats of Go's strconv.FormatFloat: `e E f F g G b x X`.
//!
//! Digits come from Rust's own formatting, which is exact: `{:e}` gives the shortest digits that read back to the same
//! number, `{:.N}` and `{:.Ne}` round the exact value to even.

/// Decimal digits without leading or trailing point, and where the point goes: 0.d1d2d3... * 10^point.
struct Decimal {
    digits: Vec<u8>,
    point: i32,
}

fn decimal(text: &str) -> Decimal {
    let (mant, exp) = text.split_once('e').unwrap_or((text, "0"));
    let exp: i32 = exp.parse().unwrap_or(0);
    let int_len = mant.find('.').unwrap_or(mant.len()) as i32;
    let mut digits: Vec<u8> = mant.bytes().filter(u8::is_ascii_digit).collect();
    let mut point = int_len + exp;
    let lead = digits.iter().take_while(|&&d| d == b'0').count();
    if lead == digits.len() {
        return Decimal {
            digits: Vec::new(),
            point: 0,
        };
    }
    digits.drain(..lead);
    point -= lead as i32;
    Decimal { digits, point }
}

/// `strconv.FormatFloat(x, fmt, prec, bits)`; a negative `prec` asks for the shortest digits that read back the same.
pub fn format_float(x: f64, fmt: u8, prec: i32, bits: u32) -> String {
    if x.is_nan() {
        return "NaN".into();
    }
    if x.is_infinite() {
        return if x > 0.0 {
            "+Inf".into()
        } else {
            "-Inf".into()
        };
    }
    let neg = x.is_sign_negative();
    let a = x.abs();
    let body = match fmt {
        b'e' | b'E' => exponential(a, fmt, prec, bits),
        b'f' | b'F' => fixed(a, prec, bits),
        b'g' | b'G' => general(a, fmt, prec, bits),
        b'b' => binary(a, bits),
        b'x' | b'X' => hex(a, fmt, prec, bits),
        _ => return format!("%{}", fmt as char),
    };
    if neg { format!("-{body}") } else { body }
}

/// No float64 has more digits before or after the point that are not 0.
const MOST_DIGITS: usize = 1100;

/// The shortest digits, or `n` significant ones.
fn digits_of(a: f64, n: Option<usize>, bits: u32) -> Decimal {
    match n {
        Some(n) => {
            let mut d = decimal(&format!("{:.*e}", n.clamp(1, MOST_DIGITS) - 1, a));
            if n > MOST_DIGITS && !d.digits.is_empty() {
                d.digits.resize(n, b'0');
            }
            d
        }
        None if bits == 32 => ties_to_even(decimal(&format!("{:e}", a as f32)), a, 6),
        None => ties_to_even(decimal(&format!("{a:e}")), a, 15),
    }
}

/// Of two shortest texts that are equally near, Go takes the one with an even last digit, Rust the larger.
/// Only `long` digits and more leave room for two.
fn ties_to_even(d: Decimal, a: f64, long: usize) -> Decimal {
    let n = d.digits.len();
    if n < long || d.digits[n - 1] % 2 == 0 {
        return d;
    }
    if !format!("{a:.n$e}")
        .split('e')
        .next()
        .is_some_and(|m| m.ends_with('5'))
    {
        return d;
    }
    let exact = decimal(&format!("{:.*e}", n + 30, a));
    let (head, tail) = exact.digits.split_at(n.min(exact.digits.len()));
    if tail.first() == Some(&b'5') && tail[1..].iter().all(|c| *c == b'0') && head[n - 1] % 2 == 0 {
        return Decimal {
            digits: head.to_vec(),
            point: exact.point,
        };
    }
    d
}

fn exponential(a: f64, fmt: u8, prec: i32, bits: u32) -> String {
    let d = if prec < 0 {
        digits_of(a, None, bits)
    } else {
        digits_of(a, Some(prec as usize + 1), bits)
    };
    let digits = if prec < 0 {
        trimmed(&d.digits)
    } else {
        &d.digits
    };
    write_e(
        digits,
        d.point,
        if prec < 0 {
            digits.len().saturating_sub(1)
        } else {
            prec as usize
        },
        fmt,
    )
}

fn trimmed(d: &[u8]) -> &[u8] {
    &d[..d.iter().rposition(|&c| c != b'0').map_or(0, |i| i + 1)]
}

fn write_e(digits: &[u8], point: i32, frac: usize, fmt: u8) -> String {
    let mut s = String::new();
    let at = |i: usize| digits.get(i).copied().unwrap_or(b'0') as char;
    s.push(at(0));
    if frac > 0 {
        s.push('.');
        (1..=frac).for_each(|i| s.push(at(i)));
    }
    let exp = if digits.is_empty() { 0 } else { point - 1 };
    s.push(fmt as char);
    s.push(if exp < 0 { '-' } else { '+' });
    s.push_str(&format!("{:02}", exp.abs()));
    s
}

fn fixed(a: f64, prec: i32, bits: u32) -> String {
    if prec >= 0 {
        let n = prec as usize;
        let mut s = format!("{:.*}", n.min(MOST_DIGITS), a);
        s.extend(std::iter::repeat_n('0', n.saturating_sub(MOST_DIGITS)));
        return s;
    }
    let d = digits_of(a, None, bits);
    write_f(trimmed(&d.digits), d.point)
}

fn write_f(digits: &[u8], point: i32) -> String {
    let mut s = String::new();
    if point <= 0 {
        s.push('0');
    } else {
        (0..point as usize).for_each(|i| s.push(digits.get(i).copied().unwrap_or(b'0') as char));
    }
    let frac = digits.len() as i32 - point;
    if frac > 0 && !digits.is_empty() {
        s.push('.');
        (0..-point).for_each(|_| s.push('0'));
        digits[point.max(0) as usize..]
            .iter()
            .for_each(|&c| s.push(c as char));
    }
    s
}

fn general(a: f64, fmt: u8, prec: i32, bits: u32) -> String {
    let shortest = prec < 0;
    let d = if shortest {
        digits_of(a, None, bits)
    } else {
        digits_of(a, Some(prec.max(1) as usize), bits)
    };
    let digits = trimmed(&d.digits);
    // `%e` is used when the exponent is below -4 or not below the precision; for shortest digits that is 6.
    let mut eprec = if shortest { 6 } else { prec.max(1) };
    if eprec > digits.len() as i32 && digits.len() as i32 >= d.point {
        eprec = digits.len() as i32;
    }
    if shortest {
        eprec = 6;
    }
    let exp = d.point - 1;
    if !digits.is_empty() && (exp < -4 || exp >= eprec) {
        return write_e(
            digits,
            d.point,
            digits.len() - 1,
            if fmt == b'G' { b'E' } else { b'e' },
        );
    }
    write_f(digits, if digits.is_empty() { 0 } else { d.point })
}

/// Mantissa and binary exponent: value = mant * 2^exp.
fn parts(a: f64, bits: u32) -> (u64, i32) {
    if bits == 32 {
        let b = (a as f32).to_bits();
        let e = (b >> 23 & 0xFF) as i32;
        let m = (b & 0x7F_FFFF) as u64;
        return if e == 0 {
            (m, -149)
        } else {
            (m | 1 << 23, e - 150)
        };
    }
    let b = a.to_bits();
    let e = (b >> 52 & 0x7FF) as i32;
    let m = b & ((1 << 52) - 1);
    if e == 0 {
        (m, -1074)
    } else {
        (m | 1 << 52, e - 1075)
    }
}

fn binary(a: f64, bits: u32) -> String {
    let (m, e) = parts(a, bits);
    format!("{m}p{}{}", if e >= 0 { "+" } else { "" }, e)
}

fn hex(a: f64, fmt: u8, prec: i32, bits: u32) -> String {
    let upper = fmt == b'X';
    let (mut m, e) = parts(a, bits);
    let mut exp = 0;
    if m != 0 {
        // One digit before the point, which is 1.
        let shift = m.leading_zeros();
        m <<= shift;
        exp = e + 63 - shift as i32;
    }
    // m now has its first bit at 63: 1.fff in 63 fraction bits.
    if (0..15).contains(&prec) {
        let drop = 63 - 4 * prec as u32;
        let half = 1u64 << (drop - 1);
        let rest = m & ((1u64 << drop) - 1);
        m = m >> drop << drop;
        if rest > half || rest == half && m >> drop & 1 == 1 {
            let (sum, carry) = m.overflowing_add(1u64 << drop);
            m = sum;
            if carry {
                m = m >> 1 | 1 << 63;
                exp += 1;
            }
        }
    }
    let mut s = String::from(if upper { "0X" } else { "0x" });
    s.push(if m >> 63 == 1 { '1' } else { '0' });
    let mut frac = m << 1;
    let n = if prec >= 0 {
        prec as u32
    } else {
        (64 - frac.trailing_zeros().min(64)).div_ceil(4)
    };
    if n > 0 {
        s.push('.');
        for _ in 0..n {
            let d = std::char::from_digit((frac >> 60) as u32, 16).unwrap_or('0');
            s.push(if upper { d.to_ascii_uppercase() } else { d });
            frac <<= 4;
        }
    }
    s.push_str(&format!(
        "{}{}{:02}",
        if upper { 'P' } else { 'p' },
        if exp < 0 { '-' } else { '+' },
        exp.abs()
    ));
    s
}

#[cfg(test)]
mod tests {
    use super::format_float;

    #[test]
    fn as_strconv() {
        let g = |x| format_float(x, b'g', -1, 64);
        assert_eq!(g(1.0), "1");
        assert_eq!(g(0.1), "0.1");
        assert_eq!(g(1e20), "1e+20");
        assert_eq!(g(100000000.0), "1e+08");
        assert_eq!(g(123456789.0), "1.23456789e+08");
        assert_eq!(g(0.00001), "1e-05");
        assert_eq!(g(0.0), "0");
        assert_eq!(format_float(3.14159, b'f', 2, 64), "3.14");
        assert_eq!(format_float(3.14159, b'e', 3, 64), "3.142e+00");
        assert_eq!(format_float(1234567.0, b'g', 3, 64), "1.23e+06");
        assert_eq!(format_float(100.0, b'g', 5, 64), "100");
        assert_eq!(format_float(1.0, b'x', -1, 64), "0x1p+00");
        assert_eq!(format_float(0.5, b'b', -1, 64), "4503599627370496p-53");
        assert_eq!(format_float(0.1f32 as f64, b'g', -1, 32), "0.1");
        assert_eq!(format_float(-2.5, b'f', -1, 64), "-2.5");
    }
}
