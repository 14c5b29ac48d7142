package main

import (
	"fmt"
	"strings"
)

func main() {
	var a, b int
	var s string
	var f float64
	n, err := fmt.Sscan("10 20 word 2.5", &a, &b, &s, &f)
	fmt.Println(n, err, a, b, s, f)
	n, err = fmt.Sscanf("7-8:x", "%d-%d:%s", &a, &b, &s)
	fmt.Println(n, err, a, b, s)
	n, err = fmt.Sscanf("ff 0x1f", "%x %v", &a, &b)
	fmt.Println(n, err, a, b)
	n, err = fmt.Sscan("12 abc", &a, &b)
	fmt.Println(n, err)
	n, err = fmt.Sscan("", &a)
	fmt.Println(n, err)
	n, err = fmt.Sscanln("1 2\n3", &a, &b)
	fmt.Println(n, err, a, b)
	r := strings.NewReader("1\n2 true\n")
	var ok bool
	fmt.Fscan(r, &a, &b, &ok)
	fmt.Println(a, b, ok)
	var c rune
	fmt.Sscanf("é", "%c", &c)
	fmt.Println(string(c))
	n, err = fmt.Sscanf("5 apples", "%d oranges", &a)
	fmt.Println(n, err)
}

// Output:
// 4 <nil> 10 20 word 2.5
// 3 <nil> 7 8 x
// 2 <nil> 255 31
// 1 expected integer
// 0 EOF
// 2 <nil> 1 2
// 1 2 true
// é
// 1 input does not match format
