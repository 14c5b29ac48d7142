//! The formatting natives of internal/rt: values whose types have no methods to call, formatted as package fmt does.
//!
//! Whenever a method would have to be called the printer gives up with `Refused` and the Go side of fmt takes over; it formats
//! that operand piece by piece and comes back here for the rest. `verbs` does scalars, `walk` what holds them, this file formats
//! and lists of operands.

mod verbs;
mod walk;

use crate::bytecode::Kind;
use crate::heap::atomic16;
use crate::value::Iface;
use crate::vm::Vm;
use crate::vm::native::Any;
use crate::vm::native::Bytes;
use crate::vm::native::GoStr;
use crate::vm::native::NativeCx;
use crate::vm::native::Slice;
use crate::vm::native::append_bytes;
use crate::vm::native::natives;
use verbs::Flags;
use verbs::Printer;
use verbs::char_or_replacement;

/// Element `i` of a `[]any`.
fn any_at(s: Slice, i: usize) -> Any {
    // SAFETY: below the length of a live slice; interfaces are read in one access.
    unsafe {
        let (a, b) = atomic16::load(s.ptr.add(i * 16).cast());
        Iface::from_slots([a, b].as_ptr())
    }
}

fn is_string(vm: &Vm, a: Any) -> bool {
    !a.is_nil() && vm.types.info(a.ty).kind == Kind::String
}

fn append_operands(vm: &Vm, a: Slice, from: usize, ln: bool) -> (Vec<u8>, usize) {
    let mut p = Printer::new(vm, Flags::default());
    let n = a.len as usize;
    for i in from..n {
        let arg = any_at(a, i);
        let keep = p.out.len();
        if i > 0 && (ln || (!is_string(vm, arg) && !is_string(vm, any_at(a, i - 1)))) {
            p.out.push(b' ');
        }
        if p.operand(arg, 'v', 0).is_err() {
            p.out.truncate(keep);
            return (p.out, i);
        }
    }
    (p.out, n)
}

/// Interprets a format until something that Go code has to do; answers text and where it stopped.
fn append_format(
    vm: &Vm,
    format: &[u8],
    mut pos: usize,
    a: Slice,
    mut arg: usize,
) -> (Vec<u8>, usize, usize) {
    let mut p = Printer::new(vm, Flags::default());
    let n = a.len as usize;
    while pos < format.len() {
        let Some(k) = format[pos..].iter().position(|&c| c == b'%') else {
            p.out.extend_from_slice(&format[pos..]);
            return (p.out, format.len(), arg);
        };
        p.out.extend_from_slice(&format[pos..pos + k]);
        let start = pos + k;
        let mut i = start + 1;
        let mut f = Flags::default();
        while let Some(&c) = format.get(i) {
            match c {
                b'#' => f.sharp = true,
                b'0' => f.zero = true,
                b'+' => f.plus = true,
                b'-' => f.minus = true,
                b' ' => f.space = true,
                _ => break,
            }
            i += 1;
        }
        let number = |i: &mut usize| {
            let from = *i;
            let mut v = 0usize;
            while let Some(c) = format.get(*i).filter(|c| c.is_ascii_digit()) {
                v = v.saturating_mul(10).saturating_add((c - b'0') as usize);
                *i += 1;
            }
            (*i > from).then_some(v)
        };
        f.wid = number(&mut i);
        if format.get(i) == Some(&b'.') {
            i += 1;
            f.prec = Some(number(&mut i).unwrap_or(0));
        }
        let too_large = |x: Option<usize>| x.is_some_and(|v| v > 1_000_000);
        let Some(&c) = format.get(i) else {
            return (p.out, start, arg);
        };
        if c >= 0x80
            || matches!(c, b'*' | b'[' | b'w' | b'.')
            || too_large(f.wid)
            || too_large(f.prec)
        {
            return (p.out, start, arg);
        }
        let verb = c as char;
        i += 1;
        if verb == '%' {
            p.out.push(b'%');
            pos = i;
            continue;
        }
        if arg >= n {
            return (p.out, start, arg);
        }
        if verb == 'v' {
            if f.sharp {
                (f.sharp, f.sharp_v) = (false, true);
            }
            if f.plus {
                (f.plus, f.plus_v) = (false, true);
            }
        }
        p.f = f;
        let keep = p.out.len();
        if p.operand(any_at(a, arg), verb, 0).is_err() {
            p.out.truncate(keep);
            return (p.out, start, arg);
        }
        p.f = Flags::default();
        arg += 1;
        pos = i;
    }
    (p.out, format.len(), arg)
}

natives! { TABLE;
    /// Appends a value as fmt prints it, unless a method would have to be called.
    fn "internal/rt.AppendValue"(cx, buf: Bytes, v: Any, verb: i32, flags: u64, wid: i64, prec: i64, depth: i64) -> (Bytes, bool) {
        let mut p = Printer::new(cx.vm(), Flags::from_bits(flags, wid, prec));
        let verb = char_or_replacement(verb as u32 as u64);
        if p.operand(v, verb, depth.clamp(0, 1) as u32).is_err() {
            return Ok((buf, false));
        }
        Ok((append_bytes(cx, buf, &p.out)?, true))
    }

    /// What a report says of a panic with a value that has no method for it.
    fn "internal/rt.PanicText"(cx, v: Any) -> GoStr<'_> {
        let text = indent_lines(&panic_text(cx, v));
        cx.new_string(&text)
    }

    /// The text with a tab in front of all lines but the first.
    fn "internal/rt.IndentLines"(cx, s: GoStr) -> GoStr<'_> {
        match s.bytes().contains(&b'\n') {
            true => cx.new_string(&indent_lines(s.bytes())),
            false => Ok(s),
        }
    }

    /// Appends operands as Print or Println does, up to the first one with a method to call.
    fn "internal/rt.AppendOperands"(cx, buf: Bytes, a: Slice, from: i64, ln: bool) -> (Bytes, i64) {
        let (text, n) = append_operands(cx.vm(), a, from.max(0) as usize, ln);
        Ok((append_bytes(cx, buf, &text)?, n as i64))
    }

    /// Interprets a format, up to the first verb that Go code has to do.
    fn "internal/rt.AppendFormat"(cx, buf: Bytes, format: GoStr, pos: i64, a: Slice, arg: i64) -> (Bytes, i64, i64) {
        let (text, pos, arg) = append_format(cx.vm(), format.bytes(), pos.max(0) as usize, a, arg.max(0) as usize);
        Ok((append_bytes(cx, buf, &text)?, pos as i64, arg as i64))
    }
}

fn indent_lines(text: &[u8]) -> Vec<u8> {
    let mut out = Vec::with_capacity(text.len());
    for &b in text {
        out.push(b);
        if b == b'\n' {
            out.push(b'\t');
        }
    }
    out
}

/// Values of basic kinds as they are written, with their type if it was declared; others by type and address.
fn panic_text(cx: &NativeCx<'_>, v: Any) -> Vec<u8> {
    if v.is_nil() {
        return b"nil".to_vec();
    }
    let print = |verb| {
        let flags = Flags {
            plain: true,
            ..Flags::default()
        };
        let mut p = Printer::new(cx.vm(), flags);
        let _ = p.operand(v, verb, 0);
        p.out
    };
    let t = cx.rtype(v.ty);
    let (kind, name) = (t.kind as u8, &*t.name);
    if kind > Kind::Complex128 as u8 && t.kind != Kind::String {
        let mut out = format!("({name}) ").into_bytes();
        let address = print('p');
        // What has no address is shown with type and value.
        match address.last() {
            Some(b')') => out.extend_from_slice(b"0x0"),
            _ => out.extend(address),
        }
        return out;
    }
    let text = print('v');
    if !name.contains('.') {
        return text;
    }
    if t.kind == Kind::String {
        return [name.as_bytes(), b"(\"", &text, b"\")"].concat();
    }
    let text = String::from_utf8_lossy(&text);
    let text = match t.kind {
        Kind::Complex64 | Kind::Complex128 => text[1..text.len() - 2].to_string() + "i",
        _ => text.into_owned(),
    };
    format!("{name}({text})").into_bytes()
}

/// Text of a value without calling methods, for reports of the runtime itself.
pub fn plain_text(cx: &NativeCx<'_>, v: Any) -> String {
    let mut p = Printer::new(
        cx.vm(),
        Flags {
            plain: true,
            ..Flags::default()
        },
    );
    let _ = p.operand(v, 'v', 0);
    String::from_utf8_lossy(&p.out).into_owned()
}
