package main

import "fmt"

type myInt int
type pair[A, B any] struct {
	a A
	b B
}

func kind[T any](v T) string {
	switch x := any(v).(type) {
	case int:
		return fmt.Sprint("int ", x+1)
	case string:
		return "string " + x
	case []T:
		return "slice of itself"
	case fmt.Stringer:
		return "stringer " + x.String()
	case pair[string, T]:
		return "pair with itself"
	case error:
		return "error " + x.Error()
	case nil:
		return "nil"
	case func(T) T:
		return "func"
	}
	return fmt.Sprintf("other %T", v)
}

func is[T any](v any) bool {
	_, ok := v.(T)
	return ok
}

func count[T any](vs ...any) (n int) {
	for _, v := range vs {
		switch v.(type) {
		case T, *T, []T, map[string]T, chan T:
			n++
		}
	}
	return
}

func must[T any](v any) (out T, err error) {
	defer func() {
		if r := recover(); r != nil {
			err = r.(error)
		}
	}()
	return v.(T), nil
}

func zero[T any]() T {
	var z T
	return z
}

func (m myInt) String() string { return "myInt" }

func main() {
	fmt.Println(kind(1), kind("s"), kind(myInt(3)), kind(2.5), kind[any](nil), kind[error](nil), kind(fmt.Errorf("e")), kind(pair[int, bool]{}))
	fmt.Println(is[int](1), is[myInt](1), is[any](nil), is[error](nil), is[fmt.Stringer](myInt(0)), is[pair[int, int]](pair[int, int]{}), is[[]int]([]int(nil)))
	fmt.Println(count[int](1, new(int), []int{}, map[string]int{}, make(chan int), "x", []any{}))
	_, err := must[string](5)
	fmt.Println(err)
	_, err = must[pair[int, string]](pair[string, int]{})
	fmt.Println(err)
	_, err = must[fmt.Stringer]("x")
	fmt.Println(err)
	fmt.Printf("%v %q %v %T %v\n", zero[int](), zero[string](), zero[*int]() == nil, zero[pair[string, []int]](), zero[[2]bool]())
}

// Output:
// int 2 string s stringer myInt other float64 nil nil error e other main.pair[int,bool]
// true false false false true true true
// 5
// interface conversion: interface {} is int, not string
// interface conversion: interface {} is main.pair[string,int], not main.pair[int,string]
// interface conversion: string is not fmt.Stringer: missing method String
// 0 "" true main.pair[string,[]int] [false false]
