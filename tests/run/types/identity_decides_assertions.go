// Which unnamed types are identical, asked at run time: assertions succeed exactly then, and interface values compare by it.
package main

import "fmt"

type (
	myInt       int
	alias       = int
	list[T any] []T
	intList     = list[int]
)

type local struct{ n int }

func other() any {
	type local struct{ n int }
	return local{1}
}

func check[T any](what string, v any) {
	_, ok := v.(T)
	fmt.Printf("%-34s %t\n", what, ok)
}

func main() {
	check[alias]("alias of int", 1)
	check[myInt]("int as myInt", 1)
	check[int32]("rune as int32", 'x')
	check[uint8]("byte as uint8", byte(1))
	check[[]any]("[]any as []interface{}", []interface{}{})
	check[[]int]("list[int] as []int", list[int]{})
	check[list[int]]("intList as list[int]", intList{})
	check[list[alias]]("list[int] as list[alias]", list[int]{})
	check[list[myInt]]("list[int] as list[myInt]", list[int]{})
	check[struct{ n int }]("named struct as unnamed", local{1})
	check[local]("another function's local", other())
	check[struct {
		a int `k:"v"`
	}]("tags differ", struct{ a int }{})
	check[struct {
		a int `k:"v"`
	}]("tags are equal", struct {
		a int "k:\"v\""
	}{})
	check[struct{ a, b int }]("fields in one or two declarations", struct {
		a int
		b int
	}{})
	check[struct{ b, a int }]("order of fields", struct{ a, b int }{})
	check[struct{ local }]("embedded or not", struct{ local local }{})
	check[struct{ A int }]("case of names", struct{ a int }{})
	check[struct{ _ int }]("blank fields", struct{ _ int }{})
	check[func(a, b int) (c string)]("parameters' names", func(int, int) string { return "" })
	check[func(...int)]("variadic or slice", func([]int) {})
	check[func(...int)]("variadic", func(x ...int) {})
	check[func() (int, error)]("results", func() (n int, err error) { return })
	check[chan int]("channel's direction", make(<-chan int))
	check[<-chan int]("bidirectional as receive-only", make(chan int))
	check[<-chan (chan int)]("parentheses", make(<-chan chan int))
	check[chan (<-chan int)]("chan of receive-only", make(chan (<-chan int)))
	check[chan<- chan int]("arrow binds left", make(chan<- (chan int)))
	check[[3]int]("array lengths", [1 + 2]int{})
	check[[2]int]("other array length", [3]int{})
	check[map[string]alias]("maps", map[string]int{})
	check[*struct{}]("pointers", &struct{}{})
	check[interface{ Error() string }]("interface and named interface", fmt.Errorf("x"))
	check[[]interface {
		A()
		B()
	}]("order of methods", []interface {
		B()
		A()
	}{})
	check[[]interface{ error }]("embedding or spelling out", []interface{ Error() string }{})
	check[[]error]("named interface as element", []interface{ Error() string }{})

	values := []any{1, myInt(1), alias(1), int64(1), uint(1), 1.0, float32(1), 1 + 0i, "1", '1', struct{}{}, struct{ x int }{1}, [1]int{1}, [1]myInt{1}, (*int)(nil), (*myInt)(nil), nil}
	equal := 0
	for i, x := range values {
		for j, y := range values {
			if x == y && i != j {
				fmt.Printf("%T(%v) == %T(%v)\n", x, x, y, y)
				equal++
			}
		}
	}
	fmt.Println(equal, other() == other(), other() == any(local{1}), any(struct{ a int }{1}) == any(struct{ a int }{1}))
	fmt.Printf("%T %T %T %T\n", other(), intList{}, func(a ...alias) (b myInt) { return }, struct {
		local
		*myStr `k:"tag"`
	}{})
}

type myStr string

// Output:
// alias of int                       true
// int as myInt                       false
// rune as int32                      true
// byte as uint8                      true
// []any as []interface{}             true
// list[int] as []int                 false
// intList as list[int]               true
// list[int] as list[alias]           true
// list[int] as list[myInt]           false
// named struct as unnamed            false
// another function's local           false
// tags differ                        false
// tags are equal                     true
// fields in one or two declarations  true
// order of fields                    false
// embedded or not                    false
// case of names                      false
// blank fields                       true
// parameters' names                  true
// variadic or slice                  false
// variadic                           true
// results                            true
// channel's direction                false
// bidirectional as receive-only      false
// parentheses                        true
// chan of receive-only               true
// arrow binds left                   true
// array lengths                      true
// other array length                 false
// maps                               true
// pointers                           true
// interface and named interface      true
// order of methods                   true
// embedding or spelling out          true
// named interface as element         false
// int(1) == int(1)
// int(1) == int(1)
// 2 true false true
// main.local main.list[int] func(...int) main.myInt struct { main.local; *main.myStr "k:\"tag\"" }
