package main

import (
	"errors"
	"fmt"
	"strconv"
)

// any(v) of a parameter in switches: cases that are parameters themselves, instances, pointers, functions and channels of them.

type wrapper[T any] struct{ v T }

func (w wrapper[T]) unwrap() T { return w.v }

type unwrapper[T any] interface{ unwrap() T }

func describe[T any](v T) string {
	switch x := any(v).(type) {
	case nil:
		return "nil"
	case int, int64:
		return fmt.Sprintf("integer %v", x)
	case string:
		return "string " + x
	case []T:
		return "a slice of itself?"
	case error:
		return "error " + x.Error()
	case fmt.Stringer:
		return "stringer " + x.String()
	case func() T:
		return "function of itself"
	case *T:
		return "pointer to itself"
	default:
		return fmt.Sprintf("%T", x)
	}
}

func find[A, B any](v any) string {
	switch v := v.(type) {
	case A:
		return fmt.Sprintf("A %v", v)
	case B:
		return fmt.Sprintf("B %v", v)
	case []A:
		return fmt.Sprintf("[]A of %d", len(v))
	case map[string]B:
		return fmt.Sprintf("map to B of %d", len(v))
	case func(A) B:
		return "func(A) B"
	case chan<- A:
		return "chan<- A"
	case wrapper[A]:
		return fmt.Sprintf("wrapper of A %v", v.v)
	case unwrapper[B]:
		return fmt.Sprintf("unwraps to B %v", v.unwrap())
	case struct{ X A }:
		return fmt.Sprintf("struct %v", v.X)
	case [2]B:
		return "[2]B " + fmt.Sprint(v[1])
	}
	return "neither"
}

func as[T any](v any) (T, error) {
	if t, ok := v.(T); ok {
		return t, nil
	}
	var zero T
	return zero, fmt.Errorf("%T is not %T", v, zero)
}

func parse[T int | float64 | bool | string](s string) (v T, err error) {
	switch p := any(&v).(type) {
	case *int:
		*p, err = strconv.Atoi(s)
	case *float64:
		*p, err = strconv.ParseFloat(s, 64)
	case *bool:
		*p, err = strconv.ParseBool(s)
	case *string:
		*p = s
	}
	return
}

func must[T any](v T, err error) T {
	if err != nil {
		panic(err)
	}
	return v
}

func asError[E error](err error) (E, bool) {
	var e E
	return e, errors.As(err, &e)
}

type code int

func (c code) Error() string { return "code " + strconv.Itoa(int(c)) }

func assertPanics[T any](v any) (msg string) {
	defer func() { msg = fmt.Sprint(recover()) }()
	_ = v.(T)
	return
}

func main() {
	fmt.Println(describe(1), describe("s"), describe(errors.New("e")), describe[any](nil), describe([]int{}), describe(code(3)))
	fmt.Println(describe[error](nil), describe[fmt.Stringer](nil), describe(wrapper[int]{}), describe(int8(1)))
	fmt.Println(find[int, string](1), find[int, string]("x"), find[string, int]("x"), find[int, int](5))
	fmt.Println(find[int, string]([]int{1}), find[int, string](map[string]string{}), find[int, bool](func(int) bool { return true }))
	fmt.Println(find[int, string](make(chan<- int)), find[int, string](wrapper[int]{4}), find[int, string](wrapper[string]{"w"}))
	fmt.Println(find[int, bool](struct{ X int }{9}), find[int, bool]([2]bool{false, true}), find[any, error](nil), find[int8, int16](1))
	fmt.Println(find[error, int](code(1)), find[fmt.Stringer, error](code(2)))
	fmt.Println(as[int](1))
	fmt.Println(as[string](1))
	fmt.Println(as[[]int](map[int]int{}))
	fmt.Println(must(parse[int]("12"))+1, must(parse[float64]("1.5"))*2, must(parse[bool]("true")), must(parse[string]("s")))
	_, err := parse[int]("x")
	fmt.Println(err)
	e, ok := asError[code](fmt.Errorf("wrapped: %w", code(7)))
	fmt.Println(int(e), ok)
	_, ok = asError[*strconv.NumError](err)
	fmt.Println(ok)
	fmt.Println(assertPanics[int]("s"))
	fmt.Println(assertPanics[fmt.Stringer](1))
	fmt.Println(assertPanics[wrapper[int]](wrapper[string]{}))
	fmt.Println(assertPanics[unwrapper[int]](wrapper[string]{}))
	fmt.Println(assertPanics[unwrapper[int]](nil))
}

// Output:
// integer 1 string s error e nil []int error code 3
// nil nil main.wrapper[int] int8
// A 1 B x A x A 5
// []A of 1 map to B of 0 func(A) B
// chan<- A wrapper of A 4 unwraps to B w
// struct 9 [2]B true neither neither
// A code 1 B code 2
// 1 <nil>
//  int is not string
// [] map[int]int is not []int
// 13 3 true s
// strconv.Atoi: parsing "x": invalid syntax
// 7 true
// true
// interface conversion: interface {} is string, not int
// interface conversion: int is not fmt.Stringer: missing method String
// interface conversion: interface {} is main.wrapper[string], not main.wrapper[int]
// interface conversion: main.wrapper[string] is not main.unwrapper[int]: missing method unwrap
// interface conversion: interface is nil, not main.unwrapper[int]
