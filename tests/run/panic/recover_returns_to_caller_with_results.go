package main

import "fmt"

type point struct{ x, y int }

func f(n int) (p point, s string, ok bool) {
	p.x = 1
	s = "partial"
	defer func() {
		if r := recover(); r != nil {
			p.y = r.(int)
		}
	}()
	if n > 0 {
		panic(n)
	}
	return point{9, 9}, "full", true
}

func unnamed() (int, string) {
	defer func() { recover() }()
	panic("x")
}

func through(n int) (r int) {
	defer func() {
		if n == 3 {
			r = recover().(int) * 100
		}
	}()
	if n == 0 {
		panic(7)
	}
	return through(n-1) + 1
}

func main() {
	fmt.Println(f(0))
	fmt.Println(f(5))
	fmt.Println(unnamed())
	fmt.Println(through(5))
	m := map[string]int{"k": 1}
	func() {
		defer func() { recover() }()
		m["k"], m["z"] = 2, 1/(m["k"]-1)
	}()
	fmt.Println(m)
	x := []int{1, 2, 3}
	func() {
		defer func() { fmt.Println("i:", recover() != nil, x) }()
		for i := range 5 {
			x[i] *= 2
		}
	}()
}

// Output:
// {9 9} full true
// {1 5} partial false
// 0
// 702
// map[k:1]
// i: true [2 4 6]
