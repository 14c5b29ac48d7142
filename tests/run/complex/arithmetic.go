package main

import (
	"fmt"
	"math/cmplx"
)

func main() {
	a := 1 + 2i
	b := complex(3, -1)
	fmt.Println(a+b, a-b, a*b, a/b)
	fmt.Println(real(a), imag(b), a == b, a != 1+2i)
	var c complex64 = complex64(a) * 2
	fmt.Printf("%T %v %.2f\n", c, c, b)
	a *= 1i
	fmt.Println(a, -a)
	r, i := real(c), imag(c)
	fmt.Printf("%T %T\n", r, i)
	fmt.Println(cmplx.Abs(3 + 4i))
	var z complex128
	fmt.Println(z, z == 0)
	m := map[complex128]string{1i: "i"}
	fmt.Println(m[complex(0, 1)])
	s := []complex64{1, 2i}
	fmt.Println(s)
}

// Output:
// (4+1i) (-2+3i) (5+5i) (0.1+0.7000000000000001i)
// 1 -1 false false
// complex64 (2+4i) (3.00-1.00i)
// (-2+1i) (2-1i)
// float32 float32
// 5
// (0+0i) true
// i
// [(1+0i) (0+2i)]
