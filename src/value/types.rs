//! What the running machine needs of each type besides its `RType`: the heap's pointer map and kind, Go's own size (which
//! decides capacities), zero values.

use crate::bytecode::FuncId;
use crate::bytecode::Kind;
use crate::bytecode::LeafKind;
use crate::bytecode::MethodId;
use crate::bytecode::RType;
use crate::bytecode::Repr;
use crate::bytecode::TypeId;
use crate::heap::AllocCache;
use crate::heap::Heap;
use crate::heap::KindId;
use crate::heap::MapId;
use crate::value::Trap;
use crate::value::map::MapType;
use parking_lot::Mutex;
use std::sync::atomic::AtomicPtr;
use std::sync::atomic::AtomicU64;
use std::sync::atomic::Ordering::Acquire;
use std::sync::atomic::Ordering::Release;

/// Derived facts about one type.
#[derive(Clone, Copy)]
pub struct TypeInfo {
    /// Bytes in memory.
    pub size: u64,
    /// Pointer map for the heap.
    pub map: MapId,
    /// Where objects of this type are allocated; None: too large to share a block.
    pub kind_id: Option<KindId>,
    /// Slots in slot format.
    pub slots: u16,
    /// How it is held in registers.
    pub repr: Repr,
    /// Its kind.
    pub kind: Kind,
    /// Interface data of this type is the slot itself.
    pub inline_data: bool,
    /// What compiled Go says its size is: capacities follow from it.
    pub go_size: u64,
    /// Compiled Go sees no pointers in it.
    pub go_noscan: bool,
    /// Element type of slices, arrays, pointers, channels and maps.
    pub elem: TypeId,
    /// Its size in memory.
    pub elem_size: u32,
    /// `Some` kind of access when values are a single leaf.
    pub leaf: Option<LeafKind>,
}

/// Entries of the table behind [`TypeTable::implements`].
pub(super) const IMPLEMENTS: usize = 1024;

/// The functions of a type's methods by method number, from `first` on; `NO_FUNC` where there is none.
pub struct Itab {
    first: u32,
    funcs: Box<[u32]>,
}

/// No function.
const NO_FUNC: u32 = u32::MAX;

/// All types of a program with their derived facts.
pub struct TypeTable {
    rtypes: Box<[RType]>,
    infos: Box<[TypeInfo]>,
    maps: Box<[Option<Box<MapType>>]>,
    /// Zeroed memory, as much as the largest `Mem` type needs: what zero values of such types point to.
    zero: Box<[u128]>,
    /// Which types implement which interfaces, remembered in a direct-mapped table: both ids in 31 bits, the answer, a one.
    pub(super) implements: Box<[AtomicU64]>,
    /// By type: where its methods are, made when the first is called through an interface.
    itabs: Box<[AtomicPtr<Itab>]>,
    // Boxed: addresses of tables are kept elsewhere and must not change.
    #[allow(clippy::vec_box)]
    made: Mutex<Vec<Box<Itab>>>,
}

impl TypeTable {
    /// Works everything out. Entry 0 stands for "no type".
    pub fn new(rtypes: Vec<RType>, heap: &Heap) -> TypeTable {
        let mut go: Vec<Option<(u64, u64, bool)>> = vec![None; rtypes.len()];
        let mut infos = Vec::with_capacity(rtypes.len());
        let mut zero = 16usize;
        for (i, t) in rtypes.iter().enumerate() {
            let (go_size, _, go_pointers) = go_layout(&rtypes, i, &mut go);
            let map = heap.intern_map_words(&t.ptr_words);
            if matches!(t.repr, Repr::Mem) {
                zero = zero.max(t.size as usize);
            }
            infos.push(TypeInfo {
                size: t.size,
                map,
                kind_id: heap.kind((t.size as usize).max(1), map),
                slots: t.slots,
                repr: t.repr,
                kind: t.kind,
                inline_data: t.slots <= 1,
                go_size,
                go_noscan: !go_pointers,
                elem: t.elem,
                elem_size: match t.kind {
                    Kind::Array | Kind::Slice | Kind::Pointer | Kind::Chan | Kind::Map => {
                        rtypes[t.elem.index()].size as u32
                    }
                    _ => 0,
                },
                leaf: match &*t.leaves {
                    [l] if t.repr != Repr::Mem => Some(l.kind),
                    _ => None,
                },
            });
        }
        let map_table = MapType::table_kind(heap);
        let count = rtypes.len();
        let mut table = TypeTable {
            maps: Box::new([]),
            infos: infos.into(),
            rtypes: rtypes.into(),
            zero: vec![0u128; zero.div_ceil(16)].into(),
            implements: (0..IMPLEMENTS).map(|_| AtomicU64::new(0)).collect(),
            itabs: (0..count).map(|_| AtomicPtr::default()).collect(),
            made: Mutex::default(),
        };
        table.maps = (0..table.rtypes.len())
            .map(|i| {
                let t = &table.rtypes[i];
                (t.kind == Kind::Map)
                    .then(|| Box::new(MapType::new(&table, t.key, t.elem, heap, map_table)))
            })
            .collect();
        table
    }

    /// The type's description.
    #[inline(always)]
    pub fn rtype(&self, t: TypeId) -> &RType {
        debug_assert!(t.index() < self.rtypes.len());
        // SAFETY: type ids come from the program that this table was made of, and were verified when it was loaded.
        unsafe { self.rtypes.get_unchecked(t.index()) }
    }

    /// The derived facts.
    #[inline(always)]
    pub fn info(&self, t: TypeId) -> &TypeInfo {
        debug_assert!(t.index() < self.infos.len());
        // SAFETY: as above.
        unsafe { self.infos.get_unchecked(t.index()) }
    }

    /// The map type's description for `value::map`.
    #[inline(always)]
    pub fn map_type(&self, t: TypeId) -> &MapType {
        match &self.maps[t.index()] {
            Some(m) => m,
            None => unreachable!("a map instruction on a type that is no map"),
        }
    }

    /// All descriptions, by `TypeId`.
    pub fn all(&self) -> &[RType] {
        &self.rtypes
    }

    /// The zero value of `t` in slot format.
    ///
    /// # Safety
    /// `out` has room for the type's slots.
    #[inline]
    pub unsafe fn zero_slots(&self, t: TypeId, out: *mut u64) {
        let info = self.info(t);
        if info.repr == Repr::Mem {
            *out = self.zero_memory() as u64;
            return;
        }
        for i in 0..info.slots as usize {
            *out.add(i) = 0;
        }
    }

    /// Memory that reads as the zero value of every type. Nobody writes it.
    #[inline(always)]
    pub fn zero_memory(&self) -> *const u8 {
        self.zero.as_ptr().cast()
    }

    /// A new zero value of `t` in the heap.
    #[inline]
    pub fn alloc(&self, t: TypeId, cache: &mut AllocCache) -> Result<*mut u8, Trap> {
        let info = self.info(t);
        if info.size == 0 {
            return Ok(cache.heap().zero_base() as *mut u8);
        }
        let p = match info.kind_id {
            Some(k) => cache.alloc_kind(k)?,
            None => cache.alloc(info.size as usize, info.map)?,
        };
        Ok(p.as_ptr())
    }

    /// The function of `t`'s method `m`, if [`TypeTable::find_method`] has been asked about this type before.
    #[inline(always)]
    pub fn known_method(&self, t: TypeId, m: MethodId) -> Option<FuncId> {
        // SAFETY: type ids are in range; what is there stays until the table goes.
        unsafe {
            let itab = self.itabs.get_unchecked(t.index()).load(Acquire);
            if itab.is_null() {
                return None;
            }
            let itab: &Itab = &*itab;
            let f = *itab.funcs.get(m.0.wrapping_sub(itab.first) as usize)?;
            (f != NO_FUNC).then_some(FuncId(f))
        }
    }

    /// The method of `t` called `m`, for a call through an interface.
    pub fn find_method(&self, t: TypeId, m: MethodId) -> Option<FuncId> {
        if self.itabs[t.index()].load(Acquire).is_null() {
            self.make_itab(t);
        }
        self.known_method(t, m)
    }

    #[cold]
    fn make_itab(&self, t: TypeId) {
        let ms = &self.rtype(t).methods;
        let (Some(first), Some(last)) = (ms.first(), ms.last()) else {
            return;
        };
        let first = first.id.0;
        let mut funcs = vec![NO_FUNC; (last.id.0 - first) as usize + 1];
        for m in ms.iter() {
            if let Some(f) = m.func {
                funcs[(m.id.0 - first) as usize] = f.0;
            }
        }
        let mut itab = Box::new(Itab {
            first,
            funcs: funcs.into(),
        });
        // Two workers may make one each; the later stays, and both are kept.
        let mut made = self.made.lock();
        self.itabs[t.index()].store(&raw mut *itab, Release);
        made.push(itab);
    }
}

/// Size, alignment and whether there are pointers, as compiled Go lays the type out on a 64-bit machine.
fn go_layout(
    all: &[RType],
    i: usize,
    memo: &mut Vec<Option<(u64, u64, bool)>>,
) -> (u64, u64, bool) {
    if let Some(m) = memo[i] {
        return m;
    }
    let t = &all[i];
    // A type that contains itself by value does not exist; this guards against nonsense only.
    memo[i] = Some((0, 1, false));
    let r = match t.kind {
        Kind::Invalid => (0, 1, false),
        Kind::Bool | Kind::Int8 | Kind::Uint8 => (1, 1, false),
        Kind::Int16 | Kind::Uint16 => (2, 2, false),
        Kind::Int32 | Kind::Uint32 | Kind::Float32 => (4, 4, false),
        Kind::Int | Kind::Int64 | Kind::Uint | Kind::Uint64 | Kind::Uintptr | Kind::Float64 => {
            (8, 8, false)
        }
        Kind::Complex64 => (8, 4, false),
        Kind::Complex128 => (16, 8, false),
        Kind::Chan | Kind::Func | Kind::Map | Kind::Pointer | Kind::UnsafePointer => (8, 8, true),
        Kind::Interface | Kind::String => (16, 8, true),
        Kind::Slice => (24, 8, true),
        Kind::Array => {
            let (s, a, p) = go_layout(all, t.elem.index(), memo);
            (s.saturating_mul(t.len), a, p && t.len > 0)
        }
        Kind::Struct => {
            let (mut at, mut align, mut pointers) = (0u64, 1u64, false);
            let mut last_empty = false;
            for f in t.fields.iter() {
                let (s, a, p) = go_layout(all, f.ty.index(), memo);
                at = at.next_multiple_of(a).saturating_add(s);
                align = align.max(a);
                pointers |= p;
                last_empty = s == 0;
            }
            if last_empty && at > 0 {
                at += 1;
            }
            (at.next_multiple_of(align), align, pointers)
        }
    };
    memo[i] = Some(r);
    r
}
