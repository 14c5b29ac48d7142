package main

import (
	"fmt"
	"sync"
)

func main() {
	var made int
	p := sync.Pool{New: func() any { made++; return new([8]byte) }}
	x := p.Get().(*[8]byte)
	x[0] = 7
	fmt.Println(made, x[0])
	p.Put(x)
	y := p.Get().(*[8]byte)
	fmt.Println(made >= 1, len(y))
	var bare sync.Pool
	fmt.Println(bare.Get())
	bare.Put(nil)
	var wg sync.WaitGroup
	q := sync.Pool{New: func() any { return new(int) }}
	for range 10 {
		wg.Go(func() {
			for range 100 {
				n := q.Get().(*int)
				*n++
				q.Put(n)
			}
		})
	}
	wg.Wait()
	fmt.Println("done")
}

// Output:
// 1 7
// true 8
// <nil>
// done
