package main

import (
	"fmt"
	"unicode"
	"unicode/utf16"
	"unicode/utf8"
)

func main() {
	for _, r := range "aZ5_ \té日½Ⅷ€\u0301\u200d😀ǅßſİ" {
		fmt.Printf("%U %t%t%t%t%t%t%t%t%t %c%c%c\n", r, unicode.IsLetter(r), unicode.IsDigit(r), unicode.IsNumber(r), unicode.IsSpace(r), unicode.IsUpper(r), unicode.IsLower(r), unicode.IsTitle(r), unicode.IsPunct(r), unicode.IsSymbol(r), unicode.ToUpper(r), unicode.ToLower(r), unicode.ToTitle(r))
	}
	fmt.Println(unicode.Is(unicode.Han, '世'), unicode.In('я', unicode.Greek, unicode.Cyrillic), unicode.IsOneOf([]*unicode.RangeTable{unicode.Letter, unicode.Digit}, '!'), unicode.IsControl(7), unicode.IsMark('\u0301'), unicode.IsGraphic('\u00a0'), unicode.IsPrint('\u00a0'))
	fmt.Println(unicode.SimpleFold('A'), unicode.SimpleFold('k'), unicode.SimpleFold('\u212a'), unicode.MaxRune, unicode.ReplacementChar)
	for _, s := range []string{"", "a", "é", "日", "😀", "\xff", "\xe2\x82"} {
		r, n := utf8.DecodeRuneInString(s)
		l, m := utf8.DecodeLastRuneInString(s)
		fmt.Println(r, n, l, m, utf8.RuneCountInString(s), utf8.ValidString(s), utf8.FullRuneInString(s))
	}
	fmt.Println(utf8.RuneLen('€'), utf8.RuneLen(-1), utf8.RuneLen(0xD800), utf8.ValidRune(0xDFFF), utf8.RuneStart(0x80), utf8.AppendRune([]byte("x"), 'ü'), utf8.EncodeRune(make([]byte, 4), '😀'))
	u := utf16.Encode([]rune("a😀\ufffd"))
	fmt.Printf("%x %q %v %v\n", u, utf16.Decode(u), utf16.IsSurrogate(0xd83d), string(utf16.DecodeRune(0xd83d, 0xde00)))
	a, b := utf16.EncodeRune('x')
	fmt.Println(a, b, utf16.RuneLen('😀'))
	t := unicode.SpecialCase(unicode.TurkishCase)
	fmt.Println(string(t.ToUpper('i')), string(t.ToLower('I')), string(unicode.ToUpper('i')))
}
