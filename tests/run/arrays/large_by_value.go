package main

import "fmt"

type big [4096]int

type holder struct {
	name string
	b    big
	tail string
}

func fill(v int) (b big) {
	for i := range b {
		b[i] = v + i
	}
	return
}

func (h holder) with(i, v int) holder {
	h.b[i] = v
	return h
}

func sum(b big) (s int) {
	for _, v := range b {
		s += v
	}
	return
}

func main() {
	a := fill(0)
	b := a
	b[100] = -1
	fmt.Println(sum(a), sum(b), a == b, a == fill(0))
	h := holder{"h", a, "t"}
	g := h.with(5, 1000).with(6, 2000)
	fmt.Println(h.b[5], g.b[5], g.b[6], h.b[7] == g.b[7], g.tail)
	m := map[string]big{"x": b}
	c := m["x"]
	c[0] = 9
	fmt.Println(m["x"][0], c[0], m["x"][100], m["missing"][3])
	var i any = b
	b[100] = 7
	fmt.Println(i.(big)[100], b[100])
	ch := make(chan big, 2)
	ch <- b
	b[0] = -5
	ch <- b
	x, y := <-ch, <-ch
	fmt.Println(x[0], y[0])
	s := []big{a, b}
	s = append(s, c)
	s[0][1] = 77
	for _, v := range s {
		v[1] = 0
	}
	fmt.Println(s[0][1], a[1], len(s))
	var grid [64][64]byte
	row := grid[3]
	row[3] = 1
	grid[4] = row
	p := &grid[4]
	p[5] = 2
	fmt.Println(grid[3][3], grid[4][3], grid[4][5], row[5])
	f := func() int { b[1]++; return b[1] }
	d := b
	fmt.Println(f(), d[1], b[1])
	func(v big) { v[0] = 1 << 40 }(d)
	fmt.Println(d[0])
}

// Output:
// 8386560 8386459 false true
// 5 1000 2000 true t
// 0 9 -1 0
// -1 7
// 0 -5
// 77 1 3
// 0 1 2 0
// 2 1 2
// -5
