package main

import "fmt"

// methods with type params of interface
type Container[T any] interface {
	Put(T)
	Get() T
	Each(func(T) bool)
}
type box[T any] struct{ xs []T }

func (b *box[T]) Put(x T) { b.xs = append(b.xs, x) }
func (b *box[T]) Get() T  { return b.xs[len(b.xs)-1] }
func (b *box[T]) Each(f func(T) bool) {
	for _, x := range b.xs {
		if !f(x) {
			return
		}
	}
}

type intbox struct{ x int }

func (b *intbox) Put(x int)           { b.x = x }
func (b *intbox) Get() int            { return b.x }
func (b *intbox) Each(f func(int) bool) { f(b.x) }

func use[T any](c any) string {
	if x, ok := c.(Container[T]); ok {
		return fmt.Sprintf("yes %T %v", x, x.Get())
	}
	_, ok := c.(interface{ Put(T) })
	_, ok2 := c.(interface{ Get() T })
	_, ok3 := c.(interface{ Each(func(T) bool) })
	return fmt.Sprint("no ", ok, ok2, ok3)
}

func ifaceOf[T any]() any { return (*interface {
	M(T) []T
	N(map[string]T)
})(nil) }
func funcOf[T any]() any { return (func(T, ...T) (T, error))(nil) }
func structOf[T any]() any { return struct {
	A T `json:"a"`
	b []T
}{} }
func chanOf[T any]() any { return make(chan<- T) }

type G[T any] struct{}

func (G[T]) Gen(x T) (y []T) { return nil }

type Inner[A any] struct{ a A }
type Outer[B any] struct {
	Inner[map[string]B]
	f func(Inner[B]) Outer[B]
}

func F1[T any](x T) T { return x }
func F2[U any](y U) U { return y }

type IfaceG1 interface{ M() }

// Go 1.27 generic methods
type S struct{ n int }

func (s S) Conv[T any](x T) string { return fmt.Sprint(s.n, x) }
func (s *S) Many[T, U any](x T, f func(T) U) []U {
	s.n++
	return []U{f(x)}
}

type GS[K comparable] struct{ m map[K]int }

func (g GS[K]) With[V any](k K, v V) (map[K]V) { return map[K]V{k: v} }

func newexpr() {
	p := new(3)
	q := new("abc" + "d")
	r := new(S{4})
	type T struct{ a, b int }
	x := 7
	s := new(x)
	*s++
	fmt.Println(*p, *q, r.n, x, *s, *new(T{1, 2}), *new(float32(2)))
	fmt.Printf("%T %T %T\n", p, q, new(1<<3))
	var i *int64 = new(int64(9))
	fmt.Println(*i, *new([]int{1}), *new(func() int { return 5 }()))
}

type Al[T any] = map[string]T
type Al2[A, B any] = struct {
	a A
	b B
}
type Al3[P any] = *Inner[P]

func main() {
	b := &box[int]{}
	b.Put(3)
	fmt.Println(use[int](b), use[string](b), use[int](&intbox{5}), use[int8](&intbox{}))
	fmt.Printf("%T %T %T %T %T\n", ifaceOf[int](), funcOf[string](), structOf[float64](), chanOf[[]int](), Outer[int]{})
	fmt.Println(ifaceOf[int]() == ifaceOf[int](), ifaceOf[int]() == ifaceOf[string]())
	fmt.Printf("%v\n", structOf[string]())
	fmt.Println(S{1}.Conv("x"), S{1}.Conv[float64](2))
	s := &S{2}
	fmt.Println(s.Many(3, func(i int) string { return "m" }), s.n)
	f := s.Many[int, bool]
	fmt.Println(f(1, func(int) bool { return true }), s.n)
	h := S.Conv[int]
	fmt.Println(h(S{8}, 4))
	fmt.Println(GS[string]{}.With("a", 2.5))
	newexpr()
	var al Al[int] = map[string]int{"x": 1}
	var al2 Al2[int, string]
	al2.b = "q"
	var al3 Al3[int] = &Inner[int]{3}
	fmt.Printf("%T %v %T %T %v\n", al, al, al2, al3, *al3)
	var ff func(int) int = F1
	var gg func(string) string = F2
	fmt.Println(ff(2), gg("a"))
	fmt.Printf("%T %T\n", F1[int], F2[[]int])
	apply := func(f func(int) int, x int) int { return f(x) }
	fmt.Println(apply(F1, 4))
}

// Output:
// yes *main.box[int] 3 no false false false yes *main.intbox 5 no false false false
// *interface { M(int) []int; N(map[string]int) } func(string, ...string) (string, error) struct { A float64 "json:\"a\""; b []float64 } chan<- []int main.Outer[int]
// true false
// { []}
// 1x 1 2
// [m] 3
// [true] 4
// 8 4
// map[a:2.5]
// 3 abcd 4 7 8 {1 2} 2
// *int *string *int
// 9 [1] 5
// map[string]int map[x:1] struct { a int; b string } *main.Inner[int] {3}
// 2 a
// func(int) int func([]int) []int
// 4
