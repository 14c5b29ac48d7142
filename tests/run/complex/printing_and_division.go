package main

import (
	"fmt"
	"math"
)

func main() {
	inf, nan := math.Inf(1), math.NaN()
	zs := []complex128{0, 1, -1, 1i, -1i, complex(inf, 1), complex(1, inf), complex(nan, 1), complex(1, nan), complex(inf, nan), complex(math.Copysign(0, -1), 0), complex(0, math.Copysign(0, -1)), 1e100 + 1e-100i, 1e21 + 1e20i, 123456789.125 - 3i}
	for _, z := range zs {
		fmt.Println(z, complex64(z), -z)
		fmt.Printf("%v %g %f %e %.2f %8.3f|%+v %T\n", z, z, z, z, z, z, z, z)
		println(z)
		for _, w := range zs {
			fmt.Print(z/w, z*w, z == w, " ")
		}
		fmt.Println()
	}
	var c complex64 = 3 + 4i
	fmt.Println(c*c, c/2, real(c), imag(c), c == 3+4i)
	c /= 0
	fmt.Println(c)
	fmt.Printf("%6.2f|%-20v|%20v|%+.1e\n", c, c, 1+2i, 1-2i)
	const k = (1 + 2i) * (3 - 4i)
	fmt.Println(k, real(k), imag(k), k/(1i), -k)
}

// Output:
// (0+0i) (0+0i) (-0-0i)
// (0+0i) (0+0i) (0.000000+0.000000i) (0.000000e+00+0.000000e+00i) (0.00+0.00i) (   0.000  +0.000i)|(0+0i) complex128
// (NaN+NaNi) (0+0i) true (0+0i) (0+0i) false (-0-0i) (-0+0i) false (0+0i) (0+0i) false (-0+0i) (0+0i) false (0+0i) (NaN+NaNi) false (0+0i) (NaN+NaNi) false (NaN+NaNi) (NaN+NaNi) false (NaN+NaNi) (NaN+NaNi) false (0+0i) (NaN+NaNi) false (NaN+NaNi) (-0+0i) true (NaN+NaNi) (0+0i) true (0+0i) (0+0i) false (0+0i) (0+0i) false (0+0i) (0+0i) false
// (1+0i) (1+0i) (-1-0i)
// (1+0i) (1+0i) (1.000000+0.000000i) (1.000000e+00+0.000000e+00i) (1.00+0.00i) (   1.000  +0.000i)|(1+0i) complex128
// (+Inf+NaNi) (0+0i) false (1+0i) (1+0i) true (-1-0i) (-1+0i) false (0-1i) (0+1i) false (-0+1i) (0-1i) false (0+0i) (+Inf+NaNi) false (0-0i) (NaN+Infi) false (NaN+NaNi) (NaN+NaNi) false (NaN+NaNi) (NaN+NaNi) false (0+0i) (NaN+NaNi) false (-Inf+NaNi) (-0+0i) false (+Inf+NaNi) (0+0i) false (1e-100-1e-300i) (1e+100+1e-100i) false (9.900990099009902e-22-9.900990099009901e-23i) (1e+21+1e+20i) false (8.100000065508745e-09+1.9683000318372516e-16i) (1.23456789125e+08-3i) false
// (-1+0i) (-1+0i) (1-0i)
// (-1+0i) (-1+0i) (-1.000000+0.000000i) (-1.000000e+00+0.000000e+00i) (-1.00+0.00i) (  -1.000  +0.000i)|(-1+0i) complex128
// (-Inf+NaNi) (-0+0i) false (-1+0i) (-1+0i) false (1-0i) (1-0i) true (0+1i) (-0-1i) false (-0-1i) (0+1i) false (-0+0i) (-Inf+NaNi) false (0+0i) (NaN-Infi) false (NaN+NaNi) (NaN+NaNi) false (NaN+NaNi) (NaN+NaNi) false (-0+0i) (NaN+NaNi) false (+Inf+NaNi) (0-0i) false (-Inf+NaNi) (0+0i) false (-1e-100+1e-300i) (-1e+100-1e-100i) false (-9.900990099009902e-22+9.900990099009901e-23i) (-1e+21-1e+20i) false (-8.100000065508745e-09-1.9683000318372516e-16i) (-1.23456789125e+08+3i) false
// (0+1i) (0+1i) (-0-1i)
// (0+1i) (0+1i) (0.000000+1.000000i) (0.000000e+00+1.000000e+00i) (0.00+1.00i) (   0.000  +1.000i)|(0+1i) complex128
// (NaN+Infi) (0+0i) false (0+1i) (0+1i) false (-0-1i) (-0-1i) false (1+0i) (-1+0i) true (-1+0i) (1+0i) false (0+0i) (NaN+Infi) false (0+0i) (-Inf+NaNi) false (NaN+NaNi) (NaN+NaNi) false (NaN+NaNi) (NaN+NaNi) false (0+0i) (NaN+NaNi) false (NaN-Infi) (-0+0i) false (NaN+Infi) (0+0i) false (1e-300+1e-100i) (-1e-100+1e+100i) false (9.900990099009901e-23+9.900990099009902e-22i) (-1e+20+1e+21i) false (-1.9683000318372516e-16+8.100000065508745e-09i) (3+1.23456789125e+08i) false
// (0-1i) (0-1i) (-0+1i)
// (0-1i) (0-1i) (0.000000-1.000000i) (0.000000e+00-1.000000e+00i) (0.00-1.00i) (   0.000  -1.000i)|(0-1i) complex128
// (NaN-Infi) (0+0i) false (0-1i) (0-1i) false (-0+1i) (0+1i) false (-1-0i) (1+0i) false (1-0i) (-1-0i) true (0-0i) (NaN-Infi) false (-0-0i) (+Inf+NaNi) false (NaN+NaNi) (NaN+NaNi) false (NaN+NaNi) (NaN+NaNi) false (0-0i) (NaN+NaNi) false (NaN+Infi) (0+0i) false (NaN-Infi) (0-0i) false (-1e-300-1e-100i) (1e-100-1e+100i) false (-9.900990099009901e-23-9.900990099009902e-22i) (1e+20-1e+21i) false (1.9683000318372516e-16-8.100000065508745e-09i) (-3-1.23456789125e+08i) false
// (+Inf+1i) (+Inf+1i) (-Inf-1i)
// (+Inf+1i) (+Inf+1i) (+Inf+1.000000i) (+Inf+1.000000e+00i) (+Inf+1.00i) (    +Inf  +1.000i)|(+Inf+1i) complex128
// (+Inf+Infi) (NaN+NaNi) false (+Inf+NaNi) (+Inf+NaNi) false (-Inf+NaNi) (-Inf+NaNi) false (NaN-Infi) (NaN+Infi) false (NaN+Infi) (NaN-Infi) false (NaN+NaNi) (+Inf+Infi) true (NaN+NaNi) (NaN+Infi) false (NaN+NaNi) (NaN+NaNi) false (NaN+NaNi) (NaN+NaNi) false (NaN+NaNi) (NaN+NaNi) false (-Inf-Infi) (NaN+NaNi) false (+Inf+Infi) (NaN+NaNi) false (+Inf-Infi) (+Inf+Infi) false (+Inf-Infi) (+Inf+Infi) false (+Inf+Infi) (+Inf-Infi) false
// (1+Infi) (1+Infi) (-1-Infi)
// (1+Infi) (1+Infi) (1.000000+Infi) (1.000000e+00+Infi) (1.00+Infi) (   1.000    +Infi)|(1+Infi) complex128
// (+Inf+Infi) (NaN+NaNi) false (NaN+Infi) (NaN+Infi) false (NaN-Infi) (NaN-Infi) false (+Inf+NaNi) (-Inf+NaNi) false (-Inf+NaNi) (+Inf+NaNi) false (NaN+NaNi) (NaN+Infi) false (NaN+NaNi) (-Inf+Infi) true (NaN+NaNi) (NaN+NaNi) false (NaN+NaNi) (NaN+NaNi) false (NaN+NaNi) (NaN+NaNi) false (-Inf-Infi) (NaN+NaNi) false (+Inf+Infi) (NaN+NaNi) false (+Inf+Infi) (-Inf+Infi) false (+Inf+Infi) (-Inf+Infi) false (-Inf+Infi) (+Inf+Infi) false
// (NaN+1i) (NaN+1i) (NaN-1i)
// (NaN+1i) (NaN+1i) (NaN+1.000000i) (NaN+1.000000e+00i) (NaN+1.00i) (     NaN  +1.000i)|(NaN+1i) complex128
// (NaN+Infi) (NaN+NaNi) false (NaN+NaNi) (NaN+NaNi) false (NaN+NaNi) (NaN+NaNi) false (NaN+NaNi) (NaN+NaNi) false (NaN+NaNi) (NaN+NaNi) false (NaN+NaNi) (NaN+NaNi) false (NaN+NaNi) (NaN+NaNi) false (NaN+NaNi) (NaN+NaNi) false (NaN+NaNi) (NaN+NaNi) false (NaN+NaNi) (NaN+NaNi) false (NaN-Infi) (NaN+NaNi) false (NaN+Infi) (NaN+NaNi) false (NaN+NaNi) (NaN+NaNi) false (NaN+NaNi) (NaN+NaNi) false (NaN+NaNi) (NaN+NaNi) false
// (1+NaNi) (1+NaNi) (-1+NaNi)
// (1+NaNi) (1+NaNi) (1.000000+NaNi) (1.000000e+00+NaNi) (1.00+NaNi) (   1.000    +NaNi)|(1+NaNi) complex128
// (+Inf+NaNi) (NaN+NaNi) false (NaN+NaNi) (NaN+NaNi) false (NaN+NaNi) (NaN+NaNi) false (NaN+NaNi) (NaN+NaNi) false (NaN+NaNi) (NaN+NaNi) false (NaN+NaNi) (NaN+NaNi) false (NaN+NaNi) (NaN+NaNi) false (NaN+NaNi) (NaN+NaNi) false (NaN+NaNi) (NaN+NaNi) false (NaN+NaNi) (NaN+NaNi) false (-Inf+NaNi) (NaN+NaNi) false (+Inf+NaNi) (NaN+NaNi) false (NaN+NaNi) (NaN+NaNi) false (NaN+NaNi) (NaN+NaNi) false (NaN+NaNi) (NaN+NaNi) false
// (+Inf+NaNi) (+Inf+NaNi) (-Inf+NaNi)
// (+Inf+NaNi) (+Inf+NaNi) (+Inf+NaNi) (+Inf+NaNi) (+Inf+NaNi) (    +Inf    +NaNi)|(+Inf+NaNi) complex128
// (+Inf+NaNi) (NaN+NaNi) false (+Inf+NaNi) (NaN+NaNi) false (-Inf+NaNi) (NaN+NaNi) false (NaN-Infi) (NaN+NaNi) false (NaN+Infi) (NaN+NaNi) false (NaN+NaNi) (NaN+NaNi) false (NaN+NaNi) (NaN+NaNi) false (NaN+NaNi) (NaN+NaNi) false (NaN+NaNi) (NaN+NaNi) false (NaN+NaNi) (NaN+NaNi) false (-Inf+NaNi) (NaN+NaNi) false (+Inf+NaNi) (NaN+NaNi) false (+Inf-Infi) (NaN+NaNi) false (+Inf-Infi) (NaN+NaNi) false (+Inf+Infi) (NaN+NaNi) false
// (-0+0i) (-0+0i) (0-0i)
// (-0+0i) (-0+0i) (-0.000000+0.000000i) (-0.000000e+00+0.000000e+00i) (-0.00+0.00i) (  -0.000  +0.000i)|(-0+0i) complex128
// (NaN+NaNi) (-0+0i) true (0+0i) (-0+0i) false (0-0i) (0-0i) false (0+0i) (-0+0i) false (-0-0i) (0+0i) false (0+0i) (NaN+NaNi) false (0+0i) (NaN+NaNi) false (NaN+NaNi) (NaN+NaNi) false (NaN+NaNi) (NaN+NaNi) false (0+0i) (NaN+NaNi) false (NaN+NaNi) (0-0i) true (NaN+NaNi) (0+0i) true (0+0i) (-0+0i) false (0+0i) (-0+0i) false (-0+0i) (0+0i) false
// (0-0i) (0-0i) (-0+0i)
// (0-0i) (0-0i) (0.000000-0.000000i) (0.000000e+00-0.000000e+00i) (0.00-0.00i) (   0.000  -0.000i)|(0-0i) complex128
// (NaN+NaNi) (0+0i) true (0-0i) (0+0i) false (-0-0i) (0+0i) false (0-0i) (0+0i) false (0-0i) (0-0i) false (0-0i) (NaN+NaNi) false (0-0i) (NaN+NaNi) false (NaN+NaNi) (NaN+NaNi) false (NaN+NaNi) (NaN+NaNi) false (0-0i) (NaN+NaNi) false (NaN+NaNi) (0+0i) true (NaN+NaNi) (0-0i) true (0-0i) (0+0i) false (0-0i) (0+0i) false (0+0i) (0-0i) false
// (1e+100+1e-100i) (+Inf+0i) (-1e+100-1e-100i)
// (1e+100+1e-100i) (1e+100+1e-100i) (10000000000000000159028911097599180468360808563945281389781327557747838772170381060813469985856815104.000000+0.000000i) (1.000000e+100+1.000000e-100i) (10000000000000000159028911097599180468360808563945281389781327557747838772170381060813469985856815104.00+0.00i) (10000000000000000159028911097599180468360808563945281389781327557747838772170381060813469985856815104.000  +0.000i)|(1e+100+1e-100i) complex128
// (+Inf+Infi) (0+0i) false (1e+100+1e-100i) (1e+100+1e-100i) false (-1e+100-1e-100i) (-1e+100-1e-100i) false (1e-100-1e+100i) (-1e-100+1e+100i) false (-1e-100+1e+100i) (1e-100-1e+100i) false (0+0i) (+Inf+Infi) false (0-0i) (-Inf+Infi) false (NaN+NaNi) (NaN+NaNi) false (NaN+NaNi) (NaN+NaNi) false (0+0i) (NaN+NaNi) false (-Inf-Infi) (-0+0i) false (+Inf+Infi) (0+0i) false (1+0i) (1e+200+2i) true (9.900990099009901e+78-9.900990099009903e+77i) (1e+121+1e+120i) false (8.100000065508746e+91+1.9683000318372516e+84i) (1.23456789125e+108-3.0000000000000002e+100i) false
// (1e+21+1e+20i) (1e+21+1e+20i) (-1e+21-1e+20i)
// (1e+21+1e+20i) (1e+21+1e+20i) (1000000000000000000000.000000+100000000000000000000.000000i) (1.000000e+21+1.000000e+20i) (1000000000000000000000.00+100000000000000000000.00i) (1000000000000000000000.000+100000000000000000000.000i)|(1e+21+1e+20i) complex128
// (+Inf+Infi) (0+0i) false (1e+21+1e+20i) (1e+21+1e+20i) false (-1e+21-1e+20i) (-1e+21-1e+20i) false (1e+20-1e+21i) (-1e+20+1e+21i) false (-1e+20+1e+21i) (1e+20-1e+21i) false (0+0i) (+Inf+Infi) false (0-0i) (-Inf+Infi) false (NaN+NaNi) (NaN+NaNi) false (NaN+NaNi) (NaN+NaNi) false (0+0i) (NaN+NaNi) false (-Inf-Infi) (-0+0i) false (+Inf+Infi) (0+0i) false (1e-79+1e-80i) (1e+121+1e+120i) false (1+0i) (9.900000000000001e+41+2e+41i) true (8.100000045825745e+12+8.100002033808778e+11i) (1.2345678942500001e+29+1.2345675912499999e+28i) false
// (1.23456789125e+08-3i) (1.2345679e+08-3i) (-1.23456789125e+08+3i)
// (1.23456789125e+08-3i) (1.23456789125e+08-3i) (123456789.125000-3.000000i) (1.234568e+08-3.000000e+00i) (123456789.12-3.00i) (123456789.125  -3.000i)|(1.23456789125e+08-3i) complex128
// (+Inf-Infi) (0+0i) false (1.23456789125e+08-3i) (1.23456789125e+08-3i) false (-1.23456789125e+08+3i) (-1.23456789125e+08+3i) false (-3-1.23456789125e+08i) (3+1.23456789125e+08i) false (3+1.23456789125e+08i) (-3-1.23456789125e+08i) false (0-0i) (+Inf-Infi) false (-0-0i) (+Inf+Infi) false (NaN+NaNi) (NaN+NaNi) false (NaN+NaNi) (NaN+NaNi) false (0-0i) (NaN+NaNi) false (-Inf+Infi) (0+0i) false (+Inf-Infi) (0-0i) false (1.23456789125e-92-3e-100i) (1.23456789125e+108-3.0000000000000002e+100i) false (1.2223444438118812e-13-1.2223447438118813e-14i) (1.2345678942500001e+29+1.2345675912499999e+28i) false (1+0i) (1.5241578781054708e+16-7.4074073475e+08i) true
// (-7+24i) (1.5+2i) 3 4 true
// (+Inf+Infi)
// (  +Inf  +Infi)|(+Inf                +Inf                i)|(                   1                  +2i)|(+1.0e+00-2.0e+00i)
// (11+2i) 11 2 (2-11i) (-11-2i)
// Stderr:
// (0+0i)
// (1+0i)
// (-1+0i)
// (0+1i)
// (0-1i)
// (+Inf+1i)
// (1+Infi)
// (NaN+1i)
// (1+NaNi)
// (+Inf+NaNi)
// (-0+0i)
// (0-0i)
// (1e+100+1e-100i)
// (1e+21+1e+20i)
// (1.23456789125e+08-3i)
