package main

import "fmt"

type Stack[T any] struct{ items []T }

func (s *Stack[T]) Push(x T) { s.items = append(s.items, x, /* ERROR "cannot use \"extra\" (untyped string constant) as T value in argument to append" */ "extra") }

func (s */* ERROR "cannot use generic type Stack[T any] without instantiation" */ Stack) Pop() /* ERROR "undefined: T" */ T {
	return s.items[len(s.items)-1]
}

func (s *Stack[T]) Max() (m T) {
	for _, x := range s.items {
		if /* ERROR "invalid operation: x > m (type parameter T cannot use operator >)" */ x > m {
			m = x
		}
	}
	return
}

func Map[T, U any](xs []T, f func(T) U) []U {
	var out []T
	for _, x := range xs {
		out = append(out, /* ERROR "cannot use f(x) (value of type U constrained by any) as T value in argument to append" */ f(x))
	}
	return /* ERROR "cannot use out (variable of type []T) as []U value in return statement" */ out
}

func main() {
	s := /* ERROR "cannot use generic type Stack[T any] without instantiation" */ Stack{}
	t := Stack[int]{}
	t.Push(/* ERROR "cannot use \"a\" (untyped string constant) as int value in argument to t.Push" */ "a")
	var u Stack[string] = /* ERROR "cannot use t (variable of struct type Stack[int]) as Stack[string] value in variable declaration" */ t
	fmt.Println(Map([]int{1}, /* ERROR "in call to Map, type func(s string) int of func(s string) int {…} does not match inferred type func(int) U for func(T) U" */ func(s string) int { return 1 }), s, u)
	fmt.Println(Map[int]/* ERROR "in call to Map[int], cannot infer U (declared at ./generic_stack_mistakes.go:22:13)" */ ([]int{1}, 5))
}
