// Package cmp compares ordered values.
package cmp

// Ordered is every type with < on it.
type Ordered interface {
	~int | ~int8 | ~int16 | ~int32 | ~int64 |
		~uint | ~uint8 | ~uint16 | ~uint32 | ~uint64 | ~uintptr |
		~float32 | ~float64 |
		~string
}

// Less reports whether x is less than y; a NaN is less than any other number.
func Less[T Ordered](x, y T) bool { return x < y || x != x && y == y }

// Compare is -1 if x is less than y, 0 if they are equal, +1 if x is greater. A NaN equals a NaN and
// is less than any other number.
func Compare[T Ordered](x, y T) int {
	switch {
	case x < y:
		return -1
	case x > y:
		return +1
	case x == y:
		return 0
	case x == x:
		return +1
	case y == y:
		return -1
	}
	return 0
}

// Or is the first of its arguments that is not the zero value.
func Or[T comparable](vals ...T) T {
	var zero T
	for _, v := range vals {
		if v != zero {
			return v
		}
	}
	return zero
}
