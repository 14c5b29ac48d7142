// Constraints with methods, approximation and core types; generic lists, sets, trees, options, sums, recursion, method values and
// local types, all instantiated with each other.
package main

import (
	"cmp"
	"errors"
	"fmt"
	"maps"
	"slices"
	"sort"
	"strings"
	"unsafe"
)

type Num interface {
	~int | ~int8 | ~int16 | ~int32 | ~int64 | ~uint | ~uint8 | ~uint16 | ~uint32 | ~uint64 | ~float32 | ~float64
}
type MyF float32

func Conv[To, From Num](f From) To                 { return To(f) }
func Wrap[T Num](a, b T) (T, T, T)                 { return a + b, a * b, -a }
func Shl[T ~int8 | ~uint8 | ~int64](x T, n uint) T { return x << n >> 1 }
func Bytes[T ~string | ~[]byte](x T) (n int) {
	for i := range len(x) {
		n += int(x[i])
	}
	return n + len(x[1:])
}
func Idx[T ~[]E | ~[4]E, E any](x T, i int) E { return x[i] }
func Rng[T ~[]int](x T) (s int) {
	for _, v := range x {
		s += v
	}
	return
}
func Zero[T any]() (z T, isNil bool) { return z, any(z) == nil }
func Ptr[T any, P interface {
	*T
	Set(string)
}](s string) T {
	var t T
	P(&t).Set(s)
	return t
}

type Name struct{ s string }

func (n *Name) Set(s string) { n.s = s }

type List[T any] struct {
	head *node[T]
	n    int
}
type node[T any] struct {
	v    T
	next *node[T]
}

func (l *List[T]) Push(v T) *List[T] { l.head = &node[T]{v, l.head}; l.n++; return l }
func (l *List[T]) Each(f func(int, T)) {
	i := 0
	for n := l.head; n != nil; n = n.next {
		f(i, n.v)
		i++
	}
}
func Map[T, U any](l *List[T], f func(T) U) *List[U] {
	r := &List[U]{}
	l.Each(func(_ int, v T) { r.Push(f(v)) })
	return r
}

type Tree[K cmp.Ordered, V any] map[K]*Tree[K, V]
type Opt[T any] func(*T)
type Either[L, R any] interface {
	isEither(L, R)
	fmt.Stringer
}
type Left[L, R any] struct{ v L }
type Right[L, R any] struct{ v R }

func (l Left[L, R]) isEither(L, R)   {}
func (r Right[L, R]) isEither(L, R)  {}
func (l Left[L, R]) String() string  { return fmt.Sprintf("Left[%T](%v)", *new(R), l.v) }
func (r Right[L, R]) String() string { return fmt.Sprintf("Right(%v)", r.v) }
func Kind[T any](x T) string {
	switch any(x).(type) {
	case int:
		return "int"
	case []T:
		return "slice of T"
	case fmt.Stringer:
		return "stringer"
	case func(T) T:
		return "endo"
	}
	switch any(&x).(type) {
	case *string:
		return "*string"
	case *[]int:
		return "*[]int"
	}
	return fmt.Sprintf("%T", x)
}

type Set[T comparable] map[T]struct{}

func (s Set[T]) Add(vs ...T) Set[T] {
	for _, v := range vs {
		s[v] = struct{}{}
	}
	return s
}
func Keys[M ~map[K]V, K cmp.Ordered, V any](m M) []K { return slices.Sorted(maps.Keys(m)) }

type Matrix[T Num, R interface{ ~[2]T | ~[3]T }] []R
type Rec[T any] struct {
	Self *Rec[T]
	Kids []Rec[T]
	F    func(Rec[T]) Rec[T]
	V    T
}
type Ord[T any] interface{ Less(T) bool }
type Age int

func (a Age) Less(b Age) bool { return a < b }
func Max[T Ord[T]](a T, rest ...T) T {
	for _, r := range rest {
		if a.Less(r) {
			a = r
		}
	}
	return a
}

type Stack[T any] []T

func (s *Stack[T]) Push(v T) { *s = append(*s, v) }
func (s *Stack[T]) Pop() (v T, err error) {
	if len(*s) == 0 {
		return v, errors.New("empty")
	}
	v = (*s)[len(*s)-1]
	*s = (*s)[:len(*s)-1]
	return
}
func Compose[A, B, C any](f func(A) B, g func(B) C) func(A) C { return func(a A) C { return g(f(a)) } }
func Apply[T any](x T, opts ...Opt[T]) T {
	for _, o := range opts {
		o(&x)
	}
	return x
}

type Alias[T any] = map[string][]T

func Count[T any](n int, x T) int {
	if n == 0 {
		return int(unsafe.Sizeof(x))
	}
	return Count(n-1, x)
}
func sum[T Num](xs ...T) (t T) {
	for _, x := range xs {
		t += x
	}
	return
}
func eq[T comparable](a, b T) (r string) {
	defer func() {
		if e := recover(); e != nil {
			r = fmt.Sprint(e)
		}
	}()
	return fmt.Sprint(a == b)
}
func ch[T any, C ~chan T | ~<-chan T](c C) (r []T) {
	for v := range c {
		r = append(r, v)
	}
	return
}

func main() {
	fmt.Println(Conv[int8](300.7), Conv[uint8](-1), Conv[float32](int64(1)<<40), Conv[MyF](2.5), Conv[int](MyF(-2.9)))
	fmt.Println(Wrap(int8(100), int8(100)))
	fmt.Println(Wrap(MyF(1.5), 2))
	fmt.Println(Wrap(uint16(65535), 2))
	fmt.Println(Shl(int8(100), 1), Shl(uint8(200), 1), Shl(int64(1), 63), Shl(int8(1), 100))
	fmt.Println(Bytes("abc"), Bytes([]byte{1, 2}))
	fmt.Println(Idx[[]string, string]([]string{"a", "b"}, 1), Idx[[4]bool, bool]([4]bool{3: true}, 3))
	fmt.Println(Rng([]int{1, 2}))
	fmt.Println(Zero[int]())
	fmt.Println(Zero[error]())
	fmt.Println(Zero[*int]())
	fmt.Println(Zero[struct{ a, b string }]())
	fmt.Println(Ptr[Name]("bob"))
	l := (&List[int]{}).Push(1).Push(2).Push(3)
	Map(Map(l, func(i int) string { return strings.Repeat("x", i) }), func(s string) []byte { return []byte(s) }).Each(func(i int, b []byte) { fmt.Print(i, b, " ") })
	fmt.Printf("%T %T %T\n", Map(l, func(i int) Tree[string, int] { return nil }), l.head, Left[int, List[string]]{})
	var e Either[int, string] = Left[int, string]{5}
	fmt.Println(e, Right[int, string]{"r"})
	if _, ok := e.(Left[int, string]); ok {
		fmt.Println("left")
	}
	_, ok := e.(Right[int, string])
	fmt.Println(ok, Kind(1), Kind([]int{}), Kind("s"), Kind(e), Kind(func(int) int { return 1 }), Kind(Left[int, int]{}), Kind([][]int{}))
	s := Set[string]{}.Add("b", "a")
	fmt.Println(Keys(s), len(s), Keys(map[Age]bool{3: true, 1: false}))
	m := Matrix[int, [2]int]{{1, 2}, {3, 4}}
	fmt.Printf("%v %T\n", m, m)
	r := Rec[int]{V: 1, Kids: []Rec[int]{{V: 2}}}
	r.F = func(x Rec[int]) Rec[int] { x.V++; return x }
	fmt.Println(r.F(r.Kids[0]).V, r.Kids[0].V, Max(Age(3), 9, 4), Max(Age(1)))
	var st Stack[Opt[int]]
	st.Push(func(i *int) { *i *= 2 })
	o, err := st.Pop()
	_, err2 := st.Pop()
	fmt.Println(Apply(21, o), err, err2)
	f := Compose(Compose(strings.ToUpper, func(s string) []rune { return []rune(s) }), func(r []rune) int { return len(r) })
	fmt.Println(f("héy"), Alias[int]{"a": {1}}, Count(3, [3]int16{}), Count(0, ""), sum[float64](), sum(1, 2.5, 3), sum[MyF](1, 2))
	fmt.Println(eq[any](1, 1), eq[any]([]int{}, []int{}), eq[any](1, "1"), eq(struct{ a any }{1}, struct{ a any }{1}), eq[fmt.Stringer](e, e), eq([1]any{func() {}}, [1]any{func() {}}))
	c := make(chan int, 2)
	c <- 1
	c <- 2
	close(c)
	fmt.Println(ch[int](c), ch[int]((<-chan int)(c)))
	g := sum[int8]
	h := (*List[string]).Push
	k := l.Push
	k(9)
	fmt.Println(g(100, 100), h(&List[string]{}, "z").head.v, l.n, l.head.v)
	type local[T any] struct{ x T }
	type pair struct {
		local[int]
		s local[string]
	}
	p := pair{local[int]{1}, local[string]{"q"}}
	fmt.Printf("%v %+v %#v %T\n", p, p, p, p.s)
	sort.Slice(m, func(i, j int) bool { return m[i][0] > m[j][0] })
	fmt.Println(m, slices.MaxFunc([]string{"aa", "b"}, func(a, b string) int { return cmp.Compare(len(a), len(b)) }))
}

// Output:
// 44 255 1.0995116e+12 2.5 -2
// -56 16 -100
// 3.5 3 -1.5
// 1 65534 1
// -28 72 -4611686018427387904 0
// 296 4
// b true
// 3
// 0 false
// <nil> true
// <nil> false
// { } false
// {bob}
// 0 [120 120 120] 1 [120 120] 2 [120] *main.List[main.Tree[string,int]] *main.node[int] main.Left[int,main.List[string]]
// Left[string](5) Right(r)
// left
// false int *[]int *string stringer func(int) int stringer [][]int
// [a b] 2 [1 3]
// [[1 2] [3 4]] main.Matrix[int,[2]int]
// 3 2 9 1
// 42 <nil> empty
// 3 map[a:[1]] 6 16 0 6.5 3
// true runtime error: comparing uncomparable type []int false true true runtime error: comparing uncomparable type func()
// [1 2] []
// -56 z 4 9
// {{1} {q}} {local:{x:1} s:{x:q}} main.pair{local:main.local[int]{x:1}, s:main.local[string]{x:"q"}} main.local[string]
// [[3 4] [1 2]] aa
