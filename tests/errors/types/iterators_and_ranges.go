package main

import "iter"

type seq func(yield func(int) bool)

func (seq) all() iter.Seq2[int, string] { return nil }

func main() {
	for i := range /* ERROR "cannot range over func(func(int)) {} (value of type func(func(int))): func must be func(yield func(...) bool): yield func does not return bool" */ func(func(int)) {} {
	}
	for /* ERROR "declared and not used: i" */ i, /* ERROR "range over seq(nil) (value of func type seq) permits only one iteration variable" */ j := range seq(nil) {
	}
	for range seq(nil).all() {
	}
	for /* ERROR "declared and not used: i" */ i, /* ERROR "declared and not used: j" */ j, /* ERROR "range clause permits at most two iteration variables" */ k := range seq(nil).all() {
	}
	for i := range /* ERROR "cannot range over func(yield func(int) bool) int {…} (value of type func(yield func(int) bool) int): func must be func(yield func(...) bool): unexpected results" */ func(yield func(int) bool) int { return 0 } {
	}
	for i := range /* ERROR "cannot range over func(yield func(int) (bool, error)) {} (value of type func(yield func(int) (bool, error))): func must be func(yield func(...) bool): yield func does not return bool" */ func(yield func(int) (bool, error)) {} {
	}
	for range /* ERROR "cannot range over func(yield func(a, b, c int) bool) {} (value of type func(yield func(a int, b int, c int) bool)): func must be func(yield func(...) bool): yield func has too many parameters" */ func(yield func(a, b, c int) bool) {} {
	}
	for i := range /* ERROR "cannot range over 1.5 (untyped float constant)" */ 1.5 {
	}
	for i := range /* ERROR "invalid operation: \"x\" + 1 (mismatched types untyped string and untyped int)" */ "x" + 1 {
	}
	for /* ERROR "declared and not used: i" */ i, /* ERROR "range over 10 (untyped int constant) permits only one iteration variable" */ v := range 10 {
	}
	var /* ERROR "declared and not used: s" */ s string
	for s = range /* ERROR "cannot use 10 (untyped int constant) as string value in range clause" */ 10 {
	}
	for i := range int8(5) {
		var /* ERROR "declared and not used: j" */ j int = /* ERROR "cannot use i (variable of type int8) as int value in variable declaration" */ i
	}
	for i := range 300 {
		var j int8 = /* ERROR "cannot use i (variable of type int) as int8 value in variable declaration" */ i
		_ = j
	}
	for /* ERROR "undefined: i" */ i, /* ERROR "cannot use s (value of type int) as string value in assignment" */ s = range []int{1} {
	}
	var p *[]int
	for range /* ERROR "cannot range over p (variable of type *[]int)" */ p {
	}
	var a *[3]int
	for /* ERROR "declared and not used: i" */ i, /* ERROR "declared and not used: v" */ v := range a {
		v = /* ERROR "cannot use \"x\" (untyped string constant) as int value in assignment" */ "x"
	}
	for i := range /* ERROR "cannot range over nil" */ nil {
	}
	for _, v := range map[string]int{} {
		v++
	}
	for /* ERROR "non-boolean condition in for statement" */ struct{}{} {
	}
	for x := range iter.Seq[string](/* ERROR "cannot convert seq(nil) (value of func type seq) to type iter.Seq[string]" */ seq(nil)) {
	}
	for x := range /* ERROR "cannot range over main (value of type func()): func must be func(yield func(...) bool): wrong argument count" */ main {
	}
}
