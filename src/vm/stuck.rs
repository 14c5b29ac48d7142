//! Why nothing can run: what every goroutine waits for, as data for whoever explains a deadlock.
//!
//! Everything here is read off a machine at rest. What a goroutine waits for follows from the instruction it is parked at and its
//! registers; where a channel was made from its header; who holds a lock from the notes of a run that takes them. Which goroutines
//! could help another is a search through their stacks and what these refer to, as the collector would: it errs on
//! the side of too many.

use crate::bytecode::Instr;
use crate::chan;
use crate::chan::HChan;
use crate::heap::access;
use crate::sched::G;
use crate::sched::G_MAIN;
use crate::sched::G_SELECTING;
use crate::sched::G_SYSTEM;
use crate::sched::G_VM;
use crate::sched::WaitReason;
use crate::vm::Vm;
use crate::vm::code::LEN;
use crate::vm::dispatch::Pc;
use crate::vm::traceback::FrameInfo;
use crate::vm::unwind::Frame;
use crate::vm::unwind::Frames;
use std::collections::HashSet;

/// More goroutines than this are counted, not looked into.
const LOOKED_INTO: usize = 200;
/// Objects looked at for one goroutine.
const REACH: usize = 2000;
/// Steps from a stack to what it refers to.
const DEPTH: usize = 6;
/// sync.RWMutex counts readers down by this while a writer wants the lock.
const MAX_READERS: i32 = 1 << 30;

/// A kind of lock.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum LockKind {
    /// sync.Mutex.
    Mutex,
    /// sync.RWMutex, for reading.
    Read,
    /// sync.RWMutex, for writing.
    Write,
}

/// One thing a goroutine waits for.
#[derive(Clone, Debug)]
pub enum Awaited {
    /// A channel: index into [`Stuck::channels`], and whether it is to be sent on.
    Channel {
        /// Which.
        channel: usize,
        /// A send, else a receive.
        send: bool,
    },
    /// A nil channel.
    NilChannel {
        /// A send, else a receive.
        send: bool,
    },
    /// A lock: index into [`Stuck::locks`].
    Lock {
        /// Which.
        lock: usize,
        /// How it is wanted.
        kind: LockKind,
        /// It belongs to a sync.Once.
        once: bool,
    },
    /// A sync.WaitGroup.
    WaitGroup {
        /// Its address.
        addr: u64,
        /// What it counts.
        count: i32,
    },
    /// A sync.Cond.
    Cond,
    /// `select {}`.
    Nothing,
    /// Something else, said in the words of [`WaitReason`].
    Other,
}

/// A channel that somebody waits for.
#[derive(Clone, Debug)]
pub struct StuckChannel {
    /// Its address.
    pub addr: u64,
    /// Its type, such as `chan int`; empty when not known.
    pub ty: String,
    /// Where it was made.
    pub made: Option<FrameInfo>,
    /// Its capacity.
    pub cap: usize,
    /// Elements in its buffer.
    pub len: usize,
    /// It is closed.
    pub closed: bool,
    /// A timer sends on it.
    pub timer: bool,
}

/// A lock that somebody waits for.
#[derive(Clone, Debug)]
pub struct StuckLock {
    /// Its address.
    pub addr: u64,
    /// It is a sync.RWMutex.
    pub rw: bool,
    /// Readers that hold it.
    pub readers: i32,
    /// A goroutine has it locked, for writing if there is a difference.
    pub locked: bool,
    /// Who locked it last, and where, if that is known. The goroutine may have ended since.
    pub holder: Option<(u64, FrameInfo)>,
    /// The holder is no more.
    pub holder_ended: bool,
}

/// A goroutine that waits.
#[derive(Clone, Debug)]
pub struct StuckGoroutine {
    /// Its number.
    pub id: u64,
    /// The main goroutine, or the evaluation at the prompt.
    pub main: bool,
    /// Go's words for what it does.
    pub reason: &'static str,
    /// The innermost frame of the program's own code.
    pub place: Option<FrameInfo>,
    /// Where the `go` statement is, unless it is the library's.
    pub started: Option<FrameInfo>,
    /// The outermost function of the program's own code.
    pub entry: Option<Box<str>>,
    /// Of what it waits for, anything will do.
    pub awaits: Vec<Awaited>,
    /// It waits in a select statement.
    pub select: bool,
    /// Goroutines (indices) that have what it takes to end the wait, as far as can be seen.
    pub helpers: Vec<usize>,
}

/// A machine on which nothing can run.
#[derive(Clone, Debug, Default)]
pub struct Stuck {
    /// Goroutines by number; at most some hundreds.
    pub goroutines: Vec<StuckGoroutine>,
    /// How many more there are.
    pub more: usize,
    /// The channels they wait for.
    pub channels: Vec<StuckChannel>,
    /// The locks they wait for.
    pub locks: Vec<StuckLock>,
    /// The main goroutine has ended itself.
    pub main_gone: bool,
}

/// Whether two goroutines wait for the same one thing in the same way.
fn same(a: &[Awaited], b: &[Awaited]) -> bool {
    match (a, b) {
        (
            [
                Awaited::Channel {
                    channel: c,
                    send: s,
                },
            ],
            [
                Awaited::Channel {
                    channel: d,
                    send: t,
                },
            ],
        ) => c == d && s == t,
        ([Awaited::Lock { lock: c, .. }], [Awaited::Lock { lock: d, .. }]) => c == d,
        _ => false,
    }
}

impl Vm {
    /// What everybody waits for.
    ///
    /// # Safety
    /// All goroutines rest with their state saved.
    pub(crate) unsafe fn stuck(&self) -> Stuck {
        let mut all = Vec::new();
        self.sched.for_each_g(|g| {
            if (*g).flags & G_SYSTEM == 0 {
                all.push(((*g).id, g));
            }
        });
        all.sort_unstable();
        let mut stuck = Stuck {
            more: all.len().saturating_sub(LOOKED_INTO),
            main_gone: !all.iter().any(|(_, g)| (**g).flags & (G_MAIN | G_VM) != 0),
            ..Stuck::default()
        };
        let ids: HashSet<u64> = all.iter().map(|(id, _)| *id).collect();
        all.truncate(LOOKED_INTO);
        for (_, g) in &all {
            let s = self.stuck_goroutine(&mut stuck, *g);
            stuck.goroutines.push(s);
        }
        for l in &mut stuck.locks {
            l.holder_ended = l.holder.as_ref().is_some_and(|(id, _)| !ids.contains(id));
        }
        self.find_helpers(&mut stuck, &all);
        stuck
    }

    unsafe fn stuck_goroutine(&self, stuck: &mut Stuck, g: *mut G) -> StuckGoroutine {
        let at = (*g).fp.offset_from((*g).stack) as usize;
        let mut walk = Frames::new(self, g, at, self.resting_pc(g));
        let mut library = Vec::new();
        let mut place = None;
        let mut entry = None;
        while let Some(f) = walk.next() {
            let func = &self.program.funcs[f.func.index()];
            if func.wrapper {
                continue;
            }
            if !func.library {
                place = place.or_else(|| self.frame_info(&f));
                entry = Some(func.name.clone());
            } else if place.is_none() {
                library.push(&*func.name);
            }
        }
        let (reason, _) = self.sched.status(g);
        let select = (*g).flags & G_SELECTING != 0;
        StuckGoroutine {
            id: (*g).id,
            main: (*g).flags & (G_MAIN | G_VM) != 0,
            reason: reason.text(),
            place,
            started: self.started(g),
            entry,
            awaits: self.awaits(stuck, g, reason, &library),
            select: select || reason == WaitReason::SelectNoCases,
            helpers: Vec::new(),
        }
    }

    /// The `go` statement that a goroutine began with.
    unsafe fn started(&self, g: *mut G) -> Option<FrameInfo> {
        if (*g).gopc.is_null() {
            return None;
        }
        let (f, _) = self.code.find((*g).gopc)?;
        match self.program.funcs[f.index()].library {
            true => None,
            false => self.info_behind((*g).gopc),
        }
    }

    /// The place of the instruction before `pc`.
    fn info_behind(&self, pc: Pc) -> Option<FrameInfo> {
        let (func, offset) = self.code.find(pc)?;
        self.frame_info(&Frame {
            func,
            offset,
            fp: 0,
            by_panic: false,
        })
    }

    /// The instruction a goroutine is parked at.
    pub(crate) unsafe fn parked_at(&self, g: *mut G) -> Option<Instr> {
        let pc = (*g).pc;
        // What is repeated when it has been woken: its pc is the instruction itself.
        if (*g).flags & G_SELECTING != 0 || (*g).reason == WaitReason::SyncMutexLock {
            return self.code.decode(pc);
        }
        let (func, offset) = self.code.find(pc)?;
        let entry = self.code.entry(func);
        let mut at = 0;
        let mut last = None;
        while at < offset as usize {
            last = Some(at);
            at += LEN[self.code.op(entry.wrapping_add(at)) as usize] as usize;
        }
        self.code.decode(entry.wrapping_add(last?))
    }

    unsafe fn awaits(
        &self,
        stuck: &mut Stuck,
        g: *mut G,
        reason: WaitReason,
        library: &[&str],
    ) -> Vec<Awaited> {
        let within = |name: &str| library.iter().any(|n| n.starts_with(name));
        let fp = (*g).fp;
        // SAFETY: registers of the frame that rests.
        let reg = |r: u16| unsafe { *fp.add(r as usize) };
        let word = |addr: u64| access::load32(addr as *const u32);
        match (reason, self.parked_at(g)) {
            (WaitReason::SelectNoCases, _) => vec![Awaited::Nothing],
            (_, Some(Instr::Send { ch, .. })) => vec![self.channel(stuck, reg(ch.0), true)],
            (_, Some(Instr::Recv { ch, .. } | Instr::Recv2 { ch, .. })) => {
                vec![self.channel(stuck, reg(ch.0), false)]
            }
            (_, Some(Instr::Select { t, .. })) => {
                let (cases, _) = &self.selects[t.index()];
                let each = cases.iter();
                each.map(|c| self.channel(stuck, reg(c.ch), c.send))
                    .collect()
            }
            (_, Some(Instr::CallNative { base, .. })) => {
                let a = reg(base);
                let known = |offset: u64| a > offset && a % 4 == 0;
                match reason {
                    WaitReason::SyncMutexLock if known(4) => {
                        let rw = within("sync.(*RWMutex).Lock");
                        let kind = if rw { LockKind::Write } else { LockKind::Mutex };
                        let once = within("sync.(*Once)");
                        let lock = self.lock(stuck, a - 4, rw);
                        vec![Awaited::Lock { lock, kind, once }]
                    }
                    WaitReason::SyncRWMutexRLock if known(12) => vec![Awaited::Lock {
                        lock: self.lock(stuck, a - 12, true),
                        kind: LockKind::Read,
                        once: false,
                    }],
                    WaitReason::SyncRWMutexLock if known(8) => vec![Awaited::Lock {
                        lock: self.lock(stuck, a - 8, true),
                        kind: LockKind::Write,
                        once: false,
                    }],
                    WaitReason::SyncWaitGroupWait | WaitReason::DurableWaitGroupWait
                        if known(8) =>
                    {
                        vec![Awaited::WaitGroup {
                            addr: a - 8,
                            count: word(a - 4) as i32,
                        }]
                    }
                    WaitReason::SyncCondWait => vec![Awaited::Cond],
                    _ => vec![Awaited::Other],
                }
            }
            _ => vec![Awaited::Other],
        }
    }

    unsafe fn channel(&self, stuck: &mut Stuck, addr: u64, send: bool) -> Awaited {
        if addr == 0 {
            return Awaited::NilChannel { send };
        }
        let known = stuck.channels.iter().position(|c| c.addr == addr);
        let channel = known.unwrap_or_else(|| {
            let c = addr as *mut HChan;
            let site = (*c).site();
            let ty = match site.and_then(|pc| self.code.decode(pc)) {
                Some(Instr::MakeChan { ty, .. }) => self.types.rtype(ty).name.to_string(),
                _ => String::new(),
            };
            stuck.channels.push(StuckChannel {
                addr,
                ty,
                made: site.and_then(|pc| self.info_behind(pc.wrapping_add(1))),
                cap: chan::cap(c),
                len: chan::len(c),
                closed: (*c).closed(),
                timer: (*c).is_timed(),
            });
            stuck.channels.len() - 1
        });
        Awaited::Channel { channel, send }
    }

    unsafe fn lock(&self, stuck: &mut Stuck, addr: u64, rw: bool) -> usize {
        let known = stuck.locks.iter().position(|l| l.addr == addr);
        known.unwrap_or_else(|| {
            let word = |off: u64| access::load32((addr + off) as *const u32);
            let readers = if rw { word(16) as i32 } else { 0 };
            let readers = match readers < 0 {
                true => word(20) as i32,
                false => readers.min(MAX_READERS - 1),
            };
            // A writer that waits for readers to leave does not have the lock yet.
            let entering = rw && (word(16) as i32) < 0 && readers > 0;
            let locked = word(0) & 1 != 0 && !entering;
            let note = self.notes.as_ref().and_then(|n| n.of(addr));
            // The place in the program's own code.
            let own = |pc: Pc| {
                let (f, _) = self.code.find(pc)?;
                let library = self.program.funcs[f.index()].library;
                (!library).then(|| self.info_behind(pc)).flatten()
            };
            let holder = note.filter(|_| locked).and_then(|n| {
                let at = n.calls.iter().find_map(|pc| own(*pc))?;
                Some((n.goroutine, at))
            });
            stuck.locks.push(StuckLock {
                addr,
                rw,
                readers,
                locked,
                holder,
                holder_ended: false,
            });
            stuck.locks.len() - 1
        })
    }

    /// Who could end whose wait: the holder of a lock where it is known, else whoever can get at what is waited for.
    unsafe fn find_helpers(&self, stuck: &mut Stuck, all: &[(u64, *mut G)]) {
        let reach: Vec<HashSet<u64>> = all.iter().map(|(_, g)| self.reach(*g)).collect();
        for k in 0..stuck.goroutines.len() {
            let mut helpers = Vec::new();
            for a in &stuck.goroutines[k].awaits {
                let (addr, holder) = match a {
                    Awaited::Channel { channel, .. } => (stuck.channels[*channel].addr, None),
                    Awaited::Lock { lock, .. } => {
                        let l = &stuck.locks[*lock];
                        (l.addr, l.holder.as_ref().map(|h| h.0))
                    }
                    Awaited::WaitGroup { addr, .. } => (*addr, None),
                    _ => continue,
                };
                if let Some(id) = holder {
                    helpers.extend(stuck.goroutines.iter().position(|s| s.id == id));
                    continue;
                }
                let addr = self.heap.find_object(addr as usize).map(|o| o.0 as u64);
                let can = |j: &usize| *j != k && addr.is_some_and(|a| reach[*j].contains(&a));
                helpers.extend((0..reach.len()).filter(can));
            }
            helpers.sort_unstable();
            helpers.dedup();
            // Who waits for the same thing in the same way is no help.
            let rival = |j: &usize| {
                let (a, b) = (&stuck.goroutines[*j].awaits, &stuck.goroutines[k].awaits);
                *j != k && a.len() == 1 && same(a, b)
            };
            helpers.retain(|j| !rival(j));
            stuck.goroutines[k].helpers = helpers;
        }
    }

    /// The objects that a goroutine can get at through its stack.
    unsafe fn reach(&self, g: *mut G) -> HashSet<u64> {
        let mut seen = HashSet::new();
        let mut layer: Vec<u64> = Vec::new();
        let top = self
            .code
            .find((*g).pc)
            .map_or(0, |(f, _)| self.funcs[f.index()].nregs as usize);
        let end = (*g).fp.wrapping_add(top).min((*g).stack_end());
        let mut at = (*g).stack;
        while at < end {
            layer.push(*at);
            at = at.add(1);
        }
        for _ in 0..DEPTH {
            let mut next = Vec::new();
            for w in layer {
                if seen.len() > REACH {
                    return seen;
                }
                let Some((start, size)) = self.heap.find_object(w as usize) else {
                    continue;
                };
                if !seen.insert(start as u64) {
                    continue;
                }
                for k in 0..(size / 8).min(512) {
                    next.push(access::load64((start as *const u64).add(k)));
                }
            }
            layer = next;
        }
        seen
    }
}
