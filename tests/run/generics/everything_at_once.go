package main

import (
	"cmp"
	"errors"
	"fmt"
	"sort"
	"strings"
)

type Num interface {
	~int | ~int8 | ~int16 | ~int32 | ~int64 | ~float32 | ~float64
}
type Pair[K comparable, V any] struct {
	Key K
	Val V
}

func (p Pair[K, V]) String() string { return fmt.Sprintf("<%v=%v>", p.Key, p.Val) }
func (p *Pair[K, V]) Set(v V)       { p.Val = v }

type List[T any] struct {
	next *List[T]
	val  T
}

func (l *List[T]) Push(v T) *List[T] { return &List[T]{l, v} }
func (l *List[T]) All() func(func(T) bool) {
	return func(y func(T) bool) {
		for ; l != nil; l = l.next {
			if !y(l.val) {
				return
			}
		}
	}
}

type Tree[T cmp.Ordered] struct {
	l, r *Tree[T]
	v    T
}

func (t *Tree[T]) Insert(v T) *Tree[T] {
	if t == nil {
		return &Tree[T]{v: v}
	}
	switch {
	case v < t.v:
		t.l = t.l.Insert(v)
	case v > t.v:
		t.r = t.r.Insert(v)
	}
	return t
}
func (t *Tree[T]) Walk(f func(T)) {
	if t != nil {
		t.l.Walk(f)
		f(t.v)
		t.r.Walk(f)
	}
}

type MyInt int

func (m MyInt) String() string { return fmt.Sprintf("MyInt(%d)", int(m)) }

func Sum[T Num](xs ...T) (s T) {
	for _, x := range xs {
		s += x
	}
	return
}
func Map[T, U any](xs []T, f func(T) U) []U {
	var r []U
	for _, x := range xs {
		r = append(r, f(x))
	}
	return r
}
func Keys[M ~map[K]V, K comparable, V any](m M) []K {
	var r []K
	for k := range m {
		r = append(r, k)
	}
	return r
}

type Stringish interface {
	~string
	Len() int
}
type Str string

func (s Str) Len() int { return len(s) }
func Total[T Stringish](xs []T) (n int) {
	for _, x := range xs {
		n += x.Len() + len(x)
	}
	return
}

func Kind[T any](x T) string {
	switch any(x).(type) {
	case int:
		return "int"
	case string:
		return "string"
	case []T:
		return "slice of T"
	case Pair[string, T]:
		return "pair"
	case fmt.Stringer:
		return "stringer"
	}
	return fmt.Sprintf("%T", x)
}
func Zero[T any]() T { var z T; return z }
func Ptr[T any](x T) *T { return &x }

type Set[T comparable] map[T]struct{}

func (s Set[T]) Add(x T) Set[T] { s[x] = struct{}{}; return s }
func (s Set[T]) Has(x T) bool   { _, ok := s[x]; return ok }

type Setter[T any] interface {
	Set(T)
	*Pair[string, T]
}

func SetAll[T any, P Setter[T]](ps []Pair[string, T], v T) {
	for i := range ps {
		P(&ps[i]).Set(v)
	}
}

type FromString[T any] interface {
	*T
	Parse(string)
}
type Settable int

func (s *Settable) Parse(x string) { *s = Settable(len(x)) }
func FromStrings[T any, PT FromString[T]](ss []string) []T {
	r := make([]T, len(ss))
	for i, s := range ss {
		p := PT(&r[i])
		p.Parse(s)
	}
	return r
}

type Vec[T any] = []T
type PairOf[T comparable] = Pair[T, T]
type Embed[T any] struct {
	*List[T]
	Pair[string, T]
}
type Fn[A, B any] func(A) B

func (f Fn[A, B]) Apply(a A) B { return f(a) }
func Compose[A, B, C any](f func(A) B, g func(B) C) func(A) C {
	return func(a A) C { return g(f(a)) }
}
func Reduce[T, A any](xs []T, a A, f func(A, T) A) A {
	for _, x := range xs {
		a = f(a, x)
	}
	return a
}

type Node[T any] interface {
	Value() T
	Next() Node[T]
}
type leaf[T any] struct{ v T }

func (l leaf[T]) Value() T      { return l.v }
func (l leaf[T]) Next() Node[T] { return nil }

type Opt[T any] func(*T)

func conv[T, U Num](x T) U { return U(x) }
func bytesOf[T ~string | ~[]byte](x T) []byte { return []byte(x) }
func idx[T ~string | ~[]byte](x T, i int) byte { return x[i] }
func sl[T ~[]E, E any](x T) T { return x[1:] }
func rng[T ~[]int](x T) (s int) {
	for _, v := range x {
		s += v
	}
	return
}
func mk[T ~[]string](n int) T { return make(T, n) }
func eq[T comparable](a, b T) bool { return a == b }

type Rec[T any] struct {
	kids []Rec[T]
	m    map[string]*Rec[T]
	v    T
}
type Err[T any] struct{ v T }

func (e Err[T]) Error() string { return fmt.Sprintf("Err[%T](%v)", e.v, e.v) }

func main() {
	p := Pair[string, int]{"a", 1}
	fmt.Println(p, &p)
	fmt.Printf("%T %T %T\n", p, &p, Pair[MyInt, []Pair[string, any]]{})
	p.Set(5)
	f := p.Set
	f(6)
	g := (*Pair[string, int]).Set
	g(&p, 7)
	fmt.Println(p)
	var l *List[string]
	l = l.Push("x").Push("y")
	for v := range l.All() {
		fmt.Print(v, " ")
	}
	var t *Tree[string]
	for _, w := range strings.Fields("the quick brown fox") {
		t = t.Insert(w)
	}
	t.Walk(func(s string) { fmt.Print(s, " ") })
	fmt.Println(Sum(1, 2, 3), Sum(1.5, 2), Sum[MyInt](1, 2), Sum[float32]())
	fmt.Println(Map([]int{1, 2}, func(i int) string { return fmt.Sprint(i * 2) }))
	k := Keys(map[string]int{"b": 1, "a": 2})
	sort.Strings(k)
	fmt.Println(k, Total([]Str{"ab", "c"}))
	fmt.Println(Kind(1), Kind("s"), Kind([]int{}), Kind(p), Kind(MyInt(3)), Kind(2.5), Kind(Pair[string, Pair[string, int]]{}))
	fmt.Println(Zero[int](), Zero[*int](), Zero[[]string]() == nil, Zero[Pair[int, string]](), *Ptr(3), *Ptr("s"))
	fmt.Println(Set[int]{}.Add(3).Has(3), Set[string]{}.Has("x"))
	ps := []Pair[string, int]{{"a", 1}, {"b", 2}}
	SetAll(ps, 9)
	fmt.Println(ps, FromStrings[Settable]([]string{"a", "bcd"}))
	var v Vec[int] = []int{1}
	var po PairOf[string] = Pair[string, string]{"k", "v"}
	fmt.Printf("%T %T %v\n", v, po, po)
	e := Embed[int]{l2(), Pair[string, int]{"q", 2}}
	fmt.Println(e.Key, e.val, e.Val, e.Push(4).val)
	fmt.Println(Fn[int, string](func(i int) string { return strings.Repeat("z", i) }).Apply(3))
	fmt.Println(Compose(func(i int) float64 { return float64(i) / 2 }, func(f float64) string { return fmt.Sprint(f) })(3))
	fmt.Println(Reduce([]int{1, 2, 3}, "", func(a string, i int) string { return a + fmt.Sprint(i) }))
	var n Node[int] = leaf[int]{3}
	fmt.Println(n.Value(), n.Next() == nil)
	fmt.Printf("%T %v\n", n, conv[float64, int8](3.9))
	fmt.Println(bytesOf("hi"), idx([]byte("abc"), 1), sl([]int{1, 2}), rng([]int{4}), len(mk[[]string](3)), eq[any](1, 1.0), eq(p, p))
	r := Rec[int]{v: 1, kids: []Rec[int]{{v: 2}}, m: map[string]*Rec[int]{"z": {v: 4}}}
	fmt.Println(r.kids[0].v, r.m["z"].v)
	var err error = fmt.Errorf("w: %w", Err[string]{"boom"})
	var target Err[string]
	fmt.Println(errors.As(err, &target), target, err)
	var ti Err[int]
	fmt.Println(errors.As(err, &ti))
	fmt.Printf("%T %T %T\n", Map[int, string], Fn[int, Vec[string]](nil), Rec[struct{ x int }]{})
	type local[T any] struct{ x T }
	fmt.Printf("%T %v %+v\n", local[int]{1}, local[string]{"s"}, local[bool]{true})
	fmt.Printf("%T\n", func() any { type local[T any] struct{ y T }; return local[int]{} }())
	fmt.Printf("%T %T\n", Opt[Pair[int, int]](nil), Ptr(local[map[string]int]{}))
	defer func() { fmt.Println(recover()) }()
	var a any = Pair[string, int]{}
	_ = a.(Pair[string, string])
}
func l2() *List[int] { return &List[int]{nil, 1} }

// Output:
// <a=1> <a=1>
// main.Pair[string,int] *main.Pair[string,int] main.Pair[main.MyInt,[]main.Pair[string,interface {}]]
// <a=7>
// y x brown fox quick the 6 3.5 MyInt(3) 0
// [2 4]
// [a b] 6
// int string []int stringer stringer float64 stringer
// 0 <nil> true <0=> 3 s
// true false
// [<a=9> <b=9>] [1 3]
// []int main.Pair[string,string] <k=v>
// q 1 2 4
// zzz
// 1.5
// 123
// 3 true
// main.leaf[int] 3
// [104 105] 98 [2] 4 3 false true
// 2 4
// true Err[string](boom) w: Err[string](boom)
// false
// func([]int, func(int) string) []string main.Fn[int,[]string] main.Rec[struct { main.x int }]
// main.local[int] {s} {x:true}
// main.local[int]
// main.Opt[main.Pair[int,int]] *main.local[map[string]int]
// interface conversion: interface {} is main.Pair[string,int], not main.Pair[string,string]
