//! How natives let the goroutine wait, and what they ask of the scheduler: each of them on the worker that runs it, with the
//! goroutine, the registers and the place in the code that belong to the call.

use crate::sched;
use crate::sched::Answer;
use crate::sched::Wait;
use crate::sched::WaitReason;
use crate::vm::native::NativeCx;
use crate::vm::native::Stop;

fn waited(w: Wait) -> Result<(), Stop> {
    match w {
        Wait::Done => Ok(()),
        Wait::Parked => Err(Stop::Parked),
    }
}

impl NativeCx<'_> {
    /// A run that can be repeated: one worker, virtual time.
    pub fn is_seeded(&self) -> bool {
        // SAFETY: on this worker.
        unsafe { (*self.p()).seeded }
    }

    /// Lets a thread of the blocking pool do `work` while the goroutine waits: [`Stop::Parked`], and the native is repeated when it is
    /// done. In a seeded run the work is done on the spot. Either way [`NativeCx::answer`] has what it gave.
    pub fn submit(
        &mut self,
        reason: WaitReason,
        work: impl FnOnce() -> Answer + Send + 'static,
    ) -> Result<(), Stop> {
        let (pc, fp) = (self.call_pc(), self.fp());
        // SAFETY: on this worker.
        waited(unsafe { sched::submit(self.p(), self.g(), reason, pc, fp, Box::new(work)) })
    }

    /// What the work gave that this goroutine has waited for.
    pub fn answer<T: 'static>(&mut self) -> Result<T, Stop> {
        // SAFETY: on this worker.
        let answer = unsafe { sched::take_result(self.p(), self.g()) };
        match answer.map(|a| a.downcast::<T>()) {
            Some(Ok(a)) => Ok(*a),
            _ => Err(Stop::fatal("a job of the blocking pool failed")),
        }
    }
}
