package main

import (
	"fmt"
	"math"
)

func main() {
	fmt.Println(math.Sqrt(2), math.Pow(2, 10), math.Abs(-3.5), math.Floor(-1.5), math.Ceil(1.2), math.Trunc(-1.7), math.Round(2.5), math.RoundToEven(2.5))
	fmt.Println(math.Mod(7, -3), math.Remainder(7, 4), math.Hypot(3, 4), math.Cbrt(27), math.Max(1, math.NaN()), math.Min(-0.0, 0))
	fmt.Printf("%.6f %.6f %.6f %.6f %.6f\n", math.Sin(1), math.Cos(1), math.Tan(1), math.Atan2(1, -1), math.Asin(0.5))
	fmt.Printf("%.6f %.6f %.6f %.6f %.6f\n", math.Exp(1), math.Log(10), math.Log2(8), math.Log10(1000), math.Log1p(0.5))
	i, f := math.Modf(-3.25)
	m, e := math.Frexp(10)
	fmt.Println(i, f, m, e, math.Ldexp(0.5, 4), math.Signbit(-0.5), math.Copysign(3, -1))
	fmt.Println(math.Pi, math.E, math.MaxInt64, math.MinInt64, uint64(math.MaxUint64), math.MaxFloat32, math.SmallestNonzeroFloat64)
	fmt.Println(math.Inf(1) > 1, math.IsNaN(math.Sqrt(-1)), math.Log(0), math.Pow(0, -1), math.IsInf(math.Exp(1000), 0))
	fmt.Println(math.Nextafter(1, 2), math.FMA(2, 3, 4), math.Dim(5, 3), math.Gamma(5), math.Float32bits(1))
	fmt.Printf("%.4f %.4f %.4f\n", math.Sinh(1), math.Tanh(0.5), math.Erf(0.5))
}

// Output:
// 1.4142135623730951 1024 3.5 -2 2 -1 3 2
// 1 -1 5 3 NaN 0
// 0.841471 0.540302 1.557408 2.356194 0.523599
// 2.718282 2.302585 3.000000 3.000000 0.405465
// -3 -0.25 0.625 4 8 true -3
// 3.141592653589793 2.718281828459045 9223372036854775807 -9223372036854775808 18446744073709551615 3.4028234663852886e+38 5e-324
// true true -Inf +Inf true
// 1.0000000000000002 10 2 24 1065353216
// 1.1752 0.4621 0.5205
