package main

import (
	"fmt"
	"iter"
	"maps"
	"slices"
)

// Iterators are functions that range can call: a tree walks itself, a pair of coroutines compares two trees.

type tree struct {
	left, right *tree
	value       int
}

func (t *tree) insert(v int) *tree {
	switch {
	case t == nil:
		return &tree{value: v}
	case v < t.value:
		t.left = t.left.insert(v)
	default:
		t.right = t.right.insert(v)
	}
	return t
}

func (t *tree) all() iter.Seq[int] {
	return func(yield func(int) bool) { t.push(yield) }
}

func (t *tree) push(yield func(int) bool) bool {
	return t == nil || t.left.push(yield) && yield(t.value) && t.right.push(yield)
}

func same(a, b *tree) bool {
	next, stop := iter.Pull(b.all())
	defer stop()
	for v := range a.all() {
		if w, ok := next(); !ok || v != w {
			return false
		}
	}
	_, more := next()
	return !more
}

func main() {
	var a, b *tree
	for _, v := range []int{5, 2, 8, 1, 9} {
		a = a.insert(v)
	}
	for _, v := range []int{1, 9, 8, 5, 2} {
		b = b.insert(v)
	}
	for v := range a.all() {
		if v > 8 {
			break
		}
		fmt.Print(v, " ")
	}
	fmt.Println("...", same(a, b), same(a, b.insert(3)))

	ages := map[string]int{"Rob": 70, "Ken": 83, "Robert": 62}
	fmt.Println(slices.Sorted(maps.Keys(ages)), slices.Max(slices.Collect(maps.Values(ages))))
}

// Output:
// 1 2 5 8 ... true false
// [Ken Rob Robert] 83
