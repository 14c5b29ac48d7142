package fmt

import "errors"

// Errorf returns an error that prints as the format says. It wraps the operands of %w.
func Errorf(format string, a ...any) (err error) {
	p := &printer{wrap: true}
	p.format(format, 0, a, 0)
	s := string(p.buf)
	wrapped := p.wrapped
	switch len(wrapped) {
	case 0:
		return errors.New(s)
	case 1:
		w := &wrapError{msg: s}
		w.err, _ = a[wrapped[0]].(error)
		return w
	}
	for i := 1; i < len(wrapped); i++ {
		for j := i; j > 0 && wrapped[j] < wrapped[j-1]; j-- {
			wrapped[j], wrapped[j-1] = wrapped[j-1], wrapped[j]
		}
	}
	w := &wrapErrors{msg: s}
	for i, n := range wrapped {
		if i > 0 && wrapped[i-1] == n {
			continue
		}
		if err, ok := a[n].(error); ok {
			w.errs = append(w.errs, err)
		}
	}
	return w
}

type wrapError struct {
	msg string
	err error
}

func (e *wrapError) Error() string { return e.msg }

func (e *wrapError) Unwrap() error { return e.err }

type wrapErrors struct {
	msg  string
	errs []error
}

func (e *wrapErrors) Error() string { return e.msg }

func (e *wrapErrors) Unwrap() []error { return e.errs }
