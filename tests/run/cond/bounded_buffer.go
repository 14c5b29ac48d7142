package main

import (
	"fmt"
	"sync"
)

type buffer struct {
	mu       sync.Mutex
	notFull  *sync.Cond
	notEmpty *sync.Cond
	items    []int
	peak     int
}

func newBuffer() *buffer {
	b := &buffer{}
	b.notFull = sync.NewCond(&b.mu)
	b.notEmpty = sync.NewCond(&b.mu)
	return b
}

func (b *buffer) put(v int) {
	b.mu.Lock()
	defer b.mu.Unlock()
	for len(b.items) == 4 {
		b.notFull.Wait()
	}
	b.items = append(b.items, v)
	b.peak = max(b.peak, len(b.items))
	b.notEmpty.Signal()
}

func (b *buffer) get() int {
	b.mu.Lock()
	defer b.mu.Unlock()
	for len(b.items) == 0 {
		b.notEmpty.Wait()
	}
	v := b.items[0]
	b.items = b.items[1:]
	b.notFull.Signal()
	return v
}

func main() {
	b := newBuffer()
	var wg sync.WaitGroup
	for p := range 4 {
		wg.Go(func() {
			for i := range 100 {
				b.put(p*100 + i)
			}
		})
	}
	sums := make([]int, 2)
	for c := range sums {
		wg.Go(func() {
			for range 200 {
				sums[c] += b.get()
			}
		})
	}
	wg.Wait()
	fmt.Println(sums[0]+sums[1], len(b.items), b.peak <= 4)
}

// Output:
// 79800 0 true
