//! Natives of internal/rt for the operating system: files, directories, the environment, the process.
//!
//! What a program changes of its surroundings (variables, current directory) is this instance's and kept in [`Os`]. Reads and
//! writes that may block (pipes, terminals, sockets) are tried only when poll(2) says that they can go on; otherwise the
//! blocking pool does them while the goroutine waits, and the native is repeated to fetch the answer.

use crate::natives::os_signal::Inbox;
use crate::sched;
use crate::sched::Answer;
use crate::sched::Wait;
use crate::sched::WaitReason;
use crate::vm::native::Bytes;
use crate::vm::native::GoStr;
use crate::vm::native::NativeCx;
use crate::vm::native::Slice;
use crate::vm::native::Stop;
use crate::vm::native::natives;
use parking_lot::Mutex;
use std::ffi::CString;
use std::os::unix::ffi::OsStrExt;
use std::os::unix::ffi::OsStringExt;
use std::sync::Arc;
use std::sync::OnceLock;
use std::sync::atomic::AtomicI32;
use std::sync::atomic::AtomicU8;
use std::sync::atomic::AtomicUsize;
use std::sync::atomic::Ordering::Relaxed;
use std::sync::atomic::Ordering::SeqCst;

/// Descriptors whose kind is remembered.
const KNOWN: usize = 64;
/// What is known of a descriptor: nothing, that it never blocks for long, that it may.
const UNKNOWN: u8 = 0;
const PROMPT: u8 = 1;
const SLOW: u8 = 2;

/// Bytes that one call reads or writes on the worker; more goes to the pool.
const DIRECT: usize = 1 << 20;
/// Bytes that a pipe takes for certain when poll says that it can be written.
const PIPE_PIECE: usize = 4096;
/// Milliseconds after which a job that waits for input looks whether anybody still wants it.
const PATIENCE: i32 = 20;
/// Set in the descriptor's slot once the work has been handed to the pool.
const HANDED_OVER: u64 = 1 << 62;

/// The surroundings of one instance.
pub struct Os {
    env: Mutex<Vec<(Vec<u8>, Vec<u8>)>>,
    /// A descriptor of the current directory, or AT_FDCWD while it is the host's.
    cwd: AtomicI32,
    kinds: [AtomicU8; KNOWN],
    reading: Gate,
    writing: Gate,
    inbox: OnceLock<Inbox>,
}

/// Keeps two workers from finding the same few bytes ready: only its holder may poll and go on; and nobody while a job is
/// under way.
#[derive(Default)]
struct Gate {
    lock: Mutex<()>,
    jobs: Arc<AtomicUsize>,
}

impl Os {
    /// That of the instance.
    pub fn of<'c>(cx: &NativeCx<'c>) -> Result<&'c Os, Stop> {
        os(cx)
    }

    /// The signals of the instance.
    pub fn inbox(&self) -> &Inbox {
        self.inbox.get_or_init(Inbox::default)
    }

    /// With the host's environment and current directory.
    pub fn of_host() -> Os {
        let env = std::env::vars_os().map(|(k, v)| (k.into_vec(), v.into_vec()));
        Os {
            env: Mutex::new(env.collect()),
            cwd: AtomicI32::new(libc::AT_FDCWD),
            kinds: [const { AtomicU8::new(UNKNOWN) }; KNOWN],
            reading: Gate::default(),
            writing: Gate::default(),
            inbox: OnceLock::new(),
        }
    }

    fn forget(&self, fd: i64) {
        if let Some(k) = usize::try_from(fd).ok().and_then(|i| self.kinds.get(i)) {
            k.store(UNKNOWN, Relaxed);
        }
    }

    /// Whether reads and writes of this descriptor take no time to speak of.
    fn prompt(&self, fd: i64) -> bool {
        let known = usize::try_from(fd).ok().and_then(|i| self.kinds.get(i));
        match known.map_or(UNKNOWN, |k| k.load(Relaxed)) {
            PROMPT => return true,
            SLOW => return false,
            _ => {}
        }
        // SAFETY: plain data that fstat fills.
        let mut st: libc::stat = unsafe { std::mem::zeroed() };
        // SAFETY: a place for the answer.
        let failed = unsafe { libc::fstat(fd as i32, &mut st) } != 0;
        let null = st.st_mode & libc::S_IFMT == libc::S_IFCHR && libc::major(st.st_rdev) == 1;
        let kind = match st.st_mode & libc::S_IFMT {
            _ if failed || null => PROMPT,
            libc::S_IFREG | libc::S_IFDIR | libc::S_IFBLK => PROMPT,
            _ => SLOW,
        };
        if let Some(k) = known.filter(|_| !failed) {
            k.store(kind, Relaxed);
        }
        kind == PROMPT
    }

    fn at(&self) -> i32 {
        self.cwd.load(SeqCst)
    }
}

impl Drop for Os {
    fn drop(&mut self) {
        let fd = self.at();
        if fd >= 0 {
            // SAFETY: our own descriptor.
            unsafe { libc::close(fd) };
        }
    }
}

fn os<'c>(cx: &NativeCx<'c>) -> Result<&'c Os, Stop> {
    let state = cx
        .host()
        .state
        .as_ref()
        .and_then(|s| s.downcast_ref::<Os>());
    state.ok_or_else(|| Stop::fatal("no operating system"))
}

fn errno() -> i64 {
    i64::from(
        std::io::Error::last_os_error()
            .raw_os_error()
            .unwrap_or(libc::EIO),
    )
}

/// A path for the system, or EINVAL if it has a zero byte.
fn c_path(s: &GoStr<'_>) -> Result<CString, i64> {
    CString::new(s.bytes()).map_err(|_| i64::from(libc::EINVAL))
}

/// Repeats a system call that a signal has interrupted.
fn retry(mut call: impl FnMut() -> i64) -> (i64, i64) {
    loop {
        let n = call();
        if n >= 0 {
            return (n, 0);
        }
        let e = errno();
        if e != i64::from(libc::EINTR) {
            return (-1, e);
        }
    }
}

fn status(call: impl FnMut() -> i64) -> i64 {
    retry(call).1
}

/// Reads at most `len` bytes.
///
/// # Safety
/// There is room for them at `p`; it may be guest memory, since it is the kernel that writes.
unsafe fn read_at(fd: i64, p: *mut u8, len: usize, off: Option<i64>) -> (i64, i64) {
    loop {
        let (n, e) = retry(|| match off {
            Some(off) => libc::pread(fd as i32, p.cast(), len, off) as i64,
            None => libc::read(fd as i32, p.cast(), len) as i64,
        });
        if e == i64::from(libc::EAGAIN) && off.is_none() {
            // Somebody made it non-blocking: wait here, in the pool or with something at hand.
            ready(fd, libc::POLLIN, -1);
            continue;
        }
        return (n.max(0), e);
    }
}

/// Writes all, or as much as the system takes.
///
/// # Safety
/// There are so many bytes at `p`; it may be guest memory, since it is the kernel that reads.
unsafe fn write_at(fd: i64, p: *const u8, len: usize, off: Option<i64>) -> (i64, i64) {
    let mut done = 0;
    while done < len {
        let (from, n) = (p.add(done).cast(), (len - done).min(1 << 30));
        let (n, e) = retry(|| match off {
            Some(off) => libc::pwrite(fd as i32, from, n, off + done as i64) as i64,
            None => libc::write(fd as i32, from, n) as i64,
        });
        if e == i64::from(libc::EAGAIN) && off.is_none() {
            ready(fd, libc::POLLOUT, -1);
            continue;
        }
        if e != 0 {
            return (done as i64, e);
        }
        if n == 0 {
            return (done as i64, i64::from(libc::EIO));
        }
        done += n as usize;
    }
    (done as i64, 0)
}

fn ready(fd: i64, events: i16, timeout: i32) -> bool {
    let mut p = libc::pollfd {
        fd: fd as i32,
        events,
        revents: 0,
    };
    // SAFETY: one entry.
    unsafe { libc::poll(&mut p, 1, timeout) > 0 }
}

/// What a job of reading gives back: the bytes, the error.
type ReadAnswer = (Vec<u8>, i64);
/// What a job of writing gives back: how much, the error.
type WriteAnswer = (i64, i64);

/// Lets the pool work, and the native be repeated. In a seeded run the work is done at once: then this answers.
fn hand_over<T: 'static>(
    cx: &mut NativeCx<'_>,
    jobs: Option<&Arc<AtomicUsize>>,
    reason: WaitReason,
    work: impl FnOnce() -> Answer + Send + 'static,
) -> Result<T, Stop> {
    cx.set_arg(0, cx.arg(0) | HANDED_OVER);
    let jobs = jobs.cloned();
    if let Some(j) = &jobs {
        j.fetch_add(1, SeqCst);
    }
    let work = Box::new(move || {
        let answer = work();
        if let Some(j) = jobs {
            j.fetch_sub(1, SeqCst);
        }
        answer
    });
    // SAFETY: on this worker.
    match unsafe { sched::submit(cx.p(), cx.g(), reason, cx.call_pc(), cx.fp(), work) } {
        Wait::Parked => Err(Stop::Parked),
        Wait::Done => fetch(cx),
    }
}

/// The pool's answer to a native that is repeated.
fn fetch<T: 'static>(cx: &mut NativeCx<'_>) -> Result<T, Stop> {
    cx.set_arg(0, cx.arg(0) & !HANDED_OVER);
    // SAFETY: on this worker.
    let answer = unsafe { sched::take_result(cx.p(), cx.g()) };
    match answer.map(|a| a.downcast::<T>()) {
        Some(Ok(a)) => Ok(*a),
        _ => Err(Stop::fatal("a job of the blocking pool failed")),
    }
}

fn handed_over(cx: &NativeCx<'_>) -> bool {
    cx.arg(0) as i64 >= 0 && cx.arg(0) & HANDED_OVER != 0
}

fn read(
    cx: &mut NativeCx<'_>,
    fd: i64,
    mut p: Bytes,
    off: Option<i64>,
) -> Result<(i64, i64), Stop> {
    if handed_over(cx) {
        let (bytes, e) = fetch::<ReadAnswer>(cx)?;
        p.write(0, &bytes);
        return Ok((bytes.len() as i64, e));
    }
    let os = os(cx)?;
    let len = p.len().min(DIRECT);
    let prompt = off.is_some() || os.prompt(fd);
    let turn = if prompt {
        None
    } else {
        os.reading.lock.try_lock()
    };
    let free = || turn.is_some() && os.reading.jobs.load(SeqCst) == 0;
    if prompt || free() && ready(fd, libc::POLLIN, 0) {
        // SAFETY: so many bytes of a live slice.
        return Ok(unsafe { read_at(fd, p.0.ptr, len, off) });
    }
    drop(turn);
    let (bytes, e) =
        hand_over::<ReadAnswer>(cx, Some(&os.reading.jobs), WaitReason::IoWait, move || {
            // What may be abandoned does not take input that somebody else is to have.
            while let Some(abandoned) = sched::abandoned() {
                if abandoned || ready(fd, libc::POLLIN, PATIENCE) {
                    break;
                }
            }
            if sched::abandoned() == Some(true) {
                return Box::new((Vec::new(), i64::from(libc::EINTR)) as ReadAnswer);
            }
            let mut buf = vec![0; len];
            // SAFETY: the vector's bytes.
            let (n, e) = unsafe { read_at(fd, buf.as_mut_ptr(), len, off) };
            buf.truncate(n as usize);
            Box::new((buf, e) as ReadAnswer)
        })?;
    p.write(0, &bytes);
    Ok((bytes.len() as i64, e))
}

fn write(cx: &mut NativeCx<'_>, fd: i64, p: Bytes, off: Option<i64>) -> Result<(i64, i64), Stop> {
    if handed_over(cx) {
        return fetch::<WriteAnswer>(cx);
    }
    let hook = match fd {
        1 => &cx.host().stdout,
        2 => &cx.host().stderr,
        _ => &None,
    };
    if let Some(f) = hook {
        f(&p.to_vec());
        return Ok((p.len() as i64, 0));
    }
    let os = os(cx)?;
    let mut done = 0;
    if off.is_some() || os.prompt(fd) {
        if p.len() <= DIRECT {
            // SAFETY: the bytes of a live slice.
            return Ok(unsafe { write_at(fd, p.0.ptr, p.len(), off) });
        }
    } else if let Some(_turn) = os.writing.lock.try_lock()
        && os.writing.jobs.load(SeqCst) == 0
    {
        while ready(fd, libc::POLLOUT, 0) {
            let piece = PIPE_PIECE.min(p.len() - done);
            // SAFETY: bytes of a live slice.
            let (n, e) = unsafe { write_at(fd, p.0.ptr.add(done), piece, None) };
            done += n as usize;
            if e != 0 || done == p.len() {
                return Ok((done as i64, e));
            }
            if done > DIRECT {
                break;
            }
        }
    }
    let rest = p.read(done, p.len());
    let jobs = off.is_none().then_some(&os.writing.jobs);
    hand_over::<WriteAnswer>(cx, jobs, WaitReason::IoWait, move || {
        // SAFETY: the vector's bytes.
        let (n, e) = unsafe { write_at(fd, rest.as_ptr(), rest.len(), off) };
        Box::new((done as i64 + n, e) as WriteAnswer)
    })
}

fn stat_of(os: &Os, fd: i64, name: &GoStr<'_>, follow: bool) -> Result<libc::stat, i64> {
    // SAFETY: plain data that the call fills.
    let mut st: libc::stat = unsafe { std::mem::zeroed() };
    let e = if fd >= 0 {
        // SAFETY: a place for the answer.
        status(|| unsafe { libc::fstat(fd as i32, &mut st) }.into())
    } else {
        let path = c_path(name)?;
        let flags = if follow { 0 } else { libc::AT_SYMLINK_NOFOLLOW };
        // SAFETY: as above; the path ends with a zero.
        status(|| unsafe { libc::fstatat(os.at(), path.as_ptr(), &mut st, flags) }.into())
    };
    if e == 0 { Ok(st) } else { Err(e) }
}

fn open(at: i32, path: &CString, flag: i64, perm: u32) -> (i64, i64) {
    // SAFETY: the path ends with a zero.
    let (fd, e) = retry(|| unsafe {
        libc::openat(at, path.as_ptr(), flag as i32 | libc::O_CLOEXEC, perm) as i64
    });
    if e == 0 { (fd, 0) } else { (-1, e) }
}

fn read_dir(os: &Os, name: &GoStr<'_>) -> Result<Vec<(Vec<u8>, u32)>, i64> {
    let path = c_path(name)?;
    let (fd, e) = open(
        os.at(),
        &path,
        i64::from(libc::O_RDONLY | libc::O_DIRECTORY),
        0,
    );
    if e != 0 {
        return Err(e);
    }
    // SAFETY: the stream owns the descriptor from here on and is closed below; entries are read before the next call.
    unsafe {
        let dir = libc::fdopendir(fd as i32);
        if dir.is_null() {
            let e = errno();
            libc::close(fd as i32);
            return Err(e);
        }
        let mut out = Vec::new();
        loop {
            let entry = libc::readdir(dir);
            if entry.is_null() {
                break;
            }
            let name = std::ffi::CStr::from_ptr((*entry).d_name.as_ptr()).to_bytes();
            if name != b"." && name != b".." {
                out.push((name.to_vec(), u32::from((*entry).d_type) << 12));
            }
        }
        libc::closedir(dir);
        out.sort();
        Ok(out)
    }
}

/// The operations of PathOp, in the order of their constants.
fn path_op(os: &Os, op: i64, a: &GoStr<'_>, b: &GoStr<'_>, n: i64) -> Result<(), i64> {
    let (a, b) = (c_path(a)?, c_path(b)?);
    let (a, b, at) = (a.as_ptr(), b.as_ptr(), os.at());
    let mode = n as libc::mode_t;
    if op == 8 {
        // SAFETY: the path ends with a zero.
        let (fd, e) = retry(|| unsafe {
            libc::openat(at, a, libc::O_PATH | libc::O_DIRECTORY | libc::O_CLOEXEC).into()
        });
        if e != 0 {
            return Err(e);
        }
        // SAFETY: as above; it can only be entered by those who may search it.
        if unsafe { libc::faccessat(fd as i32, c".".as_ptr(), libc::X_OK, libc::AT_EACCESS) } != 0 {
            let e = errno();
            // SAFETY: our own descriptor.
            unsafe { libc::close(fd as i32) };
            return Err(e);
        }
        let old = os.cwd.swap(fd as i32, SeqCst);
        if old >= 0 {
            // SAFETY: our own descriptor.
            unsafe { libc::close(old) };
        }
        return Ok(());
    }
    // SAFETY: the paths end with a zero.
    let e = status(|| unsafe {
        match op {
            0 => libc::mkdirat(at, a, mode).into(),
            1 => libc::unlinkat(at, a, 0).into(),
            2 => libc::unlinkat(at, a, libc::AT_REMOVEDIR).into(),
            3 => libc::renameat(at, a, at, b).into(),
            4 => libc::linkat(at, a, at, b, 0).into(),
            5 => libc::symlinkat(a, at, b).into(),
            6 => libc::fchmodat(at, a, mode, 0).into(),
            7 => {
                let fd = libc::openat(at, a, libc::O_WRONLY | libc::O_CLOEXEC);
                if fd < 0 {
                    return -1;
                }
                let r = libc::ftruncate(fd, n);
                let e = errno();
                libc::close(fd);
                *libc::__errno_location() = e as i32;
                r.into()
            }
            9 => {
                let time = |t: i64| libc::timespec {
                    tv_sec: t.div_euclid(1_000_000_000),
                    tv_nsec: t.rem_euclid(1_000_000_000),
                };
                libc::utimensat(at, a, [time(n), time(n)].as_ptr(), 0).into()
            }
            _ => {
                *libc::__errno_location() = libc::ENOSYS;
                -1
            }
        }
    });
    if e == 0 { Ok(()) } else { Err(e) }
}

fn getwd(os: &Os) -> Result<Vec<u8>, i64> {
    let fd = os.at();
    if fd >= 0 {
        return match std::fs::read_link(format!("/proc/self/fd/{fd}")) {
            Ok(p) => Ok(p.into_os_string().into_vec()),
            Err(e) => Err(e.raw_os_error().unwrap_or(libc::EIO).into()),
        };
    }
    // Go believes $PWD if it names the current directory.
    let env = os.env.lock();
    let pwd = env.iter().find(|v| v.0 == b"PWD").map(|v| v.1.clone());
    drop(env);
    let here =
        std::fs::metadata(".").map_err(|e| i64::from(e.raw_os_error().unwrap_or(libc::EIO)))?;
    if let Some(pwd) = pwd.filter(|p| p.starts_with(b"/")) {
        use std::os::unix::fs::MetadataExt;
        let same = std::fs::metadata(std::ffi::OsStr::from_bytes(&pwd))
            .is_ok_and(|m| (m.dev(), m.ino()) == (here.dev(), here.ino()));
        if same {
            return Ok(pwd);
        }
    }
    match std::env::current_dir() {
        Ok(p) => Ok(p.into_os_string().into_vec()),
        Err(e) => Err(e.raw_os_error().unwrap_or(libc::EIO).into()),
    }
}

fn strerror(e: i64) -> String {
    let mut buf = [0u8; 256];
    // SAFETY: the buffer's size is given; the text in it ends with a zero.
    let ok = e > 0
        && e < 4096
        && unsafe { libc::strerror_r(e as i32, buf.as_mut_ptr().cast(), buf.len()) } == 0;
    let text =
        std::ffi::CStr::from_bytes_until_nul(&buf).map_or("".into(), |s| s.to_string_lossy());
    if !ok || text.starts_with("Unknown error") {
        return format!("errno {e}");
    }
    let mut text = text.into_owned().into_bytes();
    if text.len() > 1 && text[0].is_ascii_uppercase() && text[1].is_ascii_lowercase() {
        text[0] = text[0].to_ascii_lowercase();
    }
    String::from_utf8_lossy(&text).into_owned()
}

natives! { TABLE;
    /// Opens a file.
    fn "internal/rt.FileOpen"(cx, name: GoStr, flag: i64, perm: u32) -> (i64, i64) {
        if handed_over_flag(flag) {
            cx.set_arg(2, (flag & !(HANDED_OVER as i64)) as u64);
            // SAFETY: on this worker.
            let answer = unsafe { sched::take_result(cx.p(), cx.g()) };
            let Some(Ok(a)) = answer.map(|a| a.downcast::<(i64, i64)>()) else {
                return Err(Stop::fatal("a job of the blocking pool failed"));
            };
            os(cx)?.forget(a.0);
            return Ok(*a);
        }
        let path = match c_path(&name) {
            Ok(p) => p,
            Err(e) => return Ok((-1, e)),
        };
        let os = os(cx)?;
        // Opening a pipe waits for its other side.
        let fifo = stat_of(os, -1, &name, true).is_ok_and(|st| st.st_mode & libc::S_IFMT == libc::S_IFIFO);
        if !fifo {
            let r = open(os.at(), &path, flag, perm);
            os.forget(r.0);
            return Ok(r);
        }
        cx.set_arg(2, flag as u64 | HANDED_OVER);
        let at = os.at();
        let work = Box::new(move || Box::new(open(at, &path, flag, perm)) as Answer);
        // SAFETY: on this worker.
        match unsafe { sched::submit(cx.p(), cx.g(), WaitReason::Syscall, cx.call_pc(), cx.fp(), work) } {
            Wait::Parked => Err(Stop::Parked),
            Wait::Done => Err(Stop::Again),
        }
    }

    /// Reads at the file's offset.
    fn "internal/rt.FileRead"(cx, fd: i64, p: Bytes) -> (i64, i64) { read(cx, fd, p, None) }

    /// Reads at an offset.
    fn "internal/rt.FilePread"(cx, fd: i64, p: Bytes, off: i64) -> (i64, i64) { read(cx, fd, p, Some(off)) }

    /// Writes at the file's offset.
    fn "internal/rt.FileWrite"(cx, fd: i64, p: Bytes) -> (i64, i64) { write(cx, fd, p, None) }

    /// Writes at an offset.
    fn "internal/rt.FilePwrite"(cx, fd: i64, p: Bytes, off: i64) -> (i64, i64) { write(cx, fd, p, Some(off)) }

    /// Sets the file's offset.
    fn "internal/rt.FileSeek"(cx, fd: i64, off: i64, whence: i64) -> (i64, i64) {
        let _ = &cx;
        // SAFETY: takes numbers only.
        let (n, e) = retry(|| unsafe { libc::lseek(fd as i32, off, whence as i32) });
        Ok((n.max(0), e))
    }

    /// Closes a descriptor.
    fn "internal/rt.FileClose"(cx, fd: i64) -> i64 {
        os(cx)?.forget(fd);
        // SAFETY: the program's own descriptor. An interrupted close has closed.
        let e = if unsafe { libc::close(fd as i32) } == 0 { 0 } else { errno() };
        Ok(if e == i64::from(libc::EINTR) { 0 } else { e })
    }

    /// Writes the file through to the disk.
    fn "internal/rt.FileSync"(cx, fd: i64) -> i64 {
        if handed_over(cx) {
            return fetch::<i64>(cx);
        }
        // SAFETY: takes a number only.
        hand_over::<i64>(cx, None, WaitReason::Syscall, move || Box::new(status(|| unsafe { libc::fsync(fd as i32) }.into())))
    }

    /// Changes the size of an open file.
    fn "internal/rt.FileTruncate"(cx, fd: i64, size: i64) -> i64 {
        let _ = &cx;
        // SAFETY: takes numbers only.
        Ok(status(|| unsafe { libc::ftruncate(fd as i32, size) }.into()))
    }

    /// Describes a file.
    fn "internal/rt.FileStat"(cx, fd: i64, name: GoStr, follow: bool) -> (u32, i64, i64, i64, u64, u64, i64) {
        Ok(match stat_of(os(cx)?, fd, &name, follow) {
            Ok(s) => (s.st_mode, s.st_size, s.st_mtime, s.st_mtime_nsec, s.st_dev, s.st_ino, 0),
            Err(e) => (0, 0, 0, 0, 0, 0, e),
        })
    }

    /// Lists a directory.
    fn "internal/rt.ReadDir"(cx, name: GoStr) -> (Slice, Slice, i64) {
        match read_dir(os(cx)?, &name) {
            Ok(list) => {
                let names: Vec<&[u8]> = list.iter().map(|e| &e.0[..]).collect();
                let types: Vec<u8> = list.iter().flat_map(|e| e.1.to_ne_bytes()).collect();
                let names = cx.new_strings(&names)?;
                Ok((names, cx.new_plain_slice(&types, 4)?, 0))
            }
            Err(e) => Ok((Slice::NIL, Slice::NIL, e)),
        }
    }

    /// Makes a pipe.
    fn "internal/rt.Pipe"(cx) -> (i64, i64, i64) {
        let os = os(cx)?;
        let mut fds = [0i32; 2];
        // SAFETY: room for two descriptors.
        let e = status(|| unsafe { libc::pipe2(fds.as_mut_ptr(), libc::O_CLOEXEC) }.into());
        for fd in fds {
            os.forget(fd.into());
        }
        Ok((fds[0].into(), fds[1].into(), e))
    }

    /// Does one thing to a path.
    fn "internal/rt.PathOp"(cx, op: i64, a: GoStr, b: GoStr, n: i64) -> i64 {
        Ok(path_op(os(cx)?, op, &a, &b, n).err().unwrap_or(0))
    }

    /// What a symbolic link holds.
    fn "internal/rt.Readlink"(cx, name: GoStr) -> (GoStr<'_>, i64) {
        let os = os(cx)?;
        let mut buf = vec![0u8; libc::PATH_MAX as usize];
        let r = c_path(&name).and_then(|path| {
            // SAFETY: the path ends with a zero; the buffer's size is given.
            let (n, e) = retry(|| unsafe { libc::readlinkat(os.at(), path.as_ptr(), buf.as_mut_ptr().cast(), buf.len()) as i64 });
            if e == 0 { Ok(n as usize) } else { Err(e) }
        });
        match r {
            Ok(n) => Ok((cx.new_string(&buf[..n])?, 0)),
            Err(e) => Ok((cx.new_string(b"")?, e)),
        }
    }

    /// The current directory.
    fn "internal/rt.Getwd"(cx) -> (GoStr<'_>, i64) {
        match getwd(os(cx)?) {
            Ok(dir) => Ok((cx.new_string(&dir)?, 0)),
            Err(e) => Ok((cx.new_string(b"")?, e)),
        }
    }

    /// The host's name.
    fn "internal/rt.Hostname"(cx) -> (GoStr<'_>, i64) {
        let mut buf = [0u8; 256];
        // SAFETY: the buffer's size is given, less one for the zero.
        let e = status(|| unsafe { libc::gethostname(buf.as_mut_ptr().cast(), buf.len() - 1) }.into());
        let n = buf.iter().position(|b| *b == 0).unwrap_or(0);
        Ok((cx.new_string(&buf[..n])?, e))
    }

    /// The path of the running program.
    fn "internal/rt.Executable"(cx) -> GoStr<'_> {
        let path = std::env::current_exe().unwrap_or_default();
        cx.new_string(path.as_os_str().as_bytes())
    }

    /// The program's name and arguments.
    fn "internal/rt.Args"(cx) -> Slice {
        let args = &cx.host().args;
        cx.new_strings(args)
    }

    /// The environment.
    fn "internal/rt.Environ"(cx) -> Slice {
        let all: Vec<Vec<u8>> = os(cx)?.env.lock().iter().map(|(k, v)| [k, &b"="[..], v].concat()).collect();
        cx.new_strings(&all)
    }

    /// Looks up one variable.
    fn "internal/rt.Getenv"(cx, key: GoStr) -> (GoStr<'_>, bool) {
        let value = os(cx)?.env.lock().iter().find(|e| e.0 == key.bytes()).map(|e| e.1.clone());
        Ok((cx.new_string(value.as_deref().unwrap_or(b""))?, value.is_some()))
    }

    /// Sets or removes one variable.
    fn "internal/rt.Setenv"(cx, key: GoStr, value: GoStr, set: bool) {
        let mut env = os(cx)?.env.lock();
        match (set, env.iter().position(|e| e.0 == key.bytes())) {
            (true, Some(i)) => env[i].1 = value.bytes().to_vec(),
            (true, None) => env.push((key.bytes().to_vec(), value.bytes().to_vec())),
            (false, Some(i)) => { env.remove(i); }
            (false, None) => {}
        }
        Ok(())
    }

    /// Numbers of this process.
    fn "internal/rt.Ids"(cx, which: i64) -> i64 {
        let _ = &cx;
        // SAFETY: these take nothing and cannot fail.
        Ok(unsafe {
            match which {
                0 => libc::getpid().into(),
                1 => libc::getppid().into(),
                2 => libc::getuid().into(),
                3 => libc::geteuid().into(),
                4 => libc::getgid().into(),
                5 => libc::getegid().into(),
                _ => libc::sysconf(libc::_SC_PAGESIZE),
            }
        })
    }

    /// Ends the program at once.
    fn "internal/rt.Exit"(cx, code: i64) { let _ = &cx; Err(Stop::Exit(code as i32)) }

    /// The text of an error number.
    fn "internal/rt.Strerror"(cx, e: i64) -> GoStr<'_> { cx.new_string(strerror(e).as_bytes()) }

    /// Ends the program as a write to a broken standard output does.
    fn "internal/rt.Sigpipe"(cx) {
        let _ = &cx;
        // SAFETY: the process ends by the signal, as one that does not care about it.
        unsafe {
            libc::signal(libc::SIGPIPE, libc::SIG_DFL);
            libc::raise(libc::SIGPIPE);
        }
        Err(Stop::Exit(2))
    }
}

fn handed_over_flag(flag: i64) -> bool {
    flag >= 0 && flag as u64 & HANDED_OVER != 0
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn errors_in_gos_words() {
        assert_eq!(strerror(2), "no such file or directory");
        assert_eq!(strerror(13), "permission denied");
        assert_eq!(strerror(73), "RFS specific error");
        assert_eq!(strerror(9999), "errno 9999");
    }
}
