package big

import (
	"encoding/binary"
	"errors"
	"fmt"
	"strconv"
	"strings"
)

// shortestDigits are the fewest digits that tell m * 2**exp from its neighbours of prec bits: 0.digits times ten to the point.
func shortestDigits(m nat, exp int, prec uint64) (digits string, point int)

// decimalDigits are n digits, or those with n of them behind the point, rounded to even; zeros at the end are left out.
func decimalDigits(m nat, exp int, n int, behind bool) (digits string, point int)

// A decimal is 0.digits times ten to the power of point.
type decimal struct {
	digits string
	point  int
}

// slice is digits lo to hi, zeros where there are none.
func (d decimal) slice(buf []byte, lo, hi int) []byte {
	for ; lo < hi; lo++ {
		if lo >= 0 && lo < len(d.digits) {
			buf = append(buf, d.digits[lo])
		} else {
			buf = append(buf, '0')
		}
	}
	return buf
}

// fixed appends d with prec digits behind the point.
func (d decimal) fixed(buf []byte, prec int) []byte {
	if d.point > 0 {
		buf = d.slice(buf, 0, d.point)
	} else {
		buf = append(buf, '0')
	}
	if prec > 0 {
		buf = append(buf, '.')
		buf = d.slice(buf, d.point, d.point+prec)
	}
	return buf
}

// scientific appends d with one digit before the point and prec behind it.
func (d decimal) scientific(buf []byte, e byte, prec int) []byte {
	buf = d.slice(buf, 0, 1)
	if prec > 0 {
		buf = append(buf, '.')
		buf = d.slice(buf, 1, 1+prec)
	}
	exp := 0
	if d.digits != "" {
		exp = d.point - 1
	}
	return appendExp(append(buf, e), int64(exp), 2)
}

// appendExp appends an exponent with its sign and at least so many digits.
func appendExp(buf []byte, exp int64, digits int) []byte {
	sign := byte('+')
	if exp < 0 {
		sign, exp = '-', -exp
	}
	buf = append(buf, sign)
	if exp < 10 && digits == 2 {
		buf = append(buf, '0')
	}
	return strconv.AppendInt(buf, exp, 10)
}

// Text is x in one of the formats b e E f g G p x; prec below 0 asks for the shortest text.
func (x *Float) Text(format byte, prec int) string { return string(x.Append(nil, format, prec)) }

// String is x as Text('g', 10) gives it.
func (x *Float) String() string { return x.Text('g', 10) }

// Append appends what Text gives.
func (x *Float) Append(buf []byte, format byte, prec int) []byte {
	unsigned := buf
	if x.neg {
		buf = append(buf, '-')
	}
	if x.form == inf {
		if !x.neg {
			buf = append(buf, '+')
		}
		return append(buf, "Inf"...)
	}
	switch format {
	case 'b':
		return x.appendDecimalMantissa(buf)
	case 'p':
		return x.appendFraction(buf)
	case 'x':
		return x.appendHex(buf, prec)
	case 'e', 'E':
		d := x.decimal(prec, prec+1, false)
		if prec < 0 {
			prec = len(d.digits) - 1
		}
		return d.scientific(buf, format, prec)
	case 'f':
		d := x.decimal(prec, prec, true)
		if prec < 0 {
			prec = max(len(d.digits)-d.point, 0)
		}
		return d.fixed(buf, prec)
	case 'g', 'G':
		return x.appendGeneral(buf, format+'e'-'g', prec)
	}
	return append(unsigned, '%', format)
}

// decimal is x with n digits (behind the point), or as few as possible if prec is negative.
func (x *Float) decimal(prec, n int, behind bool) (d decimal) {
	switch {
	case x.form == zero:
	case prec < 0:
		d.digits, d.point = shortestDigits(x.mant, int(x.whole()), uint64(x.prec))
	default:
		d.digits, d.point = decimalDigits(x.mant, int(x.whole()), n, behind)
	}
	return d
}

func (x *Float) appendGeneral(buf []byte, e byte, prec int) []byte {
	if prec == 0 {
		prec = 1
	}
	d := x.decimal(prec, prec, false)
	n := len(d.digits)
	limit := prec
	switch {
	case prec < 0:
		limit, prec = 6, n
	case prec > n && n >= d.point:
		limit = n
	}
	if exp := d.point - 1; exp < -4 || exp >= limit {
		return d.scientific(buf, e, min(prec, n)-1)
	}
	if prec > d.point {
		prec = n
	}
	return d.fixed(buf, max(prec-d.point, 0))
}

// bitsOf is the mantissa as a whole number of n bits.
func (x *Float) bitsOf(n uint) nat {
	if w := uint(len(x.mant)) * wordBits; w > n {
		return nat(nil).shr(x.mant, w-n)
	} else {
		return nat(nil).shl(x.mant, n-w)
	}
}

// appendDecimalMantissa is the format b.
func (x *Float) appendDecimalMantissa(buf []byte) []byte {
	if x.form == zero {
		return append(buf, '0')
	}
	buf = append(buf, x.bitsOf(uint(x.prec)).text(10)...)
	return appendExp(append(buf, 'p'), int64(x.exp)-int64(x.prec), 1)
}

// appendFraction is the format p.
func (x *Float) appendFraction(buf []byte) []byte {
	if x.form == zero {
		return append(buf, '0')
	}
	buf = append(buf, "0x."...)
	buf = append(buf, strings.TrimRight(x.mant.text(16), "0")...)
	return appendExp(append(buf, 'p'), int64(x.exp), 1)
}

// appendHex is the format x: a hexadecimal mantissa from 1 to 2.
func (x *Float) appendHex(buf []byte, prec int) []byte {
	if x.form == zero {
		buf = append(buf, "0x0"...)
		if prec > 0 {
			buf = append(buf, '.')
			buf = append(buf, strings.Repeat("0", prec)...)
		}
		return append(buf, "p+00"...)
	}
	digits := uint(max(prec, 0))
	if prec < 0 {
		digits = (x.MinPrec() + 2) / 4
	}
	rounded := new(Float).SetPrec(1 + 4*digits).SetMode(x.mode).Set(x)
	text := rounded.bitsOf(1 + 4*digits).text(16)
	buf = append(buf, "0x1"...)
	if len(text) > 1 {
		buf = append(append(buf, '.'), text[1:]...)
	}
	return appendExp(append(buf, 'p'), int64(rounded.exp)-1, 2)
}

// Format knows the verbs b e E f F g G p x v, and all flags that fmt has for floating-point numbers.
func (x *Float) Format(s fmt.State, verb rune) {
	prec, hasPrec := s.Precision()
	format := verb
	switch verb {
	case 'e', 'E', 'f', 'F', 'b', 'p', 'x':
		if verb == 'F' {
			format = 'f'
		}
		if !hasPrec {
			prec = 6
		}
	case 'g', 'G', 'v':
		if verb == 'v' {
			format = 'g'
		}
		if !hasPrec {
			prec = -1
		}
	default:
		fmt.Fprintf(s, "%%!%c(*big.Float=%s)", verb, x.String())
		return
	}
	text := x.Text(byte(format), prec)
	sign := ""
	switch text[0] {
	case '-':
		sign, text = "-", text[1:]
	case '+':
		sign, text = "+", text[1:]
		if s.Flag(' ') {
			sign = " "
		}
	default:
		sign = chosenSign(s, false)
	}
	width, _ := s.Width()
	pad := max(width-len(sign)-len(text), 0)
	switch {
	case s.Flag('0') && x.form != inf:
		repeat(s, sign+strings.Repeat("0", pad)+text, 1)
	case s.Flag('-'):
		repeat(s, sign+text+strings.Repeat(" ", pad), 1)
	default:
		repeat(s, strings.Repeat(" ", pad)+sign+text, 1)
	}
}

// read reads a number as Parse describes.
func (z *Float) read(c *cursor, base int) (b int, err error) {
	prec := z.prec
	if prec == 0 {
		prec = 64
	}
	z.form = zero
	if z.neg, err = c.sign(); err != nil {
		return 0, err
	}
	m, err := c.mantissa(base, true)
	if err != nil {
		return m.base, err
	}
	exp, ebase, err := c.exponent(base == 0)
	if err != nil {
		return m.base, err
	}
	z.prec = prec
	mant, _ := nat(nil).parse(m.digits, m.base)
	if len(mant) == 0 {
		z.special(zero, z.neg)
		return m.base, nil
	}
	exp2, exp5 := m.scales(exp, ebase)
	if top := exp2 + int64(mant.bitLen()); top < MinExp || top > MaxExp {
		return m.base, errors.New("exponent overflow")
	}
	if exp5 == 0 {
		z.store(mant, exp2, false)
		return m.base, nil
	}
	whole := Float{prec: uint32(max(mant.bitLen(), int(prec))), neg: z.neg}
	whole.store(mant, exp2, false)
	scale := new(Float).SetPrec(uint(prec) + 64)
	if exp5 < 0 {
		z.Quo(&whole, scale.powerOfFive(uint64(-exp5)))
	} else {
		z.Mul(&whole, scale.powerOfFive(uint64(exp5)))
	}
	return m.base, nil
}

// powerOfFive sets z to a power of five, rounded; the squares on the way have 64 bits more.
func (z *Float) powerOfFive(n uint64) *Float {
	const largest = 27 // the last one that is a word
	p := uint64(1)
	for range min(n, largest) {
		p *= 5
	}
	z.SetUint64(p)
	if n <= largest {
		return z
	}
	square := new(Float).SetPrec(z.Prec() + 64).SetUint64(5)
	for n -= largest; n > 0; n >>= 1 {
		if n&1 != 0 {
			z.Mul(z, square)
		}
		square.Mul(square, square)
	}
	return z
}

// Parse reads all of s, in base 0, 2, 8, 10 or 16, and answers the base as well. In base 0 a prefix tells it.
func (z *Float) Parse(s string, base int) (f *Float, b int, err error) {
	switch s {
	case "Inf", "inf", "+Inf", "+inf":
		return z.SetInf(false), 0, nil
	case "-Inf", "-inf":
		return z.SetInf(true), 0, nil
	}
	c := cursor{text: s}
	b, err = z.read(&c, base)
	if err != nil {
		return nil, b, err
	}
	if c.at < len(s) {
		err = fmt.Errorf("expected end of string, found %q", s[c.at])
	}
	return z, b, err
}

// ParseFloat is Parse into a new Float.
func ParseFloat(s string, base int, prec uint, mode RoundingMode) (f *Float, b int, err error) {
	return new(Float).SetPrec(prec).SetMode(mode).Parse(s, base)
}

// SetString is Parse in base 0.
func (z *Float) SetString(s string) (*Float, bool) {
	if f, _, err := z.Parse(s, 0); err == nil {
		return f, true
	}
	return nil, false
}

// Scan reads a number for the Scan functions of fmt.
func (z *Float) Scan(s fmt.ScanState, verb rune) error {
	s.SkipSpace()
	_, err := z.read(&cursor{from: s}, 0)
	return err
}

// AppendText appends x in as few digits as tell it from others.
func (x *Float) AppendText(b []byte) ([]byte, error) {
	if x == nil {
		return append(b, "<nil>"...), nil
	}
	return x.Append(b, 'g', -1), nil
}

// MarshalText is what AppendText appends.
func (x *Float) MarshalText() (text []byte, err error) { return x.AppendText(nil) }

// UnmarshalText is Parse in base 0.
func (z *Float) UnmarshalText(text []byte) error {
	_, _, err := z.Parse(string(text), 0)
	if err != nil {
		err = fmt.Errorf("math/big: cannot unmarshal %q into a *big.Float (%v)", text, err)
	}
	return err
}

const floatGobVersion = 1

// GobEncode is a version, how x is rounded, its sign, and its number.
func (x *Float) GobEncode() ([]byte, error) {
	if x == nil {
		return nil, nil
	}
	head := byte(x.mode&7)<<5 | byte(x.acc+1)&3<<3 | byte(x.form)&3<<1
	if x.neg {
		head |= 1
	}
	buf := binary.BigEndian.AppendUint32([]byte{floatGobVersion, head}, x.prec)
	if x.form != finite {
		return buf, nil
	}
	buf = binary.BigEndian.AppendUint32(buf, uint32(x.exp))
	for i := len(x.mant) - 1; i >= 0; i-- {
		buf = binary.BigEndian.AppendUint64(buf, uint64(x.mant[i]))
	}
	return buf, nil
}

// GobDecode reads what GobEncode wrote, rounded to z's precision, if it has one.
func (z *Float) GobDecode(buf []byte) error {
	switch {
	case len(buf) == 0:
		*z = Float{}
		return nil
	case len(buf) < 6:
		return errors.New("Float.GobDecode: buffer too small")
	case buf[0] != floatGobVersion:
		return fmt.Errorf("Float.GobDecode: encoding version %d not supported", buf[0])
	}
	prec, mode := z.prec, z.mode
	head := buf[1]
	z.mode = RoundingMode(head >> 5)
	z.acc = Accuracy(head>>3&3) - 1
	z.form = class(head >> 1 & 3)
	z.neg = head&1 != 0
	z.prec = binary.BigEndian.Uint32(buf[2:])
	if z.form == finite {
		if len(buf) < 10 {
			return errors.New("Float.GobDecode: buffer too small for finite form float")
		}
		z.exp = int32(binary.BigEndian.Uint32(buf[6:]))
		z.mant = z.mant.setBytes(buf[10:])
	}
	if msg := z.malformed(); msg != "" {
		return errors.New("Float.GobDecode: " + msg)
	}
	if prec != 0 {
		z.mode = mode
		z.SetPrec(uint(prec))
	}
	return nil
}
