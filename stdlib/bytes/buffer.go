package bytes

import (
	"errors"
	"io"
	"unicode/utf8"
)

// MinRead is the least room that ReadFrom makes for a Read.
const MinRead = 512

// ErrTooLarge is what a Buffer panics with when it would be too large.
var ErrTooLarge = errors.New("bytes.Buffer: too large")

// Buffer is bytes that are written at the end and read at the start.
type Buffer struct {
	buf      []byte
	off      int
	lastRead int8 // what an Unread may undo: 1 to 4 a rune of that size, -1 something else, 0 nothing
}

// NewBuffer starts with the contents buf, which then is the Buffer's.
func NewBuffer(buf []byte) *Buffer { return &Buffer{buf: buf} }

// NewBufferString starts with the contents s.
func NewBufferString(s string) *Buffer { return &Buffer{buf: []byte(s)} }

// Bytes is what is unread, until the next change.
func (b *Buffer) Bytes() []byte { return b.buf[b.off:] }

// AvailableBuffer is an empty slice over the free room, to append to and write.
func (b *Buffer) AvailableBuffer() []byte { return b.buf[len(b.buf):] }

// String is what is unread; "<nil>" for a nil Buffer.
func (b *Buffer) String() string {
	if b == nil {
		return "<nil>"
	}
	return string(b.buf[b.off:])
}

// Peek is the next n bytes, without reading them.
func (b *Buffer) Peek(n int) ([]byte, error) {
	if b.Len() < n {
		return b.buf[b.off:], io.EOF
	}
	return b.buf[b.off : b.off+n], nil
}

// Len is how much is unread.
func (b *Buffer) Len() int { return len(b.buf) - b.off }

// Cap is how much there is room for in all.
func (b *Buffer) Cap() int { return cap(b.buf) }

// Available is how much there is room for at the end.
func (b *Buffer) Available() int { return cap(b.buf) - len(b.buf) }

// Truncate drops all but the first n unread bytes.
func (b *Buffer) Truncate(n int) {
	if n == 0 {
		b.Reset()
		return
	}
	b.lastRead = 0
	if n < 0 || n > b.Len() {
		panic("bytes.Buffer: truncation out of range")
	}
	b.buf = b.buf[:b.off+n]
}

// Reset empties it.
func (b *Buffer) Reset() {
	b.buf = b.buf[:0]
	b.off = 0
	b.lastRead = 0
}

// room moves or grows the contents so that n more fit.
func (b *Buffer) room(n int) {
	b.lastRead = 0
	if b.off == len(b.buf) && b.off > 0 {
		b.Reset()
	}
	if cap(b.buf)-len(b.buf) >= n {
		return
	}
	m := b.Len()
	if n > 1<<40 {
		panic(ErrTooLarge)
	}
	if m+n <= cap(b.buf)/2 {
		copy(b.buf, b.buf[b.off:])
		b.buf = b.buf[:m]
	} else {
		b.buf = append(make([]byte, 0, max(64, m+n, 2*cap(b.buf)+n)), b.buf[b.off:]...)
	}
	b.off = 0
}

// Grow makes room for n more bytes.
func (b *Buffer) Grow(n int) {
	if n < 0 {
		panic("bytes.Buffer.Grow: negative count")
	}
	b.room(n)
}

func (b *Buffer) Write(p []byte) (n int, err error) {
	b.room(len(p))
	b.buf = append(b.buf, p...)
	return len(p), nil
}

// WriteString appends s.
func (b *Buffer) WriteString(s string) (n int, err error) {
	b.room(len(s))
	b.buf = append(b.buf, s...)
	return len(s), nil
}

// WriteByte appends c.
func (b *Buffer) WriteByte(c byte) error {
	b.room(1)
	b.buf = append(b.buf, c)
	return nil
}

// WriteRune appends r.
func (b *Buffer) WriteRune(r rune) (n int, err error) {
	b.room(utf8.UTFMax)
	n = len(b.buf)
	b.buf = utf8.AppendRune(b.buf, r)
	return len(b.buf) - n, nil
}

// ReadFrom reads r until EOF.
func (b *Buffer) ReadFrom(r io.Reader) (n int64, err error) {
	for {
		b.room(MinRead)
		m, err := r.Read(b.buf[len(b.buf):cap(b.buf)])
		if m < 0 {
			panic(errors.New("bytes.Buffer: reader returned negative count from Read"))
		}
		b.buf = b.buf[:len(b.buf)+m]
		n += int64(m)
		if err == io.EOF {
			return n, nil
		}
		if err != nil {
			return n, err
		}
	}
}

// WriteTo writes what is unread to w.
func (b *Buffer) WriteTo(w io.Writer) (n int64, err error) {
	b.lastRead = 0
	if size := b.Len(); size > 0 {
		m, err := w.Write(b.buf[b.off:])
		if m > size {
			panic("bytes.Buffer.WriteTo: invalid Write count")
		}
		b.off += m
		n = int64(m)
		if err != nil {
			return n, err
		}
		if m != size {
			return n, io.ErrShortWrite
		}
	}
	b.Reset()
	return n, nil
}

func (b *Buffer) Read(p []byte) (n int, err error) {
	if b.Len() > 0 {
		return copy(p, b.Next(len(p))), nil
	}
	b.Reset()
	if len(p) > 0 {
		err = io.EOF
	}
	return 0, err
}

// Next reads the next n bytes, or what is left.
func (b *Buffer) Next(n int) []byte {
	b.lastRead = 0
	n = min(n, b.Len())
	data := b.buf[b.off : b.off+n]
	b.off += n
	if n > 0 {
		b.lastRead = -1
	}
	return data
}

// ReadByte reads a byte.
func (b *Buffer) ReadByte() (byte, error) {
	if b.off >= len(b.buf) {
		b.Reset()
		return 0, io.EOF
	}
	c := b.buf[b.off]
	b.off++
	b.lastRead = -1
	return c, nil
}

// ReadRune reads a rune.
func (b *Buffer) ReadRune() (r rune, size int, err error) {
	if b.off >= len(b.buf) {
		b.Reset()
		return 0, 0, io.EOF
	}
	r, size = rune(b.buf[b.off]), 1
	if r >= utf8.RuneSelf {
		r, size = utf8.DecodeRune(b.buf[b.off:])
	}
	b.off += size
	b.lastRead = int8(size)
	return r, size, nil
}

// UnreadRune undoes a ReadRune.
func (b *Buffer) UnreadRune() error {
	if b.lastRead <= 0 {
		return errors.New("bytes.Buffer: UnreadRune: previous operation was not a successful ReadRune")
	}
	b.off -= int(b.lastRead)
	b.lastRead = 0
	return nil
}

// UnreadByte takes the last byte read back.
func (b *Buffer) UnreadByte() error {
	if b.lastRead == 0 {
		return errors.New("bytes.Buffer: UnreadByte: previous operation was not a successful read")
	}
	b.lastRead = 0
	if b.off > 0 {
		b.off--
	}
	return nil
}

// slice reads up to and with delim, without copying.
func (b *Buffer) slice(delim byte) (line []byte, err error) {
	n := 1 + IndexByte(b.buf[b.off:], delim)
	if n == 0 {
		n, err = b.Len(), io.EOF
	}
	line = b.buf[b.off:][:n]
	b.off += n
	b.lastRead = -1
	return line, err
}

// ReadBytes reads up to and with delim.
func (b *Buffer) ReadBytes(delim byte) (line []byte, err error) {
	line, err = b.slice(delim)
	return append([]byte(nil), line...), err
}

// ReadString reads up to and with delim.
func (b *Buffer) ReadString(delim byte) (line string, err error) {
	bytes, err := b.slice(delim)
	return string(bytes), err
}
