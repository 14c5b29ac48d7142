package main

import "fmt"

func main() {
	n := -1
	try := func(f func()) {
		defer func() { fmt.Println(recover()) }()
		f()
	}
	try(func() { _ = make([]int, n) })
	try(func() { _ = make([]int, 1, n) })
	try(func() { _ = make([]int, 2, n+2) })
	try(func() { _ = make(chan int, n) })
	try(func() { _ = make(map[int]int, n) })
	_ = make([]int64, int64(n)<<1>>1+1<<62)
}

// Exit: 2
// Output:
// runtime error: makeslice: len out of range
// runtime error: makeslice: cap out of range
// runtime error: makeslice: cap out of range
// makechan: size out of range
// <nil>
// Stderr:
// panic: runtime error: makeslice: len out of range
//
// goroutine 1 [running]:
