package main

import (
	"errors"
	"fmt"
)

// Zero values of parameters in every representation, compared, boxed and used as keys.

type wide struct {
	a [12]int
	s string
	i any
}

type empty struct{}

func zero[T any]() (z T)            { return }
func isZero[T comparable](v T) bool { return v == *new(T) }
func asAny[T any]() any             { var z T; return z }

func or[T comparable](vs ...T) T {
	for _, v := range vs {
		if !isZero(v) {
			return v
		}
	}
	return zero[T]()
}

func set[T comparable](vs ...T) map[T]int {
	m := make(map[T]int)
	for _, v := range vs {
		m[v]++
	}
	return m
}

type opt[T any] struct {
	v  T
	ok bool
}

func (o opt[T]) or(d T) T {
	if o.ok {
		return o.v
	}
	return d
}

func swap[T any](a, b *T) { *a, *b = *b, *a }

func try[T comparable](a, b T) (eq bool, err error) {
	defer func() {
		if r := recover(); r != nil {
			err = r.(error)
		}
	}()
	return a == b, nil
}

func main() {
	fmt.Println(isZero(0), isZero(""), isZero[any](nil), isZero(wide{}), isZero(empty{}), isZero([3]string{}))
	fmt.Println(isZero(wide{i: 0}), isZero[error](errors.New("x")), isZero(complex64(0)), isZero(struct{ _ int }{}))
	fmt.Println(or("", "b", "c"), or(0, 0), or[any](nil, false), or(wide{}, wide{s: "w"}).s)
	fmt.Println(asAny[int](), asAny[any]() == nil, asAny[error]() == nil, asAny[*int]() == nil, asAny[empty]())
	fmt.Println(set(1, 1, 2), set(wide{}, wide{}, wide{s: "k"})[wide{}], set(empty{}, empty{}), set[any](1, "1", 1, 1.0)[1])
	fmt.Println(opt[wide]{}.or(wide{s: "d"}).s, opt[string]{"v", true}.or("d"))
	a, b := wide{s: "a"}, wide{s: "b", a: [12]int{11: 7}}
	swap(&a, &b)
	fmt.Println(a.s, a.a[11], b.s)
	x, y := [2]any{1, "x"}, [2]any{1, "x"}
	fmt.Println(try(x, y))
	y[0] = []int{}
	fmt.Println(try(x, y))
	x[0] = []int{}
	fmt.Println(try(x, y))
	fmt.Println(try[any](map[int]int{}, 1))
	fmt.Println(try[any](func() {}, func() {}))
	fmt.Println(try(struct {
		n int
		v any
	}{1, []int{}}, struct {
		n int
		v any
	}{2, []int{}}))
}

// Output:
// true true true true true true
// false false true true
// b 0 false w
// 0 true true false {}
// map[1:2 2:1] 2 map[{}:2] 2
// d v
// b 7 a
// true <nil>
// false <nil>
// false runtime error: comparing uncomparable type []int
// false <nil>
// false runtime error: comparing uncomparable type func()
// false <nil>
