//! Unification: finding types for type parameters that make two types identical, or (inexactly) assignable.
//!
//! Every bound type parameter has a handle; joined parameters share one. Inexact unification ignores channel
//! directions, lets a defined type stand for its underlying type, and matches interfaces by their common methods.

use crate::types::ChanDir;
use crate::types::Entity;
use crate::types::ObjectId;
use crate::types::Param;
use crate::types::Type;
use crate::types::TypeId;
use crate::types::Types;

const DEPTH_LIMIT: usize = 50;

/// How exactly types must match.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) struct UnifyMode {
    /// As in an assignment at the top; inside exactly.
    pub(crate) assign: bool,
    /// Identical types only.
    pub(crate) exact: bool,
}

impl UnifyMode {
    pub(crate) const INEXACT: UnifyMode = UnifyMode {
        assign: false,
        exact: false,
    };
    pub(crate) const ASSIGN: UnifyMode = UnifyMode {
        assign: true,
        exact: false,
    };
    pub(crate) const EXACT: UnifyMode = UnifyMode {
        assign: false,
        exact: true,
    };
}

type Ensure<'e> = &'e mut dyn FnMut(ObjectId);
type Pairs<'p> = &'p [(TypeId, TypeId)];

/// A unification of the types of some type parameters.
pub(crate) struct Unifier<'a> {
    types: &'a Types,
    tparams: Vec<TypeId>,
    /// For each type parameter its handle.
    handles: Vec<usize>,
    values: Vec<Option<TypeId>>,
    depth: usize,
    /// Whether interfaces unify by the methods they share.
    interfaces: bool,
}

impl<'a> Unifier<'a> {
    /// A unifier for type parameters, some of them with types already.
    pub(crate) fn new(
        types: &'a Types,
        tparams: &[TypeId],
        targs: &[Option<TypeId>],
        interfaces: bool,
    ) -> Unifier<'a> {
        let values = (0..tparams.len())
            .map(|i| targs.get(i).copied().flatten())
            .collect();
        Unifier {
            types,
            tparams: tparams.to_vec(),
            handles: (0..tparams.len()).collect(),
            values,
            depth: 0,
            interfaces,
        }
    }

    fn index(&self, tpar: TypeId) -> Option<usize> {
        self.tparams.iter().position(|t| *t == tpar)
    }

    fn bound_param(&self, t: TypeId) -> Option<usize> {
        let t = self.types.unalias(t);
        if matches!(self.types.get(t), Type::TypeParam(_)) {
            self.index(t)
        } else {
            None
        }
    }

    fn join(&mut self, x: usize, y: usize) -> bool {
        let (hx, hy) = (self.handles[x], self.handles[y]);
        if hx == hy {
            return true;
        }
        let (keep, drop) = match (self.values[hx], self.values[hy]) {
            (Some(_), Some(_)) => return false,
            (Some(_), None) => (hx, hy),
            _ => (hy, hx),
        };
        for h in &mut self.handles {
            if *h == drop {
                *h = keep;
            }
        }
        true
    }

    fn value(&self, i: usize) -> Option<TypeId> {
        self.values[self.handles[i]]
    }

    /// The type of a type parameter so far.
    pub(crate) fn at(&self, tpar: TypeId) -> Option<TypeId> {
        self.value(self.index(tpar)?)
    }

    /// Sets the type of a type parameter.
    pub(crate) fn set(&mut self, tpar: TypeId, t: TypeId) {
        if let Some(i) = self.index(tpar) {
            let h = self.handles[i];
            self.values[h] = Some(t);
        }
    }

    /// How many type parameters have no type.
    pub(crate) fn unknowns(&self) -> usize {
        self.handles
            .iter()
            .filter(|h| self.values[**h].is_none())
            .count()
    }

    /// The types of type parameters so far.
    pub(crate) fn inferred(&self, tparams: &[TypeId]) -> Vec<Option<TypeId>> {
        tparams.iter().map(|t| self.at(*t)).collect()
    }

    /// Whether the types match; type parameters without type get one where that helps.
    pub(crate) fn unify(
        &mut self,
        x: TypeId,
        y: TypeId,
        mode: UnifyMode,
        ensure: Ensure<'_>,
    ) -> bool {
        self.nify(x, y, mode, &[], ensure)
    }

    fn as_interface(&self, t: TypeId) -> Option<TypeId> {
        if self.types.is_type_param(t) {
            return None;
        }
        let u = self.types.underlying(t);
        matches!(self.types.get(u), Type::Interface(_)).then_some(u)
    }

    fn nify(
        &mut self,
        x: TypeId,
        y: TypeId,
        mode: UnifyMode,
        p: Pairs<'_>,
        ensure: Ensure<'_>,
    ) -> bool {
        self.depth += 1;
        let r = self.depth <= DEPTH_LIMIT && self.nify_inner(x, y, mode, p, ensure);
        self.depth -= 1;
        r
    }

    fn nify_inner(
        &mut self,
        x: TypeId,
        y: TypeId,
        mode: UnifyMode,
        p: Pairs<'_>,
        ensure: Ensure<'_>,
    ) -> bool {
        let types = self.types;
        let (mut x, mut y) = (x, y);
        if x == y || types.unalias(x) == types.unalias(y) {
            return true;
        }
        // A defined type, if there is one, is y; a bound type parameter, if there is one, is x.
        if types.as_named(x).is_some() || self.bound_param(y).is_some() {
            std::mem::swap(&mut x, &mut y);
        }
        // A defined type may stand for its underlying type when compared with a type literal.
        if !mode.exact
            && types.is_type_lit(x)
            && !(self.interfaces && self.as_interface(x).is_some())
        {
            if let Some((ny, _)) = types.as_named(y) {
                y = types.underlying(ny);
                if x == y || types.unalias(x) == types.unalias(y) {
                    return true;
                }
            }
        }
        match (self.bound_param(x), self.bound_param(y)) {
            (Some(px), Some(py)) => {
                if self.join(px, py) {
                    return true;
                }
                let (Some(a), Some(b)) = (self.value(px), self.value(py)) else {
                    return true;
                };
                return self.nify(a, b, mode, p, ensure);
            }
            (Some(px), None) => {
                let tpar = self.tparams[px];
                let Some(xv) = self.value(px) else {
                    self.set(tpar, y);
                    return true;
                };
                if !self.nify(xv, y, mode, p, ensure) {
                    return false;
                }
                return self.refine(tpar, xv, y, mode);
            }
            _ => {}
        }

        if !mode.exact && self.interfaces {
            let (xi, yi) = (self.as_interface(x), self.as_interface(y));
            match (xi, yi) {
                (Some(xi), Some(yi)) => return self.nify_interfaces(xi, yi, p, ensure),
                (None, None) => {}
                (xi, yi) => {
                    let (iface, other) = match (xi, yi) {
                        (Some(i), _) => (i, y),
                        (_, Some(i)) => (i, x),
                        _ => return false,
                    };
                    return self.nify_methods(iface, other, ensure);
                }
            }
        }

        // If there is a type parameter left, it is x.
        if types.is_type_param(y) {
            std::mem::swap(&mut x, &mut y);
        }
        let emode = if mode.assign {
            UnifyMode {
                exact: true,
                ..mode
            }
        } else {
            mode
        };
        let yorig = y;
        let (x, y) = (types.unalias(x), types.unalias(y));
        match (types.get(x), types.get(y)) {
            (Type::Basic(a), Type::Basic(b)) => a.canonical() == b.canonical(),
            (Type::Array { len: a, elem: xe }, Type::Array { len: b, elem: ye }) => {
                (*a < 0 || *b < 0 || a == b) && self.nify(*xe, *ye, emode, p, ensure)
            }
            (Type::Slice(a), Type::Slice(b)) | (Type::Pointer(a), Type::Pointer(b)) => {
                self.nify(*a, *b, emode, p, ensure)
            }
            (Type::Struct(a), Type::Struct(b)) => {
                a.fields.len() == b.fields.len()
                    && a.fields.iter().zip(&b.fields).all(|(f, g)| {
                        f.embedded == g.embedded
                            && f.tag == g.tag
                            && types.same_id(f.pkg, f.name, g.pkg, g.name, false)
                            && self.nify(f.ty, g.ty, emode, p, ensure)
                    })
            }
            (Type::Tuple(a), Type::Tuple(b)) => self.nify_params(a, b, mode, p, ensure),
            (Type::Signature(a), Type::Signature(b)) => {
                a.variadic == b.variadic
                    && self.nify_params(&a.params, &b.params, emode, p, ensure)
                    && self.nify_params(&a.results, &b.results, emode, p, ensure)
            }
            (Type::Interface(_), Type::Interface(_)) => {
                let (xset, yset) = (types.type_set(x), types.type_set(y));
                if xset.comparable != yset.comparable
                    || !types.terms_equal(&xset.terms, &yset.terms)
                    || xset.methods.len() != yset.methods.len()
                {
                    return false;
                }
                if p.iter().any(|q| *q == (x, y) || *q == (y, x)) {
                    return true;
                }
                let mut q = p.to_vec();
                q.push((x, y));
                xset.methods.iter().zip(&yset.methods).all(|(f, g)| {
                    types.same_id(f.pkg, f.name, g.pkg, g.name, false)
                        && self.nify(f.sig, g.sig, UnifyMode::EXACT, &q, ensure)
                })
            }
            (Type::Map { key: a, elem: b }, Type::Map { key: c, elem: d }) => {
                self.nify(*a, *c, emode, p, ensure) && self.nify(*b, *d, emode, p, ensure)
            }
            (Type::Chan { dir: a, elem: b }, Type::Chan { dir: c, elem: d }) => {
                (!mode.exact || a == c) && self.nify(*b, *d, emode, p, ensure)
            }
            (Type::Named(a), Type::Named(b)) => {
                types.origin(x) == types.origin(y)
                    && a.targs.len() == b.targs.len()
                    && a.targs
                        .iter()
                        .zip(&b.targs)
                        .all(|(s, t)| self.nify(*s, *t, mode, p, ensure))
            }
            (Type::TypeParam(_), _) => match types.core_type(x) {
                Some(core) => self.nify(core, yorig, UnifyMode::ASSIGN, p, ensure),
                None => false,
            },
            _ => false,
        }
    }

    fn nify_params(
        &mut self,
        a: &[Param],
        b: &[Param],
        mode: UnifyMode,
        p: Pairs<'_>,
        ensure: Ensure<'_>,
    ) -> bool {
        a.len() == b.len()
            && a.iter()
                .zip(b)
                .all(|(v, w)| self.nify(v.ty, w.ty, mode, p, ensure))
    }

    /// The type parameter's type `x` matched `y`: keeps the better of the two.
    fn refine(&mut self, tpar: TypeId, x: TypeId, y: TypeId, mode: UnifyMode) -> bool {
        let types = self.types;
        let (xi, yi) = (self.as_interface(x), self.as_interface(y));
        let (xn, yn) = (types.as_named(x).is_some(), types.as_named(y).is_some());
        match (xi, yi) {
            (Some(xi), Some(yi)) => {
                if xn && yn {
                    return types.identical(x, y);
                }
                if types.type_set(xi).methods.len() != types.type_set(yi).methods.len() {
                    return false;
                }
            }
            (None, None) => {}
            _ => return false,
        }
        if !mode.exact && !xn {
            let directed =
                matches!(types.under(y), Type::Chan { dir, .. } if *dir != ChanDir::SendRecv);
            if yn || directed {
                self.set(tpar, y);
            }
        }
        true
    }

    fn nify_interfaces(
        &mut self,
        xi: TypeId,
        yi: TypeId,
        p: Pairs<'_>,
        ensure: Ensure<'_>,
    ) -> bool {
        let types = self.types;
        let (xset, yset) = (types.type_set(xi), types.type_set(yi));
        if xset.comparable != yset.comparable || !types.terms_equal(&xset.terms, &yset.terms) {
            return false;
        }
        if p.iter().any(|q| *q == (xi, yi) || *q == (yi, xi)) {
            return true;
        }
        let (small, large) = if xset.methods.len() > yset.methods.len() {
            (yset, xset)
        } else {
            (xset, yset)
        };
        small
            .methods
            .iter()
            .all(|m| match large.lookup_method(types, m.pkg, m.name, false) {
                Some((_, other)) => self.nify(m.sig, other.sig, UnifyMode::EXACT, &[], ensure),
                None => false,
            })
    }

    fn nify_methods(&mut self, iface: TypeId, t: TypeId, ensure: Ensure<'_>) -> bool {
        let types = self.types;
        let set = types.type_set(iface);
        set.methods.iter().all(|m| {
            let Ok(l) = types.lookup_field_or_method(t, false, m.pkg, m.name, false) else {
                return false;
            };
            if let Entity::Method(o) = l.entity {
                ensure(o);
            }
            if !l.is_method() {
                return false;
            }
            let sig = types.entity_type(&l);
            types.tparams(sig).is_empty() && self.nify(m.sig, sig, UnifyMode::EXACT, &[], ensure)
        })
    }
}
