package main

import "fmt"

func main() {
	a, b := 0.1, 0.2
	fmt.Println(a+b, a+b == 0.3)
	var f32 float32 = 0.1
	fmt.Println(f32, float64(f32), f32*3)
	var sum float32
	for range 10 {
		sum += f32
	}
	fmt.Println(sum, sum == 1)
	fmt.Println(float32(16777216)+1, float32(1)/3, 1.0/3)
	fmt.Println(1e21, 1e20, 1e-5, 0.0001, 123456789.0, 100000000000000000000000.0)
	fmt.Println(float32(1e10), f32*3.4e38*100)
	x := 5.0
	x /= 2
	x -= 0.5
	fmt.Println(x, -x, +x)
	fmt.Println(0x1p-2, 0x1.8p1, .5e1, 1_0.5)
}

// Output:
// 0.30000000000000004 false
// 0.1 0.10000000149011612 0.3
// 1.0000001 false
// 1.6777216e+07 0.33333334 0.3333333333333333
// 1e+21 1e+20 1e-05 0.0001 1.23456789e+08 1e+23
// 1e+10 +Inf
// 2 -2 2
// 0.25 3 5 10.5
