package main

type number interface{ ~int | ~float64 }

func sum[T number](a, b T) T         { return a + b }
func bad[T any](a, b T) T            { return /* ERROR "invalid operation: operator + not defined on a (variable of type T constrained by any)" */ a + b }
func cmp[T any](a, b T) bool         { return /* ERROR "invalid operation: a == b (incomparable types in type set)" */ a == b }
func idx[K comparable, V any](m map[K]V) {}
func call[T any](t T)                { t./* ERROR "t.foo undefined (type T has no field or method foo)" */ foo() }

type pair[A, B any] struct {
	a A
	b B
}

func main() {
	sum(1, /* ERROR "in call to sum, mismatched types untyped int and untyped string (cannot infer T)" */ "a")
	sum/* ERROR "string does not satisfy number (string missing in ~int | ~float64)" */ ("a", "b")
	sum(1, 2.5)
	sum[/* ERROR "string does not satisfy number (string missing in ~int | ~float64)" */ string]("a", "b")
	sum[int, /* ERROR "got 2 type arguments but want 1" */ int](1, 2)
	var n /* ERROR "cannot use type number outside a type constraint: interface contains type constraints" */ number
	idx(map[string]int{}, /* ERROR "too many arguments in call to idx\n\thave (map[string]int, number)\n\twant (map[K]V)" */ 1)
	idx[/* ERROR "[]int does not satisfy comparable" */ []int, int](nil)
	var p /* ERROR "not enough type arguments for type pair: have 1, want 2" */ pair[int]
	var q /* ERROR "too many type arguments for type pair: have 3, want 2" */ pair[int, string, bool]
	var r /* ERROR "cannot use generic type pair[A, B any] without instantiation" */ pair
	_ = /* ERROR "cannot use generic type pair[A, B any] without instantiation" */ pair{1, 2}
	_ = /* ERROR "cannot use generic function sum without instantiation" */ sum
	f := /* ERROR "cannot use generic function bad without instantiation" */ bad
	_, _, _, _, _ = n, p, q, r, f
}
