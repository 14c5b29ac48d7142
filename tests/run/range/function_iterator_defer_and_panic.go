package main

import "fmt"

func seq(yield func(int) bool) {
	defer fmt.Println("seq ends")
	for i := 1; yield(i); i++ {
	}
}

func withDefer() (n int) {
	defer func() { n *= 2 }()
	for i := range seq {
		defer fmt.Println("deferred by loop body", i)
		if i == 3 {
			return i
		}
	}
	return 0
}

func bad(yield func(int) bool) {
	yield(1)
	yield(2)
}

func main() {
	fmt.Println(withDefer())
	func() {
		defer func() { fmt.Println("recovered", recover()) }()
		for i := range seq {
			if i == 2 {
				panic("in body")
			}
		}
	}()
	func() {
		defer func() { fmt.Println("recovered", recover()) }()
		for i := range bad {
			fmt.Println("body", i)
			break
		}
	}()
}

// Output:
// seq ends
// deferred by loop body 3
// deferred by loop body 2
// deferred by loop body 1
// 6
// seq ends
// recovered in body
// body 1
// recovered runtime error: range function continued iteration after function for loop body returned false
