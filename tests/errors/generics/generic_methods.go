package main

import "fmt"

type stack[T any] struct{ items []T }

func (s *stack[T]) push(v T)                       {}
func (s *stack[T]) each[U any](f func(T) U) []U    { return nil }
func (s stack[T]) with[K comparable, V any](m map[K]V) (k K, t T) { return }
func (s stack[T]) dup[T any](v T)                  {}
func (s stack[T]) String[U any]() string           { return "" }

type pusher interface{ push(int) }
type eacher interface{ each(func(int) int) []int }

func main() {
	s := &stack[int]{}
	s.push("x")
	_ = s.each
	f := s.each[string]
	f(func(s string) string { return s })
	s.each(func(s string) string { return s })
	_ = s.each(func(int) {})
	s.with[[]int](nil)
	s.with(nil)
	s.with[int, string, bool](nil)
	s.push[int](1)
	var p pusher = *s
	var e eacher = s
	var str fmt.Stringer = s
	_ = (*stack[int]).each
	_ = stack[int].with[int, int](1, nil)
	_ = (*stack).push
	_, _, _ = p, e, str
}

// Errors:
// 10:23: T redeclared in this block\n\t./generic_methods.go:10:15: other declaration of T
// 18:9: cannot use \"x\" (untyped string constant) as int value in argument to s.push
// 19:6: cannot use generic function s.each without instantiation
// 21:4: cannot use func(s string) string {…} (value of type func(s string) string) as func(int) string value in argument to f
// 22:9: in call to s.each, type func(s string) string of func(s string) string {…} does not match func(int) U (cannot infer U)
// 23:13: in call to s.each, type func(int) of func(int) {} does not match func(int) U (cannot infer U)
// 24:15: in call to s.with[[]int], cannot infer V (declared at ./generic_methods.go:9:38)
// 25:8: in call to s.with, cannot infer K (declared at ./generic_methods.go:9:24)
// 26:22: got 3 type arguments but want 2
// 27:8: cannot index s.push (value of type func(v int))
// 28:17: cannot use *s (variable of struct type stack[int]) as pusher value in variable declaration: stack[int] does not implement pusher (method push has pointer receiver)
// 29:17: cannot use s (variable of type *stack[int]) as eacher value in variable declaration: *stack[int] does not implement eacher (wrong type for method each)\n\t\thave each[U any](func(int) U) []U\n\t\twant each(func(int) int) []int
// 30:25: cannot use s (variable of type *stack[int]) as fmt.Stringer value in variable declaration: *stack[int] does not implement fmt.Stringer (wrong type for method String)\n\t\thave String[U any]() string\n\t\twant String() string
// 31:6: cannot use generic function (*stack[int]).each without instantiation
// 32:6: assignment mismatch: 1 variable but stack[int].with[int, int] returns 2 values
// 32:32: cannot use 1 (untyped int constant) as stack[int] value in argument to stack[int].with[int, int]
// 33:8: cannot use generic type stack without instantiation
