package main

import (
	"cmp"
	"errors"
	"fmt"
	"slices"
)

func id[T any](v T) T                    { return v }
func two[T any](a, b T) T                { return b }
func apply[A, B any](a A, f func(A) B) B { return f(a) }
func compose[A, B, C any](f func(A) B, g func(B) C) func(A) C {
	return func(a A) C { return g(f(a)) }
}
func fold[T, A any](s []T, init A, f func(A, T) A) A {
	for _, v := range s {
		init = f(init, v)
	}
	return init
}
func ptr[T any](v T) *T              { return &v }
func collect[T any](vs ...T) []T     { return vs }
func swap[A, B any](a A, b B) (B, A) { return b, a }
func lookup[K comparable, V any](m map[K]V, k K) (v V, err error) {
	v, ok := m[k]
	if !ok {
		err = errors.New("missing")
	}
	return v, err
}
func send[T any](c chan<- T, vs ...T) {
	for _, v := range vs {
		c <- v
	}
	close(c)
}
func gather[T any](c <-chan T) (out []T) {
	for v := range c {
		out = append(out, v)
	}
	return
}

type named []int
type opt func(*int)

func sortBy[S ~[]E, E any, K cmp.Ordered](s S, key func(E) K) S {
	slices.SortFunc(s, func(a, b E) int { return cmp.Compare(key(a), key(b)) })
	return s
}

func main() {
	fmt.Printf("%T %T %T\n", id(1), id(1.5), two(1, 2.5))
	fmt.Println(apply(3, func(i int) string { return fmt.Sprint(i, "!") }))
	h := compose(func(s string) int { return len(s) }, func(n int) bool { return n > 2 })
	fmt.Println(h("abc"), h("a"))
	fmt.Println(fold([]string{"a", "bb"}, 0, func(n int, s string) int { return n + len(s) }))
	fmt.Println(*ptr("x"), *ptr[float64](1), collect('a', 1, 2.0), collect[any](1, "x"))
	fmt.Println(swap(1, "one"))
	fmt.Println(lookup(map[string]int{"a": 1}, "a"))
	fmt.Println(lookup(map[string]int{"a": 1}, "b"))
	c := make(chan float64, 3)
	send(c, 1, 2.5, 3)
	fmt.Println(gather(c))
	var f func(string) string = id
	fmt.Println(f("assigned"))
	var g func(int, int) int
	g = two
	fmt.Println(g(1, 2))
	fs := []func(int) int{id, id[int]}
	fmt.Println(len(fs), fs[0](7))
	n := sortBy(named{3, 1, 2}, func(i int) int { return -i })
	fmt.Printf("%T %v\n", n, n)
	fmt.Println(apply("abc", id), apply([]int{1}, slices.Max[[]int]))
	partial := fold[string, []rune]
	fmt.Println(string(partial([]string{"hi", "yo"}, nil, func(r []rune, s string) []rune { return append(r, []rune(s)[0]) })))
	k, v := func() (k int, v string) { return two(1, 2), two("a", "b") }()
	fmt.Println(k, v, slices.IndexFunc([]string{"x", "yy"}, func(s string) bool { return len(s) == 2 }))
}

// Output:
// int float64 float64
// 3!
// true false
// 3
// x 1 [97 1 2] [1 x]
// one 1
// 1 <nil>
// 0 missing
// [1 2.5 3]
// assigned
// 2
// 2 7
// main.named [3 2 1]
// abc 1
// hy
// 2 b 1
