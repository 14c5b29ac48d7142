package main

import "fmt"

func main() {
	a := [4]int{}
	str := "abc"
	n := 4
	try := func(f func()) {
		defer func() { fmt.Println(recover()) }()
		f()
	}
	try(func() { a[n]++ })
	try(func() { _ = str[n] })
	try(func() { p := &a; p[n] = 1 })
	try(func() { var none []string; none[0] = "x" })
	try(func() { _ = [][]int{{}}[0][n-4] })
	u := uint8(200)
	try(func() { a[u] = 1 })
	println(str[n])
}

// Exit: 2
// Output:
// runtime error: index out of range [4] with length 4
// runtime error: index out of range [4] with length 3
// runtime error: index out of range [4] with length 4
// runtime error: index out of range [0] with length 0
// runtime error: index out of range [0] with length 0
// runtime error: index out of range [200] with length 4
// Stderr:
// panic: runtime error: index out of range [4] with length 3
//
// goroutine 1 [running]:
