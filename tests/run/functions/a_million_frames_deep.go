package main

import "fmt"

type list struct {
	v    int
	next *list
}

func (l *list) sum() int {
	if l == nil {
		return 0
	}
	return l.v + l.next.sum()
}

func depth(n int) int {
	if n == 0 {
		return 0
	}
	return 1 + depth(n-1)
}

func even(n int) bool {
	if n == 0 {
		return true
	}
	return odd(n - 1)
}

func odd(n int) bool {
	if n == 0 {
		return false
	}
	return even(n - 1)
}

func unwound(n int) (r int) {
	if n == 0 {
		panic("bottom")
	}
	defer func() { r++ }()
	return unwound(n - 1)
}

func main() {
	const n = 1_000_000
	fmt.Println(depth(n), even(n))
	var l *list
	for i := range n {
		l = &list{i, l}
	}
	fmt.Println(l.sum())
	func() {
		defer func() { fmt.Println("recovered", recover()) }()
		unwound(100_000)
	}()
	var rec func(int) int
	rec = func(n int) int {
		if n == 0 {
			return 0
		}
		return rec(n-1) + 1
	}
	done := make(chan int)
	go func() { done <- rec(n / 2) }()
	fmt.Println(<-done)
}

// NoStress: a collection for each node of a list of a million takes minutes
// Output:
// 1000000 true
// 499999500000
// recovered bottom
// 500000
