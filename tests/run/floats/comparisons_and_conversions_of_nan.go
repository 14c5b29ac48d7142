package main

import (
	"fmt"
	"math"
)

type v2 struct{ x, y float64 }

func cmp(a, b float64) string {
	s := ""
	if a < b {
		s += "<"
	}
	if a <= b {
		s += "≤"
	}
	if a == b {
		s += "="
	}
	if a != b {
		s += "≠"
	}
	if !(a < b) {
		s += "!"
	}
	for a > b {
		return s + ">"
	}
	return s
}

func main() {
	nan, inf := math.NaN(), math.Inf(1)
	fmt.Println(cmp(1, 2), cmp(2, 1), cmp(1, 1), cmp(nan, 1), cmp(1, nan), cmp(nan, nan), cmp(inf, inf), cmp(-inf, inf))
	fmt.Println(v2{1, nan} == v2{1, nan}, v2{0, 1} == v2{math.Copysign(0, -1), 1}, [2]float64{nan} == [2]float64{nan})
	var a, b any = nan, nan
	fmt.Println(a == b, a != b)
	switch nan {
	case nan:
		fmt.Println("equal")
	default:
		fmt.Println("never equal")
	}
	var f32 float32 = 16777216
	f32++
	fmt.Println(f32, float32(0.1)+float32(0.2), float32(1)/3*3)
	var sum32 float32
	sum64 := 0.0
	for i := range 1000 {
		sum32 += 0.1
		sum64 += 0.1
		_ = i
	}
	fmt.Println(sum32, sum64, float32(sum64) == sum32)
	x := 0.1
	fmt.Println(x*3 == 0.3, x*3, 0.1*3 == 0.3, math.Sqrt(x)*math.Sqrt(x))
	c := complex(nan, 1)
	fmt.Println(c == c, complex(inf, -inf))
}

// Output:
// <≤≠ ≠!> ≤=! ≠! ≠! ≠! ≤=! <≤≠
// false true false
// false true
// never equal
// 1.6777216e+07 0.3 1
// 99.99905 99.9999999999986 false
// false 0.30000000000000004 true 0.1
// false (+Inf-Infi)
