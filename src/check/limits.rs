//! Limits of gc that are no rules of the language: sizes of types, of channel elements and of stack frames. They are looked at
//! when nothing else is wrong.

use super::Body;
use super::Checker;
use crate::diag::Code;
use crate::types::ObjectId;
use crate::types::Signature;
use crate::types::Type;
use crate::types::TypeId;

/// From this size on a type does not fit the address space.
const ADDRESS_SPACE: i64 = 1 << 50;
/// From this size on a type can not be a channel's element.
const CHANNEL_ELEMENT: i64 = 1 << 16;
/// The largest frame, with the arguments it passes.
const FRAME: i64 = 1 << 30;
/// Larger values are no temporaries of a frame worth counting.
const LARGE: i64 = 1 << 20;

/// What the frame of a function holds besides its variables, as far as it is large.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Frame {
    /// Bytes of temporaries.
    locals: i64,
    /// Bytes of the largest argument area of a call.
    callee: i64,
}

impl<'a> Checker<'a> {
    /// Notes the large operands and results of a call. A function without body (`external`) is never expanded in line.
    pub(crate) fn note_call(&mut self, sig: &Signature, external: bool) {
        let size = |t: TypeId| self.large(t);
        let results: i64 = sig.results.iter().map(|p| size(p.ty)).sum();
        let args: i64 = sig.params.iter().map(|p| size(p.ty)).sum();
        if args + results > 0 {
            let f = &mut self.frame;
            f.callee = f.callee.max(args + results);
            if external {
                f.locals = f.locals.saturating_add(results);
            }
        }
    }

    /// Notes the array behind a slice literal of other than basic types, which gc builds in place.
    pub(crate) fn note_slice_literal(&mut self, elem: TypeId, len: i64) {
        if matches!(self.types.under(elem), Type::Basic(_)) {
            return;
        }
        let size = self.types.sizeof(elem).unwrap_or(i64::MAX);
        let size = size.saturating_mul(len);
        if size > FRAME {
            self.frame.locals = self.frame.locals.saturating_add(size);
        }
    }

    /// The size of a value if it is large, else 0.
    fn large(&self, t: TypeId) -> i64 {
        let types = self.types;
        if !matches!(types.under(t), Type::Array { .. } | Type::Struct(_))
            || types.is_parameterized(t)
        {
            return 0;
        }
        match types.sizeof(t) {
            Some(n) if n < LARGE => 0,
            n => n.unwrap_or(i64::MAX / 4).min(i64::MAX / 4),
        }
    }

    /// Reports what is too large in a package without other errors.
    pub(crate) fn limits<'b>(&mut self, bodies: impl Iterator<Item = &'b Body>) {
        let decls = self.decls.clone();
        let (funcs, others): (Vec<ObjectId>, Vec<ObjectId>) = decls
            .list
            .iter()
            .partition(|&&o| self.types.object(o).is_func());
        for list in [others, funcs] {
            for o in list {
                let Some(d) = decls.get(o) else { continue };
                self.set_file(d.1.file);
                self.object_limits(o);
            }
            if !self.diagnostics.is_empty() {
                return;
            }
        }
        let bodies: Vec<&Body> = bodies.collect();
        for b in &bodies {
            self.set_file(b.file);
            let mut locals: Vec<ObjectId> = b.info.defs.iter().map(|d| *d.1).collect();
            locals.retain(|&o| self.types.object(o).is_var());
            for o in locals {
                self.object_limits(o);
            }
        }
        if !self.diagnostics.is_empty() {
            return;
        }
        for b in bodies {
            self.set_file(b.file);
            self.frame_limit(b);
        }
    }

    fn object_limits(&mut self, o: ObjectId) {
        let types = self.types;
        let obj = types.object(o);
        let Some(t) = obj.ty() else { return };
        let t = match types.as_named(t) {
            Some((id, _)) if obj.is_type_name() => types.underlying(id),
            _ => t,
        };
        if types.is_parameterized(t) {
            return;
        }
        let mut found = Vec::new();
        self.too_large(t, &mut found);
        for msg in found {
            self.err(obj.pos, Code::TypeTooLarge, msg);
        }
    }

    /// What is too large about a type as it is written, without what names stand for.
    fn too_large(&self, t: TypeId, found: &mut Vec<String>) {
        let types = self.types;
        match types.get(types.unalias(t)) {
            Type::Array { len, elem } => {
                self.too_large(*elem, found);
                let size = types.sizeof(*elem).unwrap_or(ADDRESS_SPACE);
                if (ADDRESS_SPACE - 1)
                    .checked_div(size)
                    .is_some_and(|n| *len > n)
                {
                    found.push(format!(
                        "type {} larger than address space",
                        self.type_str(t)
                    ));
                }
            }
            Type::Struct(s) => {
                for f in &s.fields {
                    self.too_large(f.ty, found);
                }
            }
            Type::Chan { elem, .. } => {
                self.too_large(*elem, found);
                if found.is_empty() && types.sizeof(*elem).is_none_or(|n| n >= CHANNEL_ELEMENT) {
                    found.push("channel element type too large (>64kB)".to_string());
                }
            }
            Type::Pointer(b) | Type::Slice(b) => {
                if let Type::Chan { .. } = types.get(types.unalias(*b)) {
                    self.too_large(*b, found);
                }
            }
            Type::Map { key, elem } => {
                self.too_large(*key, found);
                self.too_large(*elem, found);
            }
            Type::Signature(s) => {
                for p in s.params.iter().chain(&s.results) {
                    self.too_large(p.ty, found);
                }
                found.truncate(1);
            }
            _ => {}
        }
    }

    fn frame_limit(&mut self, b: &Body) {
        let obj = self.types.object(b.func);
        let Some(Type::Signature(sig)) = obj.ty().map(|t| self.types.under(t)) else {
            return;
        };
        let recv = obj.func().and_then(|f| f.recv.get().map(|r| r.ty));
        let sum =
            |list: &mut dyn Iterator<Item = TypeId>| -> i64 { list.map(|t| self.large(t)).sum() };
        let args = sum(&mut recv.into_iter())
            + sum(&mut sig.params.iter().map(|p| p.ty))
            + sum(&mut sig.results.iter().map(|p| p.ty));
        let Frame { locals, callee } = b.frame;
        if locals.saturating_add(args).saturating_add(callee) <= FRAME {
            return;
        }
        let mb = |n: i64| n >> 20;
        let mut msg = format!(
            "stack frame too large (>1GB): {} MB locals + {} MB args",
            mb(locals),
            mb(args)
        );
        if callee > 0 {
            msg += &format!(" + {} MB callee", mb(callee));
        }
        // gc places methods at their receivers.
        let at = match self.decls.func_ref(b.func) {
            Some(r) if recv.is_some() => self.files[r.file].decl(r.decl).pos.span(),
            _ => obj.pos,
        };
        self.err(at, Code::TypeTooLarge, msg);
    }
}
