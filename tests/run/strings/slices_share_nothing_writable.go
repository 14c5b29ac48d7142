package main

import "fmt"

func main() {
	b := []byte("mutable")
	s := string(b)
	b[0] = 'M'
	fmt.Println(s, string(b))
	c := []byte(s)
	copy(c[2:], "XX")
	fmt.Println(s, string(c))
	n := copy(b, "longer than the target")
	fmt.Println(n, string(b))
	d := append([]byte("x"), "yz"...)
	fmt.Println(string(d))
	r := []rune("añb")
	r[1] = 'n'
	fmt.Println(string(r))
	type name string
	var nm name = "typed"
	fmt.Println(nm[1:3], string(nm), []byte(nm)[0])
}

// Output:
// mutable Mutable
// mutable muXXble
// 7 longer
// xyz
// anb
// yp typed 116
