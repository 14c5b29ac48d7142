package main

import "fmt"

func try(name string, f func()) {
	defer func() { fmt.Println(name+":", recover()) }()
	f()
}

func ignores(yield func(int) bool) {
	for i := range 3 {
		yield(i)
	}
}

var kept func(int) bool

func keeps(yield func(int) bool) {
	kept = yield
	yield(1)
}

func swallows(yield func(int) bool) {
	defer func() { recover() }()
	yield(1)
}

func main() {
	try("goes on after break", func() {
		for range ignores {
			break
		}
	})
	try("called after the loop", func() {
		for range keeps {
		}
		kept(2)
	})
	try("panic swallowed", func() {
		for range swallows {
			panic("lost")
		}
	})
	try("from another goroutine", func() {
		for i := range func(yield func(int) bool) {
			done := make(chan bool)
			go func() { done <- yield(7) }()
			<-done
		} {
			fmt.Println("got", i)
		}
	})
	try("nil iterator", func() {
		var it func(func() bool)
		for range it {
		}
	})
	try("continues in order", func() {
		n := 0
		for i := range ignores {
			if i == 1 {
				continue
			}
			n += i
		}
		fmt.Println("sum", n)
	})
}

// Output:
// goes on after break: runtime error: range function continued iteration after function for loop body returned false
// called after the loop: runtime error: range function continued iteration after whole loop exit
// panic swallowed: runtime error: range function recovered a loop body panic and did not resume panicking
// got 7
// from another goroutine: <nil>
// nil iterator: runtime error: invalid memory address or nil pointer dereference
// sum 2
// continues in order: <nil>
