//! The natives of package reflect about values: reading them, their parts, storing, making new ones.

use crate::bytecode::Kind;
use crate::bytecode::RType;
use crate::bytecode::Repr;
use crate::bytecode::TypeId;
use crate::natives::reflect::ADDRESSABLE;
use crate::natives::reflect::EMBEDDED_RO;
use crate::natives::reflect::INDIRECT;
use crate::natives::reflect::METHOD;
use crate::natives::reflect::METHOD_SHIFT;
use crate::natives::reflect::READ_ONLY;
use crate::natives::reflect::STICKY_RO;
use crate::natives::reflect::T;
use crate::natives::reflect::Value;
use crate::natives::reflect::compose;
use crate::natives::reflect::known;
use crate::natives::reflect::method_func;
use crate::natives::reflect::pointer_to;
use crate::natives::reflect::ro;
use crate::natives::reflect::same_under;
use crate::natives::reflect::type_ptr;
use crate::natives::rt_unsafe;
use crate::value::Iface;
use crate::value::SliceVal;
use crate::value::Str;
use crate::value::compose::Composite;
use crate::value::memory;
use crate::value::slice;
use crate::vm::native::Any;
use crate::vm::native::Bytes;
use crate::vm::native::Complex;
use crate::vm::native::GoStr;
use crate::vm::native::NativeCx;
use crate::vm::native::Ptr;
use crate::vm::native::Stop;
use crate::vm::native::natives;

/// Slots of any value.
pub type Slots = [u64; 8];

/// Where a value is.
#[derive(Clone, Copy)]
pub enum Place {
    /// In memory, in memory format.
    Mem(*mut u8),
    /// It is this slot, or has none.
    Slot(u64),
}

/// A value found.
#[derive(Clone, Copy)]
pub struct Found<'c> {
    /// Its type.
    pub id: TypeId,
    /// The same, described.
    pub t: &'c RType,
    /// Where it is.
    pub at: Place,
}

/// Finds a value; None for the zero Value.
pub fn find<'c>(cx: &NativeCx<'c>, v: Value) -> Option<Found<'c>> {
    if v.v.is_nil() {
        return None;
    }
    let t = cx.rtype(v.v.ty);
    if v.flag & INDIRECT != 0 {
        if t.kind != Kind::Pointer || v.v.data == 0 {
            return None;
        }
        return Some(Found {
            id: t.elem,
            t: cx.rtype(t.elem),
            at: Place::Mem(v.v.data as *mut u8),
        });
    }
    let at = if t.slots > 1 || t.repr == Repr::Mem {
        Place::Mem(v.v.data as *mut u8)
    } else {
        Place::Slot(v.v.data)
    };
    Some(Found { id: v.v.ty, t, at })
}

impl<'c> Found<'c> {
    /// The first slots of the value, as registers hold them; a large one as a pointer to where it is.
    pub fn slots(&self) -> Slots {
        let mut s = [0; 8];
        match self.at {
            Place::Slot(x) => s[0] = x,
            // SAFETY: a live value of that type, which has at most 8 slots.
            Place::Mem(p) => unsafe { memory::load_flat(self.t, p, s.as_mut_ptr()) },
        }
        s
    }

    /// The same with a large value copied.
    pub fn own_slots(&self, cx: &mut NativeCx<'_>) -> Result<Slots, Stop> {
        let mut s = self.slots();
        if self.t.repr == Repr::Mem {
            let p = cx.new_object(self.id)?.0;
            // SAFETY: both are live values of that type.
            unsafe { memory::copy(self.t, p as *mut u8, s[0] as *const u8) };
            s[0] = p;
        }
        Ok(s)
    }

    /// Its address in memory; a slot is stored to a fresh object.
    fn memory(&self, cx: &mut NativeCx<'_>) -> Result<*mut u8, Stop> {
        match self.at {
            Place::Mem(p) => Ok(p),
            Place::Slot(x) => {
                let p = cx.new_object(self.id)?.0 as *mut u8;
                if self.t.slots == 1 {
                    // SAFETY: a fresh object of that type.
                    unsafe { memory::store_flat(self.t, p, &x) };
                }
                Ok(p)
            }
        }
    }

    fn slice(&self) -> SliceVal {
        // SAFETY: the caller knows that it is a slice.
        unsafe { SliceVal::from_slots(self.slots().as_ptr()) }
    }
}

/// A Value of a type whose slots are given: of interface type in memory of its own, else held by the interface.
pub fn from_slots(
    cx: &mut NativeCx<'_>,
    t: TypeId,
    slots: &[u64],
    flag: u64,
) -> Result<Value, Stop> {
    let r = cx.rtype(t);
    if r.kind != Kind::Interface {
        let v = cx.box_value(t, &slots[..r.slots as usize])?;
        return Ok(Value { v, flag });
    }
    let p = cx.new_object(t)?.0;
    // SAFETY: a fresh object of that type.
    unsafe { memory::store_flat(r, p as *mut u8, slots.as_ptr()) };
    indirect(cx, t, p, flag)
}

/// A Value of type `t` that lies at `p`.
fn indirect(cx: &NativeCx<'_>, t: TypeId, p: u64, flag: u64) -> Result<Value, Stop> {
    let ty = pointer_to(cx, t)?;
    Ok(Value {
        v: Iface { ty, data: p },
        flag: flag | INDIRECT,
    })
}

/// A part of type `t` at `p` of the value `whole`: a variable if that is one, else a copy.
fn part(
    cx: &mut NativeCx<'_>,
    whole: Value,
    t: TypeId,
    p: *mut u8,
    flag: u64,
) -> Result<Value, Stop> {
    if whole.flag & ADDRESSABLE != 0 {
        return indirect(cx, t, p as u64, flag | ADDRESSABLE);
    }
    let f = Found {
        id: t,
        t: cx.rtype(t),
        at: Place::Mem(p),
    };
    let slots = f.own_slots(cx)?;
    from_slots(cx, t, &slots, flag)
}

/// The slots of `v` if its type is exactly `t`.
pub fn exact(cx: &mut NativeCx<'_>, v: Value, t: TypeId) -> Result<Slots, Stop> {
    match find(cx, v) {
        Some(f) if f.id == t => f.own_slots(cx),
        _ => Err(Stop::runtime_error("reflect: value of another type")),
    }
}

/// The variable behind a Value that can be set.
fn variable<'c>(cx: &NativeCx<'c>, v: Value) -> Option<(Found<'c>, *mut u8)> {
    if v.flag & (INDIRECT | ADDRESSABLE) != INDIRECT | ADDRESSABLE {
        return None;
    }
    let f = find(cx, v)?;
    match f.at {
        Place::Mem(p) => Some((f, p)),
        Place::Slot(_) => None,
    }
}

/// Stores slots in a variable.
fn store(f: &Found<'_>, p: *mut u8, slots: &[u64]) {
    // SAFETY: a live variable of that type; the slots hold such a value.
    unsafe { memory::store_flat(f.t, p, slots.as_ptr()) }
}

fn is_bytes(cx: &NativeCx<'_>, t: &RType) -> bool {
    cx.rtype(t.elem).kind == Kind::Uint8
}

/// A number or bool as the slot of a variable of kind `k` holds it; floats come as float64.
fn fit(k: Kind, x: u64) -> Option<u64> {
    Some(match k {
        Kind::Bool => x & 1,
        Kind::Int8 => x as i8 as i64 as u64,
        Kind::Int16 => x as i16 as i64 as u64,
        Kind::Int32 => x as i32 as i64 as u64,
        Kind::Uint8 => u64::from(x as u8),
        Kind::Uint16 => u64::from(x as u16),
        Kind::Uint32 => u64::from(x as u32),
        Kind::Float32 => u64::from((f64::from_bits(x) as f32).to_bits()),
        Kind::Int | Kind::Int64 | Kind::Uint | Kind::Uint64 | Kind::Uintptr | Kind::Float64 => x,
        _ => return None,
    })
}

fn complex_slots(k: Kind, c: Complex) -> Option<[u64; 2]> {
    match k {
        Kind::Complex128 => Some([c.0.to_bits(), c.1.to_bits()]),
        Kind::Complex64 => {
            let (re, im) = ((c.0 as f32).to_bits(), (c.1 as f32).to_bits());
            Some([u64::from(re) | u64::from(im) << 32, 0])
        }
        _ => None,
    }
}

/// The elements a value of array, slice or string type has: where, how many, room for how many.
fn elements(f: &Found<'_>) -> Option<(*mut u8, usize, usize)> {
    match (f.t.kind, f.at) {
        (Kind::Slice, _) => {
            let s = f.slice();
            Some((s.ptr, s.len as usize, s.cap as usize))
        }
        (Kind::Array, Place::Mem(p)) => Some((p, f.t.len as usize, f.t.len as usize)),
        (Kind::Array, Place::Slot(_)) => {
            Some((std::ptr::null_mut(), f.t.len as usize, f.t.len as usize))
        }
        _ => None,
    }
}

natives! { TABLE;
    /// A pointer to the `t` at an address, of type `*t`.
    fn "reflect.pointerAt"(cx, t: T, p: u64) -> Any {
        known(cx, t)?;
        rt_unsafe::check_pointer(cx, p, t.0)?;
        Ok(Iface { ty: pointer_to(cx, t.0)?, data: p })
    }

    /// A slice of the `n` values of type `t` at an address.
    fn "reflect.sliceAt"(cx, t: T, p: u64, n: i64) -> Any {
        known(cx, t)?;
        rt_unsafe::check_span(cx, p, t.0, n, "unsafe.Slice")?;
        let ty = compose(cx, Composite::Slice(t.0))?;
        let len = n as u64;
        cx.box_value(ty, &[p, len | len << 32])
    }

    /// The kind.
    fn "reflect.kindOf"(cx, v: Value) -> u64 { Ok(find(cx, v).map_or(0, |f| f.t.kind as u64)) }

    /// The static type.
    fn "reflect.typeOfValue"(cx, v: Value) -> Ptr { Ok(type_ptr(cx, find(cx, v).map_or(TypeId(0), |f| f.id))) }

    /// The value in an interface; of one of interface type what it holds.
    fn "reflect.load"(cx, v: Value) -> Any {
        if v.flag & INDIRECT == 0 {
            return Ok(v.v);
        }
        let Some(f) = find(cx, v) else { return Ok(Any::NIL) };
        let Place::Mem(p) = f.at else { return Ok(Any::NIL) };
        // SAFETY: a live value of that type.
        unsafe { cx.load_value(f.id, p) }
    }

    /// The first slot of a value that has just one, and its kind: numbers extended to 64 bits, pointers and the like as addresses.
    fn "reflect.wordOf"(cx, v: Value) -> (u64, u64) {
        let Some(f) = find(cx, v) else { return Ok((0, 0)) };
        let x = if f.t.repr == Repr::One { f.slots()[0] } else { 0 };
        Ok((x, f.t.kind as u64))
    }

    /// A float's value.
    fn "reflect.floatOf"(cx, v: Value) -> (f64, bool) {
        let Some(f) = find(cx, v) else { return Ok((0.0, false)) };
        Ok(match f.t.kind {
            Kind::Float64 => (f64::from_bits(f.slots()[0]), true),
            Kind::Float32 => (f64::from(f32::from_bits(f.slots()[0] as u32)), true),
            _ => (0.0, false),
        })
    }

    /// A complex number's value.
    fn "reflect.complexOf"(cx, v: Value) -> (Complex, bool) {
        let Some(f) = find(cx, v) else { return Ok((Complex(0.0, 0.0), false)) };
        let s = f.slots();
        let f32s = |x: u64| f64::from(f32::from_bits(x as u32));
        Ok(match f.t.kind {
            Kind::Complex128 => (Complex(f64::from_bits(s[0]), f64::from_bits(s[1])), true),
            Kind::Complex64 => (Complex(f32s(s[0]), f32s(s[0] >> 32)), true),
            _ => (Complex(0.0, 0.0), false),
        })
    }

    /// A string's value.
    fn "reflect.stringOf"(cx, v: Value) -> (GoStr<'_>, bool) {
        match find(cx, v) {
            // SAFETY: a string's slots.
            Some(f) if f.t.kind == Kind::String => Ok((unsafe { Str::from_slots(f.slots().as_ptr()) }, true)),
            _ => Ok((Str::EMPTY, false)),
        }
    }

    /// The bytes of a slice of bytes or of an addressable array of them.
    fn "reflect.bytesOf"(cx, v: Value) -> (Bytes, bool) {
        let none = (Bytes(SliceVal::NIL), false);
        let Some(f) = find(cx, v) else { return Ok(none) };
        Ok(match (f.t.kind, f.at) {
            (Kind::Slice, _) if is_bytes(cx, f.t) => (Bytes(f.slice()), true),
            (Kind::Array, Place::Mem(p)) if v.flag & ADDRESSABLE != 0 && is_bytes(cx, f.t) && f.t.len <= u64::from(u32::MAX) => {
                (Bytes(SliceVal::new(p, f.t.len as u32, f.t.len as u32)), true)
            }
            _ => none,
        })
    }

    /// Whether a reference or interface is nil; 2 if the kind has no nil.
    fn "reflect.nilness"(cx, v: Value) -> i64 {
        let Some(f) = find(cx, v) else { return Ok(2) };
        Ok(match f.t.kind {
            Kind::Pointer | Kind::Map | Kind::Func | Kind::Chan | Kind::UnsafePointer | Kind::Slice | Kind::Interface => {
                i64::from(f.slots()[0] == 0)
            }
            _ => 2,
        })
    }

    /// Length and capacity; -1 for what has none.
    fn "reflect.sizesOf"(cx, v: Value) -> (i64, i64) {
        let Some(f) = find(cx, v) else { return Ok((-1, -1)) };
        let x = f.slots()[0];
        Ok(match f.t.kind {
            Kind::Array | Kind::Slice => elements(&f).map_or((-1, -1), |(_, n, c)| (n as i64, c as i64)),
            Kind::String => (f.slots()[1] as i64, -1),
            // SAFETY: a map or nil.
            Kind::Map => (unsafe { crate::value::map::len(x) as i64 }, -1),
            // SAFETY: a channel or nil.
            Kind::Chan => unsafe { (crate::chan::len(x as *mut _) as i64, crate::chan::cap(x as *mut _) as i64) },
            _ => (-1, -1),
        })
    }

    /// What an interface holds or a pointer points to.
    fn "reflect.elemOf"(cx, v: Value) -> (Value, bool) {
        let Some(f) = find(cx, v) else { return Ok((Value::NONE, false)) };
        let s = f.slots();
        Ok(match f.t.kind {
            // SAFETY: an interface's slots.
            Kind::Interface => match unsafe { Iface::from_slots(s.as_ptr()) } {
                Iface::NIL => (Value::NONE, true),
                held => (Value { v: held, flag: ro(v.flag) }, true),
            },
            Kind::Pointer if s[0] == 0 => (Value::NONE, true),
            Kind::Pointer => {
                let flag = v.flag & READ_ONLY | ADDRESSABLE;
                (indirect(cx, f.t.elem, s[0], flag)?, true)
            }
            _ => (Value::NONE, false),
        })
    }

    /// Field i of a struct.
    fn "reflect.fieldOf"(cx, v: Value, i: i64) -> (Value, bool) {
        let Some(f) = find(cx, v).filter(|f| f.t.kind == Kind::Struct) else { return Ok((Value::NONE, false)) };
        let Some(x) = usize::try_from(i).ok().and_then(|i| f.t.fields.get(i)) else { return Ok((Value::NONE, false)) };
        // Not EMBEDDED_RO: the exported fields of an unexported embedded struct are free.
        let mut flag = v.flag & STICKY_RO;
        if !x.pkg.is_empty() {
            flag |= if x.embedded { EMBEDDED_RO } else { STICKY_RO };
        }
        let p = f.memory(cx)?;
        Ok((part(cx, v, x.ty, p.wrapping_add(x.offset as usize), flag)?, true))
    }

    /// Element i of an array, slice or string: 1 out of range, 2 no such kind.
    fn "reflect.indexOf"(cx, v: Value, i: i64) -> (Value, i64) {
        let Some(f) = find(cx, v) else { return Ok((Value::NONE, 2)) };
        let flag = ro(v.flag);
        if f.t.kind == Kind::String {
            // SAFETY: a string's slots.
            let s = unsafe { Str::from_slots(f.slots().as_ptr()) };
            let Some(&b) = usize::try_from(i).ok().and_then(|i| s.bytes().get(i)) else { return Ok((Value::NONE, 1)) };
            let uint8 = cx.vm().program.well_known.uint8;
            return Ok((Value { v: Iface { ty: uint8, data: u64::from(b) }, flag }, 0));
        }
        let Some((_, n, _)) = elements(&f) else { return Ok((Value::NONE, 2)) };
        if i < 0 || i as usize >= n {
            return Ok((Value::NONE, 1));
        }
        let off = i as usize * cx.rtype(f.t.elem).size as usize;
        if f.t.kind == Kind::Slice {
            let p = f.slice().ptr.wrapping_add(off);
            return Ok((indirect(cx, f.t.elem, p as u64, flag | ADDRESSABLE)?, 0));
        }
        let p = f.memory(cx)?.wrapping_add(off);
        Ok((part(cx, v, f.t.elem, p, flag)?, 0))
    }

    /// A pointer to a variable.
    fn "reflect.addrOf"(cx, v: Value) -> Any {
        let Some((f, p)) = variable(cx, v) else { return Ok(Any::NIL) };
        Ok(Iface { ty: pointer_to(cx, f.id)?, data: p as u64 })
    }

    /// Sets a variable to a value of exactly its type.
    fn "reflect.assign"(cx, v: Value, x: Value) -> bool {
        let (Some((f, p)), Some(g)) = (variable(cx, v), find(cx, x)) else { return Ok(false) };
        if f.id != g.id {
            return Ok(false);
        }
        store(&f, p, &g.slots());
        Ok(true)
    }

    /// Sets a number or bool; floats come as float64.
    fn "reflect.assignWord"(cx, v: Value, x: u64) -> bool {
        let Some((f, p)) = variable(cx, v) else { return Ok(false) };
        let Some(x) = fit(f.t.kind, x) else { return Ok(false) };
        store(&f, p, &[x]);
        Ok(true)
    }

    /// Sets a complex number.
    fn "reflect.assignComplex"(cx, v: Value, c: Complex) -> bool {
        let Some((f, p)) = variable(cx, v) else { return Ok(false) };
        let Some(x) = complex_slots(f.t.kind, c) else { return Ok(false) };
        store(&f, p, &x);
        Ok(true)
    }

    /// Sets a string.
    fn "reflect.assignString"(cx, v: Value, s: GoStr) -> bool {
        let Some((f, p)) = variable(cx, v) else { return Ok(false) };
        if f.t.kind != Kind::String {
            return Ok(false);
        }
        store(&f, p, &s.slots());
        Ok(true)
    }

    /// Sets a slice of bytes.
    fn "reflect.assignBytes"(cx, v: Value, b: Bytes) -> bool {
        let Some((f, p)) = variable(cx, v) else { return Ok(false) };
        if f.t.kind != Kind::Slice || !is_bytes(cx, f.t) {
            return Ok(false);
        }
        store(&f, p, &b.slots());
        Ok(true)
    }

    /// Sets the length and capacity of a slice variable, within the capacity it has.
    fn "reflect.assignSizes"(cx, v: Value, len: i64, cap: i64) -> bool {
        let Some((f, p)) = variable(cx, v) else { return Ok(false) };
        if f.t.kind != Kind::Slice || len < 0 || len > cap || cap > i64::from(f.slice().cap) {
            return Ok(false);
        }
        store(&f, p, &SliceVal::new(f.slice().ptr, len as u32, cap as u32).slots());
        Ok(true)
    }

    /// Makes room for n more elements in a slice variable.
    fn "reflect.growSlice"(cx, v: Value, n: i64) -> bool {
        let Some((f, p)) = variable(cx, v) else { return Ok(false) };
        if f.t.kind != Kind::Slice || n < 0 {
            return Ok(false);
        }
        let (s, types) = (f.slice(), cx.types());
        // SAFETY: a slice of that element type.
        let grown = unsafe { slice::grow(types, cx.cache(), f.t.elem, s, n as u64)? };
        store(&f, p, &SliceVal { len: s.len, ..grown }.slots());
        Ok(true)
    }

    /// Sets a variable to its zero value, or does so with the elements of a slice or a map.
    fn "reflect.clearValue"(cx, v: Value, inside: bool) -> bool {
        let types = cx.types();
        if !inside {
            let Some((f, p)) = variable(cx, v) else { return Ok(false) };
            let mut zero = [0; 8];
            // SAFETY: room for any value; memory that reads as zero.
            unsafe { types.zero_slots(f.id, zero.as_mut_ptr()) };
            store(&f, p, &zero);
            return Ok(true);
        }
        let Some(f) = find(cx, v) else { return Ok(false) };
        match f.t.kind {
            Kind::Slice => {
                let (s, e) = (f.slice(), cx.rtype(f.t.elem));
                let mut zero = [0; 8];
                for i in 0..s.len as usize {
                    // SAFETY: room for any value; an element below the length.
                    unsafe {
                        types.zero_slots(f.t.elem, zero.as_mut_ptr());
                        memory::store_flat(e, s.ptr.add(i * e.size as usize), zero.as_ptr());
                    }
                }
                Ok(true)
            }
            Kind::Map => {
                // SAFETY: a map of that type or nil.
                unsafe { crate::value::map::clear(types.map_type(f.id), f.slots()[0])? };
                Ok(true)
            }
            _ => Ok(false),
        }
    }

    /// v[i:j:k] of a slice, an addressable array or (k is ignored) a string; the bounds have been checked.
    fn "reflect.cut"(cx, v: Value, i: i64, j: i64, k: i64) -> Any {
        let Some(f) = find(cx, v) else { return Ok(Any::NIL) };
        let ordered = 0 <= i && i <= j;
        if f.t.kind == Kind::String {
            // SAFETY: a string's slots.
            let s = unsafe { Str::from_slots(f.slots().as_ptr()) };
            if !ordered || j as usize > s.bytes().len() {
                return Ok(Any::NIL);
            }
            let part = s.slice(i as usize, j as usize);
            return cx.box_value(f.id, &part.slots());
        }
        let Some((p, _, cap)) = elements(&f) else { return Ok(Any::NIL) };
        if !ordered || j > k || k as usize > cap || cap > u32::MAX as usize {
            return Ok(Any::NIL);
        }
        let ty = match f.t.kind {
            Kind::Slice => f.id,
            _ if v.flag & ADDRESSABLE == 0 => return Ok(Any::NIL),
            _ => compose(cx, Composite::Slice(f.t.elem))?,
        };
        // An empty rest does not point behind the array.
        let off = if i == k { 0 } else { i as usize * cx.rtype(f.t.elem).size as usize };
        let s = SliceVal::new(p.wrapping_add(off), (j - i) as u32, (k - i) as u32);
        cx.box_value(ty, &s.slots())
    }

    /// Copies elements between slices, arrays and a string; the element types are known to match.
    fn "reflect.copyElems"(cx, dst: Value, src: Value) -> i64 {
        let (Some(d), Some(s)) = (find(cx, dst), find(cx, src)) else { return Ok(0) };
        if d.t.kind == Kind::Array && dst.flag & ADDRESSABLE == 0 {
            return Ok(0);
        }
        let Some((to, n, _)) = elements(&d) else { return Ok(0) };
        if s.t.kind == Kind::String {
            // SAFETY: a string's slots.
            let text = unsafe { Str::from_slots(s.slots().as_ptr()) };
            let n = n.min(text.bytes().len());
            if is_bytes(cx, d.t) {
                Bytes(SliceVal::new(to, n as u32, n as u32)).write(0, &text.bytes()[..n]);
            }
            return Ok(n as i64);
        }
        let from = if s.t.kind == Kind::Array { s.memory(cx)? } else { s.slice().ptr };
        let Some((_, m, _)) = elements(&s).filter(|_| s.t.elem == d.t.elem) else { return Ok(0) };
        let n = n.min(m);
        // SAFETY: as many elements on both sides, of the same type.
        unsafe { crate::heap::access::copy_words(to, from, n * cx.rtype(d.t.elem).size as usize) };
        Ok(n as i64)
    }

    /// The zero value.
    fn "reflect.zeroOf"(cx, t: T) -> Value {
        let r = known(cx, t)?;
        let mut s = [0; 8];
        if r.repr == Repr::Mem {
            s[0] = cx.new_object(t.0)?.0;
        }
        from_slots(cx, t.0, &s, 0)
    }

    /// A pointer to a new variable.
    fn "reflect.newOf"(cx, t: T) -> Any {
        known(cx, t)?;
        let ty = pointer_to(cx, t.0)?;
        Ok(Iface { ty, data: cx.new_object(t.0)?.0 })
    }

    /// A number or bool of that type; floats come as float64.
    fn "reflect.fromWord"(cx, t: T, x: u64) -> Any {
        let r = known(cx, t)?;
        Ok(fit(r.kind, x).map_or(Any::NIL, |data| Iface { ty: t.0, data }))
    }

    /// A complex number of that type.
    fn "reflect.fromComplex"(cx, t: T, c: Complex) -> Any {
        let r = known(cx, t)?;
        match complex_slots(r.kind, c) {
            Some(s) => cx.box_value(t.0, &s[..r.slots as usize]),
            None => Ok(Any::NIL),
        }
    }

    /// A string of that type.
    fn "reflect.fromString"(cx, t: T, s: GoStr) -> Any {
        if known(cx, t)?.kind != Kind::String {
            return Ok(Any::NIL);
        }
        cx.box_value(t.0, &s.slots())
    }

    /// The value as one of type t, which has the same underlying type or is an interface that it implements, or points to
    /// such a type, or is a channel of the same elements.
    fn "reflect.retype"(cx, v: Value, t: T) -> (Value, bool) {
        let (Some(f), r) = (find(cx, v), known(cx, t)?) else { return Ok((Value::NONE, false)) };
        let types = cx.types();
        let flag = v.flag & READ_ONLY;
        let mut s = f.own_slots(cx)?;
        let fits = match (f.t.kind, r.kind) {
            (Kind::Interface, Kind::Interface) => {
                s[0] == 0 || crate::value::iface::implements(types, TypeId(s[0] as u32), t.0)
            }
            (_, Kind::Interface) => {
                if !crate::value::iface::implements(types, f.id, t.0) {
                    return Ok((Value::NONE, false));
                }
                let [a, b] = cx.box_value(f.id, &s[..f.t.slots as usize])?.slots();
                (s[0], s[1]) = (a, b);
                true
            }
            (Kind::Pointer, Kind::Pointer) => same_under(types, f.t.elem, r.elem, false),
            (Kind::Chan, Kind::Chan) => f.t.elem == r.elem,
            _ => same_under(types, f.id, t.0, false),
        };
        if !fits {
            return Ok((Value::NONE, false));
        }
        Ok((from_slots(cx, t.0, &s, flag)?, true))
    }

    /// A slice's elements as a pointer to an array of type t's element; nil if there are too few.
    fn "reflect.arrayPointer"(cx, v: Value, t: T) -> Any {
        let (Some(f), r) = (find(cx, v), known(cx, t)?) else { return Ok(Any::NIL) };
        if f.t.kind != Kind::Slice || r.kind != Kind::Pointer {
            return Ok(Any::NIL);
        }
        let (a, s) = (cx.rtype(r.elem), f.slice());
        if a.kind != Kind::Array || a.elem != f.t.elem || u64::from(s.len) < a.len {
            return Ok(Any::NIL);
        }
        Ok(Iface { ty: t.0, data: s.ptr as u64 })
    }

    /// make([]T, len, cap) for a slice type.
    fn "reflect.makeSlice"(cx, t: T, len: i64, cap: i64) -> Any {
        let r = known(cx, t)?;
        if r.kind != Kind::Slice {
            return Ok(Any::NIL);
        }
        let most = slice::GO_MAX_ALLOC.checked_div(cx.types().info(r.elem).go_size);
        if cap as u64 > most.unwrap_or(u64::MAX).min(u64::from(u32::MAX)) {
            return Err(Stop::plain_error("runtime: allocation size out of range"));
        }
        let s = cx.make_slice(r.elem, len, cap)?;
        cx.box_value(t.0, &s.slots())
    }

    /// Where the code of a func value begins.
    fn "reflect.codeOf"(cx, f: u64) -> u64 { Ok(cx.vm().code_of(f)) }

    /// Slots of values of a type.
    fn "reflect.typeSlots"(cx, t: T) -> i64 { Ok(i64::from(known(cx, t)?.slots)) }

    /// What package fmt prints of a reflect.Value: whether v is one, what it holds, whether that is anything, whether
    /// methods may be called, whether it is an interface that holds something.
    fn "internal/rt.Reflected"(cx, v: Any) -> (bool, Any, bool, bool, bool) {
        let value = cx.vm().program.well_known.reflect_value;
        if v.is_nil() || v.ty != value {
            return Ok((false, Any::NIL, false, false, false));
        }
        let s = cx.unbox(v);
        // SAFETY: the slots of a reflect.Value.
        let r = unsafe { <Value as crate::vm::native::Arg>::read_arg(s.as_ptr()) };
        let Some(f) = find(cx, r) else { return Ok((true, Any::NIL, false, false, false)) };
        if r.flag & METHOD != 0 {
            // Printed as a function.
            let ty = compose(cx, Composite::Func(Box::default(), Box::default(), false))?;
            let data = method_func(cx, f.t, (r.flag >> METHOD_SHIFT) as usize);
            return Ok((true, Iface { ty, data }, true, false, false));
        }
        let held = match f.at {
            // SAFETY: a live value of that type.
            Place::Mem(p) if r.flag & INDIRECT != 0 => unsafe { cx.load_value(f.id, p)? },
            _ => r.v,
        };
        Ok((true, held, true, r.flag & READ_ONLY == 0, f.t.kind == Kind::Interface))
    }
}
