package main

import "fmt"

type list struct {
	next *list
	n    int
}

func depth(l *list) int {
	if l == nil {
		return 0
	}
	return 1 + depth(l.next)
}

func build(n int) *list {
	if n == 0 {
		return nil
	}
	var pad [8]int
	pad[n%8] = n
	return &list{build(n - 1), pad[n%8]}
}

func main() {
	l := build(20000)
	fmt.Println(depth(l), l.n, l.next.n)
	done := make(chan int)
	for i := range 3 {
		go func() { done <- depth(build(5000 * (i + 1))) }()
	}
	fmt.Println(<-done + <-done + <-done)
}

// NoStress: each collection scans a deep stack
// Output:
// 20000 20000 19999
// 30000
