//! Initialization and assignment.

use hashbrown::HashSet;

use super::Checker;
use super::Mode;
use super::Operand;
use super::error::measure;
use crate::base::Span;
use crate::base::Symbol;
use crate::base::sym;
use crate::diag::Code;
use crate::syntax::ast::ExprId;
use crate::syntax::ast::ExprKind;
use crate::syntax::ast::IdentId;
use crate::syntax::ast::StmtId;
use crate::types::ObjectId;
use crate::types::Type;
use crate::types::TypeId;
use crate::types::VarFlags;
use crate::types::VarKind;

/// What the left side of an assignment is.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Lhs {
    /// The blank identifier.
    Blank,
    /// Something wrong, reported.
    Invalid,
    /// A variable or map element of this type.
    Typed(TypeId),
}

impl<'a> Checker<'a> {
    /// Checks that `x` can be assigned to a variable of type `t` (none: to the blank identifier), converting it if it is
    /// untyped. `context` says in a message where that is.
    pub(crate) fn assignment(&mut self, x: &mut Operand, t: Option<TypeId>, context: &str) {
        self.single_value(x);
        let types = self.types;
        match x.mode {
            Mode::Invalid => return,
            Mode::NilValue
            | Mode::Constant
            | Mode::Variable
            | Mode::MapIndex
            | Mode::Value
            | Mode::CommaOk => {}
            Mode::NoValue | Mode::Builtin | Mode::TypExpr => {
                let ts = t.map_or("<nil>".to_string(), |t| self.type_str(t));
                let msg = format!("cannot assign {} to {ts} in {context}", self.operand_str(x));
                self.err(self.operand_span(x), Code::IncompatibleAssign, msg);
                return x.invalidate();
            }
        }
        if types.is_untyped(x.ty) {
            let mut target = t;
            // spec: "If an untyped constant is assigned to a variable of interface type or the blank identifier, the
            // constant is first implicitly converted to type bool, rune, int, float64, complex128 or string
            // respectively".
            if x.is_nil() {
                if t.is_none() {
                    let msg = format!("use of untyped nil in {context}");
                    self.err(self.operand_span(x), Code::UntypedNilUse, msg);
                    return x.invalidate();
                }
            } else if t.is_none_or(|t| types.is_non_type_param_interface(t)) {
                target = Some(types.default_type(x.ty));
            }
            let target = target.unwrap_or(TypeId::INVALID);
            match self.implicit_type_and_value(x, target) {
                Err(code) => {
                    let mut msg = format!(
                        "cannot use {} as {} value in {context}",
                        self.operand_str(x),
                        self.type_str(target)
                    );
                    let code = match code {
                        Code::TruncatedFloat => {
                            msg.push_str(" (truncated)");
                            code
                        }
                        Code::NumericOverflow => {
                            msg.push_str(" (overflows)");
                            code
                        }
                        _ => Code::IncompatibleAssign,
                    };
                    self.err(self.operand_span(x), code, msg);
                    return x.invalidate();
                }
                Ok((ty, val)) => self.set_implicit(x, ty, val),
            }
        }
        let target = self.new_target(t, context);
        self.non_generic(target.as_ref(), x);
        if !x.is_valid() {
            return;
        }
        let Some(t) = t else { return };
        let mut cause = String::new();
        if let Err(code) = self.assignable_to(x, t, Some(&mut cause)) {
            let mut msg = format!(
                "cannot use {} as {} value in {context}",
                self.operand_str(x),
                self.type_str(t)
            );
            if !cause.is_empty() {
                msg.push_str(": ");
                msg.push_str(&cause);
            }
            self.err(self.operand_span(x), code, msg);
            x.invalidate();
        }
    }

    /// Initializes the constant `lhs`, which gets the type of `x` if it has none.
    pub(crate) fn init_const(&mut self, lhs: ObjectId, x: &mut Operand) {
        let types = self.types;
        let obj = types.object(lhs);
        let lhs_valid = obj.ty().is_none_or(|t| types.is_valid(t));
        if !x.is_valid() || !types.is_valid(x.ty) || !lhs_valid {
            if obj.ty().is_none() {
                obj.set_ty(TypeId::INVALID);
            }
            return;
        }
        if x.mode != Mode::Constant {
            let msg = format!("{} is not constant", self.operand_str(x));
            self.err(self.operand_span(x), Code::InvalidConstInit, msg);
            if obj.ty().is_none() {
                obj.set_ty(TypeId::INVALID);
            }
            return;
        }
        let ty = obj.ty().unwrap_or(x.ty);
        obj.set_ty(ty);
        self.assignment(x, Some(ty), "constant declaration");
        if x.is_valid() {
            obj.set_const_val(x.value());
        }
    }

    /// Initializes the variable `lhs`, which gets the type of `x` if it has none.
    pub(crate) fn init_var(&mut self, lhs: ObjectId, x: &mut Operand, context: &str) {
        let types = self.types;
        let obj = types.object(lhs);
        let lhs_valid = obj.ty().is_none_or(|t| types.is_valid(t));
        if !x.is_valid() || !types.is_valid(x.ty) || !lhs_valid {
            if obj.ty().is_none() {
                obj.set_ty(TypeId::INVALID);
            }
            return x.invalidate();
        }
        let ty = match obj.ty() {
            Some(ty) => ty,
            None => {
                if x.ty == TypeId::UNTYPED_NIL {
                    let msg = format!("use of untyped nil in {context}");
                    self.err(self.operand_span(x), Code::UntypedNilUse, msg);
                    obj.set_ty(TypeId::INVALID);
                    return x.invalidate();
                }
                let ty = types.default_type(x.ty);
                obj.set_ty(ty);
                ty
            }
        };
        self.assignment(x, Some(ty), context);
    }

    /// The variable of this package that an identifier denotes, if it denotes one.
    pub(crate) fn own_var(&self, id: IdentId) -> Option<ObjectId> {
        let o = self.lookup(self.file.name_of(id))?;
        let obj = self.types.object(o);
        (obj.is_var() && obj.pkg == Some(self.pkg)).then_some(o)
    }

    /// Checks the left side of an assignment; a variable alone is not used by it.
    fn lhs_var(&mut self, lhs: ExprId) -> Lhs {
        let file = self.file;
        let ident = file.as_ident(file.unparen(lhs));
        if ident.is_some_and(|id| file.name_of(id) == sym::UNDERSCORE) {
            return Lhs::Blank;
        }
        let v = ident.and_then(|id| self.own_var(id));
        let used = v.is_some_and(|v| self.is_used(v));
        let mut x = Operand::default();
        self.note_written(lhs);
        self.expr(None, &mut x, lhs);
        if let Some(v) = v {
            self.restore_used(v, used);
        }
        if !x.is_valid() || !self.types.is_valid(x.ty) {
            return Lhs::Invalid;
        }
        // spec: "Each left-hand side operand must be addressable, a map index expression, or (for = assignments only)
        // the blank identifier."
        match x.mode {
            Mode::Variable => {
                self.mark_assigned(lhs);
                Lhs::Typed(x.ty)
            }
            Mode::MapIndex => Lhs::Typed(x.ty),
            _ => {
                if let Some(e) = x.expr
                    && let ExprKind::SelectorExpr { x: base, .. } = file.expr(e).kind
                {
                    let mut op = Operand::default();
                    self.expr(None, &mut op, base);
                    if op.mode == Mode::MapIndex {
                        let msg =
                            format!("cannot assign to struct field {} in map", self.expr_str(e));
                        self.err(self.operand_span(&x), Code::UnaddressableFieldAssign, msg);
                        return Lhs::Invalid;
                    }
                }
                let msg = format!(
                    "cannot assign to {} (neither addressable nor a map index expression)",
                    self.operand_expr_str(&x)
                );
                self.err(self.operand_span(&x), Code::UnassignableOperand, msg);
                Lhs::Invalid
            }
        }
    }

    /// Checks `lhs = rhs`.
    fn assign_expr(&mut self, lhs: ExprId, rhs: ExprId, context: &str) {
        let t = self.lhs_var(lhs);
        if t == Lhs::Invalid {
            self.use_exprs(&[rhs]);
            return;
        }
        let mut target = None;
        if let Lhs::Typed(t) = t
            && matches!(self.types.under(t), Type::Signature(_))
        {
            let desc = self.expr_str(lhs);
            target = self.new_target(Some(t), &desc);
        }
        let mut x = Operand::default();
        self.expr(target.as_ref(), &mut x, rhs);
        self.assign_checked(t, &mut x, context);
    }

    /// Checks `lhs = x` for a checked operand.
    pub(crate) fn assign_var(&mut self, lhs: ExprId, x: &mut Operand, context: &str) {
        let t = self.lhs_var(lhs);
        self.assign_checked(t, x, context);
    }

    fn assign_checked(&mut self, t: Lhs, x: &mut Operand, context: &str) {
        match t {
            Lhs::Invalid => x.invalidate(),
            Lhs::Typed(t) => self.assignment(x, Some(t), context),
            Lhs::Blank if context == "assignment" => {
                self.assignment(x, None, "assignment to _ identifier")
            }
            Lhs::Blank => self.assignment(x, None, context),
        }
    }

    /// Types as messages about numbers of values show them: `(int, number, ...string)`.
    pub(crate) fn types_summary(&self, list: &[TypeId], variadic: bool, has_dots: bool) -> String {
        let types = self.types;
        let mut out = Vec::new();
        for (i, &t) in list.iter().enumerate() {
            let show = |t: TypeId| {
                if !types.is_valid(t) {
                    "unknown type".to_string()
                } else if types.is_untyped(t) {
                    if types.is_numeric(t) {
                        "number".to_string()
                    } else {
                        types
                            .basic_kind(t)
                            .map_or("", |k| k.name())
                            .replace("untyped ", "")
                    }
                } else {
                    self.type_str(t)
                }
            };
            let mut s = show(t);
            if i + 1 == list.len() {
                if variadic {
                    if let Type::Slice(e) = types.get(t) {
                        s = self.type_str(*e);
                    }
                    s = format!("...{s}");
                } else if has_dots {
                    s.push_str("...");
                }
            }
            out.push(s);
        }
        format!("({})", out.join(", "))
    }

    fn assign_error(&mut self, rhs: &[ExprId], l: usize, r: usize) {
        let (vars, vals) = (measure(l, "variable"), measure(r, "value"));
        let Some(&rhs0) = rhs.first() else { return };
        let msg = match (rhs.len(), self.as_call(self.file.unparen(rhs0))) {
            (1, Some(call)) => {
                format!(
                    "assignment mismatch: {vars} but {} returns {vals}",
                    self.expr_str(call.fun)
                )
            }
            _ => format!("assignment mismatch: {vars} but {vals}"),
        };
        self.err(self.expr_span(rhs0), Code::WrongAssignCount, msg);
    }

    fn return_error(&mut self, at: Span, lhs: &[ObjectId], rhs: &[Operand]) {
        let (l, r) = (lhs.len(), rhs.len());
        let (at, qualifier) = if r > l {
            (self.operand_span(&rhs[l]), "too many")
        } else if r > 0 {
            (self.operand_span(&rhs[r - 1]), "not enough")
        } else {
            (at, "not enough")
        };
        let have: Vec<TypeId> = rhs.iter().map(|x| x.ty).collect();
        let want: Vec<TypeId> = lhs
            .iter()
            .map(|v| self.types.object(*v).ty_or_invalid())
            .collect();
        let msg = format!(
            "{qualifier} return values\n\thave {}\n\twant {}",
            self.types_summary(&have, false, false),
            self.types_summary(&want, false, false)
        );
        self.err(at, Code::WrongResultCount, msg);
    }

    /// Whether a single expression is a call, which may have several values.
    fn is_single_call(&self, rhs: &[ExprId]) -> bool {
        rhs.len() == 1 && self.as_call(self.file.unparen(rhs[0])).is_some()
    }

    /// Initializes variables; for a return statement, the results of the function.
    pub(crate) fn init_vars(&mut self, lhs: &[ObjectId], rhs: &[ExprId], returns: Option<StmtId>) {
        let (l, r) = (lhs.len(), rhs.len());
        let context = if returns.is_some() {
            "return statement"
        } else if l > 1 {
            "multiple assignment"
        } else {
            "assignment"
        };
        if l == r && !self.is_single_call(rhs) {
            for (&v, &e) in lhs.iter().zip(rhs) {
                let obj = self.types.object(v);
                let desc = match self.types.str(obj.name) {
                    "" if returns.is_some() => "result variable",
                    name => name,
                };
                let target = self.new_target(obj.ty(), desc);
                let mut x = Operand::default();
                self.expr(target.as_ref(), &mut x, e);
                self.init_var(v, &mut x, context);
            }
            return;
        }
        if r != 1 {
            if self.use_exprs(rhs) {
                match returns {
                    Some(at) => {
                        let values = self.expr_list(rhs);
                        self.return_error(self.stmt_span(at), lhs, &values);
                    }
                    None => self.assign_error(rhs, l, r),
                }
            }
            return self.set_untyped_invalid(lhs);
        }
        let (mut values, comma_ok) = self.multi_expr(rhs[0], l == 2 && returns.is_none());
        let r = values.len();
        if l == r {
            for (&v, x) in lhs.iter().zip(&mut values) {
                self.init_var(v, x, context);
            }
            self.record_comma_ok(comma_ok, rhs[0], &values);
            return;
        }
        if values[0].is_valid() {
            match returns {
                Some(at) => self.return_error(self.stmt_span(at), lhs, &values),
                None => self.assign_error(rhs, l, r),
            }
        }
        self.set_untyped_invalid(lhs);
    }

    fn set_untyped_invalid(&mut self, vars: &[ObjectId]) {
        for &v in vars {
            let obj = self.types.object(v);
            if obj.ty().is_none() {
                obj.set_ty(TypeId::INVALID);
            }
        }
    }

    fn record_comma_ok(&mut self, comma_ok: bool, e: ExprId, values: &[Operand]) {
        if let [a, b] = values
            && comma_ok
            && a.is_valid()
            && b.is_valid()
        {
            self.record_comma_ok_types(e, a.ty, b.ty);
        }
    }

    /// Checks `lhs = rhs` for lists.
    pub(crate) fn assign_vars(&mut self, lhs: &[ExprId], rhs: &[ExprId]) {
        let (l, r) = (lhs.len(), rhs.len());
        let context = if l > 1 {
            "multiple assignment"
        } else {
            "assignment"
        };
        if l == r && !self.is_single_call(rhs) {
            for (&v, &e) in lhs.iter().zip(rhs) {
                self.assign_expr(v, e, context);
            }
            return;
        }
        if r != 1 {
            let ok_lhs = self.use_lhs(lhs);
            let ok_rhs = self.use_exprs(rhs);
            if ok_lhs && ok_rhs {
                self.assign_error(rhs, l, r);
            }
            return;
        }
        let (mut values, comma_ok) = self.multi_expr(rhs[0], l == 2);
        let r = values.len();
        if l == r {
            for (&v, x) in lhs.iter().zip(&mut values) {
                self.assign_var(v, x, context);
            }
            self.record_comma_ok(comma_ok, rhs[0], &values);
            return;
        }
        if values[0].is_valid() {
            self.assign_error(rhs, l, r);
        }
        self.use_lhs(lhs);
    }

    /// Checks `lhs := rhs`, whose operator is at `pos`.
    pub(crate) fn short_var_decl(&mut self, pos: Span, lhs: &[ExprId], rhs: &[ExprId]) {
        let (types, file) = (self.types, self.file);
        let top = self.delayed_count();
        let scope = self.env.scope;
        let mut seen: HashSet<Symbol> = HashSet::new();
        let mut vars: Vec<ObjectId> = Vec::with_capacity(lhs.len());
        let mut new_vars: Vec<ObjectId> = Vec::new();
        let mut has_err = false;
        for &e in lhs {
            let Some(id) = file.as_ident(e) else {
                self.use_lhs(&[e]);
                let msg = format!("non-name {} on left side of :=", self.expr_str(e));
                self.err(self.expr_span(e), Code::BadDecl, msg);
                has_err = true;
                vars.push(self.dummy_var(self.expr_span(e)));
                continue;
            };
            let name = file.name_of(id);
            if name != sym::UNDERSCORE {
                if !seen.insert(name) {
                    let msg = format!("{} repeated on left side of :=", types.str(name));
                    self.err(self.expr_span(e), Code::RepeatedDecl, msg);
                    has_err = true;
                    vars.push(self.dummy_var(self.expr_span(e)));
                    continue;
                }
                if let Some(alt) = types.scope(scope).lookup(name) {
                    self.record_use(id, alt);
                    if types.object(alt).is_var() {
                        self.mark_assigned(e);
                        vars.push(alt);
                    } else {
                        let msg = format!("cannot assign to {}", types.str(name));
                        self.err(self.expr_span(e), Code::UnassignableOperand, msg);
                        has_err = true;
                        vars.push(self.dummy_var(self.expr_span(e)));
                    }
                    continue;
                }
            }
            let v = types.new_var(
                VarKind::Local,
                file.ident(id).span,
                Some(self.pkg),
                name,
                None,
            );
            if name != sym::UNDERSCORE {
                new_vars.push(v);
            }
            self.record_def(id, v);
            vars.push(v);
        }
        self.init_vars(&vars, rhs, None);
        // Function literals on the right do not see the new variables.
        self.process_delayed(top);
        if new_vars.is_empty() && !has_err {
            self.err(pos, Code::NoNewVar, "no new variables on left side of :=");
            return;
        }
        for v in new_vars {
            self.declare_local(scope, v);
        }
    }

    /// A variable in place of one that could not be declared.
    pub(crate) fn dummy_var(&self, at: Span) -> ObjectId {
        self.types
            .new_var(VarKind::Local, at, Some(self.pkg), sym::UNDERSCORE, None)
    }

    /// Notes an assignment to the variable at the root of an addressable expression.
    fn mark_assigned(&mut self, lhs: ExprId) {
        self.mark_root_var(lhs, VarFlags::REASSIGNED);
    }
}
