package bytes

import (
	"errors"
	"io"
	"unicode/utf8"
)

// Reader reads from a byte slice.
type Reader struct {
	src  []byte
	at   int64 // may lie behind the end, after a Seek
	back int   // bytes of the rune that was read last, 0 after anything else
}

// NewReader reads from s.
func NewReader(s []byte) *Reader { return &Reader{src: s} }

// Reset reads from s.
func (r *Reader) Reset(s []byte) { *r = Reader{src: s} }

// Size is how long the slice is.
func (r *Reader) Size() int64 { return int64(len(r.src)) }

// Len is how many bytes are left.
func (r *Reader) Len() int { return int(max(r.Size()-r.at, 0)) }

// from is what lies at and behind an offset.
func (r *Reader) from(off int64) []byte { return r.src[min(off, r.Size()):] }

// take moves on by n bytes, back of which UnreadRune can undo.
func (r *Reader) take(n, back int) {
	r.at += int64(n)
	r.back = back
}

func fail(method, what string) error {
	return errors.New("bytes.Reader." + method + ": " + what)
}

func (r *Reader) Read(b []byte) (n int, err error) {
	if r.Len() == 0 {
		return 0, io.EOF
	}
	n = copy(b, r.from(r.at))
	r.take(n, 0)
	return n, nil
}

// ReadAt reads at an offset.
func (r *Reader) ReadAt(b []byte, off int64) (n int, err error) {
	switch {
	case off < 0:
		return 0, fail("ReadAt", "negative offset")
	case off >= r.Size():
		return 0, io.EOF
	}
	if n = copy(b, r.from(off)); n == len(b) {
		return n, nil
	}
	return n, io.EOF
}

// ReadByte reads a byte.
func (r *Reader) ReadByte() (byte, error) {
	r.back = 0
	if r.Len() == 0 {
		return 0, io.EOF
	}
	r.at++
	return r.src[r.at-1], nil
}

// UnreadByte goes back a byte.
func (r *Reader) UnreadByte() error {
	if r.at < 1 {
		return fail("UnreadByte", "at beginning of slice")
	}
	r.take(-1, 0)
	return nil
}

// ReadRune reads a rune.
func (r *Reader) ReadRune() (ch rune, size int, err error) {
	if r.Len() == 0 {
		r.back = 0
		return 0, 0, io.EOF
	}
	ch, size = utf8.DecodeRune(r.from(r.at))
	r.take(size, size)
	return ch, size, nil
}

// UnreadRune undoes a ReadRune.
func (r *Reader) UnreadRune() error {
	switch {
	case r.at < 1:
		return fail("UnreadRune", "at beginning of slice")
	case r.back == 0:
		return fail("UnreadRune", "previous operation was not ReadRune")
	}
	r.take(-r.back, 0)
	return nil
}

// Seek sets the offset.
func (r *Reader) Seek(offset int64, whence int) (int64, error) {
	r.back = 0
	starts := [...]int64{io.SeekStart: 0, io.SeekCurrent: r.at, io.SeekEnd: r.Size()}
	if whence < 0 || whence >= len(starts) {
		return 0, fail("Seek", "invalid whence")
	}
	to := starts[whence] + offset
	if to < 0 {
		return 0, fail("Seek", "negative position")
	}
	r.at = to
	return to, nil
}

// WriteTo writes the rest to w.
func (r *Reader) WriteTo(w io.Writer) (n int64, err error) {
	r.back = 0
	left := r.Len()
	if left == 0 {
		return 0, nil
	}
	done, err := w.Write(r.from(r.at))
	if done > left {
		panic("bytes.Reader.WriteTo: invalid Write count")
	}
	r.take(done, 0)
	if err == nil && done < left {
		err = io.ErrShortWrite
	}
	return int64(done), err
}
