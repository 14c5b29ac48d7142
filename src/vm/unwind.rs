//! Panics, deferred calls, recover, Goexit.
//!
//! A goroutine that panics has a list of [`Panic`] records, oldest first, in its `ext`; a Goexit in progress is one of them.
//! Each remembers the frame it began in (`top`), the frame it has come to in its walk (`at`), and where above `top` it makes the
//! frames of deferred calls (`base`), all as distances from the bottom of the stack, which may move. A deferred call returns to
//! the machine's `PanicReturn`, with the top frame as its caller.
//!
//! Deferred closures are taken off their frame's list before they are called, so a later panic that walks over the same frames
//! does not call them again. A recovered panic stays in the list, for reports, until its deferred call returns; then every record
//! that began above the frame that goes on is dropped, except that a Goexit found there goes on instead.

use crate::bytecode::FuncId;
use crate::heap::Marker;
use crate::sched;
use crate::sched::G;
use crate::sched::Grown;
use crate::sched::Outcome;
use crate::value::Iface;
use crate::value::Trap;
use crate::value::iface;
use crate::vm::Cx;
use crate::vm::FRAME_HEADER;
use crate::vm::TracebackLevel;
use crate::vm::Vm;
use crate::vm::dispatch::Fp;
use crate::vm::dispatch::Pc;
use crate::vm::live::Ended;
use crate::vm::run::Next;
use crate::vm::run::load;
use std::ptr::null_mut;

/// A panic or Goexit in progress.
#[derive(Debug)]
pub struct Panic {
    /// The value.
    pub value: Iface,
    /// A Goexit.
    pub goexit: bool,
    /// `recover` has returned its value.
    pub recovered: bool,
    /// The next panic in the list has the same value.
    pub repanicked: bool,
    /// A nil dereference, and the address: the report has a signal line.
    pub signal: Option<u64>,
    /// What is printed after "panic: ", once known.
    pub text: Option<Vec<u8>>,
    top: (usize, Pc),
    at: (usize, Pc),
    base: usize,
    /// A Goexit after a fatal error: deferred calls run right above the frames that deferred them, since there may be no room
    /// above the top.
    cut: bool,
}

/// A goroutine's `ext`.
#[derive(Default)]
struct Unwinding {
    panics: Vec<Panic>,
    /// The panic whose text is being made.
    printing: Option<usize>,
    /// Where it really is, when its pc says that it has been interrupted.
    interrupted_at: Option<Pc>,
    /// It has met with a fatal error.
    fatal: bool,
}

unsafe fn of<'a>(g: *mut G) -> &'a mut Unwinding {
    if (*g).ext.is_null() {
        (*g).ext = Box::into_raw(Box::<Unwinding>::default()).cast();
    }
    &mut *((*g).ext as *mut Unwinding)
}

/// Drops what a goroutine that ends may have left.
pub(crate) unsafe fn forget(g: *mut G) {
    if !(*g).ext.is_null() {
        drop(Box::from_raw((*g).ext as *mut Unwinding));
        (*g).ext = null_mut();
    }
}

/// Lets a goroutine that waits go on at the machine's address for ending it.
pub(crate) unsafe fn set_interrupted(vm: &Vm, g: *mut G) {
    if (*g).pc != vm.code.interrupted() {
        of(g).interrupted_at = Some((*g).pc);
        (*g).pc = vm.code.interrupted();
    }
}

/// Where the goroutine was when that was done to it.
pub(crate) unsafe fn take_interrupted(g: *mut G) -> Pc {
    of(g).interrupted_at.take().unwrap_or((*g).pc)
}

/// Whether a fatal error is ending the goroutine.
pub(crate) unsafe fn is_fatal(g: *mut G) -> bool {
    of(g).fatal
}

/// The pc of a goroutine that rests.
pub(crate) unsafe fn pc_of(g: *mut G) -> Pc {
    if !(*g).ext.is_null()
        && let Some(pc) = of(g).interrupted_at
    {
        return pc;
    }
    (*g).pc
}

/// Gives the values to the collector.
pub(crate) unsafe fn mark(g: *mut G, m: &mut Marker<'_>) {
    if !(*g).ext.is_null() {
        for p in &(*((*g).ext as *const Unwinding)).panics {
            m.mark_word(p.value.data as usize);
        }
    }
}

/// A frame, for walking.
#[derive(Clone, Copy)]
pub(crate) struct Frame {
    /// Its function.
    pub func: FuncId,
    /// Word offset of the instruction after the one it is at.
    pub offset: u32,
    /// Distance of its register 0 from the bottom of the stack.
    pub fp: usize,
    /// A deferred call that a panic has made.
    pub by_panic: bool,
}

/// Walks a goroutine's frames from the top; over the frames of deferred calls run by panics to the panicking ones.
pub(crate) struct Frames<'a> {
    vm: &'a Vm,
    g: *mut G,
    at: Option<(usize, Pc)>,
    /// How many panics, from the newest on, have been passed.
    passed: usize,
}

impl<'a> Frames<'a> {
    /// From the frame at `fp` (a distance) that is at `pc`.
    pub unsafe fn new(vm: &'a Vm, g: *mut G, fp: usize, pc: Pc) -> Frames<'a> {
        Frames {
            vm,
            g,
            at: Some((fp, pc)),
            passed: 0,
        }
    }

    /// The next frame.
    pub unsafe fn next(&mut self) -> Option<Frame> {
        let (fp, pc) = self.at?;
        let Some((func, offset)) = self.vm.code.find(pc) else {
            self.at = None;
            return None;
        };
        let p = (*self.g).stack.add(fp);
        let ret = *p.sub(1) as Pc;
        let below = fp - *p.sub(2) as usize;
        self.at = if ret == self.vm.code.panic_return() || ret == self.vm.code.fatal_return() {
            let panics: &[Panic] = if (*self.g).ext.is_null() {
                &[]
            } else {
                &(*((*self.g).ext as *const Unwinding)).panics
            };
            let left = panics.len().saturating_sub(self.passed);
            let found = panics[..left]
                .iter()
                .rposition(|q| q.base == fp)
                .map(|k| (k, &panics[k]));
            match found {
                Some((k, q)) => {
                    self.passed = panics.len() - k;
                    Some(q.top)
                }
                None => None,
            }
        } else {
            Some((below, ret))
        };
        let by_panic = ret == self.vm.code.panic_return();
        Some(Frame {
            func,
            offset,
            fp,
            by_panic,
        })
    }
}

/// Raises a run-time error as a panic, or ends the program with it.
pub(crate) unsafe fn raise(vm: &Vm, cx: *mut Cx, t: Trap) -> Next {
    let w = &vm.program.well_known;
    let made = match &t {
        Trap::NeedGc => return vm.collect(cx),
        Trap::OutOfMemory => return vm.fatal(cx, "runtime: out of memory".into()),
        Trap::Fatal(text) => return vm.fatal(cx, text.clone()),
        Trap::NilDeref => text_value(
            vm,
            cx,
            w.error_string,
            "invalid memory address or nil pointer dereference",
        ),
        Trap::Runtime(text) if w.bounds_error.0 != 0 && text.contains(" out of range [") => {
            text_value(vm, cx, w.bounds_error, text)
        }
        Trap::Runtime(text) => text_value(vm, cx, w.error_string, text),
        Trap::Bounds(place, signed, unsigned) => {
            let at = vm.code.find((*cx).pc);
            let mask = at.map_or(0, |(f, offset)| {
                let list = &vm.program.funcs[f.index()].unsigned;
                // The pc may be at the instruction or behind it.
                let k = list.partition_point(|u| u.0 < offset);
                let behind = k.checked_sub(1).map(|k| list[k]);
                match (behind, list.get(k)) {
                    (Some(u), _) if u.1 == offset => u.2,
                    (_, Some(u)) if u.0 == offset => u.2,
                    _ => 0,
                }
            });
            let text = if mask & place != 0 { unsigned } else { signed };
            let ty = if w.bounds_error.0 != 0 {
                w.bounds_error
            } else {
                w.error_string
            };
            text_value(vm, cx, ty, text)
        }
        Trap::Plain(text) => text_value(vm, cx, w.plain_error, text),
        Trap::TypeAssertion(text) => {
            let ptr = w.type_assertion_error;
            if ptr.0 == 0 {
                text_value(vm, cx, w.error_string, text)
            } else {
                error_object(vm, cx, ptr, text)
            }
        }
    };
    match made {
        Ok(v) => {
            let addr = std::mem::take(&mut (*cx).fault_addr);
            let signal = (t == Trap::NilDeref).then_some(addr);
            start(vm, cx, v, false, signal)
        }
        Err(_) => vm.fatal(cx, "runtime: out of memory".into()),
    }
}

/// An interface of a string type holding `text`.
unsafe fn text_value(
    vm: &Vm,
    cx: *mut Cx,
    ty: crate::bytecode::TypeId,
    text: &str,
) -> Result<Iface, Trap> {
    let ty = if ty.0 == 0 {
        vm.program.well_known.string
    } else {
        ty
    };
    if ty.0 == 0 {
        return Ok(Iface::NIL);
    }
    let s = retry(vm, cx, |cx| {
        crate::value::string::new(&mut (*cx).cache, text.as_bytes())
    })?;
    // A collection while the box is made must find the string.
    (*cx).panic = Iface {
        ty,
        data: s.slots()[0],
    };
    let slots = s.slots();
    retry(vm, cx, |cx| {
        iface::wrap(&vm.types, &mut (*cx).cache, ty, slots.as_ptr())
    })
}

/// A pointer to a struct of one string field.
unsafe fn error_object(
    vm: &Vm,
    cx: *mut Cx,
    ptr: crate::bytecode::TypeId,
    text: &str,
) -> Result<Iface, Trap> {
    let s = retry(vm, cx, |cx| {
        crate::value::string::new(&mut (*cx).cache, text.as_bytes())
    })?;
    let [a, b] = s.slots();
    (*cx).panic = Iface { ty: ptr, data: a };
    let elem = vm.types.rtype(ptr).elem;
    let p = retry(vm, cx, |cx| vm.types.alloc(elem, &mut (*cx).cache))?;
    crate::heap::barrier::store_pair(p.cast(), a, b);
    Ok(Iface {
        ty: ptr,
        data: p as u64,
    })
}

/// Allocates, collecting once if need be.
unsafe fn retry<T>(
    vm: &Vm,
    cx: *mut Cx,
    f: impl Fn(*mut Cx) -> Result<T, Trap>,
) -> Result<T, Trap> {
    for _ in 0..3 {
        match f(cx) {
            Err(Trap::NeedGc) => {
                vm.collect(cx);
            }
            other => return other,
        }
    }
    Err(Trap::OutOfMemory)
}

/// `panic(v)`.
pub(crate) unsafe fn panic(vm: &Vm, cx: *mut Cx, v: Iface) -> Next {
    let mut v = v;
    if v.is_nil() {
        let ty = vm.program.well_known.panic_nil_error;
        if ty.0 != 0 {
            let elem = vm.types.rtype(ty).elem;
            match retry(vm, cx, |cx| vm.types.alloc(elem, &mut (*cx).cache)) {
                Ok(p) => v = Iface { ty, data: p as u64 },
                Err(_) => return vm.fatal(cx, "runtime: out of memory".into()),
            }
        }
    }
    start(vm, cx, v, false, None)
}

/// runtime.Goexit.
pub(crate) unsafe fn goexit(vm: &Vm, cx: *mut Cx) -> Next {
    start(vm, cx, Iface::NIL, true, None)
}

/// The end of a goroutine by a fatal error, where others go on.
pub(crate) unsafe fn goexit_fatal(vm: &Vm, cx: *mut Cx) -> Next {
    let u = of((*cx).g);
    u.fatal = true;
    u.printing = None;
    start(vm, cx, Iface::NIL, true, None)
}

unsafe fn start(vm: &Vm, cx: *mut Cx, value: Iface, goexit: bool, signal: Option<u64>) -> Next {
    let g = (*cx).g;
    let at = (*cx).fp.offset_from((*g).stack) as usize;
    let u = of(g);
    if let Some(k) = u.printing {
        if goexit {
            return end_running(vm, cx, Ended::Done);
        }
        return panic_while_printing(vm, cx, value, k);
    }
    let nregs = vm
        .code
        .find((*cx).pc)
        .map_or(0, |(f, _)| vm.funcs[f.index()].nregs as usize);
    u.panics.push(Panic {
        value,
        goexit,
        recovered: false,
        repanicked: false,
        signal,
        text: None,
        top: (at, (*cx).pc),
        at: (at, (*cx).pc),
        base: at + nregs + FRAME_HEADER,
        cut: goexit && u.fatal,
    });
    go_on(vm, cx)
}

/// Walks on to the next deferred call of the newest panic and goes there; at the end of the stack the panic is fatal.
unsafe fn go_on(vm: &Vm, cx: *mut Cx) -> Next {
    let g = (*cx).g;
    let u = of(g);
    let last = u.panics.len() - 1;
    let mut frames = Frames::new(vm, g, u.panics[last].at.0, u.panics[last].at.1);
    frames.passed = 1;
    loop {
        let here = frames.at;
        let Some(f) = frames.next() else {
            return end_of_stack(vm, cx);
        };
        let Some(list) = vm.program.funcs[f.func.index()].defer_list else {
            continue;
        };
        let slot = (*g).stack.add(f.fp + list.0 as usize);
        let d = *slot as *const u64;
        if d.is_null() {
            continue;
        }
        *slot = *d;
        let closure = *d.add(1);
        let p = &mut u.panics[last];
        p.at = here.unwrap_or(p.at);
        if p.cut {
            p.top = p.at;
            p.base = f.fp + vm.funcs[f.func.index()].nregs as usize + FRAME_HEADER;
        }
        if closure == 0 {
            // Calling it panics in turn.
            let top = p.top;
            (*cx).fp = (*g).stack.add(top.0);
            (*cx).pc = top.1;
            return raise(vm, cx, Trap::NilDeref);
        }
        let (base, top) = (p.base, p.top);
        return call(vm, cx, base, top, closure, vm.code.panic_return());
    }
}

/// Makes a frame at `base` above the frame `top`, for a closure, and goes there.
unsafe fn call(vm: &Vm, cx: *mut Cx, base: usize, top: (usize, Pc), closure: u64, ret: Pc) -> Next {
    let g = (*cx).g;
    let f = &vm.funcs[*(closure as *const u64) as usize];
    (*cx).fp = (*g).stack.add(top.0);
    (*cx).pc = top.1;
    let need = base - top.0 + f.nregs as usize + 8;
    if top.0 + need > (*g).nslots as usize {
        match sched::grow_stack((*cx).p, g, (*cx).fp, need) {
            Grown::To(fp) => (*cx).fp = fp,
            Grown::Overflow => {
                return vm.overflow(cx);
            }
            Grown::OutOfMemory => return vm.fatal(cx, "runtime: out of memory".into()),
        }
    }
    let fp: Fp = (*g).stack.add(base);
    *fp.sub(1) = ret as u64;
    *fp.sub(2) = (base - top.0) as u64;
    *fp.sub(3) = closure;
    (*cx).fp = fp;
    (*cx).pc = f.code;
    Next::Go
}

/// A deferred call has returned; the frame is that of the panic's top.
pub(crate) unsafe fn panic_return(vm: &Vm, cx: *mut Cx) -> Next {
    let g = (*cx).g;
    let u = of(g);
    let Some(p) = u.panics.last_mut() else {
        unreachable!("a deferred call of a panic without a panic")
    };
    (*cx).pc = p.top.1;
    if !p.recovered {
        return go_on(vm, cx);
    }
    // The frame whose deferred call recovered goes on at its epilogue; whatever began above it is over.
    let (frame, pc) = p.at;
    u.panics.pop();
    while let Some(q) = u.panics.last_mut() {
        if q.top.0 < frame {
            break;
        }
        if q.goexit {
            q.at = q.top;
            (*cx).fp = (*g).stack.add(q.top.0);
            (*cx).pc = q.top.1;
            return go_on(vm, cx);
        }
        u.panics.pop();
    }
    if u.panics.is_empty() {
        forget(g);
    }
    let Some((f, _)) = vm.code.find(pc) else {
        unreachable!("a deferring frame outside all functions")
    };
    let epilogue = vm.program.funcs[f.index()].recover_pc as usize;
    (*cx).fp = (*g).stack.add(frame);
    (*cx).pc = vm.funcs[f.index()].code.add(epilogue);
    Next::Go
}

/// The recovered value for a `Recover` at `pc` in the frame at `fp`, or nil.
pub(crate) unsafe fn recover(cx: *mut Cx, fp: Fp, pc: Pc) -> Iface {
    let g = (*cx).g;
    if (*g).ext.is_null() {
        return Iface::NIL;
    }
    let vm = &*(*cx).vm;
    let Some(p) = of(g).panics.last_mut() else {
        return Iface::NIL;
    };
    if p.goexit || p.recovered {
        return Iface::NIL;
    }
    // Exactly one frame that is no wrapper between here and the panic.
    let mut fp = fp;
    let mut pc = pc.add(1);
    let mut plain = 0;
    loop {
        let Some((f, _)) = vm.code.find(pc) else {
            return Iface::NIL;
        };
        if !vm.program.funcs[f.index()].wrapper {
            plain += 1;
            if plain > 1 {
                return Iface::NIL;
            }
        }
        pc = *fp.sub(1) as Pc;
        if pc == vm.code.panic_return() {
            break;
        }
        fp = fp.sub(*fp.sub(2) as usize);
    }
    if plain != 1 || fp.offset_from((*g).stack) as usize != p.base {
        return Iface::NIL;
    }
    p.recovered = true;
    p.value
}

/// No deferred call is left.
unsafe fn end_of_stack(vm: &Vm, cx: *mut Cx) -> Next {
    let g = (*cx).g;
    let u = of(g);
    let last = u.panics.len() - 1;
    if u.panics[last].goexit {
        return end_running(vm, cx, Ended::Done);
    }
    for k in (1..u.panics.len()).rev() {
        if u.panics[k - 1].value == u.panics[k].value && !u.panics[k - 1].goexit {
            u.panics[k - 1].repanicked = true;
        }
    }
    next_text(vm, cx)
}

/// The running goroutine is no more; another goes on.
pub(crate) unsafe fn end_running(vm: &Vm, cx: *mut Cx, how: Ended) -> Next {
    let (p, g) = ((*cx).p, (*cx).g);
    vm.goroutine_ends(g, how);
    forget(g);
    sched::free_g(p, g);
    (*cx).budget -= sched::PER_SWITCH;
    let n = if (*cx).budget < 0 {
        (*cx).budget = sched::choice::budget(p);
        sched::tick(p, null_mut())
    } else {
        sched::next(p)
    };
    if n.is_null() {
        return Next::Leave(Outcome::Parked);
    }
    sched::P::enter(p, n);
    load(cx, n);
    Next::Go
}

impl Vm {
    /// `runtime.panicText`, if the program has it.
    fn panic_text(&self) -> Option<FuncId> {
        let f = self.program.well_known.panic_text;
        (&*self.program.funcs[f.index()].name == "runtime.panicText").then_some(f)
    }
}

/// Makes the text of the next panic that has none, by Go code if there is some, else reports.
unsafe fn next_text(vm: &Vm, cx: *mut Cx) -> Next {
    let g = (*cx).g;
    let u = of(g);
    let f = vm.panic_text();
    loop {
        let Some(k) = u.panics.iter().position(|p| p.text.is_none() && !p.goexit) else {
            u.printing = None;
            return report(vm, cx);
        };
        let v = u.panics[k].value;
        let Some(f) = f else {
            u.panics[k].text = Some(vm.plain_text(v).into_bytes());
            continue;
        };
        u.printing = Some(k);
        let last = u.panics.len() - 1;
        let (base, top) = (u.panics[last].base, u.panics[last].top);
        let next = call(
            vm,
            cx,
            base,
            top,
            vm.static_closure(f),
            vm.code.fatal_return(),
        );
        let [a, b] = v.slots();
        *(*cx).fp = a;
        *(*cx).fp.add(1) = b;
        return next;
    }
}

/// `runtime.panicText` has returned.
pub(crate) unsafe fn fatal_return(vm: &Vm, cx: *mut Cx) -> Next {
    let g = (*cx).g;
    let u = of(g);
    let (Some(k), Some(last)) = (u.printing.take(), u.panics.last()) else {
        unreachable!("a panic's text without a panic")
    };
    let s: crate::value::Str<'_> = crate::value::Str::from_slots((*g).stack.add(last.base));
    let text = s.bytes().to_vec();
    (*cx).pc = last.top.1;
    u.panics[k].text = Some(text);
    next_text(vm, cx)
}

/// The code that makes a panic's text has panicked itself.
unsafe fn panic_while_printing(vm: &Vm, cx: *mut Cx, value: Iface, k: usize) -> Next {
    let u = of((*cx).g);
    u.printing = None;
    let _ = k;
    let mut text = "panic while printing panic value".to_string();
    if !value.is_nil() {
        let t = vm.types.rtype(value.ty);
        if value.ty == vm.program.well_known.string {
            text += ": ";
            text += &vm.plain_text(value);
        } else {
            text += ": type ";
            text += &t.name;
        }
    }
    vm.fatal(cx, text.into())
}

/// Prints the panics and the goroutine's stack; the program ends with status 2.
unsafe fn report(vm: &Vm, cx: *mut Cx) -> Next {
    let g = (*cx).g;
    let u = of(g);
    let mut out: Vec<u8> = Vec::new();
    for (k, p) in u.panics.iter().enumerate() {
        if k > 0 {
            if u.panics[k - 1].repanicked {
                continue;
            }
            if !u.panics[k - 1].goexit {
                out.push(b'\t');
            }
        }
        if p.goexit {
            continue;
        }
        out.extend_from_slice(b"panic: ");
        out.extend_from_slice(p.text.as_deref().unwrap_or_default());
        if p.recovered && p.repanicked {
            out.extend_from_slice(b" [recovered, repanicked]");
        } else if p.recovered {
            out.extend_from_slice(b" [recovered]");
        }
        out.push(b'\n');
    }
    if let Some(addr) = u.panics.iter().rev().find_map(|p| p.signal) {
        out.extend_from_slice(
            format!(
                "[signal SIGSEGV: segmentation violation code=0x1 addr={addr:#x} pc={:#x}]\n",
                (*cx).pc as u64
            )
            .as_bytes(),
        );
    }
    out.push(b'\n');
    crate::vm::run::save(cx);
    if vm.traceback.get() != TracebackLevel::None {
        vm.write_goroutine(&mut out, g, true);
    }
    let text = u.panics.last().and_then(|p| p.text.as_deref());
    let text = String::from_utf8_lossy(text.unwrap_or_default());
    if vm.live.is_some() {
        out.extend_from_slice(vm.explanation(&text, g).as_bytes());
        return vm.panicked(cx, String::from_utf8_lossy(&out).into_owned());
    }
    vm.traceback.note_death((*g).id);
    vm.write_stderr(&out);
    vm.write_stderr(vm.explanation(&text, g).as_bytes());
    Next::Leave(Outcome::Exit(2))
}
