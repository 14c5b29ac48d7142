//! Lookup of fields and methods through embedded fields.

use super::Field;
use super::MAX_TYPE_DEPTH;
use super::Method;
use super::ObjectId;
use super::PackageId;
use super::Type;
use super::TypeId;
use super::Types;
use crate::base::Symbol;
use crate::base::sym;

/// What a selector denotes.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Entity {
    /// A field of a struct.
    Field(Field),
    /// A method of a declared type.
    Method(ObjectId),
    /// A method of an interface (or of a type parameter's constraint).
    IfaceMethod(Method),
}

/// A field or method and the way to it.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Lookup {
    /// What was found.
    pub entity: Entity,
    /// Field indices through embedded structs, then the index of the field or method.
    pub index: Vec<u32>,
    /// Whether a pointer was followed on the way.
    pub indirect: bool,
    /// The type that has the field or method itself: a named type for a method, otherwise what the struct or interface
    /// is the underlying type of.
    pub holder: TypeId,
}

/// Why nothing was found.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum LookupFailure {
    /// There is none.
    NotFound,
    /// Several at the same depth.
    Ambiguous,
    /// A method with a pointer receiver, but the value is neither a pointer nor addressable.
    PointerReceiver,
}

impl Lookup {
    /// The name of what was found.
    pub fn name(&self, types: &Types) -> Symbol {
        self.entity.name(types)
    }

    /// Whether it is a method.
    pub fn is_method(&self) -> bool {
        !matches!(self.entity, Entity::Field(_))
    }
}

impl Entity {
    /// Its name.
    pub fn name(&self, types: &Types) -> Symbol {
        match self {
            Entity::Field(f) => f.name,
            Entity::Method(o) => types.object(*o).name,
            Entity::IfaceMethod(m) => m.name,
        }
    }

    /// The package that declares it.
    pub fn pkg(&self, types: &Types) -> Option<PackageId> {
        match self {
            Entity::Field(f) => f.pkg,
            Entity::Method(o) => types.object(*o).pkg,
            Entity::IfaceMethod(m) => m.pkg,
        }
    }
}

#[derive(Clone)]
struct EmbeddedType {
    ty: TypeId,
    index: Vec<u32>,
    indirect: bool,
    multiples: bool,
}

impl Types {
    /// Looks for a field or method of `t`; `pkg` is where the selector stands, for names that are not exported.
    /// Methods with pointer receivers are found if there is a pointer on the way or `addressable` is set.
    pub fn lookup_field_or_method(
        &self,
        t: TypeId,
        addressable: bool,
        pkg: Option<PackageId>,
        name: Symbol,
        fold_case: bool,
    ) -> Result<Lookup, LookupFailure> {
        // A named pointer type has no methods, but the fields of what it points to.
        if self.as_named(t).is_some() {
            let u = self.underlying(t);
            if matches!(self.get(u), Type::Pointer(_)) {
                let r = self.lookup_impl(u, false, pkg, name, fold_case);
                return match r {
                    Ok(l) if l.is_method() => Err(LookupFailure::NotFound),
                    r => r,
                };
            }
        }
        self.lookup_impl(t, addressable, pkg, name, fold_case)
    }

    /// Like [`Types::lookup_field_or_method`] without the rule for named pointer types.
    pub fn lookup_impl(
        &self,
        t: TypeId,
        addressable: bool,
        pkg: Option<PackageId>,
        name: Symbol,
        fold_case: bool,
    ) -> Result<Lookup, LookupFailure> {
        if name == sym::UNDERSCORE {
            return Err(LookupFailure::NotFound);
        }
        let (ty, is_ptr) = self.deref(t);
        if is_ptr && self.is_interface(ty) {
            return Err(LookupFailure::NotFound);
        }
        let mut current = vec![EmbeddedType {
            ty,
            index: Vec::new(),
            indirect: is_ptr,
            multiples: false,
        }];
        let mut seen: Vec<TypeId> = Vec::new();
        let mut level = 0;
        while !current.is_empty() && level < MAX_TYPE_DEPTH {
            level += 1;
            let mut next: Vec<EmbeddedType> = Vec::new();
            let mut found: Option<Lookup> = None;
            for e in &current {
                let at = |i: usize| {
                    let mut v = e.index.clone();
                    v.push(i as u32);
                    v
                };
                if let Some((id, n)) = self.as_named(e.ty) {
                    if seen.contains(&id) {
                        continue;
                    }
                    seen.push(id);
                    if let Some((i, m)) =
                        self.lookup_declared_method(id, n.obj, pkg, name, fold_case)
                    {
                        if found.is_some() || e.multiples {
                            return Err(LookupFailure::Ambiguous);
                        }
                        found = Some(Lookup {
                            entity: Entity::Method(m),
                            index: at(i),
                            indirect: e.indirect,
                            holder: id,
                        });
                        continue;
                    }
                }
                let u = self.underlying(e.ty);
                match self.get(u) {
                    Type::Struct(s) => {
                        for (i, f) in s.fields.iter().enumerate() {
                            if self.same_id(f.pkg, f.name, pkg, name, fold_case) {
                                if found.is_some() || e.multiples {
                                    return Err(LookupFailure::Ambiguous);
                                }
                                found = Some(Lookup {
                                    entity: Entity::Field(*f),
                                    index: at(i),
                                    indirect: e.indirect,
                                    holder: e.ty,
                                });
                                continue;
                            }
                            if found.is_none() && f.embedded {
                                let (ty, is_ptr) = self.deref(f.ty);
                                next.push(EmbeddedType {
                                    ty,
                                    index: at(i),
                                    indirect: e.indirect || is_ptr,
                                    multiples: e.multiples,
                                });
                            }
                        }
                    }
                    Type::Interface(_) => {
                        if let Some((i, m)) =
                            self.type_set(u).lookup_method(self, pkg, name, fold_case)
                        {
                            if found.is_some() || e.multiples {
                                return Err(LookupFailure::Ambiguous);
                            }
                            found = Some(Lookup {
                                entity: Entity::IfaceMethod(m),
                                index: at(i),
                                indirect: e.indirect,
                                holder: e.ty,
                            });
                        }
                    }
                    _ => {}
                }
            }
            if let Some(l) = found {
                if let Entity::Method(m) = l.entity {
                    if self.has_ptr_recv(m) && !l.indirect && !addressable {
                        return Err(LookupFailure::PointerReceiver);
                    }
                }
                return Ok(l);
            }
            current = self.consolidate_multiples(next);
        }
        Err(LookupFailure::NotFound)
    }

    /// The method of this name declared for a named type, with its index.
    pub fn lookup_declared_method(
        &self,
        named: TypeId,
        obj: ObjectId,
        pkg: Option<PackageId>,
        name: Symbol,
        fold_case: bool,
    ) -> Option<(usize, ObjectId)> {
        if !(fold_case || self.is_exported(name) || self.same_pkg(self.object(obj).pkg, pkg)) {
            return None;
        }
        let Type::Named(n) = self.get(self.origin(named)) else {
            return None;
        };
        let methods = n.methods.read();
        let i = match methods.index.get(&name) {
            Some(i) => *i,
            None if !fold_case => return None,
            None => methods
                .list
                .iter()
                .position(|m| super::predicates::equal_fold(self.name(*m), self.str(name)))?,
        };
        Some((i, methods.list[i]))
    }

    fn consolidate_multiples(&self, list: Vec<EmbeddedType>) -> Vec<EmbeddedType> {
        if list.len() <= 1 {
            return list;
        }
        let mut out: Vec<EmbeddedType> = Vec::with_capacity(list.len());
        for e in list {
            match out.iter_mut().find(|o| self.identical(o.ty, e.ty)) {
                Some(o) => o.multiples = true,
                None => out.push(e),
            }
        }
        out
    }

    /// The names along a field path, for messages.
    pub fn field_path(&self, t: TypeId, index: &[u32]) -> String {
        let mut names = Vec::new();
        let mut t = t;
        for &i in index {
            let Type::Struct(s) = self.under(self.deref_struct_ptr(t)) else {
                break;
            };
            let Some(f) = s.fields.get(i as usize) else {
                break;
            };
            names.push(self.str(f.name));
            t = f.ty;
        }
        names.join(".")
    }

    /// The type of a found field or method. For a method the receiver is left out; it must have been declared.
    pub fn entity_type(&self, l: &Lookup) -> TypeId {
        match l.entity {
            Entity::Field(f) => f.ty,
            Entity::Method(m) => self.method_sig(l.holder, m),
            Entity::IfaceMethod(m) => m.sig,
        }
    }
}
