//! Whether memory that holds one type may be looked at as another, and where Go's byte offsets lie in it: what conversions from
//! unsafe.Pointer ask. A view is allowed where no write through it could forge a pointer, a length or a type: numbers may lie
//! on numbers of any size, everything else only on a part of the same type.

use crate::bytecode::Kind;
use crate::bytecode::RType;
use crate::bytecode::TypeId;
use crate::value::TypeTable;

/// Memory whose contents are known: `size` bytes that hold values of type `ty` in a row, or only numbers if it is None.
#[derive(Clone, Copy, Debug)]
pub struct Region {
    /// Address of the first byte.
    pub start: usize,
    /// Bytes.
    pub size: usize,
    /// What is there.
    pub ty: Option<TypeId>,
}

fn is_number(k: Kind) -> bool {
    (Kind::Bool as u8..=Kind::Complex128 as u8).contains(&(k as u8))
}

/// Whether a type consists of numbers only.
pub fn is_plain(types: &TypeTable, t: TypeId) -> bool {
    let r = types.rtype(t);
    match r.kind {
        Kind::Array => r.len == 0 || is_plain(types, r.elem),
        Kind::Struct => r.fields.iter().all(|f| is_plain(types, f.ty)),
        k => is_number(k),
    }
}

/// Two types without parts whose values can stand for each other.
fn same(types: &TypeTable, a: TypeId, b: TypeId) -> bool {
    if a == b {
        return true;
    }
    let (x, y) = (types.rtype(a), types.rtype(b));
    if x.kind != y.kind {
        return false;
    }
    match x.kind {
        Kind::String | Kind::UnsafePointer => true,
        Kind::Pointer => x.elem == y.elem,
        Kind::Chan => x.elem == y.elem && x.dir == y.dir,
        Kind::Map => x.elem == y.elem && x.key == y.key,
        Kind::Func => x.params == y.params && x.results == y.results && x.variadic == y.variadic,
        Kind::Interface => x.imethods == y.imethods,
        Kind::Slice => {
            let (e, f) = (x.elem, y.elem);
            let sizes = types.info(e).size == types.info(f).size
                && types.rtype(e).align == types.rtype(f).align;
            same(types, e, f) || sizes && is_plain(types, e) && is_plain(types, f)
        }
        _ => false,
    }
}

/// The part of a `t` that covers byte `off`: a type without parts, where it begins; None in a gap.
fn part_at(types: &TypeTable, mut t: TypeId, mut off: u64) -> Option<(TypeId, u64)> {
    let mut base = 0;
    loop {
        let r = types.rtype(t);
        match r.kind {
            Kind::Array => {
                let size = types.info(r.elem).size.max(1);
                base += off / size * size;
                (t, off) = (r.elem, off % size);
            }
            Kind::Struct => {
                let f = r.fields.iter().find(|f| {
                    let at = u64::from(f.offset);
                    at <= off && off < at + types.info(f.ty).size
                })?;
                base += u64::from(f.offset);
                off -= u64::from(f.offset);
                t = f.ty;
            }
            _ => return Some((t, base)),
        }
    }
}

impl Region {
    /// The part that covers byte `off`, and its first byte.
    fn part(&self, types: &TypeTable, off: u64) -> Option<(TypeId, u64)> {
        let s = self.ty?;
        let size = types.info(s).size.max(1);
        let (t, at) = part_at(types, s, off % size)?;
        Some((t, off / size * size + at))
    }

    /// Whether `n` bytes from `off` on hold nothing but numbers.
    fn numbers(&self, types: &TypeTable, off: u64, n: u64) -> bool {
        if self.ty.is_none_or(|s| is_plain(types, s)) {
            return true;
        }
        let mut at = off;
        while at < off + n {
            match self.part(types, at) {
                None => at += 1,
                Some((t, start)) if is_number(types.rtype(t).kind) => {
                    at = start + types.info(t).size.max(1);
                }
                Some(_) => return false,
            }
        }
        true
    }

    /// Whether `n` values of type `t` may be taken to lie at `addr`.
    pub fn allows(&self, types: &TypeTable, addr: usize, t: TypeId, n: u64) -> bool {
        let r = types.rtype(t);
        let off = addr.wrapping_sub(self.start) as u64;
        let end = r.size.checked_mul(n).and_then(|b| b.checked_add(off));
        if end.is_none_or(|end| end > self.size as u64) {
            return false;
        }
        if n == 0 || r.size == 0 {
            return true;
        }
        if !addr.is_multiple_of(r.align.max(1) as usize) {
            return false;
        }
        if is_plain(types, t) {
            return self.numbers(types, off, r.size * n);
        }
        let Some(s) = self.ty else {
            return false;
        };
        let period = types.info(s).size.max(1);
        if s == t && off.is_multiple_of(period) {
            return true;
        }
        // Where both repeat together one round says it all.
        let rounds = if r.size.is_multiple_of(period) { 1 } else { n };
        rounds <= 1 << 16 && (0..rounds).all(|i| self.holds(types, off + i * r.size, r, t))
    }

    fn holds(&self, types: &TypeTable, off: u64, r: &RType, t: TypeId) -> bool {
        match r.kind {
            Kind::Struct => r
                .fields
                .iter()
                .all(|f| self.holds(types, off + u64::from(f.offset), types.rtype(f.ty), f.ty)),
            Kind::Array => {
                let e = types.rtype(r.elem);
                r.len <= 1 << 16
                    && (0..r.len).all(|i| self.holds(types, off + i * e.size, e, r.elem))
            }
            k if is_number(k) => self.numbers(types, off, r.size),
            _ => self
                .part(types, off)
                .is_some_and(|(p, start)| start == off && same(types, p, t)),
        }
    }

    /// The address `delta` bytes of compiled Go's layout behind `addr`, inside the region or at its end.
    pub fn moved(&self, types: &TypeTable, addr: usize, delta: i64) -> Option<usize> {
        let off = addr.wrapping_sub(self.start) as u64;
        let to = match self.ty {
            Some(s) if types.info(s).go_size != types.info(s).size || !same_layout(types, s) => {
                let (size, go) = (types.info(s).size.max(1), types.info(s).go_size.max(1));
                let at =
                    (off / size * go + to_go(types, s, off % size)).checked_add_signed(delta)?;
                at / go * size + from_go(types, s, at % go)
            }
            _ => off.checked_add_signed(delta)?,
        };
        (to <= self.size as u64).then_some(self.start + to as usize)
    }
}

/// Whether every part lies where compiled Go has it.
fn same_layout(types: &TypeTable, t: TypeId) -> bool {
    let r = types.rtype(t);
    match r.kind {
        Kind::Array => {
            types.info(r.elem).size == types.info(r.elem).go_size && same_layout(types, r.elem)
        }
        Kind::Struct => {
            let offsets = go_offsets(types, r);
            let mut fields = r.fields.iter().zip(offsets);
            fields.all(|(f, at)| u64::from(f.offset) == at && same_layout(types, f.ty))
        }
        Kind::Slice => false,
        _ => true,
    }
}

/// Where Go has the fields of a struct.
fn go_offsets(types: &TypeTable, r: &RType) -> Vec<u64> {
    let mut at = 0u64;
    let place = |f: &crate::bytecode::Field| {
        let i = types.info(f.ty);
        at = at.next_multiple_of(u64::from(i.go_align).max(1));
        let here = at;
        at += i.go_size;
        here
    };
    r.fields.iter().map(place).collect()
}

/// Go's offset of byte `off` of a `t`.
fn to_go(types: &TypeTable, t: TypeId, off: u64) -> u64 {
    let r = types.rtype(t);
    match r.kind {
        Kind::Array => {
            let e = types.info(r.elem);
            let size = e.size.max(1);
            off / size * e.go_size + to_go(types, r.elem, off % size)
        }
        Kind::Struct => {
            let mut fields = r.fields.iter().zip(go_offsets(types, r)).rev();
            match fields.find(|(f, _)| u64::from(f.offset) <= off) {
                Some((f, at)) => at + to_go(types, f.ty, off - u64::from(f.offset)),
                None => off,
            }
        }
        _ => off,
    }
}

/// The byte of a `t` that Go has at offset `off`.
fn from_go(types: &TypeTable, t: TypeId, off: u64) -> u64 {
    let r = types.rtype(t);
    match r.kind {
        Kind::Array => {
            let e = types.info(r.elem);
            let go = e.go_size.max(1);
            off / go * e.size + from_go(types, r.elem, off % go)
        }
        Kind::Struct => {
            let mut fields = r.fields.iter().zip(go_offsets(types, r)).rev();
            match fields.find(|(_, at)| *at <= off) {
                Some((f, at)) => u64::from(f.offset) + from_go(types, f.ty, off - at),
                None => off,
            }
        }
        _ => off,
    }
}
