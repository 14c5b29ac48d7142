//! Natives of package sync/atomic. Direct calls of most are single instructions; these are for calls through func values, for
//! pointers, and for interfaces.

use crate::value::Iface;
use crate::value::TypeTable;
use crate::value::hash_eq;
use crate::vm::native::Any;
use crate::vm::native::At;
use crate::vm::native::Ptr;
use crate::vm::native::Stop;
use crate::vm::native::natives;
use parking_lot::Mutex;
use std::sync::atomic::Ordering::SeqCst;

fn swapped<T>(r: Result<T, T>) -> bool {
    r.is_ok()
}

/// Interfaces are read and written in one piece; this orders changes that depend on the old value.
static CHANGE: Mutex<()> = Mutex::new(());

fn equal(types: &TypeTable, a: Iface, b: Iface) -> Result<bool, Stop> {
    Ok(hash_eq::eq_iface(types, a, b)?)
}

macro_rules! table { ($(($add:literal $load:literal $store:literal $swap:literal $cas:literal $and:literal $or:literal $t:ty, $u:ty))*) => {
natives! { TABLE;
    $(
    fn $add(cx, p: At<$u>, delta: $t) -> $t {
        Ok(p.atomic()?.fetch_add(delta as $u, SeqCst).wrapping_add(delta as $u) as $t)
    }
    fn $load(cx, p: At<$u>) -> $t {
        Ok(p.atomic()?.load(SeqCst) as $t)
    }
    fn $store(cx, p: At<$u>, v: $t) {
        p.atomic()?.store(v as $u, SeqCst);
        Ok(())
    }
    fn $swap(cx, p: At<$u>, v: $t) -> $t {
        Ok(p.atomic()?.swap(v as $u, SeqCst) as $t)
    }
    fn $cas(cx, p: At<$u>, old: $t, new: $t) -> bool {
        Ok(swapped(p.atomic()?.compare_exchange(old as $u, new as $u, SeqCst, SeqCst)))
    }
    fn $and(cx, p: At<$u>, mask: $t) -> $t {
        Ok(p.atomic()?.fetch_and(mask as $u, SeqCst) as $t)
    }
    fn $or(cx, p: At<$u>, mask: $t) -> $t {
        Ok(p.atomic()?.fetch_or(mask as $u, SeqCst) as $t)
    }
    )*
    fn "sync/atomic.LoadPointer"(cx, p: At<u64>) -> Ptr {
        Ok(Ptr(p.atomic()?.load(SeqCst)))
    }
    fn "sync/atomic.StorePointer"(cx, p: At<u64>, v: Ptr) {
        p.atomic()?.store(v.0, SeqCst);
        Ok(())
    }
    fn "sync/atomic.SwapPointer"(cx, p: At<u64>, v: Ptr) -> Ptr {
        Ok(Ptr(p.atomic()?.swap(v.0, SeqCst)))
    }
    fn "sync/atomic.CompareAndSwapPointer"(cx, p: At<u64>, old: Ptr, new: Ptr) -> bool {
        Ok(swapped(p.atomic()?.compare_exchange(old.0, new.0, SeqCst, SeqCst)))
    }
    fn "sync/atomic.loadAny"(cx, p: At<Iface>) -> Any {
        p.get()
    }
    fn "sync/atomic.swapAny"(cx, p: At<Iface>, v: Any) -> Any {
        let _order = CHANGE.lock();
        let old = p.get()?;
        p.set(v)?;
        Ok(old)
    }
    fn "sync/atomic.casAny"(cx, p: At<Iface>, old: Any, new: Any) -> bool {
        let _order = CHANGE.lock();
        let same = equal(cx.types(), p.get()?, old)?;
        if same {
            p.set(new)?;
        }
        Ok(same)
    }
}
} }

table! {
    ("sync/atomic.AddInt32" "sync/atomic.LoadInt32" "sync/atomic.StoreInt32" "sync/atomic.SwapInt32" "sync/atomic.CompareAndSwapInt32" "sync/atomic.AndInt32" "sync/atomic.OrInt32" i32, u32)
    ("sync/atomic.AddUint32" "sync/atomic.LoadUint32" "sync/atomic.StoreUint32" "sync/atomic.SwapUint32" "sync/atomic.CompareAndSwapUint32" "sync/atomic.AndUint32" "sync/atomic.OrUint32" u32, u32)
    ("sync/atomic.AddInt64" "sync/atomic.LoadInt64" "sync/atomic.StoreInt64" "sync/atomic.SwapInt64" "sync/atomic.CompareAndSwapInt64" "sync/atomic.AndInt64" "sync/atomic.OrInt64" i64, u64)
    ("sync/atomic.AddUint64" "sync/atomic.LoadUint64" "sync/atomic.StoreUint64" "sync/atomic.SwapUint64" "sync/atomic.CompareAndSwapUint64" "sync/atomic.AndUint64" "sync/atomic.OrUint64" u64, u64)
    ("sync/atomic.AddUintptr" "sync/atomic.LoadUintptr" "sync/atomic.StoreUintptr" "sync/atomic.SwapUintptr" "sync/atomic.CompareAndSwapUintptr" "sync/atomic.AndUintptr" "sync/atomic.OrUintptr" u64, u64)
}
