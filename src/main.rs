//! The `golite` command.

#[global_allocator]
static ALLOC: mimalloc::MiMalloc = mimalloc::MiMalloc;

/// Keeps the allocator from making its first arena usable (and of huge pages) all at once: clearing 36 MiB would take ten times as
/// long as the rest of a small program. It has to be said before the first allocation, hence in a constructor.
#[cfg(target_os = "linux")]
mod early {
    const ARENA_EAGER_COMMIT: std::ffi::c_int = 4;

    unsafe extern "C" {
        fn mi_option_set(option: std::ffi::c_int, value: std::ffi::c_long);
    }

    extern "C" fn set() {
        // SAFETY: the allocator's options may be set at any time.
        unsafe { mi_option_set(ARENA_EAGER_COMMIT, 0) }
    }

    #[used]
    // SAFETY: the section holds functions that are called before main.
    #[unsafe(link_section = ".init_array")]
    static SET: extern "C" fn() = set;
}

fn main() {
    std::process::exit(golite::cli::main());
}
