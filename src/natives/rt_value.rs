//! The natives of internal/rt that look inside a value held in an any: kinds, elements, fields, map entries.

use crate::bytecode::Kind;
use crate::bytecode::RType;
use crate::bytecode::TypeId;
use crate::heap::access;
use crate::heap::atomic16;
use crate::heap::barrier;
use crate::value::Iface;
use crate::value::SliceVal;
use crate::value::Str;
use crate::value::Trap;
use crate::value::hash_eq;
use crate::value::iface;
use crate::value::map;
use crate::value::memory;
use crate::vm::Vm;
use crate::vm::native::Any;
use crate::vm::native::Complex;
use crate::vm::native::GoStr;
use crate::vm::native::NativeCx;
use crate::vm::native::Slice;
use crate::vm::native::Stop;
use crate::vm::native::natives;
use std::cmp::Ordering;

fn misuse(what: &str, t: &RType) -> Stop {
    Stop::runtime_error(&format!("{what} of a value of type {}", t.name))
}

fn rtype<'c>(cx: &NativeCx<'c>, v: Any) -> Result<&'c RType, Stop> {
    if v.is_nil() {
        return Err(Stop::runtime_error("look inside a nil interface"));
    }
    Ok(cx.rtype(v.ty))
}

/// The elements of an array or slice: where they begin and how many there are.
fn elements(cx: &mut NativeCx<'_>, v: Any) -> Result<(*const u8, usize, TypeId), Stop> {
    let t = rtype(cx, v)?;
    match t.kind {
        Kind::Array => Ok((cx.value_memory(v)?, t.len as usize, t.elem)),
        Kind::Slice => {
            let s = slice_of(v);
            Ok((s.ptr, s.len as usize, t.elem))
        }
        _ => Err(misuse("Index", t)),
    }
}

/// The slice inside `v`, whose kind is slice.
fn slice_of(v: Any) -> SliceVal {
    // SAFETY: two-slot values are boxed: the data points to the slice.
    unsafe {
        let (a, b) = atomic16::load(v.data as *const u64);
        SliceVal::from_slots([a, b].as_ptr())
    }
}

/// What a non-nil pointer inside `v` points to.
fn pointee<'c>(cx: &NativeCx<'c>, v: Any) -> Option<(&'c RType, TypeId, *mut u8)> {
    if v.is_nil() {
        return None;
    }
    let t = cx.rtype(v.ty);
    (t.kind == Kind::Pointer && v.data != 0).then(|| (cx.rtype(t.elem), t.elem, v.data as *mut u8))
}

fn signed_range(k: Kind) -> Option<u32> {
    match k {
        Kind::Int | Kind::Int64 => Some(64),
        Kind::Int8 => Some(8),
        Kind::Int16 => Some(16),
        Kind::Int32 => Some(32),
        _ => None,
    }
}

fn unsigned_range(k: Kind) -> Option<u32> {
    match k {
        Kind::Uint | Kind::Uint64 | Kind::Uintptr => Some(64),
        Kind::Uint8 => Some(8),
        Kind::Uint16 => Some(16),
        Kind::Uint32 => Some(32),
        _ => None,
    }
}

/// Stores the low bits of a word.
fn store_bits(p: *mut u8, bits: u32, x: u64) {
    // SAFETY: the caller found an integer of this size there.
    unsafe {
        match bits {
            8 => access::store8(p, x as u8),
            16 => access::store16(p.cast(), x as u16),
            32 => access::store32(p.cast(), x as u32),
            _ => access::store64(p.cast(), x),
        }
    }
}

/// Keys and values of a map of type `ty`, sorted as fmt prints them.
pub fn map_entries(vm: &Vm, ty: TypeId, m: u64) -> Result<Vec<(Vec<u64>, Vec<u64>)>, Trap> {
    let key = vm.types.rtype(ty).key;
    // SAFETY: `m` is a map of that type or nil.
    let mut all = unsafe { map::entries(vm.types.map_type(ty), m)? };
    // SAFETY: the slots hold keys of that type.
    all.sort_by(|a, b| unsafe { compare_keys(vm, key, a.0.as_ptr(), b.0.as_ptr()) });
    Ok(all)
}

/// fmt's order of keys: numbers and strings by `<` with NaN first, false before true, structs and arrays part by part, nil
/// interfaces first and others by type, then value.
unsafe fn compare_keys(vm: &Vm, t: TypeId, a: *const u64, b: *const u64) -> Ordering {
    let r = vm.types.rtype(t);
    let float = |x: f64, y: f64| match (x.is_nan(), y.is_nan()) {
        (true, true) => Ordering::Equal,
        (true, false) => Ordering::Less,
        (false, true) => Ordering::Greater,
        _ => x.partial_cmp(&y).unwrap_or(Ordering::Equal),
    };
    let f = f64::from_bits;
    let f32s = |w: u64| f32::from_bits(w as u32) as f64;
    match r.kind {
        Kind::Int | Kind::Int8 | Kind::Int16 | Kind::Int32 | Kind::Int64 => {
            (*a as i64).cmp(&(*b as i64))
        }
        Kind::Float64 => float(f(*a), f(*b)),
        Kind::Float32 => float(f32s(*a), f32s(*b)),
        Kind::Complex128 => float(f(*a), f(*b)).then_with(|| float(f(*a.add(1)), f(*b.add(1)))),
        Kind::Complex64 => {
            float(f32s(*a), f32s(*b)).then_with(|| float(f32s(*a >> 32), f32s(*b >> 32)))
        }
        Kind::String => Str::from_slots(a).bytes().cmp(Str::from_slots(b).bytes()),
        Kind::Struct if r.repr == crate::bytecode::Repr::Mem => {
            compare_memory(vm, t, *a as *const u8, *b as *const u8)
        }
        Kind::Array if r.repr == crate::bytecode::Repr::Mem => {
            compare_memory(vm, t, *a as *const u8, *b as *const u8)
        }
        Kind::Struct => {
            for x in r.fields.iter() {
                let o = compare_keys(vm, x.ty, a.add(x.slot as usize), b.add(x.slot as usize));
                if o.is_ne() {
                    return o;
                }
            }
            Ordering::Equal
        }
        Kind::Array => {
            let n = vm.types.info(r.elem).slots as usize;
            for i in 0..r.len as usize {
                let o = compare_keys(vm, r.elem, a.add(i * n), b.add(i * n));
                if o.is_ne() {
                    return o;
                }
            }
            Ordering::Equal
        }
        Kind::Interface => {
            let (x, y) = (Iface::from_slots(a), Iface::from_slots(b));
            if x.ty != y.ty || x.is_nil() {
                return x.ty.cmp(&y.ty);
            }
            let n = vm.types.info(x.ty).slots as usize;
            let (mut xs, mut ys) = (vec![0; n.max(1)], vec![0; n.max(1)]);
            iface::unwrap(&vm.types, x, xs.as_mut_ptr());
            iface::unwrap(&vm.types, y, ys.as_mut_ptr());
            compare_keys(vm, x.ty, xs.as_ptr(), ys.as_ptr())
        }
        _ => {
            let n = r.slots as usize;
            (0..n).map(|i| *a.add(i)).cmp((0..n).map(|i| *b.add(i)))
        }
    }
}

/// The same for large keys, which are in memory format.
unsafe fn compare_memory(vm: &Vm, t: TypeId, a: *const u8, b: *const u8) -> Ordering {
    let r = vm.types.rtype(t);
    let part = |ty: TypeId, x: *const u8, y: *const u8| {
        let rt = vm.types.rtype(ty);
        if rt.repr == crate::bytecode::Repr::Mem {
            return compare_memory(vm, ty, x, y);
        }
        let n = (rt.slots as usize).max(1);
        let (mut xs, mut ys) = (vec![0; n], vec![0; n]);
        memory::load_flat(rt, x, xs.as_mut_ptr());
        memory::load_flat(rt, y, ys.as_mut_ptr());
        compare_keys(vm, ty, xs.as_ptr(), ys.as_ptr())
    };
    if r.kind == Kind::Struct {
        for f in r.fields.iter() {
            let off = f.offset as usize;
            let o = part(f.ty, a.add(off), b.add(off));
            if o.is_ne() {
                return o;
            }
        }
    } else {
        let size = vm.types.rtype(r.elem).size as usize;
        for i in 0..r.len as usize {
            let o = part(r.elem, a.add(i * size), b.add(i * size));
            if o.is_ne() {
                return o;
            }
        }
    }
    Ordering::Equal
}

/// The value in slot format as an any: one of interface type comes as its dynamic value.
fn wrap(cx: &mut NativeCx<'_>, ty: TypeId, slots: &[u64]) -> Result<Any, Stop> {
    if cx.rtype(ty).kind == Kind::Interface {
        // SAFETY: an interface in slot format.
        return Ok(unsafe { Iface::from_slots(slots.as_ptr()) });
    }
    cx.box_value(ty, slots)
}

natives! { TABLE;
    /// The kind of the dynamic type.
    fn "internal/rt.Kind"(cx, v: Any) -> i64 { Ok(cx.kind_of(v) as i64) }

    /// The dynamic type as %T prints it.
    fn "internal/rt.TypeString"(cx, v: Any) -> GoStr<'_> {
        if v.is_nil() {
            return cx.new_string(b"<nil>");
        }
        let name = &cx.rtype(v.ty).name;
        cx.new_string(name.as_bytes())
    }

    /// The name of the dynamic type with its package's path.
    fn "internal/rt.TypeName"(cx, v: Any) -> GoStr<'_> {
        if v.is_nil() {
            return cx.new_string(b"");
        }
        let t = cx.rtype(v.ty);
        let name = if t.pkg.is_empty() { t.base_name.to_string() } else { format!("{}.{}", t.pkg, t.base_name) };
        cx.new_string(name.as_bytes())
    }

    /// Whether the dynamic types are the same.
    fn "internal/rt.SameType"(cx, v: Any, w: Any) -> bool { let _ = &cx; Ok(v.ty == w.ty) }

    /// Whether values of the dynamic type may be compared.
    fn "internal/rt.Comparable"(cx, v: Any) -> bool {
        Ok(v.is_nil() || cx.rtype(v.ty).comparable && hash_eq::eq_iface(cx.types(), v, v).is_ok())
    }

    /// Whether the value is nil.
    fn "internal/rt.IsNil"(cx, v: Any) -> bool {
        Ok(match cx.kind_of(v) {
            Kind::Invalid => true,
            Kind::Pointer | Kind::Map | Kind::Func | Kind::Chan | Kind::UnsafePointer => v.data == 0,
            Kind::Slice => slice_of(v).ptr.is_null(),
            _ => false,
        })
    }

    /// Length.
    fn "internal/rt.Len"(cx, v: Any) -> i64 {
        let t = rtype(cx, v)?;
        Ok(match t.kind {
            Kind::Array => t.len as i64,
            Kind::Slice => slice_of(v).len as i64,
            Kind::String => cx.string_of(v).map_or(0, |s| s.bytes().len() as i64),
            // SAFETY: a map or nil.
            Kind::Map => unsafe { map::len(v.data) as i64 },
            // SAFETY: a channel or nil.
            Kind::Chan => unsafe { crate::chan::len(v.data as *mut _) as i64 },
            Kind::Pointer if cx.rtype(t.elem).kind == Kind::Array => cx.rtype(t.elem).len as i64,
            _ => return Err(misuse("Len", t)),
        })
    }

    /// The kind of the element type.
    fn "internal/rt.ElemKind"(cx, v: Any) -> i64 { let t = rtype(cx, v)?; Ok(cx.rtype(t.elem).kind as i64) }

    /// The element type as %T prints it.
    fn "internal/rt.ElemTypeString"(cx, v: Any) -> GoStr<'_> {
        let t = rtype(cx, v)?;
        let name = &cx.rtype(t.elem).name;
        cx.new_string(name.as_bytes())
    }

    /// The key type as %T prints it.
    fn "internal/rt.KeyTypeString"(cx, v: Any) -> GoStr<'_> {
        let t = rtype(cx, v)?;
        let name = &cx.rtype(t.key).name;
        cx.new_string(name.as_bytes())
    }

    /// Element i of an array or slice.
    fn "internal/rt.Index"(cx, v: Any, i: i64) -> Any {
        let (p, n, elem) = elements(cx, v)?;
        if i < 0 || i as usize >= n {
            return Err(Stop::Trap(Trap::index(i, n as u64)));
        }
        let size = cx.rtype(elem).size as usize;
        // SAFETY: below the length.
        unsafe { cx.load_value(elem, p.add(i as usize * size)) }
    }

    /// What a pointer points to.
    fn "internal/rt.Elem"(cx, v: Any) -> Any {
        let Some((_, t, p)) = pointee(cx, v) else {
            return Err(Stop::Trap(Trap::NilDeref));
        };
        // SAFETY: a pointer of that type, not nil.
        unsafe { cx.load_value(t, p) }
    }

    /// The number of fields.
    fn "internal/rt.NumField"(cx, v: Any) -> i64 { Ok(rtype(cx, v)?.fields.len() as i64) }

    /// Field i.
    fn "internal/rt.Field"(cx, v: Any, i: i64) -> Any {
        let t = rtype(cx, v)?;
        let Some(f) = usize::try_from(i).ok().and_then(|i| t.fields.get(i)) else {
            return Err(Stop::Trap(Trap::index(i, t.fields.len() as u64)));
        };
        let p = cx.value_memory(v)?;
        // SAFETY: a field of a live struct.
        unsafe { cx.load_value(f.ty, p.add(f.offset as usize)) }
    }

    /// Describes field i.
    fn "internal/rt.FieldInfo"(cx, v: Any, i: i64) -> (GoStr<'_>, GoStr<'_>, GoStr<'_>, bool, bool) {
        let t = rtype(cx, v)?;
        let Some(f) = usize::try_from(i).ok().and_then(|i| t.fields.get(i)) else {
            return Err(Stop::Trap(Trap::index(i, t.fields.len() as u64)));
        };
        let ty = &cx.rtype(f.ty).name;
        let (name, ty, tag) = (cx.new_string(f.name.as_bytes())?, cx.new_string(ty.as_bytes())?, cx.new_string(f.tag.as_bytes())?);
        Ok((name, ty, tag, f.pkg.is_empty(), f.embedded))
    }

    /// Keys and values of a map in the order fmt prints them.
    fn "internal/rt.MapEntries"(cx, v: Any) -> (Slice, Slice) {
        let t = rtype(cx, v)?;
        if t.kind != Kind::Map {
            return Err(misuse("MapEntries", t));
        }
        let entries = map_entries(cx.vm(), v.ty, v.data)?;
        let (mut keys, mut values) = (Vec::new(), Vec::new());
        for (k, x) in &entries {
            keys.push(wrap(cx, t.key, k)?);
            values.push(wrap(cx, t.elem, x)?);
        }
        Ok((cx.new_ifaces(&keys)?, cx.new_ifaces(&values)?))
    }

    /// Stores v in what target points to, if it is assignable.
    fn "internal/rt.Assign"(cx, target: Any, v: Any) -> bool {
        let Some((t, ty, p)) = pointee(cx, target) else { return Ok(false) };
        if t.kind == Kind::Interface {
            if v.is_nil() || !iface::implements(cx.types(), v.ty, ty) {
                return Ok(false);
            }
            let [a, b] = v.slots();
            // SAFETY: an interface variable.
            unsafe { barrier::store_pair(p.cast(), a, b) };
            return Ok(true);
        }
        if v.ty != ty {
            return Ok(false);
        }
        let from = cx.value_memory(v)?;
        // SAFETY: both are live values of the type.
        unsafe { memory::copy(t, p, from) };
        Ok(true)
    }

    /// Classifies a target for Assign.
    fn "internal/rt.AssignState"(cx, target: Any) -> i64 {
        if target.is_nil() {
            return Ok(1);
        }
        let Some((t, ty, _)) = pointee(cx, target) else { return Ok(2) };
        let error = cx.vm().program.well_known.error;
        let fits = t.kind == Kind::Interface || (error.0 != 0 && iface::implements(cx.types(), ty, error));
        Ok(if fits { 0 } else { 3 })
    }

    /// Exchanges two elements of a slice.
    fn "internal/rt.Swap"(cx, slice: Any, i: i64, j: i64) {
        let t = rtype(cx, slice)?;
        if t.kind != Kind::Slice {
            return Err(misuse("Swap", t));
        }
        let s = slice_of(slice);
        let n = s.len as i64;
        if i < 0 || j < 0 || i >= n || j >= n {
            return Err(Stop::Trap(Trap::index(if i < 0 || i >= n { i } else { j }, n as u64)));
        }
        let e = cx.rtype(t.elem);
        let size = e.size as usize;
        let mut temp = vec![0u128; size.div_ceil(16).max(1)];
        let temp = temp.as_mut_ptr().cast::<u8>();
        // SAFETY: elements below the length, and memory of an element's size.
        unsafe {
            let (a, b) = (s.ptr.add(i as usize * size), s.ptr.add(j as usize * size));
            memory::copy(e, temp, a);
            memory::copy(e, a, b);
            memory::copy(e, b, temp);
        }
        Ok(())
    }

    /// Sets an integer variable.
    fn "internal/rt.StoreInt"(cx, p: Any, x: i64) -> bool {
        let Some((t, _, at)) = pointee(cx, p) else { return Ok(false) };
        let Some(bits) = signed_range(t.kind) else { return Ok(false) };
        if x << (64 - bits) >> (64 - bits) != x {
            return Ok(false);
        }
        store_bits(at, bits, x as u64);
        Ok(true)
    }

    /// Sets an unsigned integer variable.
    fn "internal/rt.StoreUint"(cx, p: Any, x: u64) -> bool {
        let Some((t, _, at)) = pointee(cx, p) else { return Ok(false) };
        let Some(bits) = unsigned_range(t.kind) else { return Ok(false) };
        if x << (64 - bits) >> (64 - bits) != x {
            return Ok(false);
        }
        store_bits(at, bits, x);
        Ok(true)
    }

    /// Sets a floating-point variable.
    fn "internal/rt.StoreFloat"(cx, p: Any, x: f64) -> bool {
        let Some((t, _, at)) = pointee(cx, p) else { return Ok(false) };
        match t.kind {
            Kind::Float64 => store_bits(at, 64, x.to_bits()),
            Kind::Float32 if x.is_finite() && (x as f32).is_infinite() => return Ok(false),
            Kind::Float32 => store_bits(at, 32, (x as f32).to_bits() as u64),
            _ => return Ok(false),
        }
        Ok(true)
    }

    /// Sets a complex variable.
    fn "internal/rt.StoreComplex"(cx, p: Any, x: Complex) -> bool {
        let Some((t, _, at)) = pointee(cx, p) else { return Ok(false) };
        match t.kind {
            // SAFETY: a complex128 variable.
            Kind::Complex128 => unsafe { barrier::store_pair(at.cast(), x.0.to_bits(), x.1.to_bits()) },
            Kind::Complex64 => store_bits(at, 64, (x.0 as f32).to_bits() as u64 | ((x.1 as f32).to_bits() as u64) << 32),
            _ => return Ok(false),
        }
        Ok(true)
    }

    /// Sets a bool variable.
    fn "internal/rt.StoreBool"(cx, p: Any, x: bool) -> bool {
        let Some((t, _, at)) = pointee(cx, p) else { return Ok(false) };
        if t.kind != Kind::Bool {
            return Ok(false);
        }
        store_bits(at, 8, x as u64);
        Ok(true)
    }

    /// Sets a string or byte slice variable.
    fn "internal/rt.StoreString"(cx, p: Any, x: GoStr) -> bool {
        let Some((t, _, at)) = pointee(cx, p) else { return Ok(false) };
        let [a, b] = match t.kind {
            Kind::String => x.slots(),
            Kind::Slice if cx.rtype(t.elem).kind == Kind::Uint8 => cx.new_bytes(x.bytes())?.slots(),
            _ => return Ok(false),
        };
        // SAFETY: a two-slot variable.
        unsafe { barrier::store_pair(at.cast(), a, b) };
        Ok(true)
    }

    /// The bytes of a slice as a string, without copying.
    fn "internal/rt.UnsafeString"(cx, b: crate::vm::native::Bytes) -> GoStr<'_> {
        let _ = &cx;
        if b.is_empty() {
            return cx.new_string(b"");
        }
        let [p, n] = b.slots();
        // SAFETY: the library promises not to change the bytes any more.
        Ok(unsafe { Str::from_parts(p, n & 0xFFFF_FFFF) })
    }
}
