package main

import "fmt"

func main() {
	a, b := "apple", "apricot"
	fmt.Println(a < b, a == "app"+"le", a+b, a >= b, "" < "a", "Z" < "a")
	s := ""
	for i := range 5 {
		s += string(rune('a' + i))
	}
	fmt.Println(s, len(s))
	s += "!" + s
	fmt.Println(s)
	t := s
	s += "changed"
	fmt.Println(t)
	fmt.Println("ab\x00c" == "ab", len("ab\x00c"), "é" == "e\u0301")
	m := map[string]int{"a" + "b": 1}
	fmt.Println(m["ab"])
	fmt.Println(s[len(s)-1:], s[:0] == "", s[2:2] == "")
}

// Output:
// true true appleapricot false true true
// abcde 5
// abcde!abcde
// abcde!abcde
// false 4 false
// 1
// d true true
