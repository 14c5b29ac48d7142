// Package crc64 calculates cyclic redundancy checks of 64 bits.
package crc64

import (
	"encoding/binary"
	"errors"
	"hash"
)

// Size of a sum in bytes.
const Size = 8

// Polynomials, lowest bit first.
const (
	ISO  = 0xd800000000000000
	ECMA = 0xc96c5795d7870f42
)

// Table is a polynomial prepared.
type Table [256]uint64

var isoTable, ecmaTable *Table

func init() { isoTable, ecmaTable = prepare(ISO), prepare(ECMA) }

func prepare(poly uint64) *Table {
	t := new(Table)
	for i := range t {
		c := uint64(i)
		for range 8 {
			c = c>>1 ^ poly&-(c&1)
		}
		t[i] = c
	}
	return t
}

// MakeTable prepares a polynomial. The table is not to be changed.
func MakeTable(poly uint64) *Table {
	switch poly {
	case ISO:
		return isoTable
	case ECMA:
		return ecmaTable
	}
	return prepare(poly)
}

// update adds p to a sum with one of the named polynomials.
func update(ecma bool, crc uint64, p []byte) uint64

// Update adds p to a sum.
func Update(crc uint64, tab *Table, p []byte) uint64 {
	if tab == isoTable || tab == ecmaTable {
		const piece = 1 << 17
		for ; len(p) > piece; p = p[piece:] {
			crc = update(tab == ecmaTable, crc, p[:piece])
		}
		return update(tab == ecmaTable, crc, p)
	}
	crc = ^crc
	for _, b := range p {
		crc = tab[byte(crc)^b] ^ crc>>8
	}
	return ^crc
}

// Checksum is the sum of data.
func Checksum(data []byte, tab *Table) uint64 { return Update(0, tab, data) }

type sum struct {
	crc uint64
	tab *Table
}

// New is the sum of nothing.
func New(tab *Table) hash.Hash64 { return &sum{0, tab} }

func (s *sum) Size() int      { return Size }
func (s *sum) BlockSize() int { return 1 }
func (s *sum) Reset()         { s.crc = 0 }
func (s *sum) Sum64() uint64  { return s.crc }

func (s *sum) Write(p []byte) (n int, err error) {
	s.crc = Update(s.crc, s.tab, p)
	return len(p), nil
}

func (s *sum) Sum(b []byte) []byte { return binary.BigEndian.AppendUint64(b, s.crc) }

func (s *sum) Clone() (hash.Cloner, error) {
	c := *s
	return &c, nil
}

const magic = "crc\x02"

// print tells tables apart.
func (t *Table) print() uint64 {
	var b []byte
	for _, x := range t {
		b = binary.BigEndian.AppendUint64(b, x)
	}
	return Checksum(b, isoTable)
}

func (s *sum) AppendBinary(b []byte) ([]byte, error) {
	b = binary.BigEndian.AppendUint64(append(b, magic...), s.tab.print())
	return s.Sum(b), nil
}

func (s *sum) MarshalBinary() ([]byte, error) { return s.AppendBinary(nil) }

func (s *sum) UnmarshalBinary(b []byte) error {
	switch {
	case len(b) < 4 || string(b[:4]) != magic:
		return errors.New("hash/crc64: invalid hash state identifier")
	case len(b) != 20:
		return errors.New("hash/crc64: invalid hash state size")
	case binary.BigEndian.Uint64(b[4:]) != s.tab.print():
		return errors.New("hash/crc64: tables do not match")
	}
	s.crc = binary.BigEndian.Uint64(b[12:])
	return nil
}
