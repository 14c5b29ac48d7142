package main

import "fmt"

type point struct{ x, y int }

func (p point) sum() int { return p.x + p.y }

type summer interface{ sum() int }

func main() {
	var p *point
	func() {
		defer func() { fmt.Println(recover()) }()
		f := (*point).sum
		fmt.Println(f(p))
	}()
	var s summer = p
	fmt.Println(s.sum())
}

// Exit: 2
// Output:
// value method main.point.sum called using nil *point pointer
// Stderr:
// panic: runtime error: invalid memory address or nil pointer dereference
// [signal SIGSEGV: segmentation violation code=0x1 addr=0x... pc=0x...]
//
// goroutine 1 [running]:
