//! The natives: bodies of library functions that `stdlib/` declares without one.
//!
//! NOTE while the first version is being written: rt_fmt (AppendValue, AppendOperands, AppendFormat), rt_value (the value
//! natives of internal/rt), rt_sched (parking, semaphores, timers, clock) and rt_runtime (NumCPU ... Version) are being written
//! by the lead in the worktree `nat`; operating system, sort, strings, strconv, unicode, utf8, math and the rest by the library engineer.
