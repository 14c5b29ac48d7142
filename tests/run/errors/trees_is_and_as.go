package main

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"strconv"
)

type codeErr struct {
	code int
	err  error
}

func (c *codeErr) Error() string { return fmt.Sprintf("code %d: %v", c.code, c.err) }
func (c *codeErr) Unwrap() error { return c.err }
func (c *codeErr) Is(target error) bool {
	t, ok := target.(*codeErr)
	return ok && t.code == c.code && t.err == nil
}

type multi []error

func (m multi) Error() string   { return fmt.Sprint(len(m), " errors") }
func (m multi) Unwrap() []error { return m }

type timeout interface{ Timeout() bool }
type slow struct{}

func (slow) Error() string { return "slow" }
func (slow) Timeout() bool { return true }
func (slow) As(target any) bool {
	if p, ok := target.(*string); ok {
		*p = "as a string"
		return true
	}
	return false
}

func main() {
	base := &codeErr{404, io.EOF}
	wrapped := fmt.Errorf("reading %q: %w", "f", base)
	fmt.Println(wrapped, errors.Is(wrapped, io.EOF), errors.Is(wrapped, &codeErr{code: 404}), errors.Is(wrapped, &codeErr{code: 500}))
	var ce *codeErr
	fmt.Println(errors.As(wrapped, &ce), ce.code, errors.Unwrap(wrapped) == base, errors.Unwrap(errors.Unwrap(base)) == nil)
	tree := multi{errors.New("x"), fmt.Errorf("y: %w and %w", slow{}, io.ErrUnexpectedEOF), errors.Join(nil, base, nil)}
	fmt.Println(tree, errors.Is(tree, io.EOF), errors.Is(tree, io.ErrUnexpectedEOF), errors.Is(tree, io.ErrClosedPipe))
	var t timeout
	fmt.Println(errors.As(tree, &t), t.Timeout())
	var s string
	fmt.Println(errors.As(tree[1], new(*codeErr)), func() bool { return errors.As(slow{}, &t) }(), s)
	fmt.Println(errors.Join(nil, nil) == nil, errors.Join(io.EOF, base))
	_, err := strconv.Atoi("12x")
	var ne *strconv.NumError
	fmt.Println(err, errors.Is(err, strconv.ErrSyntax), errors.As(err, &ne), ne.Func, ne.Num)
	_, err = strconv.ParseInt("999", 10, 8)
	fmt.Println(err, errors.Is(err, strconv.ErrRange))
	_, err = os.Open("/does/not/exist")
	var pe *fs.PathError
	fmt.Println(err, errors.Is(err, fs.ErrNotExist), errors.As(err, &pe), pe.Op, os.IsNotExist(err))
	a, b := errors.New("same"), errors.New("same")
	fmt.Println(a == b, errors.Is(a, b), errors.Is(nil, a), errors.Is(a, nil), errors.Is(nil, nil))
	func() {
		defer func() { fmt.Println(recover()) }()
		errors.As(a, nil)
	}()
	func() {
		defer func() { fmt.Println(recover()) }()
		var x int
		var bad any = x
		errors.As(a, bad)
	}()
	fmt.Printf("%v|%+v|%q|%s\n", fmt.Errorf("no verb: %v", a), base, wrapped, fmt.Errorf("%w", nil))
	fmt.Println(errors.Unwrap(fmt.Errorf("%v", a)), errors.Unwrap(errors.Join(a)))
}

// Output:
// reading "f": code 404: EOF true true false
// true 404 true true
// 3 errors true true false
// true true
// false true
// true EOF
// code 404: EOF
// strconv.Atoi: parsing "12x": invalid syntax true true Atoi 12x
// strconv.ParseInt: parsing "999": value out of range true
// open /does/not/exist: no such file or directory true true open true
// false false false false true
// errors: target cannot be nil
// errors: target must be a non-nil pointer
// no verb: same|code 404: EOF|"reading \"f\": code 404: EOF"|%!w(<nil>)
// <nil> <nil>
