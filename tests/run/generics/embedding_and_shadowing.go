package main

import (
	"fmt"
	"sync"
)

type Base[T any] struct{ val T }

func (b *Base[T]) Set(v T)  { b.val = v }
func (b Base[T]) Get() T    { return b.val }
func (b Base[T]) Kind() any { return b.val }

type Derived[T any] struct {
	Base[T]
	Base2[T]
	extra int
}

type Base2[U any] struct{ other U }

func (b Base2[U]) Other() U { return b.other }

func (d Derived[T]) Kind() any { return fmt.Sprint("derived ", d.Base.Kind()) }

type Guarded[T any] struct {
	sync.Mutex
	v T
}

func (g *Guarded[T]) With(f func(*T)) {
	g.Lock()
	defer g.Unlock()
	f(&g.v)
}

type Getter[T any] interface{ Get() T }
type GetSetter[T any] interface {
	Getter[T]
	Set(T)
}

type Wrapper[T any, G Getter[T]] struct{ inner G }

func (w Wrapper[T, G]) Twice() [2]T { return [2]T{w.inner.Get(), w.inner.Get()} }

type withPtr[T any] struct{ *Base[T] }

func main() {
	d := Derived[string]{Base[string]{"b"}, Base2[string]{"o"}, 1}
	d.Set("new")
	fmt.Println(d.Get(), d.Other(), d.Kind(), d.val, d.other)
	var gs GetSetter[string] = &d
	gs.Set("through")
	fmt.Println(gs.Get(), d.val)
	var g Guarded[map[string]int]
	var wg sync.WaitGroup
	for i := range 50 {
		wg.Go(func() {
			g.With(func(m *map[string]int) {
				if *m == nil {
					*m = map[string]int{}
				}
				(*m)["n"] += i
			})
		})
	}
	wg.Wait()
	fmt.Println(g.v)
	w := Wrapper[string, *Derived[string]]{&d}
	fmt.Printf("%v %T\n", w.Twice(), w)
	p := withPtr[int]{&Base[int]{4}}
	p.Set(5)
	get := p.Get
	p.Set(6)
	fmt.Println(get(), p.Get(), *p.Base)
	fmt.Printf("%+v %T\n", d, d)
}

// Output:
// new o derived new new o
// through through
// map[n:1225]
// [through through] main.Wrapper[string,*main.Derived[string]]
// 5 6 {6}
// {Base:{val:through} Base2:{other:o} extra:1} main.Derived[string]
