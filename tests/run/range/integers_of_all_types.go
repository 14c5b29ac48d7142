package main

import "fmt"

type count uint8

func main() {
	var n8 int8 = 3
	for i := range n8 {
		fmt.Printf("%T%d ", i, i)
	}
	for i := range count(2) {
		fmt.Printf("%T%d ", i, i)
	}
	for i := range uint64(2) {
		fmt.Printf("%T%d ", i, i)
	}
	var i16 int16
	for i16 = range 4 {
	}
	fmt.Println(i16)
	const big = 300
	var last int
	for i := range big {
		last = i
	}
	fmt.Println(last)
	for i := range count(255) {
		if i == 254 {
			fmt.Println("no wrap", i)
		}
	}
	for range -5 {
		fmt.Println("never")
	}
	fs := []func() int{}
	for i := range 3 {
		fs = append(fs, func() int { i *= 2; return i })
	}
	fmt.Println(fs[1](), fs[1](), fs[2]())
	sum := 0
	for i := range 10 {
		if i%2 == 0 {
			continue
		}
		if i > 7 {
			break
		}
		sum += i
	}
	fmt.Println(sum)
}

// Output:
// int80 int81 int82 main.count0 main.count1 uint640 uint641 3
// 299
// no wrap 254
// 2 4 4
// 16
