package main

import "fmt"

func main() {
	c := make(chan string)
	fmt.Println("waiting")
	fmt.Println(<-c)
}

// Exit: 2
// Output:
// waiting
// Stderr:
// fatal error: all goroutines are asleep - deadlock!
//
// goroutine 1 [chan receive]:
