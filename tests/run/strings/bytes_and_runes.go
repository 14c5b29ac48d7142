package main

import "fmt"

func main() {
	s := "héllo, 世界"
	fmt.Println(len(s), s[1], s[0:1], s[3:5])
	for i, r := range s {
		fmt.Print(i, ":", string(r), " ")
	}
	fmt.Println()
	fmt.Println([]byte(s)[:4], []rune(s)[7:], len([]rune(s)))
	fmt.Println(string([]rune{0x4e16, 'x'}), string([]byte{104, 105}))
	bad := "a\xffb\xc0"
	for i, r := range bad {
		fmt.Print(i, " ", r, "; ")
	}
	fmt.Println()
	fmt.Printf("%q %x %+q\n", bad, bad, s)
	fmt.Println(string(rune(65)), string(rune(-1)), string(rune(0x10ffff+1)) == "\uFFFD")
}

// Output:
// 14 195 h ll
// 0:h 1:é 3:l 4:l 5:o 6:, 7:  8:世 11:界
// [104 195 169 108] [19990 30028] 9
// 世x hi
// 0 97; 1 65533; 2 98; 3 65533;
// "a\xffb\xc0" 61ff62c0 "h\u00e9llo, \u4e16\u754c"
// A � true
