package main

import (
	"fmt"
	"strings"
	"unicode"
)

func main() {
	fmt.Println(strings.ToUpper("héllo ß"), strings.ToLower("ÀB"), strings.Title("hello world"), strings.Repeat("=", 5))
	fmt.Println(strings.Replace("aaaa", "a", "b", 2), strings.ReplaceAll("aXbX", "X", "--"), strings.ReplaceAll("abc", "", "."))
	fmt.Printf("%q %q %q %q\n", strings.TrimSpace("\t x y \n"), strings.Trim("xxhixx", "x"), strings.TrimLeft("0042", "0"), strings.TrimSuffix("a.go", ".go"))
	fmt.Println(strings.TrimFunc("12ab34", unicode.IsDigit), strings.Map(func(r rune) rune {
		if r == 'a' {
			return -1
		}
		return unicode.ToUpper(r)
	}, "banana"))
	fmt.Println(strings.Join([]string{"a", "b", "c"}, ", "), strings.Join(nil, "x") == "")
	fmt.Println(strings.NewReplacer("<", "&lt;", ">", "&gt;").Replace("<b>x</b>"), strings.NewReplacer("aa", "1", "a", "2").Replace("aaa"))
	fmt.Println(strings.ToValidUTF8("a\xffb", "?"), strings.ToTitle("go"))
	rd := strings.NewReader("read me")
	b := make([]byte, 4)
	n, _ := rd.Read(b)
	c, _ := rd.ReadByte()
	rest, size, _ := rd.ReadRune()
	fmt.Println(n, string(b), string(c), string(rest), size, rd.Len(), rd.Size())
}

// Output:
// HÉLLO ß àb Hello World =====
// bbaa a--b-- .a.b.c.
// "x y" "hi" "42" "a"
// ab BNN
// a, b, c true
// &lt;b&gt;x&lt;/b&gt; 12
// a?b GO
// 4 read   m 1 1 7
