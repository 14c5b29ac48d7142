package main

import (
	"errors"
	"fmt"
	"runtime"
	"sync"
)

type E struct{ s string }

func (e E) Error() string { return e.s }

func nested() (s string) {
	defer func() { s += fmt.Sprint(" outer:", recover()) }()
	defer func() {
		defer func() { s += fmt.Sprint(" inner:", recover()) }()
		panic("second")
	}()
	panic("first")
}

func replaced() (err any) {
	defer func() { err = recover() }()
	defer func() { panic("two") }()
	panic("one")
}

func helper() any { return recover() }

func notDirect() (r any) {
	defer func() { r = recover() }()
	defer func() { fmt.Println("helper", helper()) }()
	panic("x")
}
func direct() (r any) {
	defer helper()
	return "ok"
}
func direct2() (r int) {
	defer helper()
	r = 7
	panic("y")
}

type M struct{}

func (M) rec()   { fmt.Println("M.rec", recover()) }
func (*M) prec() { fmt.Println("M.prec", recover()) }

type I interface{ rec() }

func meth() {
	defer M{}.rec()
	panic("m")
}
func pmeth() {
	defer (&M{}).prec()
	panic("pm")
}
func imeth() {
	var i I = &M{}
	defer i.rec()
	panic("im")
}

type Emb struct{ M }

func emeth() {
	var i I = Emb{}
	defer i.rec()
	panic("em")
}
func mval() {
	f := (&Emb{}).rec
	defer f()
	panic("mv")
}
func mexpr() {
	f := I.rec
	defer f(Emb{})
	panic("mx")
}
func mexpr2() {
	defer (*Emb).prec(&Emb{})
	panic("mx2")
}
func builtinDefer() {
	defer fmt.Println("after")
	defer recover()
	defer func() { fmt.Println("got", recover()) }()
	panic("b")
}
func goexit() {
	var wg sync.WaitGroup
	wg.Add(1)
	go func() {
		defer wg.Done()
		defer func() { fmt.Println("goexit recover", recover()) }()
		defer func() {
			defer func() { fmt.Println("in", recover()) }()
			panic("during goexit")
		}()
		runtime.Goexit()
	}()
	wg.Wait()
	wg.Add(1)
	go func() {
		defer wg.Done()
		defer func() { fmt.Println("r2", recover()) }()
		defer runtime.Goexit()
		panic("aborted by goexit")
	}()
	wg.Wait()
}
func named() (a, b int) {
	defer func() {
		recover()
		a *= 2
	}()
	a, b = 3, 4
	panic(1)
}
func repanic() (r any) {
	defer func() { r = recover() }()
	defer func() {
		e := recover()
		panic(fmt.Sprint("re-", e))
	}()
	panic("orig")
}
func loopdefer() {
	for i := 0; i < 3; i++ {
		defer func(n int) { fmt.Println("d", n, i, recover()) }(i)
	}
	panic("loop")
}
func nilpanic() {
	defer func() {
		r := recover()
		fmt.Printf("%T %v\n", r, r)
		var pe *runtime.PanicNilError
		fmt.Println(errors.As(r.(error), &pe))
	}()
	panic(nil)
}
func rterr() {
	defer func() {
		r := recover()
		e, ok := r.(runtime.Error)
		fmt.Printf("%T %v %v\n", r, e, ok)
	}()
	var a []int
	_ = a[3]
}
func rterr2() {
	defer func() {
		r := recover()
		e, ok := r.(*runtime.TypeAssertionError)
		fmt.Printf("%T %v %v\n", r, e, ok)
	}()
	var a any = 1
	_ = a.(fmt.Stringer)
}
func twice() {
	defer func() {
		fmt.Println(recover())
		fmt.Println(recover())
	}()
	panic("once")
}
func deferInDefer() {
	defer func() {
		defer func() {
			fmt.Println("deep", recover())
		}()
	}()
	defer func() { fmt.Println("shallow", recover()) }()
	panic("z")
}

func main() {
	fmt.Println(nested())
	fmt.Println(replaced())
	fmt.Println(notDirect())
	fmt.Println(direct())
	fmt.Println(direct2())
	meth()
	pmeth()
	imeth()
	emeth()
	mval()
	mexpr()
	mexpr2()
	builtinDefer()
	goexit()
	fmt.Println(named())
	fmt.Println(repanic())
	func() { defer func() { fmt.Println(recover()) }(); loopdefer() }()
	nilpanic()
	rterr()
	rterr2()
	twice()
	deferInDefer()
	defer func() {
		panic(fmt.Errorf("wrapped: %w", E{"e"}))
	}()
	defer func() { panic(E{"val"}) }()
	panic(&E{"ptr"})
}

// Exit: 2
// Output:
//  inner:second outer:first
// two
// helper <nil>
// x
// ok
// 7
// M.rec m
// M.prec pm
// M.rec im
// M.rec em
// M.rec mv
// M.rec mx
// M.prec mx2
// got b
// after
// in during goexit
// goexit recover <nil>
// r2 <nil>
// 6 4
// re-orig
// d 2 2 loop
// d 1 1 <nil>
// d 0 0 <nil>
// <nil>
// *runtime.PanicNilError runtime error: panic called with nil argument
// true
// runtime.boundsError runtime error: index out of range [3] with length 0 true
// *runtime.TypeAssertionError interface conversion: int is not fmt.Stringer: missing method String true
// once
// <nil>
// shallow z
// deep <nil>
// Stderr:
// panic: ptr
// 	panic: val
// 	panic: wrapped: e
//
// goroutine 1 [running]:
