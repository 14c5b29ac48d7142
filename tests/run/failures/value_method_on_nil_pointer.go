package main

import "fmt"

type point struct{ x, y int }

func (p point) sum() int { return p.x + p.y }

type summer interface{ sum() int }

//go:noinline
func call(s summer) int { return s.sum() }

func main() {
	var p *point
	func() {
		defer func() { fmt.Println(recover()) }()
		f := (*point).sum
		fmt.Println(f(p))
	}()
	fmt.Println(call(p))
}

// Exit: 2
// Output:
// value method main.point.sum called using nil *point pointer
// Stderr:
// panic: value method main.point.sum called using nil *point pointer
//
// goroutine 1 [running]:
