//! The natives of package reflect about calls: buffers of arguments and results for the instructions `CallSlots` and
//! `GatherSlots`, and func values made at run time.
//!
//! A buffer's first two words say how many slots go in and how many come out; the slots follow.

use crate::bytecode::Kind;
use crate::heap::MapId;
use crate::heap::access;
use crate::natives::reflect::T;
use crate::natives::reflect::Value;
use crate::natives::reflect::known;
use crate::natives::reflect_value::exact;
use crate::natives::reflect_value::from_slots;
use crate::value::Trap;
use crate::vm::native::Any;
use crate::vm::native::Ptr;
use crate::vm::native::Stop;
use crate::vm::native::natives;

const HEAD: usize = 2;

/// Slot `at` of a buffer, with `n` slots from there on inside.
fn slot(buf: Ptr, at: i64, n: u16) -> Result<*mut u64, Stop> {
    let p: *mut u64 = buf.at(0)?.cast();
    // SAFETY: a buffer's head.
    let room = unsafe { access::load64(p).max(access::load64(p.add(1))) };
    let end = u64::try_from(at)
        .ok()
        .and_then(|a| a.checked_add(u64::from(n)));
    if end.is_none_or(|e| e > room) {
        return Err(Stop::runtime_error("reflect: call buffer is too small"));
    }
    Ok(p.wrapping_add(HEAD + at as usize))
}

natives! { TABLE;
    /// A buffer for a call.
    fn "reflect.newBuffer"(cx, given: i64, taken: i64) -> Ptr {
        let words = HEAD + given.max(taken).clamp(0, 1 << 20) as usize;
        let p = cx.cache().alloc(words * 8, MapId::ALL).map_err(Trap::from)?.as_ptr().cast::<u64>();
        // SAFETY: fresh memory.
        unsafe {
            access::store64(p, given as u64);
            access::store64(p.add(1), taken as u64);
        }
        Ok(Ptr(p as u64))
    }

    /// Puts a value of exactly that type into the buffer; where the next one goes.
    fn "reflect.putSlots"(cx, buf: Ptr, at: i64, v: Value, t: T) -> i64 {
        let n = known(cx, t)?.slots;
        let s = exact(cx, v, t.0)?;
        let p = slot(buf, at, n)?;
        for (i, x) in s.iter().take(n as usize).enumerate() {
            // SAFETY: inside the buffer.
            unsafe { access::store64(p.add(i), *x) };
        }
        Ok(at + i64::from(n))
    }

    /// Puts the data slot of an interface into the buffer.
    fn "reflect.putData"(cx, buf: Ptr, v: Any) {
        let _ = &cx;
        let p = slot(buf, 0, 1)?;
        // SAFETY: inside the buffer.
        unsafe { access::store64(p, v.data) };
        Ok(())
    }

    /// The value of that type in the buffer.
    fn "reflect.getSlots"(cx, buf: Ptr, at: i64, t: T) -> Value {
        let n = known(cx, t)?.slots;
        let p = slot(buf, at, n)?;
        let mut s = [0; 8];
        for (i, x) in s.iter_mut().take(n as usize).enumerate() {
            // SAFETY: inside the buffer.
            *x = unsafe { access::load64(p.add(i)) };
        }
        from_slots(cx, t.0, &s, 0)
    }

    /// A func value of that type which enters the function behind `entry` and captures three words.
    fn "reflect.newFunc"(cx, t: T, entry: Ptr, captured: Ptr, given: i64, taken: i64) -> Any {
        if known(cx, t)?.kind != Kind::Func {
            return Ok(Any::NIL);
        }
        let p = cx.cache().alloc(4 * 8, MapId::ALL).map_err(Trap::from)?.as_ptr().cast::<u64>();
        let entry: *const u64 = entry.at(0)?.cast();
        // SAFETY: fresh memory; the entry is a closure, which begins with its function's number.
        unsafe {
            access::store64(p, access::load64(entry));
            access::store64(p.add(1), captured.0);
            access::store64(p.add(2), given as u64);
            access::store64(p.add(3), taken as u64);
        }
        Ok(Any { ty: t.0, data: p as u64 })
    }
}
