//! Expressions.

use crate::constant::Value;
use crate::diag::Code;
use crate::syntax::ast::ExprId;
use crate::types::TypeId;

use super::Checker;
use super::ExprKindOf;
use super::Operand;
use super::Target;

impl Checker<'_> {
    /// Checks an expression and records its type. `hint` is the type of a composite literal's element; `target` may
    /// supply type arguments of a generic function. Generic functions are an error unless allowed.
    pub fn raw_expr(
        &mut self,
        target: Option<&Target>,
        x: &mut Operand,
        e: ExprId,
        hint: Option<TypeId>,
        allow_generic: bool,
    ) -> ExprKindOf {
        let _ = (target, hint, allow_generic);
        x.invalidate();
        x.expr = Some(e);
        ExprKindOf::Statement
    }

    /// Checks an expression that must be a single value.
    pub fn expr(&mut self, target: Option<&Target>, x: &mut Operand, e: ExprId) {
        self.raw_expr(target, x, e, None, false);
    }

    /// Like [`Checker::expr`], but a generic function is allowed.
    pub fn generic_expr(&mut self, x: &mut Operand, e: ExprId, hint: Option<TypeId>) {
        self.raw_expr(None, x, e, hint, true);
    }

    /// Like [`Checker::expr`] with the type of the element of a composite literal.
    pub fn expr_with_hint(&mut self, x: &mut Operand, e: ExprId, hint: TypeId) {
        self.raw_expr(None, x, e, Some(hint), false);
    }

    /// Checks an expression that may have several values, or a comma-ok form.
    pub fn multi_expr(&mut self, e: ExprId, allow_comma_ok: bool) -> (Vec<Operand>, bool) {
        let _ = allow_comma_ok;
        let mut x = Operand::new();
        self.expr(None, &mut x, e);
        (vec![x], false)
    }

    /// Checks an expression that may be a type.
    pub fn expr_or_type(&mut self, x: &mut Operand, e: ExprId, allow_generic: bool) {
        self.raw_expr(None, x, e, None, allow_generic);
    }

    /// The type and value that an untyped operand gets when it is used as a `target`.
    pub fn implicit_type_and_value(
        &mut self,
        x: &Operand,
        target: TypeId,
    ) -> Result<(TypeId, Option<Value>), Code> {
        let _ = target;
        Ok((x.ty, None))
    }

    /// Sets the type of an expression (and of its untyped operands) that was untyped so far.
    pub fn update_expr_type(&mut self, e: ExprId, ty: TypeId, is_final: bool) {
        let _ = (e, ty, is_final);
    }
}
