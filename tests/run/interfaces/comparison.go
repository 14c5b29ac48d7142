package main

import "fmt"

type T struct {
	a int
	b string
}

type iface interface{ m() }

func (T) m() {}

func main() {
	var a, b any = 1, 1
	fmt.Println(a == b, a == 1, a == int64(1), a == nil)
	a, b = T{1, "x"}, T{1, "x"}
	fmt.Println(a == b, a == any(&T{1, "x"}))
	var i iface = T{1, "x"}
	fmt.Println(i == a, a == i)
	p := &T{}
	a, b = p, p
	fmt.Println(a == b)
	var e1, e2 error
	fmt.Println(e1 == e2, e1 == nil)
	a, b = []int{1}, 2
	fmt.Println(a == b)
	m := map[any]int{T{1, "a"}: 1, [2]any{1, "z"}: 2}
	fmt.Println(m[T{1, "a"}], m[[2]any{1, "z"}], m[p])
	var f1 any = 1.0
	fmt.Println(f1 == 1.0, f1 == any(float32(1)))
	defer func() { fmt.Println(recover()) }()
	a = []int{1}
	b = []int{1}
	fmt.Println(a == b)
}

// Output:
// true true false false
// true false
// true true
// true
// true true
// false
// 1 2 0
// true false
// runtime error: comparing uncomparable type []int
