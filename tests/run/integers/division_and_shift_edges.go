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
	fmt.Println(1<<sh == 0, int64(1)<<63, ^0, ^uint16(5), 6&^3, -7&3, -8|5, -8^5)
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
