package sync

import (
	"internal/rt"
	"sync/atomic"
)

// WaitGroup counts goroutines that are to be waited for; zero counts none.
type WaitGroup struct {
	state uint64 // high half: the counter; low half: how many wait
	sema  uint32
}

// Add adds delta to the counter. At zero it releases those that wait.
func (wg *WaitGroup) Add(delta int) {
	state := atomic.AddUint64(&wg.state, uint64(delta)<<32)
	n, waiters := int32(state>>32), uint32(state)
	if n < 0 {
		panic("sync: negative WaitGroup counter")
	}
	if waiters != 0 && delta > 0 && n == int32(delta) {
		panic("sync: WaitGroup misuse: Add called concurrently with Wait")
	}
	if n > 0 || waiters == 0 {
		return
	}
	if atomic.LoadUint64(&wg.state) != state {
		panic("sync: WaitGroup misuse: Add called concurrently with Wait")
	}
	atomic.StoreUint64(&wg.state, 0)
	for ; waiters != 0; waiters-- {
		rt.Semrelease(&wg.sema, false)
	}
}

// Done is Add(-1).
func (wg *WaitGroup) Done() { wg.Add(-1) }

// Wait waits until the counter is zero.
func (wg *WaitGroup) Wait() {
	for {
		state := atomic.LoadUint64(&wg.state)
		if int32(state>>32) == 0 {
			return
		}
		if atomic.CompareAndSwapUint64(&wg.state, state, state+1) {
			rt.SemacquireWaitGroup(&wg.sema)
			if atomic.LoadUint64(&wg.state) != 0 {
				panic("sync: WaitGroup is reused before previous Wait has returned")
			}
			return
		}
	}
}

// Go runs f in a new goroutine that is counted until f returns. f must not panic.
func (wg *WaitGroup) Go(f func()) {
	wg.Add(1)
	go func() {
		defer func() {
			if x := recover(); x != nil {
				panic(x)
			}
			wg.Done()
		}()
		f()
	}()
}
