//! Order of evaluation where the spec leaves it open: as gc, lowering makes all calls and receives of a statement first, in
//! source order, and reads variables, fields and elements afterwards.
//!
//! gc also takes the values of some operations that call nothing at their turn between the calls: built-in functions, slices,
//! `&&` and `||`, map literals, operands of struct comparisons, and what is boxed through its address.
//!
//! Most expressions come out the same either way; only when something that a call could change would be read before a call are
//! the calls evaluated ahead (`hoist`). Their values wait in registers, found again by expression.

use crate::bytecode::Reg;
use crate::bytecode::Repr;
use crate::check::Mode;
use crate::check::SelectionKind;
use crate::lower::arith::Num;
use crate::lower::func::FuncLower;
use crate::lower::func::Loc;
use crate::syntax::ast::BinaryOp;
use crate::syntax::ast::ExprId;
use crate::syntax::ast::ExprKind;
use crate::syntax::ast::UnaryOp;
use crate::types::BasicKind;
use crate::types::BuiltinId;
use crate::types::ObjectId;
use crate::types::Type;
use crate::types::TypeId;

/// What a walk over operands in the order of their evaluation has seen.
#[derive(Default)]
struct Seen {
    /// Something was read that a call could change, or an operation may panic that the call should come before.
    read: bool,
    /// A call came after that.
    late_call: bool,
    /// Calls, receives, and what else is evaluated at its turn.
    calls: Vec<ExprId>,
}

/// What operands are converted to: each to a type of its own, or all to one.
#[derive(Clone, Copy)]
pub enum Targets<'a> {
    /// Their own types.
    None,
    /// Type by type; operands beyond the last are not converted.
    Each(&'a [TypeId]),
    /// Parameters of a function with a last one for the rest, of this type.
    Rest(&'a [TypeId], TypeId),
}

impl Targets<'_> {
    fn at(self, i: usize) -> Option<TypeId> {
        match self {
            Targets::None => None,
            Targets::Each(list) => list.get(i).copied(),
            Targets::Rest(list, rest) => Some(list.get(i).copied().unwrap_or(rest)),
        }
    }
}

impl FuncLower<'_, '_> {
    /// Evaluates the calls in these operands ahead if that matters. The operands are about to be evaluated in this order.
    pub fn hoist(&mut self, list: &[ExprId]) {
        self.hoist_with(&[], list, Targets::None);
    }

    /// The same where left sides, whose operands are read, come before, and with what the operands are assigned to.
    pub fn hoist_with(&mut self, lhs: &[ExprId], list: &[ExprId], targets: Targets<'_>) {
        let mut seen = Seen::default();
        for &e in lhs {
            self.see_left(e, &mut seen);
        }
        for (i, &e) in list.iter().enumerate() {
            self.see_as(e, targets.at(i), &mut seen);
        }
        if !seen.late_call {
            return;
        }
        if let [e] = list {
            // The whole right side comes last anyway.
            let e = self.src.file.unparen(*e);
            if seen.calls.last() == Some(&e) && !self.is_call(e) {
                seen.calls.pop();
            }
        }
        for e in seen.calls {
            if self.hoisted.contains_key(&e) {
                continue;
            }
            let mut r = self.expr(e);
            let t = self.ty(e);
            if self.layout(t).repr == Repr::Mem && self.may_change(e) {
                r = self.own(r, t);
            }
            self.hoisted.insert(e, r);
        }
    }

    /// Evaluates the calls in the operands of a call ahead if that matters.
    pub fn hoist_call(&mut self, fun: ExprId, args: &[ExprId], has_dots: bool) {
        if !args.iter().any(|&a| self.has_call(a) || self.is_copy(a)) {
            return;
        }
        let f = self.src.file.unparen(fun);
        let mut list = vec![fun];
        list.extend(args);
        if matches!(self.src.mode(f), Mode::TypExpr | Mode::Builtin) {
            return self.hoist(&list);
        }
        let sig = self.signature(f);
        let mut types = vec![self.ty(f)];
        types.extend(sig.params.iter().map(|p| self.subst_type(p.ty)));
        match types.pop() {
            Some(last) if sig.variadic && !has_dots => {
                let rest = match self.lw.types().under(last) {
                    Type::Slice(elem) => self.subst_type(*elem),
                    _ => last,
                };
                self.hoist_with(&[], &list, Targets::Rest(&types, rest));
            }
            last => {
                types.extend(last);
                self.hoist_with(&[], &list, Targets::Each(&types));
            }
        }
    }

    /// The registers of a value that was evaluated ahead.
    pub fn take_hoisted(&mut self, e: ExprId) -> Option<Reg> {
        if self.hoisted.is_empty() {
            None
        } else {
            self.hoisted.remove(&e)
        }
    }

    /// An operand that is converted to a type: gc boxes through the address of a copy what no helper takes by value.
    fn see_as(&self, e: ExprId, target: Option<TypeId>, seen: &mut Seen) {
        let types = self.lw.types();
        if !target.is_some_and(|t| types.is_interface(t))
            || self.src.const_of(e).is_some()
            || self.src.is_nil(e)
            || self.src.is_type(e)
        {
            return self.see(e, seen);
        }
        let t = self.ty(e);
        if types.is_interface(t) || matches!(types.get(t), Type::Tuple(_)) {
            return self.see(e, seen);
        }
        if self.boxed_by_value(t) || !self.is_copied(e) {
            self.see(e, seen);
        } else {
            self.see_value(e, seen, |s, seen| s.see(e, seen));
        }
    }

    /// Whether values of a type are handed to the boxing function themselves, not by address.
    fn boxed_by_value(&self, t: TypeId) -> bool {
        match self.lw.types().under(t) {
            Type::Slice(_) => true,
            Type::Basic(b) => !matches!(
                b,
                BasicKind::Bool
                    | BasicKind::Int8
                    | BasicKind::Uint8
                    | BasicKind::Complex64
                    | BasicKind::Complex128
                    | BasicKind::UnsafePointer
            ),
            Type::Array { len: 1, elem } => self.boxed_by_value(self.subst_type(*elem)),
            Type::Struct(s) if s.fields.len() == 1 => {
                self.boxed_by_value(self.subst_type(s.fields[0].ty))
            }
            _ => false,
        }
    }

    /// Whether gc copies an operand whose address it needs: what has none, and local variables that it keeps in registers.
    fn is_copied(&self, e: ExprId) -> bool {
        let file = self.src.file;
        match &file.expr(e).kind {
            ExprKind::ParenExpr { x } => self.is_copied(*x),
            ExprKind::Ident(id) => self.src.object_of(*id).is_some_and(|o| {
                self.vars.contains_key(&o) && self.fits_registers(self.var_type(o))
            }),
            ExprKind::StarExpr { .. } => false,
            ExprKind::SelectorExpr { x, .. } => match self.src.selection(e) {
                Some(s) => s.kind != SelectionKind::FieldVal || !s.indirect && self.is_copied(*x),
                None => false,
            },
            ExprKind::IndexExpr { x, .. } if self.src.is_value(*x) => {
                match self.lw.types().under(self.ty(*x)) {
                    Type::Array { .. } => self.is_copied(*x),
                    Type::Slice(_) | Type::Pointer(_) => false,
                    _ => true,
                }
            }
            _ => true,
        }
    }

    /// Whether gc may keep a variable of this type in registers.
    fn fits_registers(&self, t: TypeId) -> bool {
        let types = self.lw.types();
        let small = types.sizeof(t).is_some_and(|n| n <= 32);
        small
            && match types.under(t) {
                Type::Array { len, elem } => {
                    *len == 0 || *len == 1 && self.fits_registers(self.subst_type(*elem))
                }
                Type::Struct(s) => {
                    s.fields.len() <= 4
                        && s.fields
                            .iter()
                            .all(|f| self.fits_registers(self.subst_type(f.ty)))
                }
                _ => true,
            }
    }

    /// What calls nothing itself and takes its value at its turn; `inner` sees its operands.
    fn see_value(&self, e: ExprId, seen: &mut Seen, inner: impl FnOnce(&Self, &mut Seen)) {
        let before = seen.read;
        inner(self, seen);
        seen.read = before;
        if seen.calls.last() != Some(&e) {
            seen.calls.push(e);
        }
    }

    fn see_all(&self, list: &[ExprId], seen: &mut Seen) {
        for &e in list {
            self.see(e, seen);
        }
    }

    /// The operands of a left side: what is assigned itself is not read.
    fn see_left(&self, e: ExprId, seen: &mut Seen) {
        let file = self.src.file;
        match &file.expr(e).kind {
            ExprKind::ParenExpr { x } => self.see_left(*x, seen),
            ExprKind::StarExpr { x } => self.see(*x, seen),
            ExprKind::SelectorExpr { x, .. } if self.src.selection(e).is_some() => {
                if self.src.is_pointer(*x) {
                    self.see(*x, seen);
                } else {
                    self.see_left(*x, seen);
                }
            }
            ExprKind::IndexExpr { x, indices, .. } => {
                if self.src.is_indirect_index(*x) {
                    self.see(*x, seen);
                } else {
                    self.see_left(*x, seen);
                }
                self.see_all(indices, seen);
            }
            _ => {}
        }
    }

    fn see(&self, e: ExprId, seen: &mut Seen) {
        let file = self.src.file;
        if self.src.const_of(e).is_some() || self.src.is_type(e) {
            return;
        }
        match &file.expr(e).kind {
            ExprKind::Ident(id) => {
                seen.read |= self.src.object_of(*id).is_some_and(|o| self.is_shared(o))
            }
            ExprKind::ParenExpr { x } => self.see(*x, seen),
            ExprKind::TypeAssertExpr { x, .. } => {
                let t = self.ty(e);
                if matches!(
                    self.lw.types().under(t),
                    Type::Pointer(_) | Type::Map { .. } | Type::Chan { .. } | Type::Signature(_)
                ) {
                    self.see(*x, seen);
                    seen.read = true;
                } else {
                    self.see_value(e, seen, |s, seen| s.see(*x, seen));
                }
            }
            ExprKind::StarExpr { x } => {
                self.see(*x, seen);
                seen.read = true;
            }
            ExprKind::SelectorExpr { x, sel } => {
                if self.src.selection(e).is_none() {
                    seen.read |= self.src.use_of(*sel).is_some_and(|o| self.is_shared(o));
                } else if !self.src.is_type(*x) {
                    self.see(*x, seen);
                    seen.read |= self.src.is_pointer(*x);
                }
            }
            ExprKind::IndexExpr { x, indices, .. } => {
                if !self.src.is_value(*x) {
                    return;
                }
                self.see(*x, seen);
                self.see_all(indices, seen);
                let t = self.ty(*x);
                seen.read |= matches!(
                    self.lw.types().under(t),
                    Type::Slice(_) | Type::Map { .. } | Type::Pointer(_)
                ) || indices.iter().any(|&i| self.src.const_of(i).is_none());
            }
            ExprKind::SliceExpr { x, lo, hi, max, .. } => {
                self.see_value(e, seen, |s, seen| {
                    s.see(*x, seen);
                    for b in [lo, hi, max].into_iter().flatten() {
                        s.see(*b, seen);
                    }
                });
            }
            ExprKind::CallExpr { fun, args, .. } => {
                let f = file.unparen(*fun);
                match self.src.mode(f) {
                    Mode::TypExpr => self.see_conversion(e, args[0], seen),
                    Mode::Builtin => match self.builtin_id(f) {
                        BuiltinId::Append | BuiltinId::Copy | BuiltinId::Recover => {
                            self.see_all(args, seen);
                            Self::see_call(e, seen);
                        }
                        _ => self.see_value(e, seen, |s, seen| s.see_all(args, seen)),
                    },
                    _ => Self::see_call(e, seen),
                }
            }
            ExprKind::UnaryExpr { op, x } => {
                self.see(*x, seen);
                if *op == UnaryOp::Recv {
                    Self::see_call(e, seen);
                }
            }
            ExprKind::BinaryExpr { op, x, y } => {
                if matches!(op, BinaryOp::AndAnd | BinaryOp::OrOr) {
                    seen.late_call |= seen.read && self.has_call(e);
                    self.see_value(e, seen, |_, _| {});
                } else if op.is_comparison() && self.is_aggregate(*x) && self.is_aggregate(*y) {
                    for &z in [x, y] {
                        if self.is_copied(z) {
                            self.see_value(z, seen, |s, seen| s.see(z, seen));
                        } else {
                            self.see(z, seen);
                        }
                    }
                } else {
                    self.see(*x, seen);
                    self.see(*y, seen);
                    seen.read |= self.may_panic(*op, *x, *y);
                }
            }
            ExprKind::CompositeLit { .. } => {
                let t = self.ty(e);
                self.see_literal(e, t, seen);
            }
            _ => {}
        }
    }

    /// Whether an operation that calls nothing can panic: a division by zero, a shift by a negative count, a comparison of
    /// interfaces that hold what can not be compared.
    fn may_panic(&self, op: BinaryOp, x: ExprId, y: ExprId) -> bool {
        match op {
            BinaryOp::Div | BinaryOp::Rem => {
                self.src.const_of(y).is_none() && matches!(self.num(self.ty(x)), Num::Int(..))
            }
            BinaryOp::Shl | BinaryOp::Shr => {
                self.src.const_of(y).is_none() && matches!(self.num(self.ty(y)), Num::Int(_, true))
            }
            op if op.is_comparison() => [x, y]
                .iter()
                .any(|&z| !self.src.is_nil(z) && self.lw.types().is_interface(self.ty(z))),
            _ => false,
        }
    }

    fn see_conversion(&self, e: ExprId, x: ExprId, seen: &mut Seen) {
        let t = self.ty(e);
        let types = self.lw.types();
        if types.is_interface(t) {
            self.see_as(x, Some(t), seen);
        } else if matches!(types.under(t), Type::Slice(_)) && self.num(self.ty(x)) == Num::Str {
            self.see_value(e, seen, |s, seen| s.see(x, seen));
        } else {
            self.see(x, seen);
            // A slice's elements are read, wherever it is; its array may also have too few.
            seen.read |= matches!(types.under(self.ty(x)), Type::Slice(_))
                && !matches!(types.under(t), Type::Slice(_));
        }
    }

    /// A composite literal of a type (a pointer where `&` was elided).
    fn see_literal(&self, e: ExprId, t: TypeId, seen: &mut Seen) {
        let file = self.src.file;
        let types = self.lw.types();
        let ExprKind::CompositeLit { elems, .. } = &file.expr(e).kind else {
            return;
        };
        let t = match types.under(t) {
            Type::Pointer(base) => self.subst_type(*base),
            _ => t,
        };
        let u = types.under(t);
        if matches!(u, Type::Map { .. }) {
            // Its entries are assignments of their own.
            seen.late_call |= seen.read && self.has_call(e);
            return self.see_value(e, seen, |_, _| {});
        }
        for (i, &x) in elems.iter().enumerate() {
            let (key, value) = match file.expr(x).kind {
                ExprKind::KeyValueExpr { key, value } => (Some(key), value),
                _ => (None, x),
            };
            let target = match u {
                Type::Struct(s) => {
                    let index = key.and_then(|k| self.src.info.field_keys.get(&k));
                    // A promoted field is no index of this struct.
                    match index.map_or(&[i as u32][..], |k| &k[..]) {
                        [k] => s.fields.get(*k as usize).map(|f| f.ty),
                        _ => None,
                    }
                }
                Type::Array { elem, .. } | Type::Slice(elem) => Some(*elem),
                _ => None,
            };
            let target = target.map(|t| self.subst_type(t));
            match (&file.expr(value).kind, target) {
                (ExprKind::CompositeLit { ty: None, .. }, Some(t)) => {
                    self.see_literal(value, t, seen)
                }
                _ => self.see_as(value, target, seen),
            }
        }
    }

    /// Whether it is a call of a function or a receive itself.
    fn is_call(&self, e: ExprId) -> bool {
        match &self.src.file.expr(e).kind {
            ExprKind::CallExpr { fun, .. } => !self.src.is_conversion_or_builtin(*fun),
            ExprKind::UnaryExpr { op, .. } => *op == UnaryOp::Recv,
            _ => false,
        }
    }

    /// Whether it calls the built-in function copy, which changes what other operands may read.
    fn is_copy(&self, e: ExprId) -> bool {
        let file = self.src.file;
        let ExprKind::CallExpr { fun, .. } = &file.expr(file.unparen(e)).kind else {
            return false;
        };
        let f = file.unparen(*fun);
        matches!(self.src.mode(f), Mode::Builtin) && self.builtin_id(f) == BuiltinId::Copy
    }

    /// Whether its value is a struct or an array.
    fn is_aggregate(&self, e: ExprId) -> bool {
        self.src.is_value(e)
            && matches!(
                self.lw.types().under(self.ty(e)),
                Type::Struct(_) | Type::Array { .. }
            )
    }

    fn see_call(e: ExprId, seen: &mut Seen) {
        seen.late_call |= seen.read;
        seen.calls.push(e);
    }

    /// Whether a large value of this expression is the address of memory that a call may change.
    pub fn may_change(&self, e: ExprId) -> bool {
        let file = self.src.file;
        match &file.expr(e).kind {
            ExprKind::ParenExpr { x } => self.may_change(*x),
            ExprKind::Ident(id) => self.src.object_of(*id).is_some_and(|o| self.is_shared(o)),
            ExprKind::StarExpr { .. } => true,
            ExprKind::SelectorExpr { x, .. } => {
                self.src.selection(e).is_none() || self.src.is_pointer(*x) || self.may_change(*x)
            }
            ExprKind::IndexExpr { x, .. } if self.src.is_value(*x) => {
                let t = self.ty(*x);
                match self.lw.types().under(t) {
                    Type::Array { .. } => self.may_change(*x),
                    Type::Map { .. } => false,
                    _ => true,
                }
            }
            ExprKind::CallExpr { fun, args, .. } => {
                self.src.is_conversion_or_builtin(*fun)
                    && args.first().is_some_and(|&a| self.may_change(a))
            }
            _ => false,
        }
    }

    /// Whether calls may change a variable: it lives in a cell or is a package-level one.
    fn is_shared(&self, o: ObjectId) -> bool {
        self.lw.types().object(o).is_var()
            && !matches!(self.vars.get(&o), Some(Loc::Reg(_) | Loc::Cap(_)))
    }
}
