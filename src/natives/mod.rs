//! The natives: bodies of library functions that `stdlib/` declares without one.

pub mod float_text;
pub mod quote;
pub mod rt_fmt;
pub mod rt_print;
pub mod rt_runtime;
pub mod rt_sched;
pub mod rt_value;

pub use rt_sched::timer_value;

use crate::vm::native::NativeFn;
use crate::vm::native::NativeRow;

/// Every table of natives.
pub const TABLES: &[&[NativeRow]] = &[
    rt_fmt::TABLE,
    rt_print::TABLE,
    rt_runtime::TABLE,
    rt_sched::TABLE,
    rt_value::TABLE,
];

/// The body of a native.
pub fn find(name: &str) -> Option<NativeFn> {
    TABLES
        .iter()
        .flat_map(|t| t.iter())
        .find(|r| r.name == name)
        .map(|r| r.call)
}
