package main

import (
	"errors"
	"fmt"
)

type temp float64

func (t temp) String() string { return fmt.Sprintf("%.1f°", float64(t)) }

type ptr struct{ n int }

func (p *ptr) String() string { return fmt.Sprint("ptr", p.n) }

type e struct{}

func (e) Error() string  { return "error wins" }
func (e) String() string { return "not stringer" }

type gs int

func (gs) GoString() string { return "gs!" }

type f struct{}

func (f) Format(s fmt.State, verb rune) {
	w, hasW := s.Width()
	p, hasP := s.Precision()
	fmt.Fprintf(s, "<%c %d %v %d %v %v %v>", verb, w, hasW, p, hasP, s.Flag('+'), s.Flag('#'))
}

type wrapper struct {
	T temp
	p *ptr
	X error
}

type bad struct{}

func (bad) String() string { panic("oops") }

func main() {
	fmt.Println(temp(36.6), []temp{1, 2}, map[string]temp{"k": 3}, &ptr{1}, ptr{2})
	fmt.Printf("%v %s %d %.2f %x %q\n", temp(1), temp(2), temp(3), temp(4), temp(5), temp(6))
	fmt.Println(e{}, []any{e{}, temp(9)}, wrapper{7, nil, e{}})
	fmt.Printf("%#v %v %#v\n", gs(1), gs(2), []gs{3})
	fmt.Printf("%v %+8.3d %#s\n", f{}, f{}, f{})
	fmt.Println(f{}, bad{}, errors.New("plain"))
	var np *ptr
	fmt.Printf("%v %s %+v\n", np, error(nil), struct{ s fmt.Stringer }{temp(1)})
	fmt.Printf("%s %v\n", bad{}, struct{ b bad }{})
}

// Output:
// 36.6° [1.0° 2.0°] map[k:3.0°] ptr1 {2}
// 1.0° 2.0° %!d(main.temp=3) 4.00 352e30c2b0 "6.0°"
// error wins [error wins 9.0°] {7.0° <nil> error wins}
// gs! 2 []main.gs{gs!}
// <v 0 false 0 false false false> <d 8 true 3 true true false> <s 0 false 0 false false true>
// <v 0 false 0 false false false> %!v(PANIC=String method: oops) plain
// <nil> %!s(<nil>) {s:1}
// %!s(PANIC=String method: oops) {{}}
