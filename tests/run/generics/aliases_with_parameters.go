package main

import "fmt"

type Vec[T any] = []T
type Dict[V any] = map[string]V
type Pair[A, B any] struct {
	A A
	B B
}
type Same[T any] = Pair[T, T]
type IntTo[B any] = Pair[int, B]
type Fn[A any, R any] = func(A) R
type Nested[T any] = Vec[Same[T]]

func (p Pair[A, B]) Flip() Pair[B, A] { return Pair[B, A]{p.B, p.A} }

func first[T any](v Vec[T]) (z T) {
	if len(v) > 0 {
		return v[0]
	}
	return
}

func apply[A, R any](f Fn[A, R], a A) R { return f(a) }

type Num = interface{ ~int | ~float64 }

func sum[T Num](v Vec[T]) (s T) {
	for _, x := range v {
		s += x
	}
	return
}

func main() {
	var v Vec[int] = []int{1, 2}
	fmt.Printf("%T %v %d\n", v, first(v), sum(v))
	d := Dict[float64]{"x": 1.5}
	fmt.Printf("%T %v\n", d, d)
	s := Same[string]{"l", "r"}
	fmt.Printf("%T %v %v\n", s, s.Flip(), s == Pair[string, string]{"l", "r"})
	i := IntTo[bool]{1, true}
	fmt.Printf("%T %v\n", i.Flip(), i)
	fmt.Println(apply(func(n int) string { return fmt.Sprint(n) + "!" }, 3))
	n := Nested[int]{{1, 2}, {3, 4}}
	fmt.Printf("%T %v\n", n, n[1].B)
	var any1 any = s
	_, ok := any1.(Same[string])
	_, ok2 := any1.(Pair[string, int])
	fmt.Println(ok, ok2)
}

// Output:
// []int 1 3
// map[string]float64 map[x:1.5]
// main.Pair[string,string] {r l} true
// main.Pair[bool,int] {1 true}
// 3!
// []main.Pair[int,int] 4
// true false
