package main

import (
	"errors"
	"fmt"
	"strings"
)

func sum(prefix string, ns ...int) string {
	t := 0
	for _, n := range ns {
		t += n
	}
	if len(ns) > 0 {
		ns[0] = -1
	}
	return fmt.Sprint(prefix, t, ns == nil, len(ns))
}

func three() (string, int, int)          { return "three", 1, 2 }
func args() (a int, b string, err error) { return 1, "b", errors.New("e") }
func anys(vs ...any) int                 { return len(vs) }
func nested(f func(...string) string, s ...string) string {
	return f(s...)
}
func ret() (func() (int, int), error) { return func() (int, int) { return 3, 4 }, nil }

type T struct{ n []int }

func (t *T) add(ns ...int) *T { t.n = append(t.n, ns...); return t }

func main() {
	fmt.Println(sum("none"), sum("some", 1, 2), sum("nil", nil...), sum("empty", []int{}...))
	s := []int{5, 6}
	fmt.Println(sum("slice", s...), s)
	fmt.Println(sum(three()))
	fmt.Println(anys(args()), anys(), anys(nil), anys(nil...), anys([]any{1, 2}...), anys([]any{1, 2}), anys([]int{1, 2}))
	fmt.Println(nested(func(s ...string) string { return strings.Join(s, "+") }, "a", "b"))
	f, err := ret()
	x, y := f()
	fmt.Println(x, y, err)
	fmt.Println((&T{}).add(1).add().add(2, 3).n)
	a, b := 1, 2
	a, b = b, a
	m := map[string]int{}
	m["x"], m["y"], _ = func() (int, int, error) { return a, b, nil }()
	fmt.Println(m)
	var fs [2]func(...int) int
	for i := range fs {
		fs[i] = func(v ...int) int { return len(v) * (i + 1) }
	}
	fmt.Println(fs[0](1, 2, 3), fs[1](1, 2, 3))
	func(v ...error) { fmt.Println(len(v), v[0]) }(err2())
	g := (*T).add
	fmt.Println(g(&T{}, 4, 5).n)
	defer func(v ...any) { fmt.Println(v...) }(args())
	go func(...int) {}(1, 2)
	append2 := func(s []int, v ...int) []int { return append(s, v...) }
	fmt.Println(append2(nil, 1, 2), append2([]int{0}))
}

func err2() (error, error) { return errors.New("one"), errors.New("two") }

// Output:
// none0 true 0 some3 false 2 nil0 true 0 empty0 false 0
// slice11 false 2 [-1 6]
// three3 false 2
// 3 0 1 0 2 1 1
// a+b
// 3 4 <nil>
// [1 2 3]
// map[x:2 y:1]
// 3 6
// 2 one
// [4 5]
// [1 2] [0]
// 1 b e
