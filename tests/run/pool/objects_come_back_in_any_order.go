package main

import (
	"bytes"
	"fmt"
	"runtime"
	"strings"
	"sync"
)

// sync.Pool: New, nil New, objects of several goroutines, what a collection may take away, and a typed wrapper.

type typed[T any] struct {
	p     sync.Pool
	reset func(*T)
}

func pooled[T any](reset func(*T)) *typed[T] {
	return &typed[T]{p: sync.Pool{New: func() any { return new(T) }}, reset: reset}
}

func (t *typed[T]) with(f func(*T)) {
	v := t.p.Get().(*T)
	defer func() {
		t.reset(v)
		t.p.Put(v)
	}()
	f(v)
}

func main() {
	var empty sync.Pool
	fmt.Println(empty.Get())
	empty.Put(nil)
	fmt.Println(empty.Get())
	empty.Put("one")
	v := empty.Get()
	fmt.Println(v == "one" || v == nil)

	made := 0
	p := sync.Pool{New: func() any { made++; return &bytes.Buffer{} }}
	a, b := p.Get().(*bytes.Buffer), p.Get().(*bytes.Buffer)
	fmt.Println(a != b, made)
	a.WriteString("kept")
	p.Put(a)
	c := p.Get().(*bytes.Buffer)
	fmt.Println(c.Len() == 4 || made == 3)
	p.Put(b)
	p.Put(c)
	runtime.GC()
	runtime.GC()
	runtime.GC()
	d := p.Get().(*bytes.Buffer)
	fmt.Println(d != nil, made >= 2)

	builders := pooled(func(b *strings.Builder) { b.Reset() })
	var wg sync.WaitGroup
	out := make([]string, 16)
	for i := range out {
		wg.Go(func() {
			for range 50 {
				builders.with(func(b *strings.Builder) {
					if b.Len() != 0 {
						panic("not reset")
					}
					for j := range i {
						fmt.Fprint(b, j)
					}
					out[i] = b.String()
				})
			}
		})
	}
	wg.Wait()
	fmt.Println(out)
	func() {
		defer func() { fmt.Println(recover()) }()
		builders.with(func(*strings.Builder) { panic("inside") })
	}()
	builders.with(func(b *strings.Builder) { fmt.Println(b.Len()) })
}

// Output:
// <nil>
// <nil>
// true
// true 2
// true
// true true
// [ 0 01 012 0123 01234 012345 0123456 01234567 012345678 0123456789 012345678910 01234567891011 0123456789101112 012345678910111213 01234567891011121314]
// inside
// 0
