package main

import "unsafe"

type (
	str   string
	runes []rune
	a3    [3]int
	s1    struct{ n int }
	s2    struct{ n int "tag" }
	s3    struct{ n int64 }
	e1    interface{ m() }
	fnA   func(int)
	fnB   func(string)
	p1    *s1
)

func (s1) m() {}

func main() {
	s := []int{1, 2, 3}
	_ = [3]int(s)
	_ = [4]string(/* ERROR "cannot convert s (variable of type []int) to type [4]string" */ s)
	_ = (*[3]int)(s)
	_ = (*[3]int8)(/* ERROR "cannot convert s (variable of type []int) to type *[3]int8" */ s)
	_ = []int(/* ERROR "cannot convert [3]int{} (value of type [3]int) to type []int" */ [3]int{})
	_ = a3(s)
	_ = string(/* ERROR "cannot convert 1.5 (untyped float constant) to type string" */ 1.5)
	_ = string(65)
	_ = string(/* ERROR "cannot convert s (variable of type []int) to type string" */ s)
	_ = str([]byte{1})
	_ = runes("x")
	_ = runes(str("x"))
	_ = []byte(/* ERROR "cannot convert runes{} (value of slice type runes) to type []byte" */ runes{})
	_ = []string(/* ERROR "cannot convert \"x\" (untyped string constant) to type []string" */ "x")
	_ = int(/* ERROR "cannot convert \"1\" (untyped string constant) to type int" */ "1")
	_ = int(/* ERROR "cannot convert 1.5 (untyped float constant) to type int" */ 1.5)
	_ = int8(/* ERROR "constant 200 overflows int8" */ 200)
	_ = uint(/* ERROR "constant -1 overflows uint" */ -1)
	_ = byte('é')
	_ = byte(/* ERROR "constant 19990 overflows byte" */ '世')
	_ = float32(/* ERROR "cannot convert 1e40 (untyped float constant 1e+40) to type float32" */ 1e40)
	_ = int(/* ERROR "constant 18446744073709551616 overflows int" */ 1 << 64)
	_ = s2(s1{})
	_ = s3(/* ERROR "cannot convert s1{} (value of struct type s1) to type s3" */ s1{})
	_ = (*s2)(&s1{})
	_ = p1(/* ERROR "cannot convert &s2{} (value of type *s2) to type p1" */ &s2{})
	_ = e1(s1{})
	_ = e1(/* ERROR "cannot convert s2{} (value of struct type s2) to type e1: s2 does not implement e1 (missing method m)" */ s2{})
	_ = s1(/* ERROR "cannot convert e1(nil) (value of interface type e1) to type s1: need type assertion" */ e1(nil))
	_ = fnA(/* ERROR "cannot convert func(string) {} (value of type func(string)) to type fnA" */ func(string) {})
	_ = fnB(/* ERROR "cannot convert fnA(nil) (value of func type fnA) to type fnB" */ fnA(nil))
	_ = chan int(/* ERROR "cannot convert make(<-chan int) (value of type <-chan int) to type chan int" */ make(<-chan int))
	_ = (<-chan int)(make(chan int))
	_ = bool(/* ERROR "cannot convert 1 (untyped int constant) to type bool" */ 1)
	_ = int(/* ERROR "cannot convert true (untyped bool constant) to type int" */ true)
	_ = int(/* ERROR "cannot convert nil to type int" */ nil)
	_ = any(nil)
	_ = error(/* ERROR "cannot convert 1 (untyped int constant) to type error" */ 1)
	_ = uintptr(/* ERROR "cannot convert &s (value of type *[]int) to type uintptr" */ &s)
	_ = unsafe.Pointer(/* ERROR "cannot convert 1 (untyped int constant) to type unsafe.Pointer" */ 1)
	_ = unsafe.Pointer(uintptr(unsafe.Pointer(&s)))
	_ = (*int)(/* ERROR "cannot convert uintptr(1) (constant 1 of type uintptr) to type *int" */ uintptr(1))
	_ = complex64(1)
	_ = int(/* ERROR "cannot convert 2i (untyped complex constant (0 + 2i)) to type int" */ 2i)
	_ = int(2 + 0i)
	_ = float64(/* ERROR "cannot convert \"1\" (untyped string constant) to type float64" */ "1")
	_ = map[string]int(nil)
	_ = func/* ERROR "func() nil (type) is not an expression" */ ()(/* ERROR "nil (untyped nil) is not a type" */ nil)
	_ = struct{}(/* ERROR "cannot convert struct{n int}{} (value of type struct{n int}) to type struct{}" */ struct{ n int }{})
	_ = int(1, /* ERROR "too many arguments in conversion to int" */ 2)
	_ = /* ERROR "missing argument in conversion to int" */ int()
	_ = int(/* ERROR "invalid use of ... in conversion to int" */ s...)
	var f float64 = 1
	_ = /* ERROR "invalid operation: shifted operand f (variable of type float64) must be integer" */ f << 2
	_ = 1 << /* ERROR "invalid operation: shift count f (variable of type float64) must be integer" */ f
	_ = 1.0 << 3
	_ = /* ERROR "invalid operation: shifted operand \"x\" (untyped string constant) must be integer" */ "x" << 1
	var sh uint8 = /* ERROR "cannot use 1 << 8 (untyped int constant 256) as uint8 value in variable declaration (overflows)" */ 1 << 8
	var arr [1 << 2.0]int
	_, _ = sh, arr
}
