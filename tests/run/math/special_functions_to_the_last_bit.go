package main

import (
	"fmt"
	"math"
)

// Erf, Erfc, Erfinv, Gamma and Lgamma: known values, borders of their ranges, and a sum over many bits.

func show(name string, f func(float64) float64, xs ...float64) {
	fmt.Print(name)
	for _, x := range xs {
		fmt.Print(" ", f(x))
	}
	fmt.Println()
}

func lgamma(x float64) float64 {
	v, sign := math.Lgamma(x)
	return v * float64(sign)
}

func main() {
	inf, nan := math.Inf(1), math.NaN()
	special := []float64{0, math.Copysign(0, -1), inf, -inf, nan, 1, -1, 2, -2, 1e-300, -1e-300, 1e300}
	functions := map[string]func(float64) float64{
		"erf": math.Erf, "erfc": math.Erfc, "erfinv": math.Erfinv, "erfcinv": math.Erfcinv, "gamma": math.Gamma, "lgamma": lgamma,
	}
	names := []string{"erf", "erfc", "erfinv", "erfcinv", "gamma", "lgamma"}
	for _, n := range names {
		show(n, functions[n], special...)
	}
	show("erf", math.Erf, 0.84375, 0.84374999, 1.25, 2.857142857142857, 5.9, 6, -0.5, 1e-9, 2e-306)
	show("erfc", math.Erfc, 0.25, 0.8, 1.25, 2.6, 3, 6, 7, 27, 28, -6.1, -3)
	show("erfinv", math.Erfinv, 0.5, 0.85, 0.8500001, 0.9999999999, 1-1e-16, -0.25)
	show("gamma", math.Gamma, 0.5, 5, 3, 10, 20.5, 33, 33.5, 143, 150, 171, 172, 201, -0.5, -3.5, -33.5, -40.25, -170.5, -190.5, 1e-10, -1e-10)
	show("lgamma", lgamma, 0.1, 0.3, 0.8, 0.95, 1.1, 1.46, 1.8, 2.5, 3.5, 7.9, 8, 100, 1e20, -0.5, -2.5, -3.75, -1e16, 1e-30, -1e-30)
	for _, n := range names {
		var sum uint64
		f := functions[n]
		for i := -6000; i < 6000; i++ {
			for _, x := range []float64{float64(i) / 97, float64(i) / 6001} {
				if v := f(x); !math.IsNaN(v) {
					sum = sum*31 + math.Float64bits(v)
				}
			}
		}
		fmt.Printf("%s %x\n", n, sum)
	}
}

// Output:
// erf 0 -0 1 -1 NaN 0.8427007929497149 -0.8427007929497149 0.9953222650189527 -0.9953222650189527 1.1283791670955126e-300 -1.1283791670955126e-300 1
// erfc 1 1 0 2 NaN 0.15729920705028513 1.8427007929497148 0.004677734981047265 1.9953222650189528 1 1 0
// erfinv 0 -0 NaN NaN NaN +Inf -Inf NaN NaN 8.862269254527582e-301 -8.862269254527582e-301 NaN
// erfcinv +Inf +Inf NaN NaN NaN 0 NaN -Inf NaN +Inf +Inf NaN
// gamma +Inf -Inf +Inf NaN NaN 1 NaN 1 NaN 9.999999999999999e+299 -9.999999999999999e+299 +Inf
// lgamma +Inf +Inf +Inf -Inf NaN 0 +Inf 0 +Inf 690.7755278982137 -690.7755278982137 6.897755278982137e+302
// erf 0.7672256612323416 0.7672256556953392 0.9229001282564582 0.9999466876886117 0.9999999999999999 1 -0.5204998778130465 1.1283791670955127e-09 2.2567583341910252e-306
// erfc 0.7236736098317631 0.2578990352923395 0.07709987174354177 0.00023603441652934914 2.2090496998585438e-05 2.151973671249891e-17 4.183825607779415e-23 5.23705e-319 0 2 1.9999779095030015
// erfinv 0.4769362762044699 1.0179024648320276 1.017902714595318 4.572824958544923 5.863584748755167 -0.22531205501217805
// gamma 1.7724538509055159 24 2 362880 5.4062429823350746e+17 2.6313083693369355e+35 1.505856975626702e+36 2.6953641378881614e+245 3.80892263763057e+260 7.257415615307999e+306 +Inf +Inf -3.5449077018110318 0.27008820585226906 6.227609042535817e-38 -2.1568447683825584e-48 -3.3127395215386015e-308 -0 9.999999999422785e+09 -1.0000000000577215e+10
// lgamma 2.2527126517342055 1.0957979948180756 0.15205967839983756 0.030968795237972926 -0.049872441259839764 -0.12148500100400743 -0.07108387291437215 0.2846828704729192 1.2009736023470743 8.32426586800881 8.525161361065413 359.13420536957545 4.5051701859880917e+21 -1.2655121234846454 0.05624371649767412 -1.3172679424463634 +Inf 69.07755278982137 -69.07755278982137
// erf da2def8c482d974d
// erfc 9334639893d50545
// erfinv cbce69a4c3e97bf2
// erfcinv 8a5cd144f2999929
// gamma 86b2ad2df34c25a2
// lgamma 5990c83f11ed5c0b
