//! Statements and function bodies.

use std::rc::Rc;

use hashbrown::HashMap;

use super::Checker;
use super::Environment;
use super::ExprKindOf;
use super::FuncSig;
use super::Mode;
use super::Operand;
use super::error::ErrorDesc;
use super::literals::ConstKey;
use super::resolver::DeclIdx;
use crate::base::Span;
use crate::base::Symbol;
use crate::base::sym;
use crate::constant::Kind;
use crate::constant::Value;
use crate::diag::Code;
use crate::syntax::ast::BinaryOp;
use crate::syntax::ast::Block;
use crate::syntax::ast::CaseClauseId;
use crate::syntax::ast::Clauses;
use crate::syntax::ast::CommClauseId;
use crate::syntax::ast::ExprId;
use crate::syntax::ast::ExprKind;
use crate::syntax::ast::IdentId;
use crate::syntax::ast::StmtId;
use crate::syntax::ast::StmtKind;
use crate::syntax::ast::UnaryOp;
use crate::types::ObjectId;
use crate::types::ObjectKind;
use crate::types::TypeId;
use crate::types::VarFlags;
use crate::types::VarKind;

impl<'a> Checker<'a> {
    /// Checks the body of a function declaration or literal. `decl` is the package-level declaration it belongs to,
    /// `iota` the value of iota for a literal in a constant declaration. For a literal,
    /// [`Checker::begin_func_lit`] comes first; the type parameters around and the literals around are kept.
    pub fn func_body(
        &mut self,
        decl: Option<DeclIdx>,
        _name: Symbol,
        sig: Rc<FuncSig>,
        body: &'a Block,
        iota: Option<Value>,
    ) {
        let env = Environment {
            decl,
            iota,
            sig: Some(sig.clone()),
            outer_tparams: self.env.outer_tparams.clone(),
            func_lits: self.env.func_lits.clone(),
            ..Environment::new(sig.scope, self.env.version)
        };
        let outer = std::mem::replace(&mut self.env, env);
        let first_var = self.local_vars.len();
        self.stmt_list(&body.stmts);
        if self.env.has_branch {
            self.branch_targets(body);
        }
        if !sig.results.is_empty() && !self.is_terminating_list(&body.stmts, None) {
            self.err(body.rbrace, Code::MissingReturn, "missing return");
        }
        if !self.prompt {
            self.usage(first_var);
        }
        self.env = outer;
    }

    /// Reports the variables declared since `first` that are not used.
    fn usage(&mut self, first: usize) {
        let types = self.types;
        let mut unused: Vec<ObjectId> = self.local_vars.split_off(first);
        unused.retain(|v| types.object(*v).name != sym::UNDERSCORE && !self.is_used(*v));
        // Outer scopes come first, as in gc, which drops repetitions by the order of discovery.
        unused.sort_by_cached_key(|v| {
            let obj = types.object(*v);
            let mut path = Vec::new();
            let mut scope = obj.parent();
            while let Some(s) = scope {
                path.push(s);
                scope = types.scope(s).parent;
            }
            path.reverse();
            (path, obj.pos.lo)
        });
        for v in unused {
            let msg = format!("declared and not used: {}", types.name(v));
            self.err(types.object(v).pos, Code::UnusedVar, msg);
        }
    }

    /// Checks statements in the current scope.
    pub(crate) fn stmt_list(&mut self, list: &'a [StmtId]) {
        for &s in list {
            self.stmt(s);
        }
    }

    pub(crate) fn block(&mut self, b: &'a Block) {
        self.open_scope();
        self.stmt_list(&b.stmts);
        self.close_scope();
    }

    fn simple_stmt(&mut self, s: Option<StmtId>) {
        if let Some(s) = s {
            self.stmt(s);
        }
    }

    /// Checks a statement, then the function literals in it.
    pub(crate) fn stmt(&mut self, s: StmtId) {
        let top = self.delayed_count();
        let outer_end = std::mem::replace(&mut self.env.stmt_end, self.file.stmt(s).span.hi);
        self.stmt_internal(s);
        self.env.stmt_end = outer_end;
        self.process_delayed(top);
    }

    fn stmt_internal(&mut self, s: StmtId) {
        let file = self.file;
        match &file.stmt(s).kind {
            StmtKind::BadStmt | StmtKind::EmptyStmt => {}
            StmtKind::DeclStmt { decls } => self.decl_stmt(decls),
            StmtKind::LabeledStmt { stmt, .. } => {
                self.env.has_label = true;
                self.stmt(*stmt);
            }
            StmtKind::ExprStmt { x } if self.at_prompt() => self.prompt_expr(*x),
            StmtKind::ExprStmt { x } => self.expr_stmt(*x),
            StmtKind::SendStmt { chan, value } => {
                let (mut ch, mut val) = (Operand::default(), Operand::default());
                self.expr(None, &mut ch, *chan);
                self.generic_expr(&mut val, *value, None);
                if !ch.is_valid() || !val.is_valid() {
                    return;
                }
                if let Some(elem) = self.chan_elem(self.stmt_span(s), &ch, false) {
                    self.assignment(&mut val, Some(elem), "send");
                }
            }
            StmtKind::IncDecStmt { x: lhs, inc } => {
                let mut x = Operand::default();
                self.expr(None, &mut x, *lhs);
                if !x.is_valid() {
                    return;
                }
                if !self.types.all_numeric(x.ty) {
                    let op = if *inc { "++" } else { "--" };
                    let msg = format!(
                        "invalid operation: {}{op} (non-numeric type {})",
                        self.expr_str(*lhs),
                        self.type_str(x.ty)
                    );
                    self.err(self.expr_span(*lhs), Code::NonNumericIncDec, msg);
                    return;
                }
                self.assign_var(*lhs, &mut x, "assignment");
            }
            StmtKind::AssignStmt {
                lhs,
                op: None,
                define: false,
                rhs,
            } => self.assign_vars(lhs, rhs),
            StmtKind::AssignStmt {
                lhs,
                op: None,
                define: true,
                rhs,
            } if self.at_prompt() => self.prompt_define(lhs, rhs),
            StmtKind::AssignStmt {
                lhs,
                op: None,
                define: true,
                rhs,
            } => {
                self.short_var_decl(file.stmt(s).pos.span(), lhs, rhs);
            }
            StmtKind::AssignStmt {
                lhs,
                op: Some(op),
                rhs,
                ..
            } => {
                let (&[l], &[r]) = (&**lhs, &**rhs) else {
                    let msg = format!(
                        "assignment operation {} requires single-valued expressions",
                        op.as_str()
                    );
                    self.err(self.stmt_span(s), Code::InvalidSyntaxTree, msg);
                    return;
                };
                let mut x = Operand::default();
                self.binary(&mut x, None, l, r, *op);
                self.assign_var(l, &mut x, "assignment");
            }
            StmtKind::GoStmt { call } => self.suspended_call("go", *call),
            StmtKind::DeferStmt { call } => self.suspended_call("defer", *call),
            StmtKind::ReturnStmt { results } => self.return_stmt(s, results),
            // The parser checks misplaced branches.
            StmtKind::BranchStmt { .. } => self.env.has_branch = true,
            StmtKind::BlockStmt(b) => self.block(b),
            StmtKind::IfStmt {
                init,
                cond,
                then,
                els,
            } => {
                self.open_scope();
                self.simple_stmt(*init);
                self.condition(*cond, "if");
                self.block(then);
                self.simple_stmt(*els);
                self.close_scope();
            }
            StmtKind::SwitchStmt { init, tag, body } => {
                self.open_scope();
                self.simple_stmt(*init);
                self.switch_stmt(*tag, body);
                self.close_scope();
            }
            StmtKind::TypeSwitchStmt {
                init,
                bind,
                x,
                body,
                ..
            } => {
                self.open_scope();
                self.simple_stmt(*init);
                self.type_switch_stmt(*bind, *x, body);
                self.close_scope();
            }
            StmtKind::SelectStmt { body } => self.select_stmt(body),
            StmtKind::ForStmt {
                init,
                cond,
                post,
                body,
            } => {
                self.open_scope();
                // The variables are new in every iteration.
                self.env.loop_depth += 1;
                self.simple_stmt(*init);
                if let Some(cond) = cond {
                    self.condition(*cond, "for");
                }
                self.simple_stmt(*post);
                self.block(body);
                self.env.loop_depth -= 1;
                self.close_scope();
            }
            StmtKind::RangeStmt { .. } => self.range_stmt(s),
        }
    }

    fn condition(&mut self, cond: ExprId, what: &str) {
        let mut x = Operand::default();
        self.expr(None, &mut x, cond);
        if x.is_valid() && !self.types.all_boolean(x.ty) {
            let msg = format!("non-boolean condition in {what} statement");
            self.err(self.expr_span(cond), Code::InvalidCond, msg);
        }
    }

    /// spec: "With the exception of specific built-in functions, function and method calls and receive operations can
    /// appear in statement context. Such statements may be parenthesized."
    fn expr_stmt(&mut self, e: ExprId) {
        let mut x = Operand::default();
        let kind = self.raw_expr(None, &mut x, e, None, false);
        let (what, code) = match x.mode {
            Mode::Builtin => ("must be called", Code::UncalledBuiltin),
            Mode::TypExpr => ("is not an expression", Code::NotAnExpr),
            _ if kind == ExprKindOf::Statement => return,
            _ => ("is not used", Code::UnusedExpr),
        };
        let msg = format!("{} {what}", self.operand_str(&x));
        self.err(self.operand_span(&x), code, msg);
    }

    /// The call of a go or defer statement.
    fn suspended_call(&mut self, keyword: &str, call: ExprId) {
        let code = if keyword == "go" {
            Code::InvalidGo
        } else {
            Code::InvalidDefer
        };
        if self.as_call(call).is_none() {
            let msg = format!("expression in {keyword} must be function call");
            self.err(self.expr_span(call), code, msg);
            self.use_exprs(&[call]);
            return;
        }
        let mut x = Operand::default();
        let (what, code) = match self.raw_expr(None, &mut x, call, None, false) {
            ExprKindOf::Conversion => ("requires function call, not conversion", code),
            ExprKindOf::Expression => ("discards result of", Code::UnusedResults),
            ExprKindOf::Statement => return,
        };
        let msg = format!("{keyword} {what} {}", self.operand_str(&x));
        self.err(self.operand_span(&x), code, msg);
    }

    fn return_stmt(&mut self, s: StmtId, results: &[ExprId]) {
        let types = self.types;
        let Some(sig) = self.env.sig.clone() else {
            self.use_exprs(results);
            return;
        };
        let named = sig
            .results
            .first()
            .is_some_and(|v| types.object(*v).name != sym::EMPTY);
        if results.is_empty() && named {
            // spec: "Implementation restriction: A compiler may disallow an empty expression list in a "return"
            // statement if a different entity (constant, type, or variable) with the same name as a result parameter
            // is in scope at the place of the return."
            for &v in &sig.results {
                let name = types.object(v).name;
                if let Some(alt) = self.lookup(name)
                    && alt != v
                    && name != sym::UNDERSCORE
                {
                    let mut err = ErrorDesc::new(Code::OutOfScopeResult);
                    let text = types.str(name);
                    err.add(
                        self.stmt_span(s),
                        format!("result parameter {text} not in scope at return"),
                    );
                    err.add(
                        self.object_span(alt),
                        format!("inner declaration of {}", self.object_str(v)),
                    );
                    self.report(err);
                }
            }
            return;
        }
        if !results.is_empty() || !sig.results.is_empty() {
            self.init_vars(&sig.results, results, Some(s));
        }
    }

    fn multiple_defaults(&mut self, defaults: Vec<Span>) {
        let Some((&first, rest)) = defaults.split_first() else {
            return;
        };
        for &at in rest {
            let msg = format!("multiple defaults (first at {})", self.pos_str(first));
            self.err(at, Code::DuplicateDefault, msg);
        }
    }

    fn select_stmt(&mut self, body: &'a Clauses<CommClauseId>) {
        let file = self.file;
        let defaults = body
            .list
            .iter()
            .map(|c| file.comm(*c))
            .filter(|c| c.comm.is_none());
        self.multiple_defaults(defaults.map(|c| Span::new(c.pos, c.colon)).collect());
        for &c in &body.list {
            let clause = file.comm(c);
            if let Some(comm) = clause.comm
                && !self.is_comm(comm)
            {
                let msg = "select case must be send or receive (possibly with assignment)";
                self.err(self.stmt_span(comm), Code::InvalidSelectCase, msg);
                continue;
            }
            self.open_scope();
            self.simple_stmt(clause.comm);
            self.stmt_list(&clause.body);
            self.close_scope();
        }
    }

    /// Whether a statement is a send, a receive or the assignment of a receive.
    fn is_comm(&self, s: StmtId) -> bool {
        let rhs = match &self.file.stmt(s).kind {
            StmtKind::SendStmt { .. } => return true,
            StmtKind::AssignStmt { rhs, .. } => match **rhs {
                [rhs] => rhs,
                _ => return false,
            },
            StmtKind::ExprStmt { x } => *x,
            _ => return false,
        };
        matches!(
            self.file.expr(self.file.unparen(rhs)).kind,
            ExprKind::UnaryExpr {
                op: UnaryOp::Recv,
                ..
            }
        )
    }

    fn switch_stmt(&mut self, tag: Option<ExprId>, body: &'a Clauses<CaseClauseId>) {
        let (types, file) = (self.types, self.file);
        let mut x = Operand::default();
        match tag {
            Some(tag) => {
                self.expr(None, &mut x, tag);
                // As if the value were assigned to an invisible variable.
                self.assignment(&mut x, None, "switch expression");
                if x.is_valid() && !types.comparable(x.ty) && !types.has_nil(x.ty) {
                    let msg = format!(
                        "cannot switch on {} ({} is not comparable)",
                        self.operand_str(&x),
                        self.type_str(x.ty)
                    );
                    self.err(self.operand_span(&x), Code::InvalidExprSwitch, msg);
                    x.invalidate();
                }
            }
            None => {
                // spec: "A missing switch expression is equivalent to the boolean value true."
                let pos = body.list.first().map_or(body.rbrace, |c| file.case(*c).pos);
                x = Operand::dummy(Mode::Constant, pos, "true", TypeId::BOOL);
                x.val = Some(Value::Bool(true));
            }
        }
        self.case_defaults(body);
        let mut seen: HashMap<ConstKey, Vec<(Span, TypeId)>> = HashMap::new();
        for &c in &body.list {
            let clause = file.case(c);
            self.case_values(&mut x, clause.exprs.as_deref().unwrap_or(&[]), &mut seen);
            self.open_scope();
            self.stmt_list(&clause.body);
            self.close_scope();
        }
    }

    fn case_defaults(&mut self, body: &Clauses<CaseClauseId>) {
        let file = self.file;
        let defaults = body
            .list
            .iter()
            .map(|c| file.case(*c))
            .filter(|c| c.exprs.is_none());
        self.multiple_defaults(defaults.map(|c| Span::new(c.pos, c.colon)).collect());
    }

    fn case_values(
        &mut self,
        x: &mut Operand,
        values: &[ExprId],
        seen: &mut HashMap<ConstKey, Vec<(Span, TypeId)>>,
    ) {
        for &e in values {
            let mut v = Operand::default();
            self.expr(None, &mut v, e);
            if !x.is_valid() || !v.is_valid() {
                continue;
            }
            self.convert_untyped(&mut v, x.ty);
            if !v.is_valid() {
                continue;
            }
            // The case comes first, so that errors are reported there.
            let mut res = v.clone();
            self.comparison(&mut res, x, BinaryOp::Eql, true);
            if !res.is_valid() || v.mode != Mode::Constant {
                continue;
            }
            let val = v.value();
            if !matches!(val.kind(), Kind::Int | Kind::Float | Kind::String) {
                continue;
            }
            let list = seen.entry(ConstKey::of(&val)).or_default();
            let previous = list
                .iter()
                .find(|(_, t)| self.types.identical(v.ty, *t))
                .map(|p| p.0);
            match previous {
                Some(previous) => {
                    let mut err = ErrorDesc::new(Code::DuplicateCase);
                    let msg = format!(
                        "duplicate case {} in expression switch",
                        self.operand_str(&v)
                    );
                    err.add(self.operand_span(&v), msg);
                    err.add(previous, "previous case");
                    self.report(err);
                }
                None => list.push((self.expr_pos(e), v.ty)),
            }
        }
    }

    fn type_switch_stmt(
        &mut self,
        bind: Option<IdentId>,
        x: ExprId,
        body: &'a Clauses<CaseClauseId>,
    ) {
        let (types, file) = (self.types, self.file);
        let mut bind = bind;
        if let Some(id) = bind
            && file.name_of(id) == sym::UNDERSCORE
        {
            self.err(
                self.ident_span(id),
                Code::NoNewVar,
                "no new variable on left side of :=",
            );
            bind = None;
        }
        let mut op = Operand::default();
        self.expr(None, &mut op, x);
        let mut sx = None;
        if op.is_valid() {
            if types.is_type_param(op.ty) {
                let msg = format!(
                    "cannot use type switch on type parameter value {}",
                    self.operand_str(&op)
                );
                self.err(self.operand_span(&op), Code::InvalidTypeSwitch, msg);
            } else if types.is_interface(op.ty) {
                sx = Some(op);
            } else {
                let msg = format!("{} is not an interface", self.operand_str(&op));
                self.err(self.operand_span(&op), Code::InvalidTypeSwitch, msg);
            }
        }
        self.case_defaults(body);
        let mut vars: Vec<ObjectId> = Vec::new();
        let mut seen: Vec<(Option<TypeId>, ExprId)> = Vec::new();
        for &c in &body.list {
            let clause = file.case(c);
            let t = self.case_types(
                sx.as_ref(),
                clause.exprs.as_deref().unwrap_or(&[]),
                &mut seen,
            );
            let scope = self.open_scope();
            if let Some(id) = bind {
                let name = file.name_of(id);
                let v = types.new_var(
                    VarKind::Local,
                    self.ident_span(id),
                    Some(self.pkg),
                    name,
                    Some(t),
                );
                self.declare_local(scope, v);
                self.info().clause_vars.insert(c, v);
                vars.push(v);
            }
            self.stmt_list(&clause.body);
            self.close_scope();
        }
        // All the variables count as one.
        if let Some(id) = bind {
            // Function literals in the clauses have been checked with their statements.
            let used = vars.iter().any(|v| self.is_used(*v));
            for v in &vars {
                types.object(*v).set_var_flags(VarFlags::USED);
            }
            if !used && !self.prompt {
                let msg = format!("{} declared and not used", self.ident_str(id));
                self.err(self.ident_span(id), Code::UnusedVar, msg);
            }
        }
    }

    /// Checks the types of a case; the result is the type of the variable that the clause binds.
    fn case_types(
        &mut self,
        x: Option<&Operand>,
        list: &[ExprId],
        seen: &mut Vec<(Option<TypeId>, ExprId)>,
    ) -> TypeId {
        let types = self.types;
        let mut t: Option<TypeId> = None;
        for &e in list {
            if self.denotes_nil(e) {
                t = None;
                let mut nil = Operand::default();
                self.expr(None, &mut nil, e);
            } else {
                let ty = self.var_type(e);
                t = Some(ty);
                if !types.is_valid(ty) {
                    continue;
                }
            }
            let previous = seen.iter().find(|(s, _)| match (s, t) {
                (None, None) => true,
                (Some(s), Some(t)) => types.identical(*s, t),
                _ => false,
            });
            if let Some(&(_, previous)) = previous {
                let what = t.map_or("nil".to_string(), |t| self.type_str(t));
                let mut err = ErrorDesc::new(Code::DuplicateCase);
                err.add(
                    self.expr_span(e),
                    format!("duplicate case {what} in type switch"),
                );
                err.add(self.expr_span(previous), "previous case");
                self.report(err);
                continue;
            }
            seen.push((t, e));
            if let (Some(x), Some(t)) = (x, t) {
                self.type_assertion(e, x, t, true);
            }
        }
        // spec: "In clauses with a case listing exactly one type, the variable has that type; otherwise, the variable
        // has the type of the expression in the TypeSwitchGuard."
        match t {
            Some(t) if list.len() == 1 => t,
            _ => x.map_or(TypeId::INVALID, |x| x.ty),
        }
    }

    /// Whether the expression is the predeclared nil.
    fn denotes_nil(&self, e: ExprId) -> bool {
        let Some(id) = self.file.as_ident(self.file.unparen(e)) else {
            return false;
        };
        let obj = self.lookup(self.file.name_of(id));
        obj.is_some_and(|o| matches!(self.types.object(o).kind, ObjectKind::Nil))
    }
}
