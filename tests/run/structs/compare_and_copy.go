package main

import "fmt"

type point struct{ x, y int }

type line struct {
	a, b point
	name string
}

func move(l line) line {
	l.a.x += 10
	return l
}

func main() {
	l := line{point{1, 2}, point{3, 4}, "l"}
	m := l
	fmt.Println(l == m, move(l).a, l.a)
	m.b.y = 0
	fmt.Println(l == m, l != m)
	p := &l.a
	p.x = 50
	fmt.Println(l, *p)
	anon := struct {
		x, y int
	}{7, 8}
	var pt point = anon
	fmt.Println(pt, pt == anon)
	fmt.Printf("%v %+v %#v %T\n", l, l, pt, anon)
	type empty struct{}
	fmt.Println(empty{} == empty{}, struct{}{})
	type blank struct {
		_ int
		v int
	}
	fmt.Println(blank{v: 1} == blank{v: 1})
}

// Output:
// true {11 2} {1 2}
// false true
// {{50 2} {3 4} l} {50 2}
// {7 8} true
// {{50 2} {3 4} l} {a:{x:50 y:2} b:{x:3 y:4} name:l} main.point{x:7, y:8} struct { x int; y int }
// true {}
// true
