package main

import (
	"errors"
	"fmt"
)

type point struct{ X, Y int }
type both struct{ n int }

func (b both) String() string { return fmt.Sprint("S", b.n) }
func (b both) Error() string  { return fmt.Sprint("E", b.n) }

type goer struct{}

func (goer) GoString() string { return "goer!" }

type formatter int

func (f formatter) Format(s fmt.State, verb rune) {
	w, hasW := s.Width()
	p, hasP := s.Precision()
	fmt.Fprintf(s, "<%c %d %v %d %v %v%v%v%v%v>", verb, w, hasW, p, hasP, s.Flag('+'), s.Flag('-'), s.Flag('#'), s.Flag(' '), s.Flag('0'))
}

type ptrStringer struct{ s string }

func (p *ptrStringer) String() string { return "ptr " + p.s }

type bad struct{}

func (bad) String() string { panic("inside String") }

type nilable struct{ x int }

func (n *nilable) String() string { return fmt.Sprint(n.x) }

func main() {
	fmt.Printf("%[2]d %[1]d %d|%[3]*.[2]*[1]f|%[5]q %[1]v\n", 12.0, 2, 8, 3, "x")
	fmt.Printf("%*d|%-*d|%.*f|%0*d\n", 5, 42, 5, 42, 2, 3.14159, 6, -7)
	fmt.Printf("%[1]T %[1]v %[1]x %[1]X %#[1]x %[1]o %#[1]o %[1]b %[1]c %[1]q %[1]U\n", 'é')
	fmt.Printf("%d %s\n", 1)
	fmt.Printf("%d\n", 1, 2)
	fmt.Printf("%z %!\n", 3)
	fmt.Printf("%[9]d %[x]d %d\n", 1)
	fmt.Printf("%s %d %t %v\n", 5, "a", 1, nil)
	fmt.Printf("%v %s %d\n", both{1}, both{2}, both{3})
	fmt.Printf("%v %+v %#v %s\n", goer{}, goer{}, goer{}, goer{})
	fmt.Printf("%v %+-8.3x %#08d % d\n", formatter(1), formatter(2), formatter(3), formatter(4))
	fmt.Println(ptrStringer{"a"}, &ptrStringer{"b"}, []*ptrStringer{}, struct{ p ptrStringer }{})
	fmt.Println(bad{}, (*nilable)(nil))
	fmt.Printf("%s %v %d\n", []string{"a", "b"}, []byte("hi"), []byte("hi"))
	fmt.Printf("%x % x %#x %X %q\n", "hi", "hi", []byte("hi"), []string{"hi", "yo"}, []string{"a b", "c"})
	fmt.Printf("%v %+v %#v %T\n", point{1, 2}, &point{3, 4}, []point{{5, 6}}, &[]point{})
	fmt.Printf("%6.2f|%-8.3s|%+d|%e|%G|%8t|%08b|%x\n", 3.14159, "abcdef", 5, 123456.789, 1e-10, true, 5, -255)
	fmt.Printf("%5c|%-5c|%05d|%+.2e|%10.3v|%-10v|\n", 'x', 'y', -42, 12345.678, 3.14159, "left")
	fmt.Printf("%v %v %v %v\n", map[string]int{"b": 1, "a": 2}, map[point]bool{{2, 1}: true, {1, 2}: false}, [2]bool{true}, struct{}{})
	fmt.Printf("%t %v %p %v\n", false, errors.New("e"), nil, error(nil))
	fmt.Printf("%w %v\n", errors.New("not Errorf"), fmt.Errorf("%w+%w", errors.New("a"), errors.New("b")))
	fmt.Printf("%3d|%-3d|%03d|%x|%#v|%#v\n", []int{1, 22}, []int{1, 22}, []int{1, 22}, []int{10, 11}, []int(nil), map[string]bool(nil))
	fmt.Printf("%v %.2f %6v\n", []float64{1, 2.5}, []float64{1, 2.555}, []any{1, "a", nil})
	fmt.Printf("%%|%c|%v|%s\n", 0x1F600, '\n', error(both{9}))
	fmt.Print("a", 1, 2, "b", "c", 3.0, '\n', nil, []int{1}, "\n")
	fmt.Println(fmt.Sprint(), fmt.Sprint("x", 1, 2), fmt.Sprintln("end", 1) == "end 1\n")
}

// Output:
// 2 %!d(float64=12) 2|   12.00|"x" 12
//    42|42   |3.14|-00007
// int32 233 e9 E9 0xe9 351 0351 11101001 é 'é' U+00E9
// 1 %!s(MISSING)
// 1
// %!(EXTRA int=2)%!z(int=3) %!!(MISSING)
// %!d(BADINDEX) %!d(BADINDEX) 1
// %!s(int=5) %!d(string=a) %!t(int=1) <nil>
// E1 E2 {3}
// {} {} goer! {}
// <v 0 false 0 false falsefalsefalsefalsefalse> <x 8 true 3 true truetruefalsefalsefalse> <d 8 true 0 false falsefalsetruefalsetrue> <d 0 false 0 false falsefalsefalsetruefalse>
// {a} ptr b [] {{}}
// %!v(PANIC=String method: inside String) <nil>
// [a b] [104 105] [104 105]
// 6869 68 69 0x6869 [6869 796F] ["a b" "c"]
// {1 2} &{X:3 Y:4} []main.point{main.point{X:5, Y:6}} *[]main.point
//   3.14|abc     |+5|1.234568e+05|1E-10|    true|00000101|-ff
//     x|y    |-0042|+1.23e+04|      3.14|left      |
// map[a:2 b:1] map[{1 2}:false {2 1}:true] [true false] {}
// false e %!p(<nil>) <nil>
// %!w(*errors.errorString=&{not Errorf}) a+b
// [  1  22]|[1   22 ]|[001 022]|[a b]|[]int(nil)|map[string]bool(nil)
// [1 2.5] [1.00 2.56] [     1      a <nil>]
// %|😀|10|E9
// a1 2bc3 10 <nil> [1]
//  x1 2 true
