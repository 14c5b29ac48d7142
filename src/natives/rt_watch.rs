//! Natives of internal/rt behind runtime.SetFinalizer, runtime.AddCleanup and package weak.

use crate::bytecode::Kind;
use crate::heap::MapId;
use crate::heap::access;
use crate::natives::reflect::same_under;
use crate::value::iface;
use crate::vm::native::Any;
use crate::vm::native::GoStr;
use crate::vm::native::NativeCx;
use crate::vm::native::Ptr;
use crate::vm::native::natives;
use crate::vm::watch::Ending;

/// How a finalizer of the dynamic type of `f` takes `obj`: in an interface or not; None: not at all.
fn takes(cx: &NativeCx<'_>, f: Any, obj: Any) -> Option<bool> {
    let (ft, ot) = (cx.rtype(f.ty), cx.rtype(obj.ty));
    let [param] = *ft.params else {
        return None;
    };
    let pt = cx.rtype(param);
    match pt.kind {
        Kind::Pointer if param == obj.ty => Some(false),
        Kind::Pointer => {
            let unnamed = pt.base_name.is_empty() || ot.base_name.is_empty();
            (unnamed && same_under(cx.types(), param, obj.ty, true)).then_some(false)
        }
        Kind::Interface => iface::implements(cx.types(), obj.ty, param).then_some(true),
        _ => None,
    }
}

/// Why a finalizer is refused; empty if it is not.
fn objection(cx: &NativeCx<'_>, obj: Any, f: Any) -> String {
    if obj.is_nil() {
        return "first argument is nil".into();
    }
    let ot = cx.rtype(obj.ty);
    if ot.kind != Kind::Pointer {
        return format!("first argument is {}, not pointer", ot.name);
    }
    let addr = obj.data as usize;
    match cx.heap().find_object(addr) {
        None if addr == 0 => return "pointer not in allocated block".into(),
        Some((start, _)) if start != addr => {
            return "pointer not at beginning of allocated block".into();
        }
        _ => {}
    }
    if f.is_nil() {
        return String::new();
    }
    let ft = cx.rtype(f.ty);
    let pair = format!("cannot pass {} to finalizer {}", ot.name, ft.name);
    match ft.kind {
        Kind::Func if ft.variadic => format!("{pair} because dotdotdot"),
        Kind::Func if takes(cx, f, obj).is_none() => pair,
        Kind::Func if cx.vm().watches.has_finalizer(obj.data) => "finalizer already set".into(),
        Kind::Func => String::new(),
        _ => format!("second argument is {}, not a function", ft.name),
    }
}

natives! { TABLE;
    /// Sets or removes a finalizer; answers why it cannot, or nothing. `runner` runs what is ready.
    fn "internal/rt.SetFinalizer"(cx, obj: Any, f: Any, runner: Ptr) -> GoStr<'_> {
        let why = objection(cx, obj, f);
        if why.is_empty() && cx.heap().find_object(obj.data as usize).is_some() {
            let watches = &cx.vm().watches;
            if f.is_nil() {
                watches.remove_finalizer(obj.data);
            } else if f.data != 0 {
                let boxed = takes(cx, f, obj) == Some(true);
                let object = Some([u64::from(obj.ty.0), obj.data]);
                watches.add(obj.data, Ending { func: f.data, object, boxed }, runner.0);
            }
        }
        cx.new_string(why.as_bytes())
    }

    /// Calls a func() when the object at p is dead. The number is for StopCleanup; 0 stands for objects that never die.
    fn "internal/rt.AddCleanup"(cx, p: Ptr, f: Ptr, runner: Ptr) -> u64 {
        if cx.heap().find_object(p.0 as usize).is_none() {
            return Ok(0);
        }
        let ending = Ending { func: f.0, object: None, boxed: false };
        Ok(cx.vm().watches.add(p.0, ending, runner.0))
    }

    /// Forgets a cleanup.
    fn "internal/rt.StopCleanup"(cx, id: u64) { cx.vm().watches.remove(id); Ok(()) }

    /// What is to be run next: a func value, nil if there is nothing, and for a finalizer its argument, and whether it takes that as an
    /// interface.
    fn "internal/rt.NextEnding"(cx) -> (Ptr, Any, bool) {
        Ok(match cx.vm().watches.next() {
            None => (Ptr(0), Any::NIL, false),
            Some(e) => {
                let [ty, data] = e.object.unwrap_or([0, 0]);
                // SAFETY: an interface that a native was given.
                let obj = unsafe { Any::from_slots([ty, data].as_ptr()) };
                (Ptr(e.func), obj, e.boxed)
            }
        })
    }

    /// Whether the memory at p, an object of its own, holds the address q or one inside of q's object. For closures.
    fn "internal/rt.ClosesOver"(cx, p: Ptr, q: Ptr) -> bool {
        let (Some((at, size)), Some((start, len))) = (cx.heap().find_object(p.0 as usize), cx.heap().find_object(q.0 as usize)) else {
            return Ok(false);
        };
        // SAFETY: the words of a live object.
        let word = |i: usize| unsafe { access::load64((at as *const u64).add(i)) } as usize;
        Ok((0..size / 8).any(|i| word(i).wrapping_sub(start) < len))
    }

    /// The pointer in v, if it is one.
    fn "internal/rt.Data"(cx, v: Any) -> Ptr {
        let pointer = !v.is_nil() && matches!(cx.rtype(v.ty).kind, Kind::Pointer | Kind::UnsafePointer);
        Ok(Ptr(if pointer { v.data } else { 0 }))
    }

    /// Whether p and q point into the same object.
    fn "internal/rt.SameObject"(cx, p: Ptr, q: Ptr) -> bool {
        let (a, b) = (cx.heap().find_object(p.0 as usize), cx.heap().find_object(q.0 as usize));
        Ok(a.is_some() && a == b)
    }

    /// The handle of weak pointers to what is at p.
    fn "internal/rt.WeakHandle"(cx, p: Ptr) -> Ptr {
        if let Some(h) = cx.vm().watches.handle(p.0) {
            return Ok(Ptr(h));
        }
        let h = cx.cache().alloc(8, MapId::NONE).map_err(crate::value::Trap::from)?.as_ptr();
        // SAFETY: a fresh object of one word.
        unsafe { access::store64(h.cast(), p.0) };
        Ok(Ptr(cx.vm().watches.set_handle(p.0, h as u64)))
    }

    /// What a handle stands for, nil once that is dead.
    fn "internal/rt.WeakValue"(cx, h: Ptr) -> Ptr {
        let _ = &cx;
        let at = h.at(0)?;
        // SAFETY: handles are one word.
        Ok(Ptr(unsafe { access::load64(at.cast()) }))
    }
}
