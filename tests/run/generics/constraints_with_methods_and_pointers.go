package main

import (
	"fmt"
	"strconv"
	"strings"
)

type Setter[T any] interface {
	*T
	Set(string) error
}

type Int struct{ v int }

func (i *Int) Set(s string) (err error) {
	i.v, err = strconv.Atoi(s)
	return
}

type Words []string

func (w *Words) Set(s string) error {
	*w = strings.Fields(s)
	return nil
}

func Parse[T any, P Setter[T]](ss ...string) ([]T, error) {
	out := make([]T, len(ss))
	for i, s := range ss {
		if err := P(&out[i]).Set(s); err != nil {
			return nil, err
		}
	}
	return out, nil
}

type Stringish interface {
	~string
	Len() int
}

type ID string

func (i ID) Len() int { return len(i) }

func Total[S Stringish](xs ...S) (n int) {
	for _, x := range xs {
		n += x.Len() + len(string(x))
	}
	return
}

type Numeric interface {
	~int | ~int8 | ~uint8 | ~float32 | ~float64
}

func SumMap[K comparable, V Numeric](m map[K]V) (s V) {
	for _, v := range m {
		s += v
	}
	return
}

type Celsius float32

func Clamp[T Numeric](v, lo, hi T) T { return max(lo, min(v, hi)) }

func Keys[M ~map[K]V, K comparable, V any](m M) int { return len(m) }

type Set map[string]struct{}

func Apply[S ~[]E, E any](s S, f func(E) E) S {
	out := make(S, 0, len(s))
	for _, e := range s {
		out = append(out, f(e))
	}
	return out
}

func main() {
	ints, err := Parse[Int]("1", "22")
	fmt.Println(ints, err)
	_, err = Parse[Int]("x")
	fmt.Println(err)
	ws, _ := Parse[Words]("a b", "c")
	fmt.Println(ws, len(ws[0]))
	fmt.Println(Total(ID("abc"), ID("d")))
	fmt.Println(SumMap(map[string]float64{"a": 1.5, "b": 2}), SumMap(map[int]uint8{1: 200, 2: 100}))
	fmt.Println(Clamp(Celsius(50), -10, 40), Clamp(-3, 0, 5), Clamp(2.5, 0, 5))
	fmt.Println(Keys(Set{"x": {}}))
	w := Apply(ws[0], strings.ToUpper)
	fmt.Printf("%T %v\n", w, w)
}

// Output:
// [{1} {22}] <nil>
// strconv.Atoi: parsing "x": invalid syntax
// [[a b] [c]] 2
// 8
// 3.5 44
// 40 0 2.5
// 1
// main.Words [A B]
