package main

import (
	"fmt"
	"sync"
	"sync/atomic"
)

// A value that changes: readers wait for the next version by receiving from a channel that the writer closes and replaces.

type watched[T any] struct {
	mu      sync.RWMutex
	value   T
	version int
	changed chan struct{}
}

func watch[T any](v T) *watched[T] { return &watched[T]{value: v, changed: make(chan struct{})} }

func (w *watched[T]) get() (T, int, <-chan struct{}) {
	w.mu.RLock()
	defer w.mu.RUnlock()
	return w.value, w.version, w.changed
}

func (w *watched[T]) set(f func(T) T) {
	w.mu.Lock()
	defer w.mu.Unlock()
	w.value = f(w.value)
	w.version++
	close(w.changed)
	w.changed = make(chan struct{})
}

// latest follows the value until it satisfies the condition, and counts how many versions it saw.
func (w *watched[T]) latest(ok func(T) bool) (v T, seen int) {
	last := -1
	for {
		v, version, changed := w.get()
		if version != last {
			seen++
			last = version
		}
		if ok(v) {
			return v, seen
		}
		<-changed
	}
}

func main() {
	w := watch(map[string]int{})
	var wg, ready sync.WaitGroup
	var total atomic.Int64
	late := make([]string, 8)
	for i := range late {
		ready.Add(1)
		wg.Go(func() {
			ready.Done()
			v, seen := w.latest(func(m map[string]int) bool { return m["n"] >= 100*(i+1) })
			total.Add(1)
			late[i] = fmt.Sprint(v["n"] >= 100*(i+1), seen >= 1)
		})
	}
	ready.Wait()
	for range 800 {
		w.set(func(m map[string]int) map[string]int {
			next := map[string]int{}
			for k, v := range m {
				next[k] = v
			}
			next["n"]++
			return next
		})
	}
	wg.Wait()
	fmt.Println(total.Load(), late)
	v, version, _ := w.get()
	fmt.Println(v, version)

	// The same with a mutex that is handed on: writers never overtake each other.
	turn := watch(0)
	order := make(chan int, 10)
	for i := range 10 {
		wg.Go(func() {
			turn.latest(func(t int) bool { return t == i })
			order <- i
			turn.set(func(t int) int { return t + 1 })
		})
	}
	wg.Wait()
	close(order)
	for i := range order {
		fmt.Print(i, " ")
	}
	fmt.Println()
}

// Output:
// 8 [true true true true true true true true true true true true true true true true]
// map[n:800] 800
// 0 1 2 3 4 5 6 7 8 9
