package main

import "fmt"

type Namer interface{ Name() string }
type Sizer interface {
	Namer
	Size() int
}

type base struct{ name string }

func (b base) Name() string      { return "base " + b.name }
func (b *base) Rename(s string)  { b.name = s }
func (b *base) Pointer() *string { return &b.name }

type mid struct {
	*base
	size int
}

func (m mid) Size() int { return m.size }

type outer struct {
	mid
	Namer
}

func (o outer) Name() string { return "outer of " + o.mid.Name() }

type wrap struct{ Sizer }

type left struct{ base }
type right struct{ base }
type both struct {
	left
	right
	base
}

func main() {
	m := mid{&base{"b"}, 3}
	var s Sizer = m
	fmt.Println(s.Name(), s.Size())
	m.Rename("c")
	fmt.Println(s.Name(), *m.Pointer())

	o := outer{mid: m, Namer: m}
	o.Rename("d")
	fmt.Println(o.Name(), o.Namer.Name(), o.Size())

	w := wrap{s}
	var n Namer = w
	fmt.Println(n.Name(), w.Size())
	w.Sizer = o
	fmt.Println(w.Name(), n.Name())

	b := both{}
	b.Rename("depth wins")
	b.left.Rename("left")
	fmt.Println(b.Name(), b.left.Name(), b.right.Name())

	f, g := m.Name, (*base).Rename
	g(m.base, "late")
	fmt.Println(f(), m.Name())
	h := Sizer.Size
	fmt.Println(h(o), mid.Name(m), (*mid).Size(&m))
	if _, ok := any(w).(interface{ Rename(string) }); ok {
		fmt.Println("impossible")
	}
	_, isPtr := any(&b).(interface{ Rename(string) })
	_, isVal := any(b).(interface{ Rename(string) })
	fmt.Println(isPtr, isVal)
}

// Output:
// base b 3
// base c c
// outer of base d base d 3
// base d 3
// outer of base d base d
// base depth wins base left base
// base d base late
// 3 base late 3
// true false
