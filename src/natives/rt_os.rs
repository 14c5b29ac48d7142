//! Natives of internal/rt for the operating system: files, directories, the environment, the process.
//!
//! What a program changes of its surroundings (variables, current directory) is this instance's and kept in [`Os`]. Reads and
//! writes that may block (pipes, terminals, sockets) are tried only when poll(2) says that they can go on; otherwise the
//! blocking pool does them while the goroutine waits, and the native is repeated to fetch the answer.

use crate::natives::os_signal::Inbox;
use crate::sched;
use crate::sched::Answer;
use crate::sched::WaitReason;
use crate::vm::native::Bytes;
use crate::vm::native::GoStr;
use crate::vm::native::NativeCx;
use crate::vm::native::Slice;
use crate::vm::native::Stop;
use crate::vm::native::natives;
use crate::vm::posix;
use crate::vm::posix::Errno;
use crate::vm::posix::Id;
use crate::vm::posix::PathOp;
use crate::vm::posix::Stat;
use crate::vm::posix::c_path;
use crate::vm::signal;
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
        let st = posix::fstat(fd).ok();
        let mode = st.map_or(0, |st| st.st_mode & libc::S_IFMT);
        let null = st.is_some_and(|st| mode == libc::S_IFCHR && libc::major(st.st_rdev) == 1);
        let kind = match mode {
            _ if st.is_none() || null => PROMPT,
            libc::S_IFREG | libc::S_IFDIR | libc::S_IFBLK => PROMPT,
            _ => SLOW,
        };
        if let Some(k) = known.filter(|_| st.is_some()) {
            k.store(kind, Relaxed);
        }
        kind == PROMPT
    }

    /// A descriptor of the current directory, or AT_FDCWD.
    pub fn at(&self) -> i32 {
        self.cwd.load(SeqCst)
    }
}

impl Drop for Os {
    fn drop(&mut self) {
        let fd = self.at();
        if fd >= 0 {
            let _ = posix::close(fd.into());
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

/// 0, or the number of the error.
fn status<T>(r: Result<T, Errno>) -> i64 {
    r.err().unwrap_or(0)
}

/// A count or what else there is, and 0, or the other way round.
fn both(r: Result<i64, Errno>) -> (i64, i64) {
    match r {
        Ok(n) => (n, 0),
        Err(e) => (0, e),
    }
}

/// What a job of reading gives back: the bytes, the error.
type ReadAnswer = (Vec<u8>, i64);
/// What a job of writing gives back: how much, the error.
type WriteAnswer = (i64, i64);

/// Lets the pool work, and the native be repeated. In a seeded run the work is done at once: then this answers.
pub fn hand_over<T: 'static>(
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
    cx.submit(reason, move || {
        let answer = work();
        if let Some(j) = jobs {
            j.fetch_sub(1, SeqCst);
        }
        answer
    })?;
    fetch(cx)
}

/// The pool's answer to a native that is repeated.
pub fn fetch<T: 'static>(cx: &mut NativeCx<'_>) -> Result<T, Stop> {
    cx.set_arg(0, cx.arg(0) & !HANDED_OVER);
    cx.answer()
}

/// Whether the pool has the work of the native that is being repeated.
pub fn handed_over(cx: &NativeCx<'_>) -> bool {
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
    if prompt || free() && posix::ready(fd, libc::POLLIN, 0) {
        return Ok(both(posix::read_bytes(fd, p, len, off).map(|n| n as i64)));
    }
    drop(turn);
    let (bytes, e) =
        hand_over::<ReadAnswer>(cx, Some(&os.reading.jobs), WaitReason::IoWait, move || {
            // What may be abandoned does not take input that somebody else is to have.
            while let Some(abandoned) = sched::abandoned() {
                if abandoned || posix::ready(fd, libc::POLLIN, PATIENCE) {
                    break;
                }
            }
            if sched::abandoned() == Some(true) {
                return Box::new((Vec::new(), i64::from(libc::EINTR)) as ReadAnswer);
            }
            let mut buf = vec![0; len];
            let (n, e) = both(posix::read(fd, &mut buf, off).map(|n| n as i64));
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
            let (n, e) = posix::write_bytes(fd, p, 0, p.len(), off);
            return Ok((n as i64, e));
        }
    } else if let Some(_turn) = os.writing.lock.try_lock()
        && os.writing.jobs.load(SeqCst) == 0
    {
        while posix::ready(fd, libc::POLLOUT, 0) {
            let piece = PIPE_PIECE.min(p.len() - done);
            let (n, e) = posix::write_bytes(fd, p, done, done + piece, None);
            done += n;
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
        let (n, e) = posix::write(fd, &rest, off);
        Box::new(((done + n) as i64, e) as WriteAnswer)
    })
}

fn stat_of(os: &Os, fd: i64, name: &GoStr<'_>, follow: bool) -> Result<Stat, Errno> {
    match fd {
        0.. => posix::fstat(fd),
        _ => posix::fstatat(os.at(), &c_path(name.bytes())?, follow),
    }
}

fn open(at: i32, path: &CString, flag: i64, perm: u32) -> (i64, i64) {
    match posix::openat(at, path, flag as i32, perm) {
        Ok(fd) => (fd, 0),
        Err(e) => (-1, e),
    }
}

/// The operations of PathOp, in the order of their constants.
fn path_op(os: &Os, op: i64, a: &GoStr<'_>, b: &GoStr<'_>, n: i64) -> Result<(), Errno> {
    let (a, b, at) = (c_path(a.bytes())?, c_path(b.bytes())?, os.at());
    let op = match op {
        0 => PathOp::Mkdir(n as u32),
        1 => PathOp::Unlink,
        2 => PathOp::Rmdir,
        3 => PathOp::Rename,
        4 => PathOp::Link,
        5 => PathOp::Symlink,
        6 => PathOp::Chmod(n as u32),
        7 => PathOp::Truncate(n),
        8 => {
            let old = os.cwd.swap(posix::open_directory(at, &a)?, SeqCst);
            if old >= 0 {
                let _ = posix::close(old.into());
            }
            return Ok(());
        }
        9 => PathOp::SetTimes(n),
        10 | 11 => PathOp::Chown {
            uid: (n >> 32) as u32,
            gid: n as u32,
            follow: op == 10,
        },
        _ => return Err(libc::ENOSYS.into()),
    };
    posix::path_op(at, op, &a, &b)
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
    let text = posix::strerror(e).filter(|t| !t.starts_with("Unknown error"));
    let Some(text) = text else {
        return format!("errno {e}");
    };
    let mut text = text.into_bytes();
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
            let a = cx.answer::<(i64, i64)>()?;
            os(cx)?.forget(a.0);
            return Ok(a);
        }
        let path = match c_path(name.bytes()) {
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
        cx.submit(WaitReason::Syscall, move || Box::new(open(at, &path, flag, perm)) as Answer)?;
        Err(Stop::Again)
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
        Ok(both(posix::lseek(fd, off, whence)))
    }

    /// Closes a descriptor.
    fn "internal/rt.FileClose"(cx, fd: i64) -> i64 {
        os(cx)?.forget(fd);
        Ok(status(posix::close(fd)))
    }

    /// Writes the file through to the disk.
    fn "internal/rt.FileSync"(cx, fd: i64) -> i64 {
        if handed_over(cx) {
            return fetch::<i64>(cx);
        }
        hand_over::<i64>(cx, None, WaitReason::Syscall, move || Box::new(status(posix::fsync(fd))))
    }

    /// Changes the size of an open file.
    fn "internal/rt.FileTruncate"(cx, fd: i64, size: i64) -> i64 {
        let _ = &cx;
        Ok(status(posix::ftruncate(fd, size)))
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
        let at = os(cx)?.at();
        match c_path(name.bytes()).and_then(|path| posix::list(at, &path)) {
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
        let fds = match posix::pipe() {
            Ok(fds) => fds.map(i64::from),
            Err(e) => return Ok((0, 0, e)),
        };
        for fd in fds {
            os.forget(fd);
        }
        Ok((fds[0], fds[1], 0))
    }

    /// Does one thing to a path.
    fn "internal/rt.PathOp"(cx, op: i64, a: GoStr, b: GoStr, n: i64) -> i64 {
        Ok(path_op(os(cx)?, op, &a, &b, n).err().unwrap_or(0))
    }

    /// What a symbolic link holds.
    fn "internal/rt.Readlink"(cx, name: GoStr) -> (GoStr<'_>, i64) {
        let at = os(cx)?.at();
        match c_path(name.bytes()).and_then(|path| posix::readlinkat(at, &path)) {
            Ok(to) => Ok((cx.new_string(&to)?, 0)),
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
        match posix::hostname() {
            Ok(name) => Ok((cx.new_string(&name)?, 0)),
            Err(e) => Ok((cx.new_string(b"")?, e)),
        }
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
        Ok(posix::id(match which {
            0 => Id::Process,
            1 => Id::Parent,
            2 => Id::User,
            3 => Id::EffectiveUser,
            4 => Id::Group,
            5 => Id::EffectiveGroup,
            _ => Id::PageSize,
        }))
    }

    /// Ends the program at once.
    fn "internal/rt.Exit"(cx, code: i64) { let _ = &cx; Err(Stop::Exit(code as i32)) }

    /// The text of an error number.
    fn "internal/rt.Strerror"(cx, e: i64) -> GoStr<'_> { cx.new_string(strerror(e).as_bytes()) }

    /// Ends the program as a write to a broken standard output does.
    fn "internal/rt.Sigpipe"(cx) {
        let _ = &cx;
        signal::die_of(libc::SIGPIPE)
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
