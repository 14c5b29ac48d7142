//! Natives of the operating system: files, directories, environment, process.
//!
//! What is ready is done on the spot; what would block goes to the pool of blocking threads, which works on copies, and the native runs
//! again when the answer is there.

use crate::sched;
use crate::sched::Wait;
use crate::sched::WaitReason;
use crate::vm::native::Bytes;
use crate::vm::native::GoStr;
use crate::vm::native::NativeCx;
use crate::vm::native::Slice;
use crate::vm::native::Stop;
use crate::vm::native::natives;
use parking_lot::Mutex;
use std::any::Any;
use std::collections::BTreeMap;
use std::ffi::CString;
use std::ffi::OsStr;
use std::ffi::OsString;
use std::os::unix::ffi::OsStrExt;
use std::os::unix::ffi::OsStringExt;
use std::os::unix::fs::DirEntryExt;
use std::os::unix::fs::FileTypeExt;

/// Bytes a pipe that is ready takes without blocking.
const PIPE_BUF: usize = 4096;

fn errno() -> i64 {
    i64::from(
        std::io::Error::last_os_error()
            .raw_os_error()
            .unwrap_or(libc::EIO),
    )
}

fn errno_of(e: &std::io::Error) -> i64 {
    i64::from(e.raw_os_error().unwrap_or(libc::EIO))
}

/// 0 or the error of a call that answers a negative number on failure.
fn status(r: libc::c_int) -> i64 {
    if r < 0 { errno() } else { 0 }
}

fn c_path(s: &[u8]) -> Result<CString, i64> {
    CString::new(s).map_err(|_| i64::from(libc::EINVAL))
}

fn os_str(s: &[u8]) -> &OsStr {
    OsStr::from_bytes(s)
}

fn with_path(s: &[u8], f: impl FnOnce(*const libc::c_char) -> libc::c_int) -> i64 {
    match c_path(s) {
        Ok(p) => status(f(p.as_ptr())),
        Err(e) => e,
    }
}

/// Whether the descriptor can be read or written without blocking.
fn is_ready(fd: i64, events: libc::c_short, wait: bool) -> bool {
    let mut p = libc::pollfd {
        fd: fd as i32,
        events,
        revents: 0,
    };
    // SAFETY: one entry.
    unsafe { libc::poll(&mut p, 1, if wait { -1 } else { 0 }) != 0 }
}

fn is_regular(fd: i64) -> bool {
    let mut st = std::mem::MaybeUninit::<libc::stat>::uninit();
    // SAFETY: room for the answer, which is read only if there is one.
    unsafe {
        libc::fstat(fd as i32, st.as_mut_ptr()) == 0
            && st.assume_init().st_mode & libc::S_IFMT == libc::S_IFREG
    }
}

/// Repeats a call that a signal has interrupted.
fn again(mut f: impl FnMut() -> isize) -> (i64, i64) {
    loop {
        let n = f();
        if n >= 0 {
            return (n as i64, 0);
        }
        let e = errno();
        if e == i64::from(libc::EAGAIN) || e == i64::from(libc::EINTR) {
            if e == i64::from(libc::EAGAIN) {
                return (0, e);
            }
            continue;
        }
        return (0, e);
    }
}

/// Writes everything, at the offset if there is one.
///
/// # Safety
/// `n` bytes at `p` may be read.
unsafe fn write_all(fd: i64, p: *const u8, n: usize, off: Option<i64>) -> (i64, i64) {
    let mut done = 0;
    while done < n {
        let (m, e) = again(|| {
            let at = p.add(done).cast();
            match off {
                Some(o) => libc::pwrite(fd as i32, at, n - done, o + done as i64),
                None => libc::write(fd as i32, at, n - done),
            }
        });
        if e == i64::from(libc::EAGAIN) {
            is_ready(fd, libc::POLLOUT, true);
            continue;
        }
        if e != 0 {
            return (done as i64, e);
        }
        done += m as usize;
    }
    (done as i64, 0)
}

/// The answer of the blocking job this goroutine has waited for, if it has.
fn taken<R: Any + Send>(cx: &NativeCx<'_>) -> Option<R> {
    // SAFETY: on the worker that runs the goroutine.
    let a = unsafe { sched::take_result(cx.p(), cx.g())? };
    a.downcast::<R>().ok().map(|b| *b)
}

/// Lets a pool thread do the work; the native then runs again.
fn blocking<R: Any + Send>(
    cx: &NativeCx<'_>,
    work: impl FnOnce() -> R + Send + 'static,
) -> Result<R, Stop> {
    // SAFETY: on the worker that runs the goroutine; the call is repeated.
    let w = unsafe {
        sched::submit(
            cx.p(),
            cx.g(),
            WaitReason::IoWait,
            cx.call_pc(),
            cx.fp(),
            Box::new(move || Box::new(work()) as Box<dyn Any + Send>),
        )
    };
    match w {
        Wait::Parked => Err(Stop::Parked),
        Wait::Done => taken(cx).ok_or_else(|| Stop::fatal("lost the answer of a blocking call")),
    }
}

fn read(cx: &NativeCx<'_>, fd: i64, mut p: Bytes, off: Option<i64>) -> Result<(i64, i64), Stop> {
    if let Some((data, e)) = taken::<(Vec<u8>, i64)>(cx) {
        let n = data.len().min(p.len());
        p.write(0, &data[..n]);
        return Ok((n as i64, e));
    }
    let n = p.len();
    // SAFETY: the kernel writes into n bytes of a live slice, or of a vector of that capacity.
    let call = move |at: *mut u8| unsafe {
        match off {
            Some(o) => libc::pread(fd as i32, at.cast(), n, o),
            None => libc::read(fd as i32, at.cast(), n),
        }
    };
    if off.is_some() || is_ready(fd, libc::POLLIN, false) {
        let r = again(|| call(p.0.ptr));
        if r.1 != i64::from(libc::EAGAIN) {
            return Ok(r);
        }
    }
    let (data, e) = blocking(cx, move || {
        let mut v: Vec<u8> = vec![0; n];
        loop {
            let (m, e) = again(|| call(v.as_mut_ptr()));
            if e == i64::from(libc::EAGAIN) {
                is_ready(fd, libc::POLLIN, true);
                continue;
            }
            v.truncate(m as usize);
            return (v, e);
        }
    })?;
    p.write(0, &data);
    Ok((data.len() as i64, e))
}

fn write(cx: &NativeCx<'_>, fd: i64, p: Bytes, off: Option<i64>) -> Result<(i64, i64), Stop> {
    if let Some(r) = taken::<(i64, i64)>(cx) {
        return Ok(r);
    }
    let n = p.len();
    let at_once = off.is_some()
        || if n <= PIPE_BUF {
            is_ready(fd, libc::POLLOUT, false)
        } else {
            is_regular(fd)
        };
    if at_once {
        // SAFETY: the kernel reads n bytes of a live slice.
        return Ok(unsafe { write_all(fd, p.0.ptr, n, off) });
    }
    let data = p.to_vec();
    // SAFETY: the vector's bytes.
    blocking(cx, move || unsafe {
        write_all(fd, data.as_ptr(), data.len(), off)
    })
}

/// The environment as the program has changed it.
static ENVIRONMENT: Mutex<Option<BTreeMap<Vec<u8>, Vec<u8>>>> = Mutex::new(None);

fn environment<R>(f: impl FnOnce(&mut BTreeMap<Vec<u8>, Vec<u8>>) -> R) -> R {
    let mut env = ENVIRONMENT.lock();
    f(env.get_or_insert_with(|| {
        std::env::vars_os()
            .map(|(k, v): (OsString, OsString)| (k.into_vec(), v.into_vec()))
            .collect()
    }))
}

type StatAnswer = (u32, i64, i64, i64, u64, u64, i64);

fn stat(fd: i64, name: &[u8], follow: bool) -> StatAnswer {
    let mut st = std::mem::MaybeUninit::<libc::stat>::zeroed();
    // SAFETY: room for the answer; all zeros is a valid one.
    let (e, st) = unsafe {
        let p = st.as_mut_ptr();
        let e = if fd >= 0 {
            status(libc::fstat(fd as i32, p))
        } else {
            with_path(name, |n| {
                if follow {
                    libc::stat(n, p)
                } else {
                    libc::lstat(n, p)
                }
            })
        };
        (e, st.assume_init())
    };
    (
        st.st_mode,
        st.st_size,
        st.st_mtime,
        st.st_mtime_nsec,
        st.st_dev,
        st.st_ino,
        e,
    )
}

/// Names and types, sorted by name.
fn list(name: &[u8]) -> Result<Vec<(Vec<u8>, u32)>, i64> {
    let mut all = Vec::new();
    for entry in std::fs::read_dir(os_str(name)).map_err(|e| errno_of(&e))? {
        let entry = entry.map_err(|e| errno_of(&e))?;
        let _ = entry.ino();
        let mode = entry.file_type().map_or(0, |t| {
            if t.is_file() {
                libc::S_IFREG
            } else if t.is_dir() {
                libc::S_IFDIR
            } else if t.is_symlink() {
                libc::S_IFLNK
            } else if t.is_fifo() {
                libc::S_IFIFO
            } else if t.is_socket() {
                libc::S_IFSOCK
            } else if t.is_block_device() {
                libc::S_IFBLK
            } else {
                libc::S_IFCHR
            }
        });
        all.push((entry.file_name().into_vec(), mode));
    }
    all.sort();
    Ok(all)
}

fn path_op(op: i64, a: &[u8], b: &[u8], n: i64) -> i64 {
    let two = |f: unsafe extern "C" fn(*const libc::c_char, *const libc::c_char) -> libc::c_int| {
        match (c_path(a), c_path(b)) {
            // SAFETY: two C strings.
            (Ok(a), Ok(b)) => status(unsafe { f(a.as_ptr(), b.as_ptr()) }),
            _ => i64::from(libc::EINVAL),
        }
    };
    match op {
        // SAFETY: the path is a C string.
        0 => with_path(a, |p| unsafe { libc::mkdir(p, n as libc::mode_t) }),
        // SAFETY: the path is a C string.
        1 => with_path(a, |p| unsafe { libc::unlink(p) }),
        // SAFETY: the path is a C string.
        2 => with_path(a, |p| unsafe { libc::rmdir(p) }),
        3 => two(libc::rename),
        4 => two(libc::link),
        5 => two(libc::symlink),
        // SAFETY: the path is a C string.
        6 => with_path(a, |p| unsafe { libc::chmod(p, n as libc::mode_t) }),
        // SAFETY: the path is a C string.
        7 => with_path(a, |p| unsafe { libc::truncate(p, n) }),
        // SAFETY: the path is a C string.
        8 => with_path(a, |p| unsafe { libc::chdir(p) }),
        9 => {
            let t = libc::timespec {
                tv_sec: n.div_euclid(1_000_000_000),
                tv_nsec: n.rem_euclid(1_000_000_000),
            };
            let times = [t, t];
            // SAFETY: the path is a C string.
            with_path(a, |p| unsafe {
                libc::utimensat(libc::AT_FDCWD, p, times.as_ptr(), 0)
            })
        }
        _ => i64::from(libc::ENOSYS),
    }
}

/// The text of an error number in Go's words: the C library's, without a capital.
fn error_text(e: i64) -> String {
    let text = i32::try_from(e)
        .map(|e| std::io::Error::from_raw_os_error(e).to_string())
        .unwrap_or_default();
    let text = text.split(" (os error").next().unwrap_or_default();
    if text.is_empty() || text.starts_with("Unknown error") || e <= 0 {
        return format!("errno {e}");
    }
    let b = text.as_bytes();
    if b.get(1).is_some_and(u8::is_ascii_uppercase) {
        return text.to_string();
    }
    let mut s = text.to_string();
    s[..1].make_ascii_lowercase();
    s
}

natives! { TABLE;
    fn "internal/rt.FileOpen"(cx, name: GoStr, flag: i64, perm: u32) -> (i64, i64) {
        if let Some(r) = taken::<(i64, i64)>(cx) {
            return Ok(r);
        }
        let path = match c_path(&name) {
            Ok(p) => p,
            Err(e) => return Ok((-1, e)),
        };
        let open = move || {
            // SAFETY: a C string.
            let (fd, e) = again(|| unsafe { libc::open(path.as_ptr(), flag as i32 | libc::O_CLOEXEC, perm) as isize });
            if e == 0 { (fd, 0) } else { (-1, e) }
        };
        // Opening a named pipe waits for the other end.
        if stat(-1, &name, true).0 & libc::S_IFMT == libc::S_IFIFO {
            return blocking(cx, open);
        }
        Ok(open())
    }
    fn "internal/rt.FileRead"(cx, fd: i64, p: Bytes) -> (i64, i64) {
        read(cx, fd, p, None)
    }
    fn "internal/rt.FilePread"(cx, fd: i64, p: Bytes, off: i64) -> (i64, i64) {
        read(cx, fd, p, Some(off))
    }
    fn "internal/rt.FileWrite"(cx, fd: i64, p: Bytes) -> (i64, i64) {
        write(cx, fd, p, None)
    }
    fn "internal/rt.FilePwrite"(cx, fd: i64, p: Bytes, off: i64) -> (i64, i64) {
        write(cx, fd, p, Some(off))
    }
    fn "internal/rt.FileSeek"(cx, fd: i64, off: i64, whence: i64) -> (i64, i64) {
        // SAFETY: no memory is involved.
        let r = unsafe { libc::lseek(fd as i32, off, whence as i32) };
        Ok(if r < 0 { (0, errno()) } else { (r, 0) })
    }
    fn "internal/rt.FileClose"(cx, fd: i64) -> i64 {
        // SAFETY: package os owns the descriptor.
        Ok(status(unsafe { libc::close(fd as i32) }))
    }
    fn "internal/rt.FileSync"(cx, fd: i64) -> i64 {
        if let Some(e) = taken::<i64>(cx) {
            return Ok(e);
        }
        // SAFETY: no memory is involved.
        blocking(cx, move || status(unsafe { libc::fsync(fd as i32) }))
    }
    fn "internal/rt.FileTruncate"(cx, fd: i64, size: i64) -> i64 {
        // SAFETY: no memory is involved.
        Ok(status(unsafe { libc::ftruncate(fd as i32, size) }))
    }
    fn "internal/rt.FileStat"(cx, fd: i64, name: GoStr, follow: bool) -> (u32, i64, i64, i64, u64, u64, i64) {
        Ok(stat(fd, &name, follow))
    }
    fn "internal/rt.ReadDir"(cx, name: GoStr) -> (Slice, Slice, i64) {
        match list(&name) {
            Ok(all) => {
                let names: Vec<&[u8]> = all.iter().map(|x| &x.0[..]).collect();
                let modes: Vec<u8> = all.iter().flat_map(|x| x.1.to_ne_bytes()).collect();
                Ok((cx.new_strings(&names)?, cx.new_plain_slice(&modes, 4)?, 0))
            }
            Err(e) => Ok((Slice::NIL, Slice::NIL, e)),
        }
    }
    fn "internal/rt.Pipe"(cx) -> (i64, i64, i64) {
        let mut fds = [0; 2];
        // SAFETY: room for two descriptors.
        let e = status(unsafe { libc::pipe2(fds.as_mut_ptr(), libc::O_CLOEXEC) });
        Ok((i64::from(fds[0]), i64::from(fds[1]), e))
    }
    fn "internal/rt.PathOp"(cx, op: i64, a: GoStr, b: GoStr, n: i64) -> i64 {
        Ok(path_op(op, &a, &b, n))
    }
    fn "internal/rt.Readlink"(cx, name: GoStr) -> (GoStr<'_>, i64) {
        match std::fs::read_link(os_str(&name)) {
            Ok(p) => Ok((cx.new_string(p.as_os_str().as_bytes())?, 0)),
            Err(e) => Ok((GoStr::EMPTY, errno_of(&e))),
        }
    }
    fn "internal/rt.Getwd"(cx) -> (GoStr<'_>, i64) {
        match std::env::current_dir() {
            Ok(p) => Ok((cx.new_string(p.as_os_str().as_bytes())?, 0)),
            Err(e) => Ok((GoStr::EMPTY, errno_of(&e))),
        }
    }
    fn "internal/rt.Hostname"(cx) -> (GoStr<'_>, i64) {
        let mut name = [0u8; 256];
        // SAFETY: room for the name, less one byte, which stays 0.
        let e = status(unsafe { libc::gethostname(name.as_mut_ptr().cast(), 255) });
        let n = name.iter().position(|c| *c == 0).unwrap_or(0);
        Ok((cx.new_string(&name[..n])?, e))
    }
    fn "internal/rt.Executable"(cx) -> GoStr<'_> {
        let p = std::env::current_exe().unwrap_or_default();
        cx.new_string(p.as_os_str().as_bytes())
    }
    fn "internal/rt.Args"(cx) -> Slice {
        let args = &cx.host().args;
        cx.new_strings(args)
    }
    fn "internal/rt.Environ"(cx) -> Slice {
        let all: Vec<Vec<u8>> = environment(|e| e.iter().map(|(k, v)| [&k[..], b"=", v].concat()).collect());
        cx.new_strings(&all)
    }
    fn "internal/rt.Getenv"(cx, key: GoStr) -> (GoStr<'_>, bool) {
        match environment(|e| e.get(key.bytes()).cloned()) {
            Some(v) => Ok((cx.new_string(&v)?, true)),
            None => Ok((GoStr::EMPTY, false)),
        }
    }
    fn "internal/rt.Setenv"(cx, key: GoStr, value: GoStr, set: bool) {
        environment(|e| {
            if set {
                e.insert(key.to_vec(), value.to_vec());
            } else {
                e.remove(key.bytes());
            }
        });
        Ok(())
    }
    fn "internal/rt.Ids"(cx, which: i64) -> i64 {
        // SAFETY: these only answer numbers.
        Ok(unsafe {
            match which {
                0 => i64::from(libc::getpid()),
                1 => i64::from(libc::getppid()),
                2 => i64::from(libc::getuid()),
                3 => i64::from(libc::geteuid()),
                4 => i64::from(libc::getgid()),
                5 => i64::from(libc::getegid()),
                _ => libc::sysconf(libc::_SC_PAGESIZE),
            }
        })
    }
    fn "internal/rt.Exit"(cx, code: i64) {
        Err(Stop::Exit(code as i32))
    }
    fn "internal/rt.Strerror"(cx, e: i64) -> GoStr<'_> {
        cx.new_string(error_text(e).as_bytes())
    }
    fn "internal/rt.Sigpipe"(cx) {
        // SAFETY: the process ends by the signal, as one that does not care about it.
        unsafe {
            libc::signal(libc::SIGPIPE, libc::SIG_DFL);
            libc::raise(libc::SIGPIPE);
        }
        Err(Stop::Exit(2))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn errors_in_gos_words() {
        assert_eq!(error_text(2), "no such file or directory");
        assert_eq!(error_text(13), "permission denied");
        assert_eq!(error_text(9999), "errno 9999");
    }
}
