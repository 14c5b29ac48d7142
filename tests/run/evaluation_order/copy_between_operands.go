// Operands of one call: copy is called first, then the strings made of the bytes it changed.
package main

import "fmt"

func main() {
	b := []byte("hello")
	fmt.Println(string(b), copy(b, "HE"), string(b))
	r := []rune("abc")
	fmt.Println(string(r), copy(r, []rune("xy")), len(string(r)))
	show := func(s string, n int, t string) { fmt.Println(s, n, t) }
	show(string(b), copy(b[3:], "??"), string(b[3:]))
	s := string(b)
	fmt.Println(s, copy(b, "zz"), s == string(b))
}

// Output:
// HEllo 2 HEllo
// xyc 2 3
// HEl?? 2 ??
// HEl?? 2 false
