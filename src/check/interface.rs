//! Interface types: methods, embedded elements, and what may be wrong with their combination.

use crate::base::Span;
use crate::base::Symbol;
use crate::base::sym;
use crate::diag::Code;
use crate::syntax::ast;
use crate::syntax::ast::ExprId;
use crate::syntax::ast::ExprKind;
use crate::types::Embedded;
use crate::types::Interface;
use crate::types::Method;
use crate::types::Type;
use crate::types::TypeId;

use super::Checker;
use super::ErrorDesc;
use super::GoVersion;

impl<'a> Checker<'a> {
    /// Checks an interface type.
    pub(crate) fn interface_type(&mut self, _e: ExprId, list: &'a ast::FieldList) -> TypeId {
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
        let mut all: Vec<(Method, Span)> = Vec::new();
        for m in explicit {
            match all
                .iter()
                .find(|(x, _)| types.same_id(x.pkg, x.name, m.pkg, m.name, false))
            {
                Some((_, other)) => {
                    let other = *other;
                    self.duplicate_method(m.pos, other, m.name);
                }
                None => all.push((*m, m.pos)),
            }
        }
        for e in &i.embeddeds {
            let u = types.underlying(e.ty);
            match types.get(u) {
                Type::Interface(_) => {
                    let set = types.type_set(u);
                    if !set.is_method_set() {
                        let what =
                            format!("embedding constraint interface {}", self.type_str(e.ty));
                        self.verify_version(e.pos, GoVersion::GO1_18, what);
                    }
                    for m in &set.methods {
                        match all
                            .iter()
                            .find(|(x, _)| types.same_id(x.pkg, x.name, m.pkg, m.name, false))
                        {
                            Some((x, other)) => {
                                if !self.allow_version(GoVersion::GO1_14)
                                    || !types.identical(x.sig, m.sig)
                                {
                                    let other = *other;
                                    self.duplicate_method(e.pos, other, m.name);
                                }
                            }
                            None => all.push((*m, e.pos)),
                        }
                    }
                }
                Type::Union(_) => {
                    let what = format!("embedding interface element {}", self.type_str(u));
                    self.verify_version(e.pos, GoVersion::GO1_18, what);
                }
                _ if types.is_valid(u) => {
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

    /// Whether an expression is written as an interface type.
    pub(crate) fn is_interface_lit(&self, e: ExprId) -> bool {
        matches!(
            self.file.expr(self.file.unparen(e)).kind,
            ExprKind::InterfaceType { .. }
        )
    }
}
