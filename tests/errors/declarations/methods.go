package main

type T struct{ name string }

func (t T) /* ERROR "field and method with the same name name\n\t./methods.go:3:16: other declaration of name" */ name()    {}
func (t T) dup()     {}
func (t *T) /* ERROR "method T.dup already declared at ./methods.go:6:12" */ dup()    {}
func (x /* ERROR "cannot define new methods on non-local type int" */ int) bad()   {}
func (x */* ERROR "undefined: undef" */ undef) a()  {}
func (s /* ERROR "invalid receiver type []T" */ []T) slice() {}
func (p */* ERROR "invalid receiver type **T" */ *T) pp()    {}

type I interface {
	m()
	/* ERROR "duplicate method m\n\t./methods.go:14:2: other declaration of method m" */ m()
}

func (i /* ERROR "invalid receiver type I (pointer or interface type)" */ I) onInterface() {}

func main() {}
