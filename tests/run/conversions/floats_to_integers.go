package main

import (
	"fmt"
	"math"
)

func main() {
	for _, f := range []float64{0, -0.9, 0.9, 1.5, -1.5, 127.9, 128, 255.99, 1 << 31, -(1 << 31), 1<<53 + 2, 9.2e18, -9.3e17} {
		fmt.Println(int(f), int64(f), float32(f))
	}
	for _, f := range []float64{0.99, 200.7, 65535.5, 4294967295.9} {
		fmt.Println(uint64(f), uint32(f), int64(float32(f)))
	}
	fmt.Println(uint64(1.8446744073709550e19), uint64(math.Pow(2, 63)), uint64(math.Pow(2, 63)+4096))
	var i64 int64 = 1<<62 + 1
	fmt.Println(float64(i64), float32(i64), int64(float64(i64)), float64(uint64(math.MaxUint64)))
	var u uint64 = 1<<63 + 1025
	fmt.Println(float64(u), float32(u), uint64(float64(u)))
	fmt.Println(int8(int(300)&0xff-256+212), uint8(int(-1)&0xff), int16(uint16(40000)&0x7fff))
	n := 300
	fmt.Println(int8(n), uint8(n), int8(-n), uint16(-n), uintptr(n))
	r := 'a'
	fmt.Println(string(r), string(rune(n)), []byte("x")[0]+byte(n))
	c := complex(1.9, -2.9)
	fmt.Println(int(real(c)), int(imag(c)), complex64(c), complex128(complex64(c)) == c)
	type celsius float32
	t := celsius(36.6)
	fmt.Println(int(t), float64(t) == 36.6, celsius(int(t))+0.5)
}

// Output:
// 0 0 0
// 0 0 -0.9
// 0 0 0.9
// 1 1 1.5
// -1 -1 -1.5
// 127 127 127.9
// 128 128 128
// 255 255 255.99
// 2147483648 2147483648 2.1474836e+09
// -2147483648 -2147483648 -2.1474836e+09
// 9007199254740994 9007199254740994 9.007199e+15
// 9200000000000000000 9200000000000000000 9.2e+18
// -930000000000000000 -930000000000000000 -9.3e+17
// 0 0 0
// 200 200 200
// 65535 65535 65535
// 4294967295 4294967295 4294967296
// 18446744073709550000 9223372036854775808 9223372036854779904
// 4.611686018427388e+18 4.611686e+18 4611686018427387904 1.8446744073709552e+19
// 9.223372036854778e+18 9.223372e+18 9223372036854777856
// 0 255 7232
// 44 44 -44 65236 300
// a Ĭ 164
// 1 -2 (1.9-2.9i) false
// 36 false 36.5
