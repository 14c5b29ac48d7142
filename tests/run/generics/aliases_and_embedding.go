package main

import "fmt"

type base[T any] struct{ val T }

func (b *base[T]) put(v T) { b.val = v }
func (b base[T]) get() T   { return b.val }

type derived struct {
	base[string]
	n int
}

type wrap[T any] struct {
	*base[T]
	extra []T
}

type getter[T any] interface{ get() T }

type set[T comparable] = map[T]struct{}

type fn[A, B any] func(A) B

func (f fn[A, B]) call(a A) B { return f(a) }

func read[T any](g getter[T]) T { return g.get() }

func main() {
	var d derived
	d.put("hello")
	fmt.Println(d.get(), d.val, read[string](d))
	w := wrap[int]{&base[int]{1}, nil}
	w.put(7)
	w.extra = append(w.extra, w.get())
	fmt.Println(w.extra, read(getter[int](w)))
	s := set[string]{"a": {}}
	s["b"] = struct{}{}
	fmt.Println(len(s))
	f := fn[int, string](func(i int) string { return fmt.Sprint("<", i, ">") })
	fmt.Println(f.call(3))
	fmt.Printf("%T\n", f)
}

// Output:
// hello hello hello
// [7] 7
// 2
// <3>
// main.fn[int,string]
