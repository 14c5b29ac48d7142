package main

import "fmt"

func squares(n int, out chan<- int) {
	for i := range n {
		out <- i * i
	}
}

func main() {
	ch := make(chan int)
	go squares(4, ch)
	sum := 0
	for v := range ch {
		sum += v
	}
	fmt.Println("sum", sum)
}

// Exit: 2
// Stderr:
// fatal error: all goroutines are asleep - deadlock!
//
// goroutine 1 [chan receive]:
