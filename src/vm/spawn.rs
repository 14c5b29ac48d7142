//! Other processes: starting one, waiting for one to end.
//!
//! A process is made by fork and exec. Between the two the child calls nothing but the system, since other threads may have held
//! any lock; everything it needs lies ready before. Why exec failed comes back through a pipe that exec closes.

use std::ffi::CString;
use std::ptr::null;

fn errno() -> i64 {
    let e = std::io::Error::last_os_error().raw_os_error();
    i64::from(e.unwrap_or(libc::EIO))
}

/// What the child is to do besides.
const SET_PGID: i64 = 1;
const SET_SID: i64 = 2;

/// Everything the child needs.
pub struct Plan {
    /// The program.
    pub path: CString,
    /// Its arguments.
    pub argv: Vec<CString>,
    /// Its environment.
    pub env: Vec<CString>,
    /// A descriptor of the current directory, if that is not the host's.
    pub cwd: i32,
    /// Where the program is to be.
    pub dir: Option<CString>,
    /// What becomes its descriptors 0, 1, 2 and so on; -1: closed.
    pub fds: Vec<i32>,
    /// 1 sets the process group, 2 begins a session.
    pub flags: i64,
    /// The process group, 0 for one of its own.
    pub pgid: i32,
}

fn pointers(list: &[CString]) -> Vec<*const libc::c_char> {
    list.iter().map(|s| s.as_ptr()).chain([null()]).collect()
}

/// What the child does until it is another program; answers why it cannot be.
///
/// # Safety
/// In a child after fork.
unsafe fn become_program(
    plan: &Plan,
    argv: &[*const libc::c_char],
    env: &[*const libc::c_char],
    moved: &mut [i32],
) -> i64 {
    let mut none: libc::sigset_t = std::mem::zeroed();
    libc::sigemptyset(&mut none);
    libc::sigprocmask(libc::SIG_SETMASK, &none, std::ptr::null_mut());
    libc::signal(libc::SIGPIPE, libc::SIG_DFL);
    if plan.flags & SET_SID != 0 && libc::setsid() < 0
        || plan.flags & SET_PGID != 0 && libc::setpgid(0, plan.pgid) != 0
        || plan.cwd >= 0 && libc::fchdir(plan.cwd) != 0
        || plan
            .dir
            .as_ref()
            .is_some_and(|d| libc::chdir(d.as_ptr()) != 0)
    {
        return errno();
    }
    // Out of the way first, then each to its number.
    let n = plan.fds.len() as i32;
    for (to, &fd) in moved.iter_mut().zip(&plan.fds) {
        *to = if fd < 0 {
            -1
        } else {
            libc::fcntl(fd, libc::F_DUPFD_CLOEXEC, n)
        };
        if fd >= 0 && *to < 0 {
            return errno();
        }
    }
    for (i, &fd) in moved.iter().enumerate() {
        if fd < 0 {
            libc::close(i as i32);
        } else if libc::dup2(fd, i as i32) < 0 {
            return errno();
        }
    }
    libc::execve(plan.path.as_ptr(), argv.as_ptr(), env.as_ptr());
    errno()
}

/// Starts a process; answers its number, or the error of the system.
pub fn spawn(plan: &Plan) -> Result<i64, i64> {
    let (argv, env) = (pointers(&plan.argv), pointers(&plan.env));
    let mut moved = vec![-1; plan.fds.len()];
    let mut pipe = [0i32; 2];
    // SAFETY: room for two descriptors.
    if unsafe { libc::pipe2(pipe.as_mut_ptr(), libc::O_CLOEXEC) } != 0 {
        return Err(errno());
    }
    let [r, w] = pipe;
    // SAFETY: our own descriptors; the child ends in exec or _exit.
    unsafe {
        let above = (plan.fds.len() as i32).max(3);
        let tell = libc::fcntl(w, libc::F_DUPFD_CLOEXEC, above);
        libc::close(w);
        let pid = if tell < 0 { -1 } else { libc::fork() };
        if pid == 0 {
            let e = become_program(plan, &argv, &env, &mut moved) as i32;
            libc::write(tell, (&raw const e).cast(), 4);
            libc::_exit(253);
        }
        let failed = errno();
        libc::close(tell);
        if pid < 0 {
            libc::close(r);
            return Err(failed);
        }
        let mut e = 0i32;
        let n = loop {
            let n = libc::read(r, (&raw mut e).cast(), 4);
            if n >= 0 || errno() != i64::from(libc::EINTR) {
                break n;
            }
        };
        libc::close(r);
        if n != 4 {
            return Ok(pid.into());
        }
        while libc::waitpid(pid, std::ptr::null_mut(), 0) < 0 && errno() == i64::from(libc::EINTR) {
        }
        Err(e.into())
    }
}

/// How a process ended: its number, status, times in user and system mode in nanoseconds, or an error.
pub type End = (i64, i64, i64, i64);

/// Waits until a child ends.
pub fn wait_for(pid: i64) -> End {
    let mut status = 0;
    // SAFETY: plain data that the call fills.
    let mut usage: libc::rusage = unsafe { std::mem::zeroed() };
    loop {
        // SAFETY: places for the answers.
        let n = unsafe { libc::wait4(pid as i32, &mut status, 0, &mut usage) };
        if n >= 0 {
            break;
        }
        if errno() != i64::from(libc::EINTR) {
            return (0, 0, 0, errno());
        }
    }
    let time = |t: libc::timeval| t.tv_sec * 1_000_000_000 + t.tv_usec * 1000;
    (status.into(), time(usage.ru_utime), time(usage.ru_stime), 0)
}
