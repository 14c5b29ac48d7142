//! The beginning and the end of a process that is nothing but golite: what Rust's runtime does before `main` as far as it is
//! needed, settings of the allocator, and an end without tidying up.

use std::io::Write;

/// The allocator's options by number, as its header lists them.
#[cfg(target_os = "linux")]
mod option {
    use std::ffi::c_int;
    use std::ffi::c_long;

    pub const ARENA_EAGER_COMMIT: c_int = 4;
    pub const ARENA_RESERVE: c_int = 23;

    unsafe extern "C" {
        pub fn mi_option_set(option: c_int, value: c_long);
    }
}

/// To be called before anything is allocated, by the thread that the process began with.
pub fn begin() {
    // By default the allocator asks the kernel for another 64 KiB with every page of objects it begins, a hundred calls in a
    // small program, and begins with 40 pages that describe a range of 1 GiB. (It takes more ranges as it needs them.)
    #[cfg(target_os = "linux")]
    // SAFETY: the allocator's options may be set at any time.
    unsafe {
        option::mi_option_set(option::ARENA_EAGER_COMMIT, 1);
        option::mi_option_set(option::ARENA_RESERVE, 64 << 10);
    }
    // SAFETY: numbers and a buffer of three records; nothing else runs yet.
    unsafe {
        libc::signal(libc::SIGPIPE, libc::SIG_IGN);
        open_standard_descriptors();
    }
}

/// From now on the process ends without a word when nobody reads what it prints, as commands do that only print.
pub fn end_at_broken_pipe() {
    // SAFETY: two numbers.
    unsafe { libc::signal(libc::SIGPIPE, libc::SIG_DFL) };
}

/// Descriptors 0 to 2 that were closed lead nowhere, so that no file opened later is taken for one of them.
unsafe fn open_standard_descriptors() {
    let mut three = [0, 1, 2].map(|fd| libc::pollfd {
        fd,
        events: 0,
        revents: 0,
    });
    if libc::poll(three.as_mut_ptr(), 3, 0) <= 0 {
        return;
    }
    for p in three {
        if p.revents & libc::POLLNVAL != 0 {
            libc::open(c"/dev/null".as_ptr(), libc::O_RDWR);
        }
    }
}

/// Ends the process. What lies in standard output's buffer is written; memory is the kernel's to take back.
pub fn exit(status: i32) -> ! {
    // Nobody is left to tell.
    let _ = std::io::stdout().flush();
    // SAFETY: ends the process.
    unsafe { libc::_exit(status) }
}
