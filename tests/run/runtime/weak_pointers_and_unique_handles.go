package main

import (
	"fmt"
	"runtime"
	"strings"
	"sync"
	"time"
	"unique"
	"weak"
)

type blob struct {
	id   int
	data [100]byte
}

// cache forgets what nobody else holds.
type cache struct {
	mu      sync.Mutex
	entries map[int]weak.Pointer[blob]
	made    int
}

func (c *cache) get(id int) *blob {
	c.mu.Lock()
	defer c.mu.Unlock()
	if b := c.entries[id].Value(); b != nil {
		return b
	}
	c.made++
	b := &blob{id: id}
	c.entries[id] = weak.Make(b)
	runtime.AddCleanup(b, c.drop, id)
	return b
}

func (c *cache) drop(id int) {
	c.mu.Lock()
	defer c.mu.Unlock()
	if c.entries[id].Value() == nil {
		delete(c.entries, id)
	}
}

func (c *cache) size() int {
	c.mu.Lock()
	defer c.mu.Unlock()
	return len(c.entries)
}

func main() {
	p := &blob{id: 1}
	w := weak.Make(p)
	inner := weak.Make(&p.data[5])
	fmt.Println(w.Value() == p, w == weak.Make(p), w == weak.Make(new(blob)), inner.Value() == &p.data[5])
	set := map[weak.Pointer[blob]]bool{w: true}
	runtime.GC()
	fmt.Println(w.Value().id, p.id)
	runtime.KeepAlive(p)
	runtime.GC()
	fmt.Println(w.Value() == nil, inner.Value() == nil, set[w], w == weak.Pointer[blob]{}, weak.Make[blob](nil).Value() == nil)

	c := &cache{entries: map[int]weak.Pointer[blob]{}}
	held := c.get(7)
	func() {
		for i := range 50 {
			c.get(i)
		}
	}()
	runtime.GC()
	for range 1000 {
		if c.size() == 1 {
			break
		}
		time.Sleep(time.Millisecond)
	}
	fmt.Println(c.size(), c.get(7) == held, c.made)

	a, b := unique.Make("text"), unique.Make(strings.Repeat("te", 1)+"xt")
	fmt.Println(a == b, a.Value(), a == unique.Make("other"))
	type key struct {
		host string
		port int
	}
	handles := map[unique.Handle[key]]int{}
	for i := range 10 {
		handles[unique.Make(key{"localhost", i % 3})]++
	}
	fmt.Println(len(handles), handles[unique.Make(key{"localhost", 0})])
	fmt.Println(unique.Make[any](1) == unique.Make[any](1), unique.Make[any](1) == unique.Make[any]("1"), unique.Make(1).Value())
	runtime.GC()
	fmt.Println(a == unique.Make("text"))
}

// Output:
// true true false true
// 1 1
// true true true false true
// 1 true 50
// true text false
// 3 4
// true false 1
// true
