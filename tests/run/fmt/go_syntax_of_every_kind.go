// %#v writes values as Go source: names of types, nested literals, nils with their types, named and unnamed basic kinds.
package main

import (
	"fmt"
	"math"
)

type (
	myInt                     int
	myUint8                   uint8
	myStr                     string
	myBool                    bool
	myFloat                   float32
	mySlice                   []myInt
	myMap                     map[myStr]mySlice
	myArr                     [2]myStr
	myFunc                    func(int) string
	myChan                    chan<- int
	myPtr                     *myInt
	pair[K comparable, V any] struct {
		Key K
		Val V
	}
	empty struct{}
	outer struct {
		empty
		*pair[string, int]
		A, b any
		C    []any
		D    map[string]any
		E    [2]*int
		F    func()
		G    chan int
		H    interface{ M() }
		I    error
		J    struct{ X, Y int }
		K    []struct{ Z string }
		L    uintptr
		M    *outer
		N    []byte
		O    [3]byte
		P    complex64
	}
)

func main() {
	fmt.Printf("%#v %#v %#v %#v %#v\n", myInt(-3), myUint8(200), myStr("q\"\n"), myBool(true), myFloat(1.5))
	fmt.Printf("%#v %#v %#v\n", mySlice{1, 2}, mySlice(nil), mySlice{})
	fmt.Printf("%#v %#v\n", myMap{"a": {1}, "b": nil}, myMap(nil))
	fmt.Printf("%#v %#v %#v %#v\n", myArr{"x", "y"}, myFunc(nil), myChan(nil), myPtr(nil))
	fmt.Printf("%#v\n", pair[myStr, []int]{"k", []int{1}})
	fmt.Printf("%#v\n", outer{pair: nil, A: 1, b: "two", C: []any{nil, 1.0, 'c', true}, D: map[string]any{"z": 1e21, "a": nil}, N: []byte("hi")})
	fmt.Printf("%#v\n", &pair[int, *int]{Key: 1})
	fmt.Printf("%#v %#v\n", [3]bool{true}, [2][2]uint8{{1, 2}, {3, 4}})
	fmt.Printf("%#v %#v %#v %#v %#v\n", 1.0, 1e6, 1e20, 1e21, float32(0.1))
	fmt.Printf("%#v %#v %#v\n", math.Inf(1), math.NaN(), -0.0)
	fmt.Printf("%#v %#v\n", 1+2i, complex64(complex(0, -1)))
	fmt.Printf("%#v %#v %#v %#v\n", 'x', byte('x'), uint(7), uintptr(255))
	fmt.Printf("%#v %#v\n", "back`tick", `plain`)
	fmt.Printf("%#q %#q %#q\n", "back`tick", "plain", 'x')
	fmt.Printf("%#v %#v\n", struct{}{}, struct {
		a int `k:"tag"`
		_ string
	}{a: 1})
	fmt.Printf("%#v %#v\n", []any{[]int(nil), map[int]int(nil), (*int)(nil), error(nil)}, [0]int{})
	fmt.Printf("%#v %#v\n", interface{}(nil), []interface{ M() }{nil})
	fmt.Printf("%#v %#v\n", []string(nil), []string{"a", ""})
	var p *int
	pp := &p
	fmt.Printf("%t %#v\n", fmt.Sprintf("%#v", pp)[:8] == "(**int)(", p)
	fmt.Printf("%#v\n", struct{ p *empty }{})
	fmt.Printf("%#x %#o %#b %#X %#U %#U\n", []int{10, 11}, 8, 5, "hi", 0x1F600, 'ä')
	fmt.Printf("%#x %# x %#X %x\n", []byte{1, 171}, []byte{1, 171}, [2]byte{254, 3}, []string{"ab", "c"})
}

// Output:
// -3 0xc8 "q\"\n" true 1.5
// main.mySlice{1, 2} main.mySlice(nil) main.mySlice{}
// main.myMap{"a":main.mySlice{1}, "b":main.mySlice(nil)} main.myMap(nil)
// main.myArr{"x", "y"} (main.myFunc)(nil) (main.myChan)(nil) (main.myPtr)(nil)
// main.pair[main.myStr,[]int]{Key:"k", Val:[]int{1}}
// main.outer{empty:main.empty{}, pair:(*main.pair[string,int])(nil), A:1, b:"two", C:[]interface {}{interface {}(nil), 1, 99, true}, D:map[string]interface {}{"a":interface {}(nil), "z":1e+21}, E:[2]*int{(*int)(nil), (*int)(nil)}, F:(func())(nil), G:(chan int)(nil), H:interface { M() }(nil), I:error(nil), J:struct { X int; Y int }{X:0, Y:0}, K:[]struct { Z string }(nil), L:0x0, M:(*main.outer)(nil), N:[]uint8{0x68, 0x69}, O:[3]uint8{0x0, 0x0, 0x0}, P:(0+0i)}
// &main.pair[int,*int]{Key:1, Val:(*int)(nil)}
// [3]bool{true, false, false} [2][2]uint8{[2]uint8{0x1, 0x2}, [2]uint8{0x3, 0x4}}
// 1 1e+06 1e+20 1e+21 0.1
// +Inf NaN 0
// (1+2i) (0-1i)
// 120 0x78 0x7 0xff
// "back`tick" "plain"
// "back`tick" `plain` 'x'
// struct {}{} struct { a int "k:\"tag\""; _ string }{a:1, _:""}
// []interface {}{[]int(nil), map[int]int(nil), (*int)(nil), interface {}(nil)} [0]int{}
// <nil> []interface { M() }{interface { M() }(nil)}
// []string(nil) []string{"a", ""}
// true (*int)(nil)
// struct { p *main.empty }{p:(*main.empty)(nil)}
// [0xa 0xb] 010 0b101 0X6869 U+1F600 '😀' U+00E4 'ä'
// 0x01ab 0x01 0xab 0XFE03 [6162 63]
