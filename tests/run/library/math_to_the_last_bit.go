// math and the random generators: the checksum is that of what Go prints.
package main

import (
	"fmt"
	"math"
	"math/bits"
	"math/cmplx"
	"math/rand"
	r2 "math/rand/v2"
)

// sum keeps a checksum of what is written to it.
type sum uint64

func (s *sum) Write(p []byte) (int, error) {
	for _, b := range p {
		*s = (*s ^ sum(b)) * 1099511628211
	}
	return len(p), nil
}

var all sum = 14695981039346656037

func main() {
	r := rand.New(rand.NewSource(42))
	for i := 0; i < 150; i++ {
		x := (r.Float64() - 0.5) * math.Pow(10, float64(r.Intn(12)-4))
		y := r.NormFloat64() * 10
		a := math.Abs(x)
		fmt.Fprintln(&all, math.Sin(x), math.Cos(x), math.Tan(x), math.Exp(y), math.Log(a), math.Pow(a, y), math.Atan(x), math.Atan2(x, y), math.Sinh(y), math.Cosh(y), math.Tanh(y), math.Asin(x/(a+1)), math.Acos(x/(a+1)), math.Cbrt(x), math.Hypot(x, y), math.Mod(x, y), math.Remainder(x, y))
		fmt.Fprintln(&all, math.Log2(a), math.Log10(a), math.Log1p(a), math.Expm1(y), math.Exp2(y), math.Asinh(x), math.Acosh(a+1), math.Atanh(x/(a+1)), math.Floor(x), math.Ceil(x), math.Round(x), math.Trunc(x), math.RoundToEven(x), math.Sqrt(a), math.FMA(x, y, 1), math.Nextafter(x, y))
		f, e := math.Frexp(x)
		fmt.Fprintln(&all, f, e, math.Ldexp(f, r.Intn(3000)-1500), math.Max(x, y), math.Min(x, y), math.Copysign(x, y), math.Dim(x, y), math.Ilogb(x), math.Pow(x, float64(r.Intn(40)-20)), math.Pow10(r.Intn(700)-350))
	}
	sp := []float64{0, math.Copysign(0, -1), 1, -1, math.Inf(1), math.Inf(-1), math.NaN(), 0.5, -0.5, 2, 3, -3, 1e300, 5e-324, 1e-310, 710, -746, 1 << 53, 1e18}
	for _, x := range sp {
		fmt.Fprintln(&all, math.Sin(x), math.Cos(x), math.Tan(x), math.Exp(x), math.Log(x), math.Atan(x), math.Sinh(x), math.Cosh(x), math.Tanh(x), math.Asin(x), math.Acos(x), math.Cbrt(x), math.Log2(x), math.Log10(x), math.Log1p(x), math.Expm1(x), math.Exp2(x), math.Asinh(x), math.Acosh(x), math.Atanh(x), math.Floor(x), math.Ceil(x), math.Round(x), math.Sqrt(x), math.Gamma(x) > 1, math.IsNaN(x), math.Signbit(x))
		for _, y := range sp {
			fmt.Fprintln(&all, math.Pow(x, y), math.Atan2(x, y), math.Hypot(x, y), math.Mod(x, y), math.Remainder(x, y), math.Max(x, y), math.Min(x, y), math.Nextafter(x, y), math.Dim(x, y))
		}
	}
	for i := 0; i < 50; i++ {
		u := r.Uint64() >> uint(r.Intn(64))
		v := r.Uint64() >> uint(r.Intn(64))
		hi, lo := bits.Mul64(u, v)
		s, c := bits.Add64(u, v, 1)
		d, bb := bits.Sub64(u, v, 1)
		fmt.Fprintln(&all, bits.LeadingZeros64(u), bits.TrailingZeros32(uint32(u)), bits.OnesCount8(uint8(u)), bits.Reverse16(uint16(u)), bits.ReverseBytes32(uint32(u)), bits.Len(uint(u)), bits.RotateLeft32(uint32(u), -7), hi, lo, s, c, d, bb, r.Perm(5), r.Intn(100), r.ExpFloat64())
		q, rem := bits.Div64(u%(v+1), lo, v+1)
		fmt.Fprintln(&all, q, rem)
	}
	p := r2.New(r2.NewPCG(1, 2))
	ch := r2.New(r2.NewChaCha8([32]byte{1, 2, 3}))
	for i := 0; i < 100; i++ {
		fmt.Fprintln(&all, p.IntN(100), p.Uint64(), p.Float64(), p.NormFloat64(), p.ExpFloat64(), ch.Uint64(), ch.IntN(1000), ch.Perm(4))
	}
	fmt.Fprintln(&all, cmplx.Sqrt(-1), cmplx.Abs(3+4i), cmplx.Exp(1i*math.Pi), cmplx.Pow(2i, 2))
	fmt.Fprintln(&all, rand.Intn(10) < 10, r2.N(10) < 10, math.MaxInt64, math.Pi, uint64(math.MaxUint64))
	fmt.Println(uint64(all))
}

// NoStress: it makes very many small objects
// Output:
// 5942859308268332825
