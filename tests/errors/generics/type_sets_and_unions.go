package main

import "fmt"

type myInt int
type stringer interface{ String() string }
type both interface {
	~int
	String() string
}

type (
	a1 interface{ int | /* ERROR "overlapping terms ~int and int" */ ~int }
	a2 interface{ int | string | /* ERROR "overlapping terms int and int" */ int }
	a3 interface{ /* ERROR "invalid use of ~ (underlying type of myInt is int)" */ ~myInt }
	a4 interface{ int | /* ERROR "cannot use main.stringer in union (main.stringer contains methods)" */ stringer }
	a5 interface{ int | /* ERROR "cannot use comparable in union" */ comparable }
	a6 interface{ /* ERROR "invalid use of ~ (error is an interface)" */ ~error }
	a7 interface{ int | /* ERROR "cannot use main.both in union (main.both contains methods)" */ both }
	a8[T any] interface{ int | /* ERROR "term cannot be a type parameter" */ T }
	a9[T any] interface{ ~/* ERROR "type in term ~T cannot be a type parameter" */ T }
	b1[T any] struct{ /* ERROR "embedded field type cannot be a (pointer to a) type parameter" */ T }
	b2[T any] struct{ /* ERROR "embedded field type cannot be a (pointer to a) type parameter" */ *T }
	b3[T any] interface{ /* ERROR "term cannot be a type parameter" */ T }
	b4 interface{ int; string }
	b5 interface{ a5 }
	b6 interface{ ~[]byte | ~string }
	b7 interface{ /* ERROR "undefined: undefined" */ undefined | int }
	b8 interface{ /* ERROR "cannot use fmt.Stringer in union (fmt.Stringer contains methods)" */ fmt.Stringer | /* ERROR "cannot use fmt.Formatter in union (fmt.Formatter contains methods)" */ fmt.Formatter }
	b9 interface{ ~struct{ f int } | *int }
)

func none[T b4]()        {}
func text[T b6](t T) int { return len(t) }

func main() {
	none[/* ERROR "cannot satisfy b4 (empty type set)" */ int]()
	text("x")
	text/* ERROR "[]rune does not satisfy b6 ([]rune missing in ~[]byte | ~string)" */ ([]rune("x"))
	var v /* ERROR "cannot use type b6 outside a type constraint: interface contains type constraints" */ b6
	var w []/* ERROR "cannot use type b9 outside a type constraint: interface contains type constraints" */ b9
	var x map[/* ERROR "cannot use type comparable outside a type constraint: interface is (or embeds) comparable" */ comparable]int
	var f func(/* ERROR "cannot use type both outside a type constraint: interface contains type constraints" */ both) /* ERROR "cannot use type a1 outside a type constraint: interface contains type constraints" */ a1
	type local struct{ /* ERROR "cannot use type both outside a type constraint: interface contains type constraints" */ both }
	_ = any(1).(/* ERROR "cannot use type b6 outside a type constraint: interface contains type constraints" */ b6)
	switch any(1).(type) {
	case /* ERROR "cannot use type both outside a type constraint: interface contains type constraints" */ both:
	}
	_, _, _, _ = v, w, x, f
	var _ /* ERROR "cannot use type interface{~int} outside a type constraint: interface contains type constraints" */ interface{ ~int } = 1
}
