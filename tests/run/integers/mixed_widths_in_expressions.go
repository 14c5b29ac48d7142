package main

import "fmt"

type bitset uint16

func (b bitset) has(i uint) bool { return b&(1<<i) != 0 }

func hash(s string) (h uint32) {
	for i := 0; i < len(s); i++ {
		h ^= uint32(s[i])
		h *= 0x01000193
		h = h<<5 | h>>27
	}
	return
}

func crc(data []byte) uint16 {
	c := uint16(0xffff)
	for _, b := range data {
		c ^= uint16(b) << 8
		for range 8 {
			if c&0x8000 != 0 {
				c = c<<1 ^ 0x1021
			} else {
				c <<= 1
			}
		}
	}
	return c
}

func main() {
	var i8 int8 = 100
	var u8 uint8 = 200
	i8 += i8
	u8 += 100
	fmt.Println(i8, u8, int(i8)+int(u8), uint8(i8), int8(u8), i8/3, i8%7, -i8, u8>>1, i8>>1)
	var i16 int16 = -1
	fmt.Println(uint16(i16), uint16(i16)>>4, i16>>4, uint32(i16), int32(uint16(i16)))
	var u32 uint32 = 1<<32 - 1
	fmt.Println(u32+1, u32*u32, u32<<4, int32(u32), uint64(u32)<<4, ^u32)
	var b bitset = 0b1010
	b |= 1 << 15
	b &^= 2
	fmt.Println(b, b.has(3), b.has(1), b.has(15), b.has(99))
	fmt.Println(hash("hello world"), crc([]byte("123456789")))
	arr := [4]int8{127, -128, 1, -1}
	for i := range arr {
		arr[i]++
		arr[i] *= 2
	}
	fmt.Println(arr)
	x, y := uint64(1<<63), int64(-1<<63)
	fmt.Println(x>>63, y>>63, x/3, y/3, y%1000, x%1000, uint64(y) == x, -y == y)
	u := uint(5)
	fmt.Println(u-6 > u, int(u-6), u&-u)
}

// Output:
// -56 44 -12 200 44 -18 0 56 22 -28
// 65535 4095 -1 4294967295 65535
// 0 1 4294967280 -1 68719476720 0
// 32776 true false true false
// 380548348 10673
// [0 2 4 0]
// 1 -1 3074457345618258602 -3074457345618258602 -808 808 true true
// true -1 1
