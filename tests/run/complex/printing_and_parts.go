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

// Output:
// (0+0i) (-0-0i) (0+0i)
// (0+0i)|(0+0i)|(0.00+0.00i)|(+0.0e+00+0.0e+00i)|(   0.000  +0.000i)|complex128
// (1+0i) (-1-0i) (1+0i)
// (1+0i)|(1+0i)|(1.00+0.00i)|(+1.0e+00+0.0e+00i)|(   1.000  +0.000i)|complex128
// (0+1i) (-0-1i) (-1+0i)
// (0+1i)|(0+1i)|(0.00+1.00i)|(+0.0e+00+1.0e+00i)|(   0.000  +1.000i)|complex128
// (-1-1i) (1+1i) (0+2i)
// (-1-1i)|(-1-1i)|(-1.00-1.00i)|(-1.0e+00-1.0e+00i)|(  -1.000  -1.000i)|complex128
// (-0-0i) (0+0i) (0+0i)
// (-0-0i)|(-0-0i)|(-0.00-0.00i)|(-0.0e+00-0.0e+00i)|(  -0.000  -0.000i)|complex128
// (+Inf-Infi) (-Inf+Infi) (NaN-Infi)
// (+Inf-Infi)|(+Inf-Infi)|(+Inf-Infi)|(+Inf-Infi)|(    +Inf    -Infi)|complex128
// (NaN+1i) (NaN-1i) (NaN+NaNi)
// (NaN+1i)|(NaN+1i)|(NaN+1.00i)|(+NaN+1.0e+00i)|(     NaN  +1.000i)|complex128
// (1e+21+1e-07i) (-1e+21-1e-07i) (1e+42+2e+14i)
// (1e+21+1e-07i)|(1e+21+1e-07i)|(1000000000000000000000.00+0.00i)|(+1.0e+21+1.0e-07i)|(1000000000000000000000.000  +0.000i)|complex128
// (1.23456789e+08+0.1i) (-1.23456789e+08-0.1i) (1.524157875019052e+16+2.46913578e+07i)
// (1.23456789e+08+0.1i)|(1.23456789e+08+0.1i)|(123456789.00+0.10i)|(+1.2e+08+1.0e-01i)|(123456789.000  +0.100i)|complex128
// (0.1+0.2i) (0.2+0.4i) (0.10000000149011612+0.20000000298023224i) 0.1 0.2
// (0.1+0.2i) (0.1+0.2i) {C:(2+3i)}
// (4+2i) (2+6i) (11-2i) (-1+2i) false true true
// (+Inf+Infi) (NaN+NaNi) false
// i zero 2
// (1+2i) 1
// Stderr:
// (1+2i) (0.5+0i)
