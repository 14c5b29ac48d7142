//! System calls as safe functions, for the natives of package os. Descriptors are the program's and any number; a call that
//! fails answers the error's number, one that a signal has interrupted is repeated.

use crate::vm::native::Bytes;
use std::ffi::CStr;
use std::ffi::CString;
use std::ffi::c_char;
use std::ffi::c_int;

/// The number of an error.
pub type Errno = i64;

/// What stat(2) tells: plain data.
pub type Stat = libc::stat;

fn errno() -> Errno {
    let e = std::io::Error::last_os_error().raw_os_error();
    i64::from(e.unwrap_or(libc::EIO))
}

fn retry<N: Copy + Into<i64>>(mut call: impl FnMut() -> N) -> Result<i64, Errno> {
    loop {
        let n: i64 = call().into();
        if n >= 0 {
            return Ok(n);
        }
        match errno() {
            e if e == i64::from(libc::EINTR) => {}
            e => return Err(e),
        }
    }
}

fn done<N: Copy + Into<i64>>(call: impl FnMut() -> N) -> Result<(), Errno> {
    retry(call).map(|_| ())
}

/// Waits until the descriptor is ready for `events`, at most so many milliseconds (negative: without end).
pub fn ready(fd: i64, events: i16, timeout: i32) -> bool {
    let mut p = libc::pollfd {
        fd: fd as c_int,
        events,
        revents: 0,
    };
    // SAFETY: one entry.
    unsafe { libc::poll(&mut p, 1, timeout) > 0 }
}

/// Reads at most `len` bytes to `p`, at the descriptor's offset or at `off`.
unsafe fn read_at(fd: i64, p: *mut u8, len: usize, off: Option<i64>) -> Result<usize, Errno> {
    loop {
        let r = retry(|| match off {
            Some(off) => libc::pread(fd as c_int, p.cast(), len, off) as i64,
            None => libc::read(fd as c_int, p.cast(), len) as i64,
        });
        match r {
            // Somebody made it non-blocking: wait here, in the pool or with something at hand.
            Err(e) if e == i64::from(libc::EAGAIN) && off.is_none() => {
                ready(fd, libc::POLLIN, -1);
            }
            r => return r.map(|n| n as usize),
        }
    }
}

/// Reads at most as many bytes as there is room for.
pub fn read(fd: i64, buf: &mut [u8], off: Option<i64>) -> Result<usize, Errno> {
    // SAFETY: the buffer's own length.
    unsafe { read_at(fd, buf.as_mut_ptr(), buf.len(), off) }
}

/// Reads at most `len` bytes straight into the program's memory, as the kernel may at any time.
pub fn read_bytes(fd: i64, to: Bytes, len: usize, off: Option<i64>) -> Result<usize, Errno> {
    // SAFETY: inside a live slice.
    unsafe { read_at(fd, to.0.ptr, len.min(to.len()), off) }
}

/// Writes all of it, or as much as the system takes: how much, and the error that stopped it.
unsafe fn write_at(fd: i64, p: *const u8, len: usize, off: Option<i64>) -> (usize, Errno) {
    let mut written = 0;
    while written < len {
        let (from, n) = (p.add(written).cast(), (len - written).min(1 << 30));
        let r = retry(|| match off {
            Some(off) => libc::pwrite(fd as c_int, from, n, off + written as i64) as i64,
            None => libc::write(fd as c_int, from, n) as i64,
        });
        match r {
            Err(e) if e == i64::from(libc::EAGAIN) && off.is_none() => {
                ready(fd, libc::POLLOUT, -1);
            }
            Err(e) => return (written, e),
            Ok(0) => return (written, i64::from(libc::EIO)),
            Ok(n) => written += n as usize,
        }
    }
    (written, 0)
}

/// Writes all of it, or as much as the system takes: how much, and the error that stopped it (0: none).
pub fn write(fd: i64, bytes: &[u8], off: Option<i64>) -> (usize, Errno) {
    // SAFETY: the slice's own length.
    unsafe { write_at(fd, bytes.as_ptr(), bytes.len(), off) }
}

/// The same with bytes `lo..hi` of the program's memory, which the kernel reads as they are at that moment.
pub fn write_bytes(fd: i64, from: Bytes, lo: usize, hi: usize, off: Option<i64>) -> (usize, Errno) {
    assert!(lo <= hi && hi <= from.len());
    // SAFETY: inside a live slice.
    unsafe { write_at(fd, from.0.ptr.add(lo), hi - lo, off) }
}

/// Describes an open file.
pub fn fstat(fd: i64) -> Result<Stat, Errno> {
    // SAFETY: plain data, which the call fills.
    unsafe {
        let mut st: Stat = std::mem::zeroed();
        done(|| libc::fstat(fd as c_int, &mut st)).map(|()| st)
    }
}

/// Describes what lies at a path.
pub fn fstatat(at: i32, path: &CStr, follow: bool) -> Result<Stat, Errno> {
    let flags = if follow { 0 } else { libc::AT_SYMLINK_NOFOLLOW };
    // SAFETY: as above; the path ends with a zero.
    unsafe {
        let mut st: Stat = std::mem::zeroed();
        done(|| libc::fstatat(at, path.as_ptr(), &mut st, flags)).map(|()| st)
    }
}

/// Opens a file; children do not get the descriptor.
pub fn openat(at: i32, path: &CStr, flags: c_int, mode: u32) -> Result<i64, Errno> {
    // SAFETY: the path ends with a zero.
    retry(|| unsafe { libc::openat(at, path.as_ptr(), flags | libc::O_CLOEXEC, mode) })
}

/// Closes a descriptor. An interrupted close has closed.
pub fn close(fd: i64) -> Result<(), Errno> {
    // SAFETY: a number; who closes a descriptor of the interpreter itself gets what he asks for, as in C.
    if unsafe { libc::close(fd as c_int) } == 0 {
        return Ok(());
    }
    match errno() {
        e if e == i64::from(libc::EINTR) => Ok(()),
        e => Err(e),
    }
}

/// Names and types (as in the mode of [`Stat`]) of what lies in a directory, sorted.
pub fn list(at: i32, path: &CStr) -> Result<Vec<(Vec<u8>, u32)>, Errno> {
    let fd = openat(at, path, libc::O_RDONLY | libc::O_DIRECTORY, 0)?;
    // SAFETY: the stream owns the descriptor from here on and is closed below; entries are read before the next call.
    unsafe {
        let dir = libc::fdopendir(fd as c_int);
        if dir.is_null() {
            let e = errno();
            let _ = close(fd);
            return Err(e);
        }
        let mut out = Vec::new();
        loop {
            let entry = libc::readdir(dir);
            if entry.is_null() {
                break;
            }
            let name = CStr::from_ptr((*entry).d_name.as_ptr()).to_bytes();
            if name != b"." && name != b".." {
                out.push((name.to_vec(), u32::from((*entry).d_type) << 12));
            }
        }
        libc::closedir(dir);
        out.sort();
        Ok(out)
    }
}

/// A descriptor of a directory that may be searched: what can be the current one.
pub fn open_directory(at: i32, path: &CStr) -> Result<i32, Errno> {
    let fd = openat(at, path, libc::O_PATH | libc::O_DIRECTORY, 0)?;
    let here = c".".as_ptr();
    // SAFETY: the path ends with a zero.
    match done(|| unsafe { libc::faccessat(fd as c_int, here, libc::X_OK, libc::AT_EACCESS) }) {
        Ok(()) => Ok(fd as i32),
        Err(e) => {
            let _ = close(fd);
            Err(e)
        }
    }
}

/// What can be done to a path.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum PathOp {
    /// Makes a directory of this mode.
    Mkdir(u32),
    /// Removes a file.
    Unlink,
    /// Removes an empty directory.
    Rmdir,
    /// Gives it the second path.
    Rename,
    /// Gives it the second path, too.
    Link,
    /// Makes the second path a symbolic link that holds the first.
    Symlink,
    /// Sets the mode.
    Chmod(u32),
    /// Sets the size.
    Truncate(i64),
    /// Sets both times, in nanoseconds.
    SetTimes(i64),
    /// Sets user and group; all ones: not.
    Chown {
        /// The user.
        uid: u32,
        /// The group.
        gid: u32,
        /// Of what a symbolic link leads to.
        follow: bool,
    },
}

/// Does it.
pub fn path_op(at: i32, op: PathOp, a: &CStr, b: &CStr) -> Result<(), Errno> {
    if let PathOp::Truncate(size) = op {
        let fd = openat(at, a, libc::O_WRONLY, 0)?;
        let r = ftruncate(fd, size);
        let _ = close(fd);
        return r;
    }
    let (a, b) = (a.as_ptr(), b.as_ptr());
    let time = |t: i64| libc::timespec {
        tv_sec: t.div_euclid(1_000_000_000),
        tv_nsec: t.rem_euclid(1_000_000_000),
    };
    // SAFETY: the paths end with a zero.
    done(|| unsafe {
        match op {
            PathOp::Mkdir(mode) => libc::mkdirat(at, a, mode),
            PathOp::Unlink => libc::unlinkat(at, a, 0),
            PathOp::Rmdir => libc::unlinkat(at, a, libc::AT_REMOVEDIR),
            PathOp::Rename => libc::renameat(at, a, at, b),
            PathOp::Link => libc::linkat(at, a, at, b, 0),
            PathOp::Symlink => libc::symlinkat(a, at, b),
            PathOp::Chmod(mode) => libc::fchmodat(at, a, mode, 0),
            PathOp::SetTimes(t) => libc::utimensat(at, a, [time(t), time(t)].as_ptr(), 0),
            PathOp::Chown { uid, gid, follow } => {
                let flags = if follow { 0 } else { libc::AT_SYMLINK_NOFOLLOW };
                libc::fchownat(at, a, uid, gid, flags)
            }
            PathOp::Truncate(_) => 0,
        }
    })
}

/// Moves the descriptor's offset; answers the new one.
pub fn lseek(fd: i64, off: i64, whence: i64) -> Result<i64, Errno> {
    // SAFETY: takes numbers only.
    retry(|| unsafe { libc::lseek(fd as c_int, off, whence as c_int) })
}

/// Writes a file through to the disk.
pub fn fsync(fd: i64) -> Result<(), Errno> {
    // SAFETY: takes a number only.
    done(|| unsafe { libc::fsync(fd as c_int) })
}

/// Sets the size of an open file.
pub fn ftruncate(fd: i64, size: i64) -> Result<(), Errno> {
    // SAFETY: takes numbers only.
    done(|| unsafe { libc::ftruncate(fd as c_int, size) })
}

/// The two ends of a pipe: to read from, to write to.
pub fn pipe() -> Result<[i32; 2], Errno> {
    let mut fds = [0; 2];
    // SAFETY: room for two descriptors.
    done(|| unsafe { libc::pipe2(fds.as_mut_ptr(), libc::O_CLOEXEC) }).map(|()| fds)
}

/// What a symbolic link holds.
pub fn readlinkat(at: i32, path: &CStr) -> Result<Vec<u8>, Errno> {
    let mut buf = vec![0u8; libc::PATH_MAX as usize];
    let (to, room) = (buf.as_mut_ptr().cast::<c_char>(), buf.len());
    // SAFETY: the path ends with a zero; the buffer's size is given.
    let n = retry(|| unsafe { libc::readlinkat(at, path.as_ptr(), to, room) as i64 })?;
    buf.truncate(n as usize);
    Ok(buf)
}

/// The host's name.
pub fn hostname() -> Result<Vec<u8>, Errno> {
    let mut buf = vec![0u8; 256];
    let (to, room) = (buf.as_mut_ptr().cast::<c_char>(), buf.len() - 1);
    // SAFETY: the buffer's size is given, less one for the zero.
    done(|| unsafe { libc::gethostname(to, room) })?;
    let n = buf.iter().position(|b| *b == 0).unwrap_or(0);
    buf.truncate(n);
    Ok(buf)
}

/// Numbers of this process.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Id {
    /// Its own.
    Process,
    /// Its parent's.
    Parent,
    /// Its user's.
    User,
    /// The user it acts as.
    EffectiveUser,
    /// Its group's.
    Group,
    /// The group it acts as.
    EffectiveGroup,
    /// The size of a page of memory.
    PageSize,
}

/// One of them.
pub fn id(which: Id) -> i64 {
    // SAFETY: these take nothing and cannot fail.
    unsafe {
        match which {
            Id::Process => libc::getpid().into(),
            Id::Parent => libc::getppid().into(),
            Id::User => libc::getuid().into(),
            Id::EffectiveUser => libc::geteuid().into(),
            Id::Group => libc::getgid().into(),
            Id::EffectiveGroup => libc::getegid().into(),
            Id::PageSize => libc::sysconf(libc::_SC_PAGESIZE),
        }
    }
}

/// The C library's text of an error number.
pub fn strerror(e: Errno) -> Option<String> {
    let e = c_int::try_from(e).ok().filter(|e| (1..4096).contains(e))?;
    let mut buf = [0u8; 256];
    // SAFETY: the buffer's size is given; the text in it ends with a zero.
    let failed = unsafe { libc::strerror_r(e, buf.as_mut_ptr().cast(), buf.len()) } != 0;
    let text = CStr::from_bytes_until_nul(&buf).ok()?;
    (!failed).then(|| text.to_string_lossy().into_owned())
}

/// Sends a signal.
pub fn kill(pid: i32, signal: i32) -> Result<(), Errno> {
    // SAFETY: takes numbers only.
    done(|| unsafe { libc::kill(pid, signal) })
}

/// A path for the system; none has a zero byte.
pub fn c_path(bytes: &[u8]) -> Result<CString, Errno> {
    CString::new(bytes).map_err(|_| i64::from(libc::EINVAL))
}

/// The settings of a terminal.
#[derive(Clone, Copy)]
pub struct Terminal(libc::termios);

impl Terminal {
    /// Those of standard input's terminal, if it is one.
    pub fn of_stdin() -> Option<Terminal> {
        // SAFETY: room for the settings, which are filled in when the call succeeds; all zeros are settings, too.
        unsafe {
            let mut settings: libc::termios = std::mem::zeroed();
            (libc::tcgetattr(libc::STDIN_FILENO, &mut settings) == 0).then_some(Terminal(settings))
        }
    }

    /// Puts them in force.
    pub fn restore(&self) {
        // SAFETY: settings that the terminal had.
        unsafe { libc::tcsetattr(libc::STDIN_FILENO, libc::TCSANOW, &self.0) };
    }
}
