package main

import "fmt"

// A type declared in a generic function is another type for every instance; so are its methods' results by
// closures, and two calls with equal arguments share one.

func make1[T any](v T) any {
	type cell struct{ v T }
	return cell{v}
}

func same[A, B any]() bool {
	type mark[X any] struct{}
	var a, b any = mark[A]{}, mark[B]{}
	return a == b
}

type visitor interface{ visit() string }

func tagged[T any](v T, name string) visitor {
	type rec struct {
		visitor
		v T
	}
	return rec{visitFunc(func() string { return fmt.Sprint(name, ":", v) }), v}
}

type visitFunc func() string

func (f visitFunc) visit() string { return f() }

func listOf[T any](vs ...T) func(func(T) bool) {
	type node struct {
		v    T
		next *node
	}
	var head, tail *node
	for _, v := range vs {
		n := &node{v: v}
		if head == nil {
			head = n
		} else {
			tail.next = n
		}
		tail = n
	}
	return func(yield func(T) bool) {
		for n := head; n != nil && yield(n.v); n = n.next {
		}
	}
}

func counts[K comparable](keys ...K) map[any]int {
	type key struct {
		k K
		n int
	}
	m := map[any]int{}
	for i, k := range keys {
		m[key{k, i % 2}]++
	}
	return m
}

func kind[T any](v any) string {
	type (
		t  struct{ T2[T] }
		ts []t
	)
	switch v.(type) {
	case t:
		return "t"
	case ts:
		return "ts"
	case T2[T]:
		return "T2"
	case nil:
		var x any = ts{t{}}
		if _, ok := x.(ts); ok {
			return "own"
		}
	}
	return "other"
}

type T2[T any] struct{ v T }

func main() {
	fmt.Println(make1(1) == make1(1), make1(1) == make1(2), make1(1) == make1(int8(1)), make1("a") == make1("a"))
	fmt.Println(same[int, int](), same[int, string]())
	fmt.Println(tagged(1.5, "f").visit(), tagged([]string{"q"}, "s").visit())
	for v := range listOf("x", "y", "z") {
		if v == "z" {
			break
		}
		fmt.Print(v, " ")
	}
	fmt.Println()
	fmt.Println(len(counts(1, 1, 1, 2)), len(counts("a", "b")))
	fmt.Println(kind[int](T2[int]{}), kind[int](T2[bool]{}), kind[string](nil))
}

// Output:
// true false false true
// true false
// f:1.5 s:[q]
// x y
// 3 2
// T2 other own
