package strings

import (
	"internal/rt"
	"io"
	"unicode/utf8"
)

// Builder builds a string by writing to it. It must not be copied after the first write.
type Builder struct {
	addr *Builder
	buf  []byte
}

func (b *Builder) check() {
	if b.addr == nil {
		b.addr = b
	} else if b.addr != b {
		panic("strings: illegal use of non-zero Builder copied by value")
	}
}

// String is what was written.
func (b *Builder) String() string { return rt.UnsafeString(b.buf) }

// Len is how many bytes were written.
func (b *Builder) Len() int { return len(b.buf) }

// Cap is how many bytes there is room for in all.
func (b *Builder) Cap() int { return cap(b.buf) }

// Reset empties it.
func (b *Builder) Reset() {
	b.addr = nil
	b.buf = nil
}

// Grow makes room for n more bytes.
func (b *Builder) Grow(n int) {
	b.check()
	if n < 0 {
		panic("strings.Builder.Grow: negative count")
	}
	if cap(b.buf)-len(b.buf) < n {
		b.buf = append(make([]byte, 0, 2*cap(b.buf)+n), b.buf...)
	}
}

func (b *Builder) Write(p []byte) (int, error) {
	b.check()
	b.buf = append(b.buf, p...)
	return len(p), nil
}

// WriteByte appends c.
func (b *Builder) WriteByte(c byte) error {
	b.check()
	b.buf = append(b.buf, c)
	return nil
}

// WriteRune appends r.
func (b *Builder) WriteRune(r rune) (int, error) {
	b.check()
	n := len(b.buf)
	b.buf = utf8.AppendRune(b.buf, r)
	return len(b.buf) - n, nil
}

// WriteString appends s.
func (b *Builder) WriteString(s string) (int, error) {
	b.check()
	b.buf = append(b.buf, s...)
	return len(s), nil
}

// Replacer replaces many strings at once.
type Replacer struct{ oldnew []string }

// NewReplacer makes one of pairs old, new. At each place the first pair that fits is taken.
func NewReplacer(oldnew ...string) *Replacer {
	if len(oldnew)%2 == 1 {
		panic("strings.NewReplacer: odd argument count")
	}
	return &Replacer{append([]string(nil), oldnew...)}
}

func replaceMany(s string, oldnew []string) string

// Replace replaces in s.
func (r *Replacer) Replace(s string) string { return replaceMany(s, r.oldnew) }

// WriteString writes s to w with all replaced.
func (r *Replacer) WriteString(w io.Writer, s string) (n int, err error) {
	return io.WriteString(w, r.Replace(s))
}
