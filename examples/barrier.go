package main

import (
	"fmt"
	"sync"
)

// A simulation in steps: nobody begins the next step before all have ended this one.

type barrier struct {
	mu      sync.Mutex
	all     *sync.Cond
	parties int
	waiting int
	round   int
}

func newBarrier(parties int) *barrier {
	b := &barrier{parties: parties}
	b.all = sync.NewCond(&b.mu)
	return b
}

func (b *barrier) wait() {
	b.mu.Lock()
	defer b.mu.Unlock()
	b.waiting++
	if b.waiting == b.parties {
		b.waiting = 0
		b.round++
		b.all.Broadcast()
		return
	}
	for round := b.round; round == b.round; {
		b.all.Wait()
	}
}

// Rule 90 on a ring of cells, each cell a goroutine.
func main() {
	const cells, steps = 31, 15
	var generation [steps + 1][cells]bool
	generation[0][cells/2] = true
	b := newBarrier(cells)
	var all sync.WaitGroup
	for i := range cells {
		all.Go(func() {
			for s := range steps {
				now := &generation[s]
				generation[s+1][i] = now[(i+cells-1)%cells] != now[(i+1)%cells]
				b.wait()
			}
		})
	}
	all.Wait()
	for _, row := range generation {
		for _, alive := range row {
			if alive {
				fmt.Print("*")
			} else {
				fmt.Print(".")
			}
		}
		fmt.Println()
	}
}

// Output:
// ...............*...............
// ..............*.*..............
// .............*...*.............
// ............*.*.*.*............
// ...........*.......*...........
// ..........*.*.....*.*..........
// .........*...*...*...*.........
// ........*.*.*.*.*.*.*.*........
// .......*...............*.......
// ......*.*.............*.*......
// .....*...*...........*...*.....
// ....*.*.*.*.........*.*.*.*....
// ...*.......*.......*.......*...
// ..*.*.....*.*.....*.*.....*.*..
// .*...*...*...*...*...*...*...*.
// *.*.*.*.*.*.*.*.*.*.*.*.*.*.*.*
