//! Natives of package sync/atomic. Direct calls of most are single instructions; these are for calls through func values, for
//! pointers, and for interfaces.

use crate::heap::atomic16;
use crate::heap::barrier;
use crate::value::Iface;
use crate::value::TypeTable;
use crate::value::hash_eq;
use crate::vm::native::Any;
use crate::vm::native::Ptr;
use crate::vm::native::Stop;
use crate::vm::native::natives;
use parking_lot::Mutex;
use std::sync::atomic::AtomicU32;
use std::sync::atomic::AtomicU64;
use std::sync::atomic::Ordering::SeqCst;

fn word32<'a>(p: Ptr) -> Result<&'a AtomicU32, Stop> {
    // SAFETY: a pointer to a 32-bit integer, aligned, in live memory; scripts reach it through atomics only.
    Ok(unsafe { &*p.at(0)?.cast() })
}

fn word64<'a>(p: Ptr) -> Result<&'a AtomicU64, Stop> {
    // SAFETY: as above, 64 bits.
    Ok(unsafe { &*p.at(0)?.cast() })
}

fn swapped<T>(r: Result<T, T>) -> bool {
    r.is_ok()
}

/// Interfaces are read and written in one piece; this orders changes that depend on the old value.
static CHANGE: Mutex<()> = Mutex::new(());

fn load(p: Ptr) -> Result<Iface, Stop> {
    let at = p.at(0)?.cast::<u64>();
    // SAFETY: a pointer to an interface.
    let (a, b) = unsafe { atomic16::load(at) };
    // SAFETY: both slots are from one access.
    Ok(unsafe { Iface::from_slots([a, b].as_ptr()) })
}

fn store(p: Ptr, v: Iface) -> Result<(), Stop> {
    let at = p.at(0)?.cast::<u64>();
    let [a, b] = v.slots();
    // SAFETY: a pointer to an interface.
    unsafe { barrier::store_pair(at, a, b) };
    Ok(())
}

fn equal(types: &TypeTable, a: Iface, b: Iface) -> Result<bool, Stop> {
    Ok(hash_eq::eq_iface(types, a, b)?)
}

macro_rules! table { ($(($add:literal $load:literal $store:literal $swap:literal $cas:literal $and:literal $or:literal $t:ty, $word:ident, $u:ty))*) => {
natives! { TABLE;
    $(
    fn $add(cx, p: Ptr, delta: $t) -> $t {
        Ok($word(p)?.fetch_add(delta as $u, SeqCst).wrapping_add(delta as $u) as $t)
    }
    fn $load(cx, p: Ptr) -> $t {
        Ok($word(p)?.load(SeqCst) as $t)
    }
    fn $store(cx, p: Ptr, v: $t) {
        $word(p)?.store(v as $u, SeqCst);
        Ok(())
    }
    fn $swap(cx, p: Ptr, v: $t) -> $t {
        Ok($word(p)?.swap(v as $u, SeqCst) as $t)
    }
    fn $cas(cx, p: Ptr, old: $t, new: $t) -> bool {
        Ok(swapped($word(p)?.compare_exchange(old as $u, new as $u, SeqCst, SeqCst)))
    }
    fn $and(cx, p: Ptr, mask: $t) -> $t {
        Ok($word(p)?.fetch_and(mask as $u, SeqCst) as $t)
    }
    fn $or(cx, p: Ptr, mask: $t) -> $t {
        Ok($word(p)?.fetch_or(mask as $u, SeqCst) as $t)
    }
    )*
    fn "sync/atomic.LoadPointer"(cx, p: Ptr) -> Ptr {
        Ok(Ptr(word64(p)?.load(SeqCst)))
    }
    fn "sync/atomic.StorePointer"(cx, p: Ptr, v: Ptr) {
        word64(p)?.store(v.0, SeqCst);
        Ok(())
    }
    fn "sync/atomic.SwapPointer"(cx, p: Ptr, v: Ptr) -> Ptr {
        Ok(Ptr(word64(p)?.swap(v.0, SeqCst)))
    }
    fn "sync/atomic.CompareAndSwapPointer"(cx, p: Ptr, old: Ptr, new: Ptr) -> bool {
        Ok(swapped(word64(p)?.compare_exchange(old.0, new.0, SeqCst, SeqCst)))
    }
    fn "sync/atomic.loadAny"(cx, p: Ptr) -> Any {
        load(p)
    }
    fn "sync/atomic.swapAny"(cx, p: Ptr, v: Any) -> Any {
        let _order = CHANGE.lock();
        let old = load(p)?;
        store(p, v)?;
        Ok(old)
    }
    fn "sync/atomic.casAny"(cx, p: Ptr, old: Any, new: Any) -> bool {
        let _order = CHANGE.lock();
        let same = equal(cx.types(), load(p)?, old)?;
        if same {
            store(p, new)?;
        }
        Ok(same)
    }
}
} }

table! {
    ("sync/atomic.AddInt32" "sync/atomic.LoadInt32" "sync/atomic.StoreInt32" "sync/atomic.SwapInt32" "sync/atomic.CompareAndSwapInt32" "sync/atomic.AndInt32" "sync/atomic.OrInt32" i32, word32, u32)
    ("sync/atomic.AddUint32" "sync/atomic.LoadUint32" "sync/atomic.StoreUint32" "sync/atomic.SwapUint32" "sync/atomic.CompareAndSwapUint32" "sync/atomic.AndUint32" "sync/atomic.OrUint32" u32, word32, u32)
    ("sync/atomic.AddInt64" "sync/atomic.LoadInt64" "sync/atomic.StoreInt64" "sync/atomic.SwapInt64" "sync/atomic.CompareAndSwapInt64" "sync/atomic.AndInt64" "sync/atomic.OrInt64" i64, word64, u64)
    ("sync/atomic.AddUint64" "sync/atomic.LoadUint64" "sync/atomic.StoreUint64" "sync/atomic.SwapUint64" "sync/atomic.CompareAndSwapUint64" "sync/atomic.AndUint64" "sync/atomic.OrUint64" u64, word64, u64)
    ("sync/atomic.AddUintptr" "sync/atomic.LoadUintptr" "sync/atomic.StoreUintptr" "sync/atomic.SwapUintptr" "sync/atomic.CompareAndSwapUintptr" "sync/atomic.AndUintptr" "sync/atomic.OrUintptr" u64, word64, u64)
}
