// Package synctest tests concurrent code in bubbles: groups of goroutines with a clock of their own, which goes on only
// when all of them are blocked.
//
// A goroutine started in a bubble belongs to it, and so do the channels, timers and tickers it makes. A goroutine is
// durably blocked if only its bubble can wake it: on channels made there or nil, in a select over such channels, in
// sync.Cond.Wait, sync.WaitGroup.Wait or time.Sleep. Mutexes, input and output, and system calls do not count.
//
// The clock of a bubble begins at midnight UTC 2000-01-01.
package synctest

import (
	"internal/rt"
	"testing"
	"testing/internal/inside"
	"time"
)

// deadlock is what Test panics with when its bubble can not go on.
type deadlock string

func (d deadlock) Error() string { return string(d) }

// Test runs f in a new bubble and waits for all its goroutines to end. The T it is given runs its cleanup functions in
// the bubble; its context belongs to the bubble; its methods Run, Parallel and Deadline must not be called.
func Test(t *testing.T, f func(*testing.T)) {
	passed := false
	run(func() { passed = inside.Test(t, f) })
	if !passed {
		t.FailNow() // out here, where time is real
	}
}

// run drives a bubble whose first goroutine calls f.
func run(f func()) {
	if rt.BubbleOf() != 0 {
		panic("synctest.Run called from within a synctest bubble")
	}
	bubble := rt.BubbleOpen()
	if bubble == 0 {
		panic("testing/synctest: too many bubbles")
	}
	returned := false
	first := func() {
		defer func() {
			returned = true
			rt.BubbleOver()
		}()
		f()
	}
	rt.BubbleEnter(bubble)
	go first()
	rt.BubbleEnter(0)
	for {
		rt.BubbleWaitIdle(bubble)
		if !rt.BubbleTurn(bubble) {
			break
		}
	}
	if rt.BubbleClose(bubble) == 0 {
		return
	}
	if returned {
		panic(deadlock("deadlock: main bubble goroutine has exited but blocked goroutines remain"))
	}
	panic(deadlock("deadlock: all goroutines in bubble are blocked"))
}

// Wait waits until all other goroutines of the bubble are durably blocked. Only one goroutine may do so at a time.
func Wait() {
	if rt.BubbleOf() == 0 {
		panic("goroutine is not in a bubble")
	}
	if rt.BubbleSetWaiting(true) {
		panic("wait already in progress")
	}
	rt.BubbleWait()
	rt.BubbleSetWaiting(false)
}

// Sleep is time.Sleep(d) followed by Wait: what others have set for the same time has happened when it returns.
func Sleep(d time.Duration) {
	time.Sleep(d)
	Wait()
}
