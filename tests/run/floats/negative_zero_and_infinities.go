package main

import (
	"fmt"
	"math"
)

func main() {
	zero := 0.0
	neg := -zero
	lit := -0.0
	c := math.Copysign(0, -1)
	fmt.Println(neg, lit, c, 1/c, 1/zero, -1/zero, zero == c, math.Signbit(neg), math.Signbit(lit), math.Signbit(c))
	fmt.Println(c+zero, c-zero, c*-1, -c, c/5, math.Sqrt(c), math.Max(c, zero), math.Min(zero, c))
	inf := math.Inf(1)
	fmt.Println(inf-inf, inf*0, inf/inf, inf > math.MaxFloat64, -inf < inf, math.IsNaN(inf-inf))
	nan := math.NaN()
	fmt.Println(nan == nan, nan != nan, nan < 1, nan > 1, !(nan >= 1), min(nan, 1), max(1, nan), min(c, 0), max(c, 0))
	fmt.Printf("%v %g %e %f %+v %5.1f|%-8v|%08.3f\n", c, c, c, c, inf, -inf, nan, c)
	var f32 float32 = 16777216
	fmt.Println(f32+1 == f32, float32(0.1), float64(float32(0.1)), float32(x64()))
	x := 0.1
	fmt.Println(x+0.2, x*3, 0.1+0.2, x+0.2 == 0.3, 0.1+0.2 == 0.3)
	fmt.Println(5e-324)
	var f float64 = 1 << 53
	fmt.Println(f+1 == f, int64(f), uint8(int(f32)%256), math.Float64bits(c)>>63)
	a := [...]float64{c, nan}
	b := a
	fmt.Println(a == b, [1]float64{c} == [1]float64{0})
	fmt.Println(math.Mod(-7, 3), math.Remainder(-7, 3), math.Floor(-0.5), math.Trunc(-0.5), math.Round(-0.4), math.RoundToEven(2.5))
}

func x64() float64 { return math.MaxFloat64 }

// Output:
// -0 0 -0 -Inf +Inf -Inf true true false true
// 0 -0 0 0 -0 -0 0 -0
// NaN NaN NaN true true true
// false true false false true NaN NaN -0 0
// -0 -0 -0.000000e+00 -0.000000 +Inf  -Inf|NaN     |-000.000
// true 0.1 0.10000000149011612 +Inf
// 0.30000000000000004 0.30000000000000004 0.3 false true
// 5e-324
// true 9007199254740992 0 1
// false true
// -1 -1 -1 -0 -0 2
