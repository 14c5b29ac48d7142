package main

import "fmt"

type G[T any] struct{}
type D struct{}

func (D) m() {}

func generic[T any]() any {
	type in struct{ v T }
	return G[in]{}
}

func main() {
	fmt.Printf("%T\n", G[struct{ a, B int }]{})
	fmt.Printf("%T\n", G[interface {
		m(int)
		N()
	}]{})
	fmt.Printf("%T\n", struct {
		a, B int
		D
	}{})
	fmt.Printf("%T\n", struct {
		e interface {
			x()
			Y()
		}
	}{})
	type L1 struct{}
	{
		type L1 int
		type alias[T any] = G[T]
		type L3 G[L1]
		fmt.Printf("%T %T %T\n", G[L1]{}, L3{}, alias[L3]{})
	}
	fmt.Printf("%T %T\n", G[L1]{}, L1{})
	f := func() any { type L1 string; return G[G[L1]]{} }
	fmt.Printf("%T\n", f())
	fmt.Printf("%T %T\n", generic[int](), generic[L1]())
}

// Output:
// main.G[struct { main.a int; B int }]
// main.G[interface { N(); main.m(int) }]
// struct { a int; B int; main.D }
// struct { e interface { Y(); main.x() } }
// main.G[main.L1·3] main.L3 main.G[main.L3·4]
// main.G[main.L1·2] main.L1
// main.G[main.G[main.L1·5]]
// main.G[main.in[int]·1] main.G[main.in[main.L1·2]·1]
