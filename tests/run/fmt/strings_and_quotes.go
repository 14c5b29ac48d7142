package main

import "fmt"

type s string

func main() {
	t := "héllo\n\"x\""
	fmt.Printf("%s|%q|%+q|%#q|%x|%v|%10s|%-10s|%.3s|%10.2s|\n", "a", t, t, "raw`", "é", "v", "right", "left", "truncate", "both")
	fmt.Printf("%#q %#v %q\n", `back\slash`, t, s("named"))
	fmt.Printf("%q %q %+q %#q\n", 'é', '\n', '世', 'x')
	fmt.Printf("%5c|%-3c|%c\n", 'x', 'y', 0x1F600)
	fmt.Printf("%q %s %v %x\n", []string{"a b", "c"}, []s{"d"}, [2]string{"e", "f"}, []string{"gh", "i"})
	fmt.Printf("%s %q %v\n", []byte("bytes"), []byte("q\x00"), []rune("ré"))
	fmt.Printf("%05s|%-05d|%+s|%06q\n", "ab", 3, "plus", "q")
	fmt.Printf("%.2q|%8q|%-8q|%.0s|\n", "abc", "a", "b", "gone")
	fmt.Printf("%s %s\n", "\xff\xfe", "ok")
	fmt.Printf("%q %+q\n", "\xff\u200b", "\U0001F600")
}

// Output:
// a|"héllo\n\"x\""|"h\u00e9llo\n\"x\""|"raw`"|c3a9|v|     right|left      |tru|        bo|
// `back\slash` "héllo\n\"x\"" "named"
// 'é' '\n' '\u4e16' 'x'
//     x|y  |😀
// ["a b" "c"] [d] [e f] [6768 69]
// bytes "q\x00" [114 233]
// 000ab|3    |plus|000"q"
// "ab"|     "a"|"b"     ||
// �� ok
// "\xff\u200b" "\U0001f600"
