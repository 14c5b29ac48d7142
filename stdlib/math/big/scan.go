package big

import (
	"errors"
	"fmt"
	"io"
	"strconv"
)

var (
	errNoDigits  = errors.New("number has no digits")
	errSeparator = errors.New("'_' must separate successive digits")
)

// checkBase panics if a number can not be written in that base.
func checkBase(base int, fraction bool) {
	switch {
	case base == 0:
	case fraction && (base == 2 || base == 8 || base == 10 || base == 16):
	case !fraction && 2 <= base && base <= MaxBase:
	default:
		panic(fmt.Sprintf("invalid number base %d", base))
	}
}

// A cursor walks along a text, or along runes that are read as they are needed.
type cursor struct {
	text string
	from io.RuneScanner
	at   int
}

// next is the next byte; false at the end.
func (c *cursor) next() (byte, bool, error) {
	if c.from == nil {
		if c.at == len(c.text) {
			return 0, false, nil
		}
		c.at++
		return c.text[c.at-1], true, nil
	}
	r, size, err := c.from.ReadRune()
	if err == nil && size != 1 {
		err = fmt.Errorf("invalid rune %#U", r)
	}
	if err == io.EOF {
		return 0, false, nil
	}
	return byte(r), err == nil, err
}

// back undoes a next that gave a byte.
func (c *cursor) back() {
	if c.from == nil {
		c.at--
	} else {
		c.from.UnreadRune()
	}
}

func (c *cursor) sign() (neg bool, err error) {
	ch, ok, err := c.next()
	if err == nil && !ok {
		err = io.EOF
	}
	if err != nil || ch == '+' {
		return false, err
	}
	if ch == '-' {
		return true, nil
	}
	c.back()
	return false, nil
}

// A mantissa is digits in a base. behind of them stand behind a point.
type mantissa struct {
	digits string
	base   int
	behind int
}

func digitValue(ch byte, base int) int {
	switch {
	case '0' <= ch && ch <= '9':
		return int(ch - '0')
	case 'a' <= ch && ch <= 'z':
		return int(ch-'a') + 10
	case 'A' <= ch && ch <= 'Z' && base <= 36:
		return int(ch-'A') + 10
	case 'A' <= ch && ch <= 'Z':
		return int(ch-'A') + 36
	}
	return MaxBase
}

// mantissa reads the longest one there is. In base 0 a prefix decides, and underscores may stand between digits. A point may occur
// in fractions, where "0" alone is no prefix.
func (c *cursor) mantissa(base int, fraction bool) (m mantissa, err error) {
	checkBase(base, fraction)
	m.base = base
	digits := make([]byte, 0, len(c.text)-c.at)
	afterDigit := false // what an underscore may follow
	octal := false
	ch, ok, err := c.next()
	if base == 0 {
		m.base = 10
		if ok && ch == '0' {
			afterDigit = true
			ch, ok, err = c.next()
			prefix := true
			switch {
			case ok && ch|0x20 == 'b':
				m.base = 2
			case ok && ch|0x20 == 'o':
				m.base = 8
			case ok && ch|0x20 == 'x':
				m.base = 16
			default:
				prefix = false
				if ok && !fraction {
					m.base, octal = 8, true
				} else {
					digits = append(digits, '0')
				}
			}
			if prefix {
				ch, ok, err = c.next()
			}
		}
	}
	misplaced, underscore, point := false, false, -1
	for ok {
		if ch == '.' && fraction && point < 0 {
			misplaced = misplaced || underscore
			point = len(digits)
			afterDigit, underscore = false, false
		} else if ch == '_' && base == 0 {
			misplaced = misplaced || !afterDigit
			afterDigit, underscore = false, true
		} else if digitValue(ch, m.base) < m.base {
			digits = append(digits, ch)
			afterDigit, underscore = true, false
		} else {
			c.back()
			break
		}
		ch, ok, err = c.next()
	}
	if err == nil && (misplaced || underscore) {
		err = errSeparator
	}
	m.digits = string(digits)
	if len(digits) == 0 {
		if octal {
			m.digits, m.base = "0", 10
		} else {
			err = errNoDigits
		}
	}
	if point >= 0 {
		m.behind = len(digits) - point
	}
	return m, err
}

// exponent reads an exponent, if there is one, and its base, 10 or 2.
func (c *cursor) exponent(separators bool) (exp int64, base int, err error) {
	ch, ok, err := c.next()
	if err != nil || !ok {
		return 0, 10, err
	}
	switch ch {
	case 'e', 'E':
		base = 10
	case 'p', 'P':
		base = 2
	default:
		c.back()
		return 0, 10, nil
	}
	var digits []byte
	ch, ok, err = c.next()
	if ok && (ch == '-' || ch == '+') {
		digits = append(digits, ch)
		ch, ok, err = c.next()
	}
	head := len(digits)
	misplaced, last := false, byte('.')
	for ok {
		if ch == '_' && separators {
			misplaced = misplaced || last < '0' || last > '9'
		} else if '0' <= ch && ch <= '9' {
			digits = append(digits, ch)
		} else {
			c.back()
			break
		}
		last = ch
		ch, ok, err = c.next()
	}
	if err == nil && len(digits) == head {
		err = errNoDigits
	}
	if err == nil {
		exp, err = strconv.ParseInt(string(digits), 10, 64)
	}
	if err == nil && (misplaced || last == '_') {
		err = errSeparator
	}
	return exp, base, err
}

// scales are the powers of 2 and of 5 that a mantissa is to be multiplied with.
func (m *mantissa) scales(exp int64, base int) (exp2, exp5 int64) {
	switch m.base {
	case 2:
		exp2 = -int64(m.behind)
	case 8:
		exp2 = -3 * int64(m.behind)
	case 16:
		exp2 = -4 * int64(m.behind)
	default:
		exp2, exp5 = -int64(m.behind), -int64(m.behind)
	}
	exp2 += exp
	if base == 10 {
		exp5 += exp
	}
	return exp2, exp5
}
