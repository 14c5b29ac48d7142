// Complex functions at the edges: both sides of a branch cut, infinite parts, NaN, and near poles.
package main

import (
	"fmt"
	"math"
	"math/cmplx"
)

func main() {
	inf, nan, zero := math.Inf(1), math.NaN(), math.Copysign(0, -1)
	points := []complex128{
		complex(0, zero), complex(2, 0), complex(2, zero), complex(-2, 0), complex(0, 2),
		complex(inf, 1), complex(-inf, 1), complex(1, inf), complex(inf, inf), complex(-inf, -inf),
		complex(nan, 0), complex(0, nan), complex(nan, inf), complex(-inf, nan), complex(1, nan),
	}
	funcs := []struct {
		name string
		f    func(complex128) complex128
	}{
		{"Asin", cmplx.Asin}, {"Acos", cmplx.Acos}, {"Atan", cmplx.Atan},
		{"Asinh", cmplx.Asinh}, {"Acosh", cmplx.Acosh}, {"Atanh", cmplx.Atanh},
		{"Sinh", cmplx.Sinh}, {"Cosh", cmplx.Cosh}, {"Tanh", cmplx.Tanh},
	}
	for _, f := range funcs {
		fmt.Println(f.name)
		for _, p := range points {
			fmt.Printf("  %.6g: %.6g\n", p, f.f(p))
		}
	}
	// What one function does the other undoes, also far out.
	for _, p := range []complex128{0.3 - 0.7i, -5 + 1e-8i, 1e3 + 1e3i, 1e-9 - 2i} {
		fmt.Printf("%.6g %.6g %.6g\n", cmplx.Sin(cmplx.Asin(p)), cmplx.Cosh(cmplx.Acosh(p)), cmplx.Tan(cmplx.Atan(p)))
	}
	fmt.Println(cmplx.Pow(0, complex(nan, 1)), math.Erfinv(0.84), math.Erfinv(-0.25), math.Erfinv(1-1e-12), math.Erfcinv(1.5))
}

// Output:
// Asin
//   (0-0i): (0-0i)
//   (2+0i): (1.5708+1.31696i)
//   (2-0i): (1.5708-1.31696i)
//   (-2+0i): (-1.5708+1.31696i)
//   (0+2i): (0+1.44364i)
//   (+Inf+1i): (1.5708+Infi)
//   (-Inf+1i): (-1.5708+Infi)
//   (1+Infi): (0+Infi)
//   (+Inf+Infi): (0.785398+Infi)
//   (-Inf-Infi): (-0.785398-Infi)
//   (NaN+0i): (NaN+NaNi)
//   (0+NaNi): (0+NaNi)
//   (NaN+Infi): (NaN+Infi)
//   (-Inf+NaNi): (NaN-Infi)
//   (1+NaNi): (NaN+NaNi)
// Acos
//   (0-0i): (1.5708+0i)
//   (2+0i): (0-1.31696i)
//   (2-0i): (0+1.31696i)
//   (-2+0i): (3.14159-1.31696i)
//   (0+2i): (1.5708-1.44364i)
//   (+Inf+1i): (0-Infi)
//   (-Inf+1i): (3.14159-Infi)
//   (1+Infi): (1.5708-Infi)
//   (+Inf+Infi): (0.785398-Infi)
//   (-Inf-Infi): (2.35619+Infi)
//   (NaN+0i): (NaN+NaNi)
//   (0+NaNi): (1.5708+NaNi)
//   (NaN+Infi): (NaN-Infi)
//   (-Inf+NaNi): (NaN+Infi)
//   (1+NaNi): (NaN+NaNi)
// Atan
//   (0-0i): (0-0i)
//   (2+0i): (1.10715+0i)
//   (2-0i): (1.10715-0i)
//   (-2+0i): (-1.10715+0i)
//   (0+2i): (-1.5708+0.549306i)
//   (+Inf+1i): (1.5708+0i)
//   (-Inf+1i): (-1.5708+0i)
//   (1+Infi): (1.5708+0i)
//   (+Inf+Infi): (1.5708+0i)
//   (-Inf-Infi): (-1.5708-0i)
//   (NaN+0i): (NaN+0i)
//   (0+NaNi): (NaN+NaNi)
//   (NaN+Infi): (NaN+0i)
//   (-Inf+NaNi): (-1.5708+0i)
//   (1+NaNi): (NaN+NaNi)
// Asinh
//   (0-0i): (0-0i)
//   (2+0i): (1.44364+0i)
//   (2-0i): (1.44364-0i)
//   (-2+0i): (-1.44364+0i)
//   (0+2i): (1.31696+1.5708i)
//   (+Inf+1i): (+Inf+0i)
//   (-Inf+1i): (-Inf+0i)
//   (1+Infi): (+Inf+1.5708i)
//   (+Inf+Infi): (+Inf+0.785398i)
//   (-Inf-Infi): (-Inf-0.785398i)
//   (NaN+0i): (NaN+0i)
//   (0+NaNi): (NaN+NaNi)
//   (NaN+Infi): (+Inf+NaNi)
//   (-Inf+NaNi): (-Inf+NaNi)
//   (1+NaNi): (NaN+NaNi)
// Acosh
//   (0-0i): (0-1.5708i)
//   (2+0i): (1.31696+0i)
//   (2-0i): (1.31696-0i)
//   (-2+0i): (1.31696+3.14159i)
//   (0+2i): (1.44364+1.5708i)
//   (+Inf+1i): (+Inf+0i)
//   (-Inf+1i): (+Inf+3.14159i)
//   (1+Infi): (+Inf+1.5708i)
//   (+Inf+Infi): (+Inf+0.785398i)
//   (-Inf-Infi): (+Inf-2.35619i)
//   (NaN+0i): (NaN+NaNi)
//   (0+NaNi): (NaN-1.5708i)
//   (NaN+Infi): (+Inf+NaNi)
//   (-Inf+NaNi): (+Inf+NaNi)
//   (1+NaNi): (NaN+NaNi)
// Atanh
//   (0-0i): (0-0i)
//   (2+0i): (0.549306+1.5708i)
//   (2-0i): (0.549306+1.5708i)
//   (-2+0i): (-0.549306+1.5708i)
//   (0+2i): (0+1.10715i)
//   (+Inf+1i): (0+1.5708i)
//   (-Inf+1i): (-0+1.5708i)
//   (1+Infi): (0+1.5708i)
//   (+Inf+Infi): (0+1.5708i)
//   (-Inf-Infi): (-0-1.5708i)
//   (NaN+0i): (NaN+NaNi)
//   (0+NaNi): (0+NaNi)
//   (NaN+Infi): (0+1.5708i)
//   (-Inf+NaNi): (-0+NaNi)
//   (1+NaNi): (NaN+NaNi)
// Sinh
//   (0-0i): (0-0i)
//   (2+0i): (3.62686+0i)
//   (2-0i): (3.62686-0i)
//   (-2+0i): (-3.62686+0i)
//   (0+2i): (-0+0.909297i)
//   (+Inf+1i): (+Inf+Infi)
//   (-Inf+1i): (-Inf+Infi)
//   (1+Infi): (NaN+NaNi)
//   (+Inf+Infi): (+Inf+NaNi)
//   (-Inf-Infi): (-Inf+NaNi)
//   (NaN+0i): (NaN+0i)
//   (0+NaNi): (0+NaNi)
//   (NaN+Infi): (NaN+NaNi)
//   (-Inf+NaNi): (-Inf+NaNi)
//   (1+NaNi): (NaN+NaNi)
// Cosh
//   (0-0i): (1-0i)
//   (2+0i): (3.7622+0i)
//   (2-0i): (3.7622-0i)
//   (-2+0i): (3.7622-0i)
//   (0+2i): (-0.416147+0i)
//   (+Inf+1i): (+Inf+Infi)
//   (-Inf+1i): (+Inf-Infi)
//   (1+Infi): (NaN+NaNi)
//   (+Inf+Infi): (+Inf+NaNi)
//   (-Inf-Infi): (+Inf+NaNi)
//   (NaN+0i): (NaN+0i)
//   (0+NaNi): (NaN+0i)
//   (NaN+Infi): (NaN+NaNi)
//   (-Inf+NaNi): (+Inf+NaNi)
//   (1+NaNi): (NaN+NaNi)
// Tanh
//   (0-0i): (0-0i)
//   (2+0i): (0.964028+0i)
//   (2-0i): (0.964028-0i)
//   (-2+0i): (-0.964028+0i)
//   (0+2i): (0-2.18504i)
//   (+Inf+1i): (1+0i)
//   (-Inf+1i): (-1+0i)
//   (1+Infi): (NaN+NaNi)
//   (+Inf+Infi): (1+0i)
//   (-Inf-Infi): (-1-0i)
//   (NaN+0i): (NaN+0i)
//   (0+NaNi): (NaN+NaNi)
//   (NaN+Infi): (NaN+NaNi)
//   (-Inf+NaNi): (-1+0i)
//   (1+NaNi): (NaN+NaNi)
// (0.3-0.7i) (0.3-0.7i) (0.3-0.7i)
// (-5+1e-08i) (-5+1e-08i) (-5+1e-08i)
// (1000+1000i) (1000+1000i) (1000+1000i)
// (1e-09-2i) (1e-09-2i) (1e-09-2i)
// (NaN+NaNi) 0.9935356283473041 -0.22531205501217805 5.042031898572696 -0.4769362762044699
