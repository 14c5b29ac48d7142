package main

import (
	"fmt"
	"iter"
)

// What iter.Pull answers when the sequence calls the functions itself, or yields when nobody has asked.

func try(name string, f func()) {
	defer func() { fmt.Println(name+":", recover()) }()
	f()
}

func main() {
	var next func() (int, bool)
	var stop func()
	next, stop = iter.Pull(func(yield func(int) bool) {
		try("next inside", func() { next() })
		yield(1)
		yield(2)
	})
	fmt.Println(next())
	stop()

	var next2 func() (string, int, bool)
	next2, stop = iter.Pull2(func(yield func(string, int) bool) {
		try("next2 inside", func() { next2() })
		yield("a", 1)
	})
	fmt.Println(next2())
	stop()

	var keep func(int) bool
	next, stop = iter.Pull(func(yield func(int) bool) {
		keep = yield
		yield(1)
	})
	next()
	try("yield kept", func() { keep(5) })
	stop()
	fmt.Println(keep(6))

	var keep2 func(int, int) bool
	next3, stop3 := iter.Pull2(func(yield func(int, int) bool) {
		keep2 = yield
		yield(1, 2)
	})
	next3()
	try("yield2 kept", func() { keep2(5, 5) })
	stop3()

	next, stop = iter.Pull(func(yield func(int) bool) {
		for i := range 3 {
			if !yield(i) {
				fmt.Println("told to stop, yields again:", yield(100))
				return
			}
		}
	})
	next()
	stop()
	fmt.Println(next())
}

// Output:
// next inside: iter.Pull: next called again before yield
// 1 true
// next2 inside: iter.Pull2: next called again before yield
// a 1 true
// yield kept: iter.Pull: yield called again before next
// false
// yield2 kept: iter.Pull2: yield called again before next
// told to stop, yields again: false
// 0 false
