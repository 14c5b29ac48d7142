package main

type S struct{ f []int }

func main() {
	a, b := []int{1}, []int{2}
	_ = /* ERROR "invalid operation: a == b (slice can only be compared to nil)" */ a == b
	m := map[string]int{}
	_ = /* ERROR "invalid operation: m == m (map can only be compared to nil)" */ m == m
	f := func() {}
	_ = /* ERROR "invalid operation: f == f (func can only be compared to nil)" */ f == f
	_ = f == nil
	_ = /* ERROR "invalid operation: S{} == S{} (struct containing []int cannot be compared)" */ S{} == S{}
	var p *int
	var s string
	_ = p == /* ERROR "invalid operation: p == s (mismatched types *int and string)" */ s
	_ = p == /* ERROR "invalid operation: p == 0 (mismatched types *int and untyped int)" */ 0
	_ = s == /* ERROR "invalid operation: s == nil (mismatched types string and untyped nil)" */ nil
	_ = /* ERROR "invalid operation: p < p (operator < not defined on pointer)" */ p < p
	_ = /* ERROR "invalid operation: true > false (operator > not defined on untyped bool)" */ true > false
	_ = /* ERROR "invalid operation: 1i < 2i (operator < not defined on untyped complex)" */ 1i < 2i
	var x any
	_ = /* ERROR "invalid operation: x < x (operator < not defined on interface)" */ x < x
	_ = x == /* ERROR "invalid operation: x == a (slice can only be compared to nil)" */ a
	_ = map[/* ERROR "invalid map key type []int" */ []int]string{}
	var bad map[func/* ERROR "invalid map key type func()" */ ()]int
	_ = bad
	_ = /* ERROR "invalid operation: [1][]int{} == [1][]int{} ([1][]int cannot be compared)" */ [1][]int{} == [1][]int{}
	_ = nil == /* ERROR "invalid operation: nil == nil (operator == not defined on untyped nil)" */ nil
}
