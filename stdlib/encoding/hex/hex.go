// Package hex writes bytes as hexadecimal digits, and reads them.
package hex

import (
	"errors"
	"fmt"
	"io"
	"strings"
)

const digits = "0123456789abcdef"

// ErrLength is the error of an odd number of digits.
var ErrLength = errors.New("encoding/hex: odd length hex string")

// InvalidByteError is a byte that is no digit.
type InvalidByteError byte

// Error shows the byte.
func (e InvalidByteError) Error() string {
	return fmt.Sprintf("encoding/hex: invalid byte: %#U", rune(e))
}

// EncodedLen is how many digits n bytes become.
func EncodedLen(n int) int { return 2 * n }

// DecodedLen is how many bytes n digits become.
func DecodedLen(n int) int { return n / 2 }

// AppendEncode appends the digits of src.
func AppendEncode(dst, src []byte) []byte {
	for _, b := range src {
		dst = append(dst, digits[b>>4], digits[b&15])
	}
	return dst
}

// Encode writes the digits of src to dst.
func Encode(dst, src []byte) int {
	for i, b := range src {
		dst[2*i], dst[2*i+1] = digits[b>>4], digits[b&15]
	}
	return 2 * len(src)
}

// EncodeToString is the digits of src.
func EncodeToString(src []byte) string { return string(AppendEncode(make([]byte, 0, 2*len(src)), src)) }

func value(c byte) (v byte, ok bool) {
	if '0' <= c && c <= '9' {
		return c & 0xf, true
	}
	letter := c | 0x20 // its lower case
	return letter - 'a' + 10, 'a' <= letter && letter <= 'f'
}

// Decode writes the bytes that the digits src stand for to dst and tells how many.
func Decode(dst, src []byte) (int, error) {
	for i := 0; i+1 < len(src); i += 2 {
		hi, ok := value(src[i])
		if !ok {
			return i / 2, InvalidByteError(src[i])
		}
		lo, ok := value(src[i+1])
		if !ok {
			return i / 2, InvalidByteError(src[i+1])
		}
		dst[i/2] = hi<<4 | lo
	}
	if len(src)%2 == 1 {
		if _, ok := value(src[len(src)-1]); !ok {
			return len(src) / 2, InvalidByteError(src[len(src)-1])
		}
		return len(src) / 2, ErrLength
	}
	return len(src) / 2, nil
}

// AppendDecode appends the bytes that the digits src stand for.
func AppendDecode(dst, src []byte) ([]byte, error) {
	b := make([]byte, len(src)/2)
	n, err := Decode(b, src)
	return append(dst, b[:n]...), err
}

// DecodeString is the bytes that the digits s stand for.
func DecodeString(s string) ([]byte, error) {
	b := make([]byte, len(s)/2)
	n, err := Decode(b, []byte(s))
	return b[:n], err
}

// NewEncoder is a writer of digits to w.
func NewEncoder(w io.Writer) io.Writer { return encoder{w} }

type encoder struct{ w io.Writer }

func (e encoder) Write(p []byte) (n int, err error) {
	k, err := e.w.Write(AppendEncode(nil, p))
	return k / 2, err
}

// NewDecoder is a reader of the bytes whose digits are in r.
func NewDecoder(r io.Reader) io.Reader { return &decoder{r: r} }

type decoder struct {
	r    io.Reader
	rest []byte
	err  error
}

func (d *decoder) Read(p []byte) (n int, err error) {
	for len(d.rest) < 2 && d.err == nil {
		var buf [1024]byte
		k, err := d.r.Read(buf[:])
		d.rest, d.err = append(d.rest, buf[:k]...), err
		if d.err == io.EOF && len(d.rest)%2 != 0 {
			if _, ok := value(d.rest[len(d.rest)-1]); !ok {
				d.err = InvalidByteError(d.rest[len(d.rest)-1])
			} else {
				d.err = io.ErrUnexpectedEOF
			}
		}
	}
	k := min(len(p), len(d.rest)/2)
	n, bad := Decode(p, d.rest[:2*k])
	d.rest = d.rest[2*n:]
	if bad != nil {
		d.rest, d.err = nil, bad
	}
	if len(d.rest) < 2 {
		return n, d.err
	}
	return n, nil
}

// Dump is the data as hexdump -C prints it.
func Dump(data []byte) string {
	if len(data) == 0 {
		return ""
	}
	var b strings.Builder
	d := Dumper(&b)
	d.Write(data)
	d.Close()
	return b.String()
}

// Dumper is a writer that prints what is written as hexdump -C does.
func Dumper(w io.Writer) io.WriteCloser { return &dumper{w: w} }

type dumper struct {
	w      io.Writer
	line   []byte
	offset int
	closed bool
}

func (d *dumper) Write(p []byte) (n int, err error) {
	if d.closed {
		return 0, errors.New("encoding/hex: dumper closed")
	}
	for _, b := range p {
		d.line = append(d.line, b)
		if len(d.line) == 16 {
			if err := d.flush(); err != nil {
				return n, err
			}
		}
		n++
	}
	return n, nil
}

func (d *dumper) flush() error {
	var out strings.Builder
	fmt.Fprintf(&out, "%08x", d.offset)
	for i := range 16 {
		if i%8 == 0 {
			out.WriteByte(' ')
		}
		if i < len(d.line) {
			fmt.Fprintf(&out, " %02x", d.line[i])
		} else {
			out.WriteString("   ")
		}
	}
	out.WriteString("  |")
	for _, b := range d.line {
		if b < 32 || b > 126 {
			b = '.'
		}
		out.WriteByte(b)
	}
	out.WriteString("|\n")
	d.offset += len(d.line)
	d.line = d.line[:0]
	_, err := io.WriteString(d.w, out.String())
	return err
}

func (d *dumper) Close() error {
	if d.closed {
		return nil
	}
	d.closed = true
	if len(d.line) == 0 {
		return nil
	}
	return d.flush()
}
