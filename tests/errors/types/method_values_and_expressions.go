package main

import "fmt"

type t struct{ n int }

func (t) val(a int) string   { return "" }
func (*t) ptr(a, b int)      {}
func (t) /* ERROR "method t.val already declared at ./method_values_and_expressions.go:7:10" */ val(b int)          {}
func (x t) /* ERROR "field and method with the same name n\n\t./method_values_and_expressions.go:5:16: other declaration of n" */ n()               {}
func (/* ERROR "cannot define new methods on non-local type int" */ int) m()               {}
func (*/* ERROR "cannot define new methods on non-local type fmt.Stringer" */ fmt.Stringer) m()     {}
func (/* ERROR "invalid receiver type []t" */ []t) m()               {}
func (t, int) /* ERROR "method has multiple receivers" */ m()            {}
func () /* ERROR "method has no receiver" */ m()                  {}
func (*/* ERROR "invalid receiver type **t" */ *t) m()               {}
func (x */* ERROR "undefined: undefinedType" */ undefinedType) m()  {}
func (_ t) _()               {}
func (_ t) _()               {}
func (p /* ERROR "invalid receiver type p (pointer or interface type)" */ p) m()               {}

type p *t
type i interface{ val(int) string }
type emb struct{ i }
type un int

func (u un) String() string { return "" }
func (u *un) Set(string)    {}

func main() {
	var v t
	f := t.val
	f(/* ERROR "not enough arguments in call to f\n\thave (number)\n\twant (t, int)" */ 1)
	f(v, /* ERROR "cannot use \"x\" (untyped string constant) as int value in argument to f" */ "x")
	g := (*t).ptr
	g(/* ERROR "cannot use v (variable of struct type t) as *t value in argument to g" */ v, 1, 2)
	g(&v, /* ERROR "not enough arguments in call to g\n\thave (*t, number)\n\twant (*t, int, int)" */ 1)
	t./* ERROR "invalid method expression t.ptr (needs pointer receiver (*t).ptr)" */ ptr(v, 1, 2)
	h := i.val
	h(/* ERROR "not enough arguments in call to h\n\thave (t)\n\twant (i, int)" */ v)
	h(v, 1)
	i./* ERROR "i.missing undefined (type i has no field or method missing)" */ missing(v)
	/* ERROR "cannot assign to v.val (neither addressable nor a map index expression)" */ v.val = nil
	_ = v.val == nil
	v./* ERROR "v.missing undefined (type t has no field or method missing)" */ missing()
	t{}./* ERROR "cannot call pointer method ptr on t" */ ptr(1, 2)
	(&t{}).ptr(1, 2)
	var s fmt.Stringer = un(1)
	s./* ERROR "s.Set undefined (type fmt.Stringer has no field or method Set)" */ Set("x")
	un(1)./* ERROR "cannot call pointer method Set on un" */ Set("x")
	u := un(1)
	u.Set(/* ERROR "cannot use 1 (untyped int constant) as string value in argument to u.Set" */ 1)
	var set interface{ Set(string) } = /* ERROR "cannot use u (variable of int type un) as interface{Set(string)} value in variable declaration: un does not implement interface{Set(string)} (method Set has pointer receiver)" */ u
	var e emb
	e.val(/* ERROR "cannot use \"x\" (untyped string constant) as int value in argument to e.val" */ "x")
	emb.val(e, 1)
	_ = /* ERROR "invalid operation: e.i.val(1) + 1 (mismatched types string and untyped int)" */ e.i.val(1) + 1
	(func())(/* ERROR "cannot convert v.val (value of type func(a int) string) to type func()" */ v.val)()
	k := v.val(1)
	/* ERROR "invalid operation: cannot call k (variable of type string): string is not a function" */ k()
	*/* ERROR "invalid operation: cannot indirect v.val(1) (value of type string)" */ v.val(1)
	/* ERROR "invalid operation: cannot call v.val(1) (value of type string): string is not a function" */ v.val(1)(2)
	/* ERROR "t.n (value of type func(t)) is not used" */ t.n
	/* ERROR "un.String (value of type func(un) string) is not used" */ un.String
	_, _ = set, 1
}
