//! The `golite` command.

#[global_allocator]
static ALLOC: mimalloc::MiMalloc = mimalloc::MiMalloc;

/// Makes the allocator's first arena usable all at once, and of ordinary pages: by default it asks the kernel for another 64 KiB
/// with every page of objects it begins, a hundred calls in a small program, and huge pages would mean clearing 36 MiB.
/// It has to be said before the first allocation, hence in a constructor.
#[cfg(target_os = "linux")]
mod early {
    const ARENA_EAGER_COMMIT: std::ffi::c_int = 4;
    const ALLOW_THP: std::ffi::c_int = 43;

    unsafe extern "C" {
        fn mi_option_set(option: std::ffi::c_int, value: std::ffi::c_long);
    }

    extern "C" fn set() {
        // SAFETY: the allocator's options may be set at any time.
        unsafe {
            mi_option_set(ALLOW_THP, 0);
            mi_option_set(ARENA_EAGER_COMMIT, 1);
        }
    }

    #[used]
    // SAFETY: the section holds functions that are called before main.
    #[unsafe(link_section = ".init_array")]
    static SET: extern "C" fn() = set;
}

fn main() {
    std::process::exit(golite::cli::main());
}
