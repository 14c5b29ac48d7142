// A generic AVL tree with order statistics; its invariants are checked after every change, and iterators walk parts of it.
package main

import (
	"cmp"
	"fmt"
	"iter"
	"strings"
)

type avl[K cmp.Ordered, V any] struct {
	root *node[K, V]
}

type node[K cmp.Ordered, V any] struct {
	key         K
	val         V
	left, right *node[K, V]
	height      int
	size        int
}

func (n *node[K, V]) h() int {
	if n == nil {
		return 0
	}
	return n.height
}

func (n *node[K, V]) count() int {
	if n == nil {
		return 0
	}
	return n.size
}

func (n *node[K, V]) update() *node[K, V] {
	n.height = 1 + max(n.left.h(), n.right.h())
	n.size = 1 + n.left.count() + n.right.count()
	return n
}

func (n *node[K, V]) rotateLeft() *node[K, V] {
	r := n.right
	n.right, r.left = r.left, n.update()
	n.update()
	return r.update()
}

func (n *node[K, V]) rotateRight() *node[K, V] {
	l := n.left
	n.left, l.right = l.right, n
	n.update()
	return l.update()
}

func (n *node[K, V]) balance() *node[K, V] {
	n.update()
	switch d := n.left.h() - n.right.h(); {
	case d > 1:
		if n.left.left.h() < n.left.right.h() {
			n.left = n.left.rotateLeft()
		}
		return n.rotateRight()
	case d < -1:
		if n.right.right.h() < n.right.left.h() {
			n.right = n.right.rotateRight()
		}
		return n.rotateLeft()
	}
	return n
}

func (t *avl[K, V]) Put(k K, v V) (old V, had bool) {
	var put func(n *node[K, V]) *node[K, V]
	put = func(n *node[K, V]) *node[K, V] {
		if n == nil {
			return (&node[K, V]{key: k, val: v}).update()
		}
		switch cmp.Compare(k, n.key) {
		case -1:
			n.left = put(n.left)
		case 1:
			n.right = put(n.right)
		default:
			old, had, n.val = n.val, true, v
			return n
		}
		return n.balance()
	}
	t.root = put(t.root)
	return
}

func (t *avl[K, V]) Delete(k K) (had bool) {
	var remove func(n *node[K, V], k K) *node[K, V]
	remove = func(n *node[K, V], k K) *node[K, V] {
		switch {
		case n == nil:
			return nil
		case k < n.key:
			n.left = remove(n.left, k)
		case k > n.key:
			n.right = remove(n.right, k)
		default:
			had = true
			if n.left == nil {
				return n.right
			}
			if n.right == nil {
				return n.left
			}
			next := n.right
			for next.left != nil {
				next = next.left
			}
			n.key, n.val = next.key, next.val
			n.right = remove(n.right, next.key)
		}
		return n.balance()
	}
	t.root = remove(t.root, k)
	return
}

func (t *avl[K, V]) Rank(k K) (r int) {
	for n := t.root; n != nil; {
		if k <= n.key {
			n = n.left
		} else {
			r += n.left.count() + 1
			n = n.right
		}
	}
	return
}

func (t *avl[K, V]) At(i int) (k K, v V) {
	n := t.root
	for {
		switch l := n.left.count(); {
		case i < l:
			n = n.left
		case i > l:
			i -= l + 1
			n = n.right
		default:
			return n.key, n.val
		}
	}
}

func (t *avl[K, V]) Between(lo, hi K) iter.Seq2[K, V] {
	return func(yield func(K, V) bool) {
		var walk func(n *node[K, V]) bool
		walk = func(n *node[K, V]) bool {
			if n == nil {
				return true
			}
			if lo < n.key && !walk(n.left) {
				return false
			}
			if lo <= n.key && n.key <= hi && !yield(n.key, n.val) {
				return false
			}
			return n.key >= hi || walk(n.right)
		}
		walk(t.root)
	}
}

func (t *avl[K, V]) check() (err error) {
	defer func() {
		if r := recover(); r != nil {
			err = fmt.Errorf("broken: %v", r)
		}
	}()
	var last *K
	var walk func(n *node[K, V]) (h, size int)
	walk = func(n *node[K, V]) (int, int) {
		if n == nil {
			return 0, 0
		}
		lh, ls := walk(n.left)
		if last != nil && *last >= n.key {
			panic("order")
		}
		last = &n.key
		rh, rs := walk(n.right)
		if d := lh - rh; d < -1 || d > 1 || n.height != 1+max(lh, rh) || n.size != ls+rs+1 {
			panic(fmt.Sprint("balance at ", n.key))
		}
		return n.height, n.size
	}
	walk(t.root)
	return nil
}

func main() {
	var t avl[int, string]
	for i := range 200 {
		t.Put(i*37%211, fmt.Sprint("v", i))
		if err := t.check(); err != nil {
			fmt.Println(err)
			return
		}
	}
	fmt.Println(t.root.size, t.root.height, t.Rank(100))
	fmt.Println(t.At(0))
	fmt.Println(t.At(150))
	fmt.Println(t.Put(5, "again"))
	for k, v := range t.Between(50, 60) {
		fmt.Print(k, ":", v, " ")
	}
	fmt.Println()
	for k := range t.Between(-10, 1000) {
		if k > 8 {
			break
		}
		fmt.Print(k, " ")
	}
	fmt.Println()
	for i := range 211 {
		had := t.Delete(i * 2 % 211)
		if err := t.check(); err != nil || i%50 == 0 {
			fmt.Println(i, had, err, t.root.count(), t.root.h())
		}
	}
	fmt.Println(t.root == nil, t.Rank(7), t.Delete(1))
	words := avl[string, int]{}
	for _, w := range strings.Fields("it was the best of times it was the worst of times") {
		n, _ := words.Put(w, 1)
		words.Put(w, n+1)
	}
	for w, n := range words.Between("", "~") {
		fmt.Print(w, "=", n, " ")
	}
	fmt.Println(words.check())
	t.root = &node[int, string]{key: 1, left: &node[int, string]{key: 2, height: 1, size: 1}, height: 2, size: 2}
	fmt.Println(t.check())
}

// Output:
// 200 9 95
// 0 v0
// 158 v67
// v137 true
// 50:v104 51:v47 53:v144 54:v87 55:v30 56:v184 57:v127 58:v70 59:v13 60:v167
// 0 1 2 3 4 5 6 7 8
// 0 true <nil> 199 9
// 50 false <nil> 152 9
// 100 false <nil> 105 8
// 150 false <nil> 58 7
// 200 true <nil> 10 4
// true 0 false
// best=1 it=2 of=2 the=2 times=2 was=2 worst=1 <nil>
// broken: order
