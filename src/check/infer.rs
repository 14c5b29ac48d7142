//! Inference of type arguments: from typed arguments, from constraints, from untyped constants, then by substituting
//! what was found in what mentions other type parameters.

use std::cell::RefCell;

use hashbrown::HashMap;
use hashbrown::HashSet;

use crate::base::Span;
use crate::types::Term;
use crate::types::Type;
use crate::types::TypeId;
use crate::types::TypeMap;
use crate::types::Types;

use super::Checker;
use super::ErrorDesc;
use super::GoVersion;
use super::Operand;
use super::unify::Unifier;
use super::unify::UnifyMode;

impl<'a> Checker<'a> {
    /// Infers the type arguments of `tparams` (some may be given) from arguments for parameters of types `params`.
    /// None if that fails; then `err` says why. `reverse` says that the arguments are what the function is assigned
    /// to, for the message.
    pub fn infer(
        &mut self,
        pos: Span,
        tparams: &[TypeId],
        targs: &[Option<TypeId>],
        params: &[TypeId],
        args: &[Operand],
        reverse: bool,
        err: &mut ErrorDesc,
    ) -> Option<Vec<TypeId>> {
        let types = self.types;
        let n = tparams.len();
        let mut targs: Vec<Option<TypeId>> = targs.to_vec();
        targs.resize(n, None);
        if targs.iter().all(Option::is_some) {
            return Some(targs.into_iter().flatten().collect());
        }
        if args.iter().any(|a| !a.is_valid()) {
            return None;
        }
        let map = TypeMap::partial(tparams, &targs);
        let params = types.subst_list(params, &map);
        let mut u = Unifier::new(
            types,
            tparams,
            &targs,
            self.allow_version(GoVersion::GO1_21),
        );

        // Typed arguments give types; untyped constants wait.
        let mut untyped: Vec<usize> = Vec::new();
        for (i, arg) in args.iter().enumerate() {
            let par = params[i];
            if !is_parameterized(types, tparams, par) && !is_parameterized(types, tparams, arg.ty) {
                continue;
            }
            if types.is_typed(arg.ty) {
                let ok = u.unify(par, arg.ty, UnifyMode::ASSIGN, &mut |o| self.obj_decl(o));
                if !ok {
                    self.infer_mismatch(&u, tparams, par, arg, reverse, err);
                    return None;
                }
            } else if matches!(types.get(par), Type::TypeParam(_)) && !arg.is_nil() {
                untyped.push(i);
            }
        }

        // Constraints give types, as long as they add something.
        loop {
            let unknown = u.unknowns();
            for &tpar in tparams {
                let tx = u.at(tpar);
                if let Some((core, single)) = core_term(types, tpar) {
                    match tx {
                        Some(tx) => {
                            let ok =
                                u.unify(tx, core.ty, UnifyMode::INEXACT, &mut |o| self.obj_decl(o));
                            if !ok {
                                let (p, t, b) = (
                                    self.type_str(tpar),
                                    self.type_str(tx),
                                    self.constraint_str(tpar),
                                );
                                err.add(pos, format!("{p} (type {t}) does not satisfy {b}"));
                                return None;
                            }
                        }
                        None if single && !core.tilde => u.set(tpar, core.ty),
                        None => {}
                    }
                }
                if let Some(tx) = tx {
                    if !is_parameterized(types, tparams, tx) {
                        if let Err(cause) = self.unify_methods(&mut u, tx, tpar) {
                            let (p, t, b) = (
                                self.type_str(tpar),
                                self.type_str(tx),
                                self.constraint_str(tpar),
                            );
                            err.add(pos, format!("{p} (type {t}) does not satisfy {b} {cause}"));
                            return None;
                        }
                    }
                }
            }
            if u.unknowns() == unknown {
                break;
            }
        }

        // Untyped constants give their default types, the largest kind where there are several.
        let mut max_untyped: Vec<(TypeId, TypeId)> = Vec::new();
        for &i in &untyped {
            let tpar = params[i];
            if u.at(tpar).is_some() {
                continue;
            }
            let arg = &args[i];
            match max_untyped.iter_mut().find(|m| m.0 == tpar) {
                None => max_untyped.push((tpar, arg.ty)),
                Some(m) => match types.max_type(m.1, arg.ty) {
                    Some(t) => m.1 = t,
                    None => {
                        let (a, b) = (self.type_str(m.1), self.type_str(arg.ty));
                        let p = self.type_str(tpar);
                        let msg = format!("mismatched types {a} and {b} (cannot infer {p})");
                        err.add(self.operand_span(arg), msg);
                        return None;
                    }
                },
            }
        }
        for (tpar, t) in max_untyped {
            u.set(tpar, types.default_type(t));
        }

        // Types that mention other type parameters are completed, unless they mention each other in a circle.
        let mut inferred = u.inferred(tparams);
        kill_cycles(types, tparams, &mut inferred);
        let mut dirty: Vec<usize> = (0..n)
            .filter(|i| inferred[*i].is_some() && targs[*i].is_none())
            .collect();
        while !dirty.is_empty() {
            let map = TypeMap::partial(tparams, &inferred);
            dirty.retain(|&i| {
                let Some(t0) = inferred[i] else { return false };
                let mut t1 = types.subst(t0, &map);
                if t1 == t0 {
                    return false;
                }
                if let Type::Signature(s) = types.get(t1) {
                    if !s.tparams.is_empty() && !is_parameterized(types, tparams, t1) {
                        t1 = types.signature(crate::types::Signature {
                            tparams: Box::default(),
                            ..s.clone()
                        });
                    }
                }
                inferred[i] = Some(t1);
                true
            });
        }
        let mut out = Vec::with_capacity(n);
        for (i, t) in inferred.iter().enumerate() {
            match t {
                Some(t) if !is_parameterized(types, tparams, *t) => out.push(*t),
                _ => {
                    let Type::TypeParam(p) = types.get(tparams[i]) else {
                        return None;
                    };
                    let at = self.pos_str(self.object_span(p.obj));
                    err.add(
                        pos,
                        format!("cannot infer {} (declared at {at})", types.name(p.obj)),
                    );
                    return None;
                }
            }
        }
        Some(out)
    }

    fn constraint_str(&self, tpar: TypeId) -> String {
        match self.types.get(tpar) {
            Type::TypeParam(p) => self.type_str(p.bound().unwrap_or(TypeId::INVALID)),
            _ => String::new(),
        }
    }

    fn infer_mismatch(
        &self,
        u: &Unifier<'_>,
        tparams: &[TypeId],
        tpar: TypeId,
        arg: &Operand,
        reverse: bool,
        err: &mut ErrorDesc,
    ) {
        let types = self.types;
        let found = u.inferred(tparams);
        let at = self.operand_span(arg);
        let targ = self.type_str(arg.ty);
        let expr = self.operand_expr_str(arg);
        let tp = self.type_str(tpar);
        if found.iter().all(Option::is_none) {
            let names = self.type_params_string(tparams);
            err.add(
                at,
                format!("type {targ} of {expr} does not match {tp} (cannot infer {names})"),
            );
            return;
        }
        let inferred = types.subst(tpar, &TypeMap::partial(tparams, &found));
        if inferred == tpar {
            err.add(at, format!("type {targ} of {expr} does not match {tp}"));
            return;
        }
        let inf = self.type_str(inferred);
        if reverse {
            err.add(
                at,
                format!("inferred type {inf} for {tp} does not match type {targ} of {expr}"),
            );
        } else {
            err.add(
                at,
                format!("type {targ} of {expr} does not match inferred type {inf} for {tp}"),
            );
        }
    }

    /// Unifies the methods of `tx` with those its constraint asks for.
    fn unify_methods(
        &mut self,
        u: &mut Unifier<'_>,
        tx: TypeId,
        tpar: TypeId,
    ) -> Result<(), String> {
        let types = self.types;
        let iface = types.underlying(tpar);
        if types.type_set(iface).methods.is_empty() {
            return Ok(());
        }
        let this = RefCell::new(&mut *self);
        let missing = types.missing_method(
            tx,
            iface,
            true,
            &mut |a, b| {
                u.unify(a, b, UnifyMode::EXACT, &mut |o| {
                    this.borrow_mut().obj_decl(o)
                })
            },
            &mut |o| this.borrow_mut().obj_decl(o),
        );
        match missing {
            Some(m) if !types.has_invalid_embedded_fields(tx) => {
                Err(self.missing_method_cause(tx, iface, &m))
            }
            _ => Ok(()),
        }
    }

    /// Fresh copies of type parameters, and a type in terms of them.
    pub fn rename_tparams(&self, tparams: &[TypeId], t: TypeId) -> (Vec<TypeId>, TypeId) {
        if tparams.is_empty() {
            return (Vec::new(), t);
        }
        let fresh = self.types.rename_tparams(tparams, &TypeMap::empty());
        let t = self.types.subst(t, &TypeMap::new(tparams, &fresh));
        (fresh, t)
    }

    /// `A`, `A and B`, `A, B, and C`.
    pub fn type_params_string(&self, tparams: &[TypeId]) -> String {
        let names: Vec<&str> = tparams
            .iter()
            .map(|t| match self.types.get(*t) {
                Type::TypeParam(p) => self.types.name(p.obj),
                _ => "",
            })
            .collect();
        match &names[..] {
            [] => String::new(),
            [a] => a.to_string(),
            [a, b] => format!("{a} and {b}"),
            [most @ .., last] => format!("{}, and {last}", most.join(", ")),
        }
    }
}

/// Whether a type mentions any of the type parameters.
pub(crate) fn is_parameterized(types: &Types, tparams: &[TypeId], t: TypeId) -> bool {
    mentions(types, tparams, t, &mut HashMap::new())
}

fn mentions(
    types: &Types,
    tparams: &[TypeId],
    t: TypeId,
    seen: &mut HashMap<TypeId, bool>,
) -> bool {
    if !types.is_parameterized(t) {
        return false;
    }
    if let Some(r) = seen.get(&t) {
        return *r;
    }
    seen.insert(t, false);
    let mut sub = |x: TypeId| mentions(types, tparams, x, seen);
    let r = match types.get(t) {
        Type::Basic(_) | Type::Union(_) => false,
        Type::Alias(_) => sub(types.unalias(t)),
        Type::Array { elem, .. }
        | Type::Slice(elem)
        | Type::Pointer(elem)
        | Type::Chan { elem, .. } => sub(*elem),
        Type::Map { key, elem } => sub(*key) || sub(*elem),
        Type::Struct(s) => s.fields.iter().any(|f| sub(f.ty)),
        Type::Tuple(ps) => ps.iter().any(|p| sub(p.ty)),
        Type::Signature(s) => s.params.iter().chain(&s.results).any(|p| sub(p.ty)),
        Type::Interface(_) => {
            let set = types.type_set(t);
            set.methods.iter().any(|m| sub(m.sig))
                || set
                    .specific()
                    .is_some_and(|ts| ts.iter().any(|x| sub(x.ty)))
        }
        Type::Named(n) => n.targs.iter().any(|x| sub(*x)),
        Type::TypeParam(_) => tparams.contains(&t),
    };
    seen.insert(t, r);
    r
}

/// The single type of a constraint, or the underlying type its types have in common; and whether it is single.
fn core_term(types: &Types, tpar: TypeId) -> Option<(Term, bool)> {
    let terms = types.param_terms(tpar)?;
    if let [single] = terms[..] {
        return Some((single, true));
    }
    let tilde = terms.iter().any(|t| t.tilde);
    types.core_type(tpar).map(|ty| (Term { tilde, ty }, false))
}

/// Forgets the types of type parameters that lead back to themselves.
fn kill_cycles(types: &Types, tparams: &[TypeId], inferred: &mut [Option<TypeId>]) {
    for &t in tparams {
        find_cycle(types, tparams, inferred, t, &mut HashSet::new());
    }
}

fn find_cycle(
    types: &Types,
    tparams: &[TypeId],
    inferred: &mut [Option<TypeId>],
    t: TypeId,
    active: &mut HashSet<TypeId>,
) {
    let t = types.unalias(t);
    if !types.is_parameterized(t) {
        return;
    }
    if !active.insert(t) {
        if let Some(i) = tparams.iter().position(|p| *p == t) {
            inferred[i] = None;
        }
        return;
    }
    let mut sub = |x: TypeId| find_cycle(types, tparams, inferred, x, active);
    match types.get(t) {
        Type::Array { elem, .. }
        | Type::Slice(elem)
        | Type::Pointer(elem)
        | Type::Chan { elem, .. } => sub(*elem),
        Type::Map { key, elem } => {
            sub(*key);
            sub(*elem);
        }
        Type::Struct(s) => s.fields.iter().for_each(|f| sub(f.ty)),
        Type::Signature(s) => s.params.iter().chain(&s.results).for_each(|p| sub(p.ty)),
        Type::Union(ts) => ts.iter().for_each(|x| sub(x.ty)),
        Type::Interface(i) => {
            i.methods.iter().for_each(|m| sub(m.sig));
            i.embeddeds.iter().for_each(|e| sub(e.ty));
        }
        Type::Named(n) => n.targs.iter().for_each(|x| sub(*x)),
        Type::TypeParam(_) => {
            if let Some(i) = tparams.iter().position(|p| *p == t) {
                if let Some(x) = inferred[i] {
                    find_cycle(types, tparams, inferred, x, active);
                }
            }
        }
        _ => {}
    }
    active.remove(&t);
}
