package main

import "fmt"

func try(name string, f func()) {
	defer func() { fmt.Println(name, recover()) }()
	f()
}

func main() {
	var nilSlice []int
	var m map[string]int
	x := 0
	try("index then call", func() {
		nilSlice[0] = func() int { x = 1; return 5 }()
	})
	fmt.Println(x)
	try("map assign", func() {
		m["k"] = func() int { x = 2; return 5 }()
	})
	fmt.Println(x)
	try("tuple", func() {
		var p *struct{ a int }
		x, p.a = 3, 4
	})
	fmt.Println(x)
	try("div", func() {
		z := 0
		x = 10 / z
	})
	fmt.Println(x)
	s := []int{1, 2, 3}
	try("partial", func() {
		i := 5
		s[0], s[i] = 100, 200
	})
	fmt.Println(s)
}

// Output:
// index then call runtime error: index out of range [0] with length 0
// 1
// map assign assignment to entry in nil map
// 2
// tuple runtime error: invalid memory address or nil pointer dereference
// 3
// div runtime error: integer divide by zero
// 3
// partial runtime error: index out of range [5] with length 3
// [100 2 3]
