// Package stdio lets fmt print without importing os. Package os puts its variables Stdin and
// Stdout behind the hooks, since a program may assign to them.
package stdio

import "internal/rt"

// Writer and Reader are io.Writer and io.Reader.
type Writer interface {
	Write(p []byte) (n int, err error)
}

// Reader is io.Reader.
type Reader interface {
	Read(p []byte) (n int, err error)
}

// Stdout and Stdin yield os.Stdout and os.Stdin, if package os is part of the program.
var (
	Stdout func() Writer
	Stdin  func() Reader
)

// PanicOnExit0 makes os.Exit(0) a panic: a test must not end the program as if all were well.
var PanicOnExit0 bool

// Out is where Print prints.
func Out() Writer {
	if Stdout != nil {
		return Stdout()
	}
	return file(1)
}

// Print writes b to standard output.
func Print(b []byte) (int, error) {
	if Stdout != nil {
		return Stdout().Write(b)
	}
	return file(1).Write(b)
}

type file int

func (f file) Write(p []byte) (int, error) {
	n, errno := rt.FileWrite(int(f), p)
	if errno != 0 {
		if errno == 32 {
			rt.Sigpipe()
		}
		return n, failure("write /dev/stdout: " + rt.Strerror(errno))
	}
	return n, nil
}

type failure string

func (e failure) Error() string { return string(e) }
