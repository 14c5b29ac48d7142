//! Composite literals.
//!
//! Small structs and arrays are built in registers, large ones directly in their new memory, which starts out zero.

use crate::bytecode::Instr;
use crate::bytecode::NO_REG;
use crate::bytecode::Reg;
use crate::bytecode::Repr;
use crate::lower::func::FuncLower;
use crate::lower::order::Targets;
use crate::syntax::ast::ExprId;
use crate::syntax::ast::ExprKind;
use crate::types::Type;
use crate::types::TypeId;

/// Where a struct or array is built.
#[derive(Clone, Copy)]
enum Into {
    Regs(Reg),
    Mem(Reg, u64),
}

/// An element: its field number or index, the fields below that when the key names a promoted one, its value and type.
struct Elem {
    index: u64,
    path: Vec<u32>,
    value: ExprId,
    ty: TypeId,
}

impl FuncLower<'_, '_> {
    /// A composite literal of type `t` (a pointer type where `&` was elided) into registers that nothing in it reads.
    pub fn composite_to(&mut self, e: ExprId, t: TypeId, dst: Reg) {
        let e = self.src.file.unparen(e);
        let types = self.lw.types();
        match types.under(t) {
            Type::Pointer(base) => {
                let base = self.subst_type(*base);
                self.composite_ptr_to(e, base, dst);
            }
            Type::Struct(_) | Type::Array { .. } => {
                let l = self.layout(t);
                if l.repr == Repr::Mem {
                    let ty = self.rtype(t);
                    self.emit(Instr::New { dst, ty });
                    self.build(e, t, Into::Mem(dst, 0));
                } else {
                    self.build(e, t, Into::Regs(dst));
                }
            }
            Type::Slice(elem) => {
                let elem = self.subst_type(*elem);
                self.slice_lit_to(e, t, elem, dst);
            }
            Type::Map { key, elem } => {
                let (kt, vt) = (self.subst_type(*key), self.subst_type(*elem));
                self.map_lit_to(e, t, kt, vt, dst);
            }
            _ => unreachable!(
                "invariant: composite literals are of struct, array, slice or map types"
            ),
        }
    }

    /// `&T{...}`: a pointer to new memory with the value. Elements may read `dst`.
    pub fn composite_ptr_to(&mut self, x: ExprId, t: TypeId, dst: Reg) {
        let x = self.src.file.unparen(x);
        let ty = self.rtype(t);
        let types = self.lw.types();
        let m = self.mark();
        let repr = self.layout(t).repr;
        let plain = matches!(types.under(t), Type::Struct(_) | Type::Array { .. });
        let ExprKind::CompositeLit { elems, .. } = &self.src.file.expr(x).kind else {
            return;
        };
        if repr == Repr::Mem {
            let p = self.alloc(1);
            self.emit(Instr::New { dst: p, ty });
            self.build(x, t, Into::Mem(p, 0));
            self.mov(dst, p, 1);
        } else if plain && elems.is_empty() {
            self.emit(Instr::New { dst, ty });
        } else {
            let v = self.alloc_for(t);
            self.composite_to(x, t, v);
            if repr == Repr::Empty {
                self.emit(Instr::New { dst, ty });
            } else {
                self.emit(Instr::NewBox { dst, src: v, ty });
            }
        }
        self.release(m);
    }

    /// Types, indices and values of the elements of a struct, array or slice literal, and one more than the largest index.
    fn elements(&self, e: ExprId, t: TypeId) -> (Vec<Elem>, u64) {
        let file = self.src.file;
        let types = self.lw.types();
        let ExprKind::CompositeLit { elems, .. } = &file.expr(e).kind else {
            return (vec![], 0);
        };
        let mut out = Vec::new();
        let (mut next, mut len) = (0u64, 0u64);
        for &x in elems {
            let (key, value) = match file.expr(x).kind {
                ExprKind::KeyValueExpr { key, value } => (Some(key), value),
                _ => (None, x),
            };
            let mut path = Vec::new();
            let ty = match types.under(t) {
                Type::Struct(s) => {
                    if let Some(k) = key.and_then(|k| self.src.info.field_keys.get(&k)) {
                        next = k[0] as u64;
                        path.extend(&k[1..]);
                    }
                    s.fields[next as usize].ty
                }
                Type::Array { elem, .. } | Type::Slice(elem) => {
                    if let Some(k) = key.and_then(|k| self.const_int(k)) {
                        next = k as u64;
                    }
                    *elem
                }
                _ => unreachable!("invariant: struct, array or slice"),
            };
            out.push(Elem {
                index: next,
                path,
                value,
                ty: self.subst_type(ty),
            });
            next += 1;
            len = len.max(next);
        }
        (out, len)
    }

    /// Writes a struct or array. Memory is zero; registers are not.
    fn build(&mut self, e: ExprId, t: TypeId, into: Into) {
        let types = self.lw.types();
        let l = self.layout(t);
        let (elems, _) = self.elements(e, t);
        let elem_layout = match types.under(t) {
            Type::Array { elem, .. } => {
                let elem = self.subst_type(*elem);
                Some(self.layout(elem))
            }
            _ => None,
        };
        let at = |index: u64| match &elem_layout {
            Some(el) => (index * el.size, (index as u16).wrapping_mul(el.slots)),
            None => l.fields[index as usize],
        };
        if let Into::Regs(dst) = into {
            self.zero_missing(t, &elems, dst);
        }
        for x in elems {
            let (mut off, mut slot) = at(x.index);
            let mut ty = x.ty;
            for k in x.path {
                let inner = self.layout(ty).fields[k as usize];
                (off, slot) = (off + inner.0, slot + inner.1);
                let Type::Struct(s) = types.under(ty) else {
                    break;
                };
                ty = self.subst_type(s.fields[k as usize].ty);
            }
            let m = self.mark();
            match into {
                // As gc, what a blank field is given is evaluated and dropped.
                _ if self.is_blank_field(t, x.index) => {
                    self.elem_value(x.value, ty);
                    if let Into::Regs(dst) = into {
                        let n = self.slots(ty);
                        self.zero_slots(dst.plus(slot), n);
                    }
                }
                Into::Regs(dst) => self.elem_to(x.value, ty, dst.plus(slot)),
                Into::Mem(ptr, base) => self.elem_store(x.value, ty, ptr, base + off),
            }
            self.release(m);
        }
    }

    fn is_blank_field(&self, t: TypeId, index: u64) -> bool {
        let types = self.lw.types();
        match types.under(t) {
            Type::Struct(s) => types.str(s.fields[index as usize].name) == "_",
            _ => false,
        }
    }

    fn zero_missing(&mut self, t: TypeId, elems: &[Elem], dst: Reg) {
        let types = self.lw.types();
        let l = self.layout(t);
        let parts: Vec<u16> = match types.under(t) {
            Type::Struct(s) => {
                let fields: Vec<TypeId> = s.fields.iter().map(|f| self.subst_type(f.ty)).collect();
                fields.into_iter().map(|f| self.slots(f)).collect()
            }
            Type::Array { len, elem } => {
                let elem = self.subst_type(*elem);
                let n = self.slots(elem);
                if l.slots == 0 {
                    vec![]
                } else {
                    vec![n; *len as usize]
                }
            }
            _ => vec![],
        };
        if elems.is_empty() || elems.iter().any(|e| !e.path.is_empty()) {
            return self.zero_slots(dst, l.slots);
        }
        let mut slot = 0;
        for (i, n) in parts.into_iter().enumerate() {
            if !elems.iter().any(|e| e.index == i as u64) {
                self.zero_slots(dst.plus(slot), n);
            }
            slot += n;
        }
    }

    /// An element's value: a literal without a type of its own is of the element's type.
    fn elem_to(&mut self, e: ExprId, t: TypeId, dst: Reg) {
        match self.src.file.expr(e).kind {
            ExprKind::CompositeLit { ty: None, .. } => match self.take_hoisted(e) {
                Some(r) => {
                    let n = self.slots(t);
                    self.mov(dst, r, n);
                }
                None => self.composite_to(e, t, dst),
            },
            _ => self.value_as_to(e, t, dst),
        }
    }

    fn elem_value(&mut self, e: ExprId, t: TypeId) -> Reg {
        match self.src.file.expr(e).kind {
            ExprKind::CompositeLit { ty: None, .. } => {
                if let Some(r) = self.take_hoisted(e) {
                    return r;
                }
                let dst = self.alloc_for(t);
                self.composite_to(e, t, dst);
                dst
            }
            _ => self.value_as(e, t),
        }
    }

    /// An element into zeroed memory.
    fn elem_store(&mut self, e: ExprId, t: TypeId, ptr: Reg, off: u64) {
        let file = self.src.file;
        let x = file.unparen(e);
        let own_type = matches!(
            file.expr(x).kind,
            ExprKind::CompositeLit { ty: Some(_), .. }
        );
        let in_place = match file.expr(x).kind {
            ExprKind::CompositeLit { ty: None, .. } => true,
            _ => own_type && self.ty(x) == t,
        };
        if in_place
            && self.layout(t).repr == Repr::Mem
            && matches!(
                self.lw.types().under(t),
                Type::Struct(_) | Type::Array { .. }
            )
        {
            return self.build(x, t, Into::Mem(ptr, off));
        }
        if self.is_zero_const(e) && !self.lw.types().is_interface(t) {
            return;
        }
        let v = self.elem_value(e, t);
        if self.slots(t) > 0 {
            self.store(ptr, off, v, t);
        }
    }

    /// Whether storing this constant into zeroed memory can be left out.
    fn is_zero_const(&self, e: ExprId) -> bool {
        if self.src.is_nil(e) {
            return true;
        }
        let Some(v) = self.src.const_of(e) else {
            return false;
        };
        match v {
            crate::constant::Value::Bool(b) => !b,
            crate::constant::Value::Int64(i) => *i == 0,
            _ => false,
        }
    }

    fn slice_lit_to(&mut self, e: ExprId, t: TypeId, elem: TypeId, dst: Reg) {
        let (elems, len) = self.elements(e, t);
        let m = self.mark();
        if len == 0 {
            let n = self.alloc(1);
            self.emit(Instr::LoadI { dst: n, k: 0 });
            let ty = self.rtype(t);
            self.emit(Instr::MakeSlice {
                dst,
                len: n,
                cap: n,
                ty,
            });
            return self.release(m);
        }
        let at = self.subst_type(self.lw.types().array(len as i64, elem));
        let ty = self.rtype(at);
        let size = self.layout(elem).size;
        let ptr = self.alloc(1);
        self.emit(Instr::New { dst: ptr, ty });
        for x in elems {
            let im = self.mark();
            self.elem_store(x.value, elem, ptr, x.index.wrapping_mul(size));
            self.release(im);
        }
        self.emit(Instr::SliceArray {
            dst,
            ptr,
            lo: NO_REG,
            hi: NO_REG,
            max: NO_REG,
            size: size as i32,
            n: len.min(i32::MAX as u64) as i32,
        });
        self.release(m);
    }

    /// The same for what is converted to a type: what is boxed takes its turn with the others.
    fn is_fixed_as(&self, e: ExprId, t: TypeId) -> bool {
        self.src.is_nil(e) || !self.lw.types().is_interface(t) && self.is_fixed(e)
    }

    /// Whether an element is made of constants, so that gc lays it out at compile time.
    fn is_fixed(&self, e: ExprId) -> bool {
        let file = self.src.file;
        if self.src.const_of(e).is_some() || self.src.is_nil(e) {
            return true;
        }
        match &file.expr(e).kind {
            ExprKind::ParenExpr { x } => self.is_fixed(*x),
            ExprKind::CompositeLit { elems, .. } => {
                matches!(
                    self.lw.types().under(self.ty(e)),
                    Type::Struct(_) | Type::Array { .. }
                ) && elems.iter().all(|&x| match file.expr(x).kind {
                    ExprKind::KeyValueExpr { value, .. } => self.is_fixed(value),
                    _ => self.is_fixed(x),
                })
            }
            _ => false,
        }
    }

    fn map_lit_to(&mut self, e: ExprId, t: TypeId, kt: TypeId, vt: TypeId, dst: Reg) {
        let file = self.src.file;
        let ExprKind::CompositeLit { elems, .. } = &file.expr(e).kind else {
            return;
        };
        let m = self.mark();
        let ty = self.rtype(t);
        let hint = self.alloc(1);
        self.load_int(hint, elems.len() as i64);
        self.emit(Instr::MakeMap { dst, hint, ty });
        self.release(m);
        // As gc: entries of constants first, then one by one.
        let (fixed, rest): (Vec<ExprId>, Vec<ExprId>) =
            elems.iter().partition(|&&x| match file.expr(x).kind {
                ExprKind::KeyValueExpr { key, value } => {
                    self.is_fixed_as(key, kt) && self.is_fixed_as(value, vt)
                }
                _ => false,
            });
        for x in fixed.into_iter().chain(rest) {
            let ExprKind::KeyValueExpr { key, value } = file.expr(x).kind else {
                continue;
            };
            let im = self.mark();
            let elided =
                |e: ExprId| matches!(file.expr(e).kind, ExprKind::CompositeLit { ty: None, .. });
            if !elided(key) && !elided(value) {
                self.hoist_with(&[], &[key, value], Targets::Each(&[kt, vt]));
            }
            let k = self.elem_value(key, kt);
            let k = if self.is_fresh(key) {
                k
            } else {
                self.own(k, kt)
            };
            let v = self.elem_value(value, vt);
            let val = if self.is_fresh(value) {
                v
            } else {
                self.own(v, vt)
            };
            self.pos = file.pos(x);
            self.emit(Instr::MapSet {
                m: dst,
                key: k,
                val,
                ty,
            });
            self.release(im);
        }
    }
}
