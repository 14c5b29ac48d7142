package main

import "fmt"

// Two goroutines wait for each other. golite notices that nobody can ever run again and shows where each one waits.

func main() {
	left, right := make(chan string), make(chan string)
	go func() {
		message := <-left
		right <- "answer to " + message
	}()
	fmt.Println("waiting for an answer before asking")
	fmt.Println(<-right)
	left <- "question"
}

// Exit: 2
// Output:
// waiting for an answer before asking
// Stderr:
// fatal error: all goroutines are asleep - deadlock!
//
// goroutine 1 [chan receive]:
// goroutine N [chan receive]:
