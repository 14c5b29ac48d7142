package main

import "fmt"

const (
	i = 7
	f = 7.0
	r = 'r'
	s = "s"
	b = true
	z = 2i
)

func main() {
	fmt.Printf("%T %T %T %T %T %T\n", i, f, r, s, b, z)
	fmt.Printf("%T %T %T %T\n", i+f, i+r, r+f, f+z)
	var u8 uint8 = i
	var f32 float32 = i
	var c64 complex64 = r
	fmt.Println(u8, f32, c64)
	x := 1 << 3
	var y float64 = 1 << 3
	fmt.Printf("%T %v %v\n", x, x, y)
	const typed int64 = i
	fmt.Printf("%T\n", typed*2)
	fmt.Printf("%T %v\n", i < 8, i < 8)
}

// Output:
// int float64 int32 string bool complex128
// float64 int32 float64 complex128
// 7 7 (114+0i)
// int 8 8
// int64
// bool true
