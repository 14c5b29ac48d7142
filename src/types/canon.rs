//! Canonical ids and identity.
//!
//! The canonical form of a type has no parameter names, aliases or positions, `uint8` for `byte`, and its interfaces
//! flattened to their type sets. While a declaration that an interface embeds is still incomplete, the form is made of
//! what is known and is not remembered. An anonymous interface that refers to itself has no canonical form: it is an error
//! found elsewhere, and is left as it is here.

use std::sync::atomic::Ordering;

use super::Embedded;
use super::Field;
use super::Interface;
use super::Method;
use super::Param;
use super::Signature;
use super::Struct;
use super::Term;
use super::TermList;
use super::Type;
use super::TypeId;
use super::Types;
use super::arena::UNSET;
use crate::base::Span;
use crate::base::sym;

impl Types {
    /// Whether two types are identical.
    #[inline]
    pub fn identical(&self, a: TypeId, b: TypeId) -> bool {
        if a == b || self.canon(a) == self.canon(b) {
            return true;
        }
        // Interfaces that refer to themselves have no canonical form.
        !(self.is_stable(a) && self.is_stable(b)) && self.identical_rec(a, b, &mut Vec::new())
    }

    fn is_stable(&self, t: TypeId) -> bool {
        self.entries[t.index()].canon.load(Ordering::Acquire) != UNSET
    }

    fn identical_rec(&self, a: TypeId, b: TypeId, pairs: &mut Vec<(TypeId, TypeId)>) -> bool {
        let (a, b) = (self.unalias(a), self.unalias(b));
        if a == b || self.canon(a) == self.canon(b) {
            return true;
        }
        let mut lists = |xs: &[Param], ys: &[Param]| {
            xs.len() == ys.len()
                && xs
                    .iter()
                    .zip(ys)
                    .all(|(x, y)| self.identical_rec(x.ty, y.ty, pairs))
        };
        match (self.get(a), self.get(b)) {
            (Type::Array { len: m, elem: x }, Type::Array { len: n, elem: y }) => {
                m == n && self.identical_rec(*x, *y, pairs)
            }
            (Type::Slice(x), Type::Slice(y)) | (Type::Pointer(x), Type::Pointer(y)) => {
                self.identical_rec(*x, *y, pairs)
            }
            (Type::Chan { dir: d, elem: x }, Type::Chan { dir: e, elem: y }) => {
                d == e && self.identical_rec(*x, *y, pairs)
            }
            (Type::Map { key: k, elem: x }, Type::Map { key: l, elem: y }) => {
                self.identical_rec(*k, *l, pairs) && self.identical_rec(*x, *y, pairs)
            }
            (Type::Struct(x), Type::Struct(y)) => {
                x.fields.len() == y.fields.len()
                    && x.fields.iter().zip(&y.fields).all(|(f, g)| {
                        f.embedded == g.embedded
                            && f.tag == g.tag
                            && self.same_id(f.pkg, f.name, g.pkg, g.name, false)
                            && self.identical_rec(f.ty, g.ty, pairs)
                    })
            }
            (Type::Tuple(x), Type::Tuple(y)) => lists(x, y),
            (Type::Signature(x), Type::Signature(y)) => {
                x.variadic == y.variadic
                    && x.tparams == y.tparams
                    && lists(&x.params, &y.params)
                    && lists(&x.results, &y.results)
            }
            (Type::Interface(_), Type::Interface(_)) => {
                if pairs.contains(&(a, b)) || pairs.contains(&(b, a)) {
                    return true;
                }
                let (x, y) = (self.type_set(a), self.type_set(b));
                if x.comparable != y.comparable
                    || x.methods.len() != y.methods.len()
                    || !self.terms_equal(&x.terms, &y.terms)
                {
                    return false;
                }
                pairs.push((a, b));
                let same = x.methods.iter().zip(&y.methods).all(|(f, g)| {
                    self.same_id(f.pkg, f.name, g.pkg, g.name, false)
                        && self.identical_rec(f.sig, g.sig, pairs)
                });
                pairs.pop();
                same
            }
            _ => false,
        }
    }

    /// Whether two types are identical when struct tags do not count.
    pub fn identical_ignore_tags(&self, a: TypeId, b: TypeId) -> bool {
        self.identical(a, b) || self.strip_tags(self.canon(a)) == self.strip_tags(self.canon(b))
    }

    /// The canonical id of a type: two types are identical if and only if theirs are equal.
    #[inline]
    pub fn canon(&self, t: TypeId) -> TypeId {
        match self.entries[t.index()].canon.load(Ordering::Acquire) {
            UNSET => self.canon_rec(t, &mut Vec::new()).0,
            c => TypeId(c),
        }
    }

    /// The canonical id, and whether it may be remembered. `open` are the interfaces being flattened.
    fn canon_rec(&self, t: TypeId, open: &mut Vec<TypeId>) -> (TypeId, bool) {
        let entry = &self.entries[t.index()];
        match entry.canon.load(Ordering::Acquire) {
            UNSET => {}
            c => return (TypeId(c), true),
        }
        let mut stable = true;
        let mut sub = |t: TypeId| {
            let (c, s) = self.canon_rec(t, open);
            stable &= s;
            c
        };
        let c = match &entry.ty {
            Type::Basic(k) => k.canonical().id(),
            Type::Named(_) | Type::TypeParam(_) => t,
            Type::Alias(a) => match a.rhs() {
                Some(r) => sub(r),
                None => return (t, false),
            },
            Type::Array { len, elem } => self.array(*len, sub(*elem)),
            Type::Slice(e) => self.slice(sub(*e)),
            Type::Pointer(e) => self.pointer(sub(*e)),
            Type::Map { key, elem } => {
                let key = sub(*key);
                self.map(key, sub(*elem))
            }
            Type::Chan { dir, elem } => self.chan(*dir, sub(*elem)),
            Type::Struct(s) => {
                let fields = s.fields.iter().map(|f| Field {
                    ty: sub(f.ty),
                    pkg: if self.is_exported(f.name) {
                        None
                    } else {
                        f.pkg
                    },
                    pos: Span::NONE,
                    ..*f
                });
                let fields: Box<[Field]> = fields.collect();
                self.intern(Type::Struct(Struct { fields }))
            }
            Type::Tuple(ps) => {
                let ps = ps.iter().map(|p| Param::anonymous(sub(p.ty))).collect();
                self.intern(Type::Tuple(ps))
            }
            Type::Signature(s) => {
                let mut list = |ps: &[Param]| {
                    ps.iter()
                        .map(|p| Param::anonymous(sub(p.ty)))
                        .collect::<Box<[Param]>>()
                };
                let params = list(&s.params);
                let results = list(&s.results);
                self.signature(Signature {
                    tparams: s.tparams.clone(),
                    params,
                    results,
                    variadic: s.variadic,
                })
            }
            Type::Union(_) => {
                stable = false;
                let set = self.type_set(t);
                stable |= entry.tset.get().is_some();
                match &set.terms {
                    TermList::All => self.universe().empty_interface,
                    TermList::Terms(ts) => self.canon_terms(ts),
                }
            }
            Type::Interface(_) if open.contains(&t) => return (t, false),
            Type::Interface(_) => {
                open.push(t);
                let set = self.type_set(t);
                stable &= entry.tset.get().is_some();
                let mut sub = |t: TypeId| {
                    let (c, s) = self.canon_rec(t, open);
                    stable &= s;
                    c
                };
                let methods: Box<[Method]> = set
                    .methods
                    .iter()
                    .map(|m| Method {
                        sig: sub(m.sig),
                        pkg: if self.is_exported(m.name) {
                            None
                        } else {
                            m.pkg
                        },
                        pos: Span::NONE,
                        ..*m
                    })
                    .collect();
                open.pop();
                let embeddeds: Box<[Embedded]> = match &set.terms {
                    TermList::All => Box::default(),
                    TermList::Terms(ts) => [Embedded {
                        ty: self.canon_terms(ts),
                        pos: Span::NONE,
                    }]
                    .into(),
                };
                self.interface(Interface {
                    methods,
                    embeddeds,
                    implicit: false,
                    comparable: set.comparable,
                })
            }
        };
        if stable {
            entry.canon.store(c.0, Ordering::Release);
            self.entries[c.index()].canon.store(c.0, Ordering::Release);
        }
        (c, stable)
    }

    fn canon_terms(&self, ts: &[Term]) -> TypeId {
        let mut ts: Vec<Term> = ts
            .iter()
            .map(|t| Term {
                tilde: t.tilde,
                ty: self.canon(t.ty),
            })
            .collect();
        ts.sort_by_key(|t| (t.ty, t.tilde));
        ts.dedup();
        self.intern(Type::Union(ts.into()))
    }

    fn strip_tags(&self, t: TypeId) -> TypeId {
        let sub = |t: TypeId| self.strip_tags(t);
        let list = |ps: &[Param]| {
            ps.iter()
                .map(|p| Param {
                    name: p.name,
                    ty: sub(p.ty),
                })
                .collect::<Box<[Param]>>()
        };
        match self.get(t) {
            Type::Array { len, elem } => self.array(*len, sub(*elem)),
            Type::Slice(e) => self.slice(sub(*e)),
            Type::Pointer(e) => self.pointer(sub(*e)),
            Type::Map { key, elem } => self.map(sub(*key), sub(*elem)),
            Type::Chan { dir, elem } => self.chan(*dir, sub(*elem)),
            Type::Struct(s) => {
                let fields = s
                    .fields
                    .iter()
                    .map(|f| Field {
                        ty: sub(f.ty),
                        tag: sym::EMPTY,
                        ..*f
                    })
                    .collect();
                self.intern(Type::Struct(Struct { fields }))
            }
            Type::Tuple(ps) => self.intern(Type::Tuple(list(ps))),
            Type::Signature(s) => self.signature(Signature {
                tparams: s.tparams.clone(),
                params: list(&s.params),
                results: list(&s.results),
                variadic: s.variadic,
            }),
            Type::Interface(i) => {
                let methods = i
                    .methods
                    .iter()
                    .map(|m| Method {
                        sig: sub(m.sig),
                        ..*m
                    })
                    .collect();
                self.interface(Interface {
                    methods,
                    ..i.clone()
                })
            }
            _ => t,
        }
    }
}
