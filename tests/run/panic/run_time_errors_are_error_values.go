// Run-time panics carry values of type runtime.Error whose text and type can be asked for.
package main

import (
	"errors"
	"fmt"
	"runtime"
	"strings"
)

type shape interface{ Area() float64 }
type square struct{ side float64 }

func (s *square) Area() float64 { return s.side * s.side }

type named struct{ f func() }

func try(name string, f func()) {
	defer func() {
		r := recover()
		e, isRuntime := r.(runtime.Error)
		if !isRuntime {
			fmt.Printf("%-22s %T %v\n", name, r, r)
			return
		}
		var err error = e
		var target runtime.Error
		var assertion *runtime.TypeAssertionError
		fmt.Printf("%-22s %v | %t %t\n", name, err, errors.As(err, &target), errors.As(err, &assertion))
	}()
	f()
}

func main() {
	var zero, five, minus = 0, 5, -1
	var arr [4]int
	s := arr[:2:3]
	str := "héllo"
	var a any = "text"
	var nilShape shape
	var np *square
	var nm map[string]map[string]int
	var ch chan int
	try("divide", func() { fmt.Println(1 / zero) })
	try("modulo", func() { fmt.Println(int8(1) % int8(zero)) })
	try("index", func() { fmt.Println(s[five]) })
	try("negative index", func() { fmt.Println(s[minus]) })
	try("array", func() { fmt.Println(arr[five-1]) })
	try("string", func() { fmt.Println(str[five+5]) })
	try("uint64 index", func() { fmt.Println(s[uint64(five)<<60]) })
	try("slice high", func() { fmt.Println(s[:five]) })
	try("slice low>high", func() { fmt.Println(s[2 : 1+zero]) })
	try("slice negative", func() { fmt.Println(s[minus:]) })
	try("slice max", func() { fmt.Println(s[0:1:five]) })
	try("slice high>max", func() { fmt.Println(s[0 : 3+zero : 2]) })
	try("slice low>high, 3", func() { fmt.Println(s[2+zero : 1 : 3]) })
	try("string slice", func() { fmt.Println(str[4+zero : 2]) })
	try("string high", func() { fmt.Println(str[:five+5]) })
	try("array slice", func() { fmt.Println(arr[five:]) })
	try("to array", func() { fmt.Println([4]int(s)) })
	try("to array pointer", func() { fmt.Println((*[3]int)(s)) })
	try("make negative", func() { fmt.Println(make([]int, minus)) })
	try("make cap", func() { fmt.Println(make([]int, five, zero)) })
	try("make chan", func() { fmt.Println(make(chan int, minus)) })
	try("make too large", func() { fmt.Println(len(make([]int64, 1<<(62+zero)))) })
	try("assert concrete", func() { fmt.Println(a.(int)) })
	try("assert interface", func() { fmt.Println(a.(shape)) })
	try("assert nil", func() { fmt.Println(nilShape.(*square)) })
	try("assert to stringer", func() { var x any = square{}; fmt.Println(x.(fmt.Stringer)) })
	try("assert pointer method", func() { var x any = square{}; fmt.Println(x.(shape)) })
	try("nil method", func() { fmt.Println(nilShape.Area()) })
	try("nil field", func() { fmt.Println(np.Area()) })
	try("nil map", func() { nm["a"] = nil })
	try("nil inner map", func() { nm["a"]["b"]++ })
	try("close nil", func() { close(ch) })
	try("closed twice", func() { c := make(chan int); close(c); close(c) })
	try("send closed", func() { c := make(chan int); close(c); c <- 1 })
	try("shift", func() { fmt.Println(1 << minus) })
	try("unhashable", func() { fmt.Println(map[any]int{[]int{1}: 2}) })
	try("uncomparable", func() { fmt.Println(any(named{}) == any(named{})) })
	try("uncomparable array", func() { fmt.Println(any([1][]int{}) == any([1][]int{})) })
	try("panic nil", func() { panic(nil) })
	try("nil func", func() { var f func(); f() })
	try("repeat", func() { strings.Repeat("x", minus) })
}

// Output:
// divide                 runtime error: integer divide by zero | true false
// modulo                 runtime error: integer divide by zero | true false
// index                  runtime error: index out of range [5] with length 2 | true false
// negative index         runtime error: index out of range [-1] | true false
// array                  runtime error: index out of range [4] with length 4 | true false
// string                 runtime error: index out of range [10] with length 6 | true false
// uint64 index           runtime error: index out of range [5764607523034234880] with length 2 | true false
// slice high             runtime error: slice bounds out of range [:5] with capacity 3 | true false
// slice low>high         runtime error: slice bounds out of range [2:1] | true false
// slice negative         runtime error: slice bounds out of range [-1:] | true false
// slice max              runtime error: slice bounds out of range [::5] with capacity 3 | true false
// slice high>max         runtime error: slice bounds out of range [:3:2] | true false
// slice low>high, 3      runtime error: slice bounds out of range [2:1:] | true false
// string slice           runtime error: slice bounds out of range [4:2] | true false
// string high            runtime error: slice bounds out of range [:10] with length 6 | true false
// array slice            runtime error: slice bounds out of range [5:4] | true false
// to array               runtime error: cannot convert slice with length 2 to array or pointer to array with length 4 | true false
// to array pointer       runtime error: cannot convert slice with length 2 to array or pointer to array with length 3 | true false
// make negative          runtime error: makeslice: len out of range | true false
// make cap               runtime error: makeslice: cap out of range | true false
// make chan              makechan: size out of range | true false
// make too large         runtime error: makeslice: len out of range | true false
// assert concrete        interface conversion: interface {} is string, not int | true true
// assert interface       interface conversion: string is not main.shape: missing method Area | true true
// assert nil             interface conversion: main.shape is nil, not *main.square | true true
// assert to stringer     interface conversion: main.square is not fmt.Stringer: missing method String | true true
// assert pointer method  interface conversion: main.square is not main.shape: missing method Area | true true
// nil method             runtime error: invalid memory address or nil pointer dereference | true false
// nil field              runtime error: invalid memory address or nil pointer dereference | true false
// nil map                assignment to entry in nil map | true false
// nil inner map          assignment to entry in nil map | true false
// close nil              close of nil channel | true false
// closed twice           close of closed channel | true false
// send closed            send on closed channel | true false
// shift                  runtime error: negative shift amount | true false
// unhashable             runtime error: hash of unhashable type []int | true false
// uncomparable           runtime error: comparing uncomparable type main.named | true false
// uncomparable array     runtime error: comparing uncomparable type [1][]int | true false
// panic nil              runtime error: panic called with nil argument | true false
// nil func               runtime error: invalid memory address or nil pointer dereference | true false
// repeat                 string strings: negative Repeat count
