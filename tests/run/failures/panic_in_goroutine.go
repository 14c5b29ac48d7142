package main

import (
	"fmt"
	"time"
)

func main() {
	defer fmt.Println("never: the program dies at once")
	go func() {
		defer fmt.Println("its own defers run")
		panic("in goroutine")
	}()
	time.Sleep(time.Hour)
}

// Exit: 2
// Output:
// its own defers run
// Stderr:
// panic: in goroutine
//
// goroutine N [running]:
