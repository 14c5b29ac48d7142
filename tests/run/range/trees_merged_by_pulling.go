// Iterators written recursively, stopped early, zipped and merged through iter.Pull; clean-up runs however a loop is left.
package main

import (
	"cmp"
	"fmt"
	"iter"
	"slices"
	"strings"
)

type tree[K cmp.Ordered, V any] struct {
	left, right *tree[K, V]
	key         K
	val         V
}

func (t *tree[K, V]) put(k K, v V) *tree[K, V] {
	if t == nil {
		return &tree[K, V]{key: k, val: v}
	}
	switch c := cmp.Compare(k, t.key); {
	case c < 0:
		t.left = t.left.put(k, v)
	case c > 0:
		t.right = t.right.put(k, v)
	default:
		t.val = v
	}
	return t
}

var visits int

// all visits in order and stops all levels when the body does.
func (t *tree[K, V]) all() iter.Seq2[K, V] {
	return func(yield func(K, V) bool) { t.push(yield) }
}

func (t *tree[K, V]) push(yield func(K, V) bool) bool {
	if t == nil {
		return true
	}
	visits++
	return t.left.push(yield) && yield(t.key, t.val) && t.right.push(yield)
}

func keys[K, V any](s iter.Seq2[K, V]) iter.Seq[K] {
	return func(yield func(K) bool) {
		defer func() { visits += 1000 }()
		for k := range s {
			if !yield(k) {
				return
			}
		}
	}
}

func merge[T cmp.Ordered](a, b iter.Seq[T]) iter.Seq[T] {
	return func(yield func(T) bool) {
		nextA, stopA := iter.Pull(a)
		defer stopA()
		nextB, stopB := iter.Pull(b)
		defer stopB()
		x, okA := nextA()
		y, okB := nextB()
		for okA || okB {
			if okA && (!okB || x <= y) {
				if !yield(x) {
					return
				}
				x, okA = nextA()
			} else {
				if !yield(y) {
					return
				}
				y, okB = nextB()
			}
		}
	}
}

func take[T any](n int, s iter.Seq[T]) iter.Seq[T] {
	return func(yield func(T) bool) {
		if n <= 0 {
			return
		}
		left := n
		s(func(v T) bool {
			left--
			return yield(v) && left > 0
		})
	}
}

func naturals(yield func(int) bool) {
	for i := 0; yield(i); i++ {
	}
}

func find(t *tree[string, int], prefix string) (key string, ok bool) {
	for k := range t.all() {
		if strings.HasPrefix(k, prefix) {
			return k, true
		}
	}
	return
}

func main() {
	var t *tree[string, int]
	for i, w := range strings.Fields("the quick brown fox jumps over the lazy dog again") {
		t = t.put(w, i)
	}
	for k, v := range t.all() {
		fmt.Print(k, "=", v, " ")
	}
	fmt.Println(visits)
	visits = 0
	fmt.Println(find(t, "f"))
	fmt.Println(find(t, "z"))
	fmt.Println(visits)

	var u *tree[string, int]
	for _, w := range []string{"cat", "zebra", "ant"} {
		u = u.put(w, 0)
	}
	visits = 0
	fmt.Println(slices.Collect(merge(keys(t.all()), keys(u.all()))))
	fmt.Println(visits)
	visits = 0
	for k := range merge(keys(t.all()), keys(u.all())) {
		if k > "c" {
			fmt.Println("first after c:", k)
			break
		}
	}
	fmt.Println("both sides were cleaned up:", visits >= 2000)
	fmt.Println(slices.Collect(take(7, merge(naturals, take(3, naturals)))))
	fmt.Println(slices.Sorted(take(4, keys(u.all()))), slices.Collect(take(0, naturals)) == nil)

	next, stop := iter.Pull2(u.all())
	for range 5 {
		k, v, ok := next()
		fmt.Printf("%q %d %t; ", k, v, ok)
	}
	stop()
	stop()
	fmt.Println()
}

// Output:
// again=9 brown=2 dog=8 fox=3 jumps=4 lazy=7 over=5 quick=1 the=6 9
// fox true
//  false
// 15
// [again ant brown cat dog fox jumps lazy over quick the zebra]
// 2012
// first after c: cat
// both sides were cleaned up: true
// [0 0 1 1 2 2 3]
// [ant cat zebra] true
// "ant" 0 true; "cat" 0 true; "zebra" 0 true; "" 0 false; "" 0 false;
