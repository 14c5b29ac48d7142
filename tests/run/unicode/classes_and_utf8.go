package main

import (
	"fmt"
	"unicode"
	"unicode/utf8"
)

func main() {
	for _, r := range "aZ5 _é世\t.\u0301Σ" {
		fmt.Print(unicode.IsLetter(r), unicode.IsDigit(r), unicode.IsSpace(r), unicode.IsUpper(r), unicode.IsLower(r), unicode.IsPunct(r), unicode.IsControl(r), unicode.IsMark(r), " ")
	}
	fmt.Println()
	fmt.Println(string(unicode.ToUpper('é')), string(unicode.ToLower('Σ')), string(unicode.ToTitle('ǆ')), unicode.Is(unicode.Han, '世'), unicode.In('б', unicode.Cyrillic, unicode.Greek))
	s := "aé世😀\xff"
	fmt.Println(utf8.RuneCountInString(s), utf8.ValidString(s), len(s), utf8.RuneLen('世'), utf8.RuneLen(-1))
	for len(s) > 0 {
		r, n := utf8.DecodeRuneInString(s)
		fmt.Print(r, ":", n, " ")
		s = s[n:]
	}
	fmt.Println()
	b := utf8.AppendRune(nil, 'é')
	r, n := utf8.DecodeLastRune(append(b, "世"...))
	fmt.Println(b, string(r), n, utf8.FullRune(b[:1]), utf8.ValidRune(0xD800), utf8.RuneError, utf8.Valid(b))
	buf := make([]byte, 4)
	fmt.Println(utf8.EncodeRune(buf, '😀'), buf, utf8.RuneStart(buf[1]), unicode.MaxRune)
}

// Output:
// true false false false true false false false true false false true false false false false false true false false false false false false false false true false false false false false false false false false false true false false true false false false true false false false true false false false false false false false false false true false false false true false false false false false false true false false false false false false false false false true true false false true false false false false
// É σ ǅ true true
// 5 false 11 3 -1
// 97:1 233:2 19990:3 128512:4 65533:1
// [195 169] 世 3 false false 65533 true
// 4 [240 159 152 128] false 1114111
