package main

import "fmt"

func main() {
	for _, a := range []int{7, -7} {
		for _, b := range []int{3, -3, 4, -4} {
			q, r := a/b, a%b
			fmt.Println(a, b, q, r, q*b+r == a)
		}
	}
	var u uint = 7
	fmt.Println(u/2, u%2, (u-8)/2 > 1000)
	var min int64 = -1 << 63
	one := int64(-1)
	fmt.Println(min/one, min%one)
	var i8 int8 = -128
	var d int8 = 3
	fmt.Println(i8/d, i8%d, i8>>1, i8&3)
}

// Output:
// 7 3 2 1 true
// 7 -3 -2 1 true
// 7 4 1 3 true
// 7 -4 -1 3 true
// -7 3 -2 -1 true
// -7 -3 2 -1 true
// -7 4 -1 -3 true
// -7 -4 1 -3 true
// 3 1 true
// -9223372036854775808 0
// -42 -2 -64 0
