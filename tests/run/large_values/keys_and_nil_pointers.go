package main

import "fmt"

// Map keys too large for registers are copied when they enter a map, and reading through a nil pointer faults
// wherever the value is asked for, even when nothing is done with it.

type id struct {
	path [12]int
	name string
}

func tally(ids ...id) map[id]int {
	m := make(map[id]int)
	for _, v := range ids {
		m[v]++
	}
	return m
}

func try(name string, f func()) {
	defer func() {
		if r := recover(); r != nil {
			fmt.Println(name, "faults:", r)
		} else {
			fmt.Println(name, "is fine")
		}
	}()
	f()
}

func main() {
	m := tally(id{name: "x"}, id{name: "y"}, id{name: "x"})
	fmt.Println(len(m), m[id{name: "x"}], m[id{name: "y"}])
	var k id
	for i := range 12 {
		k.path[i/4] = i
		m[k] = i
	}
	k.name = "changed afterwards"
	fmt.Println(len(m), m[id{path: [12]int{3, 7, 11}}], m[k])
	lists := map[id][]string{}
	for _, n := range []string{"p", "q", "p"} {
		k.name = n
		lists[k] = append(lists[k], n)
	}
	delete(lists, id{})
	k.name = "p"
	fmt.Println(len(lists), lists[k])
	swap := map[id]id{}
	a, b := id{name: "a"}, id{name: "b"}
	swap[a], swap[b] = b, a
	a, b = b, a
	fmt.Println(swap[a].name, swap[b].name)
	any1 := map[any]int{a: 1}
	a.name = "other"
	fmt.Println(any1[a], any1[id{name: "b"}])

	var p *id
	try("blank", func() { _ = *p })
	try("field", func() { _ = p.path })
	try("blank of two", func() { _, _ = 1, *p })
	try("length", func() { _ = len(p.path) })
	try("range", func() {
		for range p.path {
		}
	})
	try("key", func() { _ = m[*p] })
	try("delete", func() { delete(m, *p) })
	try("switch", func() {
		switch *p {
		}
	})
	try("argument", func() { tally(*p) })
	try("box", func() { _ = any(*p) })
	try("store", func() { *p = k })
	try("defer", func() { defer func(id) {}(*p) })
	try("compare", func() { _ = *p == k })
}

// Output:
// 2 2 1
// 14 11 0
// 2 [p p]
// a b
// 0 1
// blank faults: runtime error: invalid memory address or nil pointer dereference
// field faults: runtime error: invalid memory address or nil pointer dereference
// blank of two faults: runtime error: invalid memory address or nil pointer dereference
// length is fine
// range is fine
// key faults: runtime error: invalid memory address or nil pointer dereference
// delete faults: runtime error: invalid memory address or nil pointer dereference
// switch faults: runtime error: invalid memory address or nil pointer dereference
// argument faults: runtime error: invalid memory address or nil pointer dereference
// box faults: runtime error: invalid memory address or nil pointer dereference
// store faults: runtime error: invalid memory address or nil pointer dereference
// defer faults: runtime error: invalid memory address or nil pointer dereference
// compare faults: runtime error: invalid memory address or nil pointer dereference
