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
	fmt.Println(int8(n), uint8(n), int8(-n), uint16(-n), int32(int64(1)<<40+5), uintptr(n))
	r := 'a'
	fmt.Println(string(r), string(rune(n)), []byte("x")[0]+byte(n))
	c := complex(1.9, -2.9)
	fmt.Println(int(real(c)), int(imag(c)), complex64(c), complex128(complex64(c)) == c)
	type celsius float32
	t := celsius(36.6)
	fmt.Println(int(t), float64(t) == 36.6, celsius(int(t))+0.5)
}
