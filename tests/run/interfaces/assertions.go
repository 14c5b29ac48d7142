package main

import (
	"errors"
	"fmt"
	"io"
)

type myErr struct{ code int }

func (e myErr) Error() string { return fmt.Sprint("code ", e.code) }

func try(f func()) {
	defer func() {
		r := recover()
		err, ok := r.(error)
		fmt.Println(ok, err)
	}()
	f()
}

func main() {
	var x any = myErr{3}
	e := x.(error)
	fmt.Println(e, x.(myErr).code)
	s, ok := x.(string)
	fmt.Printf("%q %v\n", s, ok)
	_, ok = x.(fmt.Stringer)
	fmt.Println(ok)
	try(func() { _ = x.(string) })
	try(func() { _ = x.(*myErr) })
	try(func() { _ = x.(io.Reader) })
	x = nil
	try(func() { _ = x.(int) })
	try(func() { _ = x.(error) })
	_, ok = x.(any)
	fmt.Println(ok)
	err := fmt.Errorf("wrap: %w", myErr{9})
	var me myErr
	fmt.Println(errors.As(err, &me), me.code)
}

// Output:
// code 3 3
// "" false
// false
// true interface conversion: interface {} is main.myErr, not string
// true interface conversion: interface {} is main.myErr, not *main.myErr
// true interface conversion: main.myErr is not io.Reader: missing method Read
// true interface conversion: interface {} is nil, not int
// true interface conversion: interface is nil, not error
// false
// true 9
