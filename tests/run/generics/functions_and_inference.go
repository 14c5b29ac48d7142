package main

import (
	"cmp"
	"fmt"
)

func mapSlice[T, U any](xs []T, f func(T) U) []U {
	out := make([]U, 0, len(xs))
	for _, x := range xs {
		out = append(out, f(x))
	}
	return out
}

func reduce[T, A any](xs []T, init A, f func(A, T) A) A {
	for _, x := range xs {
		init = f(init, x)
	}
	return init
}

func largest[T cmp.Ordered](first T, rest ...T) T {
	for _, r := range rest {
		if r > first {
			first = r
		}
	}
	return first
}

func keys[M ~map[K]V, K comparable, V any](m M) int { return len(m) }

func zero[T any]() T {
	var z T
	return z
}

func main() {
	fmt.Println(mapSlice([]int{1, 2, 3}, func(i int) string { return fmt.Sprint(i * i) }))
	fmt.Println(reduce([]string{"a", "bb"}, 0, func(n int, s string) int { return n + len(s) }))
	fmt.Println(largest(3, 7, 5), largest("b", "abc"), largest(1.5, 2), largest[float64](1, 2.5))
	type ages map[string]int
	fmt.Println(keys(ages{"x": 1}))
	fmt.Printf("%v %q %v %v\n", zero[int](), zero[string](), zero[*int](), zero[[2]bool]())
	f := largest[int]
	fmt.Printf("%T %d\n", f, f(1, 2))
	var g func([]int, func(int) bool) []bool = mapSlice
	fmt.Println(g([]int{1, 2}, func(i int) bool { return i > 1 }))
}

// Output:
// [1 4 9]
// 3
// 7 b 2 2.5
// 1
// 0 "" <nil> [false false]
// func(int, ...int) int 2
// [false true]
