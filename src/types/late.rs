//! Library packages, whose objects are declared when they are first looked up.
//!
//! Whoever looks a name up through [`Types::lookup_in`] or [`Types::lookup_parent`], or asks for the signature of a method, gets
//! objects whose declarations are complete. Only the checker that is declaring objects of a package sees incomplete
//! ones, of that package.

use super::Object;
use super::ObjectId;
use super::ObjectKind;
use super::PackageId;
use super::ScopeId;
use super::Types;
use crate::base::Symbol;
use std::sync::Arc;
use std::sync::atomic::Ordering;

/// Declares the objects of library packages.
pub trait Declarer: Send + Sync {
    /// The package-level object of this name. It was not found in the package's scope; if there is one it will be afterwards.
    fn lookup(&self, types: &Types, pkg: PackageId, name: Symbol) -> Option<ObjectId>;
    /// Declares all package-level objects.
    fn lookup_all(&self, types: &Types, pkg: PackageId);
    /// Determines the signature of a function.
    fn declare(&self, types: &Types, func: ObjectId);
}

impl Types {
    /// Sets who declares the objects of library packages.
    pub fn set_declarer(&self, d: Arc<dyn Declarer>) {
        let _ = self.declarer.set(d);
    }

    /// A package whose objects are declared by the [`Declarer`].
    pub fn new_library_package(&self, path: &str, name: Symbol) -> PackageId {
        let id = self.new_package(path, Some(name));
        self.scope(self.package(id).scope).set_library(id);
        id
    }

    /// The object of this name in a scope, not in those around it.
    #[inline]
    pub fn lookup_in(&self, scope: ScopeId, name: Symbol) -> Option<ObjectId> {
        let s = self.scope(scope);
        match s.find(name) {
            Some(found) => found,
            None => self.declarer.get()?.lookup(self, s.library()?, name),
        }
    }

    /// The objects of a scope in order of insertion, all those of a library package included.
    pub fn elems(&self, scope: ScopeId) -> Vec<(Symbol, ObjectId)> {
        let s = self.scope(scope);
        if let (Some(pkg), Some(d)) = (s.library(), self.declarer.get()) {
            d.lookup_all(self, pkg);
        }
        s.elems()
    }

    /// Makes sure that the signature of a function or method is known.
    #[inline]
    pub fn ensure_declared(&self, o: ObjectId) {
        if let ObjectKind::Func(f) = &self.object(o).kind
            && f.pending.load(Ordering::Acquire)
            && let Some(d) = self.declarer.get()
        {
            d.declare(self, o);
        }
    }
}

impl Object {
    /// Says that the signature of a function will be determined when it is asked for.
    pub fn set_pending(&self, yes: bool) {
        if let ObjectKind::Func(f) = &self.kind {
            f.pending.store(yes, Ordering::Release);
        }
    }
}
