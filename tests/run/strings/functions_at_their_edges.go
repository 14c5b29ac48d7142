package main

import (
	"fmt"
	"strings"
	"unicode"
)

func main() {
	fmt.Printf("%q %q %q %q\n", strings.Split("a,b,,c,", ","), strings.Split("", ","), strings.Split("abc", ""), strings.SplitN("a,b,c,d", ",", 2))
	fmt.Printf("%q %q %q\n", strings.SplitAfter("a,b", ","), strings.SplitN("a,b", ",", 0), strings.Fields("  a \t b\n\u00a0c "))
	before, after, ok := strings.Cut("key=value=x", "=")
	fmt.Println(before, after, ok)
	rest, ok := strings.CutPrefix("prefix-x", "prefix-")
	fmt.Println(rest, ok)
	fmt.Println(strings.Index("chicken", "ken"), strings.LastIndex("go gopher", "go"), strings.IndexAny("golang", "ny"), strings.IndexByte("abc", 'z'), strings.IndexRune("日本", '本'), strings.IndexFunc("abcD", unicode.IsUpper))
	fmt.Println(strings.Count("cheese", "e"), strings.Count("five", ""), strings.Contains("", ""), strings.ContainsAny("x", ""), strings.HasPrefix("x", "xy"))
	fmt.Println(strings.Replace("oink oink oink", "k", "ky", 2), strings.ReplaceAll("aaaa", "aa", "b"), strings.Replace("abc", "", "-", -1))
	fmt.Printf("%q %q %q %q\n", strings.Trim("xxhixx", "x"), strings.TrimLeft("abcba", "ab"), strings.TrimSpace("\t\u2003hi\n"), strings.TrimFunc("12ab34", unicode.IsDigit))
	fmt.Println(strings.Title("hello wOrld"), strings.ToTitle("ǆ"), strings.ToUpper("straße ŉ"), strings.ToLower("İÇ"), strings.EqualFold("Straße", "STRASSE"), strings.EqualFold("K", "\u212a"))
	fmt.Println(strings.Map(func(r rune) rune {
		if r == 'x' {
			return -1
		}
		return r + 1
	}, "axbxc"), strings.Repeat("ab", 3), strings.Join(nil, ","), strings.Join([]string{"one"}, ","))
	r := strings.NewReplacer("<", "&lt;", ">", "&gt;", "&", "&amp;", "", "!")
	fmt.Println(r.Replace("a<b>&c"))
	r = strings.NewReplacer("aaa", "3", "aa", "2", "a", "1", "i", "i", "longer", "x")
	fmt.Println(r.Replace("aaaa i longerlong"), strings.NewReplacer("a", "b", "b", "a").Replace("abba"))
	for l := range strings.Lines("one\ntwo\n\nlast") {
		fmt.Printf("%q ", l)
	}
	for p := range strings.SplitSeq("x-y-z", "-") {
		fmt.Print(p, " ")
	}
	for f := range strings.FieldsSeq(" p  q ") {
		fmt.Print(f, " ")
	}
	fmt.Println()
	var b strings.Builder
	b.WriteByte('a')
	b.WriteRune('é')
	b.WriteString("z")
	fmt.Println(b.Len(), b.String(), strings.Compare("a", "b"), strings.ToValidUTF8("a\xff\xfeb", "?"))
	b.Reset()
	fmt.Printf("%q %d\n", b.String(), b.Len())
	rd := strings.NewReader("hello")
	rd.Seek(-3, 2)
	c, _ := rd.ReadByte()
	rd.UnreadByte()
	fmt.Println(string(c), rd.Len(), rd.Size())
	func() {
		defer func() { fmt.Println(recover()) }()
		strings.Repeat("x", -1)
	}()
	func() {
		defer func() { fmt.Println(recover()) }()
		c := b
		c.WriteByte('x')
		d := c
		d.WriteByte('y')
	}()
	fmt.Println(strings.LastIndexAny("abcabc", "ab"), strings.LastIndexByte("abcabc", 'b'), strings.LastIndexFunc("a1b2c", unicode.IsDigit), strings.IndexAny("é", "\xc3"))
}

// Output:
// ["a" "b" "" "c" ""] [""] ["a" "b" "c"] ["a" "b,c,d"]
// ["a," "b"] [] ["a" "b" "c"]
// key value=x true
// x true
// 4 3 4 -1 3 3
// 3 5 true false false
// oinky oinky oink bb -a-b-c-
// "hi" "cba" "hi" "ab"
// Hello WOrld ǅ STRAßE ŉ iç false true
// bcd ababab  one
// !a&lt;!b&gt;&amp;!c!
// 31 i xlong baab
// "one\n" "two\n" "\n" "last" x y z p q
// 4 aéz -1 a?b
// "" 0
// l 3 5
// strings: negative Repeat count
// strings: illegal use of non-zero Builder copied by value
// 4 4 3 -1
