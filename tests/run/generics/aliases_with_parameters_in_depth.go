package main

import (
	"cmp"
	"fmt"
	"maps"
	"slices"
)

// Aliases with type parameters: of composite, named and function types, constrained, nested, partially applied, in
// signatures, embedded, converted and compared.

type (
	set[K comparable]          = map[K]struct{}
	matrix[T ~int | ~float64]  = [][]T
	vec[T any]                 = []T
	entry[K comparable, V any] struct {
		key K
		val V
	}
	stringEntry[V any] = entry[string, V]
	same[K comparable] = entry[K, K]
	fn[A, B any]       = func(A) B
	endo[T any]        = fn[T, T]
	result[T any]      = struct {
		val T
		err error
	}
	chanOf[T any]  = chan result[T]
	table[T any]   = map[string]vec[stringEntry[T]]
	ignored[T any] = int
	ptr[T any]     = *T
)

func (e entry[K, V]) String() string { return fmt.Sprintf("%v=>%v", e.key, e.val) }

func keys[K cmp.Ordered](s set[K]) vec[K] { return slices.Sorted(maps.Keys(s)) }

func union[K comparable](sets ...set[K]) set[K] {
	out := set[K]{}
	for _, s := range sets {
		maps.Copy(out, s)
	}
	return out
}

func trace[T ~int | ~float64](m matrix[T]) (sum T) {
	for i := range m {
		sum += m[i][i]
	}
	return
}

func compose[A, B, C any](f fn[A, B], g fn[B, C]) fn[A, C] { return func(a A) C { return g(f(a)) } }

func times[T any](n int, f endo[T]) endo[T] {
	return func(v T) T {
		for range n {
			v = f(v)
		}
		return v
	}
}

func async[T any](f func() (T, error)) chanOf[T] {
	c := make(chanOf[T], 1)
	v, err := f()
	c <- result[T]{v, err}
	return c
}

type doc struct {
	stringEntry[int]
	extra set[rune]
}

func set1[T any](p ptr[T], v T) { *p = v }

type local[T any] interface{ ~[]T | ~map[string]T }

func size[T any, L local[T]](l L) int { return len(l) }

func main() {
	a, b := set[string]{"x": {}, "y": {}}, set[string]{"z": {}}
	fmt.Println(keys(union(a, b)), len(a))
	fmt.Println(trace(matrix[float64]{{1, 2}, {3, 4.5}}), trace([][]int{{7}}))
	e := stringEntry[int]{"k", 1}
	var f entry[string, int] = e
	fmt.Println(e, f == e, same[int]{1, 2}, same[string]{"p", "q"} == stringEntry[string]{"p", "q"})
	fmt.Printf("%T %T %T %T %T\n", a, e, same[bool]{}, endo[int](nil), result[error]{})
	inc := func(n int) int { return n + 1 }
	fmt.Println(times(5, inc)(10), compose(inc, func(n int) string { return fmt.Sprint(n, "!") })(1))
	r := <-async(func() (vec[int], error) { return vec[int]{1, 2}, nil })
	fmt.Println(r.val, r.err)
	t := table[bool]{"a": {{"in", true}, {"out", false}}}
	t["b"] = append(t["b"], stringEntry[bool]{"c", true})
	fmt.Println(t, len(t["a"]))
	d := doc{stringEntry: stringEntry[int]{"d", 4}, extra: set[rune]{'x': {}}}
	fmt.Println(d, d.key, d.stringEntry.val)
	var i ignored[string] = 5
	var j ignored[bool] = i
	set1(&i, 6)
	var q ptr[int] = &i
	*q++
	fmt.Println(i, j, *q)
	fmt.Println(size[string]([]string{"1"}), size[int](map[string]int{}))
	_, isSet := any(a).(map[string]struct{})
	_, isEntry := any(e).(entry[string, int])
	switch any(endo[string](nil)).(type) {
	case fn[string, string]:
		fmt.Println(isSet, isEntry, "the same function type")
	}
}

// Output:
// [x y z] 2
// 5.5 7
// k=>1 true 1=>2 true
// map[string]struct {} main.entry[string,int] main.entry[bool,bool] func(int) int struct { val error; err error }
// 15 2!
// [1 2] <nil>
// map[a:[in=>true out=>false] b:[c=>true]] 2
// d=>4 d 4
// 7 5 7
// 1 0
// true true the same function type
