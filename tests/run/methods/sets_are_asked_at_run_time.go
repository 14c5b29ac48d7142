// Method sets of values and pointers through embedding by value, by pointer, of interfaces and at several depths, as type
// assertions see them; a method found twice at one depth is in no set.
package main

import (
	"fmt"
	"io"
	"strings"
)

type base struct{ name string }

func (b base) Name() string      { return b.name }
func (b *base) Rename(to string) { b.name = to }

type byValue struct{ base }
type byPointer struct{ *base }
type twoDeep struct{ byValue }
type overridden struct {
	base
	depth int
}

func (o overridden) Name() string { return "over " + o.base.Name() }

type left struct{ base }
type right struct{ base }
type ambiguous struct {
	left
	right
}
type resolved struct {
	left
	*right
	base
}
type shadowedByField struct {
	base
	Name int
}
type withInterface struct {
	fmt.Stringer
	io.Reader
}
type named interface{ Name() string }
type renamer interface {
	named
	Rename(string)
}
type embedsInterface struct{ renamer }
type onSlice []int

func (s onSlice) Len() int    { return len(s) }
func (s *onSlice) Push(x int) { *s = append(*s, x) }

type stack struct{ onSlice }
type onFunc func() string

func (f onFunc) Name() string { return "func " + f() }

type defined byValue
type definedPtr *base
type generic[T any] struct{ val T }

func (g generic[T]) Name() string      { return fmt.Sprintf("%T", g.val) }
func (g *generic[T]) Rename(to string) { g.val = *new(T) }

type embedsGeneric struct{ generic[[]string] }

func ask(what string, v any) {
	_, n := v.(named)
	_, r := v.(renamer)
	_, s := v.(fmt.Stringer)
	_, l := v.(interface{ Len() int })
	_, p := v.(interface{ Push(int) })
	fmt.Printf("%-20s Name %-5t Rename %-5t String %-5t Len %-5t Push %t\n", what, n, r, s, l, p)
}

func main() {
	b := base{"b"}
	ask("base", b)
	ask("*base", &b)
	ask("byValue", byValue{b})
	ask("*byValue", &byValue{b})
	ask("byPointer", byPointer{&b})
	ask("*byPointer", &byPointer{&b})
	ask("twoDeep", twoDeep{})
	ask("*twoDeep", &twoDeep{})
	ask("overridden", overridden{})
	ask("*overridden", &overridden{})
	ask("ambiguous", ambiguous{})
	ask("*ambiguous", &ambiguous{})
	ask("resolved", resolved{})
	ask("*resolved", &resolved{})
	ask("shadowedByField", shadowedByField{})
	ask("withInterface", withInterface{})
	ask("embedsInterface", embedsInterface{})
	ask("*embedsInterface", &embedsInterface{})
	ask("stack", stack{})
	ask("*stack", &stack{})
	ask("onFunc", onFunc(nil))
	ask("defined", defined{})
	ask("*defined", &defined{})
	ask("definedPtr", definedPtr(&b))
	ask("generic", generic[int]{})
	ask("*embedsGeneric", &embedsGeneric{})
	ask("anonymous", struct{ *base }{&b})
	ask("anonymous and two", struct {
		*base
		generic[int]
	}{})
	ask("**base", func() **base { p := &b; return &p }())

	o := overridden{base{"inner"}, 1}
	fmt.Println(o.Name(), o.base.Name(), named(o).Name(), base.Name(o.base), overridden.Name(o))
	amb := ambiguous{left{base{"l"}}, right{base{"r"}}}
	fmt.Println(amb.left.Name(), amb.right.base.name)
	e := embedsInterface{byPointer{&b}}
	e.Rename("through three")
	fmt.Println(e.Name(), b.name, e.renamer.(byPointer).base == &b)
	w := withInterface{Reader: strings.NewReader("read me")}
	data, err := io.ReadAll(w)
	fmt.Println(string(data), err, w.Stringer == nil)
	st := stack{}
	st.Push(4)
	(&st).Push(5)
	push := st.onSlice.Push
	push(6)
	fmt.Println(st.Len(), st, embedsGeneric{}.Name(), onFunc(func() string { return "value" }).Name())
}

// Output:
// base                 Name true  Rename false String false Len false Push false
// *base                Name true  Rename true  String false Len false Push false
// byValue              Name true  Rename false String false Len false Push false
// *byValue             Name true  Rename true  String false Len false Push false
// byPointer            Name true  Rename true  String false Len false Push false
// *byPointer           Name true  Rename true  String false Len false Push false
// twoDeep              Name true  Rename false String false Len false Push false
// *twoDeep             Name true  Rename true  String false Len false Push false
// overridden           Name true  Rename false String false Len false Push false
// *overridden          Name true  Rename true  String false Len false Push false
// ambiguous            Name false Rename false String false Len false Push false
// *ambiguous           Name false Rename false String false Len false Push false
// resolved             Name true  Rename false String false Len false Push false
// *resolved            Name true  Rename true  String false Len false Push false
// shadowedByField      Name false Rename false String false Len false Push false
// withInterface        Name false Rename false String true  Len false Push false
// embedsInterface      Name true  Rename true  String false Len false Push false
// *embedsInterface     Name true  Rename true  String false Len false Push false
// stack                Name false Rename false String false Len true  Push false
// *stack               Name false Rename false String false Len true  Push true
// onFunc               Name true  Rename false String false Len false Push false
// defined              Name true  Rename false String false Len false Push false
// *defined             Name true  Rename true  String false Len false Push false
// definedPtr           Name false Rename false String false Len false Push false
// generic              Name true  Rename false String false Len false Push false
// *embedsGeneric       Name true  Rename true  String false Len false Push false
// anonymous            Name true  Rename true  String false Len false Push false
// anonymous and two    Name false Rename false String false Len false Push false
// **base               Name false Rename false String false Len false Push false
// over inner inner over inner inner over inner
// l r
// through three through three true
// read me <nil> true
// 3 {[4 5 6]} []string func value
