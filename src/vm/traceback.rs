//! Goroutine dumps and fatal errors, in Go's format, on standard error.

use crate::bytecode::Kind;
use crate::bytecode::Op;
use crate::heap::access;
use crate::sched;
use crate::sched::G;
use crate::sched::G_MAIN;
use crate::sched::P;
use crate::sched::WaitReason;
use crate::value::Iface;
use crate::vm::Vm;
use crate::vm::dispatch::Pc;
use crate::vm::unwind;
use crate::vm::unwind::Frame;
use crate::vm::unwind::Frames;
use std::collections::VecDeque;
use std::io::Write;
use std::sync::atomic::AtomicU8;
use std::sync::atomic::AtomicU64;
use std::sync::atomic::Ordering::Relaxed;

/// Frames printed at each end of a deep stack.
const EDGE: usize = 50;

/// What a panic prints of the goroutines.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub enum TracebackLevel {
    /// Nothing.
    None,
    /// The one that has panicked.
    #[default]
    Single,
    /// Every one.
    All,
}

impl TracebackLevel {
    /// Reads a level as GOTRACEBACK and debug.SetTraceback spell it.
    pub fn parse(s: &str) -> TracebackLevel {
        match s {
            "none" | "0" => TracebackLevel::None,
            "all" | "system" | "crash" | "wer" => TracebackLevel::All,
            s if s.parse::<u32>().is_ok() => TracebackLevel::All,
            _ => TracebackLevel::Single,
        }
    }

    /// The variable GOTRACEBACK.
    pub fn of_env() -> TracebackLevel {
        TracebackLevel::parse(&std::env::var("GOTRACEBACK").unwrap_or_default())
    }
}

/// The level of an instance, and whose panic has ended it.
#[derive(Debug)]
pub(crate) struct Traceback {
    level: AtomicU8,
    victim: AtomicU64,
}

impl Traceback {
    pub(crate) fn new(level: TracebackLevel) -> Traceback {
        Traceback {
            level: AtomicU8::new(level as u8),
            victim: AtomicU64::new(0),
        }
    }

    pub(crate) fn get(&self) -> TracebackLevel {
        match self.level.load(Relaxed) {
            0 => TracebackLevel::None,
            1 => TracebackLevel::Single,
            _ => TracebackLevel::All,
        }
    }

    /// Sets the level; like Go's it never goes below the one the environment gave.
    pub(crate) fn set(&self, level: TracebackLevel) {
        self.level.fetch_max(level as u8, Relaxed);
    }

    /// The panic of goroutine `id` ends the program.
    pub(crate) fn note_death(&self, id: u64) {
        self.victim.store(id, Relaxed);
    }

    /// The goroutine whose panic has ended the program, if the others are to be printed, too.
    pub(crate) fn died(&self) -> Option<u64> {
        let id = self.victim.load(Relaxed);
        (id != 0 && self.get() == TracebackLevel::All).then_some(id)
    }
}

/// A frame as programs see it: function, file, line.
#[derive(Clone, Debug)]
pub struct FrameInfo {
    /// The function's name.
    pub func: Box<str>,
    /// The file.
    pub file: Box<str>,
    /// The line.
    pub line: u32,
    /// Its pc, as runtime.Callers gives it: something that identifies the place.
    pub pc: u64,
}

/// Stand for functions of Go's runtime, which are no functions here.
const GOPANIC: u64 = 1;
const MAIN: u64 = 2;
const GOEXIT: u64 = 3;

/// The frame of one of these.
fn runtime_frame(pc: u64) -> Option<FrameInfo> {
    let (func, file, line) = match pc {
        GOPANIC => ("gopanic", "panic.go", 860),
        MAIN => ("main", "proc.go", 302),
        GOEXIT => ("goexit", "asm_amd64.s", 1264),
        _ => return None,
    };
    Some(FrameInfo {
        func: format!("runtime.{func}").into(),
        file: format!("$GOROOT/src/runtime/{file}").into(),
        line,
        pc,
    })
}

impl Vm {
    /// What debug.SetTraceback does.
    pub fn set_traceback(&self, level: TracebackLevel) {
        self.traceback.set(level);
    }

    /// The stacks of all goroutines, the running one first, as text.
    ///
    /// # Safety
    /// On the worker `p`, which runs `g`, whose state is saved.
    pub unsafe fn write_all_goroutines(&self, out: &mut Vec<u8>, p: *mut P, g: *mut G) {
        self.write_goroutine(out, g, true);
        while !sched::stop_the_world(p) {}
        self.write_goroutines(out, (*g).id);
        sched::start_the_world(p);
    }

    /// Writes to standard error, or what the host has put in its place, in one go; that it may be closed is nobody's concern.
    pub fn write_stderr(&self, out: &[u8]) {
        if out.is_empty() {
            return;
        }
        match &self.host.stderr {
            Some(f) => f(out),
            None => {
                let _ = std::io::stderr().write_all(out);
            }
        }
    }

    /// File and line of the instruction before word `offset` of a function.
    pub(crate) fn position(&self, f: crate::bytecode::FuncId, offset: u32) -> (&str, u32) {
        let f = &self.program.funcs[f.index()];
        let at = offset.saturating_sub(1);
        let k = f.lines.partition_point(|l| l.pc <= at);
        match k
            .checked_sub(1)
            .or(if f.lines.is_empty() { None } else { Some(0) })
        {
            Some(k) => {
                let l = &f.lines[k];
                let file = self.program.files.get(l.file as usize);
                (file.map_or("?", |s| s), l.line)
            }
            None => ("?", 0),
        }
    }

    /// What `runtime.Caller` and `runtime.Callers` see: frames of the running goroutine from the one at `fp` and `pc` on,
    /// without wrappers.
    ///
    /// # Safety
    /// On the worker that runs `g`; the frame is on its stack.
    pub unsafe fn frames(
        &self,
        g: *mut G,
        fp: *mut u64,
        pc: *const u64,
        max: usize,
    ) -> Vec<FrameInfo> {
        let at = fp.offset_from((*g).stack) as usize;
        let mut walk = Frames::new(self, g, at, pc);
        let mut out = Vec::new();
        while out.len() < max {
            let Some(f) = walk.next() else { break };
            if let Some(i) = self.frame_info(&f) {
                out.push(i);
            }
            if f.by_panic {
                out.extend(runtime_frame(GOPANIC));
            }
        }
        // Below every goroutine's first function lies what has called it.
        if (*g).flags & G_MAIN != 0 {
            out.extend(runtime_frame(MAIN));
        }
        out.extend(runtime_frame(GOEXIT));
        out.truncate(max);
        out
    }

    pub(crate) fn frame_info(&self, f: &Frame) -> Option<FrameInfo> {
        let func = &self.program.funcs[f.func.index()];
        if func.wrapper || func.name.is_empty() {
            return None;
        }
        let (file, line) = self.position(f.func, f.offset);
        Some(FrameInfo {
            func: func.name.clone(),
            file: file.into(),
            line,
            pc: self.funcs[f.func.index()].code as u64 + u64::from(f.offset) * 8,
        })
    }

    /// The frame a pc from [`FrameInfo::pc`] stands for.
    pub fn frame_at(&self, pc: u64) -> Option<FrameInfo> {
        if let Some(f) = runtime_frame(pc) {
            return Some(f);
        }
        let (func, offset) = self.code.find(pc as *const u64)?;
        let name = &self.program.funcs[func.index()].name;
        let (file, line) = self.position(func, offset);
        (!name.is_empty()).then(|| FrameInfo {
            func: name.clone(),
            file: file.into(),
            line,
            pc,
        })
    }

    /// Where the code of a function begins, of a func value's closure.
    pub fn code_of(&self, closure: u64) -> u64 {
        if closure == 0 {
            return 0;
        }
        // SAFETY: word 0 of a closure is the number of its function.
        let f = unsafe { access::load64(closure as *const u64) };
        self.funcs.get(f as usize).map_or(0, |f| f.code as u64)
    }

    /// `goroutine N [state]:` and its stack, as text.
    ///
    /// # Safety
    /// The goroutine rests with its state saved, or is the caller's own with it saved.
    pub unsafe fn write_goroutine(&self, out: &mut Vec<u8>, g: *mut G, running: bool) {
        let (reason, minutes) = if running {
            (WaitReason::Running, 0)
        } else {
            self.sched.status(g)
        };
        let _ = write!(out, "goroutine {} [{}", (*g).id, reason.text());
        if minutes >= 1 {
            let _ = write!(out, ", {minutes} minutes");
        }
        let _ = writeln!(out, "]:");
        let pc = if running {
            unwind::pc_of(g)
        } else {
            self.resting_pc(g)
        };
        let at = (*g).fp.offset_from((*g).stack) as usize;
        let mut walk = Frames::new(self, g, at, pc);
        // The first frames are written as they come, of the others the last are kept.
        let (mut count, mut last) = (0usize, VecDeque::new());
        while let Some(f) = walk.next() {
            if self.program.funcs[f.func.index()].wrapper {
                continue;
            }
            count += 1;
            if count <= EDGE {
                self.write_frame(out, &f);
                continue;
            }
            if last.len() == EDGE {
                last.pop_front();
            }
            last.push_back(f);
        }
        if count > 2 * EDGE {
            let _ = writeln!(out, "...{} frames elided...", count - 2 * EDGE);
        }
        for f in &last {
            self.write_frame(out, f);
        }
        if let Some((f, offset)) = self.code.find((*g).gopc).filter(|_| !(*g).gopc.is_null()) {
            let (file, line) = self.position(f, offset);
            let name = &self.program.funcs[f.index()].name;
            let _ = writeln!(out, "created by {name} in goroutine {}", (*g).parent);
            let _ = writeln!(out, "\t{file}:{line} +{:#x}", offset * 8);
        }
    }

    fn write_frame(&self, out: &mut Vec<u8>, f: &Frame) {
        let func = &self.program.funcs[f.func.index()];
        let args = if func.param_slots == 0 { "" } else { "..." };
        let (file, line) = self.position(f.func, f.offset);
        let _ = writeln!(out, "{}({args})", func.name);
        let _ = writeln!(out, "\t{file}:{line} +{:#x}", f.offset * 8);
    }

    /// The pc behind the instruction a parked goroutine is at.
    pub(crate) unsafe fn resting_pc(&self, g: *mut G) -> Pc {
        let pc = unwind::pc_of(g);
        if self.repeats(pc) { pc.add(1) } else { pc }
    }

    /// Whether a parked goroutine's pc is at the instruction it will repeat.
    unsafe fn repeats(&self, pc: Pc) -> bool {
        let op = self.code.op(pc);
        op == Op::Select as u16 || op == Op::CallNative as u16
    }

    /// `fatal error: text`, the goroutine `id` and then all others.
    pub(crate) unsafe fn print_fatal(&self, text: &str, id: u64) {
        let mut out = format!("fatal error: {text}\n").into_bytes();
        if text == "stack overflow" {
            out.extend_from_slice(b"\nruntime stack:\n");
        }
        let mut mine = None;
        self.sched.for_each_g(|g| {
            if (*g).id == id {
                mine = Some(g);
            }
        });
        if let Some(g) = mine {
            out.push(b'\n');
            self.write_goroutine(&mut out, g, true);
        }
        self.write_stderr(&out);
        if text != "stack overflow" && !text.contains("out of memory") {
            self.print_goroutines(id);
        }
        if let Some(g) = mine {
            self.write_stderr(self.explanation(text, g).as_bytes());
        }
    }

    /// The report after SIGQUIT.
    pub(crate) unsafe fn print_quit(&self) {
        let mut pc: *const u64 = std::ptr::null();
        self.sched.for_each_g(|g| {
            if pc.is_null() || self.sched.status(g).0 == WaitReason::Running {
                pc = (*g).pc;
            }
        });
        self.write_stderr(format!("SIGQUIT: quit\nPC={pc:p} m=0 sigcode=0\n").as_bytes());
        self.print_goroutines(0);
    }

    /// Every goroutine but `except`.
    pub(crate) unsafe fn print_goroutines(&self, except: u64) {
        let mut out = Vec::new();
        self.write_goroutines(&mut out, except);
        self.write_stderr(&out);
    }

    /// The same as text.
    ///
    /// # Safety
    /// All goroutines but `except` rest with their state saved.
    pub(crate) unsafe fn write_goroutines(&self, out: &mut Vec<u8>, except: u64) {
        let mut all = Vec::new();
        self.sched.for_each_g(|g| {
            if (*g).id != except && (*g).flags & crate::sched::G_SYSTEM == 0 {
                all.push(((*g).id, g));
            }
        });
        all.sort_unstable();
        for (_, g) in all {
            out.push(b'\n');
            self.write_goroutine(out, g, false);
        }
    }

    /// Go's report when nothing can run.
    pub(crate) unsafe fn print_deadlock(&self) {
        let mut main = false;
        self.sched
            .for_each_g(|g| main |= (*g).flags & crate::sched::G_MAIN != 0);
        self.write_stderr(if main {
            b"fatal error: all goroutines are asleep - deadlock!\n"
        } else {
            b"fatal error: no goroutines (main called runtime.Goexit) - deadlock!\n"
        });
        self.print_goroutines(0);
        if let Some(e) = &self.explainer {
            self.write_stderr(e.stuck(&self.stuck()).as_bytes());
        }
    }

    /// What the host says about the end of the program by goroutine `g`, whose state is saved.
    pub(crate) unsafe fn explanation(&self, text: &str, g: *mut G) -> String {
        let Some(e) = &self.explainer else {
            return String::new();
        };
        let at = (*g).fp.offset_from((*g).stack) as usize;
        let mut walk = Frames::new(self, g, at, (*g).pc);
        let mut place = None;
        while place.is_none() {
            let Some(f) = walk.next() else {
                return String::new();
            };
            if !self.program.funcs[f.func.index()].library {
                place = self.frame_info(&f);
            }
        }
        place.map_or(String::new(), |place| e.failed(text, &place))
    }

    /// Go's report when nothing can run, of an evaluation; other goroutines follow it.
    pub(crate) unsafe fn deadlock_report(&self, evaluation: *mut G) -> String {
        let mut out = b"fatal error: all goroutines are asleep - deadlock!\n\n".to_vec();
        self.write_goroutine(&mut out, evaluation, false);
        let mut others = Vec::new();
        self.sched.for_each_g(|g| {
            if g != evaluation && (*g).flags & crate::sched::G_SYSTEM == 0 {
                others.push(((*g).id, g));
            }
        });
        others.sort_unstable();
        for (_, g) in others {
            out.push(b'\n');
            self.write_goroutine(&mut out, g, false);
        }
        if let Some(e) = &self.explainer {
            out.extend_from_slice(e.stuck(&self.stuck()).as_bytes());
        }
        String::from_utf8_lossy(&out).into_owned()
    }

    /// A panic value's text without Go code: basic kinds as `print` would, others by type and address.
    pub(crate) fn plain_text(&self, v: Iface) -> String {
        if v.is_nil() {
            return "nil".into();
        }
        let t = self.types.rtype(v.ty);
        let basic = match t.kind {
            Kind::Bool => (v.data != 0).to_string(),
            Kind::Int | Kind::Int8 | Kind::Int16 | Kind::Int32 | Kind::Int64 => {
                (v.data as i64).to_string()
            }
            Kind::Uint
            | Kind::Uint8
            | Kind::Uint16
            | Kind::Uint32
            | Kind::Uint64
            | Kind::Uintptr => v.data.to_string(),
            Kind::String => {
                // SAFETY: two-slot values are boxed.
                let s: crate::value::Str<'_> = unsafe {
                    let (a, b) = crate::heap::atomic16::load(v.data as *const u64);
                    crate::value::Str::from_parts(a, b)
                };
                let text = s.to_text();
                let w = &self.program.well_known;
                if v.ty == w.error_string && w.error_string.0 != 0 {
                    return format!("runtime error: {text}");
                }
                if t.base_name.is_empty() || v.ty == w.plain_error || v.ty == w.string {
                    return text;
                }
                format!("{text:?}")
            }
            _ => return format!("({}) {:#x}", t.name, v.data),
        };
        if t.pkg.is_empty() {
            basic
        } else {
            format!("{}({basic})", t.name)
        }
    }
}
