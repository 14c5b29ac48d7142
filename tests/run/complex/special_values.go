package main

import (
	"fmt"
	"math"
	"math/cmplx"
)

func main() {
	zero := complex(0, 0)
	inf := math.Inf(1)
	fmt.Println((1+2i)/zero, zero/zero)
	fmt.Println(complex(inf, 0)*complex(1, 1), complex(inf, math.NaN()))
	c := 3 + 4i
	c /= 2i
	c -= 1
	fmt.Println(c, cmplx.Sqrt(-1), cmplx.Conj(c), cmplx.Phase(-1))
	var c64 complex64 = 0.1 + 0.2i
	fmt.Println(c64*c64, complex128(c64), real(c64) == 0.1)
	fmt.Printf("%v %.3f %+.1e %8.2f\n", c, c64, c, c)
	arr := [2]complex64{1, 2}
	arr[0], arr[1] = arr[1]*1i, arr[0]
	fmt.Println(arr, arr == [2]complex64{2i, 1})
	f := func(z, w complex128) (complex128, float64) { return z * w, real(z) + imag(w) }
	fmt.Println(f(1i, 1i))
	var x any = c64
	_, ok := x.(complex128)
	fmt.Println(ok, x == any(complex64(0.1+0.2i)))
}

// Output:
// (+Inf+Infi) (NaN+NaNi)
// (+Inf+Infi) (+Inf+NaNi)
// (1-1.5i) (0+1i) (1+1.5i) 3.141592653589793
// (-0.030000001+0.040000003i) (0.10000000149011612+0.20000000298023224i) true
// (1-1.5i) (0.100+0.200i) (+1.0e+00-1.5e+00i) (    1.00   -1.50i)
// [(0+2i) (1+0i)] true
// (-1+0i) 1
// false true
