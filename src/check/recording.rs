//! Entries of the result tables.

use crate::constant::Value;
use crate::syntax::ast::ExprId;
use crate::syntax::ast::ExprKind;
use crate::syntax::ast::IdentId;
use crate::types::ObjectId;
use crate::types::TypeId;

use super::Checker;
use super::ExprInfo;
use super::Instance;
use super::Mode;
use super::Operand;
use super::Selection;
use super::TypeAndValue;

impl Checker<'_> {
    /// Records an operand's expression: untyped ones are remembered until their type is final.
    pub fn record(&mut self, x: &Operand) {
        let Some(e) = x.expr else { return };
        let (ty, val) = match x.mode {
            Mode::Invalid => (TypeId::INVALID, None),
            Mode::NoValue => (self.types.tuple(Vec::new()), None),
            Mode::Constant => (x.ty, x.val.clone()),
            _ => (x.ty, None),
        };
        if self.types.is_untyped(ty) {
            self.remember_untyped(e, false, x.mode, ty, val);
        } else {
            self.record_type_and_value(e, x.mode, ty, val);
        }
    }

    /// Remembers an expression whose type is untyped so far.
    pub(crate) fn remember_untyped(
        &mut self,
        e: ExprId,
        is_lhs: bool,
        mode: Mode,
        ty: TypeId,
        val: Option<Value>,
    ) {
        self.untyped.insert(
            (self.file_index, e),
            ExprInfo {
                is_lhs,
                mode,
                ty,
                val,
            },
        );
    }

    /// Records what stayed untyped, at the end: constants, and conditions, which are bool then.
    pub(crate) fn record_untyped(&mut self) {
        for ((file, e), mut i) in std::mem::take(&mut self.untyped) {
            if i.ty == TypeId::UNTYPED_BOOL && i.val.is_none() {
                i.ty = TypeId::BOOL;
            }
            if i.mode != Mode::Invalid {
                self.infos.of(file).types.set(
                    e,
                    TypeAndValue {
                        mode: i.mode,
                        ty: i.ty,
                        value: i.val,
                    },
                );
            }
        }
    }

    /// Records type and value of an expression.
    pub fn record_type_and_value(
        &mut self,
        e: ExprId,
        mode: Mode,
        ty: TypeId,
        value: Option<Value>,
    ) {
        if mode != Mode::Invalid {
            self.info().types.set(e, TypeAndValue { mode, ty, value });
        }
    }

    /// Records the signature a built-in function is called with, through parentheses.
    pub fn record_builtin_type(&mut self, f: ExprId, sig: TypeId) {
        let mut f = f;
        loop {
            self.record_type_and_value(f, Mode::Builtin, sig, None);
            match self.file.expr(f).kind {
                ExprKind::ParenExpr { x } => f = x,
                _ => return,
            }
        }
    }

    /// Records that an expression is used in its comma-ok form with these types.
    pub fn record_comma_ok_types(&mut self, x: ExprId, t0: TypeId, t1: TypeId) {
        let tuple = self.types.tuple_of(&[t0, t1]);
        let mut x = x;
        loop {
            if let Some(tv) = self.info().types.get_mut(x) {
                tv.ty = tuple;
            }
            match self.file.expr(x).kind {
                ExprKind::ParenExpr { x: inner } => x = inner,
                _ => return,
            }
        }
    }

    /// Records an instantiation at the identifier of the generic type or function.
    pub fn record_instance(&mut self, e: ExprId, targs: &[TypeId], ty: TypeId) {
        if let Some(id) = self.instantiated_ident(e) {
            self.info().instances.insert(
                id,
                Instance {
                    targs: targs.to_vec(),
                    ty,
                },
            );
        }
    }

    fn instantiated_ident(&self, e: ExprId) -> Option<IdentId> {
        match self.file.expr(e).kind {
            ExprKind::Ident(id) => Some(id),
            ExprKind::SelectorExpr { sel, .. } => Some(sel),
            ExprKind::IndexExpr { x, .. } | ExprKind::ParenExpr { x } => self.instantiated_ident(x),
            _ => None,
        }
    }

    /// Records what an identifier declares.
    pub fn record_def(&mut self, id: IdentId, o: ObjectId) {
        self.info().defs.set(id, o);
    }

    /// Records what an identifier uses.
    pub fn record_use(&mut self, id: IdentId, o: ObjectId) {
        self.info().uses.set(id, o);
    }

    /// Records a selector expression; a method is also what its identifier uses.
    pub fn record_selection(&mut self, e: ExprId, s: Selection) {
        if let (crate::types::Entity::Method(m), ExprKind::SelectorExpr { sel, .. }) =
            (s.entity, &self.file.expr(e).kind)
        {
            self.record_use(*sel, m);
        }
        self.info().selections.insert(e, s);
    }
}
