//! How constants are printed in messages, which is how Go prints them: long strings and numbers shortened.

use std::fmt;

use super::Float;
use super::Value;

impl fmt::Display for Value {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Value::Unknown => f.write_str("unknown"),
            Value::Bool(b) => write!(f, "{b}"),
            Value::String(s) => {
                const MAX_LEN: usize = 72;
                // Every character shown takes at most four bytes of the string.
                let q = quote(&s.prefix(4 * MAX_LEN as u64 + 4));
                if q.chars().count() > MAX_LEN {
                    let short: String = q.chars().take(MAX_LEN - 3).collect();
                    return write!(f, "{short}...");
                }
                f.write_str(&q)
            }
            Value::Int64(x) => write!(f, "{x}"),
            Value::Int(x) => write!(f, "{x}"),
            Value::Rat(r) => f.write_str(&float_string(&Float::from_rat(r))),
            Value::Float(x) => f.write_str(&float_string(x)),
            Value::Complex(c) => write!(f, "({} + {}i)", c.0, c.1),
        }
    }
}

impl Value {
    /// The value in full: fractions as `a/b`, strings quoted and whole.
    pub fn exact_string(&self) -> String {
        match self {
            Value::String(s) => quote(s.bytes()),
            Value::Rat(r) if r.is_int() => r.numerator().to_string(),
            Value::Rat(r) => format!("{}/{}", r.numerator(), r.denominator()),
            Value::Complex(c) => format!("({} + {}i)", c.0.exact_string(), c.1.exact_string()),
            _ => self.to_string(),
        }
    }
}

fn float_string(x: &Float) -> String {
    let (f, _) = x.to_f64();
    if (x.sign() == 0) == (f == 0.0) && !f.is_infinite() {
        let s = format_g(f, Some(6));
        if !x.is_int() && !s.contains('.') {
            return format_g(f, None);
        }
        return s;
    }
    // Out of the range of float64: mantissa and decimal exponent by logarithm.
    let (m, exp) = x.frexp();
    let d = exp as f64 * (std::f64::consts::LN_2 / std::f64::consts::LN_10);
    let mut e = d as i64;
    let mut m = m * 10f64.powf(d - e as f64);
    let am = m.abs();
    if am < 1.0 - 0.5e-6 {
        m *= 10.0;
        e -= 1;
    } else if am >= 10.0 {
        m /= 10.0;
        e += 1;
    }
    format!("{}e{:+}", format_g(m, Some(6)), e)
}

/// Formats like C's `%g`: with `digits` significant digits, or with the fewest that give the number back.
pub fn format_g(x: f64, digits: Option<usize>) -> String {
    if x == 0.0 {
        return if x.is_sign_negative() {
            "-0".into()
        } else {
            "0".into()
        };
    }
    let sci = match digits {
        Some(n) => format!("{:.*e}", n - 1, x),
        None => format!("{x:e}"),
    };
    let (mant, exp) = sci.split_once('e').unwrap_or((&sci, "0"));
    let exp: i32 = exp.parse().unwrap_or(0);
    let (neg, mant) = match mant.strip_prefix('-') {
        Some(m) => ("-", m),
        None => ("", mant),
    };
    let mut ds: String = mant.chars().filter(|c| *c != '.').collect();
    while ds.len() > 1 && ds.ends_with('0') {
        ds.pop();
    }
    // Go decides between the two notations by six digits also where it prints the fewest.
    let limit = digits.unwrap_or(6) as i32;
    if exp < -4 || exp >= limit {
        let frac = if ds.len() > 1 {
            format!("{}.{}", &ds[..1], &ds[1..])
        } else {
            ds
        };
        let sign = if exp < 0 { '-' } else { '+' };
        return format!("{neg}{frac}e{sign}{:02}", exp.abs());
    }
    if exp < 0 {
        return format!("{neg}0.{}{ds}", "0".repeat((-exp - 1) as usize));
    }
    let n = exp as usize + 1;
    if ds.len() <= n {
        return format!("{neg}{ds}{}", "0".repeat(n - ds.len()));
    }
    format!("{neg}{}.{}", &ds[..n], &ds[n..])
}

/// Quotes bytes as a Go string literal.
pub fn quote(s: &[u8]) -> String {
    let mut out = String::with_capacity(s.len() + 2);
    out.push('"');
    for chunk in s.utf8_chunks() {
        for c in chunk.valid().chars() {
            match c {
                '"' => out.push_str("\\\""),
                '\\' => out.push_str("\\\\"),
                '\x07' => out.push_str("\\a"),
                '\x08' => out.push_str("\\b"),
                '\x0c' => out.push_str("\\f"),
                '\n' => out.push_str("\\n"),
                '\r' => out.push_str("\\r"),
                '\t' => out.push_str("\\t"),
                '\x0b' => out.push_str("\\v"),
                ' '..='~' => out.push(c),
                _ if (c as u32) < 0x80 => out.push_str(&format!("\\x{:02x}", c as u32)),
                _ if c.escape_debug().count() == 1 => out.push(c),
                _ if (c as u32) < 0x10000 => out.push_str(&format!("\\u{:04x}", c as u32)),
                _ => out.push_str(&format!("\\U{:08x}", c as u32)),
            }
        }
        for b in chunk.invalid() {
            out.push_str(&format!("\\x{b:02x}"));
        }
    }
    out.push('"');
    out
}
