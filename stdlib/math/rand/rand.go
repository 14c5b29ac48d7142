// Package rand has pseudo-random numbers. Seeded sources yield the same sequences as Go's.
package rand

import "internal/rt"

// Source yields numbers of 63 bits.
type Source interface {
	Int63() int64
	Seed(seed int64)
}

// Source64 yields numbers of 64 bits, too.
type Source64 interface {
	Source
	Uint64() uint64
}

// source is an additive lagged Fibonacci generator: each number is the sum of those 607 and 273 before.
type source struct {
	tap, feed int
	vec       [607]int64
}

// NewSource is a source with that seed. It must not be used by several goroutines at once.
func NewSource(seed int64) Source {
	s := new(source)
	s.Seed(seed)
	return s
}

// seedVec fills vec from a seed in [1, 2³¹-2].
func seedVec(seed int64, vec *[607]int64)

func (s *source) Seed(seed int64) {
	s.tap, s.feed = 0, 607-273
	const m = 1<<31 - 1
	seed %= m
	if seed < 0 {
		seed += m
	}
	if seed == 0 {
		seed = 89482311
	}
	seedVec(seed, &s.vec)
}

func (s *source) Uint64() uint64 {
	if s.tap--; s.tap < 0 {
		s.tap += 607
	}
	if s.feed--; s.feed < 0 {
		s.feed += 607
	}
	x := s.vec[s.feed] + s.vec[s.tap]
	s.vec[s.feed] = x
	return uint64(x)
}

func (s *source) Int63() int64 { return int64(s.Uint64() &^ (1 << 63)) }

// runtimeSource is the machine's generator, for all goroutines.
type runtimeSource struct{}

func (runtimeSource) Int63() int64   { return int64(rt.Rand64() &^ (1 << 63)) }
func (runtimeSource) Uint64() uint64 { return rt.Rand64() }
func (runtimeSource) Seed(int64)     {}

// Rand makes all kinds of numbers of a source.
type Rand struct {
	src Source
	s64 Source64
	val int64 // what Read has left
	pos int8
}

// New uses src.
func New(src Source) *Rand {
	s64, _ := src.(Source64)
	return &Rand{src: src, s64: s64}
}

// Seed restarts the source.
func (r *Rand) Seed(seed int64) {
	r.src.Seed(seed)
	r.pos = 0
}

// Int63 is at least 0.
func (r *Rand) Int63() int64 { return r.src.Int63() }

// Uint32 has 32 bits.
func (r *Rand) Uint32() uint32 { return uint32(r.src.Int63() >> 31) }

// Uint64 has 64 bits.
func (r *Rand) Uint64() uint64 {
	if r.s64 != nil {
		return r.s64.Uint64()
	}
	return uint64(r.Int63())>>31 | uint64(r.Int63())<<32
}

// Int31 is at least 0.
func (r *Rand) Int31() int32 { return int32(r.src.Int63() >> 32) }

// Int is at least 0.
func (r *Rand) Int() int { return int(r.src.Int63()) }

// Int63n is in [0, n).
func (r *Rand) Int63n(n int64) int64 {
	if n <= 0 {
		panic("invalid argument to Int63n")
	}
	if n&(n-1) == 0 {
		return r.src.Int63() & (n - 1)
	}
	max := int64(1<<63 - 1 - (1<<63)%uint64(n))
	v := r.src.Int63()
	for v > max {
		v = r.src.Int63()
	}
	return v % n
}

// Int31n is in [0, n).
func (r *Rand) Int31n(n int32) int32 {
	if n <= 0 {
		panic("invalid argument to Int31n")
	}
	if n&(n-1) == 0 {
		return r.Int31() & (n - 1)
	}
	max := int32(1<<31 - 1 - (1<<31)%uint32(n))
	v := r.Int31()
	for v > max {
		v = r.Int31()
	}
	return v % n
}

// scaled is in [0, n), by multiplication (Lemire).
func (r *Rand) scaled(n int32) int32 {
	prod := uint64(r.Uint32()) * uint64(n)
	if low := uint32(prod); low < uint32(n) {
		limit := uint32(-n) % uint32(n)
		for low < limit {
			prod = uint64(r.Uint32()) * uint64(n)
			low = uint32(prod)
		}
	}
	return int32(prod >> 32)
}

// Intn is in [0, n).
func (r *Rand) Intn(n int) int {
	switch {
	case n <= 0:
		panic("invalid argument to Intn")
	case int64(n) < 1<<31:
		return int(r.Int31n(int32(n)))
	default:
		return int(r.Int63n(int64(n)))
	}
}

// Float64 is in [0, 1).
func (r *Rand) Float64() float64 {
	for {
		if f := float64(r.src.Int63()) / (1 << 63); f != 1 {
			return f
		}
	}
}

// Float32 is in [0, 1).
func (r *Rand) Float32() float32 {
	for {
		if f := float32(r.Float64()); f != 1 {
			return f
		}
	}
}

// Perm is a permutation of [0, n).
func (r *Rand) Perm(n int) []int {
	m := make([]int, n)
	for i := range n {
		j := r.Intn(i + 1)
		m[i] = m[j]
		m[j] = i
	}
	return m
}

// Shuffle permutes n elements by swap.
func (r *Rand) Shuffle(n int, swap func(i, j int)) {
	if n < 0 {
		panic("invalid argument to Shuffle")
	}
	for i := n - 1; i > 0; i-- {
		if i > 1<<31-1-1 {
			swap(i, int(r.Int63n(int64(i+1))))
		} else {
			swap(i, int(r.scaled(int32(i+1))))
		}
	}
}

// Read fills p.
func (r *Rand) Read(p []byte) (n int, err error) {
	for n = range p {
		if r.pos == 0 {
			r.val = r.src.Int63()
			r.pos = 7
		}
		p[n] = byte(r.val)
		r.val >>= 8
		r.pos--
	}
	return len(p), nil
}
