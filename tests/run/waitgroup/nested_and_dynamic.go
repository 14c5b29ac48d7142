package main

import (
	"fmt"
	"sync"
	"sync/atomic"
)

type dir struct {
	name string
	kids []*dir
	size int64
}

func make_(depth, width int) *dir {
	d := &dir{name: fmt.Sprint("d", depth), size: int64(depth + 1)}
	if depth > 0 {
		for range width {
			d.kids = append(d.kids, make_(depth-1, width))
		}
	}
	return d
}

func walk(d *dir, wg *sync.WaitGroup, total, count *atomic.Int64) {
	defer wg.Done()
	total.Add(d.size)
	count.Add(1)
	for _, k := range d.kids {
		wg.Add(1)
		go walk(k, wg, total, count)
	}
}

func main() {
	var wg sync.WaitGroup
	var total, count atomic.Int64
	wg.Add(1)
	go walk(make_(6, 3), &wg, &total, &count)
	wg.Wait()
	fmt.Println(count.Load(), total.Load())
	var outer sync.WaitGroup
	sums := make([]int, 5)
	for i := range sums {
		outer.Go(func() {
			var inner sync.WaitGroup
			parts := make([]int, 4)
			for j := range parts {
				inner.Go(func() { parts[j] = i * j })
			}
			inner.Wait()
			for _, p := range parts {
				sums[i] += p
			}
		})
	}
	outer.Wait()
	fmt.Println(sums)
}

// Output:
// 1093 1636
// [0 6 12 18 24]
