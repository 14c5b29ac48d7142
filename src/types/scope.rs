//! Scopes: names and the objects they denote, each inside another up to the universe.
//!
//! Local declarations are inserted when their scope begins, so lookup needs no positions.

use std::sync::OnceLock;
use std::sync::atomic::AtomicBool;
use std::sync::atomic::Ordering;

use hashbrown::HashMap;
use parking_lot::RwLock;

use super::ObjectId;
use super::PackageId;
use crate::base::Symbol;

/// A scope of a [`super::Types`] arena.
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Debug)]
pub struct ScopeId(pub u32);

impl ScopeId {
    /// The id as an index.
    #[inline]
    pub fn index(self) -> usize {
        self.0 as usize
    }
}

/// A scope.
#[derive(Debug)]
pub struct Scope {
    /// The scope around it.
    pub parent: Option<ScopeId>,
    is_func: AtomicBool,
    library: OnceLock<PackageId>,
    elems: RwLock<Elems>,
}

/// Stands for a name that is known to have no object.
const ABSENT: ObjectId = ObjectId(u32::MAX);

/// Most local scopes hold a few names: those are searched in order.
#[derive(Debug)]
enum Elems {
    Few(Vec<(Symbol, ObjectId)>),
    Many(
        Vec<(Symbol, ObjectId)>,
        HashMap<Symbol, ObjectId, foldhash::fast::FixedState>,
    ),
}

impl Scope {
    /// An empty scope.
    pub fn new(parent: Option<ScopeId>) -> Scope {
        Scope {
            parent,
            is_func: AtomicBool::new(false),
            library: OnceLock::new(),
            elems: RwLock::new(Elems::Few(Vec::new())),
        }
    }

    /// Marks it as the scope of a function's parameters and body.
    pub fn set_func(&self) {
        self.is_func.store(true, Ordering::Relaxed);
    }

    /// Whether it is the scope of a function.
    pub fn is_func(&self) -> bool {
        self.is_func.load(Ordering::Relaxed)
    }

    /// The library package whose objects are in this scope: some of them, others when they are looked up.
    pub fn library(&self) -> Option<PackageId> {
        self.library.get().copied()
    }

    pub(super) fn set_library(&self, pkg: PackageId) {
        let _ = self.library.set(pkg);
    }

    /// The object of this name in this scope. Library packages have more (see [`super::Types::lookup_in`]).
    pub fn lookup(&self, name: Symbol) -> Option<ObjectId> {
        self.find(name).flatten()
    }

    /// What is known about this name: its object, or that there is none.
    #[inline]
    pub(super) fn find(&self, name: Symbol) -> Option<Option<ObjectId>> {
        let found = match &*self.elems.read() {
            Elems::Few(v) => v.iter().find(|e| e.0 == name).map(|e| e.1),
            Elems::Many(_, m) => m.get(&name).copied(),
        };
        match found {
            Some(o) => Some((o != ABSENT).then_some(o)),
            None => match self.library.get() {
                None => Some(None),
                Some(_) => None,
            },
        }
    }

    /// Notes that a library package has no object of this name.
    pub fn set_absent(&self, name: Symbol) {
        self.insert(name, ABSENT);
    }

    /// Adds an object unless the name is taken; then that object is returned.
    pub fn insert(&self, name: Symbol, o: ObjectId) -> Option<ObjectId> {
        if let Some(alt) = self.lookup(name) {
            return Some(alt);
        }
        let elems = &mut *self.elems.write();
        match elems {
            Elems::Few(v) => {
                v.push((name, o));
                if v.len() > 8 {
                    let m = v.iter().copied().collect();
                    *elems = Elems::Many(std::mem::take(v), m);
                }
            }
            Elems::Many(v, m) => {
                v.push((name, o));
                m.insert(name, o);
            }
        }
        None
    }

    /// Adds an object, in place of the one that has the name, if there is one.
    pub fn replace(&self, name: Symbol, o: ObjectId) {
        if self.insert(name, o).is_none() {
            return;
        }
        match &mut *self.elems.write() {
            Elems::Few(v) => v.iter_mut().filter(|e| e.0 == name).for_each(|e| e.1 = o),
            // The list keeps the old object, which `elems` leaves out.
            Elems::Many(v, m) => {
                m.insert(name, o);
                v.push((name, o));
            }
        }
    }

    /// The objects in order of insertion.
    pub fn elems(&self) -> Vec<(Symbol, ObjectId)> {
        match &*self.elems.read() {
            Elems::Few(v) => v.iter().filter(|e| e.1 != ABSENT).copied().collect(),
            Elems::Many(v, m) => {
                let current = |e: &&(Symbol, ObjectId)| e.1 != ABSENT && m.get(&e.0) == Some(&e.1);
                v.iter().filter(current).copied().collect()
            }
        }
    }
}
