package main

import (
	"fmt"
	"sync"
)

// Fan out: several goroutines read from one channel. Fan in: their results come together in one channel.

func squares(in <-chan int) <-chan int {
	out := make(chan int)
	go func() {
		defer close(out)
		for v := range in {
			out <- v * v
		}
	}()
	return out
}

func merge(ins ...<-chan int) <-chan int {
	out := make(chan int)
	var wg sync.WaitGroup
	for _, in := range ins {
		wg.Go(func() {
			for v := range in {
				out <- v
			}
		})
	}
	go func() {
		wg.Wait()
		close(out)
	}()
	return out
}

func main() {
	in := make(chan int)
	go func() {
		defer close(in)
		for i := range 100 {
			in <- i
		}
	}()
	sum, n := 0, 0
	for v := range merge(squares(in), squares(in), squares(in)) {
		sum += v
		n++
	}
	fmt.Println(n, "squares, sum", sum)
}

// Output:
// 100 squares, sum 328350
