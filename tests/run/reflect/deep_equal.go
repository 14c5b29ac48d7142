// DeepEqual compares what values hold, through pointers and around cycles.
package main

import (
	"errors"
	"fmt"
	"math"
	"reflect"
)

type Node struct {
	Val  int
	Next *Node
}

type Loop []any

type Mixed struct {
	m map[string][]int
	p *int
	f func()
	i any
	e error
}

func ring(vals ...int) *Node {
	first := &Node{Val: vals[0]}
	last := first
	for _, v := range vals[1:] {
		last.Next = &Node{Val: v}
		last = last.Next
	}
	last.Next = first
	return first
}

func main() {
	one, uno := 1, 1
	nan := math.NaN()
	nans := []float64{nan}
	f := func() {}
	l1, l2 := Loop{1, nil}, Loop{1, nil}
	l1[1], l2[1] = l1, l2
	mm1, mm2 := map[string]any{}, map[string]any{}
	mm1["self"], mm2["self"] = mm1, mm2
	e := errors.New("e")
	for i, p := range [][2]any{
		{nil, nil}, {nil, 1}, {1, 1}, {1, int8(1)}, {"a", "a"}, {[]int{1, 2}, []int{1, 2}}, {[]int{1, 2}, []int{1, 3}},
		{[]int(nil), []int{}}, {[]int{}, []int{}}, {map[string]int(nil), map[string]int{}}, {map[int]string{1: "a"}, map[int]string{1: "a"}},
		{map[int]string{1: "a"}, map[int]string{2: "a"}}, {&one, &uno}, {&one, &one}, {[2]string{"a"}, [2]string{"a", ""}},
		{nan, nan}, {nans, nans}, {[]float64{nan}, []float64{nan}}, {f, f}, {(func())(nil), (func())(nil)},
		{ring(1, 2, 3), ring(1, 2, 3)}, {ring(1, 2, 3), ring(1, 2, 4)}, {ring(1, 1), ring(1, 1, 1)}, {l1, l2}, {mm1, mm2},
		{Mixed{map[string][]int{"a": {1}}, &one, nil, []any{1, "x"}, e}, Mixed{map[string][]int{"a": {1}}, &uno, nil, []any{1, "x"}, e}},
		{Mixed{i: 1}, Mixed{i: "1"}}, {Mixed{f: f}, Mixed{f: f}}, {[]byte("abc"), []byte("abc")}, {[]byte("abc"), []byte("abd")},
		{errors.New("x"), errors.New("x")}, {[]any{1, nil}, []any{1, nil}}, {[][]int{{1}, nil}, [][]int{{1}, nil}}, {[][]int{{1}, nil}, [][]int{{1}, {}}},
		{reflect.TypeOf(1), reflect.TypeOf(2)}, {reflect.TypeOf(1), reflect.TypeOf("2")}, {0.0, math.Copysign(0, -1)}, {1i, 1i},
		{struct{}{}, struct{}{}}, {map[float64]int{nan: 1}, map[float64]int{nan: 1}},
	} {
		fmt.Println(i, reflect.DeepEqual(p[0], p[1]))
	}
	deep := func(n int) *Node {
		var top *Node
		for i := range n {
			top = &Node{i, top}
		}
		return top
	}
	fmt.Println(reflect.DeepEqual(deep(20000), deep(20000)))
}

// Output:
// 0 true
// 1 false
// 2 true
// 3 false
// 4 true
// 5 true
// 6 false
// 7 false
// 8 true
// 9 false
// 10 true
// 11 false
// 12 true
// 13 true
// 14 true
// 15 false
// 16 true
// 17 false
// 18 false
// 19 true
// 20 true
// 21 false
// 22 true
// 23 true
// 24 true
// 25 true
// 26 false
// 27 false
// 28 true
// 29 false
// 30 true
// 31 true
// 32 true
// 33 false
// 34 true
// 35 false
// 36 true
// 37 true
// 38 true
// 39 false
// true
