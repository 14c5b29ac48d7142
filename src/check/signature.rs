//! Function types: receivers, type parameters, parameters and results.

use crate::base::Symbol;
use crate::base::sym;
use crate::diag::Code;
use crate::syntax::ast;
use crate::syntax::ast::ExprId;
use crate::syntax::ast::ExprKind;
use crate::syntax::ast::FieldId;
use crate::syntax::ast::IdentId;
use crate::types::BasicKind;
use crate::types::ObjectId;
use crate::types::Param;
use crate::types::Receiver;
use crate::types::Signature;
use crate::types::Type;
use crate::types::TypeId;
use crate::types::TypeMap;
use crate::types::VarKind;

use super::Checker;
use super::FuncSig;
use super::GoVersion;
use super::Mode;
use super::error::measure;

struct Vars {
    idents: Vec<Option<IdentId>>,
    vars: Vec<ObjectId>,
    params: Vec<Param>,
    variadic: bool,
}

impl<'a> Checker<'a> {
    /// Checks the type of a function, with receiver and type parameters of the declaration of `func`.
    pub fn func_type(
        &mut self,
        func: Option<ObjectId>,
        recv: Option<FieldId>,
        tparams: Option<&'a ast::FieldList>,
        ftyp: ExprId,
    ) -> (FuncSig, Option<Receiver>) {
        let types = self.types;
        let file: &'a ast::File = self.file;
        let saved = self.env.scope;
        let scope = self.open_scope();
        types.scope(scope).set_func();
        let receiver = recv.map(|r| self.collect_recv(r));
        let mut all_tparams: Vec<TypeId> = receiver
            .as_ref()
            .map_or(Vec::new(), |r| r.1.tparams.to_vec());
        let own = tparams.map_or(Vec::new(), |l| {
            self.collect_type_params(l, |c, ts| {
                if let Some(o) = func {
                    let sig = Signature {
                        tparams: ts.into(),
                        ..Signature::default()
                    };
                    c.types.object(o).set_ty(c.types.signature(sig));
                }
            })
        });
        all_tparams.extend(&own);
        let (params, results) = match &file.expr(ftyp).kind {
            ExprKind::FuncType { params, results } => (
                self.collect_params(VarKind::Param, params),
                self.collect_params(VarKind::Result, results),
            ),
            _ => (Vars::none(), Vars::none()),
        };
        if let Some((ident, r)) = &receiver {
            if let Some(id) = ident {
                self.declare(scope, Some(*id), r.var);
            } else {
                self.note_local(r.var);
            }
        }
        for vars in [&params, &results] {
            for (ident, v) in vars.idents.iter().zip(&vars.vars) {
                match ident {
                    Some(id) => self.declare(scope, Some(*id), *v),
                    None => self.note_local(*v),
                }
            }
        }
        let ty = types.signature(Signature {
            tparams: own.into(),
            params: params.params.into(),
            results: results.params.into(),
            variadic: params.variadic,
        });
        self.env.scope = saved;
        let sig = FuncSig {
            ty,
            scope,
            recv: receiver.as_ref().map(|r| r.1.var),
            tparams: all_tparams,
            params: params.vars,
            results: results.vars,
        };
        (sig, receiver.map(|r| r.1))
    }

    fn collect_recv(&mut self, field: FieldId) -> (Option<IdentId>, Receiver) {
        let types = self.types;
        let file: &'a ast::File = self.file;
        let rparam = file.field(field);
        let u = self.unpack_recv(rparam.ty);
        let mut recv_type = TypeId::INVALID;
        let mut tparams: Vec<TypeId> = Vec::new();
        match u.tparams {
            None => {
                recv_type = self.var_type(rparam.ty);
                let mut a = types_unpointer(self, recv_type);
                while let Type::Alias(alias) = types.get(a) {
                    let Some(rhs) = alias.rhs() else { break };
                    let base = types_unpointer(self, rhs);
                    if !types.tparams(base).is_empty() {
                        let msg = format!(
                            "cannot define new methods on instantiated type {}",
                            self.type_str(base)
                        );
                        self.err(self.expr_span(u.base), Code::InvalidRecv, msg);
                        recv_type = TypeId::INVALID;
                        break;
                    }
                    a = base;
                }
            }
            Some(names) => {
                let mut base_type = None;
                let base_span = self.expr_span(u.base);
                match self.generic_type(u.base) {
                    Ok(t) if types.is_valid(t) => match types.get(t) {
                        Type::Named(_) => base_type = Some(t),
                        _ => {
                            let msg = format!(
                                "cannot define new methods on generic alias type {}",
                                self.type_str(t)
                            );
                            self.err(base_span, Code::InvalidRecv, msg);
                        }
                    },
                    Ok(_) => {}
                    Err(cause) => self.err(base_span, Code::InvalidRecv, cause),
                }
                for (i, name) in names.into_iter().enumerate() {
                    let t = match name {
                        Ok(id) => {
                            let t = self.declare_type_param(id, i as u32);
                            if let Type::TypeParam(p) = types.get(t) {
                                self.record_use(id, p.obj);
                            }
                            t
                        }
                        Err(e) => {
                            if !matches!(file.expr(e).kind, ExprKind::BadExpr) {
                                let s = self.expr_str(e);
                                let msg =
                                    format!("receiver type parameter {s} must be an identifier");
                                self.err(self.expr_span(e), Code::BadDecl, msg);
                            }
                            let o = types.new_type_name(
                                self.expr_span(e),
                                Some(self.pkg),
                                sym::UNDERSCORE,
                            );
                            types.new_type_param(o, i as u32, Some(TypeId::INVALID))
                        }
                    };
                    tparams.push(t);
                }
                if let Some(base) = base_type {
                    let base_tparams = types.tparams(base);
                    if base_tparams.len() == tparams.len() {
                        let map = TypeMap::new(base_tparams, &tparams);
                        for (p, bp) in tparams.iter().zip(base_tparams) {
                            self.mono.record_canon(*p, *bp);
                            if let Type::TypeParam(b) = types.get(*bp) {
                                let bound = b.bound().unwrap_or(TypeId::INVALID);
                                types.set_bound(*p, types.subst(bound, &map));
                            }
                        }
                    } else {
                        let got = measure(tparams.len(), "type parameter");
                        let want = base_tparams.len();
                        let msg = format!(
                            "receiver declares {got}, but receiver base type declares {want}"
                        );
                        self.err(base_span, Code::BadRecv, msg);
                    }
                    self.verify_version(base_span, GoVersion::GO1_18, "type instantiation");
                    recv_type = types.instantiate(base, &tparams);
                    self.record_instance(u.base, &tparams, recv_type);
                    if u.ptr && types.is_valid(recv_type) {
                        recv_type = types.pointer(recv_type);
                    }
                    self.record_recv_types(rparam.ty, recv_type);
                }
            }
        }
        let (ident, name, pos) = match rparam.names.first() {
            Some(&n) => (Some(n), file.name_of(n), self.ident_span(n)),
            None => (None, sym::EMPTY, rparam.span),
        };
        let var = types.new_var(VarKind::Recv, pos, Some(self.pkg), name, Some(recv_type));
        let base_span = self.expr_span(u.base);
        self.later(move |c| c.valid_recv(base_span, recv_type));
        (ident, Receiver::new(recv_type, tparams, var))
    }

    fn record_recv_types(&mut self, e: ExprId, t: TypeId) {
        let (mut e, mut t) = (e, t);
        loop {
            self.record_type_and_value(e, Mode::TypExpr, t, None);
            match self.file.expr(e).kind {
                ExprKind::ParenExpr { x } => e = x,
                ExprKind::StarExpr { x } => {
                    let (base, is_ptr) = self.types.deref(t);
                    if !is_ptr {
                        return;
                    }
                    (e, t) = (x, base);
                }
                _ => return,
            }
        }
    }

    fn collect_params(&mut self, kind: VarKind, list: &'a ast::FieldList) -> Vars {
        let types = self.types;
        let file: &'a ast::File = self.file;
        let mut out = Vars::none();
        let last = list.list.len().saturating_sub(1);
        for (i, &f) in list.list.iter().enumerate() {
            let field = file.field(f);
            let mut ftype = field.ty;
            let mut variadic = false;
            if let ExprKind::Ellipsis { elem } = file.expr(ftype).kind {
                if kind == VarKind::Param && i == last && field.names.len() <= 1 {
                    variadic = true;
                } else {
                    self.err(
                        self.expr_span(ftype),
                        Code::InvalidSyntaxTree,
                        "invalid use of ...",
                    );
                }
                match elem {
                    Some(e) => ftype = e,
                    None => continue,
                }
            }
            let mut ty = self.var_type(ftype);
            if variadic {
                out.variadic = true;
                ty = types.slice(ty);
                self.record_type_and_value(field.ty, Mode::TypExpr, ty, None);
            }
            let mut add = |ident: Option<IdentId>, name: Symbol, pos| {
                out.idents.push(ident);
                out.vars
                    .push(types.new_var(kind, pos, Some(self.pkg), name, Some(ty)));
                out.params.push(Param { name, ty });
            };
            if field.names.is_empty() {
                add(None, sym::EMPTY, field.span);
            }
            for &n in &field.names {
                let id = file.ident(n);
                add(Some(n), id.name, id.span);
            }
        }
        out
    }

    /// Reports a receiver type that can not have methods.
    fn valid_recv(&mut self, at: crate::base::Span, recv: TypeId) {
        let types = self.types;
        let (rtyp, _) = types.deref(recv);
        let atyp = types.unalias(rtyp);
        if !types.is_valid(atyp) {
            return;
        }
        let rs = self.type_str(rtyp);
        match types.get(atyp) {
            Type::Named(n) => {
                if types.object(n.obj).pkg != Some(self.pkg) {
                    let msg = format!("cannot define new methods on non-local type {rs}");
                    self.err(at, Code::InvalidRecv, msg);
                    return;
                }
                let cause = match types.under(atyp) {
                    Type::Basic(BasicKind::UnsafePointer) => "unsafe.Pointer",
                    Type::Pointer(_) | Type::Interface(_) => "pointer or interface type",
                    _ => return,
                };
                self.err(
                    at,
                    Code::InvalidRecv,
                    format!("invalid receiver type {rs} ({cause})"),
                );
            }
            Type::Basic(_) => {
                let msg = format!("cannot define new methods on non-local type {rs}");
                self.err(at, Code::InvalidRecv, msg);
            }
            _ => {
                let msg = format!("invalid receiver type {}", self.type_str(recv));
                self.err(at, Code::InvalidRecv, msg);
            }
        }
    }
}

impl Vars {
    fn none() -> Vars {
        Vars {
            idents: Vec::new(),
            vars: Vec::new(),
            params: Vec::new(),
            variadic: false,
        }
    }
}

/// What pointers point to, through any number of them (but not through names).
fn types_unpointer(c: &Checker<'_>, t: TypeId) -> TypeId {
    let mut t = t;
    while let Type::Pointer(b) = c.types.get(t) {
        t = *b;
    }
    t
}

impl Checker<'_> {
    /// Enters a function literal: its variables belong to it, and variables of functions around that are used from
    /// now on are captured. Its entry in [`super::Info::func_lits`] must exist.
    pub fn begin_func_lit(&mut self, lit: ExprId, sig: &FuncSig) {
        self.env.func_lits.push(lit);
        for v in sig.recv.iter().chain(&sig.params).chain(&sig.results) {
            self.note_local(*v);
        }
    }
}
