//! Selectors: qualified identifiers, fields, method values and method expressions.

use super::Checker;
use super::Mode;
use super::Operand;
use super::Selection;
use super::SelectionKind;
use crate::base::Symbol;
use crate::base::sym;
use crate::diag::Code;
use crate::syntax::ast::ExprId;
use crate::syntax::ast::ExprKind;
use crate::syntax::ast::IdentId;
use crate::types::Entity;
use crate::types::Lookup;
use crate::types::LookupFailure;
use crate::types::ObjectId;
use crate::types::ObjectKind;
use crate::types::PackageId;
use crate::types::Param;
use crate::types::Signature;
use crate::types::Type;
use crate::types::TypeId;
use crate::types::VarFlags;

impl<'a> Checker<'a> {
    /// Checks a selector expression; `want_type` says that a type is expected.
    pub(crate) fn selector(&mut self, x: &mut Operand, e: ExprId, want_type: bool) {
        let ExprKind::SelectorExpr { x: base, sel } = self.file.expr(e).kind else {
            return;
        };
        if !self.selector_impl(x, e, base, sel, want_type) {
            x.invalidate();
            x.ty = TypeId::INVALID;
        }
        x.expr = Some(e);
    }

    fn selector_impl(
        &mut self,
        x: &mut Operand,
        e: ExprId,
        base: ExprId,
        sel: IdentId,
        want_type: bool,
    ) -> bool {
        let (types, file) = (self.types, self.file);
        let name = file.name_of(sel);
        let sel_pos = self.ident_span(sel);
        if let ExprKind::Ident(id) = file.expr(base).kind
            && let Some(o) = self.lookup(file.name_of(id))
            && let ObjectKind::PkgName { imported } = types.object(o).kind
        {
            self.record_use(id, o);
            self.used_pkg_names.insert(o);
            return self.qualified(x, e, imported, sel);
        }
        self.expr_or_type(x, base, false);
        match x.mode {
            Mode::Builtin => {
                let msg = format!(
                    "invalid use of {} in selector expression",
                    self.operand_str(x)
                );
                self.err(self.expr_pos(e), Code::UncalledBuiltin, msg);
                return false;
            }
            Mode::Invalid => return false,
            _ => {}
        }
        if !self.is_complete(x.ty) {
            return false;
        }
        if want_type {
            let msg = format!("{} is not a type", self.expr_str(e));
            self.err(sel_pos, Code::NotAType, msg);
            return false;
        }
        if let Type::Pointer(b) = types.under(x.ty)
            && !self.is_complete(*b)
        {
            return false;
        }
        let addressable = x.mode == Mode::Variable;
        let found =
            match types.lookup_field_or_method(x.ty, addressable, Some(self.pkg), name, false) {
                Ok(found) => found,
                Err(failure) => {
                    self.selector_error(x, sel, name, failure);
                    return false;
                }
            };
        match found.entity {
            Entity::Field(f) => {
                if x.mode == Mode::TypExpr {
                    let msg = format!(
                        "operand for field selector {} must be value of type {}",
                        types.str(name),
                        self.type_str(x.ty)
                    );
                    self.err(self.expr_span(base), Code::MissingFieldOrMethod, msg);
                    return false;
                }
                x.mode = if addressable || found.indirect {
                    Mode::Variable
                } else {
                    Mode::Value
                };
                let recv = x.ty;
                x.ty = f.ty;
                self.select(e, SelectionKind::FieldVal, recv, found, f.ty);
            }
            Entity::Method(_) | Entity::IfaceMethod(_) => {
                if let Entity::Method(m) = found.entity {
                    self.obj_decl(m);
                    self.add_decl_dep(m);
                }
                let sig = types.entity_type(&found);
                let Type::Signature(s) = types.get(sig) else {
                    return false;
                };
                if x.mode == Mode::TypExpr {
                    // The receiver becomes the first parameter, named if the others are.
                    let mut recv_name = sym::EMPTY;
                    if s.params.first().is_some_and(|p| p.name != sym::EMPTY) {
                        recv_name = match found.entity {
                            Entity::Method(m) => self.receiver_name(m),
                            _ => sym::UNDERSCORE,
                        };
                        if recv_name == sym::EMPTY {
                            recv_name = sym::UNDERSCORE;
                        }
                    }
                    let mut params = vec![Param {
                        name: recv_name,
                        ty: x.ty,
                    }];
                    params.extend_from_slice(&s.params);
                    let ty = types.signature(Signature {
                        params: params.into(),
                        ..s.clone()
                    });
                    self.select(e, SelectionKind::MethodExpr, x.ty, found, ty);
                    x.ty = ty;
                } else {
                    // The address of an addressable receiver is taken for a method with pointer receiver.
                    if let Entity::Method(m) = found.entity
                        && addressable
                        && !found.indirect
                        && types.has_ptr_recv(m)
                    {
                        self.mark_root_var(base, VarFlags::ADDRESS_TAKEN);
                    }
                    self.select(e, SelectionKind::MethodVal, x.ty, found, sig);
                    x.ty = sig;
                }
                x.mode = Mode::Value;
            }
        }
        true
    }

    /// Records a selection.
    pub(crate) fn select(
        &mut self,
        e: ExprId,
        kind: SelectionKind,
        recv: TypeId,
        found: Lookup,
        ty: TypeId,
    ) {
        let Lookup {
            entity,
            index,
            indirect,
            holder,
        } = found;
        self.record_selection(
            e,
            Selection {
                kind,
                recv,
                entity,
                index,
                indirect,
                holder,
                ty,
            },
        );
    }

    /// The name of a method's receiver.
    fn receiver_name(&self, method: ObjectId) -> Symbol {
        let recv = self.types.object(method).func().and_then(|f| f.recv.get());
        recv.map_or(sym::EMPTY, |r| self.types.object(r.var).name)
    }

    /// `pkg.Name`
    fn qualified(&mut self, x: &mut Operand, e: ExprId, pkg: PackageId, sel: IdentId) -> bool {
        let types = self.types;
        let (name, sel_pos) = (self.file.name_of(sel), self.ident_span(sel));
        let package = types.package(pkg);
        // What gc knows of another package has its exported names, and types that they mention.
        let exp = types
            .lookup_in(package.scope, name)
            .filter(|o| types.is_exported(name) || types.object(*o).is_type_name());
        let Some(exp) = exp else {
            if !package.is_fake() && name != sym::EMPTY {
                let es = self.expr_str(e);
                let msg = match self.exported_ignoring_case(pkg, name) {
                    Some(alt) => format!("undefined: {es} (but have {})", types.str(alt)),
                    None => format!("undefined: {es}"),
                };
                self.err(sel_pos, Code::UndeclaredImportedName, msg);
            }
            return false;
        };
        if !types.is_exported(name) {
            let msg = format!(
                "name {} not exported by package {}",
                types.str(name),
                types.str(package.name())
            );
            self.err(sel_pos, Code::UnexportedName, msg);
        }
        self.record_use(sel, exp);
        self.add_decl_dep(exp);
        let obj = types.object(exp);
        x.ty = obj.ty_or_invalid();
        match &obj.kind {
            ObjectKind::Const { .. } => {
                x.mode = Mode::Constant;
                x.val = Some(obj.const_val());
            }
            ObjectKind::TypeName => x.mode = Mode::TypExpr,
            ObjectKind::Var { .. } => x.mode = Mode::Variable,
            ObjectKind::Func(_) => x.mode = Mode::Value,
            ObjectKind::Builtin(id) => {
                x.mode = Mode::Builtin;
                x.id = Some(*id);
            }
            _ => return false,
        }
        true
    }

    /// An exported name of the package that differs in case only.
    fn exported_ignoring_case(&self, pkg: PackageId, name: Symbol) -> Option<Symbol> {
        let types = self.types;
        let want = types.str(name).to_lowercase();
        let mut names: Vec<Symbol> = types
            .elems(types.package(pkg).scope)
            .into_iter()
            .map(|(n, _)| n)
            .filter(|n| types.is_exported(*n) && types.str(*n).to_lowercase() == want)
            .collect();
        names.sort_by(|a, b| types.str(*a).cmp(types.str(*b)));
        names.first().copied()
    }

    fn selector_error(&mut self, x: &Operand, sel: IdentId, name: Symbol, failure: LookupFailure) {
        let types = self.types;
        let sel_pos = self.ident_span(sel);
        if !types.is_valid(types.underlying(x.ty)) {
            return;
        }
        let (xs, ns) = (self.operand_expr_str(x), types.str(name));
        let (code, msg) = match failure {
            LookupFailure::Ambiguous => (
                Code::AmbiguousSelector,
                format!("ambiguous selector {xs}.{ns}"),
            ),
            LookupFailure::PointerReceiver => {
                let ts = self.type_str(x.ty);
                let msg = if x.mode == Mode::TypExpr {
                    format!(
                        "invalid method expression {ts}.{ns} (needs pointer receiver (*{ts}).{ns})"
                    )
                } else {
                    format!("cannot call pointer method {ns} on {ts}")
                };
                (Code::InvalidMethodExpr, msg)
            }
            LookupFailure::NotFound => {
                let why = if types.is_interface_ptr(x.ty) {
                    self.interface_ptr_error(x.ty)
                } else {
                    let addressable = x.mode == Mode::Variable;
                    let alt = types
                        .lookup_field_or_method(x.ty, addressable, Some(self.pkg), name, true)
                        .ok();
                    self.lookup_error(x.ty, name, alt.as_ref(), false)
                };
                (
                    Code::MissingFieldOrMethod,
                    format!("{xs}.{ns} undefined ({why})"),
                )
            }
        };
        self.err(sel_pos, code, msg);
        if code == Code::MissingFieldOrMethod {
            self.suggest_member(x.ty, name, false);
        }
    }

    /// Why a field or method was not found, given one found when case does not count. In a struct literal
    /// (`struct_lit`) the words differ.
    pub(crate) fn lookup_error(
        &self,
        t: TypeId,
        sel: Symbol,
        alt: Option<&Lookup>,
        struct_lit: bool,
    ) -> String {
        #[derive(PartialEq)]
        enum Case {
            Missing,
            Misspelled,
            Unexported,
            Inaccessible,
        }
        let types = self.types;
        let (ts, sel_s) = (self.type_str(t), types.str(sel));
        let alt_s = alt.map_or("", |l| types.str(l.name(types)));
        let mut case = Case::Missing;
        if let Some(l) = alt {
            let tails = tail(sel_s) == tail(alt_s);
            if types.same_pkg(l.entity.pkg(types), Some(self.pkg)) {
                case = Case::Misspelled;
            } else if types.is_exported(sel) {
                if types.is_exported(l.name(types)) {
                    case = Case::Misspelled;
                } else if tails {
                    case = Case::Unexported;
                }
            } else if types.is_exported(l.name(types)) {
                if tails {
                    case = Case::Misspelled;
                }
            } else if sel_s == alt_s {
                case = Case::Inaccessible;
            }
        }
        if struct_lit {
            let unknown = format!("unknown field {sel_s} in struct literal of type {ts}");
            return match case {
                Case::Missing => unknown,
                Case::Misspelled => format!("{unknown}, but does have {alt_s}"),
                Case::Unexported => format!("{unknown}, but does have unexported {alt_s}"),
                Case::Inaccessible => {
                    format!(
                        "cannot refer to unexported field {alt_s} in struct literal of type {ts}"
                    )
                }
            };
        }
        let what = match alt {
            Some(l) if l.is_method() => "method",
            Some(_) => "field",
            None => "object",
        };
        let none = format!("type {ts} has no field or method {sel_s}");
        match case {
            Case::Missing => none,
            Case::Misspelled => format!("{none}, but does have {what} {alt_s}"),
            Case::Unexported => format!("{none}, but does have unexported {what} {alt_s}"),
            Case::Inaccessible => format!("cannot refer to unexported {what} {alt_s}"),
        }
    }
}

/// The name without its first character.
fn tail(s: &str) -> &str {
    let mut chars = s.chars();
    chars.next();
    chars.as_str()
}
