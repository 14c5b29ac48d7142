package main

import "fmt"

func main() {
	c := make(chan int, 1)
	var sent, received int
	for range 100 {
		select {
		case c <- 1:
			sent++
		case c <- 2:
			sent++
		case <-c:
			received++
		case <-c:
			received++
		}
	}
	fmt.Println(sent, received)
	u := make(chan int)
	select {
	case u <- 1:
		fmt.Println("a goroutine can not meet itself")
	case <-u:
		fmt.Println("a goroutine can not meet itself")
	default:
		fmt.Println("default")
	}
	done := make(chan int)
	go func() {
		select {
		case v := <-u:
			done <- v
		case v := <-u:
			done <- v
		}
	}()
	u <- 3
	fmt.Println(<-done)
}

// Output:
// 50 50
// default
// 3
