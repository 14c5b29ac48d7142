// Package strconv converts between strings and values of the basic types.
package strconv

import "errors"

// IntSize is the size of an int in bits.
const IntSize = 64

// ErrRange says that a value does not fit its type, ErrSyntax that a text is not of the right form.
var (
	ErrRange  = errors.New("value out of range")
	ErrSyntax = errors.New("invalid syntax")
)

// NumError is a failed conversion.
type NumError struct {
	Func string // the function that failed
	Num  string // its input
	Err  error  // why
}

func (e *NumError) Error() string {
	return "strconv." + e.Func + ": parsing " + Quote(e.Num) + ": " + e.Err.Error()
}

// Unwrap returns e.Err.
func (e *NumError) Unwrap() error { return e.Err }

// What the parsing natives report.
const (
	good = iota
	badSyntax
	outOfRange
)

func failure(fn, s string, code int) error {
	switch code {
	case good:
		return nil
	case outOfRange:
		return &NumError{fn, s, ErrRange}
	}
	return &NumError{fn, s, ErrSyntax}
}

func parseUint(s string, base int, bitSize int) (n uint64, code int)
func parseInt(s string, base int, bitSize int) (n int64, code int)

// parseFloat converts the longest prefix of s that is a number; used is that prefix's length.
func parseFloat(s string, bitSize int) (f float64, used int, code int)

func checkBase(fn, s string, base, bitSize int) error {
	if base != 0 && (base < 2 || base > 36) && s != "" {
		return &NumError{fn, s, errors.New("invalid base " + Itoa(base))}
	}
	if bitSize < 0 || bitSize > 64 {
		return &NumError{fn, s, errors.New("invalid bit size " + Itoa(bitSize))}
	}
	return nil
}

// ParseUint converts s, in the given base (2 to 36; 0 takes it from s's prefix), to a number of bitSize bits.
func ParseUint(s string, base int, bitSize int) (uint64, error) {
	n, code := parseUint(s, base, bitSize)
	if code != good {
		if err := checkBase("ParseUint", s, base, bitSize); err != nil {
			return 0, err
		}
		return n, failure("ParseUint", s, code)
	}
	return n, nil
}

// ParseInt is ParseUint with an optional sign.
func ParseInt(s string, base int, bitSize int) (i int64, err error) {
	i, code := parseInt(s, base, bitSize)
	if code != good {
		if err := checkBase("ParseInt", s, base, bitSize); err != nil {
			return 0, err
		}
		return i, failure("ParseInt", s, code)
	}
	return i, nil
}

// Atoi is ParseInt(s, 10, 0) as an int.
func Atoi(s string) (int, error) {
	i, code := parseInt(s, 10, 64)
	if code != good {
		return int(i), failure("Atoi", s, code)
	}
	return int(i), nil
}

// ParseFloat converts s to the nearest number of bitSize bits (32 or 64).
func ParseFloat(s string, bitSize int) (float64, error) {
	f, used, code := parseFloat(s, bitSize)
	if code != badSyntax && used != len(s) {
		f, code = 0, badSyntax
	}
	if code != good {
		return f, failure("ParseFloat", s, code)
	}
	return f, nil
}

// ParseBool takes 1, t, T, TRUE, true, True, 0, f, F, FALSE, false, False.
func ParseBool(str string) (bool, error) {
	switch str {
	case "1", "t", "T", "true", "TRUE", "True":
		return true, nil
	case "0", "f", "F", "false", "FALSE", "False":
		return false, nil
	}
	return false, failure("ParseBool", str, badSyntax)
}

// ParseComplex converts N, Ni or N±Ni, maybe in parentheses, to a number of bitSize bits (64 or 128).
func ParseComplex(s string, bitSize int) (complex128, error) {
	size := 64
	if bitSize == 64 {
		size = 32
	}
	orig := s
	if l := len(s); l >= 2 && s[0] == '(' && s[l-1] == ')' {
		s = s[1 : l-1]
	}
	re, n, pending := parseFloat(s, size)
	if pending == badSyntax {
		return 0, failure("ParseComplex", orig, badSyntax)
	}
	s = s[n:]
	if len(s) == 0 {
		return complex(re, 0), failure("ParseComplex", orig, pending)
	}
	switch s[0] {
	case '+':
		if len(s) > 1 && s[1] != '+' {
			s = s[1:]
		}
	case '-':
	case 'i':
		if len(s) == 1 {
			return complex(0, re), failure("ParseComplex", orig, pending)
		}
		return 0, failure("ParseComplex", orig, badSyntax)
	default:
		return 0, failure("ParseComplex", orig, badSyntax)
	}
	im, n, code := parseFloat(s, size)
	if code == badSyntax {
		return 0, failure("ParseComplex", orig, badSyntax)
	}
	if code == outOfRange {
		pending = code
	}
	if s[n:] != "i" {
		return 0, failure("ParseComplex", orig, badSyntax)
	}
	return complex(re, im), failure("ParseComplex", orig, pending)
}

// FormatInt is i in the given base, 2 to 36.
func FormatInt(i int64, base int) string {
	checkFormatBase(base)
	return formatInt(i, base)
}

// FormatUint is i in the given base, 2 to 36.
func FormatUint(i uint64, base int) string {
	checkFormatBase(base)
	return formatUint(i, base)
}

func checkFormatBase(base int) {
	if base < 2 || base > 36 {
		panic("strconv: illegal AppendInt/FormatInt base")
	}
}

func formatInt(i int64, base int) string
func formatUint(i uint64, base int) string
func formatFloat(f float64, fmt byte, prec, bitSize int) string

// Itoa is i in decimal.
func Itoa(i int) string { return formatInt(int64(i), 10) }

// AppendInt appends FormatInt(i, base).
func AppendInt(dst []byte, i int64, base int) []byte { return append(dst, FormatInt(i, base)...) }

// AppendUint appends FormatUint(i, base).
func AppendUint(dst []byte, i uint64, base int) []byte { return append(dst, FormatUint(i, base)...) }

// FormatFloat is f in format b, e, E, f, g, G, x or X with the given precision, -1 being the
// fewest digits that give back f when parsed; bitSize is that of the value's type.
func FormatFloat(f float64, fmt byte, prec, bitSize int) string {
	if bitSize != 32 && bitSize != 64 {
		panic("strconv: illegal FormatFloat bitSize")
	}
	return formatFloat(f, fmt, prec, bitSize)
}

// AppendFloat appends FormatFloat(f, fmt, prec, bitSize).
func AppendFloat(dst []byte, f float64, fmt byte, prec, bitSize int) []byte {
	if bitSize != 32 && bitSize != 64 {
		panic("strconv: illegal AppendFloat bitSize")
	}
	return append(dst, formatFloat(f, fmt, prec, bitSize)...)
}

// FormatComplex is c as (a+bi), its parts as by FormatFloat.
func FormatComplex(c complex128, fmt byte, prec, bitSize int) string {
	if bitSize != 64 && bitSize != 128 {
		panic("invalid bitSize")
	}
	bitSize >>= 1
	im := formatFloat(imag(c), fmt, prec, bitSize)
	if im[0] != '+' && im[0] != '-' {
		im = "+" + im
	}
	return "(" + formatFloat(real(c), fmt, prec, bitSize) + im + "i)"
}

// FormatBool is "true" or "false".
func FormatBool(b bool) string {
	if b {
		return "true"
	}
	return "false"
}

// AppendBool appends FormatBool(b).
func AppendBool(dst []byte, b bool) []byte { return append(dst, FormatBool(b)...) }
