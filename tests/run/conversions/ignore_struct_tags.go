package main

import "fmt"

type a struct {
	X int `json:"x"`
	Y struct {
		Z string `k:"v"`
	}
}

type b struct {
	X int
	Y struct {
		Z string
	}
}

type reader interface{ Read() int }
type readCloser interface {
	reader
	Close()
}

type file int

func (f file) Read() int { return int(f) }
func (f file) Close()    {}

type handler func(int) string

func (h handler) serve(n int) string { return "<" + h(n) + ">" }

func main() {
	x := a{X: 1}
	x.Y.Z = "z"
	y := b(x)
	y.X++
	p := (*b)(&x)
	p.Y.Z = "through pointer"
	fmt.Println(x, y)
	var rc readCloser = file(3)
	var r reader = rc
	fmt.Println(r.Read(), reader(rc) == r, r.(readCloser) == rc)
	h := handler(func(n int) string { return fmt.Sprint(n * 2) })
	var f func(int) string = h
	fmt.Println(h.serve(4), f(1), handler(f).serve(0))
	type ints []int
	type vec = ints
	v := vec{1}
	var plain []int = v
	plain[0] = 9
	fmt.Println(v, ints(plain)[0], []int(v)[0])
	type key string
	m := map[key]int{"a": 1}
	fmt.Println(m[key("a")], m["a"], m[key(string([]byte{'a'}))])
	const c = 'x'
	fmt.Println(string(c), []byte("s")[0] == byte('s'), float32(c), complex64(c))
}

// Output:
// {1 {through pointer}} {2 {z}}
// 3 true true
// <8> 2 <0>
// [9] 9 9
// 1 1 1
// x true 120 (120+0i)
