//! Sizes, alignments and field offsets as gc has them on amd64, for `unsafe.Sizeof` and its relatives and for limits.

use super::BasicKind;
use super::Field;
use super::Type;
use super::TypeId;
use super::Types;

impl Types {
    /// Alignment in bytes.
    pub fn alignof(&self, t: TypeId) -> i64 {
        self.layout(t).0.1
    }

    /// Size in bytes, or nothing if it is too large.
    pub fn sizeof(&self, t: TypeId) -> Option<i64> {
        self.layout(t).0.0
    }

    /// Size and alignment, and whether they are final: for types that are complete and do not depend on type parameters.
    fn layout(&self, t: TypeId) -> ((Option<i64>, i64), bool) {
        let complete = self.is_complete(t);
        let u = self.underlying(t);
        let entry = &self.entries[u.index()];
        if let Some(l) = entry.layout.get() {
            return (*l, complete);
        }
        let mut stable = complete && !entry.parameterized;
        let l = match &entry.ty {
            Type::Basic(BasicKind::Complex128 | BasicKind::String) => (Some(16), 8),
            Type::Basic(BasicKind::Complex64) => (Some(8), 4),
            Type::Basic(k) => (Some(k.size() as i64), (k.size() as i64).max(1)),
            Type::Array { len, elem } => {
                let ((size, align), done) = self.layout(*elem);
                stable &= done;
                let n = (*len).max(0);
                (
                    if n == 0 {
                        Some(0)
                    } else {
                        size.and_then(|s| s.checked_mul(n))
                    },
                    align,
                )
            }
            Type::Slice(_) => (Some(24), 8),
            Type::Interface(_) => (Some(16), 8),
            Type::Struct(s) => {
                let (l, done) = self.struct_layout(&s.fields);
                stable &= done;
                l
            }
            _ => (Some(8), 8),
        };
        if stable {
            let _ = entry.layout.set(l);
        }
        (l, stable)
    }

    fn struct_layout(&self, fields: &[Field]) -> ((Option<i64>, i64), bool) {
        let mut max_align = 1;
        let mut end = Some(0i64);
        let mut last = 1;
        let mut stable = true;
        for f in fields {
            let ((size, a), done) = self.layout(f.ty);
            stable &= done;
            max_align = max_align.max(a);
            end = end.and_then(|e| align(e, a)?.checked_add(size?));
            last = size.unwrap_or(1);
        }
        // A pointer past a zero-sized last field must stay inside the object.
        if last == 0 && end != Some(0) {
            end = end.and_then(|e| e.checked_add(1));
        }
        ((end.and_then(|e| align(e, max_align)), max_align), stable)
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
