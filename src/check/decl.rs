//! Declarations: objects get their types, constants their values.
//!
//! An object that is on the path of objects being declared when it is needed again is part of a cycle. Cycles through
//! at least one type declaration, or through constants and variables only (reported elsewhere), are fine here.

use std::rc::Rc;

use hashbrown::HashMap;

use crate::base::Span;
use crate::base::Symbol;
use crate::base::sym;
use crate::constant::Value;
use crate::diag::Code;
use crate::syntax::ast;
use crate::syntax::ast::BinaryOp;
use crate::syntax::ast::DeclId;
use crate::syntax::ast::DeclKind;
use crate::syntax::ast::ExprId;
use crate::syntax::ast::ExprKind;
use crate::syntax::ast::IdentId;
use crate::syntax::ast::UnaryOp;
use crate::types::MAX_TYPE_DEPTH;
use crate::types::ObjectId;
use crate::types::ObjectKind;
use crate::types::Receiver;
use crate::types::ScopeId;
use crate::types::Signature;
use crate::types::Type;
use crate::types::TypeId;
use crate::types::VarKind;

use super::Checker;
use super::Environment;
use super::ErrorDesc;
use super::GoVersion;
use super::Operand;
use super::resolver::DeclInfo;
use super::resolver::const_source;

impl<'a> Checker<'a> {
    /// Declares an object in a scope; `_` is only recorded.
    pub fn declare(&mut self, scope: ScopeId, id: Option<IdentId>, o: ObjectId) {
        let obj = self.types.object(o);
        if obj.name != sym::UNDERSCORE {
            if let Some(alt) = self.types.insert(scope, o) {
                let mut e = ErrorDesc::new(Code::DuplicateDecl);
                e.add(
                    obj.pos,
                    format!("{} redeclared in this block", self.types.str(obj.name)),
                );
                self.add_alt_decl(&mut e, alt);
                self.report(e);
                return;
            }
        }
        self.note_local(o);
        if let Some(id) = id {
            self.record_def(id, o);
        }
    }

    /// Remembers which function a local variable belongs to.
    pub fn note_local(&mut self, o: ObjectId) {
        if let ObjectKind::Var { kind, .. } = &self.types.object(o).kind {
            if *kind != VarKind::Package {
                self.var_owner.insert(o, self.env.func_lits.len());
                if *kind == VarKind::Local && self.types.object(o).name != sym::UNDERSCORE {
                    self.local_vars.push(o);
                }
            }
        }
    }

    /// Notes a use of a variable: by a function literal inside its function it is a capture.
    pub fn note_var_use(&mut self, o: ObjectId) {
        let Some(&owner) = self.var_owner.get(&o) else {
            return;
        };
        let depth = self.env.func_lits.len();
        if owner >= depth {
            return;
        }
        self.note_capture(o, self.env.func_lits[owner]);
        for i in owner..depth {
            let lit = self.env.func_lits[i];
            if let Some(f) = self.info().func_lits.get_mut(&lit) {
                if !f.captures.contains(&o) {
                    f.captures.push(o);
                }
            }
        }
    }

    /// Determines the type of an object that is declared at package level (or is being declared locally).
    pub fn obj_decl(&mut self, o: ObjectId) {
        let types = self.types;
        let obj = types.object(o);
        if self.obj_path.contains(&o) {
            let valid = self.valid_cycle(o);
            match obj.kind {
                ObjectKind::Const { .. } | ObjectKind::Var { .. } => {
                    if !valid || obj.ty().is_none() {
                        obj.set_ty(TypeId::INVALID);
                    }
                }
                ObjectKind::TypeName if !valid => obj.set_ty(TypeId::INVALID),
                _ => {}
            }
            return;
        }
        if obj.ty().is_some() || self.in_body {
            return;
        }
        let decls = self.decls.clone();
        if decls.late.is_some() {
            self.prepare(o);
        }
        let Some((idx, d)) = decls.get(o) else { return };
        if self.obj_path.len() >= MAX_TYPE_DEPTH as usize {
            obj.set_ty(TypeId::INVALID);
            obj.set_const_val(Value::Unknown);
            let msg = format!(
                "declaration of {} depends on too many others",
                types.name(o)
            );
            self.err(obj.pos, Code::InvalidDeclCycle, msg);
            return;
        }
        self.push_obj(o);
        let file_index = self.file_index;
        let version = self.env.version;
        self.set_file(d.file);
        let env = Environment::new(d.scope, self.version_of_file(d.file));
        let saved = std::mem::replace(&mut self.env, env);
        match obj.kind {
            ObjectKind::Const { .. } => {
                self.env.decl = Some(idx);
                self.const_decl(o, d.vtyp, d.init, d.inherited, d.iota);
            }
            ObjectKind::Var { .. } => {
                self.env.decl = Some(idx);
                self.var_decl(o, &d.lhs, d.vtyp, d.init);
            }
            ObjectKind::TypeName => {
                self.type_decl(o, d.decl);
                self.collect_methods(o);
            }
            ObjectKind::Func(_) => self.func_decl(o, d),
            _ => {}
        }
        self.env = saved;
        self.set_file(file_index);
        self.env.version = version;
        self.pop_obj();
    }

    /// Whether the cycle from `o` back to itself along the path is fine; reports it if not.
    fn valid_cycle(&mut self, o: ObjectId) -> bool {
        let types = self.types;
        let Some(start) = self.obj_path.iter().position(|p| *p == o) else {
            return true;
        };
        let cycle: Vec<ObjectId> = self.obj_path[start..].to_vec();
        let (mut nval, mut ndef) = (0, 0);
        for &c in &cycle {
            let obj = types.object(c);
            match obj.kind {
                ObjectKind::Const { .. } | ObjectKind::Var { .. } => nval += 1,
                ObjectKind::TypeName => {
                    if self.env.in_tparam_list && obj.ty().is_some_and(|t| types.is_generic(t)) {
                        return true;
                    }
                    if !types.is_alias(c) {
                        ndef += 1;
                    }
                }
                _ => {}
            }
        }
        // Values that depend on each other are reported with the initialization order.
        if nval == cycle.len() || nval == 0 && ndef > 0 {
            return true;
        }
        let cycle: Vec<_> = cycle.into_iter().map(|c| (c, None)).collect();
        let first = self.first_in_src(&cycle);
        self.cycle_error(&cycle, first);
        false
    }

    /// Gives a constant its type and value.
    pub fn const_decl(
        &mut self,
        o: ObjectId,
        typ: Option<ExprId>,
        init: Option<ExprId>,
        inherited: bool,
        iota: i64,
    ) {
        let types = self.types;
        let (saved_iota, saved_errpos) = (self.env.iota.take(), self.env.errpos.take());
        self.env.iota = Some(Value::Int64(iota));
        self.const_decl_inner(o, typ, init, inherited);
        self.env.iota = saved_iota;
        self.env.errpos = saved_errpos;
        let obj = types.object(o);
        if obj.ty().is_none() {
            obj.set_ty(TypeId::INVALID);
        }
        obj.set_const_val(Value::Unknown);
    }

    fn const_decl_inner(
        &mut self,
        o: ObjectId,
        typ: Option<ExprId>,
        init: Option<ExprId>,
        inherited: bool,
    ) {
        let types = self.types;
        if let Some(e) = typ {
            let t = self.typ(e);
            if !types.is_const_type(t) {
                if types.is_valid(types.underlying(t)) {
                    let msg = format!("invalid constant type {}", self.type_str(t));
                    self.err(self.expr_span(e), Code::InvalidConstType, msg);
                }
                types.object(o).set_ty(TypeId::INVALID);
                return;
            }
            types.object(o).set_ty(t);
        }
        let mut x = Operand::new();
        if let Some(e) = init {
            if inherited {
                self.env.errpos = Some(types.object(o).pos);
            }
            self.expr(None, &mut x, e);
        }
        self.init_const(o, &mut x);
    }

    /// Gives a variable its type.
    pub fn var_decl(
        &mut self,
        o: ObjectId,
        lhs: &[ObjectId],
        typ: Option<ExprId>,
        init: Option<ExprId>,
    ) {
        let types = self.types;
        let obj = types.object(o);
        if let Some(e) = typ {
            let t = self.var_type(e);
            obj.set_ty(t);
        }
        let Some(init) = init else {
            if typ.is_none() {
                obj.set_ty(TypeId::INVALID);
            }
            return;
        };
        if lhs.len() <= 1 {
            let mut x = Operand::new();
            let target = self.new_target(obj.ty(), types.str(obj.name));
            self.expr(target.as_ref(), &mut x, init);
            self.init_var(o, &mut x, "variable declaration");
            return;
        }
        if typ.is_some() {
            for l in lhs {
                types.object(*l).set_ty(obj.ty_or_invalid());
            }
        }
        self.init_vars(lhs, &[init], None);
    }

    /// Whether the type is a constraint interface of another package.
    pub(crate) fn is_imported_constraint(&self, t: TypeId) -> bool {
        let Some((id, n)) = self.types.as_named(t) else {
            return false;
        };
        let pkg = self.types.object(n.obj).pkg;
        if pkg == Some(self.pkg) || pkg.is_none() {
            return false;
        }
        let u = self.types.underlying(id);
        matches!(self.types.get(u), Type::Interface(_)) && !self.types.type_set(u).is_method_set()
    }

    /// Declares a type or alias.
    pub fn type_decl(&mut self, o: ObjectId, decl: DeclId) {
        let types = self.types;
        let file: &'a ast::File = self.file;
        let DeclKind::TypeSpec(s) = &file.decl(decl).kind else {
            return;
        };
        let rhs_cell: Rc<std::cell::Cell<TypeId>> = Rc::default();
        let mut version_err = false;
        let tparam0 = s
            .type_params
            .as_ref()
            .and_then(|l| l.list.first())
            .map(|f| file.field(*f).span);
        let rhs_span = self.expr_span(s.ty);
        {
            let rhs_cell = rhs_cell.clone();
            self.later(move |c| {
                if let Some((t, _)) = c.types.object(o).ty().and_then(|t| c.types.as_named(t)) {
                    c.valid_type(t);
                }
                let rhs = rhs_cell.get();
                if c.is_imported_constraint(rhs) {
                    let what = format!("using type constraint {}", c.type_str(rhs));
                    c.verify_version(rhs_span, GoVersion::GO1_18, what);
                }
            });
        }
        let saved_scope = self.env.scope;
        if s.alias {
            if let Some(at) = tparam0 {
                version_err = !self.verify_version(at, GoVersion::GO1_23, "generic type alias");
            }
            if !version_err {
                self.verify_version(file.decl(decl).pos, GoVersion::GO1_9, "type alias");
            }
            let in_generic = !self.env.outer_tparams.is_empty();
            let alias = types.new_alias(o, None, in_generic);
            if let Some(list) = &s.type_params {
                self.open_scope();
                self.collect_type_params(list, |c, ts| c.types.set_tparams(alias, ts));
            }
            let mut rhs = self.declared_type(s.ty, Some(o));
            rhs_cell.set(rhs);
            if types.tparams(alias).contains(&types.unalias(rhs))
                && matches!(types.get(rhs), Type::TypeParam(_))
            {
                let msg = "cannot use type parameter declared in alias declaration as RHS";
                self.err(rhs_span, Code::MisplacedTypeParam, msg);
                rhs = TypeId::INVALID;
            }
            // A cycle may have made the object invalid meanwhile.
            if let Type::Alias(a) = types.get(alias) {
                if a.rhs().is_none() {
                    types.set_rhs(alias, rhs);
                }
            }
            self.env.scope = saved_scope;
            return;
        }
        if let Some(at) = tparam0 {
            self.verify_version(at, GoVersion::GO1_18, "type parameter");
        }
        let outer = self.env.outer_tparams.clone();
        let named = types.new_named(o, &outer);
        if let Some(list) = &s.type_params {
            self.open_scope();
            self.collect_type_params(list, |c, ts| c.types.set_tparams(named, ts));
        }
        let mut rhs = self.declared_type(s.ty, Some(o));
        rhs_cell.set(rhs);
        if types.is_type_param(rhs) {
            self.err(
                rhs_span,
                Code::MisplacedTypeParam,
                "cannot use a type parameter as RHS in type declaration",
            );
            rhs = TypeId::INVALID;
        }
        types.set_rhs(named, rhs);
        self.env.scope = saved_scope;
    }

    /// Declares the type parameters of a list in the current scope. `bind` gets them before their constraints are known.
    pub fn collect_type_params(
        &mut self,
        list: &'a ast::FieldList,
        bind: impl FnOnce(&mut Self, Vec<TypeId>),
    ) -> Vec<TypeId> {
        let file: &'a ast::File = self.file;
        let mut tparams = Vec::new();
        for &f in &list.list {
            for &name in &file.field(f).names {
                let t = self.declare_type_param(name, tparams.len() as u32);
                tparams.push(t);
            }
        }
        bind(self, tparams.clone());
        let saved = std::mem::replace(&mut self.env.in_tparam_list, true);
        let mut i = 0;
        for &f in &list.list {
            let field = file.field(f);
            let mut bound = self.bound(field.ty);
            if self.types.is_type_param(bound) {
                let at = self.expr_span(field.ty);
                self.err(
                    at,
                    Code::MisplacedTypeParam,
                    "cannot use a type parameter as constraint",
                );
                bound = TypeId::INVALID;
            }
            for _ in &field.names {
                self.types.set_bound(tparams[i], bound);
                i += 1;
            }
        }
        self.env.in_tparam_list = saved;
        tparams
    }

    fn bound(&mut self, e: ExprId) -> TypeId {
        match self.file.expr(e).kind {
            ExprKind::UnaryExpr {
                op: UnaryOp::Tilde, ..
            }
            | ExprKind::BinaryExpr {
                op: BinaryOp::Or, ..
            } => self.implicit_interface(e),
            _ => self.typ(e),
        }
    }

    /// Declares a type parameter in the current scope; its constraint is invalid until set.
    pub fn declare_type_param(&mut self, name: IdentId, index: u32) -> TypeId {
        let id = self.file.ident(name);
        let o = self.types.new_type_name(id.span, Some(self.pkg), id.name);
        let t = self.types.new_type_param(o, index, Some(TypeId::INVALID));
        self.declare(self.env.scope, Some(name), o);
        t
    }

    /// Attaches the methods found for a declared type.
    fn collect_methods(&mut self, o: ObjectId) {
        let types = self.types;
        let methods = match self.decls.late {
            None => self.methods.remove(&o),
            Some(_) => self.late_methods(o),
        };
        let Some(methods) = methods else {
            return;
        };
        let base = types
            .object(o)
            .ty()
            .and_then(|t| types.as_named(t))
            .map(|n| n.0);
        if let Some(base) = base.filter(|_| !self.conf.library) {
            self.later(move |c| c.check_field_uniqueness(base));
        }
        let mut seen: HashMap<Symbol, ObjectId> = HashMap::new();
        for m in methods {
            let obj = types.object(m);
            if let Some(alt) = seen.get(&obj.name) {
                let at = self.pos_str(types.object(*alt).pos);
                let msg = format!(
                    "method {}.{} already declared at {at}",
                    types.name(o),
                    types.name(m)
                );
                self.err(obj.pos, Code::DuplicateMethod, msg);
                continue;
            }
            seen.insert(obj.name, m);
            if let Some(base) = base {
                types.add_method(base, m);
            }
        }
    }

    pub(crate) fn check_field_uniqueness(&mut self, base: TypeId) {
        let types = self.types;
        let Type::Struct(s) = types.under(base) else {
            return;
        };
        let methods: HashMap<Symbol, ObjectId> = types
            .methods(base)
            .into_iter()
            .map(|m| (types.object(m).name, m))
            .collect();
        for f in &s.fields {
            let Some(m) = methods.get(&f.name) else {
                continue;
            };
            let mut e = ErrorDesc::new(Code::DuplicateFieldAndMethod);
            let name = types.str(f.name);
            e.add(
                types.object(*m).pos,
                format!("field and method with the same name {name}"),
            );
            if f.pos.is_known() {
                e.add(f.pos, format!("other declaration of {name}"));
            }
            self.report(e);
        }
    }

    fn func_decl(&mut self, o: ObjectId, d: &DeclInfo) {
        let types = self.types;
        let file: &'a ast::File = self.file;
        let decl = file.decl(d.decl);
        let DeclKind::FuncDecl(s) = &decl.kind else {
            return;
        };
        // What the signature itself refers to the function for sees no parameters.
        types
            .object(o)
            .set_ty(types.signature(Signature::default()));
        let (sig, recv) = self.func_type(Some(o), s.recv, s.type_params.as_ref(), s.ty);
        types.object(o).set_ty(sig.ty);
        if let (Some(r), Some(f)) = (recv, types.object(o).func()) {
            let _ = f.recv.set(r);
        }
        if s.type_params.as_ref().is_some_and(|l| !l.list.is_empty()) && s.body.is_none() {
            self.err(
                decl.pos,
                Code::BadDecl,
                "generic function is missing function body",
            );
        }
        let _ = d.sig.set(sig);
        if self.conf.library {
            self.declared.push(o);
        }
    }

    /// Declarations inside a function.
    pub fn decl_stmt(&mut self, list: &'a [DeclId]) {
        for &decl in list {
            self.local_decl(decl);
        }
    }

    fn local_decl(&mut self, decl_id: DeclId) {
        let types = self.types;
        let file: &'a ast::File = self.file;
        let decl = file.decl(decl_id);
        let pkg = Some(self.pkg);
        match &decl.kind {
            DeclKind::ConstSpec(s) => {
                let top = self.delayed_count();
                let (vtyp, values, inherited) = const_source(file, s);
                let mut lhs = Vec::new();
                for (i, &name) in s.names.iter().enumerate() {
                    let id = file.ident(name);
                    let o = types.new_const(id.span, pkg, id.name);
                    lhs.push(o);
                    self.const_decl(
                        o,
                        vtyp,
                        values.get(i).copied(),
                        inherited,
                        i64::from(s.iota),
                    );
                }
                self.arity(decl.pos.span(), &s.names, values, true, inherited);
                // spec: "The scope of a constant or variable identifier declared inside a function begins at the end
                // of the ConstSpec or VarSpec": function literals in it are checked before.
                self.process_delayed(top);
                for (&name, &o) in s.names.iter().zip(&lhs) {
                    self.declare(self.env.scope, Some(name), o);
                }
            }
            DeclKind::VarSpec(s) => {
                let top = self.delayed_count();
                let lhs: Vec<ObjectId> = s
                    .names
                    .iter()
                    .map(|&n| {
                        let id = file.ident(n);
                        types.new_var(VarKind::Local, id.span, pkg, id.name, None)
                    })
                    .collect();
                for (i, &o) in lhs.iter().enumerate() {
                    let (group, init): (&[ObjectId], Option<ExprId>) =
                        if s.values.len() == lhs.len() {
                            (&[], Some(s.values[i]))
                        } else if s.values.len() == 1 {
                            (&lhs, Some(s.values[0]))
                        } else {
                            (&[], s.values.get(i).copied())
                        };
                    self.var_decl(o, group, s.ty, init);
                    if s.values.len() == 1 {
                        break;
                    }
                }
                for &o in &lhs {
                    if types.object(o).ty().is_none() {
                        types.object(o).set_ty(TypeId::INVALID);
                    }
                }
                if s.ty.is_none() || !s.values.is_empty() {
                    self.arity(decl.pos.span(), &s.names, &s.values, false, false);
                }
                self.process_delayed(top);
                for (&name, &o) in s.names.iter().zip(&lhs) {
                    self.declare(self.env.scope, Some(name), o);
                }
            }
            DeclKind::TypeSpec(s) => {
                let id = file.ident(s.name);
                let o = types.new_type_name(id.span, pkg, id.name);
                if !s.alias {
                    let before = |f: &ast::File| f.local_types_before(id.span.start());
                    // Each declaration of the library is a file of its own.
                    let files = if self.conf.library {
                        0
                    } else {
                        self.file_index
                    };
                    let earlier = self.files.iter().take(files);
                    let n = earlier.map(|f| f.local_types_before(f.span.end()));
                    let n = n.sum::<usize>() + before(file) + 1;
                    types.object(o).set_local_number(n as u32);
                }
                self.declare(self.env.scope, Some(s.name), o);
                self.push_obj(o);
                self.type_decl(o, decl_id);
                self.pop_obj();
            }
            _ => {}
        }
    }
}

impl Receiver {
    /// A receiver of this type.
    pub fn new(ty: TypeId, tparams: Vec<TypeId>, var: ObjectId) -> Receiver {
        Receiver {
            ty,
            tparams: tparams.into(),
            var,
        }
    }
}

/// The place of a cycle: an object, or an instance of a declared type.
pub(crate) type CycleEntry = (ObjectId, Option<TypeId>);

impl Checker<'_> {
    /// The entry that comes first in the source.
    pub(crate) fn first_in_src(&self, path: &[CycleEntry]) -> usize {
        (0..path.len())
            .min_by_key(|&i| self.cycle_pos(path[i]))
            .unwrap_or(0)
    }

    fn cycle_pos(&self, e: CycleEntry) -> Span {
        match e.1.map(|t| self.types.get(t)) {
            Some(Type::Named(n)) => n.pos,
            _ => self.object_span(e.0),
        }
    }

    fn cycle_name(&self, e: CycleEntry) -> String {
        if let Some(t) = e.1 {
            if !self.types.targs(t).is_empty() {
                return self.type_str(t);
            }
        }
        let o = self.types.object(e.0);
        let prefix = match o.pkg {
            Some(p) => crate::types::Qualifier::package(&*self.qualifier, self.types, p),
            None => String::new(),
        };
        let name = self.types.str(o.name);
        if prefix.is_empty() {
            name.to_string()
        } else {
            format!("{prefix}.{name}")
        }
    }

    /// Reports a declaration cycle, beginning with entry `start`.
    pub(crate) fn cycle_error(&mut self, cycle: &[CycleEntry], start: usize) {
        let types = self.types;
        let first = cycle[start];
        let is_type = types.object(first.0).is_type_name();
        let at: Span = self.cycle_pos(first);
        if is_type {
            if let Some(t) = types.object(first.0).ty() {
                if matches!(types.get(t), Type::Alias(_)) {
                    types.set_rhs(t, TypeId::INVALID);
                }
            }
        }
        let name = self.cycle_name(first);
        if cycle.len() == 1 {
            let what = if is_type {
                "invalid recursive type"
            } else {
                "invalid cycle in declaration"
            };
            self.err(
                at,
                Code::InvalidDeclCycle,
                format!("{what}: {name} refers to itself"),
            );
            return;
        }
        let mut e = ErrorDesc::new(Code::InvalidDeclCycle);
        if is_type {
            e.add(at, format!("invalid recursive type {name}"));
        } else {
            e.add(at, format!("invalid cycle in declaration of {name}"));
        }
        for i in 0..cycle.len() {
            let from = cycle[(start + i) % cycle.len()];
            let next = cycle[(start + i + 1) % cycle.len()];
            let msg = format!(
                "{} refers to {}",
                self.cycle_name(from),
                self.cycle_name(next)
            );
            e.add(self.cycle_pos(from), msg);
        }
        self.report(e);
    }
}
