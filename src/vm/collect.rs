//! Collections: stopping the world and the roots.

use crate::heap::Marker;
use crate::heap::Roots;
use crate::sched;
use crate::sched::G;
use crate::vm::Cx;
use crate::vm::Vm;
use crate::vm::run::Next;
use crate::vm::run::save;
use crate::vm::unwind;

struct VmRoots<'a>(&'a Vm);

impl Roots for VmRoots<'_> {
    fn pieces(&self) -> usize {
        self.0.sched.record_pieces() + 1
    }

    fn visit_piece(&self, i: usize, m: &mut Marker<'_>) {
        let vm = self.0;
        // SAFETY: the world is stopped, and goroutines have their state saved.
        unsafe {
            if i == 0 {
                vm.steps.mark(m);
                m.mark_range(vm.globals.start().cast(), vm.globals.len() * 2);
                vm.watches.mark(m);
                vm.sched.for_each_timer(|t| {
                    m.mark_word(t as usize);
                    m.mark_word((*t).target);
                    m.mark_word((*t).extra as usize);
                });
                for &p in vm.sched.workers() {
                    let cx = (*p).ext as *const Cx;
                    if !cx.is_null() {
                        m.mark_word((*cx).panic.data as usize);
                    }
                }
                return;
            }
            vm.sched.for_each_g_in(i - 1, |g| vm.mark_goroutine(g, m));
        }
    }

    fn after_mark(&self, m: &mut Marker<'_>) -> bool {
        self.0.watches.after_mark(m)
    }
}

impl Vm {
    /// The stack up to the top frame's end, any word of which may be a pointer, and what unwinding holds.
    unsafe fn mark_goroutine(&self, g: *mut G, m: &mut Marker<'_>) {
        let nregs = match self.code.find(unwind::pc_of(g)) {
            Some((f, _)) => self.funcs[f.index()].nregs as usize,
            None => 0,
        };
        let end = (*g).fp.add(nregs).min((*g).stack_end());
        let words = end.offset_from((*g).stack).max(0) as usize;
        m.mark_range((*g).stack, words);
        unwind::mark(g, m);
    }

    /// Collects with the running goroutine's state in the Cx.
    #[cold]
    pub(crate) unsafe fn collect(&self, cx: *mut Cx) -> Next {
        save(cx);
        let p = (*cx).p;
        // If somebody else collected meanwhile, the instruction finds out whether it still wants one.
        if sched::stop_the_world(p) {
            let cycle = self.heap.collect(&VmRoots(self));
            if (*p).trace {
                self.tell_collection(p, &cycle);
            }
            sched::start_the_world(p);
            self.run_watches(p);
        }
        Next::Go
    }

    /// Collects from a thread that is no worker.
    ///
    /// # Safety
    /// The world is stopped.
    pub(crate) unsafe fn collect_now(&self) {
        self.heap.collect(&VmRoots(self));
    }

    /// runtime.GC: asks for a collection at the next safepoint of the caller.
    pub fn request_collection(&self) {
        self.heap.request_gc();
    }
}
