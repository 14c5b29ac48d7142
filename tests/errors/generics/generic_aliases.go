package main

type set[K comparable] = map[K]bool
type pair[A, B any] = struct {
	a A
	b B
}
type list[T any] []T
type self[T any] = list[self[T]]
type swap[A, B any] = pair[B, A]
type loop = loop2
type loop2 = loop

func (s set[K]) add(k K)      {}
func (p pair[A, B]) first()   {}

func main() {
	var s set[[]int]
	var t set
	var u set[int, string]
	var v swap[int]
	var w swap[int, string] = pair[int, string]{}
	type inner[T any] = []T
	var y inner[int]
	_, _, _, _, _, _ = s, t, u, v, w, y
	_ = set{}
	_ = swap[int, bool]{a: 1, b: 2}
}

// Errors:
// 9:6: invalid recursive type: self refers to itself
// 11:6: invalid recursive type loop\n\t./generic_aliases.go:11:6: loop refers to loop2\n\t./generic_aliases.go:12:6: loop2 refers to loop
// 14:9: cannot define new methods on generic alias type set[K comparable]
// 15:9: cannot define new methods on generic alias type pair[A, B any]
// 18:12: []int does not satisfy comparable
// 19:8: cannot use generic type set[K comparable] without instantiation
// 20:8: too many type arguments for type set: have 2, want 1
// 21:8: not enough type arguments for type swap: have 1, want 2
// 22:28: cannot use pair[int, string]{} (value of struct type pair[int, string]) as swap[int, string] value in variable declaration
// 26:6: cannot use generic type set[K comparable] without instantiation
// 27:25: cannot use 1 (untyped int constant) as bool value in struct literal
