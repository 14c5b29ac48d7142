//! Assignments and initializations.

use crate::syntax::ast::ExprId;
use crate::syntax::ast::StmtId;
use crate::types::ObjectId;
use crate::types::TypeId;

use super::Checker;
use super::Operand;

impl Checker<'_> {
    /// Checks that an operand is assignable to a variable of type `t` (or, without one, to a variable of its default
    /// type), converts it, and invalidates it if not.
    pub fn assignment(&mut self, x: &mut Operand, t: Option<TypeId>, context: &str) {
        let _ = (x, t, context);
    }

    /// Gives a constant its type (if it has none) and value.
    pub fn init_const(&mut self, lhs: ObjectId, x: &mut Operand) {
        let _ = (lhs, x);
    }

    /// Gives a variable its type (if it has none) from its initial value.
    pub fn init_var(&mut self, lhs: ObjectId, x: &mut Operand, context: &str) {
        let _ = (lhs, x, context);
    }

    /// Initializes variables by expressions; `return_stmt` is set for the results of a return statement.
    pub fn init_vars(&mut self, lhs: &[ObjectId], rhs: &[ExprId], return_stmt: Option<StmtId>) {
        let _ = (lhs, rhs, return_stmt);
    }
}
