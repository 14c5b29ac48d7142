//! The natives: bodies of library functions that `stdlib/` declares without one.

pub mod atomic;
pub mod big;
pub mod big_prime;
pub mod big_text;
pub mod digest;
pub mod elementary;
pub mod float_text;
pub mod literal;
pub mod math;
pub mod number_text;
pub mod os_signal;
pub mod quote;
pub mod reflect;
pub mod reflect_call;
pub mod reflect_table;
pub mod reflect_value;
pub mod regexp;
pub mod regexp_syntax;
pub mod rt_exec;
pub mod rt_fmt;
pub mod rt_os;
pub mod rt_print;
pub mod rt_runtime;
pub mod rt_sched;
pub mod rt_unsafe;
pub mod rt_value;
pub mod rt_watch;
pub mod sort;
pub mod special;
pub mod strconv;
pub mod strings;
pub mod text;
pub mod time_layout;
pub mod unicode;
pub mod unicode_tables;

#[cfg(test)]
mod tests;

pub use rt_sched::timer_value;

use crate::vm::native::NativeFn;
use crate::vm::native::NativeRow;

/// Every table of natives.
pub const TABLES: &[&[NativeRow]] = &[
    atomic::TABLE,
    big::TABLE,
    big_prime::TABLE,
    big_text::TABLE,
    digest::TABLE,
    math::TABLE,
    os_signal::TABLE,
    regexp::TABLE,
    reflect::TABLE,
    reflect_call::TABLE,
    reflect_table::TABLE,
    reflect_value::TABLE,
    rt_exec::TABLE,
    rt_fmt::TABLE,
    rt_os::TABLE,
    rt_print::TABLE,
    rt_runtime::TABLE,
    rt_sched::TABLE,
    rt_unsafe::TABLE,
    rt_value::TABLE,
    rt_watch::TABLE,
    sort::TABLE,
    strconv::TABLE,
    strings::TABLE,
    time_layout::TABLE,
    unicode::TABLE,
];

/// Twice as many as there are natives, at least, and a power of two.
const PLACES: usize = 2048;

/// Where natives are found by name: the index of a table in [`TABLES`] and of a row there, each plus one. Made by the compiler,
/// since a program that is over in a few milliseconds should not spend them on a table of all it does not use.
static INDEX: [(u8, u16); PLACES] = index();

const fn hash(name: &str) -> usize {
    let bytes = name.as_bytes();
    let mut h: u32 = 0x811C_9DC5;
    let mut i = 0;
    while i < bytes.len() {
        h = (h ^ bytes[i] as u32).wrapping_mul(0x0100_0193);
        i += 1;
    }
    (h ^ h >> 15) as usize % PLACES
}

const fn index() -> [(u8, u16); PLACES] {
    let mut places = [(0, 0); PLACES];
    let mut all = 0;
    let mut t = 0;
    while t < TABLES.len() {
        let mut r = 0;
        while r < TABLES[t].len() {
            let mut at = hash(TABLES[t][r].name);
            while places[at].0 != 0 {
                at = (at + 1) % PLACES;
            }
            places[at] = (t as u8 + 1, r as u16 + 1);
            r += 1;
        }
        all += r;
        t += 1;
    }
    assert!(all * 2 <= PLACES && TABLES.len() < 256, "too many natives");
    places
}

/// The body of a native.
pub fn find(name: &str) -> Option<NativeFn> {
    let mut at = hash(name);
    loop {
        let (t, r) = INDEX[at];
        let table = TABLES.get(usize::from(t).checked_sub(1)?)?;
        let row = table.get(usize::from(r).checked_sub(1)?)?;
        if row.name == name {
            return Some(row.call);
        }
        at = (at + 1) % PLACES;
    }
}
