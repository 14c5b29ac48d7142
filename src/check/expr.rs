//! Checking of expressions: dispatch by kind, and the ways an expression can be asked for (a value, a value or type,
//! several values).
//!
//! All expressions pass through [`Checker::raw_expr`], which records types and values. Untyped expressions are only
//! remembered there; their final type is recorded when it is known (see `untyped.rs`).

use super::Checker;
use super::ExprKindOf;
use super::Mode;
use super::Operand;
use super::Target;
use super::unsafe_pointer::PointerUse;
use crate::base::Span;
use crate::diag::Code;
use crate::syntax::ast::ExprId;
use crate::syntax::ast::ExprKind;
use crate::syntax::ast::UnaryOp;
use crate::types::Type;
use crate::types::TypeId;

/// Sets of operand modes that [`Checker::exclude`] refuses.
#[derive(Clone, Copy)]
pub(crate) struct ModeSet(u8);

impl ModeSet {
    pub(crate) const NO_VALUE: ModeSet = ModeSet(1);
    pub(crate) const BUILTIN: ModeSet = ModeSet(2);
    pub(crate) const TYPE: ModeSet = ModeSet(4);
    /// Everything that is not a value.
    pub(crate) const NOT_VALUE: ModeSet = ModeSet(7);

    pub(crate) const fn or(self, other: ModeSet) -> ModeSet {
        ModeSet(self.0 | other.0)
    }

    fn has(self, other: ModeSet) -> bool {
        self.0 & other.0 != 0
    }
}

impl<'a> Checker<'a> {
    /// Checks `e` and sets `x` to its value or type. `target` is the function type a generic function is assigned to;
    /// `hint` the type of a composite literal without one; `allow_generic` admits generic types and functions.
    pub(crate) fn raw_expr(
        &mut self,
        target: Option<&Target>,
        x: &mut Operand,
        e: ExprId,
        hint: Option<TypeId>,
        allow_generic: bool,
    ) -> ExprKindOf {
        let kind = self.expr_internal(target, x, e, hint);
        if !allow_generic {
            self.non_generic(target, x);
        }
        self.record(x);
        kind
    }

    /// Refuses a generic type, and a generic function whose type arguments do not follow from the target.
    pub(crate) fn non_generic(&mut self, target: Option<&Target>, x: &mut Operand) {
        if !x.is_valid() || x.mode == Mode::NoValue {
            return;
        }
        let what = match self.types.get(x.ty) {
            Type::Alias(_) | Type::Named(_) if self.types.is_generic(x.ty) => "type",
            Type::Signature(s) if !s.tparams.is_empty() => {
                if let Some(t) = target {
                    let pos = self.operand_pos(x);
                    self.func_inst(Some(t), pos, x, None, true);
                    return;
                }
                "function"
            }
            _ => return,
        };
        let msg = format!(
            "cannot use generic {what} {} without instantiation",
            self.operand_expr_str(x)
        );
        self.err(self.operand_span(x), Code::WrongTypeArgCount, msg);
        x.invalidate();
        x.ty = TypeId::INVALID;
    }

    fn expr_internal(
        &mut self,
        target: Option<&Target>,
        x: &mut Operand,
        e: ExprId,
        hint: Option<TypeId>,
    ) -> ExprKindOf {
        x.invalidate();
        x.ty = TypeId::INVALID;
        let file = self.file;
        let mut kind = ExprKindOf::Expression;
        match &file.expr(e).kind {
            ExprKind::BadExpr => {}
            ExprKind::Ident(id) => {
                self.ident(x, e, *id, false);
                x.expr = Some(e);
                return ExprKindOf::Expression;
            }
            ExprKind::Ellipsis { .. } => {
                self.err(
                    self.expr_span(e),
                    Code::InvalidSyntaxTree,
                    "invalid use of ...",
                );
            }
            ExprKind::BasicLit { kind, value } => self.basic_lit(x, e, *kind, *value),
            ExprKind::FuncLit { ty, body } => self.func_lit(x, e, *ty, body),
            ExprKind::CompositeLit { ty, elems, rbrace } => {
                self.composite_lit(x, e, *ty, elems, *rbrace, hint)
            }
            ExprKind::ParenExpr { x: inner } => {
                let kind = self.raw_expr(None, x, *inner, None, false);
                x.expr = Some(e);
                return kind;
            }
            ExprKind::SelectorExpr { .. } => {
                self.selector(x, e, false);
                x.expr = Some(e);
                return ExprKindOf::Expression;
            }
            ExprKind::IndexExpr { .. } => {
                if self.index_expr(x, e) {
                    self.func_inst(target, self.expr_pos(e), x, Some(e), true);
                }
            }
            ExprKind::SliceExpr { .. } => self.slice_expr(x, e),
            ExprKind::TypeAssertExpr { x: inner, ty } => self.type_assert_expr(x, e, *inner, *ty),
            ExprKind::CallExpr { .. } => return self.call_expr(x, e),
            ExprKind::StarExpr { x: inner } => self.star_expr(x, *inner),
            ExprKind::UnaryExpr { op, x: inner } => {
                self.unary(x, e, *op, *inner);
                if *op == UnaryOp::Recv {
                    kind = ExprKindOf::Statement;
                }
            }
            ExprKind::BinaryExpr { op, x: lhs, y: rhs } => self.binary(x, Some(e), *lhs, *rhs, *op),
            ExprKind::KeyValueExpr { .. } => {
                self.err(
                    self.expr_span(e),
                    Code::InvalidSyntaxTree,
                    "no key:value expected",
                );
            }
            ExprKind::ArrayType { .. }
            | ExprKind::StructType { .. }
            | ExprKind::FuncType { .. }
            | ExprKind::InterfaceType { .. }
            | ExprKind::MapType { .. }
            | ExprKind::ChanType { .. } => {
                x.mode = Mode::TypExpr;
                x.ty = self.typ(e);
            }
        }
        x.expr = Some(e);
        // An invalid operand counts as a statement so that nothing complains that it is not used.
        if x.is_valid() {
            kind
        } else {
            ExprKindOf::Statement
        }
    }

    /// `*x` as an indirection or pointer type.
    fn star_expr(&mut self, x: &mut Operand, inner: ExprId) {
        self.note_pointer_use(inner, PointerUse::Read);
        self.expr_or_type(x, inner, false);
        match x.mode {
            Mode::Invalid => {}
            Mode::TypExpr => {
                self.valid_var_type(inner, x.ty);
                x.ty = self.types.pointer(x.ty);
            }
            _ => {
                let mut base: Option<TypeId> = None;
                for u in self.specific_unders(x.ty) {
                    let Some(Type::Pointer(b)) = u.map(|u| self.types.get(u)) else {
                        let msg =
                            format!("invalid operation: cannot indirect {}", self.operand_str(x));
                        self.err(self.operand_span(x), Code::InvalidIndirection, msg);
                        x.invalidate();
                        return;
                    };
                    if base.is_some_and(|base| !self.types.identical(*b, base)) {
                        let msg = format!(
                            "invalid operation: pointers of {} must have identical base types",
                            self.operand_str(x)
                        );
                        self.err(self.operand_span(x), Code::InvalidIndirection, msg);
                        x.invalidate();
                        return;
                    }
                    base = Some(*b);
                }
                match base {
                    Some(base) if self.is_complete(base) => {
                        x.mode = Mode::Variable;
                        x.ty = base;
                    }
                    _ => x.invalidate(),
                }
            }
        }
    }

    /// `x.(T)`
    fn type_assert_expr(&mut self, x: &mut Operand, e: ExprId, inner: ExprId, ty: Option<ExprId>) {
        let Some(ty) = ty else {
            self.err(
                self.expr_span(e),
                Code::InvalidSyntaxTree,
                "use of .(type) outside type switch",
            );
            self.use_exprs(&[inner]);
            x.invalidate();
            return;
        };
        self.expr(None, x, inner);
        if !x.is_valid() {
            return;
        }
        if self.types.is_type_param(x.ty) {
            let msg = format!(
                "invalid operation: cannot use type assertion on type parameter value {}",
                self.operand_str(x)
            );
            self.err(self.operand_span(x), Code::InvalidAssert, msg);
            return x.invalidate();
        }
        if !matches!(self.types.under(x.ty), Type::Interface(_)) {
            let msg = format!(
                "invalid operation: {} is not an interface",
                self.operand_str(x)
            );
            self.err(self.operand_span(x), Code::InvalidAssert, msg);
            return x.invalidate();
        }
        let t = self.var_type(ty);
        if !self.types.is_valid(t) || !self.is_complete(t) {
            return x.invalidate();
        }
        self.type_assertion(e, x, t, false);
        x.mode = Mode::CommaOk;
        x.ty = t;
    }

    /// Reports an assertion that can not succeed.
    pub(crate) fn type_assertion(&mut self, e: ExprId, x: &Operand, t: TypeId, type_switch: bool) {
        let mut cause = String::new();
        if self.assertable_to(x.ty, t, Some(&mut cause)) {
            return;
        }
        let (es, ts) = (self.expr_str(e), self.type_str(t));
        let msg = if type_switch {
            let xs = self.operand_str(x);
            format!(
                "impossible type switch case: {es}\n\t{xs} cannot have dynamic type {ts} {cause}"
            )
        } else {
            let xt = self.type_str(x.ty);
            format!("impossible type assertion: {es}\n\t{ts} does not implement {xt} {cause}")
        };
        self.err(self.expr_span(e), Code::ImpossibleAssert, msg);
    }

    /// Whether a value of interface type `v` can hold a `t`.
    pub(crate) fn assertable_to(
        &mut self,
        v: TypeId,
        t: TypeId,
        cause: Option<&mut String>,
    ) -> bool {
        self.types.is_interface(t) || {
            let types = self.types;
            self.has_all_methods(t, v, false, &mut |a, b| types.identical(a, b), cause)
        }
    }

    /// Checks `e` as a single value.
    pub(crate) fn expr(&mut self, target: Option<&Target>, x: &mut Operand, e: ExprId) {
        self.raw_expr(target, x, e, None, false);
        self.exclude(x, ModeSet::NOT_VALUE);
        self.single_value(x);
    }

    /// Like [`Checker::expr`], but the result may be a generic function.
    pub(crate) fn generic_expr(&mut self, x: &mut Operand, e: ExprId, hint: Option<TypeId>) {
        self.raw_expr(None, x, e, hint, true);
        self.exclude(x, ModeSet::NOT_VALUE);
        self.single_value(x);
    }

    /// Checks `e` as one or more values; the second result says whether they are the two of a comma-ok form. If there
    /// was an error, the first one is invalid.
    pub(crate) fn multi_expr(&mut self, e: ExprId, allow_comma_ok: bool) -> (Vec<Operand>, bool) {
        let mut x = Operand::default();
        self.raw_expr(None, &mut x, e, None, false);
        self.exclude(&mut x, ModeSet::NOT_VALUE);
        let start = self.file.start_pos(e);
        if x.is_valid()
            && let Type::Tuple(vars) = self.types.get(x.ty)
        {
            let list = vars
                .iter()
                .enumerate()
                .map(|(i, v)| {
                    Operand::dummy(Mode::Value, start, nth(i + 1, "function result"), v.ty)
                })
                .collect();
            return (list, false);
        }
        if allow_comma_ok && matches!(x.mode, Mode::MapIndex | Mode::CommaOk) {
            let what = "ok value of (comma, ok) expression";
            let ok = Operand::dummy(Mode::Value, start, what, TypeId::UNTYPED_BOOL);
            return (vec![x, ok], true);
        }
        (vec![x], false)
    }

    /// Checks `e` as a value or type.
    pub(crate) fn expr_or_type(&mut self, x: &mut Operand, e: ExprId, allow_generic: bool) {
        self.raw_expr(None, x, e, None, allow_generic);
        self.exclude(x, ModeSet::NO_VALUE);
        self.single_value(x);
    }

    /// Refuses an operand whose mode is in the set.
    pub(crate) fn exclude(&mut self, x: &mut Operand, set: ModeSet) {
        let (what, code) = match x.mode {
            Mode::NoValue if set.has(ModeSet::NO_VALUE) => {
                if set.has(ModeSet::TYPE) {
                    ("used as value", Code::TooManyValues)
                } else {
                    ("used as value or type", Code::TooManyValues)
                }
            }
            Mode::Builtin if set.has(ModeSet::BUILTIN) => ("must be called", Code::UncalledBuiltin),
            Mode::TypExpr if set.has(ModeSet::TYPE) => ("is not an expression", Code::NotAnExpr),
            _ => return,
        };
        let msg = format!("{} {what}", self.operand_str(x));
        self.err(self.operand_span(x), code, msg);
        x.invalidate();
    }

    /// Refuses the several values of a call.
    pub(crate) fn single_value(&mut self, x: &mut Operand) {
        if x.mode == Mode::Value && matches!(self.types.get(x.ty), Type::Tuple(_)) {
            let msg = format!(
                "multiple-value {} in single-value context",
                self.operand_str(x)
            );
            self.err(self.operand_span(x), Code::TooManyValues, msg);
            x.invalidate();
        }
    }

    /// gc's position of an operator, otherwise where the expression begins.
    pub(crate) fn op_pos(&self, e: ExprId) -> Span {
        match self.file.expr(e).kind {
            ExprKind::BinaryExpr { .. }
            | ExprKind::UnaryExpr { .. }
            | ExprKind::StarExpr { .. } => self.expr_pos(e),
            _ => self.expr_span(e),
        }
    }

    /// The element type for a receive from or send to `x`; without one an error is reported `at`.
    pub(crate) fn chan_elem(&mut self, at: Span, x: &Operand, recv: bool) -> Option<TypeId> {
        use crate::types::ChanDir;
        let cause = self.common_under_if(x.ty, |check, pair| {
            let Some((t, u)) = pair else {
                return Some("no specific channel type".to_string());
            };
            match check.types.get(u) {
                Type::Chan {
                    dir: ChanDir::SendOnly,
                    ..
                } if recv => Some(format!("send-only channel {}", check.type_str(t))),
                Type::Chan {
                    dir: ChanDir::RecvOnly,
                    ..
                } if !recv => Some(format!("receive-only channel {}", check.type_str(t))),
                Type::Chan { .. } => None,
                _ => Some(format!("non-channel {}", check.type_str(t))),
            }
        });
        let cause = match cause {
            Ok(u) => match self.types.get(u) {
                Type::Chan { elem, .. } => return Some(*elem),
                _ => String::new(),
            },
            Err(cause) => cause,
        };
        let xs = self.operand_str(x);
        let (verb, code) = if recv {
            ("receive from", Code::InvalidReceive)
        } else {
            ("send to", Code::InvalidSend)
        };
        let msg = if self.types.is_type_param(x.ty) {
            format!("invalid operation: cannot {verb} {xs}: {cause}")
        } else {
            format!("invalid operation: cannot {verb} {cause} {xs}")
        };
        self.err(at, code, msg);
        None
    }
}

/// `1st what`, `2nd what`, ...
fn nth(n: usize, what: &str) -> String {
    let ext = match n {
        1 => "st",
        2 => "nd",
        3 => "rd",
        _ => "th",
    };
    format!("{n}{ext} {what}")
}
