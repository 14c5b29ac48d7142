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
		panic("not reached")
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

// Sin is the sine.
func Sin(x complex128) complex128 {
	s, c := math.Sincos(real(x))
	sh, ch := sinhcosh(imag(x))
	return complex(s*ch, c*sh)
}

// Cos is the cosine.
func Cos(x complex128) complex128 {
	s, c := math.Sincos(real(x))
	sh, ch := sinhcosh(imag(x))
	return complex(c*ch, -s*sh)
}

// Sinh is the hyperbolic sine.
func Sinh(x complex128) complex128 {
	s, c := math.Sincos(imag(x))
	sh, ch := sinhcosh(real(x))
	return complex(c*sh, s*ch)
}

// Cosh is the hyperbolic cosine.
func Cosh(x complex128) complex128 {
	s, c := math.Sincos(imag(x))
	sh, ch := sinhcosh(real(x))
	return complex(c*ch, s*sh)
}

// Tan is the tangent.
func Tan(x complex128) complex128 {
	d := math.Cos(2*real(x)) + math.Cosh(2*imag(x))
	if d == 0 {
		return Inf()
	}
	return complex(math.Sin(2*real(x))/d, math.Sinh(2*imag(x))/d)
}

// Tanh is the hyperbolic tangent.
func Tanh(x complex128) complex128 {
	d := math.Cosh(2*real(x)) + math.Cos(2*imag(x))
	if d == 0 {
		return Inf()
	}
	return complex(math.Sinh(2*real(x))/d, math.Sin(2*imag(x))/d)
}

// Cot is the cotangent.
func Cot(x complex128) complex128 {
	d := math.Cosh(2*imag(x)) - math.Cos(2*real(x))
	if d == 0 {
		return Inf()
	}
	return complex(math.Sin(2*real(x))/d, -math.Sinh(2*imag(x))/d)
}

// Asin is the arcsine.
func Asin(x complex128) complex128 {
	ct := complex(-imag(x), real(x))
	w := Log(ct + Sqrt(1-x*x))
	return complex(imag(w), -real(w))
}

// Acos is the arccosine.
func Acos(x complex128) complex128 {
	w := Asin(x)
	return complex(math.Pi/2-real(w), -imag(w))
}

// Atan is the arctangent.
func Atan(x complex128) complex128 {
	w := Log((1+complex(-imag(x), real(x)))/(1-complex(-imag(x), real(x)))) / 2
	return complex(imag(w), -real(w))
}

// Asinh is the inverse hyperbolic sine.
func Asinh(x complex128) complex128 { return Log(x + Sqrt(x*x+1)) }

// Acosh is the inverse hyperbolic cosine.
func Acosh(x complex128) complex128 { return Log(x + Sqrt(x+1)*Sqrt(x-1)) }

// Atanh is the inverse hyperbolic tangent.
func Atanh(x complex128) complex128 { return Log((1+x)/(1-x)) / 2 }
