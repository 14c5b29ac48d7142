//! Strings: a pointer to bytes that never change, and a length.

use crate::heap::AllocCache;
use crate::heap::MapId;
use crate::heap::access;
use crate::value::SliceVal;
use crate::value::Trap;
use crate::value::utf8;
use std::marker::PhantomData;
use std::ops::Deref;

/// A string value. It keeps its bytes only as long as the collector can find it: within one instruction or native.
#[derive(Clone, Copy)]
#[repr(C)]
pub struct Str<'a> {
    ptr: *const u8,
    len: u64,
    life: PhantomData<&'a [u8]>,
}

/// Longest string: longer ones are out of memory anyway.
pub const MAX_LEN: u64 = 1 << 40;

impl<'a> Str<'a> {
    /// The empty string.
    pub const EMPTY: Str<'static> = Str {
        ptr: std::ptr::null(),
        len: 0,
        life: PhantomData,
    };

    /// From its two slots.
    ///
    /// # Safety
    /// The slots hold a string, which lives as long as `'a`.
    #[inline(always)]
    pub unsafe fn from_slots(slots: *const u64) -> Str<'a> {
        Str {
            ptr: *slots as *const u8,
            len: *slots.add(1),
            life: PhantomData,
        }
    }

    /// From pointer and length.
    ///
    /// # Safety
    /// As for [`Str::from_slots`].
    #[inline(always)]
    pub unsafe fn from_parts(ptr: u64, len: u64) -> Str<'a> {
        Str {
            ptr: ptr as *const u8,
            len,
            life: PhantomData,
        }
    }

    /// Its two slots.
    #[inline(always)]
    pub fn slots(self) -> [u64; 2] {
        [self.ptr as u64, self.len]
    }

    /// Its bytes.
    #[inline(always)]
    pub fn bytes(self) -> &'a [u8] {
        if self.len == 0 {
            return &[];
        }
        // SAFETY: who made the value vouches for the bytes, and string bytes never change.
        unsafe { std::slice::from_raw_parts(self.ptr, self.len as usize) }
    }

    /// Part of it, sharing the bytes.
    #[inline]
    pub fn slice(self, lo: usize, hi: usize) -> Str<'a> {
        assert!(lo <= hi && hi as u64 <= self.len);
        Str {
            ptr: if lo == hi {
                std::ptr::null()
            } else {
                self.ptr.wrapping_add(lo)
            },
            len: (hi - lo) as u64,
            life: PhantomData,
        }
    }

    /// As Rust text; bytes that are not UTF-8 become U+FFFD.
    pub fn to_text(self) -> String {
        String::from_utf8_lossy(self.bytes()).into_owned()
    }
}

impl Deref for Str<'_> {
    type Target = [u8];
    #[inline(always)]
    fn deref(&self) -> &[u8] {
        self.bytes()
    }
}

/// Memory for a new string of `len` bytes, to be filled before anybody sees it.
#[inline]
pub fn alloc_bytes(cache: &mut AllocCache, len: usize) -> Result<*mut u8, Trap> {
    if len as u64 > MAX_LEN {
        return Err(Trap::OutOfMemory);
    }
    Ok(cache.alloc(len, MapId::NONE)?.as_ptr())
}

/// `s`, `count` times over.
pub fn repeat(cache: &mut AllocCache, s: Str<'_>, count: usize) -> Result<Str<'static>, Trap> {
    let n = s.len().saturating_mul(count);
    if n == 0 {
        return Ok(Str::EMPTY);
    }
    let p = alloc_bytes(cache, n)?;
    // SAFETY: fresh memory of n bytes, a multiple of the string's length.
    unsafe {
        std::ptr::copy_nonoverlapping(s.as_ptr(), p, s.len());
        let mut done = s.len();
        while done < n {
            let piece = done.min(n - done);
            std::ptr::copy_nonoverlapping(p, p.add(done), piece);
            done += piece;
        }
        Ok(Str::from_parts(p as u64, n as u64))
    }
}

/// A new string with these bytes.
pub fn new(cache: &mut AllocCache, bytes: &[u8]) -> Result<Str<'static>, Trap> {
    if bytes.is_empty() {
        return Ok(Str::EMPTY);
    }
    let p = alloc_bytes(cache, bytes.len())?;
    // SAFETY: fresh memory of that size.
    unsafe {
        std::ptr::copy_nonoverlapping(bytes.as_ptr(), p, bytes.len());
        Ok(Str::from_parts(p as u64, bytes.len() as u64))
    }
}

/// `a + b`.
#[inline]
pub fn concat(cache: &mut AllocCache, a: Str<'_>, b: Str<'_>) -> Result<Str<'static>, Trap> {
    // SAFETY: the result keeps the same bytes alive that the operand did; both are in registers.
    unsafe {
        if b.len == 0 {
            return Ok(Str::from_parts(a.ptr as u64, a.len));
        }
        if a.len == 0 {
            return Ok(Str::from_parts(b.ptr as u64, b.len));
        }
        let n = a.len + b.len;
        let p = alloc_bytes(cache, n as usize)?;
        std::ptr::copy_nonoverlapping(a.ptr, p, a.len as usize);
        std::ptr::copy_nonoverlapping(b.ptr, p.add(a.len as usize), b.len as usize);
        Ok(Str::from_parts(p as u64, n))
    }
}

/// The concatenation of `n` strings in consecutive slot pairs.
///
/// # Safety
/// `slots` holds `n` strings.
pub unsafe fn concat_n(
    cache: &mut AllocCache,
    slots: *const u64,
    n: usize,
) -> Result<Str<'static>, Trap> {
    let part = |i: usize| Str::from_slots(slots.add(2 * i));
    let (mut total, mut used, mut last) = (0u64, 0, 0);
    for i in 0..n {
        let s: Str<'static> = part(i);
        if s.len > 0 {
            total += s.len;
            used += 1;
            last = i;
        }
    }
    if used <= 1 {
        return Ok(if n == 0 { Str::EMPTY } else { part(last) });
    }
    let p = alloc_bytes(cache, total as usize)?;
    let mut at = 0;
    for i in 0..n {
        let s: Str<'static> = part(i);
        if s.len > 0 {
            std::ptr::copy_nonoverlapping(s.ptr, p.add(at), s.len as usize);
            at += s.len as usize;
        }
    }
    Ok(Str::from_parts(p as u64, total))
}

/// `string(s)` of bytes a script may be writing to.
///
/// # Safety
/// `s` is a slice of bytes.
pub unsafe fn from_bytes(cache: &mut AllocCache, s: SliceVal) -> Result<Str<'static>, Trap> {
    let n = s.len as usize;
    if n == 0 {
        return Ok(Str::EMPTY);
    }
    let p = alloc_bytes(cache, n)?;
    access::copy_words(p, s.ptr, n);
    Ok(Str::from_parts(p as u64, n as u64))
}

/// The capacity of `[]byte(s)` for a string of `n` bytes.
pub fn bytes_cap(n: u64) -> u64 {
    super::slice::go_round(n, true).min(u64::from(u32::MAX))
}

/// The capacity of `[]rune(s)` for a string of `n` runes.
pub fn runes_cap(n: u64) -> u64 {
    super::slice::go_round(n * 4, true) / 4
}

/// `[]byte(s)`.
pub fn to_bytes(cache: &mut AllocCache, s: Str<'_>) -> Result<SliceVal, Trap> {
    let n = s.len as usize;
    if n == 0 {
        // Not nil, but nothing in it.
        return Ok(SliceVal::new(cache.heap().zero_base() as *mut u8, 0, 0));
    }
    if n > u32::MAX as usize {
        return Err(Trap::OutOfMemory);
    }
    let cap = bytes_cap(n as u64);
    let p = alloc_bytes(cache, cap as usize)?;
    // SAFETY: fresh memory of at least that size.
    unsafe { std::ptr::copy_nonoverlapping(s.ptr, p, n) };
    Ok(SliceVal::new(p, n as u32, cap as u32))
}

/// `[]rune(s)`.
pub fn to_runes(cache: &mut AllocCache, s: Str<'_>) -> Result<SliceVal, Trap> {
    let bytes = s.bytes();
    let n = utf8::count(bytes);
    if n == 0 {
        return Ok(SliceVal::new(cache.heap().zero_base() as *mut u8, 0, 0));
    }
    if n > u32::MAX as usize / 4 {
        return Err(Trap::OutOfMemory);
    }
    let cap = runes_cap(n as u64);
    let p = alloc_bytes(cache, cap as usize * 4)?;
    let (mut at, mut k) = (0, 0);
    while at < bytes.len() {
        let (r, size) = utf8::decode(&bytes[at..]);
        // SAFETY: k is below the number of runes.
        unsafe { p.cast::<u32>().add(k).write(r) };
        at += size;
        k += 1;
    }
    Ok(SliceVal::new(p, n as u32, cap as u32))
}

/// `string(s)` of runes.
///
/// # Safety
/// `s` is a slice of runes.
pub unsafe fn from_runes(cache: &mut AllocCache, s: SliceVal) -> Result<Str<'static>, Trap> {
    // Read each rune once: another goroutine may be writing.
    let mut buf = Vec::with_capacity(s.len as usize);
    for i in 0..s.len as usize {
        utf8::push(
            &mut buf,
            access::load32(s.ptr.cast::<u32>().add(i)) as i32 as i64,
        );
    }
    new(cache, &buf)
}

/// `string(rune(x))`.
pub fn from_rune(cache: &mut AllocCache, x: i64) -> Result<Str<'static>, Trap> {
    let mut buf = Vec::with_capacity(4);
    utf8::push(&mut buf, x);
    new(cache, &buf)
}
