// Package adler32 calculates Adler's checksum, that of zlib (RFC 1950).
package adler32

import (
	"encoding/binary"
	"errors"
	"hash"
)

// Size of a sum in bytes.
const Size = 4

// update adds p to a sum.
func update(sum uint32, p []byte) uint32

type sum uint32

// New is the sum of nothing.
func New() hash.Hash32 {
	s := sum(1)
	return &s
}

// Checksum is the sum of data.
func Checksum(data []byte) uint32 {
	s := sum(1)
	s.Write(data)
	return uint32(s)
}

func (s *sum) Size() int      { return Size }
func (s *sum) BlockSize() int { return 4 }
func (s *sum) Reset()         { *s = 1 }
func (s *sum) Sum32() uint32  { return uint32(*s) }

func (s *sum) Write(p []byte) (n int, err error) {
	const piece = 1 << 18
	for rest := p; len(rest) > 0; {
		part := rest[:min(len(rest), piece)]
		*s = sum(update(uint32(*s), part))
		rest = rest[len(part):]
	}
	return len(p), nil
}

func (s *sum) Sum(b []byte) []byte { return binary.BigEndian.AppendUint32(b, uint32(*s)) }

func (s *sum) Clone() (hash.Cloner, error) {
	c := *s
	return &c, nil
}

const magic = "adl\x01"

func (s *sum) AppendBinary(b []byte) ([]byte, error) { return s.Sum(append(b, magic...)), nil }
func (s *sum) MarshalBinary() ([]byte, error)        { return s.AppendBinary(nil) }

func (s *sum) UnmarshalBinary(b []byte) error {
	switch {
	case len(b) < 4 || string(b[:4]) != magic:
		return errors.New("hash/adler32: invalid hash state identifier")
	case len(b) != 8:
		return errors.New("hash/adler32: invalid hash state size")
	}
	*s = sum(binary.BigEndian.Uint32(b[4:]))
	return nil
}
