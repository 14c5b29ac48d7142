// Package rand has pseudo-random numbers. Its sources yield the same sequences as Go's.
package rand

import (
	"errors"
	"internal/rt"
	"math/bits"
)

// Source yields numbers of 64 bits.
type Source interface {
	Uint64() uint64
}

type runtimeSource struct{}

func (runtimeSource) Uint64() uint64 { return rt.Rand64() }

type intType interface {
	~int | ~int8 | ~int16 | ~int32 | ~int64 |
		~uint | ~uint8 | ~uint16 | ~uint32 | ~uint64 | ~uintptr
}

// Rand makes all kinds of numbers of a source.
type Rand struct{ src Source }

// New uses src.
func New(src Source) *Rand { return &Rand{src} }

// Int64 is at least 0.
func (r *Rand) Int64() int64 { return int64(r.src.Uint64() &^ (1 << 63)) }

// Uint32 has 32 bits.
func (r *Rand) Uint32() uint32 { return uint32(r.src.Uint64() >> 32) }

// Uint64 has 64 bits.
func (r *Rand) Uint64() uint64 { return r.src.Uint64() }

// Int32 is at least 0.
func (r *Rand) Int32() int32 { return int32(r.src.Uint64() >> 33) }

// Int is at least 0.
func (r *Rand) Int() int { return int(r.src.Uint64() << 1 >> 1) }

// Uint has 64 bits.
func (r *Rand) Uint() uint { return uint(r.src.Uint64()) }

// below is in [0, n), by multiplication (Lemire).
func (r *Rand) below(n uint64) uint64 {
	if n&(n-1) == 0 {
		return r.src.Uint64() & (n - 1)
	}
	hi, lo := bits.Mul64(r.src.Uint64(), n)
	if lo < n {
		limit := -n % n
		for lo < limit {
			hi, lo = bits.Mul64(r.src.Uint64(), n)
		}
	}
	return hi
}

// Int64N is in [0, n).
func (r *Rand) Int64N(n int64) int64 {
	if n <= 0 {
		panic("invalid argument to Int64N")
	}
	return int64(r.below(uint64(n)))
}

// Uint64N is in [0, n).
func (r *Rand) Uint64N(n uint64) uint64 {
	if n == 0 {
		panic("invalid argument to Uint64N")
	}
	return r.below(n)
}

// Int32N is in [0, n).
func (r *Rand) Int32N(n int32) int32 {
	if n <= 0 {
		panic("invalid argument to Int32N")
	}
	return int32(r.below(uint64(n)))
}

// Uint32N is in [0, n).
func (r *Rand) Uint32N(n uint32) uint32 {
	if n == 0 {
		panic("invalid argument to Uint32N")
	}
	return uint32(r.below(uint64(n)))
}

// IntN is in [0, n).
func (r *Rand) IntN(n int) int {
	if n <= 0 {
		panic("invalid argument to IntN")
	}
	return int(r.below(uint64(n)))
}

// UintN is in [0, n).
func (r *Rand) UintN(n uint) uint {
	if n == 0 {
		panic("invalid argument to UintN")
	}
	return uint(r.below(uint64(n)))
}

// Float64 is in [0, 1).
func (r *Rand) Float64() float64 { return float64(r.src.Uint64()<<11>>11) / (1 << 53) }

// Float32 is in [0, 1).
func (r *Rand) Float32() float32 { return float32(r.Uint32()<<8>>8) / (1 << 24) }

// Perm is a permutation of [0, n).
func (r *Rand) Perm(n int) []int {
	p := make([]int, n)
	for i := range p {
		p[i] = i
	}
	for i := n - 1; i > 0; i-- {
		j := r.below(uint64(i + 1))
		p[i], p[j] = p[j], p[i]
	}
	return p
}

// Shuffle permutes n elements by swap.
func (r *Rand) Shuffle(n int, swap func(i, j int)) {
	if n < 0 {
		panic("invalid argument to Shuffle")
	}
	for i := n - 1; i > 0; i-- {
		swap(i, int(r.below(uint64(i+1))))
	}
}

// PCG is O'Neill's generator PCG-DXSM with 128 bits of state.
type PCG struct {
	hi uint64
	lo uint64
}

// NewPCG is a PCG with those seeds.
func NewPCG(seed1, seed2 uint64) *PCG { return &PCG{seed1, seed2} }

// Seed restarts it.
func (p *PCG) Seed(seed1, seed2 uint64) { p.hi, p.lo = seed1, seed2 }

// Uint64 is the next number.
func (p *PCG) Uint64() uint64 {
	// state = state*multiplier + increment, both of 128 bits
	hi, lo := bits.Mul64(p.lo, 4865540595714422341)
	hi += p.hi*4865540595714422341 + p.lo*2549297995355413924
	lo += 1442695040888963407
	if lo < 1442695040888963407 {
		hi++
	}
	hi += 6364136223846793005
	p.hi, p.lo = hi, lo
	// double xorshift multiply
	hi ^= hi >> 32
	hi *= 0xda942042e4dd58b5
	hi ^= hi >> 48
	return hi * (lo | 1)
}

func appendBig(b []byte, x uint64) []byte {
	for i := 56; i >= 0; i -= 8 {
		b = append(b, byte(x>>i))
	}
	return b
}

func big(b []byte) (x uint64) {
	for _, c := range b[:8] {
		x = x<<8 | uint64(c)
	}
	return x
}

// AppendBinary appends the state.
func (p *PCG) AppendBinary(b []byte) ([]byte, error) {
	return appendBig(appendBig(append(b, "pcg:"...), p.hi), p.lo), nil
}

// MarshalBinary is the state.
func (p *PCG) MarshalBinary() ([]byte, error) { return p.AppendBinary(nil) }

// UnmarshalBinary undoes MarshalBinary.
func (p *PCG) UnmarshalBinary(data []byte) error {
	if len(data) != 20 || string(data[:4]) != "pcg:" {
		return errors.New("invalid PCG encoding")
	}
	p.hi, p.lo = big(data[4:]), big(data[12:])
	return nil
}

// ChaCha8 is a generator of cryptographic strength.
type ChaCha8 struct {
	buf     [32]uint64
	seed    [4]uint64
	i, n, c uint32 // next number, numbers in buf, counter
	readBuf [8]byte
	readLen int
}

// chacha8Block makes 32 numbers.
func chacha8Block(seed *[4]uint64, buf *[32]uint64, counter uint32)

// NewChaCha8 is a ChaCha8 with that seed.
func NewChaCha8(seed [32]byte) *ChaCha8 {
	c := new(ChaCha8)
	c.Seed(seed)
	return c
}

// Seed restarts it.
func (c *ChaCha8) Seed(seed [32]byte) {
	*c = ChaCha8{n: 32}
	for i, b := range seed {
		c.seed[i/8] |= uint64(b) << (i % 8 * 8)
	}
	chacha8Block(&c.seed, &c.buf, 0)
}

// Uint64 is the next number.
func (c *ChaCha8) Uint64() uint64 {
	if c.i >= c.n {
		// After four blocks the last four numbers become the next seed.
		if c.c += 4; c.c == 16 {
			copy(c.seed[:], c.buf[28:])
			c.c = 0
		}
		chacha8Block(&c.seed, &c.buf, c.c)
		c.i, c.n = 0, 32
		if c.c == 12 {
			c.n = 28
		}
	}
	x := c.buf[c.i]
	c.i++
	return x
}

// Read fills p.
func (c *ChaCha8) Read(p []byte) (n int, err error) {
	for n < len(p) {
		if c.readLen == 0 {
			x := c.Uint64()
			for i := range c.readBuf {
				c.readBuf[i] = byte(x >> (8 * i))
			}
			c.readLen = 8
		}
		m := copy(p[n:], c.readBuf[8-c.readLen:])
		c.readLen -= m
		n += m
	}
	return n, nil
}

// AppendBinary appends the state.
func (c *ChaCha8) AppendBinary(b []byte) ([]byte, error) {
	if c.readLen > 0 {
		b = append(append(b, "readbuf:"...), byte(c.readLen))
		b = append(b, c.readBuf[8-c.readLen:]...)
	}
	b = appendBig(append(b, "chacha8:"...), uint64(c.c/4*32+c.i))
	for _, x := range c.seed {
		for i := range 8 {
			b = append(b, byte(x>>(8*i)))
		}
	}
	return b, nil
}

// MarshalBinary is the state.
func (c *ChaCha8) MarshalBinary() ([]byte, error) { return c.AppendBinary(nil) }

// UnmarshalBinary undoes MarshalBinary.
func (c *ChaCha8) UnmarshalBinary(data []byte) error {
	var fresh ChaCha8
	if len(data) > 8 && string(data[:8]) == "readbuf:" {
		n := int(data[8])
		if n > 8 || len(data) < 9+n {
			return errors.New("invalid ChaCha8 Read buffer encoding")
		}
		fresh.readLen = copy(fresh.readBuf[8-n:], data[9:9+n])
		data = data[9+n:]
	}
	if len(data) != 48 || string(data[:8]) != "chacha8:" || big(data[8:]) > 4*32-4 {
		return errors.New("invalid ChaCha8 encoding")
	}
	used := uint32(big(data[8:]))
	for i, b := range data[16:] {
		fresh.seed[i/8] |= uint64(b) << (i % 8 * 8)
	}
	fresh.c, fresh.i, fresh.n = used/32*4, used%32, 32
	if fresh.c == 12 {
		fresh.n = 28
	}
	chacha8Block(&fresh.seed, &fresh.buf, fresh.c)
	*c = fresh
	return nil
}

// N is in [0, n).
func (r *Rand) N[Int intType](n Int) Int {
	if n <= 0 {
		panic("invalid argument to N")
	}
	return Int(r.below(uint64(n)))
}
