//! Instructions that have megabytes to move do it in steps: after each the goroutine looks, like at a back-edge, whether others
//! want the worker or the world is to stop. The instruction is then repeated and goes on where it was; its operands are
//! still in their registers, and its result comes into its own with the last step.
//!
//! What is under way is remembered by goroutine, with the memory made for the result, which the collector gets to know.
//! Whoever takes a goroutine away from an instruction calls [`Steps::forget`].

use crate::heap::Marker;
use crate::heap::access;
use crate::value::Trap;
use crate::vm::Cx;
use crate::vm::dispatch::Flow;
use crate::vm::dispatch::NEXT;
use crate::vm::dispatch::STEP;
use crate::vm::ops;
use hashbrown::HashMap;
use parking_lot::Mutex;

/// Bytes one step moves: some ten microseconds, or a millisecond where pages have to come first.
pub(crate) const PIECE: u64 = 256 << 10;

/// How far an instruction has come.
#[derive(Clone, Copy, Default)]
pub(crate) struct Step {
    /// The instruction's address.
    at: usize,
    /// Memory made for the result; 0: none yet.
    pub memory: u64,
    /// Bytes of the operands dealt with.
    pub done: u64,
    /// What has been counted or written so far, and in all.
    pub count: u64,
    pub total: u64,
}

/// The instructions under way, by goroutine.
#[derive(Default)]
pub(crate) struct Steps(Mutex<HashMap<usize, Step>>);

impl Steps {
    /// The goroutine does not come back to its instruction.
    pub fn forget(&self, g: usize) {
        self.0.lock().remove(&g);
    }

    /// Marks what has been made for results. With the world stopped.
    pub fn mark(&self, m: &mut Marker<'_>) {
        for s in self.0.lock().values() {
            m.mark_word(s.memory as usize);
        }
    }
}

/// How far instruction `i` of the running goroutine has come.
pub(crate) unsafe fn begun<T>(i: &T, cx: *mut Cx) -> Step {
    let at = i as *const T as usize;
    let step = (*(*cx).vm).steps.0.lock().remove(&((*cx).g as usize));
    step.filter(|s| s.at == at).unwrap_or(Step {
        at,
        ..Step::default()
    })
}

/// The instruction is to be repeated after others have had a chance.
pub(crate) unsafe fn pause(cx: *mut Cx, step: Step) -> Flow {
    (*(*cx).vm).steps.0.lock().insert((*cx).g as usize, step);
    STEP
}

/// One step of `copy(d, s)` for `bytes` bytes, which may overlap. [`NEXT`] when that was the last.
pub(crate) unsafe fn move_bytes<T>(
    i: &T,
    cx: *mut Cx,
    d: *mut u8,
    s: *const u8,
    bytes: u64,
) -> Flow {
    if bytes <= PIECE {
        access::copy_words(d, s, bytes as usize);
        return NEXT;
    }
    let mut step = begun(i, cx);
    let n = PIECE.min(bytes.saturating_sub(step.done));
    // As in memmove: a range that is moved up over itself is moved from its end.
    let up = (d as usize).wrapping_sub(s as usize) >= bytes as usize;
    let from = if up { step.done } else { bytes - step.done - n };
    access::copy_words(d.add(from as usize), s.add(from as usize), n as usize);
    step.done += n;
    if step.done >= bytes {
        return NEXT;
    }
    pause(cx, step)
}

/// One step of clearing `bytes` bytes.
pub(crate) unsafe fn clear<T>(i: &T, cx: *mut Cx, p: *mut u8, bytes: u64) -> Flow {
    if bytes <= PIECE {
        access::clear(p, bytes as usize);
        return NEXT;
    }
    let mut step = begun(i, cx);
    let n = PIECE.min(bytes.saturating_sub(step.done));
    access::clear(p.add(step.done as usize), n as usize);
    step.done += n;
    if step.done >= bytes {
        return NEXT;
    }
    pause(cx, step)
}

/// One step of putting `total` bytes of several parts into new memory, which `make` makes. The memory with the last step, else the flow.
pub(crate) unsafe fn gather<'a, T>(
    i: &T,
    cx: *mut Cx,
    total: u64,
    parts: impl Iterator<Item = (*const u8, u64)> + 'a,
    make: impl FnOnce() -> Result<*mut u8, Trap>,
) -> Result<*mut u8, Flow> {
    let mut step = if total > PIECE {
        begun(i, cx)
    } else {
        Step::default()
    };
    if step.memory == 0 {
        match make() {
            Ok(p) => step.memory = p as u64,
            Err(t) => return Err(ops::trap(cx, t)),
        }
    }
    let to = step.memory as *mut u8;
    let (mut at, mut left) = (0, PIECE);
    for (p, n) in parts {
        if left > 0 && step.done < at + n {
            let skip = step.done - at;
            let k = left.min(n - skip);
            access::copy_words(to.add(step.done as usize), p.add(skip as usize), k as usize);
            step.done += k;
            left -= k;
        }
        at += n;
    }
    if step.done >= total {
        return Ok(to);
    }
    Err(pause(cx, step))
}
