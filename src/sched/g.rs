//! The goroutine record.
//!
//! A record and the goroutine's first stack are one block of [`G_BYTES`], recycled. Larger stacks live apart.
//!
//! Who may touch a field: the worker that runs the goroutine; while it is parked, whoever took its [`Sudog`] out of a queue (and
//! with it the right to make it ready); in a run queue, nobody. `claim` alone is contended, by those who would end a select.
//! A worker that parks a goroutine does not look at it again after it has released the last lock of the queues it entered.

use crate::base::sync::atomic::AtomicU32;

use super::wait::WaitReason;

/// Bytes of a record with its first stack.
pub const G_BYTES: usize = 384;
/// Slots of the first stack.
pub const FIRST_STACK: usize = (G_BYTES - size_of::<G>()) / 8;
/// "No register", for [`Sudog::ok`].
pub const NO_SLOT: u16 = u16::MAX;
/// The largest stack, in slots: Go's 1000000000 bytes.
pub const MAX_STACK: usize = 1_000_000_000 / 8;

/// A place in a queue of waiting goroutines. Each goroutine has one inside; a select takes an array of more.
#[repr(C)]
pub struct Sudog {
    /// Next in the queue.
    pub next: *mut Sudog,
    /// Previous in the queue.
    pub prev: *mut Sudog,
    /// Who waits.
    pub g: *mut G,
    /// Where the value is, or where it goes (null: dropped). Registers of the parked goroutine: its stack does not move.
    pub slot: *mut u64,
    /// Register for the comma-ok bool, relative to the goroutine's `fp`, or [`NO_SLOT`].
    pub ok: u16,
    /// Case number in a select.
    pub case: u16,
    /// Belongs to a select: has to be claimed through [`G::claim`].
    pub select: bool,
    /// Is in a queue.
    pub linked: bool,
    /// Words to step back in the code to repeat the instruction (a send whose channel is closed meanwhile).
    pub back: u8,
    /// In a goroutine's own place: the number of its bubble, 0: none.
    pub bubble: u8,
}

/// A goroutine.
#[repr(C)]
pub struct G {
    /// Link in run queues and free lists.
    pub next: *mut G,
    /// Where it goes on, while it does not run.
    pub pc: *const u64,
    /// Its frame, while it does not run.
    pub fp: *mut u64,
    /// Lowest slot of its stack.
    pub stack: *mut u64,
    /// Slots of its stack.
    pub nslots: u32,
    /// Coarse time (seconds since the instance began) when it parked.
    pub since: u32,
    /// Its number, from 1 for main.
    pub id: u64,
    /// Its own place in a queue.
    pub waiter: Sudog,
    /// The VM's (panics, deferred calls in progress). The VM clears it before the goroutine ends.
    pub ext: *mut (),
    /// Where it was created, for "created by"; null for main.
    pub gopc: *const u64,
    /// Who created it; 0 for main.
    pub parent: u64,
    /// Places of a select, `nsel` of them; kept with the record.
    pub sel: *mut Sudog,
    /// A parked select: 0 while it waits, then [`CLAIM_CLOSED`]? + case + 1.
    pub claim: AtomicU32,
    /// Length of `sel`.
    pub nsel: u16,
    /// What it does.
    pub reason: WaitReason,
    /// [`G_SELECTING`], [`G_MAIN`], [`G_SYSTEM`].
    pub flags: u8,
}

/// In `claim`: the case was a send, and the channel has been closed.
pub const CLAIM_CLOSED: u32 = 1 << 31;
/// In `flags`: parked in a select, or on its way out of one.
pub const G_SELECTING: u8 = 1;
/// In `flags`: the main goroutine.
pub const G_MAIN: u8 = 2;
/// In `flags`: the runtime's own; not counted, not shown in dumps.
pub const G_SYSTEM: u8 = 4;
/// In `flags`: of a bubble that does not count it while it waits.
pub const G_DURABLE: u8 = 16;
/// In `flags`: the VM's to use.
pub const G_VM: u8 = 8;

const _: () = assert!(size_of::<G>() <= 128 && size_of::<Sudog>() <= 64);

impl G {
    /// One past the last slot of the stack.
    #[inline(always)]
    pub fn stack_end(&self) -> *mut u64 {
        self.stack.wrapping_add(self.nslots as usize)
    }

    /// Whether the stack is still the one inside the record's block.
    #[inline(always)]
    pub fn has_first_stack(&self) -> bool {
        std::ptr::eq(self.stack, (self as *const G).wrapping_add(1).cast())
    }
}
