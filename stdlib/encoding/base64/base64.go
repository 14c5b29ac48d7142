// Package base64 writes bytes as text of 64 characters, and reads it.
package base64

import (
	"io"
	"strconv"
)

// Encoding is an alphabet of 64 characters with its rules for padding.
type Encoding struct {
	alphabet [64]byte
	value    [256]uint8 // by character; noValue for others
	pad      rune
	strict   bool
}

const noValue = 0xFF

// Characters that pad the last group.
const (
	StdPadding rune = '='
	NoPadding  rune = -1
)

// NewEncoding is the padded encoding of an alphabet of 64 distinct bytes.
func NewEncoding(encoder string) *Encoding {
	if len(encoder) != 64 {
		panic("encoding alphabet is not 64-bytes long")
	}
	e := &Encoding{pad: StdPadding}
	for i := range e.value {
		e.value[i] = noValue
	}
	for i := range 64 {
		c := encoder[i]
		switch {
		case c == '\n' || c == '\r':
			panic("encoding alphabet contains newline character")
		case e.value[c] != noValue:
			panic("encoding alphabet includes duplicate symbols")
		}
		e.alphabet[i] = c
		e.value[c] = uint8(i)
	}
	return e
}

// WithPadding is the same encoding with another padding, or NoPadding.
func (enc Encoding) WithPadding(padding rune) *Encoding {
	switch {
	case padding < NoPadding || padding == '\r' || padding == '\n' || padding > 0xff:
		panic("invalid padding")
	case padding != NoPadding && enc.value[byte(padding)] != noValue:
		panic("padding contained in alphabet")
	}
	enc.pad = padding
	return &enc
}

// Strict is the same encoding, but unused bits must be zero when decoding.
func (enc Encoding) Strict() *Encoding {
	enc.strict = true
	return &enc
}

const letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789"

// StdEncoding is that of RFC 4648.
var StdEncoding = NewEncoding(letters + "+/")

// URLEncoding is the one for URLs and file names.
var URLEncoding = NewEncoding(letters + "-_")

// RawStdEncoding is StdEncoding without padding.
var RawStdEncoding = StdEncoding.WithPadding(NoPadding)

// RawURLEncoding is URLEncoding without padding.
var RawURLEncoding = URLEncoding.WithPadding(NoPadding)

// CorruptInputError is where the input is wrong.
type CorruptInputError int64

// Error names the byte.
func (e CorruptInputError) Error() string {
	return "illegal base64 data at input byte " + strconv.FormatInt(int64(e), 10)
}

// EncodedLen is how many bytes n bytes become.
func (enc *Encoding) EncodedLen(n int) int {
	if enc.pad == NoPadding {
		return n/3*4 + (n%3*8+5)/6
	}
	return (n + 2) / 3 * 4
}

// DecodedLen is how many bytes n characters become at most.
func (enc *Encoding) DecodedLen(n int) int {
	if enc.pad == NoPadding {
		return n/4*3 + n%4*6/8
	}
	return n / 4 * 3
}

// AppendEncode appends src, encoded.
func (enc *Encoding) AppendEncode(dst, src []byte) []byte {
	for ; len(src) >= 3; src = src[3:] {
		x := uint(src[0])<<16 | uint(src[1])<<8 | uint(src[2])
		dst = append(dst, enc.alphabet[x>>18], enc.alphabet[x>>12&63], enc.alphabet[x>>6&63], enc.alphabet[x&63])
	}
	if len(src) == 0 {
		return dst
	}
	x := uint(src[0]) << 16
	if len(src) == 2 {
		x |= uint(src[1]) << 8
	}
	dst = append(dst, enc.alphabet[x>>18], enc.alphabet[x>>12&63])
	if len(src) == 2 {
		dst = append(dst, enc.alphabet[x>>6&63])
	} else if enc.pad != NoPadding {
		dst = append(dst, byte(enc.pad))
	}
	if enc.pad != NoPadding {
		dst = append(dst, byte(enc.pad))
	}
	return dst
}

// Encode writes src, encoded, to dst, which has room for EncodedLen(len(src)) bytes.
func (enc *Encoding) Encode(dst, src []byte) {
	n := enc.EncodedLen(len(src))
	if n == 0 {
		return
	}
	_ = dst[n-1]
	enc.AppendEncode(dst[:0], src)
}

// EncodeToString is src, encoded.
func (enc *Encoding) EncodeToString(src []byte) string {
	return string(enc.AppendEncode(make([]byte, 0, enc.EncodedLen(len(src))), src))
}

// Decode writes what src stands for to dst and tells how many bytes that were. Newlines are left out.
func (enc *Encoding) Decode(dst, src []byte) (n int, err error) {
	var group [4]byte
	i := 0
	next := func() (c byte, ok bool) {
		for i < len(src) && (src[i] == '\n' || src[i] == '\r') {
			i++
		}
		if i == len(src) {
			return 0, false
		}
		i++
		return src[i-1], true
	}
	for {
		have := 0
		ended := false
		for have < 4 {
			c, ok := next()
			if !ok {
				if have == 0 {
					return n, nil
				}
				if have == 1 || enc.pad != NoPadding {
					return n, CorruptInputError(i - have)
				}
				ended = true
				break
			}
			if v := enc.value[c]; v != noValue {
				group[have] = v
				have++
				continue
			}
			if rune(c) != enc.pad || have < 2 {
				return n, CorruptInputError(i - 1)
			}
			if have == 2 {
				first := i - 1
				c, ok := next()
				if !ok {
					return n, CorruptInputError(len(src))
				}
				if rune(c) != enc.pad {
					return n, CorruptInputError(first)
				}
			}
			if _, more := next(); more {
				err = CorruptInputError(i - 1)
			}
			ended = true
			break
		}
		for k := have; k < 4; k++ {
			group[k] = 0
		}
		x := uint(group[0])<<18 | uint(group[1])<<12 | uint(group[2])<<6 | uint(group[3])
		out := [3]byte{byte(x >> 16), byte(x >> 8), byte(x)}
		if enc.strict && (have == 2 && (out[1] != 0 || out[2] != 0) || have == 3 && out[2] != 0) {
			return n, CorruptInputError(i - max(1, 4-have))
		}
		n += copy(dst[n:], out[:have-1])
		if ended || err != nil {
			return n, err
		}
	}
}

// AppendDecode appends what src stands for.
func (enc *Encoding) AppendDecode(dst, src []byte) ([]byte, error) {
	buf := make([]byte, len(src)/4*3+3)
	n, err := enc.Decode(buf, src)
	return append(dst, buf[:n]...), err
}

// DecodeString is what s stands for.
func (enc *Encoding) DecodeString(s string) ([]byte, error) {
	buf := make([]byte, len(s)/4*3+3)
	n, err := enc.Decode(buf, []byte(s))
	return buf[:n], err
}

// NewEncoder is a writer that encodes to w; Close writes the last group.
func NewEncoder(enc *Encoding, w io.Writer) io.WriteCloser { return &encoder{enc: enc, w: w} }

type encoder struct {
	enc  *Encoding
	w    io.Writer
	rest []byte // fewer than three bytes
	err  error
}

func (e *encoder) Write(p []byte) (n int, err error) {
	if e.err != nil {
		return 0, e.err
	}
	all := append(e.rest, p...)
	whole := len(all) / 3 * 3
	if whole > 0 {
		_, e.err = e.w.Write(e.enc.AppendEncode(nil, all[:whole]))
	}
	e.rest = append([]byte(nil), all[whole:]...)
	if e.err != nil {
		return 0, e.err
	}
	return len(p), nil
}

func (e *encoder) Close() error {
	if e.err == nil && len(e.rest) > 0 {
		_, e.err = e.w.Write(e.enc.AppendEncode(nil, e.rest))
		e.rest = nil
	}
	return e.err
}

// NewDecoder is a reader of what the text in r stands for.
func NewDecoder(enc *Encoding, r io.Reader) io.Reader { return &decoder{enc: enc, r: r} }

type decoder struct {
	enc  *Encoding
	r    io.Reader
	text []byte // read, without newlines, not decoded
	out  []byte // decoded, not given out
	err  error
}

func (d *decoder) Read(p []byte) (n int, err error) {
	var buf [1024]byte
	for len(d.out) == 0 && d.err == nil {
		k, err := d.r.Read(buf[:])
		for _, c := range buf[:k] {
			if c != '\n' && c != '\r' {
				d.text = append(d.text, c)
			}
		}
		whole := len(d.text) / 4 * 4
		if err == io.EOF && whole < len(d.text) {
			if d.enc.pad == NoPadding {
				whole = len(d.text)
			} else {
				err = io.ErrUnexpectedEOF
			}
		}
		if err != nil {
			d.err = err
		}
		out, bad := d.enc.AppendDecode(nil, d.text[:whole])
		d.out, d.text = out, d.text[whole:]
		if bad != nil {
			d.err = bad
		}
	}
	if len(d.out) == 0 {
		return 0, d.err
	}
	n = copy(p, d.out)
	d.out = d.out[n:]
	return n, nil
}
