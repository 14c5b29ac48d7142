// The bootstrapping functions print and println: no blanks or line end with print, floats with sign and exponent, runes as numbers.
package main

import "math"

type (
	name   string
	flag   bool
	number int16
	ratio  float32
	wave   complex64
	shape  interface{ Area() float64 }
)

func main() {
	println()
	print()
	print("a", 1, true, 'b', "\n")
	println("a", 1, true, 'b', nil == any(nil))
	println(0, -1, 1<<62, math.MinInt64, uint64(math.MaxUint64), uint8(255), int8(-128), uintptr(12))
	println(0.0, 1.0, -1.0, 0.1, 1.5, 100.0, 123456789.0, 1e100, -1e-100, math.Pi)
	println(math.Inf(1), math.Inf(-1), math.NaN(), math.Copysign(0, -1), math.MaxFloat64, math.SmallestNonzeroFloat64)
	println(float32(0.1), float32(16777216), float32(1)/3, 999999.9999999, 9.9999995e5, 9999999.5)
	println(1+2i, -1.5i, complex(math.Inf(1), math.NaN()), complex64(0.1+0.2i))
	println(name("typed"), flag(true), number(-7), ratio(2.5), wave(1i), name(""))
	println("tab\t", "quote\"", "bytes\xff\x01end", "é世", `raw\n`)
	var e error
	var s shape
	var p *int
	var f func()
	var c chan int
	var m map[string]int
	var sl []int
	println(e, s, any(nil))
	println(p, f == nil, c, m, sl)
	println(sl == nil, len(sl), cap(make([]int, 2, 5)), len("héllo"))
	const big = 1 << 40
	println(big, 'x', 'x'+1, "x"[0], 7/2, 7/2.0, 1<<3.0)
	defer println("deferred", 1, 2.5)
	x, y := 3, "y"
	print(x, y, x, y, "\n")
	print(1.5, 2.5, "\n")
	println(x == 3 && y == "y", !true, x|4, ^x, -x)
}

// Stderr:
//
// a1true98
// a 1 true 98 true
// 0 -1 4611686018427387904 -9223372036854775808 18446744073709551615 255 -128 12
// 0 1 -1 0.1 1.5 100 1.23456789e+08 1e+100 -1e-100 3.141592653589793
// +Inf -Inf NaN -0 1.7976931348623157e+308 5e-324
// 0.1 1.6777216e+07 0.33333334 999999.9999999 999999.95 9.9999995e+06
// (1+2i) (0-1.5i) (+Inf+NaNi) (0.1+0.2i)
// typed true -7 2.5 (0+1i)
// tab	 quote" bytes�end é世 raw\n
// (0x0,0x0) (0x0,0x0) (0x0,0x0)
// 0x0 true 0x0 0x0 [0/0]0x0
// true 0 5 6
// 1099511627776 120 121 120 3 3.5 8
// 3y3y
// 1.52.5
// true false 7 -4 -3
// deferred 1 2.5
