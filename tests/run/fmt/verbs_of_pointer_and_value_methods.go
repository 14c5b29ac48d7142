// Which of Formatter, GoStringer, error and Stringer is asked depends on the verb, on flags, on whether the operand's own type
// has the method, and on whether a field that holds it is exported.
package main

import (
	"errors"
	"fmt"
)

type celsius float64

func (c celsius) String() string { return fmt.Sprintf("%.1f°C", float64(c)) }

type account struct{ id int }

func (a *account) String() string { return fmt.Sprintf("account#%d", a.id) }

type both struct{ n int }

func (b both) Error() string    { return "error " + fmt.Sprint(b.n) }
func (b both) String() string   { return "string " + fmt.Sprint(b.n) }
func (b both) GoString() string { return "gostring " + fmt.Sprint(b.n) }

type custom struct{ w, p int }

func (c custom) Format(f fmt.State, verb rune) {
	w, hasW := f.Width()
	p, hasP := f.Precision()
	fmt.Fprintf(f, "<%c %d,%t %d,%t", verb, w, hasW, p, hasP)
	for _, flag := range "+-# 0" {
		if f.Flag(int(flag)) {
			fmt.Fprintf(f, " %q", flag)
		}
	}
	fmt.Fprint(f, ">")
}

type holder struct {
	Temp   celsius
	hidden celsius
	Acc    account
	PAcc   *account
	Any    any
	any    any
	Err    error
	B      both
	b      both
	F      custom
	f      custom
}

func main() {
	h := holder{
		Temp: 36.6, hidden: 1.5, Acc: account{1}, PAcc: nil, Any: celsius(2),
		any: celsius(3), Err: errors.New("bad"), B: both{4}, b: both{5},
	}
	fmt.Printf("%v\n%+v\n%#v\n", h.Temp, h.Temp, h.Temp)
	fmt.Printf("%v\n", h)
	fmt.Printf("%+v\n", h)
	fmt.Printf("%d|%x|%q|%s\n", h.B, h.B, h.B, h.B)
	fmt.Printf("%#v|%+v|%v\n", h.B, h.B, h.B)
	fmt.Printf("%v|%s|%d\n", account{7}, account{7}, account{7})
	fmt.Printf("%v|%s\n", &account{7}, &account{7})
	fmt.Printf("%v %v\n", []celsius{1, 2}, map[string]celsius{"b": 2, "a": 1})
	fmt.Printf("%v %v\n", []account{{1}}, []any{account{1}, &account{2}})
	fmt.Printf("%s|%6s|%-10s|%q\n", celsius(5), celsius(5), celsius(5), celsius(5))
	fmt.Printf("%.3f|%8.2f|%e|%g\n", celsius(5), celsius(5), celsius(5), celsius(5))
	fmt.Printf("%x|%X|% x|%#x\n", celsius(5), celsius(5), celsius(5), celsius(5))
	fmt.Printf("%v|%+d|%-8.3q|%# 0x|%06.2Z\n", custom{}, custom{}, custom{}, custom{}, custom{})
	fmt.Printf("%*.*f|%-*d\n", 7, 2, custom{}, 3, custom{})
	fmt.Printf("%v %+v\n", []custom{{}, {}}, struct{ C custom }{})
	fmt.Printf("%T %T %T %p\n", h.Temp, &h.Acc, h.F, nil)
	var nilAcc *account
	fmt.Printf("%v|%+v\n", nilAcc == nil, []*account{nil}[0] == nil)
	var nothing fmt.Stringer
	fmt.Printf("%v|%s|%d|%+v|%#v|%T\n", nothing, nothing, nothing, nothing, nothing, nothing)
}

// Output:
// 36.6°C
// 36.6°C
// 36.6
// {36.6°C 1.5 {1} <nil> 2.0°C 3 bad error 4 {5} <v 0,false 0,false> {0 0}}
// {Temp:36.6°C hidden:1.5 Acc:{id:1} PAcc:<nil> Any:2.0°C any:3 Err:bad B:error 4 b:{n:5} F:<v 0,false 0,false '+'> f:{w:0 p:0}}
// {4}|6572726f722034|"error 4"|error 4
// gostring 4|error 4|error 4
// {7}|{%!s(int=7)}|{7}
// account#7|account#7
// [1.0°C 2.0°C] map[a:1.0°C b:2.0°C]
// [{1}] [{1} account#2]
// 5.0°C| 5.0°C|5.0°C     |"5.0°C"
// 5.000|    5.00|5.000000e+00|5
// 352e30c2b043|352E30C2B043|35 2e 30 c2 b0 43|0x352e30c2b043
// <v 0,false 0,false>|<d 0,false 0,false '+'>|<q 8,true 3,true '-'>|<x 0,false 0,false '#' ' ' '0'>|<Z 6,true 2,true '0'>
// <f 7,true 2,true>|<d 3,true 0,false '-'>
// [<v 0,false 0,false> <v 0,false 0,false>] {C:<v 0,false 0,false '+'>}
// main.celsius *main.account main.custom %!p(<nil>)
// true|true
// <nil>|%!s(<nil>)|%!d(<nil>)|<nil>|<nil>|<nil>
