//! Order of evaluation where the spec leaves it open: as gc, lowering makes all calls and receives of a statement first, in
//! source order, and reads variables, fields and elements afterwards.
//!
//! Most expressions come out the same either way; only when something that a call could change would be read before a call are
//! the calls evaluated ahead (`hoist`). Their values wait in registers, found again by expression.

use crate::bytecode::Reg;
use crate::lower::func::FuncLower;
use crate::lower::func::Loc;
use crate::syntax::ast::BinaryOp;
use crate::syntax::ast::ExprId;
use crate::syntax::ast::ExprKind;
use crate::syntax::ast::UnaryOp;
use crate::types::ObjectId;
use crate::types::Type;

/// What a walk over operands in the order of their evaluation has seen.
#[derive(Default)]
struct Seen {
    /// Something was read that a call could change.
    read: bool,
    /// A call came after that.
    late_call: bool,
    /// Calls, receives, type assertions to what is no pointer, and conditional operators that contain calls.
    calls: Vec<ExprId>,
}

impl FuncLower<'_, '_> {
    /// Evaluates the calls in these operands ahead if that matters. The operands are about to be evaluated in this order.
    pub fn hoist(&mut self, list: &[ExprId]) {
        self.hoist_with(&[], list);
    }

    /// The same where left sides, whose operands are read, come before.
    pub fn hoist_with(&mut self, lhs: &[ExprId], list: &[ExprId]) {
        let mut seen = Seen::default();
        for &e in lhs {
            self.see_left(e, &mut seen);
        }
        for &e in list {
            self.see(e, &mut seen);
        }
        if !seen.late_call {
            return;
        }
        for e in seen.calls {
            if !self.hoisted.contains_key(&e) {
                let r = self.expr(e);
                self.hoisted.insert(e, r);
            }
        }
    }

    /// Evaluates the calls in the operands of a call ahead if that matters.
    pub fn hoist_call(&mut self, fun: ExprId, args: &[ExprId]) {
        if args.iter().any(|&a| self.has_call(a)) {
            let mut list = vec![fun];
            list.extend(args);
            self.hoist(&list);
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
                self.see(*x, seen);
                let t = self.ty(e);
                if !matches!(
                    self.lw.types().under(t),
                    Type::Pointer(_) | Type::Map { .. } | Type::Chan { .. } | Type::Signature(_)
                ) {
                    Self::see_call(e, seen);
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
                );
            }
            ExprKind::SliceExpr { x, lo, hi, max, .. } => {
                self.see(*x, seen);
                for b in [lo, hi, max].into_iter().flatten() {
                    self.see(*b, seen);
                }
            }
            ExprKind::CallExpr { fun, args, .. } => {
                if self.src.is_conversion_or_builtin(*fun) {
                    self.see_all(args, seen);
                } else {
                    Self::see_call(e, seen);
                }
            }
            ExprKind::UnaryExpr { op, x } => {
                self.see(*x, seen);
                if *op == UnaryOp::Recv {
                    Self::see_call(e, seen);
                }
            }
            ExprKind::BinaryExpr { op, x, y } => {
                if !matches!(op, BinaryOp::AndAnd | BinaryOp::OrOr) {
                    self.see(*x, seen);
                    self.see(*y, seen);
                } else if self.has_call(e) {
                    Self::see_call(e, seen);
                } else {
                    seen.read = true;
                }
            }
            ExprKind::CompositeLit { elems, .. } => {
                let is_struct = self.src.is_struct_lit(e);
                for &x in elems {
                    match file.expr(x).kind {
                        ExprKind::KeyValueExpr { key, value } => {
                            if !is_struct {
                                self.see(key, seen);
                            }
                            self.see(value, seen);
                        }
                        _ => self.see(x, seen),
                    }
                }
            }
            _ => {}
        }
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
