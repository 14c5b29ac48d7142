package main

import (
	"fmt"
	"reflect"
	"strings"
)

// What %T and reflect call instances, their parameters and types declared inside generic functions.

type box[T any] struct{ V T }

func (box[T]) Get() (t T)               { return }
func (*box[T]) Put(T)                   {}
func (b box[T]) pair() pair[T, *box[T]] { return pair[T, *box[T]]{b.V, &b} }

type pair[K, V any] struct {
	Key K
	Val V
}

type alias[T any] = pair[string, T]

type fn[A, R any] func(A) R

type list[T any] []T

type shape interface{ Area() float64 }

func localIn[T any](v T) any {
	type inner struct{ v T }
	type outer[U any] struct {
		a T
		b U
	}
	return []any{inner{v}, outer[int]{v, 1}}
}

func show(v any) {
	t := reflect.TypeOf(v)
	fmt.Printf("%-40T | %s | %q | %s\n", v, t, t.Name(), t.Kind())
}

func main() {
	show(box[int]{})
	show(&box[string]{})
	show(box[box[int]]{})
	show(box[int]{}.pair())
	show(alias[float64]{})
	show(list[shape]{})
	show(fn[int, error](nil))
	show(box[struct {
		A int `json:"a"`
		b string
	}]{})
	show(box[func(int, ...string) (bool, error)]{})
	show(box[map[string][]chan<- int]{})
	show(box[interface{ M() }]{})
	show(box[any]{})
	show(box[[3]*list[byte]]{})
	show(pair[strings.Builder, *strings.Reader]{})
	show(box[rune]{})
	show([]box[uint8]{})
	show(map[pair[int, int]]box[bool]{})
	t := reflect.TypeOf(&box[string]{})
	for i := range t.NumMethod() {
		fmt.Println(t.Method(i).Name, t.Method(i).Type)
	}
	f, _ := reflect.TypeFor[pair[int, box[string]]]().FieldByName("Val")
	fmt.Println(f.Type, f.Type.Field(0).Type, f.Type.PkgPath())
	fmt.Println(reflect.TypeFor[box[int]]() == reflect.TypeOf(box[int]{}), reflect.TypeFor[box[int]]() == reflect.TypeFor[box[int32]]())
	type here int
	show(box[here]{})
	fmt.Println(len(localIn("x").([]any)))
}

// Output:
// main.box[int]                            | main.box[int] | "box[int]" | struct
// *main.box[string]                        | *main.box[string] | "" | ptr
// main.box[main.box[int]]                  | main.box[main.box[int]] | "box[main.box[int]]" | struct
// main.pair[int,*main.box[int]]            | main.pair[int,*main.box[int]] | "pair[int,*main.box[int]]" | struct
// main.pair[string,float64]                | main.pair[string,float64] | "pair[string,float64]" | struct
// main.list[main.shape]                    | main.list[main.shape] | "list[main.shape]" | slice
// main.fn[int,error]                       | main.fn[int,error] | "fn[int,error]" | func
// main.box[struct { A int "json:\"a\""; main.b string }] | main.box[struct { A int "json:\"a\""; main.b string }] | "box[struct { A int \"json:\\\"a\\\"\"; main.b string }]" | struct
// main.box[func(int, ...string) (bool, error)] | main.box[func(int, ...string) (bool, error)] | "box[func(int, ...string) (bool, error)]" | struct
// main.box[map[string][]chan<- int]        | main.box[map[string][]chan<- int] | "box[map[string][]chan<- int]" | struct
// main.box[interface { M() }]              | main.box[interface { M() }] | "box[interface { M() }]" | struct
// main.box[interface {}]                   | main.box[interface {}] | "box[interface {}]" | struct
// main.box[[3]*main.list[uint8]]           | main.box[[3]*main.list[uint8]] | "box[[3]*main.list[uint8]]" | struct
// main.pair[strings.Builder,*strings.Reader] | main.pair[strings.Builder,*strings.Reader] | "pair[strings.Builder,*strings.Reader]" | struct
// main.box[int32]                          | main.box[int32] | "box[int32]" | struct
// []main.box[uint8]                        | []main.box[uint8] | "" | slice
// map[main.pair[int,int]]main.box[bool]    | map[main.pair[int,int]]main.box[bool] | "" | map
// Get func(*main.box[string]) string
// Put func(*main.box[string], string)
// main.box[string] string main
// true false
// main.box[main.here·3]                    | main.box[main.here·3] | "box[main.here·3]" | struct
// 2
