package main

import "fmt"

type (
	F   func(a int, b ...string) (n int, err error)
	C   chan<- <-chan struct{}
	Rec struct {
		next *Rec
		m    map[string]Rec
	}
	I interface {
		M(F) (C, error)
		fmt.Stringer
	}
	G[T any] struct{ v T }
	E        struct{}
)

func main() {
	type local struct{ a, b int }
	var x any = G[local]{}
	fmt.Printf("%T\n", x)
	for _, v := range []any{
		F(nil), C(nil), Rec{}, (*I)(nil), G[int]{}, G[G[string]]{}, G[func(int) string]{}, G[map[string][]int]{}, G[[3]*E]{}, E{}, local{},
		func(...int) {}, func(int, ...any) (int, error) { return 0, nil }, (chan<- (chan int))(nil), (<-chan (<-chan int))(nil), (chan (<-chan int))(nil),
		struct {
			A int `json:"a,omitempty"`
			b string
			E
			*Rec
		}{}, [2][3]map[[2]int]chan bool{}, (*interface{ M() })(nil), (*any)(nil), (*interface {
			m(int)
			N(...string) error
		})(nil), []error(nil), [0]struct{}{}, (*func() func() int)(nil), map[any]struct{}{}, uintptr(0), 'a', byte(1), (*error)(nil), G[interface{ M() }]{}, G[chan<- int]{}, G[struct{ x, y int }]{},
	} {
		fmt.Printf("%T\n", v)
	}
	fmt.Printf("%v %+v %#v\n", Rec{}, Rec{}, G[local]{local{1, 2}})
	fmt.Printf("%#v %#v %#v\n", struct {
		A int `k:"v"`
	}{1}, []any{1, "a", nil, 2.5, 'x', true}, map[string]*int{"n": nil})
	fmt.Printf("%#v %#v %#v %#v\n", E{}, [2]E{}, (*E)(nil), F(nil))
}

// Output:
// main.G[main.local·1]
// main.F
// main.C
// main.Rec
// *main.I
// main.G[int]
// main.G[main.G[string]]
// main.G[func(int) string]
// main.G[map[string][]int]
// main.G[[3]*main.E]
// main.E
// main.local
// func(...int)
// func(int, ...interface {}) (int, error)
// chan<- chan int
// <-chan <-chan int
// chan (<-chan int)
// struct { A int "json:\"a,omitempty\""; b string; main.E; *main.Rec }
// [2][3]map[[2]int]chan bool
// *interface { M() }
// *interface {}
// *interface { N(...string) error; main.m(int) }
// []error
// [0]struct {}
// *func() func() int
// map[interface {}]struct {}
// uintptr
// int32
// uint8
// *error
// main.G[interface { M() }]
// main.G[chan<- int]
// main.G[struct { main.x int; main.y int }]
// {<nil> map[]} {next:<nil> m:map[]} main.G[main.local·1]{v:main.local{a:1, b:2}}
// struct { A int "k:\"v\"" }{A:1} []interface {}{1, "a", interface {}(nil), 2.5, 120, true} map[string]*int{"n":(*int)(nil)}
// main.E{} [2]main.E{main.E{}, main.E{}} (*main.E)(nil) (main.F)(nil)
