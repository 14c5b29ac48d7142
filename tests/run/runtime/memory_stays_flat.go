package main

import (
	"fmt"
	"runtime"
)

type node struct {
	next *node
	data []byte
	m    map[int]string
	f    func() *node
}

func churn(rounds int) int {
	total := 0
	for i := range rounds {
		a := &node{data: make([]byte, 1000)}
		b := &node{next: a, m: map[int]string{i: "x"}}
		a.next = b
		b.f = func() *node { return a }
		c := make(chan *node, 2)
		c <- b
		go func() { c <- a }()
		total += len((<-c).m) + len((<-c).data)
	}
	return total
}

func main() {
	fmt.Println(churn(3000))
	runtime.GC()
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	fmt.Println(churn(20000))
	runtime.GC()
	runtime.ReadMemStats(&after)
	fmt.Println(after.HeapAlloc < before.HeapAlloc+4<<20, runtime.NumGoroutine())
}

// NoStress: a collection per allocation would take minutes
// Output:
// 3003000
// 20020000
// true 1
