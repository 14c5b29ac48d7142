package main

import "fmt"

type all struct {
	a  int8
	b  bool
	c  int16
	d  float32
	e  int64
	f  string
	g  byte
	h  []int
	i  any
	j  uint16
	k  complex64
	l  func() int
	m  map[string]int
	n  *all
	o  [3]int16
	p  error
	q  chan int
	r  rune
	s  struct{ x, y uint8 }
	t  complex128
	u  uintptr
	vv [2]string
}

func fill() all {
	x := all{a: -1, b: true, c: -300, d: 1.5, e: 1 << 40, f: "str", g: 255, h: []int{1}, i: 2, j: 65535, k: 1 + 2i, m: map[string]int{"m": 1}, o: [3]int16{-1, 0, 1}, p: fmt.Errorf("err"), r: 'é', t: 3i, u: 7, vv: [2]string{"v", "w"}}
	x.l = func() int { return int(x.a) }
	x.n = &x
	x.s.x, x.s.y = 200, 100
	return x
}

func pass(x all) (all, int) { x.a--; x.s.y++; x.vv[1] += "!"; return x, x.l() }

func main() {
	x := fill()
	y, n := pass(x)
	fmt.Println(x.a, y.a, n, x.s, y.s, x.vv, y.vv)
	fmt.Println(y.b, y.c, y.d, y.e, y.f, y.g, y.h, y.i, y.j, y.k, y.m, y.n.a, y.o, y.p, y.q == nil, y.r, y.t, y.u)
	xs := []all{x, y}
	xs[0], xs[1] = xs[1], xs[0]
	fmt.Println(xs[0].a, xs[1].a, xs[0].o == xs[1].o, xs[0].s == xs[1].s)
	p := &xs[1]
	p.c, p.d, p.g = 7, -0.5, p.g+1
	fmt.Println(xs[1].b, xs[1].c, xs[1].d, xs[1].e, xs[1].g)
	var z all
	z = *p
	z.o[1] = 99
	fmt.Println(p.o, z.o, z.n == p.n, z.f+p.f)
	m := map[int]all{1: z}
	fmt.Println(m[1].o, m[2].o, m[1].vv[0], m[2].f == "")
}

// Output:
// -1 -2 -1 {200 100} {200 101} [v w] [v w!]
// true -300 1.5 1099511627776 str 255 [1] 2 65535 (1+2i) map[m:1] -1 [-1 0 1] err true 233 (0+3i) 7
// -2 -1 true false
// true 7 -0.5 1099511627776 0
// [-1 0 1] [-1 99 1] true strstr
// [-1 99 1] [0 0 0] v true
