//! Types as the running program sees them: layout in memory and in registers, what the collector and maps need,
//! what `%T`, type assertions, interface calls and reflection ask.
//!
//! One `RType` exists per identical type (spec: "Type identity"), so identity is equality of `TypeId`s.

use crate::bytecode::instr::{FuncId, MethodId, TypeId};

/// The kind of a type, numbered as reflect.Kind.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Hash)]
#[repr(u8)]
#[allow(missing_docs)]
pub enum Kind {
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
    Array,
    Chan,
    Func,
    Interface,
    Map,
    Pointer,
    Slice,
    String,
    Struct,
    UnsafePointer,
}

/// How a value is held in registers (and everywhere in *slot format*: channel buffers, map entries, captures).
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Repr {
    /// No slots at all: an empty struct or array.
    Empty,
    /// One slot.
    One,
    /// Two slots that are one 16-byte unit in memory: string, slice, interface, complex128.
    Two,
    /// A small struct or array: its leaves one after the other, each in its own slot or two.
    Flat,
    /// A large struct or array: one slot that points to memory which nothing changes while it is shared
    /// (who assigns, copies).
    Mem,
}

/// How one leaf of a flat value is stored in memory.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
#[allow(missing_docs)]
pub enum LeafKind {
    I8,
    U8,
    I16,
    U16,
    I32,
    U32,
    W64,
    W128,
}

/// A leaf: where it lies in memory and in slots.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Leaf {
    /// How it is stored.
    pub kind: LeafKind,
    /// Byte offset in memory.
    pub offset: u32,
    /// First slot.
    pub slot: u16,
}

/// A struct field.
#[derive(Clone, Debug)]
pub struct Field {
    /// Its name (the type's name when embedded).
    pub name: Box<str>,
    /// Its type.
    pub ty: TypeId,
    /// Byte offset in golite's memory layout.
    pub offset: u32,
    /// First slot when the struct is flat.
    pub slot: u16,
    /// Embedded.
    pub embedded: bool,
    /// The package path of an unexported name; empty when exported.
    pub pkg: Box<str>,
    /// The tag.
    pub tag: Box<str>,
}

/// A method in a type's method set (promoted ones included).
#[derive(Clone, Copy, Debug)]
pub struct Method {
    /// Its name's number.
    pub id: MethodId,
    /// The function to call through an interface: its first slot is the interface's data slot. None: never
    /// called through an interface anywhere in the program, so it was not lowered.
    pub func: Option<FuncId>,
    /// Its function type without receiver (0 when not recorded).
    pub sig: TypeId,
}

/// Direction of a channel type.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
#[allow(missing_docs)]
pub enum ChanDir {
    Both,
    Send,
    Recv,
}

/// A run-time type.
#[derive(Clone, Debug)]
pub struct RType {
    /// Its kind.
    pub kind: Kind,
    /// How `%T` and panics print it: `main.Pair[int,string]`, `[]uint8`, `struct { X int }`.
    pub name: Box<str>,
    /// Declared name without package, empty for unnamed types.
    pub base_name: Box<str>,
    /// Import path of the package that declares it, empty for unnamed and predeclared types.
    pub pkg: Box<str>,
    /// Bytes in memory, a multiple of `align`. Two-slot values are 16 bytes, 16-aligned.
    pub size: u64,
    /// Alignment in memory: 1, 2, 4, 8 or 16.
    pub align: u32,
    /// Slots in slot format.
    pub slots: u16,
    /// How it is held in registers.
    pub repr: Repr,
    /// Every leaf, for `One`, `Two` and `Flat` values.
    pub leaves: Box<[Leaf]>,
    /// For each 8-byte word of memory whether it may hold a pointer (for arrays: of one element, repeated).
    pub ptr_words: Box<[bool]>,
    /// Whether `==` is defined for it (interfaces are comparable, though it may panic).
    pub comparable: bool,
    /// Whether `==` is a comparison of all bytes (no padding, float, string or interface inside).
    pub plain_eq: bool,
    /// Element type of array, slice, pointer, channel, map.
    pub elem: TypeId,
    /// Key type of a map.
    pub key: TypeId,
    /// Length of an array.
    pub len: u64,
    /// Direction of a channel.
    pub dir: ChanDir,
    /// Fields of a struct.
    pub fields: Box<[Field]>,
    /// Parameters of a function type.
    pub params: Box<[TypeId]>,
    /// Results of a function type.
    pub results: Box<[TypeId]>,
    /// The last parameter of a function type is variadic.
    pub variadic: bool,
    /// Method set of a non-interface type, sorted by `id`.
    pub methods: Box<[Method]>,
    /// Methods of an interface type, sorted.
    pub imethods: Box<[MethodId]>,
    /// The type a pointer to this one has, when the program uses it (0 otherwise).
    pub ptr_to: TypeId,
}
