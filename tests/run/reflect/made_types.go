// Types made at run time are identical to those of the program.
package main

import (
	"encoding"
	"fmt"
	"reflect"
	"strings"
)

type T struct{ A, B int }

func (t T) String() string              { return fmt.Sprintf("T(%d,%d)", t.A, t.B) }
func (t *T) UnmarshalText([]byte) error { t.A = 100; return nil }

func try(f func()) {
	defer func() { fmt.Println(recover()) }()
	f()
}

func main() {
	it, st := reflect.TypeFor[int](), reflect.TypeFor[string]()
	tt := reflect.TypeFor[T]()
	fmt.Println(reflect.SliceOf(it) == reflect.TypeFor[[]int](), reflect.PointerTo(tt) == reflect.TypeFor[*T](), reflect.MapOf(st, it) == reflect.TypeFor[map[string]int]())
	fmt.Println(reflect.ArrayOf(5, it) == reflect.TypeFor[[5]int](), reflect.ChanOf(reflect.RecvDir, it) == reflect.TypeFor[<-chan int]())
	fmt.Println(reflect.FuncOf([]reflect.Type{it, reflect.SliceOf(st)}, []reflect.Type{reflect.TypeFor[error]()}, true) == reflect.TypeFor[func(int, ...string) error]())
	fmt.Println(reflect.SliceOf(reflect.SliceOf(reflect.SliceOf(tt))) == reflect.SliceOf(reflect.SliceOf(reflect.SliceOf(tt))))

	// None of these is in the program.
	deep := reflect.MapOf(reflect.ArrayOf(2, reflect.TypeFor[int16]()), reflect.SliceOf(reflect.PointerTo(reflect.TypeFor[uint32]())))
	fmt.Println(deep, deep.Key(), deep.Elem(), deep.Size(), deep.Comparable())
	m := reflect.MakeMap(deep)
	u := uint32(9)
	m.SetMapIndex(reflect.ValueOf([2]int16{1, 2}).Convert(deep.Key()), reflect.Append(reflect.Zero(deep.Elem()), reflect.ValueOf(&u)))
	fmt.Println(m.Len(), m.MapIndex(reflect.ValueOf([2]int16{1, 2})).Index(0).Elem())
	fmt.Printf("%T\n", m.Interface())

	s := reflect.StructOf([]reflect.StructField{
		{Name: "Name", Type: st, Tag: `json:"name"`},
		{Name: "Small", Type: reflect.TypeFor[int8]()},
		{Name: "List", Type: reflect.SliceOf(tt)},
		{Name: "Any", Type: reflect.TypeFor[any]()},
		{Name: "Arr", Type: reflect.ArrayOf(6, it)},
	})
	fmt.Println(s, s.Size(), s.NumField(), s.Field(1).Offset, s.Field(0).Tag.Get("json"), s.Comparable(), s.Name() == "")
	v := reflect.New(s).Elem()
	v.Field(0).SetString("made")
	v.Field(1).SetInt(-3)
	v.Field(2).Set(reflect.ValueOf([]T{{1, 2}}))
	v.FieldByName("Any").Set(reflect.ValueOf(3.5))
	v.Field(4).Index(5).SetInt(5)
	fmt.Printf("%v %+v\n", v, v.Interface())
	same := reflect.StructOf([]reflect.StructField{{Name: "X", Type: it}, {Name: "Y", Type: st}})
	x, ok := reflect.Zero(same).Interface().(struct {
		X int
		Y string
	})
	fmt.Println(ok, x, same == reflect.TypeOf(x))

	list := reflect.New(reflect.SliceOf(s)).Elem()
	for i := range 10 {
		v.Field(1).SetInt(int64(i))
		list.Set(reflect.Append(list, v))
	}
	fmt.Println(list.Len(), list.Index(7).Field(1), list.Index(9).Field(4).Index(5))

	arr := reflect.New(reflect.ArrayOf(100, reflect.TypeFor[complex64]())).Elem()
	arr.Index(99).SetComplex(1 - 1i)
	fmt.Println(arr.Len(), arr.Index(99), arr.Type(), arr.Type().Size())
	c := reflect.MakeChan(reflect.ChanOf(reflect.BothDir, reflect.ArrayOf(9, st)), 1)
	c.Send(reflect.Zero(reflect.ArrayOf(9, st)))
	r, _ := c.Recv()
	fmt.Println(r.Len(), c.Type())

	f := reflect.MakeFunc(reflect.FuncOf([]reflect.Type{it, it}, []reflect.Type{st}, false), func(in []reflect.Value) []reflect.Value {
		return []reflect.Value{reflect.ValueOf(strings.Repeat("x", int(in[0].Int()*in[1].Int())))}
	})
	fmt.Println(f.Interface().(func(int, int) string)(2, 3), f.Type())

	// Methods of pointers made at run time.
	p := reflect.New(tt)
	fmt.Println(p.Type().NumMethod(), p.Type().Implements(reflect.TypeFor[fmt.Stringer]()), p.Interface())
	p.Interface().(encoding.TextUnmarshaler).UnmarshalText(nil)
	fmt.Println(p.Elem().Field(0), p.Elem())
	pp := reflect.New(p.Type())
	pp.Elem().Set(p)
	fmt.Println(pp.Type(), pp.Elem().Elem().Field(0), reflect.PointerTo(pp.Type()))

	// Equal keys of a made struct type.
	km := reflect.MakeMap(reflect.MapOf(same, it))
	k := reflect.New(same).Elem()
	k.Field(1).SetString("key")
	km.SetMapIndex(k, reflect.ValueOf(1))
	k2 := reflect.New(same).Elem()
	k2.Field(1).SetString("k" + "ey")
	fmt.Println(km.MapIndex(k2), k.Equal(k2), k.Interface() == k2.Interface())

	try(func() { reflect.ArrayOf(-1, it) })
	try(func() { reflect.MapOf(reflect.SliceOf(it), it) })
	try(func() { reflect.FuncOf([]reflect.Type{it}, nil, true) })
	try(func() { reflect.StructOf([]reflect.StructField{{Name: "x", Type: it}}) })
	try(func() { reflect.StructOf([]reflect.StructField{{Name: "X"}}) })
	try(func() { reflect.StructOf([]reflect.StructField{{Name: "X", Type: it}, {Name: "X", Type: it}}) })
	try(func() { reflect.StructOf([]reflect.StructField{{Type: it}}) })
	try(func() { reflect.StructOf([]reflect.StructField{{Name: "1x", Type: it}}) })
	try(func() { reflect.Zero(nil) })
	try(func() { reflect.New(nil) })
}

// Output:
// true true true
// true true
// true
// true
// map[[2]int16][]*uint32 [2]int16 []*uint32 8 false
// 1 9
// map[[2]int16][]*uint32
// struct { Name string "json:\"name\""; Small int8; List []main.T; Any interface {}; Arr [6]int } 112 5 16 name false true
// {made -3 [T(1,2)] 3.5 [0 0 0 0 0 5]} {Name:made Small:-3 List:[T(1,2)] Any:3.5 Arr:[0 0 0 0 0 5]}
// true {0 } true
// 10 7 5
// 100 (1-1i) [100]complex64 800
// 9 chan [9]string
// xxxxxx func(int, int) string
// 2 true T(0,0)
// 100 T(100,0)
// **main.T 100 ***main.T
// 1 true true
// reflect: negative length passed to ArrayOf
// reflect.MapOf: invalid key type []int
// reflect.FuncOf: last arg of variadic func must be slice
// reflect.StructOf: field "x" is unexported but missing PkgPath
// reflect.StructOf: field 0 has no type
// reflect.StructOf: duplicate field X
// reflect.StructOf: field 0 has no name
// reflect.StructOf: field 0 has invalid name
// reflect: Zero(nil)
// reflect: New(nil)
