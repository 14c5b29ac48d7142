package main

import (
	"fmt"
	"io"
	"reflect"
)

type Emb struct{ X int }

func (e Emb) Get() int   { return e.X }
func (e *Emb) Add(n int) { e.X += n }

type Wide struct {
	A, B string
	C    int
}

func (w Wide) Join() string { return w.A + w.B }

type Plain struct{ Z int }

func field(name string, t reflect.Type, embedded bool) reflect.StructField {
	return reflect.StructField{Name: name, Type: t, Anonymous: embedded}
}

func main() {
	number := field("N", reflect.TypeFor[int](), false)
	build := func(fields ...reflect.StructField) (t reflect.Type) {
		defer func() {
			if r := recover(); r != nil {
				fmt.Println("panic:", r)
			}
		}()
		t = reflect.StructOf(fields)
		fmt.Println(t, t.NumMethod() > 0, t.Size())
		return t
	}
	t := build(field("Emb", reflect.TypeFor[Emb](), true))
	v := reflect.New(t).Elem()
	v.Field(0).Field(0).SetInt(4)
	g, ok := v.Interface().(interface{ Get() int })
	fmt.Println(ok, g.Get(), v.MethodByName("Get").Call(nil)[0])

	t = build(field("Wide", reflect.TypeFor[Wide](), true), number)
	v = reflect.New(t).Elem()
	v.Field(0).Set(reflect.ValueOf(Wide{"a", "b", 1}))
	v.Field(1).SetInt(3)
	fmt.Println(v.Interface().(interface{ Join() string }).Join(), v.Interface())

	t = build(field("Emb", reflect.TypeFor[*Emb](), true))
	v = reflect.New(t).Elem()
	e := &Emb{1}
	v.Field(0).Set(reflect.ValueOf(e))
	v.Interface().(interface{ Add(int) }).Add(5)
	fmt.Println(e.X, v.MethodByName("Get").Call(nil)[0])

	t = build(number, field("Reader", reflect.TypeFor[io.Reader](), true))
	_, ok = reflect.Zero(t).Interface().(io.Reader)
	fmt.Println(ok, t.Implements(reflect.TypeFor[io.Reader]()))
	func() {
		defer func() { fmt.Println(recover()) }()
		reflect.Zero(t).Interface().(io.Reader).Read(nil)
	}()
	build(field("Plain", reflect.TypeFor[Plain](), true), number)
	build(number, field("Emb", reflect.TypeFor[Emb](), true))
	build(field("Emb", reflect.TypeFor[*Emb](), true), number)
	build(field("P", reflect.TypeFor[**int](), true))
	build(field("P", reflect.TypeFor[*io.Reader](), true))
	build(field("A", nil, false))
	build(field("a", reflect.TypeFor[int](), false))
	build(reflect.StructField{Name: "a", PkgPath: "main", Type: reflect.TypeFor[int]()}, reflect.StructField{Name: "b", PkgPath: "other", Type: reflect.TypeFor[int]()})
	build(number, number)
}

// Output:
// struct { main.Emb } true 8
// true 4 4
// struct { main.Wide; N int } true 48
// ab {{a b 1} 3}
// struct { *main.Emb } true 8
// 6 6
// struct { N int; io.Reader } true 24
// true true
// reflect: StructOf does not support methods of embedded interfaces
// struct { main.Plain; N int } false 16
// panic: reflect: embedded type with methods not implemented if type is not first field
// panic: reflect: embedded type with methods not implemented if there is more than one field
// panic: reflect.StructOf: illegal embedded field type **int
// panic: reflect.StructOf: illegal embedded field type *io.Reader
// panic: reflect.StructOf: field 0 has no type
// panic: reflect.StructOf: field "a" is unexported but missing PkgPath
// panic: reflect.StructOf: fields with different PkgPath main and other
// panic: reflect.StructOf: duplicate field N
