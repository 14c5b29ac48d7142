package main

import (
	"fmt"
	"sync"
)

// Cond with an RWMutex's read lock, a ticket lock that serves in order, and a barrier used again and again.

type ticketLock struct {
	mu            sync.Mutex
	c             *sync.Cond
	next, serving int
}

func (l *ticketLock) lock() {
	l.mu.Lock()
	defer l.mu.Unlock()
	t := l.next
	l.next++
	for t != l.serving {
		l.c.Wait()
	}
}

func (l *ticketLock) unlock() {
	l.mu.Lock()
	l.serving++
	l.mu.Unlock()
	l.c.Broadcast()
}

type barrier struct {
	mu             sync.Mutex
	c              sync.Cond
	n, here, phase int
}

func newBarrier(n int) *barrier {
	b := &barrier{n: n}
	b.c.L = &b.mu
	return b
}

func (b *barrier) await() (last bool) {
	b.mu.Lock()
	defer b.mu.Unlock()
	phase := b.phase
	if b.here++; b.here == b.n {
		b.here = 0
		b.phase++
		b.c.Broadcast()
		return true
	}
	for phase == b.phase {
		b.c.Wait()
	}
	return false
}

func main() {
	l := &ticketLock{}
	l.c = sync.NewCond(&l.mu)
	l.lock()
	var wg sync.WaitGroup
	var order []int
	for i := range 6 {
		for {
			l.mu.Lock()
			n := l.next
			l.mu.Unlock()
			if n == i+1 {
				break
			}
		}
		wg.Go(func() {
			l.lock()
			order = append(order, i)
			l.unlock()
		})
		for {
			l.mu.Lock()
			n := l.next
			l.mu.Unlock()
			if n == i+2 {
				break
			}
		}
	}
	l.unlock()
	wg.Wait()
	fmt.Println(order)

	b := newBarrier(5)
	sums := make([]int, 4)
	var mu sync.Mutex
	lasts := 0
	for g := range 5 {
		wg.Go(func() {
			for round := range sums {
				mu.Lock()
				sums[round] += g
				mu.Unlock()
				if b.await() {
					mu.Lock()
					lasts++
					mu.Unlock()
				}
				mu.Lock()
				if sums[round] != 10 {
					fmt.Println("round", round, "not complete")
				}
				mu.Unlock()
			}
		})
	}
	wg.Wait()
	fmt.Println(sums, lasts, b.phase)

	var rw sync.RWMutex
	ready := false
	c := sync.NewCond(rw.RLocker())
	seen := make(chan bool, 3)
	for range 3 {
		go func() {
			c.L.Lock()
			for !ready {
				c.Wait()
			}
			seen <- ready
			c.L.Unlock()
		}()
	}
	rw.Lock()
	ready = true
	rw.Unlock()
	for range 3 {
		for done := false; !done; {
			c.Broadcast()
			select {
			case v := <-seen:
				fmt.Print(v, " ")
				done = true
			default:
			}
		}
	}
	fmt.Println()
	c.Signal()
}

// Output:
// [0 1 2 3 4 5]
// [10 10 10 10] 4 4
// true true true
