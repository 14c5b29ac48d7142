package main

import (
	"fmt"
	"time"
)

func main() {
	c := make(chan int)
	go func() {
		time.Sleep(10 * time.Millisecond)
		fmt.Println("the sleeper leaves without sending")
	}()
	<-c
}

// Exit: 2
// Output:
// the sleeper leaves without sending
// Stderr:
// fatal error: all goroutines are asleep - deadlock!
//
// goroutine 1 [chan receive]:
