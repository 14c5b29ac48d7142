package main

import "fmt"

type cell struct {
	n    int
	data [3]int
}

func main() {
	a := [3]int{1, 2, 3}
	for i, v := range a {
		a[2] = 10
		if i == 2 {
			fmt.Println("copy:", v)
		}
	}
	a = [3]int{1, 2, 3}
	for i, v := range &a {
		a[2] = 10
		if i == 2 {
			fmt.Println("pointer:", v)
		}
	}
	s := []int{1, 2, 3}
	for i, v := range s {
		s = append(s, v*10)
		s[2] = 99
		if i == 2 {
			fmt.Println("slice:", v, len(s))
		}
	}
	cells := []cell{{n: 1}, {n: 2}}
	for _, c := range cells {
		c.n *= 10
		c.data[0] = 7
	}
	fmt.Println(cells)
	for i := range cells {
		p := &cells[i]
		p.n *= 10
		p.data[i] = 7
	}
	fmt.Println(cells)
	b := cells[0]
	c := b
	c.data[1] = 1
	ptr := &b.data
	d := *ptr
	d[2] = 5
	fmt.Println(b, c, d)
	m := map[string]cell{"x": b}
	e := m["x"]
	e.n = -1
	fmt.Println(m["x"].n, e.n)
	var i any = b
	b.n = 1000
	fmt.Println(i.(cell).n, b.n)
	nested := [2][2]cell{}
	row := nested[0]
	row[1].n = 4
	nested[1] = row
	fmt.Println(nested[0][1].n, nested[1][1].n)
	ch := make(chan cell, 1)
	ch <- b
	b.data[0] = -9
	fmt.Println((<-ch).data[0], b.data[0])
	f := func(c cell) cell { c.n++; return c }
	fmt.Println(f(f(cell{})).n, b.n)
	var arr [4]int
	idx := 0
	for idx, arr[idx] = range []int{5, 6, 7, 8} {
	}
	fmt.Println(arr)
}

// Output:
// copy: 3
// pointer: 10
// slice: 3 6
// [{1 [0 0 0]} {2 [0 0 0]}]
// [{10 [7 0 0]} {20 [0 7 0]}]
// {10 [7 0 0]} {10 [7 1 0]} [7 0 5]
// 10 -1
// 10 1000
// 0 4
// 7 -9
// 2 1000
// [6 7 8 0]
