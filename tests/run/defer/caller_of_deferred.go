// Whom runtime.Caller tells a deferred function that it is called by: the closing brace, or the last return.
package main

import (
	"fmt"
	"runtime"
)

func where() {
	_, _, line, _ := runtime.Caller(1)
	fmt.Println("line", line)
}

func falls() {
	defer where()
	fmt.Print("falls off the end: ")
}

func returns(n int) int {
	defer where()
	fmt.Print("returns: ")
	return n *
		2
}

func empty() {
	defer where()
}

func main() {
	falls()
	returns(3)
	empty()
	func() {
		defer where()
		for range 2 {
			fmt.Print("literal: ")
		}
	}()
	func() { defer where() }()
}

// Output:
// falls off the end: line 17
// returns: line 22
// line 28
// literal: literal: line 39
// line 40
