//! The universe: predeclared types, constants, nil and built-in functions, and package unsafe.

use std::sync::OnceLock;

use super::Interface;
use super::Method;
use super::Object;
use super::ObjectId;
use super::ObjectKind;
use super::PackageId;
use super::Param;
use super::Scope;
use super::ScopeId;
use super::Signature;
use super::TypeId;
use super::Types;
use super::basic;
use super::object::is_exported;
use crate::base::Span;
use crate::constant::Value;

/// Handles on predeclared things.
#[derive(Debug)]
pub struct Universe {
    /// The universe scope.
    pub scope: ScopeId,
    /// Package unsafe.
    pub unsafe_pkg: PackageId,
    /// `iota`
    pub iota: ObjectId,
    /// `error`
    pub error: TypeId,
    /// The type name `any`
    pub any_obj: ObjectId,
    /// `any`, as an alias
    pub any: TypeId,
    /// The type name `comparable`
    pub comparable_obj: ObjectId,
    /// `comparable`
    pub comparable: TypeId,
    /// `interface{}`
    pub empty_interface: TypeId,
    /// `[]byte`
    pub byte_slice: TypeId,
}

/// What a call of a built-in function can be used as.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum BuiltinExprKind {
    /// A value, which must be used.
    Expression,
    /// Also a statement.
    Statement,
}

macro_rules! builtins {
    ($($(#[$m:meta])* $id:ident = $name:literal, $nargs:literal, $variadic:literal, $kind:ident;)*) => {
        /// A built-in function.
        #[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
        pub enum BuiltinId { $($(#[$m])* $id),* }

        const BUILTINS: &[BuiltinId] = &[$(BuiltinId::$id),*];

        impl BuiltinId {
            /// Its name.
            pub fn name(self) -> &'static str {
                match self { $(BuiltinId::$id => $name),* }
            }
            /// The smallest number of arguments.
            pub fn nargs(self) -> usize {
                match self { $(BuiltinId::$id => $nargs),* }
            }
            /// Whether it takes more.
            pub fn variadic(self) -> bool {
                match self { $(BuiltinId::$id => $variadic),* }
            }
            /// What a call may be used as.
            pub fn kind(self) -> BuiltinExprKind {
                match self { $(BuiltinId::$id => BuiltinExprKind::$kind),* }
            }
        }
    };
}

builtins! {
    /// `append(s, x...)`
    Append = "append", 1, true, Expression;
    /// `cap(x)`
    Cap = "cap", 1, false, Expression;
    /// `clear(x)`
    Clear = "clear", 1, false, Statement;
    /// `close(c)`
    Close = "close", 1, false, Statement;
    /// `complex(r, i)`
    Complex = "complex", 2, false, Expression;
    /// `copy(dst, src)`
    Copy = "copy", 2, false, Statement;
    /// `delete(m, k)`
    Delete = "delete", 2, false, Statement;
    /// `imag(c)`
    Imag = "imag", 1, false, Expression;
    /// `len(x)`
    Len = "len", 1, false, Expression;
    /// `make(T, n, m)`
    Make = "make", 1, true, Expression;
    /// `max(x, y...)`
    Max = "max", 1, true, Expression;
    /// `min(x, y...)`
    Min = "min", 1, true, Expression;
    /// `new(T)` or `new(x)`
    New = "new", 1, false, Expression;
    /// `panic(v)`
    Panic = "panic", 1, false, Statement;
    /// `print(x...)`
    Print = "print", 0, true, Statement;
    /// `println(x...)`
    Println = "println", 0, true, Statement;
    /// `real(c)`
    Real = "real", 1, false, Expression;
    /// `recover()`
    Recover = "recover", 0, false, Statement;
    /// `unsafe.Add(p, n)`
    Add = "Add", 2, false, Expression;
    /// `unsafe.Alignof(x)`
    Alignof = "Alignof", 1, false, Expression;
    /// `unsafe.Offsetof(x.f)`
    Offsetof = "Offsetof", 1, false, Expression;
    /// `unsafe.Sizeof(x)`
    Sizeof = "Sizeof", 1, false, Expression;
    /// `unsafe.Slice(p, n)`
    Slice = "Slice", 2, false, Expression;
    /// `unsafe.SliceData(s)`
    SliceData = "SliceData", 1, false, Expression;
    /// `unsafe.String(p, n)`
    String = "String", 2, false, Expression;
    /// `unsafe.StringData(s)`
    StringData = "StringData", 1, false, Expression;
}

impl Universe {
    /// Declares everything; called once, on an arena that holds the basic types.
    pub(super) fn declare(types: &Types) -> Universe {
        let scope = types.new_scope(Scope::new(None));
        let unsafe_pkg = types.new_package("unsafe", Some(types.interner().intern("unsafe")));
        types.package(unsafe_pkg).set_complete();
        let unsafe_scope = types.package(unsafe_pkg).scope;
        let intern = |s: &str| types.interner().intern(s);
        let def = |kind: ObjectKind, name: &str, ty: Option<TypeId>| {
            let exported = is_exported(name);
            let pkg = exported.then_some(unsafe_pkg);
            let o = Object::new(kind, intern(name), pkg, Span::NONE);
            if let Some(t) = ty {
                o.set_ty(t);
            }
            let o = types.new_object(o);
            types.insert(if exported { unsafe_scope } else { scope }, o);
            o
        };
        for kind in basic::ALL {
            if !kind.name().contains(' ') {
                def(ObjectKind::TypeName, kind.name(), Some(kind.id()));
            }
        }
        let error_obj = def(ObjectKind::TypeName, "error", None);
        let error = types.new_named(error_obj, &[]);
        let sig = types.signature(Signature {
            results: [Param::anonymous(TypeId::STRING)].into(),
            ..Signature::default()
        });
        let method = Method {
            name: intern("Error"),
            pkg: None,
            sig,
            pos: Span::NONE,
        };
        let iface = types.interface(Interface {
            methods: [method].into(),
            ..Interface::default()
        });
        types.set_rhs(error, iface);

        let empty_interface = types.interface(Interface::default());
        let any_obj = def(ObjectKind::TypeName, "any", None);
        let any = types.new_alias(any_obj, Some(empty_interface), false);

        let comparable_obj = def(ObjectKind::TypeName, "comparable", None);
        let comparable = types.new_named(comparable_obj, &[]);
        types.set_rhs(
            comparable,
            types.interface(Interface {
                comparable: true,
                ..Interface::default()
            }),
        );

        let constant = |name: &str, ty: TypeId, v: Value| {
            def(
                ObjectKind::Const {
                    val: OnceLock::from(v),
                },
                name,
                Some(ty),
            )
        };
        constant("true", TypeId::UNTYPED_BOOL, Value::Bool(true));
        constant("false", TypeId::UNTYPED_BOOL, Value::Bool(false));
        let iota = constant("iota", TypeId::UNTYPED_INT, Value::Int64(0));
        def(ObjectKind::Nil, "nil", Some(TypeId::UNTYPED_NIL));
        for &b in BUILTINS {
            def(ObjectKind::Builtin(b), b.name(), Some(TypeId::INVALID));
        }
        Universe {
            scope,
            unsafe_pkg,
            iota,
            error,
            any_obj,
            any,
            comparable_obj,
            comparable,
            empty_interface,
            byte_slice: types.slice(TypeId::BYTE),
        }
    }
}
