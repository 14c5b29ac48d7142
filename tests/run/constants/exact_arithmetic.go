package main

import "fmt"

const (
	huge  = 1 << 200
	small = huge >> 198
	third = 1.0 / 3
	one   = third * 3
	big   = 123456789012345678901234567890
)

func main() {
	fmt.Println(small)
	fmt.Println(one == 1)
	fmt.Println(big / 1000000000000000000000)
	fmt.Println(big % 97)
	var f float64 = huge
	fmt.Println(f)
	fmt.Println(1e400 / 1e398)
	const mask = ^uint32(0)
	fmt.Println(mask, ^0, -7/2, -7%3, 7/-2)
	fmt.Println(len("constant"), 'a'+1, 'x'-'a', "a"+"b")
}

// Output:
// 4
// true
// 123456789
// 52
// 1.6069380442589903e+60
// 100
// 4294967295 -1 -3 -1 -3
// 8 98 23 ab
