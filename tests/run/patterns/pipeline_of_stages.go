package main

import "fmt"

func source(n int) <-chan int {
	c := make(chan int)
	go func() {
		for i := range n {
			c <- i + 1
		}
		close(c)
	}()
	return c
}

func stage(in <-chan int, f func(int) (int, bool)) <-chan int {
	out := make(chan int, 2)
	go func() {
		defer close(out)
		for v := range in {
			if r, keep := f(v); keep {
				out <- r
			}
		}
	}()
	return out
}

func main() {
	square := func(v int) (int, bool) { return v * v, true }
	odd := func(v int) (int, bool) { return v, v%2 == 1 }
	total := 0
	running := func(v int) (int, bool) { total += v; return total, true }
	for v := range stage(stage(stage(source(8), square), odd), running) {
		fmt.Println(v)
	}
}

// Output:
// 1
// 10
// 35
// 84
