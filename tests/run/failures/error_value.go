package main

import (
	"errors"
	"fmt"
)

func main() {
	defer fmt.Println("deferred first")
	panic(fmt.Errorf("outer: %w", errors.New("inner")))
}

// Exit: 2
// Output:
// deferred first
// Stderr:
// panic: outer: inner
//
// goroutine 1 [running]:
