//! Calls: conversions, built-in functions, functions and methods; arguments, and instantiation of generic functions.

use super::Checker;
use super::ExprKindOf;
use super::GoVersion;
use super::Mode;
use super::Operand;
use super::error::ErrorDesc;
use super::expr::ModeSet;
use crate::base::Span;
use crate::diag::Code;
use crate::syntax::ast::ExprId;
use crate::syntax::ast::ExprKind;
use crate::types::BuiltinExprKind;
use crate::types::Param;
use crate::types::Signature;
use crate::types::Type;
use crate::types::TypeId;
use crate::types::TypeMap;

/// The parts of a call expression.
#[derive(Clone, Copy)]
pub(crate) struct Call<'a> {
    /// The call.
    pub e: ExprId,
    /// What is called.
    pub fun: ExprId,
    /// The arguments.
    pub args: &'a [ExprId],
    /// Whether the last one is followed by `...`.
    pub has_dots: bool,
}

impl<'a> Checker<'a> {
    /// The parts of a call.
    pub(crate) fn as_call(&self, e: ExprId) -> Option<Call<'a>> {
        match &self.file.expr(e).kind {
            ExprKind::CallExpr {
                fun,
                args,
                has_dots,
                ..
            } => Some(Call {
                e,
                fun: *fun,
                args,
                has_dots: *has_dots,
            }),
            _ => None,
        }
    }

    /// Checks a call.
    pub(crate) fn call_expr(&mut self, x: &mut Operand, e: ExprId) -> ExprKindOf {
        let Some(call) = self.as_call(e) else {
            return ExprKindOf::Statement;
        };
        let file = self.file;
        let mut inst: Option<ExprId> = None;
        if matches!(file.expr(call.fun).kind, ExprKind::IndexExpr { .. }) {
            if self.index_expr(x, call.fun) {
                // The instantiation is left to the check of the arguments, which infers what is missing.
                inst = Some(call.fun);
            }
            x.expr = Some(call.fun);
            self.record(x);
        } else {
            self.expr_or_type(x, call.fun, true);
        }
        match x.mode {
            Mode::Invalid => {
                self.use_exprs(call.args);
                x.expr = Some(e);
                return ExprKindOf::Statement;
            }
            Mode::TypExpr => {
                self.conversion_call(x, call);
                return ExprKindOf::Conversion;
            }
            Mode::Builtin => {
                let Some(id) = x.id else {
                    return ExprKindOf::Statement;
                };
                if !self.builtin(x, call, id) {
                    x.invalidate();
                }
                x.expr = Some(e);
                if x.is_valid() && x.mode != Mode::Constant {
                    self.env.has_call_or_recv = true;
                }
                return match id.kind() {
                    BuiltinExprKind::Expression => ExprKindOf::Expression,
                    BuiltinExprKind::Statement => ExprKindOf::Statement,
                };
            }
            _ => {}
        }
        if !call.args.is_empty() && !self.conf.library {
            self.note_atomic(call);
        }
        let types = self.types;
        let callee = self.common_under_if(x.ty, |check, pair| match pair {
            Some((t, u)) if !matches!(check.types.get(u), Type::Signature(_)) => {
                Some(format!("{} is not a function", check.type_str(t)))
            }
            _ => None,
        });
        let mut sig = match callee {
            Ok(sig) => sig,
            Err(cause) => {
                let msg = format!(
                    "invalid operation: cannot call {}: {cause}",
                    self.operand_str(x)
                );
                self.err(self.operand_span(x), Code::InvalidCall, msg);
                // gc leaves the arguments alone here.
                x.invalidate();
                x.expr = Some(e);
                return ExprKindOf::Statement;
            }
        };
        let want = types.tparams(sig).len();
        let was_generic = want > 0;
        let mut xlist: &[ExprId] = &[];
        let mut targs: Vec<TypeId> = Vec::new();
        if let Some(inst) = inst {
            xlist = self.type_args_of(inst);
            let list = self.type_list(xlist);
            let ok = match list {
                Some(list) => {
                    targs = list;
                    if targs.len() > want {
                        let msg = format!("got {} type arguments but want {want}", targs.len());
                        self.err(self.expr_span(xlist[want]), Code::WrongTypeArgCount, msg);
                    }
                    targs.len() <= want
                }
                None => false,
            };
            if !ok {
                self.use_exprs(call.args);
                x.invalidate();
                x.expr = Some(e);
                return ExprKindOf::Statement;
            }
            if targs.len() == want && want > 0 {
                // Nothing is left to infer: the arguments are those of an ordinary function.
                let at = self.expr_pos(inst);
                self.verify_version(at, GoVersion::GO1_18, "function instantiation");
                sig =
                    self.instantiate_signature(self.expr_pos(inst), Some(inst), sig, &targs, xlist);
                targs = Vec::new();
                xlist = &[];
            }
        }
        let (mut args, atargs) = self.generic_expr_list(call.args);
        let sig = self.arguments(call, sig, targs, xlist, &mut args, &atargs);
        let Type::Signature(s) = types.get(sig) else {
            x.invalidate();
            return ExprKindOf::Statement;
        };
        if was_generic && s.tparams.is_empty() {
            self.record_type_and_value(call.fun, Mode::Value, sig, None);
        }
        match &*s.results {
            [] => x.mode = Mode::NoValue,
            [one] => {
                x.mode = Mode::Value;
                if !self.is_complete(one.ty) {
                    x.invalidate();
                    x.expr = Some(e);
                    return ExprKindOf::Statement;
                }
                x.ty = one.ty;
            }
            several => {
                x.mode = Mode::Value;
                x.ty = types.tuple(several.to_vec());
            }
        }
        x.expr = Some(e);
        self.env.has_call_or_recv = true;
        let callee = file
            .as_ident(call.fun)
            .and_then(|id| self.lookup(file.name_of(id)));
        let external = callee.is_some_and(|o| types.object(o).func().is_some_and(|f| !f.has_body));
        self.note_call(s, external);
        // Inference failed: the result mentions type parameters of the callee.
        if x.mode == Mode::Value && !s.tparams.is_empty() && self.mentions_any(x.ty, &s.tparams) {
            x.invalidate();
        }
        ExprKindOf::Statement
    }

    /// `T(x)`
    fn conversion_call(&mut self, x: &mut Operand, call: Call<'a>) {
        self.non_generic(None, x);
        if !x.is_valid() {
            return;
        }
        let t = x.ty;
        x.invalidate();
        if !self.is_complete(t) {
            x.expr = Some(call.e);
            return;
        }
        match call.args {
            [] => {
                let msg = format!("missing argument in conversion to {}", self.type_str(t));
                self.err(self.call_err_pos(call), Code::WrongArgCount, msg);
            }
            [arg] => {
                let target = self.new_target(Some(t), "conversion");
                self.expr(target.as_ref(), x, *arg);
                if x.is_valid() {
                    let under = self.types.underlying(t);
                    if self.types.is_non_type_param_interface(t)
                        && !self.types.type_set(under).is_method_set()
                    {
                        let msg = format!(
                            "cannot use interface {} in conversion (contains specific type constraints or is comparable)",
                            self.type_str(t)
                        );
                        self.err(self.expr_span(call.e), Code::MisplacedConstraintIface, msg);
                    } else if call.has_dots {
                        let msg =
                            format!("invalid use of ... in conversion to {}", self.type_str(t));
                        self.err(self.expr_span(*arg), Code::BadDotDotDotSyntax, msg);
                    } else {
                        let from = x.ty;
                        self.conversion(x, t);
                        if x.is_valid() {
                            self.unsafe_conversion(call, from, t);
                        }
                    }
                }
            }
            [.., last] => {
                self.use_exprs(call.args);
                let msg = format!("too many arguments in conversion to {}", self.type_str(t));
                self.err(self.expr_span(*last), Code::WrongArgCount, msg);
            }
        }
        x.expr = Some(call.e);
    }

    /// Where gc reports mistakes of a call as a whole.
    pub(crate) fn call_err_pos(&self, call: Call<'a>) -> Span {
        self.expr_span(call.e)
    }

    /// Checks a list of expressions; a single one may have several values.
    pub(crate) fn expr_list(&mut self, list: &[ExprId]) -> Vec<Operand> {
        if let [one] = list {
            return self.multi_expr(*one, false).0;
        }
        list.iter()
            .map(|e| {
                let mut x = Operand::default();
                self.expr(None, &mut x, *e);
                x
            })
            .collect()
    }

    /// Like [`Checker::expr_list`], but values may be generic functions; for those with some type arguments the second
    /// list holds them.
    fn generic_expr_list(&mut self, list: &[ExprId]) -> (Vec<Operand>, Vec<Vec<TypeId>>) {
        let single = list.len() == 1;
        let mut operands = Vec::with_capacity(list.len());
        let mut targs = Vec::new();
        for &e in list {
            let mut x = Operand::default();
            let mut partial = Vec::new();
            if matches!(self.file.expr(e).kind, ExprKind::IndexExpr { .. }) {
                if self.index_expr(&mut x, e) {
                    let pos = self.operand_pos(&x);
                    let infer = !self.allow_version(GoVersion::GO1_21);
                    match self.func_inst(None, pos, &mut x, Some(e), infer) {
                        Some(t) => {
                            partial = t;
                            x.expr = Some(e);
                        }
                        None => self.record(&x),
                    }
                } else {
                    // An ordinary index expression, already checked.
                    x.expr = Some(e);
                    self.record(&x);
                    self.exclude(&mut x, ModeSet::NOT_VALUE);
                    self.single_value(&mut x);
                }
            } else if single {
                self.raw_expr(None, &mut x, e, None, true);
                self.exclude(&mut x, ModeSet::NOT_VALUE);
                if x.is_valid()
                    && let Type::Tuple(vars) = self.types.get(x.ty)
                {
                    let values = vars
                        .iter()
                        .map(|v| Operand::of(Mode::Value, e, v.ty))
                        .collect();
                    return (values, Vec::new());
                }
            } else {
                self.generic_expr(&mut x, e, None);
            }
            operands.push(x);
            targs.push(partial);
        }
        (operands, targs)
    }

    /// Checks arguments against a signature, inferring missing type arguments of the callee and of generic functions
    /// among the arguments. The result is the signature, instantiated if it was generic; after an error it is `sig`.
    pub(crate) fn arguments(
        &mut self,
        call: Call<'a>,
        sig: TypeId,
        targs: Vec<TypeId>,
        xlist: &[ExprId],
        args: &mut [Operand],
        atargs: &[Vec<TypeId>],
    ) -> TypeId {
        let types = self.types;
        let Type::Signature(s) = types.get(sig) else {
            return sig;
        };
        let nargs = args.len();
        let mut npars = s.params.len();
        let mut params: Vec<Param> = s.params.to_vec();
        let mut adjusted = false;
        if s.variadic {
            if call.has_dots {
                if call.args.len() == 1 && nargs > 1 {
                    let msg = format!(
                        "cannot use ... with {nargs}-valued {}",
                        self.expr_str(call.args[0])
                    );
                    self.err(self.expr_span(call.e), Code::InvalidDotDotDot, msg);
                    return sig;
                }
            } else if nargs + 1 >= npars {
                // One parameter for each argument in place of the `...` one.
                if let Some(last) = params.pop() {
                    let elem = match types.get(last.ty) {
                        Type::Slice(e) => *e,
                        _ => last.ty,
                    };
                    params.resize(
                        nargs,
                        Param {
                            name: last.name,
                            ty: elem,
                        },
                    );
                }
                adjusted = true;
                npars = nargs;
            } else {
                npars -= 1;
            }
        } else if call.has_dots {
            let msg = format!(
                "cannot use ... in call to non-variadic {}",
                self.expr_str(call.fun)
            );
            self.err(self.expr_span(call.e), Code::NonVariadicDotDotDot, msg);
            return sig;
        }
        if nargs != npars {
            let (at, qualifier) = if nargs > npars {
                (self.operand_span(&args[npars]), "too many")
            } else if nargs > 0 {
                (self.operand_span(&args[nargs - 1]), "not enough")
            } else {
                (self.call_err_pos(call), "not enough")
            };
            let have: Vec<TypeId> = args.iter().map(|a| a.ty).collect();
            let want: Vec<TypeId> = s.params.iter().map(|p| p.ty).collect();
            let msg = format!(
                "{qualifier} arguments in call to {}\n\thave {}\n\twant {}",
                self.expr_str(call.fun),
                self.types_summary(&have, false, call.has_dots),
                self.types_summary(&want, s.variadic, false)
            );
            self.err(at, Code::WrongArgCount, msg);
            return sig;
        }
        // Type parameters: first the callee's, then those of each generic argument, all renamed so that recursive
        // calls and repeated arguments do not meet themselves.
        let n = s.tparams.len();
        let mut tparams: Vec<TypeId> = Vec::new();
        let mut known: Vec<Option<TypeId>> = Vec::new();
        if n > 0 {
            if !self.allow_version(GoVersion::GO1_18) {
                let (at, what) =
                    if matches!(self.file.expr(call.fun).kind, ExprKind::IndexExpr { .. }) {
                        (self.expr_span(call.fun), "function instantiation")
                    } else {
                        (self.expr_span(call.e), "implicit function instantiation")
                    };
                self.verify_version(at, GoVersion::GO1_18, what);
            }
            tparams = types.rename_tparams(&s.tparams, &TypeMap::empty());
            let map = TypeMap::new(&s.tparams, &tparams);
            params = types.subst_params(&params, &map).into_vec();
            known = (0..n).map(|i| targs.get(i).copied()).collect();
        }
        let mut generic_args: Vec<usize> = Vec::new();
        for (i, arg) in args.iter_mut().enumerate() {
            if !arg.is_valid() {
                continue;
            }
            let Type::Signature(asig) = types.get(arg.ty) else {
                continue;
            };
            if asig.tparams.is_empty() {
                continue;
            }
            let fresh = types.rename_tparams(&asig.tparams, &TypeMap::empty());
            let map = TypeMap::new(&asig.tparams, &fresh);
            arg.ty = types.signature(Signature {
                tparams: fresh.clone().into(),
                params: types.subst_params(&asig.params, &map),
                results: types.subst_params(&asig.results, &map),
                variadic: asig.variadic,
            });
            let partial = atargs.get(i).map_or(&[][..], |l| l);
            known.extend((0..fresh.len()).map(|j| partial.get(j).copied()));
            tparams.extend(fresh);
            generic_args.push(i);
        }
        if let Some(&i) = generic_args.first() {
            let at = self.operand_span(&args[i]);
            self.verify_version(
                at,
                GoVersion::GO1_21,
                "implicitly instantiated function as argument",
            );
        }
        let mut result = sig;
        if !tparams.is_empty() {
            let mut err = ErrorDesc::new(Code::CannotInferTypeArgs);
            let at = self.expr_pos(call.e);
            let wants: Vec<TypeId> = params.iter().map(|p| p.ty).collect();
            let Some(inferred) = self.infer(at, &tparams, &known, &wants, args, false, &mut err)
            else {
                if let Some(first) = err.desc.first_mut() {
                    first.1 = format!(
                        "in call to {}, {}",
                        self.file.expr_string(call.fun, self.types.interner()),
                        first.1
                    );
                }
                self.report(err);
                return sig;
            };
            if n > 0 {
                let pos = self.expr_pos(call.e);
                result =
                    self.instantiate_signature(pos, Some(call.fun), sig, &inferred[..n], xlist);
                if adjusted {
                    params = types
                        .subst_params(&params, &TypeMap::new(&tparams[..n], &inferred[..n]))
                        .into_vec();
                } else if let Type::Signature(r) = types.get(result) {
                    params = r.params.to_vec();
                }
            }
            let mut j = n;
            for i in generic_args {
                let k = j + types.tparams(args[i].ty).len();
                let (pos, e) = (self.expr_pos(call.e), args[i].expr);
                args[i].ty = self.instantiate_signature(pos, e, args[i].ty, &inferred[j..k], &[]);
                self.record(&args[i]);
                j = k;
            }
        }
        if !args.is_empty() {
            let context = format!("argument to {}", self.expr_str(call.fun));
            for (a, p) in args.iter_mut().zip(&params) {
                self.assignment(a, Some(p.ty), &context);
            }
        }
        result
    }

    /// Checks expressions for their own sake after another error, so that what they mention counts as used. True if
    /// they have no errors.
    pub(crate) fn use_exprs(&mut self, list: &[ExprId]) -> bool {
        self.use_each(list, false)
    }

    /// Like [`Checker::use_exprs`] for left sides of assignments: a variable alone does not count as used.
    pub(crate) fn use_lhs(&mut self, list: &[ExprId]) -> bool {
        self.use_each(list, true)
    }

    fn use_each(&mut self, list: &[ExprId], lhs: bool) -> bool {
        let mut ok = true;
        for &e in list {
            ok &= self.use_one(e, lhs);
        }
        ok
    }

    fn use_one(&mut self, e: ExprId, lhs: bool) -> bool {
        let mut x = Operand {
            mode: Mode::Value,
            ..Operand::default()
        };
        let inner = self.file.unparen(e);
        match &self.file.expr(inner).kind {
            ExprKind::Ident(id) => {
                if self.file.name_of(*id) == crate::base::sym::UNDERSCORE {
                    return true;
                }
                let v = if lhs { self.own_var(*id) } else { None };
                let used = v.is_some_and(|v| self.is_used(v));
                self.expr_or_type(&mut x, inner, true);
                if let Some(v) = v {
                    self.restore_used(v, used);
                }
            }
            ExprKind::KeyValueExpr { value, .. } => return self.use_one(*value, lhs),
            _ => {
                self.raw_expr(None, &mut x, e, None, true);
            }
        }
        x.is_valid()
    }
}
