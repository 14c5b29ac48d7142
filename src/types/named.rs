//! Nominal types: named types, aliases and type parameters, and what is learnt about them after their creation.

use std::hash::Hash;
use std::hash::Hasher;
use std::sync::OnceLock;
use std::sync::atomic::AtomicBool;
use std::sync::atomic::AtomicU32;
use std::sync::atomic::Ordering;

use hashbrown::HashMap;
use parking_lot::RwLock;

use super::ObjectId;
use super::Type;
use super::TypeId;
use super::Types;
use super::arena::UNSET;
use crate::base::Span;
use crate::base::Symbol;

/// A type slot that may not be set yet.
#[derive(Debug)]
pub(super) struct Slot(AtomicU32);

impl Slot {
    pub(super) fn new(t: Option<TypeId>) -> Slot {
        Slot(AtomicU32::new(t.map_or(UNSET, |t| t.0)))
    }

    #[inline]
    pub(super) fn get(&self) -> Option<TypeId> {
        match self.0.load(Ordering::Acquire) {
            UNSET => None,
            t => Some(TypeId(t)),
        }
    }

    pub(super) fn set(&self, t: TypeId) {
        self.0.store(t.0, Ordering::Release);
    }

    pub(super) fn clear(&self) {
        self.0.store(UNSET, Ordering::Release);
    }
}

/// The methods declared for a type.
#[derive(Debug, Default)]
pub(super) struct Methods {
    pub(super) list: Vec<ObjectId>,
    pub(super) index: HashMap<Symbol, usize>,
}

/// A declared type, or an instance of a generic one.
#[derive(Debug)]
pub struct Named {
    /// The type name; an instance has that of its origin.
    pub obj: ObjectId,
    /// For an instance the generic type, otherwise none.
    pub origin: Option<TypeId>,
    /// Type arguments of an instance.
    pub targs: Box<[TypeId]>,
    /// Where it is declared, or for an instance where that was first written.
    pub pos: Span,
    /// For a type declared inside a generic function: that function's type parameters; for an instance of such a
    /// type (which only monomorphization makes): what stands for them.
    pub outer: Box<[TypeId]>,
    pub(super) tparams: OnceLock<Box<[TypeId]>>,
    pub(super) rhs: Slot,
    pub(super) underlying: Slot,
    pub(super) methods: RwLock<Methods>,
    /// Set when the declaration turned out to be an invalid cycle.
    pub(super) broken: AtomicBool,
}

/// Another name for a type.
#[derive(Debug)]
pub struct Alias {
    /// The type name.
    pub obj: ObjectId,
    /// For an instance the generic alias.
    pub origin: Option<TypeId>,
    /// Type arguments of an instance.
    pub targs: Box<[TypeId]>,
    /// Whether it is declared inside a generic function, so that its target may mention type parameters.
    pub in_generic: bool,
    pub(super) tparams: OnceLock<Box<[TypeId]>>,
    pub(super) rhs: Slot,
}

/// A type parameter.
#[derive(Debug)]
pub struct TypeParam {
    /// The type name.
    pub obj: ObjectId,
    /// Position in its list.
    pub index: u32,
    pub(super) bound: Slot,
    /// The constraint as an interface, computed on demand.
    pub(super) iface: Slot,
}

macro_rules! identity {
    ($($t:ty),*) => {$(
        impl PartialEq for $t {
            fn eq(&self, other: &Self) -> bool {
                std::ptr::eq(self, other)
            }
        }
        impl Eq for $t {}
        impl Hash for $t {
            fn hash<H: Hasher>(&self, h: &mut H) {
                self.obj.hash(h);
            }
        }
        impl Clone for $t {
            /// Nominal types have no copies; the clone serves matches on owned types only.
            fn clone(&self) -> Self {
                self.duplicate()
            }
        }
    )*};
}
identity!(Named, Alias, TypeParam);

impl Named {
    fn duplicate(&self) -> Named {
        Named {
            obj: self.obj,
            origin: self.origin,
            targs: self.targs.clone(),
            pos: self.pos,
            outer: self.outer.clone(),
            tparams: self.tparams.clone(),
            rhs: Slot::new(self.rhs.get()),
            underlying: Slot::new(self.underlying.get()),
            methods: RwLock::new(Methods {
                list: self.methods.read().list.clone(),
                index: self.methods.read().index.clone(),
            }),
            broken: AtomicBool::new(self.broken.load(Ordering::Relaxed)),
        }
    }

    /// The right-hand side of the declaration, once known.
    pub fn rhs(&self) -> Option<TypeId> {
        self.rhs.get()
    }
}

impl Alias {
    fn duplicate(&self) -> Alias {
        Alias {
            obj: self.obj,
            origin: self.origin,
            targs: self.targs.clone(),
            in_generic: self.in_generic,
            tparams: self.tparams.clone(),
            rhs: Slot::new(self.rhs.get()),
        }
    }

    /// The right-hand side of the declaration, once known.
    pub fn rhs(&self) -> Option<TypeId> {
        self.rhs.get()
    }
}

impl TypeParam {
    fn duplicate(&self) -> TypeParam {
        TypeParam {
            obj: self.obj,
            index: self.index,
            bound: Slot::new(self.bound.get()),
            iface: Slot::new(self.iface.get()),
        }
    }

    /// The constraint as declared.
    pub fn bound(&self) -> Option<TypeId> {
        self.bound.get()
    }
}

impl Types {
    /// Declares a named type for a type name (whose type it becomes if that has none).
    pub fn new_named(&self, obj: ObjectId, outer: &[TypeId]) -> TypeId {
        let t = self.push_named(Named {
            obj,
            origin: None,
            targs: Box::default(),
            pos: self.object(obj).pos,
            outer: outer.into(),
            tparams: OnceLock::new(),
            rhs: Slot::new(None),
            underlying: Slot::new(None),
            methods: RwLock::default(),
            broken: AtomicBool::new(false),
        });
        let o = self.object(obj);
        if o.ty().is_none() {
            o.set_ty(t);
        }
        t
    }

    /// Declares an alias for a type name (whose type it becomes if that has none).
    pub fn new_alias(&self, obj: ObjectId, rhs: Option<TypeId>, in_generic: bool) -> TypeId {
        let t = self.push_alias(Alias {
            obj,
            origin: None,
            targs: Box::default(),
            in_generic,
            tparams: OnceLock::new(),
            rhs: Slot::new(rhs),
        });
        let o = self.object(obj);
        if o.ty().is_none() {
            o.set_ty(t);
        }
        t
    }

    /// Declares a type parameter for a type name (whose type it becomes if that has none).
    pub fn new_type_param(&self, obj: ObjectId, index: u32, bound: Option<TypeId>) -> TypeId {
        let t = self.push_type_param(TypeParam {
            obj,
            index,
            bound: Slot::new(bound),
            iface: Slot::new(None),
        });
        let o = self.object(obj);
        if o.ty().is_none() {
            o.set_ty(t);
        }
        t
    }

    /// Sets the constraint of a type parameter.
    pub fn set_bound(&self, tpar: TypeId, bound: TypeId) {
        if let Type::TypeParam(p) = self.get(tpar) {
            p.bound.set(bound);
            p.iface.clear();
        }
    }

    /// Sets the right-hand side of a declared type or alias. Setting it again forgets what was derived from it.
    pub fn set_rhs(&self, t: TypeId, rhs: TypeId) {
        match self.get(t) {
            Type::Named(n) => {
                n.rhs.set(rhs);
                n.underlying.clear();
            }
            Type::Alias(a) => {
                a.rhs.set(rhs);
                self.entries[t.index()]
                    .canon
                    .store(UNSET, Ordering::Release);
            }
            _ => {}
        }
    }

    /// Marks a declared type as an invalid cycle: its underlying type is the invalid type.
    pub fn set_broken(&self, t: TypeId) {
        if let Type::Named(n) = self.get(t) {
            n.broken.store(true, Ordering::Release);
        }
        self.set_rhs(t, TypeId::INVALID);
        let instances = self.instances.lock();
        for ((origin, _), inst) in instances.iter() {
            if *origin == t {
                self.set_rhs(*inst, TypeId::INVALID);
            }
        }
    }

    /// Sets the type parameters of a generic type, once.
    pub fn set_tparams(&self, t: TypeId, tparams: Vec<TypeId>) {
        match self.get(t) {
            Type::Named(n) => {
                let _ = n.tparams.set(tparams.into());
            }
            Type::Alias(a) => {
                let _ = a.tparams.set(tparams.into());
            }
            _ => {}
        }
    }

    /// Type parameters of a named type, alias (of an instance: those of its origin) or signature.
    pub fn tparams(&self, t: TypeId) -> &[TypeId] {
        match self.get(t) {
            Type::Named(n) => match n.origin {
                Some(o) => self.tparams(o),
                None => n.tparams.get().map_or(&[], |l| l),
            },
            Type::Alias(a) => match a.origin {
                Some(o) => self.tparams(o),
                None => a.tparams.get().map_or(&[], |l| l),
            },
            Type::Signature(s) => &s.tparams,
            _ => &[],
        }
    }

    /// Type arguments of an instance.
    pub fn targs(&self, t: TypeId) -> &[TypeId] {
        match self.get(t) {
            Type::Named(n) => &n.targs,
            Type::Alias(a) => &a.targs,
            _ => &[],
        }
    }

    /// The generic type of an instance, or the type itself.
    pub fn origin(&self, t: TypeId) -> TypeId {
        match self.get(t) {
            Type::Named(n) => n.origin.unwrap_or(t),
            Type::Alias(a) => a.origin.unwrap_or(t),
            _ => t,
        }
    }

    /// The type an alias stands for; other types are themselves.
    pub fn unalias(&self, t: TypeId) -> TypeId {
        let mut t = t;
        let mut steps = 0;
        while let Type::Alias(a) = self.get(t) {
            steps += 1;
            match a.rhs.get() {
                Some(r) if steps < 10_000 => t = r,
                _ => return TypeId::INVALID,
            }
        }
        t
    }

    /// The named type, looking through aliases, with its id.
    pub fn as_named(&self, t: TypeId) -> Option<(TypeId, &Named)> {
        let t = self.unalias(t);
        match self.get(t) {
            Type::Named(n) => Some((t, n)),
            _ => None,
        }
    }

    /// The type parameter, looking through aliases, with its id.
    pub fn as_type_param(&self, t: TypeId) -> Option<(TypeId, &TypeParam)> {
        let t = self.unalias(t);
        match self.get(t) {
            Type::TypeParam(p) => Some((t, p)),
            _ => None,
        }
    }

    /// The methods declared for a named type (of an instance: for its origin), in order.
    pub fn methods(&self, named: TypeId) -> Vec<ObjectId> {
        match self.get(self.origin(self.unalias(named))) {
            Type::Named(n) => n.methods.read().list.clone(),
            _ => Vec::new(),
        }
    }

    /// Adds a method to a declared type.
    pub fn add_method(&self, named: TypeId, m: ObjectId) {
        if let Type::Named(n) = self.get(named) {
            let methods = &mut *n.methods.write();
            methods
                .index
                .entry(self.object(m).name)
                .or_insert(methods.list.len());
            methods.list.push(m);
        }
    }

    /// Sets the methods of a declared type.
    pub fn set_methods(&self, named: TypeId, list: Vec<ObjectId>) {
        if let Type::Named(n) = self.get(named) {
            let methods = &mut *n.methods.write();
            methods.index.clear();
            for (i, m) in list.iter().enumerate() {
                methods.index.entry(self.object(*m).name).or_insert(i);
            }
            methods.list = list;
        }
    }

    /// The underlying type.
    pub fn underlying(&self, t: TypeId) -> TypeId {
        match self.get(t) {
            Type::Named(n) => n
                .underlying
                .get()
                .unwrap_or_else(|| self.resolve_underlying(t)),
            Type::Alias(_) => self.underlying(self.unalias(t)),
            Type::TypeParam(_) => self.constraint_iface(t),
            _ => t,
        }
    }

    /// The underlying type, as a type.
    #[inline]
    pub fn under(&self, t: TypeId) -> &Type {
        self.get(self.underlying(t))
    }

    /// Whether the right-hand side of every declaration on the way to the underlying type is known.
    pub fn is_complete(&self, t: TypeId) -> bool {
        let mut t = t;
        let mut steps = 0;
        loop {
            let rhs = match self.get(t) {
                Type::Named(n) if n.underlying.get().is_some() => return true,
                Type::Named(_) => self.named_rhs(t),
                Type::Alias(a) => a.rhs.get(),
                _ => return true,
            };
            steps += 1;
            match rhs {
                Some(r) if steps < 1_000_000 => t = r,
                _ => return false,
            }
        }
    }

    fn resolve_underlying(&self, t: TypeId) -> TypeId {
        let mut path: Vec<TypeId> = Vec::new();
        let mut rhs = t;
        let u = loop {
            match self.get(rhs) {
                Type::Alias(_) => rhs = self.unalias(rhs),
                Type::Named(n) => {
                    if let Some(u) = n.underlying.get() {
                        break u;
                    }
                    if path.contains(&rhs) {
                        break TypeId::INVALID;
                    }
                    path.push(rhs);
                    match self.named_rhs(rhs) {
                        Some(r) => rhs = r,
                        // Still being declared: nothing to remember yet.
                        None => return TypeId::INVALID,
                    }
                }
                Type::TypeParam(_) => break TypeId::INVALID,
                _ => break rhs,
            }
        };
        for p in path {
            if let Type::Named(n) = self.get(p) {
                n.underlying.set(u);
            }
        }
        u
    }

    /// The right-hand side; that of an instance is its origin's with the type arguments in place.
    pub(super) fn named_rhs(&self, t: TypeId) -> Option<TypeId> {
        let Type::Named(n) = self.get(t) else {
            return Some(t);
        };
        if let Some(r) = n.rhs.get() {
            return Some(r);
        }
        let origin = n.origin?;
        let Type::Named(o) = self.get(origin) else {
            return None;
        };
        let rhs = o.rhs.get()?;
        let expanded = self.expand(origin, t, rhs)?;
        n.rhs.set(expanded);
        Some(expanded)
    }
}
