// Package subtle compares and chooses without branches that would tell an observer what was compared.
package subtle

// ConstantTimeCompare is 1 if x and y are equal, else 0.
func ConstantTimeCompare(x, y []byte) int {
	if len(x) != len(y) {
		return 0
	}
	var diff byte
	for i, b := range x {
		diff |= b ^ y[i]
	}
	return ConstantTimeByteEq(diff, 0)
}

// ConstantTimeSelect is x if v is 1, and y if it is 0.
func ConstantTimeSelect(v, x, y int) int { return ^(v-1)&x | (v-1)&y }

// ConstantTimeByteEq is 1 if x == y, else 0.
func ConstantTimeByteEq(x, y uint8) int { return int((uint32(x^y) - 1) >> 31) }

// ConstantTimeEq is 1 if x == y, else 0.
func ConstantTimeEq(x, y int32) int { return int((uint64(uint32(x^y)) - 1) >> 63) }

// ConstantTimeCopy copies y to x if v is 1, and nothing if it is 0.
func ConstantTimeCopy(v int, x, y []byte) {
	if len(x) != len(y) {
		panic("subtle: slices have different lengths")
	}
	take := byte(-v)
	for i := range x {
		x[i] = x[i]&^take | y[i]&take
	}
}

// ConstantTimeLessOrEq is 1 if x <= y, else 0. Both lie below 1<<31, and are not negative.
func ConstantTimeLessOrEq(x, y int) int { return int((uint32(int32(x)-int32(y)-1) >> 31) & 1) }

// WithDataIndependentTiming calls f.
func WithDataIndependentTiming(f func()) { f() }

// XORBytes sets dst to the bits in which x and y differ, as far as both reach, and answers how far.
func XORBytes(dst, x, y []byte) int {
	n := min(len(x), len(y))
	if n == 0 {
		return 0
	}
	if len(dst) < n {
		panic("subtle.XORBytes: dst too short")
	}
	if overlaps(dst[:n], x[:n]) || overlaps(dst[:n], y[:n]) {
		panic("subtle.XORBytes: invalid overlap")
	}
	for i, b := range x[:n] {
		dst[i] = b ^ y[i]
	}
	return n
}

// overlaps reports whether a and b share some memory, but are not the same.
func overlaps(a, b []byte) bool {
	for i := 1; i < len(a); i++ {
		if &a[i] == &b[0] || &a[0] == &b[i] {
			return true
		}
	}
	return false
}
