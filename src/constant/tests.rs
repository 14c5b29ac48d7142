//! Arithmetic and printing, with expectations taken from Go.

use super::*;

fn int(s: &str) -> Value {
    from_literal(s, LitKind::Int)
}

fn float(s: &str) -> Value {
    from_literal(s, LitKind::Float)
}

#[test]
fn literals() {
    assert_eq!(int("0x_ff").to_string(), "255");
    assert_eq!(int("0b101").to_string(), "5");
    assert_eq!(int("0o17").to_string(), "15");
    assert_eq!(int("017").to_string(), "15");
    assert_eq!(int("1_000").to_string(), "1000");
    assert_eq!(float("1.5").to_string(), "1.5");
    assert_eq!(float("0x1p-2").to_string(), "0.25");
    assert_eq!(float("1e100").to_string(), "1e+100");
    assert_eq!(float("1e1000").to_string(), "1e+1000");
    assert_eq!(float("1e-1000").to_string(), "1e-1000");
    assert_eq!(float("123456789.0").to_string(), "1.23457e+08");
    assert_eq!(
        from_literal("0123i", LitKind::Imag).to_string(),
        "(0 + 123i)"
    );
    assert_eq!(from_literal("'\\u00e9'", LitKind::Char).to_string(), "233");
    assert_eq!(
        from_literal("\"a\\xffb\\n\"", LitKind::String).to_string(),
        "\"a\\xffb\\n\""
    );
    assert!(float("1e99999999999").is_unknown());
    assert_eq!(float("1e-99999999999").sign(), 0);
}

#[test]
fn arithmetic() {
    let x = shift(&Value::Int64(1), Op::Shl, 100);
    assert_eq!(x.to_string(), "1267650600228229401496703205376");
    assert_eq!(shift(&x, Op::Shr, 98).int64_val(), Some(4));
    assert_eq!(
        binary_op(&Value::Int64(7), Op::Quo, &Value::Int64(2)).to_string(),
        "3.5"
    );
    assert_eq!(
        binary_op(&Value::Int64(-7), Op::IntQuo, &Value::Int64(2)).int64_val(),
        Some(-3)
    );
    assert_eq!(
        binary_op(&Value::Int64(-7), Op::Rem, &Value::Int64(2)).int64_val(),
        Some(-1)
    );
    assert_eq!(
        binary_op(&Value::Int64(6), Op::AndNot, &Value::Int64(3)).int64_val(),
        Some(4)
    );
    assert_eq!(
        unary_op(Op::Xor, &Value::Int64(1), 8).int64_val(),
        Some(254)
    );
    assert_eq!(unary_op(Op::Xor, &Value::Int64(1), 0).int64_val(), Some(-2));
    let third = binary_op(&Value::Int64(1), Op::Quo, &Value::Int64(3));
    assert_eq!(
        binary_op(&third, Op::Mul, &Value::Int64(3))
            .to_int()
            .int64_val(),
        Some(1)
    );
    let big = float("1e2000");
    assert!(matches!(big, Value::Float(_)));
    assert_eq!(binary_op(&big, Op::Quo, &big).to_int().int64_val(), Some(1));
    assert!(compare(&big, Op::Gtr, &Value::Int64(1)));
}

#[test]
fn machine_floats() {
    assert_eq!(float("0.1").float64_val().0, 0.1);
    assert_eq!(float("0.1").float32_val().0, 0.1f32);
    assert_eq!(float("1e-320").float64_val().0, 1e-320);
    assert_eq!(float("4.9e-324").float64_val().0, 4.9e-324);
    assert_eq!(float("1.7976931348623157e308").float64_val().0, f64::MAX);
    assert!(float("1e400").float64_val().0.is_infinite());
    assert_eq!(float("3.4028234663852886e38").float32_val().0, f32::MAX);
    assert_eq!(
        Value::Int64(1 << 60 | 1).float64_val(),
        ((1u64 << 60) as f64, false)
    );
    assert_eq!(float("2.5").float64_val(), (2.5, true));
}
