package main

import (
	"fmt"
	"sync"
)

// A panic in a function given to WaitGroup.Go ends the program, whoever waits.

type failure struct {
	code int
	err  error
}

func (f failure) Error() string { return fmt.Sprintf("failure %d: %v", f.code, f.err) }
func (f failure) Unwrap() error { return f.err }

func main() {
	var wg sync.WaitGroup
	defer fmt.Println("not run: main only waits")
	wg.Go(func() {
		defer fmt.Println("deferred in the goroutine")
		panic(failure{7, fmt.Errorf("line one\nline two")})
	})
	wg.Wait()
	select {}
}

// Exit: 2
// Output:
// deferred in the goroutine
// Stderr:
// panic: failure 7: line one
// 	line two [recovered, repanicked]
//
// goroutine N [running]:
