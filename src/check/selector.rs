//! Selector expressions: qualified identifiers, fields, methods, method expressions.

use crate::syntax::ast::ExprId;

use super::Checker;
use super::Operand;

impl Checker<'_> {
    /// Checks a selector expression, which must be a type if `want_type` is set.
    pub fn selector(&mut self, x: &mut Operand, e: ExprId, want_type: bool) {
        let _ = want_type;
        x.invalidate();
        x.expr = Some(e);
    }
}
