//! Slices: a pointer, and length and capacity packed into one slot. Growth follows Go's formula and size classes, so that
//! `cap` shows the same numbers.

use crate::bytecode::TypeId;
use crate::heap::AllocCache;
use crate::heap::access;
use crate::value::Trap;
use crate::value::TypeTable;

/// A slice value.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct SliceVal {
    /// First element.
    pub ptr: *mut u8,
    /// Length.
    pub len: u32,
    /// Capacity.
    pub cap: u32,
}

impl SliceVal {
    /// A nil slice.
    pub const NIL: SliceVal = SliceVal {
        ptr: std::ptr::null_mut(),
        len: 0,
        cap: 0,
    };

    /// From its parts.
    #[inline(always)]
    pub fn new(ptr: *mut u8, len: u32, cap: u32) -> SliceVal {
        SliceVal { ptr, len, cap }
    }

    /// From its two slots.
    ///
    /// # Safety
    /// The slots hold a slice.
    #[inline(always)]
    pub unsafe fn from_slots(s: *const u64) -> SliceVal {
        let lc = *s.add(1);
        SliceVal {
            ptr: *s as *mut u8,
            len: lc as u32,
            cap: (lc >> 32) as u32,
        }
    }

    /// Its two slots.
    #[inline(always)]
    pub fn slots(self) -> [u64; 2] {
        [
            self.ptr as u64,
            u64::from(self.len) | u64::from(self.cap) << 32,
        ]
    }
}

/// Go's size classes for small objects.
static GO_CLASSES: [u16; 67] = [
    8, 16, 24, 32, 48, 64, 80, 96, 112, 128, 144, 160, 176, 192, 208, 224, 240, 256, 288, 320, 352,
    384, 416, 448, 480, 512, 576, 640, 704, 768, 896, 1024, 1152, 1280, 1408, 1536, 1792, 2048,
    2304, 2688, 3072, 3200, 3456, 4096, 4864, 5376, 6144, 6528, 6784, 6912, 8192, 9472, 9728,
    10240, 10880, 12288, 13568, 14336, 16384, 18432, 19072, 20480, 21760, 24576, 27264, 28672,
    32768,
];
/// Objects with pointers above this size carry a header word there.
const GO_HEADER_MIN: u64 = 512;
const GO_HEADER: u64 = 8;
const GO_PAGE: u64 = 8192;
/// Go's bound on the size of one allocation on a 64-bit machine.
pub const GO_MAX_ALLOC: u64 = 1 << 48;

/// The bytes Go would really allocate for `size` bytes.
pub fn go_round(size: u64, noscan: bool) -> u64 {
    let max = u64::from(GO_CLASSES[66]);
    if size <= max - GO_HEADER {
        let extra = if !noscan && size > GO_HEADER_MIN {
            GO_HEADER
        } else {
            0
        };
        let k = GO_CLASSES.partition_point(|c| u64::from(*c) < size + extra);
        return u64::from(GO_CLASSES[k]) - extra;
    }
    match size.checked_add(GO_PAGE - 1) {
        Some(s) => s & !(GO_PAGE - 1),
        None => size,
    }
}

/// The capacity after growing from `old_cap` for a length of `new_len`, before rounding.
fn next_cap(new_len: u64, old_cap: u64) -> u64 {
    let double = old_cap * 2;
    if new_len > double {
        return new_len;
    }
    if old_cap < 256 {
        return double;
    }
    let mut cap = old_cap;
    while cap < new_len {
        cap += (cap + 3 * 256) >> 2;
    }
    if cap == old_cap {
        // The loop always takes at least one step.
        cap += (cap + 3 * 256) >> 2;
    }
    cap
}

/// The capacity of a slice of elements of `elem` grown to `new_len`; an error when the length is out of range.
pub fn grown_cap(types: &TypeTable, elem: TypeId, old_cap: u32, new_len: u64) -> Result<u32, Trap> {
    let e = types.info(elem);
    let out = || Trap::runtime("growslice: len out of range");
    if e.go_size == 0 {
        return u32::try_from(new_len).map_err(|_| out());
    }
    let cap = next_cap(new_len, u64::from(old_cap));
    let bytes = cap.checked_mul(e.go_size).ok_or_else(out)?;
    let cap = go_round(bytes, e.go_noscan) / e.go_size;
    if bytes > GO_MAX_ALLOC || new_len > u64::from(u32::MAX) {
        return Err(out());
    }
    Ok(cap.min(u64::from(u32::MAX)) as u32)
}

/// Memory for `n` zeroed elements of `elem`.
pub fn alloc_array(
    types: &TypeTable,
    cache: &mut AllocCache,
    elem: TypeId,
    n: u64,
) -> Result<*mut u8, Trap> {
    let e = types.info(elem);
    let bytes = n.checked_mul(e.size).ok_or(Trap::OutOfMemory)?;
    if bytes == 0 {
        return Ok(cache.heap().zero_base() as *mut u8);
    }
    if bytes > GO_MAX_ALLOC {
        return Err(Trap::OutOfMemory);
    }
    Ok(cache.alloc(bytes as usize, e.map)?.as_ptr())
}

/// `make([]T, len, cap)`, `elem` being T.
pub fn make(
    types: &TypeTable,
    cache: &mut AllocCache,
    elem: TypeId,
    len: i64,
    cap: i64,
) -> Result<SliceVal, Trap> {
    let max = GO_MAX_ALLOC
        .checked_div(types.info(elem).go_size)
        .unwrap_or(u64::MAX);
    let max = max.min(u64::from(u32::MAX));
    if len < 0 || len as u64 > max {
        return Err(Trap::runtime("makeslice: len out of range"));
    }
    if cap < len || cap as u64 > max {
        return Err(Trap::runtime("makeslice: cap out of range"));
    }
    let p = alloc_array(types, cache, elem, cap as u64)?;
    Ok(SliceVal::new(p, len as u32, cap as u32))
}

/// `s` with its length raised by `n`, moved when its capacity does not suffice. `elem` is the element type.
///
/// # Safety
/// `s` is a slice of `elem`.
pub unsafe fn grow(
    types: &TypeTable,
    cache: &mut AllocCache,
    elem: TypeId,
    s: SliceVal,
    n: u64,
) -> Result<SliceVal, Trap> {
    let new_len = u64::from(s.len) + n;
    if new_len <= u64::from(s.cap) {
        return Ok(SliceVal {
            len: new_len as u32,
            ..s
        });
    }
    let cap = grown_cap(types, elem, s.cap, new_len)?;
    let size = types.info(elem).size;
    let p = alloc_array(types, cache, elem, u64::from(cap))?;
    access::copy_words(p, s.ptr, (u64::from(s.len) * size) as usize);
    Ok(SliceVal::new(p, new_len as u32, cap))
}

/// What is being sliced: decides the words of the error.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Sliced {
    /// A slice: bounded by its capacity.
    Slice,
    /// An array or a string: bounded by its length.
    Length,
}

/// Checks `[lo:hi]` or `[lo:hi:max]` against a slice or array of capacity `cap` (for strings: length). Absent operands were
/// filled in before; `three` tells the forms apart.
pub fn check_bounds(
    what: Sliced,
    lo: i64,
    hi: i64,
    max: Option<i64>,
    cap: u64,
) -> Result<(), Trap> {
    let over = |x: i64, lim: u64| x < 0 || x as u64 > lim;
    let of = |place: u8, colons: &str, x: i64| {
        let limit = match what {
            Sliced::Slice => "capacity",
            Sliced::Length => "length",
        };
        let unsigned = format!(
            "slice bounds out of range [{colons}{}] with {limit} {cap}",
            x as u64
        );
        if x < 0 {
            let signed = format!("slice bounds out of range [{colons}{x}]");
            Trap::Bounds(place, signed.into(), unsigned.into())
        } else {
            Trap::runtime(unsigned)
        }
    };
    let pair = |a: i64, b: i64, three: u8| {
        let (before, after) = match three {
            0 => ("", ""),
            1 => (":", ""),
            _ => ("", ":"),
        };
        let unsigned = format!(
            "slice bounds out of range [{before}{}:{b}{after}]",
            a as u64
        );
        if a < 0 {
            let signed = format!("slice bounds out of range [{before}{a}:{after}]");
            let place = if three == 1 { 2 } else { 1 };
            Trap::Bounds(place, signed.into(), unsigned.into())
        } else {
            Trap::runtime(unsigned)
        }
    };
    match max {
        None => {
            if over(hi, cap) {
                return Err(of(2, ":", hi));
            }
            if over(lo, hi as u64) {
                return Err(pair(lo, hi, 0));
            }
        }
        Some(max) => {
            if over(max, cap) {
                return Err(of(4, "::", max));
            }
            if over(hi, max as u64) {
                return Err(pair(hi, max, 1));
            }
            if over(lo, hi as u64) {
                return Err(pair(lo, hi, 2));
            }
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn capacities_are_gos() {
        // append one by one to []int in Go 1.27: 1 2 4 8 ... 512 848 1280 1792 2560 3408 5120 7168
        let mut caps = vec![];
        let mut cap = 0u64;
        for len in 1..6000u64 {
            if len > cap {
                cap = go_round(next_cap(len, cap) * 8, true) / 8;
                caps.push(cap);
            }
        }
        assert_eq!(
            caps,
            [
                1, 2, 4, 8, 16, 32, 64, 128, 256, 512, 848, 1280, 1792, 2560, 3408, 5120, 7168
            ]
        );
    }

    #[test]
    fn bounds_errors_are_gos() {
        let text = |r: Result<(), Trap>| match r {
            Err(Trap::Runtime(t) | Trap::Bounds(_, t, _)) => t.to_string(),
            other => format!("{other:?}"),
        };
        assert_eq!(
            text(check_bounds(Sliced::Slice, 0, 5, None, 3)),
            "slice bounds out of range [:5] with capacity 3"
        );
        assert_eq!(
            text(check_bounds(Sliced::Length, 0, -1, None, 3)),
            "slice bounds out of range [:-1]"
        );
        assert_eq!(
            text(check_bounds(Sliced::Length, 3, 2, None, 3)),
            "slice bounds out of range [3:2]"
        );
        assert_eq!(
            text(check_bounds(Sliced::Slice, 1, 2, Some(9), 3)),
            "slice bounds out of range [::9] with capacity 3"
        );
        assert_eq!(
            text(check_bounds(Sliced::Slice, 1, 3, Some(2), 3)),
            "slice bounds out of range [:3:2]"
        );
        assert_eq!(
            text(check_bounds(Sliced::Slice, 3, 2, Some(2), 3)),
            "slice bounds out of range [3:2:]"
        );
    }
}
