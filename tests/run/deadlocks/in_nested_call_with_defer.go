package main

import "fmt"

func inner(c chan int) int {
	defer fmt.Println("never")
	return <-c
}

func main() {
	defer func() { fmt.Println("never", recover()) }()
	fmt.Println(inner(make(chan int)))
}

// Exit: 2
// Stderr:
// fatal error: all goroutines are asleep - deadlock!
//
// goroutine 1 [chan receive]:
