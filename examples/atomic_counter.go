package main

import (
	"fmt"
	"sync"
	"sync/atomic"
)

// For a single number an atomic is enough: no lock, no waiting. CompareAndSwap is how a maximum is kept.

func main() {
	var sum, max atomic.Int64
	var all sync.WaitGroup
	for i := range 200 {
		all.Go(func() {
			v := int64(i * 37 % 199)
			sum.Add(v)
			for {
				old := max.Load()
				if v <= old || max.CompareAndSwap(old, v) {
					return
				}
			}
		})
	}
	all.Wait()
	fmt.Println("sum", sum.Load(), "max", max.Load())
}

// Output:
// sum 19701 max 198
