package main

import (
	"fmt"
	"unicode/utf8"
)

func main() {
	for _, s := range []string{"a\xffb", "\xe2\x82", "\xe2\x28\xa1", "\xed\xa0\x80", "\xf4\x90\x80\x80", "\xc0\x80", "é\u0301", "日本\xe6", "\xf0\x9f\x98\x80!"} {
		fmt.Printf("%-20q", s)
		for i, r := range s {
			fmt.Printf(" %d:%U", i, r)
		}
		rs := []rune(s)
		fmt.Println(" |", len(s), len(rs), utf8.ValidString(s), string(rs) == s, []byte(string(rs)))
	}
	fmt.Println(string(rune(-1)) == "\uFFFD", string(rune(0xD800)) == "\uFFFD", string(rune(0x10FFFF+1)))
	n := 0
	for range "\xff\xfe\xfd" {
		n++
	}
	fmt.Println(n)
	fmt.Printf("%x %X % x %+q %#q\n", "h\xffi", "h\xffi", "h\xffi", "h\xffé", "tick`")
	for i := range "aé" {
		fmt.Print(i, " ")
	}
	b := []byte("héllo")
	b[1] = 'e'
	fmt.Printf("%q %v\n", b, string(b) < "he")
	switch s := "x\x00y"; s[1] {
	case 0:
		fmt.Println("zero byte", len(s))
	}
}
