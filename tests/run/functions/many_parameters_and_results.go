package main

import "fmt"

type big struct{ a, b, c, d, e int }

func many(a int8, b string, c float32, d []int, e big, f func() string, g map[string]int, h complex128, i any, j *int) (*int, any, complex128, map[string]int, string, big, []int, float32, string, int8) {
	e.a++
	return j, i, h, g, f(), e, d, c, b, a
}

func pair() (big, [3]string) { return big{1, 2, 3, 4, 5}, [3]string{"x", "y", "z"} }

func main() {
	n := 5
	e := big{e: 9}
	p, i, h, g, f, e2, d, c, b, a := many(1, "two", 3.5, []int{4}, e, func() string { return "six" }, map[string]int{"g": 7}, 8i, "nine", &n)
	fmt.Println(*p, i, h, g, f, e2, d, c, b, a, e)
	x, y := pair()
	fmt.Println(x.c, y[2])
	_, z := pair()
	fmt.Println(z)
}

// Output:
// 5 nine (0+8i) map[g:7] six {1 0 0 0 9} [4] 3.5 two 1 {0 0 0 0 9}
// 3 z
// [x y z]
