// A panic inside String, Error, GoString or Format becomes part of the output; a nil receiver prints as <nil>.
package main

import (
	"fmt"
	"strings"
)

type byValue struct{ s string }

func (b byValue) String() string { return b.s }

type byPointer struct{ s string }

func (b *byPointer) String() string { return b.s }

type bomb struct{ what any }

func (b bomb) Error() string { panic(b.what) }

type goBomb int

func (g goBomb) GoString() string { panic(fmt.Sprintf("no go for %d", int(g))) }

type formatBomb struct{}

func (formatBomb) Format(f fmt.State, verb rune) {
	f.Write([]byte("half "))
	panic("done")
}

type deep struct{ err error }

func (d deep) String() string { return "deep(" + fmt.Sprint(d.err) + ")" }

type index []int

func (x index) String() string { return fmt.Sprint("first ", x[0]) }

type nilMap struct{ m map[string]int }

func (n nilMap) String() string { n.m["a"] = 1; return "unreachable" }

type panicky struct{}

func (panicky) String() string { panic(bomb{"inner"}) }

func main() {
	var nilValue *byValue
	var nilPointer *byPointer
	fmt.Printf("[%v] [%s] [%q]\n", nilValue, nilValue, nilValue)
	fmt.Printf("[%v] [%s]\n", nilPointer, nilPointer)
	fmt.Println(nilValue, nilPointer, []any{nilValue})
	fmt.Printf("%v %s\n", bomb{"text"}, bomb{42})
	fmt.Printf("%v\n", bomb{fmt.Errorf("wrapped: %w", fmt.Errorf("cause"))})
	fmt.Printf("%v\n", bomb{[]int{1, 2}})
	fmt.Printf("%#v %v\n", goBomb(3), goBomb(3))
	fmt.Printf("%v|%d|%+v\n", formatBomb{}, formatBomb{}, formatBomb{})
	fmt.Printf("%v\n", deep{bomb{"below"}})
	fmt.Printf("%v %s\n", index{}, index{5})
	fmt.Printf("%v\n", nilMap{})
	func() {
		defer func() { fmt.Printf("a panic while a panic's value is printed goes on: %T\n", recover()) }()
		fmt.Printf("%v after\n", panicky{})
	}()
	fmt.Printf("%x %q\n", bomb{"hex"}, bomb{"quote"})
	s := fmt.Sprintf("%v", bomb{nil})
	fmt.Println(strings.Contains(s, "PANIC=Error method"), strings.Contains(s, "nil"))
	fmt.Println([]error{bomb{"in a slice"}, nil})
	fmt.Println(map[string]error{"k": bomb{"in a map"}})
	fmt.Println(struct{ E error }{bomb{"in a field"}})
	func() {
		defer func() { fmt.Println("recovered:", recover()) }()
		_ = bomb{"direct"}.Error()
	}()
}

// Output:
// [<nil>] [<nil>] [<nil>]
// [<nil>] [<nil>]
// <nil> <nil> [<nil>]
// %!v(PANIC=Error method: text) %!s(PANIC=Error method: 42)
// %!v(PANIC=Error method: wrapped: cause)
// %!v(PANIC=Error method: [1 2])
// %!v(PANIC=GoString method: no go for 3) 3
// half %!v(PANIC=Format method: done)|half %!d(PANIC=Format method: done)|half %!v(PANIC=Format method: done)
// deep(%!v(PANIC=Error method: below))
// %!v(PANIC=String method: runtime error: index out of range [0] with length 0) first 5
// %!v(PANIC=String method: assignment to entry in nil map)
// a panic while a panic's value is printed goes on: string
// %!x(PANIC=Error method: hex) %!q(PANIC=Error method: quote)
// true true
// [%!v(PANIC=Error method: in a slice) <nil>]
// map[k:%!v(PANIC=Error method: in a map)]
// {%!v(PANIC=Error method: in a field)}
// recovered: direct
