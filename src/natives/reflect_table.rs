//! The natives of package reflect about maps and channels.

use crate::bytecode::Kind;
use crate::bytecode::Repr;
use crate::bytecode::TypeId;
use crate::chan;
use crate::chan::Case;
use crate::chan::Closing;
use crate::chan::HChan;
use crate::chan::Selected;
use crate::chan::Sent;
use crate::heap::MapId;
use crate::heap::access;
use crate::natives::reflect::T;
use crate::natives::reflect::Value;
use crate::natives::reflect::compose;
use crate::natives::reflect::known;
use crate::natives::reflect_value::Slots;
use crate::natives::reflect_value::exact;
use crate::natives::reflect_value::find;
use crate::natives::reflect_value::from_slots;
use crate::sched::NO_SLOT;
use crate::sched::Wait;
use crate::sched::bubble_of;
use crate::sched::choice;
use crate::sched::choice::Choice;
use crate::value::SliceVal;
use crate::value::Trap;
use crate::value::compose::Composite;
use crate::value::hash_eq;
use crate::value::map;
use crate::value::memory;
use crate::value::slice;
use crate::vm::native::Any;
use crate::vm::native::Arg;
use crate::vm::native::NativeCx;
use crate::vm::native::Ptr;
use crate::vm::native::Ret;
use crate::vm::native::Stop;
use crate::vm::native::natives;

/// A value's slots, whatever its type: reflect's struct `slots`.
#[derive(Clone, Copy, Debug)]
pub struct Raw(pub Slots);

impl Arg<'_> for Raw {
    const SLOTS: u16 = 8;
    const GO: &'static str = "reflect.slots";
    unsafe fn read_arg(s: *const u64) -> Raw {
        Raw(std::array::from_fn(|i| *s.add(i)))
    }
}

impl Ret for Raw {
    const SLOTS: u16 = 8;
    const GO: &'static [&'static str] = &["reflect.slots"];
    unsafe fn write_result(self, s: *mut u64) {
        for (i, x) in self.0.iter().enumerate() {
            *s.add(i) = *x;
        }
    }
}

/// The map behind a Value: its type and address.
fn map_of(cx: &NativeCx<'_>, v: Value) -> Result<(TypeId, u64), Stop> {
    match find(cx, v) {
        Some(f) if f.t.kind == Kind::Map => Ok((f.id, f.slots()[0])),
        _ => Err(Stop::runtime_error("reflect: not a map")),
    }
}

fn chan_of(cx: &NativeCx<'_>, v: Value) -> Result<*mut HChan, Stop> {
    match find(cx, v) {
        Some(f) if f.t.kind == Kind::Chan => Ok(f.slots()[0] as *mut HChan),
        _ => Err(Stop::runtime_error("reflect: not a channel")),
    }
}

/// An any holding a slice of type `[]elem` with these values.
fn slice_of_slots(cx: &mut NativeCx<'_>, elem: TypeId, values: &[Vec<u64>]) -> Result<Any, Stop> {
    let ty = compose(cx, Composite::Slice(elem))?;
    let (types, n) = (cx.types(), values.len());
    let p = slice::alloc_array(types, cx.cache(), elem, n as u64)?;
    let size = types.info(elem).size as usize;
    for (i, v) in values.iter().enumerate() {
        // SAFETY: element i of the fresh array.
        unsafe { memory::store_flat(types.rtype(elem), p.add(i * size), v.as_ptr()) };
    }
    cx.box_value(ty, &SliceVal::new(p, n as u32, n as u32).slots())
}

/// Words of a case in a buffer for select: 1 for a send, the channel, the value.
const CASE: usize = 10;

fn case_word(buf: Ptr, k: i64, i: usize) -> Result<*mut u64, Stop> {
    let n = usize::try_from(k).map_err(|_| Stop::Trap(Trap::NilDeref))?;
    Ok(buf.at((n * CASE + i) * 8)?.cast())
}

natives! { TABLE;
    /// make(map[K]V, n).
    fn "reflect.makeMap"(cx, t: T, n: i64) -> Any {
        if known(cx, t)?.kind != Kind::Map {
            return Ok(Any::NIL);
        }
        // SAFETY: on this worker.
        let seed = unsafe { choice::bits(cx.p(), Choice::Map) };
        let types = cx.types();
        let data = map::make(cx.cache(), types.map_type(t.0), n, seed)?;
        Ok(Any { ty: t.0, data })
    }

    /// m[key], and whether it is there; the key has exactly the key type.
    fn "reflect.mapGet"(cx, m: Value, key: Value) -> (Value, bool) {
        let ((ty, at), types) = (map_of(cx, m)?, cx.types());
        let r = cx.rtype(ty);
        let (k, mut out) = (exact(cx, key, r.key)?, [0; 8]);
        // SAFETY: a map of that type or nil, a key of its type, room for any value.
        if !unsafe { map::get(types, types.map_type(ty), at, k.as_ptr(), out.as_mut_ptr())? } {
            return Ok((Value::NONE, false));
        }
        let flag = (m.flag | key.flag) & crate::natives::reflect::READ_ONLY;
        Ok((from_slots(cx, r.elem, &out, flag)?, true))
    }

    /// m[key] = value; both have exactly the map's types.
    fn "reflect.mapSet"(cx, m: Value, key: Value, value: Value) {
        let ((ty, at), types) = (map_of(cx, m)?, cx.types());
        let r = cx.rtype(ty);
        let (k, x) = (exact(cx, key, r.key)?, exact(cx, value, r.elem)?);
        // SAFETY: a map of that type or nil, a key and a value of its types.
        unsafe { map::set(types, cx.cache(), types.map_type(ty), at, k.as_ptr(), x.as_ptr())? };
        Ok(())
    }

    /// delete(m, key).
    fn "reflect.mapDelete"(cx, m: Value, key: Value) {
        let ((ty, at), types) = (map_of(cx, m)?, cx.types());
        let k = exact(cx, key, cx.rtype(ty).key)?;
        // SAFETY: as above.
        unsafe { map::delete(types, types.map_type(ty), at, k.as_ptr())? };
        Ok(())
    }

    /// The keys as a slice of the key type, from a random one on; the values, too, if there are keys that cannot be looked up
    /// because they are not equal to themselves.
    fn "reflect.mapEntries"(cx, m: Value) -> (Any, Any) {
        let ((ty, at), types) = (map_of(cx, m)?, cx.types());
        let r = cx.rtype(ty);
        // SAFETY: a map of that type or nil.
        let mut all = unsafe { map::entries(types.map_type(ty), at)? };
        if all.len() > 1 {
            // SAFETY: on this worker.
            let first = unsafe { choice::pick(cx.p(), Choice::Map, all.len() as u32) };
            all.rotate_left(first as usize);
        }
        let (keys, values): (Vec<_>, Vec<_>) = all.into_iter().unzip();
        let mut odd = false;
        for k in &keys {
            // SAFETY: keys of that type.
            odd |= !unsafe { hash_eq::eq_slots(types, r.key, k.as_ptr(), k.as_ptr())? };
        }
        let keys = slice_of_slots(cx, r.key, &keys)?;
        Ok((keys, if odd { slice_of_slots(cx, r.elem, &values)? } else { Any::NIL }))
    }

    /// make(chan T, n); nil when the size is out of range.
    fn "reflect.makeChan"(cx, t: T, n: i64) -> Any {
        let r = known(cx, t)?;
        if r.kind != Kind::Chan {
            return Ok(Any::NIL);
        }
        let e = cx.types().info(r.elem);
        let zero = cx.types().zero_memory() as u64;
        let map = cx.vm().chan_map();
        // SAFETY: on this worker.
        let made = unsafe {
            if e.repr == Repr::Mem {
                chan::make_mem(cx.cache(), map, n, zero)
            } else {
                chan::make(cx.cache(), map, e.slots, e.map != MapId::NONE, n)
            }
        };
        let c = made.map_err(Trap::from)?;
        // SAFETY: on this worker, and nobody else has the channel.
        unsafe {
            if let Some(c) = c
                && bubble_of(cx.g()) != 0
            {
                chan::set_bubbled(c);
            }
        }
        Ok(c.map_or(Any::NIL, |c| Any { ty: t.0, data: c as u64 }))
    }

    /// The slots of a value of exactly that type, large ones copied.
    fn "reflect.slotsOf"(cx, v: Value, t: T) -> Raw { Ok(Raw(exact(cx, v, t.0)?)) }

    /// The value of that type whose slots these are.
    fn "reflect.fromSlots"(cx, t: T, s: Raw) -> Value { known(cx, t)?; from_slots(cx, t.0, &s.0, 0) }

    /// Sends; may park.
    fn "reflect.chanSend"(cx, c: Value, s: Raw) {
        let _ = s;
        let ch = chan_of(cx, c)?;
        let back = (cx.pc() as usize - cx.call_pc() as usize) / 8;
        // SAFETY: on this worker; the value lies in the window, behind the channel.
        match unsafe { chan::send(cx.p(), cx.g(), ch, cx.window().add(3), back as u8, cx.pc(), cx.fp()) } {
            Sent::Done => Ok(()),
            Sent::Parked => Err(Stop::Parked),
            Sent::Closed => Err(Stop::plain_error("send on closed channel")),
        }
    }

    /// Receives; may park.
    fn "reflect.chanRecv"(cx, c: Value) -> (Raw, bool) {
        let ch = chan_of(cx, c)?;
        let w = cx.window();
        // SAFETY: the window has room for the results.
        for i in 0..9 { unsafe { *w.add(i) = 0 } }
        let ok = (w as usize - cx.fp() as usize) / 8 + 8;
        // SAFETY: on this worker; whoever sends writes the results into the window.
        match unsafe { chan::recv(cx.p(), cx.g(), ch, w, ok as u16, cx.pc(), cx.fp()) } {
            // SAFETY: the results are there.
            Wait::Done => Ok(unsafe { (Raw::read_arg(w), *w.add(8) != 0) }),
            Wait::Parked => Err(Stop::Parked),
        }
    }

    /// Sends if that needs no waiting.
    fn "reflect.chanTrySend"(cx, c: Value, s: Raw) -> bool {
        let ch = chan_of(cx, c)?;
        // SAFETY: on this worker.
        match unsafe { chan::try_send(cx.p(), ch, s.0.as_ptr()) } {
            Sent::Done => Ok(true),
            Sent::Parked => Ok(false),
            Sent::Closed => Err(Stop::plain_error("send on closed channel")),
        }
    }

    /// Receives if that needs no waiting: the value, whether one came, whether it would have waited.
    fn "reflect.chanTryRecv"(cx, c: Value) -> (Raw, bool, bool) {
        let ch = chan_of(cx, c)?;
        let mut s = [0; 8];
        // SAFETY: on this worker; room for any value.
        let got = unsafe { chan::try_recv(cx.p(), ch, s.as_mut_ptr()) };
        Ok((Raw(s), got == Some(true), got.is_none()))
    }

    /// close(c).
    fn "reflect.chanClose"(cx, c: Value) {
        let ch = chan_of(cx, c)?;
        // SAFETY: on this worker.
        match unsafe { chan::close(cx.p(), ch) } {
            Closing::Done => Ok(()),
            Closing::Nil => Err(Stop::plain_error("close of nil channel")),
            Closing::Closed => Err(Stop::plain_error("close of closed channel")),
        }
    }

    /// Room for the cases of a select.
    fn "reflect.newCases"(cx, n: i64) -> Ptr {
        let words = usize::try_from(n).unwrap_or(0).max(1) * CASE;
        let p = cx.cache().alloc(words * 8, MapId::ALL).map_err(Trap::from)?;
        Ok(Ptr(p.as_ptr() as u64))
    }

    /// Describes case k: a send of these slots, or a receive; an invalid channel is nil.
    fn "reflect.setCase"(cx, buf: Ptr, k: i64, send: bool, c: Value, s: Raw) {
        let ch = if c.v.is_nil() { std::ptr::null_mut() } else { chan_of(cx, c)? };
        let at = case_word(buf, k, 0)?;
        // SAFETY: a case of a buffer made by newCases.
        unsafe {
            access::store64(at, u64::from(send));
            access::store64(at.add(1), ch as u64);
            for (i, x) in s.0.iter().enumerate() {
                access::store64(at.add(2 + i), *x);
            }
        }
        Ok(())
    }

    /// Selects among n cases; may park. The case (-1: none was ready and there is a default) and whether a value was received.
    fn "reflect.selectGo"(cx, buf: Ptr, n: i64, default: bool) -> (i64, bool) {
        const OK: usize = 2;
        let base: *mut u64 = buf.at(0)?.cast();
        let w = cx.window();
        let ok = (w as usize - cx.fp() as usize) / 8 + OK;
        let cases: Vec<Case> = (0..n as usize)
            .map(|k| {
                // SAFETY: a case of a buffer made by newCases.
                let send = unsafe { access::load64(base.add(k * CASE)) != 0 };
                Case { send, ch: (k * CASE + 1) as u16, val: (k * CASE + 2) as u16, ok: if send { NO_SLOT } else { ok as u16 } }
            })
            .collect();
        // SAFETY: on this worker; channels and values lie in the buffer, which the window keeps alive; its third slot, which is
        // not looked at when the native runs again, takes the comma-ok result.
        let chosen = unsafe { chan::select_from(cx.p(), cx.g(), &cases, base, default, cx.call_pc(), cx.fp()) };
        match chosen {
            // SAFETY: as above.
            Selected::Case(k) => Ok((i64::from(k), unsafe { *w.add(OK) != 0 })),
            Selected::Parked => Err(Stop::Parked),
            Selected::Closed => Err(Stop::plain_error("send on closed channel")),
        }
    }

    /// What case k received.
    fn "reflect.caseSlots"(cx, buf: Ptr, k: i64) -> Raw {
        let _ = &cx;
        let at = case_word(buf, k, 2)?;
        // SAFETY: a case of a buffer made by newCases.
        Ok(Raw(std::array::from_fn(|i| unsafe { access::load64(at.add(i)) })))
    }
}
