package main

import (
	"fmt"
	"iter"
	"maps"
	"slices"
)

func fib() iter.Seq[int] {
	return func(yield func(int) bool) {
		a, b := 0, 1
		for yield(a) {
			a, b = b, a+b
		}
		fmt.Println("stopped")
	}
}

func take[T any](s iter.Seq[T], n int) iter.Seq[T] {
	return func(yield func(T) bool) {
		if n <= 0 {
			return
		}
		i := 0
		for v := range s {
			if !yield(v) {
				return
			}
			if i++; i == n {
				return
			}
		}
	}
}

func main() {
	next, stop := iter.Pull(fib())
	for range 5 {
		v, ok := next()
		fmt.Print(v, ok, " ")
	}
	stop()
	fmt.Println(next())
	fmt.Println(slices.Collect(take(fib(), 10)))
	m := map[string]int{"a": 1, "b": 2, "c": 3}
	fmt.Println(slices.Sorted(maps.Keys(m)), slices.Sorted(maps.Values(m)))
	next2, stop2 := iter.Pull2(slices.All([]string{"x", "y"}))
	defer stop2()
	i, s, ok := next2()
	fmt.Println(i, s, ok)
	next2()
	fmt.Println(next2())
}

// Output:
// 0 true 1 true 1 true 2 true 3 true stopped
// 0 false
// stopped
// [0 1 1 2 3 5 8 13 21 34]
// [a b c] [1 2 3]
// 0 x true
// 0  false
