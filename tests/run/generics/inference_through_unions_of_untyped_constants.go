package main

import "fmt"

// Untyped constants of several kinds for one parameter take the kind that comes last: int, rune, float, complex.

type number interface {
	~int | ~int32 | ~float64 | ~complex128
}

func last[T number](vs ...T) T { return vs[len(vs)-1] }

func pair[T number](a T, b T) [2]T { return [2]T{a, b} }

func mixed[T number](first T, rest []T, f func(T) T) T {
	if len(rest) > 0 {
		return f(rest[0])
	}
	return f(first)
}

type celsius float64

func main() {
	fmt.Printf("%T %T %T %T\n", last(1, 2), last(1, 'a'), last(1, 'a', 2.0), last(2.0, 1i, 'x'))
	fmt.Printf("%T %v\n", pair(1, 2.5), pair('a', 0.5))
	var c celsius = 20
	fmt.Printf("%T %v\n", pair(c, 1), pair(3, c))
	fmt.Printf("%T\n", mixed(1, nil, func(f float64) float64 { return f / 2 }))
	fmt.Println(mixed(7, nil, func(f float64) float64 { return f / 2 }))
	fmt.Println(mixed(7, []int32{9}, func(r int32) int32 { return r / 2 }))
	const big = 1 << 40
	fmt.Printf("%T %v\n", last(big, 1.0), last(1.0, big))
	fmt.Printf("%T\n", last(1, 1.0/2+0i))
}

// Output:
// int int32 float64 complex128
// [2]float64 [97 0.5]
// [2]main.celsius [3 20]
// float64
// 3.5
// 4
// float64 1.099511627776e+12
// complex128
