package main

import "fmt"

func main() {
	c := make(chan int, 2)
	for i := range 5 {
		c <- i
		fmt.Println("sent", i)
	}
}

// Exit: 2
// Output:
// sent 0
// sent 1
// Stderr:
// fatal error: all goroutines are asleep - deadlock!
//
// goroutine 1 [chan send]:
