//! Natives of package strconv.

use crate::natives::float_text;
use crate::natives::literal;
use crate::natives::literal::Keep;
use crate::natives::number_text;
use crate::natives::unicode_tables as tables;
use crate::vm::native::GoStr;
use crate::vm::native::natives;

natives! { TABLE;
    fn "strconv.parseUint"(cx, s: GoStr, base: i64, bits: i64) -> (u64, i64) {
        let (n, code) = number_text::parse_uint(&s, base, bits);
        Ok((n, code as i64))
    }
    fn "strconv.parseInt"(cx, s: GoStr, base: i64, bits: i64) -> (i64, i64) {
        let (n, code) = number_text::parse_int(&s, base, bits);
        Ok((n, code as i64))
    }
    fn "strconv.parseFloat"(cx, s: GoStr, bits: i64) -> (f64, i64, i64) {
        let (f, used, code) = number_text::parse_float(&s, bits);
        Ok((f, used as i64, code as i64))
    }
    fn "strconv.formatInt"(cx, i: i64, base: i64) -> GoStr<'_> {
        cx.new_string(&number_text::format_int(i, base as u64))
    }
    fn "strconv.formatUint"(cx, i: u64, base: i64) -> GoStr<'_> {
        cx.new_string(&number_text::format_uint(i, base as u64))
    }
    fn "strconv.formatFloat"(cx, f: f64, fmt: u8, prec: i64, bits: i64) -> GoStr<'_> {
        let prec = prec.clamp(-1, 1 << 30) as i32;
        if prec > 1 << 16 {
            // So much text is charged before it is made.
            cx.make_bytes(prec as usize)?;
        }
        let f = if bits == 32 { f64::from(f as f32) } else { f };
        cx.new_string(float_text::format_float(f, fmt, prec, bits as u32).as_bytes())
    }
    fn "strconv.quoteWith"(cx, s: GoStr, q: u8, mode: i64) -> GoStr<'_> {
        let keep = match mode {
            0 => Keep::Print,
            1 => Keep::Ascii,
            _ => Keep::Graphic,
        };
        let mut out = Vec::with_capacity(s.len() + 2);
        literal::quote(&mut out, &s, q, keep);
        cx.new_string(&out)
    }
    fn "strconv.unquote"(cx, s: GoStr) -> (GoStr<'_>, bool) {
        match literal::unquote(&s) {
            Some((out, n)) if n == s.len() => Ok((cx.new_string(&out)?, true)),
            _ => Ok((GoStr::EMPTY, false)),
        }
    }
    fn "strconv.unquotePrefix"(cx, s: GoStr) -> (i64, bool) {
        Ok(literal::unquote(&s).map_or((0, false), |x| (x.1 as i64, true)))
    }
    fn "strconv.unquoteChar"(cx, s: GoStr, q: u8) -> (i32, bool, i64, bool) {
        Ok(literal::unquote_char(&s, q).map_or((0, false, 0, false), |(r, multibyte, n)| {
            (r as i32, multibyte, n as i64, true)
        }))
    }
    fn "strconv.IsPrint"(cx, r: i32) -> bool {
        Ok(tables::is_print(r as u32))
    }
    fn "strconv.IsGraphic"(cx, r: i32) -> bool {
        Ok(tables::is_graphic(r as u32))
    }
    fn "strconv.CanBackquote"(cx, s: GoStr) -> bool {
        Ok(literal::can_backquote(&s))
    }
}
