// Package utf16 encodes and decodes UTF-16.
package utf16

const (
	high        = 0xD800
	low         = 0xDC00
	end         = 0xE000
	first       = 0x10000
	maxRune     = 0x10FFFF
	replacement = 0xFFFD
)

// IsSurrogate reports whether r is half of a pair.
func IsSurrogate(r rune) bool { return high <= r && r < end }

// DecodeRune joins a pair; U+FFFD if it is none.
func DecodeRune(r1, r2 rune) rune {
	if high <= r1 && r1 < low && low <= r2 && r2 < end {
		return (r1-high)<<10 | (r2 - low) + first
	}
	return replacement
}

// EncodeRune splits r into a pair; two U+FFFD if it needs none.
func EncodeRune(r rune) (r1, r2 rune) {
	if r < first || r > maxRune {
		return replacement, replacement
	}
	r -= first
	return high + r>>10&0x3FF, low + r&0x3FF
}

// RuneLen is how many words r takes, -1 if it can not be encoded.
func RuneLen(r rune) int {
	switch {
	case 0 <= r && r < high, end <= r && r < first:
		return 1
	case first <= r && r <= maxRune:
		return 2
	}
	return -1
}

// AppendRune appends r's encoding.
func AppendRune(a []uint16, r rune) []uint16 {
	switch RuneLen(r) {
	case 1:
		return append(a, uint16(r))
	case 2:
		r1, r2 := EncodeRune(r)
		return append(a, uint16(r1), uint16(r2))
	}
	return append(a, replacement)
}

// Encode encodes s.
func Encode(s []rune) []uint16 {
	a := make([]uint16, 0, len(s))
	for _, r := range s {
		a = AppendRune(a, r)
	}
	return a
}

// Decode decodes s.
func Decode(s []uint16) []rune {
	a := make([]rune, 0, len(s))
	for i := 0; i < len(s); i++ {
		r := rune(s[i])
		if IsSurrogate(r) {
			if i+1 < len(s) && r < low && low <= s[i+1] && s[i+1] < end {
				r = DecodeRune(r, rune(s[i+1]))
				i++
			} else {
				r = replacement
			}
		}
		a = append(a, r)
	}
	return a
}
