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

// Output:
// "a\xffb"             0:U+0061 1:U+FFFD 2:U+0062 | 3 3 false false [97 239 191 189 98]
// "\xe2\x82"           0:U+FFFD 1:U+FFFD | 2 2 false false [239 191 189 239 191 189]
// "\xe2(\xa1"          0:U+FFFD 1:U+0028 2:U+FFFD | 3 3 false false [239 191 189 40 239 191 189]
// "\xed\xa0\x80"       0:U+FFFD 1:U+FFFD 2:U+FFFD | 3 3 false false [239 191 189 239 191 189 239 191 189]
// "\xf4\x90\x80\x80"   0:U+FFFD 1:U+FFFD 2:U+FFFD 3:U+FFFD | 4 4 false false [239 191 189 239 191 189 239 191 189 239 191 189]
// "\xc0\x80"           0:U+FFFD 1:U+FFFD | 2 2 false false [239 191 189 239 191 189]
// "é́"                 0:U+00E9 2:U+0301 | 4 2 true true [195 169 204 129]
// "日本\xe6"             0:U+65E5 3:U+672C 6:U+FFFD | 7 3 false false [230 151 165 230 156 172 239 191 189]
// "😀!"                 0:U+1F600 4:U+0021 | 5 2 true true [240 159 152 128 33]
// true true �
// 3
// 68ff69 68FF69 68 ff 69 "h\xff\u00e9" "tick`"
// 0 1 "he\xa9llo" false
// zero byte 3
