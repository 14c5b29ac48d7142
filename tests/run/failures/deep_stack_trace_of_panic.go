package main

import "fmt"

type handler interface{ handle(int) }

type level struct{ next handler }

func (l *level) handle(n int) {
	if n > 2 {
		var m map[string][]int
		m["missing"][n-3]++
	}
	l.next.handle(n + 1)
}

func main() {
	l := &level{}
	l.next = &level{l}
	defer fmt.Println("deferred in main")
	l.handle(0)
}

// Exit: 2
// Output:
// deferred in main
// Stderr:
// panic: runtime error: index out of range [0] with length 0
//
// goroutine 1 [running]:
