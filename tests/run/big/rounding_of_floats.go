package main

import (
	"errors"
	"fmt"
	"math"
	"math/big"
)

func main() {
	// One third and its negative, in eight bits, in every mode.
	for mode := big.ToNearestEven; mode <= big.ToPositiveInf; mode++ {
		for _, n := range []float64{1, -1} {
			q := new(big.Float).SetPrec(8).SetMode(mode)
			q.Quo(big.NewFloat(n), big.NewFloat(3))
			fmt.Print(q.Text('p', 0), " ", q.Acc(), "; ")
		}
		half := new(big.Float).SetMode(mode).SetPrec(3).SetFloat64(4.5)
		fmt.Println(mode, half, half.Acc(), half.MinPrec(), half.SetFloat64(-5.5), half.Acc())
	}

	// The root of two with 300 bits, by Newton and by Sqrt.
	two := new(big.Float).SetPrec(300).SetInt64(2)
	x := new(big.Float).SetPrec(300).SetInt64(1)
	half := big.NewFloat(0.5)
	for range 10 {
		t := new(big.Float).Quo(two, x)
		x.Mul(half, t.Add(t, x))
	}
	fmt.Println(x.Text('f', 85))
	fmt.Println(new(big.Float).Sqrt(two).Text('g', 86))

	// With 53 bits the results are those of the machine.
	same := true
	a, b := 1.1, 3.7
	for range 100 {
		x, y := big.NewFloat(a), big.NewFloat(b)
		sum, _ := new(big.Float).Add(x, y).Float64()
		quo, _ := new(big.Float).Quo(x, y).Float64()
		mul, _ := new(big.Float).Mul(x, y).Float64()
		root, _ := new(big.Float).Sqrt(y).Float64()
		same = same && sum == a+b && quo == a/b && mul == a*b && root == math.Sqrt(b)
		a, b = math.Mod(a*b, 1e3)+0.1, math.Mod(a+b*1.7, 1e4)
	}
	fmt.Println("like float64:", same)

	for _, f := range "beEfgGpx" {
		y, _ := new(big.Float).SetPrec(70).SetString("-1234.5678e5")
		fmt.Print(string(f), " ", y.Text(byte(f), -1), " ", y.Text(byte(f), 4), "; ")
	}
	z := big.NewFloat(-0.001)
	fmt.Printf("\n|%v|%12.3f|%-12.2e|%+012.4g|%x|%s|%d|\n", z, z, z, z, z, z, z)

	// Numbers that machines call denormal, or too large.
	for _, s := range []string{"0x.8p-1074", "0x.9p-1074", "1e-400", "1e400", "-0", "0x1p-150", "Inf", "1e1000000000"} {
		y, ok := new(big.Float).SetString(s)
		if !ok {
			fmt.Println(s, "is none")
			continue
		}
		d, acc := y.Float64()
		e, eacc := y.Float32()
		fmt.Println(s, d, acc, e, eacc, y.MantExp(nil), y.Signbit(), y.IsInt())
	}
	fmt.Println(big.ParseFloat("1.2.3", 10, 53, big.ToZero))
	fmt.Println(big.ParseFloat("0b1.01p3", 0, 53, big.ToZero))

	inf := new(big.Float).SetInf(false)
	for _, f := range []func(){
		func() { inf.Sub(inf, inf) },
		func() { inf.Mul(new(big.Float).SetInf(true), new(big.Float)) },
		func() { inf.Quo(new(big.Float), new(big.Float)) },
		func() { inf.Sqrt(big.NewFloat(-1)) },
		func() { big.NewFloat(math.NaN()) },
	} {
		func() {
			defer func() {
				err := recover().(error)
				var nan big.ErrNaN
				fmt.Println(errors.As(err, &nan), err)
			}()
			f()
		}()
	}
}

// Output:
// 0x.abp-1 Above; -0x.abp-1 Below; ToNearestEven -6 Below 1 -6 Below
// 0x.abp-1 Above; -0x.abp-1 Below; ToNearestAway -6 Above 3 -6 Below
// 0x.aap-1 Below; -0x.aap-1 Above; ToZero -5 Below 1 -5 Above
// 0x.abp-1 Above; -0x.abp-1 Below; AwayFromZero -6 Above 3 -6 Below
// 0x.aap-1 Below; -0x.abp-1 Below; ToNegativeInf -6 Below 1 -6 Below
// 0x.abp-1 Above; -0x.aap-1 Above; ToPositiveInf -5 Above 3 -5 Above
// 1.4142135623730950488016887242096980785696718753769480731766797379907324784621070388504
// 1.4142135623730950488016887242096980785696718753769480731766797379907324784621070388504
// like float64: true
// b -1085937321102268170240p-43 -1085937321102268170240p-43; e -1.2345678e+08 -1.2346e+08; E -1.2345678E+08 -1.2346E+08; f -123456780 -123456780.0000; g -1.2345678e+08 -1.235e+08; G -1.2345678E+08 -1.235E+08; p -0x.eb79a18p+27 -0x.eb79a18p+27; x -0x1.d6f343p+26 -0x1.d6f3p+26;
// |-0.001|      -0.001|-1.00e-03   |-0000000.001|-0x1.0624ddp-10|%!s(*big.Float=-0.001)|%!d(*big.Float=-0.001)|
// 0x.8p-1074 0 Below 0 Below -1074 false false
// 0x.9p-1074 5e-324 Above 0 Below -1074 false false
// 1e-400 0 Below 0 Below -1328 false false
// 1e400 +Inf Above +Inf Above 1329 false true
// -0 -0 Exact -0 Exact 0 true true
// 0x1p-150 7.006492321624085e-46 Exact 0 Below -149 false false
// Inf +Inf Exact +Inf Exact 0 false false
// 1e1000000000 +Inf Exact +Inf Exact 0 false false
// 1.2 10 expected end of string, found '.'
// 10 2 <nil>
// true subtraction of infinities with equal signs
// true multiplication of zero with infinity
// true division of zero by zero or infinity by infinity
// true square root of negative operand
// true NewFloat(NaN)
