//! Interface types: methods, embedded elements, and what may be wrong with their combination.

use hashbrown::HashMap;

use crate::base::Span;
use crate::base::Symbol;
use crate::base::sym;
use crate::diag::Code;
use crate::syntax::ast;
use crate::syntax::ast::ExprId;
use crate::types::Embedded;
use crate::types::Interface;
use crate::types::MAX_TERM_COUNT;
use crate::types::Method;
use crate::types::Type;
use crate::types::TypeId;

use super::Checker;
use super::ErrorDesc;
use super::GoVersion;

impl<'a> Checker<'a> {
    /// Checks an interface type.
    pub(crate) fn interface_type(&mut self, e: ExprId, list: &'a ast::FieldList) -> TypeId {
        let file = self.file;
        let mut methods: Vec<Method> = Vec::new();
        let mut embeddeds: Vec<Embedded> = Vec::new();
        for &f in &list.list {
            let field = file.field(f);
            let Some(&name) = field.names.first() else {
                let pos = self.expr_span(field.ty);
                let ty = self.parse_union(field.ty);
                embeddeds.push(Embedded { ty, pos });
                continue;
            };
            let id = file.ident(name);
            if id.name == sym::UNDERSCORE {
                self.err(
                    id.span,
                    Code::BlankIfaceMethod,
                    "methods must have a unique non-blank name",
                );
                continue;
            }
            let sig = self.typ(field.ty);
            if !matches!(self.types.get(sig), Type::Signature(_)) {
                if self.types.is_valid(sig) {
                    let msg = format!("{} is not a method signature", self.type_str(sig));
                    self.err(self.expr_span(field.ty), Code::InvalidSyntaxTree, msg);
                }
                continue;
            }
            methods.push(Method {
                name: id.name,
                pkg: Some(self.pkg),
                sig,
                pos: id.span,
            });
        }
        if methods.is_empty() && embeddeds.is_empty() {
            return self.types.universe().empty_interface;
        }
        let explicit = methods.clone();
        self.types.sort_methods(&mut methods);
        let t = self.types.interface(Interface {
            methods: methods.into(),
            embeddeds: embeddeds.into(),
            ..Interface::default()
        });
        self.interface_lits.push((self.expr_span(e), t));
        self.later(move |c| c.check_interface(t, &explicit));
        t
    }

    /// The interface that a constraint literal such as `~int | string` stands for.
    pub(crate) fn implicit_interface(&mut self, e: ExprId) -> TypeId {
        let pos = self.expr_span(e);
        let ty = self.parse_union(e);
        let t = self.types.interface(Interface {
            embeddeds: [Embedded { ty, pos }].into(),
            implicit: true,
            ..Interface::default()
        });
        self.record_type_and_value(e, super::Mode::TypExpr, t, None);
        self.later(move |c| c.check_interface(t, &[]));
        t
    }

    /// Reports methods that are declared twice, directly or by embedding, and elements that are too new.
    fn check_interface(&mut self, t: TypeId, explicit: &[Method]) {
        let types = self.types;
        let Type::Interface(i) = types.get(t) else {
            return;
        };
        let mut all: HashMap<_, (Method, Span)> = HashMap::new();
        for m in explicit {
            let key = types.id_key(m.pkg, m.name);
            match all.get(&key) {
                Some(&(_, other)) => self.duplicate_method(m.pos, other, m.name),
                None => {
                    all.insert(key, (*m, m.pos));
                }
            }
        }
        let old = !self.allow_version(GoVersion::GO1_18);
        for e in &i.embeddeds {
            let u = types.underlying(e.ty);
            match types.get(u) {
                Type::Interface(_) => {
                    let set = types.type_set(u);
                    if old && self.is_imported_constraint(e.ty) {
                        let what =
                            format!("embedding constraint interface {}", self.type_str(e.ty));
                        self.verify_version(e.pos, GoVersion::GO1_18, what);
                    }
                    for m in &set.methods {
                        let key = types.id_key(m.pkg, m.name);
                        match all.get(&key) {
                            Some(&(x, other)) => {
                                if !self.allow_version(GoVersion::GO1_14)
                                    || !types.identical(x.sig, m.sig)
                                {
                                    self.duplicate_method(e.pos, other, m.name);
                                }
                            }
                            None => {
                                all.insert(key, (*m, e.pos));
                            }
                        }
                    }
                }
                Type::Union(_) => {
                    if old {
                        let what = format!("embedding interface element {}", self.type_str(u));
                        self.verify_version(e.pos, GoVersion::GO1_18, what);
                    }
                    if types
                        .type_set(u)
                        .specific()
                        .is_some_and(|t| t.len() > MAX_TERM_COUNT)
                    {
                        let msg = format!(
                            "cannot handle more than {MAX_TERM_COUNT} union terms (implementation limitation)"
                        );
                        self.err(e.pos, Code::InvalidUnion, msg);
                    }
                }
                _ if old && types.is_valid(u) => {
                    let what = format!("embedding non-interface type {}", self.type_str(e.ty));
                    self.verify_version(e.pos, GoVersion::GO1_18, what);
                }
                _ => {}
            }
        }
    }

    fn duplicate_method(&mut self, at: Span, other: Span, name: Symbol) {
        let n = self.types.str(name);
        let mut e = ErrorDesc::new(Code::DuplicateDecl);
        e.add(at, format!("duplicate method {n}"));
        e.add(other, format!("other declaration of method {n}"));
        self.report(e);
    }

    /// Reports anonymous interfaces whose methods lead back to themselves, once everything else is right.
    pub(crate) fn anonymous_cycles(&mut self) {
        let mut cyclic: HashMap<TypeId, bool> = HashMap::new();
        let mut lits = std::mem::take(&mut self.interface_lits);
        lits.sort_by_key(|l| (l.0.lo, std::cmp::Reverse(l.0.hi)));
        let mut inside = 0; // Go does not look into interfaces it looked at.
        for (at, t) in lits {
            if at.lo < inside {
                continue;
            }
            inside = at.hi;
            if self.interface_cycle(t, &mut cyclic) {
                let msg = "invalid recursive type: anonymous interface refers to itself \
                           (see https://go.dev/issue/56103)";
                self.err(at, Code::InvalidTypeCycle, msg);
                cyclic.values_mut().for_each(|v| *v = false);
            }
        }
    }

    fn interface_cycle(&self, t: TypeId, cyclic: &mut HashMap<TypeId, bool>) -> bool {
        let set = self.types.type_set(t);
        set.methods
            .iter()
            .any(|m| self.leads_to_cycle(m.sig, cyclic))
    }

    fn leads_to_cycle(&self, t: TypeId, cyclic: &mut HashMap<TypeId, bool>) -> bool {
        let types = self.types;
        let t = types.unalias(t);
        let mut sub = |t: TypeId| self.leads_to_cycle(t, cyclic);
        match types.get(t) {
            Type::Array { elem, .. }
            | Type::Slice(elem)
            | Type::Pointer(elem)
            | Type::Chan { elem, .. } => sub(*elem),
            Type::Map { key, elem } => sub(*key) || sub(*elem),
            Type::Struct(s) => s.fields.iter().any(|f| sub(f.ty)),
            Type::Signature(s) => s.params.iter().chain(&s.results).any(|p| sub(p.ty)),
            Type::Named(n) => n.targs.iter().any(|t| sub(*t)),
            Type::Interface(_) => {
                if let Some(c) = cyclic.get(&t) {
                    return *c;
                }
                cyclic.insert(t, true);
                if self.interface_cycle(t, cyclic) {
                    return true;
                }
                cyclic.insert(t, false);
                false
            }
            _ => false,
        }
    }
}
