//! Operands whose type may be a type parameter: the specific types behind it and what they have in common. For any
//! other type the only specific type is the type itself.

use super::Checker;
use crate::types::NoCommonUnder;
use crate::types::TypeId;

/// Why a condition on all specific types fails.
enum Failure {
    Common(NoCommonUnder),
    Cause(String),
}

impl From<NoCommonUnder> for Failure {
    fn from(e: NoCommonUnder) -> Failure {
        Failure::Common(e)
    }
}

impl<'a> Checker<'a> {
    /// The specific types with their underlying types; nothing in place of them if there are none.
    pub(crate) fn specific_pairs(&self, t: TypeId) -> Vec<Option<(TypeId, TypeId)>> {
        let mut pairs = Vec::with_capacity(1);
        self.types.all_types(t, |pair| {
            pairs.push(pair);
            true
        });
        pairs
    }

    /// The underlying types of the specific types.
    pub(crate) fn specific_unders(&self, t: TypeId) -> Vec<Option<TypeId>> {
        self.specific_pairs(t)
            .into_iter()
            .map(|p| p.map(|(_, u)| u))
            .collect()
    }

    /// The specific types.
    pub(crate) fn specific_types(&self, t: TypeId) -> Vec<Option<TypeId>> {
        self.specific_pairs(t)
            .into_iter()
            .map(|p| p.map(|(t, _)| t))
            .collect()
    }

    /// The common underlying type; `cond` may refuse a specific type by giving a reason.
    pub(crate) fn common_under_if(
        &self,
        t: TypeId,
        cond: impl Fn(&Checker<'a>, Option<(TypeId, TypeId)>) -> Option<String>,
    ) -> Result<TypeId, String> {
        let result = self
            .types
            .common_under::<Failure>(t, |pair| match cond(self, pair) {
                Some(cause) => Err(Failure::Cause(cause)),
                None => Ok(()),
            });
        result.map_err(|failure| match failure {
            Failure::Cause(cause) => cause,
            Failure::Common(e) => self.no_common_under(e),
        })
    }

    fn no_common_under(&self, e: NoCommonUnder) -> String {
        match e {
            NoCommonUnder::NoSpecificType => "no specific type".to_string(),
            NoCommonUnder::ElemTypes(a, b) => {
                let (a, b) = self.type_strs(a, b);
                format!("channels {a} and {b} have different element types")
            }
            NoCommonUnder::Directions(a, b) => {
                let (a, b) = self.type_strs(a, b);
                format!("channels {a} and {b} have conflicting directions")
            }
            NoCommonUnder::Different(a, b) => {
                let (a, b) = self.type_strs(a, b);
                format!("{a} and {b} have different underlying types")
            }
        }
    }

    /// Two types as messages show them.
    pub(crate) fn type_strs(&self, a: TypeId, b: TypeId) -> (String, String) {
        (self.type_str(a), self.type_str(b))
    }
}
