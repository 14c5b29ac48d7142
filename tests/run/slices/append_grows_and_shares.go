package main

import "fmt"

func main() {
	base := make([]int, 3, 5)
	a := append(base, 1)
	b := append(base, 2)
	fmt.Println(a[3], b[3], len(base), cap(base))
	c := append(base[:2:2], 7)
	fmt.Println(base, c)
	c[0] = 5
	fmt.Println(base[0], c[0])
	var s []int
	fmt.Println(s == nil, len(s), cap(s))
	s = append(s)
	fmt.Println(s == nil)
	s = append(s, s...)
	s = append(s, 1, 2, 3)
	s = append(s, s...)
	fmt.Println(s)
	s = append(s[:1], s[2:]...)
	fmt.Println(s)
	e := append([]string{}, "x")
	fmt.Println(e, len(append(e, e...)))
}

// Output:
// 2 2 3 5
// [0 0 0] [0 0 7]
// 0 5
// true 0 0
// true
// [1 2 3 1 2 3]
// [1 3 1 2 3]
// [x] 2
