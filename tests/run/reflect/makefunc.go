// Functions made at run time are called like any other.
package main

import (
	"errors"
	"fmt"
	"reflect"
	"sort"
)

type Big struct{ vals [12]int }

func makeSwap(fptr any) {
	fn := reflect.ValueOf(fptr).Elem()
	fn.Set(reflect.MakeFunc(fn.Type(), func(in []reflect.Value) []reflect.Value {
		return []reflect.Value{in[1], in[0]}
	}))
}

type Visitor func(name string, n int) (stop bool)

func walk(v Visitor) {
	for i, name := range []string{"a", "b", "c", "d"} {
		if v(name, i) {
			return
		}
	}
}

func main() {
	var intSwap func(int, int) (int, int)
	makeSwap(&intSwap)
	fmt.Println(intSwap(1, 2))
	var mixed func(string, [3]float64) ([3]float64, string)
	makeSwap(&mixed)
	fmt.Println(mixed("s", [3]float64{1, 2, 3}))
	var large func(Big, []int) ([]int, Big)
	makeSwap(&large)
	b := Big{}
	b.vals[11] = 11
	l, b2 := large(b, []int{1})
	b.vals[11] = 0
	fmt.Println(l, b2.vals[11])

	calls := 0
	visit := reflect.MakeFunc(reflect.TypeFor[Visitor](), func(in []reflect.Value) []reflect.Value {
		calls++
		fmt.Println("visit", in[0], in[1])
		return []reflect.Value{reflect.ValueOf(in[1].Int() == 2)}
	})
	walk(visit.Interface().(Visitor))
	fmt.Println(calls)

	variadic := reflect.MakeFunc(reflect.TypeOf(func(string, ...int) int { return 0 }), func(in []reflect.Value) []reflect.Value {
		return []reflect.Value{reflect.ValueOf(in[0].Len() * in[1].Len())}
	}).Interface().(func(string, ...int) int)
	fmt.Println(variadic("abc", 1, 2, 3, 4), variadic("abc"))

	fails := reflect.MakeFunc(reflect.TypeOf(func() (int, error) { return 0, nil }), func([]reflect.Value) []reflect.Value {
		return []reflect.Value{reflect.ValueOf(5), reflect.ValueOf(errors.New("made"))}
	}).Interface().(func() (int, error))
	fmt.Println(fails())
	ok := reflect.MakeFunc(reflect.TypeOf(func() error { return nil }), func([]reflect.Value) []reflect.Value {
		return []reflect.Value{reflect.Zero(reflect.TypeFor[error]())}
	}).Interface().(func() error)
	fmt.Println(ok())

	people := []string{"carol", "al", "bob"}
	less := reflect.MakeFunc(reflect.TypeOf(func(i, j int) bool { return false }), func(in []reflect.Value) []reflect.Value {
		return []reflect.Value{reflect.ValueOf(len(people[in[0].Int()]) < len(people[in[1].Int()]))}
	}).Interface().(func(int, int) bool)
	sort.Slice(people, less)
	fmt.Println(people)

	done := make(chan int)
	go reflect.MakeFunc(reflect.TypeOf(func(int) {}), func(in []reflect.Value) []reflect.Value {
		done <- int(in[0].Int())
		return nil
	}).Interface().(func(int))(42)
	fmt.Println(<-done)
	func() {
		defer reflect.MakeFunc(reflect.TypeOf(func(string) {}), func(in []reflect.Value) []reflect.Value {
			fmt.Println("deferred", in[0])
			return nil
		}).Interface().(func(string))("call")
	}()

	for _, results := range [][]reflect.Value{nil, {reflect.ValueOf("s")}, {{}}} {
		func() {
			defer func() { fmt.Println(recover() != nil) }()
			reflect.MakeFunc(reflect.TypeOf(func() int { return 0 }), func([]reflect.Value) []reflect.Value { return results }).Interface().(func() int)()
		}()
	}
	defer func() { fmt.Println(recover()) }()
	reflect.MakeFunc(reflect.TypeOf(1), nil)
}

// Output:
// 2 1
// [1 2 3] s
// [1] 11
// visit a 0
// visit b 1
// visit c 2
// 3
// 12 0
// 5 made
// <nil>
// [al bob carol]
// 42
// deferred call
// true
// true
// true
// reflect: call of MakeFunc with non-Func type
