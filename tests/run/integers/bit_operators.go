package main

import "fmt"

func main() {
	a, b := 0b1100, 0b1010
	fmt.Printf("%04b %04b %04b %04b\n", a&b, a|b, a^b, a&^b)
	a &= 0b0110
	b |= 0b0001
	fmt.Println(a, b)
	a ^= 0xff
	b &^= 8
	fmt.Println(a, b)
	var x uint8 = 0o17
	fmt.Println(^x, x<<4, x>>2)
	fmt.Println(1_000_000, 0x_ff, 0b_11, 0o_7, 017)
	y := -1
	fmt.Println(^y, y&0xffff, uint16(y))
}

// Output:
// 1000 1110 0110 0100
// 4 11
// 251 3
// 240 240 3
// 1000000 255 3 7 15
// 0 65535 65535
