package main

func make2[T any]() T               { var t T; return t }
func apply[T, U any](t T, f func(T) U) U { return f(t) }
func same[T any](a, b T)            {}
func slice[S ~[]E, E any](s S) E    { return s[0] }

type list[T any] struct{}

func (l list[T]) push(t T)    {}
func (l list[int]) other()    {}
func (l list) wrong()         {}
func (l *list[T]) generic[U any](u U) {}

func main() {
	_ = make2()
	apply(1, func(s string) int { return 1 })
	same(1, "a")
	same([]int{}, nil)
	slice(5)
	slice(map[string]int{})
	list[int]{}.push("a")
	var l list[string] = list[int]{}
	_ = l
	type local[T any] struct{}
	var f func/* ERROR "syntax error: function type must have no type parameters" */ [T any](T)
}
