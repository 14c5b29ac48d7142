package main

import "fmt"

func main() {
	a := [6]int{0, 1, 2, 3, 4, 5}
	s := a[1:3:4]
	fmt.Println(s, len(s), cap(s))
	t := s[:cap(s)]
	fmt.Println(t)
	s = append(s, 30)
	fmt.Println(a)
	s = append(s, 40)
	fmt.Println(a, s)
	u := a[2:]
	fmt.Println(len(u), cap(u), u[len(u):], cap(u[len(u):]))
	v := a[:0:0]
	fmt.Println(v == nil, len(v), cap(v))
	p := &a
	fmt.Println(p[4:], p[:2:3])
	var none []int
	fmt.Println(none[:] == nil, none[0:0:0] == nil)
}

// Output:
// [1 2] 2 3
// [1 2 3]
// [0 1 2 30 4 5]
// [0 1 2 30 4 5] [1 2 30 40]
// 4 4 [] 0
// false 0 0
// [4 5] [0 1]
// true true
