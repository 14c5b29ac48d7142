package main

import "fmt"

type shape interface {
	area() float64
	name() string
}

type square struct{}

func (s *square) area() float64 { return 1 }
func (s *square) name() string  { return "" }

type half struct{}

func (half) area() int { return 1 }

type none struct{}

func use(s shape) {}

func main() {
	var s shape = /* ERROR "cannot use square{} (value of struct type square) as shape value in variable declaration: square does not implement shape (method area has pointer receiver)" */ square{}
	use(/* ERROR "cannot use half{} (value of struct type half) as shape value in argument to use: half does not implement shape (wrong type for method area)\n\t\thave area() int\n\t\twant area() float64" */ half{})
	use(/* ERROR "cannot use none{} (value of struct type none) as shape value in argument to use: none does not implement shape (missing method area)" */ none{})
	use(nil)
	use(&square{})
	var e error = /* ERROR "cannot use none{} (value of struct type none) as error value in variable declaration: none does not implement error (missing method Error)" */ none{}
	var st fmt.Stringer = /* ERROR "cannot use &none{} (value of type *none) as fmt.Stringer value in variable declaration: *none does not implement fmt.Stringer (missing method String)" */ &none{}
	s = /* ERROR "cannot use 5 (constant of type int) as shape value in assignment: int does not implement shape (missing method area)" */ 5
	_, _, _ = s, e, st
	var sh shape = shape(/* ERROR "cannot convert half{} (value of struct type half) to type shape: half does not implement shape (wrong type for method area)\n\t\thave area() int\n\t\twant area() float64" */ half{})
	_ = /* ERROR "impossible type assertion: sh.(none)\n\tnone does not implement shape (missing method area)" */ sh.(none)
	_ = sh.(*square)
	_ = sh.(fmt.Stringer)
}
