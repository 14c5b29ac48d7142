//! Type sets: what an interface means. The methods a type must have and the terms it must be among.

use std::sync::Arc;

use hashbrown::HashSet;

use super::MAX_TYPE_DEPTH;
use super::Method;
use super::PackageId;
use super::Term;
use super::Type;
use super::TypeId;
use super::Types;
use crate::base::Symbol;

/// Unions of more terms than this are refused.
pub const MAX_TERM_COUNT: usize = 100;

/// A union of terms in normal form (no term includes another).
#[derive(Clone, Debug)]
pub enum TermList {
    /// All types.
    All,
    /// The union of these; empty for no type at all.
    Terms(Vec<Term>),
}

/// The type set of an interface.
#[derive(Clone, Debug)]
pub struct TypeSet {
    /// All methods, sorted by exportedness, name and package.
    pub methods: Vec<Method>,
    /// The terms.
    pub terms: TermList,
    /// Whether types must be comparable; only set when `terms` is [`TermList::All`].
    pub comparable: bool,
}

impl TypeSet {
    /// The type set of `interface{}`.
    pub fn top() -> TypeSet {
        TypeSet {
            methods: Vec::new(),
            terms: TermList::All,
            comparable: false,
        }
    }

    /// Whether there is no type in it.
    pub fn is_empty(&self) -> bool {
        matches!(&self.terms, TermList::Terms(t) if t.is_empty())
    }

    /// Whether every type is in it.
    pub fn is_all(&self) -> bool {
        self.is_method_set() && self.methods.is_empty()
    }

    /// Whether it is described by methods alone.
    pub fn is_method_set(&self) -> bool {
        !self.comparable && matches!(self.terms, TermList::All)
    }

    /// Whether it names specific types.
    pub fn has_terms(&self) -> bool {
        matches!(&self.terms, TermList::Terms(t) if !t.is_empty())
    }

    /// The specific types, if there are any.
    pub fn specific(&self) -> Option<&[Term]> {
        match &self.terms {
            TermList::Terms(t) if !t.is_empty() => Some(t),
            _ => None,
        }
    }

    /// The method of this name, with its index.
    pub fn lookup_method(
        &self,
        types: &Types,
        pkg: Option<PackageId>,
        name: Symbol,
        fold_case: bool,
    ) -> Option<(usize, Method)> {
        if !fold_case && self.methods.len() > 16 {
            let i = types.search_method(&self.methods, pkg, name)?;
            return Some((i, self.methods[i]));
        }
        self.methods
            .iter()
            .position(|m| types.same_id(m.pkg, m.name, pkg, name, fold_case))
            .map(|i| (i, self.methods[i]))
    }
}

/// A computed type set and whether everything it depends on was complete.
struct Computed {
    set: Arc<TypeSet>,
    complete: bool,
}

impl Types {
    /// The type set of an interface type or union (as returned by [`Types::underlying`]); of other types, everything.
    pub fn type_set(&self, t: TypeId) -> Arc<TypeSet> {
        self.compute_type_set(t, &mut Vec::new()).set
    }

    fn compute_type_set(&self, t: TypeId, visiting: &mut Vec<TypeId>) -> Computed {
        let entry = &self.entries[t.index()];
        if let Some(s) = entry.tset.get() {
            return Computed {
                set: s.clone(),
                complete: true,
            };
        }
        if visiting.contains(&t) || visiting.len() > 2 * MAX_TYPE_DEPTH as usize {
            return Computed {
                set: Arc::new(TypeSet::top()),
                complete: false,
            };
        }
        visiting.push(t);
        let (set, complete) = match &entry.ty {
            Type::Interface(_) => self.interface_type_set(t, visiting),
            Type::Union(terms) => self.union_type_set(terms, visiting),
            _ => (TypeSet::top(), true),
        };
        visiting.pop();
        let set = Arc::new(set);
        if complete {
            return Computed {
                set: entry.tset.get_or_init(|| set).clone(),
                complete,
            };
        }
        Computed { set, complete }
    }

    fn interface_type_set(&self, t: TypeId, visiting: &mut Vec<TypeId>) -> (TypeSet, bool) {
        let Type::Interface(i) = self.get(t) else {
            return (TypeSet::top(), true);
        };
        let mut complete = true;
        let mut methods: Vec<Method> = Vec::with_capacity(i.methods.len());
        let mut seen = HashSet::new();
        let mut add = |m: Method| {
            if seen.insert(self.id_key(m.pkg, m.name)) {
                methods.push(m);
            }
        };
        i.methods.iter().for_each(|m| add(*m));
        let mut terms = TermList::All;
        let mut comparable = i.comparable;
        for e in &i.embeddeds {
            complete &= self.is_complete(e.ty);
            let u = self.underlying(e.ty);
            let (eterms, ecomp) = match self.get(u) {
                Type::Interface(_) => {
                    let c = self.compute_type_set(u, visiting);
                    complete &= c.complete;
                    c.set.methods.iter().for_each(|m| add(*m));
                    (c.set.terms.clone(), c.set.comparable)
                }
                Type::Union(_) => {
                    let c = self.compute_type_set(u, visiting);
                    complete &= c.complete;
                    (c.set.terms.clone(), false)
                }
                _ if !self.is_valid(u) => continue,
                _ => (
                    TermList::Terms(vec![Term {
                        tilde: false,
                        ty: e.ty,
                    }]),
                    false,
                ),
            };
            (terms, comparable) = self.intersect_constraints(terms, comparable, eterms, ecomp);
        }
        self.sort_methods(&mut methods);
        (
            TypeSet {
                methods,
                terms,
                comparable,
            },
            complete,
        )
    }

    fn union_type_set(&self, list: &[Term], visiting: &mut Vec<TypeId>) -> (TypeSet, bool) {
        let mut complete = true;
        let mut all = TermList::Terms(Vec::new());
        for term in list {
            complete &= self.is_complete(term.ty);
            let u = self.underlying(term.ty);
            let terms = match self.get(u) {
                Type::Interface(_) => {
                    let c = self.compute_type_set(u, visiting);
                    complete &= c.complete;
                    c.set.terms.clone()
                }
                _ if !self.is_valid(u) => continue,
                // `~T` with T not its own underlying type is an error reported elsewhere: no types.
                _ if term.tilde && !self.identical(term.ty, u) => TermList::Terms(Vec::new()),
                _ => TermList::Terms(vec![*term]),
            };
            all = self.union_terms(all, terms);
        }
        (
            TypeSet {
                methods: Vec::new(),
                terms: all,
                comparable: false,
            },
            complete,
        )
    }

    fn search_method(
        &self,
        methods: &[Method],
        pkg: Option<PackageId>,
        name: Symbol,
    ) -> Option<usize> {
        let exported = self.is_exported(name);
        let i = methods
            .binary_search_by(|m| {
                let e = self.is_exported(m.name);
                exported
                    .cmp(&e)
                    .then_with(|| self.str(m.name).cmp(self.str(name)))
                    .then_with(|| {
                        if exported {
                            std::cmp::Ordering::Equal
                        } else {
                            self.pkg_path(m.pkg).cmp(self.pkg_path(pkg))
                        }
                    })
            })
            .ok()?;
        Some(i)
    }

    /// Sorts methods: exported ones first, then by name, then by package.
    pub fn sort_methods(&self, methods: &mut [Method]) {
        methods.sort_by(|a, b| {
            let (ea, eb) = (self.is_exported(a.name), self.is_exported(b.name));
            eb.cmp(&ea)
                .then_with(|| self.str(a.name).cmp(self.str(b.name)))
                .then_with(|| {
                    if ea {
                        std::cmp::Ordering::Equal
                    } else {
                        self.pkg_path(a.pkg).cmp(self.pkg_path(b.pkg))
                    }
                })
        });
    }

    fn intersect_constraints(
        &self,
        x: TermList,
        xcomp: bool,
        y: TermList,
        ycomp: bool,
    ) -> (TermList, bool) {
        let terms = self.intersect_terms(&x, &y);
        let comp = xcomp || ycomp;
        match terms {
            TermList::Terms(mut t) if comp => {
                t.retain(|t| self.comparable_type(t.ty, false).is_ok());
                (TermList::Terms(t), false)
            }
            t => (t, comp),
        }
    }

    /// Whether the types of two terms differ, as far as the terms look at them.
    pub fn disjoint(&self, x: Term, y: Term) -> bool {
        let ux = if y.tilde { self.underlying(x.ty) } else { x.ty };
        let uy = if x.tilde { self.underlying(y.ty) } else { y.ty };
        !self.identical(ux, uy)
    }

    /// Whether a type is among those of a term.
    pub fn term_includes(&self, x: Term, t: TypeId) -> bool {
        let u = if x.tilde { self.underlying(t) } else { t };
        self.identical(x.ty, u)
    }

    fn term_subset_of(&self, x: Term, y: Term) -> bool {
        !self.disjoint(x, y) && (!x.tilde || y.tilde)
    }

    fn normalized(&self, list: Vec<Term>) -> TermList {
        let mut used = vec![false; list.len()];
        let mut out = Vec::new();
        for i in 0..list.len() {
            if used[i] {
                continue;
            }
            let mut x = list[i];
            for j in i + 1..list.len() {
                if used[j] || self.disjoint(x, list[j]) {
                    continue;
                }
                if !x.tilde && list[j].tilde {
                    x = list[j];
                }
                used[j] = true;
            }
            out.push(x);
        }
        TermList::Terms(out)
    }

    fn union_terms(&self, x: TermList, y: TermList) -> TermList {
        match (x, y) {
            (TermList::All, _) | (_, TermList::All) => TermList::All,
            (TermList::Terms(mut a), TermList::Terms(b)) => {
                a.extend(b);
                self.normalized(a)
            }
        }
    }

    fn intersect_terms(&self, x: &TermList, y: &TermList) -> TermList {
        match (x, y) {
            (TermList::All, t) | (t, TermList::All) => t.clone(),
            (TermList::Terms(a), TermList::Terms(b)) => {
                let mut out = Vec::new();
                for &s in a {
                    for &t in b {
                        if !self.disjoint(s, t) {
                            out.push(if !s.tilde || t.tilde { s } else { t });
                        }
                    }
                }
                self.normalized(out)
            }
        }
    }

    /// Whether every type of `x` is one of `y`.
    pub fn terms_subset_of(&self, x: &TermList, y: &TermList) -> bool {
        match (x, y) {
            (_, TermList::All) => true,
            (TermList::All, TermList::Terms(_)) => false,
            (TermList::Terms(a), TermList::Terms(b)) => a
                .iter()
                .all(|s| b.iter().any(|t| self.term_subset_of(*s, *t))),
        }
    }

    /// Whether two term lists describe the same types.
    pub fn terms_equal(&self, x: &TermList, y: &TermList) -> bool {
        self.terms_subset_of(x, y) && self.terms_subset_of(y, x)
    }
}
