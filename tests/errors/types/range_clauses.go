package main

func main() {
	for i := range /* ERROR "cannot range over 3.5 (untyped float constant)" */ 3.5 {
	}
	for /* ERROR "declared and not used: i" */ i, /* ERROR "range over 5 (untyped int constant) permits only one iteration variable" */ j := range 5 {
	}
	for range /* ERROR "cannot range over struct{}{} (value of type struct{})" */ struct{}{} {
	}
	var /* ERROR "declared and not used: x" */ x string
	for /* ERROR "cannot use x (value of type int) as string value in assignment" */ x = range []int{1} {
	}
	for /* ERROR "declared and not used: i" */ i, c := range "abc" {
		x = /* ERROR "cannot use c (variable of type rune) as string value in assignment" */ c
	}
	f := func(yield func(int) bool) {}
	for /* ERROR "declared and not used: a" */ a, /* ERROR "range over f (variable of type func(yield func(int) bool)) permits only one iteration variable" */ b := range f {
	}
	bad := func(yield func(int)) {}
	for range /* ERROR "cannot range over bad (variable of type func(yield func(int))): func must be func(yield func(...) bool): yield func does not return bool" */ bad {
	}
	var p *[]int
	for range /* ERROR "cannot range over p (variable of type *[]int)" */ p {
	}
	for i := range /* ERROR "invalid operation: \"a\" + 1 (mismatched types untyped string and untyped int)" */ "a" + 1 {
	}
	for /* ERROR "declared and not used: k" */ k, /* ERROR "declared and not used: v" */ v, /* ERROR "range clause permits at most two iteration variables" */ w := range map[int]int{} {
	}
}
