package main

import (
	"errors"
	"fmt"
	"runtime"
)

type custom struct{ a, b int }

func catch(f func()) {
	defer func() {
		r := recover()
		_, isRuntime := r.(runtime.Error)
		fmt.Printf("%T %v %v\n", r, r, isRuntime)
	}()
	f()
}

func main() {
	catch(func() { panic(1) })
	catch(func() { panic("s") })
	catch(func() { panic(1.5) })
	catch(func() { panic(errors.New("err")) })
	catch(func() { panic(custom{1, 2}) })
	catch(func() { panic(&custom{3, 4}) })
	catch(func() { panic([]int{1}) })
	catch(func() { panic(nil) })
	var p *custom
	catch(func() { fmt.Println(p.b) })
	zero := 0
	catch(func() { fmt.Println(1 / zero) })
	s := []int{1, 2}
	i := 5
	catch(func() { fmt.Println(s[i]) })
	catch(func() { fmt.Println(s[i:]) })
	catch(func() { var e error; _ = e.Error() })
	catch(func() { var a any = "x"; fmt.Println(a.(int)) })
	catch(func() { var f func(); f() })
	catch(func() { _ = make([]int, i-10) })
	catch(func() {})
}

// Output:
// int 1 false
// string s false
// float64 1.5 false
// *errors.errorString err false
// main.custom {1 2} false
// *main.custom &{3 4} false
// []int [1] false
// *runtime.PanicNilError runtime error: panic called with nil argument true
// runtime.errorString runtime error: invalid memory address or nil pointer dereference true
// runtime.errorString runtime error: integer divide by zero true
// runtime.boundsError runtime error: index out of range [5] with length 2 true
// runtime.boundsError runtime error: slice bounds out of range [5:2] true
// runtime.errorString runtime error: invalid memory address or nil pointer dereference true
// *runtime.TypeAssertionError interface conversion: interface {} is string, not int true
// runtime.errorString runtime error: invalid memory address or nil pointer dereference true
// runtime.errorString runtime error: makeslice: len out of range true
// <nil> <nil> false
