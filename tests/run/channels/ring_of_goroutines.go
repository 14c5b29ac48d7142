package main

import "fmt"

func main() {
	const n, laps = 50, 40
	first := make(chan int)
	in := first
	for i := 1; i < n; i++ {
		out := make(chan int)
		go func(in, out chan int) {
			for v := range in {
				out <- v + 1
			}
			close(out)
		}(in, out)
		in = out
	}
	go func() {
		for i := range laps {
			first <- i * 100
		}
		close(first)
	}()
	sum, count := 0, 0
	for v := range in {
		sum += v
		count++
	}
	fmt.Println(count, sum)
}

// Output:
// 40 79960
