//! What each verb does with a scalar: padding, numbers, text, bytes and pointers, with fmt's flags.

use super::walk::Val;
use crate::bytecode::RType;
use crate::bytecode::TypeId;
use crate::natives::float_text::format_float;
use crate::natives::quote;
use crate::vm::Vm;

/// A method would have to be called.
pub(super) struct Refused;

/// A formatting state as fmt's flags give it.
#[derive(Clone, Copy, Default)]
pub(super) struct Flags {
    pub(super) wid: Option<usize>,
    pub(super) prec: Option<usize>,
    pub(super) plus: bool,
    pub(super) minus: bool,
    pub(super) sharp: bool,
    pub(super) space: bool,
    pub(super) zero: bool,
    pub(super) plus_v: bool,
    pub(super) sharp_v: bool,
    pub(super) plain: bool,
}

impl Flags {
    pub(super) fn from_bits(bits: u64, wid: i64, prec: i64) -> Flags {
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

pub(super) struct Printer<'v> {
    pub(super) vm: &'v Vm,
    pub(super) out: Vec<u8>,
    pub(super) f: Flags,
}

impl<'v> Printer<'v> {
    pub(super) fn new(vm: &'v Vm, f: Flags) -> Printer<'v> {
        Printer {
            vm,
            out: Vec::new(),
            f,
        }
    }

    pub(super) fn rtype(&self, t: TypeId) -> &'v RType {
        self.vm.types.rtype(t)
    }

    pub(super) fn str(&mut self, s: &str) {
        self.out.extend_from_slice(s.as_bytes());
    }

    // ---- padding ----

    pub(super) fn padding(&mut self, n: usize) {
        let c = if self.f.zero && !self.f.minus {
            b'0'
        } else {
            b' '
        };
        self.out.resize(self.out.len() + n, c);
    }

    pub(super) fn pad(&mut self, b: &[u8]) {
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

    pub(super) fn pad_no_zero(&mut self, b: &[u8]) {
        let zero = std::mem::replace(&mut self.f.zero, false);
        self.pad(b);
        self.f.zero = zero;
    }

    // ---- scalars ----

    pub(super) fn boolean(&mut self, v: bool) {
        self.pad(if v { b"true" } else { b"false" });
    }

    pub(super) fn integer(&mut self, mut u: u64, base: u64, signed: bool, verb: char, upper: bool) {
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

    pub(super) fn hex_with_prefix(&mut self, v: u64, prefix: bool) {
        let sharp = std::mem::replace(&mut self.f.sharp, prefix);
        self.integer(v, 16, false, 'v', false);
        self.f.sharp = sharp;
    }

    pub(super) fn int_verb(
        &mut self,
        v: Val,
        u: u64,
        signed: bool,
        verb: char,
    ) -> Result<(), Refused> {
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

    pub(super) fn unicode(&mut self, u: u64) {
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

    pub(super) fn float(&mut self, x: f64, bits: u32, verb: char, prec: i32) {
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

    pub(super) fn float_verb(
        &mut self,
        v: Val,
        x: f64,
        bits: u32,
        verb: char,
    ) -> Result<(), Refused> {
        match verb {
            'v' => self.float(x, bits, 'g', -1),
            'b' | 'g' | 'G' | 'x' | 'X' => self.float(x, bits, verb, -1),
            'f' | 'e' | 'E' => self.float(x, bits, verb, 6),
            'F' => self.float(x, bits, 'f', 6),
            _ => return self.bad_verb(v, verb),
        }
        Ok(())
    }

    pub(super) fn complex_verb(
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

    pub(super) fn truncated<'s>(&self, s: &'s [u8]) -> &'s [u8] {
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

    pub(super) fn string_verb(&mut self, v: Val, s: &[u8], verb: char) -> Result<(), Refused> {
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

    pub(super) fn quoted(&mut self, s: &[u8]) {
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

    pub(super) fn hex_bytes(&mut self, s: &[u8], upper: bool) {
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

    pub(super) fn bytes_verb(&mut self, b: &[u8], nil: bool, verb: char) -> Result<(), Refused> {
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

    pub(super) fn pointer_verb(&mut self, v: Val, u: u64, verb: char) -> Result<(), Refused> {
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
}

pub(super) fn rune_len(b: &[u8]) -> usize {
    crate::value::utf8::decode(b).1
}

pub(super) fn rune_count(b: &[u8]) -> usize {
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

pub(super) fn char_or_replacement(u: u64) -> char {
    u32::try_from(u)
        .ok()
        .and_then(char::from_u32)
        .unwrap_or(char::REPLACEMENT_CHARACTER)
}

pub(super) fn push_rune(out: &mut Vec<u8>, u: u64) {
    let mut b = [0; 4];
    out.extend_from_slice(char_or_replacement(u).encode_utf8(&mut b).as_bytes());
}
