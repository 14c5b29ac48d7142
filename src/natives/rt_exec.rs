//! Natives of internal/rt for other processes: starting one, waiting for one to end.

use crate::natives::rt_os::Os;
use crate::natives::rt_os::fetch;
use crate::natives::rt_os::hand_over;
use crate::natives::rt_os::handed_over;
use crate::sched::WaitReason;
use crate::vm::native::GoStr;
use crate::vm::native::NativeCx;
use crate::vm::native::Strings;
use crate::vm::native::natives;
use crate::vm::posix::c_path;
use crate::vm::spawn;
use crate::vm::spawn::End;
use crate::vm::spawn::Plan;
use crate::vm::words::Words;
use std::ffi::CString;

fn texts(list: Strings<'_>) -> Result<Vec<CString>, i64> {
    (0..list.len())
        .map(|i| c_path(list.get(i).bytes()))
        .collect()
}

/// Gathers what the child needs.
fn plan(
    cx: &NativeCx<'_>,
    path: GoStr<'_>,
    argv: Strings<'_>,
    env: Strings<'_>,
    dir: GoStr<'_>,
    fds: Words,
) -> Result<Plan, i64> {
    let dir = match dir.bytes() {
        [] => None,
        d => Some(c_path(d)?),
    };
    Ok(Plan {
        path: c_path(path.bytes())?,
        argv: texts(argv)?,
        env: texts(env)?,
        cwd: Os::of(cx).map_or(libc::AT_FDCWD, Os::at),
        dir,
        fds: fds.read().iter().map(|w| *w as i32).collect(),
        flags: 0,
        pgid: 0,
    })
}

natives! { TABLE;
    /// Starts a program. fds[i] is what becomes descriptor i; -1: closed.
    fn "internal/rt.Spawn"(cx, path: GoStr, argv: Strings, env: Strings, dir: GoStr, fds: Words, flags: i64, pgid: i64) -> (i64, i64) {
        let plan = plan(cx, path, argv, env, dir, fds);
        Ok(match plan.and_then(|p| spawn::spawn(&Plan { flags, pgid: pgid as i32, ..p })) {
            Ok(pid) => (pid, 0),
            Err(e) => (-1, e),
        })
    }

    /// Waits until a process ends.
    fn "internal/rt.WaitProcess"(cx, pid: i64) -> (i64, i64, i64, i64) {
        if handed_over(cx) {
            return fetch::<End>(cx);
        }
        hand_over::<End>(cx, None, WaitReason::Syscall, move || Box::new(spawn::wait_for(pid)))
    }
}
