package main

type T struct {
	a int
	b, /* ERROR "a redeclared\n\t./struct_tags_and_fields.go:4:2: other declaration of a" */ a string
	_ int
	_ int
}

type U struct {
	f func(x, /* ERROR "x redeclared in this block\n\t./struct_tags_and_fields.go:11:9: other declaration of x" */ x int)
	g interface {
		m(int)
		/* ERROR "duplicate method m\n\t./struct_tags_and_fields.go:13:3: other declaration of method m" */ m(string)
	}
	h map[/* ERROR "invalid map key type []byte" */ []byte]int
	i [/* ERROR "invalid array length n" */ n]int
	j [/* ERROR "invalid array length -1 (untyped int constant)" */ -1]int
	k [/* ERROR "array length 1.5 (untyped float constant) must be integer" */ 1.5]int
	l [/* ERROR "array length \"a\" (untyped string constant) must be integer" */ "a"]int
	m chan /* ERROR "undefined: undefined" */ undefined
}

var n = 3

func main() {}
