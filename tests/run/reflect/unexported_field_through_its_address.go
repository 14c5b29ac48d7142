package main

import (
	"fmt"
	"reflect"
	"unsafe"
)

type account struct {
	Owner   string
	balance int
	tags    []string
	next    *account
}

// open makes a value that was reached through an unexported field usable.
func open(v reflect.Value) reflect.Value {
	return reflect.NewAt(v.Type(), unsafe.Pointer(v.UnsafeAddr())).Elem()
}

func main() {
	a := &account{"ann", 10, []string{"x"}, nil}
	v := reflect.ValueOf(a).Elem()
	b := v.FieldByName("balance")
	fmt.Println(b.CanSet(), open(b).CanSet())
	open(b).SetInt(99)
	tags := open(v.FieldByName("tags"))
	tags.Set(reflect.Append(tags, reflect.ValueOf("y")))
	open(v.FieldByName("next")).Set(reflect.ValueOf(a))
	fmt.Println(a.balance, a.tags, a.next == a)
	for i := range v.NumField() {
		f := open(v.Field(i))
		fmt.Printf("%s %T\n", v.Type().Field(i).Name, f.Interface())
	}
	p := reflect.NewAt(reflect.TypeFor[int](), unsafe.Pointer(&a.balance)).Interface().(*int)
	fmt.Println(p == &a.balance, *(*string)(unsafe.Pointer(v.Field(0).UnsafeAddr())))
	words := [4]uint32{1, 2, 3, 4}
	s := reflect.SliceAt(reflect.TypeFor[uint32](), unsafe.Pointer(&words[1]), 2)
	s.Index(0).SetUint(7)
	fmt.Println(s, s.Len(), s.Cap(), words)
	q := reflect.ValueOf(a).UnsafePointer()
	fmt.Println((*account)(q) == a, (*account)(unsafe.Pointer(reflect.ValueOf(a).Pointer())).Owner)
	nilAt := reflect.NewAt(reflect.TypeFor[account](), nil)
	fmt.Println(nilAt.IsNil(), nilAt.Type())
	func() {
		defer func() { fmt.Println(recover()) }()
		reflect.SliceAt(reflect.TypeFor[uint32](), nil, 1)
	}()
}

// Output:
// false true
// 99 [x y] true
// Owner string
// balance int
// tags []string
// next *main.account
// true ann
// [7 3] 2 2 [1 7 3 4]
// true ann
// true *main.account
// runtime error: unsafe.Slice: ptr is nil and len is not zero
