//! Untyped expressions: their implicit conversion, and the propagation of the final type down the tree.
//!
//! `Checker::untyped` holds what is known of expressions that have no final type yet. What is left there at the end
//! keeps its untyped type.

use super::Checker;
use super::Mode;
use super::Operand;
use crate::constant::Value;
use crate::diag::Code;
use crate::syntax::ast::ExprId;
use crate::syntax::ast::ExprKind;
use crate::types::BasicKind;
use crate::types::Type;
use crate::types::TypeId;

impl<'a> Checker<'a> {
    /// Marks the expression as the left operand of a shift whose check waits for its type.
    pub(crate) fn mark_shift_operand(&mut self, x: &Operand) {
        if let Some(e) = x.expr {
            let key = (self.file_index, e);
            if let Some(info) = self.untyped.get_mut(&key) {
                info.is_lhs = true;
            }
        }
    }

    /// [`Checker::update_expr_type`] of the operand's expression.
    pub(crate) fn update_operand_type(&mut self, x: &Operand, ty: TypeId, last: bool) {
        if let Some(e) = x.expr {
            self.update_expr_type(e, ty, last);
        }
    }

    /// Gives an untyped expression and its operands another type; the final one if it is typed or `last` is set. Then
    /// constants must be representable, and operands of delayed shifts must be integers.
    pub(crate) fn update_expr_type(&mut self, e: ExprId, ty: TypeId, last: bool) {
        let key = (self.file_index, e);
        let Some(old) = self.untyped.get(&key).cloned() else {
            return;
        };
        let file = self.file;
        match &file.expr(e).kind {
            ExprKind::ParenExpr { x } => self.update_expr_type(*x, ty, last),
            // The operands of constants are never materialized.
            ExprKind::UnaryExpr { x, .. } if old.val.is_none() => {
                self.update_expr_type(*x, ty, last)
            }
            ExprKind::BinaryExpr { op, x, y } if old.val.is_none() => {
                if op.is_comparison() {
                    // The type of the result does not depend on those of the operands.
                } else if op.is_shift() {
                    self.update_expr_type(*x, ty, last);
                } else {
                    self.update_expr_type(*x, ty, last);
                    self.update_expr_type(*y, ty, last);
                }
            }
            _ => {}
        }
        if !last && self.types.is_untyped(ty) {
            if let Some(info) = self.untyped.get_mut(&key) {
                info.ty = self.types.underlying(ty);
            }
            return;
        }
        self.untyped.remove(&key);
        if old.is_lhs && !self.types.all_integer(ty) {
            let msg = format!(
                "invalid operation: shifted operand {} (type {}) must be integer",
                self.expr_str(e),
                self.type_str(ty)
            );
            self.err(self.expr_span(e), Code::InvalidShiftOperand, msg);
            return;
        }
        let mut val = old.val;
        if let Some(v) = &val {
            let mut c = Operand::of(old.mode, e, old.ty);
            c.val = Some(v.clone());
            self.convert_untyped(&mut c, ty);
            if !c.is_valid() {
                return;
            }
            if self.types.is_typed(ty) {
                val = c.val;
            }
        }
        self.record_type_and_value(e, old.mode, ty, val);
    }

    fn update_expr_val(&mut self, x: &Operand, val: &Value) {
        if let Some(e) = x.expr {
            let key = (self.file_index, e);
            if let Some(info) = self.untyped.get_mut(&key) {
                info.val = Some(val.clone());
            }
        }
    }

    /// The type (and for constants the value) that `x` has where `target` is expected; an error code if it can not
    /// be converted implicitly.
    pub(crate) fn implicit_type_and_value(
        &mut self,
        x: &Operand,
        target: TypeId,
    ) -> Result<(TypeId, Option<Value>), Code> {
        let types = self.types;
        if !x.is_valid() || types.is_typed(x.ty) || !types.is_valid(target) {
            return Ok((x.ty, None));
        }
        if types.is_untyped(target) {
            return match types.max_type(x.ty, target) {
                Some(m) => Ok((m, None)),
                None => Err(Code::InvalidUntypedConversion),
            };
        }
        if x.is_nil() {
            return if types.has_nil(target) {
                Ok((target, None))
            } else {
                Err(Code::InvalidUntypedConversion)
            };
        }
        let under = types.underlying(target);
        match types.get(under) {
            Type::Basic(_) => {
                if x.mode == Mode::Constant {
                    let v = self.representation(x, under)?;
                    return Ok((target, Some(v)));
                }
                // Untyped values that are not constant: results of comparisons and of shifts.
                let ok = match types.get(x.ty) {
                    Type::Basic(BasicKind::UntypedBool) => types.is_boolean(target),
                    Type::Basic(
                        BasicKind::UntypedInt
                        | BasicKind::UntypedRune
                        | BasicKind::UntypedFloat
                        | BasicKind::UntypedComplex,
                    ) => types.is_numeric(target),
                    Type::Basic(BasicKind::UntypedString) => types.is_string(target),
                    _ => false,
                };
                if ok {
                    Ok((target, None))
                } else {
                    Err(Code::InvalidUntypedConversion)
                }
            }
            Type::Interface(_) => {
                if types.is_type_param(target) {
                    for u in self.specific_unders(target) {
                        let ok = u.is_some_and(|u| self.implicit_type_and_value(x, u).is_ok());
                        if !ok {
                            return Err(Code::InvalidUntypedConversion);
                        }
                    }
                    return Ok((target, None));
                }
                // Values have concrete dynamic types.
                if !types.type_set(under).is_all() {
                    return Err(Code::InvalidUntypedConversion);
                }
                Ok((types.default_type(x.ty), None))
            }
            _ => Err(Code::InvalidUntypedConversion),
        }
    }

    /// Converts an untyped operand to the target type.
    pub(crate) fn convert_untyped(&mut self, x: &mut Operand, target: TypeId) {
        match self.implicit_type_and_value(x, target) {
            Err(code) => {
                let t = if self.types.is_type_param(target) {
                    target
                } else {
                    self.types.underlying(target)
                };
                self.invalid_conversion(code, x, t);
                x.invalidate();
            }
            Ok((ty, val)) => self.set_implicit(x, ty, val),
        }
    }

    /// Applies the result of [`Checker::implicit_type_and_value`].
    pub(crate) fn set_implicit(&mut self, x: &mut Operand, ty: TypeId, val: Option<Value>) {
        if let Some(v) = val {
            self.update_expr_val(x, &v);
            x.val = Some(v);
        }
        if ty != x.ty {
            x.ty = ty;
            self.update_operand_type(x, ty, false);
        }
    }

    /// Converts untyped operands of a binary operation to each other's types where that may help.
    pub(crate) fn match_types(&mut self, x: &mut Operand, y: &mut Operand) {
        if !self.may_convert(x, y) {
            return;
        }
        self.convert_untyped(x, y.ty);
        if !x.is_valid() {
            return;
        }
        self.convert_untyped(y, x.ty);
        if !y.is_valid() {
            x.invalidate();
        }
    }

    fn may_convert(&self, x: &Operand, y: &Operand) -> bool {
        let types = self.types;
        if types.is_typed(x.ty) && types.is_typed(y.ty) {
            return false;
        }
        if types.all_numeric(x.ty) != types.all_numeric(y.ty) {
            return false;
        }
        if types.is_non_type_param_interface(x.ty) || types.is_non_type_param_interface(y.ty) {
            return true;
        }
        if types.all_boolean(x.ty) != types.all_boolean(y.ty)
            || types.all_string(x.ty) != types.all_string(y.ty)
        {
            return false;
        }
        if x.is_nil() {
            return types.has_nil(y.ty);
        }
        if y.is_nil() {
            return types.has_nil(x.ty);
        }
        !matches!(types.under(x.ty), Type::Pointer(_))
            && !matches!(types.under(y.ty), Type::Pointer(_))
    }
}
