//! Types, objects, scopes and packages, after go/types: the static world of one program.
//!
//! Everything lives in one append-only arena, [`Types`], which any number of threads may use at once. Composite types
//! are interned together with what messages print (parameter names, alias names, positions), so one Go type may have
//! several ids; [`Types::canon`] strips that, and two types are identical if and only if their canonical ids are equal.
//! Named types and type parameters are nominal: each declaration is one id, each instance is interned by its origin and
//! the canonical ids of its type arguments. What a declaration learns only later (an underlying type, methods, the
//! bound of a type parameter) sits in atomics and locks and is written by the one checker that owns the declaration.

mod arena;
mod basic;
mod canon;
mod format;
mod instantiate;
mod late;
mod lookup;
mod methodset;
mod missing;
mod named;
mod object;
mod predicates;
mod scope;
mod sizes;
mod subst;
mod typeset;
mod under;

mod universe;
mod view;

pub use arena::MAX_TYPE_DEPTH;
pub use arena::Types;
pub use basic::BasicInfo;
pub use basic::BasicKind;
pub use format::PlainQualifier;
pub use format::Qualifier;
pub use format::TypeWriter;
pub use late::Declarer;
pub use lookup::Entity;
pub use lookup::Lookup;
pub use lookup::LookupFailure;
pub use methodset::MethodSetEntry;
pub use missing::Ensure;
pub use missing::MissingCause;
pub use missing::MissingMethod;
pub use named::Alias;
pub use named::Named;
pub use named::TypeParam;
pub use object::FuncData;
pub use object::Object;
pub use object::ObjectId;
pub use object::ObjectKind;
pub use object::Package;
pub use object::PackageId;
pub use object::Receiver;
pub use object::VarFlags;
pub use object::VarKind;
pub use object::is_exported;
pub use predicates::NotComparable;
pub use scope::Scope;
pub use scope::ScopeId;
pub use subst::TypeMap;
pub use typeset::MAX_TERM_COUNT;
pub use typeset::TermList;
pub use typeset::TypeSet;

pub use under::NoCommonUnder;
pub use universe::BuiltinExprKind;
pub use universe::BuiltinId;
pub use universe::Universe;
pub use view::View;

use crate::base::Span;
use crate::base::Symbol;
use crate::base::sym;

/// A type of a [`Types`] arena. The basic types have fixed ids.
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Default, Debug)]
pub struct TypeId(pub u32);

impl TypeId {
    /// The id as an index.
    #[inline]
    pub fn index(self) -> usize {
        self.0 as usize
    }

    /// Whether this is anything but the invalid type itself (aliases are not looked through).
    #[inline]
    pub fn is_ok(self) -> bool {
        self != TypeId::INVALID
    }
}

/// A type as it was written.
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
pub enum Type {
    /// A predeclared type that is not declared in terms of others.
    Basic(BasicKind),
    /// `[len]elem`
    Array {
        /// Number of elements.
        len: i64,
        /// Element type.
        elem: TypeId,
    },
    /// `[]elem`
    Slice(TypeId),
    /// `struct{...}`
    Struct(Struct),
    /// `*base`
    Pointer(TypeId),
    /// The values of a call or of a parameter list.
    Tuple(Box<[Param]>),
    /// `func(...) ...`
    Signature(Signature),
    /// `A | ~B`, an element of an interface.
    Union(Box<[Term]>),
    /// `interface{...}`
    Interface(Interface),
    /// `map[key]elem`
    Map {
        /// Key type.
        key: TypeId,
        /// Element type.
        elem: TypeId,
    },
    /// `chan elem`
    Chan {
        /// Direction.
        dir: ChanDir,
        /// Element type.
        elem: TypeId,
    },
    /// A declared type or an instance of one.
    Named(Named),
    /// Another name for a type.
    Alias(Alias),
    /// A type parameter.
    TypeParam(TypeParam),
}

/// The direction of a channel type.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum ChanDir {
    /// `chan T`
    SendRecv,
    /// `chan<- T`
    SendOnly,
    /// `<-chan T`
    RecvOnly,
}

/// A struct type.
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
pub struct Struct {
    /// The fields in order.
    pub fields: Box<[Field]>,
}

/// A field of a struct.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub struct Field {
    /// Its name; for an embedded field the name of its type.
    pub name: Symbol,
    /// Its type.
    pub ty: TypeId,
    /// Whether it is embedded.
    pub embedded: bool,
    /// The unquoted tag, if not empty.
    pub tag: Symbol,
    /// The package that declares the struct.
    pub pkg: Option<PackageId>,
    /// Where the field is declared.
    pub pos: Span,
}

/// A parameter, a result or an element of a tuple.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub struct Param {
    /// Its name, or the empty symbol.
    pub name: Symbol,
    /// Its type.
    pub ty: TypeId,
}

impl Param {
    /// A parameter without a name.
    pub fn anonymous(ty: TypeId) -> Param {
        Param {
            name: sym::EMPTY,
            ty,
        }
    }
}

/// A function type. The receiver of a method is kept with its function object.
#[derive(Clone, PartialEq, Eq, Hash, Debug, Default)]
pub struct Signature {
    /// Type parameters.
    pub tparams: Box<[TypeId]>,
    /// Parameters; the last one of a variadic function is a slice.
    pub params: Box<[Param]>,
    /// Results.
    pub results: Box<[Param]>,
    /// Whether the last parameter is `...T`.
    pub variadic: bool,
}

/// An interface type as written; its meaning is its [`TypeSet`].
#[derive(Clone, PartialEq, Eq, Hash, Debug, Default)]
pub struct Interface {
    /// Explicitly declared methods, sorted.
    pub methods: Box<[Method]>,
    /// Embedded elements in order.
    pub embeddeds: Box<[Embedded]>,
    /// Whether `interface{}` around a constraint literal is implied.
    pub implicit: bool,
    /// Set for the predeclared `comparable` (and canonical forms of interfaces that embed it).
    pub comparable: bool,
}

/// A method of an interface.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub struct Method {
    /// Its name.
    pub name: Symbol,
    /// The package that declares it; matters when the name is not exported.
    pub pkg: Option<PackageId>,
    /// Its signature.
    pub sig: TypeId,
    /// Where it is declared.
    pub pos: Span,
}

/// An embedded element of an interface.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub struct Embedded {
    /// The element.
    pub ty: TypeId,
    /// Where it stands.
    pub pos: Span,
}

/// A term of a union: `T` or `~T`.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub struct Term {
    /// Whether all types with this underlying type are meant.
    pub tilde: bool,
    /// The type.
    pub ty: TypeId,
}

#[cfg(test)]
mod tests;
