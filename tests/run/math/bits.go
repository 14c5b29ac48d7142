package main

import (
	"fmt"
	"math/bits"
)

func main() {
	var x uint32 = 0b1011000
	fmt.Println(bits.OnesCount32(x), bits.LeadingZeros32(x), bits.TrailingZeros32(x), bits.Len32(x), bits.Len(0), bits.UintSize)
	fmt.Printf("%032b %x %x\n", bits.Reverse32(x), bits.ReverseBytes32(0x01020304), bits.RotateLeft8(0x81, 1))
	hi, lo := bits.Mul64(1<<63, 6)
	fmt.Println(hi, lo)
	sum, carry := bits.Add64(1<<63, 1<<63, 1)
	fmt.Println(sum, carry)
	d, borrow := bits.Sub64(1, 2, 0)
	fmt.Println(d, borrow)
	q, r := bits.Div64(1, 0, 3)
	fmt.Println(q, r, bits.RotateLeft64(1, -1), bits.TrailingZeros64(0), bits.OnesCount(255))
	defer func() { fmt.Println(recover()) }()
	bits.Div64(5, 0, 5)
}

// Output:
// 3 25 3 7 0 64
// 00011010000000000000000000000000 4030201 3
// 3 0
// 1 1
// 18446744073709551615 1
// 6148914691236517205 1 9223372036854775808 64 8
// runtime error: integer overflow
