//! Bubbles of package testing/synctest, as natives see them. Numbers are the library's own bubbles.

use crate::sched;
use crate::vm::native::NativeCx;
use crate::vm::native::Stop;
use crate::vm::native::waiting::waited;

impl NativeCx<'_> {
    /// The number of the goroutine's bubble, 0: it is in none.
    pub fn bubble(&self) -> u8 {
        // SAFETY: the running goroutine.
        unsafe { sched::bubble_of(self.g()) }
    }

    /// A new bubble, unless there are too many.
    pub fn open_bubble(&mut self) -> Option<u8> {
        // SAFETY: on this worker.
        unsafe { sched::open_bubble(self.p()) }
    }

    /// Which bubble the goroutines belong to that this one starts from now on.
    pub fn enter_bubble(&mut self, number: u8) {
        // SAFETY: on this worker.
        unsafe { sched::change_bubble(self.p(), number) };
    }

    /// The first function of the goroutine's bubble returns.
    pub fn bubble_over(&mut self) {
        // SAFETY: on this worker.
        unsafe { sched::bubble_over(self.p(), self.bubble()) };
    }

    /// Parks until all goroutines of the bubble are durably blocked.
    pub fn await_idle_bubble(&mut self, number: u8) -> Result<(), Stop> {
        // SAFETY: on this worker.
        waited(unsafe { sched::bubble_wait_idle(self.p(), self.g(), number, self.pc(), self.fp()) })
    }

    /// Lets the bubble go on; false: it can not.
    pub fn turn_bubble(&mut self, number: u8) -> bool {
        // SAFETY: on this worker.
        unsafe { sched::bubble_turn(self.p(), number) }
    }

    /// Ends the bubble; how many goroutines remain blocked in it.
    pub fn close_bubble(&mut self, number: u8) -> u32 {
        // SAFETY: on this worker.
        unsafe { sched::close_bubble(self.p(), number) }
    }

    /// Sets whether a goroutine of the bubble waits for the others; whether that was set.
    pub fn set_bubble_waiting(&mut self, waiting: bool) -> bool {
        // SAFETY: on this worker, in a bubble.
        unsafe { sched::bubble_set_waiting(self.p(), self.g(), waiting) }
    }

    /// Parks until the others of the bubble are durably blocked.
    pub fn await_bubble(&mut self) -> Result<(), Stop> {
        // SAFETY: on this worker, in a bubble.
        waited(unsafe { sched::bubble_wait(self.p(), self.g(), self.pc(), self.fp()) })
    }
}
