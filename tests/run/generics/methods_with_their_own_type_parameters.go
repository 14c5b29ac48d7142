package main

import "fmt"

type List[T any] struct{ items []T }

func (l *List[T]) Push(v T) *List[T] {
	l.items = append(l.items, v)
	return l
}

func (l List[T]) Each(f func(int, T)) {
	for i, v := range l.items {
		f(i, v)
	}
}

func Map[T, U any](l List[T], f func(T) U) (out List[U]) {
	l.Each(func(_ int, v T) { out.Push(f(v)) })
	return
}

type Tree[K any, V any] struct {
	cmp  func(a, b K) int
	root *node[K, V]
	size int
}

type node[K, V any] struct {
	key         K
	val         V
	left, right *node[K, V]
}

func (t *Tree[K, V]) find(k K) **node[K, V] {
	p := &t.root
	for *p != nil {
		switch c := t.cmp(k, (*p).key); {
		case c < 0:
			p = &(*p).left
		case c > 0:
			p = &(*p).right
		default:
			return p
		}
	}
	return p
}

func (t *Tree[K, V]) Put(k K, v V) (old V, replaced bool) {
	p := t.find(k)
	if *p != nil {
		old, (*p).val = (*p).val, v
		return old, true
	}
	*p = &node[K, V]{key: k, val: v}
	t.size++
	return
}

func (t *Tree[K, V]) All() func(yield func(K, V) bool) {
	return func(yield func(K, V) bool) { t.root.walk(yield) }
}

func (n *node[K, V]) walk(yield func(K, V) bool) bool {
	return n == nil || n.left.walk(yield) && yield(n.key, n.val) && n.right.walk(yield)
}

func main() {
	var l List[int]
	l.Push(1).Push(2).Push(3)
	s := Map(l, func(i int) string { return fmt.Sprint(i * i) })
	fmt.Printf("%v %T %T\n", s, s, l.Push)
	push := s.Push
	push("more")
	fmt.Println(s.items, len(l.items))
	t := &Tree[string, int]{cmp: func(a, b string) int { return len(a) - len(b) }}
	for _, w := range []string{"ccc", "a", "bb", "dddd", "xx"} {
		old, again := t.Put(w, len(w)*10)
		fmt.Print(old, again, " ")
	}
	fmt.Println(t.size)
	for k, v := range t.All() {
		if v > 30 {
			break
		}
		fmt.Print(k, "=", v, " ")
	}
	fmt.Printf("\n%T\n", t)
	f := (*List[int]).Push
	f(&l, 9)
	g := List[int].Each
	g(l, func(i, v int) { fmt.Print(i, ":", v, " ") })
	fmt.Println()
}

// Output:
// {[1 4 9]} main.List[string] func(int) *main.List[int]
// [1 4 9 more] 3
// 0 false 0 false 0 false 0 false 20 true 4
// a=10 bb=20 ccc=30
// *main.Tree[string,int]
// 0:1 1:2 2:3 3:9
