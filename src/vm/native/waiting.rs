//! How natives let the goroutine wait, and what they ask of the scheduler: each of them on the worker that runs it, with the
//! goroutine, the registers and the place in the code that belong to the call.

use crate::sched;
use crate::sched::Answer;
use crate::sched::NotifyList;
use crate::sched::Unlocked;
use crate::sched::Wait;
use crate::sched::WaitReason;
use crate::vm::native::At;
use crate::vm::native::NativeCx;
use crate::vm::native::Stop;

pub(super) fn waited(w: Wait) -> Result<(), Stop> {
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

    /// Parks the goroutine for so many nanoseconds.
    pub fn sleep(&mut self, ns: i64) -> Result<(), Stop> {
        // SAFETY: on this worker.
        waited(unsafe { sched::sleep(self.p(), self.g(), ns, self.pc(), self.fp()) })
    }

    /// Takes from a semaphore.
    pub fn semacquire(
        &mut self,
        sema: At<u32>,
        lifo: bool,
        reason: WaitReason,
    ) -> Result<(), Stop> {
        let a = sema.atomic()?;
        // SAFETY: on this worker; the word belongs to a live object of the program.
        waited(unsafe {
            sched::semacquire(self.p(), self.g(), a, lifo, reason, self.pc(), self.fp())
        })
    }

    /// Gives to a semaphore. True: others get a turn.
    pub fn semrelease(&mut self, sema: At<u32>, handoff: bool) -> Result<bool, Stop> {
        let a = sema.atomic()?;
        // SAFETY: as above.
        Ok(unsafe { sched::semrelease(self.p(), a, handoff) })
    }

    /// Locks the sync.Mutex whose semaphore this is. The native's second argument remembers since when it waits.
    pub fn lock_mutex(&mut self, sema: At<u32>) -> Result<(), Stop> {
        let a = sema.start()?.cast_const().cast();
        let since = self.window.wrapping_add(1);
        // SAFETY: as above; the mutex's state lies before its semaphore, and `since` is the second argument's register.
        waited(unsafe {
            sched::mutex_lock(self.p(), self.g(), a, since, self.call_pc(), self.fp())
        })?;
        self.note_lock(sema.address() - 4);
        Ok(())
    }

    /// Unlocks it.
    pub fn unlock_mutex(&mut self, sema: At<u32>) -> Result<(), Stop> {
        let a = sema.start()?.cast_const().cast();
        // SAFETY: as above.
        match unsafe { sched::mutex_unlock(self.p(), a) } {
            Unlocked::Done => Ok(()),
            Unlocked::HandedOver => Err(Stop::Yield),
            Unlocked::NotLocked => Err(Stop::fatal("sync: unlock of unlocked mutex")),
        }
    }

    /// Takes a ticket of a sync.Cond's list.
    pub fn notify_add(&mut self, l: At<NotifyList>) -> Result<u32, Stop> {
        let l = l.start()?;
        // SAFETY: a live list of the program.
        Ok(unsafe { sched::notify_add(l) })
    }

    /// Parks until the ticket is served.
    pub fn notify_wait(&mut self, l: At<NotifyList>, ticket: u32) -> Result<(), Stop> {
        let l = l.start()?;
        // SAFETY: as above, on this worker.
        waited(unsafe { sched::notify_wait(self.p(), self.g(), l, ticket, self.pc(), self.fp()) })
    }

    /// Serves the oldest ticket.
    pub fn notify_one(&mut self, l: At<NotifyList>) -> Result<(), Stop> {
        let l = l.start()?;
        // SAFETY: as above.
        unsafe { sched::notify_one(self.p(), l) };
        Ok(())
    }

    /// Serves every ticket.
    pub fn notify_all(&mut self, l: At<NotifyList>) -> Result<(), Stop> {
        let l = l.start()?;
        // SAFETY: as above.
        unsafe { sched::notify_all(self.p(), l) };
        Ok(())
    }
}
