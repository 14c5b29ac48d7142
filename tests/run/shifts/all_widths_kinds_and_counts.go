// Shifts of all integer types by counts of all integer types, below, at and beyond the width; negative counts panic.
package main

import "fmt"

type integer interface {
	int8 | int16 | int32 | int64 | int | uint8 | uint16 | uint32 | uint64 | uint | uintptr
}

var hash uint64 = 14695981039346656037
var panics int

func add(v uint64) { hash = (hash ^ v) * 1099511628211 }

func shift[T, C integer](x T, c C) {
	defer func() {
		if recover() != nil {
			panics++
		}
	}()
	add(uint64(x << c))
	add(uint64(x >> c))
	y := x
	y <<= c
	y >>= c
	add(uint64(y))
	add(uint64(x<<c | x>>c))
	add(uint64(1 << c))
	add(uint64(T(1)<<c - 1))
}

func counts[T integer](x T) {
	for _, c := range []int{0, 1, 2, 7, 8, 9, 15, 16, 17, 31, 32, 33, 63, 64, 65, 100, 127, -1, -128} {
		shift(x, c)
		shift(x, int8(c))
		shift(x, int16(c))
		shift(x, int32(c))
		shift(x, int64(c))
		shift(x, uint8(c))
		shift(x, uint16(c))
		shift(x, uint32(c))
		shift(x, uint64(c))
		shift(x, uint(c))
		shift(x, uintptr(c))
	}
}

func values[T integer](name string) {
	hash, panics = 14695981039346656037, 0
	for _, v := range []uint64{0, 1, 3, 0x80, 0xFF, 0x8000, 0x80000000, 0x7FFFFFFFFFFFFFFF, 0x8000000000000000, 0xFFFFFFFFFFFFFFFF, 0xA5A5A5A5A5A5A5A5} {
		counts(T(v))
	}
	fmt.Printf("%-8s %016x %d\n", name, hash, panics)
}

func main() {
	values[int8]("int8")
	values[int16]("int16")
	values[int32]("int32")
	values[int64]("int64")
	values[int]("int")
	values[uint8]("uint8")
	values[uint16]("uint16")
	values[uint32]("uint32")
	values[uint64]("uint64")
	values[uint]("uint")
	values[uintptr]("uintptr")

	// The type of an untyped left operand comes from where the shift stands.
	n := uint(33)
	var i64 int64 = 1 << n
	var f = float64(int64(1) << n)
	var u8 uint8 = 1<<n + 1
	var a [1 << 3]int
	b := a[1<<(n-33):]
	fmt.Println(i64, f, u8, len(b), 1<<n, 1<<n == 1<<33, uint32(1)<<n, -1>>n, int8(-1)>>n, ^0<<n)
	var x any = 1 << n
	fmt.Printf("%T %v %T\n", x, x, 'a'<<(n-32))
	m := map[int16]string{1 << (n - 20): "m"}
	fmt.Println(m[1<<13], 1<<n>>n, uint64(1)<<63>>63, int64(-1)<<63>>63, int8(5.0)<<(n-32))
}

// Output:
// int8     410e8c3db0476ce8 110
// int16    25d3f8591ed555dc 110
// int32    507b706effa56a1c 110
// int64    bac52c77acb75470 110
// int      bac52c77acb75470 110
// uint8    2c4e6ec897d1dba0 110
// uint16   9508dd568f44a1b4 110
// uint32   3da684abefe8df94 110
// uint64   fadc768301c55500 110
// uint     fadc768301c55500 110
// uintptr  fadc768301c55500 110
// 8589934592 8.589934592e+09 1 7 8589934592 true 0 -1 -1 -8589934592
// int 8589934592 int32
// m 1 1 -1 10
