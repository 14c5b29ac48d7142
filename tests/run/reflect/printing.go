// fmt prints what a reflect.Value holds.
package main

import (
	"fmt"
	"reflect"
)

type Stringy int

func (s Stringy) String() string { return fmt.Sprintf("Stringy(%d)", int(s)) }

type hidden struct{ s Stringy }

type Rec struct {
	N int
	S []string
	P *int
}

func main() {
	v := reflect.ValueOf(Stringy(3))
	fmt.Println(v, v.Interface())
	fmt.Printf("%v %d %s %x %T %q\n", v, v, v, reflect.ValueOf("hex"), v, reflect.ValueOf("q"))
	fmt.Println(reflect.ValueOf(hidden{4}).Field(0), reflect.ValueOf(hidden{4}))
	fmt.Printf("%v %+v %#v\n", reflect.ValueOf(Rec{1, []string{"a"}, nil}), reflect.ValueOf(Rec{1, nil, nil}), reflect.ValueOf(Rec{2, []string{"b"}, nil}))
	fmt.Println(reflect.ValueOf(&Rec{1, nil, nil}), reflect.ValueOf([]any{1, "x", nil}), reflect.ValueOf(map[string]int{"b": 1, "a": 2}))
	fmt.Println(reflect.Value{}, []reflect.Value{v, {}}, map[string]reflect.Value{"k": v}, struct{ V reflect.Value }{v})
	fmt.Println(reflect.ValueOf([]any{nil, 1}).Index(0), reflect.ValueOf([]any{nil, v}).Index(1))
	fmt.Printf("%d|%5d|%-5d|%05.1f\n", reflect.ValueOf([]int{1, 2}), reflect.ValueOf(7), reflect.ValueOf(7), reflect.ValueOf(2.25))
	fmt.Printf("%d %s\n", reflect.ValueOf("bad"), reflect.ValueOf(5))
	var e error
	fmt.Println(reflect.ValueOf(&e).Elem(), reflect.ValueOf(fmt.Errorf("err")), reflect.TypeOf(e))
	fmt.Println(reflect.TypeOf(Rec{}), reflect.TypeOf(Rec{}).Field(1).Type, []reflect.Type{reflect.TypeOf(1)})
	fmt.Printf("%v %s %+v %d\n", reflect.TypeOf(1), reflect.TypeOf("x"), reflect.TypeOf(Rec{}), reflect.Int)
	fmt.Println(fmt.Sprint(reflect.ValueOf("a"), reflect.ValueOf("b")), reflect.ValueOf(reflect.ValueOf(1)))
}

// Output:
// Stringy(3) Stringy(3)
// Stringy(3) 3 Stringy(3) 686578 reflect.Value "q"
// 4 {4}
// {1 [a] <nil>} {N:1 S:[] P:<nil>} main.Rec{N:2, S:[]string{"b"}, P:(*int)(nil)}
// &{1 [] <nil>} [1 x <nil>] map[a:2 b:1]
// <invalid reflect.Value> [<main.Stringy Value> <invalid Value>] map[k:<main.Stringy Value>] {<main.Stringy Value>}
// <nil> <main.Stringy Value>
// [1 2]|    7|7    |002.2
// %!d(string=bad) %!s(int=5)
// <nil> err <nil>
// main.Rec []string [int]
// int string main.Rec 2
// a b <int Value>
