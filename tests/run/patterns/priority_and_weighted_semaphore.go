package main

import (
	"context"
	"fmt"
	"sync"
	"time"
)

type weighted struct {
	mu      sync.Mutex
	free    int
	waiters []*waiter
}

type waiter struct {
	n     int
	ready chan struct{}
}

func (w *weighted) acquire(ctx context.Context, n int) error {
	w.mu.Lock()
	if len(w.waiters) == 0 && w.free >= n {
		w.free -= n
		w.mu.Unlock()
		return nil
	}
	me := &waiter{n, make(chan struct{})}
	w.waiters = append(w.waiters, me)
	w.mu.Unlock()
	select {
	case <-me.ready:
		return nil
	case <-ctx.Done():
	}
	w.mu.Lock()
	defer w.mu.Unlock()
	for i, x := range w.waiters {
		if x == me {
			w.waiters = append(w.waiters[:i], w.waiters[i+1:]...)
			return ctx.Err()
		}
	}
	w.grant(n) // granted meanwhile: give it back
	return ctx.Err()
}

func (w *weighted) release(n int) {
	w.mu.Lock()
	defer w.mu.Unlock()
	w.grant(n)
}

func (w *weighted) grant(n int) {
	w.free += n
	for len(w.waiters) > 0 && w.waiters[0].n <= w.free {
		w.free -= w.waiters[0].n
		close(w.waiters[0].ready)
		w.waiters = w.waiters[1:]
	}
}

func main() {
	s := &weighted{free: 5}
	var mu sync.Mutex
	used, most := 0, 0
	var wg sync.WaitGroup
	for i := range 30 {
		wg.Go(func() {
			n := i%4 + 1
			s.acquire(context.Background(), n)
			mu.Lock()
			used += n
			most = max(most, used)
			mu.Unlock()
			time.Sleep(time.Millisecond)
			mu.Lock()
			used -= n
			mu.Unlock()
			s.release(n)
		})
	}
	wg.Wait()
	fmt.Println(most <= 5, used, s.free)
	s.acquire(context.Background(), 4)
	ctx, cancel := context.WithTimeout(context.Background(), 10*time.Millisecond)
	defer cancel()
	fmt.Println(s.acquire(ctx, 2), s.free, len(s.waiters))
	s.release(4)
	fmt.Println(s.acquire(context.Background(), 5), s.free)

	high, low, done := make(chan int, 10), make(chan int, 10), make(chan struct{})
	for i := range 5 {
		low <- i
		high <- 100 + i
	}
	var got []int
	go func() {
		defer close(done)
		for len(got) < 10 {
			select {
			case v := <-high:
				got = append(got, v)
				continue
			default:
			}
			select {
			case v := <-high:
				got = append(got, v)
			case v := <-low:
				got = append(got, v)
			}
		}
	}()
	<-done
	fmt.Println(got)
}

// Output:
// true 0 5
// context deadline exceeded 1 0
// <nil> 0
// [100 101 102 103 104 0 1 2 3 4]
