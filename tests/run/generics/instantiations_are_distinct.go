package main

import "fmt"

type opt[T any] struct {
	v  T
	ok bool
}

func some[T any](v T) opt[T] { return opt[T]{v, true} }

func (o opt[T]) or(d T) T {
	if o.ok {
		return o.v
	}
	return d
}

type tree[K interface{ less(K) bool }] struct {
	k           K
	left, right *tree[K]
}

func (t *tree[K]) insert(k K) *tree[K] {
	switch {
	case t == nil:
		return &tree[K]{k: k}
	case k.less(t.k):
		t.left = t.left.insert(k)
	case t.k.less(k):
		t.right = t.right.insert(k)
	}
	return t
}

func (t *tree[K]) walk(f func(K)) {
	if t != nil {
		t.left.walk(f)
		f(t.k)
		t.right.walk(f)
	}
}

type word string

func (a word) less(b word) bool { return len(a) < len(b) }

func kind[T any](x T) string {
	switch any(x).(type) {
	case int:
		return "int"
	case opt[int]:
		return "opt of int"
	case opt[string]:
		return "opt of string"
	}
	return fmt.Sprintf("%T", x)
}

func main() {
	fmt.Println(some(3).or(1), opt[string]{}.or("default"), some([]int{1}).or(nil))
	fmt.Println(kind(some(1)), kind(some("a")), kind(1), kind(some(some(2.5))))
	var root *tree[word]
	for _, w := range []word{"ccc", "a", "dddd", "bb", "xx"} {
		root = root.insert(w)
	}
	root.walk(func(w word) { fmt.Print(w, " ") })
	fmt.Println()
}

// Output:
// 3 default [1]
// opt of int opt of string int main.opt[main.opt[float64]]
// a bb ccc dddd
