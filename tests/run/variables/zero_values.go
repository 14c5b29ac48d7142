package main

import "fmt"

type T struct {
	a int
	b string
	c []int
	d map[string]int
	e *T
	f func()
	g any
	h chan int
	i [2]bool
	j error
	k struct{ x float64 }
}

var (
	g1 int
	g2 string
	g3 T
	g4 [3]*T
)

func named() (n int, s string, t T, err error) { return }

func main() {
	var i8 int8
	var f32 float32
	var c complex64
	var r rune
	var p *int
	var s []string
	var m map[int]int
	var e error
	fmt.Println(i8, f32, c, r, p == nil, s == nil, m == nil, e == nil, len(s), len(m))
	fmt.Println(g1, g2 == "", g4[2] == nil)
	fmt.Printf("%+v\n", g3)
	n, str, t, err := named()
	fmt.Println(n, str == "", t.k.x, err)
	for range 2 {
		var fresh [2]int
		var inner T
		fresh[0]++
		inner.a++
		inner.i[1] = true
		fmt.Println(fresh, inner.a, inner.i)
	}
	var a, b = 1, "two"
	var x, y int
	var (
		u    uint
		v, w = u + 1, 'w'
	)
	fmt.Println(a, b, x, y, u, v, w)
	z := *new(T)
	fmt.Println(z.a, (&T{}).b == "", [2]T{}[1].c == nil, map[string]T{}["none"].i)
}

// Output:
// 0 0 (0+0i) 0 true true true true 0 0
// 0 true true
// {a:0 b: c:[] d:map[] e:<nil> f:<nil> g:<nil> h:<nil> i:[false false] j:<nil> k:{x:0}}
// 0 true 0 <nil>
// [1 0] 1 [false true]
// [1 0] 1 [false true]
// 1 two 0 0 0 1 119
// 0 true true [false false]
