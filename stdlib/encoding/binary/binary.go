// Package binary writes numbers as bytes and reads them, in either order of bytes or in a variable length.
package binary

import (
	"errors"
	"io"
	"reflect"
)

// ByteOrder reads and writes unsigned integers at the beginning of a slice.
type ByteOrder interface {
	String() string
	Uint16([]byte) uint16
	PutUint16([]byte, uint16)
	Uint32([]byte) uint32
	PutUint32([]byte, uint32)
	Uint64([]byte) uint64
	PutUint64([]byte, uint64)
}

// AppendByteOrder appends unsigned integers to a slice.
type AppendByteOrder interface {
	AppendUint16([]byte, uint16) []byte
	AppendUint32([]byte, uint32) []byte
	AppendUint64([]byte, uint64) []byte
	String() string
}

type littleEndian struct{}
type bigEndian struct{}
type nativeEndian struct{ littleEndian }

// LittleEndian has the least byte first.
var LittleEndian littleEndian

// BigEndian has the greatest byte first.
var BigEndian bigEndian

// NativeEndian is the order of the machine.
var NativeEndian nativeEndian

func (littleEndian) Uint16(b []byte) uint16 {
	_ = b[1]
	return uint16(b[0]) | uint16(b[1])<<8
}

func (littleEndian) Uint32(b []byte) uint32 {
	_ = b[3]
	return uint32(b[0]) | uint32(b[1])<<8 | uint32(b[2])<<16 | uint32(b[3])<<24
}

func (e littleEndian) Uint64(b []byte) uint64 {
	_ = b[7]
	return uint64(e.Uint32(b)) | uint64(e.Uint32(b[4:]))<<32
}

func (littleEndian) PutUint16(b []byte, x uint16) {
	_ = b[1]
	b[0], b[1] = byte(x), byte(x>>8)
}

func (littleEndian) PutUint32(b []byte, x uint32) {
	_ = b[3]
	b[0], b[1], b[2], b[3] = byte(x), byte(x>>8), byte(x>>16), byte(x>>24)
}

func (e littleEndian) PutUint64(b []byte, x uint64) {
	_ = b[7]
	e.PutUint32(b, uint32(x))
	e.PutUint32(b[4:], uint32(x>>32))
}

func (littleEndian) AppendUint16(b []byte, x uint16) []byte { return append(b, byte(x), byte(x>>8)) }

func (littleEndian) AppendUint32(b []byte, x uint32) []byte {
	return append(b, byte(x), byte(x>>8), byte(x>>16), byte(x>>24))
}

func (e littleEndian) AppendUint64(b []byte, x uint64) []byte {
	return e.AppendUint32(e.AppendUint32(b, uint32(x)), uint32(x>>32))
}

func (littleEndian) String() string { return "LittleEndian" }

// GoString is the name with the package's.
func (littleEndian) GoString() string { return "binary.LittleEndian" }

func (bigEndian) Uint16(b []byte) uint16 {
	_ = b[1]
	return uint16(b[1]) | uint16(b[0])<<8
}

func (bigEndian) Uint32(b []byte) uint32 {
	_ = b[3]
	return uint32(b[3]) | uint32(b[2])<<8 | uint32(b[1])<<16 | uint32(b[0])<<24
}

func (e bigEndian) Uint64(b []byte) uint64 {
	_ = b[7]
	return uint64(e.Uint32(b))<<32 | uint64(e.Uint32(b[4:]))
}

func (bigEndian) PutUint16(b []byte, x uint16) {
	_ = b[1]
	b[0], b[1] = byte(x>>8), byte(x)
}

func (bigEndian) PutUint32(b []byte, x uint32) {
	_ = b[3]
	b[0], b[1], b[2], b[3] = byte(x>>24), byte(x>>16), byte(x>>8), byte(x)
}

func (e bigEndian) PutUint64(b []byte, x uint64) {
	_ = b[7]
	e.PutUint32(b, uint32(x>>32))
	e.PutUint32(b[4:], uint32(x))
}

func (bigEndian) AppendUint16(b []byte, x uint16) []byte { return append(b, byte(x>>8), byte(x)) }

func (bigEndian) AppendUint32(b []byte, x uint32) []byte {
	return append(b, byte(x>>24), byte(x>>16), byte(x>>8), byte(x))
}

func (e bigEndian) AppendUint64(b []byte, x uint64) []byte {
	return e.AppendUint32(e.AppendUint32(b, uint32(x>>32)), uint32(x))
}

func (bigEndian) String() string { return "BigEndian" }

// GoString is the name with the package's.
func (bigEndian) GoString() string { return "binary.BigEndian" }

func (nativeEndian) String() string { return "NativeEndian" }

// GoString is the name with the package's.
func (nativeEndian) GoString() string { return "binary.NativeEndian" }

// The most bytes that a number of so many bits takes in variable length.
const (
	MaxVarintLen16 = 3
	MaxVarintLen32 = 5
	MaxVarintLen64 = 10
)

// AppendUvarint appends x in groups of 7 bits, the least first, with the top bit set in all but the last byte.
func AppendUvarint(buf []byte, x uint64) []byte {
	for ; x >= 0x80; x >>= 7 {
		buf = append(buf, byte(x)|0x80)
	}
	return append(buf, byte(x))
}

// PutUvarint writes x like AppendUvarint and tells how many bytes that were.
func PutUvarint(buf []byte, x uint64) int {
	n := 0
	for ; x >= 0x80; x >>= 7 {
		buf[n] = byte(x) | 0x80
		n++
	}
	buf[n] = byte(x)
	return n + 1
}

// zigzag makes small numbers of either sign small.
func zigzag(x int64) uint64 { return uint64(x)<<1 ^ uint64(x>>63) }

func unzigzag(u uint64) int64 { return int64(u>>1) ^ -int64(u&1) }

// AppendVarint appends a signed number.
func AppendVarint(buf []byte, x int64) []byte { return AppendUvarint(buf, zigzag(x)) }

// PutVarint writes a signed number.
func PutVarint(buf []byte, x int64) int { return PutUvarint(buf, zigzag(x)) }

// Uvarint reads a number and tells how many bytes it has; 0: buf is too short, negative: so many bytes are too many for 64 bits.
func Uvarint(buf []byte) (uint64, int) {
	var x uint64
	for i, b := range buf {
		if last := b < 0x80; i == MaxVarintLen64 || last && i == MaxVarintLen64-1 && b > 1 {
			return 0, -(i + 1)
		} else if x |= uint64(b&0x7f) << (7 * i); last {
			return x, i + 1
		}
	}
	return 0, 0
}

// Varint reads a signed number.
func Varint(buf []byte) (int64, int) {
	u, n := Uvarint(buf)
	return unzigzag(u), n
}

var errTooLong = errors.New("binary: varint overflows a 64-bit integer")

// ReadUvarint reads a number from r.
func ReadUvarint(r io.ByteReader) (uint64, error) {
	var x uint64
	for i := range MaxVarintLen64 {
		b, err := r.ReadByte()
		if err != nil {
			if i > 0 && err == io.EOF {
				err = io.ErrUnexpectedEOF
			}
			return x, err
		}
		if i == MaxVarintLen64-1 && b > 1 {
			break
		}
		x |= uint64(b&0x7f) << (7 * i)
		if b < 0x80 {
			return x, nil
		}
	}
	return x, errTooLong
}

// ReadVarint reads a signed number from r.
func ReadVarint(r io.ByteReader) (int64, error) {
	u, err := ReadUvarint(r)
	return unzigzag(u), err
}

// Size is how many bytes a value of fixed size takes, -1 for what has none.
func Size(v any) int {
	x := reflect.Indirect(reflect.ValueOf(v))
	if !x.IsValid() {
		return -1
	}
	if x.Kind() == reflect.Slice {
		n := sizeOf(x.Type().Elem())
		if n < 0 {
			return -1
		}
		return n * x.Len()
	}
	return sizeOf(x.Type())
}

func sizeOf(t reflect.Type) int {
	switch t.Kind() {
	case reflect.Bool:
		return 1
	case reflect.Int8, reflect.Int16, reflect.Int32, reflect.Int64, reflect.Uint8, reflect.Uint16, reflect.Uint32, reflect.Uint64,
		reflect.Float32, reflect.Float64, reflect.Complex64, reflect.Complex128:
		return t.Bits() / 8
	case reflect.Array:
		if n := sizeOf(t.Elem()); n >= 0 {
			return n * t.Len()
		}
	case reflect.Struct:
		sum := 0
		for i := range t.NumField() {
			n := sizeOf(t.Field(i).Type)
			if n < 0 {
				return -1
			}
			sum += n
		}
		return sum
	}
	return -1
}
