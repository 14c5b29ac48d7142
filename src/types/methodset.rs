//! Method sets: all methods a value of a type has, promoted ones included. Needed by lowering for run-time type
//! descriptors and itabs; the checker itself looks methods up by name.

use hashbrown::HashSet;

use super::Entity;
use super::Lookup;
use super::Type;
use super::TypeId;
use super::Types;
use crate::base::Symbol;

/// A method of a method set.
#[derive(Clone, Debug)]
pub struct MethodSetEntry {
    /// Its name.
    pub name: Symbol,
    /// The method and the path to it.
    pub lookup: Lookup,
    /// Its signature, without receiver.
    pub sig: TypeId,
}

impl Types {
    /// The method set of a type, sorted as the methods of an interface are.
    pub fn method_set(&self, t: TypeId) -> Vec<MethodSetEntry> {
        let names = self.method_names(t).into_iter();
        let mut out: Vec<MethodSetEntry> = names
            .filter_map(|(pkg, name)| self.method_of_set(t, pkg, name))
            .collect();
        out.sort_by(|a, b| {
            let (ea, eb) = (self.is_exported(a.name), self.is_exported(b.name));
            eb.cmp(&ea)
                .then_with(|| self.str(a.name).cmp(self.str(b.name)))
                .then_with(|| {
                    if ea {
                        std::cmp::Ordering::Equal
                    } else {
                        let path = |e: &MethodSetEntry| {
                            self.pkg_path(e.lookup.entity.pkg(self)).to_string()
                        };
                        path(a).cmp(&path(b))
                    }
                })
        });
        out
    }

    /// The names (with packages where they are not exported) of all methods that a type could have, and of some that it has not.
    pub fn method_names(&self, t: TypeId) -> Vec<(Option<super::PackageId>, Symbol)> {
        let mut out = Vec::new();
        let (base, _) = self.deref(t);
        self.collect_names(base, &mut out, &mut HashSet::new(), 0);
        let mut seen = HashSet::new();
        out.retain_mut(|(pkg, name)| {
            pkg.take_if(|_| self.is_exported(*name));
            seen.insert((*pkg, *name))
        });
        out
    }

    /// The method of this name in the method set of a type.
    pub fn method_of_set(
        &self,
        t: TypeId,
        pkg: Option<super::PackageId>,
        name: Symbol,
    ) -> Option<MethodSetEntry> {
        let lookup = self.lookup_field_or_method(t, false, pkg, name, false);
        let lookup = lookup.ok().filter(|l| l.is_method())?;
        let sig = self.entity_type(&lookup);
        Some(MethodSetEntry { name, lookup, sig })
    }

    fn collect_names(
        &self,
        t: TypeId,
        out: &mut Vec<(Option<super::PackageId>, Symbol)>,
        seen: &mut HashSet<TypeId>,
        depth: usize,
    ) {
        if depth > 100 || !seen.insert(self.canon(t)) {
            return;
        }
        if self.as_named(t).is_some() {
            for m in self.methods(t) {
                let o = self.object(m);
                out.push((o.pkg, o.name));
            }
        }
        let u = self.underlying(t);
        match self.get(u) {
            Type::Struct(s) => {
                for f in s.fields.iter().filter(|f| f.embedded) {
                    self.collect_names(self.deref(f.ty).0, out, seen, depth + 1);
                }
            }
            Type::Interface(_) => {
                out.extend(self.type_set(u).methods.iter().map(|m| (m.pkg, m.name)))
            }
            _ => {}
        }
    }

    /// The declared method that implements an interface method for values of a concrete type.
    pub fn concrete_method(
        &self,
        t: TypeId,
        pkg: Option<super::PackageId>,
        name: Symbol,
    ) -> Option<Lookup> {
        match self.lookup_field_or_method(t, true, pkg, name, false) {
            Ok(l) if matches!(l.entity, Entity::Method(_) | Entity::IfaceMethod(_)) => Some(l),
            _ => None,
        }
    }
}
