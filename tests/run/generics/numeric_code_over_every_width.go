package main

import (
	"fmt"
	"math"
	"math/bits"
	"unsafe"
)

// The same generic arithmetic for all widths: wrapping, shifts, division, conversion and comparison are each type's own.

type integer interface {
	~int8 | ~int16 | ~int32 | ~int64 | ~int | ~uint8 | ~uint16 | ~uint32 | ~uint64 | ~uint | ~uintptr
}
type float interface{ ~float32 | ~float64 }
type number interface{ integer | float }

type tiny int8
type half float32

func limits[T integer]() (lo, hi T) {
	n := int(unsafe.Sizeof(lo)) * 8
	if hi--; hi > 0 {
		return 0, hi
	}
	hi = T(1)<<(n-1) - 1
	return hi + 1, hi
}

func wraps[T integer]() (T, T, T, T) {
	lo, hi := limits[T]()
	a, b := lo, hi
	a--
	b++
	return a, b, hi * 2, -lo
}

func gcd[T integer](a, b T) T {
	for b != 0 {
		a, b = b, a%b
	}
	return a
}

func pow[T number](x T, n uint) T {
	r := T(1)
	for ; n > 0; n >>= 1 {
		if n&1 == 1 {
			r *= x
		}
		x *= x
	}
	return r
}

func ops[T integer](x, y T) []T {
	far := uint(70)
	return []T{x + y, x - y, x * y, x / y, x % y, x & y, x | y, x ^ y, x &^ y, ^x, x << 3, x >> 1, x << far}
}

func sum[T number](vs ...T) (s T) {
	for _, v := range vs {
		s += v
	}
	return
}

func mean[T number](vs ...T) float64 { return float64(sum(vs...)) / float64(len(vs)) }

func convert[B, A number](v A) B { return B(v) }

func abs[T number](v T) T {
	if v < 0 {
		return -v
	}
	return v
}

func popcount[T integer](v T) int {
	n := bits.OnesCount64(uint64(v))
	if v < 0 {
		n -= 64 - int(unsafe.Sizeof(v))*8
	}
	return n
}

func root[F float](x F) F {
	r := x / 2
	for range 60 {
		r = (r + x/r) / 2
	}
	return r
}

func try[T integer](x, y T) (q T, err any) {
	defer func() { err = recover() }()
	return x / y, nil
}

func main() {
	fmt.Println(limits[int8]())
	fmt.Println(limits[uint16]())
	fmt.Println(limits[int64]())
	fmt.Println(limits[uintptr]())
	fmt.Println(wraps[tiny]())
	fmt.Println(wraps[uint8]())
	fmt.Println(wraps[int32]())
	fmt.Println(ops[int8](-100, 7), ops[uint8](200, 7))
	fmt.Println(ops[int16](-30000, 9), ops[uint64](1<<63+5, 10))
	fmt.Println(gcd[uint8](252, 105), gcd(int64(1)<<40, 1<<35*3))
	fmt.Println(pow[int8](3, 7), pow[uint16](3, 20), pow(2.5, 4), pow[half](1.1, 3), pow(int64(-3), 39))
	fmt.Println(sum[float32](0.1, 0.2, 0.3), sum(0.1, 0.2, 0.3), sum[tiny](100, 100), mean[uint8](250, 10))
	fmt.Println(convert[int8](int32(300)), convert[uint8](int16(-1)), convert[float32](int32(1<<24+1)), convert[int](half(2.75)), convert[uint32](int8(-2)))
	fmt.Println(abs[tiny](-128), abs(-1.5), abs(math.Inf(-1)), abs[uint](3))
	fmt.Println(popcount[int8](-1), popcount[int64](-1), popcount[uint16](0xF0F), popcount(tiny(-128)))
	fmt.Println(root[float32](2), root(2.0), root[half](10))
	fmt.Println(try[int16](1, 0))
	fmt.Println(try[int8](-128, -1))
	k := half(0.1)
	m := map[half]tiny{k: 1}
	m[half(float32(0.1))] = 2
	fmt.Println(len(m), m[0.1], half(0.1) == half(float32(0.1)))
}

// Output:
// -128 127
// 0 65535
// -9223372036854775808 9223372036854775807
// 0 18446744073709551615
// 127 -128 -2 -128
// 255 0 254 0
// 2147483647 -2147483648 -2 -2147483648
// [-93 -107 68 -14 -2 4 -97 -101 -104 99 -32 -50 0] [207 193 120 28 4 0 207 207 200 55 64 100 0]
// [-29991 -30009 -7856 -3333 -3 0 -29991 -29991 -30000 29999 22144 -15000 0] [9223372036854775823 9223372036854775803 50 922337203685477581 3 0 9223372036854775823 9223372036854775823 9223372036854775813 9223372036854775802 40 4611686018427387906 0]
// 21 34359738368
// -117 7057 39.0625 1.3310001 -4052555153018976267
// 0.6 0.6000000000000001 -56 2
// 44 255 1.6777216e+07 2 4294967294
// -128 1.5 +Inf 3
// 8 64 8 1
// 1.4142135 1.414213562373095 3.1622777
// 0 runtime error: integer divide by zero
// -128 <nil>
// 1 2 true
