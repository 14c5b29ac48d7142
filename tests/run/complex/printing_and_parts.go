package main

import (
	"fmt"
	"math"
)

func main() {
	inf, nan, nz := math.Inf(1), math.NaN(), math.Copysign(0, -1)
	for _, c := range []complex128{0, 1, 1i, -1 - 1i, complex(nz, nz), complex(inf, -inf), complex(nan, 1), 1e21 + 1e-7i, 123456789 + 0.1i} {
		fmt.Println(c, -c, c*c)
		fmt.Printf("%v|%g|%.2f|%+.1e|%8.3f|%T\n", c, c, c, c, c, c)
	}
	var c64 complex64 = complex(0.1, 0.2)
	fmt.Println(c64, c64+c64, complex128(c64), real(c64), imag(c64))
	fmt.Printf("%v %#v %+v\n", c64, c64, struct{ C complex128 }{2 + 3i})
	a, b := 3+4i, 1-2i
	fmt.Println(a+b, a-b, a*b, a/b, a == b, a != b, a == 3+4i)
	zero := 0i
	fmt.Println(a/zero, zero/zero, complex(nan, nan) == complex(nan, nan))
	m := map[complex128]string{1i: "i", complex(nz, 0): "zero"}
	fmt.Println(m[1i], m[0], len(m))
	type Z complex64
	z := Z(1 + 1i)
	z *= z
	z++
	fmt.Println(z, real(z))
	println(1+2i, complex64(0.5))
}
