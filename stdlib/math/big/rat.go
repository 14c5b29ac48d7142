package big

import (
	"encoding/binary"
	"errors"
	"fmt"
	"math"
	"strings"
)

// A Rat is a fraction in lowest terms. Its zero value is 0.
type Rat struct {
	a Int
	b Int // the denominator; no words stand for 1
}

// NewRat is a / b.
func NewRat(a, b int64) *Rat { return new(Rat).SetFrac64(a, b) }

// reduce brings z into lowest terms.
func (z *Rat) reduce() *Rat {
	z.b.neg = false
	switch {
	case len(z.a.abs) == 0:
		z.a.neg = false
		z.b.abs = z.b.abs.setWord(1)
	case len(z.b.abs) == 0:
		z.b.abs = z.b.abs.setWord(1)
	case len(z.b.abs) > 1 || z.b.abs[0] != 1:
		d := make(nat, min(len(z.a.abs), len(z.b.abs)))
		d = d[:gcdWords(d, z.a.abs, z.b.abs)]
		if len(d) > 1 || d[0] != 1 {
			z.a.abs, _ = z.a.abs.divide(nil, z.a.abs, d)
			z.b.abs, _ = z.b.abs.divide(nil, z.b.abs, d)
		}
	}
	return z
}

// below is the denominator's words.
func (x *Rat) below() nat {
	if len(x.b.abs) == 0 {
		return one.abs
	}
	return x.b.abs
}

// SetFrac sets z to a / b, and panics if b is 0.
func (z *Rat) SetFrac(a, b *Int) *Rat {
	if len(b.abs) == 0 {
		panic("division by zero")
	}
	neg := a.neg != b.neg
	below := b.abs
	if &z.a == b || alias(z.a.abs, below) {
		below = nat(nil).set(below)
	}
	z.a.abs = z.a.abs.set(a.abs)
	z.a.neg = neg
	z.b.abs = z.b.abs.set(below)
	return z.reduce()
}

// SetFrac64 is SetFrac for small numbers.
func (z *Rat) SetFrac64(a, b int64) *Rat {
	if b == 0 {
		panic("division by zero")
	}
	z.a.SetInt64(a)
	z.b.SetInt64(b)
	z.a.neg = z.a.neg != z.b.neg
	return z.reduce()
}

// SetInt sets z to x.
func (z *Rat) SetInt(x *Int) *Rat {
	z.a.Set(x)
	z.b.SetInt64(1)
	return z
}

// SetInt64 sets z to x.
func (z *Rat) SetInt64(x int64) *Rat {
	z.a.SetInt64(x)
	z.b.SetInt64(1)
	return z
}

// SetUint64 sets z to x.
func (z *Rat) SetUint64(x uint64) *Rat {
	z.a.SetUint64(x)
	z.b.SetInt64(1)
	return z
}

// SetFloat64 sets z to exactly f; nil if f is not a finite number.
func (z *Rat) SetFloat64(f float64) *Rat {
	if math.IsNaN(f) || math.IsInf(f, 0) {
		return nil
	}
	frac, exp := math.Frexp(f)
	z.a.SetInt64(int64(frac * (1 << 53)))
	exp -= 53
	z.b.SetInt64(1)
	if exp > 0 {
		z.a.Lsh(&z.a, uint(exp))
	} else {
		z.b.Lsh(&z.b, uint(-exp))
	}
	return z.reduce()
}

// Set copies x.
func (z *Rat) Set(x *Rat) *Rat {
	if z != x {
		z.a.Set(&x.a)
		z.b.Set(&x.b)
	}
	if len(z.b.abs) == 0 {
		z.b.SetInt64(1)
	}
	return z
}

// Abs sets z to |x|.
func (z *Rat) Abs(x *Rat) *Rat {
	z.Set(x)
	z.a.neg = false
	return z
}

// Neg sets z to -x.
func (z *Rat) Neg(x *Rat) *Rat {
	z.Set(x)
	z.a.Neg(&z.a)
	return z
}

// Inv sets z to 1 / x, and panics if x is 0.
func (z *Rat) Inv(x *Rat) *Rat {
	if x.Sign() == 0 {
		panic("division by zero")
	}
	z.Set(x)
	z.a.abs, z.b.abs = z.b.abs, z.a.abs
	return z
}

// Sign is -1, 0 or 1.
func (x *Rat) Sign() int { return x.a.Sign() }

// IsInt reports whether the denominator is 1.
func (x *Rat) IsInt() bool {
	return len(x.b.abs) == 0 || len(x.b.abs) == 1 && x.b.abs[0] == 1
}

// Num is the numerator itself.
func (x *Rat) Num() *Int { return &x.a }

// Denom is the denominator itself; of a Rat that was never set a new 1.
func (x *Rat) Denom() *Int {
	if len(x.b.abs) == 0 {
		return NewInt(1)
	}
	return &x.b
}

// cross is the numerator of x times the denominator of y.
func cross(x, y *Rat) *Int {
	return new(Int).sized(nat(nil).mul(x.a.abs, y.below()), x.a.neg)
}

// Cmp is -1, 0 or 1.
func (x *Rat) Cmp(y *Rat) int { return cross(x, y).Cmp(cross(y, x)) }

// Add sets z to x + y.
func (z *Rat) Add(x, y *Rat) *Rat {
	p, q := cross(x, y), cross(y, x)
	z.b.abs = z.b.abs.mul(x.below(), y.below())
	z.a.Add(p, q)
	return z.reduce()
}

// Sub sets z to x - y.
func (z *Rat) Sub(x, y *Rat) *Rat {
	p, q := cross(x, y), cross(y, x)
	z.b.abs = z.b.abs.mul(x.below(), y.below())
	z.a.Sub(p, q)
	return z.reduce()
}

// Mul sets z to x * y.
func (z *Rat) Mul(x, y *Rat) *Rat {
	below := nat(nil).mul(x.below(), y.below())
	z.a.Mul(&x.a, &y.a)
	z.b.abs = below
	return z.reduce()
}

// Quo sets z to x / y, and panics if y is 0.
func (z *Rat) Quo(x, y *Rat) *Rat {
	if len(y.a.abs) == 0 {
		panic("division by zero")
	}
	p, q := cross(x, y), cross(y, x)
	neg := p.neg != q.neg
	z.a.sized(p.abs, neg)
	z.b.abs = q.abs
	return z.reduce()
}

// quotient is x in binary: m * 2**exp, or, if more is set, slightly larger in magnitude.
func (x *Rat) quotient() (m nat, exp int64, more bool) {
	b := x.below()
	s := max(66+b.bitLen()-x.a.abs.bitLen(), 0)
	m, rest := nat(nil).divide(nil, nat(nil).shl(x.a.abs, uint(s)), b)
	return m, -int64(s), len(rest) > 0
}

// machine is the machine number nearest to x, and whether it is x. As in Go, of a number too small by far only the mantissa is
// looked at.
func (x *Rat) machine(s shape) (u uint64, exact bool) {
	m, exp, more := x.quotient()
	u, acc := nearest(m, exp, x.a.neg, more, s)
	if len(m) > 0 && exp+int64(m.bitLen()) < s.lowest-int64(s.prec-1) {
		_, acc = nearest(m, 0, false, more, s)
	}
	return u, acc == Exact
}

// Float64 is the float64 nearest to x, and whether it is x.
func (x *Rat) Float64() (f float64, exact bool) {
	u, exact := x.machine(shape64)
	return math.Float64frombits(u), exact
}

// Float32 is the float32 nearest to x, and whether it is x.
func (x *Rat) Float32() (f float32, exact bool) {
	u, exact := x.machine(shape32)
	return math.Float32frombits(uint32(u)), exact
}

// String is x as "a/b".
func (x *Rat) String() string { return x.a.String() + "/" + x.below().text(10) }

// RatString is x as "a/b", or as "a" if b is 1.
func (x *Rat) RatString() string {
	if x.IsInt() {
		return x.a.String()
	}
	return x.String()
}

// FloatString is x in decimal with prec digits behind the point, halves rounded away from zero.
func (x *Rat) FloatString(prec int) string {
	prec = max(prec, 0)
	scale := nat(nil).pow(nat{10}, nat(nil).setWord(Word(prec)))
	b := x.below()
	q, r := nat(nil).divide(nil, nat(nil).mul(x.a.abs, scale), b)
	if nat(nil).shl(r, 1).cmp(b) >= 0 {
		q = q.add(q, one.abs)
	}
	digits := q.text(10)
	if len(digits) <= prec {
		digits = strings.Repeat("0", prec+1-len(digits)) + digits
	}
	if prec > 0 {
		digits = digits[:len(digits)-prec] + "." + digits[len(digits)-prec:]
	}
	if x.a.neg {
		return "-" + digits
	}
	return digits
}

// FloatPrec is how many digits follow the decimal point before those that repeat, and whether none do.
func (x *Rat) FloatPrec() (n int, exact bool) {
	rest := x.below()
	twos := int(rest.trailingZeros())
	rest = nat(nil).shr(rest, uint(twos))
	fives := 0
	for {
		q, r := nat(nil).divide(nil, rest, nat{5})
		if len(r) > 0 {
			break
		}
		rest = q
		fives++
	}
	return max(twos, fives), len(rest) == 1 && rest[0] == 1
}

// Exponents beyond these are refused by SetString.
const (
	maxScale5 = 1e6
	maxScale2 = 1e7
)

// SetString reads all of s: a fraction "a/b", or a number with a point or an exponent.
func (z *Rat) SetString(s string) (*Rat, bool) {
	above, below, fraction := strings.Cut(s, "/")
	if fraction {
		if _, ok := z.a.SetString(above, 0); !ok {
			return nil, false
		}
		if below == "" || below[0] == '+' || below[0] == '-' {
			return nil, false
		}
		if _, ok := z.b.SetString(below, 0); !ok || len(z.b.abs) == 0 {
			return nil, false
		}
		return z.reduce(), true
	}
	rest, neg := cutSign(s)
	c := cursor{text: rest}
	m, err := c.mantissa(0, true)
	if err != nil {
		return nil, false
	}
	exp, base, err := c.exponent(true)
	if err != nil || c.at < len(rest) {
		return nil, false
	}
	z.a.abs, _ = z.a.abs.parse(m.digits, m.base)
	z.a.neg = neg
	z.b.SetInt64(1)
	if len(z.a.abs) == 0 {
		return z.reduce(), true
	}
	exp2, exp5 := m.scales(exp, base)
	if exp5 < -maxScale5 || exp5 > maxScale5 || exp2 < -maxScale2 || exp2 > maxScale2 {
		return nil, false
	}
	if exp5 >= 0 {
		z.a.abs = z.a.abs.mul(z.a.abs, powerOfFive(exp5))
	} else {
		z.b.abs = powerOfFive(-exp5)
	}
	if exp2 >= 0 {
		z.a.abs = z.a.abs.shl(z.a.abs, uint(exp2))
	} else {
		z.b.abs = z.b.abs.shl(z.b.abs, uint(-exp2))
	}
	return z.reduce(), true
}

func powerOfFive(n int64) nat {
	return nat(nil).pow(nat{5}, nat(nil).setWord(Word(n)))
}

// Scan reads a number for the Scan functions of fmt, with the verbs for floating-point numbers and v.
func (z *Rat) Scan(s fmt.ScanState, verb rune) error {
	tok, err := s.Token(true, func(r rune) bool { return strings.ContainsRune("+-/0123456789.eE", r) })
	if err != nil {
		return err
	}
	if !strings.ContainsRune("efgEFGv", verb) {
		return errors.New("Rat.Scan: invalid verb")
	}
	if _, ok := z.SetString(string(tok)); !ok {
		return errors.New("Rat.Scan: invalid syntax")
	}
	return nil
}

// AppendText appends what RatString gives.
func (x *Rat) AppendText(b []byte) ([]byte, error) { return append(b, x.RatString()...), nil }

// MarshalText is what RatString gives.
func (x *Rat) MarshalText() (text []byte, err error) { return x.AppendText(nil) }

// UnmarshalText is SetString.
func (z *Rat) UnmarshalText(text []byte) error {
	if _, ok := z.SetString(string(text)); !ok {
		return fmt.Errorf("math/big: cannot unmarshal %q into a *big.Rat", text)
	}
	return nil
}

// GobEncode is a version, the sign, the length of the numerator, and the bytes of both numbers.
func (x *Rat) GobEncode() ([]byte, error) {
	if x == nil {
		return nil, nil
	}
	above := x.a.Bytes()
	buf := append(make([]byte, 0, 5+len(above)+8*len(x.b.abs)), gobHead(x.a.neg))
	buf = binary.BigEndian.AppendUint32(buf, uint32(len(above)))
	return append(append(buf, above...), x.b.Bytes()...), nil
}

// GobDecode reads what GobEncode wrote; nothing stands for 0.
func (z *Rat) GobDecode(buf []byte) error {
	if len(buf) == 0 {
		*z = Rat{}
		return nil
	}
	if len(buf) < 5 {
		return errors.New("Rat.GobDecode: buffer too small")
	}
	if v := buf[0] >> 1; v != gobVersion {
		return fmt.Errorf("Rat.GobDecode: encoding version %d not supported", v)
	}
	n := int(binary.BigEndian.Uint32(buf[1:]))
	if len(buf)-5 < n {
		return errors.New("Rat.GobDecode: buffer too small")
	}
	z.a.sized(z.a.abs.setBytes(buf[5:5+n]), buf[0]&1 != 0)
	z.b.sized(z.b.abs.setBytes(buf[5+n:]), false)
	return nil
}
