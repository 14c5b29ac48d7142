package main

import "fmt"

func main() {
	x := 0x123456789abcdef0
	fmt.Printf("%x %x %x\n", uint32(x), uint16(x), uint8(x))
	fmt.Println(int32(x), int16(x), int8(x))
	n := -1
	fmt.Println(uint8(n), uint16(n), uint32(n), uint64(n))
	var i8 int8 = -5
	fmt.Println(uint32(i8), int64(i8), uint64(uint8(i8)))
	f := 3.99
	g := -3.99
	fmt.Println(int(f), int(g), int8(f), uint8(f), int64(f*1e18))
	var u uintptr = 42
	fmt.Println(u, int(u)+1)
}

// Output:
// 9abcdef0 def0 f0
// -1698898192 -8464 -16
// 255 65535 4294967295 18446744073709551615
// 4294967291 -5 251
// 3 -3 3 3 3990000000000000000
// 42 43
