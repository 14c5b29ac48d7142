// Package iotest has readers and writers that behave in unusual ways.
package iotest

import (
	"errors"
	"io"
	"log"
)

// ErrTimeout is what TimeoutReader returns.
var ErrTimeout = errors.New("timeout")

// readFunc and writeFunc are functions as readers and writers.
type readFunc func(p []byte) (int, error)

func (f readFunc) Read(p []byte) (int, error) { return f(p) }

type writeFunc func(p []byte) (int, error)

func (f writeFunc) Write(p []byte) (int, error) { return f(p) }

// OneByteReader reads one byte at a time.
func OneByteReader(r io.Reader) io.Reader {
	return readFunc(func(p []byte) (int, error) {
		if len(p) == 0 {
			return 0, nil
		}
		return r.Read(p[:1])
	})
}

// HalfReader reads half of what it is asked for.
func HalfReader(r io.Reader) io.Reader {
	return readFunc(func(p []byte) (int, error) { return r.Read(p[:(len(p)+1)/2]) })
}

// DataErrReader returns the final error together with the last data.
func DataErrReader(r io.Reader) io.Reader {
	var ahead []byte // read, not returned
	var last error   // what comes behind ahead
	block := make([]byte, 1024)
	fill := func() {
		if len(ahead) == 0 && last == nil {
			var m int
			m, last = r.Read(block)
			ahead = block[:m]
		}
	}
	return readFunc(func(p []byte) (n int, err error) {
		fill()
		n = copy(p, ahead)
		ahead = ahead[n:]
		fill()
		if len(ahead) == 0 {
			err = last
		}
		return n, err
	})
}

// TimeoutReader returns ErrTimeout from the second call of Read.
func TimeoutReader(r io.Reader) io.Reader {
	calls := 0
	return readFunc(func(p []byte) (int, error) {
		if calls++; calls == 2 {
			return 0, ErrTimeout
		}
		return r.Read(p)
	})
}

// ErrReader always returns err.
func ErrReader(err error) io.Reader {
	return readFunc(func([]byte) (int, error) { return 0, err })
}

// TruncateWriter writes n bytes to w and drops the rest without a word.
func TruncateWriter(w io.Writer, n int64) io.Writer {
	return writeFunc(func(p []byte) (int, error) {
		if n <= 0 {
			return len(p), nil
		}
		head := p[:min(int64(len(p)), n)]
		m, err := w.Write(head)
		n -= int64(m)
		if err == nil {
			m = len(p)
		}
		return m, err
	})
}

// logged prints what was transferred, with package log.
func logged(prefix string, p []byte, err error) {
	if err == nil {
		log.Printf("%s %x", prefix, p)
	} else {
		log.Printf("%s %x: %v", prefix, p, err)
	}
}

// NewReadLogger logs each read.
func NewReadLogger(prefix string, r io.Reader) io.Reader {
	return readFunc(func(p []byte) (int, error) {
		n, err := r.Read(p)
		logged(prefix, p[:n], err)
		return n, err
	})
}

// NewWriteLogger logs each write.
func NewWriteLogger(prefix string, w io.Writer) io.Writer {
	return writeFunc(func(p []byte) (int, error) {
		n, err := w.Write(p)
		logged(prefix, p[:n], err)
		return n, err
	})
}
