package main

import "fmt"

type Int int

func f[A, B any]() {
	type plain struct{ a A }
	type gen[T any] struct{ t T }
	type two[T, U any] struct{ t T }
	fmt.Printf("%T %T %T %T\n", plain{}, gen[int]{}, gen[A]{}, two[B, plain]{})
	fmt.Printf("%T %T\n", []gen[gen[B]]{}, map[string]two[Int, error]{})
	func() {
		type inner[X any] struct{ x X }
		fmt.Printf("%T %T\n", inner[A]{}, inner[gen[string]]{})
	}()
}

type R[T any] struct{ v T }

func (r R[T]) m() {
	type local struct{ t T }
	type lgen[X any] struct{ t T }
	fmt.Printf("%T %T\n", local{}, lgen[int]{})
}

func (r R[T]) gm[U any]() {
	type local struct{ t T }
	type lgen[X any] struct{ t T }
	fmt.Printf("%T %T\n", local{}, lgen[int]{})
}

func main() {
	f[int, string]()
	f[Int, []Int]()
	R[bool]{}.m()
	R[R[bool]]{}.m()
	R[bool]{}.gm[string]()
	type g[T any] struct{ t T }
	fmt.Printf("%T %T\n", g[int]{}, g[g[Int]]{})
}

// Output:
// main.plain[int,string] main.gen[int,string;int] main.gen[int,string;int] main.two[int,string;string,main.plain[int,string]·1]
// []main.gen[int,string;main.gen[int,string;string]·2] map[string]main.two[int,string;main.Int,error]
// main.inner[int,string;int] main.inner[int,string;main.gen[int,string;string]·2]
// main.plain[main.Int,[]main.Int] main.gen[main.Int,[]main.Int;int] main.gen[main.Int,[]main.Int;main.Int] main.two[main.Int,[]main.Int;[]main.Int,main.plain[main.Int,[]main.Int]·1]
// []main.gen[main.Int,[]main.Int;main.gen[main.Int,[]main.Int;[]main.Int]·2] map[string]main.two[main.Int,[]main.Int;main.Int,error]
// main.inner[main.Int,[]main.Int;main.Int] main.inner[main.Int,[]main.Int;main.gen[main.Int,[]main.Int;string]·2]
// main.local[bool] main.lgen[bool;int]
// main.local[main.R[bool]] main.lgen[main.R[bool];int]
// main.local[bool,string] main.lgen[bool,string;int]
// main.g[int] main.g[main.g[main.Int]·9]
