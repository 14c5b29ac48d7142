// Generic types declared in generic functions: which of their instances are the same, and how they are printed.
package main

import "fmt"

type number interface{ ~int | ~float64 }

func local[A number, B any](seen map[string]any) {
	type pair[X any] struct {
		a A
		x X
	}
	type chain[X any] []pair[X]
	type plain struct{ b B }
	for _, v := range []any{pair[int]{}, pair[A]{}, pair[plain]{}, chain[chain[B]]{}, plain{}} {
		name := fmt.Sprintf("%T", v)
		_, twice := seen[name]
		fmt.Println(name, twice)
		seen[name] = v
	}
}

func main() {
	type plain float64
	seen := map[string]any{}
	local[int, string](seen)
	local[float64, []int](seen)
	local[plain, plain](seen)
	local[int, string](seen)

	type only[X any] struct{ x X }
	fmt.Printf("%T %T\n", only[plain]{}, only[only[int]]{})
	fmt.Println(any(only[int]{1}) == any(only[int]{1}))
}

// Output:
// main.pair[int,string;int] false
// main.pair[int,string;int] true
// main.pair[int,string;main.plain[int,string]·3] false
// main.chain[int,string;main.chain[int,string;string]·2] false
// main.plain[int,string] false
// main.pair[float64,[]int;int] false
// main.pair[float64,[]int;float64] false
// main.pair[float64,[]int;main.plain[float64,[]int]·3] false
// main.chain[float64,[]int;main.chain[float64,[]int;[]int]·2] false
// main.plain[float64,[]int] false
// main.pair[main.plain·4,main.plain·4;int] false
// main.pair[main.plain·4,main.plain·4;main.plain·4] false
// main.pair[main.plain·4,main.plain·4;main.plain[main.plain·4,main.plain·4]·3] false
// main.chain[main.plain·4,main.plain·4;main.chain[main.plain·4,main.plain·4;main.plain·4]·2] false
// main.plain[main.plain·4,main.plain·4] false
// main.pair[int,string;int] true
// main.pair[int,string;int] true
// main.pair[int,string;main.plain[int,string]·3] true
// main.chain[int,string;main.chain[int,string;string]·2] true
// main.plain[int,string] true
// main.only[main.plain·4] main.only[main.only[int]·5]
// true
