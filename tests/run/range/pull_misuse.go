// An iterator that has been turned around panics when next is called from inside of it, or its yield when nobody asked.
package main

import (
	"fmt"
	"iter"
)

func try(what string, f func()) {
	defer func() { fmt.Println(what, "->", recover()) }()
	f()
}

func main() {
	var again func() (int, bool)
	next, stop := iter.Pull(func(yield func(int) bool) {
		try("next inside", func() { again() })
		yield(1)
	})
	again = next
	fmt.Println(next())
	stop()

	var kept func(string, int) bool
	next2, stop2 := iter.Pull2(func(yield func(string, int) bool) {
		kept = yield
		yield("a", 1)
		yield("b", 2)
	})
	fmt.Println(next2())
	try("yield outside", func() { kept("z", 26) })
	fmt.Println(next2())
	fmt.Println(next2())
	stop2()
	fmt.Println(next2())
}

// Output:
// next inside -> iter.Pull: next called again before yield
// 1 true
// a 1 true
// yield outside -> iter.Pull2: yield called again before next
// b 2 true
//  0 false
//  0 false
