package main

import (
	"fmt"
	"time"
)

func main() {
	a, b := make(chan int), make(chan int)
	out := make(chan string)
	wait := func() {
		select {
		case v, ok := <-a:
			out <- fmt.Sprint("a ", v, ok)
		case b <- 5:
			out <- "sent on b"
		}
	}
	go wait()
	time.Sleep(10 * time.Millisecond)
	a <- 1
	fmt.Println(<-out)
	go wait()
	time.Sleep(10 * time.Millisecond)
	fmt.Println(<-b, <-out)
	go wait()
	time.Sleep(10 * time.Millisecond)
	close(a)
	fmt.Println(<-out)
	select {
	case b <- 1:
		fmt.Println("wrong: nobody is left on b")
	default:
		fmt.Println("b is free")
	}
}

// Output:
// a 1 true
// 5 sent on b
// a 0 false
// b is free
