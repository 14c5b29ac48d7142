// Package crc32 calculates cyclic redundancy checks of 32 bits.
package crc32

import (
	"encoding/binary"
	"errors"
	"hash"
	"sync"
)

// Size of a sum in bytes.
const Size = 4

// Polynomials, lowest bit first.
const (
	IEEE       = 0xedb88320 // Ethernet, gzip, zip, PNG
	Castagnoli = 0x82f63b78 // iSCSI
	Koopman    = 0xeb31d82e
)

// Table is a polynomial prepared.
type Table [256]uint32

func prepare(poly uint32) *Table {
	t := new(Table)
	for i := range t {
		c := uint32(i)
		for range 8 {
			c = c>>1 ^ poly&-(c&1)
		}
		t[i] = c
	}
	return t
}

// IEEETable is the one for IEEE.
var IEEETable = prepare(IEEE)

var castagnoliTable = sync.OnceValue(func() *Table { return prepare(Castagnoli) })

// MakeTable prepares a polynomial. The table is not to be changed.
func MakeTable(poly uint32) *Table {
	switch poly {
	case IEEE:
		return IEEETable
	case Castagnoli:
		return castagnoliTable()
	}
	return prepare(poly)
}

// updateIEEE adds p to a sum.
func updateIEEE(crc uint32, p []byte) uint32

// updateCastagnoli adds p to a sum.
func updateCastagnoli(crc uint32, p []byte) uint32

// Update adds p to a sum.
func Update(crc uint32, tab *Table, p []byte) uint32 {
	switch tab {
	case IEEETable:
		return inPieces(updateIEEE, crc, p)
	case castagnoliTable():
		return inPieces(updateCastagnoli, crc, p)
	}
	crc = ^crc
	for _, b := range p {
		crc = tab[byte(crc)^b] ^ crc>>8
	}
	return ^crc
}

// inPieces lets others have their turn between calls.
func inPieces(update func(uint32, []byte) uint32, crc uint32, p []byte) uint32 {
	const piece = 1 << 18
	for ; len(p) > piece; p = p[piece:] {
		crc = update(crc, p[:piece])
	}
	return update(crc, p)
}

// Checksum is the sum of data.
func Checksum(data []byte, tab *Table) uint32 { return Update(0, tab, data) }

// ChecksumIEEE is the sum of data with IEEE's polynomial.
func ChecksumIEEE(data []byte) uint32 { return Update(0, IEEETable, data) }

type sum struct {
	crc uint32
	tab *Table
}

// New is the sum of nothing.
func New(tab *Table) hash.Hash32 { return &sum{0, tab} }

// NewIEEE is New with IEEE's polynomial.
func NewIEEE() hash.Hash32 { return New(IEEETable) }

func (s *sum) Size() int      { return Size }
func (s *sum) BlockSize() int { return 1 }
func (s *sum) Reset()         { s.crc = 0 }
func (s *sum) Sum32() uint32  { return s.crc }

func (s *sum) Write(p []byte) (n int, err error) {
	s.crc = Update(s.crc, s.tab, p)
	return len(p), nil
}

func (s *sum) Sum(b []byte) []byte { return binary.BigEndian.AppendUint32(b, s.crc) }

func (s *sum) Clone() (hash.Cloner, error) {
	c := *s
	return &c, nil
}

const magic = "crc\x01"

// print tells tables apart.
func (t *Table) print() uint32 {
	var b []byte
	for _, x := range t {
		b = binary.BigEndian.AppendUint32(b, x)
	}
	return ChecksumIEEE(b)
}

func (s *sum) AppendBinary(b []byte) ([]byte, error) {
	b = binary.BigEndian.AppendUint32(append(b, magic...), s.tab.print())
	return s.Sum(b), nil
}

func (s *sum) MarshalBinary() ([]byte, error) { return s.AppendBinary(nil) }

func (s *sum) UnmarshalBinary(b []byte) error {
	switch {
	case len(b) < 4 || string(b[:4]) != magic:
		return errors.New("hash/crc32: invalid hash state identifier")
	case len(b) != 12:
		return errors.New("hash/crc32: invalid hash state size")
	case binary.BigEndian.Uint32(b[4:]) != s.tab.print():
		return errors.New("hash/crc32: tables do not match")
	}
	s.crc = binary.BigEndian.Uint32(b[8:])
	return nil
}
