package main

import (
	"fmt"
	"runtime"
)

type node struct {
	next *node
	pad  [100]int
}

func ring(n int) *node {
	first := &node{}
	last := first
	for range n {
		last = &node{next: last}
	}
	first.next = last
	return first
}

func main() {
	var before, during, after runtime.MemStats
	runtime.GC()
	runtime.ReadMemStats(&before)
	r := ring(5000)
	runtime.ReadMemStats(&during)
	fmt.Println(during.HeapAlloc > before.HeapAlloc+4_000_000, during.Mallocs > before.Mallocs+4000)
	fmt.Println(r.next != nil)
	runtime.KeepAlive(r)
	r = nil
	runtime.GC()
	runtime.GC()
	runtime.ReadMemStats(&after)
	fmt.Println(after.HeapAlloc < during.HeapAlloc, after.NumGC > before.NumGC)
}

// Output:
// true true
// true
// true true
