package main

import "fmt"

var x = "package"

type int32ish = int32

func f() (err error) {
	if x := 1; x > 0 {
		x := "inner"
		fmt.Println(x)
	} else if y := x; y == 0 {
		fmt.Println(y)
	}
	{
		err := fmt.Errorf("hidden")
		_ = err
	}
	return
}

func main() {
	fmt.Println(x)
	x := x + " local"
	fmt.Println(x, f())
	len := func(s string) int { return 42 }
	fmt.Println(len("a"))
	true := false
	fmt.Println(true)
	a, b := 1, 2
	{
		a, c := 10, 3
		b, d := a, c
		fmt.Println(a, b, c, d)
	}
	a, e := 5, 6
	fmt.Println(a, b, e)
	type string = int
	var s string = 3
	fmt.Println(s, int32ish(4))
	type T struct{ n int }
	{
		type T []T
		fmt.Println(cap(T{nil, {}}))
	}
	for x := 0; x < 2; x++ {
		x := x * 10
		fmt.Print(x, " ")
	}
	fmt.Println(T{1})
}

// Output:
// package
// inner
// package local <nil>
// 42
// false
// 10 10 3 3
// 5 2 6
// 3 4
// 2
// 0 10 {1}
