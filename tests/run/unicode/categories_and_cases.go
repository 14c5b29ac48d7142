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

// Output:
// U+0061 truefalsefalsefalsefalsetruefalsefalsefalse AaA
// U+005A truefalsefalsefalsetruefalsefalsefalsefalse ZzZ
// U+0035 falsetruetruefalsefalsefalsefalsefalsefalse 555
// U+005F falsefalsefalsefalsefalsefalsefalsetruefalse ___
// U+0020 falsefalsefalsetruefalsefalsefalsefalsefalse
// U+0009 falsefalsefalsetruefalsefalsefalsefalsefalse
// U+00E9 truefalsefalsefalsefalsetruefalsefalsefalse ÉéÉ
// U+65E5 truefalsefalsefalsefalsefalsefalsefalsefalse 日日日
// U+00BD falsefalsetruefalsefalsefalsefalsefalsefalse ½½½
// U+2167 falsefalsetruefalsefalsefalsefalsefalsefalse ⅧⅷⅧ
// U+20AC falsefalsefalsefalsefalsefalsefalsefalsetrue €€€
// U+0301 falsefalsefalsefalsefalsefalsefalsefalsefalse ́́́
// U+200D falsefalsefalsefalsefalsefalsefalsefalsefalse ‍‍‍
// U+1F600 falsefalsefalsefalsefalsefalsefalsefalsetrue 😀😀😀
// U+01C5 truefalsefalsefalsefalsefalsetruefalsefalse Ǆǆǅ
// U+00DF truefalsefalsefalsefalsetruefalsefalsefalse ßßß
// U+017F truefalsefalsefalsefalsetruefalsefalsefalse SſS
// U+0130 truefalsefalsefalsetruefalsefalsefalsefalse İiİ
// true true false true true true false
// 97 8490 75 1114111 65533
// 65533 0 65533 0 0 true false
// 97 1 97 1 1 true true
// 233 2 233 2 1 true true
// 26085 3 26085 3 1 true true
// 128512 4 128512 4 1 true true
// 65533 1 65533 1 1 false true
// 65533 1 65533 1 2 false false
// 3 -1 -1 false false [120 195 188] 4
// [61 d83d de00 fffd] ['a' '😀' '�'] true 😀
// 65533 65533 2
// İ ı I
