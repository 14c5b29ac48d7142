package main

import (
	"fmt"
	"runtime"
)

type cell struct {
	self *cell
	any  any
	fn   func() int
	ch   chan *cell
	m    map[string]*cell
	s    []*cell
}

func tangle(i int) *cell {
	c := &cell{ch: make(chan *cell, 1), m: map[string]*cell{}}
	c.self, c.any = c, c
	c.fn = func() int { return len(c.s) + i }
	c.ch <- c
	c.m["c"] = c
	c.s = append(c.s, c, c)
	return c
}

func main() {
	kept := tangle(0)
	sum := 0
	for i := range 3000 {
		sum += tangle(i).fn()
		if i%1000 == 0 {
			runtime.GC()
		}
	}
	fmt.Println(sum, kept.fn(), kept.any.(*cell).m["c"].s[1] == kept, <-kept.ch == kept)
	text := ""
	for i := range 500 {
		text += fmt.Sprint(i % 10)
	}
	fmt.Println(len(text), text[490:])
}

// Output:
// 4504500 2 true true
// 500 0123456789
