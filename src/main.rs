//! The `golite` command.
//!
//! It begins where C programs do: what Rust's own start would add (a look at the memory map, a stack for signal handlers for each
//! thread) costs a small program more than reading its source, and nothing here needs it. See `vm::process`.
#![no_main]

#[global_allocator]
static ALLOC: mimalloc::MiMalloc = mimalloc::MiMalloc;

/// Where the process begins. `std::env::args` has been filled in before.
// SAFETY: no other function has this name.
#[unsafe(no_mangle)]
extern "C" fn main(
    _argc: std::ffi::c_int,
    _argv: *const *const std::ffi::c_char,
) -> std::ffi::c_int {
    golite::cli::process()
}
