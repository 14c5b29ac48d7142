package main

import (
	"cmp"
	"fmt"
	"slices"
	"strconv"
)

// Type arguments of a generic function that is passed on follow from the function it is passed to.

func mapTo[A, B any](s []A, f func(A) B) []B {
	out := make([]B, 0, len(s))
	for _, v := range s {
		out = append(out, f(v))
	}
	return out
}

func reduce[A, B any](s []A, start B, f func(B, A) B) B {
	for _, v := range s {
		start = f(start, v)
	}
	return start
}

func twice[T ~int | ~float64 | ~string](v T) T { return v + v }

func plus[T cmp.Ordered](a, b T) T { return a + b }

func wrap[T any](v T) []T { return []T{v} }

func both[A, B, C any](f func(A) B, g func(A) C) func(A) (B, C) {
	return func(a A) (B, C) { return f(a), g(a) }
}

func flip[A, B, C any](f func(A, B) C) func(B, A) C { return func(b B, a A) C { return f(a, b) } }

type ops[T any] struct {
	one func(T) T
	two func(T, T) T
}

func pick(n int) func(float64) float64 {
	if n == 0 {
		return twice
	}
	return nil
}

func main() {
	fmt.Println(mapTo([]int{1, 2}, twice), mapTo([]string{"a"}, twice))
	fmt.Println(mapTo(mapTo([]int{3, 4}, wrap), wrap))
	fmt.Println(reduce([]float64{1, 2.5}, 0, plus))
	fmt.Println(reduce([]string{"x", "y"}, "", plus[string]))
	o := ops[string]{one: twice, two: plus}
	fmt.Println(o.one("ab"), o.two("a", "b"))
	m := map[string]func(int, int) int{"plus": plus[int], "cmp": cmp.Compare[int], "min": func(a, b int) int { return min(a, b) }}
	fmt.Println(m["plus"](3, 4), m["cmp"](3, 4), m["min"](3, 4))
	fmt.Println(both(strconv.Itoa, wrap[int])(12))
	fmt.Println(flip(func(n int, s string) string { return s + strconv.Itoa(n) })("v", 9))
	s := []string{"b", "c", "a"}
	slices.SortFunc(s, flip(cmp.Compare[string]))
	fmt.Println(s, pick(0)(1.5), pick(1) == nil)
	ch := make(chan func([]int) []([]int), 1)
	ch <- wrap
	fmt.Println((<-ch)([]int{1}))
	var arr [2]func(rune) []rune
	arr[0] = wrap
	fmt.Println(arr[0]('x'))
}

// Output:
// [2 4] [aa]
// [[[3]] [[4]]]
// 3.5
// xy
// abab ab
// 7 -1 3
// 12 [12]
// v9
// [c b a] 3 true
// [[1]]
// [120]
