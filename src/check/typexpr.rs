//! Type expressions, and identifiers.

use crate::base::sym;
use crate::diag::Code;
use crate::syntax::ast::ChanDir as AstChanDir;
use crate::syntax::ast::ExprId;
use crate::syntax::ast::ExprKind;
use crate::syntax::ast::IdentId;
use crate::syntax::is_valid_name;
use crate::types::BasicKind;
use crate::types::ChanDir;
use crate::types::MAX_TYPE_DEPTH;
use crate::types::ObjectId;
use crate::types::ObjectKind;
use crate::types::Type;
use crate::types::TypeId;
use crate::types::VarFlags;

use super::Checker;
use super::GoVersion;
use super::Mode;
use super::Operand;

impl<'a> Checker<'a> {
    /// Checks an identifier as an expression or (if `want_type`) as a type.
    pub fn ident(&mut self, x: &mut Operand, e: ExprId, id: IdentId, want_type: bool) {
        let types = self.types;
        x.invalidate();
        x.expr = Some(e);
        let name = self.file.name_of(id);
        let at = self.ident_span(id);
        let Some((scope, o)) = self.lookup_scope(name) else {
            if name == sym::UNDERSCORE {
                self.err(at, Code::InvalidBlank, "cannot use _ as value or type");
            } else if is_valid_name(types.str(name)) {
                self.err(
                    at,
                    Code::UndeclaredName,
                    format!("undefined: {}", types.str(name)),
                );
            }
            return;
        };
        let universe = types.universe();
        if (o == universe.any_obj || o == universe.comparable_obj)
            && !self.allow_version(GoVersion::GO1_18)
            && !self.verify_version(
                at,
                GoVersion::GO1_18,
                format!("predeclared {}", types.str(name)),
            )
        {
            return;
        }
        self.record_use(id, o);
        let obj = types.object(o);
        let got_type = obj.is_type_name();
        if !got_type && want_type {
            let msg = format!(
                "{} ({}) is not a type",
                types.str(name),
                types.object_kind(o)
            );
            self.err(at, Code::NotAType, msg);
            if obj.pkg == Some(self.pkg) {
                obj.set_var_flags(VarFlags::USED);
            }
            return;
        }
        if obj.ty().is_none() || got_type && want_type && obj.pkg == Some(self.pkg) {
            self.obj_decl(o);
        }
        if let Some(p) = self.decls.dot_imports.get(&(scope, name)).copied() {
            self.used_pkg_names.insert(p);
        }
        let ty = obj.ty_or_invalid();
        match &obj.kind {
            ObjectKind::PkgName { .. } => {
                let msg = format!("use of package {} not in selector", types.str(name));
                self.err(at, Code::InvalidPkgUse, msg);
                return;
            }
            ObjectKind::Const { .. } => {
                self.add_decl_dep(o);
                if !types.is_valid(ty) {
                    return;
                }
                if o == universe.iota {
                    let Some(v) = self.env.iota.clone() else {
                        self.err(
                            at,
                            Code::InvalidIota,
                            "cannot use iota outside constant declaration",
                        );
                        return;
                    };
                    x.val = Some(v);
                } else {
                    x.val = Some(obj.const_val());
                }
                x.mode = Mode::Constant;
            }
            ObjectKind::TypeName => x.mode = Mode::TypExpr,
            ObjectKind::Var { .. } => {
                if obj.pkg == Some(self.pkg) {
                    obj.set_var_flags(VarFlags::USED);
                }
                self.note_var_use(o);
                self.add_decl_dep(o);
                if !types.is_valid(ty) {
                    return;
                }
                x.mode = Mode::Variable;
            }
            ObjectKind::Func(_) => {
                self.add_decl_dep(o);
                if !types.is_valid(ty) {
                    return;
                }
                x.mode = Mode::Value;
            }
            ObjectKind::Builtin(b) => {
                x.id = Some(*b);
                x.mode = Mode::Builtin;
            }
            ObjectKind::Nil => x.mode = Mode::NilValue,
            ObjectKind::Label => return,
        }
        x.ty = ty;
    }

    /// Checks a type expression.
    pub fn typ(&mut self, e: ExprId) -> TypeId {
        self.declared_type(e, None)
    }

    /// Checks a type expression for a variable: constraint interfaces are not allowed.
    pub fn var_type(&mut self, e: ExprId) -> TypeId {
        let t = self.declared_type(e, None);
        self.valid_var_type(e, t);
        t
    }

    pub(crate) fn valid_var_type(&mut self, e: ExprId, t: TypeId) {
        // Most types can not be constraints, whatever they turn out to be.
        if self.types.is_type_param(t)
            || !matches!(
                self.types.get(t),
                Type::Named(_) | Type::Alias(_) | Type::Interface(_)
            )
        {
            return;
        }
        self.later(move |c| {
            let u = c.types.underlying(t);
            if !matches!(c.types.get(u), Type::Interface(_)) {
                return;
            }
            let set = c.types.type_set(u);
            if set.is_method_set() {
                return;
            }
            let why = if set.comparable {
                "interface is (or embeds) comparable"
            } else {
                "interface contains type constraints"
            };
            let msg = format!(
                "cannot use type {} outside a type constraint: {why}",
                c.type_str(t)
            );
            c.err(c.expr_span(e), Code::MisplacedConstraintIface, msg);
        });
    }

    /// Checks the right-hand side of the declaration of `def` (or any type expression); generic types need type
    /// arguments.
    pub fn declared_type(&mut self, e: ExprId, def: Option<ObjectId>) -> TypeId {
        let mut t = self.typ_internal(e, def);
        if self.types.is_generic(t) {
            let msg = format!(
                "cannot use generic type {} without instantiation",
                self.type_str(t)
            );
            self.err(self.expr_span(e), Code::WrongTypeArgCount, msg);
            t = TypeId::INVALID;
        }
        if self.types.depth(t) > MAX_TYPE_DEPTH {
            self.err(
                self.expr_span(e),
                Code::InvalidTypeCycle,
                "type nested too deeply",
            );
            t = TypeId::INVALID;
        }
        self.record_type_and_value(e, Mode::TypExpr, t, None);
        t
    }

    /// Checks a type expression that must be generic; if not, the reason.
    pub fn generic_type(&mut self, e: ExprId) -> Result<TypeId, String> {
        let t = self.typ_internal(e, None);
        let r = if self.types.is_valid(t) && !self.types.is_generic(t) {
            Err(format!("{} is not a generic type", self.type_str(t)))
        } else {
            Ok(t)
        };
        let recorded = if r.is_ok() { t } else { TypeId::INVALID };
        self.record_type_and_value(e, Mode::TypExpr, recorded, None);
        r
    }

    fn typ_internal(&mut self, e: ExprId, def: Option<ObjectId>) -> TypeId {
        let types = self.types;
        let file = self.file;
        match &file.expr(e).kind {
            ExprKind::BadExpr => {}
            ExprKind::Ident(id) => {
                let mut x = Operand::new();
                self.ident(&mut x, e, *id, true);
                return self.operand_type(&x);
            }
            ExprKind::SelectorExpr { .. } => {
                let mut x = Operand::new();
                self.selector(&mut x, e, true);
                return self.operand_type(&x);
            }
            ExprKind::IndexExpr { x, indices, .. } => {
                self.verify_version(self.expr_span(e), GoVersion::GO1_18, "type instantiation");
                return self.instantiated_type(*x, indices);
            }
            ExprKind::ParenExpr { x } => return self.declared_type(*x, def),
            ExprKind::ArrayType {
                len: Some(len),
                elem,
            } => {
                let n = match file.expr(*len).kind {
                    ExprKind::Ellipsis { .. } => {
                        let msg = "invalid use of [...] array (outside a composite literal)";
                        self.err(self.expr_span(e), Code::BadDotDotDotSyntax, msg);
                        None
                    }
                    _ => self.array_length(*len),
                };
                let elem = self.var_type(*elem);
                if let Some(n) = n {
                    return types.array(n, elem);
                }
            }
            ExprKind::ArrayType { len: None, elem } => {
                let elem = self.var_type(*elem);
                return types.slice(elem);
            }
            ExprKind::Ellipsis { .. } => {
                self.err(
                    self.expr_span(e),
                    Code::InvalidSyntaxTree,
                    "invalid use of ...",
                );
            }
            ExprKind::StructType { fields } => return self.struct_type(fields),
            ExprKind::StarExpr { x } => {
                let base = self.var_type(*x);
                if types.is_valid(base) || self.is_pending(base) {
                    return types.pointer(base);
                }
            }
            ExprKind::FuncType { .. } => return self.func_type(None, None, None, e).0.ty,
            ExprKind::InterfaceType { methods } => return self.interface_type(e, methods),
            ExprKind::MapType { key, value } => {
                let (k, key_expr) = (self.var_type(*key), *key);
                let v = self.var_type(*value);
                self.later(move |c| {
                    if !c.types.comparable(k) {
                        let why = if c.types.is_type_param(k) {
                            " (missing comparable constraint)"
                        } else {
                            ""
                        };
                        let msg = format!("invalid map key type {}{why}", c.type_str(k));
                        c.err(c.expr_span(key_expr), Code::IncomparableMapKey, msg);
                    }
                });
                return types.map(k, v);
            }
            ExprKind::ChanType { dir, elem } => {
                let elem = self.var_type(*elem);
                let dir = match dir {
                    AstChanDir::Both => ChanDir::SendRecv,
                    AstChanDir::SendOnly => ChanDir::SendOnly,
                    AstChanDir::RecvOnly => ChanDir::RecvOnly,
                };
                return types.chan(dir, elem);
            }
            _ => {
                let msg = format!("{} is not a type", self.expr_str(e));
                self.err(self.expr_span(e), Code::NotAType, msg);
                self.use_exprs(&[e]);
            }
        }
        TypeId::INVALID
    }

    /// Whether a type is an alias whose target is not known yet.
    fn is_pending(&self, t: TypeId) -> bool {
        matches!(self.types.get(t), Type::Alias(a) if a.rhs().is_none())
    }

    fn operand_type(&mut self, x: &Operand) -> TypeId {
        match x.mode {
            Mode::TypExpr => return x.ty,
            Mode::Invalid => {}
            Mode::NoValue => {
                let msg = format!("{} used as type", self.operand_str(x));
                self.err(self.operand_span(x), Code::NotAType, msg);
            }
            _ => {
                let msg = format!("{} is not a type", self.operand_str(x));
                self.err(self.operand_span(x), Code::NotAType, msg);
            }
        }
        TypeId::INVALID
    }

    /// Checks `x[xlist...]` as an instantiated type.
    pub fn instantiated_type(&mut self, x: ExprId, xlist: &'a [ExprId]) -> TypeId {
        let types = self.types;
        let gtyp = match self.generic_type(x) {
            Ok(t) => t,
            Err(cause) => {
                let msg = format!(
                    "invalid operation: {}{} ({cause})",
                    self.expr_str(x),
                    self.exprs_str(xlist)
                );
                self.err(self.expr_span(x), Code::NotAGenericType, msg);
                TypeId::INVALID
            }
        };
        if !types.is_valid(gtyp) && !self.is_pending(gtyp) {
            return TypeId::INVALID;
        }
        let Some(targs) = self.type_list(xlist) else {
            return TypeId::INVALID;
        };
        let at = self.expr_pos(x);
        if let Type::Alias(a) = types.get(gtyp) {
            let name = types.name(a.obj);
            let want = types.tparams(gtyp).len();
            if !self.validate_targ_len(at, name, want, targs.len()) {
                return TypeId::INVALID;
            }
        }
        let inst = types.instantiate_at(gtyp, &targs, at);
        if !types.is_valid(inst) {
            return TypeId::INVALID;
        }
        self.later(move |c| {
            let types = c.types;
            c.record_instance(x, &targs, inst);
            let obj = match types.get(inst) {
                Type::Named(n) => n.obj,
                Type::Alias(a) => a.obj,
                _ => return,
            };
            let tparams = types.tparams(inst);
            if !c.validate_targ_len(at, types.name(obj), tparams.len(), targs.len()) {
                return;
            }
            let places: Vec<_> = xlist.iter().map(|e| c.expr_span(*e)).collect();
            match c.verify(tparams, &targs) {
                Err((i, cause)) => {
                    let pos = places.get(i).copied().unwrap_or(at);
                    c.err(pos, Code::InvalidTypeArg, cause);
                }
                Ok(()) => c.mono.record_instance(&places, at, tparams, &targs),
            }
        });
        inst
    }

    /// The length of an array type, if it is valid.
    pub fn array_length(&mut self, e: ExprId) -> Option<i64> {
        let types = self.types;
        if let ExprKind::Ident(id) = self.file.expr(e).kind {
            let name = self.ident_str(id);
            let at = self.ident_span(id);
            match self.lookup(self.file.name_of(id)) {
                None => {
                    let msg = format!("undefined array length {name} or missing type constraint");
                    self.err(at, Code::InvalidArrayLen, msg);
                    return None;
                }
                Some(o) if !types.object(o).is_const() => {
                    self.err(
                        at,
                        Code::InvalidArrayLen,
                        format!("invalid array length {name}"),
                    );
                    return None;
                }
                Some(_) => {}
            }
        }
        let mut x = Operand::new();
        self.expr(None, &mut x, e);
        if x.mode != Mode::Constant {
            if x.is_valid() {
                let msg = format!("array length {} must be constant", self.operand_str(&x));
                self.err(self.operand_span(&x), Code::InvalidArrayLen, msg);
            }
            return None;
        }
        if types.is_untyped(x.ty) || types.is_integer(x.ty) {
            let val = x.value().to_int();
            if !val.is_unknown() && self.representable_const(&val, BasicKind::Int).is_some() {
                if let Some(n) = val.int64_val() {
                    if n >= 0 {
                        return Some(n);
                    }
                }
            }
        }
        let s = self.operand_str(&x);
        let msg = if types.is_integer(x.ty) {
            format!("invalid array length {s}")
        } else {
            format!("array length {s} must be integer")
        };
        self.err(self.operand_span(&x), Code::InvalidArrayLen, msg);
        None
    }

    /// Checks type arguments; none if one of them is invalid.
    pub fn type_list(&mut self, list: &[ExprId]) -> Option<Vec<TypeId>> {
        let mut out = Some(Vec::with_capacity(list.len()));
        for &e in list {
            let t = self.var_type(e);
            if !self.types.is_valid(t) && !self.is_pending(t) {
                out = None;
            }
            if let Some(v) = &mut out {
                v.push(t);
            }
        }
        out
    }
}
