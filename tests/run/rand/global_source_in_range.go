package main

import (
	"fmt"
	"math/rand"
	randv2 "math/rand/v2"
	"time"
)

func main() {
	seen := map[int]bool{}
	for range 1000 {
		n := rand.Intn(6)
		if n < 0 || n > 5 {
			fmt.Println("out of range", n)
		}
		seen[n] = true
		if f := rand.Float64(); f < 0 || f >= 1 {
			fmt.Println("out of range", f)
		}
		if d := randv2.N(time.Second); d < 0 || d >= time.Second {
			fmt.Println("out of range", d)
		}
		if u := randv2.UintN(3); u > 2 {
			fmt.Println("out of range", u)
		}
	}
	fmt.Println(len(seen), len(rand.Perm(10)))
	defer func() { fmt.Println(recover()) }()
	rand.Intn(0)
}

// Output:
// 6 10
// invalid argument to Intn
