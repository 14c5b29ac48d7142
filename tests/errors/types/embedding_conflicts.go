package main

import "io"

type a struct{ x, y int }
type b struct{ x, z int }

func (a) m()  {}
func (b) m()  {}
func (a) only() {}

type ab struct {
	a
	b
}
type dup struct {
	a
	/* ERROR "a redeclared\n\t./embedding_conflicts.go:17:2: other declaration of a" */ a
	*b
	/* ERROR "b redeclared\n\t./embedding_conflicts.go:19:3: other declaration of b" */ b int
	x, /* ERROR "x redeclared\n\t./embedding_conflicts.go:21:2: other declaration of x" */ x int
}
type over struct {
	ab
	m int
}
type bad struct {
	/* ERROR "embedded field type cannot be a pointer to an interface" */ *io.Reader
	*int
	any
	error
	/* ERROR "int redeclared\n\t./embedding_conflicts.go:29:3: other declaration of int" */ int "tag"


}
type iface interface {
	io.Reader
	Read(p []byte) (int, error)
	/* ERROR "duplicate method Read\n\t./embedding_conflicts.go:38:2: other declaration of method Read" */ Read()
	a
	int
	io.Reader
}
type conflict interface {
	io.Reader
	/* ERROR "duplicate method Read\n\t./embedding_conflicts.go:45:2: other declaration of method Read" */ other
}
type other interface{ Read() }
type mer interface{ m() }
type withField struct{ m int }

func (withField) /* ERROR "field and method with the same name m\n\t./embedding_conflicts.go:50:24: other declaration of m" */ m() {}
func (a) /* ERROR "method a.only already declared at ./embedding_conflicts.go:10:10" */ only() {}
func (*a) /* ERROR "field and method with the same name y\n\t./embedding_conflicts.go:5:19: other declaration of y" */ y() {}

func main() {
	v := ab{}
	v./* ERROR "ambiguous selector v.x" */ x = 1
	v./* ERROR "ambiguous selector v.m" */ m()
	v.a.m()
	/* ERROR "cannot assign to v.y (neither addressable nor a map index expression)" */ v.y = v.z
	v.only()
	v.a./* ERROR "v.a.b undefined (type a has no field or method b)" */ b.x = 1
	var i mer = /* ERROR "cannot use v (variable of struct type ab) as mer value in variable declaration: ab does not implement mer (ambiguous selector ab.m)" */ v
	var o over
	/* ERROR "invalid operation: cannot call o.m (variable of type int): int is not a function" */ o.m()
	o./* ERROR "ambiguous selector o.x" */ x = 2
	i = /* ERROR "cannot use o (variable of struct type over) as mer value in assignment: over does not implement mer (over.m is a field, not a method)" */ o
	var p *mer = &i
	p./* ERROR "p.m undefined (type *mer is pointer to interface, not interface)" */ m()
	var pp **a
	pp./* ERROR "pp.x undefined (type **a has no field or method x)" */ x = 1
	pp./* ERROR "pp.m undefined (type **a has no field or method m)" */ m()
	_ = v./* ERROR "v.q undefined (type ab has no field or method q)" */ q
	_ = ab{/* ERROR "unknown field x in struct literal of type ab" */ x: 1}
	ab./* ERROR "ambiguous selector ab.m" */ m(v)
	(*ab).only(&v)
	/* ERROR "not enough arguments in call to mer.m\n\thave ()\n\twant (mer)" */ mer.m()
	mer.m(/* ERROR "cannot use 1 (constant of type int) as mer value in argument to mer.m: int does not implement mer (missing method m)" */ 1)
	/* ERROR "not enough arguments in call to a.only\n\thave ()\n\twant (a)" */ a.only()
}
