//! `--trace`: what happens to goroutines, a line each on standard error.
//!
//! ```text
//!   0.000000s  goroutine 1  starts goroutine 2             main.go:12
//!   0.000000s  goroutine 1  waits: chan receive            main.go:15
//! ```
//!
//! Times are those of the run's clock, virtual in seeded runs. The place is the innermost line of the program itself:
//! where the goroutine stands in library code, the line that called it. With several workers the lines of each are
//! in order, and a line is written as a whole.

use crate::heap::GcCycle;
use crate::sched::Event;
use crate::sched::G;
use crate::sched::P;
use crate::vm::Vm;
use crate::vm::unwind::Frames;

impl Vm {
    /// Writes the line of an event.
    ///
    /// # Safety
    /// As [`crate::sched::Runnable::trace`].
    pub(crate) unsafe fn tell(&self, p: *mut P, event: Event) {
        let by = |p: *mut P| match (*p).cur.as_ref() {
            Some(g) => format!("goroutine {}", g.id),
            None => "timer".into(),
        };
        let (who, what, place) = match event {
            Event::Starts(g) => (
                by(p),
                format!("starts goroutine {}", (*g).id),
                self.place_of_pc((*g).gopc),
            ),
            Event::Runs(g) => (format!("goroutine {}", (*g).id), "runs".into(), None),
            Event::Waits(g, reason) => (
                format!("goroutine {}", (*g).id),
                format!("waits: {}", reason.text()),
                self.place(g),
            ),
            Event::Ready(g, reason) => (
                by(p),
                format!("ends the wait of goroutine {} ({})", (*g).id, reason.text()),
                None,
            ),
            Event::Ends(g) => (format!("goroutine {}", (*g).id), "ends".into(), None),
        };
        self.line(p, &who, &what, place);
    }

    /// Writes the line of a collection.
    ///
    /// # Safety
    /// On the thread of `p`, with its goroutine's state saved.
    pub(crate) unsafe fn tell_collection(&self, p: *mut P, cycle: &GcCycle) {
        let Some(g) = (*p).cur.as_ref() else { return };
        let kib = |b: u64| b.div_ceil(1024);
        let what = format!(
            "collection {}: {} KiB before, {} objects in {} KiB live, next at {} KiB",
            cycle.number,
            kib(cycle.before),
            cycle.objects,
            kib(cycle.live),
            kib(cycle.goal)
        );
        let place = self.place((*p).cur);
        self.line(p, &format!("goroutine {}", g.id), &what, place);
    }

    unsafe fn line(&self, p: *mut P, who: &str, what: &str, place: Option<String>) {
        let now = crate::sched::choice::nanotime(p).max(0);
        let (s, us) = (now / 1_000_000_000, now / 1000 % 1_000_000);
        let text = match place {
            Some(place) => format!("{s:3}.{us:06}s  {who:12}  {what:44}  {place}"),
            None => format!("{s:3}.{us:06}s  {who:12}  {what}"),
        };
        self.write_stderr(format!("{}\n", text.trim_end()).as_bytes());
    }

    /// Where a resting goroutine stands in the program.
    unsafe fn place(&self, g: *mut G) -> Option<String> {
        let at = (*g).fp.offset_from((*g).stack) as usize;
        let mut walk = Frames::new(self, g, at, (*g).pc);
        let mut first = None;
        while let Some(f) = walk.next() {
            let func = &self.program.funcs[f.func.index()];
            if func.wrapper {
                continue;
            }
            let (file, line) = self.position(f.func, f.offset);
            let text = short(file, line);
            if !func.library {
                return Some(text);
            }
            first.get_or_insert(text);
        }
        first
    }

    fn place_of_pc(&self, pc: *const u64) -> Option<String> {
        let (f, offset) = self.code.find(pc)?;
        let (file, line) = self.position(f, offset);
        Some(short(file, line))
    }
}

fn short(file: &str, line: u32) -> String {
    let name = file.rsplit('/').next().unwrap_or(file);
    format!("{name}:{line}")
}
