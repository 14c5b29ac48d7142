//! Values inside values: a [`Place`] is where a value of a known type lies in the program's memory. Fields, elements and what
//! pointers point to are places again; what is read and written is checked against the type.

use crate::bytecode::Kind;
use crate::bytecode::RType;
use crate::bytecode::TypeId;
use crate::heap::access;
use crate::heap::atomic16;
use crate::heap::barrier;
use crate::value::Iface;
use crate::value::SliceVal;
use crate::value::TypeTable;
use crate::value::hash_eq;
use crate::value::key_order;
use crate::value::map;
use crate::value::memory;
use crate::vm::native::NativeCx;
use crate::vm::native::Stop;

/// Where a value lies. It is good until the native returns.
#[derive(Clone, Copy)]
pub struct Place<'c> {
    types: &'c TypeTable,
    ty: TypeId,
    p: *mut u8,
}

impl<'c> Place<'c> {
    /// The value's type.
    pub fn ty(self) -> TypeId {
        self.ty
    }

    /// What is known of it.
    pub fn rtype(self) -> &'c RType {
        self.types.rtype(self.ty)
    }

    fn at(self, ty: TypeId, p: *mut u8) -> Place<'c> {
        Place { ty, p, ..self }
    }

    /// Field `i` of a struct.
    pub fn field(self, i: usize) -> Option<Place<'c>> {
        let f = self.rtype().fields.get(i)?;
        Some(self.at(f.ty, self.p.wrapping_add(f.offset as usize)))
    }

    /// The slice, if the place holds one.
    pub fn slice(self) -> Option<SliceVal> {
        if self.rtype().kind != Kind::Slice {
            return None;
        }
        // SAFETY: a live slice; both slots are from one access.
        unsafe {
            let (a, b) = atomic16::load(self.p.cast());
            Some(SliceVal::from_slots([a, b].as_ptr()))
        }
    }

    /// Where the elements of an array or slice begin, and how many there are.
    fn elements(self) -> Option<(*mut u8, usize)> {
        match self.rtype().kind {
            Kind::Array => Some((self.p, self.rtype().len as usize)),
            _ => self.slice().map(|s| (s.ptr, s.len as usize)),
        }
    }

    /// The number of elements of an array or slice.
    pub fn count(self) -> Option<usize> {
        self.elements().map(|(_, n)| n)
    }

    /// Element `i` of an array or slice, if there is one.
    pub fn element(self, i: usize) -> Option<Place<'c>> {
        let (p, n) = self.elements()?;
        let elem = self.rtype().elem;
        let size = self.types.rtype(elem).size as usize;
        (i < n).then(|| self.at(elem, p.wrapping_add(i * size)))
    }

    /// Sets a number, bool or pointer-free value of 1, 2, 4 or 8 bytes to the low bits of a word.
    pub fn set_bits(self, word: u64) {
        let t = self.rtype();
        assert!(!matches!(
            t.kind,
            Kind::Pointer | Kind::Map | Kind::Chan | Kind::Func
        ));
        // SAFETY: a live variable of this size.
        unsafe {
            match t.size {
                1 => access::store8(self.p, word as u8),
                2 => access::store16(self.p.cast(), word as u16),
                4 => access::store32(self.p.cast(), word as u32),
                8 => access::store64(self.p.cast(), word),
                n => panic!("{n} bytes are no word"),
            }
        }
    }

    /// Sets a value of two slots: a string, slice, interface or complex128.
    fn set_pair(self, [a, b]: [u64; 2]) {
        // SAFETY: a live variable of two slots, as callers have found out.
        unsafe { barrier::store_pair(self.p.cast(), a, b) };
    }

    /// Sets an interface variable; that `v` implements it is the caller's to know.
    pub fn set_interface(self, v: Iface) {
        assert!(self.rtype().kind == Kind::Interface);
        self.set_pair(v.slots());
    }

    /// Sets a complex128 variable.
    pub fn set_complex128(self, re: f64, im: f64) {
        assert!(self.rtype().kind == Kind::Complex128);
        self.set_pair([re.to_bits(), im.to_bits()]);
    }

    /// Sets a variable whose kind is string.
    pub fn set_string(self, s: crate::vm::native::GoStr<'_>) {
        assert!(self.rtype().kind == Kind::String);
        self.set_pair(s.slots());
    }

    /// Sets a variable that is a slice of bytes.
    pub fn set_bytes(self, b: crate::vm::native::Bytes) {
        let t = self.rtype();
        assert!(t.kind == Kind::Slice && self.types.rtype(t.elem).size == 1);
        self.set_pair(b.slots());
    }

    /// Sets the variable to a copy of what lies at another place of the same type.
    pub fn copy_from(self, other: Place<'c>) {
        assert!(self.ty == other.ty);
        // SAFETY: both are live values of the type.
        unsafe { memory::copy(self.rtype(), self.p, other.p) };
    }

    /// Exchanges the values of two places of the same type.
    pub fn swap(self, other: Place<'c>) {
        assert!(self.ty == other.ty);
        let t = self.rtype();
        let mut temp = vec![0u128; (t.size as usize).div_ceil(16).max(1)];
        let temp = temp.as_mut_ptr().cast::<u8>();
        // SAFETY: live values of the type, and memory of their size.
        unsafe {
            memory::copy(t, temp, self.p);
            memory::copy(t, self.p, other.p);
            memory::copy(t, other.p, temp);
        }
    }
}

impl<'c> NativeCx<'c> {
    /// Where the value inside `v`, which is not nil, lies. It is not to be changed: other interfaces may share it.
    pub fn place_of(&mut self, v: Iface) -> Result<Place<'c>, Stop> {
        let types = self.types();
        let p = self.value_memory(v)?.cast_mut();
        Ok(Place { types, ty: v.ty, p })
    }

    /// What the pointer inside `v` points to; none if `v` holds no pointer or a nil one.
    pub fn pointee(&self, v: Iface) -> Option<Place<'c>> {
        if self.kind_of(v) != Kind::Pointer || v.data == 0 {
            return None;
        }
        Some(Place {
            types: self.types(),
            ty: self.rtype(v.ty).elem,
            p: v.data as *mut u8,
        })
    }

    /// An interface holding a copy of what lies there (a value of interface type comes as its dynamic value).
    pub fn load(&mut self, place: Place<'c>) -> Result<Iface, Stop> {
        // SAFETY: a live value of the type.
        unsafe { self.load_value(place.ty, place.p) }
    }

    /// The hash of what is inside `v`, which is not nil; a panic if its type has none.
    pub fn hash_of(&self, v: Iface, seed: u64) -> Result<u64, Stop> {
        let slots = self.unbox(v);
        // SAFETY: the slots are those of the value.
        Ok(unsafe { hash_eq::hash_slots(self.types(), v.ty, slots.as_ptr(), seed)? })
    }

    /// The slice inside `v`, if its kind is slice.
    pub fn slice_of(&self, v: Iface) -> Option<SliceVal> {
        if self.kind_of(v) != Kind::Slice {
            return None;
        }
        // Two-slot values are boxed: the data points to the slice.
        let box_ = Place {
            types: self.types(),
            ty: v.ty,
            p: v.data as *mut u8,
        };
        box_.slice()
    }

    /// The length of what is inside `v`, as the built-in function gives it, for all kinds it takes.
    pub fn len_of(&self, v: Iface) -> Option<usize> {
        let t = match self.kind_of(v) {
            Kind::Invalid => return None,
            _ => self.rtype(v.ty),
        };
        match t.kind {
            Kind::Array => Some(t.len as usize),
            Kind::Slice => self.slice_of(v).map(|s| s.len as usize),
            Kind::String => self.string_of(v).map(|s| s.bytes().len()),
            // SAFETY: a map or nil.
            Kind::Map => Some(unsafe { map::len(v.data) } as usize),
            // SAFETY: a channel or nil.
            Kind::Chan => Some(unsafe { crate::chan::len(v.data as *mut _) }),
            Kind::Pointer if self.rtype(t.elem).kind == Kind::Array => {
                Some(self.rtype(t.elem).len as usize)
            }
            _ => None,
        }
    }

    /// Keys and values of the map inside `v`, in the order fmt prints them; none if there is no map.
    pub fn map_entries_of(&mut self, v: Iface) -> Result<Vec<(Iface, Iface)>, Stop> {
        if self.kind_of(v) != Kind::Map {
            return Ok(Vec::new());
        }
        let t = self.rtype(v.ty);
        // SAFETY: the data of an interface that holds a map.
        let entries = unsafe { key_order::entries(self.types(), v.ty, v.data)? };
        let mut out = Vec::with_capacity(entries.len());
        for (k, x) in &entries {
            out.push((self.wrap_slots(t.key, k)?, self.wrap_slots(t.elem, x)?));
        }
        Ok(out)
    }

    /// The value in slot format as an any: one of interface type comes as its dynamic value.
    fn wrap_slots(&mut self, ty: TypeId, slots: &[u64]) -> Result<Iface, Stop> {
        if self.rtype(ty).kind == Kind::Interface {
            // SAFETY: an interface in slot format.
            return Ok(unsafe { Iface::from_slots(slots.as_ptr()) });
        }
        self.box_value(ty, slots)
    }
}
