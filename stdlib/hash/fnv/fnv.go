// Package fnv calculates the sums of Fowler, Noll and Vo: a multiplication and an exclusive or for every byte, in this order, or
// (those ending in a) in the other.
package fnv

import (
	"encoding/binary"
	"errors"
	"hash"
)

// The natives add p to a sum; a chooses the order.

func update32(h uint32, p []byte, a bool) uint32

func update64(h uint64, p []byte, a bool) uint64

func update128(hi, lo uint64, p []byte, a bool) (nhi, nlo uint64)

// Sums of nothing.
const (
	start32    = 0x811c9dc5
	start64    = 0xcbf29ce484222325
	start128hi = 0x6c62272e07bb0142
	start128lo = 0x62b821756295c58d
)

// How much a native gets at once.
const piece = 1 << 17

type sum32 struct {
	h uint32
	a bool
}

type sum64 struct {
	h uint64
	a bool
}

type sum128 struct {
	hi, lo uint64
	a      bool
}

// New32 is FNV-1 with 32 bits.
func New32() hash.Hash32 { return &sum32{start32, false} }

// New32a is FNV-1a with 32 bits.
func New32a() hash.Hash32 { return &sum32{start32, true} }

// New64 is FNV-1 with 64 bits.
func New64() hash.Hash64 { return &sum64{start64, false} }

// New64a is FNV-1a with 64 bits.
func New64a() hash.Hash64 { return &sum64{start64, true} }

// New128 is FNV-1 with 128 bits.
func New128() hash.Hash { return &sum128{start128hi, start128lo, false} }

// New128a is FNV-1a with 128 bits.
func New128a() hash.Hash { return &sum128{start128hi, start128lo, true} }

func (s *sum32) Reset()  { s.h = start32 }
func (s *sum64) Reset()  { s.h = start64 }
func (s *sum128) Reset() { s.hi, s.lo = start128hi, start128lo }

func (s *sum32) Size() int  { return 4 }
func (s *sum64) Size() int  { return 8 }
func (s *sum128) Size() int { return 16 }

func (s *sum32) BlockSize() int  { return 1 }
func (s *sum64) BlockSize() int  { return 1 }
func (s *sum128) BlockSize() int { return 1 }

func (s *sum32) Sum32() uint32 { return s.h }
func (s *sum64) Sum64() uint64 { return s.h }

func (s *sum32) Write(p []byte) (int, error) {
	n := len(p)
	for ; len(p) > piece; p = p[piece:] {
		s.h = update32(s.h, p[:piece], s.a)
	}
	s.h = update32(s.h, p, s.a)
	return n, nil
}

func (s *sum64) Write(p []byte) (int, error) {
	n := len(p)
	for ; len(p) > piece; p = p[piece:] {
		s.h = update64(s.h, p[:piece], s.a)
	}
	s.h = update64(s.h, p, s.a)
	return n, nil
}

func (s *sum128) Write(p []byte) (int, error) {
	n := len(p)
	for ; len(p) > piece; p = p[piece:] {
		s.hi, s.lo = update128(s.hi, s.lo, p[:piece], s.a)
	}
	s.hi, s.lo = update128(s.hi, s.lo, p, s.a)
	return n, nil
}

func (s *sum32) Sum(b []byte) []byte { return binary.BigEndian.AppendUint32(b, s.h) }
func (s *sum64) Sum(b []byte) []byte { return binary.BigEndian.AppendUint64(b, s.h) }
func (s *sum128) Sum(b []byte) []byte {
	return binary.BigEndian.AppendUint64(binary.BigEndian.AppendUint64(b, s.hi), s.lo)
}

func (s *sum32) Clone() (hash.Cloner, error) {
	c := *s
	return &c, nil
}

func (s *sum64) Clone() (hash.Cloner, error) {
	c := *s
	return &c, nil
}

func (s *sum128) Clone() (hash.Cloner, error) {
	c := *s
	return &c, nil
}

// magic is what a saved sum begins with; kind counts the sizes.
func magic(kind byte, a bool) string {
	if a {
		kind++
	}
	return "fnv" + string(rune(kind))
}

// saved is the sum in b, a saved one.
func saved(b []byte, magic string, size int) ([]byte, error) {
	if len(b) < 4 || string(b[:4]) != magic {
		return nil, errors.New("hash/fnv: invalid hash state identifier")
	}
	if len(b) != 4+size {
		return nil, errors.New("hash/fnv: invalid hash state size")
	}
	return b[4:], nil
}

func (s *sum32) AppendBinary(b []byte) ([]byte, error) {
	return s.Sum(append(b, magic(1, s.a)...)), nil
}

func (s *sum64) AppendBinary(b []byte) ([]byte, error) {
	return s.Sum(append(b, magic(3, s.a)...)), nil
}

func (s *sum128) AppendBinary(b []byte) ([]byte, error) {
	return s.Sum(append(b, magic(5, s.a)...)), nil
}

func (s *sum32) MarshalBinary() ([]byte, error)  { return s.AppendBinary(nil) }
func (s *sum64) MarshalBinary() ([]byte, error)  { return s.AppendBinary(nil) }
func (s *sum128) MarshalBinary() ([]byte, error) { return s.AppendBinary(nil) }

func (s *sum32) UnmarshalBinary(b []byte) error {
	b, err := saved(b, magic(1, s.a), 4)
	if err == nil {
		s.h = binary.BigEndian.Uint32(b)
	}
	return err
}

func (s *sum64) UnmarshalBinary(b []byte) error {
	b, err := saved(b, magic(3, s.a), 8)
	if err == nil {
		s.h = binary.BigEndian.Uint64(b)
	}
	return err
}

func (s *sum128) UnmarshalBinary(b []byte) error {
	b, err := saved(b, magic(5, s.a), 16)
	if err == nil {
		s.hi, s.lo = binary.BigEndian.Uint64(b), binary.BigEndian.Uint64(b[8:])
	}
	return err
}
