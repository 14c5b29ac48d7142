//! The native interface: how a function without a body in `stdlib/` is written in Rust.
//!
//! ```ignore
//! natives! { TABLE;
//!     /// Index returns the index of the first instance of substr in s, or -1.
//!     fn "strings.Index"(cx, s: GoStr, substr: GoStr) -> i64 {
//!         Ok(find(&s, &substr).map_or(-1, |i| i as i64))
//!     }
//! }
//! ```
//!
//! A body gives `Result<R, Stop>`: its results, or a [`Stop`] saying what happens instead. Rules:
//! - allocate before changing anything a program can see: an allocation that needs a collection first answers
//!   [`Stop::Repeat`] (through `?`), the VM collects and calls the native again from the start;
//! - between allocations nothing moves and nothing is freed: values in Rust locals are safe until the native returns;
//! - never block, never call back, never run long: long work is done in pieces ([`Stop::Again`] repeats the native after others
//!   had their turn; what was done so far is in registers the native changed through [`NativeCx::set_arg`]);
//! - bytes of slices may be written by other goroutines at any moment: they are copied in and out, never borrowed.

mod bubbles;
mod clocks;
mod place;
mod pointers;
mod slices;
mod waiting;

pub use clocks::TimerObject;
pub use clocks::timer_value;
pub use place::Place;
pub use pointers::At;
pub use slices::Anys;
pub use slices::Strings;

use crate::bytecode::Kind;
use crate::bytecode::RType;
use crate::bytecode::TypeId;
use crate::heap::AllocCache;
use crate::heap::Heap;
use crate::heap::MapId;
use crate::heap::access;
use crate::heap::barrier;
use crate::sched::G;
use crate::sched::P;
use crate::sched::Sched;
use crate::value::Iface;
use crate::value::SliceVal;
use crate::value::Str;
use crate::value::Trap;
use crate::value::TypeTable;
use crate::value::iface;
use crate::value::memory;
use crate::value::slice;
use crate::value::string;
use crate::vm::Cx;
use crate::vm::Host;
use crate::vm::Vm;
use crate::vm::locknotes;
use std::marker::PhantomData;

/// A string argument or result.
pub type GoStr<'a> = Str<'a>;

/// What a native answers instead of results.
#[derive(Debug)]
pub enum Stop {
    /// A collection is needed; nothing has happened yet. Comes from allocations through `?`.
    Repeat,
    /// Panics with this interface value.
    Panic(Iface),
    /// Panics with a runtime error, or ends the program with a fatal one.
    Trap(Trap),
    /// `fatal error: ` and this text, exit status 2.
    Fatal(Box<str>),
    /// The program ends with this status.
    Exit(i32),
    /// The goroutine has been parked by a function of `sched` or `chan`, which got [`NativeCx::pc`] (go on behind the
    /// call; whoever wakes it writes the results) or [`NativeCx::call_pc`] (run the native again).
    Parked,
    /// The results have been written through [`NativeCx::set_result`]; other goroutines get a turn now.
    Yield,
    /// Other goroutines get a turn, then the native runs again with its argument registers as they are now.
    Again,
    /// runtime.Goexit.
    Goexit,
}

impl From<Trap> for Stop {
    fn from(t: Trap) -> Stop {
        match t {
            Trap::NeedGc => Stop::Repeat,
            t => Stop::Trap(t),
        }
    }
}

impl Stop {
    /// A runtime error: `runtime error: ` and this text.
    pub fn runtime_error(text: &str) -> Stop {
        Stop::Trap(Trap::runtime(text))
    }

    /// A runtime.Error without the prefix.
    pub fn plain_error(text: &str) -> Stop {
        Stop::Trap(Trap::plain(text))
    }

    /// `fatal error: ` and this text.
    pub fn fatal(text: &str) -> Stop {
        Stop::Fatal(text.into())
    }
}

/// What a native's Rust function looks like to the VM. Results have been written into the window when it answers `Ok`.
pub type NativeFn = for<'c> fn(&mut NativeCx<'c>) -> Result<(), Stop>;

/// One row of a native table: the name as `Program::natives` spells it, the Go parameter and result types (as far as
/// Rust tells them), slots, the function.
#[derive(Clone, Copy)]
pub struct NativeRow {
    /// Import path, dot, name.
    pub name: &'static str,
    /// Slots of the arguments.
    pub args: u16,
    /// Slots of the results.
    pub results: u16,
    /// Go types of the arguments.
    pub arg_types: &'static [&'static str],
    /// Go types of the results.
    pub result_types: &'static [&'static str],
    /// The function.
    pub call: NativeFn,
}

/// A native's view of its arguments, the goroutine, the worker, and the machine.
pub struct NativeCx<'c> {
    pub(crate) cx: *mut Cx,
    pub(crate) window: *mut u64,
    pub(crate) fp: *mut u64,
    pub(crate) pc: *const u64,
    pub(crate) call_pc: *const u64,
    pub(crate) life: PhantomData<&'c mut ()>,
}

impl<'c> NativeCx<'c> {
    /// Argument slot `i`.
    #[inline(always)]
    pub fn arg(&self, i: u16) -> u64 {
        // SAFETY: the window holds the native's arguments and results.
        unsafe { *self.window.add(i as usize) }
    }

    /// Changes argument slot `i`: what the native finds when it runs again after [`Stop::Again`] or [`Stop::Parked`].
    #[inline(always)]
    pub fn set_arg(&mut self, i: u16, v: u64) {
        // SAFETY: as above.
        unsafe { *self.window.add(i as usize) = v }
    }

    /// Writes result slot `i` by hand, before [`Stop::Yield`] and [`Stop::Parked`].
    #[inline(always)]
    pub fn set_result(&mut self, i: u16, v: u64) {
        self.set_arg(i, v);
    }

    /// The registers of arguments and results, for `sched` and `chan` functions that fill them later.
    pub fn window(&self) -> *mut u64 {
        self.window
    }

    /// The caller's frame: what parking functions take as `fp`.
    pub fn fp(&self) -> *mut u64 {
        self.fp
    }

    /// The goroutine has locked the sync.Mutex at `addr`; for reports.
    pub fn note_lock(&self, addr: u64) {
        // SAFETY: on this worker, at the call.
        unsafe {
            if !(*self.cx).notes.is_null() {
                locknotes::note(self.cx, addr, self.call_pc, self.fp);
            }
        }
    }

    /// Behind the call: what parking functions take as `pc` when the native is done.
    pub fn pc(&self) -> *const u64 {
        self.pc
    }

    /// The call itself: what parking functions take as `pc` when the native is to run again.
    pub fn call_pc(&self) -> *const u64 {
        self.call_pc
    }

    /// The worker.
    #[inline(always)]
    pub fn p(&self) -> *mut P {
        // SAFETY: the context belongs to this worker.
        unsafe { (*self.cx).p }
    }

    /// The goroutine.
    #[inline(always)]
    pub fn g(&self) -> *mut G {
        // SAFETY: as above.
        unsafe { (*self.cx).g }
    }

    /// The machine.
    #[inline(always)]
    pub fn vm(&self) -> &'c Vm {
        // SAFETY: the machine outlives its workers.
        unsafe { &*(*self.cx).vm }
    }

    /// Clears the frame of the function that calls this native, which must not need anything any more, and what older
    /// calls have left above it: the collector would take it for live.
    pub fn forget_old_frames(&mut self) {
        // SAFETY: the words belong to the running goroutine's stack, and no frame lies above.
        unsafe {
            let end = (*self.g()).stack_end();
            let mut at = self.fp();
            while at < end {
                *at = 0;
                at = at.add(1);
            }
        }
    }

    /// The worker's context.
    pub fn raw(&self) -> *mut Cx {
        self.cx
    }

    /// The scheduler.
    #[inline(always)]
    pub fn sched(&self) -> &'c Sched {
        &self.vm().sched
    }

    /// The heap.
    #[inline(always)]
    pub fn heap(&self) -> &'c Heap {
        &self.vm().heap
    }

    /// All types.
    #[inline(always)]
    pub fn types(&self) -> &'c TypeTable {
        &self.vm().types
    }

    /// One type.
    #[inline(always)]
    pub fn rtype(&self, t: TypeId) -> &'c RType {
        self.types().rtype(t)
    }

    /// The host's configuration: program arguments and the like.
    pub fn host(&self) -> &'c Host {
        &self.vm().host
    }

    /// This worker's allocation cache.
    #[inline(always)]
    pub fn cache(&mut self) -> &mut AllocCache {
        // SAFETY: the cache belongs to this worker, and nothing else uses it while the native runs.
        unsafe { &mut (*self.cx).cache }
    }

    /// A new string with these bytes.
    pub fn new_string(&mut self, bytes: &[u8]) -> Result<GoStr<'c>, Stop> {
        Ok(string::new(self.cache(), bytes)?)
    }

    /// A new `[]byte` with these bytes (capacity as `append` would give).
    pub fn new_bytes(&mut self, bytes: &[u8]) -> Result<Bytes, Stop> {
        let mut b = self.make_bytes(bytes.len())?;
        b.write(0, bytes);
        Ok(b)
    }

    /// A new zeroed `[]byte` of this length.
    pub fn make_bytes(&mut self, len: usize) -> Result<Bytes, Stop> {
        if len == 0 {
            let base = self.heap().zero_base();
            return Ok(Bytes(SliceVal::new(base as *mut u8, 0, 0)));
        }
        if len > u32::MAX as usize {
            return Err(Stop::Trap(Trap::OutOfMemory));
        }
        let cap = slice::go_round(len as u64, true).min(u64::from(u32::MAX));
        let p = self
            .cache()
            .alloc(cap as usize, MapId::NONE)
            .map_err(Trap::from)?;
        Ok(Bytes(SliceVal::new(p.as_ptr(), len as u32, cap as u32)))
    }

    /// A new `[]string`.
    pub fn new_strings<S: AsRef<[u8]>>(&mut self, items: &[S]) -> Result<SliceVal, Stop> {
        let n = items.len();
        if n == 0 {
            return Ok(SliceVal::NIL);
        }
        let p = self
            .cache()
            .alloc(n * 16, MapId::FIRST_OF_TWO)
            .map_err(Trap::from)?
            .as_ptr();
        for (i, s) in items.iter().enumerate() {
            let [a, b] = string::new(self.cache(), s.as_ref())?.slots();
            // SAFETY: element i of the fresh array.
            unsafe { barrier::store_pair(p.cast::<u64>().add(2 * i), a, b) };
        }
        Ok(SliceVal::new(p, n as u32, n as u32))
    }

    /// A new slice of any element type that is kept in words without pointers: `size` bytes each.
    pub fn new_plain_slice(&mut self, bytes: &[u8], size: usize) -> Result<SliceVal, Stop> {
        let n = bytes.len() / size.max(1);
        if n == 0 {
            return Ok(SliceVal::NIL);
        }
        let p = self
            .cache()
            .alloc(bytes.len(), MapId::NONE)
            .map_err(Trap::from)?
            .as_ptr();
        // SAFETY: fresh memory of that size.
        unsafe { std::ptr::copy_nonoverlapping(bytes.as_ptr(), p, bytes.len()) };
        Ok(SliceVal::new(p, n as u32, n as u32))
    }

    /// A new `[]any`.
    pub fn new_ifaces(&mut self, items: &[Iface]) -> Result<SliceVal, Stop> {
        let n = items.len();
        if n == 0 {
            return Ok(SliceVal::NIL);
        }
        let p = self
            .cache()
            .alloc(n * 16, MapId::SECOND_OF_TWO)
            .map_err(Trap::from)?
            .as_ptr();
        for (i, v) in items.iter().enumerate() {
            let [a, b] = v.slots();
            // SAFETY: element i of the fresh array.
            unsafe { barrier::store_pair(p.cast::<u64>().add(2 * i), a, b) };
        }
        Ok(SliceVal::new(p, n as u32, n as u32))
    }

    /// `make([]T, len, cap)` for the element type.
    pub fn make_slice(&mut self, elem: TypeId, len: i64, cap: i64) -> Result<SliceVal, Stop> {
        let types = self.types();
        Ok(slice::make(types, self.cache(), elem, len, cap)?)
    }

    /// `new(T)`.
    pub fn new_object(&mut self, t: TypeId) -> Result<Ptr, Stop> {
        let types = self.types();
        Ok(Ptr(types.alloc(t, self.cache())? as u64))
    }

    /// An interface holding the value of type `t` whose slots are given.
    pub fn box_value(&mut self, t: TypeId, slots: &[u64]) -> Result<Iface, Stop> {
        let types = self.types();
        assert_eq!(slots.len(), types.info(t).slots as usize);
        // SAFETY: as many slots as the type has; that they hold such a value is the native's duty.
        Ok(unsafe { iface::wrap(types, self.cache(), t, slots.as_ptr())? })
    }

    /// An interface holding a copy of the `t` in memory at `p` (a value of interface type comes as its dynamic value).
    ///
    /// # Safety
    /// `p` points to a live `t`: an element, a field or what a pointer of that type points to.
    pub unsafe fn load_value(&mut self, t: TypeId, p: *const u8) -> Result<Iface, Stop> {
        let types = self.types();
        Ok(iface::from_memory(types, self.cache(), t, p)?)
    }

    /// The slots of the value inside `v`. Large structs and arrays: one slot, a pointer to memory nobody changes.
    pub fn unbox(&self, v: Iface) -> Vec<u64> {
        if v.is_nil() {
            return Vec::new();
        }
        let mut out = vec![0; self.types().info(v.ty).slots as usize];
        // SAFETY: room for the slots of the type.
        unsafe { iface::unwrap(self.types(), v, out.as_mut_ptr()) };
        out
    }

    /// A pointer to the value inside `v` in memory format, valid until the native returns: for walking into structs and
    /// arrays. One-slot values are copied to a fresh object.
    pub fn value_memory(&mut self, v: Iface) -> Result<*const u8, Stop> {
        let types = self.types();
        let info = types.info(v.ty);
        if info.slots > 1 || info.repr == crate::bytecode::Repr::Mem {
            return Ok(v.data as *const u8);
        }
        let p = types.alloc(v.ty, self.cache())?;
        if info.slots == 1 {
            // SAFETY: a fresh object of that type.
            unsafe { memory::store_flat(types.rtype(v.ty), p, &v.data) };
        }
        Ok(p)
    }

    /// The string inside `v`, if its kind is string.
    pub fn string_of(&self, v: Iface) -> Option<GoStr<'c>> {
        if v.is_nil() || self.types().info(v.ty).kind != Kind::String {
            return None;
        }
        // SAFETY: two-slot values are boxed: the data points to a string.
        unsafe {
            let (a, b) = crate::heap::atomic16::load(v.data as *const u64);
            Some(Str::from_parts(a, b))
        }
    }

    /// The kind of the value inside `v`; Invalid for nil.
    pub fn kind_of(&self, v: Iface) -> Kind {
        if v.is_nil() {
            Kind::Invalid
        } else {
            self.types().info(v.ty).kind
        }
    }
}

/// A `[]byte` argument or result: its bytes are copied, never borrowed, since other goroutines may write them.
#[derive(Clone, Copy, Debug)]
pub struct Bytes(pub SliceVal);

impl Bytes {
    /// Length.
    #[inline(always)]
    pub fn len(self) -> usize {
        self.0.len as usize
    }

    /// Whether it is empty.
    #[inline(always)]
    pub fn is_empty(self) -> bool {
        self.0.len == 0
    }

    /// Capacity.
    #[inline(always)]
    pub fn cap(self) -> usize {
        self.0.cap as usize
    }

    /// Byte `i`, which is below the length.
    #[inline(always)]
    pub fn get(self, i: usize) -> u8 {
        assert!(i < self.len());
        // SAFETY: inside the slice.
        unsafe { access::load8(self.0.ptr.add(i)) }
    }

    /// Sets byte `i`.
    #[inline(always)]
    pub fn set(&mut self, i: usize, b: u8) {
        assert!(i < self.len());
        // SAFETY: inside the slice.
        unsafe { access::store8(self.0.ptr.add(i), b) }
    }

    /// A copy of all bytes.
    pub fn to_vec(self) -> Vec<u8> {
        self.read(0, self.len())
    }

    /// A copy of bytes `lo..hi`.
    pub fn read(self, lo: usize, hi: usize) -> Vec<u8> {
        assert!(lo <= hi && hi <= self.len());
        // SAFETY: inside the slice.
        unsafe { memory::read_bytes(self.0.ptr.add(lo), hi - lo) }
    }

    /// Writes `bytes` at `at`; it must fit.
    pub fn write(&mut self, at: usize, bytes: &[u8]) {
        assert!(at + bytes.len() <= self.len());
        // SAFETY: inside the slice.
        unsafe { access::copy_words(self.0.ptr.add(at), bytes.as_ptr(), bytes.len()) }
    }

    /// The bytes as a string, without copying: for those that nobody changes any more.
    pub fn frozen<'c>(self) -> GoStr<'c> {
        if self.is_empty() {
            return GoStr::EMPTY;
        }
        // SAFETY: the bytes of a live slice, which the caller promises not to change.
        unsafe { Str::from_parts(self.0.ptr as u64, self.len() as u64) }
    }

    /// `s[lo:hi]`.
    pub fn slice(self, lo: usize, hi: usize) -> Bytes {
        assert!(lo <= hi && hi <= self.cap());
        Bytes(SliceVal::new(
            self.0.ptr.wrapping_add(lo),
            (hi - lo) as u32,
            self.0.cap - lo as u32,
        ))
    }
}

/// `append(s, bytes...)`.
pub fn append_bytes(cx: &mut NativeCx<'_>, s: Bytes, bytes: &[u8]) -> Result<Bytes, Stop> {
    let n = s.len() + bytes.len();
    if n <= s.cap() {
        let mut r = Bytes(SliceVal {
            len: n as u32,
            ..s.0
        });
        r.write(s.len(), bytes);
        return Ok(r);
    }
    let want = n.max(s.cap() * 2);
    if want > u32::MAX as usize {
        return Err(Stop::Trap(Trap::OutOfMemory));
    }
    let cap = slice::go_round(want as u64, true) as usize;
    let p = cx
        .cache()
        .alloc(cap, MapId::NONE)
        .map_err(Trap::from)?
        .as_ptr();
    // SAFETY: fresh memory of `cap` bytes; the source is a live slice.
    unsafe { access::copy_words(p, s.0.ptr, s.len()) };
    let mut r = Bytes(SliceVal::new(p, n as u32, cap as u32));
    r.write(s.len(), bytes);
    Ok(r)
}

/// A slice of any other type.
pub type Slice = SliceVal;

/// An `any` or other interface.
pub type Any = Iface;

/// A pointer, map, channel or func: one slot, 0 for nil.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Ptr(pub u64);

impl Ptr {
    /// Whether it is nil.
    #[inline(always)]
    pub fn is_nil(self) -> bool {
        self.0 == 0
    }

    /// The address `off` bytes in, or Go's nil dereference panic.
    #[inline(always)]
    pub fn at(self, off: usize) -> Result<*mut u8, Stop> {
        if self.0 == 0 {
            return Err(Stop::Trap(Trap::NilDeref));
        }
        Ok((self.0 as *mut u8).wrapping_add(off))
    }
}

/// A type that can be an argument.
pub trait Arg<'c>: Sized {
    /// Slots it takes.
    const SLOTS: u16;
    /// Its Go type.
    const GO: &'static str;
    /// Reads it.
    ///
    /// # Safety
    /// The slots hold such a value.
    unsafe fn read_arg(slots: *const u64) -> Self;
}

/// A type that can be a result, or a tuple of them.
pub trait Ret {
    /// Slots it takes.
    const SLOTS: u16;
    /// Go types.
    const GO: &'static [&'static str];
    /// Writes it.
    ///
    /// # Safety
    /// The window has room.
    unsafe fn write_result(self, slots: *mut u64);
}

macro_rules! scalars { ($($t:ty, $go:literal, |$x:ident| $read:expr, |$y:ident| $write:expr;)*) => { $(
    impl Arg<'_> for $t {
        const SLOTS: u16 = 1;
        const GO: &'static str = $go;
        #[inline(always)]
        unsafe fn read_arg(s: *const u64) -> $t { let $x = *s; $read }
    }
    impl Ret for $t {
        const SLOTS: u16 = 1;
        const GO: &'static [&'static str] = &[$go];
        #[inline(always)]
        unsafe fn write_result(self, s: *mut u64) { let $y = self; *s = $write }
    }
)* } }

scalars! {
    i64, "int", |x| x as i64, |x| x as u64;
    u64, "uint64", |x| x, |x| x;
    i32, "int32", |x| x as i32, |x| x as i64 as u64;
    u32, "uint32", |x| x as u32, |x| u64::from(x);
    i16, "int16", |x| x as i16, |x| x as i64 as u64;
    u16, "uint16", |x| x as u16, |x| u64::from(x);
    i8, "int8", |x| x as i8, |x| x as i64 as u64;
    u8, "uint8", |x| x as u8, |x| u64::from(x);
    bool, "bool", |x| x as u8 != 0, |x| u64::from(x);
    f64, "float64", |x| f64::from_bits(x), |x| x.to_bits();
    f32, "float32", |x| f32::from_bits(x as u32), |x| u64::from(x.to_bits());
    Ptr, "pointer", |x| Ptr(x), |x| x.0;
}

macro_rules! pairs { ($($t:ty, $go:literal, $read:expr;)*) => { $(
    impl Arg<'_> for $t {
        const SLOTS: u16 = 2;
        const GO: &'static str = $go;
        #[inline(always)]
        unsafe fn read_arg(s: *const u64) -> $t { $read(s) }
    }
    impl Ret for $t {
        const SLOTS: u16 = 2;
        const GO: &'static [&'static str] = &[$go];
        #[inline(always)]
        unsafe fn write_result(self, s: *mut u64) {
            let [a, b] = self.slots();
            *s = a;
            *s.add(1) = b;
        }
    }
)* } }

impl Bytes {
    /// Its two slots.
    #[inline(always)]
    pub fn slots(self) -> [u64; 2] {
        self.0.slots()
    }
}

pairs! {
    SliceVal, "slice", |s| SliceVal::from_slots(s);
    Bytes, "[]byte", |s| Bytes(SliceVal::from_slots(s));
    Iface, "any", |s| Iface::from_slots(s);
}

impl<'c> Arg<'c> for Str<'c> {
    const SLOTS: u16 = 2;
    const GO: &'static str = "string";
    #[inline(always)]
    unsafe fn read_arg(s: *const u64) -> Str<'c> {
        Str::from_slots(s)
    }
}

impl Ret for Str<'_> {
    const SLOTS: u16 = 2;
    const GO: &'static [&'static str] = &["string"];
    #[inline(always)]
    unsafe fn write_result(self, s: *mut u64) {
        let [a, b] = self.slots();
        *s = a;
        *s.add(1) = b;
    }
}

/// complex128.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct Complex(pub f64, pub f64);

impl Complex {
    fn slots(self) -> [u64; 2] {
        [self.0.to_bits(), self.1.to_bits()]
    }
}

pairs! {
    Complex, "complex128", |s: *const u64| Complex(f64::from_bits(*s), f64::from_bits(*s.add(1)));
}

impl Ret for () {
    const SLOTS: u16 = 0;
    const GO: &'static [&'static str] = &[];
    #[inline(always)]
    unsafe fn write_result(self, _: *mut u64) {}
}

macro_rules! tuples { ($(($($t:ident $i:tt),*))*) => { $(
    impl<$($t: Ret),*> Ret for ($($t,)*) {
        const SLOTS: u16 = 0 $(+ $t::SLOTS)*;
        const GO: &'static [&'static str] = &[$(go_of::<$t>()),*];
        #[inline(always)]
        #[allow(unused_assignments)]
        unsafe fn write_result(self, s: *mut u64) {
            let mut at = 0;
            $( self.$i.write_result(s.add(at)); at += $t::SLOTS as usize; )*
        }
    }
)* } }

const fn go_of<T: Ret>() -> &'static str {
    if T::GO.is_empty() { "" } else { T::GO[0] }
}

tuples! {
    (A 0, B 1)
    (A 0, B 1, C 2)
    (A 0, B 1, C 2, D 3)
    (A 0, B 1, C 2, D 3, E 4)
    (A 0, B 1, C 2, D 3, E 4, F 5)
    (A 0, B 1, C 2, D 3, E 4, F 5, H 6)
    (A 0, B 1, C 2, D 3, E 4, F 5, H 6, I 7)
}

/// Declares natives and a table of them: see the module's head. The first word names the table, a
/// `pub const NAME: &[NativeRow]`.
#[macro_export]
macro_rules! natives {
    ($table:ident; $($(#[$doc:meta])* fn $name:literal ($cx:ident $(, $arg:ident : $ty:ty)* $(,)?) $(-> $ret:ty)? $body:block)*) => {
        /// The natives of this file.
        pub const $table: &[$crate::vm::native::NativeRow] = &[$(
            $crate::vm::native::NativeRow {
                name: $name,
                args: 0 $(+ <$ty as $crate::vm::native::Arg>::SLOTS)*,
                results: <$crate::natives!(@ret $($ret)?) as $crate::vm::native::Ret>::SLOTS,
                arg_types: &[$(<$ty as $crate::vm::native::Arg>::GO),*],
                result_types: <$crate::natives!(@ret $($ret)?) as $crate::vm::native::Ret>::GO,
                call: {
                    $(#[$doc])*
                    fn native<'c>($cx: &mut $crate::vm::native::NativeCx<'c>) -> Result<(), $crate::vm::native::Stop> {
                        #[allow(unused_mut, unused_variables)]
                        let mut at: u16 = 0;
                        $(
                            #[allow(unused_mut)]
                            // SAFETY: the caller has put arguments of these types into the window.
                            let $arg = unsafe { <$ty as $crate::vm::native::Arg>::read_arg($cx.window().add(at as usize)) };
                            #[allow(unused_assignments)]
                            { at += <$ty as $crate::vm::native::Arg>::SLOTS; }
                        )*
                        let result: Result<$crate::natives!(@ret $($ret)?), $crate::vm::native::Stop> = (|| $body)();
                        let result = result?;
                        // SAFETY: the window has room for the results.
                        unsafe { $crate::vm::native::Ret::write_result(result, $cx.window()) };
                        Ok(())
                    }
                    native
                },
            }
        ),*];
    };
    (@ret) => { () };
    (@ret $ret:ty) => { $ret };
}
pub use natives;
