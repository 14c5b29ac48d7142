//! Whether a type has the methods of an interface, and if not, why.

use super::Entity;
use super::LookupFailure;
use super::Method;
use super::ObjectId;
use super::Type;
use super::TypeId;
use super::Types;
use crate::base::Symbol;

/// Called before the type of a method is looked at, so that a checker can determine it first.
pub type Ensure<'a> = &'a mut dyn FnMut(ObjectId);

/// A method that is missing.
#[derive(Clone, Debug)]
pub struct MissingMethod {
    /// The method of the interface.
    pub method: Method,
    /// Why it is missing.
    pub cause: MissingCause,
}

/// Why a method is missing.
#[derive(Clone, Debug)]
pub enum MissingCause {
    /// There is none of this name.
    NotFound,
    /// There is one whose name differs in case: its name and signature.
    WrongName(Symbol, TypeId),
    /// There is one of this name in another package.
    Unexported,
    /// There is one with this other signature.
    WrongSig(TypeId),
    /// There are several.
    Ambiguous,
    /// It has a pointer receiver.
    PtrRecv,
    /// It is a field.
    Field,
}

impl Types {
    /// The first method of interface `t` that `v` does not have. If `v` is an interface and not `is_static`, methods that
    /// it does not have are not missing (a type assertion may find them).
    pub fn missing_method(
        &self,
        v: TypeId,
        t: TypeId,
        is_static: bool,
        equivalent: &mut dyn FnMut(TypeId, TypeId) -> bool,
        ensure: Ensure<'_>,
    ) -> Option<MissingMethod> {
        let set = self.type_set(self.underlying(t));
        let vu = self.underlying(v);
        if matches!(self.get(vu), Type::Interface(_)) {
            let vset = self.type_set(vu);
            for m in &set.methods {
                let cause = match vset.lookup_method(self, m.pkg, m.name, false) {
                    None if !is_static => continue,
                    None => MissingCause::NotFound,
                    Some((_, f)) if !equivalent(f.sig, m.sig) => MissingCause::WrongSig(f.sig),
                    Some(_) => continue,
                };
                return Some(MissingMethod { method: *m, cause });
            }
            return None;
        }
        for m in &set.methods {
            let cause = match self.lookup_impl(v, false, m.pkg, m.name, false) {
                Err(LookupFailure::Ambiguous) => MissingCause::Ambiguous,
                Err(LookupFailure::PointerReceiver) => MissingCause::PtrRecv,
                Err(LookupFailure::NotFound) => {
                    match self.lookup_impl(v, false, m.pkg, m.name, true) {
                        Ok(l) if l.is_method() => {
                            if let Entity::Method(o) = l.entity {
                                ensure(o);
                            }
                            let name = l.name(self);
                            if name == m.name {
                                MissingCause::Unexported
                            } else {
                                MissingCause::WrongName(name, self.entity_type(&l))
                            }
                        }
                        _ => MissingCause::NotFound,
                    }
                }
                Ok(l) => {
                    if let Entity::Method(o) = l.entity {
                        ensure(o);
                    }
                    match l.entity {
                        Entity::Field(_) => MissingCause::Field,
                        _ => {
                            let sig = self.entity_type(&l);
                            if equivalent(sig, m.sig) {
                                continue;
                            }
                            MissingCause::WrongSig(sig)
                        }
                    }
                }
            };
            return Some(MissingMethod { method: *m, cause });
        }
        None
    }

    /// Whether `v` has all methods of interface `t`, for types whose declarations are complete.
    pub fn has_methods(&self, v: TypeId, t: TypeId) -> bool {
        self.missing_method(v, t, true, &mut |a, b| self.identical(a, b), &mut |_| {})
            .is_none()
    }

    /// Whether an embedded field of the struct type is invalid, so that nothing is known about its methods.
    pub fn has_invalid_embedded_fields(&self, t: TypeId) -> bool {
        self.invalid_embedded_rec(t, &mut Vec::new())
    }

    fn invalid_embedded_rec(&self, t: TypeId, seen: &mut Vec<TypeId>) -> bool {
        let u = self.underlying(self.deref_struct_ptr(t));
        let Type::Struct(s) = self.get(u) else {
            return false;
        };
        if seen.contains(&u) {
            return false;
        }
        seen.push(u);
        s.fields
            .iter()
            .any(|f| f.embedded && (!self.is_valid(f.ty) || self.invalid_embedded_rec(f.ty, seen)))
    }
}
