package main

import (
	"fmt"
	"math"
)

//go:noinline
func div(a, b int64) (int64, int64) { return a / b, a % b }

//go:noinline
func shifts(x int32, n uint) (int32, int32, uint32) { return x << n, x >> n, uint32(x) >> n }

func main() {
	for _, p := range [][2]int64{{7, 3}, {-7, 3}, {7, -3}, {-7, -3}, {math.MinInt64, -1}, {math.MinInt64, 1}, {math.MinInt64, math.MinInt64}, {0, -5}} {
		q, r := div(p[0], p[1])
		fmt.Println(p[0], p[1], q, r, q*p[1]+r == p[0])
	}
	var i8 int8 = -128
	d := int8(-1)
	fmt.Println(i8/d, i8%d, i8*d, -i8, i8-1, i8>>7, i8>>100, uint8(i8)>>7)
	for _, n := range []uint{0, 1, 31, 32, 33, 63, 64, 1000} {
		a, b, c := shifts(-5, n)
		fmt.Print(a, " ", b, " ", c, "; ")
	}
	fmt.Println()
	var u64 uint64 = math.MaxUint64
	var sh uint8 = 64
	fmt.Println(u64<<sh, u64>>sh, u64<<(sh-1), u64+1, u64*u64, -u64)
	fmt.Println(1<<sh == 0, ^0, ^uint16(5), 6&^3, -7&3, -8|5, -8^5)
	x := math.MaxInt
	x++
	fmt.Println(x, x-1, x == math.MinInt)
	var u8 uint8 = 200
	u8 += 100
	u8 <<= 1
	u8 -= 200
	fmt.Println(u8, u8/3, u8%7, ^u8, -u8)
	k := 3
	k <<= 2
	k |= 1
	k &^= 4
	k %= 5
	fmt.Println(k)
	func() {
		defer func() { fmt.Println(recover()) }()
		zero := 0
		fmt.Println(5 % zero)
	}()
	func() {
		defer func() { fmt.Println(recover()) }()
		var zero uint8
		fmt.Println(u8 / zero)
	}()
	func() {
		defer func() { fmt.Println(recover()) }()
		n := -1
		fmt.Println(1 << n)
	}()
}

// Output:
// 7 3 2 1 true
// -7 3 -2 -1 true
// 7 -3 -2 1 true
// -7 -3 2 -1 true
// -9223372036854775808 -1 -9223372036854775808 0 true
// -9223372036854775808 1 -9223372036854775808 0 true
// -9223372036854775808 -9223372036854775808 1 0 true
// 0 -5 0 0 true
// -128 0 -128 -128 127 -1 -1 1
// -5 -5 4294967291; -10 -3 2147483645; -2147483648 -1 1; 0 -1 0; 0 -1 0; 0 -1 0; 0 -1 0; 0 -1 0;
// 0 0 9223372036854775808 0 1 1
// true -1 65530 4 1 -3 -3
// -9223372036854775808 9223372036854775807 true
// 144 48 4 111 112
// 4
// runtime error: integer divide by zero
// runtime error: integer divide by zero
// runtime error: negative shift amount
