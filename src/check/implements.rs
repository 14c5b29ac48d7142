//! Whether types implement interfaces and satisfy constraints, with the causes that messages give.

use crate::base::Span;
use crate::base::Symbol;
use crate::types::Embedded;
use crate::types::Interface;
use crate::types::MissingCause;
use crate::types::MissingMethod;
use crate::types::ObjectId;
use crate::types::PlainQualifier;
use crate::types::Qualifier;
use crate::types::TermList;
use crate::types::Type;
use crate::types::TypeId;
use crate::types::TypeMap;
use crate::types::TypeWriter;

use super::Checker;
use super::GoVersion;

impl Checker<'_> {
    /// Whether `v` implements (or, for a constraint, satisfies) `t`; if not, `cause` says why.
    pub fn implements(
        &mut self,
        v: TypeId,
        t: TypeId,
        constraint: bool,
        cause: Option<&mut String>,
    ) -> bool {
        let mut none = String::new();
        let want = cause.is_some();
        let cause = cause.unwrap_or(&mut none);
        let types = self.types;
        let vu = types.underlying(v);
        let tu = types.underlying(t);
        if !types.is_valid(vu) || !types.is_valid(tu) {
            return true;
        }
        if let Type::Pointer(b) = types.get(vu) {
            if !types.is_valid(types.underlying(*b)) {
                return true;
            }
        }
        let verb = if constraint { "satisfy" } else { "implement" };
        if !matches!(types.get(tu), Type::Interface(_)) {
            if want {
                let detail = if types.is_interface_ptr(tu) {
                    self.interface_ptr_error(t)
                } else {
                    format!("{} is not an interface", self.type_str(t))
                };
                *cause = format!(
                    "{} does not {verb} {} ({detail})",
                    self.type_str(v),
                    self.type_str(t)
                );
            }
            return false;
        }
        let tset = types.type_set(tu);
        if tset.is_all() {
            return true;
        }
        let vi = matches!(types.get(vu), Type::Interface(_));
        let vset = types.type_set(vu);
        if vi && vset.is_empty() {
            return true;
        }
        if tset.is_empty() {
            if want {
                *cause = format!("cannot {verb} {} (empty type set)", self.type_str(t));
            }
            return false;
        }
        if !self.has_all_methods(v, t, true, &mut |a, b| types.identical(a, b), Some(cause)) {
            if want {
                *cause = format!(
                    "{} does not {verb} {} {cause}",
                    self.type_str(v),
                    self.type_str(t)
                );
            }
            return false;
        }
        let is_comparable = match tset.specific() {
            Some(terms) => terms
                .iter()
                .all(|x| types.comparable_type(x.ty, false).is_ok()),
            None => tset.comparable,
        };
        let check_comparability = |this: &Self, cause: &mut String| {
            if !is_comparable || types.comparable_type(v, false).is_ok() {
                return true;
            }
            if constraint && types.comparable_type(v, true).is_ok() {
                if this.allow_version(GoVersion::GO1_20) {
                    return true;
                }
                let v = this.type_str(v);
                *cause = format!("{v} to {verb} comparable requires go1.20 or later");
                return false;
            }
            *cause = format!("{} does not {verb} comparable", this.type_str(v));
            false
        };
        let Some(terms) = tset.specific() else {
            return check_comparability(self, cause);
        };
        if vi {
            if !types.terms_subset_of(&vset.terms, &tset.terms) {
                *cause = format!("{} does not {verb} {}", self.type_str(v), self.type_str(t));
                return false;
            }
            return check_comparability(self, cause);
        }
        let mut alt = None;
        let included = terms.iter().any(|term| {
            if types.term_includes(*term, v) {
                return true;
            }
            if alt.is_none() && !term.tilde && types.identical(term.ty, types.underlying(term.ty)) {
                let tilde = crate::types::Term {
                    tilde: true,
                    ..*term
                };
                if types.term_includes(tilde, v) {
                    alt = Some(term.ty);
                }
            }
            false
        });
        if !included {
            if want {
                let (vs, ts) = (self.type_str(v), self.type_str(t));
                let detail = match alt {
                    Some(a) => format!("possibly missing ~ for {} in {ts}", self.type_str(a)),
                    None if self.mentions(tu, v) => {
                        format!("{ts} mentions {vs}, but {vs} is not in the type set of {ts}")
                    }
                    None => format!("{vs} missing in {}", self.terms_str(&tset.terms)),
                };
                *cause = format!("{vs} does not {verb} {ts} ({detail})");
            }
            return false;
        }
        check_comparability(self, cause)
    }

    fn terms_str(&self, terms: &TermList) -> String {
        // Go prints these terms with full package paths.
        let q = PlainQualifier {
            relative_to: None,
            paths: true,
        };
        match terms {
            TermList::All => "𝓤".into(),
            TermList::Terms(ts) => {
                let list: Vec<String> = ts
                    .iter()
                    .map(|t| {
                        format!(
                            "{}{}",
                            if t.tilde { "~" } else { "" },
                            self.types.type_string(t.ty, &q)
                        )
                    })
                    .collect();
                list.join(" | ")
            }
        }
    }

    fn mentions(&self, t: TypeId, typ: TypeId) -> bool {
        match self.types.get(t) {
            Type::Interface(i) => i.embeddeds.iter().any(|e| self.mentions(e.ty, typ)),
            Type::Union(ts) => ts.iter().any(|x| self.mentions(x.ty, typ)),
            _ => self.types.identical(t, typ),
        }
    }

    /// Whether `v` has all methods of interface `t`; `cause` gets an explanation in parentheses.
    pub fn has_all_methods(
        &mut self,
        v: TypeId,
        t: TypeId,
        is_static: bool,
        equivalent: &mut dyn FnMut(TypeId, TypeId) -> bool,
        cause: Option<&mut String>,
    ) -> bool {
        if !self.types.is_valid(v) {
            return true;
        }
        match self.missing_method(v, t, is_static, equivalent) {
            None => true,
            Some(m) => {
                if let Some(c) = cause {
                    *c = self.missing_method_cause(v, t, &m);
                }
                self.types.has_invalid_embedded_fields(v)
            }
        }
    }

    /// The first method of `t` that `v` does not have.
    pub fn missing_method(
        &mut self,
        v: TypeId,
        t: TypeId,
        is_static: bool,
        equivalent: &mut dyn FnMut(TypeId, TypeId) -> bool,
    ) -> Option<MissingMethod> {
        let types = self.types;
        types.missing_method(v, t, is_static, equivalent, &mut |o| self.obj_decl(o))
    }

    /// Why a method is missing, in parentheses.
    pub fn missing_method_cause(&self, v: TypeId, t: TypeId, m: &MissingMethod) -> String {
        let types = self.types;
        let name = types.str(m.method.name);
        match &m.cause {
            MissingCause::NotFound => {
                if types.is_interface_ptr(v) {
                    format!("({})", self.interface_ptr_error(v))
                } else if types.is_interface_ptr(t) {
                    format!("({})", self.interface_ptr_error(t))
                } else {
                    format!("(missing method {name})")
                }
            }
            MissingCause::WrongName(alt, sig) => {
                let have = self.func_string(*alt, *sig, false);
                let want = self.func_string(m.method.name, m.method.sig, false);
                format!("(missing method {name})\n\t\thave {have}\n\t\twant {want}")
            }
            MissingCause::Unexported => format!("(unexported method {name})"),
            MissingCause::WrongSig(sig) => {
                let mut have = self.func_string(m.method.name, *sig, false);
                let mut want = self.func_string(m.method.name, m.method.sig, false);
                if have == want {
                    have = self.func_string(m.method.name, *sig, true);
                    want = self.func_string(m.method.name, m.method.sig, true);
                }
                if have == want {
                    return format!("(wrong type for method {name})");
                }
                format!("(wrong type for method {name})\n\t\thave {have}\n\t\twant {want}")
            }
            MissingCause::Ambiguous => format!("(ambiguous selector {}.{name})", self.type_str(v)),
            MissingCause::PtrRecv => format!("(method {name} has pointer receiver)"),
            MissingCause::Field => {
                format!("({}.{name} is a field, not a method)", self.type_str(v))
            }
        }
    }

    /// What is wrong with using a pointer to an interface.
    pub fn interface_ptr_error(&self, t: TypeId) -> String {
        let s = self.type_str(t);
        match self.types.under(t) {
            Type::Pointer(b) if self.types.is_type_param(*b) => {
                format!("type {s} is pointer to type parameter, not type parameter")
            }
            _ => format!("type {s} is pointer to interface, not interface"),
        }
    }

    fn func_string(&self, name: Symbol, sig: TypeId, pkg_info: bool) -> String {
        let paths = PlainQualifier {
            relative_to: None,
            paths: true,
        };
        let q: &dyn Qualifier = if pkg_info { &paths } else { &*self.qualifier };
        let mut w = TypeWriter::new(self.types, q);
        w.param_names = false;
        w.pkg_info = pkg_info;
        w.text(self.types.str(name));
        if let Type::Signature(s) = self.types.get(sig) {
            w.signature(s);
        }
        w.finish()
    }

    /// Whether a type assertion from interface `v` to type `t` can succeed.
    pub fn new_assertable_to(&mut self, v: TypeId, t: TypeId, cause: Option<&mut String>) -> bool {
        self.types.is_interface(t) || self.implements(t, v, false, cause)
    }

    /// Checks that type arguments satisfy their constraints: the index of the first that does not, and why.
    pub fn verify(&mut self, tparams: &[TypeId], targs: &[TypeId]) -> Result<(), (usize, String)> {
        let types = self.types;
        let map = TypeMap::new(tparams, targs);
        for (i, (p, t)) in tparams.iter().zip(targs).enumerate() {
            let Type::TypeParam(tp) = types.get(*p) else {
                continue;
            };
            let bound = types.subst(tp.bound().unwrap_or(TypeId::INVALID), &map);
            // The bound may be a constraint literal that is no interface yet.
            let bound_iface = self.bound_as_iface(bound);
            let mut cause = String::new();
            if !self.implements(*t, bound_iface, true, Some(&mut cause)) {
                return Err((i, cause));
            }
        }
        Ok(())
    }

    /// A constraint literal such as `int` as the interface it stands for.
    fn bound_as_iface(&self, bound: TypeId) -> TypeId {
        let types = self.types;
        if !types.is_valid(bound) || types.is_interface(bound) {
            return bound;
        }
        types.interface(Interface {
            embeddeds: [Embedded {
                ty: bound,
                pos: Span::NONE,
            }]
            .into(),
            implicit: true,
            ..Interface::default()
        })
    }

    /// Reports a wrong number of type arguments; true if it is right.
    pub fn validate_targ_len(
        &mut self,
        at: crate::base::Span,
        name: &str,
        want: usize,
        got: usize,
    ) -> bool {
        let qual = match got.cmp(&want) {
            std::cmp::Ordering::Less => "not enough",
            std::cmp::Ordering::Greater => "too many",
            std::cmp::Ordering::Equal => return true,
        };
        let msg = format!("{qual} type arguments for type {name}: have {got}, want {want}");
        self.err(at, crate::diag::Code::WrongTypeArgCount, msg);
        false
    }

    /// Makes sure that the type of a package-level object or method is known.
    pub fn ensure_declared(&mut self, o: ObjectId) {
        if self.types.object(o).ty().is_none() {
            self.obj_decl(o);
        }
    }
}
