package main

import (
	"cmp"
	"errors"
	"fmt"
	"iter"
	"maps"
	"slices"
	"sort"
	"strings"
)

// Methods with type parameters of their own (Go 1.27): chains, explicit and inferred arguments, values and
// expressions, embedding, constraints that mention the receiver's parameter, recursion.

type stream[T any] struct{ seq iter.Seq[T] }

func of[T any](vs ...T) stream[T] { return stream[T]{slices.Values(vs)} }

func (s stream[T]) mapTo[U any](f func(T) U) stream[U] {
	return stream[U]{func(yield func(U) bool) {
		for v := range s.seq {
			if !yield(f(v)) {
				return
			}
		}
	}}
}

func (s stream[T]) flatMap[U any](f func(T) stream[U]) stream[U] {
	return stream[U]{func(yield func(U) bool) {
		for v := range s.seq {
			for u := range f(v).seq {
				if !yield(u) {
					return
				}
			}
		}
	}}
}

func (s stream[T]) fold[A any](start A, f func(A, T) A) A {
	for v := range s.seq {
		start = f(start, v)
	}
	return start
}

func (s stream[T]) groupBy[K cmp.Ordered](key func(T) K) map[K][]T {
	return s.fold(map[K][]T{}, func(m map[K][]T, v T) map[K][]T {
		m[key(v)] = append(m[key(v)], v)
		return m
	})
}

func zip[T, U any](s stream[T], o stream[U]) stream[pair[T, U]] {
	return stream[pair[T, U]]{func(yield func(pair[T, U]) bool) {
		next, stop := iter.Pull(o.seq)
		defer stop()
		for v := range s.seq {
			u, ok := next()
			if !ok || !yield(pair[T, U]{v, u}) {
				return
			}
		}
	}}
}

func (s stream[T]) collect() []T { return slices.Collect(s.seq) }

type pair[A, B any] struct {
	a A
	b B
}

func (p pair[A, B]) with[C any](c C) pair[A, C]         { return pair[A, C]{p.a, c} }
func (p *pair[A, B]) set[F ~func(A) B](f F) *pair[A, B] { p.b = f(p.a); return p }
func (p pair[A, B]) String() string                     { return fmt.Sprintf("<%v|%v>", p.a, p.b) }

type named struct {
	pair[string, int]
	*registry
}

type registry struct{ m map[string]any }

func (r *registry) get[T any](name string) (T, error) {
	v, ok := r.m[name].(T)
	if !ok {
		return v, fmt.Errorf("%s is a %T, not a %T", name, r.m[name], v)
	}
	return v, nil
}

func (r *registry) put[T any](name string, v T) T { r.m[name] = v; return v }

type conv func(string) string

func (c conv) over[S ~[]E, E ~string](s S) S {
	out := slices.Clone(s)
	for i, v := range out {
		out[i] = E(c(string(v)))
	}
	return out
}

type depth int

func (d depth) nest[T any](v T) string {
	if d == 0 {
		return fmt.Sprintf("%T", v)
	}
	return (d - 1).nest(v)
}

type words []word
type word string

func main() {
	words3 := of("delta", "alpha", "charlie", "bravo")
	lens := words3.mapTo(func(s string) int { return len(s) })
	fmt.Println(lens.collect(), lens.fold("", func(a string, n int) string { return a + fmt.Sprint(n) }))
	g := words3.groupBy(func(s string) int { return len(s) })
	for _, k := range slices.Sorted(maps.Keys(g)) {
		fmt.Print(k, g[k], " ")
	}
	fmt.Println()
	fmt.Println(of(1, 2, 3).flatMap(func(n int) stream[rune] { return of([]rune(strings.Repeat("ab", n))...) }).mapTo(func(r rune) string { return string(r) }).collect())
	fmt.Println(zip(of(1, 2, 3), of("a", "b")).collect())
	p := pair[string, int]{"k", 1}.with(2.5).with([]int{3})
	fmt.Printf("%T %v\n", p, p)
	q := pair[int, string]{a: 21}
	fmt.Println(q.set(func(n int) string { return fmt.Sprint(n * 2) }))

	n := named{pair[string, int]{"n", 0}, &registry{map[string]any{}}}
	n.put("one", 1)
	n.put[error]("err", errors.New("stored"))
	fmt.Println(n.get[int]("one"))
	fmt.Println(n.get[string]("one"))
	fmt.Println(n.get[error]("err"))
	fmt.Println(n.with('x').b, n.set(func(s string) int { return len(s) }).b)

	f := words3.mapTo[bool]
	fmt.Printf("%T %v\n", f, f(func(s string) bool { return s > "b" }).collect())
	h := stream[int].fold[float64]
	fmt.Println(h(of(1, 2), 0.5, func(a float64, v int) float64 { return a + float64(v) }))
	k := (*pair[int, int]).set[func(int) int]
	r := pair[int, int]{a: 5}
	fmt.Println(k(&r, func(n int) int { return n * n }))
	up := conv(strings.ToUpper).over(words{"x", "y"})
	fmt.Printf("%T %v\n", up, up)
	fmt.Println(depth(3).nest(map[string][]int{}))
	var sorter interface{ Len() int } = sort.StringSlice(words3.collect())
	fmt.Println(sorter.Len())
}

// Output:
// [5 5 7 5] 5575
// 5 [delta alpha bravo] 7 [charlie]
// [a b a b a b a b a b a b]
// [<1|a> <2|b>]
// main.pair[string,[]int] <k|[3]>
// <21|42>
// 1 <nil>
//  one is a int, not a string
// stored <nil>
// 120 1
// func(func(string) bool) main.stream[bool] [true false true true]
// 3.5
// <5|25>
// main.words [X Y]
// map[string][]int
// 4
