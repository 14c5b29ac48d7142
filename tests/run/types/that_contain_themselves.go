package main

import "fmt"

type (
	M map[string]M
	S []S
	F func(int) F
	C chan C
	P *P
	I interface{ Next() I }
	A [2]*A
	T struct {
		kids []T
		by   map[string]*T
		f    func(T) T
	}
)

type step int

func (s step) Next() I {
	if s == 0 {
		return nil
	}
	return s - 1
}

func count(m M) int {
	n := 1
	for _, k := range m {
		n += count(k)
	}
	return n
}

func depth(s S) int {
	d := 0
	for _, x := range s {
		d = max(d, depth(x))
	}
	return d + 1
}

func main() {
	m := M{"a": {"b": nil, "c": {"d": {}}}, "e": nil}
	fmt.Println(count(m), len(m["a"]["c"]), m["x"]["y"]["z"] == nil, m)
	s := S{{}, {{}, {{}}}, nil}
	fmt.Println(depth(s), s)
	s[0] = s
	fmt.Println(len(s[0][0][0][1]))
	var f F
	total := 0
	f = func(n int) F {
		if total += n; total > 20 {
			return nil
		}
		return f
	}
	for g, i := f, 1; g != nil; i++ {
		g = g(i)
	}
	fmt.Println(total)
	c := make(C, 1)
	c <- c
	fmt.Println(<-c == c)
	var p P
	p = &p
	fmt.Println(*p == p, **p == *p)
	n := 0
	for i := I(step(5)); i != nil; i = i.Next() {
		n++
	}
	fmt.Println(n)
	var a A
	a[0], a[1] = &a, &A{}
	fmt.Println(a[0][0][0] == &a, a[1][0] == nil)
	t := T{kids: []T{{}, {kids: []T{{}}}}}
	t.by = map[string]*T{"last": &t.kids[1]}
	t.f = func(x T) T { return x.kids[0] }
	fmt.Println(len(t.by["last"].kids), t.f(t).kids == nil)
}

// Output:
// 6 1 true map[a:map[b:map[] c:map[d:map[]]] e:map[]]
// 4 [[] [[] [[]]] []]
// 2
// 21
// true
// true true
// 6
// true true
// 1 true
