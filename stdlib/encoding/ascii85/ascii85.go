// Package ascii85 writes four bytes as five characters, as btoa, PostScript and PDF do.
package ascii85

import (
	"io"
	"strconv"
)

// MaxEncodedLen is how many characters n bytes become at most.
func MaxEncodedLen(n int) int { return (n + 3) / 4 * 5 }

// Encode writes src, encoded, to dst, which has room for MaxEncodedLen(len(src)) bytes, and answers how many that were.
func Encode(dst, src []byte) int {
	n := 0
	for len(src) > 0 {
		var group [4]byte
		have := copy(group[:], src)
		src = src[have:]
		v := uint32(group[0])<<24 | uint32(group[1])<<16 | uint32(group[2])<<8 | uint32(group[3])
		if v == 0 && have == 4 {
			dst[n] = 'z'
			n++
			continue
		}
		_ = dst[n+4]
		for i := n + 4; i >= n; i-- {
			dst[i] = '!' + byte(v%85)
			v /= 85
		}
		n += have + 1
	}
	return n
}

// CorruptInputError is where the input is wrong.
type CorruptInputError int64

// Error names the byte.
func (e CorruptInputError) Error() string {
	return "illegal ascii85 data at input byte " + strconv.FormatInt(int64(e), 10)
}

// A group is up to five digits.
type group struct {
	v uint32
	n int
}

// put writes the first n bytes.
func (g *group) put(dst []byte, n int) int {
	for i := range n {
		dst[i] = byte(g.v >> (24 - 8*i))
	}
	*g = group{}
	return n
}

// Decode writes what src stands for to dst, and answers how much of both it used. Blanks are left out. flush tells that src ends
// here, so that the last group may be short.
func Decode(dst, src []byte, flush bool) (ndst, nsrc int, err error) {
	var g group
	for i, c := range src {
		if len(dst)-ndst < 4 {
			return ndst, nsrc, nil
		}
		switch {
		case c <= ' ':
			continue
		case c == 'z' && g.n == 0:
			g = group{0, 5}
		case c < '!' || c > 'u':
			return 0, 0, CorruptInputError(i)
		default:
			g = group{g.v*85 + uint32(c-'!'), g.n + 1}
		}
		if g.n == 5 {
			ndst += g.put(dst[ndst:], 4)
			nsrc = i + 1
		}
	}
	if !flush {
		return ndst, nsrc, nil
	}
	if g.n == 1 {
		return 0, 0, CorruptInputError(len(src))
	}
	if have := g.n; have > 0 {
		for range 5 - have {
			g.v = g.v*85 + 84
		}
		ndst += g.put(dst[ndst:], have-1)
	}
	return ndst, len(src), nil
}

// NewEncoder is a writer that encodes to w; Close writes the last group.
func NewEncoder(w io.Writer) io.WriteCloser { return &writer{w: w} }

type writer struct {
	w    io.Writer
	rest []byte
	err  error
}

func (w *writer) flush(n int) {
	if n == 0 || w.err != nil {
		return
	}
	out := make([]byte, MaxEncodedLen(n))
	_, w.err = w.w.Write(out[:Encode(out, w.rest[:n])])
	w.rest = append([]byte(nil), w.rest[n:]...)
}

func (w *writer) Write(p []byte) (int, error) {
	if w.err == nil {
		w.rest = append(w.rest, p...)
		w.flush(len(w.rest) &^ 3)
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
func NewDecoder(r io.Reader) io.Reader { return &reader{r: r} }

type reader struct {
	r    io.Reader
	text []byte // read, not decoded
	out  []byte // decoded, not given out
	err  error
}

func (d *reader) Read(p []byte) (int, error) {
	buf := make([]byte, 1024)
	for len(d.out) == 0 && d.err == nil && len(p) > 0 {
		n, err := d.r.Read(buf)
		d.text = append(d.text, buf[:n]...)
		out := make([]byte, 4*len(d.text)+4)
		ndst, nsrc, bad := Decode(out, d.text, err != nil)
		d.out, d.text = out[:ndst], d.text[nsrc:]
		if d.err = err; bad != nil {
			d.err = bad
		}
	}
	n := copy(p, d.out)
	d.out = d.out[n:]
	if n == 0 && len(p) > 0 {
		return 0, d.err
	}
	return n, nil
}
