package main

import (
	"fmt"
	"math"
	"math/big"
)

func main() {
	// The harmonic series, exactly.
	h := new(big.Rat)
	for i := int64(1); i <= 40; i++ {
		h.Add(h, big.NewRat(1, i))
	}
	f, exact := h.Float64()
	fmt.Println(h, h.FloatString(20), f, exact)

	// Fractions are kept in lowest terms, the sign above.
	r := big.NewRat(6, -4)
	fmt.Println(r, r.Num(), r.Denom(), r.Sign(), r.IsInt(), r.RatString(), new(big.Rat).Inv(r), new(big.Rat).Abs(r))
	r.Num().SetInt64(8)
	fmt.Println(r, "the parts are the number's own")
	var zero big.Rat
	fmt.Println(&zero, zero.RatString(), zero.Denom(), zero.Cmp(new(big.Rat).Neg(&zero)), big.NewRat(4, 2).RatString())

	// Floating-point numbers are fractions, and most fractions none of them.
	for _, x := range []float64{0.5, 0.1, -1e23, 5e-324, math.MaxFloat64} {
		y := new(big.Rat).SetFloat64(x)
		back, same := y.Float64()
		small, fits := y.Float32()
		fmt.Println(x, y.Num().BitLen(), y.Denom().BitLen(), back == x, same, small, fits)
	}
	fmt.Println(new(big.Rat).SetFloat64(math.Inf(1)), new(big.Rat).SetFloat64(math.NaN()))

	for _, s := range []string{"1/3", "-2/4", "3.125", ".5", "1e3", "1.5e-3", "0x1.8p1", "0b1.1", "1_000/3", "017", "017/1", "1/0", "1/-2", "x", "1e", ""} {
		if y, ok := new(big.Rat).SetString(s); ok {
			n, exact := y.FloatPrec()
			fmt.Printf("%q %v %v %d %t %s %s\n", s, y, y.RatString(), n, exact, y.FloatString(0), y.FloatString(5))
		} else {
			fmt.Printf("%q is none\n", s)
		}
	}

	// A continued fraction for the root of two.
	x := big.NewRat(1, 1)
	for range 12 {
		x.Inv(x.Add(x, big.NewRat(1, 1)))
		x.Add(x, big.NewRat(1, 1))
	}
	square := new(big.Rat).Mul(x, x)
	fmt.Println(x, square.Sub(square, big.NewRat(2, 1)).FloatString(12), x.Cmp(big.NewRat(7, 5)))
}

// Output:
// 2078178381193813/485721041551200 4.27854303893637598652 4.278543038936376 false
// -3/2 -3 2 -1 false -3/2 -2/3 3/2
// 8/2 the parts are the number's own
// 0/1 0 1 0 2
// 0.5 1 2 true true 0.5 true
// 0.1 52 56 true true 0.1 false
// -1e+23 77 1 true true -1e+23 false
// 5e-324 1 1075 true true 0 true
// 1.7976931348623157e+308 1024 1 true true +Inf false
// <nil> <nil>
// "1/3" 1/3 1/3 0 false 0 0.33333
// "-2/4" -1/2 -1/2 1 true -1 -0.50000
// "3.125" 25/8 25/8 3 true 3 3.12500
// ".5" 1/2 1/2 1 true 1 0.50000
// "1e3" 1000/1 1000 0 true 1000 1000.00000
// "1.5e-3" 3/2000 3/2000 4 true 0 0.00150
// "0x1.8p1" 3/1 3 0 true 3 3.00000
// "0b1.1" 3/2 3/2 1 true 2 1.50000
// "1_000/3" 1000/3 1000/3 0 false 333 333.33333
// "017" 17/1 17 0 true 17 17.00000
// "017/1" 15/1 15 0 true 15 15.00000
// "1/0" is none
// "1/-2" is none
// "x" is none
// "1e" is none
// "" is none
// 47321/33461 -0.000000000893 1
