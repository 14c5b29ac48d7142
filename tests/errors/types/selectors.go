package main

import "strings"

type inner struct{ x, y int }
type A struct{ inner }
type B struct{ inner }
type C struct {
	A
	B
}

type withPtr struct{ n *int }

func (w withPtr) m() {}

func main() {
	var a A
	a.z = 1
	a.X = 2
	var c C
	_ = c.x
	_ = 5./* ERROR "syntax error: unexpected name foo at end of statement" */ foo
	strings.Nothing("x")
	strings.builder()
	var w *withPtr
	w.M()
	w.q()
	pp := &w
	pp.m()
	_ = a.inner.y.z
	var e any
	e.foo()
	var f func()
	f.x()
	_ = A.y
}
