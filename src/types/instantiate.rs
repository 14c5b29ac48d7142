//! Instances of generic types and functions.

use std::sync::OnceLock;
use std::sync::atomic::AtomicBool;

use parking_lot::RwLock;

use super::Alias;
use super::Named;
use super::ObjectId;
use super::Signature;
use super::Type;
use super::TypeId;
use super::TypeMap;
use super::Types;
use super::named::Slot;
use crate::base::Span;

impl Types {
    /// The instance of a generic type or signature. The number of type arguments must be right (for a named type a
    /// wrong number gives an instance whose underlying type is invalid).
    pub fn instantiate(&self, orig: TypeId, targs: &[TypeId]) -> TypeId {
        self.instantiate_at(orig, targs, Span::NONE)
    }

    /// Like [`Types::instantiate`], remembering where the instance is written if it is new.
    pub fn instantiate_at(&self, orig: TypeId, targs: &[TypeId], pos: Span) -> TypeId {
        match self.get(orig) {
            Type::Named(n) => self.instance_of_named(orig, targs, &n.outer, pos),
            Type::Alias(a) => {
                let tparams = self.tparams(orig);
                let Some(rhs) = a.rhs() else {
                    return TypeId::INVALID;
                };
                if tparams.len() != targs.len() {
                    return TypeId::INVALID;
                }
                let rhs = self.subst(rhs, &TypeMap::new(tparams, targs));
                let key = (orig, Box::<[TypeId]>::from(targs));
                let mut instances = self.instances.lock();
                *instances.entry(key).or_insert_with(|| {
                    self.push_alias(Alias {
                        obj: a.obj,
                        origin: Some(orig),
                        targs: targs.into(),
                        in_generic: a.in_generic,
                        tparams: OnceLock::new(),
                        rhs: Slot::new(Some(rhs)),
                    })
                })
            }
            Type::Signature(s) => {
                if s.tparams.len() != targs.len() {
                    return TypeId::INVALID;
                }
                let map = TypeMap::new(&s.tparams, targs);
                self.signature(Signature {
                    tparams: Box::default(),
                    params: self.subst_params(&s.params, &map),
                    results: self.subst_params(&s.results, &map),
                    variadic: s.variadic,
                })
            }
            _ => TypeId::INVALID,
        }
    }

    /// The instance of a declared type by type arguments, and by what stands for the type parameters of the function
    /// around its declaration.
    pub(super) fn instance_of_named(
        &self,
        origin: TypeId,
        targs: &[TypeId],
        outer: &[TypeId],
        pos: Span,
    ) -> TypeId {
        let Type::Named(n) = self.get(origin) else {
            return TypeId::INVALID;
        };
        let key: Box<[TypeId]> = targs.iter().chain(outer).map(|t| self.canon(*t)).collect();
        let mut instances = self.instances.lock();
        *instances.entry((origin, key)).or_insert_with(|| {
            self.push_named(Named {
                obj: n.obj,
                origin: Some(origin),
                targs: targs.into(),
                pos: if pos.is_known() { pos } else { n.pos },
                outer: outer.into(),
                tparams: OnceLock::new(),
                rhs: Slot::new(None),
                underlying: Slot::new(None),
                methods: RwLock::default(),
                broken: AtomicBool::new(false),
            })
        })
    }

    /// The right-hand side of `origin` as it is in the instance `inst`.
    pub(super) fn expand(&self, origin: TypeId, inst: TypeId, rhs: TypeId) -> Option<TypeId> {
        let (Type::Named(o), Type::Named(i)) = (self.get(origin), self.get(inst)) else {
            return None;
        };
        let tparams = self.tparams(origin);
        if tparams.len() != i.targs.len() {
            return Some(TypeId::INVALID);
        }
        let mut map = TypeMap::new(tparams, &i.targs);
        if i.outer != o.outer {
            map.extend(&o.outer, &i.outer);
        }
        Some(self.subst(rhs, &map))
    }

    /// The substitution from the type parameters of a method's receiver to the type arguments of the named type
    /// `recv` that it is called on (the base type, not a pointer to it).
    pub fn receiver_map(&self, recv: TypeId, method: ObjectId) -> TypeMap {
        let targs = self.targs(self.unalias(recv));
        match self.object(method).func().and_then(|f| f.recv.get()) {
            Some(r) if r.tparams.len() == targs.len() => TypeMap::new(&r.tparams, targs),
            _ => TypeMap::empty(),
        }
    }

    /// The signature of a method as seen on the named type `recv`. The method must have been declared.
    pub fn method_sig(&self, recv: TypeId, method: ObjectId) -> TypeId {
        self.ensure_declared(method);
        self.subst(
            self.object(method).ty_or_invalid(),
            &self.receiver_map(recv, method),
        )
    }
}
