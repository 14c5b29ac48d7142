//! Natives of internal/rt about the runtime itself: goroutine and processor counts, the collector, stacks.

use crate::heap::access;
use crate::vm::TracebackLevel;
use crate::vm::native::Bytes;
use crate::vm::native::GoStr;
use crate::vm::native::Ptr;
use crate::vm::native::Slice;
use crate::vm::native::Stop;
use crate::vm::native::natives;

natives! { TABLE;
    /// How many threads may run at once.
    fn "internal/rt.NumCPU"(cx) -> i64 {
        let _ = &cx;
        Ok(std::thread::available_parallelism().map_or(1, |n| n.get()) as i64)
    }

    /// Sets the number of processors if it is positive; what it was.
    fn "internal/rt.GOMAXPROCS"(cx, n: i64) -> i64 { Ok(cx.sched().set_max_active(n) as i64) }

    /// How many goroutines there are.
    fn "internal/rt.NumGoroutine"(cx) -> i64 {
        Ok(cx.sched().num_goroutine() - i64::from(cx.vm().watches.is_running()))
    }

    /// Collects.
    fn "internal/rt.GC"(cx) {
        cx.forget_old_frames();
        cx.vm().request_collection();
        Err(Stop::Yield)
    }

    /// Collects; free memory goes back to the system as it does after every collection.
    fn "internal/rt.FreeOSMemory"(cx) { cx.forget_old_frames(); cx.vm().request_collection(); Err(Stop::Yield) }

    /// Sets GOGC.
    fn "internal/rt.SetGCPercent"(cx, percent: i64) -> i64 {
        Ok(cx.heap().set_gogc(percent.clamp(-1, i32::MAX as i64) as i32) as i64)
    }

    /// Sets the memory limit unless it is negative.
    fn "internal/rt.SetMemoryLimit"(cx, limit: i64) -> i64 {
        let old = if limit < 0 { cx.heap().soft_limit() } else { cx.heap().set_soft_limit(usize::try_from(limit).unwrap_or(usize::MAX)) };
        Ok(i64::try_from(old).unwrap_or(i64::MAX))
    }

    /// The bound of a goroutine's stack; it cannot be changed.
    fn "internal/rt.SetMaxStack"(cx, bytes: i64) -> i64 { let _ = (&cx, bytes); Ok(1_000_000_000) }

    /// Memory statistics, in the order the Go side documents.
    fn "internal/rt.MemStats"(cx, s: Ptr) {
        let h = cx.heap().stats();
        let last = h.pauses.first().map_or(0, |p| p.1);
        let values = [
            h.alloc, h.total_alloc, h.heap_sys + h.external, h.mallocs, h.frees, h.heap_sys, h.heap_idle,
            h.heap_released, h.next_gc, last, h.pause_total_ns, h.num_gc as u64, h.external,
        ];
        for (i, v) in values.iter().enumerate() {
            let p = s.at(i * 8)?;
            // SAFETY: an array of 13 words.
            unsafe { access::store64(p.cast(), *v) };
        }
        Ok(())
    }

    /// The last pauses of the collector, newest first: length and end of each. How many there are.
    fn "internal/rt.GCPauses"(cx, list: Slice) -> i64 {
        let pauses = cx.heap().stats().pauses;
        let words = pauses.iter().flat_map(|p| [p.0, p.1]).take(list.len as usize);
        for (i, w) in words.enumerate() {
            // SAFETY: below the slice's length, whose elements are words.
            unsafe { access::store64(list.ptr.add(i * 8).cast(), w) };
        }
        Ok(pauses.len() as i64)
    }

    /// How much a panic prints.
    fn "internal/rt.SetTraceback"(cx, level: GoStr) { cx.vm().set_traceback(TracebackLevel::parse(&level.to_text())); Ok(()) }

    /// Whether the program is a test.
    fn "internal/rt.Testing"(cx) -> bool { Ok(cx.host().testing) }

    /// The stack of this goroutine, or of all, as text.
    fn "internal/rt.Stack"(cx, buf: Bytes, all: bool) -> i64 {
        let mut text = Vec::new();
        // SAFETY: on this worker; the goroutine's state is saved first.
        unsafe {
            let g = cx.g();
            (*g).pc = cx.pc();
            (*g).fp = cx.fp();
            if all {
                cx.vm().write_all_goroutines(&mut text, cx.p(), g);
            } else {
                cx.vm().write_goroutine(&mut text, g, true);
            }
        }
        let n = text.len().min(buf.len());
        let mut buf = buf;
        buf.write(0, &text[..n]);
        Ok(n as i64)
    }

    /// Return addresses of the callers.
    fn "internal/rt.Callers"(cx, skip: i64, pcs: Slice) -> i64 {
        let skip = skip.clamp(0, 1 << 30) as usize;
        // SAFETY: on this worker, inside the call.
        let mut frames = unsafe { cx.vm().frames(cx.g(), cx.fp(), cx.pc(), skip + pcs.len as usize) };
        frames.drain(..skip.min(frames.len()));
        for (i, f) in frames.iter().enumerate() {
            // SAFETY: below the slice's length.
            unsafe { access::store64(pcs.ptr.add(i * 8).cast(), f.pc) };
        }
        Ok(frames.len() as i64)
    }

    /// Function and line of a return address.
    fn "internal/rt.FuncInfo"(cx, pc: u64) -> (GoStr<'_>, GoStr<'_>, i64, u64, bool) {
        match cx.vm().frame_at(pc) {
            Some(f) => {
                let (name, file) = (cx.new_string(f.func.as_bytes())?, cx.new_string(f.file.as_bytes())?);
                Ok((name, file, f.line as i64, f.pc, true))
            }
            None => {
                let e = cx.new_string(b"")?;
                Ok((e, e, 0, 0, false))
            }
        }
    }

    /// The version of the language.
    fn "internal/rt.Version"(cx) -> GoStr<'_> { cx.new_string(b"go1.27") }
}
