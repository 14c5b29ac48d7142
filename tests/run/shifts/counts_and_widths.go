package main

import "fmt"

func main() {
	var s uint = 70
	x := 1
	fmt.Println(x<<s, -1>>s, uint64(1)<<63>>63)
	var i8 int8 = -128
	for n := range 9 {
		fmt.Print(i8>>n, " ")
	}
	fmt.Println()
	var u8 uint8 = 0x81
	fmt.Println(u8<<1, u8>>7, u8<<8, u8>>8)
	var w int64 = 1.0 << 3
	var f uint8 = 3
	y := 1 << f
	var z uint8 = 1 << f
	fmt.Println(w, y, z)
	var big uint64 = 1 << 40
	fmt.Println(1<<big, uint32(1)<<31, int32(-1)<<31)
	x <<= 3
	x >>= 1
	fmt.Println(x)
}

// Output:
// 0 -1 1
// -128 -64 -32 -16 -8 -4 -2 -1 -1
// 2 1 0 0
// 8 8 8
// 0 2147483648 -2147483648
// 4
