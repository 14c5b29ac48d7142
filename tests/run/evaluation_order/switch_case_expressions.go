package main

import "fmt"

func v(s string, n int) int {
	fmt.Print(s, " ")
	return n
}

func main() {
	switch v("tag", 3) {
	case v("a", 1), v("b", 3), v("c", 3):
		fmt.Println("first")
	case v("d", 3):
		fmt.Println("second")
	default:
		fmt.Println("default")
	}
	switch x := v("init", 5); {
	default:
		fmt.Println("none")
	case x == v("e", 4):
		fmt.Println("four")
	case x > v("f", 9), x < v("g", 6):
		fmt.Println("small")
	}
	switch v("h", 1); v("i", 2) {
	case 2:
		fmt.Println("two")
		fallthrough
	case v("skipped", 9):
		fmt.Println("and on")
	}
	switch f := func() int { return v("j", 0) }; f() {
	case f():
		fmt.Println("equal")
	}
	switch {
	}
	switch v("alone", 0) {
	}
	fmt.Println()
}

// Output:
// tag a b first
// init e f g small
// h i two
// and on
// j j equal
// alone
