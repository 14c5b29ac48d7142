package main

import (
	"fmt"
	"math"
)

type key struct {
	a any
	f float64
}

func main() {
	nan := math.NaN()
	m := map[float64]int{}
	m[nan], m[nan] = 1, 2
	m[0.0] = 3
	m[math.Copysign(0, -1)] = 4
	_, found := m[nan]
	fmt.Println(len(m), found, m[0])
	delete(m, nan)
	sum := 0
	for _, v := range m {
		sum += v
	}
	fmt.Println(len(m), sum)
	clear(m)
	fmt.Println(len(m))

	mixed := map[any]string{1: "int", int8(1): "int8", 1.0: "float", "1": "string", 'a': "rune", true: "bool", nil: "nil",
		[2]int{1, 2}: "array", struct{ x int }{1}: "struct", 1i: "complex"}
	fmt.Println(len(mixed), mixed[1], mixed[int8(1)], mixed[1.0], mixed[nil], mixed[[2]int{1, 2}], mixed[struct{ x int }{1}], mixed[uint(1)] == "", mixed[complex(0, 1)])

	ks := map[key]int{{1, 2}: 1, {"1", 2}: 2, {nil, nan}: 3, {nil, nan}: 4}
	fmt.Println(len(ks), ks[key{1, 2}], ks[key{"1", 2}], ks[key{nil, nan}])

	for _, bad := range []any{[]int{1}, map[int]int{}, func() {}, [1]any{[]int{}}, struct{ f any }{func() {}}} {
		func() {
			defer func() { fmt.Println(recover()) }()
			mixed[bad] = "no"
		}()
		func() {
			defer func() { fmt.Println(recover()) }()
			fmt.Println(mixed[bad])
		}()
	}
	var empty map[any]int
	func() {
		defer func() { fmt.Println(recover()) }()
		fmt.Println(empty[[]int{}])
	}()
	func() {
		defer func() { fmt.Println(recover()) }()
		delete(empty, any(func() {}))
		fmt.Println("not reached")
	}()
}

// Output:
// 3 false 4
// 3 7
// 0
// 10 int int8 float nil array struct true complex
// 4 1 2 0
// runtime error: hash of unhashable type []int
// runtime error: hash of unhashable type []int
// runtime error: hash of unhashable type map[int]int
// runtime error: hash of unhashable type map[int]int
// runtime error: hash of unhashable type func()
// runtime error: hash of unhashable type func()
// runtime error: hash of unhashable type []int
// runtime error: hash of unhashable type []int
// runtime error: hash of unhashable type func()
// runtime error: hash of unhashable type func()
// hash of unhashable type: []int
// hash of unhashable type: func()
