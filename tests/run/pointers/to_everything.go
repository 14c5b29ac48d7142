package main

import "fmt"

type node struct {
	v    int
	l, r *node
}

func insert(p **node, v int) {
	for *p != nil {
		if v < (*p).v {
			p = &(*p).l
		} else {
			p = &(*p).r
		}
	}
	*p = &node{v: v}
}

func walk(n *node, f func(*int)) {
	if n != nil {
		walk(n.l, f)
		f(&n.v)
		walk(n.r, f)
	}
}

type matrix [2][3]int

func (m *matrix) row(i int) *[3]int { return &m[i] }

type outer struct {
	inner struct{ a, b [2]string }
	m     map[string]*int
	f     func() *int
	i     any
}

func swap[T any](a, b *T) { *a, *b = *b, *a }

func main() {
	var root *node
	for _, v := range []int{5, 2, 8, 1, 9, 3} {
		insert(&root, v)
	}
	walk(root, func(p *int) { *p *= 10 })
	walk(root, func(p *int) { fmt.Print(*p, " ") })
	fmt.Println()
	var m matrix
	m.row(1)[2] = 7
	r := m.row(0)
	r[0]++
	for i := range m.row(1) {
		m[1][i] += i
	}
	fmt.Println(m, len(r), cap(r[:2]), r[1:])
	var o outer
	p := &o.inner.b[1]
	*p = "set"
	q := &o
	q.m = map[string]*int{}
	x := 5
	q.m["x"] = &x
	*q.m["x"]++
	q.f = func() *int { return &x }
	*q.f() *= 2
	q.i = &x
	*q.i.(*int) -= 2
	fmt.Println(o.inner.b, x, (*q).inner.a == [2]string{}, *o.f())
	pp := &p
	**pp = "again"
	fmt.Println(o.inner.b[1], *pp == &q.inner.b[1])
	s := []int{1, 2, 3}
	e := &s[1]
	s = append(s, 4)
	*e = 99
	fmt.Println(s[1], *e)
	t := []int{1, 2, 3}
	f := &t[0]
	u := t[:1]
	*f = 50
	fmt.Println(t[0], u[0], f == &u[0])
	a, b := "a", "b"
	swap(&a, &b)
	swap(&s[0], e)
	fmt.Println(a, b, s[0], *e)
	np := new(*int)
	fmt.Println(*np == nil, np != nil)
	*np = &x
	**np = 1
	fmt.Println(x)
	arr := &[...]int{4, 5, 6}
	for i, v := range arr {
		arr[(i+1)%3] += v
	}
	fmt.Println(*arr, len(arr))
	sp := &s
	(*sp)[0] = -1
	*sp = append(*sp, 100)
	fmt.Println(len(s), s[0])
	st := &struct{ n *int }{new(int)}
	*st.n = 3
	c := *st
	*c.n = 4
	fmt.Println(*st.n, st.n == c.n)
	fp := &q.f
	(*fp) = func() *int { return nil }
	fmt.Println(o.f() == nil)
	var zero struct{}
	fmt.Println(&zero == &zero)
	var ip *int
	func() {
		defer func() { fmt.Println(recover()) }()
		*ip = 1
	}()
	func() {
		defer func() { fmt.Println(recover()) }()
		var n *node
		n.l.r.v = 1
	}()
	func() {
		defer func() { fmt.Println(recover()) }()
		var ap *[4]int
		fmt.Println(len(ap))
		for i := range ap {
			fmt.Print(i, " ")
		}
		_ = ap[2]
	}()
}

// Output:
// 10 20 30 50 80 90
// [[1 0 0] [0 1 9]] 3 3 [0 0]
// [ set] 10 true 10
// again true
// 2 99
// 50 50 true
// b a 99 1
// true true
// 1
// [19 9 15] 3
// 5 -1
// 4 true
// true
// true
// runtime error: invalid memory address or nil pointer dereference
// runtime error: invalid memory address or nil pointer dereference
// 4
// 0 1 2 3 runtime error: invalid memory address or nil pointer dereference
