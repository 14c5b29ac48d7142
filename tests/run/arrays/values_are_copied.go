package main

import "fmt"

type grid [2][3]int

func change(g grid) grid {
	g[0][0] = 99
	return g
}

func main() {
	a := [3]int{1, 2, 3}
	b := a
	b[0] = 10
	fmt.Println(a, b, a == b, a == [3]int{1, 2, 3})
	var g grid
	h := change(g)
	fmt.Println(g, h, g != h)
	p := &a
	p[1] = 20
	fmt.Println(a, len(p), cap(p))
	for i, v := range a {
		a[2] = 100
		fmt.Print(i, " ", v, "; ")
	}
	fmt.Println()
	for i, v := range &a {
		a[2] = 200
		fmt.Print(i, " ", v, "; ")
	}
	fmt.Println()
	s := a[:]
	s[0] = -1
	fmt.Println(a)
	x := [2]any{1, "a"}
	y := [2]any{1, "a"}
	fmt.Println(x == y)
}

// Output:
// [1 2 3] [10 2 3] false true
// [[0 0 0] [0 0 0]] [[99 0 0] [0 0 0]] true
// [1 20 3] 3 3
// 0 1; 1 20; 2 3;
// 0 1; 1 20; 2 200;
// [-1 20 200]
// true
