package main

import (
	"fmt"
	"strings"
	"unicode"
)

func main() {
	s := "the quick brown fox, the lazy dog"
	fmt.Println(strings.Contains(s, "quick"), strings.HasPrefix(s, "the"), strings.HasSuffix(s, "cat"), strings.Index(s, "the"), strings.LastIndex(s, "the"), strings.IndexByte(s, 'q'), strings.IndexAny(s, "xyz"), strings.IndexRune("añb", 'ñ'), strings.IndexFunc(s, unicode.IsPunct))
	fmt.Printf("%q %q %q\n", strings.Split("a,b,,c", ","), strings.SplitN("a,b,c", ",", 2), strings.SplitAfter("a,b", ","))
	fmt.Printf("%q %q %q\n", strings.Split("abc", ""), strings.Split("", ","), strings.Fields("  x  y\n"))
	fmt.Println(strings.Count("cheese", "e"), strings.Count("abc", ""), strings.EqualFold("Straße", "STRASSE"), strings.EqualFold("Go", "GO"))
	before, after, ok := strings.Cut("key=value=x", "=")
	fmt.Println(before, after, ok)
	r, ok := strings.CutPrefix("prefix-x", "prefix-")
	fmt.Println(r, ok)
	fmt.Println(strings.FieldsFunc("a1b2c", unicode.IsDigit), strings.ContainsAny("x", ""), strings.ContainsRune("é", 'é'), strings.Compare("a", "b"))
	for part := range strings.SplitSeq("x-y-z", "-") {
		fmt.Print(part, " ")
	}
	for l := range strings.Lines("one\ntwo\n") {
		fmt.Printf("%q ", l)
	}
	fmt.Println()
}

// Output:
// true true false 0 21 4 18 1 19
// ["a" "b" "" "c"] ["a" "b,c"] ["a," "b"]
// ["a" "b" "c"] [""] ["x" "y"]
// 3 4 false true
// key value=x true
// x true
// [a b c] false true -1
// x y z "one\n" "two\n"
