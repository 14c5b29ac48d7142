package main

import (
	"fmt"
	"math"
	"unsafe"
)

type Celsius float64

type Color struct{ R, G, B, A uint8 }

func bits[F, B any](f F) B { return *(*B)(unsafe.Pointer(&f)) }

func bytesToString(b []byte) string { return *(*string)(unsafe.Pointer(&b)) }

func stringToBytes(s string) []byte { return *(*[]byte)(unsafe.Pointer(&s)) }

func littleEndian() bool {
	n := uint16(1)
	return *(*byte)(unsafe.Pointer(&n)) == 1
}

func main() {
	f := 1.5
	fmt.Printf("%#x\n", *(*uint64)(unsafe.Pointer(&f)))
	*(*uint64)(unsafe.Pointer(&f)) |= 1 << 63
	fmt.Println(f)
	t := Celsius(36.6)
	fmt.Println(*(*float64)(unsafe.Pointer(&t)) == 36.6)
	fmt.Println(bits[float32, uint32](2.5) == math.Float32bits(2.5), bits[int64, uint64](-1))
	fmt.Println(bits[uint32, Color](0xff00ff80), bits[Color, uint32](Color{1, 2, 3, 4}))

	// The fast inverse square root.
	x := float32(16)
	i := *(*int32)(unsafe.Pointer(&x))
	i = 0x5f3759df - i>>1
	y := *(*float32)(unsafe.Pointer(&i))
	fmt.Printf("%.3f\n", y*(1.5-0.5*x*y*y))

	// The same memory as an array, as a slice of bytes and as halves.
	n := uint64(0x0102030405060708)
	parts := (*[8]byte)(unsafe.Pointer(&n))
	fmt.Println(littleEndian(), *parts, unsafe.Slice((*byte)(unsafe.Pointer(&n)), 3))
	halves := (*[2]uint32)(unsafe.Pointer(&n))
	halves[0], halves[1] = halves[1], halves[0]
	parts[7] = 0xff
	fmt.Printf("%#x\n", n)

	b := []byte("shared")
	s := bytesToString(b)
	b[0] = 'S'
	fmt.Println(s, len(s), len(stringToBytes("abc")), string(stringToBytes("xyz")))
	u := *(*[]uint64)(unsafe.Pointer(&[]float64{1, 2}))
	fmt.Println(len(u), u[0] == math.Float64bits(1))
	buf := make([]byte, 16)
	*(*uint32)(unsafe.Pointer(&buf[4])) = 0xdeadbeef
	(*(*Color)(unsafe.Pointer(&buf[12]))).G = 7
	fmt.Println(buf)
	m, c, g := map[int]int{}, make(chan int), func() {}
	fmt.Println(*(*uintptr)(unsafe.Pointer(&m)) != 0, *(*uintptr)(unsafe.Pointer(&c)) != 0, *(*unsafe.Pointer)(unsafe.Pointer(&g)) != nil)
}

// Output:
// 0x3ff8000000000000
// -1.5
// true
// true 18446744073709551615
// {128 255 0 255} 67305985
// 0.250
// true [8 7 6 5 4 3 2 1] [8 7 6]
// 0xff06070801020304
// Shared 6 3 xyz
// 2 true
// [0 0 0 0 239 190 173 222 0 0 0 0 0 7 0 0]
// true true true
