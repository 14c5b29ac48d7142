//! Type parameters by their constraints: the specific types, and the underlying type they have in common.

use super::ChanDir;
use super::Embedded;
use super::Interface;
use super::Term;
use super::Type;
use super::TypeId;
use super::Types;
use super::named::Slot;
use crate::base::Span;

/// Why types have no common underlying type.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum NoCommonUnder {
    /// There is no specific type.
    NoSpecificType,
    /// Two channels of different element types.
    ElemTypes(TypeId, TypeId),
    /// Two channels of opposite directions.
    Directions(TypeId, TypeId),
    /// Two types of different underlying types.
    Different(TypeId, TypeId),
}

impl Types {
    /// The constraint of a type parameter as an interface type.
    pub(super) fn constraint_iface(&self, tpar: TypeId) -> TypeId {
        let empty = self.universe().empty_interface;
        let Type::TypeParam(p) = self.get(tpar) else {
            return empty;
        };
        if let Some(i) = p.iface.get() {
            return i;
        }
        let Some(bound) = p.bound.get() else {
            return empty;
        };
        if !self.is_valid(bound) {
            return empty;
        }
        let complete = self.is_complete(bound);
        let u = self.underlying(bound);
        let iface = match self.get(u) {
            Type::Interface(_) => u,
            _ if !self.is_valid(u) => empty,
            _ => self.interface(Interface {
                embeddeds: [Embedded {
                    ty: bound,
                    pos: Span::NONE,
                }]
                .into(),
                implicit: true,
                ..Interface::default()
            }),
        };
        if complete {
            Slot::set(&p.iface, iface);
        }
        iface
    }

    /// The specific types of a type parameter: none if its constraint names no types.
    pub fn param_terms(&self, tpar: TypeId) -> Option<Vec<Term>> {
        self.type_set(self.constraint_iface(self.unalias(tpar)))
            .specific()
            .map(<[Term]>::to_vec)
    }

    /// Calls `f(t, u)` for every specific type `t` of a type parameter and its underlying type `u` (once with nothing
    /// if there is none), or once for any other type; stops at false.
    pub fn all_types(
        &self,
        t: TypeId,
        mut f: impl FnMut(Option<(TypeId, TypeId)>) -> bool,
    ) -> bool {
        let Some((p, _)) = self.as_type_param(t) else {
            return f(Some((t, self.underlying(t))));
        };
        match self.param_terms(p) {
            None => f(None),
            Some(terms) => terms.iter().all(|term| {
                let u = self.unalias(term.ty);
                let u = if term.tilde { u } else { self.underlying(u) };
                f(Some((term.ty, u)))
            }),
        }
    }

    /// Like [`Types::all_types`] with the underlying types only.
    pub fn under_is(&self, t: TypeId, mut f: impl FnMut(Option<TypeId>) -> bool) -> bool {
        self.all_types(t, |tu| f(tu.map(|(_, u)| u)))
    }

    /// The underlying type that all types in the type set of `t` have in common (channels may differ in direction).
    /// `cond` may veto a type by returning an error.
    pub fn common_under<E: From<NoCommonUnder>>(
        &self,
        t: TypeId,
        mut cond: impl FnMut(Option<(TypeId, TypeId)>) -> Result<(), E>,
    ) -> Result<TypeId, E> {
        let mut common: Option<(TypeId, TypeId)> = None;
        let mut err: Option<E> = None;
        self.all_types(t, |tu| {
            if let Err(e) = cond(tu) {
                err = Some(e);
                return false;
            }
            let Some((t, u)) = tu else {
                err = Some(NoCommonUnder::NoSpecificType.into());
                return false;
            };
            let Some((ct, cu)) = common else {
                common = Some((t, u));
                return true;
            };
            if let (Type::Chan { dir: cd, elem: ce }, Type::Chan { dir, elem }) =
                (self.get(cu), self.get(u))
            {
                if !self.identical(*ce, *elem) {
                    err = Some(NoCommonUnder::ElemTypes(ct, t).into());
                    return false;
                }
                if cd == dir {
                } else if *cd == ChanDir::SendRecv {
                    common = Some((t, u));
                } else if *dir != ChanDir::SendRecv {
                    err = Some(NoCommonUnder::Directions(ct, t).into());
                    return false;
                }
                return true;
            }
            if !self.identical(cu, u) {
                err = Some(NoCommonUnder::Different(ct, t).into());
                return false;
            }
            true
        });
        match (err, common) {
            (Some(e), _) => Err(e),
            (None, Some((_, u))) => Ok(u),
            (None, None) => Err(NoCommonUnder::NoSpecificType.into()),
        }
    }

    /// [`Types::common_under`] without further conditions.
    pub fn core_type(&self, t: TypeId) -> Option<TypeId> {
        self.common_under::<NoCommonUnder>(t, |_| Ok(())).ok()
    }
}
