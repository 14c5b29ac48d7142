package main

import (
	"fmt"
	"io"
)

type shape interface {
	Area() float64
	perimeter() float64
}
type sq struct{}

func (s *sq) Area() float64      { return 0 }
func (s *sq) perimeter() float32 { return 0 }

type circle struct{}

func (circle) area() float64 { return 0 }

type full struct{}

func (full) Area() float64      { return 0 }
func (full) perimeter() float64 { return 0 }

type wr struct{}

func (wr) Write(p []byte) int { return 0 }

func use(shape)           {}
func many(...shape)       {}
func give() shape         { return /* ERROR "cannot use sq{} (value of struct type sq) as shape value in return statement: sq does not implement shape (method Area has pointer receiver)" */ sq{} }
func errs() error         { return /* ERROR "cannot use \"failed\" (constant of type string) as error value in return statement: string does not implement error (missing method Error)" */ "failed" }
func multi() (shape, error) { return full{}, /* ERROR "cannot use 1 (constant of type int) as error value in return statement: int does not implement error (missing method Error)" */ 1 }

func main() {
	use(/* ERROR "cannot use sq{} (value of struct type sq) as shape value in argument to use: sq does not implement shape (method Area has pointer receiver)" */ sq{})
	use(/* ERROR "cannot use &sq{} (value of type *sq) as shape value in argument to use: *sq does not implement shape (wrong type for method perimeter)\n\t\thave perimeter() float32\n\t\twant perimeter() float64" */ &sq{})
	use(/* ERROR "cannot use circle{} (value of struct type circle) as shape value in argument to use: circle does not implement shape (missing method Area)\n\t\thave area() float64\n\t\twant Area() float64" */ circle{})
	use(&full{})
	use(nil)
	use(/* ERROR "cannot use new(shape) (value of type *shape) as shape value in argument to use: *shape does not implement shape (type *shape is pointer to interface, not interface)" */ new(shape))
	many(full{}, /* ERROR "cannot use sq{} (value of struct type sq) as shape value in argument to many: sq does not implement shape (method Area has pointer receiver)" */ sq{})
	many(/* ERROR "cannot use []full{} (value of type []full) as []shape value in argument to many" */ []full{}...)
	var s shape = full{}
	_ = /* ERROR "impossible type assertion: s.(sq)\n\tsq does not implement shape (method Area has pointer receiver)" */ s.(sq)
	_ = /* ERROR "impossible type assertion: s.(*sq)\n\t*sq does not implement shape (wrong type for method perimeter)\n\t\thave perimeter() float32\n\t\twant perimeter() float64" */ s.(*sq)
	_ = s.(full)
	_ = /* ERROR "impossible type assertion: s.(circle)\n\tcircle does not implement shape (missing method Area)\n\t\thave area() float64\n\t\twant Area() float64" */ s.(circle)
	_ = s.(fmt.Stringer)
	_ = /* ERROR "impossible type assertion: s.(int)\n\tint does not implement shape (missing method Area)" */ s.(int)
	_ = /* ERROR "invalid operation: full{} (value of struct type full) is not an interface" */ full{}.(shape)
	_, ok := s.(interface{ Area() int })
	f, ok, x := /* ERROR "assignment mismatch: 3 variables but 1 value" */ s.(full)
	var w io.Writer = /* ERROR "cannot use wr{} (value of struct type wr) as io.Writer value in variable declaration: wr does not implement io.Writer (wrong type for method Write)\n\t\thave Write([]byte) int\n\t\twant Write([]byte) (int, error)" */ wr{}
	var rw io.ReadWriter = /* ERROR "cannot use io.Writer(nil) (value of interface type io.Writer) as io.ReadWriter value in variable declaration: io.Writer does not implement io.ReadWriter (missing method Read)" */ io.Writer(nil)
	var r io.Reader = rw
	switch v := s.(type) {
	case full, *full:
		v.Area()
		v./* ERROR "v.missing undefined (type shape has no field or method missing)" */ missing()
	case /* ERROR "impossible type switch case: sq\n\ts (variable of interface type shape) cannot have dynamic type sq (method Area has pointer receiver)" */ sq:
	case /* ERROR "impossible type switch case: *circle\n\ts (variable of interface type shape) cannot have dynamic type *circle (missing method Area)\n\t\thave area() float64\n\t\twant Area() float64" */ *circle:
	case shape, /* ERROR "duplicate case full in type switch\n\t./interfaces_and_assertions.go:59:7: previous case" */ full:
	case nil, /* ERROR "duplicate case nil in type switch\n\t./interfaces_and_assertions.go:65:7: previous case" */ nil:
	case /* ERROR "impossible type switch case: int\n\ts (variable of interface type shape) cannot have dynamic type int (missing method Area)" */ int:
	case /* ERROR "impossible type switch case: string\n\ts (variable of interface type shape) cannot have dynamic type string (missing method Area)" */ string, fmt.Stringer:
	case /* ERROR "undefined: undefined" */ undefined:
	}
	switch s.(type) {
	case full:
	case /* ERROR "duplicate case full in type switch\n\t./interfaces_and_assertions.go:71:7: previous case" */ full:
	}
	switch /* ERROR "y declared and not used" */ y := s.(type) {
	}
	var list []shape = /* ERROR "cannot use []full{} (value of type []full) as []shape value in variable declaration" */ []full{}
	var mp map[string]shape = map[string]shape{"a": /* ERROR "cannot use sq{} (value of struct type sq) as shape value in map literal: sq does not implement shape (method Area has pointer receiver)" */ sq{}, "b": nil, "c": full{}}
	ch := make(chan shape)
	ch <- /* ERROR "cannot use circle{} (value of struct type circle) as shape value in send: circle does not implement shape (missing method Area)\n\t\thave area() float64\n\t\twant Area() float64" */ circle{}
	func() shape { return /* ERROR "cannot use wr{} (value of struct type wr) as shape value in return statement: wr does not implement shape (missing method Area)" */ wr{} }()
	fmt.Println(list, mp, w, r, f, x, ok)
	_ = (interface{ m() })(nil)./* ERROR "(interface{m()})(nil).x undefined (type interface{m()} has no field or method x)" */ x
}
