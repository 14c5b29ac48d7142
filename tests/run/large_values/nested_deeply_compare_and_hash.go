// Interfaces that hold structs that hold interfaces, a hundred thousand deep: comparing, hashing and printing them ends well.
package main

import (
	"fmt"
	"reflect"
)

type link struct {
	next any
	n    int
}

type wide struct {
	pad  [5]string
	next any
}

func chain(n, last int) (x any) {
	x = last
	for i := range n {
		x = link{x, i}
	}
	return
}

func boxes(n int, last any) (x any) {
	x = last
	for range n {
		x = [1]any{x}
	}
	return
}

func wides(n int, last string) (x any) {
	for range n {
		w := wide{next: x}
		w.pad[4] = last
		x = w
	}
	return
}

func main() {
	const deep = 100_000
	a, b, c := chain(deep, 1), chain(deep, 1), chain(deep, 2)
	fmt.Println(a == b, a == c, a != a)
	m := map[any]string{a: "a", c: "c"}
	fmt.Println(m[b], len(m), m[chain(deep, 2)], m[chain(deep-1, 1)] == "")
	fmt.Println(boxes(deep, 1.5) == boxes(deep, 1.5), boxes(deep, 1) == boxes(deep, 1.5), boxes(deep, 1) == boxes(deep+1, 1))
	fmt.Println(wides(deep/10, "x") == wides(deep/10, "x"), wides(deep/10, "x") == wides(deep/10, "y"))
	func() {
		defer func() { fmt.Println(recover()) }()
		fmt.Println(boxes(deep, []int{1}) == boxes(deep, []int{1}))
	}()
	func() {
		defer func() { fmt.Println(recover()) }()
		m[boxes(deep, func() {})] = "f"
	}()
	fmt.Println(reflect.DeepEqual(chain(1000, 1), chain(1000, 1)), reflect.DeepEqual(chain(1000, 1), chain(1000, 3)))
	var list any
	for range 3000 {
		list = []any{list}
	}
	fmt.Println(len(fmt.Sprint(list)), len(fmt.Sprintf("%#v", list)))
	seen := map[[2]any]int{}
	for i := range 4 {
		seen[[2]any{chain(5000, i%2), "k"}]++
	}
	fmt.Println(len(seen), seen[[2]any{chain(5000, 1), "k"}])
}

// NoStress: hundreds of thousands of allocations
// Output:
// true false false
// a 2 c true
// true false false
// true false
// runtime error: comparing uncomparable type []int
// runtime error: hash of unhashable type func()
// true false
// 6005 48017
// 2 2
