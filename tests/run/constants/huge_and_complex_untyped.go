// Untyped constants keep hundreds of bits through shifts, quotients, complex arithmetic and comparisons; each becomes typed
// only where it is used, with the default type of its kind.
package main

import (
	"fmt"
	"math"
)

const (
	huge     = 1 << 500
	back     = huge >> 498
	primes   = 2*3*5*7*11*13*17*19*23*29*31*37*41*43*47*53*59*61*67*71*73*79*83*89*97 + 1
	residue  = primes % 1_000_000_007
	tiny     = 1.0 / huge
	restored = tiny * huge
	third    = 1.0 / 3
	one      = third * 3
	big      = 1e300 * 1e300 / 1e590
	pi50     = 3.14159265358979323846264338327950288419716939937510582097494459
	digits   = pi50 - 3.14159265358979323846
	unit     = 1i * 1i
	gauss    = (3 + 4i) * (3 - 4i)
	ratio    = (1 + 2i) / (3 - 4i) * 25
	mixed    = 'a' + 1.0
	letter   = 'a' + 1
	half     = 5 / 2.0
	whole    = 5 / 2
	negMod   = -7 % 3
	mask     = ^0
	notMask  = ^uint8(5)
	xored    = 0xF0F0 ^ 0x0FF0
	cleared  = 0xFF &^ 0x0F
	isBig    = huge > 1e150
	same     = 0.1+0.2 == 0.3
	str      = "con" + "stant" + `s`
	length   = len(str)
	cmpStr   = "Z" < "a" && str != "constant"
	hexFloat = 0x1.8p3
	octal    = 0o17 + 017 + 0b11
	sep      = 1_000_000.5e-3
	rune32   = '\U0001F600'
	asFloat  = float32(1) / 3
	round    = float32(16777217.0)
	minInt   = -1 << 63
	maxUint  = 1<<64 - 1
	shifted  = 1.0 << 3
	imagPart = imag(2i * 2i * 2i)
)

const (
	_  = iota
	kb = 1 << (10 * iota)
	mb
	gb
)

const (
	a, b = iota, 10 - iota
	_, _
	c, d
	e = "reset"
	f
	g = len(f) + iota
	h
)

type weekday uint8

const (
	mon weekday = iota + 1
	tue
	_
	thu
	last = thu
)

type temperature float64

const boiling temperature = 100

func kinds(vs ...any) {
	for _, v := range vs {
		fmt.Printf("%T:%v ", v, v)
	}
	fmt.Println()
}

func main() {
	kinds(back, residue, restored, one, big, digits)
	kinds(unit, gauss, ratio, real(gauss), imagPart)
	kinds(mixed, letter, half, whole, negMod, mask, notMask, xored, cleared)
	kinds(isBig, same, str, length, cmpStr, hexFloat, octal, sep, rune32)
	kinds(asFloat, round, int64(minInt), uint64(maxUint), shifted)
	kinds(kb, mb, gb, a, b, c, d, e, f, g, h)
	kinds(mon, tue, thu, last, boiling, boiling*2, boiling/3)
	var x float32 = huge / (huge - 1)
	var y uint8 = huge>>493 - 1
	var z complex64 = third
	var r rune = letter
	var i8 int8 = -huge / (huge / 128)
	kinds(x, y, z, r, i8, math.MaxUint32*math.MaxUint32/math.MaxUint32, float64(maxUint), uint32(math.MaxUint32))
	var s uint = 70
	var w int64 = 1<<s | 1
	kinds(w, 1<<s == 0, uint8(200)>>1, int8(-128)>>7, -5>>1, 5&-2, uint16(1)<<15)
	kinds(math.Pi*1e10, math.E, math.SmallestNonzeroFloat64, float32(math.MaxFloat32), -0.0, 1/math.Inf(-1))
	kinds(len([10]int{}), cap([3]string{}), len("héllo"), 'é', "\u00e9"[0], "\x41\101\u0041")
	const local = huge - 1
	kinds(local%1000, local&0xFF == 0xFF, (local+1)/huge, -local < 0)
}

// Output:
// int:4 int:580637759 float64:1 float64:1 float64:1e+10 float64:2.6433832795028843e-21
// complex128:(-1+0i) complex128:(25+0i) complex128:(-5+10i) float64:25 float64:-8
// float64:98 int32:98 float64:2.5 int:2 int:-1 int:-1 uint8:250 int:65280 int:240
// bool:true bool:true string:constants int:9 bool:true float64:12 int:33 float64:1000.0005 int32:128512
// float32:0.33333334 float32:1.6777216e+07 int64:-9223372036854775808 uint64:18446744073709551615 int:8
// int:1024 int:1048576 int:1073741824 int:0 int:10 int:2 int:8 string:reset string:reset int:10 int:11
// main.weekday:1 main.weekday:2 main.weekday:4 main.weekday:4 main.temperature:100 main.temperature:200 main.temperature:33.333333333333336
// float32:1 uint8:127 complex64:(0.33333334+0i) int32:98 int8:-128 int:4294967295 float64:1.8446744073709552e+19 uint32:4294967295
// int64:1 bool:true uint8:100 int8:-1 int:-3 int:4 uint16:32768
// float64:3.1415926535897934e+10 float64:2.718281828459045 float64:5e-324 float32:3.4028235e+38 float64:0 float64:-0
// int:10 int:3 int:6 int32:233 uint8:195 string:AAA
// int:375 bool:true int:1 bool:true
