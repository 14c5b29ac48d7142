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
