package main

import "fmt"

func grow(s []int) []int { return append(s, 100) }

func main() {
	a := make([]int, 3, 10)
	b := append(a, 1)
	c := append(a, 2)
	fmt.Println(a, b, c, len(a), cap(b))
	d := append(a[:1:1], 7)
	d[0] = 5
	fmt.Println(a, d, cap(a[:1:1]))
	e := a[1:2]
	e = append(e, 8)
	fmt.Println(a, e, cap(e))
	grow(a)
	fmt.Println(a, a[:4])
	s := []int{1, 2, 3, 4, 5}
	fmt.Println(copy(s[1:], s), s)
	s = []int{1, 2, 3, 4, 5}
	fmt.Println(copy(s, s[2:]), s)
	s = append(s[:1], s[2:]...)
	fmt.Println(s, s[:5])
	s = append(s, s...)
	fmt.Println(s)
	s = append([]int{0}, append([]int{9}, s[2:]...)...)
	fmt.Println(s)
	bs := append([]byte("ab"), "cd"...)
	fmt.Println(string(bs), cap(bs) >= 4)
	fmt.Println(copy(bs, "xyz"), string(bs))
	var n []int
	n = append(n, n...)
	fmt.Println(n == nil, append(n) == nil, len(append(n, []int{}...)))
	m := [][]int{{1}, {2}}
	m2 := append([][]int(nil), m...)
	m2[0][0] = 50
	m2[1] = nil
	fmt.Println(m, m2)
	arr := [5]int{1, 2, 3, 4, 5}
	x := arr[1:3]
	x = append(x, -4)
	fmt.Println(arr, x)
	x = append(x, -5, -6)
	x[0] = 0
	fmt.Println(arr, x)
	p := (*[2]int)(x)
	p[1] = 77
	fmt.Println(x[1], [2]int(x), len(p))
	func() {
		defer func() { fmt.Println(recover()) }()
		_ = (*[9]int)(x)
	}()
	var z []int = x[len(x):]
	fmt.Println(z, len(z), z == nil, x[:0] == nil)
	for i := range 3 {
		z = append(z, i)
	}
	fmt.Println(z, cap(z) >= 3)
	st := []string{"a"}
	st = append(st, st[0]+"b", st[0])
	clear(st[:2])
	fmt.Printf("%q\n", st)
}

// Output:
// [0 0 0] [0 0 0 2] [0 0 0 2] 3 10
// [0 0 0] [5 7] 1
// [0 0 8] [0 8] 9
// [0 0 8] [0 0 8 100]
// 4 [1 1 2 3 4]
// 3 [3 4 5 4 5]
// [3 5 4 5] [3 5 4 5 5]
// [3 5 4 5 3 5 4 5]
// [0 9 4 5 3 5 4 5]
// abcd true
// 3 xyzd
// true true 0
// [[50] [2]] [[50] []]
// [1 2 3 -4 5] [2 3 -4]
// [1 2 3 -4 5] [0 3 -4 -5 -6]
// 77 [0 77] 2
// runtime error: cannot convert slice with length 5 to array or pointer to array with length 9
// [] 0 false false
// [0 1 2] true
// ["" "" "a"]
