package big

import (
	"fmt"
	"math"
	"math/bits"
	"strconv"
)

// Bounds of exponents and precisions.
const (
	MaxExp  = math.MaxInt32
	MinExp  = math.MinInt32
	MaxPrec = math.MaxUint32
)

// RoundingMode says what becomes of a number that does not fit the precision.
type RoundingMode byte

// The roundings.
const (
	ToNearestEven RoundingMode = iota
	ToNearestAway
	ToZero
	AwayFromZero
	ToNegativeInf
	ToPositiveInf
)

var modeNames = [...]string{"ToNearestEven", "ToNearestAway", "ToZero", "AwayFromZero", "ToNegativeInf", "ToPositiveInf"}

// String is the name.
func (i RoundingMode) String() string {
	if int(i) < len(modeNames) {
		return modeNames[i]
	}
	return "RoundingMode(" + strconv.Itoa(int(i)) + ")"
}

// Accuracy tells how a rounded number compares with the exact one.
type Accuracy int8

// The accuracies.
const (
	Below Accuracy = iota - 1
	Exact
	Above
)

// String is the name.
func (i Accuracy) String() string {
	switch i {
	case Below:
		return "Below"
	case Exact:
		return "Exact"
	case Above:
		return "Above"
	}
	return "Accuracy(" + strconv.Itoa(int(i)) + ")"
}

// cut is the accuracy of a number that became smaller in magnitude, grown of one that became larger.
func cut(neg bool) Accuracy {
	if neg {
		return Above
	}
	return Below
}

func grown(neg bool) Accuracy { return -cut(neg) }

// ErrNaN is what an operation panics with whose result would not be a number.
type ErrNaN struct {
	msg string
}

// Error is the reason.
func (err ErrNaN) Error() string { return err.msg }

// form is what kind of number a Float holds.
type class byte

const (
	zero class = iota
	finite
	inf
)

// A Float is 0, an infinity, or a binary fraction of at least one half and below one, times a power of two; and how it is
// to be rounded. Its zero value is 0, and takes the precision of what is stored in it.
type Float struct {
	prec uint32
	mode RoundingMode
	acc  Accuracy
	form class
	neg  bool
	mant nat // the fraction; the top bit of the top word is set
	exp  int32
}

// NewFloat is x with 53 bits.
func NewFloat(x float64) *Float {
	if math.IsNaN(x) {
		panic(ErrNaN{"NewFloat(NaN)"})
	}
	return new(Float).SetFloat64(x)
}

// whole is the exponent of the mantissa taken as a whole number.
func (x *Float) whole() int64 { return int64(x.exp) - int64(len(x.mant))*wordBits }

// special makes z 0 or an infinity.
func (z *Float) special(form class, neg bool) *Float {
	z.form, z.neg, z.acc = form, neg, Exact
	return z
}

// store rounds m * 2**exp into z, whose sign is set. more tells that the number is slightly larger; m then has more bits than z.
func (z *Float) store(m nat, exp int64, more bool) *Float {
	if len(m) == 0 {
		return z.special(zero, z.neg)
	}
	if exp+int64(m.bitLen()) < MinExp {
		z.form, z.acc = zero, cut(z.neg)
		return z
	}
	buf := z.mant.room(len(m) + 1)
	n, bits, change := roundWords(buf, m, uint64(z.prec), int(z.mode), z.neg, more)
	exp += int64(bits)
	if exp > MaxExp {
		z.form, z.acc = inf, grown(z.neg)
		return z
	}
	z.form, z.mant, z.exp = finite, buf[:n], int32(exp)
	z.acc = Accuracy(change)
	if z.neg {
		z.acc = -z.acc
	}
	return z
}

// round makes z fit its precision.
func (z *Float) round() *Float {
	z.acc = Exact
	if z.form == finite {
		z.store(z.mant, z.whole(), false)
	}
	return z
}

// SetPrec changes the precision and rounds; precision 0 leaves only 0 and infinities.
func (z *Float) SetPrec(prec uint) *Float {
	z.acc = Exact
	if prec == 0 {
		z.prec = 0
		if z.form == finite {
			z.form, z.acc = zero, cut(z.neg)
		}
		return z
	}
	old := z.prec
	z.prec = uint32(min(prec, MaxPrec))
	if z.prec < old {
		z.round()
	}
	return z
}

// SetMode changes the rounding of later operations.
func (z *Float) SetMode(mode RoundingMode) *Float {
	z.mode, z.acc = mode, Exact
	return z
}

// Prec is the precision in bits.
func (x *Float) Prec() uint { return uint(x.prec) }

// MinPrec is the precision that would do for x.
func (x *Float) MinPrec() uint {
	if x.form != finite {
		return 0
	}
	return uint(len(x.mant))*wordBits - x.mant.trailingZeros()
}

// Mode is the rounding.
func (x *Float) Mode() RoundingMode { return x.mode }

// Acc tells how the last operation rounded x.
func (x *Float) Acc() Accuracy { return x.acc }

// Sign is -1, 0 or 1.
func (x *Float) Sign() int {
	switch {
	case x.form == zero:
		return 0
	case x.neg:
		return -1
	}
	return 1
}

// Signbit reports whether x is negative, or -0.
func (x *Float) Signbit() bool { return x.neg }

// IsInf reports whether x is infinite.
func (x *Float) IsInf() bool { return x.form == inf }

// IsInt reports whether x is a whole number.
func (x *Float) IsInt() bool {
	if x.form != finite {
		return x.form == zero
	}
	return x.exp > 0 && x.MinPrec() <= uint(x.exp)
}

// MantExp is the exponent of x, and sets mant, if it is not nil, to the fraction.
func (x *Float) MantExp(mant *Float) (exp int) {
	if x.form == finite {
		exp = int(x.exp)
	}
	if mant != nil {
		mant.Copy(x)
		mant.exp = 0
	}
	return exp
}

// SetMantExp sets z to mant * 2**exp.
func (z *Float) SetMantExp(mant *Float, exp int) *Float {
	z.Copy(mant)
	if z.form == finite {
		z.store(z.mant, z.whole()+int64(exp), false)
	}
	return z
}

// defaultPrec gives z a precision if it has none.
func (z *Float) defaultPrec(prec uint32) {
	if z.prec == 0 {
		z.prec = prec
	}
}

// SetUint64 sets z to x; the precision is 64 by default.
func (z *Float) SetUint64(x uint64) *Float { return z.setWord(x, false) }

// SetInt64 sets z to x; the precision is 64 by default.
func (z *Float) SetInt64(x int64) *Float { return z.setWord(magnitude(x), x < 0) }

func (z *Float) setWord(x uint64, neg bool) *Float {
	z.defaultPrec(64)
	z.neg = neg
	return z.store(nat(nil).setWord(Word(x)), 0, false)
}

// SetFloat64 sets z to x; the precision is 53 by default. It panics if x is not a number.
func (z *Float) SetFloat64(x float64) *Float {
	z.defaultPrec(53)
	if math.IsNaN(x) {
		panic(ErrNaN{"Float.SetFloat64(NaN)"})
	}
	z.neg = math.Signbit(x)
	if math.IsInf(x, 0) {
		return z.special(inf, z.neg)
	}
	frac, exp := math.Frexp(math.Abs(x))
	return z.store(nat(nil).setWord(Word(frac*(1<<53))), int64(exp)-53, false)
}

// SetInt sets z to x; the precision is by default what x needs, and at least 64.
func (z *Float) SetInt(x *Int) *Float {
	z.defaultPrec(uint32(max(x.BitLen(), 64)))
	z.neg = x.neg
	return z.store(x.abs, 0, false)
}

// SetRat sets z to x; the precision is by default what both numbers of x need, and at least 64.
func (z *Float) SetRat(x *Rat) *Float {
	if x.IsInt() {
		return z.SetInt(x.Num())
	}
	a, b := new(Float).SetInt(&x.a), new(Float).SetInt(&x.b)
	z.defaultPrec(max(a.prec, b.prec))
	return z.Quo(a, b)
}

// SetInf sets z to an infinity.
func (z *Float) SetInf(signbit bool) *Float { return z.special(inf, signbit) }

// Set sets z to x, rounded to z's precision, if it has one.
func (z *Float) Set(x *Float) *Float {
	if z == x {
		return z
	}
	z.special(x.form, x.neg)
	if x.form == finite {
		z.exp = x.exp
		z.mant = z.mant.set(x.mant)
	}
	switch {
	case z.prec == 0:
		z.prec = x.prec
	case z.prec < x.prec:
		z.round()
	}
	return z
}

// Copy makes z what x is, precision, rounding and accuracy included.
func (z *Float) Copy(x *Float) *Float {
	if z != x {
		mant := z.mant
		*z = *x
		z.mant = mant.set(x.mant)
	}
	return z
}

// Abs sets z to |x|, rounded.
func (z *Float) Abs(x *Float) *Float {
	z.Set(x)
	z.neg = false
	return z
}

// Neg sets z to -x, rounded.
func (z *Float) Neg(x *Float) *Float {
	z.Set(x)
	z.neg = !z.neg
	return z
}

// order is -2 for -Inf, -1, 0, 1, and 2 for +Inf.
func (x *Float) order() int {
	o := int(x.form)
	if x.neg {
		return -o
	}
	return o
}

// Cmp is -1, 0 or 1; zeros are equal whatever their sign.
func (x *Float) Cmp(y *Float) int {
	a, b := x.order(), y.order()
	switch {
	case a < b:
		return -1
	case a > b:
		return 1
	case x.form != finite:
		return 0
	case x.neg:
		return y.cmpAbs(x)
	}
	return x.cmpAbs(y)
}

// cmpAbs compares magnitudes of finite numbers.
func (x *Float) cmpAbs(y *Float) int {
	if x.exp != y.exp {
		if x.exp < y.exp {
			return -1
		}
		return 1
	}
	// The words stand below a common point; what one lacks at the end is 0.
	for i := 1; i <= len(x.mant) || i <= len(y.mant); i++ {
		var a, b Word
		if i <= len(x.mant) {
			a = x.mant[len(x.mant)-i]
		}
		if i <= len(y.mant) {
			b = y.mant[len(y.mant)-i]
		}
		if a != b {
			if a < b {
				return -1
			}
			return 1
		}
	}
	return 0
}

// A shape is a format of machine floating-point numbers.
type shape struct {
	prec   int   // bits of the mantissa, with the hidden one
	lowest int64 // exponent of the smallest normal number
	top    int64 // highest exponent
}

var (
	shape64 = shape{53, -1022, 1023}
	shape32 = shape{24, -126, 127}
)

func float64frombits(u uint64) float64 { return math.Float64frombits(u) }

// nearest is the machine number nearest to m * 2**exp, even in a tie.
func nearest(m nat, exp int64, neg, more bool, s shape) (uint64, Accuracy) {
	width := uint(s.prec - 1)
	infinity := uint64(2*s.top+1) << width
	var sign uint64
	if neg {
		sign = (infinity>>width + 1) << width
	}
	if len(m) == 0 {
		return sign, Exact
	}
	high := exp + int64(m.bitLen()) - 1
	prec := int64(s.prec)
	if high < s.lowest {
		prec -= s.lowest - high
	}
	if prec < 0 || prec == 0 && !more && m.trailingZeros() == uint(m.bitLen()-1) {
		return sign, cut(neg)
	}
	if prec == 0 {
		return sign | 1, grown(neg)
	}
	buf := make(nat, len(m)+1)
	n, bits, change := roundWords(buf, m, uint64(prec), int(ToNearestEven), neg, more)
	high = exp + int64(bits) - 1
	if high > s.top {
		return sign | infinity, grown(neg)
	}
	acc := Accuracy(change)
	if neg {
		acc = -acc
	}
	w := uint64(buf[n-1])
	if high < s.lowest {
		return sign | w>>(63-uint(high-s.lowest+int64(width))), acc
	}
	return sign | uint64(high+s.top)<<width | w<<1>>(64-width), acc
}

func (x *Float) machine(s shape) (uint64, Accuracy) {
	if x.form == finite {
		return nearest(x.mant, x.whole(), x.neg, false, s)
	}
	u, _ := nearest(nil, 0, x.neg, false, s)
	if x.form == inf {
		u |= uint64(2*s.top+1) << uint(s.prec-1)
	}
	return u, Exact
}

// Float32 is the float32 nearest to x.
func (x *Float) Float32() (float32, Accuracy) {
	u, acc := x.machine(shape32)
	return math.Float32frombits(uint32(u)), acc
}

// Float64 is the float64 nearest to x.
func (x *Float) Float64() (float64, Accuracy) {
	u, acc := x.machine(shape64)
	return math.Float64frombits(u), acc
}

// truncated is the whole part of |x| and whether that is all of it; large if it takes more than 64 bits.
func (x *Float) truncated() (u uint64, exact, large bool) {
	switch {
	case x.form == zero:
		return 0, true, false
	case x.form == inf || x.exp > 64:
		return 0, false, true
	case x.exp <= 0:
		return 0, false, false
	}
	return uint64(x.mant[len(x.mant)-1]) >> (64 - uint(x.exp)), x.IsInt(), false
}

// Uint64 is x without its fraction, or the nearest number there is.
func (x *Float) Uint64() (uint64, Accuracy) {
	u, exact, large := x.truncated()
	switch {
	case x.neg && x.form != zero:
		return 0, Above
	case large:
		return math.MaxUint64, Below
	case exact || x.exp > 0 && x.MinPrec() <= 64:
		// As Go does, even a fraction is called exact here if its mantissa fits.
		return u, Exact
	}
	return u, Below
}

// Int64 is x without its fraction, or the nearest number there is.
func (x *Float) Int64() (int64, Accuracy) {
	u, exact, large := x.truncated()
	acc := cut(x.neg)
	if exact {
		acc = Exact
	}
	switch {
	case x.neg && !large && u <= 1<<63:
		return -int64(u), acc
	case x.neg:
		return math.MinInt64, Above
	case large || bits.Len64(u) > 63:
		return math.MaxInt64, Below
	}
	return int64(u), acc
}

// Int is x without its fraction, in z if that is not nil; nil if x is infinite.
func (x *Float) Int(z *Int) (*Int, Accuracy) {
	if x.form == inf {
		return nil, cut(x.neg)
	}
	if z == nil {
		z = new(Int)
	}
	if x.form == zero {
		return z.SetInt64(0), Exact
	}
	if x.exp <= 0 {
		return z.SetInt64(0), cut(x.neg)
	}
	var abs nat
	if by := x.whole(); by < 0 {
		abs = z.abs.shr(x.mant, uint(-by))
	} else {
		abs = z.abs.shl(x.mant, uint(by))
	}
	z.sized(abs, x.neg)
	if x.IsInt() {
		return z, Exact
	}
	return z, cut(x.neg)
}

// Rat is x, in z if that is not nil; nil if x is infinite.
func (x *Float) Rat(z *Rat) (*Rat, Accuracy) {
	if x.form == inf {
		return nil, cut(x.neg)
	}
	if z == nil {
		z = new(Rat)
	}
	if x.form == zero {
		return z.SetInt64(0), Exact
	}
	z.b.SetInt64(1)
	by := x.whole()
	z.a.sized(z.a.abs.shl(x.mant, uint(max(by, 0))), x.neg)
	z.b.Lsh(&z.b, uint(max(-by, 0)))
	return z.reduce(), Exact
}

// malformed says what is wrong with a Float that came from outside; "" if nothing is.
func (x *Float) malformed() string {
	if x.form != finite {
		return ""
	}
	n := len(x.mant)
	if n == 0 {
		return "nonzero finite number with empty mantissa"
	}
	if x.mant[n-1]>>(wordBits-1) == 0 {
		return fmt.Sprintf("msb not set in last word %#x of %s", x.mant[n-1], x.Text('p', 0))
	}
	if x.prec == 0 {
		return "zero precision finite number"
	}
	return ""
}
