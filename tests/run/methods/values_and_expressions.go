package main

import (
	"fmt"
	"strings"
)

type T struct{ s string }

func (t T) join(x string) string   { return t.s + x }
func (t *T) set(x string)          { t.s = x }
func (t T) variadic(xs ...int) int { return len(xs) }

type joiner interface{ join(string) string }

func main() {
	t := T{"a"}
	f := t.join
	t.s = "b"
	fmt.Println(f("1"), t.join("1"))
	set := t.set
	set("c")
	fmt.Println(t.s)
	g := T.join
	h := (*T).join
	k := (*T).set
	k(&t, "d")
	fmt.Println(g(t, "2"), h(&t, "3"))
	m := joiner.join
	fmt.Println(m(t, "4"), T.variadic(t, 1, 2, 3))
	var j joiner = &t
	n := j.join
	t.s = "e"
	j = nil
	fmt.Println(n("5"))
	fmt.Printf("%T %T %T\n", g, k, m)
	up := strings.ToUpper
	fmt.Println(up("x"))
	go2 := []func(string) string{t.join, strings.ToUpper}
	for _, f := range go2 {
		fmt.Print(f("z"), " ")
	}
	fmt.Println()
}

// Output:
// a1 b1
// c
// d2 d3
// d4 3
// e5
// func(main.T, string) string func(*main.T, string) func(main.joiner, string) string
// X
// ez Z
