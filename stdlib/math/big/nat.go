// Package big calculates with numbers of any size: Int, Rat and Float. The work on the digits is done by natives.
package big

import "math/bits"

// A Word is one digit of a natural number.
type Word uint

const wordBits = 64

// nat is a natural number: its words, lowest first, the highest of them not 0. Zero has none.
type nat []Word

// The natives write their result to z, which is long enough, and answer how many words of it count.
// Operands may share memory with results.

// addWords is x + y; z has one word more than the longer of them.
func addWords(z, x, y nat) int

// subWords is x - y, which must not be negative.
func subWords(z, x, y nat) int

// compareWords is negative, 0 or positive.
func compareWords(x, y nat) int

// mulWords is x * y; z has the words of both.
func mulWords(z, x, y nat) int

// divWords is quotient and remainder, y not being 0. An empty q asks for the remainder only.
func divWords(q, r, x, y nat) (nq, nr int)

// shlWords is x << s.
func shlWords(z, x nat, s uint64) int

// shrWords is x >> s.
func shrWords(z, x nat, s uint64) int

// anyBelow reports whether one of the s lowest bits is set.
func anyBelow(x nat, s uint64) bool

// Operations of bitWords.
const (
	opAnd = iota
	opOr
	opXor
	opAndNot
)

// bitWords combines numbers with signs bit by bit, as two's complement.
func bitWords(z nat, op int, x nat, xneg bool, y nat, yneg bool) (n int, neg bool)

// sqrtWords is the root, rounded down.
func sqrtWords(z, x nat) int

// powerWords is x to the power of y modulo m, which is not 0.
func powerWords(z, x, y, m nat) int

// gcdWords is the greatest common divisor.
func gcdWords(z, a, b nat) int

// bezoutWords is the greatest common divisor z of positive numbers, and the smallest u and v with u*a + v*b = z.
func bezoutWords(z, u, v, a, b nat) (nz, nu int, uneg bool, nv int, vneg bool)

// roundWords cuts x, which is not 0, to prec bits and moves them to the top of a word. more tells that what is to be rounded
// is slightly larger than x. bits is the length of the result if it had not been cut; change its sign compared with x.
func roundWords(z, x nat, prec uint64, mode int, neg, more bool) (n, bits, change int)

// formatWords is x in a base from 2 to 62.
func formatWords(x nat, base int) string

// parseWords reads digits. It fails if there are none or others.
func parseWords(z nat, s string, base int) (n int, ok bool)

// primeWords tells whether x is prime.
func primeWords(x nat, rounds int) bool

// jacobiWords is the Jacobi symbol; y is odd.
func jacobiWords(x nat, xneg bool, y nat) int

// room is n words, those of z if it has as many.
func (z nat) room(n int) nat {
	if n <= cap(z) {
		return z[:n]
	}
	if n == 1 {
		return make(nat, 1)
	}
	return make(nat, n, n+4)
}

// trimmed is z without zeros at the top.
func (z nat) trimmed() nat {
	n := len(z)
	for n > 0 && z[n-1] == 0 {
		n--
	}
	return z[:n]
}

func (z nat) setWord(x Word) nat {
	if x == 0 {
		return z[:0]
	}
	z = z.room(1)
	z[0] = x
	return z
}

func (z nat) set(x nat) nat {
	z = z.room(len(x))
	copy(z, x)
	return z
}

func (z nat) add(x, y nat) nat {
	z = z.room(max(len(x), len(y)) + 1)
	return z[:addWords(z, x, y)]
}

func (z nat) sub(x, y nat) nat {
	z = z.room(len(x))
	return z[:subWords(z, x, y)]
}

func (x nat) cmp(y nat) int {
	if len(x) != len(y) {
		if len(x) < len(y) {
			return -1
		}
		return 1
	}
	if len(x) == 0 {
		return 0
	}
	return compareWords(x, y)
}

func (z nat) mul(x, y nat) nat {
	if len(x) == 0 || len(y) == 0 {
		return z[:0]
	}
	z = z.room(len(x) + len(y))
	return z[:mulWords(z, x, y)]
}

// divide is quotient and remainder in z and r.
func (z nat) divide(r, x, y nat) (quo, rem nat) {
	if len(y) == 0 {
		panic("division by zero")
	}
	if x.cmp(y) < 0 {
		rem = r.set(x)
		return z[:0], rem
	}
	z = z.room(len(x) - len(y) + 1)
	r = r.room(len(y))
	nq, nr := divWords(z, r, x, y)
	return z[:nq], r[:nr]
}

// rem is the remainder.
func (z nat) rem(x, y nat) nat {
	if len(y) == 0 {
		panic("division by zero")
	}
	if x.cmp(y) < 0 {
		return z.set(x)
	}
	z = z.room(len(y))
	_, n := divWords(nil, z, x, y)
	return z[:n]
}

func (z nat) shl(x nat, s uint) nat {
	if len(x) == 0 {
		return z[:0]
	}
	z = z.room(len(x) + int(s/wordBits) + 1)
	return z[:shlWords(z, x, uint64(s))]
}

func (z nat) shr(x nat, s uint) nat {
	if s/wordBits >= uint(len(x)) {
		return z[:0]
	}
	z = z.room(len(x) - int(s/wordBits))
	return z[:shrWords(z, x, uint64(s))]
}

// pow is x to the power of y.
func (z nat) pow(x nat, y nat) nat {
	if len(y) == 0 {
		return z.setWord(1)
	}
	if len(x) == 0 || len(x) == 1 && x[0] == 1 {
		return z.set(x)
	}
	// Powers of two in x are taken out, and put back by one shift.
	twos := x.trailingZeros()
	odd := nat(nil).shr(x, twos)
	var p nat
	if len(odd) == 1 && odd[0] == 1 {
		p = p.setWord(1)
	} else {
		p = p.set(odd)
		for i := y.bitLen() - 2; i >= 0; i-- {
			p = nat(nil).mul(p, p)
			if y.bit(uint(i)) != 0 {
				p = nat(nil).mul(p, odd)
			}
		}
	}
	if twos == 0 {
		return p
	}
	return z.shl(p, twos*uint(y[0]))
}

func (x nat) bitLen() int {
	if len(x) == 0 {
		return 0
	}
	return (len(x)-1)*wordBits + bits.Len(uint(x[len(x)-1]))
}

func (x nat) bit(i uint) uint {
	if i/wordBits >= uint(len(x)) {
		return 0
	}
	return uint(x[i/wordBits]>>(i%wordBits)) & 1
}

func (x nat) trailingZeros() uint {
	for i, w := range x {
		if w != 0 {
			return uint(i*wordBits + bits.TrailingZeros(uint(w)))
		}
	}
	return 0
}

// text is x in the given base.
func (x nat) text(base int) string {
	if base < 2 || base > MaxBase {
		panic("invalid base")
	}
	if len(x) == 0 {
		return "0"
	}
	return formatWords(x, base)
}

// parse reads digits of a base.
func (z nat) parse(s string, base int) (nat, bool) {
	z = z.room(len(s)*bits.Len(uint(base-1))/wordBits + 1)
	n, ok := parseWords(z, s, base)
	return z[:n], ok
}

// setBytes reads bytes, highest first.
func (z nat) setBytes(buf []byte) nat {
	z = z.room((len(buf) + 7) / 8)
	for i := range z {
		end := len(buf) - 8*i
		var w Word
		for _, b := range buf[max(end-8, 0):end] {
			w = w<<8 | Word(b)
		}
		z[i] = w
	}
	return z.trimmed()
}

// putBytes writes x to the end of buf, highest byte first, and answers where it begins. What lies before is set to zero.
func (x nat) putBytes(buf []byte) int {
	at := len(buf)
	for _, w := range x {
		for range 8 {
			if at == 0 {
				if w != 0 {
					panic("math/big: buffer too small to fit value")
				}
				continue
			}
			at--
			buf[at] = byte(w)
			w >>= 8
		}
	}
	clear(buf[:at])
	for at < len(buf) && buf[at] == 0 {
		at++
	}
	return at
}
