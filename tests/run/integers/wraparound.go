package main

import (
	"fmt"
	"math"
)

func main() {
	var u8 uint8 = 255
	u8++
	var i8 int8 = 127
	i8++
	var i16 int16 = -32768
	i16--
	var u16 uint16
	u16--
	var i32 int32 = math.MaxInt32
	i32 += 2
	var u32 uint32 = 1
	u32 = u32*0 - 1
	var i64 int64 = math.MaxInt64
	i64++
	var u64 uint64
	u64--
	fmt.Println(u8, i8, i16, u16, i32, u32, i64, u64)
	var m int8 = -128
	fmt.Println(-m, m*m, m/-1, m%-1)
	var p uint8 = 200
	fmt.Println(p+100, p*2, p<<1, ^p, -p)
	h := uint32(2166136261)
	for _, c := range []byte("wrap") {
		h = (h ^ uint32(c)) * 16777619
	}
	fmt.Println(h)
}

// Output:
// 0 -128 32767 65535 -2147483647 4294967295 -9223372036854775808 18446744073709551615
// -128 0 -128 0
// 44 144 144 55 56
// 2145121445
