// recover stops a panic only in a call that the panic itself made: not in a helper, not in a nested closure, not as the deferred
// function, but in deferred methods, method values, interface methods and generic functions.
package main

import (
	"fmt"
	"runtime"
)

type rescuer struct{ name string }

func (r rescuer) value()     { fmt.Println(r.name, "value:", recover()) }
func (r *rescuer) pointer()  { fmt.Println(r.name, "pointer:", recover()) }
func (r rescuer) Rescue()    { fmt.Println(r.name, "interface:", recover()) }
func generic[T any](label T) { fmt.Println(label, "generic:", recover()) }

type rescues interface{ Rescue() }
type wrapped struct{ *rescuer }
type deep struct{ wrapped }
type asField struct{ rescues }

func helper() any { return recover() }

func run(name string, f func()) {
	defer func() {
		if r := recover(); r != nil {
			fmt.Println(name, "escaped:", r)
		} else {
			fmt.Println(name, "was stopped")
		}
	}()
	f()
}

func main() {
	r := &rescuer{"r"}
	run("value method", func() { defer r.value(); panic(1) })
	run("pointer method", func() { defer r.pointer(); panic(2) })
	run("method value", func() { f := r.value; defer f(); panic(3) })
	run("interface", func() { var i rescues = r; defer i.Rescue(); panic(4) })
	run("interface value", func() { var i rescues = *r; f := i.Rescue; defer f(); panic(5) })
	run("embedded", func() { defer wrapped{r}.pointer(); panic(6) })
	run("twice embedded", func() { d := deep{wrapped{r}}; defer d.value(); panic(7) })
	run("embedded interface", func() { var i rescues = asField{asField{r}}; defer i.Rescue(); panic(8) })
	run("method expression", func() { defer (*rescuer).value(r); panic(9) })
	run("interface expression", func() { defer rescues.Rescue(r); panic(10) })
	run("generic", func() { defer generic("g"); panic(11) })
	run("generic value", func() { f := generic[int]; defer f(5); panic(12) })
	run("helper", func() { defer func() { fmt.Println("helper:", helper()) }(); panic(13) })
	run("nested closure", func() { defer func() { func() { fmt.Println("nested:", recover()) }() }(); panic(14) })
	run("directly deferred", func() { defer recover(); panic(15) })
	run("panic deferred", func() { defer panic(17); panic(16) })
	run("deferred in deferred", func() {
		defer func() {
			defer func() { fmt.Println("deferred in deferred:", recover()) }()
		}()
		panic(18)
	})
	run("new panic inside", func() {
		defer func() { fmt.Println("outer gets", recover()) }()
		defer func() {
			defer func() { fmt.Println("inner gets", recover()) }()
			panic("second")
		}()
		panic("first")
	})
	run("twice", func() {
		defer func() { fmt.Println(recover(), recover()) }()
		panic(19)
	})
	run("after recovery", func() {
		defer func() { fmt.Println("later deferred call:", recover()) }()
		defer func() { recover() }()
		panic(20)
	})
	run("called before", func() {
		fmt.Println("no panic:", recover())
		defer func() { recover() }()
		func() {
			defer fmt.Println("runs on the way")
			var e error
			_ = e.Error()
		}()
	})
	run("goroutine", func() {
		done := make(chan any)
		go func() {
			defer close(done)
			defer func() { done <- recover() }()
			defer runtime.Goexit()
			panic("lost in Goexit")
		}()
		for v := range done {
			fmt.Println("goroutine:", v)
		}
	})
	run("argument", func() { defer fmt.Println("argument of a deferred call:", recover()); panic(21) })
	run("in a loop", func() {
		for i := range 3 {
			func() { defer func() { fmt.Print(recover(), " ") }(); panic(i) }()
		}
		fmt.Println()
	})
}

// Output:
// r value: 1
// value method was stopped
// r pointer: 2
// pointer method was stopped
// r value: 3
// method value was stopped
// r interface: 4
// interface was stopped
// r interface: 5
// interface value was stopped
// r pointer: 6
// embedded was stopped
// r value: 7
// twice embedded was stopped
// r interface: 8
// embedded interface was stopped
// r value: 9
// method expression was stopped
// r interface: 10
// interface expression was stopped
// g generic: 11
// generic was stopped
// 5 generic: 12
// generic value was stopped
// helper: <nil>
// helper escaped: 13
// nested: <nil>
// nested closure escaped: 14
// directly deferred escaped: 15
// panic deferred escaped: 17
// deferred in deferred: <nil>
// deferred in deferred escaped: 18
// inner gets second
// outer gets first
// new panic inside was stopped
// 19 <nil>
// twice was stopped
// later deferred call: <nil>
// after recovery was stopped
// no panic: <nil>
// runs on the way
// called before was stopped
// goroutine: <nil>
// goroutine was stopped
// argument of a deferred call: <nil>
// argument escaped: 21
// 0 1 2
// in a loop was stopped
