//! The natives: bodies of library functions that `stdlib/` declares without one.

pub mod atomic;
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
pub mod rt_fmt;
pub mod rt_os;
pub mod rt_print;
pub mod rt_runtime;
pub mod rt_sched;
pub mod rt_value;
pub mod sort;
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
use hashbrown::HashMap;
use std::sync::OnceLock;

/// Every table of natives.
pub const TABLES: &[&[NativeRow]] = &[
    atomic::TABLE,
    math::TABLE,
    os_signal::TABLE,
    regexp::TABLE,
    reflect::TABLE,
    reflect_call::TABLE,
    reflect_table::TABLE,
    reflect_value::TABLE,
    rt_fmt::TABLE,
    rt_os::TABLE,
    rt_print::TABLE,
    rt_runtime::TABLE,
    rt_sched::TABLE,
    rt_value::TABLE,
    sort::TABLE,
    strconv::TABLE,
    strings::TABLE,
    time_layout::TABLE,
    unicode::TABLE,
];

/// The body of a native.
pub fn find(name: &str) -> Option<NativeFn> {
    static BY_NAME: OnceLock<HashMap<&str, NativeFn>> = OnceLock::new();
    BY_NAME
        .get_or_init(|| {
            TABLES
                .iter()
                .flat_map(|t| t.iter())
                .map(|r| (r.name, r.call))
                .collect()
        })
        .get(name)
        .copied()
}
