package binary

import (
	"errors"
	"io"
	"math"
	"reflect"
)

var errTooSmall = errors.New("buffer too small")

// Append appends a value of fixed size, or a slice of such, or a pointer to one.
func Append(buf []byte, order ByteOrder, data any) ([]byte, error) {
	n := Size(data)
	if n < 0 {
		return nil, errors.New("binary.Append: some values are not fixed-sized in type " + reflect.TypeOf(data).String())
	}
	start := len(buf)
	buf = append(buf, make([]byte, n)...)
	c := codec{buf: buf[start:], order: order}
	c.put(reflect.Indirect(reflect.ValueOf(data)))
	return buf, nil
}

// Encode writes a value to the beginning of buf and tells how many bytes that were.
func Encode(buf []byte, order ByteOrder, data any) (int, error) {
	n := Size(data)
	switch {
	case n < 0:
		return 0, errors.New("binary.Encode: some values are not fixed-sized in type " + reflect.TypeOf(data).String())
	case len(buf) < n:
		return 0, errTooSmall
	}
	c := codec{buf: buf[:n], order: order}
	c.put(reflect.Indirect(reflect.ValueOf(data)))
	return n, nil
}

// Write writes a value to w.
func Write(w io.Writer, order ByteOrder, data any) error {
	n := Size(data)
	if n < 0 {
		return errors.New("binary.Write: some values are not fixed-sized in type " + reflect.TypeOf(data).String())
	}
	c := codec{buf: make([]byte, n), order: order}
	buf := c.buf
	c.put(reflect.Indirect(reflect.ValueOf(data)))
	_, err := w.Write(buf)
	return err
}

// variable is what a pointer or a slice gives to read into.
func variable(data any) (v reflect.Value, n int) {
	v = reflect.ValueOf(data)
	switch v.Kind() {
	case reflect.Pointer:
		v = v.Elem()
		return v, Size(data)
	case reflect.Slice:
		return v, Size(data)
	}
	return v, -1
}

// Decode reads a value, which data points to or whose elements it has, from the beginning of buf.
func Decode(buf []byte, order ByteOrder, data any) (int, error) {
	v, n := variable(data)
	switch {
	case n < 0:
		return 0, errors.New("binary.Decode: invalid type " + reflect.TypeOf(data).String())
	case len(buf) < n:
		return 0, errTooSmall
	}
	c := codec{buf: buf[:n], order: order}
	c.get(v)
	return n, nil
}

// Read reads a value, which data points to or whose elements it has, from r.
func Read(r io.Reader, order ByteOrder, data any) error {
	v, n := variable(data)
	if n < 0 {
		return errors.New("binary.Read: invalid type " + reflect.TypeOf(data).String())
	}
	c := codec{buf: make([]byte, n), order: order}
	if _, err := io.ReadFull(r, c.buf); err != nil {
		return err
	}
	c.get(v)
	return nil
}

// codec goes through a buffer.
type codec struct {
	buf   []byte
	order ByteOrder
}

// next is the next n bytes.
func (c *codec) next(n int) []byte {
	b := c.buf[:n]
	c.buf = c.buf[n:]
	return b
}

func (c *codec) putBits(bytes int, x uint64) {
	b := c.next(bytes)
	switch bytes {
	case 1:
		b[0] = byte(x)
	case 2:
		c.order.PutUint16(b, uint16(x))
	case 4:
		c.order.PutUint32(b, uint32(x))
	default:
		c.order.PutUint64(b, x)
	}
}

func (c *codec) getBits(bytes int) uint64 {
	b := c.next(bytes)
	switch bytes {
	case 1:
		return uint64(b[0])
	case 2:
		return uint64(c.order.Uint16(b))
	case 4:
		return uint64(c.order.Uint32(b))
	}
	return c.order.Uint64(b)
}

func (c *codec) putFloat(bytes int, x float64) {
	if bytes == 4 {
		c.putBits(4, uint64(math.Float32bits(float32(x))))
	} else {
		c.putBits(8, math.Float64bits(x))
	}
}

func (c *codec) getFloat(bytes int) float64 {
	if bytes == 4 {
		return float64(math.Float32frombits(uint32(c.getBits(4))))
	}
	return math.Float64frombits(c.getBits(8))
}

func (c *codec) put(v reflect.Value) {
	switch k := v.Kind(); {
	case k == reflect.Slice || k == reflect.Array:
		for i := range v.Len() {
			c.put(v.Index(i))
		}
	case k == reflect.Struct:
		for i := range v.NumField() {
			if v.Type().Field(i).Name == "_" {
				clear(c.next(sizeOf(v.Field(i).Type())))
			} else {
				c.put(v.Field(i))
			}
		}
	case k == reflect.Bool:
		var x uint64
		if v.Bool() {
			x = 1
		}
		c.putBits(1, x)
	case v.CanInt():
		c.putBits(v.Type().Bits()/8, uint64(v.Int()))
	case v.CanUint():
		c.putBits(v.Type().Bits()/8, v.Uint())
	case v.CanFloat():
		c.putFloat(v.Type().Bits()/8, v.Float())
	case v.CanComplex():
		n := v.Type().Bits() / 16
		c.putFloat(n, real(v.Complex()))
		c.putFloat(n, imag(v.Complex()))
	}
}

func (c *codec) get(v reflect.Value) {
	switch k := v.Kind(); {
	case k == reflect.Slice || k == reflect.Array:
		for i := range v.Len() {
			c.get(v.Index(i))
		}
	case k == reflect.Struct:
		for i := range v.NumField() {
			if f := v.Field(i); f.CanSet() || v.Type().Field(i).Name != "_" {
				c.get(f)
			} else {
				c.next(sizeOf(f.Type()))
			}
		}
	case k == reflect.Bool:
		v.SetBool(c.getBits(1) != 0)
	case v.CanInt():
		n := v.Type().Bits() / 8
		unused := 64 - 8*n
		v.SetInt(int64(c.getBits(n)<<unused) >> unused)
	case v.CanUint():
		v.SetUint(c.getBits(v.Type().Bits() / 8))
	case v.CanFloat():
		v.SetFloat(c.getFloat(v.Type().Bits() / 8))
	case v.CanComplex():
		n := v.Type().Bits() / 16
		re := c.getFloat(n)
		v.SetComplex(complex(re, c.getFloat(n)))
	}
}
