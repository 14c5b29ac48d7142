// Package maphash calculates sums for tables of one's own. They depend on a seed that differs from run to run.
package maphash

import (
	"encoding/binary"
	"hash"
	"internal/rt"
)

// bytes is the sum of b.
func bytes(seed uint64, b []byte) uint64

// value is the sum of what v holds; equal values have equal ones.
func value(seed uint64, v any) uint64

// A Seed chooses one of many sums. Its zero value is not to be used.
type Seed struct {
	s uint64
}

// MakeSeed is a random seed.
func MakeSeed() Seed {
	for {
		if s := rt.Rand64(); s != 0 {
			return Seed{s}
		}
	}
}

func (seed Seed) state() uint64 {
	if seed.s == 0 {
		panic("maphash: use of uninitialized Seed")
	}
	return seed.s
}

// Bytes is the sum of b.
func Bytes(seed Seed, b []byte) uint64 {
	var h Hash
	h.SetSeed(seed)
	h.Write(b)
	return h.Sum64()
}

// String is the sum of s.
func String(seed Seed, s string) uint64 {
	var h Hash
	h.SetSeed(seed)
	h.WriteString(s)
	return h.Sum64()
}

// Comparable is the sum of a value.
func Comparable[T comparable](seed Seed, v T) uint64 {
	var h Hash
	h.SetSeed(seed)
	WriteComparable(&h, v)
	return h.Sum64()
}

// WriteComparable adds a value to h.
func WriteComparable[T comparable](h *Hash, x T) {
	var b [8]byte
	binary.LittleEndian.PutUint64(b[:], value(h.Seed().s, x))
	h.Write(b[:])
}

const block = 128

// A Hash is a sum in the making. Its zero value has a random seed.
type Hash struct {
	_     [0]func() // not comparable
	seed  Seed
	state uint64 // of the blocks before buf
	buf   [block]byte
	n     int
}

func (h *Hash) prepare() {
	if h.seed.s == 0 {
		h.SetSeed(MakeSeed())
	}
}

// Seed is the seed in use.
func (h *Hash) Seed() Seed {
	h.prepare()
	return h.seed
}

// SetSeed sets the seed and forgets what was written.
func (h *Hash) SetSeed(seed Seed) {
	h.state = seed.state()
	h.seed = seed
	h.n = 0
}

// Reset forgets what was written, not the seed.
func (h *Hash) Reset() {
	h.prepare()
	h.state, h.n = h.seed.s, 0
}

// Write adds b.
func (h *Hash) Write(b []byte) (int, error) {
	h.prepare()
	for rest := b; len(rest) > 0; {
		if h.n == block {
			h.state = bytes(h.state, h.buf[:])
			h.n = 0
		}
		n := copy(h.buf[h.n:], rest)
		h.n += n
		rest = rest[n:]
	}
	return len(b), nil
}

// WriteString adds s.
func (h *Hash) WriteString(s string) (int, error) { return h.Write([]byte(s)) }

// WriteByte adds b.
func (h *Hash) WriteByte(b byte) error {
	h.Write([]byte{b})
	return nil
}

// Sum64 is the sum so far.
func (h *Hash) Sum64() uint64 {
	h.prepare()
	return bytes(h.state, h.buf[:h.n])
}

// Sum appends the sum so far.
func (h *Hash) Sum(b []byte) []byte { return binary.LittleEndian.AppendUint64(b, h.Sum64()) }

// Size is the length of Sum.
func (h *Hash) Size() int { return 8 }

// BlockSize is how much is summed at a time.
func (h *Hash) BlockSize() int { return block }

// Clone is a copy with the same seed.
func (h *Hash) Clone() (hash.Cloner, error) {
	h.prepare()
	return &Hash{seed: h.seed, state: h.state, buf: h.buf, n: h.n}, nil
}

// A Hasher says what equality means for a table, and sums accordingly.
type Hasher[T any] interface {
	Hash(hash *Hash, value T)
	Equal(x, y T) bool
}

// ComparableHasher is the Hasher of ==.
type ComparableHasher[T comparable] struct {
	_ [0]func(T)
}

// Hash adds v to h.
func (ComparableHasher[T]) Hash(h *Hash, v T) { WriteComparable(h, v) }

// Equal is x == y.
func (ComparableHasher[T]) Equal(x, y T) bool { return x == y }
