//! What a goroutine is doing or waiting for, in the words of Go's goroutine dumps.

macro_rules! wait_reasons {
    ($($(#[$doc:meta])* $name:ident = $text:literal,)*) => {
        /// The state of a goroutine. From `IoWait` on it is parked.
        #[derive(Clone, Copy, PartialEq, Eq, Debug)]
        #[repr(u8)]
        pub enum WaitReason { $($(#[$doc])* $name,)* }

        impl WaitReason {
            /// As goroutine dumps print it.
            pub fn text(self) -> &'static str {
                match self { $(WaitReason::$name => $text,)* }
            }
        }
    };
}

wait_reasons! {
    /// No goroutine: the record is free. Must be zero.
    Dead = "dead",
    /// In a run queue, or running: `P::cur` tells.
    Runnable = "runnable",
    /// Only in dumps.
    Running = "running",
    /// A job of the blocking pool on files, pipes, sockets.
    IoWait = "IO wait",
    /// Any other job of the blocking pool.
    Syscall = "syscall",
    /// `<-ch`.
    ChanReceive = "chan receive",
    /// `ch <- v`.
    ChanSend = "chan send",
    /// `<-ch` of nil.
    ChanReceiveNilChan = "chan receive (nil chan)",
    /// `ch <- v` of nil.
    ChanSendNilChan = "chan send (nil chan)",
    /// A select statement.
    Select = "select",
    /// `select {}`, or one with nothing but nil channels.
    SelectNoCases = "select (no cases)",
    /// time.Sleep.
    Sleep = "sleep",
    /// A semaphore of no particular kind.
    Semacquire = "semacquire",
    /// sync.Cond.Wait.
    SyncCondWait = "sync.Cond.Wait",
    /// sync.Mutex.Lock.
    SyncMutexLock = "sync.Mutex.Lock",
    /// sync.RWMutex.RLock.
    SyncRWMutexRLock = "sync.RWMutex.RLock",
    /// sync.RWMutex.Lock.
    SyncRWMutexLock = "sync.RWMutex.Lock",
    /// sync.WaitGroup.Wait.
    SyncWaitGroupWait = "sync.WaitGroup.Wait",
    /// One side of a coroutine switch (iter.Pull).
    Coroutine = "coroutine",
    /// The driver of a bubble.
    SynctestRun = "synctest.Run",
    /// synctest.Wait.
    SynctestWait = "synctest.Wait",
    /// `<-ch` in a bubble.
    DurableChanReceive = "chan receive (durable)",
    /// `ch <- v` in a bubble.
    DurableChanSend = "chan send (durable)",
    /// A select in a bubble.
    DurableSelect = "select (durable)",
    /// sync.WaitGroup.Wait in a bubble.
    DurableWaitGroupWait = "sync.WaitGroup.Wait (durable)",
}

impl WaitReason {
    /// Whether a goroutine of a bubble that waits so can only be woken by the bubble.
    pub(super) fn is_durable(self) -> bool {
        matches!(
            self,
            WaitReason::ChanReceiveNilChan
                | WaitReason::ChanSendNilChan
                | WaitReason::SelectNoCases
                | WaitReason::Sleep
                | WaitReason::SyncCondWait
                | WaitReason::Coroutine
                | WaitReason::SynctestWait
                | WaitReason::DurableChanReceive
                | WaitReason::DurableChanSend
                | WaitReason::DurableSelect
                | WaitReason::DurableWaitGroupWait
        )
    }
}
