package big

import (
	"errors"
	"fmt"
	"strings"
)

// Text is x in a base from 2 to 62, "<nil>" for nil.
func (x *Int) Text(base int) string {
	if x == nil {
		return "<nil>"
	}
	if x.neg {
		return "-" + x.abs.text(base)
	}
	return x.abs.text(base)
}

// String is x in decimal.
func (x *Int) String() string { return x.Text(10) }

// Append appends what Text gives.
func (x *Int) Append(buf []byte, base int) []byte { return append(buf, x.Text(base)...) }

// SetString reads all of s, with a sign perhaps. In base 0 a prefix tells the base, and digits may be separated by underscores.
func (z *Int) SetString(s string, base int) (*Int, bool) {
	checkBase(base, false)
	s, neg := cutSign(s)
	if base == 0 {
		c := cursor{text: s}
		m, err := c.mantissa(0, false)
		if err != nil || c.at < len(s) {
			return nil, false
		}
		s, base = m.digits, m.base
	}
	abs, ok := z.abs.parse(s, base)
	if !ok {
		return nil, false
	}
	return z.sized(abs, neg), true
}

func cutSign(s string) (rest string, neg bool) {
	if s != "" && (s[0] == '-' || s[0] == '+') {
		return s[1:], s[0] == '-'
	}
	return s, false
}

// repeat writes text count times.
func repeat(s fmt.State, text string, count int) {
	if count > 0 && text != "" {
		s.Write([]byte(strings.Repeat(text, count)))
	}
}

// chosenSign is the sign that the flags ask for in front of a number.
func chosenSign(s fmt.State, neg bool) string {
	switch {
	case neg:
		return "-"
	case s.Flag('+'):
		return "+"
	case s.Flag(' '):
		return " "
	}
	return ""
}

// Format knows the verbs b o O d x X, and s and v as d, and all flags that fmt has for integers.
func (x *Int) Format(s fmt.State, verb rune) {
	var base int
	var prefix string
	switch verb {
	case 'd', 's', 'v':
		base = 10
	case 'b':
		base, prefix = 2, "0b"
	case 'o':
		base, prefix = 8, "0"
	case 'O':
		base, prefix = 8, "0o"
	case 'x':
		base, prefix = 16, "0x"
	case 'X':
		base, prefix = 16, "0X"
	default:
		fmt.Fprintf(s, "%%!%c(big.Int=%s)", verb, x.String())
		return
	}
	if x == nil {
		s.Write([]byte("<nil>"))
		return
	}
	if !s.Flag('#') && verb != 'O' {
		prefix = ""
	}
	digits := x.abs.text(base)
	if verb == 'X' {
		digits = strings.ToUpper(digits)
	}
	zeros := 0
	prec, hasPrec := s.Precision()
	if hasPrec {
		if prec == 0 && digits == "0" {
			return
		}
		zeros = max(prec-len(digits), 0)
	}
	sign := chosenSign(s, x.neg)
	width, _ := s.Width()
	pad := width - len(sign) - len(prefix) - zeros - len(digits)
	left, right := 0, 0
	switch {
	case pad <= 0:
	case s.Flag('-'):
		right = pad
	case s.Flag('0') && !hasPrec:
		zeros = pad
	default:
		left = pad
	}
	repeat(s, " ", left)
	repeat(s, sign+prefix, 1)
	repeat(s, "0", zeros)
	repeat(s, digits, 1)
	repeat(s, " ", right)
}

// Scan reads a number for the Scan functions of fmt: verbs b o d x X, and s and v, which look at the prefix.
func (z *Int) Scan(s fmt.ScanState, verb rune) error {
	base := 0
	switch verb {
	case 'b':
		base = 2
	case 'o':
		base = 8
	case 'd':
		base = 10
	case 'x', 'X':
		base = 16
	case 's', 'v':
	default:
		return errors.New("Int.Scan: invalid verb")
	}
	s.SkipSpace()
	c := cursor{from: s}
	neg, err := c.sign()
	if err != nil {
		return err
	}
	m, err := c.mantissa(base, false)
	if err != nil {
		return err
	}
	abs, _ := z.abs.parse(m.digits, m.base)
	z.sized(abs, neg)
	return nil
}

// AppendText appends x in decimal.
func (x *Int) AppendText(b []byte) (text []byte, err error) { return x.Append(b, 10), nil }

// MarshalText is x in decimal.
func (x *Int) MarshalText() (text []byte, err error) { return x.AppendText(nil) }

// UnmarshalText is SetString with base 0.
func (z *Int) UnmarshalText(text []byte) error {
	if _, ok := z.SetString(string(text), 0); !ok {
		return fmt.Errorf("math/big: cannot unmarshal %q into a *big.Int", text)
	}
	return nil
}

// MarshalJSON is x in decimal, null for nil.
func (x *Int) MarshalJSON() ([]byte, error) {
	if x == nil {
		return []byte("null"), nil
	}
	return x.Append(nil, 10), nil
}

// UnmarshalJSON is UnmarshalText, but null changes nothing.
func (z *Int) UnmarshalJSON(text []byte) error {
	if string(text) == "null" {
		return nil
	}
	return z.UnmarshalText(text)
}

// The version of the encoding, above the bit for the sign.
const gobVersion = 1

func gobHead(neg bool) byte {
	if neg {
		return gobVersion<<1 | 1
	}
	return gobVersion << 1
}

// GobEncode is a version, the sign, and the bytes of |x|.
func (x *Int) GobEncode() ([]byte, error) {
	if x == nil {
		return nil, nil
	}
	return append([]byte{gobHead(x.neg)}, x.Bytes()...), nil
}

// GobDecode reads what GobEncode wrote; nothing stands for 0.
func (z *Int) GobDecode(buf []byte) error {
	if len(buf) == 0 {
		*z = Int{}
		return nil
	}
	if v := buf[0] >> 1; v != gobVersion {
		return fmt.Errorf("Int.GobDecode: encoding version %d not supported", v)
	}
	z.sized(z.abs.setBytes(buf[1:]), buf[0]&1 != 0)
	return nil
}
