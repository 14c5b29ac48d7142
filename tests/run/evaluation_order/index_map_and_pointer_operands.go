package main

import "fmt"

type T struct{ n int }

func (t *T) next() *T { t.n++; return t }

func main() {
	m := map[int]int{}
	i := 0
	next := func() int { i++; return i }
	m[next()] = next()
	m[next()] += next()
	fmt.Println(m)
	s := []int{0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0}
	s[next()], s[next()] = next(), next()
	fmt.Println(s)
	t := &T{}
	t.next().n, t.next().next().n = t.n*10, t.n
	fmt.Println(t.n)
	x := 1
	y, z := x, func() int { x = 5; return x }()
	fmt.Println(y == 1 || y == 5, z, x)
	arr := [3]int{1, 2, 3}
	arr2 := arr
	arr[0], arr2 = 10, arr
	fmt.Println(arr, arr2)
	fmt.Println(next()-next(), next()*10+next())
	str := ""
	add := func(s string) string { str += s; return s }
	_ = map[string]string{add("k1"): add("v1"), add("k2"): add("v2")}
	_ = []string{add("a"), 1: add("b")}
	_ = struct{ p, q string }{q: add("q"), p: add("p")}
	fmt.Println(len(str), str[4:])
	ok := add("x") == "y" && add("never") == "" || add("z") == "z"
	fmt.Println(ok, str[len(str)-2:])
}

// Output:
// map[1:2 3:4]
// [0 0 0 0 0 7 8 0 0 0 0 0]
// 3
// true 5 5
// [10 2 3] [1 2 3]
// -1 122
// 12 k2v2abqp
// true xz
