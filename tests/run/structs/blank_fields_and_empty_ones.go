package main

import (
	"fmt"
	"unsafe"
)

type empty struct{}
type padded struct {
	a bool
	_ int32
	b int64
	_ [3]byte
	c bool
}
type nestedEmpty struct {
	empty
	arr [0]int
	e   [5]empty
}

func (empty) hello() string { return "hello" }

type opt struct {
	name string
	_    struct{}
}

func main() {
	var a, b empty
	fmt.Println(a == b, a, nestedEmpty{}, nestedEmpty{} == nestedEmpty{}, nestedEmpty{}.hello())
	p := padded{a: true, b: 5, c: true}
	q := p
	fmt.Println(p == q, p, unsafe.Sizeof(p), unsafe.Offsetof(p.b), unsafe.Offsetof(p.c), unsafe.Alignof(p))
	fmt.Println(opt{name: "x"}, opt{"y", struct{}{}} == opt{name: "y"})
	m := map[empty]int{{}: 1}
	m[empty{}]++
	fmt.Println(m, len(m))
	ch := make(chan struct{}, 3)
	ch <- struct{}{}
	ch <- empty{}
	fmt.Println(len(ch), cap(ch))
	s := make([]struct{}, 1<<20)
	fmt.Println(len(s), len(s[5:10]), unsafe.Sizeof(s[0]))
	s = append(s, struct{}{})
	fmt.Println(len(s))
	var arr [1 << 30]struct{}
	n := 0
	for range arr[:4] {
		n++
	}
	fmt.Println(len(arr), n)
	anon := struct {
		X, Y int
		f    func() int
	}{X: 1, f: func() int { return 9 }}
	fmt.Println(anon.X, anon.Y, anon.f())
	var e1, e2 any = empty{}, struct{}{}
	fmt.Println(e1 == any(empty{}), e2 == any(struct{}{}))
}

// Output:
// true {} {{} [] [{} {} {} {} {}]} true hello
// true {true 0 5 [0 0 0] true} 24 8 19 8
// {x {}} true
// map[{}:2] 1
// 2 3
// 1048576 5 0
// 1048577
// 1073741824 4
// 1 0 9
// true true
