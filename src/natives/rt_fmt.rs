//! The formatting natives of internal/rt: values whose types have no methods to call, formatted as package fmt does.
//!
//! A value is looked at in memory format, wherever it lies; one-slot interface data is looked at in its own slot, which on a
//! little-endian host is memory format, too. Whenever a method would have to be called the printer gives up with
//! [`Refused`] and the Go side of fmt takes over; it formats that operand piece by piece and comes back here for the rest.

use crate::bytecode::Kind;
use crate::bytecode::RType;
use crate::bytecode::Repr;
use crate::bytecode::TypeId;
use crate::heap::access;
use crate::heap::atomic16;
use crate::natives::float_text::format_float;
use crate::natives::quote;
use crate::value::Iface;
use crate::value::SliceVal;
use crate::value::key_order;
use crate::vm::Vm;
use crate::vm::native::Any;
use crate::vm::native::Bytes;
use crate::vm::native::GoStr;
use crate::vm::native::NativeCx;
use crate::vm::native::Slice;
use crate::vm::native::append_bytes;
use crate::vm::native::natives;

/// A method would have to be called.
struct Refused;

/// How deep values are followed before the rest is left out: a host stack guard no ordinary value reaches.
const MAX_DEPTH: u32 = 2000;

/// A formatting state as fmt's flags give it.
#[derive(Clone, Copy, Default)]
struct Flags {
    wid: Option<usize>,
    prec: Option<usize>,
    plus: bool,
    minus: bool,
    sharp: bool,
    space: bool,
    zero: bool,
    plus_v: bool,
    sharp_v: bool,
    plain: bool,
}

impl Flags {
    fn from_bits(bits: u64, wid: i64, prec: i64) -> Flags {
        let has = |b: u64| bits & b != 0;
        Flags {
            wid: usize::try_from(wid).ok(),
            prec: usize::try_from(prec).ok(),
            plus: has(1),
            minus: has(2),
            sharp: has(4),
            space: has(8),
            zero: has(16),
            plus_v: has(32),
            sharp_v: has(64),
            plain: has(128),
        }
    }
}

/// How a value was reached, which decides whether fmt may call its methods.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Reach {
    /// Through exported fields only: it may.
    Open,
    /// It is an unexported embedded field: not its own methods, but those of its exported fields.
    Embedded,
    /// Through an unexported field: nothing inside either.
    Hidden,
}

impl Reach {
    /// For what is inside the value, unless that is a field.
    fn inside(self) -> Reach {
        if self == Reach::Open {
            self
        } else {
            Reach::Hidden
        }
    }
}

/// Where a value lies.
#[derive(Clone, Copy)]
struct Val {
    ty: TypeId,
    p: *const u8,
}

struct Printer<'v> {
    vm: &'v Vm,
    out: Vec<u8>,
    f: Flags,
}

/// Which methods fmt would call on a type.
#[derive(Clone, Copy, Default)]
struct Methods {
    format: bool,
    go_string: bool,
    error_or_string: bool,
}

fn methods(vm: &Vm, t: &RType) -> Methods {
    let mut m = Methods::default();
    for x in t.methods.iter() {
        match &*vm.program.methods[x.id.index()].name {
            "Format" => m.format = true,
            "GoString" => m.go_string = true,
            "Error" | "String" => m.error_or_string = true,
            _ => {}
        }
    }
    m
}

impl<'v> Printer<'v> {
    fn new(vm: &'v Vm, f: Flags) -> Printer<'v> {
        Printer {
            vm,
            out: Vec::new(),
            f,
        }
    }

    fn rtype(&self, t: TypeId) -> &'v RType {
        self.vm.types.rtype(t)
    }

    fn str(&mut self, s: &str) {
        self.out.extend_from_slice(s.as_bytes());
    }

    // ---- padding ----

    fn padding(&mut self, n: usize) {
        let c = if self.f.zero && !self.f.minus {
            b'0'
        } else {
            b' '
        };
        self.out.resize(self.out.len() + n, c);
    }

    fn pad(&mut self, b: &[u8]) {
        let Some(wid) = self.f.wid.filter(|&w| w > 0) else {
            return self.out.extend_from_slice(b);
        };
        let n = wid.saturating_sub(rune_count(b));
        if self.f.minus {
            self.out.extend_from_slice(b);
            self.padding(n);
        } else {
            self.padding(n);
            self.out.extend_from_slice(b);
        }
    }

    fn pad_no_zero(&mut self, b: &[u8]) {
        let zero = std::mem::replace(&mut self.f.zero, false);
        self.pad(b);
        self.f.zero = zero;
    }

    // ---- scalars ----

    fn boolean(&mut self, v: bool) {
        self.pad(if v { b"true" } else { b"false" });
    }

    fn integer(&mut self, mut u: u64, base: u64, signed: bool, verb: char, upper: bool) {
        let negative = signed && (u as i64) < 0;
        if negative {
            u = u.wrapping_neg();
        }
        let mut prec = 0;
        if let Some(p) = self.f.prec {
            prec = p;
            if p == 0 && u == 0 {
                let zero = std::mem::replace(&mut self.f.zero, false);
                self.padding(self.f.wid.unwrap_or(0));
                self.f.zero = zero;
                return;
            }
        } else if self.f.zero && !self.f.minus {
            if let Some(w) = self.f.wid {
                prec = w;
                if negative || self.f.plus || self.f.space {
                    prec = prec.saturating_sub(1);
                }
            }
        }
        let digits: &[u8; 17] = if upper {
            b"0123456789ABCDEFX"
        } else {
            b"0123456789abcdefx"
        };
        // Written backward.
        let mut b = Vec::with_capacity(24);
        loop {
            b.push(digits[(u % base) as usize]);
            u /= base;
            if u == 0 {
                break;
            }
        }
        while b.len() < prec.min(1 << 20) {
            b.push(b'0');
        }
        if self.f.sharp {
            match base {
                2 => b.extend_from_slice(b"b0"),
                8 if b.last() != Some(&b'0') => b.push(b'0'),
                16 => b.extend_from_slice(&[digits[16], b'0']),
                _ => {}
            }
        }
        if verb == 'O' {
            b.extend_from_slice(b"o0");
        }
        if negative {
            b.push(b'-');
        } else if self.f.plus {
            b.push(b'+');
        } else if self.f.space {
            b.push(b' ');
        }
        b.reverse();
        self.pad_no_zero(&b);
    }

    fn hex_with_prefix(&mut self, v: u64, prefix: bool) {
        let sharp = std::mem::replace(&mut self.f.sharp, prefix);
        self.integer(v, 16, false, 'v', false);
        self.f.sharp = sharp;
    }

    fn int_verb(&mut self, v: Val, u: u64, signed: bool, verb: char) -> Result<(), Refused> {
        match verb {
            'v' if self.f.sharp_v && !signed => self.hex_with_prefix(u, true),
            'v' | 'd' => self.integer(u, 10, signed, verb, false),
            'b' => self.integer(u, 2, signed, verb, false),
            'o' | 'O' => self.integer(u, 8, signed, verb, false),
            'x' => self.integer(u, 16, signed, verb, false),
            'X' => self.integer(u, 16, signed, verb, true),
            'c' => {
                let mut b = Vec::new();
                push_rune(&mut b, u);
                self.pad(&b);
            }
            'q' => {
                let r = char_or_replacement(u);
                let s = quote::quote_rune(r, self.f.plus);
                self.pad(s.as_bytes());
            }
            'U' => self.unicode(u),
            _ => return self.bad_verb(v, verb),
        }
        Ok(())
    }

    fn unicode(&mut self, u: u64) {
        let mut prec = 4;
        if let Some(p) = self.f.prec
            && p > 4
        {
            prec = p.min(1 << 20);
        }
        let mut s = format!("U+{u:0prec$X}");
        if self.f.sharp
            && u <= 0x10FFFF
            && let Some(c) = char::from_u32(u as u32)
            && quote::is_print(c)
        {
            s.push_str(&format!(" '{c}'"));
        }
        self.pad_no_zero(s.as_bytes());
    }

    fn float(&mut self, x: f64, bits: u32, verb: char, prec: i32) {
        let prec = self.f.prec.map_or(prec, |p| p.min(1 << 24) as i32);
        let mut num = format_float(x, verb as u8, prec, bits).into_bytes();
        if !matches!(num[0], b'-' | b'+') {
            num.insert(0, b'+');
        }
        if self.f.space && num[0] == b'+' && !self.f.plus {
            num[0] = b' ';
        }
        if matches!(num[1], b'I' | b'N') {
            if num[1] == b'N' && !self.f.space && !self.f.plus {
                num.remove(0);
            }
            if num[0] == b'+' && !self.f.plus {
                // As Go: +Inf keeps its sign.
            }
            return self.pad_no_zero(&num);
        }
        if self.f.sharp && verb != 'b' {
            let mut digits = match verb {
                'v' | 'g' | 'G' | 'x' if prec < 0 => 6,
                'v' | 'g' | 'G' | 'x' => prec,
                _ => 0,
            };
            let mut tail = Vec::new();
            let (mut point, mut nonzero) = (false, false);
            let mut i = 1;
            while i < num.len() {
                match num[i] {
                    b'.' => point = true,
                    b'p' | b'P' => {
                        tail = num.split_off(i);
                        break;
                    }
                    b'e' | b'E' if verb != 'x' && verb != 'X' => {
                        tail = num.split_off(i);
                        break;
                    }
                    c => {
                        nonzero |= c != b'0';
                        if nonzero {
                            digits -= 1;
                        }
                    }
                }
                i += 1;
            }
            if !point {
                if num.len() == 2 && num[1] == b'0' {
                    digits -= 1;
                }
                num.push(b'.');
            }
            num.resize(num.len() + digits.max(0) as usize, b'0');
            num.append(&mut tail);
        }
        if self.f.plus || num[0] != b'+' {
            if self.f.zero && !self.f.minus && self.f.wid.is_some_and(|w| w > num.len()) {
                self.out.push(num[0]);
                self.padding(self.f.wid.unwrap_or(0) - num.len());
                return self.out.extend_from_slice(&num[1..]);
            }
            return self.pad(&num);
        }
        self.pad(&num[1..]);
    }

    fn float_verb(&mut self, v: Val, x: f64, bits: u32, verb: char) -> Result<(), Refused> {
        match verb {
            'v' => self.float(x, bits, 'g', -1),
            'b' | 'g' | 'G' | 'x' | 'X' => self.float(x, bits, verb, -1),
            'f' | 'e' | 'E' => self.float(x, bits, verb, 6),
            'F' => self.float(x, bits, 'f', 6),
            _ => return self.bad_verb(v, verb),
        }
        Ok(())
    }

    fn complex_verb(
        &mut self,
        v: Val,
        re: f64,
        im: f64,
        bits: u32,
        verb: char,
    ) -> Result<(), Refused> {
        if !matches!(
            verb,
            'v' | 'b' | 'g' | 'G' | 'x' | 'X' | 'f' | 'F' | 'e' | 'E'
        ) {
            return self.bad_verb(v, verb);
        }
        let plus = self.f.plus;
        self.out.push(b'(');
        self.float_verb(v, re, bits, verb)?;
        self.f.plus = true;
        self.float_verb(v, im, bits, verb)?;
        self.str("i)");
        self.f.plus = plus;
        Ok(())
    }

    fn truncated<'s>(&self, s: &'s [u8]) -> &'s [u8] {
        let Some(mut n) = self.f.prec else { return s };
        let mut i = 0;
        while i < s.len() {
            if n == 0 {
                return &s[..i];
            }
            n -= 1;
            i += rune_len(&s[i..]);
        }
        s
    }

    fn string_verb(&mut self, v: Val, s: &[u8], verb: char) -> Result<(), Refused> {
        match verb {
            'v' if self.f.sharp_v => self.quoted(s),
            'v' | 's' => {
                let s = self.truncated(s);
                self.pad(s);
            }
            'x' | 'X' => self.hex_bytes(s, verb == 'X'),
            'q' => self.quoted(s),
            _ => return self.bad_verb(v, verb),
        }
        Ok(())
    }

    fn quoted(&mut self, s: &[u8]) {
        let s = self.truncated(s);
        if self.f.sharp && quote::can_backquote(s) {
            let mut b = vec![b'`'];
            b.extend_from_slice(s);
            b.push(b'`');
            return self.pad(&b);
        }
        let q = quote::quote(s, self.f.plus);
        self.pad(&q);
    }

    fn hex_bytes(&mut self, s: &[u8], upper: bool) {
        let digits: &[u8; 16] = if upper {
            b"0123456789ABCDEF"
        } else {
            b"0123456789abcdef"
        };
        let s = &s[..self.f.prec.map_or(s.len(), |p| p.min(s.len()))];
        let mut width = 2 * s.len();
        if width == 0 {
            if let Some(w) = self.f.wid {
                self.padding(w);
            }
            return;
        }
        if self.f.space {
            if self.f.sharp {
                width *= 2;
            }
            width += s.len() - 1;
        } else if self.f.sharp {
            width += 2;
        }
        let gap = self.f.wid.map_or(0, |w| w.saturating_sub(width));
        if !self.f.minus {
            self.padding(gap);
        }
        let x = if upper { b'X' } else { b'x' };
        if self.f.sharp {
            self.out.extend_from_slice(&[b'0', x]);
        }
        for (i, &c) in s.iter().enumerate() {
            if self.f.space && i > 0 {
                self.out.push(b' ');
                if self.f.sharp {
                    self.out.extend_from_slice(&[b'0', x]);
                }
            }
            self.out
                .extend_from_slice(&[digits[c as usize >> 4], digits[c as usize & 15]]);
        }
        if self.f.minus {
            self.padding(gap);
        }
    }

    fn bytes_verb(&mut self, b: &[u8], nil: bool, verb: char) -> Result<(), Refused> {
        match verb {
            'v' | 'd' => {
                if self.f.sharp_v {
                    self.str("[]byte");
                    if nil {
                        self.str("(nil)");
                        return Ok(());
                    }
                    self.out.push(b'{');
                    for (i, &c) in b.iter().enumerate() {
                        if i > 0 {
                            self.str(", ");
                        }
                        self.hex_with_prefix(c as u64, true);
                    }
                    self.out.push(b'}');
                } else {
                    self.out.push(b'[');
                    for (i, &c) in b.iter().enumerate() {
                        if i > 0 {
                            self.out.push(b' ');
                        }
                        self.integer(c as u64, 10, false, verb, false);
                    }
                    self.out.push(b']');
                }
            }
            's' => {
                let b = self.truncated(b);
                self.pad(b);
            }
            'x' | 'X' => self.hex_bytes(b, verb == 'X'),
            'q' => self.quoted(b),
            _ => return Err(Refused),
        }
        Ok(())
    }

    fn pointer_verb(&mut self, v: Val, u: u64, verb: char) -> Result<(), Refused> {
        match verb {
            'v' if self.f.sharp_v => {
                self.out.push(b'(');
                self.type_name(v.ty);
                self.str(")(");
                if u == 0 {
                    self.str("nil");
                } else {
                    self.hex_with_prefix(u, true);
                }
                self.out.push(b')');
            }
            'v' if u == 0 => self.pad(b"<nil>"),
            'v' | 'p' => {
                let sharp = !self.f.sharp;
                self.hex_with_prefix(u, sharp);
            }
            'b' | 'o' | 'd' | 'x' | 'X' => return self.int_verb(v, u, false, verb),
            _ => return self.bad_verb(v, verb),
        }
        Ok(())
    }

    // ---- values ----

    fn type_name(&mut self, t: TypeId) {
        let name = &self.rtype(t).name;
        self.out.extend_from_slice(name.as_bytes());
    }

    fn bad_verb(&mut self, v: Val, verb: char) -> Result<(), Refused> {
        self.str("%!");
        push_rune(&mut self.out, verb as u64);
        self.out.push(b'(');
        self.type_name(v.ty);
        self.out.push(b'=');
        let saved = self.f;
        self.f = Flags {
            plain: true,
            ..saved
        };
        let r = self.value(v, 'v', 0, Reach::Open);
        self.f = saved;
        self.out.push(b')');
        r
    }

    /// Whether a method of the type is what fmt would print, so that Go code has to do it.
    fn must_call(&self, t: &RType, verb: char) -> bool {
        if self.f.plain || t.methods.is_empty() {
            return false;
        }
        let m = methods(self.vm, t);
        m.format
            || (self.f.sharp_v && m.go_string)
            || (!self.f.sharp_v && matches!(verb, 'v' | 's' | 'x' | 'X' | 'q') && m.error_or_string)
    }

    /// Formats the value; `reach` tells whether fmt may call its methods.
    fn value(&mut self, v: Val, verb: char, depth: u32, reach: Reach) -> Result<(), Refused> {
        let t = self.rtype(v.ty);
        if reach == Reach::Open && self.must_call(t, verb) {
            return Err(Refused);
        }
        if depth == 0 && !self.f.plain && v.ty == self.vm.program.well_known.reflect_value {
            // What it holds is printed.
            return Err(Refused);
        }
        if depth > MAX_DEPTH {
            if reach == Reach::Open && !self.f.plain {
                // The Go side goes on, on the goroutine's own stack.
                return Err(Refused);
            }
            self.str("...");
            return Ok(());
        }
        // SAFETY: `v` points to a live value of its type in memory format; every read is one untearable access.
        unsafe {
            match t.kind {
                Kind::Invalid => self.str("<invalid reflect.Value>"),
                Kind::Bool => {
                    let b = access::load8(v.p) != 0;
                    if !matches!(verb, 't' | 'v') {
                        return self.bad_verb(v, verb);
                    }
                    self.boolean(b);
                }
                Kind::Int | Kind::Int64 => {
                    return self.int_verb(v, access::load64(v.p.cast()), true, verb);
                }
                Kind::Int8 => {
                    return self.int_verb(v, access::load8(v.p) as i8 as i64 as u64, true, verb);
                }
                Kind::Int16 => {
                    return self.int_verb(
                        v,
                        access::load16(v.p.cast()) as i16 as i64 as u64,
                        true,
                        verb,
                    );
                }
                Kind::Int32 => {
                    return self.int_verb(
                        v,
                        access::load32(v.p.cast()) as i32 as i64 as u64,
                        true,
                        verb,
                    );
                }
                Kind::Uint | Kind::Uint64 | Kind::Uintptr => {
                    return self.int_verb(v, access::load64(v.p.cast()), false, verb);
                }
                Kind::Uint8 => return self.int_verb(v, access::load8(v.p) as u64, false, verb),
                Kind::Uint16 => {
                    return self.int_verb(v, access::load16(v.p.cast()) as u64, false, verb);
                }
                Kind::Uint32 => {
                    return self.int_verb(v, access::load32(v.p.cast()) as u64, false, verb);
                }
                Kind::Float32 => {
                    let x = f32::from_bits(access::load32(v.p.cast())) as f64;
                    return self.float_verb(v, x, 32, verb);
                }
                Kind::Float64 => {
                    let x = f64::from_bits(access::load64(v.p.cast()));
                    return self.float_verb(v, x, 64, verb);
                }
                Kind::Complex64 => {
                    let w = access::load64(v.p.cast());
                    let (re, im) = (
                        f32::from_bits(w as u32) as f64,
                        f32::from_bits((w >> 32) as u32) as f64,
                    );
                    return self.complex_verb(v, re, im, 32, verb);
                }
                Kind::Complex128 => {
                    let (a, b) = atomic16::load(v.p.cast());
                    return self.complex_verb(v, f64::from_bits(a), f64::from_bits(b), 64, verb);
                }
                Kind::String => {
                    let (a, b) = atomic16::load(v.p.cast());
                    let s = crate::value::Str::from_parts(a, b);
                    return self.string_verb(v, s.bytes(), verb);
                }
                Kind::Map => return self.map(v, t, verb, depth, reach.inside()),
                Kind::Struct => return self.structure(v, t, verb, depth, reach),
                Kind::Interface => return self.interface(v, verb, depth, reach.inside()),
                Kind::Array => {
                    return self.list(
                        v,
                        t,
                        v.p,
                        t.len as usize,
                        false,
                        verb,
                        depth,
                        reach.inside(),
                    );
                }
                Kind::Slice => {
                    let (a, b) = atomic16::load(v.p.cast());
                    let s = SliceVal::from_slots([a, b].as_ptr());
                    return self.list(
                        v,
                        t,
                        s.ptr,
                        s.len as usize,
                        a == 0,
                        verb,
                        depth,
                        reach.inside(),
                    );
                }
                Kind::Pointer => {
                    let u = access::load64(v.p.cast());
                    if depth == 0 && u != 0 {
                        let e = self.rtype(t.elem);
                        if matches!(e.kind, Kind::Array | Kind::Slice | Kind::Struct | Kind::Map) {
                            self.out.push(b'&');
                            return self.value(
                                Val {
                                    ty: t.elem,
                                    p: u as *const u8,
                                },
                                verb,
                                depth + 1,
                                reach.inside(),
                            );
                        }
                    }
                    return self.pointer_verb(v, u, verb);
                }
                Kind::Chan | Kind::Func | Kind::UnsafePointer => {
                    let u = access::load64(v.p.cast());
                    return self.pointer_verb(v, u, verb);
                }
            }
        }
        Ok(())
    }

    unsafe fn interface(
        &mut self,
        v: Val,
        verb: char,
        depth: u32,
        reach: Reach,
    ) -> Result<(), Refused> {
        let (a, b) = atomic16::load(v.p.cast());
        let inner = Iface::from_slots([a, b].as_ptr());
        if inner.is_nil() {
            if self.f.sharp_v {
                self.type_name(v.ty);
                self.str("(nil)");
            } else {
                self.str("<nil>");
            }
            return Ok(());
        }
        with_value(self.vm, inner, |x| self.value(x, verb, depth + 1, reach))
    }

    unsafe fn structure(
        &mut self,
        v: Val,
        t: &'v RType,
        verb: char,
        depth: u32,
        reach: Reach,
    ) -> Result<(), Refused> {
        if self.f.sharp_v {
            self.type_name(v.ty);
        }
        self.out.push(b'{');
        for (i, f) in t.fields.iter().enumerate() {
            if i > 0 {
                self.str(if self.f.sharp_v { ", " } else { " " });
            }
            if self.f.plus_v || self.f.sharp_v {
                self.str(&f.name);
                self.out.push(b':');
            }
            let x = Val {
                ty: f.ty,
                p: v.p.wrapping_add(f.offset as usize),
            };
            let reach = match reach {
                Reach::Hidden => Reach::Hidden,
                _ if f.pkg.is_empty() => Reach::Open,
                _ if f.embedded => Reach::Embedded,
                _ => Reach::Hidden,
            };
            if self.rtype(f.ty).kind == Kind::Interface {
                // fmt looks into the field before it prints it: a nil one is <nil>.
                let (a, b) = atomic16::load(x.p.cast());
                let inner = Iface::from_slots([a, b].as_ptr());
                if inner.is_nil() {
                    if self.f.sharp_v {
                        self.type_name(f.ty);
                        self.str("(nil)");
                    } else {
                        self.str("<nil>");
                    }
                } else {
                    with_value(self.vm, inner, |x| {
                        self.value(x, verb, depth + 1, reach.inside())
                    })?;
                }
                continue;
            }
            self.value(x, verb, depth + 1, reach)?;
        }
        self.out.push(b'}');
        Ok(())
    }

    unsafe fn map(
        &mut self,
        v: Val,
        t: &'v RType,
        verb: char,
        depth: u32,
        reach: Reach,
    ) -> Result<(), Refused> {
        let m = access::load64(v.p.cast());
        if self.f.sharp_v {
            self.type_name(v.ty);
            if m == 0 {
                self.str("(nil)");
                return Ok(());
            }
            self.out.push(b'{');
        } else {
            self.str("map[");
        }
        let Ok(entries) = key_order::entries(&self.vm.types, v.ty, m) else {
            return Err(Refused);
        };
        for (i, (key, val)) in entries.iter().enumerate() {
            if i > 0 {
                self.str(if self.f.sharp_v { ", " } else { " " });
            }
            with_slots(self.vm, t.key, key, |x| {
                self.value(x, verb, depth + 1, reach)
            })?;
            self.out.push(b':');
            with_slots(self.vm, t.elem, val, |x| {
                self.value(x, verb, depth + 1, reach)
            })?;
        }
        self.out.push(if self.f.sharp_v { b'}' } else { b']' });
        Ok(())
    }

    unsafe fn list(
        &mut self,
        v: Val,
        t: &'v RType,
        p: *const u8,
        n: usize,
        nil: bool,
        verb: char,
        depth: u32,
        reach: Reach,
    ) -> Result<(), Refused> {
        let e = self.rtype(t.elem);
        // Only []byte itself (or a slice or array of bytes for the string verbs) prints as bytes.
        let is_bytes = e.kind == Kind::Uint8;
        let plain_bytes = t.kind == Kind::Slice && depth == 0 && &*t.name == "[]uint8";
        if is_bytes && (matches!(verb, 's' | 'q' | 'x' | 'X') || plain_bytes) {
            if !matches!(verb, 's' | 'q' | 'x' | 'X' | 'v' | 'd') {
                // Any other verb goes to the elements, below.
            } else {
                let b = crate::value::memory::read_bytes(p, n);
                return self.bytes_verb(&b, nil, verb);
            }
        }
        if self.f.sharp_v {
            self.type_name(v.ty);
            if nil {
                self.str("(nil)");
                return Ok(());
            }
            self.out.push(b'{');
        } else {
            self.out.push(b'[');
        }
        let size = e.size as usize;
        for i in 0..n {
            if i > 0 {
                self.str(if self.f.sharp_v { ", " } else { " " });
            }
            self.value(
                Val {
                    ty: t.elem,
                    p: p.wrapping_add(i * size),
                },
                verb,
                depth + 1,
                reach,
            )?;
        }
        self.out.push(if self.f.sharp_v { b'}' } else { b']' });
        Ok(())
    }

    /// An operand as a verb formats it, `%T` and `%p` included.
    fn operand(&mut self, a: Any, verb: char, depth: u32) -> Result<(), Refused> {
        if a.is_nil() {
            match verb {
                'T' | 'v' => self.pad(b"<nil>"),
                _ => {
                    self.str("%!");
                    push_rune(&mut self.out, verb as u64);
                    self.str("(<nil>)");
                }
            }
            return Ok(());
        }
        let t = self.rtype(a.ty);
        match verb {
            'T' => {
                let name = t.name.clone();
                let s = self.truncated(name.as_bytes());
                self.pad(s);
                Ok(())
            }
            'p' => {
                let v = Val {
                    ty: a.ty,
                    p: (&raw const a.data).cast(),
                };
                let u = match t.kind {
                    Kind::Chan | Kind::Func | Kind::Map | Kind::Pointer | Kind::UnsafePointer => {
                        a.data
                    }
                    // SAFETY: a slice is boxed: its header lies at the data pointer.
                    Kind::Slice => unsafe { atomic16::load(a.data as *const u64).0 },
                    _ => return with_value(self.vm, a, |x| self.bad_verb(x, verb)),
                };
                self.pointer_verb(v, u, 'p')
            }
            _ => with_value(self.vm, a, |x| self.value(x, verb, depth, Reach::Open)),
        }
    }
}

/// Calls `f` with where the value inside `v`, which is not nil, lies.
fn with_value<R>(vm: &Vm, v: Iface, f: impl FnOnce(Val) -> R) -> R {
    let t = vm.types.rtype(v.ty);
    let p = if t.slots > 1 || t.repr == Repr::Mem {
        v.data as *const u8
    } else {
        (&raw const v.data).cast()
    };
    f(Val { ty: v.ty, p })
}

/// Calls `f` with where a value in slot format lies, put into memory format if need be.
fn with_slots<R>(vm: &Vm, ty: TypeId, slots: &[u64], f: impl FnOnce(Val) -> R) -> R {
    let t = vm.types.rtype(ty);
    if t.repr == Repr::Mem {
        return f(Val {
            ty,
            p: slots[0] as *const u8,
        });
    }
    // Two-slot values are 16-aligned in memory format.
    let mut memory = vec![0u128; (t.size as usize).div_ceil(16).max(1)];
    let p = memory.as_mut_ptr().cast::<u8>();
    // SAFETY: as much memory as the type needs.
    unsafe { crate::value::memory::store_flat(t, p, slots.as_ptr()) };
    f(Val { ty, p })
}

fn rune_len(b: &[u8]) -> usize {
    crate::value::utf8::decode(b).1
}

fn rune_count(b: &[u8]) -> usize {
    if b.is_ascii() {
        return b.len();
    }
    let (mut i, mut n) = (0, 0);
    while i < b.len() {
        i += rune_len(&b[i..]);
        n += 1;
    }
    n
}

fn char_or_replacement(u: u64) -> char {
    u32::try_from(u)
        .ok()
        .and_then(char::from_u32)
        .unwrap_or(char::REPLACEMENT_CHARACTER)
}

fn push_rune(out: &mut Vec<u8>, u: u64) {
    let mut b = [0; 4];
    out.extend_from_slice(char_or_replacement(u).encode_utf8(&mut b).as_bytes());
}

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
