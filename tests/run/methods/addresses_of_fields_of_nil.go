package main

import "fmt"

type core struct{}

func (c *core) touch() string { return fmt.Sprintf("touched %v", c == nil) }

type first struct{ core }

type second struct {
	n int
	core
}

type named struct{ c core }

func try(what string, f func()) {
	defer func() {
		if r := recover(); r != nil {
			fmt.Println(what, r)
		}
	}()
	f()
}

func main() {
	var a *first
	var b *second
	var n *named
	var c *core
	try("direct", func() { fmt.Println(c.touch()) })
	try("promoted first", func() { fmt.Println(a.touch()) })
	try("named first", func() { fmt.Println(a.core.touch()) })
	try("promoted second", func() { fmt.Println(b.touch()) })
	try("field", func() { fmt.Println(n.c.touch()) })
	try("value", func() { f := a.touch; fmt.Println(f()) })
	try("value of field", func() { f := n.c.touch; fmt.Println(f()) })
	try("through star", func() { fmt.Println((*a).touch()) })
	var deep **first = &a
	try("two stars", func() { fmt.Println((*deep).touch()) })
}

// Output:
// touched true
// promoted first runtime error: invalid memory address or nil pointer dereference
// named first runtime error: invalid memory address or nil pointer dereference
// promoted second runtime error: invalid memory address or nil pointer dereference
// field runtime error: invalid memory address or nil pointer dereference
// value runtime error: invalid memory address or nil pointer dereference
// value of field runtime error: invalid memory address or nil pointer dereference
// through star runtime error: invalid memory address or nil pointer dereference
// two stars runtime error: invalid memory address or nil pointer dereference
