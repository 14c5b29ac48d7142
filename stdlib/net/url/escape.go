package url

import (
	"strconv"
	"strings"
)

// part says where in a URL a text stands: what has to be escaped differs.
type part uint

const (
	inPath part = 1 << iota
	inSegment
	inHost
	inZone
	inUser
	inQuery
	inFragment
)

const upperHex = "0123456789ABCDEF"

// plain tells for each ASCII character in which parts it may stand as it is. RFC 3986, sections 2.2, 2.3 and 3.
var plain = func() (table [128]part) {
	allow := func(chars string, where part) {
		for i := range len(chars) {
			table[chars[i]] |= where
		}
	}
	const everywhere = inPath | inSegment | inHost | inZone | inUser | inQuery | inFragment
	allow("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_.~", everywhere)
	allow("!$&'()*+,;=:[]<>\"", inHost|inZone)
	allow("$&+=:@", inPath|inSegment|inFragment)
	allow("/;,", inPath|inFragment)
	allow("?!()*", inFragment)
	allow("$&+,;=", inUser)
	return
}()

func (p part) needsEscape(c byte) bool { return c >= 128 || plain[c]&p == 0 }

// escape writes what may not stand in the part as %XX, and a blank in a query as +.
func (p part) escape(s string) string {
	first := 0
	for first < len(s) && !p.needsEscape(s[first]) {
		first++
	}
	if first == len(s) {
		return s
	}
	out := make([]byte, first, len(s)+16)
	copy(out, s)
	for _, c := range []byte(s[first:]) {
		switch {
		case c == ' ' && p == inQuery:
			out = append(out, '+')
		case p.needsEscape(c):
			out = append(out, '%', upperHex[c>>4], upperHex[c&15])
		default:
			out = append(out, c)
		}
	}
	return string(out)
}

// hexByte is the byte that the escape at the start of s stands for.
func hexByte(s string) (byte, error) {
	if len(s) >= 3 {
		if v, err := strconv.ParseUint(s[1:3], 16, 8); err == nil {
			return byte(v), nil
		}
		s = s[:3]
	}
	return 0, EscapeError(s)
}

// unescape is the inverse of escape. It refuses escapes and characters that the part may not have.
func (p part) unescape(s string) (string, error) {
	if !strings.ContainsAny(s, "%+") && p&(inHost|inZone) == 0 {
		return s, nil
	}
	out := make([]byte, 0, len(s))
	var stray error
	for i := 0; i < len(s); i++ {
		c := s[i]
		switch {
		case c == '%':
			v, err := hexByte(s[i:])
			if err != nil {
				return "", err
			}
			percent := s[i:i+3] == "%25"
			// A host has escapes for what is not ASCII only; a zone for what a host may have, and blanks.
			if p == inHost && v < 128 && !percent || p == inZone && !percent && v != ' ' && inHost.needsEscape(v) {
				return "", EscapeError(s[i : i+3])
			}
			out = append(out, v)
			i += 2
			continue
		case c == '+' && p == inQuery:
			c = ' '
		case p&(inHost|inZone) != 0 && c < 128 && p.needsEscape(c) && stray == nil:
			stray = InvalidHostError(s[i : i+1])
		}
		out = append(out, c)
	}
	if stray != nil {
		return "", stray
	}
	return string(out), nil
}

// QueryEscape makes s fit for a key or a value of a query.
func QueryEscape(s string) string { return inQuery.escape(s) }

// QueryUnescape undoes QueryEscape; its error is an EscapeError.
func QueryUnescape(s string) (string, error) { return inQuery.unescape(s) }

// PathEscape makes s fit for one segment of a path.
func PathEscape(s string) string { return inSegment.escape(s) }

// PathUnescape undoes PathEscape: it leaves + alone. Its error is an EscapeError.
func PathUnescape(s string) (string, error) { return inSegment.unescape(s) }

// isEscapingOf reports whether raw is a permitted way to write text in the part, and one that differs from the usual way or not.
func (p part) isEscapingOf(raw, text string) bool {
	for i := range len(raw) {
		c := raw[i]
		if p.needsEscape(c) && !strings.ContainsRune("!$&'()*+,;=:@[]%", rune(c)) {
			return false
		}
	}
	back, err := p.unescape(raw)
	return err == nil && back == text
}
