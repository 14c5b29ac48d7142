package main

type I interface{ m() }
type T struct{ n int }

type A struct {
	*I
	T
	*T
}

type B struct {
	int
	/* ERROR "syntax error: unexpected [, expected field name or embedded type" */ []string
	T
	n int
}

type C struct {
	x int
	x string
}

type D struct {
	*/* ERROR "syntax error: unexpected *, expected name" */ *T
	undefined
	*A
}

func main() {
	var b B
	b.m()
	_ = b.T.n.x
}
