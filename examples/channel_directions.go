package main

import "fmt"

// A function says in its parameters which end of a channel it holds; the compiler keeps it to its word.

func count(out chan<- int, n int) {
	for i := 1; i <= n; i++ {
		out <- i
	}
	close(out)
}

func double(out chan<- int, in <-chan int) {
	for n := range in {
		out <- 2 * n
	}
	close(out)
}

func main() {
	numbers, doubled := make(chan int), make(chan int)
	go count(numbers, 5)
	go double(doubled, numbers)
	for n := range doubled {
		fmt.Println(n)
	}
}

// Output:
// 2
// 4
// 6
// 8
// 10
