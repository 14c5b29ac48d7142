package main

import (
	"bytes"
	"fmt"
)

func main() {
	a, b := []byte("hello world"), []byte("o")
	fmt.Println(bytes.Equal(a, []byte("hello world")), bytes.Compare(a, b), bytes.Index(a, b), bytes.LastIndex(a, b), bytes.Count(a, b), bytes.Contains(a, []byte("wor")))
	fmt.Printf("%s %q %q\n", bytes.ToUpper(a), bytes.Split(a, []byte(" ")), bytes.Fields([]byte(" a  b ")))
	fmt.Printf("%s %s %s\n", bytes.ReplaceAll(a, b, []byte("0")), bytes.TrimSpace([]byte(" x ")), bytes.Join([][]byte{a[:1], b}, []byte("-")))
	fmt.Println(bytes.HasPrefix(a, []byte("he")), bytes.IndexByte(a, 'w'), bytes.EqualFold([]byte("A"), []byte("a")))
	c := bytes.Clone(a)
	c[0] = 'J'
	fmt.Println(string(a), string(c), string(bytes.Repeat(b, 3)), string(bytes.Title([]byte("abc"))))
	x, y, ok := bytes.Cut([]byte("k:v"), []byte(":"))
	fmt.Println(string(x), string(y), ok)
	fmt.Println(bytes.Runes([]byte("é!")), string(bytes.TrimLeft([]byte("xxy"), "x")), bytes.ContainsAny(a, "z"))
}

// Output:
// true -1 4 7 2 true
// HELLO WORLD ["hello" "world"] ["a" "b"]
// hell0 w0rld x h-o
// true 6 true
// hello world Jello world ooo Abc
// k v true
// [233 33] y false
