package main

import (
	"fmt"
	"math"
)

func main() {
	zero := 0.0
	inf := 1 / zero
	nan := zero / zero
	fmt.Println(inf, -inf, nan)
	fmt.Println(nan == nan, nan != nan, nan < 1, nan > 1, inf > math.MaxFloat64)
	negZero := math.Copysign(0, -1)
	fmt.Println(negZero, negZero == 0, 1/negZero)
	fmt.Println(math.IsNaN(nan), math.IsInf(inf, 1), math.IsInf(-inf, 1))
	fmt.Println(min(1, nan), max(nan, 2), min(negZero, 0), max(negZero, 0))
	m := map[float64]int{}
	m[nan] = 1
	m[nan] = 2
	m[0] = 3
	m[negZero] = 4
	fmt.Println(len(m), m[0], m[nan])
}

// Output:
// +Inf -Inf NaN
// false true false false true
// -0 true -Inf
// true true false
// NaN NaN -0 0
// 3 4 0
