package main

import "fmt"

func named(x int) (result int) {
	defer func() { result += x }()
	x *= 2
	return x + 1
}

func acc(start int) func(int) int {
	return func(d int) int {
		start += d
		return start
	}
}

type T struct{ n int }

func (t T) byValue() func() int    { return func() int { t.n++; return t.n } }
func (t *T) byPointer() func() int { return func() int { t.n++; return t.n } }

func main() {
	fmt.Println(named(5))
	a, b := acc(1), acc(100)
	a(1)
	fmt.Println(a(1), b(1))
	t := T{}
	v, p := t.byValue(), t.byPointer()
	fmt.Println(v(), v())
	fmt.Println(t.n)
	fmt.Println(p(), p())
	fmt.Println(t.n, v())
	arr := [3]int{1, 2, 3}
	s := "str"
	f := func() { arr[0]++; s += "+" }
	f()
	f()
	fmt.Println(arr, s)
	x := 1
	{
		x := x + 1
		x++
		func() { x *= 10 }()
		fmt.Println(x)
	}
	fmt.Println(x)
}

// Output:
// 21
// 3 101
// 1 2
// 0
// 1 2
// 2 3
// [3 2 3] str++
// 30
// 1
