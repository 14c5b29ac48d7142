// Package hash says what checksums have in common.
package hash

import "io"

// Hash is a sum over all that is written to it; writing never fails.
type Hash interface {
	io.Writer
	// Sum appends the sum so far to b, and changes nothing.
	Sum(b []byte) []byte
	// Reset forgets what was written.
	Reset()
	// Size is the length of Sum.
	Size() int
	// BlockSize is what is best written at a time, or a multiple of it.
	BlockSize() int
}

// Hash32 has a sum that is a number of 32 bits.
type Hash32 interface {
	Hash
	Sum32() uint32
}

// Hash64 has a sum that is a number of 64 bits.
type Hash64 interface {
	Hash
	Sum64() uint64
}

// Cloner can be copied with all that was written.
type Cloner interface {
	Hash
	Clone() (Cloner, error)
}

// XOF gives as many bytes as are read, after everything has been written.
type XOF interface {
	io.Writer
	io.Reader
	// Reset forgets what was written and read.
	Reset()
	// BlockSize is what is best written at a time, or a multiple of it.
	BlockSize() int
}
