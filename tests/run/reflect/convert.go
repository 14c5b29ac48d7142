// Conversions and assignments between types, as the language has them.
package main

import (
	"errors"
	"fmt"
	"reflect"
)

type Celsius float64
type Name string
type Bytes []byte
type Ints []int
type A struct {
	X int `a:"1"`
}
type B struct {
	X int `b:"2"`
}
type Err struct{}

func (Err) Error() string { return "Err" }

func conv(v any, t reflect.Type) {
	defer func() {
		if r := recover(); r != nil {
			fmt.Println("panic:", r)
		}
	}()
	x := reflect.ValueOf(v)
	r := x.Convert(t)
	fmt.Printf("%v -> %v: %v %v\n", x.Type(), r.Type(), r, x.CanConvert(t))
}

func main() {
	conv(300, reflect.TypeFor[uint8]())
	conv(-1, reflect.TypeFor[uint16]())
	conv(int8(-5), reflect.TypeFor[int64]())
	conv(uint64(1<<63), reflect.TypeFor[float32]())
	conv(3.99, reflect.TypeFor[int]())
	conv(-3.99, reflect.TypeFor[int8]())
	conv(1e19, reflect.TypeFor[uint64]())
	conv(0.1, reflect.TypeFor[float32]())
	conv(36.6, reflect.TypeFor[Celsius]())
	conv(Celsius(20), reflect.TypeFor[float64]())
	conv(1+2i, reflect.TypeFor[complex64]())
	conv(65, reflect.TypeFor[string]())
	conv(-1, reflect.TypeFor[string]())
	conv(uint32(0x4e16), reflect.TypeFor[Name]())
	conv("héy", reflect.TypeFor[[]byte]())
	conv("héy", reflect.TypeFor[[]rune]())
	conv("named", reflect.TypeFor[Name]())
	conv("bytes", reflect.TypeFor[Bytes]())
	conv([]byte("x"), reflect.TypeFor[Name]())
	conv(Bytes("y"), reflect.TypeFor[string]())
	conv([]rune{0x4e16, 'a'}, reflect.TypeFor[string]())
	conv([]int{1}, reflect.TypeFor[Ints]())
	conv([]int{1, 2, 3}, reflect.TypeFor[[2]int]())
	conv([]int{1}, reflect.TypeFor[[2]int]())
	conv([]int{1}, reflect.TypeFor[*[2]int]())
	conv(A{1}, reflect.TypeFor[B]())
	conv(A{2}, reflect.TypeFor[any]())
	conv(Err{}, reflect.TypeFor[error]())
	conv(errors.New("e"), reflect.TypeFor[any]())
	conv("s", reflect.TypeFor[int]())
	conv(1, reflect.TypeFor[error]())
	conv(true, reflect.TypeFor[int]())
	conv([]string{}, reflect.TypeFor[string]())

	p := reflect.ValueOf(&A{7}).Convert(reflect.TypeFor[*B]())
	fmt.Println(p.Elem().Field(0), p.Type())
	s := []int{1, 2, 3}
	ap := reflect.ValueOf(s).Convert(reflect.TypeFor[*[2]int]())
	ap.Elem().Index(0).SetInt(10)
	fmt.Println(s, ap.Elem().Len())
	c := reflect.ValueOf(make(chan int, 1)).Convert(reflect.TypeFor[<-chan int]())
	fmt.Println(c.Type(), c.Cap())
	e := reflect.ValueOf(Err{}).Convert(reflect.TypeFor[error]())
	fmt.Println(e.Kind(), e.Elem().Kind(), e.Type(), e.Elem().Type())

	// Assignments.
	var named Ints
	reflect.ValueOf(&named).Elem().Set(reflect.ValueOf([]int{4}))
	var plain []int
	reflect.ValueOf(&plain).Elem().Set(reflect.ValueOf(named))
	var recv <-chan int
	reflect.ValueOf(&recv).Elem().Set(reflect.ValueOf(make(chan int, 3)))
	fmt.Println(named, plain, cap(recv))
	var f Celsius
	func() {
		defer func() { fmt.Println(recover()) }()
		reflect.ValueOf(&f).Elem().Set(reflect.ValueOf(1.0))
	}()
	types := []reflect.Type{
		reflect.TypeFor[int](), reflect.TypeFor[float64](), reflect.TypeFor[Celsius](), reflect.TypeFor[string](), reflect.TypeFor[[]byte](),
		reflect.TypeFor[A](), reflect.TypeFor[B](), reflect.TypeFor[*A](), reflect.TypeFor[error](), reflect.TypeFor[any](), reflect.TypeFor[chan int](), reflect.TypeFor[<-chan int](),
	}
	for _, t := range types {
		for _, u := range types {
			mark := "."
			if t.AssignableTo(u) {
				mark = "A"
			} else if t.ConvertibleTo(u) {
				mark = "c"
			}
			fmt.Print(mark)
		}
		fmt.Println(" ", t)
	}
}

// Output:
// int -> uint8: 44 true
// int -> uint16: 65535 true
// int8 -> int64: -5 true
// uint64 -> float32: 9.223372e+18 true
// float64 -> int: 3 true
// float64 -> int8: -3 true
// float64 -> uint64: 10000000000000000000 true
// float64 -> float32: 0.1 true
// float64 -> main.Celsius: 36.6 true
// main.Celsius -> float64: 20 true
// complex128 -> complex64: (1+2i) true
// int -> string: A true
// int -> string: � true
// uint32 -> main.Name: 世 true
// string -> []uint8: [104 195 169 121] true
// string -> []int32: [104 233 121] true
// string -> main.Name: named true
// string -> main.Bytes: [98 121 116 101 115] true
// []uint8 -> main.Name: x true
// main.Bytes -> string: y true
// []int32 -> string: 世a true
// []int -> main.Ints: [1] true
// []int -> [2]int: [1 2] true
// panic: reflect: cannot convert slice with length 1 to array with length 2
// panic: reflect: cannot convert slice with length 1 to pointer to array with length 2
// main.A -> main.B: {1} true
// main.A -> interface {}: {2} true
// main.Err -> error: Err true
// *errors.errorString -> interface {}: e true
// panic: reflect.Value.Convert: value of type string cannot be converted to type int
// panic: reflect.Value.Convert: value of type int cannot be converted to type error
// panic: reflect.Value.Convert: value of type bool cannot be converted to type int
// panic: reflect.Value.Convert: value of type []string cannot be converted to type string
// 7 *main.B
// [10 2 3] 2
// <-chan int 1
// interface struct error main.Err
// [4] [4] 3
// reflect.Set: value of type float64 is not assignable to type main.Celsius
// Accc.....A..  int
// cAc......A..  float64
// ccA......A..  main.Celsius
// ...Ac....A..  string
// ...cA....A..  []uint8
// .....Ac..A..  main.A
// .....cA..A..  main.B
// .......A.A..  *main.A
// ........AA..  error
// .........A..  interface {}
// .........AAA  chan int
// .........A.A  <-chan int
