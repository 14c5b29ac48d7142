package big

import (
	"math/bits"
	"math/rand"
)

// MaxBase is the highest base of texts: digits, small and capital letters.
const MaxBase = 62

// An Int is a whole number with a sign. Its zero value is 0.
type Int struct {
	neg bool
	abs nat
}

var one = NewInt(1)

// NewInt is a new Int.
func NewInt(x int64) *Int { return new(Int).SetInt64(x) }

// magnitude is |x|.
func magnitude(x int64) uint64 {
	if x < 0 {
		return -uint64(x)
	}
	return uint64(x)
}

// sized gives z a sign; 0 has none.
func (z *Int) sized(abs nat, neg bool) *Int {
	z.abs, z.neg = abs, neg && len(abs) > 0
	return z
}

// SetInt64 sets z to x.
func (z *Int) SetInt64(x int64) *Int {
	z.abs = z.abs.setWord(Word(magnitude(x)))
	z.neg = x < 0
	return z
}

// SetUint64 sets z to x.
func (z *Int) SetUint64(x uint64) *Int {
	z.abs = z.abs.setWord(Word(x))
	z.neg = false
	return z
}

// Set copies x.
func (z *Int) Set(x *Int) *Int {
	if z != x {
		z.abs = z.abs.set(x.abs)
		z.neg = x.neg
	}
	return z
}

// SetBits makes abs, lowest word first, the magnitude of z: they share memory.
func (z *Int) SetBits(abs []Word) *Int { return z.sized(nat(abs).trimmed(), false) }

// SetBytes reads an unsigned number, highest byte first.
func (z *Int) SetBytes(buf []byte) *Int { return z.sized(z.abs.setBytes(buf), false) }

// Bits are the words of |x|, lowest first, in x's own memory.
func (x *Int) Bits() []Word { return x.abs }

// Bytes is |x|, highest byte first.
func (x *Int) Bytes() []byte {
	buf := make([]byte, len(x.abs)*8)
	return buf[x.abs.putBytes(buf):]
}

// FillBytes writes |x| to buf, with zeros in front.
func (x *Int) FillBytes(buf []byte) []byte {
	x.abs.putBytes(buf)
	return buf
}

// Sign is -1, 0 or 1.
func (x *Int) Sign() int {
	switch {
	case len(x.abs) == 0:
		return 0
	case x.neg:
		return -1
	}
	return 1
}

// low is the lowest word of |x|.
func (x *Int) low() uint64 {
	if len(x.abs) == 0 {
		return 0
	}
	return uint64(x.abs[0])
}

// Int64 is x, if it is in range.
func (x *Int) Int64() int64 {
	if x.neg {
		return -int64(x.low())
	}
	return int64(x.low())
}

// Uint64 is |x|, if it is in range.
func (x *Int) Uint64() uint64 { return x.low() }

// IsInt64 reports whether x is in the range of int64.
func (x *Int) IsInt64() bool {
	if len(x.abs) > 1 {
		return false
	}
	w := x.low()
	return w < 1<<63 || x.neg && w == 1<<63
}

// IsUint64 reports whether x is in the range of uint64.
func (x *Int) IsUint64() bool { return !x.neg && len(x.abs) <= 1 }

// BitLen is the number of bits of |x|.
func (x *Int) BitLen() int { return x.abs.bitLen() }

// TrailingZeroBits is how many zeros |x| ends in.
func (x *Int) TrailingZeroBits() uint { return x.abs.trailingZeros() }

// Abs sets z to |x|.
func (z *Int) Abs(x *Int) *Int {
	z.Set(x)
	z.neg = false
	return z
}

// Neg sets z to -x.
func (z *Int) Neg(x *Int) *Int {
	z.Set(x)
	return z.sized(z.abs, !z.neg)
}

// Add sets z to x + y.
func (z *Int) Add(x, y *Int) *Int { return z.sum(x, y, y.neg) }

// Sub sets z to x - y.
func (z *Int) Sub(x, y *Int) *Int { return z.sum(x, y, !y.neg) }

// sum adds y, with another sign, to x.
func (z *Int) sum(x, y *Int, yneg bool) *Int {
	neg := x.neg
	if neg == yneg {
		z.abs = z.abs.add(x.abs, y.abs)
	} else if x.abs.cmp(y.abs) >= 0 {
		z.abs = z.abs.sub(x.abs, y.abs)
	} else {
		z.abs = z.abs.sub(y.abs, x.abs)
		neg = yneg
	}
	z.neg = neg && len(z.abs) > 0
	return z
}

// Mul sets z to x * y.
func (z *Int) Mul(x, y *Int) *Int {
	neg := x.neg != y.neg
	return z.sized(z.abs.mul(x.abs, y.abs), neg)
}

// Quo sets z to x / y, cut off towards zero.
func (z *Int) Quo(x, y *Int) *Int {
	neg := x.neg != y.neg
	abs, _ := z.abs.divide(nil, x.abs, y.abs)
	return z.sized(abs, neg)
}

// Rem sets z to what Quo leaves; it has the sign of x.
func (z *Int) Rem(x, y *Int) *Int {
	neg := x.neg
	return z.sized(z.abs.rem(x.abs, y.abs), neg)
}

// QuoRem is Quo and Rem together.
func (z *Int) QuoRem(x, y, r *Int) (*Int, *Int) {
	xneg, neg := x.neg, x.neg != y.neg
	quo, rem := z.abs.divide(r.abs, x.abs, y.abs)
	return z.sized(quo, neg), r.sized(rem, xneg)
}

// Div sets z to the quotient that leaves no negative remainder.
func (z *Int) Div(x, y *Int) *Int {
	z.DivMod(x, y, new(Int))
	return z
}

// Mod sets z to the remainder that is not negative.
func (z *Int) Mod(x, y *Int) *Int {
	xneg := x.neg
	abs := nat(nil).rem(x.abs, y.abs)
	if xneg && len(abs) > 0 {
		return z.sized(z.abs.sub(y.abs, abs), false)
	}
	return z.sized(z.abs.set(abs), false)
}

// DivMod is Div and Mod together.
func (z *Int) DivMod(x, y, m *Int) (*Int, *Int) {
	divisor := y
	if z == y || m == y || alias(z.abs, y.abs) {
		divisor = new(Int).Set(y)
	}
	z.QuoRem(x, divisor, m)
	if m.neg {
		// One step further, away from zero.
		if divisor.neg {
			z.Add(z, one)
			m.Sub(m, divisor)
		} else {
			z.Sub(z, one)
			m.Add(m, divisor)
		}
	}
	return z, m
}

// alias reports whether x and y end at the same place.
func alias(x, y nat) bool {
	return cap(x) > 0 && cap(y) > 0 && &x[:cap(x)][cap(x)-1] == &y[:cap(y)][cap(y)-1]
}

// Names of the roundings that Divide knows.
const (
	Trunc = ToZero
	Floor = ToNegativeInf
	Round = ToNearestEven
	Ceil  = ToPositiveInf
)

// Divide sets z and r, where they are not nil, to the quotient rounded as mode says and what it leaves.
func (z *Int) Divide(x, y, r *Int, mode RoundingMode) (*Int, *Int) {
	quo, rem := new(Int).QuoRem(x, y, new(Int))
	neg := x.neg != y.neg
	var away bool
	switch mode {
	case Trunc:
	case Floor:
		away = neg && rem.Sign() != 0
	case Ceil:
		away = !neg && rem.Sign() != 0
	case Round:
		switch new(Int).Lsh(rem, 1).CmpAbs(y) {
		case 0:
			away = quo.Bit(0) == 1
		case 1:
			away = true
		}
	default:
		panic("unsupported rounding mode")
	}
	if away {
		step := NewInt(1)
		if neg {
			step.Neg(step)
		}
		quo.Add(quo, step)
		rem.Sub(rem, step.Mul(step, y))
	}
	if z != nil {
		z.Set(quo)
	}
	if r != nil {
		r.Set(rem)
	}
	return z, r
}

// Cmp is -1, 0 or 1.
func (x *Int) Cmp(y *Int) int {
	switch {
	case x == y:
		return 0
	case x.neg != y.neg:
		if x.neg {
			return -1
		}
		return 1
	case x.neg:
		return y.abs.cmp(x.abs)
	}
	return x.abs.cmp(y.abs)
}

// CmpAbs compares |x| with |y|.
func (x *Int) CmpAbs(y *Int) int { return x.abs.cmp(y.abs) }

// Lsh sets z to x << n.
func (z *Int) Lsh(x *Int, n uint) *Int {
	neg := x.neg
	return z.sized(z.abs.shl(x.abs, n), neg)
}

// Rsh sets z to x >> n, rounding down.
func (z *Int) Rsh(x *Int, n uint) *Int {
	neg := x.neg
	lost := neg && anyBelow(x.abs, uint64(n))
	z.abs = z.abs.shr(x.abs, n)
	if lost {
		z.abs = z.abs.add(z.abs, one.abs)
	}
	return z.sized(z.abs, neg)
}

// combine is a bitwise operation.
func (z *Int) combine(op int, x, y *Int) *Int {
	z.abs = z.abs.room(max(len(x.abs), len(y.abs)) + 1)
	n, neg := bitWords(z.abs, op, x.abs, x.neg, y.abs, y.neg)
	return z.sized(z.abs[:n], neg)
}

// And sets z to x & y.
func (z *Int) And(x, y *Int) *Int { return z.apply(opAnd, x, y) }

// Or sets z to x | y.
func (z *Int) Or(x, y *Int) *Int { return z.apply(opOr, x, y) }

// Xor sets z to x ^ y.
func (z *Int) Xor(x, y *Int) *Int { return z.apply(opXor, x, y) }

// AndNot sets z to x &^ y.
func (z *Int) AndNot(x, y *Int) *Int { return z.apply(opAndNot, x, y) }

// apply is combine for operands that may be z itself.
func (z *Int) apply(op int, x, y *Int) *Int {
	if z == x || z == y {
		a, b := *x, *y
		return z.combine(op, &a, &b)
	}
	return z.combine(op, x, y)
}

// Not sets z to ^x.
func (z *Int) Not(x *Int) *Int {
	z.Neg(x)
	return z.Sub(z, one)
}

// Bit is bit i of x, as two's complement.
func (x *Int) Bit(i int) uint {
	if i < 0 {
		panic("negative bit index")
	}
	b := x.abs.bit(uint(i))
	if x.neg && anyBelow(x.abs, uint64(i)) {
		return 1 - b
	}
	return b
}

// SetBit sets z to x with another bit i.
func (z *Int) SetBit(x *Int, i int, b uint) *Int {
	if i < 0 {
		panic("negative bit index")
	}
	mask := new(Int).Lsh(one, uint(i))
	switch b {
	case 0:
		return z.AndNot(x, mask)
	case 1:
		return z.Or(x, mask)
	}
	panic("set bit is not 0 or 1")
}

// Rand sets z to a number from 0 up to but not including n.
func (z *Int) Rand(rnd *rand.Rand, n *Int) *Int {
	if n.neg || len(n.abs) == 0 {
		return z.sized(nil, false)
	}
	limit := nat(nil).set(n.abs)
	words := z.abs.room(len(limit))
	mask := Word(1)<<(bits.Len(uint(limit[len(limit)-1]))%wordBits) - 1
	for {
		for i := range words {
			words[i] = Word(rnd.Uint32()) | Word(rnd.Uint32())<<32
		}
		words[len(words)-1] &= mask
		if found := words.trimmed(); found.cmp(limit) < 0 {
			return z.sized(found, false)
		}
	}
}

// Float64 is the float64 nearest to x, and how it compares with x.
func (x *Int) Float64() (float64, Accuracy) {
	f, acc := nearest(x.abs, 0, x.neg, false, shape64)
	return float64frombits(f), acc
}
