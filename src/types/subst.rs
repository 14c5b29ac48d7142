//! Substitution of type parameters.

use super::Embedded;
use super::Field;
use super::Interface;
use super::Method;
use super::Param;
use super::Signature;
use super::Struct;
use super::Term;
use super::Type;
use super::TypeId;
use super::Types;

/// What stands for each type parameter. Type arguments that are not known stay type parameters.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct TypeMap {
    from: Vec<TypeId>,
    to: Vec<Option<TypeId>>,
}

impl TypeMap {
    /// Maps nothing.
    pub fn empty() -> TypeMap {
        TypeMap::default()
    }

    /// Maps each of `from` to its counterpart in `to`.
    pub fn new(from: &[TypeId], to: &[TypeId]) -> TypeMap {
        TypeMap {
            from: from.to_vec(),
            to: to.iter().map(|t| Some(*t)).collect(),
        }
    }

    /// Like [`TypeMap::new`] with unknown ones left alone.
    pub fn partial(from: &[TypeId], to: &[Option<TypeId>]) -> TypeMap {
        TypeMap {
            from: from.to_vec(),
            to: to.to_vec(),
        }
    }

    /// Adds more.
    pub fn extend(&mut self, from: &[TypeId], to: &[TypeId]) {
        self.from.extend_from_slice(from);
        self.to.extend(to.iter().map(|t| Some(*t)));
    }

    /// Whether nothing is mapped.
    pub fn is_empty(&self) -> bool {
        self.from.is_empty()
    }

    /// What stands for a type parameter: itself if nothing does.
    pub fn lookup(&self, tpar: TypeId) -> TypeId {
        match self.from.iter().position(|t| *t == tpar) {
            Some(i) => self.to.get(i).copied().flatten().unwrap_or(tpar),
            None => tpar,
        }
    }

    /// Whether a type parameter is mapped.
    pub fn contains(&self, tpar: TypeId) -> bool {
        self.from.contains(&tpar)
    }
}

impl Types {
    /// The type with type parameters replaced. Equal to the argument if nothing changed.
    pub fn subst(&self, t: TypeId, map: &TypeMap) -> TypeId {
        if map.is_empty() || !self.is_parameterized(t) {
            return t;
        }
        let sub = |t: TypeId| self.subst(t, map);
        match self.get(t) {
            Type::Basic(_) => t,
            Type::TypeParam(_) => map.lookup(t),
            Type::Array { len, elem } => {
                self.changed(t, *elem, sub(*elem), |e| Type::Array { len: *len, elem: e })
            }
            Type::Slice(elem) => self.changed(t, *elem, sub(*elem), Type::Slice),
            Type::Pointer(base) => self.changed(t, *base, sub(*base), Type::Pointer),
            Type::Chan { dir, elem } => {
                self.changed(t, *elem, sub(*elem), |e| Type::Chan { dir: *dir, elem: e })
            }
            Type::Map { key, elem } => {
                let (k, e) = (sub(*key), sub(*elem));
                if k == *key && e == *elem {
                    t
                } else {
                    self.map(k, e)
                }
            }
            Type::Struct(s) => {
                let fields: Box<[Field]> = s
                    .fields
                    .iter()
                    .map(|f| Field {
                        ty: sub(f.ty),
                        ..*f
                    })
                    .collect();
                if fields == s.fields {
                    t
                } else {
                    self.intern(Type::Struct(Struct { fields }))
                }
            }
            Type::Tuple(ps) => {
                let new = self.subst_params(ps, map);
                if new == *ps {
                    t
                } else {
                    self.intern(Type::Tuple(new))
                }
            }
            Type::Signature(s) => self.subst_signature(t, s, map),
            Type::Union(ts) => {
                let new: Box<[Term]> = ts
                    .iter()
                    .map(|x| Term {
                        tilde: x.tilde,
                        ty: sub(x.ty),
                    })
                    .collect();
                if new == *ts {
                    t
                } else {
                    self.intern(Type::Union(new))
                }
            }
            Type::Interface(i) => {
                let methods: Box<[Method]> = i
                    .methods
                    .iter()
                    .map(|m| Method {
                        sig: sub(m.sig),
                        ..*m
                    })
                    .collect();
                let embeddeds: Box<[Embedded]> = i
                    .embeddeds
                    .iter()
                    .map(|e| Embedded {
                        ty: sub(e.ty),
                        ..*e
                    })
                    .collect();
                if methods == i.methods && embeddeds == i.embeddeds {
                    return t;
                }
                self.interface(Interface {
                    methods,
                    embeddeds,
                    implicit: i.implicit,
                    comparable: i.comparable,
                })
            }
            Type::Named(n) => {
                if n.targs.len() != self.tparams(t).len() {
                    return TypeId::INVALID; // reported elsewhere
                }
                let targs: Vec<TypeId> = n.targs.iter().map(|t| sub(*t)).collect();
                let outer: Vec<TypeId> = n.outer.iter().map(|t| sub(*t)).collect();
                if targs[..] == n.targs[..] && outer[..] == n.outer[..] {
                    return t;
                }
                self.instance_of_named(n.origin.unwrap_or(t), &targs, &outer, n.pos)
            }
            Type::Alias(a) => {
                if a.in_generic && a.targs.is_empty() {
                    return a.rhs().map_or(t, sub);
                }
                let targs: Vec<TypeId> = a.targs.iter().map(|t| sub(*t)).collect();
                if targs[..] == a.targs[..] {
                    return if a.in_generic {
                        a.rhs().map_or(t, sub)
                    } else {
                        t
                    };
                }
                self.instantiate(a.origin.unwrap_or(t), &targs)
            }
        }
    }

    /// A list of types with type parameters replaced.
    pub fn subst_list(&self, ts: &[TypeId], map: &TypeMap) -> Vec<TypeId> {
        ts.iter().map(|t| self.subst(*t, map)).collect()
    }

    fn changed(
        &self,
        t: TypeId,
        old: TypeId,
        new: TypeId,
        make: impl FnOnce(TypeId) -> Type,
    ) -> TypeId {
        if old == new {
            t
        } else {
            self.intern(make(new))
        }
    }

    /// Parameters with type parameters replaced.
    pub fn subst_params(&self, ps: &[Param], map: &TypeMap) -> Box<[Param]> {
        ps.iter()
            .map(|p| Param {
                name: p.name,
                ty: self.subst(p.ty, map),
            })
            .collect()
    }

    fn subst_signature(&self, t: TypeId, s: &Signature, map: &TypeMap) -> TypeId {
        let mut tparams = s.tparams.clone();
        let mut inner = None;
        if let Some(first) = tparams.first() {
            if !map.contains(*first) {
                // The signature stays generic: its own type parameters get constraints in the new world.
                let changes = tparams.iter().any(|p| match self.get(*p) {
                    Type::TypeParam(tp) => tp.bound().is_some_and(|b| self.subst(b, map) != b),
                    _ => false,
                });
                if changes {
                    let fresh = self.rename_tparams(&tparams, map);
                    let mut m = map.clone();
                    m.extend(&tparams, &fresh);
                    tparams = fresh.into();
                    inner = Some(m);
                }
            }
        }
        let map = inner.as_ref().unwrap_or(map);
        let params = self.subst_params(&s.params, map);
        let results = self.subst_params(&s.results, map);
        if params == s.params && results == s.results && tparams == s.tparams {
            return t;
        }
        self.signature(Signature {
            tparams,
            params,
            results,
            variadic: s.variadic,
        })
    }

    /// New type parameters like the given ones, their constraints substituted by `map` and by the renaming itself.
    pub fn rename_tparams(&self, tparams: &[TypeId], map: &TypeMap) -> Vec<TypeId> {
        let fresh: Vec<TypeId> = tparams
            .iter()
            .map(|p| match self.get(*p) {
                Type::TypeParam(tp) => {
                    let o = self.object(tp.obj);
                    let obj = self.new_type_name(o.pos, o.pkg, o.name);
                    self.new_type_param(obj, tp.index, None)
                }
                _ => *p,
            })
            .collect();
        let mut m = map.clone();
        m.extend(tparams, &fresh);
        for (p, f) in tparams.iter().zip(&fresh) {
            if let Type::TypeParam(tp) = self.get(*p) {
                if let Some(b) = tp.bound() {
                    self.set_bound(*f, self.subst(b, &m));
                }
            }
        }
        fresh
    }
}
