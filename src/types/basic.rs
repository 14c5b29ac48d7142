//! Basic types and their fixed ids.

use super::TypeId;

/// A basic type. The order of the untyped numeric kinds matters: a mixed operation has the larger one.
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Debug)]
#[repr(u8)]
#[allow(missing_docs)]
pub enum BasicKind {
    Invalid,
    Bool,
    Int,
    Int8,
    Int16,
    Int32,
    Int64,
    Uint,
    Uint8,
    Uint16,
    Uint32,
    Uint64,
    Uintptr,
    Float32,
    Float64,
    Complex64,
    Complex128,
    String,
    UnsafePointer,
    UntypedBool,
    UntypedInt,
    UntypedRune,
    UntypedFloat,
    UntypedComplex,
    UntypedString,
    UntypedNil,
    /// `uint8` under its other name.
    Byte,
    /// `int32` under its other name.
    Rune,
}

/// Properties of basic types, as a bit set.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct BasicInfo(pub u16);

impl BasicInfo {
    /// bool
    pub const BOOLEAN: BasicInfo = BasicInfo(1);
    /// any integer
    pub const INTEGER: BasicInfo = BasicInfo(2);
    /// unsigned integers
    pub const UNSIGNED: BasicInfo = BasicInfo(4);
    /// floats
    pub const FLOAT: BasicInfo = BasicInfo(8);
    /// complex numbers
    pub const COMPLEX: BasicInfo = BasicInfo(16);
    /// string
    pub const STRING: BasicInfo = BasicInfo(32);
    /// untyped kinds
    pub const UNTYPED: BasicInfo = BasicInfo(64);
    /// what `<` compares
    pub const ORDERED: BasicInfo = BasicInfo(2 | 8 | 32);
    /// numbers
    pub const NUMERIC: BasicInfo = BasicInfo(2 | 8 | 16);
    /// what constants can be
    pub const CONST_TYPE: BasicInfo = BasicInfo(1 | 2 | 8 | 16 | 32);

    /// Whether any of the bits of `other` is set.
    #[inline]
    pub fn any(self, other: BasicInfo) -> bool {
        self.0 & other.0 != 0
    }

    /// Both sets together.
    pub const fn or(self, other: BasicInfo) -> BasicInfo {
        BasicInfo(self.0 | other.0)
    }
}

use BasicKind::*;

/// All kinds in the order of their ids.
pub(super) const ALL: [BasicKind; 28] = [
    Invalid,
    Bool,
    Int,
    Int8,
    Int16,
    Int32,
    Int64,
    Uint,
    Uint8,
    Uint16,
    Uint32,
    Uint64,
    Uintptr,
    Float32,
    Float64,
    Complex64,
    Complex128,
    String,
    UnsafePointer,
    UntypedBool,
    UntypedInt,
    UntypedRune,
    UntypedFloat,
    UntypedComplex,
    UntypedString,
    UntypedNil,
    Byte,
    Rune,
];

impl BasicKind {
    /// Properties of the kind.
    pub fn info(self) -> BasicInfo {
        use BasicInfo as B;
        match self {
            Invalid | UnsafePointer => B(0),
            Bool => B::BOOLEAN,
            Int | Int8 | Int16 | Int32 | Int64 | Rune => B::INTEGER,
            Uint | Uint8 | Uint16 | Uint32 | Uint64 | Uintptr | Byte => B::INTEGER.or(B::UNSIGNED),
            Float32 | Float64 => B::FLOAT,
            Complex64 | Complex128 => B::COMPLEX,
            String => B::STRING,
            UntypedBool => B::BOOLEAN.or(B::UNTYPED),
            UntypedInt | UntypedRune => B::INTEGER.or(B::UNTYPED),
            UntypedFloat => B::FLOAT.or(B::UNTYPED),
            UntypedComplex => B::COMPLEX.or(B::UNTYPED),
            UntypedString => B::STRING.or(B::UNTYPED),
            UntypedNil => B::UNTYPED,
        }
    }

    /// The name as printed.
    pub fn name(self) -> &'static str {
        match self {
            Invalid => "invalid type",
            Bool => "bool",
            Int => "int",
            Int8 => "int8",
            Int16 => "int16",
            Int32 => "int32",
            Int64 => "int64",
            Uint => "uint",
            Uint8 => "uint8",
            Uint16 => "uint16",
            Uint32 => "uint32",
            Uint64 => "uint64",
            Uintptr => "uintptr",
            Float32 => "float32",
            Float64 => "float64",
            Complex64 => "complex64",
            Complex128 => "complex128",
            String => "string",
            UnsafePointer => "Pointer",
            UntypedBool => "untyped bool",
            UntypedInt => "untyped int",
            UntypedRune => "untyped rune",
            UntypedFloat => "untyped float",
            UntypedComplex => "untyped complex",
            UntypedString => "untyped string",
            UntypedNil => "untyped nil",
            Byte => "byte",
            Rune => "rune",
        }
    }

    /// The kind without its second name.
    pub fn canonical(self) -> BasicKind {
        match self {
            Byte => Uint8,
            Rune => Int32,
            k => k,
        }
    }

    /// The id of the basic type.
    pub const fn id(self) -> TypeId {
        TypeId(self as u32)
    }

    /// Size in bytes on amd64 (zero for untyped kinds).
    pub fn size(self) -> u64 {
        match self {
            Bool | Int8 | Uint8 | Byte => 1,
            Int16 | Uint16 => 2,
            Int32 | Uint32 | Float32 | Rune => 4,
            Int | Int64 | Uint | Uint64 | Uintptr | Float64 | Complex64 | UnsafePointer => 8,
            Complex128 | String => 16,
            _ => 0,
        }
    }
}

#[allow(missing_docs)]
impl TypeId {
    pub const INVALID: TypeId = Invalid.id();
    pub const BOOL: TypeId = Bool.id();
    pub const INT: TypeId = Int.id();
    pub const INT8: TypeId = Int8.id();
    pub const INT16: TypeId = Int16.id();
    pub const INT32: TypeId = Int32.id();
    pub const INT64: TypeId = Int64.id();
    pub const UINT: TypeId = Uint.id();
    pub const UINT8: TypeId = Uint8.id();
    pub const UINT16: TypeId = Uint16.id();
    pub const UINT32: TypeId = Uint32.id();
    pub const UINT64: TypeId = Uint64.id();
    pub const UINTPTR: TypeId = Uintptr.id();
    pub const FLOAT32: TypeId = Float32.id();
    pub const FLOAT64: TypeId = Float64.id();
    pub const COMPLEX64: TypeId = Complex64.id();
    pub const COMPLEX128: TypeId = Complex128.id();
    pub const STRING: TypeId = String.id();
    pub const UNSAFE_POINTER: TypeId = UnsafePointer.id();
    pub const UNTYPED_BOOL: TypeId = UntypedBool.id();
    pub const UNTYPED_INT: TypeId = UntypedInt.id();
    pub const UNTYPED_RUNE: TypeId = UntypedRune.id();
    pub const UNTYPED_FLOAT: TypeId = UntypedFloat.id();
    pub const UNTYPED_COMPLEX: TypeId = UntypedComplex.id();
    pub const UNTYPED_STRING: TypeId = UntypedString.id();
    pub const UNTYPED_NIL: TypeId = UntypedNil.id();
    pub const BYTE: TypeId = Byte.id();
    pub const RUNE: TypeId = Rune.id();
}
