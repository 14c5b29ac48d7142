// What reflect.Type tells about types of every kind.
package main

import (
	"errors"
	"fmt"
	"io"
	"reflect"
	"unsafe"
)

type Celsius float64

type Pair[K comparable, V any] struct {
	Key K
	Val V
}

type Shape interface {
	Area() float64
	scale(float64)
}

type Node struct {
	next *Node
	vals []int
}

func describe(t reflect.Type) {
	fmt.Printf("%s: kind %v, name %q, pkg %q, size %d, align %d, comparable %t\n",
		t, t.Kind(), t.Name(), t.PkgPath(), t.Size(), t.Align(), t.Comparable())
}

func main() {
	for _, v := range []any{
		true, 1, int8(1), int16(1), int32(1), int64(1), uint(1), uint8(1), uint16(1), uint32(1), uint64(1), uintptr(1),
		float32(1), 1.5, complex64(1), 1i, "s", []int{}, [3]string{}, map[string]bool{}, make(chan int), make(<-chan int),
		func(int, ...string) error { return nil }, &Node{}, Node{}, Celsius(1), Pair[string, int]{}, struct{}{},
		struct {
			A int8
			B int64
			C string `k:"v"`
		}{}, unsafe.Pointer(nil), errors.New("x"),
	} {
		describe(reflect.TypeOf(v))
	}
	describe(reflect.TypeFor[error]())
	describe(reflect.TypeFor[any]())
	describe(reflect.TypeFor[Shape]())
	describe(reflect.TypeFor[io.Reader]())
	fmt.Println(reflect.TypeOf(nil))

	fmt.Println(reflect.TypeOf(3) == reflect.TypeOf(4), reflect.TypeOf(3) == reflect.TypeOf(Celsius(4)))
	fmt.Println(reflect.TypeOf([]int{}) == reflect.TypeFor[[]int](), reflect.TypeOf(Pair[string, int]{}) == reflect.TypeFor[Pair[string, int]]())
	m := map[reflect.Type]string{reflect.TypeFor[int](): "int", reflect.TypeFor[[]string](): "strings"}
	fmt.Println(m[reflect.TypeOf(7)], m[reflect.TypeOf([]string(nil))], m[reflect.TypeOf(1.0)] == "")

	f := reflect.TypeOf(func(a int, b string, c ...float64) (bool, error) { return false, nil })
	fmt.Println(f.NumIn(), f.NumOut(), f.IsVariadic(), f.In(0), f.In(2), f.Out(1))
	for in := range f.Ins() {
		fmt.Print(in, " ")
	}
	for out := range f.Outs() {
		fmt.Print(out, " ")
	}
	fmt.Println()
	mt := reflect.TypeFor[map[string][]Node]()
	fmt.Println(mt.Key(), mt.Elem(), mt.Elem().Elem())
	fmt.Println(reflect.TypeFor[[7]int]().Len(), reflect.TypeFor[chan<- int]().ChanDir(), reflect.TypeFor[<-chan int]().ChanDir(), reflect.TypeFor[chan int]().ChanDir())
	fmt.Println(reflect.TypeFor[int16]().Bits(), reflect.TypeFor[complex128]().Bits(), reflect.TypeFor[uintptr]().Bits())

	et := reflect.TypeFor[error]()
	fmt.Println(reflect.TypeOf(errors.New("")).Implements(et), reflect.TypeOf(1).Implements(et))
	fmt.Println(reflect.TypeFor[Celsius]().AssignableTo(reflect.TypeFor[float64]()), reflect.TypeFor[Celsius]().ConvertibleTo(reflect.TypeFor[float64]()))
	fmt.Println(reflect.TypeFor[[]int]().AssignableTo(reflect.TypeFor[any]()), reflect.TypeFor[chan int]().AssignableTo(reflect.TypeFor[<-chan int]()))
	fmt.Println(reflect.TypeFor[[]byte]().ConvertibleTo(reflect.TypeFor[string]()), reflect.TypeFor[string]().ConvertibleTo(reflect.TypeFor[int]()))
	fmt.Println(reflect.TypeFor[int8]().OverflowInt(127), reflect.TypeFor[int8]().OverflowInt(128), reflect.TypeFor[uint16]().OverflowUint(1<<16), reflect.TypeFor[float32]().OverflowFloat(1e39))
	fmt.Println(reflect.TypeFor[int]().CanSeq(), reflect.TypeFor[int]().CanSeq2(), reflect.TypeFor[[]int]().CanSeq2(), reflect.TypeFor[func(func(int) bool)]().CanSeq())
	fmt.Printf("%v %s %q %T\n", f, f, reflect.TypeOf(1), reflect.TypeOf(1))
	fmt.Println(reflect.Int.String(), reflect.Ptr, reflect.UnsafePointer, reflect.Kind(99), reflect.BothDir, reflect.ChanDir(9))
}

// Output:
// bool: kind bool, name "bool", pkg "", size 1, align 1, comparable true
// int: kind int, name "int", pkg "", size 8, align 8, comparable true
// int8: kind int8, name "int8", pkg "", size 1, align 1, comparable true
// int16: kind int16, name "int16", pkg "", size 2, align 2, comparable true
// int32: kind int32, name "int32", pkg "", size 4, align 4, comparable true
// int64: kind int64, name "int64", pkg "", size 8, align 8, comparable true
// uint: kind uint, name "uint", pkg "", size 8, align 8, comparable true
// uint8: kind uint8, name "uint8", pkg "", size 1, align 1, comparable true
// uint16: kind uint16, name "uint16", pkg "", size 2, align 2, comparable true
// uint32: kind uint32, name "uint32", pkg "", size 4, align 4, comparable true
// uint64: kind uint64, name "uint64", pkg "", size 8, align 8, comparable true
// uintptr: kind uintptr, name "uintptr", pkg "", size 8, align 8, comparable true
// float32: kind float32, name "float32", pkg "", size 4, align 4, comparable true
// float64: kind float64, name "float64", pkg "", size 8, align 8, comparable true
// complex64: kind complex64, name "complex64", pkg "", size 8, align 4, comparable true
// complex128: kind complex128, name "complex128", pkg "", size 16, align 8, comparable true
// string: kind string, name "string", pkg "", size 16, align 8, comparable true
// []int: kind slice, name "", pkg "", size 24, align 8, comparable false
// [3]string: kind array, name "", pkg "", size 48, align 8, comparable true
// map[string]bool: kind map, name "", pkg "", size 8, align 8, comparable false
// chan int: kind chan, name "", pkg "", size 8, align 8, comparable true
// <-chan int: kind chan, name "", pkg "", size 8, align 8, comparable true
// func(int, ...string) error: kind func, name "", pkg "", size 8, align 8, comparable false
// *main.Node: kind ptr, name "", pkg "", size 8, align 8, comparable true
// main.Node: kind struct, name "Node", pkg "main", size 32, align 8, comparable false
// main.Celsius: kind float64, name "Celsius", pkg "main", size 8, align 8, comparable true
// main.Pair[string,int]: kind struct, name "Pair[string,int]", pkg "main", size 24, align 8, comparable true
// struct {}: kind struct, name "", pkg "", size 0, align 1, comparable true
// struct { A int8; B int64; C string "k:\"v\"" }: kind struct, name "", pkg "", size 32, align 8, comparable true
// unsafe.Pointer: kind unsafe.Pointer, name "Pointer", pkg "unsafe", size 8, align 8, comparable true
// *errors.errorString: kind ptr, name "", pkg "", size 8, align 8, comparable true
// error: kind interface, name "error", pkg "", size 16, align 8, comparable true
// interface {}: kind interface, name "", pkg "", size 16, align 8, comparable true
// main.Shape: kind interface, name "Shape", pkg "main", size 16, align 8, comparable true
// io.Reader: kind interface, name "Reader", pkg "io", size 16, align 8, comparable true
// <nil>
// true false
// true true
// int strings true
// 3 2 true int []float64 error
// int string []float64 bool error
// string []main.Node main.Node
// 7 chan<- <-chan chan
// 16 128 64
// true false
// false true
// true true
// true false
// false true true true
// true false true true
// func(int, string, ...float64) (bool, error) func(int, string, ...float64) (bool, error) "int" *reflect.rtype
// int ptr unsafe.Pointer kind99 chan ChanDir9
