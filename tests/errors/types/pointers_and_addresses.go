package main

func f() int { return 1 }

type T struct{ n int }

func (t *T) set() {}

func main() {
	_ = &f()
	_ = &5
	_ = &"s"
	m := map[string]T{}
	_ = &m["a"]
	m["a"].n = 1
	m["a"].set()
	T{}.set()
	x := 5
	*x = 1
	_ = *nil
	f() = 2
	x++ /* ERROR "syntax error: unexpected + at end of statement" */ + 1
	5 = x
	"a"[0]++
	const c = 1
	c = 2
	c++
	nil = nil
	var p *T
	p.n.m = 1
	_ = **p
}
