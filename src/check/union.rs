//! Elements of constraint interfaces: terms and unions of terms.

use crate::diag::Code;
use crate::syntax::ast::BinaryOp;
use crate::syntax::ast::ExprId;
use crate::syntax::ast::ExprKind;
use crate::syntax::ast::UnaryOp;
use crate::types::MAX_TERM_COUNT;
use crate::types::PlainQualifier;
use crate::types::Term;
use crate::types::Type;
use crate::types::TypeId;

use super::Checker;
use super::Mode;

impl<'a> Checker<'a> {
    /// Checks an embedded element: a type, or a union of terms.
    pub(crate) fn parse_union(&mut self, e: ExprId) -> TypeId {
        let (mut blist, mut tlist) = (Vec::new(), Vec::new());
        self.flatten_union(e, &mut blist, &mut tlist);
        let mut terms: Vec<Term> = Vec::new();
        let mut u = TypeId::INVALID;
        let mut too_many = false;
        for (i, &x) in tlist.iter().enumerate() {
            let term = self.parse_tilde(x);
            if tlist.len() == 1 && !term.tilde {
                return term.ty;
            }
            if terms.len() >= MAX_TERM_COUNT {
                if !too_many {
                    let msg = format!(
                        "cannot handle more than {MAX_TERM_COUNT} union terms (implementation limitation)"
                    );
                    self.err(self.expr_span(x), Code::InvalidUnion, msg);
                    too_many = true;
                }
                u = TypeId::INVALID;
            } else {
                terms.push(term);
                u = self.types.intern(Type::Union(terms.clone().into()));
            }
            if i > 0 {
                self.record_type_and_value(blist[i - 1], Mode::TypExpr, u, None);
            }
        }
        if too_many {
            return TypeId::INVALID;
        }
        self.later(move |c| c.check_terms(&terms, &tlist));
        u
    }

    fn check_terms(&mut self, terms: &[Term], tlist: &[ExprId]) {
        let types = self.types;
        for (i, t) in terms.iter().enumerate() {
            if !types.is_valid(t.ty) {
                continue;
            }
            let at = self.expr_span(tlist[i]);
            let u = types.underlying(t.ty);
            let is_iface = matches!(types.get(u), Type::Interface(_));
            let ts = self.type_str(t.ty);
            let term = self.term_str(*t);
            if t.tilde {
                if is_iface {
                    self.err(
                        at,
                        Code::InvalidUnion,
                        format!("invalid use of ~ ({ts} is an interface)"),
                    );
                    continue;
                }
                if !types.identical(u, t.ty) {
                    let us = self.type_str(u);
                    let msg = format!("invalid use of ~ (underlying type of {ts} is {us})");
                    self.err(at, Code::InvalidUnion, msg);
                    continue;
                }
            }
            if is_iface {
                let set = types.type_set(u);
                if !set.methods.is_empty() {
                    let msg = format!("cannot use {term} in union ({term} contains methods)");
                    self.err(at, Code::InvalidUnion, msg);
                } else if t.ty == types.universe().comparable {
                    self.err(at, Code::InvalidUnion, "cannot use comparable in union");
                } else if set.comparable {
                    let msg = format!("cannot use {term} in union ({term} embeds comparable)");
                    self.err(at, Code::InvalidUnion, msg);
                }
                continue;
            }
            let overlap = terms[..i]
                .iter()
                .find(|x| !types.is_interface(x.ty) && !types.disjoint(**x, *t));
            if let Some(x) = overlap {
                let msg = format!(
                    "overlapping terms {} and {}",
                    self.term_str(*t),
                    self.term_str(*x)
                );
                self.err(at, Code::InvalidUnion, msg);
            }
        }
    }

    /// Go prints terms with full package paths.
    fn term_str(&self, t: Term) -> String {
        let q = PlainQualifier {
            relative_to: None,
            paths: true,
        };
        format!(
            "{}{}",
            if t.tilde { "~" } else { "" },
            self.types.type_string(t.ty, &q)
        )
    }

    fn parse_tilde(&mut self, tx: ExprId) -> Term {
        let mut x = tx;
        let mut tilde = false;
        if let ExprKind::UnaryExpr {
            op: UnaryOp::Tilde,
            x: inner,
        } = self.file.expr(tx).kind
        {
            x = inner;
            tilde = true;
        }
        let mut ty = self.typ(x);
        if self.types.is_type_param(ty) {
            let msg = if tilde {
                format!(
                    "type in term {} cannot be a type parameter",
                    self.expr_str(tx)
                )
            } else {
                "term cannot be a type parameter".into()
            };
            self.err(self.expr_span(x), Code::MisplacedTypeParam, msg);
            ty = TypeId::INVALID;
        }
        let term = Term { tilde, ty };
        if tilde {
            let u = self.types.intern(Type::Union([term].into()));
            self.record_type_and_value(tx, Mode::TypExpr, u, None);
        }
        term
    }

    fn flatten_union(&self, e: ExprId, blist: &mut Vec<ExprId>, tlist: &mut Vec<ExprId>) {
        let mut ops = Vec::new();
        let mut e = e;
        while let ExprKind::BinaryExpr {
            op: BinaryOp::Or,
            x,
            y,
        } = self.file.expr(e).kind
        {
            ops.push((e, y));
            e = x;
        }
        tlist.push(e);
        for (op, y) in ops.into_iter().rev() {
            blist.push(op);
            tlist.push(y);
        }
    }
}
