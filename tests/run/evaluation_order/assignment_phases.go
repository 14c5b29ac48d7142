package main

import "fmt"

func main() {
	i := 0
	a := []int{10, 20, 30}
	i, a[i] = 2, 99
	fmt.Println(i, a)
	a[0], a[1], a[2] = a[2], a[0], a[1]
	fmt.Println(a)
	p := &struct{ x, y int }{1, 2}
	p.x, p.y = p.y, p.x
	fmt.Println(*p)
	q := p
	p, p.x = nil, 50
	fmt.Println(q.x, p == nil)
	x := []int{1, 2, 3}
	j := 0
	j, x[j] = 1, 2
	x[1], x[2] = 4, 5
	x[0], x[0] = 1, 2
	fmt.Println(j, x)
	m := map[string]int{"a": 1}
	m["a"], m["b"] = m["b"], m["a"]
	fmt.Println(m)
	type node struct{ next *node }
	n := &node{}
	n.next, n = &node{}, n
	fmt.Println(n.next != nil)
	b, ok := 5, false
	b, ok = m["b"]
	fmt.Println(b, ok)
	f := func() (int, int) { return 1, 2 }
	a[i], i = f()
	fmt.Println(a, i)
}

// Output:
// 2 [99 20 30]
// [30 99 20]
// {2 1}
// 50 true
// 1 [2 4 5]
// map[a:0 b:1]
// true
// 1 true
// [30 99 1] 2
