package main

import (
	"container/list"
	"container/ring"
	"fmt"
)

func show(l *list.List) {
	for e := l.Front(); e != nil; e = e.Next() {
		fmt.Print(e.Value, " ")
	}
	fmt.Println(l.Len())
}

func main() {
	l := list.New()
	b := l.PushBack("b")
	a := l.PushFront("a")
	l.InsertAfter("a2", a)
	l.InsertBefore("a3", b)
	show(l)
	l.MoveToFront(b)
	fmt.Println(l.Remove(a), l.Back().Value, l.Front().Next().Prev() == b)
	show(l)
	o := list.New()
	o.PushBack(1)
	l.PushBackList(o)
	show(l)
	r := ring.New(4)
	for i := range r.Len() {
		r.Value = i
		r = r.Next()
	}
	r.Do(func(v any) { fmt.Print(v, " ") })
	r = r.Move(2)
	removed := r.Unlink(1)
	fmt.Println(r.Value, removed.Value, r.Len())
	var zero list.List
	zero.PushBack(5)
	fmt.Println(zero.Len())
}

// Output:
// a a2 a3 b 4
// a a3 true
// b a2 a3 3
// b a2 a3 1 4
// 0 1 2 3 2 3 3
// 1
