//! Sizes, alignments and field offsets as gc has them on amd64, for `unsafe.Sizeof` and its relatives and for limits.

use super::BasicKind;
use super::Type;
use super::TypeId;
use super::Types;

impl Types {
    /// Alignment in bytes.
    pub fn alignof(&self, t: TypeId) -> i64 {
        match self.under(t) {
            Type::Array { elem, .. } => self.alignof(*elem),
            Type::Struct(s) => s
                .fields
                .iter()
                .map(|f| self.alignof(f.ty))
                .max()
                .unwrap_or(1)
                .max(1),
            Type::Basic(BasicKind::Complex128 | BasicKind::String) => 8,
            Type::Basic(BasicKind::Complex64) => 4,
            Type::Basic(k) => (k.size() as i64).max(1),
            _ => 8,
        }
    }

    /// Size in bytes, or nothing if it is too large.
    pub fn sizeof(&self, t: TypeId) -> Option<i64> {
        Some(match self.under(t) {
            Type::Basic(k) => k.size() as i64,
            Type::Array { len, elem } => {
                let n = (*len).max(0);
                if n == 0 {
                    return Some(0);
                }
                self.sizeof(*elem)?.checked_mul(n)?
            }
            Type::Slice(_) => 24,
            Type::Interface(_) => 16,
            Type::Struct(s) => {
                if s.fields.is_empty() {
                    return Some(0);
                }
                let offsets = self.offsets_of(t)?;
                let last = s.fields.len() - 1;
                let size = self.sizeof(s.fields[last].ty)?;
                let mut end = offsets[last].checked_add(size)?;
                // A pointer past a zero-sized last field must stay inside the object.
                if end > 0 && size == 0 {
                    end += 1;
                }
                align(end, self.alignof(t))?
            }
            _ => 8,
        })
    }

    /// Offsets of the fields of a struct type, or nothing if it is too large.
    pub fn offsets_of(&self, t: TypeId) -> Option<Vec<i64>> {
        let Type::Struct(s) = self.under(t) else {
            return Some(Vec::new());
        };
        let mut offs = 0i64;
        let mut out = Vec::with_capacity(s.fields.len());
        for f in &s.fields {
            offs = align(offs, self.alignof(f.ty))?;
            out.push(offs);
            offs = offs.checked_add(self.sizeof(f.ty)?)?;
        }
        Some(out)
    }

    /// Offset of the field at the end of a path without pointers.
    pub fn offset_of_path(&self, t: TypeId, index: &[u32]) -> Option<i64> {
        let mut t = t;
        let mut offs = 0i64;
        for &i in index {
            let Type::Struct(s) = self.under(t) else {
                return None;
            };
            offs = offs.checked_add(*self.offsets_of(t)?.get(i as usize)?)?;
            t = s.fields[i as usize].ty;
        }
        Some(offs)
    }
}

fn align(x: i64, a: i64) -> Option<i64> {
    Some(x.checked_add(a - 1)? / a * a)
}
