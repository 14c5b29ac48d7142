package main

import "fmt"

func main() {
	var fs []func() int
	for i := 0; i < 3; i++ {
		fs = append(fs, func() int { i += 10; return i })
	}
	for _, f := range fs {
		fmt.Print(f(), " ", f(), " ")
	}
	fmt.Println()
	var gs []func()
	for i := 0; i < 4; i++ {
		gs = append(gs, func() { fmt.Print(i, " ") })
		i++
	}
	for _, g := range gs {
		g()
	}
	fmt.Println()
	for i, f := 0, func() {}; i < 3; i++ {
		f()
		f = func() { fmt.Print("prev ", i, "; ") }
	}
	fmt.Println()
	var hs []func()
	for k, v := range []string{"x", "y"} {
		defer func() { fmt.Println("deferred", k, v) }()
		hs = append(hs, func() { v += "!"; fmt.Print(k, v, " ") })
	}
	hs[0]()
	hs[0]()
	hs[1]()
	fmt.Println()
}

// Output:
// 10 20 11 21 12 22
// 1 3
// prev 0; prev 1;
// 0x! 0x!! 1y!
// deferred 1 y!
// deferred 0 x!!
