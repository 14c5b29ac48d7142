package main

import (
	"errors"
	"io"
)

type fn func()
type sl struct{ s []int }
type ok struct{ n int }
type nested struct {
	a [2]sl
	b ok
}
type rw interface{ Write(int) }

func main() {
	var f, g fn
	var m map[int]int
	var s []int
	var c chan int
	var r io.Reader
	var e error
	_ = /* ERROR "invalid operation: f == g (func can only be compared to nil)" */ f == g
	_ = f == nil
	_ = /* ERROR "invalid operation: m == m (map can only be compared to nil)" */ m == m
	_ = /* ERROR "invalid operation: s != []int{} (slice can only be compared to nil)" */ s != []int{}
	_ = /* ERROR "invalid operation: sl{} == sl{} (struct containing []int cannot be compared)" */ sl{} == sl{}
	_ = /* ERROR "invalid operation: nested{} == nested{} (struct containing [2]sl cannot be compared)" */ nested{} == nested{}
	_ = /* ERROR "invalid operation: [2]fn{} == [2]fn{} ([2]fn cannot be compared)" */ [2]fn{} == [2]fn{}
	_ = c == /* ERROR "invalid operation: c == make(chan string) (mismatched types chan int and chan string)" */ make(chan string)
	_ = /* ERROR "invalid operation: c < c (operator < not defined on chan)" */ c < c
	_ = r == /* ERROR "invalid operation: r == e (mismatched types io.Reader and error)" */ e
	_ = r == /* ERROR "invalid operation: r == 1 (mismatched types io.Reader and untyped int)" */ 1
	_ = e == /* ERROR "cannot convert \"x\" (untyped string constant) to type interface{Error() string}" */ "x"
	_ = e == /* ERROR "invalid operation: e == errors.New (mismatched types error and func(text string) error)" */ errors.New
	_ = nil == /* ERROR "invalid operation: nil == nil (operator == not defined on untyped nil)" */ nil
	_ = 1 == /* ERROR "invalid operation: 1 == \"1\" (mismatched types untyped int and untyped string)" */ "1"
	_ = 1 == /* ERROR "invalid operation: 1 == nil (mismatched types untyped int and untyped nil)" */ nil
	_ = ok{} == /* ERROR "invalid operation: ok{} == nil (mismatched types ok and untyped nil)" */ nil
	_ = &ok{} == /* ERROR "invalid operation: &ok{} == ok{} (mismatched types *ok and ok)" */ ok{}
	_ = /* ERROR "invalid operation: ok{} < ok{} (operator < not defined on struct)" */ ok{} < ok{}
	_ = /* ERROR "invalid operation: true < false (operator < not defined on untyped bool)" */ true < false
	_ = "a" < /* ERROR "invalid operation: \"a\" < 'b' (mismatched types untyped string and untyped rune)" */ 'b'
	_ = any(s) == /* ERROR "invalid operation: any(s) == s (slice can only be compared to nil)" */ s
	_ = /* ERROR "invalid operation: any(1) < 2 (operator < not defined on interface)" */ any(1) < 2
	_ = rw(nil) == /* ERROR "invalid operation: rw(nil) == io.Writer(nil) (mismatched types rw and io.Writer)" */ io.Writer(nil)
	_ = /* ERROR "invalid operation: 1i < 2i (operator < not defined on untyped complex)" */ 1i < 2i
	_ = m[/* ERROR "cannot use s (variable of type []int) as int value in map index" */ s]
	_ = map[/* ERROR "invalid map key type fn" */ fn]int{}
	_ = map[/* ERROR "invalid map key type sl" */ sl]int{}
	_ = map[any]int{s: 1}
	switch f {
	case nil:
	case /* ERROR "invalid case g in switch on f (func can only be compared to nil)" */ g:
	}
	switch s {
	}
	switch {
	case /* ERROR "cannot convert 1 (untyped int constant) to type bool" */ 1:
	case s == nil:
	}
	switch x := 5; x {
	case /* ERROR "cannot convert \"a\" (untyped string constant) to type int" */ "a":
	case /* ERROR "1.5 (untyped float constant) truncated to int" */ 1.5:
	case 2.0:
	case /* ERROR "cannot convert nil to type int" */ nil:
	case 5, /* ERROR "duplicate case 5 (constant of type int) in expression switch\n\t./comparisons_that_are_not.go:68:7: previous case" */ 5:
	}
	if x := 1; /* ERROR "non-boolean condition in if statement" */ x {
	}
	if /* ERROR "non-boolean condition in if statement" */ s {
	}
	for /* ERROR "non-boolean condition in for statement" */ 1 {
	}
	_ = !/* ERROR "invalid operation: operator ! not defined on 1 (untyped int constant)" */ 1
	_ = -/* ERROR "invalid operation: operator - not defined on \"x\" (untyped string constant)" */ "x"
	_ = ^/* ERROR "invalid operation: operator ^ not defined on 1.5 (untyped float constant)" */ 1.5
	_ = /* ERROR "invalid operation: 1 && true (mismatched types untyped int and untyped bool)" */ 1 && true
	_ = /* ERROR "invalid operation: operator || not defined on s (variable of type []int)" */ s || nil
}
