package main

import (
	"fmt"
	"math"
)

const (
	huge           = 1 << 200
	third          = 1.0 / 3
	exact          = third * 3
	tiny           = 1e-400
	ratio          = tiny * 1e400
	big            = huge / (1 << 190)
	mask           = ^uint32(0)
	neg            = -5 >> 1
	mod            = -7 % 3
	r              = 'a' + 1
	cplx           = (1 + 2i) * (3 - 1i)
	str            = "con" + "cat"
	length         = len(str)
	typed  int64   = 1<<62 + (1<<62 - 1)
	fl     float32 = 0.1
)

type weekday uint8

const (
	monday weekday = iota + 1
	tuesday
	_
	thursday
	sum = monday + thursday
)

const (
	b0 = 1 << (10 * iota)
	b1
	b2
	x, y = iota, -iota
	z, w
)

func main() {
	fmt.Println(big, exact == 1, ratio, mask, neg, mod, r, string(rune(r)), cplx, str, length, typed, fl)
	fmt.Println(monday, tuesday, thursday, sum, b0, b1, b2, x, y, z, w)
	fmt.Println(huge>>198, float64(huge), math.MaxUint64/3.0, 7/2, 7/2.0, 7.0/2, 'x'/2, 1/2*3.0)
	fmt.Println(math.MaxInt64, uint64(math.MaxUint64), -math.MaxInt64-1, math.Pi*1e6)
	var i interface{} = r
	var j any = 2.0 * 3
	var k any = 1i * 1i
	fmt.Printf("%T %T %T %T\n", i, j, k, 'a'*1.0)
	var s uint = 33
	fmt.Println(1<<s == 1<<33, uint32(1)<<s, int64(1)<<s, 1.0<<3)
	fmt.Println(len([10]int{}), len("héllo"), cap([3]string{}), real(cplx), imag(cplx))
	const c = len([...]string{"a", "b", 5: "f"})
	var a [c]bool
	fmt.Println(len(a), "a" < "b", 0.1+0.2, float32(0.1)+0.2, 5.0 == 5, "\u00e9" == "é")
	fmt.Println(0x1p-2, 0b1010, 0o17, 1_000_000, 0x_FF, '\x41', '\u00e9', 0x1.8p1, 1e3)
}

// Output:
// 1024 true 1 4294967295 -3 -1 98 b (5+5i) concat 6 9223372036854775807 0.1
// 1 2 4 5 1 1024 1048576 3 -3 4 -4
// 4 1.6069380442589903e+60 6.148914691236517e+18 3 3.5 3.5 60 0
// 9223372036854775807 18446744073709551615 -9223372036854775808 3.141592653589793e+06
// int32 float64 complex128 float64
// true 0 8589934592 8
// 10 6 3 5 5
// 6 true 0.3 0.3 true true
// 0.25 10 15 1000000 255 65 233 3 1000
