//! How structs and arrays are put together from their parts, in memory and in slots: used for the types of the source
//! and for those that a program makes while it runs.

use crate::bytecode::rtype::Leaf;
use crate::bytecode::rtype::LeafKind;
use crate::bytecode::rtype::RType;
use crate::bytecode::rtype::Repr;

/// Structs and arrays with more slots than this are held by pointer.
pub const MAX_FLAT_SLOTS: u16 = 8;
/// Arrays with more elements than this are held by pointer.
pub const MAX_FLAT_ARRAY: u64 = 4;

/// How values of a type lie in memory and in registers.
#[derive(Debug)]
pub struct Shape {
    /// Bytes in memory.
    pub size: u64,
    /// Alignment in memory.
    pub align: u32,
    /// Slots in registers.
    pub slots: u16,
    /// How registers hold it.
    pub repr: Repr,
    /// Leaves, unless it is held by pointer.
    pub leaves: Vec<Leaf>,
    /// Byte offset and first slot of every field of a struct.
    pub fields: Vec<(u64, u16)>,
}

/// What matters of a part.
#[derive(Clone, Copy)]
pub struct Part<'a> {
    /// Bytes in memory.
    pub size: u64,
    /// Alignment in memory.
    pub align: u32,
    /// Slots in registers.
    pub slots: u16,
    /// How registers hold it.
    pub repr: Repr,
    /// Its leaves.
    pub leaves: &'a [Leaf],
}

impl Shape {
    /// As a part of something larger.
    pub fn part(&self) -> Part<'_> {
        Part {
            size: self.size,
            align: self.align,
            slots: self.slots,
            repr: self.repr,
            leaves: &self.leaves,
        }
    }
}

impl RType {
    /// As a part of something larger.
    pub fn part(&self) -> Part<'_> {
        Part {
            size: self.size,
            align: self.align,
            slots: self.slots,
            repr: self.repr,
            leaves: &self.leaves,
        }
    }
}

/// Bytes of one leaf.
pub fn leaf_size(k: LeafKind) -> u64 {
    match k {
        LeafKind::I8 | LeafKind::U8 => 1,
        LeafKind::I16 | LeafKind::U16 => 2,
        LeafKind::I32 | LeafKind::U32 => 4,
        LeafKind::W64 => 8,
        LeafKind::W128 => 16,
    }
}

/// Slots of one leaf.
pub fn leaf_slots(k: LeafKind) -> u16 {
    if k == LeafKind::W128 { 2 } else { 1 }
}

/// A value that is one leaf.
pub fn scalar(kind: LeafKind) -> Shape {
    let size = leaf_size(kind);
    let slots = leaf_slots(kind);
    let repr = if slots == 2 { Repr::Two } else { Repr::One };
    Shape {
        size,
        align: size as u32,
        slots,
        repr,
        leaves: vec![Leaf {
            kind,
            offset: 0,
            slot: 0,
        }],
        fields: vec![],
    }
}

/// An array; `scalar`: its elements are neither structs nor arrays.
pub fn array(e: Part<'_>, scalar: bool, len: u64) -> Shape {
    // Elements with parts of their own are reached by address, so that a part can be stored to.
    if len == 0 || scalar && len <= MAX_FLAT_ARRAY {
        return aggregate(std::iter::repeat_n(e, len as usize));
    }
    let slots = if e.size == 0 { 0 } else { 1 };
    let repr = if slots == 0 { Repr::Empty } else { Repr::Mem };
    Shape {
        size: e.size.saturating_mul(len).min(HUGE),
        align: e.align,
        slots,
        repr,
        leaves: vec![],
        fields: vec![],
    }
}

/// Sizes that programs write down can be larger than any memory; from here on they all count as this one.
const HUGE: u64 = 1 << 62;

/// Lays parts out one after the other.
pub fn aggregate<'a>(parts: impl Iterator<Item = Part<'a>>) -> Shape {
    let mut out = Shape {
        size: 0,
        align: 1,
        slots: 0,
        repr: Repr::Flat,
        leaves: vec![],
        fields: vec![],
    };
    let mut flat = true;
    let mut slots = 0u32;
    let mut last_empty = false;
    for p in parts {
        out.size = out.size.next_multiple_of(p.align as u64);
        out.align = out.align.max(p.align);
        out.fields.push((out.size, slots as u16));
        flat &= p.repr != Repr::Mem && out.size <= u32::MAX as u64;
        if flat {
            out.leaves.extend(p.leaves.iter().map(|l| Leaf {
                kind: l.kind,
                offset: l.offset + out.size as u32,
                slot: l.slot + slots as u16,
            }));
        }
        slots += p.slots as u32;
        flat &= slots <= MAX_FLAT_SLOTS as u32;
        out.size = (out.size + p.size).min(HUGE);
        last_empty = p.size == 0;
    }
    // A field of size zero at the end has an address of its own inside the struct.
    if last_empty && out.size > 0 {
        out.size += 1;
    }
    out.size = out.size.next_multiple_of(out.align as u64);
    if out.size == 0 {
        out.repr = Repr::Empty;
    } else if !flat {
        out.repr = Repr::Mem;
        out.leaves.clear();
        for f in &mut out.fields {
            f.1 = 0;
        }
        slots = 1;
    }
    out.slots = slots as u16;
    out
}
