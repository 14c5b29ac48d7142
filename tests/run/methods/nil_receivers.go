package main

import "fmt"

type tree struct {
	left, right *tree
	v           int
}

func (t *tree) insert(v int) *tree {
	if t == nil {
		return &tree{v: v}
	}
	if v < t.v {
		t.left = t.left.insert(v)
	} else {
		t.right = t.right.insert(v)
	}
	return t
}

func (t *tree) walk(f func(int)) {
	if t == nil {
		return
	}
	t.left.walk(f)
	f(t.v)
	t.right.walk(f)
}

func (t tree) value() int { return t.v }

type m map[string]int

func (x m) has(k string) bool { _, ok := x[k]; return ok }

func main() {
	var root *tree
	for _, v := range []int{5, 2, 8, 1, 9, 3} {
		root = root.insert(v)
	}
	root.walk(func(v int) { fmt.Print(v, " ") })
	fmt.Println()
	fmt.Println(m(nil).has("x"), m{"x": 1}.has("x"))
	defer func() { fmt.Println(recover()) }()
	var none *tree
	fmt.Println(none.value())
}

// Output:
// 1 2 3 5 8 9
// false true
// runtime error: invalid memory address or nil pointer dereference
