//! The built-in functions print and println. A call turns its operands into texts, joins them and writes the whole at once,
//! so that the lines of goroutines do not mix.

use crate::natives::float_text::format_float;
use crate::value::Iface;
use crate::value::SliceVal;
use crate::vm::native::Complex;
use crate::vm::native::GoStr;
use crate::vm::native::natives;

/// As strconv formats it with `g` and the fewest digits that give the number back.
fn float(x: f64, bits: u32) -> String {
    format_float(x, b'g', -1, bits)
}

fn complex(re: String, im: String) -> String {
    let plus = if im.starts_with(['+', '-']) { "" } else { "+" };
    format!("({re}{plus}{im}i)")
}

natives! { TABLE;
    /// Writes the text of a print or println statement.
    fn "runtime.printstring"(cx, s: GoStr<'_>) {
        // Nobody could be told that standard error is closed.
        cx.vm().write_stderr(s.bytes());
        Ok(())
    }
    /// A bool as print writes it.
    fn "runtime.textbool"(cx, b: bool) -> GoStr<'_> { cx.new_string(if b { b"true" } else { b"false" }) }
    /// A signed integer.
    fn "runtime.textint"(cx, i: i64) -> GoStr<'_> { cx.new_string(i.to_string().as_bytes()) }
    /// An unsigned integer.
    fn "runtime.textuint"(cx, i: u64) -> GoStr<'_> { cx.new_string(i.to_string().as_bytes()) }
    /// A float64.
    fn "runtime.textfloat64"(cx, x: f64) -> GoStr<'_> { cx.new_string(float(x, 64).as_bytes()) }
    /// A float32.
    fn "runtime.textfloat32"(cx, x: u32) -> GoStr<'_> { cx.new_string(float(f32::from_bits(x).into(), 32).as_bytes()) }
    /// A complex128.
    fn "runtime.textcomplex128"(cx, c: Complex) -> GoStr<'_> {
        cx.new_string(complex(float(c.0, 64), float(c.1, 64)).as_bytes())
    }
    /// A complex64.
    fn "runtime.textcomplex64"(cx, c: u64) -> GoStr<'_> {
        let (re, im) = (f32::from_bits(c as u32), f32::from_bits((c >> 32) as u32));
        cx.new_string(complex(float(re.into(), 32), float(im.into(), 32)).as_bytes())
    }
    /// A pointer, channel, map or func.
    fn "runtime.textpointer"(cx, p: u64) -> GoStr<'_> { cx.new_string(format!("{p:#x}").as_bytes()) }
    /// A slice.
    fn "runtime.textslice"(cx, s: SliceVal) -> GoStr<'_> {
        let [p, _] = s.slots();
        cx.new_string(format!("[{}/{}]{p:#x}", s.len, s.cap).as_bytes())
    }
    /// An interface.
    fn "runtime.textiface"(cx, v: Iface) -> GoStr<'_> {
        let [t, d] = v.slots();
        cx.new_string(format!("({t:#x},{d:#x})").as_bytes())
    }
}
