// Maps print in the order of their keys, whatever kind those are; NaNs come first, false before true, nil before all.
package main

import (
	"fmt"
	"math"
)

type point struct {
	x int
	s string
}

type level int8

func (l level) String() string { return [...]string{"low", "mid", "high"}[l+1] }

func main() {
	nan := math.NaN()
	negZero := math.Copysign(0, -1)
	fmt.Println(map[bool]int{true: 1, false: 0})
	fmt.Println(map[int8]string{-1: "m", 3: "t", -128: "min", 127: "max"})
	fmt.Println(map[uint64]int{math.MaxUint64: 1, 0: 2, 1 << 63: 3})
	fmt.Println(map[uintptr]int{9: 1, 8: 2})
	fmt.Println(map[float64]string{1.5: "a", nan: "n", math.Inf(-1): "-inf", negZero: "z", math.Inf(1): "+inf", -2: "b"})
	fmt.Println(map[float32]int{2: 1, float32(nan): 2, -7.25: 3})
	fmt.Println(map[complex128]int{complex(1, 2): 1, complex(1, -2): 2, complex(0, 9): 3, complex(nan, 0): 4, complex(1, nan): 5})
	fmt.Println(map[string]int{"b": 1, "a\x01": 2, "a": 3, "B": 4, "": 5, "é": 6, "\xff": 7})
	fmt.Println(map[rune]bool{'z': true, 'a': false})
	fmt.Println(map[[2]int]string{{2, 1}: "c", {1, 9}: "b", {1, 2}: "a"})
	fmt.Println(map[point]int{{1, "b"}: 1, {1, "a"}: 2, {0, "z"}: 3})
	fmt.Println(map[[1]point]int{{{2, ""}}: 1, {{1, "x"}}: 2})
	fmt.Println(map[level]int{1: 100, -1: 1, 0: 10})
	fmt.Println(map[struct {
		a bool
		b [2]float64
	}]int{{true, [2]float64{1, 2}}: 1, {false, [2]float64{3, 4}}: 2, {false, [2]float64{3, nan}}: 3})
	mixed := map[any]int{nil: 0}
	for i, k := range []int{3, 1, 2} {
		mixed[k] = i
	}
	fmt.Println(mixed)
	fmt.Println(map[any]string{"b": "1", "a": "2"}, map[error]int{nil: 1})
	type inner map[string]int
	fmt.Printf("%v %+v\n%#v\n", map[string]inner{"y": {"b": 1, "a": 2}, "x": nil}, map[string]*int{"p": nil}, map[string]inner{"y": {"b": 1, "a": 2}, "x": nil})
	fmt.Printf("%#v %#v\n", map[point]bool{{2, "q"}: true, {1, "r"}: false}, map[any]any{3: "x", 2: nil})
	fmt.Printf("%d %x %q\n", map[int]int{11: 12, 10: 13}, map[string]string{"ab": "cd"}, map[string]rune{"k": 'v'})
	fmt.Printf("%6.2f|%v\n", map[float64]float64{2: 0.5, 1: 0.25}, map[string]map[int]bool{"a": {2: true, 1: false}})
}

// Output:
// map[false:0 true:1]
// map[-128:min -1:m 3:t 127:max]
// map[0:2 9223372036854775808:3 18446744073709551615:1]
// map[8:2 9:1]
// map[NaN:n -Inf:-inf -2:b -0:z 1.5:a +Inf:+inf]
// map[NaN:2 -7.25:3 2:1]
// map[(NaN+0i):4 (0+9i):3 (1+NaNi):5 (1-2i):2 (1+2i):1]
// map[:5 B:4 a:3 a:2 b:1 é:6 �:7]
// map[97:false 122:true]
// map[[1 2]:a [1 9]:b [2 1]:c]
// map[{0 z}:3 {1 a}:2 {1 b}:1]
// map[[{1 x}]:2 [{2 }]:1]
// map[low:1 mid:10 high:100]
// map[{false [3 NaN]}:3 {false [3 4]}:2 {true [1 2]}:1]
// map[<nil>:0 1:1 2:2 3:0]
// map[a:2 b:1] map[<nil>:1]
// map[x:map[] y:map[a:2 b:1]] map[p:<nil>]
// map[string]main.inner{"x":main.inner(nil), "y":main.inner{"a":2, "b":1}}
// map[main.point]bool{main.point{x:1, s:"r"}:false, main.point{x:2, s:"q"}:true} map[interface {}]interface {}{2:interface {}(nil), 3:"x"}
// map[10:13 11:12] map[6162:6364] map["k":'v']
// map[  1.00:  0.25   2.00:  0.50]|map[a:map[1:false 2:true]]
