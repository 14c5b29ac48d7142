//! Values of every kind, followed into what they hold, until a method would have to be called.
//!
//! A value is looked at in memory format, wherever it lies; one-slot interface data is looked at in its own slot, which on a
//! little-endian host is memory format, too.

use super::verbs::Flags;
use super::verbs::Printer;
use super::verbs::Refused;
use super::verbs::push_rune;
use crate::bytecode::Kind;
use crate::bytecode::RType;
use crate::bytecode::Repr;
use crate::bytecode::TypeId;
use crate::heap::access;
use crate::heap::atomic16;
use crate::value::Iface;
use crate::value::SliceVal;
use crate::value::key_order;
use crate::vm::Vm;
use crate::vm::native::Any;

/// How deep values are followed before the rest is left out: a host stack guard no ordinary value reaches.
const MAX_DEPTH: u32 = 2000;

/// How a value was reached, which decides whether fmt may call its methods.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Reach {
    /// Through exported fields only: it may.
    Open,
    /// It is an unexported embedded field: not its own methods, but those of its exported fields.
    Embedded,
    /// Through an unexported field: nothing inside either.
    Hidden,
}

impl Reach {
    /// For what is inside the value, unless that is a field.
    pub(super) fn inside(self) -> Reach {
        if self == Reach::Open {
            self
        } else {
            Reach::Hidden
        }
    }
}

/// Where a value lies.
#[derive(Clone, Copy)]
pub(super) struct Val {
    pub(super) ty: TypeId,
    pub(super) p: *const u8,
}

/// Which methods fmt would call on a type.
#[derive(Clone, Copy, Default)]
struct Methods {
    format: bool,
    go_string: bool,
    error_or_string: bool,
}

fn methods(vm: &Vm, t: &RType) -> Methods {
    let mut m = Methods::default();
    for x in t.methods.iter() {
        match &*vm.program.methods[x.id.index()].name {
            "Format" => m.format = true,
            "GoString" => m.go_string = true,
            "Error" | "String" => m.error_or_string = true,
            _ => {}
        }
    }
    m
}

impl<'v> Printer<'v> {
    pub(super) fn type_name(&mut self, t: TypeId) {
        let name = &self.rtype(t).name;
        self.out.extend_from_slice(name.as_bytes());
    }

    pub(super) fn bad_verb(&mut self, v: Val, verb: char) -> Result<(), Refused> {
        self.str("%!");
        push_rune(&mut self.out, verb as u64);
        self.out.push(b'(');
        self.type_name(v.ty);
        self.out.push(b'=');
        let saved = self.f;
        self.f = Flags {
            plain: true,
            ..saved
        };
        let r = self.value(v, 'v', 0, Reach::Open);
        self.f = saved;
        self.out.push(b')');
        r
    }

    /// Whether a method of the type is what fmt would print, so that Go code has to do it.
    pub(super) fn must_call(&self, t: &RType, verb: char) -> bool {
        if self.f.plain || t.methods.is_empty() {
            return false;
        }
        let m = methods(self.vm, t);
        m.format
            || (self.f.sharp_v && m.go_string)
            || (!self.f.sharp_v && matches!(verb, 'v' | 's' | 'x' | 'X' | 'q') && m.error_or_string)
    }

    /// Formats the value; `reach` tells whether fmt may call its methods.
    pub(super) fn value(
        &mut self,
        v: Val,
        verb: char,
        depth: u32,
        reach: Reach,
    ) -> Result<(), Refused> {
        let t = self.rtype(v.ty);
        if reach == Reach::Open && self.must_call(t, verb) {
            return Err(Refused);
        }
        if depth == 0 && !self.f.plain && v.ty == self.vm.program.well_known.reflect_value {
            // What it holds is printed.
            return Err(Refused);
        }
        if depth > MAX_DEPTH {
            if reach == Reach::Open && !self.f.plain {
                // The Go side goes on, on the goroutine's own stack.
                return Err(Refused);
            }
            self.str("...");
            return Ok(());
        }
        // SAFETY: `v` points to a live value of its type in memory format; every read is one untearable access.
        unsafe {
            match t.kind {
                Kind::Invalid => self.str("<invalid reflect.Value>"),
                Kind::Bool => {
                    let b = access::load8(v.p) != 0;
                    if !matches!(verb, 't' | 'v') {
                        return self.bad_verb(v, verb);
                    }
                    self.boolean(b);
                }
                Kind::Int | Kind::Int64 => {
                    return self.int_verb(v, access::load64(v.p.cast()), true, verb);
                }
                Kind::Int8 => {
                    return self.int_verb(v, access::load8(v.p) as i8 as i64 as u64, true, verb);
                }
                Kind::Int16 => {
                    return self.int_verb(
                        v,
                        access::load16(v.p.cast()) as i16 as i64 as u64,
                        true,
                        verb,
                    );
                }
                Kind::Int32 => {
                    return self.int_verb(
                        v,
                        access::load32(v.p.cast()) as i32 as i64 as u64,
                        true,
                        verb,
                    );
                }
                Kind::Uint | Kind::Uint64 | Kind::Uintptr => {
                    return self.int_verb(v, access::load64(v.p.cast()), false, verb);
                }
                Kind::Uint8 => return self.int_verb(v, access::load8(v.p) as u64, false, verb),
                Kind::Uint16 => {
                    return self.int_verb(v, access::load16(v.p.cast()) as u64, false, verb);
                }
                Kind::Uint32 => {
                    return self.int_verb(v, access::load32(v.p.cast()) as u64, false, verb);
                }
                Kind::Float32 => {
                    let x = f32::from_bits(access::load32(v.p.cast())) as f64;
                    return self.float_verb(v, x, 32, verb);
                }
                Kind::Float64 => {
                    let x = f64::from_bits(access::load64(v.p.cast()));
                    return self.float_verb(v, x, 64, verb);
                }
                Kind::Complex64 => {
                    let w = access::load64(v.p.cast());
                    let (re, im) = (
                        f32::from_bits(w as u32) as f64,
                        f32::from_bits((w >> 32) as u32) as f64,
                    );
                    return self.complex_verb(v, re, im, 32, verb);
                }
                Kind::Complex128 => {
                    let (a, b) = atomic16::load(v.p.cast());
                    return self.complex_verb(v, f64::from_bits(a), f64::from_bits(b), 64, verb);
                }
                Kind::String => {
                    let (a, b) = atomic16::load(v.p.cast());
                    let s = crate::value::Str::from_parts(a, b);
                    return self.string_verb(v, s.bytes(), verb);
                }
                Kind::Map => return self.map(v, t, verb, depth, reach.inside()),
                Kind::Struct => return self.structure(v, t, verb, depth, reach),
                Kind::Interface => return self.interface(v, verb, depth, reach.inside()),
                Kind::Array => {
                    return self.list(
                        v,
                        t,
                        v.p,
                        t.len as usize,
                        false,
                        verb,
                        depth,
                        reach.inside(),
                    );
                }
                Kind::Slice => {
                    let (a, b) = atomic16::load(v.p.cast());
                    let s = SliceVal::from_slots([a, b].as_ptr());
                    return self.list(
                        v,
                        t,
                        s.ptr,
                        s.len as usize,
                        a == 0,
                        verb,
                        depth,
                        reach.inside(),
                    );
                }
                Kind::Pointer => {
                    let u = access::load64(v.p.cast());
                    if depth == 0 && u != 0 {
                        let e = self.rtype(t.elem);
                        if matches!(e.kind, Kind::Array | Kind::Slice | Kind::Struct | Kind::Map) {
                            self.out.push(b'&');
                            return self.value(
                                Val {
                                    ty: t.elem,
                                    p: u as *const u8,
                                },
                                verb,
                                depth + 1,
                                reach.inside(),
                            );
                        }
                    }
                    return self.pointer_verb(v, u, verb);
                }
                Kind::Func => {
                    let u = self.vm.code_of(access::load64(v.p.cast()));
                    return self.pointer_verb(v, u, verb);
                }
                Kind::Chan | Kind::UnsafePointer => {
                    let u = access::load64(v.p.cast());
                    return self.pointer_verb(v, u, verb);
                }
            }
        }
        Ok(())
    }

    pub(super) unsafe fn interface(
        &mut self,
        v: Val,
        verb: char,
        depth: u32,
        reach: Reach,
    ) -> Result<(), Refused> {
        let (a, b) = atomic16::load(v.p.cast());
        let inner = Iface::from_slots([a, b].as_ptr());
        if inner.is_nil() {
            if self.f.sharp_v {
                self.type_name(v.ty);
                self.str("(nil)");
            } else {
                self.str("<nil>");
            }
            return Ok(());
        }
        with_value(self.vm, inner, |x| self.value(x, verb, depth + 1, reach))
    }

    pub(super) unsafe fn structure(
        &mut self,
        v: Val,
        t: &'v RType,
        verb: char,
        depth: u32,
        reach: Reach,
    ) -> Result<(), Refused> {
        if self.f.sharp_v {
            self.type_name(v.ty);
        }
        self.out.push(b'{');
        for (i, f) in t.fields.iter().enumerate() {
            if i > 0 {
                self.str(if self.f.sharp_v { ", " } else { " " });
            }
            if self.f.plus_v || self.f.sharp_v {
                self.str(&f.name);
                self.out.push(b':');
            }
            let x = Val {
                ty: f.ty,
                p: v.p.wrapping_add(f.offset as usize),
            };
            let reach = match reach {
                Reach::Hidden => Reach::Hidden,
                _ if f.pkg.is_empty() => Reach::Open,
                _ if f.embedded => Reach::Embedded,
                _ => Reach::Hidden,
            };
            if self.rtype(f.ty).kind == Kind::Interface {
                // fmt looks into the field before it prints it: a nil one is <nil>.
                self.interface(x, verb, depth, reach.inside())?;
                continue;
            }
            self.value(x, verb, depth + 1, reach)?;
        }
        self.out.push(b'}');
        Ok(())
    }

    pub(super) unsafe fn map(
        &mut self,
        v: Val,
        t: &'v RType,
        verb: char,
        depth: u32,
        reach: Reach,
    ) -> Result<(), Refused> {
        let m = access::load64(v.p.cast());
        if self.f.sharp_v {
            self.type_name(v.ty);
            if m == 0 {
                self.str("(nil)");
                return Ok(());
            }
            self.out.push(b'{');
        } else {
            self.str("map[");
        }
        let Ok(entries) = key_order::entries(&self.vm.types, v.ty, m) else {
            return Err(Refused);
        };
        for (i, (key, val)) in entries.iter().enumerate() {
            if i > 0 {
                self.str(if self.f.sharp_v { ", " } else { " " });
            }
            with_slots(self.vm, t.key, key, |x| {
                self.value(x, verb, depth + 1, reach)
            })?;
            self.out.push(b':');
            with_slots(self.vm, t.elem, val, |x| {
                self.value(x, verb, depth + 1, reach)
            })?;
        }
        self.out.push(if self.f.sharp_v { b'}' } else { b']' });
        Ok(())
    }

    pub(super) unsafe fn list(
        &mut self,
        v: Val,
        t: &'v RType,
        p: *const u8,
        n: usize,
        nil: bool,
        verb: char,
        depth: u32,
        reach: Reach,
    ) -> Result<(), Refused> {
        let e = self.rtype(t.elem);
        // Only []byte itself (or a slice or array of bytes for the string verbs) prints as bytes.
        let is_bytes = e.kind == Kind::Uint8;
        let plain_bytes = t.kind == Kind::Slice && depth == 0 && &*t.name == "[]uint8";
        if is_bytes && (matches!(verb, 's' | 'q' | 'x' | 'X') || plain_bytes) {
            if !matches!(verb, 's' | 'q' | 'x' | 'X' | 'v' | 'd') {
                // Any other verb goes to the elements, below.
            } else {
                let b = crate::value::memory::read_bytes(p, n);
                return self.bytes_verb(&b, nil, verb);
            }
        }
        if self.f.sharp_v {
            self.type_name(v.ty);
            if nil {
                self.str("(nil)");
                return Ok(());
            }
            self.out.push(b'{');
        } else {
            self.out.push(b'[');
        }
        let size = e.size as usize;
        for i in 0..n {
            if i > 0 {
                self.str(if self.f.sharp_v { ", " } else { " " });
            }
            self.value(
                Val {
                    ty: t.elem,
                    p: p.wrapping_add(i * size),
                },
                verb,
                depth + 1,
                reach,
            )?;
        }
        self.out.push(if self.f.sharp_v { b'}' } else { b']' });
        Ok(())
    }

    /// An operand as a verb formats it, `%T` and `%p` included.
    pub(super) fn operand(&mut self, a: Any, verb: char, depth: u32) -> Result<(), Refused> {
        if a.is_nil() {
            match verb {
                'T' | 'v' => self.pad(b"<nil>"),
                _ => {
                    self.str("%!");
                    push_rune(&mut self.out, verb as u64);
                    self.str("(<nil>)");
                }
            }
            return Ok(());
        }
        let t = self.rtype(a.ty);
        match verb {
            'T' => {
                let name = t.name.clone();
                let s = self.truncated(name.as_bytes());
                self.pad(s);
                Ok(())
            }
            'p' => {
                let v = Val {
                    ty: a.ty,
                    p: (&raw const a.data).cast(),
                };
                let u = match t.kind {
                    Kind::Func => self.vm.code_of(a.data),
                    Kind::Chan | Kind::Map | Kind::Pointer | Kind::UnsafePointer => a.data,
                    // SAFETY: a slice is boxed: its header lies at the data pointer.
                    Kind::Slice => unsafe { atomic16::load(a.data as *const u64).0 },
                    _ => return with_value(self.vm, a, |x| self.bad_verb(x, verb)),
                };
                self.pointer_verb(v, u, 'p')
            }
            _ => with_value(self.vm, a, |x| self.value(x, verb, depth, Reach::Open)),
        }
    }
}

/// Calls `f` with where the value inside `v`, which is not nil, lies.
fn with_value<R>(vm: &Vm, v: Iface, f: impl FnOnce(Val) -> R) -> R {
    let t = vm.types.rtype(v.ty);
    let p = if t.slots > 1 || t.repr == Repr::Mem {
        v.data as *const u8
    } else {
        (&raw const v.data).cast()
    };
    f(Val { ty: v.ty, p })
}

/// Calls `f` with where a value in slot format lies, put into memory format if need be.
fn with_slots<R>(vm: &Vm, ty: TypeId, slots: &[u64], f: impl FnOnce(Val) -> R) -> R {
    let t = vm.types.rtype(ty);
    if t.repr == Repr::Mem {
        return f(Val {
            ty,
            p: slots[0] as *const u8,
        });
    }
    // Two-slot values are 16-aligned in memory format.
    let mut memory = vec![0u128; (t.size as usize).div_ceil(16).max(1)];
    let p = memory.as_mut_ptr().cast::<u8>();
    // SAFETY: as much memory as the type needs.
    unsafe { crate::value::memory::store_flat(t, p, slots.as_ptr()) };
    f(Val { ty, p })
}
