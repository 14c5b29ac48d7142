package main

import "fmt"

type number interface {
	~int8 | ~uint16 | ~float32 | ~float64 | ~complex64 | ~complex128
}

type degrees float64

func seven[T number]() T  { return T(7) }
func ratio[T ~float32 | ~float64 | ~complex128]() T { return T(1.25) / T(2) }
func turn[T ~complex64 | ~complex128]() T { return T(2-3i) * T(1i) }
func letter[T ~int32 | ~float64]() T { return T('a') + 1 }

func main() {
	fmt.Println(seven[int8](), seven[uint16](), seven[float32](), seven[degrees](), seven[complex64](), seven[complex128]())
	fmt.Println(ratio[float32](), ratio[degrees](), ratio[complex128]())
	fmt.Println(turn[complex64](), turn[complex128]())
	fmt.Println(letter[rune](), letter[float64]())
	fmt.Printf("%T %T\n", turn[complex64](), ratio[degrees]())
}

// Output:
// 7 7 7 7 (7+0i) (7+0i)
// 0.625 0.625 (0.625+0i)
// (3+2i) (3+2i)
// 98 98
// complex64 main.degrees
