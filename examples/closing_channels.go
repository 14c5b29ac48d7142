package main

import "fmt"

// Closing says that nothing more will come. What was sent before is still received, then every receive gives the zero
// value at once. Only the sender closes; sending on or closing a closed channel panics.

func attempt(what string, f func()) {
	defer func() { fmt.Println(what+":", recover()) }()
	f()
}

func main() {
	ch := make(chan int, 3)
	ch <- 7
	ch <- 8
	close(ch)

	for range 3 {
		v, ok := <-ch
		fmt.Println(v, ok)
	}
	for range ch {
		fmt.Println("never: the loop ends when a closed channel is empty")
	}
	attempt("send", func() { ch <- 9 })
	attempt("close", func() { close(ch) })
}

// Output:
// 7 true
// 8 true
// 0 false
// send: send on closed channel
// close: close of closed channel
