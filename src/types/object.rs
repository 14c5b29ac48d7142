//! Objects (what identifiers denote) and packages.

use std::sync::OnceLock;
use std::sync::atomic::AtomicBool;
use std::sync::atomic::AtomicU8;
use std::sync::atomic::AtomicU32;
use std::sync::atomic::Ordering;

use parking_lot::RwLock;

use super::BuiltinId;
use super::ScopeId;
use super::Type;
use super::TypeId;
use super::Types;
use super::arena::UNSET;
use super::named::Slot;
use crate::base::Span;
use crate::base::Symbol;
use crate::constant::Value;

/// An object of a [`Types`] arena.
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Debug)]
pub struct ObjectId(pub u32);

impl ObjectId {
    /// The id as an index.
    #[inline]
    pub fn index(self) -> usize {
        self.0 as usize
    }
}

/// A package of a [`Types`] arena.
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Debug)]
pub struct PackageId(pub u32);

impl PackageId {
    /// The id as an index.
    #[inline]
    pub fn index(self) -> usize {
        self.0 as usize
    }
}

/// In `order`: not a place among the package's declarations but a number among its local types.
const LOCAL: u32 = 1 << 31;

/// A named language entity. What is found out after its creation is set by the checker that owns it.
#[derive(Debug)]
pub struct Object {
    /// Its name.
    pub name: Symbol,
    /// The package it belongs to; none for the universe.
    pub pkg: Option<PackageId>,
    /// Where its identifier is declared.
    pub pos: Span,
    /// What it is.
    pub kind: ObjectKind,
    ty: Slot,
    parent: AtomicU32,
    order: AtomicU32,
}

/// What an object is.
#[derive(Debug)]
pub enum ObjectKind {
    /// An imported package.
    PkgName {
        /// The package.
        imported: PackageId,
    },
    /// A constant.
    Const {
        /// Its value, once known.
        val: OnceLock<Value>,
    },
    /// A type, alias or type parameter.
    TypeName,
    /// A variable, parameter or result.
    Var {
        /// Where it is declared.
        kind: VarKind,
        /// What is known about its uses.
        flags: VarFlags,
    },
    /// A function or method.
    Func(FuncData),
    /// A label.
    Label,
    /// A built-in function.
    Builtin(BuiltinId),
    /// `nil`
    Nil,
}

/// Where a variable is declared.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
#[allow(missing_docs)]
pub enum VarKind {
    Package,
    Local,
    Recv,
    Param,
    Result,
}

/// What is known about the uses of a variable: what escape analysis asks for.
#[derive(Debug, Default)]
pub struct VarFlags(AtomicU8);

impl VarFlags {
    /// Read somewhere.
    pub const USED: u8 = 1;
    /// Mentioned in a function literal inside the function that declares it.
    pub const CAPTURED: u8 = 2;
    /// Operand of `&`, of a method call that takes its address, or sliced as an array.
    pub const ADDRESS_TAKEN: u8 = 4;
    /// Assigned (also by `++`, `op=`, or a range clause) other than by its declaration.
    pub const REASSIGNED: u8 = 8;
    /// Assigned inside a function literal, or anywhere after it was captured.
    pub const REASSIGNED_CAPTURED: u8 = 16;

    /// Sets flags.
    #[inline]
    pub fn set(&self, bits: u8) {
        self.0.fetch_or(bits, Ordering::Relaxed);
    }

    /// Takes flags back.
    #[inline]
    pub fn clear(&self, bits: u8) {
        self.0.fetch_and(!bits, Ordering::Relaxed);
    }

    /// Whether all of these flags are set.
    #[inline]
    pub fn has(&self, bits: u8) -> bool {
        self.0.load(Ordering::Relaxed) & bits == bits
    }
}

/// What is particular to functions and methods.
#[derive(Debug, Default)]
pub struct FuncData {
    /// The receiver of a method, known with its type.
    pub recv: OnceLock<Receiver>,
    /// Whether the receiver is a pointer, as far as syntax tells (before the type is known).
    pub ptr_recv_hint: AtomicBool,
    /// Whether it is a method.
    pub is_method: bool,
    /// Whether it has a body.
    pub has_body: bool,
    /// Whether its signature is determined when it is asked for, and has not been.
    pub pending: AtomicBool,
}

/// The receiver of a method.
#[derive(Clone, Debug)]
pub struct Receiver {
    /// Its type: `T`, `*T`, or an instance of a generic type by the method's own type parameters.
    pub ty: TypeId,
    /// The method's type parameters for its receiver.
    pub tparams: Box<[TypeId]>,
    /// The receiver variable.
    pub var: ObjectId,
}

impl Object {
    /// An object without type or scope.
    pub fn new(kind: ObjectKind, name: Symbol, pkg: Option<PackageId>, pos: Span) -> Object {
        Object {
            name,
            pkg,
            pos,
            kind,
            ty: Slot::new(None),
            parent: AtomicU32::new(UNSET),
            order: AtomicU32::new(0),
        }
    }

    /// The object with its type.
    pub fn with_ty(self, ty: TypeId) -> Object {
        self.ty.set(ty);
        self
    }

    /// Its type, once known.
    #[inline]
    pub fn ty(&self) -> Option<TypeId> {
        self.ty.get()
    }

    /// Its type; the invalid type while unknown.
    #[inline]
    pub fn ty_or_invalid(&self) -> TypeId {
        self.ty.get().unwrap_or(TypeId::INVALID)
    }

    /// Sets its type.
    pub fn set_ty(&self, t: TypeId) {
        self.ty.set(t);
    }

    /// The scope that declares it.
    pub fn parent(&self) -> Option<ScopeId> {
        match self.parent.load(Ordering::Relaxed) {
            UNSET => None,
            s => Some(ScopeId(s)),
        }
    }

    /// Sets the declaring scope.
    pub fn set_parent(&self, s: ScopeId) {
        self.parent.store(s.0, Ordering::Relaxed);
    }

    pub(super) fn set_parent_if_none(&self, s: ScopeId) {
        let _ = self
            .parent
            .compare_exchange(UNSET, s.0, Ordering::Relaxed, Ordering::Relaxed);
    }

    /// Order among the package-level objects, from 1; 0 for others.
    pub fn order(&self) -> u32 {
        self.order.load(Ordering::Relaxed)
    }

    /// Which of its package's types that are declared in functions this is, from 1; none for others.
    pub fn local_number(&self) -> Option<u32> {
        let n = self.order.load(Ordering::Relaxed);
        (n & LOCAL != 0).then_some(n & !LOCAL)
    }

    /// See [`Object::local_number`].
    pub fn set_local_number(&self, n: u32) {
        self.order.store(n | LOCAL, Ordering::Relaxed);
    }

    /// Sets the order.
    pub fn set_order(&self, n: u32) {
        self.order.store(n, Ordering::Relaxed);
    }

    /// The value of a constant; unknown if it is none or not known.
    pub fn const_val(&self) -> Value {
        match &self.kind {
            ObjectKind::Const { val } => val.get().cloned().unwrap_or(Value::Unknown),
            _ => Value::Unknown,
        }
    }

    /// Sets the value of a constant, once.
    pub fn set_const_val(&self, v: Value) {
        if let ObjectKind::Const { val } = &self.kind {
            let _ = val.set(v);
        }
    }

    /// The function data of a function or method.
    pub fn func(&self) -> Option<&FuncData> {
        match &self.kind {
            ObjectKind::Func(f) => Some(f),
            _ => None,
        }
    }

    /// Kind of a variable.
    pub fn var_kind(&self) -> Option<VarKind> {
        match &self.kind {
            ObjectKind::Var { kind, .. } => Some(*kind),
            _ => None,
        }
    }

    /// Sets flags of a variable.
    #[inline]
    pub fn set_var_flags(&self, bits: u8) {
        if let ObjectKind::Var { flags, .. } = &self.kind {
            flags.set(bits);
        }
    }

    /// Takes back flags of a variable.
    pub fn clear_var_flags(&self, bits: u8) {
        if let ObjectKind::Var { flags, .. } = &self.kind {
            flags.clear(bits);
        }
    }

    /// Whether all of these flags are set on a variable.
    pub fn has_var_flags(&self, bits: u8) -> bool {
        matches!(&self.kind, ObjectKind::Var { flags, .. } if flags.has(bits))
    }

    /// Whether it is a type name.
    pub fn is_type_name(&self) -> bool {
        matches!(self.kind, ObjectKind::TypeName)
    }

    /// Whether it is a variable.
    pub fn is_var(&self) -> bool {
        matches!(self.kind, ObjectKind::Var { .. })
    }

    /// Whether it is a constant.
    pub fn is_const(&self) -> bool {
        matches!(self.kind, ObjectKind::Const { .. })
    }

    /// Whether it is a function or method.
    pub fn is_func(&self) -> bool {
        matches!(self.kind, ObjectKind::Func(_))
    }
}

impl Types {
    /// A new variable.
    pub fn new_var(
        &self,
        kind: VarKind,
        pos: Span,
        pkg: Option<PackageId>,
        name: Symbol,
        ty: Option<TypeId>,
    ) -> ObjectId {
        let o = Object::new(
            ObjectKind::Var {
                kind,
                flags: VarFlags::default(),
            },
            name,
            pkg,
            pos,
        );
        if let Some(t) = ty {
            o.set_ty(t);
        }
        self.new_object(o)
    }

    /// A new constant without value.
    pub fn new_const(&self, pos: Span, pkg: Option<PackageId>, name: Symbol) -> ObjectId {
        self.new_object(Object::new(
            ObjectKind::Const {
                val: OnceLock::new(),
            },
            name,
            pkg,
            pos,
        ))
    }

    /// A new type name without type.
    pub fn new_type_name(&self, pos: Span, pkg: Option<PackageId>, name: Symbol) -> ObjectId {
        self.new_object(Object::new(ObjectKind::TypeName, name, pkg, pos))
    }

    /// The name of an object.
    pub fn name(&self, o: ObjectId) -> &str {
        self.str(self.object(o).name)
    }

    /// Whether a name starts with an upper-case letter.
    pub fn is_exported(&self, name: Symbol) -> bool {
        is_exported(self.str(name))
    }

    /// Whether a method has a pointer receiver.
    pub fn has_ptr_recv(&self, o: ObjectId) -> bool {
        match self.object(o).func() {
            Some(f) => match f.recv.get() {
                Some(r) => matches!(self.get(self.unalias(r.ty)), Type::Pointer(_)),
                None => f.ptr_recv_hint.load(Ordering::Relaxed),
            },
            None => false,
        }
    }

    /// Whether a type name is an alias.
    pub fn is_alias(&self, o: ObjectId) -> bool {
        let obj = self.object(o);
        let Some(t) = obj.ty() else { return false };
        match self.get(t) {
            Type::Basic(k) => {
                if obj.pkg == Some(self.universe().unsafe_pkg) {
                    return false;
                }
                obj.pkg.is_some()
                    || k.name() != self.str(obj.name)
                    || t == TypeId::BYTE
                    || t == TypeId::RUNE
            }
            Type::Named(n) => n.obj != o,
            Type::TypeParam(p) => p.obj != o,
            _ => true,
        }
    }

    /// What kind of object it is, in the words of messages.
    pub fn object_kind(&self, o: ObjectId) -> &'static str {
        let obj = self.object(o);
        match &obj.kind {
            ObjectKind::PkgName { .. } => "package name",
            ObjectKind::Const { .. } => "constant",
            ObjectKind::TypeName => {
                if self.is_alias(o) {
                    "type alias"
                } else if obj
                    .ty()
                    .is_some_and(|t| matches!(self.get(t), Type::TypeParam(_)))
                {
                    "type parameter"
                } else {
                    "defined type"
                }
            }
            ObjectKind::Var { kind, .. } => match kind {
                VarKind::Package => "package-level variable",
                VarKind::Local => "local variable",
                VarKind::Recv => "receiver",
                VarKind::Param => "parameter",
                VarKind::Result => "result variable",
            },
            ObjectKind::Func(f) => {
                if f.is_method {
                    "method"
                } else {
                    "function"
                }
            }
            ObjectKind::Label => "label",
            ObjectKind::Builtin(_) => "built-in function",
            ObjectKind::Nil => "untyped nil",
        }
    }
}

/// Whether a name starts with an upper-case letter.
pub fn is_exported(name: &str) -> bool {
    name.chars().next().is_some_and(char::is_uppercase)
}

/// A package.
#[derive(Debug)]
pub struct Package {
    /// Its import path.
    pub path: String,
    /// The scope of its package-level objects.
    pub scope: ScopeId,
    name: AtomicU32,
    /// Packages it imports directly.
    pub imports: RwLock<Vec<PackageId>>,
    fake: AtomicBool,
    complete: AtomicBool,
}

impl Package {
    pub(super) fn new(path: String, name: Option<Symbol>, scope: ScopeId) -> Package {
        Package {
            path,
            scope,
            name: AtomicU32::new(name.map_or(0, |n| n.0)),
            imports: RwLock::default(),
            fake: AtomicBool::new(false),
            complete: AtomicBool::new(false),
        }
    }

    /// Its name; empty while unknown.
    pub fn name(&self) -> Symbol {
        Symbol(self.name.load(Ordering::Relaxed))
    }

    /// Sets its name.
    pub fn set_name(&self, n: Symbol) {
        self.name.store(n.0, Ordering::Relaxed);
    }

    /// Whether it stands for a package that could not be imported.
    pub fn is_fake(&self) -> bool {
        self.fake.load(Ordering::Relaxed)
    }

    /// Marks it as standing for a package that could not be imported.
    pub fn set_fake(&self) {
        self.fake.store(true, Ordering::Relaxed);
    }

    /// Whether its declarations have been checked.
    pub fn is_complete(&self) -> bool {
        self.complete.load(Ordering::Acquire)
    }

    /// Marks its declarations as checked.
    pub fn set_complete(&self) {
        self.complete.store(true, Ordering::Release);
    }
}
