package main

import "slices"

func mk[T any]() T                                   { panic(0) }
func conv[To, From any](f From) (t To)               { return }
func pick[T any](a, b T) T                           { return a }
func mapf[A, B any](s []A, f func(A) B) []B          { return nil }
func keys[M ~map[K]V, K comparable, V any](m M) []K  { return nil }
func ptr[T any, P interface{ *T; set() }](t T)       {}
func chanOf[T any](c chan T, v T)                    {}
func variadic[T any](vs ...T) []T                    { return vs }
func self[T interface{ less(T) bool }](t T)          {}
func fn[T any](f func(T), v T)                       {}
func ident[T any](t T) T                             { return t }

type myInt int

func (myInt) less(int) bool { return false }
func (*myInt) set()         {}

func main() {
	mk/* ERROR "in call to mk, cannot infer T (declared at ./inference_that_fails.go:5:9)" */ ()
	x := /* ERROR "cannot use generic function mk without instantiation" */ mk
	conv/* ERROR "in call to conv, cannot infer To (declared at ./inference_that_fails.go:6:11)" */ (1)
	/* ERROR "not enough arguments in call to conv[string]\n\thave ()\n\twant (From)" */ conv[string]()
	pick(1, /* ERROR "in call to pick, mismatched types untyped int and untyped string (cannot infer T)" */ "a")
	pick(myInt(1), 2)
	pick(myInt(1), /* ERROR "cannot use 2.5 (untyped float constant) as myInt value in argument to pick (truncated)" */ 2.5)
	pick(int8(1), /* ERROR "cannot use 300 (untyped int constant) as int8 value in argument to pick (overflows)" */ 300)
	pick/* ERROR "in call to pick, cannot infer T (declared at ./inference_that_fails.go:7:11)" */ (nil, nil)
	pick(nil, new(int))
	pick([]int{}, /* ERROR "in call to pick, type []string of []string{} does not match inferred type []int for T" */ []string{})
	mapf([]int{}, ident)
	mapf(nil, func(int) string { return "" })
	mapf([]int{}, /* ERROR "in call to mapf, type func(s string) string of func(s string) string {…} does not match inferred type func(int) B for func(A) B" */ func(s string) string { return s })
	mapf([]int{}, /* ERROR "len (built-in) must be called" */ len)
	keys/* ERROR "in call to keys, M (type []int) does not satisfy ~map[K]V" */ ([]int{})
	keys(map[string]int{}, /* ERROR "too many arguments in call to keys\n\thave (map[string]int, number)\n\twant (M)" */ 1)
	ptr(myInt(1))
	ptr/* ERROR "*int does not satisfy interface{set(); *int} (missing method set)" */ (1)
	chanOf(/* ERROR "cannot use make(<-chan int) (value of type <-chan int) as chan int value in argument to chanOf" */ make(<-chan int), 1)
	chanOf(make(chan int), /* ERROR "cannot use \"x\" (untyped string constant) as int value in argument to chanOf" */ "x")
	variadic/* ERROR "in call to variadic, cannot infer T (declared at ./inference_that_fails.go:12:15)" */ ()
	variadic(1, 'a', 2.5, /* ERROR "in call to variadic, mismatched types untyped float and untyped string (cannot infer T)" */ "x")
	variadic([]int{1}...)
	variadic(1, /* ERROR "too many arguments in call to variadic\n\thave (number, []int...)\n\twant (...T)" */ []int{1}...)
	self/* ERROR "in call to self, T (type myInt) does not satisfy interface{less(T) bool} (wrong type for method less)\n\t\thave less(int) bool\n\t\twant less(T) bool" */ (myInt(1))
	fn(func(int) {}, /* ERROR "cannot use \"x\" (untyped string constant) as int value in argument to fn" */ "x")
	fn(/* ERROR "in call to fn, type func[T any](t T) T of ident does not match func(T) (cannot infer T and T)" */ ident, 1)
	var f func(int) string = /* ERROR "inferred type func(t int) int for func(t T) T does not match type func(int) string of f" */ ident
	var g func(...int) = /* ERROR "type func(...int) of g does not match func(t T) T (cannot infer T)" */ ident
	slices.SortFunc/* ERROR "in call to slices.SortFunc, S (type []int) does not satisfy ~[]E" */ ([]int{1}, func(a, b string) int { return 0 })
	slices.Sort/* ERROR "any does not satisfy cmp.Ordered" */ ([]any{1})
	slices.Max(1, /* ERROR "too many arguments in call to slices.Max\n\thave (number, number)\n\twant (S)" */ 2)
	_, _, _ = x, f, g
}
