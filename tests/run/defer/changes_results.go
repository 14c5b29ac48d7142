package main

import (
	"errors"
	"fmt"
)

func inc() (n int) {
	defer func() { n++ }()
	return 1
}

func unnamed() int {
	n := 1
	defer func() { n++ }()
	return n
}

func safe(f func()) (err error) {
	defer func() {
		if r := recover(); r != nil {
			err = fmt.Errorf("caught: %v", r)
		}
	}()
	f()
	return nil
}

func closing() (err error) {
	defer func() { err = errors.Join(err, errors.New("close failed")) }()
	return errors.New("write failed")
}

func multi() (a int, s string) {
	defer func() { a, s = a*10, s+"!" }()
	a, s = 1, "x"
	return a + 1, s + "y"
}

func main() {
	fmt.Println(inc(), unnamed())
	fmt.Println(safe(func() { panic("boom") }))
	fmt.Println(safe(func() {}))
	fmt.Println(safe(func() { var m map[string]int; m["a"] = 1 }))
	fmt.Println(closing())
	fmt.Println(multi())
}

// Output:
// 2 1
// caught: boom
// <nil>
// caught: assignment to entry in nil map
// write failed
// close failed
// 20 xy!
