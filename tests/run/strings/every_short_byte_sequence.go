// Ranging over, converting and quoting all byte sequences around the borders of UTF-8: three bytes out of those that matter.
package main

import (
	"fmt"
	"strconv"
	"strings"
	"unicode/utf8"
)

var edges = []byte{0x00, 0x41, 0x7F, 0x80, 0x8F, 0x90, 0x9F, 0xA0, 0xBF, 0xC0, 0xC1, 0xC2, 0xDF, 0xE0, 0xE1, 0xED, 0xEF, 0xF0, 0xF4, 0xF5, 0xFF}

type sum uint64

func (s *sum) add(v int) { *s = (*s ^ sum(v)) * 1099511628211 }
func (s *sum) text(t string) {
	for i := range len(t) {
		s.add(int(t[i]))
	}
}

func main() {
	var ranged, converted, quoted, decoded, valid, fields sum
	count, good := 0, 0
	check := func(b []byte) {
		s := string(b)
		count++
		for i, r := range s {
			ranged.add(i<<32 | int(r))
		}
		runes := []rune(s)
		converted.add(len(runes))
		converted.text(string(runes))
		quoted.text(strconv.Quote(s))
		quoted.text(fmt.Sprintf("%+q %x %U", s, s, runes))
		for rest := s; len(rest) > 0; {
			r, n := utf8.DecodeRuneInString(rest)
			l, m := utf8.DecodeLastRuneInString(rest)
			decoded.add(int(r)<<20 ^ n<<16 ^ int(l)<<2 ^ m)
			rest = rest[n:]
		}
		if utf8.ValidString(s) {
			good++
			valid.text(s)
		}
		if utf8.RuneCountInString(s) != len(runes) || strings.ToValidUTF8(s, "?") != string([]byte(strings.ToValidUTF8(s, "?"))) {
			fmt.Println("count differs", b)
		}
		fields.text(strings.ToUpper(s) + strings.Map(func(r rune) rune {
			if r == utf8.RuneError {
				return '!'
			}
			return r
		}, s))
		fields.add(strings.IndexRune(s, utf8.RuneError))
		fields.add(strings.Index(s, "\xBF"))
		fields.add(len(strings.Split(s, "")))
	}
	for _, a := range edges {
		check([]byte{a})
		for _, b := range edges {
			check([]byte{a, b})
			if a < 0xE0 {
				continue
			}
			for _, c := range edges {
				check([]byte{a, b, c})
				if a >= 0xF0 && b >= 0x80 && c == 0xBF {
					for _, d := range edges {
						check([]byte{a, b, c, d})
					}
				}
			}
		}
	}
	fmt.Println(count, good)
	fmt.Printf("%016x\n%016x\n%016x\n%016x\n%016x\n%016x\n", ranged, converted, quoted, decoded, valid, fields)
	for _, r := range []rune{-1, 0, 0x7F, 0x80, 0x7FF, 0x800, 0xD7FF, 0xD800, 0xDFFF, 0xE000, 0xFFFD, 0xFFFF, 0x10000, 0x10FFFF, 0x110000} {
		s := string(r)
		fmt.Printf("%x %d %t %q; ", s, utf8.RuneLen(r), utf8.ValidRune(r), r)
	}
	fmt.Println()
}

// Output:
// 5502 168
// 79868460cb65d7e4
// ab7b30a6a56e572f
// 8b7b80899ee45c75
// db7b3b492723b2f9
// 600ef5ba2de9de1c
// 2ca4db0e3f7798dd
// efbfbd -1 false '�'; 00 1 true '\x00'; 7f 1 true '\x7f'; c280 2 true '\u0080'; dfbf 2 true '߿'; e0a080 3 true 'ࠀ'; ed9fbf 3 true '\ud7ff'; efbfbd -1 false '�'; efbfbd -1 false '�'; ee8080 3 true '\ue000'; efbfbd 3 true '�'; efbfbf 3 true '\uffff'; f0908080 4 true '𐀀'; f48fbfbf 4 true '\U0010ffff'; efbfbd -1 false '�';
