//! What the running machine needs of each type besides its `RType`: the heap's pointer map and kind, Go's own size (which
//! decides capacities), zero values.

use crate::bytecode::FuncId;
use crate::bytecode::Kind;
use crate::bytecode::LeafKind;
use crate::bytecode::Method;
use crate::bytecode::MethodId;
use crate::bytecode::RType;
use crate::bytecode::Repr;
use crate::bytecode::TypeId;
use crate::heap::AllocCache;
use crate::heap::Full;
use crate::heap::Heap;
use crate::heap::KindId;
use crate::heap::MapId;
use crate::heap::Table;
use crate::heap::Zeroes;
use crate::value::Trap;
use crate::value::map::MapType;
use hashbrown::HashMap;
use parking_lot::Mutex;
use std::sync::atomic::AtomicPtr;
use std::sync::atomic::AtomicU64;
use std::sync::atomic::Ordering::Acquire;
use std::sync::atomic::Ordering::Relaxed;
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
    /// The alignment it has there.
    pub go_align: u8,
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

/// Types that a running program may add, in all.
const RUN_TIME_TYPES: usize = 1 << 16;

/// All types of a program with their derived facts. It grows: by [`TypeTable::extend`], with the numbers that follow, when the
/// program does, and by [`TypeTable::add`] when reflection makes a type; those have numbers of their own.
pub struct TypeTable {
    rtypes: Table<RType>,
    infos: Table<TypeInfo>,
    maps: Table<Option<Box<MapType>>>,
    /// Zeroed memory, as much as the largest `Mem` type needs: what zero values of such types point to.
    zero: AtomicPtr<u8>,
    /// Which types implement which interfaces, remembered in a direct-mapped table: both ids in 31 bits, the answer, a one.
    pub(super) implements: Box<[AtomicU64]>,
    /// By type: where its methods are, made when the first is called through an interface.
    itabs: Table<AtomicPtr<Itab>>,
    map_table: MapId,
    /// Objects tell their types: see [`TypeTable::type_of_object`].
    typed: bool,
    kept: Mutex<Kept>,
}

/// What readers may still look at although it has been replaced, and the lock of those who add.
#[derive(Default)]
struct Kept {
    // Boxed: addresses of tables are kept elsewhere and must not change.
    #[allow(clippy::vec_box)]
    itabs: Vec<Box<Itab>>,
    methods: Vec<Box<[Method]>>,
    zeros: Vec<Zeroes>,
    by_map: HashMap<MapId, TypeId>,
}

/// Zeroes enough for most programs.
static FEW: [u128; 256] = [0; 256];

impl TypeTable {
    /// Works everything out. Entry 0 stands for "no type". `room`: for how many types the program may ever have. `typed`:
    /// objects have to tell their types, which takes heap blocks of their own for each.
    pub fn new(
        rtypes: Vec<RType>,
        room: usize,
        typed: bool,
        heap: &Heap,
    ) -> Result<TypeTable, Full> {
        let room = room.max(rtypes.len());
        let full = |_| Full;
        let table = TypeTable {
            rtypes: Table::with_second(room, RUN_TIME_TYPES).map_err(full)?,
            infos: Table::with_second(room, RUN_TIME_TYPES).map_err(full)?,
            maps: Table::with_second(room, RUN_TIME_TYPES).map_err(full)?,
            itabs: Table::with_second(room, RUN_TIME_TYPES).map_err(full)?,
            zero: AtomicPtr::new(FEW.as_ptr().cast_mut().cast()),
            implements: (0..IMPLEMENTS).map(|_| AtomicU64::new(0)).collect(),
            map_table: MapType::table_kind(heap),
            typed,
            kept: Mutex::default(),
        };
        table.extend(rtypes, heap)?;
        Ok(table)
    }

    /// More types of the program. The caller is the only one who does this.
    pub fn extend(&self, rtypes: Vec<RType>, heap: &Heap) -> Result<(), Full> {
        let mut kept = self.kept.lock();
        let old = self.infos.len();
        let n = rtypes.len();
        self.rtypes.prepare(n)?;
        self.infos.prepare(n)?;
        self.maps.prepare(n)?;
        self.itabs.prepare(n)?;
        let mut zero = 16;
        for t in rtypes {
            if t.repr == Repr::Mem {
                zero = zero.max(t.size as usize);
            }
            self.rtypes.push(t)?;
        }
        self.need_zero(&mut kept, zero)?;
        let mut go = vec![None; n];
        for i in old..old + n {
            let info = self.work_out(TypeId(i as u32), old, &mut go, heap);
            self.note_map(&mut kept, TypeId(i as u32), &info, heap);
            self.infos.push(info)?;
            self.itabs.push(AtomicPtr::default())?;
        }
        // Map types look at the facts about keys and values, which may come later.
        for i in old..old + n {
            self.maps.push(self.map_facts(TypeId(i as u32), heap))?;
        }
        Ok(())
    }

    /// A type made by the running program, on any worker. That there is none like it yet is the caller's to see to: one
    /// description exists per identical type. Answers [`Full`] after some ten thousands.
    pub fn add(&self, rtype: RType, heap: &Heap) -> Result<TypeId, Full> {
        let mut kept = self.kept.lock();
        if rtype.repr == Repr::Mem {
            self.need_zero(&mut kept, rtype.size as usize)?;
        }
        let id = TypeId(self.rtypes.push_second(rtype)? as u32);
        let info = self.work_out(id, id.index(), &mut [None], heap);
        self.note_map(&mut kept, id, &info, heap);
        self.infos.push_second(info)?;
        self.itabs.push_second(AtomicPtr::default())?;
        self.maps.push_second(self.map_facts(id, heap))?;
        Ok(id)
    }

    /// Other tables of methods for types there are. The world is stopped.
    pub fn set_methods(&self, changed: Vec<(TypeId, Box<[Method]>)>) {
        let mut kept = self.kept.lock();
        for (t, methods) in changed {
            // SAFETY: nothing runs; references that natives held are gone at a safepoint, and the old table is kept.
            let old = unsafe {
                let r = &mut *self.rtypes.start().add(t.index());
                std::mem::replace(&mut r.methods, methods)
            };
            kept.methods.push(old);
            // The next call through an interface makes the table anew.
            self.itabs[t.index()].store(std::ptr::null_mut(), Release);
        }
        for known in &self.implements {
            known.store(0, Release);
        }
    }

    /// There is a type of that number.
    pub fn has(&self, t: TypeId) -> bool {
        self.rtypes.has(t.index())
    }

    /// Zero memory of at least so many bytes. With the lock held.
    fn need_zero(&self, kept: &mut Kept, bytes: usize) -> Result<(), Full> {
        let have = kept.zeros.last().map_or(size_of_val(&FEW), Zeroes::len);
        if have < bytes {
            let z = Zeroes::new(bytes.next_multiple_of(1 << 16)).map_err(|_| Full)?;
            self.zero.store(z.start(), Release);
            kept.zeros.push(z);
        }
        Ok(())
    }

    fn map_facts(&self, id: TypeId, heap: &Heap) -> Option<Box<MapType>> {
        let t = self.rtype(id);
        (t.kind == Kind::Map)
            .then(|| Box::new(MapType::new(self, t.key, t.elem, heap, self.map_table)))
    }

    fn note_map(&self, kept: &mut Kept, t: TypeId, info: &TypeInfo, heap: &Heap) {
        if self.typed && !info.map.is_pointer_free() && heap.is_private(info.map) {
            kept.by_map.entry(info.map).or_insert(t);
        }
    }

    /// The type of the objects that are allocated with this map, one or several in a row; None: not known.
    pub fn type_of_object(&self, map: MapId) -> Option<TypeId> {
        self.kept.lock().by_map.get(&map).copied()
    }

    /// Whether objects tell their types.
    pub fn is_typed(&self) -> bool {
        self.typed
    }

    /// The facts about one type; `go` remembers Go's layouts of the types from `first` on.
    fn work_out(
        &self,
        id: TypeId,
        first: usize,
        go: &mut [Option<GoLayout>],
        heap: &Heap,
    ) -> TypeInfo {
        let go = go_layout(self, id, first, go);
        let t = self.rtype(id);
        let own = self.typed && (t.ptr_words.contains(&true) || go.size != t.size);
        let map = match own.then(|| heap.private_map(&t.ptr_words)).flatten() {
            Some(map) => map,
            None => heap.intern_map_words(&t.ptr_words),
        };
        TypeInfo {
            size: t.size,
            map,
            kind_id: heap.kind((t.size as usize).max(1), map),
            slots: t.slots,
            repr: t.repr,
            kind: t.kind,
            inline_data: t.slots <= 1,
            go_size: go.size,
            go_align: go.align as u8,
            go_noscan: !go.pointers,
            elem: t.elem,
            elem_size: match t.kind {
                Kind::Array | Kind::Slice | Kind::Pointer | Kind::Chan | Kind::Map => {
                    self.rtype(t.elem).size as u32
                }
                _ => 0,
            },
            leaf: match &*t.leaves {
                [l] if t.repr != Repr::Mem => Some(l.kind),
                _ => None,
            },
        }
    }

    /// The type's description.
    #[inline(always)]
    pub fn rtype(&self, t: TypeId) -> &RType {
        // SAFETY: type ids come from the program that this table was made of, and were verified when it was loaded.
        unsafe { self.rtypes.at(t.index()) }
    }

    /// The derived facts.
    #[inline(always)]
    pub fn info(&self, t: TypeId) -> &TypeInfo {
        // SAFETY: as above.
        unsafe { self.infos.at(t.index()) }
    }

    /// The map type's description for `value::map`.
    #[inline(always)]
    pub fn map_type(&self, t: TypeId) -> &MapType {
        // SAFETY: as above.
        match unsafe { self.maps.at(t.index()) } {
            Some(m) => m,
            None => unreachable!("a map instruction on a type that is no map"),
        }
    }

    /// All descriptions of the program's own types, by `TypeId`; without those added while it runs.
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
        self.zero.load(Relaxed)
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
            let itab = self.itabs.at(t.index()).load(Acquire);
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
        // SAFETY: as above.
        if unsafe { self.itabs.at(t.index()) }.load(Acquire).is_null() {
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
        let mut kept = self.kept.lock();
        // SAFETY: as above.
        unsafe { self.itabs.at(t.index()) }.store(&raw mut *itab, Release);
        kept.itabs.push(itab);
    }
}

/// How compiled Go lays a type out on a 64-bit machine.
#[derive(Clone, Copy)]
struct GoLayout {
    size: u64,
    align: u64,
    pointers: bool,
}

/// Go's layout of a type; those of types below `first` are known.
fn go_layout(
    types: &TypeTable,
    id: TypeId,
    first: usize,
    memo: &mut [Option<GoLayout>],
) -> GoLayout {
    let plain = |size, align, pointers| GoLayout {
        size,
        align,
        pointers,
    };
    let place = id.index().wrapping_sub(first);
    match memo.get(place) {
        Some(Some(known)) => return *known,
        Some(None) => {}
        None => {
            let i = types.info(id);
            return plain(i.go_size, i.go_align.into(), !i.go_noscan);
        }
    }
    let t = types.rtype(id);
    // A type that contains itself by value does not exist; this guards against nonsense only.
    memo[place] = Some(plain(0, 1, false));
    let r = match t.kind {
        Kind::Invalid => plain(0, 1, false),
        Kind::Bool | Kind::Int8 | Kind::Uint8 => plain(1, 1, false),
        Kind::Int16 | Kind::Uint16 => plain(2, 2, false),
        Kind::Int32 | Kind::Uint32 | Kind::Float32 => plain(4, 4, false),
        Kind::Int | Kind::Int64 | Kind::Uint | Kind::Uint64 | Kind::Uintptr | Kind::Float64 => {
            plain(8, 8, false)
        }
        Kind::Complex64 => plain(8, 4, false),
        Kind::Complex128 => plain(16, 8, false),
        Kind::Chan | Kind::Func | Kind::Map | Kind::Pointer | Kind::UnsafePointer => {
            plain(8, 8, true)
        }
        Kind::Interface | Kind::String => plain(16, 8, true),
        Kind::Slice => plain(24, 8, true),
        Kind::Array => {
            let e = go_layout(types, t.elem, first, memo);
            plain(
                e.size.saturating_mul(t.len),
                e.align,
                e.pointers && t.len > 0,
            )
        }
        Kind::Struct => {
            let (mut at, mut align, mut pointers) = (0u64, 1u64, false);
            let mut last_empty = false;
            for f in t.fields.iter() {
                let f = go_layout(types, f.ty, first, memo);
                at = at.next_multiple_of(f.align).saturating_add(f.size);
                align = align.max(f.align);
                pointers |= f.pointers;
                last_empty = f.size == 0;
            }
            if last_empty && at > 0 {
                at += 1;
            }
            plain(at.next_multiple_of(align), align, pointers)
        }
    };
    memo[place] = Some(r);
    r
}
