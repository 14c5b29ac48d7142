//! Sorting slices of ints, floats and strings: copied out, sorted, and copied back, since other goroutines may write them meanwhile.

use crate::vm::native::Strings;
use crate::vm::native::natives;
use crate::vm::words::WordBuf;
use crate::vm::words::Words;
use std::cmp::Ordering;

/// NaNs first, as cmp.Compare orders them.
fn float_order(a: &f64, b: &f64) -> Ordering {
    a.partial_cmp(b)
        .unwrap_or_else(|| b.is_nan().cmp(&a.is_nan()))
}

natives! { TABLE;
    fn "internal/rt.SortInts"(cx, x: Words) {
        let mut v: Vec<i64> = x.read().iter().map(|w| *w as i64).collect();
        v.sort_unstable();
        x.write(&v.into_iter().map(|n| n as u64).collect::<WordBuf>());
        Ok(())
    }
    fn "internal/rt.SortFloats"(cx, x: Words) {
        let mut v: Vec<f64> = x.read().iter().map(|w| f64::from_bits(*w)).collect();
        v.sort_by(float_order);
        x.write(&v.into_iter().map(f64::to_bits).collect::<WordBuf>());
        Ok(())
    }
    fn "internal/rt.SortStrings"(cx, x: Strings) {
        let mut v = x.to_vec();
        v.sort_unstable_by(|a, b| a.bytes().cmp(b.bytes()));
        for (i, s) in v.into_iter().enumerate() {
            x.set(i, s);
        }
        Ok(())
    }
}
