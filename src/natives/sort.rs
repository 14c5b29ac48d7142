//! Sorting slices of ints, floats and strings: copied out, sorted, and copied back, since other goroutines may write them meanwhile.

use crate::heap::access;
use crate::heap::barrier;
use crate::natives::strings;
use crate::vm::native::Slice;
use crate::vm::native::natives;
use std::cmp::Ordering;

fn read(s: Slice) -> Vec<u64> {
    // SAFETY: element i of a live slice of words.
    (0..s.len as usize)
        .map(|i| unsafe { access::load64(s.ptr.cast::<u64>().add(i)) })
        .collect()
}

fn write(s: Slice, words: impl Iterator<Item = u64>) {
    for (i, w) in words.enumerate().take(s.len as usize) {
        // SAFETY: as above.
        unsafe { access::store64(s.ptr.cast::<u64>().add(i), w) };
    }
}

/// NaNs first, as cmp.Compare orders them.
fn float_order(a: &f64, b: &f64) -> Ordering {
    a.partial_cmp(b)
        .unwrap_or_else(|| b.is_nan().cmp(&a.is_nan()))
}

natives! { TABLE;
    fn "internal/rt.SortInts"(cx, x: Slice) {
        let mut v: Vec<i64> = read(x).into_iter().map(|w| w as i64).collect();
        v.sort_unstable();
        write(x, v.into_iter().map(|n| n as u64));
        Ok(())
    }
    fn "internal/rt.SortFloats"(cx, x: Slice) {
        let mut v: Vec<f64> = read(x).into_iter().map(f64::from_bits).collect();
        v.sort_by(float_order);
        write(x, v.into_iter().map(f64::to_bits));
        Ok(())
    }
    fn "internal/rt.SortStrings"(cx, x: Slice) {
        let mut v = strings::elements(x);
        v.sort_unstable_by(|a, b| a.bytes().cmp(b.bytes()));
        for (i, s) in v.into_iter().enumerate() {
            let [a, b] = s.slots();
            // SAFETY: element i of a live slice of strings.
            unsafe { barrier::store_pair(x.ptr.cast::<u64>().add(2 * i), a, b) };
        }
        Ok(())
    }
}
