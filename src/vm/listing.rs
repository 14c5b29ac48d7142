//! What runs and what is there: goroutines and channels of a live machine, for people.

use crate::bytecode::Instr;
use crate::chan;
use crate::chan::HChan;
use crate::sched::G;
use crate::sched::G_SYSTEM;
use crate::sched::G_VM;
use crate::sched::WaitReason;
use crate::vm::Vm;
use crate::vm::live::ChanInfo;
use crate::vm::live::GoroutineInfo;
use crate::vm::unwind::Frames;

impl Vm {
    /// All goroutines, by number.
    pub(crate) fn list_goroutines(&self) -> Vec<GoroutineInfo> {
        let mut all = Vec::new();
        self.sched.stop_outside();
        // SAFETY: the world is stopped: all goroutines rest with their state saved.
        unsafe {
            self.sched.for_each_g(|g| {
                if (*g).flags & G_SYSTEM == 0 {
                    all.push(self.describe(g));
                }
            });
        }
        self.sched.start_outside();
        all.sort_by_key(|g| g.id);
        all
    }

    unsafe fn describe(&self, g: *mut G) -> GoroutineInfo {
        let at = (*g).fp.offset_from((*g).stack) as usize;
        let mut walk = Frames::new(self, g, at, self.resting_pc(g));
        let (mut own, mut any) = (None, None);
        while own.is_none() {
            let Some(f) = walk.next() else { break };
            let func = &self.program.funcs[f.func.index()];
            let info = self.frame_info(&f);
            if !func.library && !func.wrapper {
                own = info;
            } else {
                any = any.or(info);
            }
        }
        let place = own.or(any);
        let (reason, _) = self.sched.status(g);
        let waits = !matches!(reason, WaitReason::Running | WaitReason::Runnable);
        let creator = self.code.find((*g).gopc).filter(|_| !(*g).gopc.is_null());
        let (func, file, line) = place.map_or_else(
            || (String::new(), String::new(), 0),
            |p| (p.func.into(), p.file.into(), p.line),
        );
        GoroutineInfo {
            id: (*g).id,
            state: reason.text(),
            waited: waits.then(|| self.sched.waited(g)),
            func,
            file,
            line,
            created_by: creator.map(|(f, _)| {
                let name = &self.program.funcs[f.index()].name;
                (name.to_string(), (*g).parent)
            }),
            evaluation: (*g).flags & G_VM != 0,
        }
    }

    /// All channels that can be reached, by address.
    pub(crate) fn list_channels(&self) -> Vec<ChanInfo> {
        let mut all = Vec::new();
        self.sched.stop_outside();
        // SAFETY: the world is stopped; after a collection what is allocated is what can be reached.
        unsafe {
            self.collect_now();
            self.heap.each_special(self.chan_map, |p| {
                let c = p.cast::<HChan>();
                if !(*c).is_timed() {
                    all.push(self.describe_channel(c));
                }
            });
        }
        self.sched.start_outside();
        all.sort_by_key(|c| c.address);
        all
    }

    unsafe fn describe_channel(&self, c: *mut HChan) -> ChanInfo {
        let elem = match (*c).site().and_then(|pc| self.code.decode(pc)) {
            Some(Instr::MakeChan { ty, .. }) => {
                let elem = self.types.info(ty).elem;
                self.types.rtype(elem).name.to_string()
            }
            _ => String::new(),
        };
        let s = chan::snapshot(c);
        ChanInfo {
            address: c as u64,
            elem,
            len: s.len,
            cap: s.cap,
            closed: s.closed,
            receivers: s.receivers,
            senders: s.senders,
        }
    }
}
