package main

import "fmt"

func id(s string, n int) int { fmt.Println("evaluate", s); return n }

func main() {
	done := make(chan int)
	x := 1
	go func(a, b int) { done <- a*10 + b }(x, id("arg", 2))
	x = 5
	fmt.Println(<-done, x)
	fs := []func(int){func(n int) { done <- n }}
	f := func() func(int) { fmt.Println("callee"); return fs[0] }
	go f()(id("call", 7))
	fs[0] = nil
	fmt.Println(<-done)
	arr := [2]int{1, 2}
	go func(a [2]int) { done <- a[0] }(arr)
	arr[0] = 100
	fmt.Println(<-done)
}

// Output:
// evaluate arg
// 12 5
// callee
// evaluate call
// 7
// 1
