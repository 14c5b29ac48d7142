package iotest

import (
	"bytes"
	"fmt"
	"io"
)

// TestReader reads from r in several ways and reports the first that does not give content. Readers that can seek or read at an
// offset are tried with that, too.
func TestReader(r io.Reader, content []byte) error {
	if len(content) > 0 {
		if n, err := r.Read(nil); n != 0 || err != nil {
			return fmt.Errorf("Read(0) = %d, %v, want 0, nil", n, err)
		}
	}
	if err := expect(r, content, "ReadAll(small amounts)"); err != nil {
		return err
	}
	if n, err := r.Read(make([]byte, 10)); n != 0 || err != io.EOF {
		return fmt.Errorf("Read(10) at EOF = %v, %v, want 0, EOF", n, err)
	}
	if s, ok := r.(io.ReadSeeker); ok {
		if err := checkSeeks(s, content); err != nil {
			return err
		}
	}
	if at, ok := r.(io.ReaderAt); ok {
		return checkReadAt(at, content)
	}
	return nil
}

// small reads at most three bytes at a time, a different number each time.
type small struct {
	r io.Reader
	n int
}

func (s *small) Read(p []byte) (int, error) {
	s.n = s.n%3 + 1
	n, err := s.r.Read(p[:min(len(p), s.n)])
	if n > len(p) || n > s.n {
		err = fmt.Errorf("Read(%d) = %d, %v", s.n, n, err)
	}
	return n, err
}

// expect reads all there is, in small pieces.
func expect(r io.Reader, want []byte, what string) error {
	got, err := io.ReadAll(&small{r: r})
	if err != nil {
		return fmt.Errorf("%s: %v", what, err)
	}
	if !bytes.Equal(got, want) {
		return fmt.Errorf("%s = %q\n\twant %q", what, got, want)
	}
	return nil
}

// checkSeeks goes to several places, in all three ways, and reads from there.
func checkSeeks(s io.ReadSeeker, content []byte) error {
	size := int64(len(content))
	middle := size - size/3
	type step struct {
		off    int64
		whence int
		want   int64
	}
	visit := func(steps ...step) error {
		for _, st := range steps {
			at, err := s.Seek(st.off, st.whence)
			if at != st.want || err != nil {
				return fmt.Errorf("Seek(%d, %d) = %d, %v, want %d, nil", st.off, st.whence, at, err, st.want)
			}
		}
		from := steps[len(steps)-1].want
		return expect(s, content[from:], fmt.Sprintf("ReadAll from offset %d", from))
	}
	tours := [][]step{{{0, io.SeekCurrent, size}}}
	if middle > 0 {
		tours = append(tours, []step{{-1, io.SeekCurrent, size - 1}, {middle - size, io.SeekCurrent, middle - 1}, {1, io.SeekCurrent, middle}})
	}
	tours = append(tours,
		[]step{{middle / 2, io.SeekStart, middle / 2}, {middle - size, io.SeekEnd, middle}},
		[]step{{middle / 2, io.SeekStart, middle / 2}},
		[]step{{0, io.SeekStart, 0}})
	for _, tour := range tours {
		if err := visit(tour...); err != nil {
			return err
		}
	}
	return nil
}

// checkReadAt reads all, too much, each byte, and behind the end.
func checkReadAt(r io.ReaderAt, content []byte) error {
	size := len(content)
	read := func(n, off int) error {
		buf := bytes.Repeat([]byte{0xfe}, n)
		want := content[min(off, size):min(off+n, size)]
		got, err := r.ReadAt(buf, int64(off))
		switch {
		case got != len(want):
		case got < n && err != io.EOF:
		case got == n && err != nil && (err != io.EOF || off+n < size):
		case !bytes.Equal(buf[:got], want):
			return fmt.Errorf("ReadAt(%d, %d) = %q\n\twant %q", n, off, buf[:got], want)
		default:
			return nil
		}
		return fmt.Errorf("ReadAt(%d, %d) = %v, %v, want %d bytes", n, off, got, err, len(want))
	}
	for _, try := range [][2]int{{size, 0}, {1, size}, {size + 1, 0}} {
		if err := read(try[0], try[1]); err != nil {
			return err
		}
	}
	for i := range size {
		if err := read(1, i); err != nil {
			return err
		}
	}
	return nil
}
