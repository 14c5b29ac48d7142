package main

import "fmt"

func helper() any { return recover() }

func nested() (r any) {
	defer func() { fmt.Println("first is left:", recover()) }()
	defer func() {
		defer func() { r = fmt.Sprint("inner got ", recover()) }()
		func() { fmt.Println("not direct:", recover()) }()
		fmt.Println("helper called by deferred:", helper())
		panic("second")
	}()
	panic("first")
}

func direct() (r any) {
	defer func() { r = recover() }()
	panic(fmt.Sprint("direct", 1))
}

func deferredHelper() {
	defer func() { fmt.Println("outer", recover()) }()
	defer helper()
	panic("helper recovers this")
}

func again() {
	defer func() { fmt.Println("again", recover()) }()
	defer func() {
		r := recover()
		panic(fmt.Sprint("re-", r))
	}()
	panic("panic")
}

func main() {
	fmt.Println(recover())
	fmt.Println(nested())
	fmt.Println(direct())
	deferredHelper()
	again()
	func() {
		defer func() { fmt.Println(recover(), recover()) }()
		panic("once")
	}()
}

// Output:
// <nil>
// not direct: <nil>
// helper called by deferred: <nil>
// first is left: first
// inner got second
// direct1
// outer <nil>
// again re-panic
// once <nil>
