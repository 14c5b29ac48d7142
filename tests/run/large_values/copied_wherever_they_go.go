package main

import (
	"fmt"
	"sync"
)

// A value too large for registers is copied by every statement that copies: nobody sees later changes.

type big struct {
	a    [10]int
	s    string
	next *big
}

func (b big) sum() (n int) {
	for _, v := range b.a {
		n += v
	}
	return
}
func (b *big) bump()         { b.a[0]++ }
func (b big) with(v int) big { b.a[1] = v; return b }
func (b big) String() string { return fmt.Sprint(b.a[:2], b.s) }

type summer interface{ sum() int }

type holder struct {
	b  big
	bs [2]big
	f  func() int
}

func named() (b big) {
	defer func() { b.a[0] += 100 }()
	b.a[0] = 1
	return b
}

func two() (a, b big) {
	a.s, b.s = "first", "second"
	return b, a
}

func variadic(bs ...big) int {
	bs[0].a[0] = -1
	return len(bs)
}

func gen[T any](v T, change func(*T)) (T, T) {
	w := v
	change(&w)
	return v, w
}

func main() {
	var b big
	b.a[0] = 1
	bound := b.sum
	var i summer = b
	var box any = b
	captured := func() int { return b.sum() }
	copied := b
	arr := [2]big{b, b}
	sl := []big{b}
	m := map[string]big{"k": b}
	c := make(chan big, 2)
	c <- b
	h := holder{b: b, bs: [2]big{1: b}}
	h.f = h.b.sum
	p := &b
	pb := p.with(5)
	defer fmt.Println("deferred", b)
	defer func(b big) { fmt.Println("argument", b) }(b)
	var wg sync.WaitGroup
	wg.Add(1)
	done := make(chan big, 1)
	go func(b big) { defer wg.Done(); done <- b }(b)
	b.bump()
	b.s = "changed"
	wg.Wait()
	fmt.Println(bound(), i.sum(), box.(big), captured(), copied, arr, sl, m["k"], <-c, h.b, h.bs[1], h.f(), pb, <-done)
	fmt.Println(box == any(copied), i == summer(copied), arr[0] == copied, copied == b)

	b, copied = copied, b
	arr[0], arr[1] = arr[1].with(7), arr[0]
	fmt.Println(b, copied, arr)
	sl = append(sl, sl...)
	sl[0].bump()
	for k, v := range sl {
		v.bump()
		sl[(k+1)%2].a[1] = 9
		fmt.Print(v, " ")
	}
	fmt.Println(sl)
	for k, v := range arr {
		arr[1].s = "ranged"
		fmt.Print(k, v, " ")
	}
	fmt.Println()
	copy(sl[1:], sl)
	fmt.Println(sl, named(), variadic(sl...), sl[0].a[0], variadic(b, b), b.a[0])
	x, y := two()
	fmt.Println(x.s, y.s)
	v, w := gen(b, func(b *big) { b.s = "in a generic function" })
	fmt.Println(v, "|", w)

	select {
	case c <- b:
		b.bump()
	default:
	}
	var got big
	var ok bool
	select {
	case got, ok = <-c:
	}
	fmt.Println(got.a[0], b.a[0], ok)
	close(c)
	got, ok = <-c
	fmt.Println(got, ok)
	m["k"] = b
	e := m["k"]
	e.bump()
	fmt.Println(m["k"].a[0], e.a[0], m["none"].s == "")
	fs := []func() big{}
	for _, v := range []big{{s: "p"}, {s: "q"}} {
		fs = append(fs, func() big { v.bump(); return v })
	}
	fmt.Println(fs[0](), fs[0](), fs[1]())
	b.next = &b
	b.next.next.s = "itself"
	*p = big{s: "replaced"}
	fmt.Println(b, b.next == nil)
	lit := &holder{b: *p, bs: [...]big{{s: "0"}, *p}}
	p.s = "again"
	fmt.Println(lit.b, lit.bs)
	st := struct {
		big
		n int
	}{*p, 1}
	st.bump()
	f := st.sum
	st.bump()
	fmt.Println(f(), st.sum(), p.a[0])
	switch v := any(st.big).(type) {
	case summer:
		st.bump()
		fmt.Println(v.sum(), st.sum())
	}
}

// Output:
// 1 1 [1 0] 2 [1 0] [[1 0] [1 0]] [[1 0]] [1 0] [1 0] [1 0] [1 0] 1 [1 5] [1 0]
// true true true false
// [1 0] [2 0]changed [[1 7] [1 0]]
// [3 0] [2 9] [[2 9] [1 9]]
// 0 [1 7] 1 [1 0]
// [[-1 9] [2 9]] [101 0] 2 -1 2 1
// second first
// [1 0] | [1 0]in a generic function
// 1 2 true
// [0 0] false
// 2 3 true
// [1 0]p [2 0]p [1 0]q
// [0 0]replaced true
// [0 0]replaced [[0 0]0 [0 0]replaced]
// 1 2 0
// 2 3
// argument [1 0]
// deferred [1 0]
