//! The built-in functions print and println, one native per kind of operand. They write to standard error without buffering.

use crate::natives::float_text::format_float;
use crate::vm::native::Any;
use crate::vm::native::Complex;
use crate::vm::native::GoStr;
use crate::vm::native::Ptr;
use crate::vm::native::Slice;
use crate::vm::native::natives;
use std::io::Write;

fn write(b: &[u8]) {
    // Nobody is left to be told if standard error is closed.
    let _ = std::io::stderr().write_all(b);
}

fn float(x: f64) -> String {
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
    // The shortest digits that read back the same, in the form of %e (spec leaves it open; gc changed to this in 1.26).
    format_float(x, b'g', -1, 64)
}

natives! { TABLE;
    /// A bool.
    fn "runtime.printbool"(cx, v: bool) { let _ = &cx; write(if v { b"true" } else { b"false" }); Ok(()) }
    /// A signed integer.
    fn "runtime.printint"(cx, v: i64) { let _ = &cx; write(v.to_string().as_bytes()); Ok(()) }
    /// An unsigned integer.
    fn "runtime.printuint"(cx, v: u64) { let _ = &cx; write(v.to_string().as_bytes()); Ok(()) }
    /// A floating-point number.
    fn "runtime.printfloat"(cx, v: f64) { let _ = &cx; write(float(v).as_bytes()); Ok(()) }
    /// A complex number.
    fn "runtime.printcomplex"(cx, v: Complex) {
        let _ = &cx;
        let im = float(v.1);
        let sign = if im.starts_with(['+', '-']) { "" } else { "+" };
        write(format!("({}{sign}{im}i)", float(v.0)).as_bytes());
        Ok(())
    }
    /// A string.
    fn "runtime.printstring"(cx, v: GoStr) { let _ = &cx; write(v.bytes()); Ok(()) }
    /// A pointer, map, channel or func.
    fn "runtime.printpointer"(cx, v: Ptr) { let _ = &cx; write(format!("{:#x}", v.0).as_bytes()); Ok(()) }
    /// A slice: length, capacity, address.
    fn "runtime.printslice"(cx, v: Slice) {
        let _ = &cx;
        write(format!("[{}/{}]{:#x}", v.len, v.cap, v.ptr as u64).as_bytes());
        Ok(())
    }
    /// An interface: type and data.
    fn "runtime.printiface"(cx, v: Any) {
        let _ = &cx;
        let [a, b] = v.slots();
        write(format!("({a:#x},{b:#x})").as_bytes());
        Ok(())
    }
    /// The space between operands of println.
    fn "runtime.printsp"(cx) { let _ = &cx; write(b" "); Ok(()) }
    /// The newline at the end of println.
    fn "runtime.printnl"(cx) { let _ = &cx; write(b"\n"); Ok(()) }
}
