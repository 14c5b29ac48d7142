// Package base32 writes bytes as text of 32 characters, and reads it (RFC 4648).
package base32

import (
	"io"
	"strconv"
)

// Encoding is an alphabet of 32 characters with its rules for padding.
type Encoding struct {
	alphabet string
	value    [256]byte // by character; absent for others
	pad      rune
}

const absent = 0xff

// Characters that pad the last group.
const (
	StdPadding rune = '='
	NoPadding  rune = -1
)

// The usual encodings.
var (
	StdEncoding = NewEncoding("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567")
	HexEncoding = NewEncoding("0123456789ABCDEFGHIJKLMNOPQRSTUV")
)

// NewEncoding is the padded encoding of an alphabet of 32 distinct bytes.
func NewEncoding(encoder string) *Encoding {
	if len(encoder) != 32 {
		panic("encoding alphabet is not 32-bytes long")
	}
	enc := &Encoding{alphabet: encoder, pad: StdPadding}
	for i := range enc.value {
		enc.value[i] = absent
	}
	for i, c := range []byte(encoder) {
		if c == '\r' || c == '\n' {
			panic("encoding alphabet contains newline character")
		}
		if enc.value[c] != absent {
			panic("encoding alphabet includes duplicate symbols")
		}
		enc.value[c] = byte(i)
	}
	return enc
}

// WithPadding is the same encoding with another padding, or NoPadding.
func (enc Encoding) WithPadding(padding rune) *Encoding {
	if padding < NoPadding || padding > 0xff || padding == '\r' || padding == '\n' {
		panic("invalid padding")
	}
	if padding != NoPadding && enc.value[byte(padding)] != absent {
		panic("padding contained in alphabet")
	}
	enc.pad = padding
	return &enc
}

// EncodedLen is how many characters n bytes become.
func (enc *Encoding) EncodedLen(n int) int {
	if enc.pad == NoPadding {
		return n/5*8 + (n%5*8+4)/5
	}
	return (n + 4) / 5 * 8
}

// DecodedLen is how many bytes n characters become at most.
func (enc *Encoding) DecodedLen(n int) int {
	if enc.pad == NoPadding {
		return n/8*5 + n%8*5/8
	}
	return n / 8 * 5
}

// AppendEncode appends src, encoded.
func (enc *Encoding) AppendEncode(dst, src []byte) []byte {
	for len(src) > 0 {
		var group uint64 // of 40 bits
		n := min(len(src), 5)
		for i := range 5 {
			group <<= 8
			if i < n {
				group |= uint64(src[i])
			}
		}
		src = src[n:]
		for i, chars := 0, (n*8+4)/5; i < 8; i++ {
			if i < chars {
				dst = append(dst, enc.alphabet[group>>(35-5*i)&31])
			} else if enc.pad != NoPadding {
				dst = append(dst, byte(enc.pad))
			}
		}
	}
	return dst
}

// Encode writes src, encoded, to dst, which has room for EncodedLen(len(src)) bytes.
func (enc *Encoding) Encode(dst, src []byte) {
	if n := enc.EncodedLen(len(src)); n > 0 {
		_ = dst[n-1]
		enc.AppendEncode(dst[:0], src)
	}
}

// EncodeToString is src, encoded.
func (enc *Encoding) EncodeToString(src []byte) string { return string(enc.AppendEncode(nil, src)) }

// CorruptInputError is where the input is wrong.
type CorruptInputError int64

// Error names the byte.
func (e CorruptInputError) Error() string {
	return "illegal base32 data at input byte " + strconv.FormatInt(int64(e), 10)
}

// withoutNewlines is a copy that lacks line ends.
func withoutNewlines(src []byte) []byte {
	out := make([]byte, 0, len(src))
	for _, c := range src {
		if c != '\n' && c != '\r' {
			out = append(out, c)
		}
	}
	return out
}

// decode appends what src, which has no newlines, stands for; end tells that padding has ended it.
func (enc *Encoding) decode(dst, src []byte) (out []byte, end bool, err error) {
	total := len(src)
	for len(src) > 0 && !end {
		var group uint64
		n := 0
		for n < 8 {
			at := CorruptInputError(total - len(src))
			if len(src) == 0 {
				if enc.pad != NoPadding {
					return dst, false, at - CorruptInputError(n)
				}
				end = true
				break
			}
			c := src[0]
			src = src[1:]
			if rune(c) == enc.pad && n >= 2 && len(src) < 8 {
				if n+len(src) < 7 {
					return dst, false, CorruptInputError(total)
				}
				for k := range 7 - n {
					if rune(src[k]) != enc.pad {
						return dst, false, at + CorruptInputError(k)
					}
				}
				end = true
				// One, three and six characters are no whole number of bytes.
				if n == 1 || n == 3 || n == 6 {
					return dst, false, at
				}
				break
			}
			v := enc.value[c]
			if v == absent {
				return dst, false, at
			}
			group |= uint64(v) << (35 - 5*n)
			n++
		}
		for i := range n * 5 / 8 {
			dst = append(dst, byte(group>>(32-8*i)))
		}
	}
	return dst, end, nil
}

// AppendDecode appends what src stands for. Newlines are left out.
func (enc *Encoding) AppendDecode(dst, src []byte) ([]byte, error) {
	dst, _, err := enc.decode(dst, withoutNewlines(src))
	return dst, err
}

// Decode writes what src stands for to dst and tells how many bytes that were.
func (enc *Encoding) Decode(dst, src []byte) (n int, err error) {
	out, err := enc.AppendDecode(nil, src)
	return copy(dst, out), err
}

// DecodeString is what s stands for.
func (enc *Encoding) DecodeString(s string) ([]byte, error) {
	return enc.AppendDecode([]byte{}, []byte(s))
}

// NewEncoder is a writer that encodes to w; Close writes the last group.
func NewEncoder(enc *Encoding, w io.Writer) io.WriteCloser { return &writer{enc: enc, w: w} }

type writer struct {
	enc  *Encoding
	w    io.Writer
	rest []byte // less than a group
	err  error
}

func (w *writer) flush(n int) {
	if n > 0 && w.err == nil {
		_, w.err = w.w.Write(w.enc.AppendEncode(nil, w.rest[:n]))
		w.rest = append([]byte(nil), w.rest[n:]...)
	}
}

func (w *writer) Write(p []byte) (int, error) {
	if w.err == nil {
		w.rest = append(w.rest, p...)
		w.flush(len(w.rest) / 5 * 5)
	}
	if w.err != nil {
		return 0, w.err
	}
	return len(p), nil
}

func (w *writer) Close() error {
	w.flush(len(w.rest))
	return w.err
}

// NewDecoder is a reader of what the text in r stands for.
func NewDecoder(enc *Encoding, r io.Reader) io.Reader { return &reader{enc: enc, r: r} }

type reader struct {
	enc  *Encoding
	r    io.Reader
	text []byte // read, not decoded
	out  []byte // decoded, not given out
	err  error
}

func (d *reader) Read(p []byte) (int, error) {
	buf := make([]byte, 1024)
	for len(d.out) == 0 && d.err == nil && len(p) > 0 {
		n, err := d.r.Read(buf)
		d.text = append(d.text, withoutNewlines(buf[:n])...)
		whole := len(d.text) / 8 * 8
		if err == io.EOF && d.enc.pad == NoPadding {
			whole = len(d.text)
		}
		out, end, bad := d.enc.decode(nil, d.text[:whole])
		d.out, d.text = out, d.text[whole:]
		switch {
		case bad != nil:
			d.err = bad
		case err == io.EOF && len(d.text) > 0:
			d.err = io.ErrUnexpectedEOF
		case err != nil:
			d.err = err
		case end:
			d.err = io.EOF
		}
	}
	n := copy(p, d.out)
	d.out = d.out[n:]
	if n == 0 && len(p) > 0 {
		return 0, d.err
	}
	return n, nil
}
