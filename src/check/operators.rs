//! Unary and binary operators: operand types, shifts, comparisons, and the values of constant operations.

use super::Checker;
use super::GoVersion;
use super::Mode;
use super::Operand;
use crate::constant;
use crate::constant::Kind;
use crate::constant::Op;
use crate::constant::Value;
use crate::diag::Code;
use crate::syntax::ast::BinaryOp;
use crate::syntax::ast::ExprId;
use crate::syntax::ast::ExprKind;
use crate::syntax::ast::UnaryOp;
use crate::types::NotComparable;
use crate::types::Type;
use crate::types::TypeId;
use crate::types::VarFlags;

/// The largest constant shift count: enough to express the smallest float64.
const SHIFT_BOUND: u64 = 1023 - 1 + 52;

/// Constant strings are at most this long. Go allows 2,000,000,000 bytes, which would cost as much memory here.
const MAX_STRING: u64 = 1 << 27;

/// The constant operation of a binary operator.
pub(crate) fn const_op(op: BinaryOp) -> Op {
    match op {
        BinaryOp::OrOr => Op::LOr,
        BinaryOp::AndAnd => Op::LAnd,
        BinaryOp::Eql => Op::Eql,
        BinaryOp::Neq => Op::Neq,
        BinaryOp::Lss => Op::Lss,
        BinaryOp::Leq => Op::Leq,
        BinaryOp::Gtr => Op::Gtr,
        BinaryOp::Geq => Op::Geq,
        BinaryOp::Add => Op::Add,
        BinaryOp::Sub => Op::Sub,
        BinaryOp::Or => Op::Or,
        BinaryOp::Xor => Op::Xor,
        BinaryOp::Mul => Op::Mul,
        BinaryOp::Div => Op::Quo,
        BinaryOp::Rem => Op::Rem,
        BinaryOp::And => Op::And,
        BinaryOp::AndNot => Op::AndNot,
        BinaryOp::Shl => Op::Shl,
        BinaryOp::Shr => Op::Shr,
    }
}

impl<'a> Checker<'a> {
    /// Reports an operator that is not defined on the operand.
    fn op_defined(&mut self, ok: bool, x: &mut Operand, op: &str) -> bool {
        if !ok {
            let msg = format!(
                "invalid operation: operator {op} not defined on {}",
                self.operand_str(x)
            );
            self.err(self.operand_span(x), Code::UndefinedOp, msg);
            x.invalidate();
        }
        ok
    }

    /// `op x`
    pub(crate) fn unary(&mut self, x: &mut Operand, e: ExprId, op: UnaryOp, inner: ExprId) {
        if op == UnaryOp::And {
            self.note_written(inner);
        }
        self.expr(None, x, inner);
        if !x.is_valid() {
            return;
        }
        let mut op = op;
        match op {
            UnaryOp::And => {
                let lit = matches!(
                    self.file.expr(self.file.unparen(inner)).kind,
                    ExprKind::CompositeLit { .. }
                );
                if !lit && x.mode != Mode::Variable {
                    let msg = format!(
                        "invalid operation: cannot take address of {}",
                        self.operand_str(x)
                    );
                    self.err(self.operand_span(x), Code::UnaddressableOperand, msg);
                    return x.invalidate();
                }
                if !lit {
                    self.mark_root_var(inner, VarFlags::ADDRESS_TAKEN);
                }
                x.mode = Mode::Value;
                x.ty = self.types.pointer(x.ty);
                return;
            }
            UnaryOp::Recv => {
                let at = self.operand_span(x);
                match self.chan_elem(at, x, true) {
                    Some(elem) if self.is_complete(elem) => {
                        x.mode = Mode::CommaOk;
                        x.ty = elem;
                        self.env.has_call_or_recv = true;
                    }
                    _ => x.invalidate(),
                }
                return;
            }
            UnaryOp::Tilde => {
                let all_integer = self.types.all_integer(x.ty);
                let hint = if all_integer {
                    " (use ^ for bitwise complement)"
                } else {
                    ""
                };
                let msg = format!("cannot use ~ outside of interface or type constraint{hint}");
                self.err(self.expr_span(e), Code::UndefinedOp, msg);
                if !all_integer {
                    return x.invalidate();
                }
                op = UnaryOp::Xor;
            }
            _ => {}
        }
        let ok = match op {
            UnaryOp::Xor => self.types.all_integer(x.ty),
            UnaryOp::Not => self.types.all_boolean(x.ty),
            _ => self.types.all_numeric(x.ty),
        };
        if !self.op_defined(ok, x, op.as_str()) {
            return;
        }
        if x.mode == Mode::Constant {
            if x.value().is_unknown() {
                return;
            }
            let bits = if self.types.is_unsigned(x.ty) {
                self.types.sizeof(x.ty).unwrap_or(0) as usize * 8
            } else {
                0
            };
            let cop = match op {
                UnaryOp::Xor => Op::Xor,
                UnaryOp::Not => Op::Not,
                UnaryOp::Sub => Op::Sub,
                _ => Op::Add,
            };
            x.val = Some(constant::unary_op(cop, &x.value(), bits));
            x.expr = Some(e);
            self.overflow(x, self.op_pos(e));
            return;
        }
        x.mode = Mode::Value;
    }

    /// `lhs op rhs`. `e` is the whole expression; none for an assignment operation.
    pub(crate) fn binary(
        &mut self,
        x: &mut Operand,
        e: Option<ExprId>,
        lhs: ExprId,
        rhs: ExprId,
        op: BinaryOp,
    ) {
        let mut y = Operand::default();
        self.expr(None, x, lhs);
        self.expr(None, &mut y, rhs);
        if !x.is_valid() {
            return;
        }
        if !y.is_valid() {
            x.invalidate();
            x.expr = y.expr;
            return;
        }
        if op.is_shift() {
            return self.shift(x, &mut y, e, op);
        }
        self.match_types(x, &mut y);
        if !x.is_valid() {
            return;
        }
        if op.is_comparison() {
            return self.comparison(x, &mut y, op, false);
        }
        if !self.types.identical(x.ty, y.ty) {
            if self.types.is_valid(x.ty) && self.types.is_valid(y.ty) {
                let what = match e {
                    Some(e) => self.expr_str(e),
                    None => format!(
                        "{} {}= {}",
                        self.expr_str(lhs),
                        op.as_str(),
                        self.expr_str(rhs)
                    ),
                };
                let (xt, yt) = self.type_strs(x.ty, y.ty);
                let msg = format!("invalid operation: {what} (mismatched types {xt} and {yt})");
                self.err(self.operand_span(x), Code::MismatchedTypes, msg);
            }
            return x.invalidate();
        }
        let types = self.types;
        let ok = match op {
            BinaryOp::Add => types.all_numeric_or_string(x.ty),
            BinaryOp::Sub | BinaryOp::Mul | BinaryOp::Div => types.all_numeric(x.ty),
            BinaryOp::AndAnd | BinaryOp::OrOr => types.all_boolean(x.ty),
            _ => types.all_integer(x.ty),
        };
        if !self.op_defined(ok, x, op.as_str()) {
            return;
        }
        let constants = x.mode == Mode::Constant && y.mode == Mode::Constant;
        if matches!(op, BinaryOp::Div | BinaryOp::Rem) {
            let mut zero = (x.mode == Mode::Constant || types.all_integer(x.ty))
                && y.mode == Mode::Constant
                && y.value().sign() == 0;
            if !zero && constants && types.is_complex(x.ty) {
                // The squares of tiny numbers underflow.
                let square = |v: Value| constant::binary_op(&v, Op::Mul, &v);
                zero = square(y.value().real()).sign() == 0 && square(y.value().imag()).sign() == 0;
            }
            if zero {
                self.err(
                    self.operand_span(&y),
                    Code::DivByZero,
                    "invalid operation: division by zero",
                );
                return x.invalidate();
            }
        }
        if constants {
            if x.value().is_unknown() || y.value().is_unknown() {
                x.val = Some(Value::Unknown);
                return;
            }
            let cop = if op == BinaryOp::Div && types.is_integer(x.ty) {
                Op::IntQuo
            } else {
                const_op(op)
            };
            let (xv, yv) = (x.value(), y.value());
            let len = xv.string_len() + yv.string_len();
            if len > MAX_STRING {
                let at = e.map_or(self.operand_span(x), |e| self.op_pos(e));
                let msg = format!("constant string too long ({len} bytes > {MAX_STRING} bytes)");
                self.err(at, Code::InvalidConstVal, msg);
                x.val = Some(Value::Unknown);
                return;
            }
            x.val = Some(constant::binary_op(&xv, cop, &yv));
            if let Some(e) = e {
                x.expr = Some(e);
            }
            let pos = x.expr.map_or(x.pos, |e| self.op_pos(e));
            self.overflow(x, pos);
            return;
        }
        x.mode = Mode::Value;
    }

    /// `x << y`, `x >> y`
    fn shift(&mut self, x: &mut Operand, y: &mut Operand, e: Option<ExprId>, op: BinaryOp) {
        let types = self.types;
        let xval = if x.mode == Mode::Constant {
            Some(x.value().to_int())
        } else {
            None
        };
        let int_const =
            types.is_untyped(x.ty) && xval.as_ref().is_some_and(|v| v.kind() == Kind::Int);
        if !types.all_integer(x.ty) && !int_const {
            let msg = format!(
                "invalid operation: shifted operand {} must be integer",
                self.operand_str(x)
            );
            self.err(self.operand_span(x), Code::InvalidShiftOperand, msg);
            return x.invalidate();
        }
        let mut yval = Value::Unknown;
        if y.mode == Mode::Constant {
            yval = y.value().to_int();
            if yval.kind() == Kind::Int && yval.sign() < 0 {
                let msg = format!(
                    "invalid operation: negative shift count {}",
                    self.operand_str(y)
                );
                self.err(self.operand_span(y), Code::InvalidShiftCount, msg);
                return x.invalidate();
            }
            if types.is_untyped(y.ty) {
                // The count must be representable as uint, but keeps its type.
                self.representable(y, TypeId::UINT);
                if !y.is_valid() {
                    return x.invalidate();
                }
            }
        } else if types.all_integer(y.ty) {
            if !self.allow_version(GoVersion::GO1_13) && !types.all_unsigned(y.ty) {
                let what = format!(
                    "invalid operation: signed shift count {}",
                    self.operand_str(y)
                );
                self.verify_version(self.operand_span(y), GoVersion::GO1_13, what);
                return x.invalidate();
            }
        } else if types.is_untyped(y.ty) {
            self.convert_untyped(y, TypeId::UINT);
            if !y.is_valid() {
                return x.invalidate();
            }
        } else {
            let msg = format!(
                "invalid operation: shift count {} must be integer",
                self.operand_str(y)
            );
            self.err(self.operand_span(y), Code::InvalidShiftCount, msg);
            return x.invalidate();
        }
        if x.mode == Mode::Constant {
            if y.mode == Mode::Constant {
                if x.value().is_unknown() || y.value().is_unknown() {
                    x.val = Some(Value::Unknown);
                    if !types.is_integer(x.ty) {
                        x.ty = TypeId::UNTYPED_INT;
                    }
                    return;
                }
                let Some(s) = yval.uint64_val().filter(|&s| s <= SHIFT_BOUND) else {
                    let msg = format!(
                        "invalid operation: invalid shift count {}",
                        self.operand_str(y)
                    );
                    self.err(self.operand_span(y), Code::InvalidShiftCount, msg);
                    return x.invalidate();
                };
                if !types.is_integer(x.ty) {
                    x.ty = TypeId::UNTYPED_INT;
                }
                x.val = Some(constant::shift(
                    &xval.unwrap_or(Value::Unknown),
                    const_op(op),
                    s as usize,
                ));
                if let Some(e) = e {
                    x.expr = Some(e);
                }
                let pos = x.expr.map_or(x.pos, |e| self.op_pos(e));
                return self.overflow(x, pos);
            }
            if types.is_untyped(x.ty) {
                // spec: "If the left operand of a non-constant shift expression is an untyped constant, it is first
                // implicitly converted to the type it would assume if the shift expression were replaced by its
                // left operand alone." That type is not known yet.
                self.mark_shift_operand(x);
                x.mode = Mode::Value;
                return;
            }
        }
        if !types.all_integer(x.ty) {
            let msg = format!(
                "invalid operation: shifted operand {} must be integer",
                self.operand_str(x)
            );
            self.err(self.operand_span(x), Code::InvalidShiftOperand, msg);
            return x.invalidate();
        }
        x.mode = Mode::Value;
    }

    /// Compares; in a switch (`switch_case`) the operator is `==` and the message speaks of cases.
    pub(crate) fn comparison(
        &mut self,
        x: &mut Operand,
        y: &mut Operand,
        op: BinaryOp,
        switch_case: bool,
    ) {
        let types = self.types;
        if !types.is_valid(x.ty) || !types.is_valid(y.ty) {
            return x.invalidate();
        }
        let op = if switch_case { BinaryOp::Eql } else { op };
        let mut at_y = false;
        let mut cause = String::new();
        let mut code = Code::MismatchedTypes;
        let ok = 'check: {
            // spec: "In any comparison, the first operand must be assignable to the type of the second operand, or
            // vice versa."
            if self.assignable_to(x, y.ty, None).is_err()
                && self.assignable_to(y, x.ty, None).is_err()
            {
                at_y = true;
                let (xt, yt) = self.type_strs(x.ty, y.ty);
                cause = format!("mismatched types {xt} and {yt}");
                break 'check false;
            }
            code = Code::UndefinedOp;
            if matches!(op, BinaryOp::Eql | BinaryOp::Neq) {
                if x.is_nil() || y.is_nil() {
                    let t = if x.is_nil() { y.ty } else { x.ty };
                    if !types.has_nil(t) {
                        at_y = true;
                        break 'check false;
                    }
                } else if !types.comparable(x.ty) {
                    cause = self.incomparable_cause(x.ty);
                    break 'check false;
                } else if !types.comparable(y.ty) {
                    at_y = true;
                    cause = self.incomparable_cause(y.ty);
                    break 'check false;
                }
            } else if !types.all_ordered(x.ty) {
                break 'check false;
            } else if !types.all_ordered(y.ty) {
                at_y = true;
                break 'check false;
            }
            true
        };
        if ok {
            if x.mode == Mode::Constant && y.mode == Mode::Constant {
                x.val = Some(Value::Bool(constant::compare(
                    &x.value(),
                    const_op(op),
                    &y.value(),
                )));
            } else {
                x.mode = Mode::Value;
                // The operands are materialized at run time: give them their final types.
                let (xt, yt) = (types.default_type(x.ty), types.default_type(y.ty));
                self.update_operand_type(x, xt, true);
                self.update_operand_type(y, yt, true);
            }
            // spec: "Comparison operators compare two operands and yield an untyped boolean value."
            x.ty = TypeId::UNTYPED_BOOL;
            return;
        }
        if cause.is_empty() {
            if types.is_type_param(x.ty) || types.is_type_param(y.ty) {
                if !types.is_type_param(x.ty) {
                    at_y = true;
                }
                let t = if at_y { y.ty } else { x.ty };
                cause = format!(
                    "type parameter {} cannot use operator {}",
                    self.type_str(t),
                    op.as_str()
                );
            } else {
                let t = if at_y { y.ty } else { x.ty };
                let what = match self.types.composite_kind(t) {
                    "" => self.type_str(t),
                    kind => kind.to_string(),
                };
                cause = format!("operator {} not defined on {what}", op.as_str());
            }
        }
        let (xs, ys) = (self.operand_expr_str(x), self.operand_expr_str(y));
        if switch_case {
            let msg = format!("invalid case {xs} in switch on {ys} ({cause})");
            self.err(self.operand_span(x), code, msg);
        } else {
            let msg = format!("invalid operation: {xs} {} {ys} ({cause})", op.as_str());
            self.err(self.operand_span(if at_y { y } else { x }), code, msg);
        }
        x.invalidate();
    }

    /// Why values of the type can not be compared, as far as more can be said than that.
    fn incomparable_cause(&mut self, t: TypeId) -> String {
        if matches!(
            self.types.under(t),
            Type::Slice(_) | Type::Signature(_) | Type::Map { .. }
        ) {
            return format!(
                "{} can only be compared to nil",
                self.types.composite_kind(t)
            );
        }
        match self.types.comparable_type(t, true) {
            Err(NotComparable::StructContaining(f)) => {
                format!("struct containing {} cannot be compared", self.type_str(f))
            }
            Err(NotComparable::Type(a)) => format!("{} cannot be compared", self.type_str(a)),
            Err(NotComparable::EmptyTypeSet) => "empty type set".to_string(),
            Err(NotComparable::IncomparableTypes) => "incomparable types in type set".to_string(),
            Ok(()) | Err(NotComparable::Plain) => String::new(),
        }
    }
}
