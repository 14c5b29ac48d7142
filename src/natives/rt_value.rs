//! The natives of internal/rt that look inside a value held in an any: kinds, elements, fields, map entries.

use crate::bytecode::Kind;
use crate::bytecode::RType;
use crate::value::Trap;
use crate::value::hash_eq;
use crate::value::iface;
use crate::vm::native::Any;
use crate::vm::native::Complex;
use crate::vm::native::GoStr;
use crate::vm::native::NativeCx;
use crate::vm::native::Slice;
use crate::vm::native::Stop;
use crate::vm::native::natives;

fn misuse(what: &str, t: &RType) -> Stop {
    Stop::runtime_error(&format!("{what} of a value of type {}", t.name))
}

fn rtype<'c>(cx: &NativeCx<'c>, v: Any) -> Result<&'c RType, Stop> {
    if v.is_nil() {
        return Err(Stop::runtime_error("look inside a nil interface"));
    }
    Ok(cx.rtype(v.ty))
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
            Kind::Slice => cx.slice_of(v).is_some_and(|s| s.ptr.is_null()),
            _ => false,
        })
    }

    /// Length.
    fn "internal/rt.Len"(cx, v: Any) -> i64 {
        let t = rtype(cx, v)?;
        cx.len_of(v).map(|n| n as i64).ok_or_else(|| misuse("Len", t))
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
        let t = rtype(cx, v)?;
        if !matches!(t.kind, Kind::Array | Kind::Slice) {
            return Err(misuse("Index", t));
        }
        let list = cx.place_of(v)?;
        match usize::try_from(i).ok().and_then(|i| list.element(i)) {
            Some(e) => cx.load(e),
            None => Err(Stop::Trap(Trap::index(i, list.count().unwrap_or(0) as u64))),
        }
    }

    /// What a pointer points to.
    fn "internal/rt.Elem"(cx, v: Any) -> Any {
        match cx.pointee(v) {
            Some(place) => cx.load(place),
            None => Err(Stop::Trap(Trap::NilDeref)),
        }
    }

    /// The number of fields.
    fn "internal/rt.NumField"(cx, v: Any) -> i64 { Ok(rtype(cx, v)?.fields.len() as i64) }

    /// Field i.
    fn "internal/rt.Field"(cx, v: Any, i: i64) -> Any {
        let t = rtype(cx, v)?;
        let whole = cx.place_of(v)?;
        match usize::try_from(i).ok().and_then(|i| whole.field(i)) {
            Some(f) => cx.load(f),
            None => Err(Stop::Trap(Trap::index(i, t.fields.len() as u64))),
        }
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
        let (keys, values): (Vec<Any>, Vec<Any>) = cx.map_entries_of(v)?.into_iter().unzip();
        Ok((cx.new_ifaces(&keys)?, cx.new_ifaces(&values)?))
    }

    /// Stores v in what target points to, if it is assignable.
    fn "internal/rt.Assign"(cx, target: Any, v: Any) -> bool {
        let Some(place) = cx.pointee(target) else { return Ok(false) };
        if place.rtype().kind == Kind::Interface {
            if v.is_nil() || !iface::implements(cx.types(), v.ty, place.ty()) {
                return Ok(false);
            }
            place.set_interface(v);
            return Ok(true);
        }
        if v.ty != place.ty() {
            return Ok(false);
        }
        place.copy_from(cx.place_of(v)?);
        Ok(true)
    }

    /// Classifies a target for Assign.
    fn "internal/rt.AssignState"(cx, target: Any) -> i64 {
        if target.is_nil() {
            return Ok(1);
        }
        let Some(place) = cx.pointee(target) else { return Ok(2) };
        let (t, ty) = (place.rtype(), place.ty());
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
        let list = cx.place_of(slice)?;
        let at = |i: i64| usize::try_from(i).ok().and_then(|i| list.element(i));
        match (at(i), at(j)) {
            (Some(a), Some(b)) => {
                a.swap(b);
                Ok(())
            }
            (a, _) => Err(Stop::Trap(Trap::index(if a.is_none() { i } else { j }, list.count().unwrap_or(0) as u64))),
        }
    }

    /// Sets an integer variable.
    fn "internal/rt.StoreInt"(cx, p: Any, x: i64) -> bool {
        let Some(place) = cx.pointee(p) else { return Ok(false) };
        let Some(bits) = signed_range(place.rtype().kind) else { return Ok(false) };
        if x << (64 - bits) >> (64 - bits) != x {
            return Ok(false);
        }
        place.set_bits(x as u64);
        Ok(true)
    }

    /// Sets an unsigned integer variable.
    fn "internal/rt.StoreUint"(cx, p: Any, x: u64) -> bool {
        let Some(place) = cx.pointee(p) else { return Ok(false) };
        let Some(bits) = unsigned_range(place.rtype().kind) else { return Ok(false) };
        if x << (64 - bits) >> (64 - bits) != x {
            return Ok(false);
        }
        place.set_bits(x);
        Ok(true)
    }

    /// Sets a floating-point variable.
    fn "internal/rt.StoreFloat"(cx, p: Any, x: f64) -> bool {
        let Some(place) = cx.pointee(p) else { return Ok(false) };
        match place.rtype().kind {
            Kind::Float64 => place.set_bits(x.to_bits()),
            Kind::Float32 if x.is_finite() && (x as f32).is_infinite() => return Ok(false),
            Kind::Float32 => place.set_bits((x as f32).to_bits() as u64),
            _ => return Ok(false),
        }
        Ok(true)
    }

    /// Sets a complex variable.
    fn "internal/rt.StoreComplex"(cx, p: Any, x: Complex) -> bool {
        let Some(place) = cx.pointee(p) else { return Ok(false) };
        match place.rtype().kind {
            Kind::Complex128 => place.set_complex128(x.0, x.1),
            Kind::Complex64 => place.set_bits((x.0 as f32).to_bits() as u64 | ((x.1 as f32).to_bits() as u64) << 32),
            _ => return Ok(false),
        }
        Ok(true)
    }

    /// Sets a bool variable.
    fn "internal/rt.StoreBool"(cx, p: Any, x: bool) -> bool {
        let Some(place) = cx.pointee(p) else { return Ok(false) };
        if place.rtype().kind != Kind::Bool {
            return Ok(false);
        }
        place.set_bits(x as u64);
        Ok(true)
    }

    /// Sets a string or byte slice variable.
    fn "internal/rt.StoreString"(cx, p: Any, x: GoStr) -> bool {
        let Some(place) = cx.pointee(p) else { return Ok(false) };
        let t = place.rtype();
        match t.kind {
            Kind::String => place.set_string(x),
            Kind::Slice if cx.rtype(t.elem).kind == Kind::Uint8 => place.set_bytes(cx.new_bytes(x.bytes())?),
            _ => return Ok(false),
        }
        Ok(true)
    }

    /// The bytes of a slice as a string, without copying.
    fn "internal/rt.UnsafeString"(cx, b: crate::vm::native::Bytes) -> GoStr<'_> { let _ = &cx; Ok(b.frozen()) }
}
