// Package rt is the library's door to the runtime. Every function here has no
// body: it is a native. None of them calls back into Go code. Those in
// this file may park the calling goroutine, and say so.
package rt

// Gosched puts the calling goroutine at the end of the run queue.
func Gosched()

// Goexit runs the deferred calls of the goroutine and ends it.
func Goexit()

// WaitCut reports whether the goroutine's last wait was cut short because the goroutine is to end: it then undoes
// what it has announced and calls Goexit.
func WaitCut() bool

// Throw ends the program with "fatal error: msg" and exit status 2.
func Throw(msg string)

// Fatal is Throw for a mistake of the program rather than of the runtime.
func Fatal(msg string)

// Sleep parks the goroutine for ns nanoseconds.
func Sleep(ns int64)

// Nanotime is the monotonic clock, in nanoseconds, starting at 1 with the process.
func Nanotime() int64

// Now reads the wall clock (seconds since 1970) and the monotonic clock together.
func Now() (sec int64, nsec int32, mono int64)

// BubbleOf is the number of the goroutine's bubble (see package testing/synctest), 0 for none. In a bubble Nanotime and
// the first results of Now are the bubble's clock, and mono is 0.
func BubbleOf() int

// BubbleOpen makes a bubble without goroutines; 0 if there are too many.
func BubbleOpen() int

// BubbleEnter makes the goroutines that this one starts belong to the bubble, or to none for 0. It must not park meanwhile.
func BubbleEnter(bubble int)

// BubbleOver stops the bubble's clock, as its first function is about to return.
func BubbleOver()

// BubbleWaitIdle parks until all goroutines of the bubble are durably blocked. The caller is in no bubble.
func BubbleWaitIdle(bubble int)

// BubbleTurn fires the bubble's timers, or wakes who is in BubbleWait, or moves the clock; false if there is nothing to do.
func BubbleTurn(bubble int) bool

// BubbleClose ends the bubble and is the number of goroutines that remain blocked in it.
func BubbleClose(bubble int) int

// BubbleSetWaiting sets whether a goroutine of the bubble is in BubbleWait, and reports whether one was.
func BubbleSetWaiting(waiting bool) bool

// BubbleWait parks until all other goroutines of the bubble are durably blocked.
func BubbleWait()

// Semacquire parks until *addr is positive and takes one from it.
func Semacquire(addr *uint32)

// SemacquireMutex is Semacquire with the wait reason sync.Mutex.Lock; lifo queues at the front.
func SemacquireMutex(addr *uint32, lifo bool)

// SemacquireRWMutexR is Semacquire with the wait reason sync.RWMutex.RLock.
func SemacquireRWMutexR(addr *uint32)

// SemacquireRWMutex is Semacquire with the wait reason sync.RWMutex.Lock.
func SemacquireRWMutex(addr *uint32)

// SemacquireWaitGroup is Semacquire with the wait reason sync.WaitGroup.Wait.
func SemacquireWaitGroup(addr *uint32)

// MutexLock locks the sync.Mutex with this semaphore, which the state precedes; since is 0.
func MutexLock(sema *uint32, since int64)

// MutexUnlock unlocks it.
func MutexUnlock(sema *uint32)

// Semrelease adds one to *addr and wakes one waiter; with handoff the waiter runs next.
func Semrelease(addr *uint32, handoff bool)

// NotifyList is the queue of a sync.Cond: tickets given out, tickets served.
type NotifyList struct {
	wait   uint32
	notify uint32
	head   uint64
	tail   uint64
}

// NotifyListAdd takes a ticket.
func NotifyListAdd(l *NotifyList) uint32

// NotifyListWait parks until the ticket has been served; wait reason sync.Cond.Wait.
func NotifyListWait(l *NotifyList, ticket uint32)

// NotifyListNotifyOne serves the oldest ticket.
func NotifyListNotifyOne(l *NotifyList)

// NotifyListNotifyAll serves every ticket given out so far.
func NotifyListNotifyAll(l *NotifyList)

// Timer is a runtime timer. When it is due (When, on the clock of Nanotime) it either
// sends the current time on the channel Send without blocking (a chan time.Time of capacity one;
// Loc, a *time.Location, is the third word of the value), or starts a goroutine that calls Fn.
// It then repeats after Period nanoseconds if that is positive.
type Timer struct {
	When   int64
	Period int64
	Send   any
	Loc    any
	Fn     func()
	own    *uint64 // the machine's timer, made on first use
}

// TimerStart arms t at t.When.
func TimerStart(t *Timer)

// TimerStop disarms t and drains its channel, so that no stale value can be received later.
// It reports whether t was armed (or its value not yet received).
func TimerStop(t *Timer) bool

// TimerReset is TimerStop, then TimerStart with the given When and Period.
func TimerReset(t *Timer, when, period int64) bool

// Rand64 is a number from the runtime's generator, the source of everything unseeded.
func Rand64() uint64

// PanicDivide panics as a division by zero does.
func PanicDivide()

// PanicOverflow panics with the runtime error "integer overflow".
func PanicOverflow()
