package main

import "fmt"

type Expr[T any] interface{ Eval(env map[string]T) T }

type Lit[T any] struct{ v T }
type Var[T any] string
type Op[T any] struct {
	f    func(T, T) T
	l, r Expr[T]
}

func (l Lit[T]) Eval(map[string]T) T   { return l.v }
func (v Var[T]) Eval(e map[string]T) T { return e[string(v)] }
func (o Op[T]) Eval(e map[string]T) T  { return o.f(o.l.Eval(e), o.r.Eval(e)) }

type Graph[N interface{ Edges() []E }, E interface{ Nodes() (N, N) }] struct{ nodes []N }

type Vertex struct {
	name string
	out  []*Edge
}
type Edge struct{ from, to *Vertex }

func (v *Vertex) Edges() []*Edge          { return v.out }
func (e *Edge) Nodes() (*Vertex, *Vertex) { return e.from, e.to }

func (g *Graph[N, E]) Reach() (n int) {
	for _, v := range g.nodes {
		for _, e := range v.Edges() {
			a, b := e.Nodes()
			if any(a) != any(b) {
				n++
			}
		}
	}
	return
}

type Ordered[T any] interface{ Less(T) bool }
type Num int

func (n Num) Less(m Num) bool { return n < m }

func Min[T Ordered[T]](a T, rest ...T) T {
	for _, b := range rest {
		if b.Less(a) {
			a = b
		}
	}
	return a
}

type Option[T any] struct {
	v  *T
	up *Option2[Option[T]]
}
type Option2[T any] struct{ v T }

type Chain[T any] func(T) (T, Chain[T])

func countdown(n int) (int, Chain[int]) {
	if n == 0 {
		return 0, nil
	}
	return n - 1, countdown
}

type Rose[T any] struct {
	v    T
	kids []Rose[T]
}

func (r Rose[T]) Depth() int {
	d := 0
	for _, k := range r.kids {
		d = max(d, k.Depth())
	}
	return d + 1
}

func main() {
	e := Op[float64]{func(a, b float64) float64 { return a * b }, Lit[float64]{2}, Op[float64]{func(a, b float64) float64 { return a + b }, Var[float64]("x"), Lit[float64]{1}}}
	fmt.Println(e.Eval(map[string]float64{"x": 4}))
	s := Op[string]{func(a, b string) string { return a + b }, Lit[string]{"a"}, Var[string]("y")}
	fmt.Println(s.Eval(map[string]string{"y": "z"}))
	a, b := &Vertex{name: "a"}, &Vertex{name: "b"}
	a.out = []*Edge{{a, b}, {a, a}}
	b.out = []*Edge{{b, a}}
	fmt.Println((&Graph[*Vertex, *Edge]{[]*Vertex{a, b}}).Reach())
	fmt.Println(Min(Num(3), 1, 2))
	var o Option[int]
	fmt.Printf("%T %T %v\n", o, o.up, o.up == nil)
	n := 0
	for v, next := countdown(5); next != nil; v, next = next(v) {
		n += v
	}
	fmt.Println(n)
	r := Rose[string]{"a", []Rose[string]{{"b", nil}, {"c", []Rose[string]{{"d", nil}}}}}
	fmt.Printf("%d %T %v\n", r.Depth(), r.kids, r)
}

// Output:
// 10
// az
// 2
// 1
// main.Option[int] *main.Option2[main.Option[int]] true
// 10
// 3 []main.Rose[string] {a [{b []} {c [{d []}]}]}
