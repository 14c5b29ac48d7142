//! What conversions of unsafe.Pointer need while a program runs. An unsafe.Pointer is an address; before it becomes a pointer
//! to anything, or moves, the memory it points to is found, and what lies there decides. The heap knows the type of every
//! object in a program that has one of these natives (`Program::typed`).

use crate::bytecode::TypeId;
use crate::value::view::Region;
use crate::vm::Vm;
use crate::vm::native::NativeCx;
use crate::vm::native::Stop;
use crate::vm::native::natives;

/// The memory that `p` points into: an object of the heap, a global variable, a constant string.
fn region_at(vm: &Vm, p: usize) -> Option<Region> {
    if let Some((start, size, map)) = vm.heap.typed_object(p) {
        let ty = vm.types.type_of_object(map);
        return (ty.is_some() || map.is_pointer_free()).then_some(Region { start, size, ty });
    }
    let off = p.wrapping_sub(vm.globals.start() as usize);
    if off < vm.globals.len() * 16 {
        let globals = vm.program.globals.lock();
        let i = globals
            .partition_point(|g| g.0 as usize <= off)
            .checked_sub(1)?;
        let (at, ty) = globals[i];
        return Some(Region {
            start: p - off + at as usize,
            size: vm.types.info(ty).size as usize,
            ty: Some(ty),
        });
    }
    let text = vm
        .strings
        .iter()
        .find(|s| p.wrapping_sub(s[0] as usize) < s[1] as usize)?;
    Some(Region {
        start: text[0] as usize,
        size: text[1] as usize,
        ty: None,
    })
}

/// Whether `n` values of type `t` lie at `p`. Memory of no size lies anywhere.
fn allows(cx: &NativeCx<'_>, p: u64, t: TypeId, n: u64) -> bool {
    if n == 0 || cx.types().info(t).size == 0 {
        return true;
    }
    region_at(cx.vm(), p as usize).is_some_and(|r| r.allows(cx.types(), p as usize, t, n))
}

/// Checks that an address can be taken for a pointer to a `t`.
pub fn check_pointer(cx: &NativeCx<'_>, p: u64, t: TypeId) -> Result<(), Stop> {
    if p == 0 || allows(cx, p, t, 1) {
        return Ok(());
    }
    let name = &cx.rtype(t).name;
    Err(Stop::runtime_error(&format!(
        "golite does not support this conversion of unsafe.Pointer: no {name} lies there"
    )))
}

/// Checks that `n` values of type `t` lie at an address; `what` is named if not.
pub fn check_span(cx: &NativeCx<'_>, p: u64, t: TypeId, n: i64, what: &str) -> Result<(), Stop> {
    let fail = |why: &str| Err(Stop::runtime_error(&format!("{what}: {why}")));
    let Ok(n) = u64::try_from(n) else {
        return fail("len out of range");
    };
    if p == 0 {
        return if n == 0 {
            Ok(())
        } else {
            fail("ptr is nil and len is not zero")
        };
    }
    if n > u64::from(u32::MAX) || !allows(cx, p, t, n) {
        return fail("len out of range");
    }
    Ok(())
}

natives! { TABLE;
    /// `(*T)(p)` of an unsafe.Pointer.
    fn "runtime.unsafecast"(cx, p: u64, t: i64) -> u64 {
        check_pointer(cx, p, TypeId(t as u32))?;
        Ok(p)
    }

    /// `unsafe.Add(p, n)`, also written with uintptr. The result lies in the same object or at its end.
    fn "runtime.unsafeadd"(cx, p: u64, n: i64) -> u64 {
        if n == 0 {
            return Ok(p);
        }
        let moved = region_at(cx.vm(), p as usize).and_then(|r| r.moved(cx.types(), p as usize, n));
        moved.map(|p| p as u64).ok_or_else(|| {
            Stop::runtime_error("golite does not support unsafe.Pointer arithmetic that leaves the object")
        })
    }

    /// Checks pointer and length of unsafe.Slice (elements of type `t`) or unsafe.String: all of it must lie in one object of
    /// the heap, package-level variable or constant string.
    fn "runtime.unsafespan"(cx, p: u64, n: i64, t: i64, string: bool) {
        check_span(cx, p, TypeId(t as u32), n, if string { "unsafe.String" } else { "unsafe.Slice" })
    }
}
