package main

import (
	"fmt"
	"runtime"
)

func main() {
	left := make(chan bool)
	defer close(left)
	defer fmt.Println("main's defer runs")
	go func() {
		<-left
		fmt.Println("other goroutine")
	}()
	runtime.Goexit()
}

// Exit: 2
// Output:
// main's defer runs
// other goroutine
// Stderr:
// fatal error: no goroutines (main called runtime.Goexit) - deadlock!
