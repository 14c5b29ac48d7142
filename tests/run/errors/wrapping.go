package main

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
)

var errBase = errors.New("base")

type codeErr struct {
	code int
	err  error
}

func (c *codeErr) Error() string { return fmt.Sprintf("code %d: %v", c.code, c.err) }
func (c *codeErr) Unwrap() error { return c.err }
func (c *codeErr) Is(t error) bool {
	o, ok := t.(*codeErr)
	return ok && o.code == c.code
}

func main() {
	e := fmt.Errorf("layer 2: %w", &codeErr{7, fmt.Errorf("layer 1: %w", errBase)})
	fmt.Println(e)
	fmt.Println(errors.Is(e, errBase), errors.Is(e, io.EOF), errors.Is(e, &codeErr{code: 7}), errors.Is(e, &codeErr{code: 8}))
	var ce *codeErr
	fmt.Println(errors.As(e, &ce), ce.code, errors.Unwrap(e) == error(ce), errors.Unwrap(errBase))
	j := errors.Join(errBase, nil, io.EOF)
	fmt.Println(j, errors.Is(j, io.EOF), errors.Join(nil, nil) == nil)
	m := fmt.Errorf("both %w and %w", errBase, io.ErrUnexpectedEOF)
	fmt.Println(m, errors.Is(m, io.ErrUnexpectedEOF), errors.Unwrap(m))
	fmt.Println(errors.New("a") == errors.New("a"), fmt.Errorf("no wrap %v", errBase))
	_, err := os.Open("/does/not/exist")
	var pe *fs.PathError
	fmt.Println(err, errors.Is(err, os.ErrNotExist), errors.As(err, &pe), pe.Op, pe.Path)
}

// Output:
// layer 2: code 7: layer 1: base
// true false true false
// true 7 true <nil>
// base
// EOF true true
// both base and unexpected EOF true <nil>
// false no wrap base
// open /does/not/exist: no such file or directory true true open /does/not/exist
