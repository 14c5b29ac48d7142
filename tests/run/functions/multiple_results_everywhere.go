package main

import (
	"errors"
	"fmt"
)

func divmod(a, b int) (q, r int, err error) {
	if b == 0 {
		err = errors.New("division by zero")
		return
	}
	q, r = a/b, a%b
	return
}

func must[T any](v T, err error) T {
	if err != nil {
		panic(err)
	}
	return v
}

func pair() (string, error) { return "ok", nil }
func fail() (int, error)    { return 0, errors.New("failed") }
func triple() (a, b, c int) { return 1, 2, 3 }
func sum(xs ...int) (s int) {
	for _, x := range xs {
		s += x
	}
	return
}
func chain() (int, int, error) { q, _, err := divmod(17, 5); return q, -q, err }

func main() {
	q, r, err := divmod(17, 5)
	fmt.Println(q, r, err)
	if _, _, err := divmod(1, 0); err != nil {
		fmt.Println(err)
	}
	fmt.Println(divmod(9, 4))
	fmt.Println(must(pair()), sum(triple()))
	fmt.Println(chain())
	a, b := 1, 2
	a, b = b, a+b
	b, a, c := triple()
	fmt.Println(a, b, c)
	f := func() (func() (int, string), bool) { return func() (int, string) { return 7, "seven" }, true }
	g, ok := f()
	n, s := g()
	fmt.Println(n, s, ok)
	defer func() { fmt.Println("must:", recover()) }()
	must(fail())
}

// Output:
// 3 2 <nil>
// division by zero
// 2 1 <nil>
// ok 6
// 3 -3 <nil>
// 2 1 3
// 7 seven true
// must: failed
