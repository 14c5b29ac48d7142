package main

import "fmt"

type counter struct{ n int }

func (c *counter) inc() int { c.n++; return c.n }

var global = 1

func change() int { global = 50; return 2 }

func main() {
	c := &counter{}
	fmt.Println(c.n, c.inc(), c.n)
	fmt.Println(global, change())
	x := 1
	set := func() int { x = 7; return 0 }
	fmt.Println(x, set())
	s := []int{x, func() int { x = 9; return x }(), x}
	fmt.Println(s)
	a := []int{1, 2, 3}
	i := 0
	a[i], i = func() (int, int) { i = 2; return 10, 20 }()
	fmt.Println(a, i)
}

// Output:
// 1 1 1
// 50 2
// 7 0
// [9 9 9]
// [1 2 10] 20
