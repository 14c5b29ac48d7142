package main

import (
	"fmt"
	"runtime"
)

func helper() any { return recover() }

func try(name string, f func()) {
	defer func() {
		if r := recover(); r != nil {
			fmt.Println(name, "escaped:", r)
		} else {
			fmt.Println(name, "caught")
		}
	}()
	f()
}

type t struct{}

func (t) rec()   { recover() }
func (*t) prec() { recover() }

type rec interface{ rec() }

func main() {
	try("direct", func() { defer func() { recover() }(); panic(1) })
	try("helper deferred", func() { defer helper(); panic(2) })
	try("helper called", func() { defer func() { helper() }(); panic(3) })
	try("nested closure", func() { defer func() { func() { recover() }() }(); panic(4) })
	try("method value", func() { defer t{}.rec(); panic(5) })
	try("pointer method", func() { defer new(t).prec(); panic(6) })
	try("interface method", func() { var r rec = t{}; defer r.rec(); panic(7) })
	try("method expr", func() { defer t.rec(t{}); panic(8) })
	try("deferred recover itself", func() { defer recover(); panic(9) })
	try("deferred in deferred", func() {
		defer func() { defer func() { fmt.Println("inner got", recover()) }() }()
		panic(10)
	})
	try("panic replaced", func() {
		defer func() { fmt.Println("last is", recover()) }()
		defer func() { panic("second") }()
		panic("first")
	})
	try("recovered then again", func() {
		defer func() { recover() }()
		defer func() { recover(); panic("again") }()
		panic("one")
	})
	try("no panic", func() { defer func() { fmt.Println("nil:", recover()) }() })
	try("nil panic", func() {
		defer func() {
			r := recover()
			_, ok := r.(*runtime.PanicNilError)
			fmt.Println(r, ok)
		}()
		panic(nil)
	})
	try("runtime error", func() {
		defer func() {
			e := recover().(runtime.Error)
			fmt.Println(e.Error())
		}()
		var m map[string]int
		m["x"] = 1
	})
	try("loop", func() {
		for i := range 3 {
			func() {
				defer func() { fmt.Print(recover(), " ") }()
				panic(i)
			}()
		}
		fmt.Println()
	})
	done := make(chan any)
	go func() {
		defer close(done)
		defer func() { done <- recover() }()
		defer runtime.Goexit()
		panic("gone with Goexit")
	}()
	for v := range done {
		fmt.Println("goroutine:", v)
	}
}

// Output:
// direct caught
// helper deferred caught
// helper called escaped: 3
// nested closure escaped: 4
// method value caught
// pointer method caught
// interface method caught
// method expr caught
// deferred recover itself escaped: 9
// inner got <nil>
// deferred in deferred escaped: 10
// last is second
// panic replaced caught
// recovered then again caught
// nil: <nil>
// no panic caught
// runtime error: panic called with nil argument true
// nil panic caught
// assignment to entry in nil map
// runtime error caught
// 0 1 2
// loop caught
// goroutine: <nil>
