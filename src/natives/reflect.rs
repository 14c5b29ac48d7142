//! The natives of package reflect about types, and how natives see a reflect.Type and a reflect.Value.
//!
//! A `*reflect.rtype` points to the type's word (`value::type_words`). A `reflect.Value` is an interface and flags. Without
//! `INDIRECT` the interface is the value; with it the interface holds a pointer to the value, which lies in a variable or in
//! memory of its own. The type comes always from the interface, which cannot tear, so whatever two goroutines do to one
//! Value, no memory is taken for what it is not.

use crate::bytecode::FuncId;
use crate::bytecode::Kind;
use crate::bytecode::Method;
use crate::bytecode::RType;
use crate::bytecode::Repr;
use crate::bytecode::TypeId;
use crate::heap::access;
use crate::heap::atomic16;
use crate::value::Str;
use crate::value::Trap;
use crate::value::TypeTable;
use crate::value::compose::Composite;
use crate::value::compose::FieldKey;
use crate::value::iface;
use crate::value::type_words::TypeWords;
use crate::vm::native::Any;
use crate::vm::native::Arg;
use crate::vm::native::GoStr;
use crate::vm::native::NativeCx;
use crate::vm::native::Ptr;
use crate::vm::native::Ret;
use crate::vm::native::Slice;
use crate::vm::native::Stop;
use crate::vm::native::natives;

/// The interface holds a pointer to the value.
pub const INDIRECT: u64 = 4;
/// The value is a variable: it has an address and can be set.
pub const ADDRESSABLE: u64 = 8;
/// The value is a method with this value as receiver.
pub const METHOD: u64 = 16;
/// Above: the method's number.
pub const METHOD_SHIFT: u32 = 8;
/// Bits that pass from a value to its parts: it was reached through an unexported field.
pub const READ_ONLY: u64 = 3;
/// The flags that most parts of a value inherit.
pub fn ro(flag: u64) -> u64 {
    if flag & READ_ONLY != 0 { STICKY_RO } else { 0 }
}
/// Reached through an unexported embedded field.
pub const EMBEDDED_RO: u64 = 1;
/// Reached through any other unexported field.
pub const STICKY_RO: u64 = 2;

/// A `reflect.Value`.
#[derive(Clone, Copy, Debug)]
pub struct Value {
    /// The value, or a pointer to it.
    pub v: Any,
    /// Flags.
    pub flag: u64,
}

impl Value {
    /// The zero Value.
    pub const NONE: Value = Value {
        v: Any::NIL,
        flag: 0,
    };
}

impl Arg<'_> for Value {
    const SLOTS: u16 = 3;
    const GO: &'static str = "reflect.Value";
    unsafe fn read_arg(s: *const u64) -> Value {
        Value {
            v: Any::from_slots(s),
            flag: *s.add(2),
        }
    }
}

impl Ret for Value {
    const SLOTS: u16 = 3;
    const GO: &'static [&'static str] = &["reflect.Value"];
    unsafe fn write_result(self, s: *mut u64) {
        let [a, b] = self.v.slots();
        *s = a;
        *s.add(1) = b;
        *s.add(2) = self.flag;
    }
}

/// A `*reflect.rtype` as an argument.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct T(pub TypeId);

impl Arg<'_> for T {
    const SLOTS: u16 = 1;
    const GO: &'static str = "pointer";
    unsafe fn read_arg(s: *const u64) -> T {
        T(TypeWords::read(*s))
    }
}

/// The pointer that stands for a type.
pub fn type_ptr(cx: &NativeCx<'_>, t: TypeId) -> Ptr {
    Ptr(cx.vm().type_words.address(t))
}

/// The type behind an argument, which is not nil.
pub fn known<'c>(cx: &NativeCx<'c>, t: T) -> Result<&'c RType, Stop> {
    if t.0.0 == 0 || !cx.types().has(t.0) {
        return Err(Stop::Trap(Trap::NilDeref));
    }
    Ok(cx.rtype(t.0))
}

/// A type made of others.
pub fn compose(cx: &NativeCx<'_>, c: Composite) -> Result<TypeId, Stop> {
    cx.vm()
        .composites
        .find(cx.types(), cx.heap(), c)
        .ok_or_else(too_many_types)
}

fn too_many_types() -> Stop {
    Stop::fatal("reflect: too many types")
}

/// The function of the `i`th method that reflection shows of a type, as a func value; 0 for none.
pub fn method_func(cx: &NativeCx<'_>, t: &RType, i: usize) -> u64 {
    let found = methods(cx, t)
        .get(i)
        .and_then(|(k, _)| t.methods.get(*k)?.func);
    found.map_or(0, |f| cx.vm().static_closure(f))
}

/// The methods of a struct made of these fields.
fn embedded_methods(cx: &NativeCx<'_>, fields: &[FieldKey], missing: u64) -> Box<[Method]> {
    let mut all: Vec<Method> = Vec::new();
    for (i, f) in fields.iter().enumerate().filter(|(_, f)| f.embedded) {
        let t = cx.rtype(f.ty);
        if t.kind == Kind::Interface {
            // SAFETY: a func value, whose first word is the number of its function.
            let func = FuncId(unsafe { access::load64(missing as *const u64) } as u32);
            all.extend(t.imethods.iter().map(|&id| Method {
                id,
                func: Some(func),
                sig: cx.vm().program.methods[id.index()].sig,
            }));
        } else if i == 0 {
            all.extend(t.methods.iter().copied());
        }
    }
    all.sort_by_key(|m| m.id.0);
    all.dedup_by_key(|m| m.id.0);
    all.into()
}

/// The type `*t`.
pub fn pointer_to(cx: &NativeCx<'_>, t: TypeId) -> Result<TypeId, Stop> {
    if let Some(p) = cx.vm().type_words.pointer(t) {
        return Ok(p);
    }
    let p = match cx.rtype(t).ptr_to {
        TypeId(0) => compose(cx, Composite::Pointer(t))?,
        p => p,
    };
    cx.vm().type_words.set_pointer(t, p);
    Ok(p)
}

/// The exported methods of a type, or all of an interface's, by name.
pub fn methods(cx: &NativeCx<'_>, t: &RType) -> Vec<(usize, crate::bytecode::MethodId)> {
    let names = &cx.vm().program.methods;
    let mut out: Vec<_> = if t.kind == Kind::Interface {
        t.imethods.iter().copied().enumerate().collect()
    } else {
        let all = t.methods.iter().map(|m| m.id).enumerate();
        all.filter(|(_, m)| names[m.index()].pkg.is_empty())
            .collect()
    };
    out.sort_by_key(|m| &names[m.1.index()].name);
    out
}

/// The two slots at a word of memory.
fn pair_at(p: *const u8) -> [u64; 2] {
    // SAFETY: the caller's two-slot field, which is aligned.
    let (a, b) = unsafe { atomic16::load(p.cast()) };
    [a, b]
}

fn text_at(p: *const u8) -> Box<str> {
    let [a, b] = pair_at(p);
    // SAFETY: a string field.
    unsafe { Str::from_parts(a, b) }.to_text().into()
}

/// The types in a `[]*rtype`.
fn types_of(s: Slice) -> Box<[TypeId]> {
    // SAFETY: below the length; the elements are pointers to types' words.
    (0..s.len as usize)
        .map(|i| unsafe { TypeWords::read(access::load64(s.ptr.add(i * 8).cast())) })
        .collect()
}

/// Identity of two types but for the tags of structs, or of what underlies them.
fn identical(types: &TypeTable, a: TypeId, b: TypeId, tags: bool, under: bool) -> bool {
    if a == b {
        return true;
    }
    let (x, y) = (types.rtype(a), types.rtype(b));
    let named = |t: &RType| !t.base_name.is_empty();
    if x.kind != y.kind || !under && (named(x) || named(y)) {
        return false;
    }
    let same = |a: TypeId, b: TypeId| identical(types, a, b, tags, false);
    let all = |a: &[TypeId], b: &[TypeId]| {
        a.len() == b.len() && a.iter().zip(b).all(|(&a, &b)| same(a, b))
    };
    match x.kind {
        Kind::Pointer | Kind::Slice => same(x.elem, y.elem),
        Kind::Array => x.len == y.len && same(x.elem, y.elem),
        Kind::Chan => x.dir == y.dir && same(x.elem, y.elem),
        Kind::Map => same(x.key, y.key) && same(x.elem, y.elem),
        Kind::Func => {
            x.variadic == y.variadic && all(&x.params, &y.params) && all(&x.results, &y.results)
        }
        Kind::Interface => x.imethods == y.imethods,
        Kind::Struct => {
            x.fields.len() == y.fields.len()
                && x.fields.iter().zip(y.fields.iter()).all(|(f, g)| {
                    f.name == g.name
                        && f.pkg == g.pkg
                        && f.embedded == g.embedded
                        && (!tags || f.tag == g.tag)
                        && same(f.ty, g.ty)
                })
        }
        _ => true,
    }
}

/// Whether both have the same underlying type; without regard to tags if `tags` is false.
pub fn same_under(types: &TypeTable, a: TypeId, b: TypeId, tags: bool) -> bool {
    identical(types, a, b, tags, true)
}

fn nth(list: &[TypeId], i: i64) -> TypeId {
    usize::try_from(i)
        .ok()
        .and_then(|i| list.get(i))
        .copied()
        .unwrap_or(TypeId(0))
}

/// Offsets in reflect's fieldSpec: name, pkg, tag, typ, embedded; its size.
const SPEC: (usize, usize, usize, usize, usize, usize) = (0, 16, 32, 48, 56, 64);

natives! { TABLE;
    /// The dynamic type.
    fn "reflect.typeOf"(cx, v: Any) -> Ptr { Ok(type_ptr(cx, v.ty)) }

    /// The kind.
    fn "reflect.typeKind"(cx, t: T) -> u64 { Ok(known(cx, t)?.kind as u64) }

    /// As %T prints it.
    fn "reflect.typeString"(cx, t: T) -> GoStr<'_> { let t = known(cx, t)?; cx.new_string(t.name.as_bytes()) }

    /// Name, and the path of the package that declares it.
    fn "reflect.typeName"(cx, t: T) -> (GoStr<'_>, GoStr<'_>) {
        let t = known(cx, t)?;
        Ok((cx.new_string(t.base_name.as_bytes())?, cx.new_string(t.pkg.as_bytes())?))
    }

    /// Size and alignment in compiled Go.
    fn "reflect.typeSize"(cx, t: T) -> (u64, i64) {
        known(cx, t)?;
        let info = cx.types().info(t.0);
        Ok((info.go_size, i64::from(info.go_align)))
    }

    /// Element type.
    fn "reflect.typeElem"(cx, t: T) -> Ptr { let t = known(cx, t)?; Ok(type_ptr(cx, t.elem)) }

    /// Key type.
    fn "reflect.typeKey"(cx, t: T) -> Ptr { let t = known(cx, t)?; Ok(type_ptr(cx, t.key)) }

    /// Length of an array; numbers of fields, parameters and results.
    fn "reflect.typeCounts"(cx, t: T) -> (i64, i64, i64, i64) {
        let t = known(cx, t)?;
        Ok((t.len as i64, t.fields.len() as i64, t.params.len() as i64, t.results.len() as i64))
    }

    /// Parameter or result i.
    fn "reflect.typeParam"(cx, t: T, i: i64) -> Ptr { let t = known(cx, t)?; Ok(type_ptr(cx, nth(&t.params, i))) }

    /// Result i.
    fn "reflect.typeResult"(cx, t: T, i: i64) -> Ptr { let t = known(cx, t)?; Ok(type_ptr(cx, nth(&t.results, i))) }

    /// Whether a function is variadic, values are comparable; direction of a channel.
    fn "reflect.typeFacts"(cx, t: T) -> (bool, bool, i64) {
        let t = known(cx, t)?;
        Ok((t.variadic, t.comparable, t.dir as i64))
    }

    /// Describes a field.
    fn "reflect.typeField"(cx, t: T, i: i64) -> (GoStr<'_>, GoStr<'_>, GoStr<'_>, Ptr, bool) {
        let t = known(cx, t)?;
        let Some(f) = usize::try_from(i).ok().and_then(|i| t.fields.get(i)) else {
            return Err(Stop::Trap(Trap::index(i, t.fields.len() as u64)));
        };
        let ty = type_ptr(cx, f.ty);
        let (name, pkg) = (cx.new_string(f.name.as_bytes())?, cx.new_string(f.pkg.as_bytes())?);
        Ok((name, pkg, cx.new_string(f.tag.as_bytes())?, ty, f.embedded))
    }

    /// How many methods there are to see.
    fn "reflect.typeMethods"(cx, t: T) -> i64 { let t = known(cx, t)?; Ok(methods(cx, t).len() as i64) }

    /// Name and package of method i.
    fn "reflect.methodName"(cx, t: T, i: i64) -> (GoStr<'_>, GoStr<'_>) {
        let t = known(cx, t)?;
        let all = methods(cx, t);
        let Some((_, m)) = usize::try_from(i).ok().and_then(|i| all.get(i)) else {
            return Err(Stop::Trap(Trap::index(i, all.len() as u64)));
        };
        let m = &cx.vm().program.methods[m.index()];
        Ok((cx.new_string(m.name.as_bytes())?, cx.new_string(m.pkg.as_bytes())?))
    }

    /// Method i of those sorted by name: its type without receiver, and, of a type that is no interface, its function, which
    /// takes the data of an interface that holds the receiver.
    fn "reflect.methodOf"(cx, t: T, i: i64) -> (Ptr, Ptr) {
        let t = known(cx, t)?;
        let all = methods(cx, t);
        let Some(&(k, m)) = usize::try_from(i).ok().and_then(|i| all.get(i)) else {
            return Err(Stop::Trap(Trap::index(i, all.len() as u64)));
        };
        if t.kind == Kind::Interface {
            return Ok((type_ptr(cx, cx.vm().program.methods[m.index()].sig), Ptr(0)));
        }
        let Some(m) = t.methods.get(k) else { return Ok((Ptr(0), Ptr(0))) };
        Ok((type_ptr(cx, m.sig), Ptr(m.func.map_or(0, |f| cx.vm().static_closure(f)))))
    }

    /// Whether t implements the interface u; t may be an interface.
    fn "reflect.typeImplements"(cx, t: T, u: T) -> bool {
        let (a, b) = (known(cx, t)?, known(cx, u)?);
        Ok(match a.kind {
            Kind::Interface => b.imethods.iter().all(|m| a.imethods.contains(m)),
            _ => iface::implements(cx.types(), t.0, u.0),
        })
    }

    /// Whether both have the same underlying type.
    fn "reflect.sameUnder"(cx, t: T, u: T, tags: bool) -> bool {
        known(cx, t)?;
        known(cx, u)?;
        Ok(same_under(cx.types(), t.0, u.0, tags))
    }

    /// *t.
    fn "reflect.ptrTo"(cx, t: T) -> Ptr { known(cx, t)?; let p = pointer_to(cx, t.0)?; Ok(type_ptr(cx, p)) }

    /// []t.
    fn "reflect.sliceOf"(cx, t: T) -> Ptr {
        known(cx, t)?;
        let s = compose(cx, Composite::Slice(t.0))?;
        Ok(type_ptr(cx, s))
    }

    /// [n]t; nil if it would be too large.
    fn "reflect.arrayOf"(cx, n: i64, t: T) -> Ptr {
        let e = known(cx, t)?;
        if n < 0 || e.size.checked_mul(n as u64).is_none_or(|s| s > 1 << 40) {
            return Ok(Ptr(0));
        }
        let a = compose(cx, Composite::Array(n as u64, t.0))?;
        Ok(type_ptr(cx, a))
    }

    /// map[k]e.
    fn "reflect.mapOf"(cx, k: T, e: T) -> Ptr {
        known(cx, k)?;
        known(cx, e)?;
        let m = compose(cx, Composite::Map(k.0, e.0))?;
        Ok(type_ptr(cx, m))
    }

    /// A channel of t.
    fn "reflect.chanOf"(cx, dir: i64, t: T) -> Ptr {
        known(cx, t)?;
        let c = compose(cx, Composite::Chan(dir.clamp(0, 2) as u8, t.0))?;
        Ok(type_ptr(cx, c))
    }

    /// A function type.
    fn "reflect.funcOf"(cx, params: Slice, results: Slice, variadic: bool) -> Ptr {
        let f = compose(cx, Composite::Func(types_of(params), types_of(results), variadic))?;
        Ok(type_ptr(cx, f))
    }

    /// A struct type.
    ///
    /// A type embedded first gives the struct its methods if it takes the receiver from the same data; without that there is
    /// no such type. Methods of an embedded interface are the func value `missing`.
    fn "reflect.structOf"(cx, specs: Slice, missing: u64) -> Ptr {
        let mut fields = Vec::new();
        for i in 0..specs.len as usize {
            let p = specs.ptr.wrapping_add(i * SPEC.5);
            // SAFETY: element i of a []fieldSpec.
            let (ty, embedded) = unsafe {
                let ty = TypeWords::read(access::load64(p.add(SPEC.3).cast()));
                (ty, access::load8(p.add(SPEC.4)) != 0)
            };
            known(cx, T(ty))?;
            fields.push(FieldKey { name: text_at(p.wrapping_add(SPEC.0)), pkg: text_at(p.wrapping_add(SPEC.1)), ty, tag: text_at(p.wrapping_add(SPEC.2)), embedded });
        }
        let (methods, alone) = (embedded_methods(cx, &fields, missing), fields.len() == 1);
        let one_slot = |t: &RType| t.slots == 1 && t.repr != Repr::Mem && !t.methods.is_empty();
        let first = fields.first().filter(|f| f.embedded).map(|f| cx.rtype(f.ty));
        if !methods.is_empty() && !alone && first.is_some_and(one_slot) {
            return Ok(Ptr(0));
        }
        let composites = &cx.vm().composites;
        let s = composites.find_with(cx.types(), cx.heap(), Composite::Struct(fields.into()), methods);
        Ok(type_ptr(cx, s.ok_or_else(too_many_types)?))
    }
}
