package main

import (
	"fmt"
	"runtime"
)

func squares(n int, out chan<- int) {
	for i := range n {
		out <- i * i
	}
	close(out)
}

func main() {
	ch := make(chan int)
	go squares(4, ch)
	sum := 0
	for v := range ch {
		sum += v
	}
	runtime.GC()
	fmt.Println("sum", sum)
}

// Output:
// sum 14
