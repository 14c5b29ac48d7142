// Package cmplx has functions of complex numbers.
package cmplx

import "math"

// Abs is the absolute value.
func Abs(x complex128) float64 { return math.Hypot(real(x), imag(x)) }

// Phase is the angle, in (-Pi, Pi].
func Phase(x complex128) float64 { return math.Atan2(imag(x), real(x)) }

// Polar is the absolute value and the angle.
func Polar(x complex128) (r, θ float64) { return Abs(x), Phase(x) }

// Rect is the number with that absolute value and angle.
func Rect(r, θ float64) complex128 {
	s, c := math.Sincos(θ)
	return complex(r*c, r*s)
}

// Conj is the conjugate.
func Conj(x complex128) complex128 { return complex(real(x), -imag(x)) }

// Inf is an infinity.
func Inf() complex128 { return complex(math.Inf(1), math.Inf(1)) }

// NaN is not a number.
func NaN() complex128 { return complex(math.NaN(), math.NaN()) }

// IsInf reports whether a part is infinite.
func IsInf(x complex128) bool { return math.IsInf(real(x), 0) || math.IsInf(imag(x), 0) }

// IsNaN reports whether a part is NaN and none is infinite.
func IsNaN(x complex128) bool {
	return !IsInf(x) && (math.IsNaN(real(x)) || math.IsNaN(imag(x)))
}

// Exp is e to the power of x.
func Exp(x complex128) complex128 {
	size, turn := real(x), imag(x)
	if turn == 0 && (math.IsNaN(size) || math.IsInf(size, 1)) {
		return x
	}
	if math.IsInf(size, 0) && turn-turn != 0 { // the direction is unknown
		if size > 0 {
			return complex(size, math.NaN())
		}
		return complex(0, math.Copysign(0, turn))
	}
	return Rect(math.Exp(size), turn)
}

// Log is the natural logarithm.
func Log(x complex128) complex128 { return complex(math.Log(Abs(x)), Phase(x)) }

// Log10 is the decimal logarithm.
func Log10(x complex128) complex128 {
	z := Log(x)
	return complex(math.Log10E*real(z), math.Log10E*imag(z))
}

// Pow is x to the power of y.
func Pow(x, y complex128) complex128 {
	grow, spin := real(y), imag(y)
	if x == 0 {
		switch {
		case y == 0:
			return 1
		case grow > 0:
			return 0
		case grow < 0 && spin == 0:
			return complex(math.Inf(1), 0)
		case grow < 0:
			return Inf()
		}
		return NaN()
	}
	size, turn := Polar(x)
	r, theta := math.Pow(size, grow), grow*turn
	if spin != 0 {
		r *= math.Exp(-spin * turn)
		theta += spin * math.Log(size)
	}
	return Rect(r, theta)
}

// Sqrt is the square root with a real part that is not negative.
func Sqrt(x complex128) complex128 {
	a, b := real(x), imag(x)
	if b == 0 {
		if a == 0 {
			return complex(0, b)
		}
		if a < 0 {
			return complex(0, math.Copysign(math.Sqrt(-a), b))
		}
		return complex(math.Sqrt(a), b)
	}
	if math.IsInf(b, 0) {
		return complex(math.Inf(1), b)
	}
	if a == 0 {
		r := math.Sqrt(0.5 * math.Abs(b))
		return complex(r, math.Copysign(r, b))
	}
	scale := 1.0
	if math.Abs(a) > 4 || math.Abs(b) > 4 {
		a *= 0.25
		b *= 0.25
		scale = 2
	} else {
		a *= 0x1p54
		b *= 0x1p54
		scale = 0x1p-27
	}
	// The larger of the two parts comes from a sum without cancellation, the other from their product, b/2.
	size := math.Hypot(a, b)
	big := math.Sqrt(0.5*size + 0.5*math.Abs(a))
	small := math.Abs(0.5 * b / big)
	if a <= 0 {
		big, small = small, big
	}
	return complex(scale*big, math.Copysign(scale*small, b))
}

func sinhcosh(x float64) (sh, ch float64) {
	if math.Abs(x) <= 0.5 {
		return math.Sinh(x), math.Cosh(x)
	}
	e := math.Exp(x)
	inverse := 0.5 / e
	e *= 0.5
	return e - inverse, e + inverse
}

// turned is i*x, and turnedBack is -i*x: the circular functions are the hyperbolic ones of what is turned.
func turned(x complex128) complex128 { return complex(-imag(x), real(x)) }

func turnedBack(x complex128) complex128 { return complex(imag(x), -real(x)) }

// finite reports whether x is neither infinite nor NaN.
func finite(x float64) bool { return x-x == 0 }

// Sin is the sine.
func Sin(x complex128) complex128 { return turnedBack(Sinh(turned(x))) }

// Cos is the cosine.
func Cos(x complex128) complex128 { return Cosh(turned(x)) }

// Tan is the tangent.
func Tan(x complex128) complex128 {
	if math.IsNaN(real(x)) && finite(imag(x)) {
		return NaN()
	}
	return turnedBack(Tanh(turned(x)))
}

// Sinh is the hyperbolic sine.
func Sinh(x complex128) complex128 {
	a, b := real(x), imag(x)
	switch {
	case b == 0 && !finite(a):
		return x
	case !finite(b) && (a == 0 || math.IsInf(a, 0)):
		return complex(a, math.NaN())
	case math.IsInf(a, 0):
		s, c := math.Sincos(b)
		return complex(a*c, math.Inf(1)*s)
	}
	s, c := math.Sincos(b)
	sh, ch := sinhcosh(a)
	return complex(c*sh, s*ch)
}

// Cosh is the hyperbolic cosine.
func Cosh(x complex128) complex128 {
	a, b := real(x), imag(x)
	switch {
	case b == 0 && math.IsInf(a, 0):
		return complex(math.Inf(1), b*math.Copysign(1, a))
	case b == 0 && math.IsNaN(a):
		return x
	case !finite(b) && a == 0:
		return complex(math.NaN(), a*math.Copysign(1, b))
	case !finite(b) && math.IsInf(a, 0):
		return complex(math.Inf(1), math.NaN())
	case math.IsInf(a, 0):
		s, c := math.Sincos(b)
		return complex(math.Inf(1)*c, a*s)
	}
	s, c := math.Sincos(b)
	sh, ch := sinhcosh(a)
	return complex(c*ch, s*sh)
}

// Tanh is the hyperbolic tangent.
func Tanh(x complex128) complex128 {
	a, b := real(x), imag(x)
	switch {
	case math.IsInf(a, 0):
		sign := b
		if finite(b) {
			sign = math.Sin(2 * b)
		}
		return complex(math.Copysign(1, a), math.Copysign(0, sign))
	case b == 0 && math.IsNaN(a):
		return x
	case !finite(b):
		return NaN()
	}
	d := math.Cosh(2*a) + math.Cos(2*b)
	switch {
	case d == 0:
		return Inf()
	case math.IsInf(d, 0): // the real part is 1 as far as can be told
		return complex(math.Copysign(1, a), math.Copysign(0, math.Sin(2*b)))
	case math.Abs(d) < 0.25: // near a pole the sum cancels
		sh, c := math.Sinh(a), math.Cos(b)
		d = 2 * (sh*sh + c*c)
	}
	return complex(math.Sinh(2*a)/d, math.Sin(2*b)/d)
}

// Cot is the cotangent.
func Cot(x complex128) complex128 {
	d := math.Cosh(2*imag(x)) - math.Cos(2*real(x))
	if d == 0 {
		return Inf()
	}
	return complex(math.Sin(2*real(x))/d, -math.Sinh(2*imag(x))/d)
}

// The inverse functions are computed as Kahan shows in "Branch Cuts for Complex Elementary Functions": from square roots of
// 1+x and 1-x, whose signs of zero keep the two sides of a cut apart.

// roots is the square roots of 1-x and 1+x.
func roots(x complex128) (minus, plus complex128) {
	return Sqrt(complex(1-real(x), -imag(x))), Sqrt(complex(1+real(x), imag(x)))
}

// crossed is the imaginary part of the conjugate of x times y.
func crossed(x, y complex128) float64 { return real(x)*imag(y) - imag(x)*real(y) }

// Asin is the arcsine.
func Asin(x complex128) complex128 {
	if math.IsInf(real(x), 0) && math.IsNaN(imag(x)) {
		return complex(imag(x), real(x))
	}
	return turnedBack(Asinh(turned(x)))
}

// Asinh is the inverse hyperbolic sine.
func Asinh(x complex128) complex128 {
	a, b := real(x), imag(x)
	switch {
	case finite(a) && finite(b):
		x = turned(x)
		minus, plus := roots(x)
		angle := math.Atan2(real(x), real(minus)*real(plus)-imag(minus)*imag(plus))
		return complex(math.Asinh(crossed(minus, plus)), -angle)
	case math.IsInf(a, 0) && math.IsInf(b, 0):
		return complex(a, math.Copysign(math.Pi/4, b))
	case math.IsInf(a, 0) && math.IsNaN(b):
		return x
	case math.IsInf(a, 0):
		return complex(a, math.Copysign(0, b))
	case math.IsNaN(a) && b == 0:
		return x
	case math.IsInf(b, 0):
		if math.IsNaN(a) {
			return complex(b, a)
		}
		return complex(math.Copysign(b, a), math.Copysign(math.Pi/2, b))
	}
	return NaN()
}

// Acos is the arccosine.
func Acos(x complex128) complex128 {
	a, b := real(x), imag(x)
	switch {
	case finite(a) && finite(b):
		minus, plus := roots(x)
		return complex(2*math.Atan2(real(minus), real(plus)), math.Asinh(crossed(plus, minus)))
	case math.IsNaN(b):
		switch {
		case a == 0:
			return complex(math.Pi/2, b)
		case math.IsInf(a, 0):
			return complex(b, -a)
		}
		return NaN()
	case math.IsInf(b, 0) && math.IsNaN(a):
		return complex(a, -b)
	case math.IsNaN(a):
		return NaN()
	}
	// One part is infinite, none is NaN: a direction.
	return complex(math.Atan2(math.Abs(b), a), math.Copysign(math.Inf(1), -b))
}

// Acosh is the inverse hyperbolic cosine.
func Acosh(x complex128) complex128 {
	if x == 0 {
		return complex(0, math.Copysign(math.Pi/2, imag(x)))
	}
	w := Acos(x)
	// It is the arccosine turned so that the real part is not negative.
	if imag(w) <= 0 {
		return complex(-imag(w), real(w))
	}
	if math.IsNaN(imag(w)) && imag(x) == 0 {
		return NaN()
	}
	return complex(imag(w), -real(w))
}

// Atan is the arctangent. On its cuts, which lie on the imaginary axis, it continues what lies left of them.
func Atan(x complex128) complex128 {
	a, b := real(x), imag(x)
	switch {
	case finite(a) && finite(b):
		size := math.Abs(b)
		grow := 0.25 * math.Log1p(4*size/((1-size)*(1-size)+a*a))
		angle := math.Atan2(2*a, (1-size)*(1+size)-a*a) / 2
		if math.Abs(angle) == math.Pi/2 {
			angle = -math.Pi / 2
		}
		return complex(angle, math.Copysign(grow, b))
	case math.IsInf(a, 0) || math.IsInf(b, 0) && !math.IsNaN(a):
		return complex(math.Copysign(math.Pi/2, a), math.Copysign(0, b))
	case math.IsInf(b, 0) || b == 0:
		return complex(a, math.Copysign(0, b))
	}
	return NaN()
}

// Atanh is the inverse hyperbolic tangent.
func Atanh(x complex128) complex128 { return turnedBack(Atan(turned(x))) }
