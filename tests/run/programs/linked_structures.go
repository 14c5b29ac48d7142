package main

import "fmt"

type lru struct {
	size       int
	items      map[string]*entry
	head, tail *entry
}

type entry struct {
	key        string
	val        int
	prev, next *entry
}

func newLRU(size int) *lru {
	c := &lru{size: size, items: map[string]*entry{}, head: &entry{}, tail: &entry{}}
	c.head.next, c.tail.prev = c.tail, c.head
	return c
}

func (e *entry) unlink() { e.prev.next, e.next.prev = e.next, e.prev }

func (c *lru) front(e *entry) {
	e.prev, e.next = c.head, c.head.next
	e.prev.next, e.next.prev = e, e
}

func (c *lru) get(k string) (int, bool) {
	e, ok := c.items[k]
	if !ok {
		return 0, false
	}
	e.unlink()
	c.front(e)
	return e.val, true
}

func (c *lru) put(k string, v int) {
	if e, ok := c.items[k]; ok {
		e.val = v
		e.unlink()
		c.front(e)
		return
	}
	if len(c.items) == c.size {
		old := c.tail.prev
		old.unlink()
		delete(c.items, old.key)
	}
	e := &entry{key: k, val: v}
	c.items[k] = e
	c.front(e)
}

func main() {
	c := newLRU(2)
	c.put("a", 1)
	c.put("b", 2)
	fmt.Println(c.get("a"))
	c.put("c", 3)
	fmt.Println(c.get("b"))
	c.put("a", 10)
	c.put("d", 4)
	for e := c.head.next; e != c.tail; e = e.next {
		fmt.Print(e.key, "=", e.val, " ")
	}
	fmt.Println(len(c.items))
}

// Output:
// 1 true
// 0 false
// d=4 a=10 2
