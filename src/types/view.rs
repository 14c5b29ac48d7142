//! Whether memory that holds one type may be looked at as another: what a conversion `(*T)(unsafe.Pointer(p))` asks before
//! the program runs. By Go's offsets; `value::view` asks again, by the offsets the program really has, where this leaves
//! it open.

use super::BasicInfo;
use super::BasicKind;
use super::Type;
use super::TypeId;
use super::Types;

/// The answer.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum View {
    /// Everything fits.
    Fits,
    /// It depends on what lies behind, or on type arguments.
    Open,
    /// Numbers would lie on something else, or the other way round.
    Never,
}

/// A part without parts of its own.
#[derive(Clone, Copy)]
struct Part {
    at: i64,
    size: i64,
    ty: TypeId,
    number: bool,
}

/// More parts than this are not looked at.
const MOST: usize = 1 << 12;

impl Types {
    /// Whether a type consists of numbers only.
    pub fn is_plain_data(&self, t: TypeId) -> bool {
        match self.under(t) {
            Type::Basic(k) => k.info().any(BasicInfo::NUMERIC.or(BasicInfo::BOOLEAN)),
            Type::Array { elem, .. } => self.is_plain_data(*elem),
            Type::Struct(s) => s.fields.iter().all(|f| self.is_plain_data(f.ty)),
            _ => false,
        }
    }

    /// The parts of a `t` at byte `at`; false if it depends on type parameters or there are too many.
    fn parts(&self, t: TypeId, at: i64, out: &mut Vec<Part>) -> bool {
        if out.len() >= MOST || self.as_type_param(t).is_some() {
            return false;
        }
        let Some(size) = self.sizeof(t) else {
            return false;
        };
        match self.under(t) {
            Type::Struct(s) => {
                let Some(offsets) = self.offsets_of(t) else {
                    return false;
                };
                let mut fields = s.fields.iter().zip(offsets);
                fields.all(|(f, o)| self.parts(f.ty, at + o, out))
            }
            Type::Array { elem, len } => {
                let Some(step) = self.sizeof(*elem) else {
                    return false;
                };
                (0..*len).all(|i| self.parts(*elem, at + i * step, out))
            }
            _ => {
                let number = self.is_plain_data(t);
                out.push(Part {
                    at,
                    size,
                    ty: t,
                    number,
                });
                true
            }
        }
    }

    /// Whether a pointer to an `s` may become one to a `t`.
    pub fn view(&self, s: TypeId, t: TypeId) -> View {
        if self.identical(s, t) {
            return View::Fits;
        }
        let (mut have, mut want) = (Vec::new(), Vec::new());
        if !self.parts(s, 0, &mut have) || !self.parts(t, 0, &mut want) {
            return View::Open;
        }
        let end = self.sizeof(s).unwrap_or(0);
        let mut open = self.alignof(t) > self.alignof(s);
        for w in want {
            if w.at + w.size > end {
                open = true;
            }
            let mut under = have
                .iter()
                .filter(|h| h.at < w.at + w.size && w.at < h.at + h.size);
            let fits = if w.number {
                under.all(|h| h.number)
            } else {
                let mut any = false;
                under.all(|h| {
                    any = true;
                    h.at == w.at && self.stands_for(h.ty, w.ty)
                }) && (any || w.at >= end)
            };
            if !fits {
                return View::Never;
            }
        }
        if open { View::Open } else { View::Fits }
    }

    /// Two types without parts whose values can stand for each other.
    fn stands_for(&self, a: TypeId, b: TypeId) -> bool {
        let (a, b) = (self.underlying(a), self.underlying(b));
        if self.identical(a, b) {
            return true;
        }
        match (self.get(a), self.get(b)) {
            (Type::Slice(e), Type::Slice(f)) => {
                self.stands_for(*e, *f)
                    || self.is_plain_data(*e)
                        && self.is_plain_data(*f)
                        && self.sizeof(*e) == self.sizeof(*f)
                        && self.alignof(*e) == self.alignof(*f)
            }
            // What pointers and functions of type parameters are is known later.
            _ => self.is_parameterized(a) || self.is_parameterized(b),
        }
    }

    /// Whether reading a `t` from memory that holds an `s` makes a value without looking at the parts: bytes as a string
    /// and back, and any pointer as a number.
    pub fn reads_as(&self, s: TypeId, t: TypeId) -> bool {
        match (self.under(s), self.under(t)) {
            (Type::Slice(e), Type::Basic(BasicKind::String))
            | (Type::Basic(BasicKind::String), Type::Slice(e)) => {
                self.under_basic(*e) == Some(BasicKind::Uint8)
            }
            (
                Type::Pointer(_)
                | Type::Map { .. }
                | Type::Chan { .. }
                | Type::Signature(_)
                | Type::Basic(BasicKind::UnsafePointer),
                Type::Basic(k),
            ) => matches!(
                k,
                BasicKind::Uintptr
                    | BasicKind::Uint64
                    | BasicKind::Uint
                    | BasicKind::Int64
                    | BasicKind::Int
                    | BasicKind::UnsafePointer
            ),
            _ => false,
        }
    }
}
