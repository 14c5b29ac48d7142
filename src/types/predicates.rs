//! Questions about types.

use super::BasicInfo;
use super::BasicKind;
use super::PackageId;
use super::Type;
use super::TypeId;
use super::Types;
use crate::base::Symbol;

/// Why a type is not comparable.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum NotComparable {
    /// No further reason.
    Plain,
    /// A struct with a field of this type.
    StructContaining(TypeId),
    /// This (array) type.
    Type(TypeId),
    /// An interface without types.
    EmptyTypeSet,
    /// A constraint with types that are not comparable.
    IncomparableTypes,
}

impl Types {
    /// Whether it is not the invalid type.
    pub fn is_valid(&self, t: TypeId) -> bool {
        self.unalias(t) != TypeId::INVALID
    }

    /// The kind, if the type (not its underlying type) is basic.
    #[inline]
    pub fn basic_kind(&self, t: TypeId) -> Option<BasicKind> {
        match self.get(t) {
            Type::Basic(k) => Some(*k),
            _ => None,
        }
    }

    /// The kind of the underlying type, if basic; `byte` and `rune` under their proper names.
    pub fn under_basic(&self, t: TypeId) -> Option<BasicKind> {
        match self.under(t) {
            Type::Basic(k) => Some(k.canonical()),
            _ => None,
        }
    }

    /// Whether the underlying type is basic with any of these properties.
    pub fn is_basic(&self, t: TypeId, info: BasicInfo) -> bool {
        matches!(self.under(t), Type::Basic(k) if k.info().any(info))
    }

    /// Like [`Types::is_basic`], for a type parameter asked of all types in its type set.
    pub fn all_basic(&self, t: TypeId, info: BasicInfo) -> bool {
        match self.as_type_param(t) {
            Some((p, _)) => self
                .param_terms(p)
                .is_some_and(|ts| ts.iter().all(|t| self.is_basic(t.ty, info))),
            None => self.is_basic(t, info),
        }
    }

    /// Whether it is a boolean type.
    pub fn is_boolean(&self, t: TypeId) -> bool {
        self.is_basic(t, BasicInfo::BOOLEAN)
    }
    /// Whether it is an integer type.
    pub fn is_integer(&self, t: TypeId) -> bool {
        self.is_basic(t, BasicInfo::INTEGER)
    }
    /// Whether it is an unsigned integer type.
    pub fn is_unsigned(&self, t: TypeId) -> bool {
        self.is_basic(t, BasicInfo::UNSIGNED)
    }
    /// Whether it is a float type.
    pub fn is_float(&self, t: TypeId) -> bool {
        self.is_basic(t, BasicInfo::FLOAT)
    }
    /// Whether it is a complex type.
    pub fn is_complex(&self, t: TypeId) -> bool {
        self.is_basic(t, BasicInfo::COMPLEX)
    }
    /// Whether it is a numeric type.
    pub fn is_numeric(&self, t: TypeId) -> bool {
        self.is_basic(t, BasicInfo::NUMERIC)
    }
    /// Whether it is a string type.
    pub fn is_string(&self, t: TypeId) -> bool {
        self.is_basic(t, BasicInfo::STRING)
    }
    /// Whether constants can have it.
    pub fn is_const_type(&self, t: TypeId) -> bool {
        self.is_basic(t, BasicInfo::CONST_TYPE)
    }
    /// Whether all its types are boolean.
    pub fn all_boolean(&self, t: TypeId) -> bool {
        self.all_basic(t, BasicInfo::BOOLEAN)
    }
    /// Whether all its types are integers.
    pub fn all_integer(&self, t: TypeId) -> bool {
        self.all_basic(t, BasicInfo::INTEGER)
    }
    /// Whether all its types are unsigned integers.
    pub fn all_unsigned(&self, t: TypeId) -> bool {
        self.all_basic(t, BasicInfo::UNSIGNED)
    }
    /// Whether all its types are numeric.
    pub fn all_numeric(&self, t: TypeId) -> bool {
        self.all_basic(t, BasicInfo::NUMERIC)
    }
    /// Whether all its types are strings.
    pub fn all_string(&self, t: TypeId) -> bool {
        self.all_basic(t, BasicInfo::STRING)
    }
    /// Whether all its types are ordered.
    pub fn all_ordered(&self, t: TypeId) -> bool {
        self.all_basic(t, BasicInfo::ORDERED)
    }
    /// Whether all its types are numbers or strings.
    pub fn all_numeric_or_string(&self, t: TypeId) -> bool {
        self.all_basic(t, BasicInfo::NUMERIC.or(BasicInfo::STRING))
    }

    /// Whether it is an untyped kind.
    pub fn is_untyped(&self, t: TypeId) -> bool {
        matches!(self.get(t), Type::Basic(k) if k.info().any(BasicInfo::UNTYPED))
    }
    /// Whether it is not an untyped kind.
    pub fn is_typed(&self, t: TypeId) -> bool {
        !self.is_untyped(t)
    }
    /// Whether it is an untyped number.
    pub fn is_untyped_numeric(&self, t: TypeId) -> bool {
        matches!(self.get(t), Type::Basic(k) if k.info().any(BasicInfo::UNTYPED) && k.info().any(BasicInfo::NUMERIC))
    }

    /// Whether the type has a name: basic, named, or type parameter.
    pub fn has_name(&self, t: TypeId) -> bool {
        matches!(
            self.get(self.unalias(t)),
            Type::Basic(_) | Type::Named(_) | Type::TypeParam(_)
        )
    }
    /// Whether it is neither named nor a type parameter.
    pub fn is_type_lit(&self, t: TypeId) -> bool {
        !matches!(
            self.get(self.unalias(t)),
            Type::Named(_) | Type::TypeParam(_)
        )
    }
    /// Whether the underlying type is an interface (true for type parameters).
    pub fn is_interface(&self, t: TypeId) -> bool {
        matches!(self.under(t), Type::Interface(_))
    }
    /// Whether it is an interface and no type parameter.
    pub fn is_non_type_param_interface(&self, t: TypeId) -> bool {
        !self.is_type_param(t) && self.is_interface(t)
    }
    /// Whether it is a type parameter.
    pub fn is_type_param(&self, t: TypeId) -> bool {
        matches!(self.get(self.unalias(t)), Type::TypeParam(_))
    }
    /// Whether it is a type parameter that no type can stand for.
    pub fn has_empty_typeset(&self, t: TypeId) -> bool {
        self.is_type_param(t) && self.type_set(self.underlying(t)).is_empty()
    }
    /// Whether it is a generic type that has not been instantiated.
    pub fn is_generic(&self, t: TypeId) -> bool {
        if let Type::Alias(a) = self.get(t) {
            if a.targs.is_empty() && !self.tparams(t).is_empty() {
                return true;
            }
        }
        self.as_named(t)
            .is_some_and(|(id, n)| n.origin.is_none() && !self.tparams(id).is_empty())
    }
    /// Whether the type is a pointer to an interface.
    pub fn is_interface_ptr(&self, t: TypeId) -> bool {
        matches!(self.under(t), Type::Pointer(b) if self.is_interface(*b))
    }

    /// Whether values can be compared with `==` (interfaces may panic).
    pub fn comparable(&self, t: TypeId) -> bool {
        self.comparable_type(t, true).is_ok()
    }

    /// Whether values can be compared; `dynamic` says whether interfaces count.
    pub fn comparable_type(&self, t: TypeId, dynamic: bool) -> Result<(), NotComparable> {
        self.comparable_rec(t, dynamic, &mut Vec::new())
    }

    fn comparable_rec(
        &self,
        t: TypeId,
        dynamic: bool,
        seen: &mut Vec<TypeId>,
    ) -> Result<(), NotComparable> {
        if seen.contains(&t) {
            return Ok(());
        }
        seen.push(t);
        match self.under(t) {
            Type::Basic(BasicKind::UntypedNil) => Err(NotComparable::Plain),
            Type::Basic(_) | Type::Pointer(_) | Type::Chan { .. } => Ok(()),
            Type::Struct(s) => match s
                .fields
                .iter()
                .find(|f| self.comparable_rec(f.ty, dynamic, seen).is_err())
            {
                Some(f) => Err(NotComparable::StructContaining(f.ty)),
                None => Ok(()),
            },
            Type::Array { elem, .. } => self
                .comparable_rec(*elem, dynamic, seen)
                .map_err(|_| NotComparable::Type(t)),
            Type::Interface(_) => {
                if dynamic && !self.is_type_param(t) {
                    return Ok(());
                }
                let set = self.type_set(self.underlying(t));
                let ok = match set.specific() {
                    Some(terms) => terms
                        .iter()
                        .all(|x| self.comparable_rec(x.ty, false, seen).is_ok()),
                    None => set.comparable,
                };
                if ok {
                    Ok(())
                } else if set.is_empty() {
                    Err(NotComparable::EmptyTypeSet)
                } else {
                    Err(NotComparable::IncomparableTypes)
                }
            }
            _ => Err(NotComparable::Plain),
        }
    }

    /// Whether nil is a value of the type.
    pub fn has_nil(&self, t: TypeId) -> bool {
        match self.under(t) {
            Type::Basic(k) => *k == BasicKind::UnsafePointer,
            Type::Slice(_)
            | Type::Pointer(_)
            | Type::Signature(_)
            | Type::Map { .. }
            | Type::Chan { .. } => true,
            Type::Interface(_) => {
                !self.is_type_param(t) || self.under_is(t, |u| u.is_some_and(|u| self.has_nil(u)))
            }
            _ => false,
        }
    }

    /// The type a value of an untyped kind gets by default; other types are themselves.
    pub fn default_type(&self, t: TypeId) -> TypeId {
        match t {
            TypeId::UNTYPED_BOOL => TypeId::BOOL,
            TypeId::UNTYPED_INT => TypeId::INT,
            TypeId::UNTYPED_RUNE => TypeId::RUNE,
            TypeId::UNTYPED_FLOAT => TypeId::FLOAT64,
            TypeId::UNTYPED_COMPLEX => TypeId::COMPLEX128,
            TypeId::UNTYPED_STRING => TypeId::STRING,
            t => t,
        }
    }

    /// The larger of two untyped numeric kinds, or the type both are.
    pub fn max_type(&self, x: TypeId, y: TypeId) -> Option<TypeId> {
        if x == y {
            return Some(x);
        }
        if self.is_untyped_numeric(x) && self.is_untyped_numeric(y) {
            Some(x.max(y))
        } else {
            None
        }
    }

    /// What a pointer points to and true, or the type itself and false. Named pointer types are not looked into.
    pub fn deref(&self, t: TypeId) -> (TypeId, bool) {
        match self.get(self.unalias(t)) {
            Type::Pointer(b) => (*b, true),
            _ => (t, false),
        }
    }

    /// For a pointer (also a named one) to a struct the struct, otherwise the type itself.
    pub fn deref_struct_ptr(&self, t: TypeId) -> TypeId {
        if let Type::Pointer(b) = self.under(t) {
            if matches!(self.under(*b), Type::Struct(_)) {
                return *b;
            }
        }
        t
    }

    /// The word for a composite type ("struct", "func", ...), nothing for a basic one.
    pub fn composite_kind(&self, t: TypeId) -> &'static str {
        match self.under(t) {
            Type::Array { .. } => "array",
            Type::Slice(_) => "slice",
            Type::Struct(_) => "struct",
            Type::Pointer(_) => "pointer",
            Type::Signature(_) => "func",
            Type::Interface(_) => "interface",
            Type::Map { .. } => "map",
            Type::Chan { .. } => "chan",
            Type::Tuple(_) => "tuple",
            Type::Union(_) => "union",
            _ => "",
        }
    }

    /// Whether two packages are the same.
    pub fn same_pkg(&self, a: Option<PackageId>, b: Option<PackageId>) -> bool {
        a == b || self.pkg_path(a) == self.pkg_path(b)
    }

    pub(super) fn pkg_path(&self, p: Option<PackageId>) -> &str {
        p.map_or("", |p| &self.package(p).path)
    }

    /// What tells identifiers of fields and methods apart: the name, and the package if it is not exported.
    pub fn id_key(&self, pkg: Option<PackageId>, name: Symbol) -> (Symbol, Option<PackageId>) {
        (name, if self.is_exported(name) { None } else { pkg })
    }

    /// Whether two names are the same identifier: exported, or of the same package.
    pub fn same_id(
        &self,
        a_pkg: Option<PackageId>,
        a: Symbol,
        b_pkg: Option<PackageId>,
        b: Symbol,
        fold_case: bool,
    ) -> bool {
        if fold_case && equal_fold(self.str(a), self.str(b)) {
            return true;
        }
        a == b && (a_pkg == b_pkg || self.is_exported(a) || self.same_pkg(a_pkg, b_pkg))
    }
}

/// Whether two names differ only in case.
pub fn equal_fold(a: &str, b: &str) -> bool {
    a.len() == b.len() && a.eq_ignore_ascii_case(b)
        || (!a.is_ascii() || !b.is_ascii())
            && a.chars()
                .flat_map(char::to_lowercase)
                .eq(b.chars().flat_map(char::to_lowercase))
}
