package main

import (
	"container/list"
	"fmt"
	"strings"
)

type LRU[K comparable, V any] struct {
	limit   int
	order   *list.List
	entries map[K]*list.Element
	onEvict func(K, V)
}

type entry[K comparable, V any] struct {
	key K
	val V
}

func New[K comparable, V any](limit int, onEvict func(K, V)) *LRU[K, V] {
	return &LRU[K, V]{limit, list.New(), make(map[K]*list.Element), onEvict}
}

func (c *LRU[K, V]) Get(k K) (v V, ok bool) {
	if e, found := c.entries[k]; found {
		c.order.MoveToFront(e)
		return e.Value.(*entry[K, V]).val, true
	}
	return
}

func (c *LRU[K, V]) Put(k K, v V) {
	if e, found := c.entries[k]; found {
		e.Value.(*entry[K, V]).val = v
		c.order.MoveToFront(e)
		return
	}
	c.entries[k] = c.order.PushFront(&entry[K, V]{k, v})
	if c.order.Len() > c.limit {
		last := c.order.Back()
		old := c.order.Remove(last).(*entry[K, V])
		delete(c.entries, old.key)
		if c.onEvict != nil {
			c.onEvict(old.key, old.val)
		}
	}
}

func (c *LRU[K, V]) String() string {
	var b strings.Builder
	for e := c.order.Front(); e != nil; e = e.Next() {
		en := e.Value.(*entry[K, V])
		fmt.Fprintf(&b, "%v=%v ", en.key, en.val)
	}
	return strings.TrimSpace(b.String())
}

func main() {
	var gone []string
	c := New(3, func(k string, v int) { gone = append(gone, fmt.Sprint(k, v)) })
	for i, k := range strings.Fields("a b c a d e a f") {
		c.Put(k, i)
		if i == 4 {
			c.Get("c")
		}
	}
	fmt.Println(c, gone)
	_, ok := c.Get("b")
	v, ok2 := c.Get("a")
	fmt.Println(ok, v, ok2, c)
	p := New[[2]int, []string](1, nil)
	p.Put([2]int{1, 2}, []string{"x"})
	p.Put([2]int{3, 4}, nil)
	fmt.Println(p, len(p.entries))
}

// Output:
// f=7 a=6 e=5 [b1 a3 d4 c2]
// false 6 true a=6 f=7 e=5
// [3 4]=[] 1
