package main

import (
	"fmt"
	"sync"
)

type barrier struct {
	mu    sync.Mutex
	cond  *sync.Cond
	n     int
	count int
	round int
}

func (b *barrier) wait() {
	b.mu.Lock()
	defer b.mu.Unlock()
	round := b.round
	b.count++
	if b.count == b.n {
		b.count = 0
		b.round++
		b.cond.Broadcast()
		return
	}
	for round == b.round {
		b.cond.Wait()
	}
}

func main() {
	b := &barrier{n: 4}
	b.cond = sync.NewCond(&b.mu)
	cells := [4]int{1, 0, 0, 0}
	var wg sync.WaitGroup
	for i := range 4 {
		wg.Go(func() {
			for range 10 {
				left, self := cells[(i+3)%4], cells[i]
				b.wait()
				cells[i] = left + self
				b.wait()
			}
		})
	}
	wg.Wait()
	fmt.Println(cells, b.round)
}

// Output:
// [256 272 256 240] 20
