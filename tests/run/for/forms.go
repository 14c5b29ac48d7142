package main

import "fmt"

func main() {
	for i, j := 0, 10; i < j; i, j = i+1, j-2 {
		fmt.Print(i, ",", j, " ")
	}
	fmt.Println()
	n := 3
	for n > 0 {
		n--
		if n == 1 {
			continue
		}
		fmt.Print(n, " ")
	}
	for {
		n++
		if n > 2 {
			break
		}
	}
	fmt.Println(n)
	for i := range 3 {
		i *= 10
		fmt.Print(i, " ")
	}
	for range 2 {
		fmt.Print("x")
	}
	var k int8
	for k = range 5 {
	}
	fmt.Println(k)
	for i := range n - 10 {
		fmt.Println("never", i)
	}
	for i := range uint8(3) {
		fmt.Printf("%T ", i)
	}
	const c = 2
	for i := range c {
		fmt.Printf("%T%d ", i, i)
	}
	fmt.Println()
	x := 5
	for i := range x {
		x = 0
		fmt.Print(i)
	}
	fmt.Println(x)
}

// Output:
// 0,10 1,8 2,6 3,4
// 2 0 3
// 0 10 20 xx4
// uint8 uint8 uint8 int0 int1
// 012340
