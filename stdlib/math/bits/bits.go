// Package bits counts and moves bits.
package bits

import "internal/rt"

// UintSize is the size of a uint in bits.
const UintSize = 64

// LeadingZeros64 counts the zero bits above the highest one.
func LeadingZeros64(x uint64) int

// TrailingZeros64 counts the zero bits below the lowest one; 64 if there is none.
func TrailingZeros64(x uint64) int

// OnesCount64 counts the one bits.
func OnesCount64(x uint64) int

// Reverse64 is the bits in opposite order.
func Reverse64(x uint64) uint64

// ReverseBytes64 is the bytes in opposite order.
func ReverseBytes64(x uint64) uint64

// Mul64 is the product in two words.
func Mul64(x, y uint64) (hi, lo uint64)

// div64 is quotient and remainder of two words by y, which is greater than hi.
func div64(hi, lo, y uint64) (quo, rem uint64)

// Add64 is the sum and the carry.
func Add64(x, y, carry uint64) (sum, carryOut uint64) {
	sum = x + y + carry
	return sum, ((x & y) | ((x | y) &^ sum)) >> 63
}

// Sub64 is the difference and the borrow.
func Sub64(x, y, borrow uint64) (diff, borrowOut uint64) {
	diff = x - y - borrow
	return diff, ((^x & y) | (^(x ^ y) & diff)) >> 63
}

// Div64 is quotient and remainder of two words by y. It panics if the quotient does not fit.
func Div64(hi, lo, y uint64) (quo, rem uint64) {
	check(hi, y)
	return div64(hi, lo, y)
}

// Rem64 is the remainder of two words by y.
func Rem64(hi, lo, y uint64) uint64 {
	_, rem := div64(hi%y, lo, y)
	return rem
}

func check(hi, y uint64) {
	if y == 0 {
		rt.PanicDivide()
	}
	if y <= hi {
		rt.PanicOverflow()
	}
}

// Add32 is the sum and the carry.
func Add32(x, y, carry uint32) (sum, carryOut uint32) {
	s := uint64(x) + uint64(y) + uint64(carry)
	return uint32(s), uint32(s >> 32)
}

// Sub32 is the difference and the borrow.
func Sub32(x, y, borrow uint32) (diff, borrowOut uint32) {
	diff = x - y - borrow
	return diff, ((^x & y) | (^(x ^ y) & diff)) >> 31
}

// Mul32 is the product in two words.
func Mul32(x, y uint32) (hi, lo uint32) {
	p := uint64(x) * uint64(y)
	return uint32(p >> 32), uint32(p)
}

// Div32 is quotient and remainder of two words by y. It panics if the quotient does not fit.
func Div32(hi, lo, y uint32) (quo, rem uint32) {
	check(uint64(hi), uint64(y))
	z := uint64(hi)<<32 | uint64(lo)
	return uint32(z / uint64(y)), uint32(z % uint64(y))
}

// Rem32 is the remainder of two words by y.
func Rem32(hi, lo, y uint32) uint32 { return uint32((uint64(hi)<<32 | uint64(lo)) % uint64(y)) }

// Add is Add64 for uint.
func Add(x, y, carry uint) (sum, carryOut uint) {
	s, c := Add64(uint64(x), uint64(y), uint64(carry))
	return uint(s), uint(c)
}

// Sub is Sub64 for uint.
func Sub(x, y, borrow uint) (diff, borrowOut uint) {
	d, b := Sub64(uint64(x), uint64(y), uint64(borrow))
	return uint(d), uint(b)
}

// Mul is Mul64 for uint.
func Mul(x, y uint) (hi, lo uint) {
	h, l := Mul64(uint64(x), uint64(y))
	return uint(h), uint(l)
}

// Div is Div64 for uint.
func Div(hi, lo, y uint) (quo, rem uint) {
	q, r := Div64(uint64(hi), uint64(lo), uint64(y))
	return uint(q), uint(r)
}

// Rem is Rem64 for uint.
func Rem(hi, lo, y uint) uint { return uint(Rem64(uint64(hi), uint64(lo), uint64(y))) }

// LeadingZeros counts the zero bits above the highest one.
func LeadingZeros(x uint) int { return LeadingZeros64(uint64(x)) }

// TrailingZeros counts the zero bits below the lowest one; 64 if there is none.
func TrailingZeros(x uint) int { return TrailingZeros64(uint64(x)) }

// OnesCount counts the one bits.
func OnesCount(x uint) int { return OnesCount64(uint64(x)) }

// Reverse is the bits in opposite order.
func Reverse(x uint) uint { return uint(Reverse64(uint64(x))) }

// Len is how many bits x takes.
func Len(x uint) int { return 64 - LeadingZeros64(uint64(x)) }

// RotateLeft rotates by k, to the right if k is negative.
func RotateLeft(x uint, k int) uint {
	s := uint(k) & 63
	return x<<s | x>>(64-s)
}

// ReverseBytes is the bytes in opposite order.
func ReverseBytes(x uint) uint { return uint(ReverseBytes64(uint64(x))) }

// LeadingZeros8 counts the zero bits above the highest one.
func LeadingZeros8(x uint8) int { return LeadingZeros64(uint64(x)) - 56 }

// TrailingZeros8 counts the zero bits below the lowest one; 8 if there is none.
func TrailingZeros8(x uint8) int { return TrailingZeros64(uint64(x) | 1<<8) }

// OnesCount8 counts the one bits.
func OnesCount8(x uint8) int { return OnesCount64(uint64(x)) }

// Reverse8 is the bits in opposite order.
func Reverse8(x uint8) uint8 { return uint8(Reverse64(uint64(x)) >> 56) }

// Len8 is how many bits x takes.
func Len8(x uint8) int { return 64 - LeadingZeros64(uint64(x)) }

// RotateLeft8 rotates by k, to the right if k is negative.
func RotateLeft8(x uint8, k int) uint8 {
	s := uint(k) & 7
	return x<<s | x>>(8-s)
}

// LeadingZeros16 counts the zero bits above the highest one.
func LeadingZeros16(x uint16) int { return LeadingZeros64(uint64(x)) - 48 }

// TrailingZeros16 counts the zero bits below the lowest one; 16 if there is none.
func TrailingZeros16(x uint16) int { return TrailingZeros64(uint64(x) | 1<<16) }

// OnesCount16 counts the one bits.
func OnesCount16(x uint16) int { return OnesCount64(uint64(x)) }

// Reverse16 is the bits in opposite order.
func Reverse16(x uint16) uint16 { return uint16(Reverse64(uint64(x)) >> 48) }

// Len16 is how many bits x takes.
func Len16(x uint16) (n int) { return 64 - LeadingZeros64(uint64(x)) }

// RotateLeft16 rotates by k, to the right if k is negative.
func RotateLeft16(x uint16, k int) uint16 {
	s := uint(k) & 15
	return x<<s | x>>(16-s)
}

// ReverseBytes16 is the bytes in opposite order.
func ReverseBytes16(x uint16) uint16 { return uint16(ReverseBytes64(uint64(x)) >> 48) }

// LeadingZeros32 counts the zero bits above the highest one.
func LeadingZeros32(x uint32) int { return LeadingZeros64(uint64(x)) - 32 }

// TrailingZeros32 counts the zero bits below the lowest one; 32 if there is none.
func TrailingZeros32(x uint32) int { return TrailingZeros64(uint64(x) | 1<<32) }

// OnesCount32 counts the one bits.
func OnesCount32(x uint32) int { return OnesCount64(uint64(x)) }

// Reverse32 is the bits in opposite order.
func Reverse32(x uint32) uint32 { return uint32(Reverse64(uint64(x)) >> 32) }

// Len32 is how many bits x takes.
func Len32(x uint32) (n int) { return 64 - LeadingZeros64(uint64(x)) }

// RotateLeft32 rotates by k, to the right if k is negative.
func RotateLeft32(x uint32, k int) uint32 {
	s := uint(k) & 31
	return x<<s | x>>(32-s)
}

// ReverseBytes32 is the bytes in opposite order.
func ReverseBytes32(x uint32) uint32 { return uint32(ReverseBytes64(uint64(x)) >> 32) }

// Len64 is how many bits x takes.
func Len64(x uint64) (n int) { return 64 - LeadingZeros64(x) }

// RotateLeft64 rotates by k, to the right if k is negative.
func RotateLeft64(x uint64, k int) uint64 {
	s := uint(k) & 63
	return x<<s | x>>(64-s)
}
